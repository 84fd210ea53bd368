//! The server, the other outside world: where a catalog and its packages come from, and where reports go.
//!
//! [`Server`] is the port. `http.rs` speaks to a server of OX Updater or to any web server, `share.rs` reads a file or a file share.

use std::io::Read;

use catalog::Product;
use catalog::check_in::CheckIn;
use catalog::report::Report;
use text::{Explain, Message, message};

use crate::permitted::NotPermitted;

/// Where a catalog and its packages come from.
pub trait Server {
    /// Fetches the catalog, unless it is still the one with this validator.
    ///
    /// # Errors
    /// [`ServerError`], each with what the person can do.
    fn catalog(&self, known: Option<&Validator>) -> Result<CatalogAnswer, ServerError>;

    /// Whether a package may be fetched from where the catalog says; nothing is asked.
    ///
    /// # Errors
    /// [`ServerError::NotPermitted`].
    fn permits(&self, product: &Product) -> Result<(), ServerError>;

    /// Opens a product's package from a byte on.
    ///
    /// # Errors
    /// [`ServerError`], each with what the person can do.
    fn package(&self, product: &Product, resume: Option<&Resume>) -> Result<PackageAnswer, ServerError>;

    /// Sends a report; `Ok(Delivery::NotWanted)` if this server takes none, as a plain web server.
    ///
    /// # Errors
    /// [`ServerError`]; the report is kept and sent later.
    fn report(&self, report: &Report) -> Result<Delivery, ServerError>;

    /// Sends a check-in; `Ok(Delivery::NotWanted)` if this server takes none, or does not know the PC by a token.
    ///
    /// # Errors
    /// [`ServerError`]; it is tried again after the next check.
    fn check_in(&self, check_in: &CheckIn) -> Result<Delivery, ServerError>;
}

/// What tells one state of a file from another: its ETag, as the server gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validator(pub String);

/// The answer to asking for a catalog.
#[derive(Debug)]
pub enum CatalogAnswer {
    /// It is still the one that is known.
    Unchanged,
    /// It is this one.
    Catalog {
        /// The bytes of update.xml.
        bytes: Vec<u8>,
        /// What to ask with next time.
        validator: Option<Validator>,
    },
}

/// Where to go on with a download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// The first byte wanted.
    pub offset: u64,
    /// What the part at hand belongs to; without it, nothing is resumed.
    pub validator: Validator,
}

/// The answer to opening a package.
pub struct PackageAnswer {
    /// The byte that `body` begins with: the one asked for, or 0 if the server begins anew.
    pub offset: u64,
    /// How many bytes the whole package has, if the server says.
    pub size: Option<u64>,
    /// What to resume with.
    pub validator: Option<Validator>,
    /// The bytes.
    pub body: Box<dyn Read + Send>,
}

/// What became of a report or a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The server has it.
    Delivered,
    /// This server takes none.
    NotWanted,
}

/// Why the server did not give what was asked for.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum ServerError {
    /// Nothing is asked for there.
    NotPermitted(#[from] NotPermitted),
    /// The server sends on to another address without end, or to one that cannot be followed.
    Redirect {
        /// The last address.
        address: String,
    },
    /// Nobody answers there.
    Unreachable {
        /// Host and port.
        host: String,
        /// Why, in the words of the system.
        detail: String,
    },
    /// The server's certificate is not trusted.
    Certificate {
        /// Host and port.
        host: String,
        /// Why.
        detail: String,
    },
    /// Somebody answers there, and not in the language of https.
    NotEncrypted {
        /// Host and port.
        host: String,
    },
    /// Somebody answers there, and not as a web server does.
    NotUnderstood {
        /// Host and port.
        host: String,
        /// Why.
        detail: String,
    },
    /// The server wants a name and a password.
    SignInNeeded,
    /// The server does not accept this name and password.
    SignInRefused,
    /// The server does not accept this PC's token any more.
    SignInEnded,
    /// The server does not give it to this person.
    Forbidden,
    /// There is nothing at the address.
    NotFound {
        /// The address.
        address: String,
    },
    /// The server asks to come back later.
    Busy {
        /// In how many seconds, if it says.
        retry_after: Option<u64>,
    },
    /// Any other status.
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// The person stopped waiting for it.
    Cancelled,
    /// More than may be fetched.
    TooLarge {
        /// The limit in bytes.
        size_max: u64,
    },
    /// What it sends comes too slowly.
    TooSlow {
        /// The fewest bytes each second that have to come.
        bytes_min: u64,
    },
    /// The connection broke in the middle.
    Broken {
        /// Why.
        detail: String,
    },
}

impl Explain for ServerError {
    fn message(&self) -> Message {
        match self {
            Self::NotPermitted(reason) => reason.message(),
            Self::Redirect { address } => message!("server-redirect", address = address),
            Self::Unreachable { host, detail } => {
                message!("server-unreachable", host = host, detail = detail)
            }
            Self::Certificate { host, detail } => {
                message!("server-certificate", host = host, detail = detail)
            }
            Self::NotEncrypted { host } => message!("server-not-encrypted", host = host),
            Self::NotUnderstood { host, detail } => {
                message!("server-not-understood", host = host, detail = detail)
            }
            Self::SignInNeeded => message!("server-sign-in-needed"),
            Self::SignInRefused => message!("server-sign-in-refused"),
            Self::SignInEnded => message!("server-sign-in-ended"),
            Self::Forbidden => message!("server-forbidden"),
            Self::NotFound { address } => message!("server-not-found", address = address),
            Self::Busy { retry_after: Some(seconds) } => message!("server-busy-until", seconds = *seconds),
            Self::Busy { retry_after: None } => message!("server-busy"),
            Self::Cancelled => message!("outcome-cancelled"),
            Self::Status { status } => message!("server-status", status = *status),
            Self::TooLarge { size_max } => message!("server-too-large", megabytes = size_max / 1024 / 1024),
            Self::TooSlow { bytes_min } => message!("server-too-slow", bytes = *bytes_min),
            Self::Broken { detail } => message!("server-broken", detail = detail),
        }
    }
}
