//! What a client tells the server about one install; its wire form is JSON.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Platform, ProductVersion, UpgradeCode};

/// The most bytes of a report's JSON.
pub const REPORT_SIZE_MAX: usize = 16 * 1024;
/// The longest duration that is believed, in seconds: a week.
pub const DURATION_MAX: u64 = 7 * 24 * 60 * 60;

/// What a client tells the server about one install, the body of `POST /api/v1/reports`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Names this report, so that one that is sent twice counts once.
    pub id: Uuid,
    /// The PC, by a random number of its own that says nothing else about it.
    pub device: Uuid,
    /// The product's name, as it was offered.
    pub product: String,
    /// The product's upgrade code.
    pub upgrade_code: UpgradeCode,
    /// The package's platform, where the offer said.
    pub platform: Option<Platform>,
    /// The version installed before; `None` for a first install.
    pub from_version: Option<ProductVersion>,
    /// The version that was to be installed.
    pub to_version: ProductVersion,
    /// What came of it.
    pub outcome: OutcomeKind,
    /// Windows Installer's exit code, where it was started.
    pub exit_code: Option<u32>,
    /// How long the install took, in whole seconds.
    pub duration: u64,
    /// When it ended, in seconds since 1970 (UTC), by the PC's clock.
    pub ended_at: i64,
}

/// What came of an install, as the machine's MSI database and the exit code tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// The offered version is installed.
    Installed,
    /// The offered version is installed and works fully after a restart of Windows.
    InstalledNeedsRestart,
    /// Windows Installer said success, and the database does not show the offered version.
    NotReallyInstalled,
    /// The person, or an administrator's policy, stopped it.
    Cancelled,
    /// Windows Installer was busy with another install.
    Busy,
    /// The package does not suit this PC, or Windows refuses it here.
    NotForThisPc,
    /// The installer failed.
    Failed,
    /// The package could not be downloaded.
    DownloadFailed,
    /// What was downloaded is not what was offered.
    VerificationFailed,
}

impl OutcomeKind {
    /// Whether the offered version is installed now.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Installed | Self::InstalledNeedsRestart)
    }

    /// The outcome's name on the wire, such as `installed-needs-restart`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Installed => "installed",
            Self::InstalledNeedsRestart => "installed-needs-restart",
            Self::NotReallyInstalled => "not-really-installed",
            Self::Cancelled => "cancelled",
            Self::Busy => "busy",
            Self::NotForThisPc => "not-for-this-pc",
            Self::Failed => "failed",
            Self::DownloadFailed => "download-failed",
            Self::VerificationFailed => "verification-failed",
        }
    }
}
