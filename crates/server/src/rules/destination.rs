//! Where the server itself may ask: addresses of the web that are not its own network, unless an administrator lists them.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use catalog::product::URL_LENGTH_MAX;
use ipnet::IpNet;
use text::{Explain, Message, message};
use url::Url;

/// How much of an address is shown of one that is none.
const SHOWN_LENGTH_MAX: usize = 200;

/// An address of the web that was judged by how it is written. Where its name leads is judged when it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Destination(Url);

/// Why nothing is asked for at an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum DestinationError {
    /// It is no address of the web.
    NotWeb(String),
    /// It has more than [`URL_LENGTH_MAX`] characters.
    TooLong,
    /// It has a name or a password in it.
    SignInInside,
    /// Port 0, at which nobody listens.
    Port,
    /// The name leads to an address that is not public.
    Private {
        /// The name.
        host: String,
        /// The address.
        address: IpAddr,
    },
    /// The name leads to an address that is no computer, or the one where a cloud keeps its machines' secrets.
    Never {
        /// The name.
        host: String,
        /// The address.
        address: IpAddr,
    },
    /// `http:` to a place that no administrator listed.
    Plain(String),
    /// From `https:` down to `http:`.
    Down(String),
}

/// Who can be reached at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Everyone's own.
    Public,
    /// Of this machine, of a network of one's own, or of no network that there is.
    Private,
    /// Nobody, everybody at once, or a cloud's store of secrets.
    Never,
}

impl Destination {
    /// Reads an address and judges how it is written.
    ///
    /// # Errors
    /// [`DestinationError`].
    pub(crate) fn parse(written: &str) -> Result<Self, DestinationError> {
        let written = written.trim();
        let not_web = || DestinationError::NotWeb(written.chars().take(SHOWN_LENGTH_MAX).collect());
        if written.chars().count() > URL_LENGTH_MAX {
            return Err(DestinationError::TooLong);
        }
        // The rules of the web would take a backslash for a slash, and leave out line breaks.
        if written.contains(|letter: char| letter == '\\' || letter.is_whitespace() || letter.is_control()) {
            return Err(not_web());
        }
        Self::of(Url::parse(written).map_err(|_| not_web())?)
    }

    /// Where an answer sends on to.
    ///
    /// # Errors
    /// [`DestinationError`]; also from `https:` down to `http:`.
    pub(crate) fn next(&self, location: &str) -> Result<Self, DestinationError> {
        let not_web = || DestinationError::NotWeb(location.chars().take(SHOWN_LENGTH_MAX).collect());
        if location.len() > URL_LENGTH_MAX {
            return Err(DestinationError::TooLong);
        }
        if location.is_empty() || location.contains('\\') {
            return Err(not_web());
        }
        let next = Self::of(self.0.join(location).map_err(|_| not_web())?)?;
        if self.is_encrypted() && !next.is_encrypted() {
            return Err(DestinationError::Down(next.host()));
        }
        Ok(next)
    }

    fn of(url: Url) -> Result<Self, DestinationError> {
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(DestinationError::NotWeb(url.as_str().chars().take(SHOWN_LENGTH_MAX).collect()));
        }
        if url.as_str().len() > URL_LENGTH_MAX {
            return Err(DestinationError::TooLong);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(DestinationError::SignInInside);
        }
        if url.port() == Some(0) {
            return Err(DestinationError::Port);
        }
        Ok(Self(url))
    }

    /// The address as it is asked for.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The host, with its port where that is not the usual one: what may be shown to everyone, for a path can be a secret.
    pub(crate) fn host(&self) -> String {
        let port = self.0.port().map(|port| format!(":{port}")).unwrap_or_default();
        format!("{}{port}", self.0.host_str().unwrap_or_default())
    }

    /// Whether what is said there is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether every PC would take the address for itself.
    pub(crate) fn is_each_ones_own(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Domain(name)) => name.trim_end_matches('.') == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// Judges an address that the name leads to. `listed` are those that an administrator allows beside public ones.
    ///
    /// # Errors
    /// [`DestinationError`].
    pub(crate) fn judge(&self, address: IpAddr, listed: &[IpNet]) -> Result<(), DestinationError> {
        judge(&self.host(), self.is_encrypted(), address, listed)
    }

    /// Judges what is known of where the name leads before it was looked up: an address, or nothing.
    ///
    /// # Errors
    /// [`DestinationError`].
    pub(crate) fn foresee(&self, listed: &[IpNet]) -> Result<(), DestinationError> {
        match self.0.host() {
            Some(url::Host::Ipv4(address)) => self.judge(address.into(), listed),
            Some(url::Host::Ipv6(address)) => self.judge(address.into(), listed),
            _ if !self.is_encrypted() && listed.is_empty() => Err(DestinationError::Plain(self.host())),
            _ => Ok(()),
        }
    }
}

