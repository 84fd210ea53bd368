//! update.xml and the files that it names.

use std::sync::Arc;

use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use catalog::Sha256;
use catalog::xml::Dialect;
use futures_util::TryStreamExt;

use super::conditions::{Part, has_current, is_another, part};
use super::guard::Visitor;
use super::language::reading;
use super::signed_in::SignedIn;
use crate::App;
use crate::actions::catalog::{Answer, package, read, update_xml};
use crate::error::{Error, Kind, Result};
use crate::measures;
use crate::model::package::Package;

/// Where package files are; the route table says the same.
const FILES_PATH: &str = "/ajax/updater/files/";

/// Answers with the signed-in user's update.xml.
pub(super) async fn catalog(
    State(app): State<Arc<App>>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    asked: HeaderMap,
) -> Result<Response> {
    let (reading, dialect) = (reading(&asked), Dialect::Original);
    let answer = update_xml(&app, &actor, &visitor.server_url, FILES_PATH, reading.as_ref(), dialect).await?;
    sent(&answer, &asked)
}

/// An update.xml on its way to a client.
pub(super) fn sent(answer: &Answer, asked: &HeaderMap) -> Result<Response> {
    let vary = if answer.depends_on_language { "Authorization, Accept-Language" } else { "Authorization" };
    let mut headers = headers_of(&answer.entity_tag, vary)?;
    if has_current(asked, &answer.entity_tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    insert(&mut headers, CONTENT_TYPE, "application/xml; charset=utf-8")?;
    Ok((headers, answer.body.clone()).into_response())
}

/// Answers with a package's bytes, or a part of them.
pub(super) async fn file(
    State(app): State<Arc<App>>,
    SignedIn(actor): SignedIn,
    request: Request,
) -> Result<Response> {
    // As it was sent: file names need no percent-encoding, so whatever has one names no file.
    let file_name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let package = package(&app, &actor, file_name)?;
    let Package { sha256, size, file_name, .. } = package.as_ref();
    let file = ServedFile { sha256, size: *size, name: file_name, vary: "Authorization" };
    file.answer(&app, request.method(), request.headers()).await
}

/// Package bytes on their way to a client.
pub(super) struct ServedFile<'a> {
    /// What names the bytes.
    pub(super) sha256: &'a Sha256,
    /// How many there are.
    pub(super) size: u64,
    /// The name to save them under.
    pub(super) name: &'a str,
    /// The headers that decide who may have them.
    pub(super) vary: &'a str,
}

impl ServedFile<'_> {
    /// Answers with the bytes, or the part of them that is asked for.
    pub(super) async fn answer(&self, app: &App, method: &Method, asked: &HeaderMap) -> Result<Response> {
        let size = self.size;
        let entity_tag = format!("\"{}\"", self.sha256);
        if is_another(asked, &entity_tag) {
            return Err(Kind::NotTheSameFile.into());
        }
        let mut headers = headers_of(&entity_tag, self.vary)?;
        if has_current(asked, &entity_tag) {
            return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        let (status, bytes) = match part(method, asked, &entity_tag, size) {
            Part::Whole => (StatusCode::OK, 0..size),
            Part::Bytes(bytes) => (StatusCode::PARTIAL_CONTENT, bytes),
            Part::Outside => return Err(Kind::RangeOutside { size }.into()),
        };
        insert(&mut headers, CONTENT_TYPE, "application/octet-stream")?;
        insert(&mut headers, CONTENT_LENGTH, &(bytes.end - bytes.start).to_string())?;
        insert(&mut headers, ACCEPT_RANGES, "bytes")?;
        insert(&mut headers, X_CONTENT_TYPE_OPTIONS, "nosniff")?;
        insert(&mut headers, CONTENT_DISPOSITION, &format!("attachment; filename=\"{}\"", self.name))?;
        if status == StatusCode::PARTIAL_CONTENT {
            let range = format!("bytes {}-{}/{size}", bytes.start, bytes.end - 1);
            insert(&mut headers, CONTENT_RANGE, &range)?;
        }
        let content = read(app, self.sha256, size, bytes).await?;
        // The head of the answer is out by then: all that is left is to break off, and to say why in the log.
        let content = content.inspect_ok(|bytes| measures::downloaded(bytes.len()));
        let content = content.inspect_err(|error| tracing::error!(%error, "a download broke off"));
        let body = if method == Method::HEAD { Body::empty() } else { Body::from_stream(content) };
        Ok((status, headers, body).into_response())
    }
}

/// The headers that an answer has whether or not it comes with a body.
fn headers_of(entity_tag: &str, vary: &str) -> Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    insert(&mut headers, ETAG, entity_tag)?;
    insert(&mut headers, CACHE_CONTROL, "private")?;
    insert(&mut headers, VARY, vary)?;
    Ok(headers)
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) -> Result<()> {
    headers.insert(name, HeaderValue::from_str(value).map_err(Error::internal)?);
    Ok(())
}
