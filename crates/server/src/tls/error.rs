//! Why a certificate and its key cannot be used.

use std::path::PathBuf;

use text::{Explain, Message, message};

/// Why a certificate and its key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum TlsError {
    /// A file cannot be read.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// Others than the server's own user and group can read the key.
    KeyOpen(PathBuf),
    /// The file holds no certificate, or one that is none.
    NoCertificate {
        /// The file.
        file: PathBuf,
        /// What the reader says.
        detail: String,
    },
    /// The file holds no key, or one that takes a password.
    NoKey(PathBuf),
    /// The key cannot be used with the certificate.
    Unfit {
        /// The file of the certificate.
        certificate: PathBuf,
        /// The file of the key.
        key: PathBuf,
        /// What the reader says.
        detail: String,
    },
}

impl Explain for TlsError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { file, detail } => {
                message!("tls-unreadable", file = file.display(), detail = detail)
            }
            Self::KeyOpen(file) => message!("tls-key-open", file = file.display()),
            Self::NoCertificate { file, detail } => {
                message!("tls-no-certificate", file = file.display(), detail = detail)
            }
            Self::NoKey(file) => message!("tls-no-key", file = file.display()),
            Self::Unfit { certificate, key, detail } => message!(
                "tls-unfit",
                certificate = certificate.display(),
                key = key.display(),
                detail = detail
            ),
        }
    }
}
