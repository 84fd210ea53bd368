//! What package URLs begin with: scheme, host and port as the client reached us.

use axum::http::header::HOST;
use axum::http::request::Parts;

use crate::error::{Error, Kind, Result};

/// The most characters of a host's name. Source: RFC 1035, section 2.3.4.
const HOST_LENGTH_MAX: usize = 255;

/// What package URLs begin with, without a slash at the end.
///
/// # Errors
/// [`Kind::HostWrong`] if the request does not say once and clearly where it was sent to.
pub(super) fn of(request: &Parts) -> Result<String> {
    let wrong = || Error::from(Kind::HostWrong);
    let mut hosts = request.headers.get_all(HOST).iter();
    let host = match (request.uri.authority(), hosts.next(), hosts.next()) {
        // The request's first line may name the host too, and wins then. Source: RFC 9112, section 3.2.2.
        (Some(authority), _, None) => authority.as_str(),
        (None, Some(host), None) => host.to_str().map_err(|_| wrong())?,
        _ => return Err(wrong()),
    };
    if is_host(host) { Ok(format!("http://{host}")) } else { Err(wrong()) }
}

/// Whether a text is `HOST` or `HOST:PORT`, with a name, an IPv4 address or an IPv6 address in brackets.
fn is_host(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) => {
            if address.parse::<std::net::Ipv6Addr>().is_err() {
                return false;
            }
            ("ipv6", rest)
        }
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let port_is_right = port.is_empty() || port.strip_prefix(':').is_some_and(is_port);
    !host.is_empty() && host.len() <= HOST_LENGTH_MAX && host.bytes().all(is_allowed) && port_is_right
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::{is_host, of};

    #[test]
    fn only_hosts_are_hosts() {
        let check = |text: &str, expected| assert_eq!(is_host(text), expected, "{text:?}");
        for right in ["a", "updates.example.com", "127.0.0.1:8080", "[::1]", "[::1]:8080", "under_score:1"] {
            check(right, true);
        }
        for wrong in [
            "", ":80", "a:", "a:0", "a:65536", "a:+1", "a b", "a/b", "user@a", "a\"b", "a<b", "ä", "[::1",
            "[::1]x", "[a]:1", "::1", "a:1:2", "a?b", "a#b", "a%41",
        ] {
            check(wrong, false);
        }
        check(&"a".repeat(255), true);
        check(&"a".repeat(256), false);
    }

    #[test]
    fn a_request_says_once_where_it_was_sent_to() {
        let check = |uri: &str, hosts: &[&str], expected: Option<&str>| {
            let mut request = Request::get(uri);
            for host in hosts {
                request = request.header("host", *host);
            }
            let (parts, ()) = request.body(()).unwrap().into_parts();
            assert_eq!(of(&parts).ok().as_deref(), expected, "{uri} {hosts:?}");
        };
        check("/", &["a.example:8080"], Some("http://a.example:8080"));
        check("/", &[], None);
        check("/", &["a.example", "b.example"], None);
        check("/", &["a.example\"><Product>"], None);
        check("http://c.example/", &["a.example"], Some("http://c.example"));
    }
}
