//! `kind = "ldap"`: a directory, such as OpenLDAP or Active Directory.
//!
//! docs/reference/sources.md describes each key.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

mod judgement;
mod mail;

pub(crate) use self::mail::LdapMailServer;

/// What stands in a template where the typed name comes in.
pub(crate) const NAME_PLACE: &str = "{name}";
/// What stands in `group_filter` where the account's distinguished name comes in.
pub(crate) const DN_PLACE: &str = "{dn}";
/// The key that says that accounts are known by their distinguished names.
pub(crate) const KEY_IS_DN: &str = "dn";
/// The most attributes whose values are words of the mapping.
pub(crate) const PERMISSION_ATTRIBUTES_MAX: usize = 8;

/// Where a directory is, and how it is asked; everything that was left out is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LdapSettings {
    /// `ldaps://host[:port]` or `ldap://host[:port]`.
    pub(crate) url: Url,
    /// How what is sent is encrypted.
    pub(crate) encryption: LdapEncryption,
    /// A PEM file of certificates that are trusted in the place of the system's.
    pub(crate) certificate_authorities: Option<PathBuf>,
    /// Who signs in to ask.
    pub(crate) bind: LdapBind,
    /// What it is like.
    pub(crate) flavour: LdapFlavour,
    /// Below which entry accounts are.
    pub(crate) base: String,
    /// Which entry is a name's account, with [`NAME_PLACE`].
    pub(crate) filter: String,
    /// Which entries may not sign in, whatever `filter` says.
    pub(crate) disabled_filter: Option<String>,
    /// Where words for permissions come from beside attributes.
    pub(crate) groups: LdapGroups,
    /// Which attribute is what.
    pub(crate) attributes: LdapAttributes,
    /// Attributes whose values are words for permissions.
    pub(crate) permission_attributes: Vec<String>,
    /// Where mail comes from.
    pub(crate) imap: Option<LdapMailServer>,
    /// Where mail goes to.
    pub(crate) smtp: Option<LdapMailServer>,
}

/// How what is sent to a directory is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LdapEncryption {
    /// From the beginning.
    Tls,
    /// By the operation StartTLS, before anything else.
    StartTls,
    /// Not at all: to this machine, or because it was said.
    None,
}

/// Who signs in at a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LdapBind {
    /// An account of its own, which finds the others.
    Service {
        /// Its distinguished name.
        dn: String,
        /// The file with its password.
        password_file: PathBuf,
    },
    /// Each person, by a distinguished name or login made of the name with [`NAME_PLACE`].
    Direct(String),
}

/// What a directory is like; the defaults follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LdapFlavour {
    /// OpenLDAP and what follows the standards.
    #[default]
    #[serde(rename = "openldap")]
    OpenLdap,
    /// Active Directory.
    ActiveDirectory,
}

/// How the groups of an account are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LdapGroups {
    /// An attribute of the account has their distinguished names.
    Listed(String),
    /// They are searched for.
    Searched {
        /// Below which entry.
        base: String,
        /// By which filter, with [`DN_PLACE`] or [`NAME_PLACE`].
        filter: String,
    },
}

/// Which attribute tells what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LdapAttributes {
    /// The name to sign in with.
    pub(crate) name: String,
    /// What the account is known by whatever its name becomes; [`KEY_IS_DN`] for the distinguished name.
    pub(crate) key: String,
    /// What the person is called.
    pub(crate) display_name: String,
    /// The person's mail address.
    pub(crate) mail_address: String,
    /// What the person reads.
    pub(crate) locale: String,
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    url: Url,
    start_tls: Option<bool>,
    #[serde(default)]
    allow_plain: bool,
    certificate_authorities: Option<PathBuf>,
    bind_dn: Option<String>,
    bind_password_file: Option<PathBuf>,
    direct_bind: Option<String>,
    #[serde(default)]
    flavour: LdapFlavour,
    base: String,
    filter: Option<String>,
    disabled_filter: Option<String>,
    group_base: Option<String>,
    group_filter: Option<String>,
    #[serde(default)]
    nested_groups: bool,
    #[serde(default)]
    attributes: WrittenAttributes,
    #[serde(default)]
    permission_attributes: Vec<String>,
    imap: Option<mail::Written>,
    smtp: Option<mail::Written>,
}

