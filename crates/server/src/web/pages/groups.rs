//! Groups: the list, and one of them with its users and permissions.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::message;

use super::address::with_query;
use super::brandings;
use super::frame::{Page, Section};
use super::listing::{PAGE_SIZE as LISTED_MAX, PageNumber, address, or_wrong, wrong};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::people::{group_path, led_on, or_not_there, user_path};
use super::posted::Posted;
use super::user::{Nothing, One, one_field};
use super::visit::Visit;
use crate::App;
use crate::actions::{groups, permissions, users};
use crate::error::{Kind, Result};
use crate::model::group::{GroupSummary, WrittenGroupFilter};
use crate::model::slice::Slice;
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role::Ability;

/// How many users of a group a page shows.
const PAGE_SIZE: u32 = 50;
/// Where the list is.
const PATH: &str = "/admin/groups";

/// Shows the list.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    visit: Visit,
    Query(filter): Query<WrittenGroupFilter>,
    Query(page): Query<PageNumber>,
) -> Result<Page> {
    let (listed, error) = or_wrong(groups::list(&app, &visit.actor, &filter, page.slice()).await)?;
    let search = filter.search.as_deref().unwrap_or_default();
    let fields = html! {
        (Field::of_type("search", "search", &visit.say(&message!("groups-search"))).value(search))
        (parts::button(Weight::Plain, &visit.say(&message!("filter-apply"))))
    };
    let title = visit.say(&message!("page-groups"));
    let body = html! {
        (parts::heading(&title, &parts::button_link(Weight::Plain, brandings::PATH, &visit.say(&message!("page-brandings")))))
        (parts::filters(PATH, &fields))
        (wrong(error.as_ref(), visit.language))
        @if !listed.lines.is_empty() { (table(&visit, listed.lines)) }
        @else if search.is_empty() { (parts::empty(&visit.say(&message!("groups-none")), &html! {})) }
        @else if error.is_none() {
            (parts::empty(&visit.say(&message!("groups-none-found")),
                &parts::button_link(Weight::Plain, PATH, &visit.say(&message!("filter-clear")))))
        }
        (parts::pager(visit.language, page.number().into(), LISTED_MAX.into(), listed.total.into(), |page| {
            address(PATH, &filter, u32::try_from(page).unwrap_or(u32::MAX))
        }))
        @if visit.may(Ability::Administer) {
            (parts::form(&visit, PATH, &html! {
                (Field::text("value", &visit.say(&message!("group-new-label"))).required().autocomplete("off"))
                div class="actions" { (parts::button(Weight::First, &visit.say(&message!("group-new")))) }
            }))
        }
    };
    Ok(visit.page(Section::Groups, &message!("page-groups"), body))
}

fn table(visit: &Visit, lines: Vec<GroupSummary>) -> Markup {
    let headings = [
        message!("heading-group"),
        message!("heading-users"),
        message!("heading-permissions"),
        message!("heading-added"),
    ];
    let headings = headings.map(|heading| visit.say(&heading));
    let row = |group: GroupSummary| {
        vec![
            html! { a href=(group_path(&group.name)) { (group.name) } },
            html! { a href=(with_query("/admin/users", &[("group", &group.name)])) { (group.members) } },
            html! { (group.permissions.join(", ")) },
            parts::time(&group.created_at),
        ]
    };
    parts::table(&visit.say(&message!("page-groups")), &headings, lines.into_iter().map(row).collect())
}

/// Adds a group.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Posted { visit, form }: Posted<One>,
) -> Result<Response> {
    let name = form.value.trim();
    match groups::add(&app, &visit.actor, name).await {
        Ok(()) => Ok(visit.lead_on(&group_path(name), &message!("done-group-add", name = name))),
        Err(error) => led_on(&visit, PATH, Err(error)),
    }
}

/// Which page of a group's users is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: Option<u32>,
}

