//! The updater package: the MSI that people install the updater with.

use std::fmt;

use catalog::{Platform, ProductVersion, Sha256, UpgradeCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::package::{ID_LENGTH, PackageId};

/// A package whose bytes are here, on offer or not, as far as it can become the updater package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredPackage {
    /// The package's number.
    pub(crate) id: PackageId,
    /// The product's name.
    pub(crate) name: String,
    /// The version.
    pub(crate) version: ProductVersion,
    /// The upgrade code.
    pub(crate) upgrade_code: UpgradeCode,
    /// The platform, where the package says.
    pub(crate) platform: Option<Platform>,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: Sha256,
    /// How many bytes there are.
    pub(crate) size: u64,
    /// Whether the package bears a signature.
    pub(crate) signature: Signature,
}

/// Whether a package bears a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Signature {
    /// It does; whose it is, Windows judges.
    Signed,
    /// It does not.
    Unsigned,
}

/// The package that is the updater package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UpdaterPackage {
    /// The package.
    pub(crate) package: StoredPackage,
    /// Since when.
    pub(crate) set_at: Timestamp,
    /// Who said so.
    pub(crate) set_by: String,
}

/// The updater package as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct UpdaterPackageLine {
    /// The first digits of the SHA-256.
    pub(crate) id: String,
    /// The product's name.
    pub(crate) name: String,
    /// The version.
    pub(crate) version: String,
    /// The platform, where the package says.
    pub(crate) platform: Option<String>,
    /// How many bytes there are.
    pub(crate) size: u64,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: String,
    /// Whether the package bears a signature.
    pub(crate) signature: Signature,
    /// Since when it is the updater package, as RFC 3339 writes it.
    pub(crate) set_at: String,
    /// Who said so.
    pub(crate) set_by: String,
}

impl StoredPackage {
    /// The first digits of the SHA-256, by which people name the package.
    pub(crate) fn short_id(&self) -> String {
        self.sha256.to_string().chars().take(ID_LENGTH).collect()
    }
}

impl fmt::Display for StoredPackage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.name, self.version)?;
        self.platform.map_or(Ok(()), |platform| write!(formatter, " ({platform})"))
    }
}

impl From<&UpdaterPackage> for UpdaterPackageLine {
    fn from(updater: &UpdaterPackage) -> Self {
        let package = &updater.package;
        Self {
            id: package.short_id(),
            name: package.name.clone(),
            version: package.version.to_string(),
            platform: package.platform.map(|platform| platform.to_string()),
            size: package.size,
            sha256: package.sha256.to_string(),
            signature: package.signature,
            set_at: updater.set_at.to_string(),
            set_by: updater.set_by.clone(),
        }
    }
}
