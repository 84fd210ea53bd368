//! Sources of accounts: who knows that a name and a password are somebody's, and what that account is.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use catalog::Locale;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::name::{Name, NameError};
use super::permission::{Permission, Permissions};
use super::user::UserId;

/// The most characters of a source's name.
pub(crate) const SOURCE_NAME_LENGTH_MAX: usize = 32;
/// The most characters of what a source knows an account by.
pub(crate) const SOURCE_KEY_LENGTH_MAX: usize = 512;
/// The most permissions that an account may have by its source's word.
pub(crate) const SOURCE_PERMISSIONS_MAX: usize = 500;
/// The most other names of one account.
pub(crate) const ALIASES_MAX: usize = 8;
/// So many accounts in use do not go at once while none stays: then something is wrong with the source, such as the rights of who asks.
pub(crate) const GONE_TOGETHER_MIN: usize = 5;
/// The most characters of each text that a source tells about an account.
pub(crate) const PROFILE_TEXT_LENGTH_MAX: usize = 256;

/// The name of a source, as the settings give it: small letters, digits and hyphens. `local` is this server's own accounts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct SourceName(String);

/// A text that is no name of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a source's name has 1 to 32 small letters, digits and hyphens")]
pub(crate) struct SourceNameError;

impl SourceName {
    /// The name of this server's own accounts.
    pub(crate) const LOCAL: &'static str = "local";

    /// The name as it is written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SourceName {
    type Err = SourceNameError;

    fn from_str(written: &str) -> Result<Self, SourceNameError> {
        let is_allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_long_enough = (1..=SOURCE_NAME_LENGTH_MAX).contains(&written.len());
        if is_long_enough && written.bytes().all(is_allowed) {
            Ok(Self(written.to_owned()))
        } else {
            Err(SourceNameError)
        }
    }
}

impl TryFrom<String> for SourceName {
    type Error = SourceNameError;

    fn try_from(written: String) -> Result<Self, SourceNameError> {
        written.parse()
    }
}

impl From<SourceName> for String {
    fn from(name: SourceName) -> Self {
        name.0
    }
}

impl fmt::Display for SourceName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// An account as its source tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceAccount {
    /// What the source knows the account by, whatever its name becomes; at most [`SOURCE_KEY_LENGTH_MAX`] characters.
    pub(crate) key: String,
    /// The name to sign in with.
    pub(crate) name: Name,
    /// What the account may have by its source's word.
    pub(crate) permissions: Permissions,
    /// What the source tells about the person.
    pub(crate) profile: Profile,
}

/// Why what a source tells of an account cannot be one here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SourceAccountError {
    /// It says nothing, or more than [`SOURCE_KEY_LENGTH_MAX`] characters, about what it knows the account by.
    #[error("an account has no key, or too long a one")]
    Key,
    /// The name is none that an account can be given.
    #[error("an account’s name cannot be one here: {0}")]
    Name(#[from] NameError),
    /// More permissions than [`SOURCE_PERMISSIONS_MAX`].
    #[error("an account has more than {SOURCE_PERMISSIONS_MAX} permissions")]
    Permissions,
}

impl SourceAccount {
    /// The account within the limits: what a profile says beyond them is left out, as it is for install params.
    ///
    /// # Errors
    /// [`SourceAccountError`].
    pub(crate) fn judged(self) -> Result<Self, SourceAccountError> {
        if self.key.is_empty() || self.key.chars().count() > SOURCE_KEY_LENGTH_MAX {
            return Err(SourceAccountError::Key);
        }
        if self.permissions.len() > SOURCE_PERMISSIONS_MAX {
            return Err(SourceAccountError::Permissions);
        }
        Ok(Self { name: Name::parse_new(self.name.as_str())?, profile: self.profile.judged(), ..self })
    }
}

impl Profile {
    fn judged(self) -> Self {
        let is_fine = |text: &String| {
            (1..=PROFILE_TEXT_LENGTH_MAX).contains(&text.chars().count()) && !text.contains(char::is_control)
        };
        let server = |server: Option<MailServer>| {
            server
                .filter(|server| is_fine(&server.host))
                .map(|server| MailServer { login: server.login.filter(is_fine), ..server })
        };
        Self {
            display_name: self.display_name.filter(is_fine),
            mail_address: self.mail_address.filter(is_fine),
            locale: self.locale,
            imap: server(self.imap),
            smtp: server(self.smtp),
        }
    }
}

/// How sources give the keys that they know accounts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keys {
    /// A key is one account's for ever.
    Lasting,
    /// A key that is free may become another account's.
    Reused,
}

