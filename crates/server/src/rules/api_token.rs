//! What an API token may be made like.

use text::{Explain, Message, message};

use super::role::role_opens;
use crate::model::api_token::{Scope, Scopes};
use crate::model::user::Role;

/// The most characters of what its owner calls a token.
pub(crate) const TOKEN_NAME_LENGTH_MAX: usize = 100;
/// The most days that a token lasts.
pub(crate) const TOKEN_DAYS_MAX: u32 = 365;
/// The most tokens of one user.
pub(crate) const TOKENS_PER_USER_MAX: usize = 50;

/// A token as somebody wants to have it.
#[derive(Debug, Clone)]
pub(crate) struct NewApiToken {
    /// What its owner calls it.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) scopes: Scopes,
    /// For how many days.
    pub(crate) days: u32,
}

/// Why a token cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum NewApiTokenError {
    /// Plain users have none.
    Role,
    /// No name, a blank at an end, too long, or with control characters.
    Name,
    /// It would open nothing.
    NoScope,
    /// The owner's role does not open it.
    Scope(Scope),
    /// No day, or more than [`TOKEN_DAYS_MAX`].
    Days,
    /// The user has [`TOKENS_PER_USER_MAX`].
    TooMany,
}

/// Judges a token that a user of a role wants who has so many.
///
/// # Errors
/// [`NewApiTokenError`].
pub(crate) fn judge(new: &NewApiToken, role: Role, count: usize) -> Result<(), NewApiTokenError> {
    if role == Role::User {
        return Err(NewApiTokenError::Role);
    }
    let is_name = !new.name.is_empty()
        && new.name.trim() == new.name
        && new.name.chars().count() <= TOKEN_NAME_LENGTH_MAX
        && !new.name.contains(char::is_control);
    if !is_name {
        return Err(NewApiTokenError::Name);
    }
    if new.scopes.iter().next().is_none() {
        return Err(NewApiTokenError::NoScope);
    }
    if let Some(scope) = new.scopes.iter().find(|scope| !role_opens(role, *scope)) {
        return Err(NewApiTokenError::Scope(scope));
    }
    if !(1..=TOKEN_DAYS_MAX).contains(&new.days) {
        return Err(NewApiTokenError::Days);
    }
    if count >= TOKENS_PER_USER_MAX {
        return Err(NewApiTokenError::TooMany);
    }
    Ok(())
}

impl Explain for NewApiTokenError {
    fn message(&self) -> Message {
        match self {
            Self::Role => message!("error-token-role"),
            Self::Name => message!("error-token-name", characters = TOKEN_NAME_LENGTH_MAX),
            Self::NoScope => message!("error-token-no-scope"),
            Self::Scope(scope) => message!("error-token-scope", scope = scope.as_str()),
            Self::Days => message!("error-token-days", days = TOKEN_DAYS_MAX),
            Self::TooMany => message!("error-token-too-many", tokens = TOKENS_PER_USER_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        NewApiToken, NewApiTokenError, TOKEN_DAYS_MAX, TOKEN_NAME_LENGTH_MAX, TOKENS_PER_USER_MAX, judge,
    };
    use crate::model::api_token::Scope;
    use crate::model::user::Role;
    use crate::reference::assert_says;

    #[test]
    fn a_token_is_for_something_that_its_owner_may() {
        use NewApiTokenError as Error;
        let check = |role, name: &str, scopes: &[Scope], days, count, expected: Option<Error>| {
            let new = NewApiToken { name: name.to_owned(), scopes: scopes.iter().copied().collect(), days };
            assert_eq!(judge(&new, role, count).err(), expected, "{role:?} {new:?} {count}");
        };
        let view = &[Scope::View];
        check(Role::Viewer, "CI", view, 1, 0, None);
        check(Role::Administrator, "CI", &Scope::ALL, TOKEN_DAYS_MAX, TOKENS_PER_USER_MAX - 1, None);
        check(Role::User, "CI", view, 1, 0, Some(Error::Role));
        for name in ["", " CI", "C\nI", &"x".repeat(TOKEN_NAME_LENGTH_MAX + 1)] {
            check(Role::Viewer, name, view, 1, 0, Some(Error::Name));
        }
        check(Role::Viewer, "CI", &[], 1, 0, Some(Error::NoScope));
        check(Role::Viewer, "CI", &[Scope::Publish], 1, 0, Some(Error::Scope(Scope::Publish)));
        check(Role::Publisher, "CI", &[Scope::Publish, Scope::Audit], 1, 0, Some(Error::Scope(Scope::Audit)));
        check(Role::Viewer, "CI", view, 0, 0, Some(Error::Days));
        check(Role::Viewer, "CI", view, TOKEN_DAYS_MAX + 1, 0, Some(Error::Days));
        check(Role::Viewer, "CI", view, 1, TOKENS_PER_USER_MAX, Some(Error::TooMany));
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!(
            "| API tokens of one user | {TOKENS_PER_USER_MAX}, each for at most {TOKEN_DAYS_MAX} days |"
        );
        assert_says("oxupdated.md", &line);
    }
}
