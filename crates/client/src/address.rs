//! Where updates come from, as a person gives it: our server, the address of any update.xml, or a file.
//!
//! Pure: nothing is fetched or looked for here.

use std::fmt;
use std::path::{Path, PathBuf};

use text::{Explain, Message, message};
use url::Url;

/// The most characters of an address.
pub const ADDRESS_LENGTH_MAX: usize = 2_048;

/// Where our server has the catalog, behind its own address.
const CATALOG_PATH: &str = "/ajax/updater/update.xml";
/// Where our server takes what clients tell it, behind its own address.
const API_PATH: &str = "/api/v1";

/// Where updates come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A web server.
    Web(Site),
    /// A file on this PC or on a file share.
    File(PathBuf),
}

/// A web server with an update.xml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Where the update.xml is.
    pub catalog: Url,
    /// Where our server is told things; `None` for a web server that is not ours.
    pub api: Option<Box<Api>>,
}

/// Where our server is told things. See docs/reference/http.md.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Api {
    /// Reports.
    pub reports: Url,
    /// Enrolments of PCs.
    pub devices: Url,
    /// Check-ins of PCs.
    pub check_ins: Url,
    /// Sign-ins with the browser.
    pub device_authorization: Url,
}

/// Why a text is no address that updates could come from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum AddressError {
    /// Neither an address of the web nor a path.
    NotUnderstood {
        /// What was given.
        address: String,
    },
    /// A name or a password inside the address.
    SignInInside,
}

impl Address {
    /// Reads `https://host[:port]`, the full address of an update.xml, a `file:` address, or a path.
    ///
    /// Without a scheme, what looks like a host gets `https:`. The address of a server may go on with the path that a proxy in front of it has it under.
    ///
    /// # Errors
    /// [`AddressError`] if it is none of these.
    pub fn parse(written: &str) -> Result<Self, AddressError> {
        let written = written.trim();
        let wrong = || AddressError::NotUnderstood { address: written.chars().take(100).collect() };
        if written.is_empty() || written.len() > ADDRESS_LENGTH_MAX || written.contains(char::is_control) {
            return Err(wrong());
        }
        if is_path(written) {
            return Ok(Self::File(PathBuf::from(written)));
        }
        let url = match scheme(written) {
            Some(_) => Url::parse(written),
            None => Url::parse(&format!("https://{written}")),
        };
        let url = url.map_err(|_| wrong())?;
        match url.scheme() {
            "file" => url.to_file_path().map(Self::File).map_err(|()| wrong()),
            "http" | "https" => site(url).map(Self::Web),
            _ => Err(wrong()),
        }
    }
}

/// Whether two addresses have the same scheme, host and port, so that one sign-in is meant for both.
#[must_use]
pub fn same_origin(one: &Url, other: &Url) -> bool {
    one.origin().is_tuple() && one.origin() == other.origin()
}

fn site(mut url: Url) -> Result<Site, AddressError> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::SignInInside);
    }
    url.set_fragment(None);
    let path = url.path().trim_end_matches('/').to_owned();
    let is_document = Path::new(&path).extension().is_some_and(|end| end.eq_ignore_ascii_case("xml"));
    let prefix = if is_document { path.strip_suffix(CATALOG_PATH) } else { Some(path.as_str()) };
    let Some(prefix) = prefix else { return Ok(Site { catalog: url, api: None }) };
    let at = |path: &str| {
        let mut url = url.clone();
        url.set_query(None);
        url.set_path(&format!("{prefix}{path}"));
        url
    };
    let api = |name: &str| at(&format!("{API_PATH}/{name}"));
    let api = Api {
        reports: api("reports"),
        devices: api("devices"),
        check_ins: api("check-ins"),
        device_authorization: api("device-authorization"),
    };
    Ok(Site { catalog: at(CATALOG_PATH), api: Some(Box::new(api)) })
}

/// The scheme before `:`; one letter is a drive, and what follows the colon of a port is no scheme.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, rest) = written.split_once(':')?;
    let begins = scheme.len() > 1 && scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+-".contains(letter);
    (begins && scheme.chars().all(is_part) && !rest.starts_with(|first: char| first.is_ascii_digit()))
        .then_some(scheme)
}

/// Whether it names a file: by backslashes, a drive, a leading slash or dot, or as a bare name ending in `.xml`.
fn is_path(written: &str) -> bool {
    if scheme(written).is_some() {
        return false;
    }
    let drive = written.get(1..2) == Some(":");
    let first = written.split('/').next().unwrap_or_default();
    let like_a_host = (first.contains(['.', ':']) || first == "localhost" || !written.contains('/'))
        && !first.to_ascii_lowercase().ends_with(".xml");
    drive || written.contains('\\') || written.starts_with(['/', '.']) || !like_a_host
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Web(site) => formatter.write_str(site.catalog.as_str()),
            Self::File(path) => write!(formatter, "{}", path.display()),
        }
    }
}

