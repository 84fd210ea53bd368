//! Packages: the list by families, with the drafts above it.

use std::sync::Arc;

use axum::extract::State;
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Message, message};
use url::form_urlencoded::Serializer;

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::visit::Visit;
use crate::App;
use crate::actions::{drafts, packages};
use crate::error::Result;
use crate::model::draft::DraftLine;
use crate::model::package::{PackageLine, PackageState};
use crate::rules::role::Ability;

/// How many packages a page of the list has.
const PAGE_SIZE: usize = 50;

/// Which packages are listed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filter {
    search: String,
    state: String,
    page: Option<usize>,
}

/// Where a package is shown.
pub(super) fn path_of(id: &str) -> String {
    format!("/admin/packages/{id}")
}

/// Lists packages and drafts.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<Filter>,
) -> Result<Page> {
    let all = packages::list(&app, &visit.actor)?;
    let drafts = drafts::list(&app, &visit.actor).await?;
    let wanted = filter.search.trim().to_lowercase();
    let is_found = |texts: &[&str]| texts.iter().any(|text| text.to_lowercase().contains(&wanted));
    let mut found: Vec<PackageLine> = all
        .iter()
        .filter(|line| is_found(&[&line.name, &line.version, &line.upgrade_code, &line.id]))
        .filter(|line| filter.state.is_empty() || state_word(line.state) == filter.state)
        .cloned()
        .collect();
    // Families stand together, the newest of each first.
    found.reverse();
    found.sort_by_cached_key(|line| {
        (line.name.to_lowercase(), line.upgrade_code.clone(), line.platform.clone())
    });
    let shows_drafts = matches!(filter.state.as_str(), "" | "draft");
    let drafts: Vec<DraftLine> = drafts
        .into_iter()
        .filter(|line| shows_drafts && is_found(&[&line.name, &line.version, &line.origin]))
        .collect();
    let title = message!("page-packages");
    let say = |message: Message| visit.say(&message);
    let upload = html! {
        @if visit.may(Ability::Publish) {
            (parts::button_link(Weight::First, "/admin/packages/new", &say(message!("package-upload"))))
        }
    };
    let body = html! {
        (parts::heading(&say(title.clone()), &upload))
        (filters(&visit, &filter))
        @if !drafts.is_empty() { (draft_table(&visit, &drafts)) }
        @if all.is_empty() && drafts.is_empty() { (parts::empty(&say(message!("package-none-yet")), &upload)) }
        @else { (package_table(&app, &visit, &filter, found)) }
    };
    Ok(visit.page(Section::Packages, &title, body))
}

fn filters(visit: &Visit, filter: &Filter) -> Markup {
    let say = |message: Message| visit.say(&message);
    let states = [
        (String::new(), say(message!("package-state-all"))),
        ("offered".to_owned(), say(message!("word-offered"))),
        ("superseded".to_owned(), say(message!("word-superseded"))),
        ("withdrawn".to_owned(), say(message!("word-withdrawn"))),
        ("draft".to_owned(), say(message!("draft-badge"))),
    ];
    let (search, state) = (say(message!("package-search")), say(message!("heading-state")));
    parts::filters(
        "/admin/packages",
        &html! {
            (Field::of_type("search", "search", &search).value(&filter.search))
            (Field::choice("state", &state, &states).value(&filter.state))
            (parts::button(Weight::Plain, &say(message!("package-filter"))))
        },
    )
}

fn draft_table(visit: &Visit, drafts: &[DraftLine]) -> Markup {
    let say = |message: Message| visit.say(&message);
    let headings = [
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-origin"),
        message!("heading-changed"),
        message!("heading-changed-by"),
    ]
    .map(say);
    let row = |line: &DraftLine| {
        vec![
            html! { a href={ "/admin/packages/drafts/" (line.id) } { (line.name) } },
            html! { (line.version) },
            html! { bdi { (line.origin) } },
            parts::time(&line.changed_at),
            html! { (line.changed_by) },
        ]
    };
    let caption = visit.say(&message!("draft-list"));
    html! {
        h2 { (caption) }
        (parts::table(&caption, &headings, drafts.iter().map(row).collect()))
    }
}

fn package_table(app: &App, visit: &Visit, filter: &Filter, found: Vec<PackageLine>) -> Markup {
    let say = |message: Message| visit.say(&message);
    let headings = [
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-state"),
        message!("heading-requires"),
        message!("package-warnings"),
        message!("heading-published"),
    ]
    .map(say);
    let total = found.len();
    let page = filter.page.unwrap_or(1).max(1);
    let shown = found.into_iter().skip((page - 1).saturating_mul(PAGE_SIZE)).take(PAGE_SIZE);
    let row = |line: PackageLine| {
        let told = packages::warnings_of(app, &visit.actor, &line.id).unwrap_or_default().len();
        vec![
            html! { a href=(path_of(&line.id)) { (line.name) } },
            html! { (line.version) },
            html! { (line.platform.unwrap_or_default()) },
            state_badge(visit, line.state),
            html! { (line.requires_permissions.join(", ")) },
            html! { @if told > 0 { a href=(path_of(&line.id)) { (parts::badge(Tone::Warning, &told.to_string())) } } },
            parts::time(&line.published_at),
        ]
    };
    let address = |to: u64| {
        let mut query = Serializer::new(String::new());
        query.append_pair("search", &filter.search).append_pair("state", &filter.state);
        format!("/admin/packages?{}", query.append_pair("page", &to.to_string()).finish())
    };
    let caption = say(message!("package-list"));
    html! {
        h2 { (caption) }
        @if total == 0 { p { (say(message!("package-none-found"))) } }
        @else { (parts::table(&caption, &headings, shown.map(row).collect())) }
        @if total > PAGE_SIZE { (parts::pager(visit.language, page as u64, PAGE_SIZE as u64, total as u64, address)) }
    }
}

fn state_word(state: PackageState) -> &'static str {
    match state {
        PackageState::Offered => "offered",
        PackageState::Superseded => "superseded",
        PackageState::Withdrawn => "withdrawn",
    }
}

/// A package's state, as a badge.
pub(super) fn state_badge(visit: &Visit, state: PackageState) -> Markup {
    let (tone, word) = match state {
        PackageState::Offered => (Tone::Good, message!("word-offered")),
        PackageState::Superseded => (Tone::Plain, message!("word-superseded")),
        PackageState::Withdrawn => (Tone::Warning, message!("word-withdrawn")),
    };
    parts::badge(tone, &visit.say(&word))
}
