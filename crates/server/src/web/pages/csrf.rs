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
    let is_ours = origin.and_then(place).is_some_and(|asking| is_ours(asking, visitor));
    if is_ours { Ok(()) } else { Err(Kind::FormForeign.into()) }
}

/// Whether a page comes from where this server was asked at, or from its `public_url`, which a proxy may not tell as `Host`.
fn is_ours((scheme, host): (&str, String), visitor: &Visitor) -> bool {
    // What came unencrypted to where all is encrypted has been written by somebody on the way.
    if visitor.is_encrypted && scheme != "https" {
        return false;
    }
    host == without_default_port(scheme, &visitor.host)
        || place(&visitor.server_url).is_some_and(|public| public == (scheme, host))
}

/// Scheme and host of an origin or a URL; the port of the scheme itself is left out.
fn place(url: &str) -> Option<(&str, String)> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| ["http", "https"].contains(scheme))?;
    let host = rest.split('/').next().unwrap_or_default();
    Some((scheme, without_default_port(scheme, host)))
}

fn without_default_port(scheme: &str, host: &str) -> String {
    let port = if scheme == "https" { ":443" } else { ":80" };
    host.strip_suffix(port).unwrap_or(host).to_ascii_lowercase()
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
        let check = |origins: &[&str], host: &str, server_url: &str, expected: bool| {
            let visitor = Visitor {
                address: "127.0.0.1".parse().unwrap(),
                host: host.to_owned(),
                server_url: server_url.to_owned(),
                is_encrypted: server_url.starts_with("https://"),
            };
            let headers: HeaderMap =
                origins.iter().map(|origin| (ORIGIN, HeaderValue::from_str(origin).unwrap())).collect();
            assert_eq!(judge_origin(&headers, &visitor).is_ok(), expected, "{origins:?} {host} {server_url}");
        };
        let (host, url) = ("a.example:8443", "https://a.example:8443");
        check(&["https://a.example:8443"], host, url, true);
        check(&["https://A.example:8443"], host, url, true);
        check(&["https://a.example"], host, url, false);
        check(&["https://b.example:8443"], host, url, false);
        check(&["https://a.example:8443.b.example"], host, url, false);
        check(&["ftp://a.example:8443"], host, url, false);
        check(&["http://a.example:8443"], host, url, false);
        check(&["null"], host, url, false);
        check(&[], host, url, false);
        check(&["https://a.example:8443", "https://b.example"], host, url, false);
        // Ports that go without saying.
        check(&["https://a.example"], "a.example:443", "https://a.example:443", true);
        check(&["http://a.example"], "a.example:80", "http://a.example:80", true);
        check(&["http://a.example"], "a.example:443", "http://a.example:443", false);
        // A proxy that encrypts and does not say so; its pages are no worse for it.
        check(&["https://a.example"], "a.example", "http://a.example", true);
        // A proxy that tells a host of its own, with `public_url`.
        check(&["https://a.example"], "127.0.0.1:8080", "https://a.example/ox", true);
        check(&["http://a.example"], "127.0.0.1:8080", "https://a.example/ox", false);
        check(&["https://b.example"], "127.0.0.1:8080", "https://a.example/ox", false);
        check(&["https://a.example"], "127.0.0.1:8080", "http://a.example", false);
    }

    #[test]
    fn a_token_is_good_for_its_session() {
        assert!(judge_token("session", &token("session")).is_ok());
        for wrong in [token("another"), String::new(), "****".to_owned(), token("session") + "A"] {
            assert!(judge_token("session", &wrong).is_err(), "{wrong}");
        }
    }
}
