//! Forms that were sent: whole, within limits, and from one of our own pages.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded::Serializer;

use super::csrf;
use super::visit::{Guest, NoVisit, Visit};
use crate::App;
use crate::error::{Error, Kind};
use crate::web::body;

/// The most bytes of a form: an icon, the same in Base64, release notes and the rest.
const FORM_SIZE_MAX: usize = 2 * 1024 * 1024;
/// The most bytes of a form of somebody who is not signed in: names, passwords and codes, and whoever sends them may be anybody.
const GUEST_FORM_SIZE_MAX: usize = 16 * 1024;

/// A form that someone has sent who is signed in.
pub(super) struct Posted<Form> {
    /// Who.
    pub(super) visit: Visit,
    /// What.
    pub(super) form: Form,
}

/// A form that someone has sent who is not signed in yet.
pub(super) struct PostedByGuest<Form> {
    /// Who.
    pub(super) guest: Guest,
    /// What.
    pub(super) form: Form,
}

/// What each form of a session has.
#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf: String,
}

impl<Form: DeserializeOwned> FromRequest<Arc<App>> for Posted<Form> {
    type Rejection = NoVisit;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, NoVisit> {
        let (mut parts, content) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        csrf::judge_origin(&parts.headers, &visit.visitor).map_err(NoVisit::Error)?;
        let written =
            whole(Request::from_parts(parts, content), FORM_SIZE_MAX).await.map_err(NoVisit::Error)?;
        let token: Token = read(&written).map_err(NoVisit::Error)?;
        visit.judge_csrf(&token.csrf).map_err(NoVisit::Error)?;
        let form = read(&written).map_err(NoVisit::Error)?;
        Ok(Self { visit, form })
    }
}

impl<Form: DeserializeOwned> FromRequest<Arc<App>> for PostedByGuest<Form> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Error> {
        let (mut parts, content) = request.into_parts();
        let guest = Guest::from_request_parts(&mut parts, app).await?;
        csrf::judge_origin(&parts.headers, &guest.visitor)?;
        let written = whole(Request::from_parts(parts, content), GUEST_FORM_SIZE_MAX).await?;
        Ok(Self { guest, form: read(&written)? })
    }
}

/// Reads a form of somebody on the way in that has the token of the session.
///
/// # Errors
/// [`Kind::FormForeign`], and what is wrong with the form.
pub(super) async fn read_sealed<Form: DeserializeOwned>(
    request: Request,
    session: &str,
) -> Result<Form, Error> {
    let written = whole(request, GUEST_FORM_SIZE_MAX).await?;
    let token: Token = read(&written)?;
    csrf::judge_token(session, &token.csrf)?;
    read(&written)
}

async fn whole(request: Request, size_max: usize) -> Result<Bytes, Error> {
    let media_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if media_type.eq_ignore_ascii_case("multipart/form-data") {
        return with_files(request).await;
    }
    if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Kind::BodyNotForm.into());
    }
    body::read_bytes(request, size_max).await
}

/// Reads a form that brings small files along, as if each file were a field with its bytes in Base64; an empty one is an empty field.
async fn with_files(request: Request) -> Result<Bytes, Error> {
    let (parts, content) = request.into_parts();
    let whole = body::read_bytes(Request::from_parts(parts.clone(), content), FORM_SIZE_MAX).await?;
    let request = Request::from_parts(parts, Body::from(whole));
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Kind::BodyNotForm)?;
    let wrong = |error: MultipartError| Error::from(Kind::BodyWrong(error.body_text()));
    let mut fields = Vec::new();
    while let Some(field) = form.next_field().await.map_err(wrong)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.map_err(wrong)?;
        let value =
            if is_file { STANDARD.encode(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
        fields.push((name, value));
    }
    Ok(Bytes::from(Serializer::new(String::new()).extend_pairs(fields).finish()))
}

/// Reads a form whose fields may stand more than once.
fn read<Form: DeserializeOwned>(written: &[u8]) -> Result<Form, Error> {
    serde_html_form::from_bytes(written).map_err(|error| Kind::BodyWrong(error.to_string()).into())
}

#[cfg(test)]
mod tests {
    use super::{FORM_SIZE_MAX, GUEST_FORM_SIZE_MAX};

    #[test]
    fn the_limits_are_told() {
        let line = format!(
            "| a form | {} MB, before signing in {} KB, 30 seconds |",
            FORM_SIZE_MAX / 1024 / 1024,
            GUEST_FORM_SIZE_MAX / 1024
        );
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
