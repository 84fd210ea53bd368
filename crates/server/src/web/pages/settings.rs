//! The settings that count, where each is from, and the ways to what is set up on pages.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::parts;
use super::preconditions;
use super::visit::Visit;
use crate::App;
use crate::actions::settings;
use crate::error::Result;
use crate::settings::Origin;

/// What is set up on pages of its own: the name, what it is for, and the address.
fn places() -> [(Message, Message, &'static str); 3] {
    [
        (message!("settings-updater"), message!("settings-updater-about"), "/admin/settings/updater"),
        (message!("settings-webhooks"), message!("settings-webhooks-about"), "/admin/webhooks"),
        preconditions::place(),
    ]
}

/// Shows the settings.
pub(super) async fn show(State(app): State<Arc<App>>, visit: Visit) -> Result<Page> {
    let lines = settings::list(&app, &visit.actor)?;
    let headings = [
        message!("settings-name"),
        message!("settings-value"),
        message!("settings-about"),
        message!("settings-origin"),
    ]
    .map(|heading| visit.say(&heading));
    let rows = lines.iter().map(|line| {
        let value =
            if line.value.is_empty() { visit.say(&message!("settings-nothing")) } else { line.value.clone() };
        vec![
            html! { code { (line.setting.name) } },
            html! { (value) },
            with_code(&visit.say(&Message::new(line.setting.sentence))),
            html! { (visit.say(&origin(&line.origin))) },
        ]
    });
    let body = html! {
        (parts::heading(&visit.say(&message!("page-settings")), &html! {}))
        div class="columns" {
            @for (name, about, address) in places() {
                div class="card" {
                    h2 { a href=(address) { (visit.say(&name)) } }
                    p { (visit.say(&about)) }
                }
            }
        }
        h2 { (visit.say(&message!("settings-of-the-server"))) }
        p { (visit.say(&message!("settings-how-to-change"))) }
        (parts::table(&visit.say(&message!("settings-of-the-server")), &headings, rows.collect()))
    };
    Ok(visit.page(Section::Settings, &message!("page-settings"), body))
}

/// A sentence whose words between backticks are to be typed as they are.
fn with_code(sentence: &str) -> Markup {
    html! {
        @for (place, part) in sentence.split('`').enumerate() {
            @if place % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// Where a value was written, for people.
fn origin(origin: &Origin) -> Message {
    match origin {
        Origin::Default => message!("settings-from-default"),
        Origin::File(file) => message!("settings-from-file", file = file.display()),
        Origin::Variable(variable) => message!("settings-from-variable", variable = variable),
        Origin::CommandLine => message!("settings-from-command-line"),
    }
}
