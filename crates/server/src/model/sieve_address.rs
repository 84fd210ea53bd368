//! Where a Sieve server is asked, and whether it is.

use core::net::{IpAddr, Ipv6Addr};

/// Where a Sieve server listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SieveAddress {
    /// A name, or an address without brackets.
    pub(crate) host: String,
    /// The port.
    pub(crate) port: u16,
}

/// Which Sieve server is asked what it offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum SieveChoice {
    /// The one that Open-Xchange's own configuration names.
    #[default]
    Configured,
    /// This one.
    This(SieveAddress),
    /// None.
    None,
}

/// The most characters of a host's name. Source: RFC 1035.
const HOST_LENGTH_MAX: usize = 253;

impl SieveAddress {
    /// Reads `host:port` or `[address]:port`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let (host, port) = written.rsplit_once(':')?;
        let port = port.parse().ok().filter(|port| *port > 0)?;
        Self::new(host, port)
    }

    /// Takes a host, with or without brackets around an address of IPv6.
    pub(crate) fn new(written: &str, port: u16) -> Option<Self> {
        let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let is_address = |host: &str| host.parse::<Ipv6Addr>().is_ok();
        let is_name = |host: &str| {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
            (1..=HOST_LENGTH_MAX).contains(&host.len()) && host.bytes().all(allowed)
        };
        let host = match bare {
            Some(host) => is_address(host).then_some(host)?,
            None => (is_name(written) || is_address(written)).then_some(written)?,
        };
        Some(Self { host: host.to_owned(), port })
    }

    /// Whether it is the machine itself.
    pub(crate) fn is_loopback(&self) -> bool {
        let address: Option<IpAddr> = self.host.parse().ok();
        self.host.eq_ignore_ascii_case("localhost") || address.is_some_and(|address| address.is_loopback())
    }
}

impl std::fmt::Display for SieveAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.host.contains(':') {
            write!(formatter, "[{}]:{}", self.host, self.port)
        } else {
            write!(formatter, "{}:{}", self.host, self.port)
        }
    }
}

impl SieveChoice {
    /// Reads a setting: nothing, `none`, or `host:port`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        match written {
            "" => Some(Self::Configured),
            "none" => Some(Self::None),
            address => SieveAddress::parse(address).map(Self::This),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SieveAddress, SieveChoice};

    #[test]
    fn a_host_and_a_port_make_an_address() {
        let check = |written: &str, expected: Option<&str>| {
            let address = SieveAddress::parse(written).map(|address| address.to_string());
            assert_eq!(address.as_deref(), expected, "{written:?}");
        };
        check("sieve.example.com:4190", Some("sieve.example.com:4190"));
        check("127.0.0.1:2000", Some("127.0.0.1:2000"));
        check("[::1]:4190", Some("[::1]:4190"));
        for wrong in ["", "sieve.example.com", "a:0", "a:65536", ":4190", "a b:1", "[a]:1", "a/b:1", "a:1:x"]
        {
            check(wrong, None);
        }
        let is_loopback = |written: &str| SieveAddress::parse(written).unwrap().is_loopback();
        assert!(is_loopback("LocalHost:1") && is_loopback("[::1]:1") && is_loopback("127.0.0.2:1"));
        assert!(!is_loopback("10.0.0.1:1") && !is_loopback("localhost.example.com:1"));
    }

    #[test]
    fn a_choice_is_nothing_none_or_an_address() {
        assert_eq!(SieveChoice::parse(""), Some(SieveChoice::Configured));
        assert_eq!(SieveChoice::parse("none"), Some(SieveChoice::None));
        assert!(matches!(SieveChoice::parse("a:1"), Some(SieveChoice::This(_))));
        assert_eq!(SieveChoice::parse("yes"), None);
    }
}