/// Judges an address that a host's name leads to.
///
/// # Errors
/// [`DestinationError`].
pub(crate) fn judge(
    host: &str,
    is_encrypted: bool,
    address: IpAddr,
    listed: &[IpNet],
) -> Result<(), DestinationError> {
    let address = address.to_canonical();
    match reach(address) {
        Reach::Never => Err(DestinationError::Never { host: host.to_owned(), address }),
        _ if listed.iter().any(|network| network.contains(&address)) => Ok(()),
        Reach::Private => Err(DestinationError::Private { host: host.to_owned(), address }),
        Reach::Public if is_encrypted => Ok(()),
        Reach::Public => Err(DestinationError::Plain(host.to_owned())),
    }
}

fn reach(address: IpAddr) -> Reach {
    match address {
        IpAddr::V4(address) => reach_of_v4(address),
        IpAddr::V6(address) => reach_of_v6(address),
    }
}

/// Where clouds hand out the secrets of their machines: AWS, Azure, Google and others; AWS's containers; Alibaba; Azure's own; Oracle.
const SECRETS: [Ipv4Addr; 5] = [
    Ipv4Addr::new(169, 254, 169, 254),
    Ipv4Addr::new(169, 254, 170, 2),
    Ipv4Addr::new(100, 100, 100, 200),
    Ipv4Addr::new(168, 63, 129, 16),
    Ipv4Addr::new(192, 0, 0, 192),
];
/// The same of AWS in IPv6.
const SECRETS_V6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x0254);

/// Source: IANA, "IPv4 Special-Purpose Address Registry".
fn reach_of_v4(address: Ipv4Addr) -> Reach {
    if SECRETS.contains(&address) {
        return Reach::Never;
    }
    match address.octets() {
        // This network, which Linux takes for the machine itself; many at once; all.
        [0 | 224..=239, ..] | [255, 255, 255, 255] => Reach::Never,
        [10 | 127 | 240..=255, ..]
        | [100, 64..=127, ..]
        | [169, 254, ..]
        | [172, 16..=31, ..]
        | [192, 0, 0 | 2, _]
        | [192, 88, 99, _]
        | [192, 168, ..]
        | [198, 18..=19, ..]
        | [198, 51, 100, _]
        | [203, 0, 113, _] => Reach::Private,
        _ => Reach::Public,
    }
}

/// Source: IANA, "IPv6 Special-Purpose Address Registry"; of the rest only 2000::/3 is given to anyone.
fn reach_of_v6(address: Ipv6Addr) -> Reach {
    if address == SECRETS_V6 || address.is_unspecified() {
        return Reach::Never;
    }
    match address.segments() {
        [0xff00..=0xffff, ..] => Reach::Never,
        // An IPv4 address in other clothes: a translator's (RFC 6052), a tunnel's (RFC 3056), and the oldest form (RFC 4291).
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => reach_of_v4(v4(high, low)),
        [0, 0, 0, 0, 0, 0, high, low] => match reach_of_v4(v4(high, low)) {
            Reach::Never if high != 0 => Reach::Never,
            _ => Reach::Private,
        },
        [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => Reach::Private,
        [0x2000..=0x3fff, ..] => Reach::Public,
        _ => Reach::Private,
    }
}

fn v4(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))
}

impl Explain for DestinationError {
    fn message(&self) -> Message {
        match self {
            Self::NotWeb(written) => message!("destination-not-web", address = written),
            Self::TooLong => message!("destination-too-long", characters = URL_LENGTH_MAX as u64),
            Self::SignInInside => message!("destination-sign-in-inside"),
            Self::Port => message!("destination-port"),
            Self::Private { host, address } => {
                message!("destination-private", host = host, address = address.to_string())
            }
            Self::Never { host, address } => {
                message!("destination-never", host = host, address = address.to_string())
            }
            Self::Plain(host) => message!("destination-plain", host = host),
            Self::Down(host) => message!("destination-down", host = host),
        }
    }
}

