//! Users: who signs in.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use text::{Message, message};
use utoipa::ToSchema;

use super::audience::Audience;
use super::branding::BrandingName;
use super::name::Name;
use super::permission::Permissions;
use super::source::{Profile, SourceName, SourceStanding};
use super::why::{WhyPermission, WhyProduct};

/// Numbers a user; never used again after the user's removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct UserId(pub(crate) i64);

impl UserId {
    /// Nobody: whose devices and reports are those that removed users have left behind.
    pub(crate) const NOBODY: Self = Self(0);
    /// Nobody's name in lists for programs and in filters; the colon makes it a name that none can have.
    pub(crate) const NOBODYS_NAME: &'static str = ":nobody";
}

/// Whose something is, as people read it: a name, or that it is nobody's any more.
pub(crate) fn owner_in_words(name: &str, say: impl FnOnce(&Message) -> String) -> String {
    if name == UserId::NOBODYS_NAME { say(&message!("word-nobody")) } else { name.to_owned() }
}

/// Whether a user may sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
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

/// What an account may do on the server itself; each may do what the one below it may.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    /// Own updates, own devices, own account.
    #[default]
    User,
    /// Sees packages, users, groups, devices and reports, and changes nothing.
    Viewer,
    /// Publishes and withdraws packages.
    Publisher,
    /// Everything.
    Administrator,
}

impl Role {
    /// All roles, the one that may least first.
    pub(crate) const ALL: [Self; 4] = [Self::User, Self::Viewer, Self::Publisher, Self::Administrator];

    /// The role's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Viewer => "viewer",
            Self::Publisher => "publisher",
            Self::Administrator => "administrator",
        }
    }

    /// What people call the role.
    pub(crate) fn word(self) -> Message {
        match self {
            Self::User => message!("word-role-user"),
            Self::Viewer => message!("word-role-viewer"),
            Self::Publisher => message!("word-role-publisher"),
            Self::Administrator => message!("word-role-administrator"),
        }
    }

    /// Reads a role's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == written)
    }
}

/// Who knows an account's password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PasswordKind {
    /// Its owner alone.
    #[default]
    Own,
    /// Somebody else too: it is good for nothing but choosing another one.
    OneTime,
}

impl PasswordKind {
    /// The kind's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OneTime => "one-time",
        }
    }

    /// Reads a kind's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::Own, Self::OneTime].into_iter().find(|kind| kind.as_str() == written)
    }
}

/// What password an account has, for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PasswordState {
    /// One that its owner has chosen.
    #[default]
    Own,
    /// A one-time password that its owner has not replaced yet.
    OneTime,
    /// None yet: nobody can sign in.
    None,
    /// The one that the account has in its source.
    Source,
}

impl PasswordState {
    /// All states.
    pub(crate) const ALL: [Self; 4] = [Self::Own, Self::OneTime, Self::None, Self::Source];

    /// The state of an account of a source, or of none, whose hash is kept as text; an empty one is no password.
    pub(crate) fn of(password_hash: &str, kind: PasswordKind, source: Option<&SourceName>) -> Self {
        match kind {
            _ if source.is_some() => Self::Source,
            _ if password_hash.is_empty() => Self::None,
            PasswordKind::Own => Self::Own,
            PasswordKind::OneTime => Self::OneTime,
        }
    }

    /// The state's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OneTime => "one-time",
            Self::None => "none",
            Self::Source => "source",
        }
    }

    /// Reads a state's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == written)
    }
}

/// Whether an account asks for a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum SecondFactor {
    /// It asks for the password alone.
    #[default]
    None,
    /// It asks for a time-based one-time password as well. Source: RFC 6238.
    Totp,
}

/// How it stands with an account's second factor, for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecondFactorState {
    /// It is set up.
    SetUp,
    /// It is not, and the role is above user.
    Missing,
}

impl SecondFactorState {
    /// All states.
    pub(crate) const ALL: [Self; 2] = [Self::SetUp, Self::Missing];

    /// The state's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
            Self::Missing => "missing",
        }
    }

    /// Reads a state's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == written)
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
    /// What the user may do on the server itself.
    pub(crate) role: Role,
    /// The Argon2 hash of the password, in PHC form; empty where there is no password yet.
    pub(crate) password_hash: Arc<str>,
    /// Who knows the password.
    pub(crate) password_kind: PasswordKind,
    /// Whether the pages ask for a second factor.
    pub(crate) second_factor: SecondFactor,
    /// All permissions: own ones, those of groups, and those by the source's word.
    pub(crate) permissions: Arc<Permissions>,
    /// Where the account is known; `None`: it is this server's own.
    pub(crate) source: Option<SourceName>,
    /// What the source tells about the person.
    pub(crate) profile: Arc<Profile>,
    /// Other names to sign in with, in lower case; the source takes them for the same account.
    pub(crate) aliases: Arc<[String]>,
    /// The branding of the user's groups; of several the first by name.
    pub(crate) branding: Option<BrandingName>,
}

