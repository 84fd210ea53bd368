//! The name that a client calls this server by: what stands in `Host`.

use core::net::Ipv6Addr;
use std::fmt;

/// The most characters of a host's name. Source: RFC 1035, section 2.3.4.
pub(crate) const HOST_LENGTH_MAX: usize = 255;

/// A name or an address, with or without a port. It compares without regard to the case of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HostName {
    /// In small letters; an IPv6 address in its brackets; without a full stop at the end.
    name: String,
    port: Option<u16>,
}

impl HostName {
    /// Reads `HOST` or `HOST:PORT`, with a name, an IPv4 address or an IPv6 address in brackets; nothing else is one.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let (name, port) = match written.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((address, port)) => (format!("[{}]", address.parse::<Ipv6Addr>().ok()?), port),
            None => {
                let (name, port) = written.split_at(written.find(':').unwrap_or(written.len()));
                let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
                if !name.bytes().all(is_allowed) {
                    return None;
                }
                (name.to_ascii_lowercase(), port)
            }
        };
        let port = match port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => Some(digits.parse().ok()?),
            Some(_) => return None,
            None if port.is_empty() => None,
            None => return None,
        };
        let name = name.strip_suffix('.').unwrap_or(&name).to_owned();
        let is_whole = !name.is_empty() && name.len() <= HOST_LENGTH_MAX && port != Some(0);
        is_whole.then_some(Self { name, port })
    }

    /// The name without the port, in small letters.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The port, if one is written.
    pub(crate) fn port(&self) -> Option<u16> {
        self.port
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.name)?;
        self.port.map_or(Ok(()), |port| write!(formatter, ":{port}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{HOST_LENGTH_MAX, HostName};

    #[test]
    fn only_hosts_are_hosts() {
        let check = |written: &str, expected: Option<&str>| {
            let host = HostName::parse(written).map(|host| host.to_string());
            assert_eq!(host.as_deref(), expected, "{written:?}");
        };
        check("a", Some("a"));
        check("Updates.Example.com", Some("updates.example.com"));
        check("updates.example.com.:80", Some("updates.example.com:80"));
        check("127.0.0.1:8080", Some("127.0.0.1:8080"));
        check("[::1]", Some("[::1]"));
        check("[0:0::1]:8080", Some("[::1]:8080"));
        check("under_score:1", Some("under_score:1"));
        for wrong in [
            "",
            ".",
            ":80",
            "a:",
            "a:0",
            "a:65536",
            "a:+1",
            "a b",
            "a/b",
            "user@a",
            "a\"b",
            "a<b",
            "ä",
            "[::1",
            "[::1]x",
            "[a]:1",
            "::1",
            "a:1:2",
            "a?b",
            "a#b",
            "a%41",
            "https://a",
        ] {
            check(wrong, None);
        }
        check(&"a".repeat(HOST_LENGTH_MAX), Some(&"a".repeat(HOST_LENGTH_MAX)));
        check(&"a".repeat(HOST_LENGTH_MAX + 1), None);
    }
}