#[cfg(test)]
mod tests {
    use core::net::IpAddr;

    use ipnet::IpNet;

    use super::{Destination, DestinationError};

    fn kind(error: &DestinationError) -> &'static str {
        match error {
            DestinationError::NotWeb(_) => "not web",
            DestinationError::TooLong => "too long",
            DestinationError::SignInInside => "sign-in",
            DestinationError::Port => "port",
            DestinationError::Private { .. } => "private",
            DestinationError::Never { .. } => "never",
            DestinationError::Plain(_) => "plain",
            DestinationError::Down(_) => "down",
        }
    }

    fn said<Value>(result: Result<Value, DestinationError>) -> &'static str {
        result.map_or_else(|error| kind(&error), |_| "yes")
    }

    fn networks(written: &str) -> Vec<IpNet> {
        written.split_whitespace().map(|network| network.parse().unwrap()).collect()
    }

    #[test]
    fn an_address_is_judged_by_how_it_is_written() {
        let check = |written: &str, expected: &str| {
            assert_eq!(said(Destination::parse(written)), expected, "{written}");
        };
        check("https://example.com/a.msi", "yes");
        check(" https://example.com:8443/a.msi?x=1 ", "yes");
        check("HTTPS://EXAMPLE.COM/a.msi", "yes");
        check("http://10.0.0.1/a.msi", "yes");
        for odd in
            ["ftp://a/b", "file:///etc/passwd", "gopher://a/", "data:,x", "javascript:1", "unix:/run/x"]
        {
            check(odd, "not web");
        }
        for odd in ["", "example.com/a.msi", "/a.msi", "//a/b", "https://", "https:///", "https://a b/"] {
            check(odd, "not web");
        }
        check("https:\\\\example.com\\a", "not web");
        check("https://example.com/a\r\nX: y", "not web");
        check("https://example.com/\u{0}", "not web");
        check("https://anna:secret@example.com/", "sign-in");
        check("https://anna@example.com/", "sign-in");
        check("https://:secret@example.com/", "sign-in");
        check("https://example.com:0/", "port");
        check("https://example.com:65536/", "not web");
        check(&format!("https://example.com/{}", "a".repeat(3_000)), "too long");
        // Blanks and letters of other scripts grow when they are written as the wire has them.
        check(&format!("https://example.com/{}", "ä".repeat(1_000)), "too long");
    }

    #[test]
    fn where_a_name_leads_decides() {
        let check = |address: &str, listed: &str, expected: &str| {
            let address: IpAddr = address.parse().unwrap();
            let said_of =
                |url: &str| said(Destination::parse(url).unwrap().judge(address, &networks(listed)));
            assert_eq!(said_of("https://example.com/"), expected, "{address} {listed}");
            let plain = if expected == "yes" && listed.is_empty() { "plain" } else { expected };
            assert_eq!(said_of("http://example.com/"), plain, "{address} {listed}, plain");
        };
        for public in
            ["1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111"]
        {
            check(public, "", "yes");
        }
        for private in [
            "10.0.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "198.51.100.1",
            "203.0.113.1",
            "198.18.0.1",
            "198.19.255.255",
            "192.88.99.1",
            "240.0.0.1",
            "255.255.255.254",
            "::1",
            "fe80::1",
            "fec0::1",
            "fc00::1",
            "fd12:3456::1",
            "2001:db8::1",
            "3fff::1",
            "2001::1",
            "2001:2::1",
            "100::1",
            "5f00::1",
            "64:ff9b:1::1",
            "::2",
            "4000::1",
        ] {
            check(private, "", "private");
        }
        for never in [
            "0.0.0.0",
            "0.1.2.3",
            "224.0.0.1",
            "239.255.255.255",
            "255.255.255.255",
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "::",
            "ff02::1",
            "ff0e::1",
            "fd00:ec2::254",
        ] {
            check(never, "", "never");
            check(never, "0.0.0.0/1 128.0.0.0/1 ::/1 8000::/1", "never");
        }
    }

    #[test]
    fn an_ipv4_address_in_other_clothes_is_the_same() {
        let check = |address: &str, expected: &str| {
            let destination = Destination::parse("https://example.com/").unwrap();
            assert_eq!(said(destination.judge(address.parse().unwrap(), &[])), expected, "{address}");
        };
        check("::ffff:1.1.1.1", "yes");
        check("::ffff:10.0.0.1", "private");
        check("::ffff:127.0.0.1", "private");
        check("::ffff:169.254.169.254", "never");
        check("::1.1.1.1", "private");
        check("::10.0.0.1", "private");
        check("::169.254.169.254", "never");
        check("64:ff9b::1.1.1.1", "yes");
        check("64:ff9b::10.0.0.1", "private");
        check("64:ff9b::169.254.169.254", "never");
        check("64:ff9b::0.0.0.0", "never");
        check("2002:101:101::1", "yes");
        check("2002:a00:1::1", "private");
        check("2002:7f00:1::", "private");
        check("2002:a9fe:a9fe::", "never");
    }

    #[test]
    fn an_administrator_lists_what_else_may_be_asked() {
        let check = |address: &str, listed: &str, expected: &str| {
            let destination = Destination::parse("http://intranet.example.com/").unwrap();
            let judged = destination.judge(address.parse().unwrap(), &networks(listed));
            assert_eq!(said(judged), expected, "{address} {listed}");
        };
        check("10.0.0.1", "10.0.0.0/8", "yes");
        check("::ffff:10.0.0.1", "10.0.0.0/8", "yes");
        check("10.0.0.1", "10.0.0.2/32 10.0.0.1/32", "yes");
        check("10.0.0.1", "10.0.0.2/32", "private");
        check("127.0.0.1", "127.0.0.0/8", "yes");
        check("::1", "127.0.0.0/8", "private");
        check("fd00::1", "fc00::/7", "yes");
        // What is public may be listed too: then it may be asked by http as well.
        check("93.184.215.14", "93.184.215.14/32", "yes");
        check("93.184.215.14", "", "plain");
    }

    #[test]
    fn each_step_on_the_way_is_judged_anew() {
        let check = |from: &str, location: &str, expected: Result<&str, &str>| {
            let next = Destination::parse(from).unwrap().next(location);
            let next = next.as_ref().map(Destination::as_str).map_err(kind);
            assert_eq!(next, expected, "{from} {location}");
        };
        check("https://a.example/x/y", "z.msi", Ok("https://a.example/x/z.msi"));
        check("https://a.example/x", "//b.example/", Ok("https://b.example/"));
        check("http://a.example/", "https://b.example/", Ok("https://b.example/"));
        check("http://a.example/", "http://b.example/", Ok("http://b.example/"));
        check("https://a.example/", "http://a.example/", Err("down"));
        check("https://a.example/", "file:///etc/passwd", Err("not web"));
        check("https://a.example/", "https://anna:x@b.example/", Err("sign-in"));
        check("https://a.example/", "https://b.example:0/", Err("port"));
        check("https://a.example/", "\\\\b.example\\c", Err("not web"));
        check("https://a.example/", "", Err("not web"));
        check("https://a.example/", &"a".repeat(5_000), Err("too long"));
    }

    #[test]
    fn what_is_known_before_asking_is_told_before() {
        let check = |url: &str, listed: &str, expected: &str| {
            let judged = Destination::parse(url).unwrap().foresee(&networks(listed));
            assert_eq!(said(judged), expected, "{url} {listed}");
        };
        check("https://example.com/", "", "yes");
        check("http://example.com/", "", "plain");
        check("http://example.com/", "10.0.0.0/8", "yes");
        check("https://10.0.0.1/", "", "private");
        // The rules of the web read an address in many forms.
        for odd in ["https://2130706433/", "https://0x7f.1/", "https://127.1/", "https://[::ffff:7f00:1]/"] {
            check(odd, "", "private");
        }
        check("https://[fd00:ec2::254]/", "fc00::/7", "never");
        check("https://169.254.169.254/latest/meta-data/", "169.254.0.0/16", "never");
    }

    #[test]
    fn what_each_pc_takes_for_itself_is_known() {
        let check = |url: &str, expected: bool| {
            assert_eq!(Destination::parse(url).unwrap().is_each_ones_own(), expected, "{url}");
        };
        check("http://localhost/a.msi", true);
        check("http://localhost./a.msi", true);
        check("http://127.0.0.9:81/a.msi", true);
        check("http://[::1]/a.msi", true);
        check("http://localhost.example.com/", false);
        check("http://10.0.0.1/", false);
    }
}
