//! Packages: the list by families, with the drafts above it.

use std::collections::HashSet;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use text::{Message, message};

use super::frame::{Page, Section};
use super::listing::address;
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::visit::Visit;
use crate::App;
use crate::actions::{drafts, packages};
use crate::error::Result;
use crate::model::draft::DraftLine;
use crate::model::package::{PackageLine, PackageState};
use crate::rules::role::Ability;
use crate::web::csv;

/// Where the list is.
const PATH: &str = "/admin/packages";
/// Where it is as a file.
const FILE: &str = "/admin/packages.csv";

/// How many packages a page of the list has.
const PAGE_SIZE: usize = 50;

/// Lists those on offer about which there is something to know.
pub(super) const WARNED: &str = "warned";

/// Which packages are listed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Filter {
    #[serde(skip_serializing_if = "String::is_empty")]
    search: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    state: String,
    #[serde(skip_serializing)]
    page: Option<u32>,
}

impl Filter {
    /// Whether what is looked for is a part of one of these texts.
    fn finds(&self, texts: &[&str]) -> bool {
        let wanted = self.search.trim().to_lowercase();
        texts.iter().any(|text| text.to_lowercase().contains(&wanted))
    }

    /// The packages that are listed: families stand together, the newest of each first.
    fn found(&self, all: &[PackageLine], warned: &HashSet<String>) -> Vec<PackageLine> {
        let mut found: Vec<PackageLine> = all
            .iter()
            .filter(|line| self.finds(&[&line.name, &line.version, &line.upgrade_code, &line.id]))
            .filter(|line| match self.state.as_str() {
                "" => true,
                WARNED => warned.contains(&line.id),
                state => state_word(line.state) == state,
            })
            .cloned()
            .collect();
        found.reverse();
        found.sort_by_cached_key(|line| {
            (line.name.to_lowercase(), line.upgrade_code.clone(), line.platform.clone())
        });
        found
    }
}

/// Where a package is shown.
pub(super) fn path_of(id: &str) -> String {
    format!("{PATH}/{id}")
}

/// Lists packages and drafts.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<Filter>,
) -> Result<Page> {
    let all = packages::list(&app, &visit.actor)?;
    let drafts = drafts::list(&app, &visit.actor).await?;
    let found = filter.found(&all, &packages::warned(&app, &visit.actor)?);
    let shows_drafts = matches!(filter.state.as_str(), "" | "draft");
    let drafts: Vec<DraftLine> = drafts
        .into_iter()
        .filter(|line| shows_drafts && filter.finds(&[&line.name, &line.version, &line.origin]))
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
        @else { (package_table(&app, &visit, &filter, found)?) }
    };
    Ok(visit.page(Section::Packages, &title, body))
}

fn filters(visit: &Visit, filter: &Filter) -> Markup {
    let say = |message: Message| visit.say(&message);
    let states = [
        (String::new(), say(message!("package-state-all"))),
        ("offered".to_owned(), say(message!("word-offered"))),
        (WARNED.to_owned(), say(message!("package-state-warned"))),
        ("superseded".to_owned(), say(message!("word-superseded"))),
        ("withdrawn".to_owned(), say(message!("word-withdrawn"))),
        ("draft".to_owned(), say(message!("draft-badge"))),
    ];
    let (search, state) = (say(message!("package-search")), say(message!("heading-state")));
    parts::filters(
        PATH,
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

fn package_table(app: &App, visit: &Visit, filter: &Filter, found: Vec<PackageLine>) -> Result<Markup> {
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
    let before = (page as usize - 1).saturating_mul(PAGE_SIZE);
    let shown: Vec<PackageLine> = found.into_iter().skip(before).take(PAGE_SIZE).collect();
    let ids: Vec<&str> = shown.iter().map(|line| line.sha256.as_str()).collect();
    let told = packages::warning_counts(app, &visit.actor, &ids)?;
    let row = |(line, told): (&PackageLine, usize)| {
        vec![
            html! { a href=(path_of(&line.id)) { (line.name) } },
            html! { (line.version) },
            html! { (line.platform.as_deref().unwrap_or_default()) },
            state_badge(visit, line.state),
            html! { (line.requires_permissions.join(", ")) },
            html! { @if told > 0 { a href=(path_of(&line.id)) { (parts::badge(Tone::Warning, &told.to_string())) } } },
            parts::time(&line.published_at),
        ]
    };
    let at = |to: u64| address(PATH, filter, u32::try_from(to).unwrap_or(u32::MAX));
    let caption = say(message!("package-list"));
    Ok(html! {
        h2 { (caption) }
        @if total == 0 { p { (say(message!("package-none-found"))) } }
        @else {
            (parts::table(&caption, &headings, shown.iter().zip(told).map(row).collect()))
            @if total > PAGE_SIZE {
                (parts::pager(visit.language, page.into(), PAGE_SIZE as u64, total as u64, at))
            }
            p { (parts::button_link(Weight::Plain, &address(FILE, filter, 1), &say(message!("list-as-csv")))) }
        }
    })
}

/// Answers with the list of packages as a file.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<Filter>,
) -> Result<Response> {
    let warned = packages::warned(&app, &visit.actor)?;
    let found = filter.found(&packages::list(&app, &visit.actor)?, &warned);
    let heading = [
        message!("heading-name"),
        message!("heading-version"),
        message!("heading-platform"),
        message!("heading-state"),
        message!("heading-requires"),
        message!("listing-importance"),
        message!("property-size"),
        message!("property-upgrade-code"),
        message!("property-sha256"),
        message!("heading-published"),
        message!("heading-published-by"),
    ];
    let language = visit.language;
    let row = move |line: &PackageLine| {
        vec![
            line.name.clone(),
            line.version.clone(),
            line.platform.clone().unwrap_or_default(),
            word_of(line.state).say(language),
            line.requires_permissions.join(" "),
            line.importance.clone(),
            line.size.to_string(),
            line.upgrade_code.clone(),
            line.sha256.clone(),
            line.published_at.clone(),
            line.published_by.clone(),
        ]
    };
    Ok(csv::file("packages.csv", &heading.map(|heading| visit.say(&heading)), found, row))
}

fn state_word(state: PackageState) -> &'static str {
    match state {
        PackageState::Offered => "offered",
        PackageState::Superseded => "superseded",
        PackageState::Withdrawn => "withdrawn",
    }
}

fn word_of(state: PackageState) -> Message {
    match state {
        PackageState::Offered => message!("word-offered"),
        PackageState::Superseded => message!("word-superseded"),
        PackageState::Withdrawn => message!("word-withdrawn"),
    }
}

/// Where a package stands, in a word.
pub(super) fn state_badge(visit: &Visit, state: PackageState) -> Markup {
    let tone = match state {
        PackageState::Offered => Tone::Good,
        PackageState::Superseded => Tone::Plain,
        PackageState::Withdrawn => Tone::Warning,
    };
    parts::badge(tone, &visit.say(&word_of(state)))
}
