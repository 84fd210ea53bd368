//! From the text of a setting to its value.

use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

use crate::model::host::HostName;

/// The most characters of `public_url`.
pub(crate) const PUBLIC_URL_LENGTH_MAX: usize = 1_000;
/// The most entries of a list.
pub(crate) const LIST_LENGTH_MAX: usize = 100;

/// The most days of a setting that is a number of days.
const DAYS_MAX: u32 = 3_650;

/// A number of days, at least one.
pub(super) fn days(written: &str) -> Option<u32> {
    written.parse().ok().filter(|days| (1..=DAYS_MAX).contains(days))
}

/// `None` if it is wrong, `Some(None)` if nothing is written.
pub(super) fn public_url(written: &str) -> Option<Option<String>> {
    if written.is_empty() {
        return Some(None);
    }
    let url = Url::parse(written).ok().filter(|url| url.as_str().len() <= PUBLIC_URL_LENGTH_MAX)?;
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let is_bare = url.query().is_none() && url.fragment().is_none();
    let is_nobodys = url.username().is_empty() && url.password().is_none();
    (is_web && is_bare && is_nobodys).then(|| Some(url.as_str().trim_end_matches('/').to_owned()))
}

/// `None` if it is wrong, `Some(None)` if nothing is written.
pub(super) fn address(written: &str) -> Option<Option<SocketAddr>> {
    if written.is_empty() { Some(None) } else { written.parse().ok().map(Some) }
}

/// Names or addresses of this server, each with or without a port.
pub(super) fn hosts(written: &str) -> Option<Vec<HostName>> {
    list(written, HostName::parse)
}

/// So many minutes, within bounds.
pub(super) fn minutes(written: &str, bounds: RangeInclusive<u64>) -> Option<Duration> {
    let minutes: u64 = written.parse().ok()?;
    bounds.contains(&minutes).then(|| Duration::from_secs(minutes * 60))
}

/// Addresses such as `10.0.0.1` and networks such as `10.0.0.0/8`.
pub(super) fn networks(written: &str) -> Option<Vec<IpNet>> {
    list(written, |entry| {
        let address = entry.parse::<IpAddr>().map(|address| IpNet::from(address.to_canonical()));
        address.ok().or_else(|| entry.parse().ok().filter(is_some_network))
    })
}

/// Whether it is neither everything nor IPv4 in the clothes of IPv6, which no peer is compared with.
fn is_some_network(network: &IpNet) -> bool {
    let is_mapped = matches!(network.addr(), IpAddr::V6(address) if address.to_ipv4_mapped().is_some());
    network.prefix_len() > 0 && !is_mapped
}

/// A list is written with commas; a list of TOML comes in that form too.
fn list<Value>(written: &str, read: impl Fn(&str) -> Option<Value>) -> Option<Vec<Value>> {
    let entries = written.split(',').map(str::trim).filter(|entry| !entry.is_empty());
    let values: Vec<Value> = entries.map(read).collect::<Option<_>>()?;
    (values.len() <= LIST_LENGTH_MAX).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::{LIST_LENGTH_MAX, hosts, networks};

    #[test]
    fn lists_are_read_and_one_wrong_entry_spoils_them() {
        let check = |written: &str, expected: Option<usize>| {
            assert_eq!(networks(written).map(|networks| networks.len()), expected, "{written:?}");
        };
        check("", Some(0));
        check("10.0.0.1", Some(1));
        check("10.0.0.0/8, ::1 , 2001:db8::/32,", Some(3));
        check("10.0.0.0/33", None);
        check("0.0.0.0/0", None);
        check("::/0", None);
        check("::ffff:10.0.0.0/104", None);
        check("::ffff:10.0.0.1", Some(1));
        check("proxy.example.com", None);
        check("10.0.0.1,here", None);
        check(&"10.0.0.1,".repeat(LIST_LENGTH_MAX), Some(LIST_LENGTH_MAX));
        check(&"10.0.0.1,".repeat(LIST_LENGTH_MAX + 1), None);
        assert_eq!(hosts("a.example, b.example:8443,[::1]").map(|hosts| hosts.len()), Some(3));
        assert!(hosts("https://a.example").is_none());
    }
}
