//! Which devices a list shows.

use catalog::{ProductVersion, UpgradeCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::device::DeviceStanding;
use super::user::UserId;

/// Which devices a list shows, as a person wrote it; what is absent or empty leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WrittenDeviceFilter {
    /// A part of the user's name, the computer's name or the PC's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) search: Option<String>,
    /// The user, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<String>,
    /// `enrolled` or `revoked`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) standing: Option<String>,
    /// The earliest day, or time, of the last sign of life.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seen_since: Option<String>,
    /// The latest one; devices that were never seen since they were enrolled count by that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seen_until: Option<String>,
    /// How the client's version begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client: Option<String>,
    /// How Windows' version begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) windows: Option<String>,
    /// A product that is installed, by name or upgrade code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) product: Option<String>,
    /// In which version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// A product that the device told not to have, by name or upgrade code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lacks: Option<String>,
    /// Only what stands behind this in the list.
    #[serde(skip)]
    pub(crate) behind: Option<DevicePlace>,
}

/// Where a device stands in the list: by user, name and number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DevicePlace {
    /// The user's name in small letters.
    pub(crate) user: String,
    /// The computer's name.
    pub(crate) computer_name: String,
    /// The device's number here.
    pub(crate) id: i64,
}

/// The same, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DeviceFilter {
    /// A part of the user's name, the computer's name or the PC's number.
    pub(crate) search: Option<String>,
    /// The user.
    pub(crate) user: Option<UserId>,
    /// Whether its token counts.
    pub(crate) standing: Option<DeviceStanding>,
    /// The earliest time of the last sign of life.
    pub(crate) seen_since: Option<Timestamp>,
    /// The latest one.
    pub(crate) seen_until: Option<Timestamp>,
    /// How the client's version begins.
    pub(crate) client: Option<String>,
    /// How Windows' version begins.
    pub(crate) windows: Option<String>,
    /// The upgrade codes of a product that is installed; any of them.
    pub(crate) product: Option<Vec<UpgradeCode>>,
    /// In which version.
    pub(crate) version: Option<ProductVersion>,
    /// The upgrade codes of a product that the device told not to have.
    pub(crate) lacks: Option<Vec<UpgradeCode>>,
    /// Only what stands behind this in the list.
    pub(crate) behind: Option<DevicePlace>,
}
