//! Errors as pages.

use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::html;
use text::{Language, message};

use super::absent;
use super::frame::Page;
use super::notice::Tone;
use super::parts::{self, Weight};
use crate::error::Error;
use crate::web::installer::INSTALLER_PART;

/// Whether a request was made by someone who looks at pages: at their addresses, with a browser.
pub(in crate::web) fn wants_page(path: &str, headers: &HeaderMap) -> bool {
    let is_for_programs = ["/ajax/", "/appsuite/", "/api/"].iter().any(|prefix| path.starts_with(prefix));
    // People and programs fetch the installer at the same address.
    let is_for_programs = is_for_programs && !path.contains(INSTALLER_PART);
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    !is_for_programs && accepted.contains("text/html")
}

/// The page that says what went wrong, and leads back.
pub(in crate::web) fn page(error: &Error, status: StatusCode, path: &str, language: Language) -> Response {
    let is_absent = status == StatusCode::NOT_FOUND;
    let title = match status {
        status if status.is_server_error() => message!("page-failed"),
        StatusCode::NOT_FOUND => message!("page-absent"),
        _ => message!("page-refused"),
    };
    let start = if path.starts_with("/admin/") { "/admin" } else { "/" };
    let body = html! {
        (parts::notice(Tone::Bad, &absent::said(error).say(language)))
        @if is_absent { p { (message!("page-absent-why").say(language)) } }
        @if let Some((to, label)) = absent::list(error) { p { a href=(to) { (label.say(language)) } } }
        p { (parts::button_link(Weight::First, start, &message!("page-back").say(language))) }
    };
    Page::alone(language, &title, &body).with_status(status).into_response()
}
