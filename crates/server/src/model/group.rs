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

/// Which groups a list shows, as a person wrote it; what is absent or empty leaves none out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WrittenGroupFilter {
    /// A part of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) search: Option<String>,
}
