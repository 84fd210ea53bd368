//! Users: the list, and a new one.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Explain, message};

use super::absent;
use super::address::with_query;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::people::{
    group_links, is_mendable, password_word, roles, second_factor_word, standing_word, user_path,
};
use super::posted::Posted;
use super::visit::Visit;
use crate::App;
use crate::actions::LINES_MAX;
use crate::actions::one_time_passwords::{self, HANDED_OUT_MAX};
use crate::actions::users::{self, NewUser};
use crate::error::{Error, Kind, Result};
use crate::identity::Password;
use crate::model::slice::Slice;
use crate::model::source::SourceStanding;
use crate::model::user::{PasswordState, Role, SecondFactorState, Standing, UserLine};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role::Ability;
use crate::web::csv;

/// How many users a page shows.
const PAGE_SIZE: u32 = 50;
/// Where the list is.
pub(super) const PATH: &str = "/admin/users";
/// Where the list is as a file.
const FILE: &str = "/admin/users.csv";

/// Which page of the list is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: Option<u32>,
    #[serde(flatten)]
    filter: WrittenUserFilter,
}

/// Shows the list.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Result<Page> {
    let number = asked.page.unwrap_or(1).max(1);
    let listed = users::list(&app, &visit.actor, &asked.filter, Slice::page(number, PAGE_SIZE)).await;
    let body = match listed {
        Ok(listed) => html! {
            (head(&visit))
            (filters(&visit, &asked.filter))
            @if listed.lines.is_empty() { (empty(&visit, &asked.filter)) }
            @else {
                (table(&visit, listed.lines))
                (parts::pager(visit.language, number.into(), PAGE_SIZE.into(), listed.total.into(), |page| {
                    address(&asked.filter, page)
                }))
                p { (parts::button_link(Weight::Plain, &with_query(FILE, &pairs(&asked.filter)), &visit.say(&message!("list-as-csv")))) }
            }
            (hand_out_form(&visit, &asked.filter))
        },
        Err(error) if is_mendable(&error) => html! {
            (head(&visit))
            (filters(&visit, &asked.filter))
            (parts::notice(Tone::Bad, &visit.say(&error.message())))
        },
        Err(error) => return Err(error),
    };
    Ok(visit.page(Section::Users, &message!("page-users"), body))
}

/// Answers with the list as a file, which an import takes as it is; so its words are those of imports, in no language.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenUserFilter>,
) -> Result<Response> {
    let listed = users::list(&app, &visit.actor, &filter, Slice::first(LINES_MAX)).await?;
    let heading = ["name", "role", "groups", "permissions", "standing", "password_state", "added"];
    let row = |line: &UserLine| {
        vec![
            line.name.clone(),
            line.role.as_str().to_owned(),
            line.groups.join("|"),
            line.permissions.join("|"),
            line.standing.as_str().to_owned(),
            line.password.as_str().to_owned(),
            line.created_at.clone(),
        ]
    };
    Ok(csv::file("users.csv", &heading.map(str::to_owned), listed.lines, row))
}

fn head(visit: &Visit) -> Markup {
    let actions = html! {
        @if visit.may(Ability::Administer) {
            (parts::button_link(Weight::First, "/admin/users/new", &visit.say(&message!("users-new"))))
            (parts::button_link(Weight::Plain, "/admin/users/import", &visit.say(&message!("users-import"))))
        }
    };
    parts::heading(&visit.say(&message!("page-users")), &actions)
}

