//! One user: what there is to see, what the user is offered and why, and what can be changed.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Message, message};

use super::address::with_query;
use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::people::{group_path, led_on, or_not_there, password_word, roles, standing_word, user_path};
use super::posted::Posted;
use super::preconditions;
use super::users::PATH;
use super::visit::Visit;
use super::why;
use crate::App;
use crate::actions::{groups, permissions, users};
use crate::error::{Kind, Result};
use crate::model::source::{MailServer, SourceStanding};
use crate::model::user::{SourceDetail, Standing, UserDetail};
use crate::rules::role::Ability;
use crate::settings::UserRemoval;

/// What was just taken from a user, and can be given back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Taken {
    left: String,
    revoked: String,
}

/// Shows a user.
pub(super) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(taken): Query<Taken>,
) -> Result<Page> {
    let user = or_not_there(users::show(&app, &visit.actor, &name).await)?;
    let may = visit.may(Ability::Administer);
    let plug_ins = preconditions::of_user(&app, &visit, &user.name).await?;
    let body = html! {
        (parts::heading(&user.name, &actions(&visit, &user)))
        @if may { (undo(&visit, &user, &taken)) }
        (facts(&visit, &user))
        @if may { (role_form(&visit, &user)) }
        h2 { (visit.say(&message!("heading-groups"))) }
        (memberships(&visit, &user))
        h2 { (visit.say(&message!("heading-permissions"))) }
        (held(&visit, &user))
        h2 { (visit.say(&message!("user-offered"))) }
        (why::products(&visit, &user.products))
        (plug_ins)
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
    let link = |weight, verb: &str, label: &Message| {
        parts::button_link(weight, &format!("{path}/{verb}"), &visit.say(label))
    };
    html! {
        @if user.second_factor { (link(Weight::Plain, "reset-totp", &message!("user-reset-totp"))) }
        @if user.source.is_none() { (link(Weight::Plain, "reset", &message!("user-reset"))) }
        @match user.standing {
            Standing::Enabled => { (link(Weight::Plain, "disable", &message!("user-disable"))) }
            Standing::Disabled => {
                (parts::button_form(visit, &format!("{path}/enable"), Weight::Plain, &visit.say(&message!("user-enable"))))
            }
        }
    }
}

/// Gives back what was just taken, while it is not given back.
fn undo(visit: &Visit, user: &UserDetail, Taken { left, revoked }: &Taken) -> Markup {
    let path = user_path(&user.name);
    let has =
        |permission: &str| user.permissions.iter().any(|held| held.direct && held.permission == permission);
    let back = |verb: &str, value: &str, label: &Message| {
        html! { p { (one_field(visit, &format!("{path}/{verb}"), "value", value, &visit.say(label))) } }
    };
    html! {
        @if !left.is_empty() && !user.groups.contains(left) {
            (back("join", left, &message!("user-leave-undo", group = left)))
        }
        @if !revoked.is_empty() && !has(revoked) {
            (back("grant", revoked, &message!("permission-revoke-undo", permission = revoked)))
        }
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
    let mut facts = vec![
        (say(message!("heading-role")), html! { (visit.say(&user.role.word())) }),
        (say(message!("heading-standing")), parts::badge(tone, &visit.say(&standing_word(user.standing)))),
        (say(message!("heading-password")), html! { (visit.say(&password_word(user.password))) }),
        (
            say(message!("heading-locale")),
            html! {
                @match &user.locale {
                    Some(locale) => (locale),
                    None => (visit.say(&message!("user-locale-untold"))),
                }
            },
        ),
        (
            say(message!("heading-branding")),
            html! {
                (user.branding.as_deref().unwrap_or("–"))
                @if !user.other_brandings.is_empty() {
                    br; (visit.say(&message!("user-other-brandings", brandings = user.other_brandings.join(", "))))
                }
            },
        ),
        (say(message!("user-second-factor")), html! { (say(second)) }),
        (say(message!("page-devices")), link("/admin/devices", user.devices)),
        (say(message!("page-reports")), link("/admin/reports", user.reports)),
        (say(message!("heading-added")), parts::time(&user.created_at)),
    ];
    facts.extend(user.source.iter().flat_map(|source| source_facts(visit, source)));
    parts::facts(facts)
}

/// What there is to see of where the account is known.
fn source_facts(visit: &Visit, source: &SourceDetail) -> Vec<(String, Markup)> {
    let (tone, word) = match source.standing {
        SourceStanding::Present => (Tone::Good, message!("source-standing-present")),
        SourceStanding::Gone => (Tone::Warning, message!("source-standing-gone")),
    };
    let profile = &source.profile;
    let server = |server: &MailServer| format!("{}:{}", server.host, server.port);
    let imap =
        profile.imap.as_ref().map(|at| visit.say(&message!("source-profile-imap", server = server(at))));
    let smtp =
        profile.smtp.as_ref().map(|at| visit.say(&message!("source-profile-smtp", server = server(at))));
    let told = [profile.display_name.clone(), profile.mail_address.clone()].into_iter().flatten();
    let told: Vec<String> =
        told.chain(profile.locale.as_ref().map(ToString::to_string)).chain(imap).chain(smtp).collect();
    let confirmed = source.confirmed_at.as_deref();
    vec![
        (
            visit.say(&message!("heading-source")),
            html! { (source.name) p { (visit.say(&message!("user-source-about", source = &source.name))) } },
        ),
        (visit.say(&message!("heading-source-standing")), parts::badge(tone, &visit.say(&word))),
        (
            visit.say(&message!("heading-confirmed")),
            html! { @if let Some(at) = confirmed { (parts::time(at)) } @else { "–" } },
        ),
        (visit.say(&message!("heading-aliases")), or_dash(&source.aliases)),
        (visit.say(&message!("heading-profile")), or_dash(&told)),
    ]
}

fn or_dash(texts: &[String]) -> Markup {
    html! { @if texts.is_empty() { "–" } @else { (texts.join(", ")) } }
}

/// Leads to the page that says what another role does.
fn role_form(visit: &Visit, user: &UserDetail) -> Markup {
    let choices = roles(visit.language, None);
    let (label, hint) = (visit.say(&message!("user-role-label")), visit.say(&message!("user-role-hint")));
    html! {
        form class="fields" method="get" action={ (user_path(&user.name)) "/role" } {
            input type="hidden" name="before" value=(user.role.as_str());
            (Field::choice("role", &label, &choices).value(user.role.as_str()).hint(&hint))
            div class="actions" { (parts::button(Weight::Plain, &visit.say(&message!("user-set-role")))) }
        }
    }
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
    let taken = match verb.as_str() {
        "leave" => [("left", value)],
        "revoke" => [("revoked", value)],
        _ => [("", "")],
    };
    let taken = if done.is_ok() { taken } else { [("", "")] };
    led_on(&visit, &with_query(&user_path(&name), &taken), done)
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