/// Shows a group.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page> {
    let group = or_not_there(groups::show(&app, &visit.actor, &name).await)?;
    let number = asked.page.unwrap_or(1).max(1);
    let filter = WrittenUserFilter { group: Some(group.name.clone()), ..WrittenUserFilter::default() };
    let members = users::list(&app, &visit.actor, &filter, Slice::page(number, PAGE_SIZE)).await?;
    let path = group_path(&group.name);
    let may = visit.may(Ability::Administer);
    let names: Vec<String> = members.lines.into_iter().map(|line| line.name).collect();
    let body = html! {
        (parts::heading(&group.name, &html! {}))
        h2 { (visit.say(&message!("heading-permissions"))) }
        (held(&visit, &group))
        h2 { (visit.say(&message!("heading-users"))) }
        @if names.is_empty() { p { (visit.say(&message!("group-no-users"))) } }
        @else {
            ul class="items" { @for user in &names { li {
                a href=(user_path(user)) { (user) }
                @if may { " " (one_field(&visit, &format!("{path}/leave"), "value", user, &visit.say(&message!("group-leave", user = user)))) }
            } } }
            (parts::pager(visit.language, number.into(), PAGE_SIZE.into(), members.total.into(), |page| {
                with_query(&path, &[("page", &page.to_string())])
            }))
        }
        @if may {
            (parts::form(&visit, &format!("{path}/join"), &html! {
                (Field::text("value", &visit.say(&message!("group-join-label"))).required())
                div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("group-join")))) }
            }))
            h2 { (visit.say(&message!("group-remove-heading"))) }
            p { (parts::button_link(Weight::Danger, &format!("{path}/remove"), &visit.say(&message!("group-remove")))) }
        }
    };
    Ok(visit.page_named(Section::Groups, &group.name, body))
}

fn held(visit: &Visit, group: &GroupSummary) -> Markup {
    let path = group_path(&group.name);
    let may = visit.may(Ability::Administer);
    html! {
        @if group.permissions.is_empty() { p { (visit.say(&message!("group-no-permissions"))) } }
        @else {
            ul class="items" { @for permission in &group.permissions { li {
                (permission)
                @if may {
                    " " (one_field(visit, &format!("{path}/revoke"), "value", permission,
                        &visit.say(&message!("permission-revoke", permission = permission))))
                }
            } } }
        }
        @if may {
            (parts::form(visit, &format!("{path}/grant"), &html! {
                div class="field" {
                    label for="permission" { (visit.say(&message!("permission-grant-label"))) }
                    input type="text" id="permission" name="value" required;
                }
                div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("permission-grant")))) }
            }))
        }
    }
}

/// Does what the last part of the address says.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    Path((name, verb)): Path<(String, String)>,
    Posted { visit, form }: Posted<One>,
) -> Result<Response> {
    let (app, actor, value) = (&*app, &visit.actor, form.value.trim());
    let done = match verb.as_str() {
        "join" => groups::join(app, actor, &name, value)
            .await
            .map(|_| message!("done-group-join", group = &name, user = value)),
        "leave" => groups::leave(app, actor, &name, value)
            .await
            .map(|_| message!("done-group-leave", group = &name, user = value)),
        "grant" => permissions::grant(app, actor, &name, value)
            .await
            .map(|_| message!("done-permission-grant", holder = &name, permission = value)),
        "revoke" => permissions::revoke(app, actor, &name, value)
            .await
            .map(|_| message!("done-permission-revoke", holder = &name, permission = value)),
        _ => return Err(Kind::NotFound.into()),
    };
    led_on(&visit, &group_path(&name), done)
}

/// Says what goes with a group, and asks.
pub(super) async fn ask_to_remove(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    visit.actor.require(Ability::Administer)?;
    let group = or_not_there(groups::show(&app, &visit.actor, &name).await)?;
    let path = group_path(&group.name);
    let goes = message!(
        "group-remove-all",
        users = group.members,
        permissions =
            if group.permissions.is_empty() { "–".to_owned() } else { group.permissions.join(", ") }
    );
    let body = html! {
        (parts::heading(&visit.say(&message!("group-remove-title", name = &group.name)), &html! {}))
        (parts::notice(Tone::Bad, &visit.say(&goes)))
        (parts::form(&visit, &format!("{path}/remove"), &html! {
            div class="actions" {
                (parts::button_link(Weight::First, &path, &visit.say(&message!("cancel"))))
                (parts::button(Weight::Danger, &visit.say(&message!("group-remove"))))
            }
        }))
    };
    Ok(visit.page_named(Section::Groups, &group.name, body))
}

/// Removes a group.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    match groups::remove(&app, &visit.actor, &name).await {
        Ok(()) => Ok(visit.lead_on(PATH, &message!("done-group-remove", name = &name))),
        Err(error) => led_on(&visit, &group_path(&name), Err(error)),
    }
}
