//! One user: what there is to see, what the user is offered and why, and what can be changed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use text::message;

use super::address::with_query;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::people::{group_path, led_on, or_not_there, password_word, roles, standing_word, user_path};
use super::posted::Posted;
use super::users::{PATH, passwords_page};
use super::visit::Visit;
use super::why;
use crate::App;
use crate::actions::{groups, permissions, users};
use crate::error::{Kind, Result};
use crate::model::user::{Role, Standing, UserDetail};
use crate::rules::role::Ability;
use crate::settings::UserRemoval;

/// Shows a user.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    let user = or_not_there(users::show(&app, &visit.actor, &name).await)?;
    let may = visit.may(Ability::Administer);
    let body = html! {
        (parts::heading(&user.name, &actions(&visit, &user)))
        (facts(&visit, &user))
        @if may { (role_form(&visit, &user)) }
        h2 { (visit.say(&message!("heading-groups"))) }
        (memberships(&visit, &user))
        h2 { (visit.say(&message!("heading-permissions"))) }
        (held(&visit, &user))
        h2 { (visit.say(&message!("user-offered"))) }
        (why::products(&visit, &user.products))
        @if may {
            h2 { (visit.say(&message!("user-remove-heading"))) }
            p { (parts::button_link(Weight::Danger, &format!("{}/remove", user_path(&user.name)), &visit.say(&message!("user-remove")))) }
        }
    };
    Ok(visit.page_named(Section::Users, &user.name, body))
}

fn actions(visit: &Visit, user: &UserDetail) -> Markup {
    if !visit.may(Ability::Administer) {
        return html! {};
    }
    let path = user_path(&user.name);
    let (standing, label) = match user.standing {
        Standing::Enabled => ("disable", message!("user-disable")),
        Standing::Disabled => ("enable", message!("user-enable")),
    };
    html! {
        @if user.second_factor {
            (parts::button_form(visit, &format!("{path}/reset-totp"), Weight::Plain, &visit.say(&message!("user-reset-totp"))))
        }
        (parts::button_form(visit, &format!("{path}/reset"), Weight::Plain, &visit.say(&message!("user-reset"))))
        (parts::button_form(visit, &format!("{path}/{standing}"), Weight::Plain, &visit.say(&label)))
    }
}

fn facts(visit: &Visit, user: &UserDetail) -> Markup {
    let say = |message| visit.say(&message);
    let tone = if user.standing == Standing::Enabled { Tone::Good } else { Tone::Warning };
    let second = if user.second_factor {
        message!("user-second-factor-on")
    } else {
        message!("user-second-factor-off")
    };
    let link = |path: &str, count: u32| {
        let address = with_query(path, &[("user", &user.name)]);
        html! { a href=(address) { (count) } }
    };
    parts::facts(vec![
        (say(message!("heading-role")), html! { (visit.say(&user.role.word())) }),
        (say(message!("heading-standing")), parts::badge(tone, &visit.say(&standing_word(user.standing)))),
        (say(message!("heading-password")), html! { (visit.say(&password_word(user.password))) }),
        (say(message!("user-second-factor")), html! { (say(second)) }),
        (say(message!("page-devices")), link("/admin/devices", user.devices)),
        (say(message!("page-reports")), link("/admin/reports", user.reports)),
        (say(message!("heading-added")), parts::time(&user.created_at)),
    ])
}

fn role_form(visit: &Visit, user: &UserDetail) -> Markup {
    let choices = roles(visit.language, None);
    parts::form(
        visit,
        &format!("{}/role", user_path(&user.name)),
        &html! {
            input type="hidden" name="before" value=(user.role.as_str());
            (Field::choice("role", &visit.say(&message!("user-role-label")), &choices)
                .value(user.role.as_str()).hint(&visit.say(&message!("user-role-hint"))))
            div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("user-set-role")))) }
        },
    )
}

fn memberships(visit: &Visit, user: &UserDetail) -> Markup {
    let path = user_path(&user.name);
    let may = visit.may(Ability::Administer);
    html! {
        @if user.groups.is_empty() { p { (visit.say(&message!("user-no-groups"))) } }
        @else {
            ul class="items" { @for group in &user.groups { li {
                a href=(group_path(group)) { (group) }
                @if may { " " (one_field(visit, &format!("{path}/leave"), "value", group, &visit.say(&message!("user-leave", group = group)))) }
            } } }
        }
        @if may {
            (parts::form(visit, &format!("{path}/join"), &html! {
                (Field::text("value", &visit.say(&message!("user-join-label"))).required())
                div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("user-join")))) }
            }))
        }
    }
}

