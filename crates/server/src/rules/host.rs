//! Under which names this server is spoken to: a page on the web must not reach it under a name of its own.

use core::net::IpAddr;

use url::{Host, Url};

use crate::model::host::HostName;

/// What each server on this machine is called by its own people.
const LOOPBACK_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Whether a request for this host is meant for us: the host of `public_url`, one that is allowed, the address that we
/// listen at, or a name of this very machine.
///
/// A port in `public_url` or in an allowed host counts; names of this machine go with any, for ports are forwarded.
pub(crate) fn is_ours(
    asked: &HostName,
    public_url: Option<&str>,
    allowed: &[HostName],
    listening_at: IpAddr,
) -> bool {
    let is_public = || public_url.and_then(|url| Url::parse(url).ok()).is_some_and(|url| is_of(asked, &url));
    let is_allowed = |host: &HostName| {
        host.name() == asked.name() && host.port().is_none_or(|port| asked.port() == Some(port))
    };
    LOOPBACK_NAMES.contains(&asked.name())
        || asked.name() == written(listening_at)
        || allowed.iter().any(is_allowed)
        || is_public()
}

/// Whether clients on other machines know a name for a server that listens beyond this one.
pub(crate) fn is_known_to_others(
    public_url: Option<&str>,
    allowed: &[HostName],
    listening_at: IpAddr,
) -> bool {
    let is_an_address = !listening_at.is_unspecified() && !listening_at.is_loopback();
    public_url.is_some() || !allowed.is_empty() || is_an_address
}

/// Proxies may leave the port out.
fn is_of(asked: &HostName, url: &Url) -> bool {
    let host = url.host_str().and_then(HostName::parse);
    host.is_some_and(|host| host.name() == asked.name())
        && (asked.port().is_none() || asked.port() == url.port_or_known_default())
}

fn written(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Whether an address on the web leads to this machine itself, so that what is sent there goes over no network.
pub(crate) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_known_to_others, is_ours};
    use crate::model::host::HostName;

    fn hosts(written: &str) -> Vec<HostName> {
        written.split_whitespace().map(|host| HostName::parse(host).unwrap()).collect()
    }

    #[test]
    fn only_our_own_names_are_ours() {
        let check = |asked: &str, public_url: Option<&str>, allowed: &str, listening_at: &str, expected| {
            let asked = HostName::parse(asked).unwrap();
            let ours = is_ours(&asked, public_url, &hosts(allowed), listening_at.parse().unwrap());
            assert_eq!(ours, expected, "{asked} {public_url:?} {allowed} {listening_at}");
        };
        for ours in ["localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:9", "localhost."] {
            check(ours, None, "", "127.0.0.1", true);
        }
        for foreign in ["evil.example", "localhost.evil.example", "127.0.0.2", "10.0.0.5", "0.0.0.0"] {
            check(foreign, None, "", "127.0.0.1", false);
        }
        check("10.0.0.5:8080", None, "", "10.0.0.5", true);
        check("[2001:db8::5]", None, "", "2001:db8::5", true);
        check("10.0.0.5", None, "", "::ffff:10.0.0.5", true);
        let public = Some("https://updates.example.com/ox");
        check("updates.example.com", public, "", "127.0.0.1", true);
        check("Updates.Example.com:443", public, "", "127.0.0.1", true);
        check("updates.example.com:8443", public, "", "127.0.0.1", false);
        check("evil.example", public, "", "127.0.0.1", false);
        check("localhost:8080", public, "", "127.0.0.1", true);
        let public = Some("https://updates.example.com:8443");
        check("updates.example.com:8443", public, "", "127.0.0.1", true);
        check("updates.example.com", public, "", "127.0.0.1", true);
        check("a.example", None, "a.example b.example:81", "0.0.0.0", true);
        check("a.example:99", None, "a.example b.example:81", "0.0.0.0", true);
        check("b.example:81", None, "a.example b.example:81", "0.0.0.0", true);
        check("b.example", None, "a.example b.example:81", "0.0.0.0", false);
        check("c.a.example", None, "a.example", "0.0.0.0", false);
    }

    #[test]
    fn a_server_for_others_needs_a_name() {
        let check = |public_url, allowed: &str, listening_at: &str, expected| {
            let known = is_known_to_others(public_url, &hosts(allowed), listening_at.parse().unwrap());
            assert_eq!(known, expected, "{public_url:?} {allowed} {listening_at}");
        };
        check(None, "", "0.0.0.0", false);
        check(None, "", "::", false);
        check(None, "a.example", "0.0.0.0", true);
        check(Some("https://a.example"), "", "0.0.0.0", true);
        check(None, "", "10.0.0.5", true);
    }
}
