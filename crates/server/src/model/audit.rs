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

/// A line of the audit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AuditLine {
    /// When, as RFC 3339 writes it.
    pub(crate) at: String,
    /// Who: `operating-system` or `user`.
    pub(crate) actor_kind: String,
    /// Who, by name.
    pub(crate) actor: String,
    /// The action, such as `user.add`.
    pub(crate) action: String,
    /// What it was done to.
    pub(crate) subject: String,
    /// What else there is to say; may be empty.
    pub(crate) detail: String,
}
