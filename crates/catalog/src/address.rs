//! Addresses that an administrator gives by hand: where a package is, and where a person finds more to read.
//!
//! Not here: fetching, and the resolving of relative addresses; the client does both.

use text::{Explain, Message, message};

use crate::product::URL_LENGTH_MAX;

/// The schemes that a package may be fetched by.
const PACKAGE_SCHEMES: [&str; 3] = ["http", "https", "file"];

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum AddressError {
    /// Nothing is given.
    Missing,
    /// More than [`URL_LENGTH_MAX`] characters.
    TooLong,
    /// A blank or a control character.
    Blank,
    /// A scheme that no client fetches packages by.
    SchemeUnknown(String),
    /// `http:` or `https:` without a host.
    HostMissing,
    /// A name or a password before the host: everyone who is offered the product would read it.
    SignInInside,
    /// A path on one PC's drive, such as `C:\setup.msi`.
    Drive,
    /// Backslashes, and not a UNC path such as `\\server\share\setup.msi`.
    Backslash,
    /// An address to read at that is not one of the web.
    NotWeb,
}

/// Judges the address of a package: `http:`, `https:`, `file:`, a UNC path, or relative to where update.xml is.
///
/// Blanks around it are taken off; inside, only a UNC path may hold them.
///
/// # Errors
/// [`AddressError`] if no client could fetch anything from there.
pub fn package_url(written: &str) -> Result<String, AddressError> {
    let url = settled(written)?;
    if let Some(path) = url.strip_prefix(r"\\") {
        let mut parts = path.split(['\\', '/']).filter(|part| !part.is_empty());
        // Server, share, and a file.
        return if parts.nth(2).is_some() { Ok(url.to_owned()) } else { Err(AddressError::Backslash) };
    }
    if url.contains(char::is_whitespace) {
        return Err(AddressError::Blank);
    }
    if let Some((scheme, rest)) = scheme(url) {
        if scheme.len() == 1 {
            return Err(AddressError::Drive);
        }
        if !PACKAGE_SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
            return Err(AddressError::SchemeUnknown(scheme.to_owned()));
        }
        if scheme.eq_ignore_ascii_case("file") {
            return if rest.starts_with('/') { Ok(url.to_owned()) } else { Err(AddressError::HostMissing) };
        }
        return host_given(rest).map(|()| url.to_owned());
    }
    if url.contains('\\') { Err(AddressError::Backslash) } else { Ok(url.to_owned()) }
}

/// Judges an address that a person is to read at; only the web's own are ever opened.
///
/// # Errors
/// [`AddressError`] if it is not `http:` or `https:` with a host.
pub fn info_url(written: &str) -> Result<String, AddressError> {
    let url = settled(written)?;
    if url.contains(char::is_whitespace) {
        return Err(AddressError::Blank);
    }
    if !is_web(url) {
        return Err(AddressError::NotWeb);
    }
    let (_, rest) = scheme(url).ok_or(AddressError::NotWeb)?;
    host_given(rest).map(|()| url.to_owned())
}

/// Whether an address is one of the web, which is all that may be opened for a person.
#[must_use]
pub fn is_web(url: &str) -> bool {
    let web = |scheme: &str| ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    url.split_once("://").is_some_and(|(scheme, _)| web(scheme))
}

fn settled(written: &str) -> Result<&str, AddressError> {
    let url = written.trim();
    if url.is_empty() {
        Err(AddressError::Missing)
    } else if url.chars().count() > URL_LENGTH_MAX {
        Err(AddressError::TooLong)
    } else if url.chars().any(char::is_control) {
        Err(AddressError::Blank)
    } else {
        Ok(url)
    }
}

/// The scheme before the first colon and what follows it; a colon in a later part of a path makes no scheme.
fn scheme(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once(':')?;
    let begins = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    (begins && scheme.chars().all(is_part)).then_some((scheme, rest))
}

fn host_given(rest: &str) -> Result<(), AddressError> {
    match rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()) {
        None | Some("") => Err(AddressError::HostMissing),
        Some(host) if host.contains('@') => Err(AddressError::SignInInside),
        Some(_) => Ok(()),
    }
}

impl Explain for AddressError {
    fn message(&self) -> Message {
        match self {
            Self::Missing => message!("address-missing"),
            Self::TooLong => message!("address-too-long", characters = URL_LENGTH_MAX),
            Self::Blank => message!("address-blank"),
            Self::SchemeUnknown(scheme) => message!("address-scheme-unknown", scheme = scheme),
            Self::HostMissing => message!("address-host-missing"),
            Self::SignInInside => message!("address-sign-in-inside"),
            Self::Drive => message!("address-drive"),
            Self::Backslash => message!("address-backslash"),
            Self::NotWeb => message!("address-not-web"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AddressError, info_url, package_url};
    use crate::product::URL_LENGTH_MAX;

    #[test]
    fn a_package_is_fetched_from_the_web_a_share_or_beside_the_catalog() {
        for url in [
            "https://updates.example/files/drive.msi",
            "HTTP://updates.example:8080/a%20b.msi?x=1",
            "https://[::1]/a.msi",
            "file:///srv/updates/drive.msi",
            "file://server/share/drive.msi",
            r"\\server\share\drive.msi",
            r"\\server\Software Packages\drive 1.5.msi",
            "drive.msi",
            "files/drive-1.5.0.msi",
            "/files/drive.msi",
            "../drive.msi",
            "files/a:b.msi",
            "Größe.msi",
        ] {
            assert_eq!(package_url(&format!(" {url}\n")), Ok(url.to_owned()));
        }
    }

    #[test]
    fn what_nobody_could_fetch_is_refused() {
        let check = |url: &str, expected: AddressError| assert_eq!(package_url(url), Err(expected), "{url}");
        check("  ", AddressError::Missing);
        check(&"a".repeat(URL_LENGTH_MAX + 1), AddressError::TooLong);
        check("https://a.example/drive 1.msi", AddressError::Blank);
        check("drive\u{a0}1.msi", AddressError::Blank);
        check("https://a.example/\u{7}", AddressError::Blank);
        check("ftp://a.example/drive.msi", AddressError::SchemeUnknown("ftp".to_owned()));
        check("javascript:alert(1)", AddressError::SchemeUnknown("javascript".to_owned()));
        check("https:drive.msi", AddressError::HostMissing);
        check("https:///drive.msi", AddressError::HostMissing);
        check("file:drive.msi", AddressError::HostMissing);
        check("https://anna:secret@a.example/drive.msi", AddressError::SignInInside);
        check(r"C:\packages\drive.msi", AddressError::Drive);
        check("c:/packages/drive.msi", AddressError::Drive);
        check(r"files\drive.msi", AddressError::Backslash);
        check(r"\\server\share", AddressError::Backslash);
    }

    #[test]
    fn a_person_reads_on_the_web_only() {
        let check =
            |url: &str, expected: Option<AddressError>| assert_eq!(info_url(url).err(), expected, "{url}");
        check("https://a.example/drive?new#1", None);
        check("Http://a.example", None);
        check("a.example/drive", Some(AddressError::NotWeb));
        check("file:///etc/passwd", Some(AddressError::NotWeb));
        check("javascript:alert('http://a.example')", Some(AddressError::NotWeb));
        check("http://", Some(AddressError::HostMissing));
        check("http://a.example/a b", Some(AddressError::Blank));
        check("", Some(AddressError::Missing));
    }
}
