//! API tokens: what programs sign in with, each for as much as it was made for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::user::UserId;

/// What each API token begins with.
pub(crate) const TOKEN_PREFIX: &str = "oxa1_";

/// Numbers an API token; never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ApiTokenId(pub(crate) i64);

/// What a token may be made for. It never opens more than its owner's role does at that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Scope {
    /// To see packages, users, groups, permissions, devices and reports.
    View,
    /// To see the audit.
    Audit,
    /// To add, change, publish, withdraw and delete packages.
    Publish,
    /// To change users, groups, permissions and devices.
    Administer,
}

impl Scope {
    /// All scopes.
    pub(crate) const ALL: [Self; 4] = [Self::View, Self::Audit, Self::Publish, Self::Administer];

    /// The scope's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Audit => "audit",
            Self::Publish => "publish",
            Self::Administer => "administer",
        }
    }

    /// Reads a scope's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == written)
    }
}

/// The scopes of a token.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Scopes(std::collections::BTreeSet<Scope>);

impl Scopes {
    /// Whether a scope is among them.
    pub(crate) fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Reads scopes with blanks between them.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        written.split_whitespace().map(Scope::parse).collect()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Scope> {
        self.0.iter().copied()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<Iter: IntoIterator<Item = Scope>>(scopes: Iter) -> Self {
        Self(scopes.into_iter().collect())
    }
}

/// A token as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct ApiToken {
    /// The token's number.
    pub(crate) id: ApiTokenId,
    /// Whose it is.
    pub(crate) user: UserId,
    /// What it was made for.
    pub(crate) scopes: Scopes,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub(crate) used_at: Option<Timestamp>,
}

/// A token as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ApiTokenLine {
    /// The token's number.
    pub(crate) id: i64,
    /// The name of the user whose it is.
    #[schema(max_length = 128)]
    pub(crate) user: String,
    /// What its owner calls it.
    #[schema(max_length = 128)]
    pub(crate) name: String,
    /// What it was made for; it never opens more than its owner's role does.
    #[schema(max_items = 4)]
    pub(crate) scopes: Vec<Scope>,
    /// When it was made, as RFC 3339 writes it.
    pub(crate) created_at: String,
    /// When it ends.
    pub(crate) expires_at: String,
    /// When it was last used, to the minute.
    pub(crate) used_at: Option<String>,
}
