//! The audit: who did what, when and from where.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::{self, PageNumber, address, day, foot, or_wrong, text as text_field, wrong};
use super::parts::{self, Field, Weight};
use super::visit::Visit;
use crate::App;
use crate::actions::{LINES_MAX, audit};
use crate::error::Result;
use crate::model::audit::AuditLine;
use crate::model::audit_filter::WrittenAuditFilter;
use crate::model::slice::Slice;
use crate::rules::audit::{ACTIONS, actor_in_words, detail_in_words, in_words};
use crate::web::csv;

const PATH: &str = "/admin/audit";
const FILE: &str = "/admin/audit.csv";

/// Shows the list.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenAuditFilter>,
    Query(page): Query<PageNumber>,
) -> Result<Page> {
    let (listed, error) = or_wrong(audit::list(&app, &visit.actor, &filter, page.slice()).await)?;
    let title = message!("page-audit");
    let none = if filter == WrittenAuditFilter::default() {
        message!("no-audit")
    } else {
        message!("list-none-found")
    };
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        p { (visit.say(&message!("audit-about"))) }
        (wrong(error.as_ref(), visit.language))
        (filters(&visit, &filter))
        @if listed.lines.is_empty() {
            (listing::empty(&visit, &listed, &none))
        } @else {
            (table(&visit, &listed.lines))
        }
        (foot(&visit, &page, listed.total, |page| address(PATH, &filter, page), (&address(FILE, &filter, 1), &message!("list-as-csv"))))
    };
    let status = error.map(|error| error.status()).unwrap_or_default();
    Ok(visit.page(Section::Audit, &title, body).with_status(status))
}

/// Answers with the list as a file.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenAuditFilter>,
) -> Result<Response> {
    let listed = audit::list(&app, &visit.actor, &filter, Slice::first(LINES_MAX)).await?;
    let heading = [
        message!("heading-at"),
        message!("heading-actor"),
        message!("heading-kind"),
        message!("heading-address"),
        message!("heading-action"),
        message!("audit-raw"),
        message!("heading-subject"),
        message!("heading-detail"),
    ];
    let language = visit.language;
    let row = move |line: &AuditLine| {
        vec![
            line.at.clone(),
            line.actor.clone(),
            kind(&line.actor_kind, &line.action).say(language),
            line.address.clone(),
            in_words(&line.action).map(|words| words.say(language)).unwrap_or_default(),
            line.action.clone(),
            line.subject.clone(),
            line.detail.clone(),
        ]
    };
    Ok(csv::file("audit.csv", &heading.map(|heading| visit.say(&heading)), listed.lines, row))
}

fn filters(visit: &Visit, filter: &WrittenAuditFilter) -> Markup {
    let say = |message: Message| visit.say(&message);
    let chosen = filter.action.as_deref().unwrap_or_default();
    let content = html! {
        (text_field("actor", &say(message!("heading-actor")), filter.actor.as_ref()))
        (Field::choice("action", &say(message!("heading-action")), &actions(visit, filter)).value(chosen))
        (text_field("subject", &say(message!("heading-subject")), filter.subject.as_ref()))
        (text_field("address", &say(message!("heading-address")), filter.address.as_ref()))
        (day("since", &say(message!("filter-since")), filter.since.as_ref()))
        (day("until", &say(message!("filter-until")), filter.until.as_ref()))
        (parts::button(Weight::First, &say(message!("filter-apply"))))
        a href=(PATH) { (say(message!("filter-clear"))) }
    };
    parts::filters(PATH, &content)
}

/// All actions in words, and what stands in the address where that is none of them.
fn actions(visit: &Visit, filter: &WrittenAuditFilter) -> Vec<(String, String)> {
    let words = |action: &str| in_words(action).map_or_else(|| action.to_owned(), |words| visit.say(&words));
    let mut known: Vec<_> = ACTIONS.iter().map(|action| ((*action).to_owned(), words(action))).collect();
    known.sort_by_key(|(_, words)| words.to_lowercase());
    let other =
        filter.action.iter().filter(|action| !action.is_empty() && !ACTIONS.contains(&action.as_str()));
    known.extend(other.map(|action| (action.clone(), action.clone())));
    listing::choices(visit, &message!("filter-any"), known)
}

/// The details of a line in words.
pub(super) fn detail_said(visit: &Visit, detail: &str) -> String {
    let parts: Vec<String> = detail_in_words(detail).iter().map(|part| visit.say(part)).collect();
    parts.join(", ")
}

fn table(visit: &Visit, lines: &[AuditLine]) -> Markup {
    let headings = [
        message!("heading-at"),
        message!("heading-actor"),
        message!("heading-action"),
        message!("heading-subject"),
        message!("heading-detail"),
    ];
    let row = |line: &AuditLine| {
        let words = in_words(&line.action).map(|words| visit.say(&words));
        let same =
            |action: &str| WrittenAuditFilter { action: Some(action.to_owned()), ..Default::default() };
        vec![
            parts::time(&line.at),
            html! {
                div {
                    (visit.say(&actor_in_words(&line.actor_kind, &line.actor)))
                    p class="hint" {
                        (visit.say(&kind(&line.actor_kind, &line.action)))
                        @if !line.address.is_empty() { ", " (line.address) }
                    }
                }
            },
            html! {
                div {
                    @if let Some(words) = words { (words) br; }
                    a href=(address(PATH, &same(&line.action), 1)) { code { (line.action) } }
                }
            },
            html! { (line.subject) },
            html! { (detail_said(visit, &line.detail)) },
        ]
    };
    let rows = lines.iter().map(row).collect();
    parts::table(&visit.say(&message!("page-audit")), &headings.map(|heading| visit.say(&heading)), rows)
}

/// What kind of actor it was, in a word or two. A PC enrols with its user's name and password.
fn kind(kind: &str, action: &str) -> Message {
    match kind {
        "user" if action == "device.enrol" => message!("audit-kind-device"),
        "operating-system" => message!("audit-kind-operating-system"),
        "device" => message!("audit-kind-device"),
        "program" => message!("audit-kind-program"),
        _ => message!("audit-kind-user"),
    }
}