/// How it stands with an account where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SourceStanding {
    /// It was there when the source last told of it.
    #[default]
    Present,
    /// It is gone, may not sign in there, or was not told of for too long.
    Gone,
}

impl SourceStanding {
    /// The standing's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Gone => "gone",
        }
    }

    /// Reads a standing's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::Present, Self::Gone].into_iter().find(|standing| standing.as_str() == written)
    }
}

/// What is kept of an account of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptAccount {
    /// The source.
    pub(crate) source: SourceName,
    /// What the source knows the account by.
    pub(crate) key: String,
    /// How it stands with it there.
    pub(crate) standing: SourceStanding,
    /// When the source last said that it is there.
    pub(crate) confirmed_at: Option<Timestamp>,
    /// What it may have by the source's word.
    pub(crate) permissions: Permissions,
    /// What the source tells about the person.
    pub(crate) profile: Profile,
}

/// An account of a source that can be used without its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UsedAccount {
    /// Whose it is.
    pub(crate) user: UserId,
    /// The user's name.
    pub(crate) name: Name,
    /// The source.
    pub(crate) source: SourceName,
    /// What the source knows the account by.
    pub(crate) key: String,
    /// How it stands with it there.
    pub(crate) standing: SourceStanding,
    /// When the source last said that it is there.
    pub(crate) confirmed_at: Option<Timestamp>,
}

/// What a source tells about a person; for install params and for the choice of a package. A text is absent rather than empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub(crate) struct Profile {
    /// What the person is called.
    pub(crate) display_name: Option<String>,
    /// The person's mail address.
    pub(crate) mail_address: Option<String>,
    /// What the person reads, such as `de_DE`.
    #[schema(value_type = Option<String>)]
    pub(crate) locale: Option<Locale>,
    /// Where the person's mail comes from.
    pub(crate) imap: Option<MailServer>,
    /// Where the person's mail goes to.
    pub(crate) smtp: Option<MailServer>,
}

impl Profile {
    /// About how many bytes its texts take.
    pub(crate) fn size(&self) -> usize {
        let servers = [&self.imap, &self.smtp].into_iter().flatten();
        let servers: usize =
            servers.map(|server| server.host.len() + server.login.as_deref().map_or(0, str::len)).sum();
        let texts = [&self.display_name, &self.mail_address].into_iter().flatten();
        texts.map(String::len).sum::<usize>() + servers
    }
}

/// A server for mail, as a person's program reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub(crate) struct MailServer {
    /// Its host.
    pub(crate) host: String,
    /// Its port.
    pub(crate) port: u16,
    /// How what is sent is encrypted.
    pub(crate) encryption: MailEncryption,
    /// The name to sign in there; never a password.
    pub(crate) login: Option<String>,
}

/// How a connection to a server for mail is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MailEncryption {
    /// Not at all.
    None,
    /// After the beginning, as both ends agree.
    StartTls,
    /// From the beginning.
    Tls,
}

/// Which permissions the words of a source mean: capabilities, groups, roles. Letters in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PermissionMapping(BTreeMap<String, Permissions>);

impl PermissionMapping {
    /// Takes a table: a word, and what it means.
    pub(crate) fn new(table: impl IntoIterator<Item = (String, Permissions)>) -> Self {
        Self(table.into_iter().map(|(word, permissions)| (word.to_lowercase(), permissions)).collect())
    }

    /// What a word means; nothing for one that the table does not have.
    pub(crate) fn of(&self, word: &str) -> impl Iterator<Item = &Permission> {
        self.0.get(&word.to_lowercase()).into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{PermissionMapping, SourceName};
    use crate::model::permission::Permission;

    #[test]
    fn names_of_sources_are_plain_words() {
        let check = |written: &str, expected: bool| {
            assert_eq!(written.parse::<SourceName>().is_ok(), expected, "{written:?}");
        };
        check("local", true);
        check("open-xchange-2", true);
        check(&"a".repeat(32), true);
        for wrong in ["", "Local", "a b", "ä", "a/b", &"a".repeat(33)] {
            check(wrong, false);
        }
    }

    #[test]
    fn a_word_means_what_the_table_says_in_any_case() {
        let permission = |name: &str| Permission::parse(name).unwrap();
        let mapping = PermissionMapping::new([(
            "CN=Outlook".to_owned(),
            [permission("usm"), permission("olox20")].into(),
        )]);
        let of = |word: &str| mapping.of(word).map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(of("cn=outlook"), ["olox20", "usm"]);
        assert_eq!(of("other"), Vec::<String>::new());
    }
}
