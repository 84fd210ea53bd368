//! Spread: how far the versions of a product have come among the PCs that are offered it.

use catalog::product::Family;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many devices have which versions of a family, as rows tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InstalledCount {
    /// The family.
    pub(crate) family: Family,
    /// All versions that such a device has; none where the product is not installed.
    pub(crate) versions: Vec<String>,
    /// How many devices have just these.
    pub(crate) devices: u32,
}

/// How many devices have a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct VersionCount {
    /// The version, or what stands for several.
    pub(crate) version: Installed,
    /// How many devices have it.
    pub(crate) devices: u32,
}

/// What is installed of a family on a device.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Installed {
    /// This version; of several, the highest.
    Version(String),
    /// One of the versions that are too rare to be told one by one.
    Other,
    /// None.
    Nothing,
}

/// How far the versions of a family have come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Spread {
    /// The product's name, as its newest package has it.
    pub(crate) product: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// The platform.
    pub(crate) platform: Option<String>,
    /// The version that is offered, where one is.
    pub(crate) offered: Option<String>,
    /// How many enrolled devices have told whether they have it.
    pub(crate) devices: u32,
    /// How many of them have which version, the highest first; what is not installed comes last.
    pub(crate) versions: Vec<VersionCount>,
}

/// How far one family has come: now, day by day, and where installs failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FamilySpread {
    /// How far it has come now.
    pub(crate) now: Spread,
    /// How far it had come on each day that was counted, the oldest first.
    pub(crate) days: Vec<SpreadDay>,
    /// Installs that failed, of those that the server still has reports of: each version that there are any of, and how many.
    pub(crate) failed: Vec<(String, u32)>,
}

/// The counts of one day, in the order of [`Spread::versions`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct SpreadDay {
    /// The day (UTC), such as `2026-11-21`.
    pub(crate) day: String,
    /// How many devices had which version.
    pub(crate) versions: Vec<VersionCount>,
}
