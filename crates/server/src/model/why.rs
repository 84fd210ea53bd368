//! What a person is offered of each package, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::permission::{Permission, Permissions};

/// Through what a person has permissions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Holdings {
    /// What the person holds directly.
    pub(crate) direct: Permissions,
    /// What the person has by the word of the account's source.
    pub(crate) source: Permissions,
    /// The person's groups by name, each with what it holds.
    pub(crate) groups: BTreeMap<String, Permissions>,
}

impl Holdings {
    /// All that the person has.
    pub(crate) fn all(&self) -> Permissions {
        self.groups.values().chain([&self.direct, &self.source]).flatten().cloned().collect()
    }

    /// Through what the person has a permission.
    pub(crate) fn why(&self, permission: &Permission) -> WhyPermission {
        let groups = self.groups.iter().filter(|(_, held)| held.contains(permission));
        WhyPermission {
            permission: permission.to_string(),
            direct: self.direct.contains(permission),
            source: self.source.contains(permission),
            groups: groups.map(|(name, _)| name.clone()).collect(),
        }
    }
}

/// What a person is offered of one product, every package of it, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct WhyProduct {
    /// The product's name, as the newest package has it.
    pub(crate) name: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// Its packages.
    pub(crate) packages: Vec<WhyPackage>,
}

/// One package with the reason why a person is offered it or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct WhyPackage {
    /// The first digits of the SHA-256.
    pub(crate) id: String,
    /// The version.
    pub(crate) version: String,
    /// The platform, where the package says.
    pub(crate) platform: Option<String>,
    /// What it speaks, if it is made for one language.
    #[serde(default)]
    pub(crate) locale: Option<String>,
    /// The branding that alone is offered it, if it is for one.
    #[serde(default)]
    pub(crate) branding: Option<String>,
    /// Whether the person is offered it.
    #[serde(flatten)]
    pub(crate) verdict: Verdict,
    /// What the package requires, and through what the person has it.
    pub(crate) requires: Vec<WhyPermission>,
    /// What the person does not get of its install params, for the want of a value.
    #[serde(default)]
    pub(crate) left_out: Vec<LeftOutProperty>,
}

/// A property of install params that a person does not get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct LeftOutProperty {
    /// The property.
    pub(crate) property: String,
    /// The variable in it that has no value for the person, such as `${OX_IMAPSERVER}`.
    pub(crate) variable: String,
    /// Why not: `missing`, `control-character` or `too-long`.
    pub(crate) reason: String,
}

/// Whether a person is offered a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "verdict", content = "by")]
pub(crate) enum Verdict {
    /// The person is.
    Offered,
    /// The person may have it, and is offered this one in its place, in words.
    Superseded(String),
    /// The person may have it, and is offered this one in its place, which suits better what the person reads, in words.
    OtherLocale(String),
    /// The person may have it, and is offered this one in its place, which is for the branding that the person sees, in words.
    OtherBranding(String),
    /// It is for a branding that the person does not see.
    NotBranded,
    /// The person lacks a permission.
    Lacking,
    /// Nobody is.
    Withdrawn,
}

/// A permission that a package requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct WhyPermission {
    /// The permission.
    pub(crate) permission: String,
    /// Whether the person holds it directly.
    pub(crate) direct: bool,
    /// Whether the person has it by the word of the account's source.
    #[serde(default)]
    pub(crate) source: bool,
    /// The groups through which the person has it.
    pub(crate) groups: Vec<String>,
}
