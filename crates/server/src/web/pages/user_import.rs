//! Importing users: a file, what it would do row by row, and the decision.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, Message, message};
use tokio::time::timeout;

use super::address::with_query;
use super::csrf;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Weight};
use super::people::{is_mendable, standing_word, user_path};
use super::posted::Posted;
use super::users::PATH as USERS;
use super::visit::{NoVisit, Visit, see_other};
use crate::App;
use crate::actions::user_imports::{self, Applied};
use crate::error::{Error, Kind, Result};
use crate::model::user_import::{Fate, ImportLine, ImportPlan, RowChange};
use crate::rules::role::Ability;
use crate::rules::user_import::FILE_SIZE_MAX;

/// Where it is.
const PATH: &str = "/admin/users/import";
/// Where the dry run is shown.
const PLAN: &str = "/admin/users/import/plan";
/// How long a file may take to arrive.
const UPLOAD_TIME_MAX: Duration = Duration::from_secs(5 * 60);
/// How many rows a page shows.
const PAGE_SIZE: usize = 200;

/// Shows where to choose a file.
pub(super) async fn choose(visit: Visit) -> Result<Page> {
    visit.actor.require(Ability::Administer)?;
    Ok(choose_page(&visit, None))
}

fn choose_page(visit: &Visit, error: Option<&str>) -> Page {
    let say = |message| visit.say(&message);
    let body = html! {
        (parts::heading(&say(message!("users-import")), &html! {}))
        @if let Some(error) = error { (parts::notice(Tone::Bad, error)) }
        p { (say(message!("import-how"))) }
        p { (say(message!("import-columns"))) }
        pre { "name;role;groups;permissions;standing\nanna;user;sales|outlook;olox20|usm;enabled\nben;;;;" }
        p { (say(message!("import-passwords"))) }
        form class="fields" method="post" action=(PATH) enctype="multipart/form-data" {
            (parts::csrf(visit))
            div class="field" {
                label for="file" { (say(message!("import-file"))) }
                input type="file" id="file" name="file" accept=".csv,text/csv" required;
            }
            div class="actions" {
                (parts::button(Weight::First, &say(message!("import-dry-run"))))
                (parts::button_link(Weight::Plain, USERS, &say(message!("cancel"))))
            }
        }
    };
    visit.page(Section::Users, &message!("users-import"), body)
}

/// Takes a file, and leads to what it would do.
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    request: Request,
) -> std::result::Result<Response, NoVisit> {
    let (mut parts, body) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, &app).await?;
    csrf::judge_origin(&parts.headers, &visit.visitor).map_err(NoVisit::Error)?;
    visit.actor.require(Ability::Administer).map_err(|error| NoVisit::Error(error.into()))?;
    let multipart = Multipart::from_request(Request::from_parts(parts, body), &app).await;
    let multipart = multipart.map_err(|_| NoVisit::Error(Kind::BodyNotForm.into()))?;
    let file = timeout(UPLOAD_TIME_MAX, read(multipart, &visit)).await;
    let file = file.unwrap_or_else(|_| Err(Kind::BodyLate.into())).map_err(NoVisit::Error)?;
    match user_imports::receive(&app, &visit.actor, file, visit.language).await {
        Ok(_) => Ok(see_other(PLAN)),
        Err(error) if is_mendable(&error) => {
            Ok(choose_page(&visit, Some(&visit.say(&error.message()))).into_response())
        }
        Err(error) => Err(NoVisit::Error(error)),
    }
}

/// Reads the form: the token first, then the file.
async fn read(mut multipart: Multipart, visit: &Visit) -> Result<Vec<u8>> {
    let wrong = |error: MultipartError| Error::from(Kind::BodyWrong(error.body_text()));
    let mut is_ours = false;
    while let Some(mut field) = multipart.next_field().await.map_err(wrong)? {
        match field.name() {
            Some(csrf::FIELD) => {
                visit.judge_csrf(&field.text().await.map_err(wrong)?)?;
                is_ours = true;
            }
            Some("file") if is_ours => {
                let mut file = Vec::new();
                while let Some(piece) = field.chunk().await.map_err(wrong)? {
                    file.extend_from_slice(&piece);
                    if file.len() > FILE_SIZE_MAX {
                        return Ok(file);
                    }
                }
                return Ok(file);
            }
            _ => {}
        }
    }
    Err(Kind::FormForeign.into())
}

/// Which page of the rows is shown, and of which.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: Option<usize>,
    fate: Option<String>,
}

/// Shows what the file would do.
pub(super) async fn plan(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let Some(plan) = user_imports::waiting(&app, &visit.actor, visit.language).await? else {
        return Ok(visit.lead_on_with(PATH, Tone::Warning, &message!("import-gone")));
    };
    Ok(plan_page(&visit, plan, &asked).into_response())
}

