//! Who is at the other end of a connection, and whose word about that counts.

use core::net::{IpAddr, SocketAddr};

use ipnet::{IpNet, Ipv6Net};

/// How many addresses that proxies wrote are looked at, the last ones first.
const FORWARDED_MAX: usize = 32;
/// How much of an IPv6 address is one customer's. Source: RFC 6177.
const IPV6_PREFIX_LENGTH: u8 = 64;

/// Whether passwords and packages may go over the connections of this address as they are: they stay on this machine, a
/// proxy encrypts them, or the administrator said so.
pub(crate) fn may_listen(at: IpAddr, proxies: &[IpNet], allow_plain_http: bool) -> bool {
    at.to_canonical().is_loopback() || !proxies.is_empty() || allow_plain_http
}

/// Whether an address is a proxy whose word counts.
pub(crate) fn is_trusted(peer: IpAddr, proxies: &[IpNet]) -> bool {
    let peer = peer.to_canonical();
    proxies.iter().any(|proxy| proxy.contains(&peer))
}

/// Whether a peer may ask at all. Where there are proxies, all others have to come by one of them, except on this machine.
pub(crate) fn may_ask(peer: IpAddr, proxies: &[IpNet]) -> bool {
    proxies.is_empty() || peer.to_canonical().is_loopback() || is_trusted(peer, proxies)
}

/// Who asks: the peer, or where that is a trusted proxy, the last address in `X-Forwarded-For` that is none.
///
/// What stands before that address was written by somebody we know nothing of.
pub(crate) fn client<'a>(
    peer: IpAddr,
    forwarded_for: impl DoubleEndedIterator<Item = &'a str>,
    proxies: &[IpNet],
) -> IpAddr {
    let mut client = peer.to_canonical();
    for written in forwarded_for.rev().take(FORWARDED_MAX) {
        if !is_trusted(client, proxies) {
            break;
        }
        let Some(before) = address(written) else { break };
        client = before;
    }
    client
}

/// What counts as one place that attempts come from: an IPv4 address, or the network of an IPv6 customer.
pub(crate) fn place(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            Ipv6Net::new(address, IPV6_PREFIX_LENGTH).map_or(address, |network| network.network()).into()
        }
        address => address,
    }
}

/// An address as proxies write it: bare, in brackets, or with a port.
fn address(written: &str) -> Option<IpAddr> {
    let written = written.trim();
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    let address = bare.parse::<IpAddr>().ok();
    address.or_else(|| Some(written.parse::<SocketAddr>().ok()?.ip())).map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use core::net::IpAddr;

    use ipnet::IpNet;

    use super::{FORWARDED_MAX, client, may_ask, may_listen, place};

    fn ip(written: &str) -> IpAddr {
        written.parse().unwrap()
    }

    fn networks(written: &str) -> Vec<IpNet> {
        written.split_whitespace().map(|network| network.parse().unwrap()).collect()
    }

    #[test]
    fn nothing_goes_over_a_network_unencrypted_by_oversight() {
        let check = |at: &str, proxies: &str, allow, expected| {
            assert_eq!(may_listen(ip(at), &networks(proxies), allow), expected, "{at} {proxies} {allow}");
        };
        check("127.0.0.1", "", false, true);
        check("127.9.9.9", "", false, true);
        check("::1", "", false, true);
        check("::ffff:127.0.0.1", "", false, true);
        check("0.0.0.0", "", false, false);
        check("::", "", false, false);
        check("10.0.0.5", "", false, false);
        check("10.0.0.5", "10.0.0.9/32", false, true);
        check("10.0.0.5", "", true, true);
    }

    #[test]
    fn where_there_are_proxies_others_come_by_them() {
        let check = |peer: &str, proxies: &str, expected| {
            assert_eq!(may_ask(ip(peer), &networks(proxies)), expected, "{peer} {proxies}");
        };
        check("10.0.0.9", "", true);
        check("10.0.0.9", "10.0.0.9/32", true);
        check("::ffff:10.0.0.9", "10.0.0.9/32", true);
        check("10.0.0.8", "10.0.0.9/32", false);
        check("10.0.0.8", "10.0.0.0/24", true);
        check("127.0.0.1", "10.0.0.9/32", true);
        check("::1", "10.0.0.9/32", true);
        check("2001:db8::1", "2001:db8::/32", true);
    }

    #[test]
    fn only_a_trusted_proxy_says_who_asks() {
        let check = |peer: &str, forwarded: &str, expected: &str| {
            let proxies = networks("10.0.0.0/24 2001:db8::9/128");
            let found = client(ip(peer), forwarded.split(','), &proxies);
            assert_eq!(found, ip(expected), "{peer} {forwarded}");
        };
        check("10.0.0.9", "192.0.2.1", "192.0.2.1");
        check("10.0.0.9", "198.51.100.1, 192.0.2.1", "192.0.2.1");
        check("10.0.0.9", "192.0.2.1, 10.0.0.8", "192.0.2.1");
        check("10.0.0.9", "10.0.0.7, 10.0.0.8", "10.0.0.7");
        check("192.0.2.9", "192.0.2.1", "192.0.2.9");
        check("127.0.0.1", "192.0.2.1", "127.0.0.1");
        check("10.0.0.9", "", "10.0.0.9");
        check("10.0.0.9", "unknown", "10.0.0.9");
        check("10.0.0.9", "192.0.2.1, _hidden", "10.0.0.9");
        check("10.0.0.9", "192.0.2.1:4711", "192.0.2.1");
        check("10.0.0.9", "[2001:db8::1]:4711", "2001:db8::1");
        check("2001:db8::9", "[2001:db8::1]", "2001:db8::1");
        check("::ffff:10.0.0.9", "::ffff:192.0.2.1", "192.0.2.1");
        let far = format!("192.0.2.1{}", ", 10.0.0.8".repeat(FORWARDED_MAX));
        check("10.0.0.9", &far, "10.0.0.8");
    }

    #[test]
    fn an_ipv6_customer_is_one_place() {
        let check = |address: &str, expected: &str| assert_eq!(place(ip(address)), ip(expected), "{address}");
        check("192.0.2.1", "192.0.2.1");
        check("::ffff:192.0.2.1", "192.0.2.1");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
    }
}
