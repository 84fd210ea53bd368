//! The name that the updater's installer is served under: it carries the server's address, so that the client, once installed,
//! can propose it. docs/reference/installer-name.md describes the name for people.
//!
//! The server writes the name, the client reads it from what Windows Installer recorded as `OriginalDatabase`. In between a
//! browser or a person may have put something behind it, such as ` (1)`.

use core::net::Ipv6Addr;

/// The most characters of an installer's name; Windows takes 255, and the folder and what browsers add have to fit in too.
pub const INSTALLER_NAME_LENGTH_MAX: usize = 180;

/// What a name begins with that carries no address.
pub const PLAIN_NAME: &str = "OXUpdater-setup.msi";

/// What a name begins with, for servers spoken to by `https` and by `http`.
const BEGINNINGS: [(&str, &str, u16); 2] =
    [("https", "OXUpdater-setup@", 443), ("http", "OXUpdater-setup-http@", 80)];
const ENDING: &str = ".msi";
/// How Windows itself writes an IPv6 address where colons are not allowed.
const IPV6_ENDING: &str = ".ipv6-literal.net";

/// The name for a server whose URLs begin with `server_url`, such as `https://updates.example.com:8443/ox`; `None` if no name can
/// carry that: then it is [`PLAIN_NAME`], and the person types the address.
#[must_use]
pub fn write(server_url: &str) -> Option<String> {
    let (written_scheme, rest) = server_url.split_once("://")?;
    let (_, beginning, usual_port) =
        BEGINNINGS.into_iter().find(|(scheme, ..)| scheme.eq_ignore_ascii_case(written_scheme))?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = split_authority(authority)?;
    let port = port.filter(|port| *port != usual_port);
    let mut name = format!("{beginning}{host}");
    // A host that ends like a port is told apart by a port behind it.
    if let Some(port) = port.or_else(|| ends_like_a_port(&host).then_some(usual_port)) {
        name.push_str(&format!("_{port}"));
    }
    write_path(path.trim_end_matches('/'), &mut name)?;
    name.push_str(ENDING);
    (name.len() <= INSTALLER_NAME_LENGTH_MAX).then_some(name)
}

/// The server's URL that a name carries, without a slash at its end; the name may have a path of folders before it. `None` if it
/// carries none.
#[must_use]
pub fn parse(name: &str) -> Option<String> {
    let name = name.rsplit(['\\', '/']).next().unwrap_or(name);
    let name = without_ending(name)?;
    let (scheme, rest, usual_port) = BEGINNINGS.into_iter().find_map(|(scheme, beginning, usual_port)| {
        let begins = name.get(..beginning.len())?.eq_ignore_ascii_case(beginning);
        Some((scheme, name.get(beginning.len()..).filter(|_| begins)?, usual_port))
    })?;
    // What a browser or a person has added begins with a blank or a bracket.
    let added = rest.find(|letter: char| !is_of_a_name(letter)).unwrap_or(rest.len());
    let address = rest.get(..added).unwrap_or_default();
    let (authority, path) = address.split_at(address.find('+').unwrap_or(address.len()));
    let (host, port) = match authority.rsplit_once('_').filter(|(_, digits)| is_number(digits)) {
        Some((host, digits)) => (host, Some(digits.parse::<u16>().ok().filter(|port| *port > 0)?)),
        None => (authority, None),
    };
    let mut url = format!("{scheme}://{}", read_host(host)?);
    if let Some(port) = port.filter(|port| *port != usual_port) {
        url.push_str(&format!(":{port}"));
    }
    read_path(path, &mut url)?;
    Some(url)
}

fn without_ending(name: &str) -> Option<&str> {
    let at = name.len().checked_sub(ENDING.len())?;
    name.get(at..)?.eq_ignore_ascii_case(ENDING).then(|| name.get(..at))?
}

/// The host as a name writes it, and the port.
fn split_authority(authority: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => {
            let address: Ipv6Addr = address.parse().ok()?;
            (address.to_string().replace(':', "-") + IPV6_ENDING, port)
        }
        None => {
            let (host, port) = authority.split_at(authority.find(':').unwrap_or(authority.len()));
            let host = host.to_ascii_lowercase();
            if !is_host(&host) || host.ends_with(IPV6_ENDING) {
                return None;
            }
            (host, port)
        }
    };
    match port.strip_prefix(':') {
        None if port.is_empty() => Some((host, None)),
        Some(digits) if is_number(digits) => {
            Some((host, Some(digits.parse().ok().filter(|port| *port > 0)?)))
        }
        _ => None,
    }
}

