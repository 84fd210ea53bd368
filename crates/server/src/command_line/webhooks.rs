//! Webhooks and their deliveries as tables.

use text::{Explain, message};

use super::Exit;
use super::console::Console;
use super::lists::{NOTHING, joined, table};
use crate::model::webhook::{DeliveryLine, WebhookLine};
use crate::rules::webhook::told;

pub(super) fn list(lines: Vec<WebhookLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-id"),
        message!("heading-destination"),
        message!("heading-events"),
        message!("heading-state"),
        message!("heading-waiting"),
        message!("heading-dropped"),
        message!("heading-delivered"),
        message!("heading-added"),
    ];
    let row = |line: WebhookLine| {
        vec![
            line.id.to_string(),
            line.url,
            joined(&line.events),
            console.word(&line.standing.message()),
            line.waiting.to_string(),
            line.dropped.to_string(),
            line.delivered_at.unwrap_or_else(|| NOTHING.to_owned()),
            line.created_at,
        ]
    };
    table(lines, &heading, &message!("no-webhooks"), row, console)
}

pub(super) fn deliveries(lines: Vec<DeliveryLine>, console: &Console) -> Exit {
    let heading = [
        message!("heading-at"),
        message!("heading-event"),
        message!("heading-state"),
        message!("heading-attempts"),
        message!("heading-tried"),
        message!("heading-next"),
        message!("heading-answer"),
    ];
    let nothing = || NOTHING.to_owned();
    let row = |line: DeliveryLine| {
        let answer = told(&line).map_or_else(nothing, |told| console.word(&told));
        vec![
            line.created_at,
            line.event,
            console.word(&line.state.message()),
            line.attempts.to_string(),
            line.tried_at.unwrap_or_else(nothing),
            line.next_at.unwrap_or_else(nothing),
            answer,
        ]
    };
    table(lines, &heading, &message!("no-deliveries"), row, console)
}
