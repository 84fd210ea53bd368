//! Signing in with a provider of OpenID Connect: on to it, and back.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::{HeaderName, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;
use text::message;

use super::frame::Page;
use super::parts::{self, Weight};
use super::posted::PostedByGuest;
use super::sign_in::{Wanted, entered, local_path, refused};
use super::visit::Guest;
use super::{address, cookie};
use crate::App;
use crate::actions::provider_sign_in::{self as action, Brought};
use crate::error::{Error, Kind, Result};

/// What a browser does of its own after a page. A form may not lead to another server, by our policy, but a page may.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// What a provider adds to the address that it sends people back to.
#[derive(Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    state: String,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// A button for each provider.
pub(super) fn buttons(app: &App, guest: &Guest, next: Option<&str>) -> Markup {
    html! {
        @for (source, title) in action::providers(app) {
            form class="fields" method="post" action=(path(&source)) {
                @if let Some(next) = local_path(next) { input type="hidden" name="next" value=(next); }
                div class="actions" {
                    (parts::button(Weight::Plain, &message!("sign-in-with", name = title).say(guest.language)))
                }
            }
        }
    }
}

/// Sends somebody on to a provider.
pub(super) async fn begin(
    State(app): State<Arc<App>>,
    Path(source): Path<String>,
    PostedByGuest { guest, form }: PostedByGuest<Wanted>,
) -> Result<Response> {
    let next = local_path(form.next.as_deref());
    let back = format!("{}{}/back", guest.visitor.server_url, path(&source));
    let begun = action::begin(&app, &source, &back, next, guest.visitor.address).await;
    let (url, browser) = match begun {
        Ok(begun) => begun,
        Err(error) => return not_signed_in(&app, &guest, next, error),
    };
    let providers = action::providers(&app);
    let title = providers.iter().find(|(name, _)| *name == source).map_or("", |(_, title)| title.as_str());
    let say = |message: text::Message| message.say(guest.language);
    let body = html! {
        p { (say(message!("sign-in-with-about"))) }
        p { (parts::button_link(Weight::First, url.as_str(), &say(message!("sign-in-with-continue", name = title)))) }
    };
    let page = Page::of_guest(&guest, &message!("sign-in-with-title", name = title), &body);
    let mut response = page.into_response();
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(&format!("0; url={url}")).ok().map(|value| (REFRESH, value)));
    let kept = cookie::keep_sign_in_under_way(browser.as_str(), &guest.visitor);
    headers.extend(kept.map(|value| (SET_COOKIE, value)));
    Ok(response)
}

/// Takes somebody back from a provider.
pub(super) async fn back(
    State(app): State<Arc<App>>,
    Path(source): Path<String>,
    guest: Guest,
    headers: HeaderMap,
    Query(answer): Query<Answer>,
) -> Result<Response> {
    let Answer { state, code, error, iss } = answer;
    let brought = Brought { state, code, error, issuer: iss };
    let browser = cookie::sign_in_under_way(&headers, &guest.visitor);
    let finished = action::finish(&app, &source, browser.as_deref(), brought, guest.visitor.address).await;
    let mut response = match finished {
        Ok((begun, next)) => entered(&begun, &guest, next.as_deref()),
        Err(error) => not_signed_in(&app, &guest, None, error)?,
    };
    let forgotten = cookie::forget_sign_in_under_way(&guest.visitor);
    response.headers_mut().extend(forgotten.map(|value| (SET_COOKIE, value)));
    Ok(response)
}

/// The page to sign in once more, with what went wrong.
fn not_signed_in(app: &App, guest: &Guest, next: Option<&str>, error: Error) -> Result<Response> {
    match error.kind() {
        Kind::Provider(_) | Kind::Busy => Ok(refused(app, guest, "", next, &error)),
        _ => Err(error),
    }
}

fn path(source: &str) -> String {
    format!("/sign-in/with/{}", address::segment(source))
}
