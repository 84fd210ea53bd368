//! Who is asking: a program, by an API token on each request. Passwords and the cookies of sessions count for nothing here.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use crate::App;
use crate::actions::api_tokens;
use crate::error::{Error, Kind};
use crate::rules::role::Actor;
use crate::web::guard::Visitor;

/// The program that makes a request.
pub(super) struct Caller(pub(super) Actor);

impl FromRequestParts<Arc<App>> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Error> {
        let mut headers = parts.headers.get_all(AUTHORIZATION).iter();
        let (Some(header), None) = (headers.next(), headers.next()) else {
            return Err(Kind::TokenMissing.into());
        };
        let token = bearer(header.as_bytes()).ok_or(Kind::TokenMissing)?;
        let visitor = parts.extensions.get::<Visitor>().ok_or(Kind::Internal)?;
        let actor = api_tokens::find(app, token, visitor.address).await?;
        tracing::Span::current().record("user", actor.name());
        Ok(Self(actor))
    }
}

/// Reads `Bearer` credentials. Source: RFC 6750, section 2.1.
fn bearer(header: &[u8]) -> Option<&str> {
    let (scheme, token) = std::str::from_utf8(header).ok()?.trim().split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use super::bearer;

    #[test]
    fn a_token_is_read_and_nothing_else() {
        let check =
            |header: &[u8], expected: Option<&str>| assert_eq!(bearer(header), expected, "{header:?}");
        check(b"Bearer oxa1_x", Some("oxa1_x"));
        check(b"bearer  oxa1_x ", Some("oxa1_x"));
        check(b"Basic YW5uYTpzZWNyZXQ=", None);
        check(b"Bearer", None);
        check(b"oxa1_x", None);
        check(b"", None);
        check(b"Bearer \xff", None);
    }
}
