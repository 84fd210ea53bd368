//! Users: who signs in.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::name::Name;
use super::permission::Permissions;

/// Numbers a user; never used again after the user's removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct UserId(pub(crate) i64);

/// Whether a user may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Standing {
    /// The user may sign in.
    Enabled,
    /// The user may not, and is kept.
    Disabled,
}

impl Standing {
    /// The standing's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "enabled",
            Self::Disabled => "disabled",
        }
    }

    /// Reads a standing's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::Enabled, Self::Disabled].into_iter().find(|standing| standing.as_str() == written)
    }
}

/// A user with what decides about requests.
#[derive(Debug, Clone)]
pub(crate) struct User {
    /// The user's number.
    pub(crate) id: UserId,
    /// The name to sign in with.
    pub(crate) name: Name,
    /// Whether the user may sign in.
    pub(crate) standing: Standing,
    /// The Argon2 hash of the password, in PHC form.
    pub(crate) password_hash: Arc<str>,
    /// All permissions, own ones and those of groups.
    pub(crate) permissions: Arc<Permissions>,
}

/// A user as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct UserLine {
    /// The name to sign in with.
    pub(crate) name: String,
    /// Whether the user may sign in.
    pub(crate) standing: Standing,
    /// The groups that the user is in.
    pub(crate) groups: Vec<String>,
    /// All permissions, own ones and those of groups.
    pub(crate) permissions: Vec<String>,
    /// When the user was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
}
