//! The audit: who did what and when.

use serde::{Deserialize, Serialize};

/// What was done, before it is known by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    /// The action, such as `user.add`.
    pub(crate) action: &'static str,
    /// What it was done to.
    pub(crate) subject: String,
    /// What else there is to say; may be empty.
    pub(crate) detail: String,
}

/// Who did it, as the audit writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Doer<'a> {
    /// `operating-system`, `set-up`, `user`, `device` or `program`.
    pub(crate) kind: &'a str,
    /// The name.
    pub(crate) name: &'a str,
    /// From where; empty for someone at this machine.
    pub(crate) address: &'a str,
}

/// A line of the audit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AuditLine {
    /// Its number; a later one has a higher one.
    pub(crate) id: i64,
    /// When, as RFC 3339 writes it.
    pub(crate) at: String,
    /// Who: `operating-system`, `set-up`, `user`, `device` or `program`.
    pub(crate) actor_kind: String,
    /// Who, by name.
    pub(crate) actor: String,
    /// From where; empty for someone at this machine.
    #[serde(default)]
    pub(crate) address: String,
    /// The action, such as `user.add`.
    pub(crate) action: String,
    /// What it was done to.
    pub(crate) subject: String,
    /// What else there is to say; may be empty.
    pub(crate) detail: String,
}
