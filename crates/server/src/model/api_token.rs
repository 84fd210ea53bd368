//! API tokens: what programs sign in with, each for as much as it was made for.

use serde::{Deserialize, Serialize};

/// Numbers an API token; never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ApiTokenId(pub(crate) i64);

/// What a token may be made for. It never opens more than its owner's role does at that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<Iter: IntoIterator<Item = Scope>>(scopes: Iter) -> Self {
        Self(scopes.into_iter().collect())
    }
}