fn filters(visit: &Visit, filter: &WrittenUserFilter) -> Markup {
    let say = |message| visit.say(&message);
    let any = (String::new(), say(message!("filter-any")));
    let standings = [Standing::Enabled, Standing::Disabled]
        .map(|standing| (standing.as_str().to_owned(), visit.say(&standing_word(standing))));
    let standings: Vec<_> = [any.clone()].into_iter().chain(standings).collect();
    let passwords =
        PasswordState::ALL.map(|state| (state.as_str().to_owned(), visit.say(&password_word(state))));
    let passwords: Vec<_> = [any.clone()].into_iter().chain(passwords).collect();
    let factors = SecondFactorState::ALL
        .map(|state| (state.as_str().to_owned(), visit.say(&second_factor_word(state))));
    let factors: Vec<_> = [any].into_iter().chain(factors).collect();
    let roles = roles(visit.language, Some(message!("filter-any")));
    let value = |written: &Option<String>| written.clone().unwrap_or_default();
    let content = html! {
        (Field::of_type("search", "search", &say(message!("users-search"))).value(&value(&filter.search)))
        (Field::choice("role", &say(message!("heading-role")), &roles).value(&value(&filter.role)))
        (Field::choice("standing", &say(message!("heading-standing")), &standings).value(&value(&filter.standing)))
        (Field::choice("password", &say(message!("heading-password")), &passwords).value(&value(&filter.password)))
        (Field::choice("second_factor", &say(message!("heading-second-factor")), &factors).value(&value(&filter.second_factor)))
        (Field::text("source", &say(message!("heading-source"))).value(&value(&filter.source)))
        (Field::text("group", &say(message!("heading-group"))).value(&value(&filter.group)))
        (Field::text("permission", &say(message!("heading-permission"))).value(&value(&filter.permission)))
        (parts::button(Weight::Plain, &say(message!("filter-apply"))))
    };
    parts::filters(PATH, &content)
}

fn empty(visit: &Visit, filter: &WrittenUserFilter) -> Markup {
    if *filter == WrittenUserFilter::default() {
        return parts::empty(&visit.say(&message!("users-none")), &html! {});
    }
    let all = parts::button_link(Weight::Plain, PATH, &visit.say(&message!("filter-clear")));
    parts::empty(&visit.say(&message!("users-none-found")), &all)
}

/// Who is gone in the own source stands out.
fn source_tone(standing: SourceStanding) -> Tone {
    match standing {
        SourceStanding::Present => Tone::Plain,
        SourceStanding::Gone => Tone::Warning,
    }
}

fn table(visit: &Visit, lines: Vec<UserLine>) -> Markup {
    let headings = [
        message!("heading-user"),
        message!("heading-role"),
        message!("heading-standing"),
        message!("heading-groups"),
        message!("heading-permissions"),
        message!("heading-added"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let row = |line: UserLine| {
        let standing = match line.standing {
            Standing::Enabled => Tone::Good,
            Standing::Disabled => Tone::Warning,
        };
        vec![
            html! { a href=(user_path(&line.name)) { (line.name) } },
            html! { (visit.say(&line.role.word())) },
            html! {
                (parts::badge(standing, &visit.say(&standing_word(line.standing))))
                @if let Some(source) = &line.source {
                    " " (parts::badge(source_tone(line.source_standing), source))
                } @else if line.password != PasswordState::Own {
                    " " (parts::badge(Tone::Plain, &visit.say(&password_word(line.password))))
                }
            },
            group_links(&line.groups),
            html! { (line.permissions.join(", ")) },
            parts::time(&line.created_at),
        ]
    };
    parts::table(&visit.say(&message!("page-users")), &headings, lines.into_iter().map(row).collect())
}

/// The address of a page of the list with the same filter.
fn address(filter: &WrittenUserFilter, page: u64) -> String {
    let page = page.to_string();
    let mut pairs = pairs(filter);
    pairs.push(("page", &page));
    with_query(PATH, &pairs)
}

fn pairs(filter: &WrittenUserFilter) -> Vec<(&'static str, &str)> {
    let all = [
        ("search", &filter.search),
        ("role", &filter.role),
        ("standing", &filter.standing),
        ("group", &filter.group),
        ("permission", &filter.permission),
        ("password", &filter.password),
        ("second_factor", &filter.second_factor),
    ];
    all.into_iter().map(|(name, value)| (name, value.as_deref().unwrap_or_default())).collect()
}

/// Where users without a password are looked for: a button that hands one-time passwords out to them.
fn hand_out_form(visit: &Visit, filter: &WrittenUserFilter) -> Markup {
    if filter.password.as_deref() != Some("none") || !visit.may(Ability::Administer) {
        return html! {};
    }
    let content = html! {
        p { (visit.say(&message!("users-hand-out-hint", users = HANDED_OUT_MAX))) }
        @for (name, value) in pairs(filter) { input type="hidden" name=(name) value=(value); }
        div class="actions" { (parts::button(Weight::First, &visit.say(&message!("users-hand-out")))) }
    };
    parts::form(visit, "/admin/users/hand-out", &content)
}

/// Hands one-time passwords out, and shows them this once.
pub(super) async fn hand_out(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<WrittenUserFilter>,
) -> Result<Response> {
    let handed_out = one_time_passwords::hand_out(&app, &visit.actor, &form).await?;
    let done = message!("done-user-hand-out", users = handed_out.passwords.len(), left = handed_out.left);
    Ok(passwords_page(&visit, &visit.say(&done), handed_out.passwords).into_response())
}

/// A page with one-time passwords, to be printed or read out; nothing of it is kept.
pub(super) fn passwords_page(visit: &Visit, said: &str, passwords: Vec<(String, Password)>) -> Page {
    let title = message!("one-time-passwords");
    let headings =
        [message!("heading-user"), message!("heading-one-time-password")].map(|heading| visit.say(&heading));
    let row = |(name, password): (String, Password)| {
        vec![html! { (name) }, html! { code { (String::from(password)) } }]
    };
    let rows: Vec<_> = passwords.into_iter().map(row).collect();
    let body = html! {
        (parts::heading(&visit.say(&title), &html! {}))
        (parts::notice(Tone::Warning, said))
        @if !rows.is_empty() {
            p { (visit.say(&message!("one-time-passwords-how"))) }
            (parts::table(&visit.say(&title), &headings, rows))
        }
        p { (parts::button_link(Weight::Plain, PATH, &visit.say(&message!("users-back")))) }
    };
    visit.page(Section::Users, &title, body)
}

/// What the form of a new user sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewUserForm {
    name: String,
    role: String,
    groups: String,
    permissions: String,
}

/// Shows the form of a new user.
pub(super) async fn new(visit: Visit) -> Result<Page> {
    visit.actor.require(Ability::Administer)?;
    Ok(new_page(&visit, &NewUserForm::default(), None))
}

/// The field that an error is about.
fn field(error: &Error) -> &'static str {
    match error.kind() {
        Kind::GroupUnknown(_) => "groups",
        Kind::Permission(_) => "permissions",
        _ => "name",
    }
}