/// The table `attributes` as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAttributes {
    name: Option<String>,
    key: Option<String>,
    display_name: Option<String>,
    mail_address: Option<String>,
    locale: Option<String>,
    groups: Option<String>,
}

impl<'de> Deserialize<'de> for LdapSettings {
    fn deserialize<D: serde::Deserializer<'de>>(written: D) -> Result<Self, D::Error> {
        judgement::judged(Written::deserialize(written)?).map_err(serde::de::Error::custom)
    }
}

impl LdapSettings {
    /// Finds the files.
    pub(super) fn settled(mut self, data: &Path) -> Result<Self, String> {
        self.certificate_authorities = super::in_data(data, self.certificate_authorities);
        if let LdapBind::Service { password_file, .. } = &mut self.bind {
            *password_file = data.join(&password_file);
        }
        Ok(self)
    }

    /// The host, as it stands in certificates.
    pub(crate) fn host(&self) -> &str {
        host(&self.url)
    }

    /// The port: the one of the address, else the one for the kind of address.
    pub(crate) fn port(&self) -> u16 {
        self.url.port().unwrap_or(if self.encryption == LdapEncryption::Tls { 636 } else { 389 })
    }
}

impl LdapFlavour {
    const fn filter(self) -> &'static str {
        match self {
            Self::OpenLdap => "(&(objectClass=inetOrgPerson)(uid={name}))",
            Self::ActiveDirectory => {
                "(&(objectCategory=person)(objectClass=user)(|(sAMAccountName={name})(userPrincipalName={name})))"
            }
        }
    }

    const fn group_filter(self, nesting: Nesting) -> &'static str {
        match (self, nesting) {
            (Self::OpenLdap, _) => {
                "(|(&(objectClass=groupOfNames)(member={dn}))(&(objectClass=groupOfUniqueNames)(uniqueMember={dn}))(&(objectClass=posixGroup)(memberUid={name})))"
            }
            (Self::ActiveDirectory, Nesting::Direct) => "(&(objectClass=group)(member={dn}))",
            // LDAP_MATCHING_RULE_IN_CHAIN, from Microsoft's “Search Filter Syntax”.
            (Self::ActiveDirectory, Nesting::Whole) => {
                "(&(objectClass=group)(member:1.2.840.113556.1.4.1941:={dn}))"
            }
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::OpenLdap => "uid",
            Self::ActiveDirectory => "sAMAccountName",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::OpenLdap => "entryUUID",
            Self::ActiveDirectory => "objectGUID",
        }
    }

    const fn display_name(self) -> &'static str {
        match self {
            Self::OpenLdap => "cn",
            Self::ActiveDirectory => "displayName",
        }
    }
}

/// What a filter compares names with: the left and the right side of each comparison that has [`NAME_PLACE`] in it.
///
/// On the left stands an attribute alone, once the settings are judged. RFC 4515 has no brackets within a value.
pub(crate) fn naming(filter: &str) -> impl Iterator<Item = (&str, &str)> {
    let comparisons = filter.split(['(', ')']).filter(|part| part.contains(NAME_PLACE));
    comparisons.map(|comparison| comparison.split_once('=').unwrap_or((comparison, "")))
}

/// Which groups count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nesting {
    /// Those that name the account.
    Direct,
    /// Those that name such groups as well, and so on.
    Whole,
}

/// The host of an address, without the brackets of IPv6.
fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
}

/// Whether an address is on this machine.
fn is_here(url: &Url) -> bool {
    let host = host(url);
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl fmt::Display for LdapFlavour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::OpenLdap => "openldap",
            Self::ActiveDirectory => "active-directory",
        })
    }
}
