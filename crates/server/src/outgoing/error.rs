//! Why a request of the server's own came to nothing.

use text::{Explain, Message, message};

use super::{PACKAGE_TIME_MAX, REDIRECTS_MAX};
use crate::rules::destination::DestinationError;

/// Why a request of the server's own came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum OutgoingError {
    /// The address may not be asked.
    Destination(#[from] DestinationError),
    /// There is no such name, or nobody is there.
    NotReached {
        /// Who was asked.
        host: String,
        /// What the system says.
        detail: String,
    },
    /// The certificate is not trusted.
    Certificate {
        /// Who was asked.
        host: String,
        /// What the encryption says.
        detail: String,
    },
    /// It took too long.
    Late {
        /// Who was asked.
        host: String,
    },
    /// It is no HTTP, or more of it than is taken.
    NotUnderstood {
        /// Who was asked.
        host: String,
        /// What the library says.
        detail: String,
    },
    /// The answer is not what was asked for.
    Status {
        /// Who was asked.
        host: String,
        /// The answer's status.
        status: u16,
    },
    /// Sent on more than [`REDIRECTS_MAX`] times.
    SentOnTooOften {
        /// Who sent on last.
        host: String,
    },
    /// The bytes are packed, although that was not asked for.
    Packed {
        /// Who was asked.
        host: String,
    },
    /// More bytes than this.
    TooLarge {
        /// The most bytes.
        size_max: u64,
    },
    /// It ended before it was whole.
    Cut {
        /// Who was asked.
        host: String,
    },
    /// Others are being fetched.
    Busy,
    /// The server is stopping, or nobody waits for it any more.
    Ended,
}

impl OutgoingError {
    /// A word that does not change, for programs and for the database.
    pub(crate) fn problem(&self) -> &'static str {
        match self {
            Self::Destination(_) => "destination",
            Self::NotReached { .. } => "not-reached",
            Self::Certificate { .. } => "certificate",
            Self::Late { .. } => "late",
            Self::NotUnderstood { .. } | Self::Packed { .. } | Self::TooLarge { .. } => "not-understood",
            Self::Status { .. } | Self::SentOnTooOften { .. } => "status",
            Self::Cut { .. } => "cut",
            Self::Busy | Self::Ended => "ended",
        }
    }
}

impl Explain for OutgoingError {
    fn message(&self) -> Message {
        match self {
            Self::Destination(error) => error.message(),
            Self::NotReached { host, detail } => {
                message!("outgoing-not-reached", host = host, detail = detail)
            }
            Self::Certificate { host, detail } => {
                message!("outgoing-certificate", host = host, detail = detail)
            }
            Self::Late { host } => {
                message!("outgoing-late", host = host, minutes = PACKAGE_TIME_MAX.as_secs() / 60)
            }
            Self::NotUnderstood { host, detail } => {
                message!("outgoing-not-understood", host = host, detail = detail)
            }
            Self::Status { host, status } => {
                message!("outgoing-status", host = host, status = status.to_string())
            }
            Self::SentOnTooOften { host } => {
                message!("outgoing-sent-on-too-often", host = host, times = REDIRECTS_MAX as u64)
            }
            Self::Packed { host } => message!("outgoing-packed", host = host),
            Self::TooLarge { size_max } => message!("error-package-too-large", bytes = *size_max),
            Self::Cut { host } => message!("outgoing-cut", host = host),
            Self::Busy => message!("outgoing-busy"),
            Self::Ended => message!("outgoing-ended"),
        }
    }
}