fn held(visit: &Visit, user: &UserDetail) -> Markup {
    let path = user_path(&user.name);
    let may = visit.may(Ability::Administer);
    html! {
        @if user.permissions.is_empty() { p { (visit.say(&message!("user-no-permissions"))) } }
        @else {
            ul class="items" { @for permission in &user.permissions { li {
                (visit.say(&why::reason(permission)))
                @if may && permission.direct {
                    " " (one_field(visit, &format!("{path}/revoke"), "value", &permission.permission,
                        &visit.say(&message!("permission-revoke", permission = &permission.permission))))
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

/// A button that sends one value.
pub(super) fn one_field(visit: &Visit, action: &str, name: &str, value: &str, label: &str) -> Markup {
    html! {
        form class="inline" method="post" action=(action) {
            (parts::csrf(visit))
            input type="hidden" name=(name) value=(value);
            button type="submit" class="link" { (label) }
        }
    }
}

/// A form with nothing in it.
#[derive(Debug, Deserialize)]
pub(super) struct Nothing {}

/// A form with one value.
#[derive(Debug, Deserialize)]
pub(super) struct One {
    pub(super) value: String,
}

/// Does what the last part of the address says.
pub(super) async fn change(
    State(app): State<Arc<App>>,
    Path((name, verb)): Path<(String, String)>,
    Posted { visit, form }: Posted<One>,
) -> Result<Response> {
    let (app, actor, value) = (&*app, &visit.actor, form.value.trim());
    let done = match verb.as_str() {
        "join" => groups::join(app, actor, value, &name)
            .await
            .map(|_| message!("done-group-join", group = value, user = &name)),
        "leave" => groups::leave(app, actor, value, &name)
            .await
            .map(|_| message!("done-group-leave", group = value, user = &name)),
        "grant" => permissions::grant(app, actor, &name, value)
            .await
            .map(|_| message!("done-permission-grant", holder = &name, permission = value)),
        "revoke" => permissions::revoke(app, actor, &name, value)
            .await
            .map(|_| message!("done-permission-revoke", holder = &name, permission = value)),
        _ => return Err(Kind::NotFound.into()),
    };
    led_on(&visit, &user_path(&name), done)
}

/// Lets a user sign in again.
pub(super) async fn enable(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = users::set_standing(&app, &visit.actor, &name, Standing::Enabled).await;
    led_on(&visit, &user_path(&name), done.map(|_| message!("done-user-enable", name = &name)))
}

/// Lets a user sign in no longer.
pub(super) async fn disable(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = users::set_standing(&app, &visit.actor, &name, Standing::Disabled).await;
    led_on(&visit, &user_path(&name), done.map(|_| message!("done-user-disable", name = &name)))
}

/// Gives a user a one-time password, and shows it this once.
pub(super) async fn reset(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let password = or_not_there(users::reset(&app, &visit.actor, &name).await)?;
    let said = visit.say(&message!("done-user-reset", name = &name));
    Ok(passwords_page(&visit, &said, vec![(name, password)]).into_response())
}

/// Takes a user's second factor away.
pub(super) async fn reset_second_factor(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = users::reset_second_factor(&app, &visit.actor, &name).await;
    led_on(&visit, &user_path(&name), done.map(|_| message!("done-user-reset-totp", name = &name)))
}

/// Another role, and the one that the form was filled in for.
#[derive(Debug, Deserialize)]
pub(super) struct RoleForm {
    role: String,
    before: String,
}

/// Gives a user another role, unless somebody else has done so since the form was shown.
pub(super) async fn set_role(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, form }: Posted<RoleForm>,
) -> Result<Response> {
    let path = user_path(&name);
    let (Some(role), Some(before)) = (Role::parse(&form.role), Role::parse(&form.before)) else {
        return Err(Kind::NotFound.into());
    };
    let actor = visit.actor.clone().having_seen(app.revision());
    let user = or_not_there(users::show(&app, &actor, &name).await)?;
    if user.role != before {
        let said = message!("user-changed-meanwhile", name = &name, role = user.role.word());
        return Ok(visit.lead_on_with(&path, Tone::Warning, &said));
    }
    match users::set_role(&app, &actor, &name, role).await {
        Err(error) if matches!(error.kind(), Kind::SeenBefore) => {
            let said = message!("user-changed-meanwhile", name = &name, role = user.role.word());
            Ok(visit.lead_on_with(&path, Tone::Warning, &said))
        }
        done => led_on(
            &visit,
            &path,
            done.map(|_| message!("done-user-set-role", name = &name, role = role.word())),
        ),
    }
}

/// Says what goes with a user, and asks.
pub(super) async fn ask_to_remove(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    visit.actor.require(Ability::Administer)?;
    let user = or_not_there(users::show(&app, &visit.actor, &name).await)?;
    let path = user_path(&user.name);
    let goes = match app.settings.on_user_removal {
        UserRemoval::Remove => {
            message!("user-remove-all", name = &user.name, devices = user.devices, reports = user.reports)
        }
        UserRemoval::Strip => {
            message!("user-remove-strip", name = &user.name, devices = user.devices, reports = user.reports)
        }
    };
    let body = html! {
        (parts::heading(&visit.say(&message!("user-remove-title", name = &user.name)), &html! {}))
        (parts::notice(Tone::Bad, &visit.say(&goes)))
        (parts::form(&visit, &format!("{path}/remove"), &html! {
            div class="actions" {
                (parts::button_link(Weight::First, &path, &visit.say(&message!("cancel"))))
                (parts::button(Weight::Danger, &visit.say(&message!("user-remove"))))
            }
        }))
    };
    Ok(visit.page_named(Section::Users, &user.name, body))
}

/// Removes a user.
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    Posted { visit, .. }: Posted<Nothing>,
) -> Result<Response> {
    let done = users::remove(&app, &visit.actor, &name).await;
    match done {
        Ok(()) => Ok(visit.lead_on(PATH, &message!("done-user-remove", name = &name))),
        Err(error) => led_on(&visit, &user_path(&name), Err(error)),
    }
}
