//! What happened before: the last check and the last installs, for `oxupdate status`.

use std::path::PathBuf;

use catalog::report::Report;
use serde::{Deserialize, Serialize};

use crate::failure::Cause;

use super::{Owner, State, StateError, files};
use crate::guard::{Attempt, remembered};

/// The most installs that are remembered.
pub const HISTORY_MAX: usize = 50;

/// The most bytes of each of the files.
const SIZE_MAX: u64 = 1024 * 1024;
/// What the loop guard knows; at most [`crate::guard::ATTEMPTS_MAX`].
const ATTEMPTS: &str = "failed.json";
const HISTORY: &str = "history.json";
pub(super) const LAST_CHECK: &str = "last-check.json";

/// An install of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// What was reported about it.
    pub report: Report,
    /// Where its verbose log is, if Windows Installer was started.
    pub log: Option<PathBuf>,
    /// The fingerprint of what was offered, see `guard.rs`; `None` for what an older client remembered.
    #[serde(default)]
    pub offer: Option<String>,
    /// Why it failed, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

impl Past {
    /// What the loop guard is to know of it.
    #[must_use]
    pub fn attempt(self) -> Option<Attempt> {
        let Report { id: report, outcome: kind, exit_code, ended_at, .. } = self.report;
        Some(Attempt { report, offer: self.offer?, kind, exit_code, ended_at })
    }
}

/// The last check that got an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastCheck {
    /// Where, and as whom.
    pub owner: Owner,
    /// When, in seconds since 1970 (UTC).
    pub at: i64,
    /// How many updates were ready.
    pub ready: usize,
}

impl State {
    /// The last installs, the newest first.
    #[must_use]
    pub fn history(&self) -> Vec<Past> {
        let bytes = files::read(&self.folder.join(HISTORY), SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// What the loop guard knows of the past, the newest first.
    #[must_use]
    pub fn attempts(&self) -> Vec<Attempt> {
        let bytes = files::read(&self.folder.join(ATTEMPTS), SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Remembers an install, for the loop guard too; the oldest one goes.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn remember(&self, past: Past) -> Result<(), StateError> {
        // What is in the history is done with, so the loop guard is told first.
        if let Some(attempt) = past.clone().attempt() {
            let before = self.attempts();
            let after = remembered(before.clone(), attempt);
            if after != before {
                files::replace(&self.folder, ATTEMPTS, &serde_json::to_vec(&after).unwrap_or_default())?;
            }
        }
        let mut history = self.history();
        history.insert(0, past);
        history.truncate(HISTORY_MAX);
        files::replace(&self.folder, HISTORY, &serde_json::to_vec(&history).unwrap_or_default())
    }

    /// The last check; `None` if there was none.
    #[must_use]
    pub fn last_check(&self) -> Option<LastCheck> {
        let bytes = files::read(&self.folder.join(LAST_CHECK), SIZE_MAX)?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Remembers a check in place of the last one.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn checked(&self, check: &LastCheck) -> Result<(), StateError> {
        files::replace(&self.folder, LAST_CHECK, &serde_json::to_vec(check).unwrap_or_default())
    }
}
