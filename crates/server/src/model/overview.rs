//! The overview: what needs attention first, and how far each release has come.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::spread::Spread;
use super::webhook::WebhookStanding;

/// What an administrator wants to know at one glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Overview {
    /// What needs attention, the most pressing first.
    pub(crate) concerns: Vec<Concern>,
    /// How many users may sign in.
    pub(crate) users: u32,
    /// How many devices are enrolled.
    pub(crate) devices: u32,
    /// How many packages are published and not withdrawn.
    pub(crate) packages: u32,
    /// How far each product has come.
    pub(crate) spread: Vec<Spread>,
}

/// Something that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Concern {
    /// The disk of the data folder has little room left.
    Disk {
        /// Free bytes.
        free: u64,
        /// All bytes.
        size: u64,
    },
    /// The certificate that connections are encrypted with ends soon, or has ended.
    Certificate {
        /// When, as RFC 3339 writes it.
        ends_at: String,
        /// In how many whole days; 0 or less: it counts no longer, or today is its last day.
        days: i64,
    },
    /// Installs of a version fail.
    Failing(Failing),
    /// A webhook is called no more.
    Webhook {
        /// Its number.
        id: i64,
        /// Its host.
        host: String,
        /// Why it is called no more.
        standing: WebhookStanding,
    },
    /// Accounts have no second factor that the settings ask for.
    SecondFactor {
        /// How many that may sign in.
        users: u32,
    },
    /// People may sign in, and find no updater to download.
    NoUpdaterPackage,
    /// Packages on offer have warnings.
    Warnings {
        /// How many.
        packages: u32,
    },
    /// Devices were not seen for long.
    Unseen {
        /// How many.
        devices: u32,
        /// Of how many that are enrolled.
        of: u32,
        /// Since when, as RFC 3339 writes it.
        since: String,
        /// For how many days.
        days: u32,
    },
    /// Accounts have no password yet, so nobody can sign in there.
    NoPassword {
        /// How many that may sign in.
        users: u32,
    },
    /// Drafts wait for somebody to publish them.
    Drafts {
        /// How many.
        drafts: u32,
    },
}

/// Installs of a version that fail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Failing {
    /// The product's name.
    pub(crate) product: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// The version.
    pub(crate) version: String,
    /// How many reports tell of a failure.
    pub(crate) failed: u32,
    /// Of how many reports.
    pub(crate) reports: u32,
    /// Since when, as RFC 3339 writes it.
    pub(crate) since: String,
}

/// How much room the disk of the data folder has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Room {
    /// Free bytes, for us.
    pub(crate) free: u64,
    /// All bytes.
    pub(crate) size: u64,
}
