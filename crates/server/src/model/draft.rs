//! Drafts: packages that were received and wait for somebody to publish them.

use catalog::Digests;
use catalog::msi::Metadata;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::listing::WrittenListing;
use super::package::PackageId;
use super::permission::Permissions;

/// Numbers a draft; never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DraftId(pub(crate) i64);

/// Where the bytes of a draft came from. Nothing of it is ever used as a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Somebody sent them; the file's name as the sender gave it.
    Upload(String),
    /// The server fetched them from this URL to look at them; they stay there.
    Url(String),
}

/// A package that was received, with what is written about it so far. Its bytes are in the storage, unless they stay elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// The draft's number.
    pub(crate) id: DraftId,
    /// The package's number.
    pub(crate) package: PackageId,
    /// Rises with each change, so that of two who edit at once the second is told.
    pub(crate) revision: i64,
    /// What the MSI says.
    pub(crate) metadata: Metadata,
    /// What its bytes are known by.
    pub(crate) digests: Digests,
    /// The file's name on the wire, once it is published.
    pub(crate) file_name: String,
    /// Where the bytes came from.
    pub(crate) origin: Origin,
    /// What is written about it so far; it can be read as a listing.
    pub(crate) listing: WrittenListing,
    /// The permissions that a user will need, all of them.
    pub(crate) required: Permissions,
    /// When its bytes were received.
    pub(crate) received_at: Timestamp,
    /// Who sent them.
    pub(crate) received_by: String,
    /// When it was changed last.
    pub(crate) changed_at: Timestamp,
    /// Who changed it last.
    pub(crate) changed_by: String,
}

/// A draft as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct DraftLine {
    /// The draft's number.
    pub(crate) id: i64,
    /// The product's name.
    pub(crate) name: String,
    /// The version.
    pub(crate) version: String,
    /// The platform, where the package says.
    pub(crate) platform: Option<String>,
    /// The file's name as it was sent, or the URL.
    pub(crate) origin: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// How many bytes there are.
    pub(crate) size: u64,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: String,
    /// When its bytes were received, as RFC 3339 writes it.
    pub(crate) received_at: String,
    /// Who sent them.
    pub(crate) received_by: String,
    /// When it was changed last, as RFC 3339 writes it.
    pub(crate) changed_at: String,
    /// Who changed it last.
    pub(crate) changed_by: String,
}

impl Origin {
    /// The word that the database and the API have for the kind.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Upload(_) => "upload",
            Self::Url(_) => "url",
        }
    }

    /// The URL, if it is one.
    pub(crate) fn url(&self) -> Option<&str> {
        match self {
            Self::Upload(_) => None,
            Self::Url(url) => Some(url),
        }
    }

    /// The name of the file, which may say what it speaks.
    pub(crate) fn file_name(&self) -> &str {
        match self {
            Self::Upload(name) => name,
            Self::Url(url) => url.rsplit('/').next().unwrap_or_default(),
        }
    }

    /// The name or the URL.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Upload(name) => name,
            Self::Url(url) => url,
        }
    }
}
