//! Filters of users: from what a person wrote to what is looked for.

use text::{Explain, Message, message};

use crate::model::name::{Name, NameError};
use crate::model::permission::{Permission, PermissionError, Permissions};
use crate::model::user::{PasswordState, Role, SecondFactorState, Standing};
use crate::model::user_filter::{UserFilter, WrittenUserFilter};

/// The most characters of what is looked for.
const SEARCH_LENGTH_MAX: usize = 256;

/// Why a filter cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum UserFilterError {
    /// No role.
    Role(String),
    /// Neither `enabled` nor `disabled`.
    Standing(String),
    /// Neither `own`, `one-time`, `none` nor `source`.
    Password(String),
    /// Neither `set-up` nor `missing`.
    SecondFactor(String),
    /// No name of a source.
    Source(String),
    /// No name.
    Name(NameError),
    /// No permission.
    Permission(PermissionError),
    /// More than [`SEARCH_LENGTH_MAX`] characters.
    TooLong,
}

/// Understands a filter.
///
/// # Errors
/// [`UserFilterError`] names what is wrong.
pub(crate) fn read(written: &WrittenUserFilter) -> Result<UserFilter, UserFilterError> {
    let role = |text: &str| Role::parse(text).ok_or_else(|| UserFilterError::Role(text.to_owned()));
    let standing =
        |text: &str| Standing::parse(text).ok_or_else(|| UserFilterError::Standing(text.to_owned()));
    let password =
        |text: &str| PasswordState::parse(text).ok_or_else(|| UserFilterError::Password(text.to_owned()));
    let second_factor = |text: &str| {
        SecondFactorState::parse(text).ok_or_else(|| UserFilterError::SecondFactor(text.to_owned()))
    };
    let source = |text: &str| text.parse().map_err(|_| UserFilterError::Source(text.to_owned()));
    Ok(UserFilter {
        search: text(&written.search)?.map(str::to_owned),
        role: text(&written.role)?.map(role).transpose()?,
        standing: text(&written.standing)?.map(standing).transpose()?,
        group: text(&written.group)?.map(Name::parse).transpose().map_err(UserFilterError::Name)?,
        permissions: permissions(text(&written.permission)?.unwrap_or_default())?,
        password: text(&written.password)?.map(password).transpose()?,
        second_factor: text(&written.second_factor)?.map(second_factor).transpose()?,
        source: text(&written.source)?.map(source).transpose()?,
        behind: written.behind.clone(),
    })
}

/// All permissions that stand in a text, with blanks or commas between them.
fn permissions(written: &str) -> Result<Permissions, UserFilterError> {
    let words = written.split([' ', ',', ';']).filter(|word| !word.is_empty());
    words.map(Permission::parse).collect::<Result<_, _>>().map_err(UserFilterError::Permission)
}

/// What was written, without blanks around it; nothing if that is all.
///
/// # Errors
/// [`UserFilterError::TooLong`].
pub(crate) fn text(written: &Option<String>) -> Result<Option<&str>, UserFilterError> {
    let text = written.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().count() > SEARCH_LENGTH_MAX => Err(UserFilterError::TooLong),
        text => Ok(text),
    }
}

impl Explain for UserFilterError {
    fn message(&self) -> Message {
        match self {
            Self::Role(role) => message!("import-row-role", role = role),
            Self::Standing(standing) => message!("import-row-standing", standing = standing),
            Self::Password(text) => message!("user-filter-password-wrong", text = text),
            Self::Source(text) => message!("user-filter-source-wrong", text = text),
            Self::SecondFactor(text) => message!("user-filter-second-factor-wrong", text = text),
            Self::Name(error) => error.message(),
            Self::Permission(error) => error.message(),
            Self::TooLong => message!("user-filter-too-long", characters = SEARCH_LENGTH_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SEARCH_LENGTH_MAX, UserFilterError, read};
    use crate::model::user::{PasswordState, Role, SecondFactorState};
    use crate::model::user_filter::{UserFilter, WrittenUserFilter};

    #[test]
    fn a_filter_is_understood_or_named() {
        let written = |search: &str, role: &str, password: &str| WrittenUserFilter {
            search: Some(search.to_owned()),
            role: Some(role.to_owned()),
            password: Some(password.to_owned()),
            ..WrittenUserFilter::default()
        };
        assert_eq!(read(&written("", "  ", "")), Ok(UserFilter::default()));
        let filter = read(&written(" %' OR 1=1 ", "viewer", "none")).unwrap();
        assert_eq!(filter.search.as_deref(), Some("%' OR 1=1"));
        assert_eq!((filter.role, filter.password), (Some(Role::Viewer), Some(PasswordState::None)));
        assert_eq!(read(&written("", "boss", "")), Err(UserFilterError::Role("boss".to_owned())));
        assert_eq!(read(&written("", "", "x")), Err(UserFilterError::Password("x".to_owned())));
        let several = WrittenUserFilter {
            permission: Some("usm, olox20  usm".to_owned()),
            ..WrittenUserFilter::default()
        };
        let several: Vec<String> =
            read(&several).unwrap().permissions.iter().map(ToString::to_string).collect();
        assert_eq!(several, ["olox20", "usm"]);
        let factor = |text: &str| WrittenUserFilter {
            second_factor: Some(text.to_owned()),
            ..WrittenUserFilter::default()
        };
        assert_eq!(read(&factor("missing")).unwrap().second_factor, Some(SecondFactorState::Missing));
        assert_eq!(read(&factor("off")), Err(UserFilterError::SecondFactor("off".to_owned())));
        let source =
            |text: &str| WrittenUserFilter { source: Some(text.to_owned()), ..WrittenUserFilter::default() };
        assert_eq!(read(&source("local")).unwrap().source.unwrap().as_str(), "local");
        assert_eq!(read(&source("O X")), Err(UserFilterError::Source("O X".to_owned())));
        let long = "x".repeat(SEARCH_LENGTH_MAX + 1);
        assert_eq!(read(&written(&long, "", "")), Err(UserFilterError::TooLong));
    }
}
