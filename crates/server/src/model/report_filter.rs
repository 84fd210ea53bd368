//! Which reports a list shows.

use catalog::report::OutcomeKind;
use catalog::{Platform, ProductVersion, UpgradeCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::user::UserId;

/// Which reports a list shows, as a person wrote it; what is absent or empty leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WrittenReportFilter {
    /// The user, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user: Option<String>,
    /// The PC's number, or a part of the computer's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) device: Option<String>,
    /// The product: its upgrade code, or a part of its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) product: Option<String>,
    /// The product's platform, such as `x64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) platform: Option<String>,
    /// The version that was to be installed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<String>,
    /// An outcome, such as `installed`; or `failing`, which is each that calls for somebody's attention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) outcome: Option<String>,
    /// The first day, or time, when the server received them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// The last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Only what has a lower number.
    #[serde(skip)]
    pub(crate) before: Option<i64>,
}

/// The same, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ReportFilter {
    /// The user.
    pub(crate) user: Option<UserId>,
    /// The PC.
    pub(crate) device: Option<NamedDevice>,
    /// The product.
    pub(crate) product: Option<NamedProduct>,
    /// The version that was to be installed.
    pub(crate) version: Option<ProductVersion>,
    /// The product's platform.
    pub(crate) platform: Option<Platform>,
    /// The outcomes; any of them.
    pub(crate) outcomes: Option<Vec<OutcomeKind>>,
    /// The earliest time when the server received them.
    pub(crate) since: Option<Timestamp>,
    /// The latest one.
    pub(crate) until: Option<Timestamp>,
    /// Only what has a lower number.
    pub(crate) before: Option<i64>,
}

/// A PC, as a person speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NamedDevice {
    /// By its random number.
    Number(Uuid),
    /// By a part of its name.
    Name(String),
}

/// A product, as a person speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NamedProduct {
    /// By its upgrade code.
    Code(UpgradeCode),
    /// By a part of its name.
    Name(String),
}
