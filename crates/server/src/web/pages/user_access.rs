//! Whether, how and as what a user signs in: each change says first what it does, and to whom.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::{Message, message};

use super::frame::{Page, Section};
use super::notice::Tone;
use super::parts::{self, Weight};
use super::people::{led_on, or_not_there, user_path};
use super::posted::Posted;
use super::user::Nothing;
use super::users::passwords_page;
use super::visit::Visit;
use crate::App;
use crate::actions::{device_list, users};
use crate::error::{Kind, Result};
use crate::model::device_filter::WrittenDeviceFilter;
use crate::model::slice::Slice;
use crate::model::user::{Role, Standing, UserDetail};
use crate::rules::role::Ability;

/// Another role, and the one that the form was filled in for.
#[derive(Debug, Deserialize)]
pub(super) struct RoleForm {
    role: String,
    before: String,
}

/// A change that ends what a user is signed in with.
struct Asked<'a> {
    verb: &'a str,
    title: Message,
    then: Message,
    label: Message,
}

/// Says what a change does, to oneself too, and asks.
fn ask(visit: &Visit, user: &UserDetail, asked: &Asked<'_>, more: &Markup) -> Page {
    let path = user_path(&user.name);
    let say = |message: &Message| visit.say(message);
    let body = html! {
        (parts::heading(&say(&asked.title), &html! {}))
        p { (say(&asked.then)) }
        p { (say(&message!("user-access-ends", name = &user.name, devices = user.devices))) }
        @if visit.actor.name() == user.name { (parts::notice(Tone::Warning, &say(&message!("user-access-own")))) }
        (parts::form(visit, &format!("{path}/{}", asked.verb), &html! {
            (more)
            div class="actions" {
                (parts::button_link(Weight::First, &path, &say(&message!("cancel"))))
                (parts::button(Weight::Danger, &say(&asked.label)))
            }
        }))
    };
    visit.page(Section::Users, &asked.title, body)
}

/// A user, with the devices that are signed in.
async fn find(app: &App, visit: &Visit, name: &str) -> Result<UserDetail> {
    visit.actor.require(Ability::Administer)?;
    let user = or_not_there(users::show(app, &visit.actor, name).await)?;
    let signed_in = WrittenDeviceFilter {
        user: Some(user.name.clone()),
        standing: Some("enrolled".to_owned()),
        ..WrittenDeviceFilter::default()
    };
    let devices = device_list::list(app, &visit.actor, &signed_in, Slice::first(1)).await?.total;
    Ok(UserDetail { devices, ..user })
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

/// Says what disabling does.
pub(super) async fn ask_to_disable(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    let user = find(&app, &visit, &name).await?;
    let asked = Asked {
        verb: "disable",
        title: message!("user-disable-title", name = &user.name),
        then: message!("user-disable-then", name = &user.name),
        label: message!("user-disable"),
    };
    Ok(ask(&visit, &user, &asked, &html! {}))
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

/// Says what a one-time password does.
pub(super) async fn ask_to_reset(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    let user = find(&app, &visit, &name).await?;
    let asked = Asked {
        verb: "reset",
        title: message!("user-reset-title", name = &user.name),
        then: message!("user-reset-then", name = &user.name),
        label: message!("user-reset"),
    };
    Ok(ask(&visit, &user, &asked, &html! {}))
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

/// Says what taking a second factor away does.
pub(super) async fn ask_to_reset_second_factor(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
) -> Result<Page> {
    let user = find(&app, &visit, &name).await?;
    let asked = Asked {
        verb: "reset-totp",
        title: message!("user-reset-totp-title", name = &user.name),
        then: message!("user-reset-totp-then", name = &user.name),
        label: message!("user-reset-totp"),
    };
    Ok(ask(&visit, &user, &asked, &html! {}))
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

/// Says what another role does.
pub(super) async fn ask_to_set_role(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(name): Path<String>,
    Query(form): Query<RoleForm>,
) -> Result<Response> {
    let user = find(&app, &visit, &name).await?;
    let role = Role::parse(&form.role).ok_or(Kind::NotFound)?;
    let (path, before) = (user_path(&user.name), user.role.word());
    if user.role == role {
        let said = message!("done-user-set-role-before", name = &user.name, role = role.word());
        return Ok(visit.lead_on(&path, &said));
    }
    let asked = Asked {
        verb: "role",
        title: message!("user-role-title", name = &user.name),
        then: message!("user-role-then", before = before, role = role.word()),
        label: message!("user-set-role"),
    };
    let more = html! {
        input type="hidden" name="role" value=(role.as_str());
        input type="hidden" name="before" value=(form.before);
    };
    Ok(ask(&visit, &user, &asked, &more).into_response())
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
