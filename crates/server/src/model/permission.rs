//! Permissions: what a package requires and a user has.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use utoipa::ToSchema;

/// The most characters of a permission.
pub(crate) const PERMISSION_LENGTH_MAX: usize = 64;

/// The permissions of a user, or those that a package requires.
pub(crate) type Permissions = BTreeSet<Permission>;

/// A named module permission such as `olox20` or `usm`, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Permission(String);

/// A text that is no permission.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct PermissionError(String);

impl Permission {
    /// Reads a permission in any case of letters.
    ///
    /// # Errors
    /// [`PermissionError`] for all but letters `a` to `z`, digits, hyphens, underscores and full stops, the first a letter or digit.
    pub(crate) fn parse(written: &str) -> Result<Self, PermissionError> {
        let permission = written.to_ascii_lowercase();
        let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_allowed = |byte: u8| is_word(byte) || b"-_.".contains(&byte);
        let starts_well = permission.bytes().next().is_some_and(is_word);
        if !starts_well || permission.len() > PERMISSION_LENGTH_MAX || !permission.bytes().all(is_allowed) {
            return Err(PermissionError(written.chars().take(PERMISSION_LENGTH_MAX).collect()));
        }
        Ok(Self(permission))
    }

    /// Reads several permissions.
    ///
    /// # Errors
    /// [`PermissionError`] for the first that is none.
    pub(crate) fn parse_all(written: &[String]) -> Result<Permissions, PermissionError> {
        written.iter().map(|permission| Self::parse(permission)).collect()
    }

    /// The permission's name.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Explain for PermissionError {
    fn message(&self) -> Message {
        message!("permission-wrong", text = &self.0, characters = PERMISSION_LENGTH_MAX)
    }
}

/// Who holds one permission by name, for lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Grant {
    /// The user's or group's name.
    pub(crate) holder: String,
    /// `user` or `group`.
    pub(crate) kind: String,
    /// The permission.
    pub(crate) permission: String,
}

#[cfg(test)]
mod tests {
    use super::{PERMISSION_LENGTH_MAX, Permission};

    #[test]
    fn permissions_are_plain_words() {
        let check = |written: &str, expected: Option<&str>| {
            let permission = Permission::parse(written).ok();
            assert_eq!(permission.as_ref().map(Permission::as_str), expected, "{written:?}");
        };
        check("olox20", Some("olox20"));
        check("WebDAV_XML", Some("webdav_xml"));
        check("com.example-1", Some("com.example-1"));
        check(&"a".repeat(PERMISSION_LENGTH_MAX), Some(&"a".repeat(PERMISSION_LENGTH_MAX)));
        check(&"a".repeat(PERMISSION_LENGTH_MAX + 1), None);
        for wrong in ["", " ", "a b", "-a", ".", "ä", "a,b", "a\n"] {
            check(wrong, None);
        }
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("A *permission* has 1 to {PERMISSION_LENGTH_MAX} of");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
