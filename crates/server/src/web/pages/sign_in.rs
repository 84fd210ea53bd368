//! Signing in and out.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::html;
use serde::Deserialize;
use text::{Explain, message};

use super::cookie;
use super::frame::Page;
use super::notice::Tone;
use super::parts::{self, Field, Weight};
use super::posted::{Posted, PostedByGuest};
use super::provider_sign_in;
use super::visit::{self, Guest, see_other, step_path};
use crate::App;
use crate::actions::sessions::{self, Begun};
use crate::error::{Error, Result};
use crate::rules::entrance::Entrance;
use crate::rules::role::{Ability, Actor};
use crate::web::{errors, foreign_session};

/// Where the person wanted to go.
#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    pub(super) next: Option<String>,
}

/// Name and password.
#[derive(Deserialize)]
pub(super) struct Credentials {
    name: String,
    password: String,
    next: Option<String>,
}

/// Shows the page to sign in.
pub(super) async fn show(State(app): State<Arc<App>>, guest: Guest, Query(wanted): Query<Wanted>) -> Page {
    page(&app, &guest, "", wanted.next.as_deref(), None)
}

/// Signs in, or says why not.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    PostedByGuest { guest, form }: PostedByGuest<Credentials>,
) -> Result<Response> {
    let Credentials { name, password, next } = form;
    let begun = sessions::begin(&app, &name, &password, guest.visitor.address).await;
    let begun = match begun {
        Ok(begun) => begun,
        Err(error) if error.status().is_client_error() => {
            return Ok(refused(&app, &guest, &name, next.as_deref(), &error));
        }
        Err(error) => return Err(error),
    };
    Ok(entered(&begun, &guest, next.as_deref()))
}

/// Leads someone on who has just begun a session.
pub(super) fn entered(begun: &Begun, guest: &Guest, next: Option<&str>) -> Response {
    let next = local_path(next);
    let path = match &begun.entrance {
        Entrance::Open(actor) => next.unwrap_or(start_path(actor)).to_owned(),
        Entrance::SecondFactor(_) => step_path(visit::SECOND_FACTOR, next),
        Entrance::NewPassword(_) => step_path(visit::NEW_PASSWORD, next),
        Entrance::SetUpSecondFactor(_) => step_path(visit::SET_UP_SECOND_FACTOR, next),
    };
    let mut response = see_other(&path);
    let kept = cookie::keep_session(begun.token.as_str(), &guest.visitor);
    response.headers_mut().extend(kept.map(|value| (SET_COOKIE, value)));
    response
}

/// Where someone begins who did not say where to go.
pub(super) fn start_path(actor: &Actor) -> &'static str {
    if actor.has(Ability::View) { "/admin" } else { "/" }
}

/// Ends the session.
pub(super) async fn end(
    State(app): State<Arc<App>>,
    Posted { visit, form: Nothing {} }: Posted<Nothing>,
) -> Result<Response> {
    sessions::end(&app, &visit.actor).await?;
    let mut response = see_other("/sign-in");
    response.headers_mut().extend(cookie::forget_session(&visit.visitor).map(|value| (SET_COOKIE, value)));
    Ok(response)
}

/// A form that says nothing but that it was sent.
#[derive(Deserialize)]
pub(super) struct Nothing {}

/// The page to sign in once more, with what went wrong.
pub(super) fn refused(app: &App, guest: &Guest, name: &str, next: Option<&str>, error: &Error) -> Response {
    let mut response = page(app, guest, name, next, Some(error)).with_status(error.status()).into_response();
    response.headers_mut().extend(errors::retry_after(error));
    // A browser that is told "401" would ask for Basic credentials of its own.
    if response.status() == StatusCode::UNAUTHORIZED {
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    response
}

fn page(app: &App, guest: &Guest, name: &str, next: Option<&str>, error: Option<&Error>) -> Page {
    let say = |message: text::Message| message.say(guest.language);
    let (name_label, password_label) = (say(message!("sign-in-name")), say(message!("sign-in-password")));
    let body = html! {
        @if let Some(error) = error { (parts::notice(Tone::Bad, &say(error.message()))) }
        form class="fields" method="post" action="/sign-in" {
            @if let Some(next) = local_path(next) { input type="hidden" name="next" value=(next); }
            (Field::text("name", &name_label).value(name).autocomplete("username").required())
            (Field::password("password", &password_label, "current-password").required())
            div class="actions" { (parts::button(Weight::First, &say(message!("sign-in")))) }
        }
        (provider_sign_in::buttons(app, guest, next))
    };
    Page::of_guest(guest, &message!("sign-in-title"), &body)
}

/// An address of this server; whatever might lead elsewhere is none.
pub(super) fn local_path(path: Option<&str>) -> Option<&str> {
    let is_local = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
            && foreign_session::without(path).is_none()
            && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
    };
    path.filter(is_local)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn signing_in_leads_nowhere_else() {
        let check = |path: &str, expected: bool| {
            assert_eq!(local_path(Some(path)).is_some(), expected, "{path}");
        };
        check("/admin/packages?state=withdrawn&page=2", true);
        check("/", true);
        for foreign in [
            "//b.example",
            "/\\b.example",
            "https://b.example",
            "b.example",
            "",
            "/\t/b",
            "/a\r\nb: c",
            "/ä",
            "/a?session=b",
        ] {
            check(foreign, false);
        }
        assert_eq!(local_path(None), None);
    }
}
