//! The door: who may ask at all, under which name, and with how much. Before anything else looks at a request.

use std::net::IpAddr;
use std::sync::{Arc, Once};

use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ipnet::IpNet;

use super::listen::BUFFER_SIZE;
use crate::App;
use crate::error::{Error, Kind, Result};
use crate::model::host::HostName;
use crate::rules::{host, peer};

/// The most bytes of a request's path and query.
pub(super) const URL_LENGTH_MAX: usize = 2_048;
/// The same of a request that a provider of OpenID Connect has sent a person back with: its codes are as long as it likes.
const URL_FROM_PROVIDER_LENGTH_MAX: usize = 8_192;
/// What addresses begin with that providers send people back to.
const FROM_PROVIDER: &str = "/sign-in/with/";
/// The most bytes of a request's head.
const HEAD_SIZE_MAX: usize = BUFFER_SIZE;
/// Who asks, as the proxies tell that the request came by.
const FORWARDED_FOR: &str = "x-forwarded-for";
/// Whether the proxy was asked by `https`.
const FORWARDED_PROTO: &str = "x-forwarded-proto";

/// The address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// Who asks, and how this server was reached.
#[derive(Debug, Clone)]
pub(super) struct Visitor {
    /// The address of who asks, behind trusted proxies.
    pub(super) address: IpAddr,
    /// The host that the request named, with its port if it named one.
    pub(super) host: String,
    /// What this server's URLs begin with, without a slash at the end.
    pub(super) server_url: String,
    /// Whether nobody on the way can read what is sent: by this server's own TLS, by a trusted proxy's word, or by `public_url`.
    pub(super) is_encrypted: bool,
}

/// Lets a request in, with a [`Visitor`], or answers why not.
pub(super) async fn guard(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    if head_size(&request) > HEAD_SIZE_MAX {
        return StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response();
    }
    match visitor(&app, &request) {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor);
            next.run(request).await
        }
        Err(error) => error.into_response(),
    }
}

/// How many bytes a request's head had, without blanks that mean nothing.
fn head_size(request: &Request) -> usize {
    let url = request.uri().path_and_query().map_or(0, |url| url.as_str().len());
    let first_line = request.method().as_str().len() + url + " ".len() + " HTTP/1.1\r\n".len();
    let line =
        |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len() + ": \r\n".len();
    first_line + request.headers().iter().map(line).sum::<usize>() + "\r\n".len()
}

fn visitor(app: &App, request: &Request) -> Result<Visitor> {
    let settings = &app.settings;
    let Peer(peer) = *request.extensions().get::<Peer>().ok_or(Kind::Internal)?;
    if !peer::may_ask(peer, &settings.trusted_proxies) {
        return Err(Kind::NotByProxy.into());
    }
    let is_from_provider = request.uri().path().starts_with(FROM_PROVIDER);
    let length_max = if is_from_provider { URL_FROM_PROVIDER_LENGTH_MAX } else { URL_LENGTH_MAX };
    if request.uri().path_and_query().is_some_and(|url| url.as_str().len() > length_max) {
        return Err(Kind::UrlTooLong(length_max).into());
    }
    let asked = asked_host(request.uri(), request.headers())?;
    let public_url = settings.public_url.as_deref();
    if !host::is_ours(&asked, public_url, &settings.allowed_hosts, settings.listen.ip()) {
        return Err(Kind::HostForeign(asked.to_string()).into());
    }
    warn_of_silent_proxies(peer, request.headers(), &settings.trusted_proxies);
    let address = peer::client(peer, values(request.headers(), FORWARDED_FOR), &settings.trusted_proxies);
    let by_proxy = peer::is_trusted(peer, &settings.trusted_proxies)
        && values(request.headers(), FORWARDED_PROTO).next_back().is_some_and(|last| last.trim() == "https");
    let is_https = by_proxy || app.tls.is_some();
    let scheme = if is_https { "https" } else { "http" };
    let server_url = public_url.map_or_else(|| format!("{scheme}://{asked}"), str::to_owned);
    let is_encrypted = is_https || server_url.starts_with("https://");
    Ok(Visitor { address, host: asked.to_string(), server_url, is_encrypted })
}

/// Tells the log once what an administrator would not notice: without a proxy's word all its clients are one to us.
fn warn_of_silent_proxies(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) {
    static WARNED: Once = Once::new();
    let (is_trusted, tells) = (peer::is_trusted(peer, proxies), headers.contains_key(FORWARDED_FOR));
    if is_trusted && !tells {
        WARNED.call_once(|| tracing::warn!(%peer, "a trusted proxy sends no X-Forwarded-For, so all who come by it count as one: who guesses passwords slows everybody"));
    } else if tells && !is_trusted && peer.to_canonical().is_loopback() {
        WARNED.call_once(|| tracing::warn!(%peer, "X-Forwarded-For comes from an address that is not in trusted_proxies, and is not believed"));
    }
}

/// The one host that a request names. One that names it in its first line too is for a proxy, and we are none.
fn asked_host(uri: &Uri, headers: &HeaderMap) -> Result<HostName> {
    let mut hosts = headers.get_all(HOST).iter();
    let host = match (uri.authority(), hosts.next(), hosts.next()) {
        (None, Some(host), None) => host.to_str().ok().and_then(HostName::parse),
        _ => None,
    };
    host.ok_or_else(|| Error::from(Kind::HostWrong))
}

/// The values of a header whose lines are one list. What is not ASCII is no value.
fn values<'a>(headers: &'a HeaderMap, name: &str) -> impl DoubleEndedIterator<Item = &'a str> {
    let lines: Vec<&str> =
        headers.get_all(name).iter().map(|line| line.to_str().unwrap_or_default()).collect();
    lines.into_iter().flat_map(|line| line.split(','))
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::{URL_FROM_PROVIDER_LENGTH_MAX, URL_LENGTH_MAX, asked_host, values};

    #[test]
    fn a_request_says_once_where_it_was_sent_to() {
        let check = |uri: &str, hosts: &[&str], expected: Option<&str>| {
            let mut request = Request::get(uri);
            for host in hosts {
                request = request.header("host", *host);
            }
            let (parts, ()) = request.body(()).unwrap().into_parts();
            let host = asked_host(&parts.uri, &parts.headers).ok().map(|host| host.to_string());
            assert_eq!(host.as_deref(), expected, "{uri} {hosts:?}");
        };
        check("/", &["a.example:8080"], Some("a.example:8080"));
        check("/", &[], None);
        check("/", &["a.example", "b.example"], None);
        check("/", &["a.example", "a.example"], None);
        check("/", &["a.example, b.example"], None);
        check("/", &["user@a.example"], None);
        check("/", &["a.example\"><Product>"], None);
        check("http://a.example/", &["a.example"], None);
    }

    #[test]
    fn lines_of_one_header_are_one_list() {
        let request = Request::get("/").header("a", "1, 2").header("a", "3").body(()).unwrap();
        let found: Vec<&str> = values(request.headers(), "a").map(str::trim).collect();
        assert_eq!(found, ["1", "2", "3"]);
    }

    #[test]
    fn the_limit_is_told() {
        let length = crate::reference::grouped(URL_LENGTH_MAX as u64);
        crate::reference::assert_says(
            "oxupdated.md",
            &format!("| path and query of a request | {length} bytes |"),
        );
        let length = crate::reference::grouped(URL_FROM_PROVIDER_LENGTH_MAX as u64);
        crate::reference::assert_says(
            "oxupdated.md",
            &format!("| the same where a provider of OpenID Connect sends people back to | {length} bytes |"),
        );
    }
}
