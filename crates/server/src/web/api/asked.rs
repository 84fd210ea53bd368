//! How a request wants to be answered, and the answers: JSON with an entity tag, a page with a link to the next one, nothing.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LINK, LOCATION, VARY};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use text::Language;
use url::form_urlencoded;

use super::paging::Page;
use super::precondition::{entity_tag, judge, tag_of, takes_whatever_is_there};
use crate::App;
use crate::error::{Error, Kind, Result};
use crate::rules::role::Actor;
use crate::web::conditions::has_current;
use crate::web::language;

/// How often a change begins anew because something else was changed meanwhile.
const ATTEMPTS_MAX: usize = 16;

/// What a request says about its answer.
#[derive(Debug)]
pub(super) struct Asked {
    headers: HeaderMap,
    uri: Uri,
}

impl FromRequestParts<Arc<App>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> std::result::Result<Self, Infallible> {
        Ok(Self { headers: parts.headers.clone(), uri: parts.uri.clone() })
    }
}

impl Asked {
    /// Answers with one thing, or that the program has it already.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn one(&self, value: &impl Serialize) -> Result<Response> {
        let json = serde_json::to_vec(value).map_err(Error::internal)?;
        let entity_tag = tag_of(&json);
        let headers = self.headers_of(&entity_tag)?;
        if has_current(&self.headers, &entity_tag) {
            return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        Ok((headers, [(CONTENT_TYPE, "application/json")], json).into_response())
    }

    /// Answers with a page of a list, and where the next one is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn page<Item: Serialize>(&self, page: &Page<Item>) -> Result<Response> {
        let mut answer = self.one(page)?;
        if let Some(next) = &page.next {
            let link = HeaderValue::from_str(&next_link(&self.uri, next)).map_err(Error::internal)?;
            answer.headers_mut().insert(LINK, link);
        }
        Ok(answer)
    }

    /// Answers with a thing that was made, and where it is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn created(&self, path: &str, value: &impl Serialize) -> Result<Response> {
        let json = serde_json::to_vec(value).map_err(Error::internal)?;
        let headers = self.headers_of(&tag_of(&json))?;
        let location = (LOCATION, HeaderValue::from_str(path).map_err(Error::internal)?);
        let media_type = (CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok((StatusCode::CREATED, headers, [location, media_type], json).into_response())
    }

    /// Answers with what is told this once.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(super) fn once(&self, value: &impl Serialize) -> Result<Response> {
        let json = serde_json::to_vec(value).map_err(Error::internal)?;
        let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "private, no-store")];
        Ok((headers, json).into_response())
    }

    /// The language that the request prefers.
    pub(super) fn language(&self) -> Language {
        language::preferred(&self.headers, &Language::COMPLETE)
    }

    /// Answers that it is done.
    pub(super) fn nothing(&self) -> Response {
        StatusCode::NO_CONTENT.into_response()
    }

    /// Changes a thing that is there, if it is as the program has seen it. `read` reads it as the program gets it.
    ///
    /// # Errors
    /// [`Kind::PreconditionMissing`], [`Kind::ChangedMeanwhile`], and what `read` and `act` answer.
    pub(super) async fn change<Thing, Value, Reading, Acting>(
        &self,
        app: &App,
        actor: &Actor,
        read: impl Fn(Actor) -> Reading,
        act: impl Fn(Actor) -> Acting,
    ) -> Result<Value>
    where
        Thing: Serialize,
        Reading: Future<Output = Result<Thing>>,
        Acting: Future<Output = Result<Value>>,
    {
        if takes_whatever_is_there(&self.headers) {
            return act(actor.clone()).await;
        }
        for _ in 0..ATTEMPTS_MAX {
            // Asked before the thing is read: whatever is changed from now on makes the action refuse.
            let actor = actor.clone().having_seen(app.revision());
            judge(&self.headers, &entity_tag(&read(actor.clone()).await?)?)?;
            match act(actor).await {
                Err(error) if matches!(error.kind(), Kind::SeenBefore) => {}
                ended => return ended,
            }
        }
        Err(Kind::Busy.into())
    }

    fn headers_of(&self, entity_tag: &str) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        let mut insert = |name: HeaderName, value: &str| -> Result<()> {
            headers.insert(name, HeaderValue::from_str(value).map_err(Error::internal)?);
            Ok(())
        };
        insert(ETAG, entity_tag)?;
        insert(CACHE_CONTROL, "private, no-cache")?;
        insert(VARY, "Authorization")?;
        Ok(headers)
    }
}

/// The `Link` to the next page: this one's path and query with another `after`. Source: RFC 8288.
fn next_link(uri: &Uri, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let asked = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    query.extend_pairs(asked.filter(|(name, _)| name != "after")).append_pair("after", next);
    format!("<{}?{}>; rel=\"next\"", uri.path(), query.finish())
}

#[cfg(test)]
mod tests {
    use super::next_link;

    #[test]
    fn the_next_page_is_asked_for_as_this_one_was() {
        let check = |uri: &str, expected: &str| {
            assert_eq!(next_link(&uri.parse().unwrap(), "n-_9"), format!("<{expected}>; rel=\"next\""));
        };
        check("/api/v1/tokens", "/api/v1/tokens?after=n-_9");
        check("/api/v1/tokens?limit=2&after=m", "/api/v1/tokens?limit=2&after=n-_9");
        check("/api/v1/tokens?user=J%C3%B6rg+%3E%22", "/api/v1/tokens?user=J%C3%B6rg+%3E%22&after=n-_9");
    }
}
