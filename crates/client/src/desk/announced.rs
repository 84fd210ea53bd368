//! What the person was told of beside the clock, so that nothing is told twice, not even after a restart. Pure.

use serde::{Deserialize, Serialize};

use super::ItemKey;

/// What the person was told of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Announced {
    /// Updates that were ready and still are.
    pub items: Vec<AnnouncedItem>,
    /// Whether they were told that a sign-in is needed, and nobody has signed in since.
    pub sign_in: bool,
}

/// An update that the person was told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncedItem {
    /// Which.
    pub key: ItemKey,
    /// When the last time, in seconds since 1970 (UTC).
    pub at: i64,
    /// How often.
    pub times: u32,
}
