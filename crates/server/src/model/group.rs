//! Groups: users who share permissions.

use serde::{Deserialize, Serialize};

/// A group as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct GroupLine {
    /// The group's name.
    pub(crate) name: String,
    /// The users in it.
    pub(crate) users: Vec<String>,
    /// The permissions that each of them has by it.
    pub(crate) permissions: Vec<String>,
    /// When the group was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
}
