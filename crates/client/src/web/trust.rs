//! Whose certificates are trusted.

use std::fs;
use std::path::{Path, PathBuf};

use ureq::tls::{Certificate, PemItem, RootCerts, parse_pem};

use super::WebError;

/// The most bytes of a file with certificates.
pub const CA_FILE_SIZE_MAX: u64 = 1024 * 1024;

/// Which certificates are trusted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Trust {
    /// Those of the system.
    #[default]
    System,
    /// Only those that a PEM file's authorities vouch for.
    CaFile(PathBuf),
}

impl Trust {
    pub(super) fn roots(&self) -> Result<RootCerts, WebError> {
        match self {
            Self::System => Ok(RootCerts::PlatformVerifier),
            Self::CaFile(path) => Ok(RootCerts::new_with_certs(&certificates(path)?)),
        }
    }
}

fn certificates(path: &Path) -> Result<Vec<Certificate<'static>>, WebError> {
    let unreadable = |source| WebError::CaFile { path: path.to_owned(), source };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > CA_FILE_SIZE_MAX {
        return Err(WebError::CaFileEmpty { path: path.to_owned() });
    }
    let pem = fs::read(path).map_err(unreadable)?;
    let found: Vec<_> = parse_pem(&pem)
        .filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        })
        .collect();
    if found.is_empty() { Err(WebError::CaFileEmpty { path: path.to_owned() }) } else { Ok(found) }
}