/// The host as a URL writes it.
fn read_host(written: &str) -> Option<String> {
    let host = written.to_ascii_lowercase();
    match host.strip_suffix(IPV6_ENDING) {
        Some(address) => Some(format!("[{}]", address.replace('-', ":").parse::<Ipv6Addr>().ok()?)),
        None => is_host(&host).then_some(host),
    }
}

/// Each slash becomes a plus, and each byte that might not survive in a file's name becomes `=` with two digits.
fn write_path(path: &str, name: &mut String) -> Option<()> {
    for byte in path.bytes() {
        match byte {
            b'/' => name.push('+'),
            _ if is_plain(byte) => name.push(char::from(byte)),
            _ if is_of_a_path(byte) => name.push_str(&format!("={byte:02X}")),
            _ => return None,
        }
    }
    Some(())
}

fn read_path(written: &str, url: &mut String) -> Option<()> {
    let mut bytes = written.bytes();
    while let Some(byte) = bytes.next() {
        let read = match byte {
            b'+' => b'/',
            b'=' => {
                let digits = [bytes.next()?, bytes.next()?];
                let digits = core::str::from_utf8(&digits).ok()?;
                let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                let byte = u8::from_str_radix(digits, 16).ok().filter(|_| is_hexadecimal)?;
                Some(byte).filter(|byte| is_of_a_path(*byte) && *byte != b'/')?
            }
            plain => plain,
        };
        url.push(char::from(read));
    }
    url.truncate(url.trim_end_matches('/').len());
    Some(())
}

fn is_host(host: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let is_bounded = host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_');
    is_bounded && !host.ends_with(['.', '-']) && host.bytes().all(is_allowed)
}

fn ends_like_a_port(host: &str) -> bool {
    host.rsplit_once('_').is_some_and(|(_, digits)| is_number(digits))
}

