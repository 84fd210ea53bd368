//! Imports: a file of accounts, and what it would make of each.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::name::Name;
use super::permission::{Permission, Permissions};
use super::user::{Role, Standing, UserId};

/// What a row of a file asks for; what it does not say stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Wanted {
    /// The role.
    pub(crate) role: Option<Role>,
    /// Whether the user may sign in.
    pub(crate) standing: Option<Standing>,
    /// The names of all groups that the user is to be in.
    pub(crate) groups: Option<Vec<String>>,
    /// All permissions that the user is to hold directly.
    pub(crate) permissions: Option<Permissions>,
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "fate")]
pub(crate) enum Fate {
    /// An account is added.
    New {
        /// What it gets beyond a name.
        changes: Vec<RowChange>,
    },
    /// An account is changed.
    Changed {
        /// In what.
        changes: Vec<RowChange>,
    },
    /// All is as wanted before.
    Unchanged,
    /// The row is left out.
    Refused {
        /// Why, as a sentence.
        reason: String,
    },
}

/// One change of one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "what", content = "value")]
pub(crate) enum RowChange {
    /// The account gets a role.
    Role(Role),
    /// The account may sign in, or may not.
    Standing(Standing),
    /// The user comes into a group.
    Join(String),
    /// The user goes out of a group.
    Leave(String),
    /// The user is granted a permission.
    Grant(String),
    /// A permission of the user is revoked.
    Revoke(String),
}

/// A row of a file with its fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ImportLine {
    /// The line of the file, from 1 on.
    pub(crate) line: u64,
    /// The name in the row.
    pub(crate) name: String,
    /// What becomes of it.
    #[serde(flatten)]
    pub(crate) fate: Fate,
}

/// What a file would do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ImportPlan {
    /// Tells this plan from all others; whoever applies it names it.
    pub(crate) token: String,
    /// How many accounts are added.
    pub(crate) added: usize,
    /// How many are changed.
    pub(crate) changed: usize,
    /// How many stay as they are.
    pub(crate) unchanged: usize,
    /// How many rows are left out.
    pub(crate) refused: usize,
    /// The rows, in the order of the file.
    pub(crate) rows: Vec<ImportLine>,
}

/// A user as an import finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownUser {
    /// The user's number.
    pub(crate) id: UserId,
    /// The role.
    pub(crate) role: Role,
    /// Whether the user may sign in.
    pub(crate) standing: Standing,
    /// The keys of the names of the groups that the user is in.
    pub(crate) groups: BTreeSet<String>,
    /// What the user holds directly.
    pub(crate) permissions: Permissions,
}

/// A group as an import finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownGroup {
    /// The group's number.
    pub(crate) id: i64,
    /// The group's name.
    pub(crate) name: String,
}

/// All accounts and groups, by the keys of their names.
#[derive(Debug, Default)]
pub(crate) struct KnownAccounts {
    /// The users.
    pub(crate) users: HashMap<String, KnownUser>,
    /// The groups.
    pub(crate) groups: HashMap<String, KnownGroup>,
    /// Other names of users' accounts, and who has them.
    pub(crate) aliases: HashMap<String, String>,
}

/// What is written for one account.
#[derive(Debug, Clone)]
pub(crate) struct ImportedAccount {
    /// The account; none for a new one.
    pub(crate) id: Option<UserId>,
    /// The name.
    pub(crate) name: Name,
    /// Another role.
    pub(crate) role: Option<Role>,
    /// Another standing.
    pub(crate) standing: Option<Standing>,
    /// Groups to come into.
    pub(crate) join: Vec<i64>,
    /// Groups to go out of.
    pub(crate) leave: Vec<i64>,
    /// Permissions to be granted.
    pub(crate) grant: Vec<Permission>,
    /// Permissions to be revoked.
    pub(crate) revoke: Vec<Permission>,
    /// The same in words, for the audit.
    pub(crate) in_words: String,
}
