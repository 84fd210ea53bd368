//! How errors are answered: a status, the headers that belong to it, and one plain sentence in the language of the request,
//! or a problem for programs.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_RANGE, CONTENT_TYPE, RETRY_AFTER, VARY, WWW_AUTHENTICATE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use text::{Explain, Language};

use super::api::problem::{self, PROBLEM_JSON, Problem};
use super::{language, pages};
use crate::error::{Error, Kind};
use crate::identity::{DeviceCodeError, SOURCE_REST};

/// What a client is asked to sign in with, to the letter as the original did.
const SIGN_IN: HeaderValue = HeaderValue::from_static(r#"Basic realm="OX WebDAV", encoding="UTF-8""#);
/// What a program is asked to send. Source: RFC 6750, section 3.
const TOKEN: HeaderValue = HeaderValue::from_static(r#"Bearer realm="OX Updater""#);
/// What a program is told whose token does not count.
const TOKEN_AGAIN: HeaderValue =
    HeaderValue::from_static(r#"Bearer realm="OX Updater", error="invalid_token""#);
/// When a client may come again that found too many others signing in.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("10");

/// An error on its way to [`say`], which knows the language.
#[derive(Clone)]
struct Unsaid(Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        // Who may not see a thing is told that it does not exist.
        let error = if matches!(self.kind(), Kind::NotAllowed) { Kind::NotFound.into() } else { self };
        let mut response = error.status().into_response();
        let header: Option<(HeaderName, HeaderValue)> = match error.kind() {
            Kind::CredentialsMissing | Kind::NotSignedIn => Some((WWW_AUTHENTICATE, SIGN_IN)),
            Kind::TokenMissing => Some((WWW_AUTHENTICATE, TOKEN)),
            Kind::TokenRefused => Some((WWW_AUTHENTICATE, TOKEN_AGAIN)),
            Kind::RangeOutside { size } => {
                HeaderValue::from_str(&format!("bytes */{size}")).ok().map(|value| (CONTENT_RANGE, value))
            }
            _ => None,
        };
        response.headers_mut().extend(header);
        response.headers_mut().extend(retry_after(&error));
        response.extensions_mut().insert(Unsaid(Arc::new(error)));
        response
    }
}

/// When one may come again who came too often, or with too many others.
pub(super) fn retry_after(error: &Error) -> Option<(HeaderName, HeaderValue)> {
    match error.kind() {
        Kind::SignInTooOften { seconds }
        | Kind::EnrolledTooOften { seconds }
        | Kind::CodeTooOften { seconds }
        | Kind::DeviceCode(DeviceCodeError::TooOften { seconds }) => {
            Some((RETRY_AFTER, HeaderValue::from(*seconds)))
        }
        Kind::Busy | Kind::UploadsTooMany => Some((RETRY_AFTER, RETRY_SECONDS)),
        Kind::SourceAway => Some((RETRY_AFTER, HeaderValue::from(SOURCE_REST.as_secs()))),
        _ => None,
    }
}

/// Puts words into answers that are errors, and the detail into the log.
pub(super) async fn say(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let wants_page = pages::wants_page(request.uri().path(), request.headers());
    let is_problem = problem::is_wanted(request.method(), request.uri().path(), request.headers());
    // What is no page is for a program, and whoever reads its log.
    let spoken = if wants_page { language::spoken_at(request.uri().path()) } else { &Language::COMPLETE };
    let language = language::preferred(request.headers(), spoken);
    let mut response = next.run(request).await;
    let Some(Unsaid(error)) = response.extensions_mut().remove::<Unsaid>() else { return response };
    error.log();
    if wants_page {
        let mut page = pages::refusal(&error, response.status(), &path, language);
        // A browser that is asked for credentials would ask for Basic ones by itself.
        response.headers_mut().remove(WWW_AUTHENTICATE);
        for (name, value) in response.headers() {
            page.headers_mut().entry(name).or_insert(value.clone());
        }
        return page;
    }
    let (media_type, body) = if is_problem {
        (PROBLEM_JSON, Problem::new(&error, response.status(), language).to_json())
    } else {
        ("text/plain; charset=utf-8", error.message().say(language) + "\n")
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (CONTENT_LANGUAGE, HeaderValue::from_static(language.tag())),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (VARY, HeaderValue::from_static("Authorization, Accept-Language")),
    ];
    let kept = std::mem::take(response.headers_mut());
    let mut said = (response.status(), body).into_response();
    said.headers_mut().extend(headers.into_iter().collect::<HeaderMap>());
    said.headers_mut().extend(kept);
    said
}

/// Answers a URL that is not in the route table.
pub(super) async fn not_found() -> Error {
    Kind::NotFound.into()
}

/// Answers a method that a URL does not know.
pub(super) async fn method_unknown() -> Error {
    Kind::MethodUnknown.into()
}
