//! Who is asking: name and password by HTTP Basic on every request.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tracing::Instrument;

use super::guard::Visitor;
use crate::App;
use crate::actions::sign_in::sign_in;
use crate::error::{Error, Kind};
use crate::rules::role::Actor;

/// The most bytes of `Authorization`: the longest name and password in UTF-8, in Base64.
const AUTHORIZATION_LENGTH_MAX: usize = 2_560;

/// The user who makes a request.
pub(super) struct SignedIn(pub(super) Actor);

impl FromRequestParts<Arc<App>> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Error> {
        let header = parts.headers.get(AUTHORIZATION).ok_or(Kind::CredentialsMissing)?;
        if header.len() > AUTHORIZATION_LENGTH_MAX {
            return Err(Kind::NotSignedIn.into());
        }
        let visitor = parts.extensions.get::<Visitor>().ok_or(Kind::Internal)?;
        let (name, password) = credentials(header.as_bytes()).ok_or(Kind::CredentialsMissing)?;
        let (app, address) = (Arc::clone(app), visitor.address);
        // On its own: a client that hangs up leaves no change without its snapshot, where a source tells of a new account.
        let signing_in = async move { sign_in(&app, &name, &password, address).await };
        let actor = tokio::spawn(signing_in.in_current_span()).await.map_err(Error::internal)??;
        tracing::Span::current().record("user", actor.name());
        Ok(Self(actor))
    }
}

/// Reads `Basic` credentials. Source: RFC 7617.
fn credentials(header: &[u8]) -> Option<(String, String)> {
    let (scheme, encoded) = std::str::from_utf8(header).ok()?.trim().split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("Basic") {
        return None;
    }
    let bytes = STANDARD.decode(encoded.trim()).ok()?;
    // UTF-8 is what we ask for; old clients send Latin-1 all the same, whose letters are the first of Unicode.
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().map(|byte| char::from(*byte)).collect());
    let (name, password) = text.split_once(':')?;
    Some((name.to_owned(), password.to_owned()))
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;

    use super::{AUTHORIZATION_LENGTH_MAX, credentials};
    use crate::identity::PASSWORD_LENGTH_MAX;
    use crate::model::name::NAME_LENGTH_MAX;

    #[test]
    fn the_longest_name_and_password_fit_in() {
        let longest =
            format!("{}:{}", "\u{10ffff}".repeat(NAME_LENGTH_MAX), "\u{10ffff}".repeat(PASSWORD_LENGTH_MAX));
        assert!("Basic ".len() + STANDARD.encode(longest).len() <= AUTHORIZATION_LENGTH_MAX);
        let length = crate::reference::grouped(AUTHORIZATION_LENGTH_MAX as u64);
        crate::reference::assert_says("oxupdated.md", &format!("| `Authorization` | {length} bytes |"));
    }

    #[test]
    fn names_and_passwords_are_read() {
        let check = |header: &[u8], expected: Option<(&str, &str)>| {
            let read = credentials(header);
            let read = read.as_ref().map(|(name, password)| (name.as_str(), password.as_str()));
            assert_eq!(read, expected, "{}", String::from_utf8_lossy(header));
        };
        check(b"Basic YW5uYTpzZWNyZXQ=", Some(("anna", "secret")));
        check(b"basic  YW5uYTpzZWNyZXQ= ", Some(("anna", "secret")));
        check(b"Basic YW5uYTphOmI=", Some(("anna", "a:b")));
        check(b"Basic YW5uYTo=", Some(("anna", "")));
        check(b"Basic asO2cmc6w6Q=", Some(("jörg", "ä")));
        check(b"Basic avZyZzrk", Some(("jörg", "ä")));
        check(b"Basic YW5uYQ==", None);
        check(b"Basic ****", None);
        check(b"Basic", None);
        check(b"Bearer YW5uYTpzZWNyZXQ=", None);
        check(b"\xff", None);
    }
}
