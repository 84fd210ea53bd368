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
    /// Programs were open that have to be closed first.
    ProgramsOpen,
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
            Self::ProgramsOpen => "programs-open",
            Self::NotForThisPc => "not-for-this-pc",
            Self::Failed => "failed",
            Self::DownloadFailed => "download-failed",
            Self::VerificationFailed => "verification-failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{OutcomeKind, Report};

    const WIRE: &str = r#"{
        "id": "00000000-0000-4000-8000-000000000001", "device": "00000000-0000-4000-8000-000000000002",
        "product": "Connector", "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": "x64",
        "from_version": "6.2.0", "to_version": "7.8.4", "outcome": "installed-needs-restart", "exit_code": 3010,
        "duration": 42, "ended_at": 1790000000
    }"#;

    #[test]
    fn the_wire_form_is_stable() {
        let report: Report = serde_json::from_str(WIRE).unwrap();
        assert_eq!(report.outcome, OutcomeKind::InstalledNeedsRestart);
        let again = serde_json::to_value(&report).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(WIRE).unwrap());
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (from, to) in [
            ("\"duration\": 42", "\"duration\": -1"),
            ("\"x64\"", "\"z80\""),
            ("\"7.8.4\"", "\"new\""),
            ("\"device\"", "\"password\""),
        ] {
            let wrong = WIRE.replace(from, to);
            assert_ne!(wrong, WIRE);
            assert!(serde_json::from_str::<Report>(&wrong).is_err(), "{to}");
        }
    }

    #[test]
    fn every_outcome_has_the_name_that_the_wire_has() {
        use OutcomeKind::{
            Busy, Cancelled, DownloadFailed, Failed, Installed, InstalledNeedsRestart, NotForThisPc,
            NotReallyInstalled, ProgramsOpen, VerificationFailed,
        };
        for outcome in [
            Installed,
            InstalledNeedsRestart,
            NotReallyInstalled,
            Cancelled,
            Busy,
            ProgramsOpen,
            NotForThisPc,
            Failed,
            DownloadFailed,
            VerificationFailed,
        ] {
            assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.as_str());
        }
    }
}
