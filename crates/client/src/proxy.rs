//! The proxy that a person set in Windows, and which addresses it is for.
//!
//! Not here: reading the setting (`windows/`), automatic configuration scripts, and SOCKS.
//! Source of the texts' form: Microsoft, "Enabling Internet Functionality" (Listing Proxy Servers, Listing the Proxy Bypass).

/// How many entries a setting may have; more are not read.
pub const ENTRIES_MAX: usize = 1_000;

/// The name of hosts without a dot in a bypass list.
const LOCAL: &str = "<local>";

/// A proxy setting as Windows keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProxySetting {
    http: Option<String>,
    https: Option<String>,
    bypass: Vec<String>,
}

impl ProxySetting {
    /// Reads ProxyServer (`host:port`, or `http=host:port;https=host:port`) and ProxyOverride (`*.local;<local>`).
    ///
    /// What is not understood is left out: a proxy is a convenience of the way, not a matter of trust.
    #[must_use]
    pub fn parse(server: &str, bypass: &str) -> Self {
        let mut setting = Self::default();
        for entry in entries(server) {
            match entry.split_once('=') {
                None => {
                    // Without a scheme it is for all of them; one that names a scheme wins.
                    setting.http.get_or_insert_with(|| address(entry));
                    setting.https.get_or_insert_with(|| address(entry));
                }
                Some((scheme, proxy)) if scheme.eq_ignore_ascii_case("http") => {
                    setting.http = Some(address(proxy));
                }
                Some((scheme, proxy)) if scheme.eq_ignore_ascii_case("https") => {
                    setting.https = Some(address(proxy));
                }
                Some(_) => {}
            }
        }
        setting.bypass = entries(bypass).map(str::to_ascii_lowercase).collect();
        setting
    }

    /// The proxy's address for a request, such as `http://proxy.example:8080`; `None` if it goes there directly.
    ///
    /// `scheme` is `http` or `https`, `host` a name or an address without a port.
    #[must_use]
    pub fn address_for(&self, scheme: &str, host: &str) -> Option<&str> {
        let host = host.to_ascii_lowercase();
        if self.bypass.iter().any(|pattern| bypasses(pattern, &host)) || is_loopback(&host) {
            return None;
        }
        if scheme.eq_ignore_ascii_case("https") { self.https.as_deref() } else { self.http.as_deref() }
    }
}

fn entries(written: &str) -> impl Iterator<Item = &str> {
    let separators = [';', ' ', '\t', '\r', '\n'];
    written.split(separators).filter(|entry| !entry.is_empty()).take(ENTRIES_MAX)
}

fn address(written: &str) -> String {
    if written.contains("://") { written.to_owned() } else { format!("http://{written}") }
}

/// The PC itself, for which a proxy is of no use; `<-loopback>`, with which Windows would ask one all the same, is not followed.
fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_loopback_address = bare.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback());
    ["localhost", "loopback"].contains(&host) || is_loopback_address
}

fn bypasses(pattern: &str, host: &str) -> bool {
    if pattern == LOCAL {
        return !host.contains(['.', ':']);
    }
    // An entry may name a scheme, which Windows takes for that scheme alone; here it counts for both.
    let pattern = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
    matches_wildcards(pattern, host)
}

/// Whether a text fits a pattern in which `*` stands for any text. Takes time proportional to both lengths' product at most.
fn matches_wildcards(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else { return false };
        rest = behind;
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::ProxySetting;

    #[test]
    fn the_setting_decides_by_scheme_and_host() {
        let check = |server: &str, bypass: &str, scheme: &str, host: &str, expected: Option<&str>| {
            let setting = ProxySetting::parse(server, bypass);
            assert_eq!(setting.address_for(scheme, host), expected, "{server} {bypass} {scheme} {host}");
        };
        let all = "proxy.example:8080";
        let some = "http=a.example:1;https=b.example:2;ftp=c.example:3;socks=d.example:4";
        check("", "", "https", "x.example", None);
        check(all, "", "https", "x.example", Some("http://proxy.example:8080"));
        check(all, "", "http", "x.example", Some("http://proxy.example:8080"));
        check("https://proxy.example", "", "http", "x.example", Some("https://proxy.example"));
        check(some, "", "http", "x.example", Some("http://a.example:1"));
        check(some, "", "HTTPS", "x.example", Some("http://b.example:2"));
        check("http=a.example:1", "", "https", "x.example", None);
        check("z.example:9 https=b.example:2", "", "https", "x.example", Some("http://b.example:2"));
        check("https=b.example:2;z.example:9", "", "https", "x.example", Some("http://b.example:2"));
        check("https=b.example:2;z.example:9", "", "http", "x.example", Some("http://z.example:9"));
        check(all, "*.Example;10.*", "https", "X.example", None);
        check(all, "*.example;10.*", "https", "10.1.2.3", None);
        check(all, "*.example;10.*", "https", "x.example.org", Some("http://proxy.example:8080"));
        check(all, "https://x.example", "https", "x.example", None);
        check(all, "up*.ex*le", "https", "updates.example", None);
        check(all, "example", "https", "x.example", Some("http://proxy.example:8080"));
        check(all, "a*a", "https", "a", Some("http://proxy.example:8080"));
        check(all, "*", "https", "x.example", None);
        check(all, "<local>", "https", "intranet", None);
        check(all, "<local>", "https", "x.example", Some("http://proxy.example:8080"));
        check(all, "", "http", "localhost", None);
        check(all, "", "http", "127.0.0.1", None);
        check(all, "", "http", "[::1]", None);
    }
}
