//! What the administrator says about a package, as it was written at the command line.

use catalog::Importance;
use serde::{Deserialize, Serialize};

/// A listing before it is judged; a field that says nothing is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct WrittenListing {
    /// The name to show in place of the MSI's own.
    pub(crate) name: Option<String>,
    /// Where a person finds more to read.
    pub(crate) info_url: Option<String>,
    /// The bytes of an `.ico` file, in Base64.
    pub(crate) icon: Option<String>,
    /// Switches and properties for the installer.
    pub(crate) install_params: Option<String>,
    /// How important the update is.
    pub(crate) importance: Importance,
    /// When it was released.
    pub(crate) release_date: Option<String>,
    /// What the product is.
    pub(crate) description: Option<String>,
    /// What is new in this version.
    pub(crate) release_notes: Option<String>,
    /// Which versions of Windows and Outlook it needs.
    pub(crate) requires: Option<String>,
    /// Programs to close before the install, with semicolons between them.
    pub(crate) close_first: Option<String>,
}
