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
use super::visit::{Guest, see_other};
use crate::App;
use crate::actions::sessions;
use crate::error::{Error, Result};

/// Where the person wanted to go.
#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    next: Option<String>,
}

/// Name and password.
#[derive(Deserialize)]
pub(super) struct Credentials {
    name: String,
    password: String,
    next: Option<String>,
}

/// Shows the page to sign in.
pub(super) async fn show(guest: Guest, Query(wanted): Query<Wanted>) -> Page {
    page(&guest, "", wanted.next.as_deref(), None)
}

/// Signs in, or says why not.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    PostedByGuest { guest, form }: PostedByGuest<Credentials>,
) -> Result<Response> {
    let Credentials { name, password, next } = form;
    let begun = sessions::begin(&app, &name, &password, guest.visitor.address).await;
    let token = match begun {
        Ok(begun) => begun.token,
        Err(error) if error.status().is_client_error() => {
            return Ok(refused(&guest, &name, next.as_deref(), &error));
        }
        Err(error) => return Err(error),
    };
    let mut response = see_other(local_path(next.as_deref()).unwrap_or("/"));
    response
        .headers_mut()
        .extend(cookie::keep_session(token.as_str(), &guest.visitor).map(|value| (SET_COOKIE, value)));
    Ok(response)
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

fn refused(guest: &Guest, name: &str, next: Option<&str>, error: &Error) -> Response {
    let mut response = page(guest, name, next, Some(error)).with_status(error.status()).into_response();
    // A browser that is told "401" would ask for Basic credentials of its own.
    if response.status() == StatusCode::UNAUTHORIZED {
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    response
}

fn page(guest: &Guest, name: &str, next: Option<&str>, error: Option<&Error>) -> Page {
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
    };
    Page::of_guest(guest, &message!("sign-in-title"), body)
}

/// An address of this server; whatever might lead elsewhere is none.
pub(super) fn local_path(path: Option<&str>) -> Option<&str> {
    let is_local = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
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
        for foreign in
            ["//b.example", "/\\b.example", "https://b.example", "b.example", "", "/\t/b", "/a\r\nb: c", "/ä"]
        {
            check(foreign, false);
        }
        assert_eq!(local_path(None), None);
    }
}