impl User {
    /// What decides about the offers to the user.
    pub(crate) fn audience(&self) -> Audience<'_> {
        Audience {
            permissions: &self.permissions,
            locale: self.profile.locale.as_ref(),
            branding: self.branding.as_ref(),
        }
    }
}

#[cfg(test)]
impl User {
    /// A user named `anna` for tests, who may sign in and has the least of everything.
    pub(crate) fn example(id: i64) -> Self {
        Self {
            id: UserId(id),
            name: Name::parse("anna").unwrap_or_else(|error| panic!("{error}")),
            standing: Standing::Enabled,
            role: Role::User,
            password_hash: "".into(),
            password_kind: PasswordKind::Own,
            second_factor: SecondFactor::None,
            permissions: Arc::default(),
            source: None,
            profile: Arc::default(),
            aliases: Arc::default(),
            branding: None,
        }
    }
}

/// An account that is about to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewAccount<'a> {
    /// The name to sign in with.
    pub(crate) name: &'a Name,
    /// The Argon2 hash of the password; empty for none yet.
    pub(crate) password_hash: &'a str,
    /// Who knows the password.
    pub(crate) password_kind: PasswordKind,
    /// What the user may do on the server itself.
    pub(crate) role: Role,
}

/// All that there is to see of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct UserDetail {
    /// The name to sign in with.
    pub(crate) name: String,
    /// Whether the user may sign in.
    pub(crate) standing: Standing,
    /// What the user may do on the server itself.
    pub(crate) role: Role,
    /// What password there is.
    pub(crate) password: PasswordState,
    /// Whether the pages ask for a second factor.
    pub(crate) second_factor: bool,
    /// When the user was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
    /// Where the account is known, if it is not this server's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<SourceDetail>,
    /// The groups that the user is in.
    pub(crate) groups: Vec<String>,
    /// What the user holds directly.
    pub(crate) own_permissions: Vec<String>,
    /// Each permission, with what the user has it through.
    pub(crate) permissions: Vec<WhyPermission>,
    /// How many devices the user has enrolled, revoked ones too.
    pub(crate) devices: u32,
    /// How many reports there are of the user's PCs.
    pub(crate) reports: u32,
    /// What the user reads, where the source of the account tells.
    #[serde(default)]
    pub(crate) locale: Option<String>,
    /// The branding that the user sees, if it is one.
    #[serde(default)]
    pub(crate) branding: Option<String>,
    /// The other brandings of the user's groups: the first by name is the one that is seen.
    #[serde(default)]
    pub(crate) other_brandings: Vec<String>,
    /// Each product, with what the user is offered of it and why.
    pub(crate) products: Vec<WhyProduct>,
}

/// What there is to see of an account's source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct SourceDetail {
    /// The source's name in the settings.
    pub(crate) name: String,
    /// What the source knows the account by.
    pub(crate) key: String,
    /// How it stands with the account there.
    pub(crate) standing: SourceStanding,
    /// When the source last said that the account is there, as RFC 3339 writes it; noted at most once an hour.
    pub(crate) confirmed_at: Option<String>,
    /// Other names that the source takes for the account, in small letters.
    pub(crate) aliases: Vec<String>,
    /// What the source tells about the person.
    pub(crate) profile: Profile,
}

/// A user as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct UserLine {
    /// The name to sign in with.
    pub(crate) name: String,
    /// Whether the user may sign in.
    pub(crate) standing: Standing,
    /// What the user may do on the server itself.
    #[serde(default)]
    pub(crate) role: Role,
    /// What password there is.
    #[serde(default)]
    pub(crate) password: PasswordState,
    /// Where the account is known, if it is not this server's own: the source's name in the settings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    /// How it stands with the account in its source.
    #[serde(default)]
    pub(crate) source_standing: SourceStanding,
    /// The groups that the user is in.
    pub(crate) groups: Vec<String>,
    /// All permissions, own ones and those of groups.
    pub(crate) permissions: Vec<String>,
    /// When the user was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
}