impl Explain for AddressError {
    fn message(&self) -> Message {
        match self {
            Self::NotUnderstood { address } => message!("server-address", address = address),
            Self::SignInInside => message!("server-address-sign-in-inside"),
        }
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::{Address, AddressError, same_origin};

    #[test]
    fn an_address_is_a_server_an_update_xml_or_a_file() {
        let ours = |written: &str, catalog: &str, reports: &str| {
            let Ok(Address::Web(site)) = Address::parse(written) else { panic!("{written}") };
            assert_eq!(site.catalog.as_str(), catalog, "{written}");
            let api = site.api.unwrap();
            assert_eq!(api.reports.as_str(), reports, "{written}");
            assert_eq!(api.devices.as_str(), reports.replace("reports", "devices"), "{written}");
            assert_eq!(api.check_ins.as_str(), reports.replace("reports", "check-ins"), "{written}");
        };
        let catalog = "https://ox.example/ajax/updater/update.xml";
        ours("https://ox.example", catalog, "https://ox.example/api/v1/reports");
        ours(" HTTPS://OX.example:443/ ", catalog, "https://ox.example/api/v1/reports");
        ours("ox.example", catalog, "https://ox.example/api/v1/reports");
        ours(catalog, catalog, "https://ox.example/api/v1/reports");
        ours(
            "localhost:8080",
            "https://localhost:8080/ajax/updater/update.xml",
            "https://localhost:8080/api/v1/reports",
        );
        ours(
            "http://[::1]:80/ox/?a=b#c",
            "http://[::1]/ox/ajax/updater/update.xml",
            "http://[::1]/ox/api/v1/reports",
        );
        let theirs = |written: &str, catalog: &str| {
            let Ok(Address::Web(site)) = Address::parse(written) else { panic!("{written}") };
            assert_eq!((site.catalog.as_str(), site.api), (catalog, None), "{written}");
        };
        theirs("https://web.example/update.xml", "https://web.example/update.xml");
        theirs("web.example/ox/Update.XML?v=1", "https://web.example/ox/Update.XML?v=1");
        let file = |written: &str| {
            assert_eq!(Address::parse(written), Ok(Address::File(written.into())), "{written}");
        };
        for written in [
            "update.xml",
            "updates/update.xml",
            "./updates.example/update.xml",
            "/srv/update.xml",
            r"C:\updates\update.xml",
            "c:/updates/update.xml",
            r"\\server\share\update.xml",
        ] {
            file(written);
        }
        let local = if cfg!(windows) { "file:///C:/a%20b/update.xml" } else { "file:///a%20b/update.xml" };
        let path = if cfg!(windows) { r"C:\a b\update.xml" } else { "/a b/update.xml" };
        assert_eq!(Address::parse(local), Ok(Address::File(path.into())));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for written in
            ["", "  ", "ftp://ox.example", "mailto:a@ox.example", "https://", "https://a b/", "a\u{7}b"]
        {
            assert!(matches!(Address::parse(written), Err(AddressError::NotUnderstood { .. })), "{written}");
        }
        for written in ["https://anna:secret@ox.example", "anna@ox.example/update.xml"] {
            assert_eq!(Address::parse(written), Err(AddressError::SignInInside), "{written}");
        }
    }

    #[test]
    fn a_sign_in_is_for_one_scheme_host_and_port() {
        let check = |one: &str, other: &str, expected| {
            let [one, other] = [one, other].map(|url| Url::parse(url).unwrap());
            assert_eq!(same_origin(&one, &other), expected, "{one} {other}");
        };
        check("https://ox.example/a", "https://OX.example:443/b", true);
        check("https://ox.example", "http://ox.example", false);
        check("https://ox.example", "https://ox.example:8443", false);
        check("https://ox.example", "https://www.ox.example", false);
        check("https://ox.example", "https://ox.example.evil.example", false);
        check("https://ox.example", "https://ox.example./", false);
        check("https://ox.example", "https://ox.example@evil.example/", false);
        check("https://ox.example", "https://evil.example/https://ox.example/", false);
        check("https://ox.example", "https://ox.example:8443@ox.example/", true);
        check("https://ox.example", "https://ox\u{3002}example/", true);
        check("http://ox.example:443", "https://ox.example", false);
        check("http://ox.example:80", "http://ox.example", true);
        check("https://127.0.0.1", "https://localhost", false);
        check("file:///a", "file:///a", false);
    }
}
