//! Reports: what clients said about installs.

use catalog::report::OutcomeKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whether a report is new to the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reception {
    /// It was stored.
    Stored,
    /// The same user sent it before; what was stored then stays.
    KnownBefore,
}

/// A report as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ReportLine {
    /// Its number here; a later one has a higher one.
    pub(crate) id: i64,
    /// When the server received it, as RFC 3339 writes it.
    pub(crate) received_at: String,
    /// Who signed in to send it.
    pub(crate) user: String,
    /// The PC's random number.
    pub(crate) device: String,
    /// The computer's name, where the PC is enrolled.
    pub(crate) computer_name: Option<String>,
    /// The PC's number among the devices, where it is enrolled.
    pub(crate) device_id: Option<i64>,
    /// The product's name.
    pub(crate) product: String,
    /// The product's upgrade code.
    pub(crate) upgrade_code: String,
    /// The package's platform.
    pub(crate) platform: Option<String>,
    /// The version before; `None` for a first install.
    pub(crate) from_version: Option<String>,
    /// The version that was to be installed.
    pub(crate) to_version: String,
    /// What came of it.
    #[schema(value_type = String)]
    pub(crate) outcome: OutcomeKind,
    /// Windows Installer's exit code.
    pub(crate) exit_code: Option<u32>,
    /// How long it took, in whole seconds.
    pub(crate) duration: u64,
    /// When it ended by the PC's clock, as RFC 3339 writes it.
    pub(crate) ended_at: String,
}
