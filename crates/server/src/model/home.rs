//! What the home page shows a user.

use std::sync::Arc;

use super::device::DeviceLine;
use super::package::Package;
use super::report::ReportLine;
use super::updater_package::UpdaterPackage;

/// All that the home page shows.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    /// What the user can install the updater with, if it is there.
    pub(crate) updater: Option<Arc<UpdaterPackage>>,
    /// The first products that the user is offered.
    pub(crate) products: Vec<Arc<Package>>,
    /// How many more there are.
    pub(crate) products_more: usize,
    /// The PCs that the user has enrolled.
    pub(crate) devices: Vec<OwnDevice>,
    /// The newest reports of the user's other PCs, the newest first.
    pub(crate) other_reports: Vec<ReportLine>,
}

/// A PC that the user has enrolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnDevice {
    /// The device.
    pub(crate) device: DeviceLine,
    /// How it stands with updates.
    pub(crate) state: OwnDeviceState,
    /// Its newest reports, the newest first.
    pub(crate) reports: Vec<ReportLine>,
}

/// How a PC stands with updates, as it told last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OwnDeviceState {
    /// It has told nothing yet.
    Untold,
    /// Nothing installed on it is behind what the user is offered.
    Current {
        /// When it told, as RFC 3339 writes it.
        told_at: String,
    },
    /// Something is.
    Waiting {
        /// How many products.
        updates: usize,
        /// When it told, as RFC 3339 writes it.
        told_at: String,
    },
}
