//! Whether a form was sent by one of our own pages: by the browser's word, and by a token that only our pages know.

use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::error::{Kind, Result};
use crate::web::guard::Visitor;

/// The name of the field of a form that the token is in.
pub(super) const FIELD: &str = "csrf";

/// Makes sure that a browser says that it sends what one of our pages led to. Every browser of today says so with each form.
///
/// # Errors
/// [`Kind::FormForeign`].
pub(super) fn judge_origin(headers: &HeaderMap, visitor: &Visitor) -> Result<()> {
    let mut origins = headers.get_all(ORIGIN).iter();
    let origin = match (origins.next(), origins.next()) {
        (Some(origin), None) => origin.to_str().ok(),
        _ => None,
    };
    let host = origin.and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    let is_ours = host.is_some_and(|host| host.eq_ignore_ascii_case(&visitor.host));
    if is_ours { Ok(()) } else { Err(Kind::FormForeign.into()) }
}

/// The token of a session's forms.
pub(super) fn token(session: &str) -> String {
    URL_SAFE_NO_PAD.encode(sealing(session).finalize().into_bytes())
}

/// Makes sure that a form has the token of its session.
///
/// # Errors
/// [`Kind::FormForeign`].
pub(super) fn judge_token(session: &str, token: &str) -> Result<()> {
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| Kind::FormForeign)?;
    // In constant time.
    Ok(sealing(session).verify_slice(&bytes).map_err(|_| Kind::FormForeign)?)
}

fn sealing(session: &str) -> Hmac<Sha256> {
    super::seal(session, b"form")
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header::ORIGIN};

    use super::{judge_origin, judge_token, token};
    use crate::web::guard::Visitor;

    #[test]
    fn a_form_comes_from_our_own_pages() {
        let visitor = Visitor {
            address: "127.0.0.1".parse().unwrap(),
            host: "a.example:8443".to_owned(),
            server_url: "https://a.example:8443".to_owned(),
        };
        let check = |origins: &[&str], expected: bool| {
            let headers: HeaderMap =
                origins.iter().map(|origin| (ORIGIN, HeaderValue::from_str(origin).unwrap())).collect();
            assert_eq!(judge_origin(&headers, &visitor).is_ok(), expected, "{origins:?}");
        };
        check(&["https://a.example:8443"], true);
        check(&["https://A.example:8443"], true);
        check(&["https://a.example"], false);
        check(&["https://b.example:8443"], false);
        check(&["https://a.example:8443.b.example"], false);
        check(&["null"], false);
        check(&[], false);
        check(&["https://a.example:8443", "https://b.example"], false);
    }

    #[test]
    fn a_token_is_good_for_its_session() {
        assert!(judge_token("session", &token("session")).is_ok());
        for wrong in [token("another"), String::new(), "****".to_owned(), token("session") + "A"] {
            assert!(judge_token("session", &wrong).is_err(), "{wrong}");
        }
    }
}
