//! How an install goes, and whether it is to go on.

use serde::{Deserialize, Serialize};

/// How an install goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InstallProgress {
    /// How much is done of a whole, reckoned from Windows Installer's own ticks; never goes back. See `progress.rs`.
    Ticks {
        /// Ticks done; all of them only when the install has ended well.
        done: u64,
        /// Ticks in all, the same through an install.
        total: u64,
    },
    /// What it does now, in Windows Installer's words.
    Action(String),
    /// It goes on, and there is nothing new to tell.
    GoesOn,
    /// Windows asks for an administrator's rights; nothing is begun before somebody consents.
    AsksForConsent,
}

/// What a watcher answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proceed {
    /// Go on.
    GoOn,
    /// Stop and undo, as if the person had chosen Cancel.
    Cancel,
}
