//! Reports: each install with its outcome in plain words.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::{self, PageNumber, address, choices, day, foot, or_wrong, text as text_field, wrong};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::visit::Visit;
use crate::App;
use crate::actions::{LINES_MAX, reports};
use crate::error::Result;
use crate::model::report::ReportLine;
use crate::model::report_filter::WrittenReportFilter;
use crate::model::slice::Slice;
use crate::model::user::owner_in_words;
use crate::rules::filter::FAILING_WORD;
use crate::rules::outcome::{OUTCOMES, in_a_word, in_words, is_failing};
use crate::web::csv;

const PATH: &str = "/admin/reports";
const FILE: &str = "/admin/reports.csv";

/// Shows the list.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenReportFilter>,
    Query(page): Query<PageNumber>,
) -> Result<Page> {
    let (listed, error) = or_wrong(reports::list(&app, &visit.actor, &filter, page.slice()).await)?;
    let title = message!("page-reports");
    let none = if filter == WrittenReportFilter::default() {
        message!("reports-none-yet")
    } else {
        message!("list-none-found")
    };
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
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
    Ok(visit.page(Section::Reports, &title, body).with_status(status))
}

/// Answers with the list as a file.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenReportFilter>,
) -> Result<Response> {
    let listed = reports::list(&app, &visit.actor, &filter, Slice::first(LINES_MAX)).await?;
    let heading = [
        message!("heading-received"),
        message!("heading-user"),
        message!("heading-computer"),
        message!("heading-device"),
        message!("heading-name"),
        message!("heading-platform"),
        message!("heading-from"),
        message!("heading-to"),
        message!("heading-outcome"),
        message!("report-meaning"),
        message!("heading-exit-code"),
        message!("heading-seconds"),
        message!("report-ended"),
    ];
    let language = visit.language;
    let row = move |line: &ReportLine| {
        vec![
            line.received_at.clone(),
            owner_in_words(&line.user, |word| word.say(language)),
            line.computer_name.clone().unwrap_or_default(),
            line.device.clone(),
            line.product.clone(),
            line.platform.clone().unwrap_or_default(),
            line.from_version.clone().unwrap_or_default(),
            line.to_version.clone(),
            in_a_word(line.outcome).say(language),
            in_words(line.outcome, line.exit_code).say(language),
            line.exit_code.map(|code| code.to_string()).unwrap_or_default(),
            line.duration.to_string(),
            line.ended_at.clone(),
        ]
    };
    Ok(csv::file("reports.csv", &heading.map(|heading| visit.say(&heading)), listed.lines, row))
}

fn filters(visit: &Visit, filter: &WrittenReportFilter) -> Markup {
    let say = |message: Message| visit.say(&message);
    let failing = (FAILING_WORD.to_owned(), say(message!("filter-failing")));
    let outcomes =
        OUTCOMES.iter().map(|outcome| (outcome.as_str().to_owned(), visit.say(&in_a_word(*outcome))));
    let outcomes = choices(visit, &message!("filter-any"), std::iter::once(failing).chain(outcomes));
    let outcome = filter.outcome.clone().unwrap_or_default();
    let content = html! {
        (text_field("product", &say(message!("heading-name")), filter.product.as_ref()))
        (text_field("platform", &say(message!("heading-platform")), filter.platform.as_ref()))
        (text_field("version", &say(message!("heading-version")), filter.version.as_ref()))
        (Field::choice("outcome", &say(message!("heading-outcome")), &outcomes).value(&outcome))
        (text_field("user", &say(message!("heading-user")), filter.user.as_ref()))
        (text_field("device", &say(message!("heading-computer")), filter.device.as_ref()))
        (day("since", &say(message!("filter-since")), filter.since.as_ref()))
        (day("until", &say(message!("filter-until")), filter.until.as_ref()))
        (parts::button(Weight::First, &say(message!("filter-apply"))))
        a href=(PATH) { (say(message!("filter-clear"))) }
    };
    parts::filters(PATH, &content)
}

/// Reports as a table.
pub(super) fn table(visit: &Visit, lines: &[ReportLine]) -> Markup {
    let headings = [
        message!("heading-received"),
        message!("heading-name"),
        message!("heading-computer"),
        message!("heading-user"),
        message!("heading-outcome"),
    ];
    let rows = lines.iter().map(|line| row(visit, line)).collect();
    parts::table(&visit.say(&message!("page-reports")), &headings.map(|heading| visit.say(&heading)), rows)
}

/// The reports of one device as a table.
pub(super) fn table_of_device(visit: &Visit, lines: &[ReportLine]) -> Markup {
    let headings = [message!("heading-received"), message!("heading-name"), message!("heading-outcome")];
    let row = |line: &ReportLine| vec![parts::time(&line.received_at), product(line), outcome(visit, line)];
    let rows = lines.iter().map(row).collect();
    parts::table(&visit.say(&message!("page-reports")), &headings.map(|heading| visit.say(&heading)), rows)
}

fn row(visit: &Visit, line: &ReportLine) -> Vec<Markup> {
    let of_user = WrittenReportFilter { user: Some(line.user.clone()), ..Default::default() };
    let name = line.computer_name.as_deref().unwrap_or(&line.device);
    vec![
        parts::time(&line.received_at),
        product(line),
        html! {
            @if let Some(id) = line.device_id { a href={ "/admin/devices/" (id) } { (name) } }
            @else { (name) }
        },
        html! { a href=(address(PATH, &of_user, 1)) { (owner_in_words(&line.user, |word| visit.say(word))) } },
        outcome(visit, line),
    ]
}

fn product(line: &ReportLine) -> Markup {
    let from = line.from_version.as_deref().map(|from| format!("{from} → ")).unwrap_or_default();
    html! {
        div {
            (line.product) @if let Some(platform) = &line.platform { " (" (platform) ")" }
            br; (from) (line.to_version)
        }
    }
}

/// What came of it: a word, a sentence, and the numbers for those who ask for them.
fn outcome(visit: &Visit, line: &ReportLine) -> Markup {
    let tone = if is_failing(line.outcome) {
        Tone::Bad
    } else if line.outcome.is_success() {
        Tone::Good
    } else {
        Tone::Warning
    };
    let details = match line.exit_code {
        Some(code) => message!("report-details-code", code = code.to_string(), seconds = line.duration),
        None => message!("report-details", seconds = line.duration),
    };
    html! {
        div {
            (parts::badge(tone, &visit.say(&in_a_word(line.outcome))))
            @if !line.outcome.is_success() { p class="hint" { (visit.say(&in_words(line.outcome, line.exit_code))) } }
            details {
                summary { (visit.say(&message!("report-details-title"))) }
                p class="hint" { (visit.say(&details)) }
            }
        }
    }
}
