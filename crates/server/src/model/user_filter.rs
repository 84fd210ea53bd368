//! Which users a list shows.

use serde::{Deserialize, Serialize};

use super::name::Name;
use super::permission::Permissions;
use super::source::SourceName;
use super::user::{PasswordState, Role, SecondFactorState, Standing};

/// Which users a list shows, as a person wrote it; what is absent or empty leaves nobody out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WrittenUserFilter {
    /// A part of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) search: Option<String>,
    /// The role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role: Option<String>,
    /// `enabled` or `disabled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) standing: Option<String>,
    /// A group that the user is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group: Option<String>,
    /// Permissions that the user has, all of them, directly or through a group; blanks or commas stand between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) permission: Option<String>,
    /// `own`, `one-time`, `none` or `source`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) password: Option<String>,
    /// `set-up`, or `missing`: a role above user without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) second_factor: Option<String>,
    /// The source that knows the account; `local` is this server itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    /// Only who stands behind this name, in small letters.
    #[serde(skip)]
    pub(crate) behind: Option<String>,
}

/// The same, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct UserFilter {
    /// A part of the name.
    pub(crate) search: Option<String>,
    /// The role.
    pub(crate) role: Option<Role>,
    /// Whether the user may sign in.
    pub(crate) standing: Option<Standing>,
    /// A group that the user is in.
    pub(crate) group: Option<Name>,
    /// Permissions that the user has, all of them, directly or through a group.
    pub(crate) permissions: Permissions,
    /// What password there is.
    pub(crate) password: Option<PasswordState>,
    /// How it stands with the second factor.
    pub(crate) second_factor: Option<SecondFactorState>,
    /// The source that knows the account.
    pub(crate) source: Option<SourceName>,
    /// Only who stands behind this name, in small letters.
    pub(crate) behind: Option<String>,
}
