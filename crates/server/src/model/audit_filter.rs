//! Which lines of the audit a list shows.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Which lines of the audit a list shows, as a person wrote it; what is absent or empty leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WrittenAuditFilter {
    /// A part of the name of who did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) actor: Option<String>,
    /// How the action begins, such as `user.` or `package.add`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action: Option<String>,
    /// A part of what it was done to, or of the details.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    /// How the address begins from which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<String>,
    /// The first day, or time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    /// The last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<String>,
    /// Only what has a lower number.
    #[serde(skip)]
    pub(crate) before: Option<i64>,
}

/// The same, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AuditFilter {
    /// A part of the name of who did it.
    pub(crate) actor: Option<String>,
    /// How the action begins.
    pub(crate) action: Option<String>,
    /// A part of what it was done to, or of the details.
    pub(crate) subject: Option<String>,
    /// How the address begins.
    pub(crate) address: Option<String>,
    /// The earliest time.
    pub(crate) since: Option<Timestamp>,
    /// The latest one.
    pub(crate) until: Option<Timestamp>,
    /// Only what has a lower number.
    pub(crate) before: Option<i64>,
}