fn plan_page(visit: &Visit, plan: ImportPlan, asked: &Asked) -> Page {
    let say = |message| visit.say(&message);
    let changes = plan.added + plan.changed;
    let (token, summary) = (plan.token.clone(), counts(visit, &plan));
    let body = html! {
        (parts::heading(&say(message!("import-title")), &html! {}))
        (parts::notice(Tone::Plain, &say(message!("import-nothing-changed"))))
        (summary)
        @if changes > 0 {
            form class="actions" method="post" action=(PLAN) {
                (parts::csrf(visit))
                input type="hidden" name="token" value=(token);
                (parts::button(Weight::First, &say(message!("import-apply", accounts = changes))))
                (parts::button_link(Weight::Plain, PATH, &say(message!("import-other-file"))))
            }
        } @else {
            p { (parts::button_link(Weight::First, PATH, &say(message!("import-other-file")))) }
        }
        h2 { (say(message!("import-rows"))) }
        (rows(visit, plan.rows, asked))
    };
    visit.page(Section::Users, &message!("import-title"), body)
}

fn counts(visit: &Visit, plan: &ImportPlan) -> Markup {
    let link = |fate: &str, count: usize| html! { a href=(with_query(PLAN, &[("fate", fate)])) { (count) } };
    parts::facts(vec![
        (visit.say(&message!("word-fate-new")), link("new", plan.added)),
        (visit.say(&message!("word-fate-changed")), link("changed", plan.changed)),
        (visit.say(&message!("word-fate-unchanged")), link("unchanged", plan.unchanged)),
        (visit.say(&message!("word-fate-refused")), link("refused", plan.refused)),
    ])
}

fn rows(visit: &Visit, rows: Vec<ImportLine>, asked: &Asked) -> Markup {
    let wanted = asked.fate.as_deref().filter(|fate| !fate.is_empty());
    let shown: Vec<_> =
        rows.into_iter().filter(|row| wanted.is_none_or(|wanted| wanted == name_of(&row.fate))).collect();
    let number = asked.page.unwrap_or(1).max(1);
    let total = shown.len();
    let page = shown.into_iter().skip(number.saturating_sub(1).saturating_mul(PAGE_SIZE)).take(PAGE_SIZE);
    let headings = [
        message!("heading-line"),
        message!("heading-user"),
        message!("heading-fate"),
        message!("heading-detail"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let row = |row: ImportLine| {
        let (tone, word) = word_of(&row.fate);
        vec![
            html! { (row.line) },
            html! {
                @match &row.fate {
                    Fate::Changed { .. } | Fate::Unchanged => { a href=(user_path(&row.name)) { (row.name) } }
                    Fate::New { .. } | Fate::Refused { .. } => { (row.name) }
                }
            },
            parts::badge(tone, &visit.say(&word)),
            detail(visit, &row.fate),
        ]
    };
    html! {
        (parts::table(&visit.say(&message!("import-rows")), &headings, page.map(row).collect()))
        (parts::pager(visit.language, number as u64, PAGE_SIZE as u64, total as u64, |page| {
            with_query(PLAN, &[("fate", wanted.unwrap_or_default()), ("page", &page.to_string())])
        }))
    }
}

fn name_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::New { .. } => "new",
        Fate::Changed { .. } => "changed",
        Fate::Unchanged => "unchanged",
        Fate::Refused { .. } => "refused",
    }
}

fn word_of(fate: &Fate) -> (Tone, Message) {
    match fate {
        Fate::New { .. } => (Tone::Good, message!("word-fate-new")),
        Fate::Changed { .. } => (Tone::Warning, message!("word-fate-changed")),
        Fate::Unchanged => (Tone::Plain, message!("word-fate-unchanged")),
        Fate::Refused { .. } => (Tone::Bad, message!("word-fate-refused")),
    }
}

fn detail(visit: &Visit, fate: &Fate) -> Markup {
    match fate {
        Fate::New { changes } | Fate::Changed { changes } => html! {
            @for (place, change) in changes.iter().enumerate() {
                @if place > 0 { br; }
                (visit.say(&change_word(change)))
            }
        },
        Fate::Unchanged => html! {},
        Fate::Refused { reason } => html! { (reason) },
    }
}

fn change_word(change: &RowChange) -> Message {
    match change {
        RowChange::Role(to) => message!("import-change-role", role = to.word()),
        RowChange::Standing(to) => message!("import-change-standing", standing = standing_word(*to)),
        RowChange::Join(group) => message!("import-change-join", group = group),
        RowChange::Leave(group) => message!("import-change-leave", group = group),
        RowChange::Grant(permission) => message!("import-change-grant", permission = permission),
        RowChange::Revoke(permission) => message!("import-change-revoke", permission = permission),
    }
}

/// Which dry run was seen.
#[derive(Debug, Deserialize)]
pub(super) struct Decision {
    token: String,
}

/// Does what the dry run has shown.
pub(super) async fn apply(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<Decision>,
) -> Result<Response> {
    match user_imports::apply_waiting(&app, &visit.actor, &form.token, visit.language).await? {
        None => Ok(visit.lead_on_with(PATH, Tone::Warning, &message!("import-gone"))),
        Some(Applied::Stale(_)) => Ok(visit.lead_on_with(PLAN, Tone::Warning, &message!("import-stale"))),
        Some(Applied::Done(plan)) => {
            let done = message!(
                "import-summary",
                added = plan.added,
                changed = plan.changed,
                unchanged = plan.unchanged,
                refused = plan.refused
            );
            let next =
                if plan.added > 0 { with_query(USERS, &[("password", "none")]) } else { USERS.to_owned() };
            Ok(visit.lead_on(&next, &done))
        }
    }
}
