//! Where bytes and sign-ins may go: which addresses are asked at all, and which a catalog or a redirect may name. Pure.
//!
//! What comes by https, from this PC itself or from a file cannot be changed on its way; what comes by http can.

use std::path::{Path, PathBuf};

use catalog::Product;
use catalog::product::URL_LENGTH_MAX;
use text::{Explain, Message, message};
use url::{Host, Url};

/// Whether `http:` is spoken with other PCs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlainHttp {
    /// Only with this PC itself.
    #[default]
    ThisPcOnly,
    /// With all: `--allow-http` or an administrator's policy says so.
    Everywhere,
}

/// Whether someone between here and there could have changed what came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nobody could.
    Protected,
    /// Somebody could.
    Open,
}

/// From where a catalog came, which decides what it may name.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// From the web: the last address it was found at, and how well the way to it is protected.
    Web(&'a Url, Way),
    /// From a file, on this PC or on a file share.
    File(&'a Path),
}

/// Where a package is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On this PC or on a file share.
    File(PathBuf),
    /// On the web, also where that is `http:` elsewhere: its SHA-256 came on a protected way.
    Web(Url),
}

/// Why nothing is asked for at an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NotPermitted {
    /// `http:` to another PC.
    Plain {
        /// The address.
        address: String,
    },
    /// A redirect from `https:` down to `http:`.
    Down {
        /// The address sent on to.
        address: String,
    },
    /// A package at a place that a catalog of this kind may not name.
    Place {
        /// The address, as the catalog has it.
        address: String,
    },
    /// A package by `http:` without a SHA-256 that could be relied on.
    Unproven {
        /// The address.
        address: String,
    },
}

/// Whether an address is this PC itself: `localhost`, 127.0.0.0/8 or ::1.
#[must_use]
pub fn is_this_pc(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// How well the way to an address is protected.
#[must_use]
pub fn way(url: &Url) -> Way {
    if url.scheme() == "https" || is_this_pc(url) { Way::Protected } else { Way::Open }
}

/// Judges an address to ask for a catalog, or to send a sign-in or a report to.
///
/// # Errors
/// [`NotPermitted::Plain`] for `http:` to another PC, unless that is allowed.
pub fn ask(url: &Url, plain: PlainHttp) -> Result<(), NotPermitted> {
    match (way(url), plain) {
        (Way::Protected, _) | (Way::Open, PlainHttp::Everywhere) => Ok(()),
        (Way::Open, PlainHttp::ThisPcOnly) => Err(NotPermitted::Plain { address: url.to_string() }),
    }
}

/// Judges a redirect between two addresses of the web.
///
/// # Errors
/// [`NotPermitted::Down`] from `https:` to `http:`, whatever is allowed, and [`NotPermitted::Plain`] as [`ask`].
pub fn redirect(from: &Url, to: &Url, plain: PlainHttp) -> Result<(), NotPermitted> {
    if from.scheme() == "https" && to.scheme() != "https" {
        return Err(NotPermitted::Down { address: to.to_string() });
    }
    ask(to, plain)
}

/// Whether an address is one of the web without a name and a password in it, which would be sent to its host.
#[must_use]
pub fn is_fetchable(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()
}

/// Finds where a package is, and judges whether the catalog may send there.
///
/// A catalog from the web names addresses of the web alone: the share of a stranger would be told this person's Windows login.
/// A relative address counts from where the catalog was found last, as RFC 3986 (section 5.1.3) has it.
///
/// # Errors
/// [`NotPermitted::Place`] for what this catalog may not name, [`NotPermitted::Unproven`] for `http:` elsewhere unless
/// the product has a SHA-256 and the catalog came on a protected way, or `http:` is allowed.
pub fn package(product: &Product, source: Source<'_>, plain: PlainHttp) -> Result<Place, NotPermitted> {
    let written = product.url.as_str();
    let refused = || NotPermitted::Place { address: written.chars().take(URL_LENGTH_MAX).collect() };
    let (url, way_of_catalog) = match source {
        // The rules of the web would take a backslash for a slash, and `\\server\share` for the host `server`.
        Source::Web(..) if written.contains('\\') => return Err(refused()),
        Source::Web(base, way) => (base.join(written).map_err(|_| refused())?, way),
        Source::File(_) if is_windows_path(written) => return Ok(Place::File(PathBuf::from(written))),
        Source::File(path) => {
            let base = Url::from_file_path(path).map_err(|()| refused())?;
            let url = base.join(written).map_err(|_| refused())?;
            if url.scheme() == "file" {
                return url.to_file_path().map(Place::File).map_err(|()| refused());
            }
            (url, Way::Protected)
        }
    };
    if !is_fetchable(&url) {
        return Err(refused());
    }
    let relied_on = way_of_catalog == Way::Protected || plain == PlainHttp::Everywhere;
    if way(&url) == Way::Open && !(product.sha256.is_some() && relied_on) {
        return Err(NotPermitted::Unproven { address: url.to_string() });
    }
    Ok(Place::Web(url))
}

/// `\\server\share\a.msi` or `C:\a.msi`.
fn is_windows_path(written: &str) -> bool {
    written.starts_with(r"\\") || written.get(1..3).is_some_and(|drive| drive == r":\")
}

impl Explain for NotPermitted {
    fn message(&self) -> Message {
        match self {
            Self::Plain { address } => message!("permitted-plain", address = address),
            Self::Down { address } => message!("permitted-down", address = address),
            Self::Place { address } => message!("server-package-address", address = address),
            Self::Unproven { address } => message!("permitted-unproven", address = address),
        }
    }
}

#[cfg(test)]
mod tests;
