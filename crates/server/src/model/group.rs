//! Groups: users who share permissions.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A group in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct GroupSummary {
    /// The group's name.
    pub(crate) name: String,
    /// How many users are in it.
    pub(crate) members: u32,
    /// The permissions that each of them has by it.
    pub(crate) permissions: Vec<String>,
    /// When the group was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
}

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