fn is_number(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// What stands for itself within a path.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// What a URL's path may hold. Source: RFC 3986, section 3.3.
fn is_of_a_path(byte: u8) -> bool {
    is_plain(byte) || b"%/:@!$&'()*+,;=".contains(&byte)
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii() && (is_plain(letter as u8) || letter == '+' || letter == '=')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{INSTALLER_NAME_LENGTH_MAX, PLAIN_NAME, parse, write};

    #[test]
    fn a_name_carries_the_servers_address() {
        let check = |url: &str, name: &str| {
            assert_eq!(write(url).as_deref(), Some(name), "{url}");
            assert_eq!(parse(name).as_deref(), Some(url), "{name}");
        };
        check("https://updates.example.com", "OXUpdater-setup@updates.example.com.msi");
        check("https://updates.example.com:8443", "OXUpdater-setup@updates.example.com_8443.msi");
        check("https://192.0.2.1:8443", "OXUpdater-setup@192.0.2.1_8443.msi");
        check("https://[2001:db8::1]", "OXUpdater-setup@2001-db8--1.ipv6-literal.net.msi");
        check("https://[2001:db8::1]:8443", "OXUpdater-setup@2001-db8--1.ipv6-literal.net_8443.msi");
        check("https://xn--bcher-kva.example", "OXUpdater-setup@xn--bcher-kva.example.msi");
        check("https://updates.example.com/ox", "OXUpdater-setup@updates.example.com+ox.msi");
        check("https://a.example:8443/ox/Up_1", "OXUpdater-setup@a.example_8443+ox+Up_1.msi");
        check("https://a.example/a%20b=c", "OXUpdater-setup@a.example+a=2520b=3Dc.msi");
        check("https://under_score", "OXUpdater-setup@under_score.msi");
        check("https://pc_8443", "OXUpdater-setup@pc_8443_443.msi");
        check("https://pc_8443:8443", "OXUpdater-setup@pc_8443_8443.msi");
        check("http://127.0.0.1:8080", "OXUpdater-setup-http@127.0.0.1_8080.msi");
        check("http://localhost", "OXUpdater-setup-http@localhost.msi");
        check("http://localhost:443", "OXUpdater-setup-http@localhost_443.msi");
    }

    #[test]
    fn the_reference_has_names_as_they_are() {
        let page = include_str!("../../../docs/reference/installer-name.md");
        let rows = page
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.strip_suffix("` |")?.split_once("` | `"));
        let mut count = 0;
        for (url, name) in rows {
            assert_eq!(write(url).as_deref(), Some(name), "{url}");
            assert_eq!(parse(name).as_deref(), Some(url), "{name}");
            count += 1;
        }
        assert_eq!(count, 9);
        assert!(page.contains(&format!("A name has at most {INSTALLER_NAME_LENGTH_MAX} characters")));
    }

    #[test]
    fn one_server_has_one_name() {
        let check = |url: &str, name: &str| assert_eq!(write(url).as_deref(), Some(name), "{url}");
        check("HTTPS://Updates.Example.com:443/", "OXUpdater-setup@updates.example.com.msi");
        check("http://localhost:80//", "OXUpdater-setup-http@localhost.msi");
        check("https://[2001:0db8:0::1]", "OXUpdater-setup@2001-db8--1.ipv6-literal.net.msi");
    }

    #[test]
    fn what_no_name_can_carry_has_none() {
        for url in [
            "",
            "updates.example.com",
            "ftp://a.example",
            "https://",
            "https:///ox",
            "https://bücher.example",
            "https://user@a.example",
            "https://a.example:0",
            "https://a.example:65536",
            "https://a.example:",
            "https://a.example./",
            "https://[::1",
            "https://[a]",
            "https://1--1.ipv6-literal.net",
            "https://a.example/?q",
            "https://a.example/#f",
            "https://a.example/a b",
            "https://a.example/ü",
        ] {
            assert_eq!(write(url), None, "{url}");
        }
        let host = |length: usize| format!("https://{}", "a".repeat(length));
        let most = INSTALLER_NAME_LENGTH_MAX - "OXUpdater-setup@.msi".len();
        assert_eq!(write(&host(most)).map(|name| name.len()), Some(INSTALLER_NAME_LENGTH_MAX));
        assert_eq!(write(&host(most + 1)), None);
    }

    #[test]
    fn a_name_is_read_whatever_was_done_to_the_file() {
        let check = |name: &str| {
            assert_eq!(parse(name).as_deref(), Some("https://updates.example.com:8443"), "{name}");
        };
        check(r"C:\Users\Anna Muster\Downloads\OXUpdater-setup@updates.example.com_8443.msi");
        check("OXUpdater-setup@updates.example.com_8443 (1).msi");
        check("OXUpdater-setup@updates.example.com_8443(12).msi");
        check("OXUpdater-setup@updates.example.com_8443 - Kopie.msi");
        check("OXUpdater-setup@updates.example.com_8443 - Kopie (2).msi");
        check("oxupdater-SETUP@Updates.Example.Com_8443.MSI");
    }

    #[test]
    fn a_name_that_carries_no_address_gives_none() {
        for name in [
            "",
            PLAIN_NAME,
            "OXUpdater-setup@.msi",
            "OXUpdater-setup@ (1).msi",
            "OXUpdater-setup@_8443.msi",
            "OXUpdater-setup@a.example_0.msi",
            "OXUpdater-setup@a.example_65536.msi",
            "OXUpdater-setup@a.example",
            "OXUPDA~1.MSI",
            "setup@a.example.msi",
            "OXUpdater-setup@zz.ipv6-literal.net.msi",
            "OXUpdater-setup@a.example+=0A.msi",
            "OXUpdater-setup@a.example+=+1.msi",
            "OXUpdater-setup@a.example+=2.msi",
            "OXUpdater-setup@a.example+=3F.msi",
            "OXUpdater-setup@-a.example.msi",
            "OXUpdater-setup@ä.example.msi",
        ] {
            assert_eq!(parse(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            scheme in "https?",
            host in "[a-z0-9_]([a-z0-9._-]{0,30}[a-z0-9_])?",
            port in any::<u16>(),
            path in "(/[A-Za-z0-9._~%:@!$&'()*+,;=-]{1,12}){0,3}",
        ) {
            let usual = if scheme == "https" { 443 } else { 80 };
            let port = if port == 0 || port == usual { String::new() } else { format!(":{port}") };
            let url = format!("{scheme}://{host}{port}{path}");
            if let Some(name) = write(&url) {
                prop_assert!(name.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>:\"/\\|?*[]%".contains(&byte)));
                prop_assert_eq!(parse(&name), Some(url.clone()));
                let again = name.replace(".msi", " (1).msi");
                if name.matches(".msi").count() == 1 {
                    prop_assert_eq!(parse(&again), Some(url));
                }
            }
        }

        #[test]
        fn no_name_is_too_odd_to_be_judged(name in ".{0,60}", address in "[ -~]{0,40}") {
            let _ = parse(&name);
            if let Some(url) = parse(&format!("OXUpdater-setup@{address}.msi")) {
                prop_assert!(url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert!(!url.contains(['?', '#', '<', '>', '"', '\\']));
                // What is read from a name has a name of its own that leads to the same server.
                if let Some(name) = write(&url) {
                    prop_assert_eq!(parse(&name), Some(url));
                }
            }
        }
    }
}
