//! Cookies: the session's, and the notice that the next page shows once.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::identity::AWAY_MAX;
use crate::web::guard::Visitor;

/// What the session's cookie is called. The prefix makes browsers take it only over https, for this host alone, and from us.
const SESSION_SECURE: &str = "__Host-oxupdated";
/// The same where this machine, or a network that was allowed to, is reached by plain http.
const SESSION_PLAIN: &str = "oxupdated";
/// What the cookie is called of somebody who is with a provider of OpenID Connect.
const UNDER_WAY_SECURE: &str = "__Host-oxupdated-under-way";
/// The same by plain http.
const UNDER_WAY_PLAIN: &str = "oxupdated-under-way";
/// What the cookie of the chosen language is called.
const LANGUAGE: &str = "oxupdated-language";
/// How long a chosen language is remembered: a year, in seconds.
const LANGUAGE_TIME: u32 = 365 * 24 * 60 * 60;
/// What the notice's cookie is called.
pub(super) const NOTICE: &str = "oxupdated-notice";

/// The most bytes of a cookie's value that are looked at.
const VALUE_LENGTH_MAX: usize = 2_048;

/// The value of the session's cookie.
pub(super) fn session(headers: &HeaderMap, visitor: &Visitor) -> Option<String> {
    value(headers, session_name(visitor))
}

/// The value of the one cookie of this name; none if there are two, of which one is not ours.
pub(super) fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut found = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value);
    match (found.next(), found.next()) {
        (Some(value), None) if value.len() <= VALUE_LENGTH_MAX => Some(value.to_owned()),
        _ => None,
    }
}

/// The header that makes a browser keep a session's token until it is closed.
pub(super) fn keep_session(token: &str, visitor: &Visitor) -> Option<HeaderValue> {
    header(&made(session_name(visitor), token, visitor))
}

/// The header that makes a browser forget the session.
pub(super) fn forget_session(visitor: &Visitor) -> Option<HeaderValue> {
    header(&forgotten(session_name(visitor), visitor))
}

/// The header that makes a browser keep a notice for the next page.
pub(super) fn keep_notice(value: &str, visitor: &Visitor) -> Option<HeaderValue> {
    header(&made(NOTICE, value, visitor))
}

/// The header that makes a browser forget the notice.
pub(super) fn forget_notice(visitor: &Visitor) -> Option<HeaderValue> {
    header(&forgotten(NOTICE, visitor))
}

/// What a browser has kept of a sign-in that is under way with a provider.
pub(super) fn sign_in_under_way(headers: &HeaderMap, visitor: &Visitor) -> Option<String> {
    value(headers, under_way_name(visitor))
}

/// The header that makes a browser keep what a sign-in is known by while its person is with a provider. It comes back with the
/// person though another site leads here, for such a cookie is lax.
pub(super) fn keep_sign_in_under_way(secret: &str, visitor: &Visitor) -> Option<HeaderValue> {
    let cookie = made(under_way_name(visitor), secret, visitor);
    HeaderValue::from_str(&format!("{cookie}; Max-Age={}", AWAY_MAX.as_secs())).ok()
}

/// The header that makes a browser forget it.
pub(super) fn forget_sign_in_under_way(visitor: &Visitor) -> Option<HeaderValue> {
    header(&forgotten(under_way_name(visitor), visitor))
}

/// The tag of the language that was chosen on a page.
pub(in crate::web) fn language(headers: &HeaderMap) -> Option<String> {
    value(headers, LANGUAGE)
}

/// The header that makes a browser remember a language.
pub(super) fn keep_language(tag: &str, visitor: &Visitor) -> Option<HeaderValue> {
    let cookie = made(LANGUAGE, tag, visitor);
    HeaderValue::from_str(&format!("{cookie}; Max-Age={LANGUAGE_TIME}")).ok()
}

fn session_name(visitor: &Visitor) -> &'static str {
    if visitor.is_encrypted { SESSION_SECURE } else { SESSION_PLAIN }
}

fn under_way_name(visitor: &Visitor) -> &'static str {
    if visitor.is_encrypted { UNDER_WAY_SECURE } else { UNDER_WAY_PLAIN }
}

fn made(name: &'static str, value: &str, visitor: &Visitor) -> Cookie<'static> {
    Cookie::build((name, value.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visitor.is_encrypted)
        .build()
}

fn forgotten(name: &'static str, visitor: &Visitor) -> Cookie<'static> {
    let mut cookie = made(name, "", visitor);
    cookie.make_removal();
    cookie
}

fn header(cookie: &Cookie<'_>) -> Option<HeaderValue> {
    HeaderValue::from_str(&cookie.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{keep_session, session, value};
    use crate::web::guard::Visitor;

    fn visitor(server_url: &str) -> Visitor {
        Visitor {
            address: "127.0.0.1".parse().unwrap(),
            host: "a.example".to_owned(),
            server_url: server_url.to_owned(),
            is_encrypted: server_url.starts_with("https://"),
        }
    }

    fn headers(cookies: &[&str]) -> HeaderMap {
        cookies
            .iter()
            .map(|line| (axum::http::header::COOKIE, HeaderValue::from_str(line).unwrap()))
            .collect()
    }

    #[test]
    fn a_cookie_counts_only_when_there_is_one() {
        let check = |cookies: &[&str], expected: Option<&str>| {
            assert_eq!(value(&headers(cookies), "a").as_deref(), expected, "{cookies:?}");
        };
        check(&["a=1"], Some("1"));
        check(&["b=2; a=1"], Some("1"));
        check(&["b=2", "a=1"], Some("1"));
        check(&["a=1; a=2"], None);
        check(&["a=1", "a=1"], None);
        check(&["aa=1"], None);
        check(&[], None);
        check(&[&format!("a={}", "1".repeat(3_000))], None);
    }

    #[test]
    fn the_session_stays_with_us() {
        let kept = |url| keep_session("token", &visitor(url)).unwrap();
        assert_eq!(
            kept("https://a.example"),
            "__Host-oxupdated=token; HttpOnly; SameSite=Lax; Secure; Path=/"
        );
        assert_eq!(kept("http://a.example"), "oxupdated=token; HttpOnly; SameSite=Lax; Path=/");
        let plain = headers(&["oxupdated=planted"]);
        assert_eq!(
            session(&plain, &visitor("https://a.example")),
            None,
            "anybody on the way could have set it"
        );
        assert_eq!(session(&plain, &visitor("http://a.example")).as_deref(), Some("planted"));
    }
}