fn new_page(visit: &Visit, form: &NewUserForm, error: Option<&Error>) -> Page {
    let said = error.map(|error| (field(error), visit.say(&absent::said(error))));
    let wrong = |field: &str| said.as_ref().filter(|(at, _)| *at == field).map(|(_, said)| said.as_str());
    let say = |message| visit.say(&message);
    let roles = roles(visit.language, None);
    let role = if form.role.is_empty() { Role::User.as_str() } else { &form.role };
    let content = html! {
        (Field::text("name", &say(message!("user-name"))).value(&form.name).required().error(wrong("name")).autocomplete("off"))
        (Field::choice("role", &say(message!("heading-role")), &roles).value(role).hint(&say(message!("user-role-hint"))))
        (Field::text("groups", &say(message!("heading-groups"))).value(&form.groups).hint(&say(message!("user-groups-hint"))).error(wrong("groups")))
        (Field::text("permissions", &say(message!("heading-permissions"))).value(&form.permissions).hint(&say(message!("user-permissions-hint"))).error(wrong("permissions")))
        p class="hint" { (say(message!("user-new-hint"))) }
        div class="actions" {
            (parts::button(Weight::First, &say(message!("user-new-button"))))
            (parts::button_link(Weight::Plain, PATH, &say(message!("cancel"))))
        }
    };
    let body = html! {
        (parts::heading(&say(message!("users-new")), &html! {}))
        (parts::form(visit, "/admin/users/new", &content))
    };
    visit.page(Section::Users, &message!("users-new"), body)
}

/// Adds a user, and shows the one-time password this once.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<NewUserForm>,
) -> Result<Response> {
    let name = form.name.trim().to_owned();
    let new = NewUser {
        name: name.clone(),
        role: Role::parse(&form.role).unwrap_or_default(),
        groups: listed(&form.groups),
        permissions: listed(&form.permissions),
    };
    match users::create(&app, &visit.actor, &new).await {
        Ok(password) => {
            let said = visit.say(&message!("done-user-create", name = &name));
            Ok(passwords_page(&visit, &said, vec![(name, password)]).into_response())
        }
        Err(error) if is_mendable(&error) => {
            Ok(new_page(&visit, &form, Some(&error)).with_status(error.status()).into_response())
        }
        Err(error) => Err(error),
    }
}

/// What stands in a field with commas between.
pub(super) fn listed(written: &str) -> Vec<String> {
    written.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}
