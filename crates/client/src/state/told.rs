//! What the server was told last about this PC, so that the same is not told again at each check.

use catalog::check_in::{CHECK_IN_SIZE_MAX, CheckIn};
use serde::{Deserialize, Serialize};

use super::{Owner, State, StateError, files};

/// The file's name.
pub(super) const NAME: &str = "check-in.json";
/// The most bytes of the file: a check-in, and when and whom it was told.
const SIZE_MAX: u64 = CHECK_IN_SIZE_MAX as u64 + 16 * 1024;

/// A check-in that the server has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Where, and as whom.
    pub owner: Owner,
    /// When, in seconds since 1970 (UTC).
    pub at: i64,
    /// What.
    pub check_in: CheckIn,
}

impl State {
    /// What was told last; `None` if nothing was.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        serde_json::from_slice(&files::read(&self.folder.join(NAME), SIZE_MAX)?).ok()
    }

    /// Remembers what was told, in place of the last.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember_told(&self, told: &Told) -> Result<(), StateError> {
        files::replace(&self.folder, NAME, &serde_json::to_vec(told).unwrap_or_default())
    }
}
