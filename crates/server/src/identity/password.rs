//! A password on its way to being hashed.

use std::fmt;

use catalog::device::{DeviceToken, TOKEN_PREFIX};
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// The fewest characters of a password. Source: NIST SP 800-63B, which asks for length and not for kinds of characters.
pub(crate) const PASSWORD_LENGTH_MIN: usize = 8;
/// The most characters of a password.
pub(crate) const PASSWORD_LENGTH_MAX: usize = 256;

/// A password that may be given to a user. `Debug` does not show it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Password(String);

/// Why a text may not be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum PasswordError {
    /// Fewer than [`PASSWORD_LENGTH_MIN`] characters.
    TooShort,
    /// More than [`PASSWORD_LENGTH_MAX`] characters.
    TooLong,
    /// A control character, which no keyboard gives.
    ControlCharacter,
    /// It begins as a device token does.
    DeviceToken,
}

impl Password {
    /// Judges a password.
    ///
    /// # Errors
    /// [`PasswordError`] says what is wrong, and nothing of the password.
    pub(crate) fn parse(written: &str) -> Result<Self, PasswordError> {
        let length = written.chars().count();
        if length < PASSWORD_LENGTH_MIN {
            return Err(PasswordError::TooShort);
        }
        if length > PASSWORD_LENGTH_MAX {
            return Err(PasswordError::TooLong);
        }
        if written.contains(char::is_control) {
            return Err(PasswordError::ControlCharacter);
        }
        if DeviceToken::is_meant(written) {
            return Err(PasswordError::DeviceToken);
        }
        Ok(Self(written.to_owned()))
    }

    /// Takes a password that the server has made.
    pub(super) fn of_server(made: String) -> Self {
        Self(made)
    }

    /// The bytes to hash.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

impl TryFrom<String> for Password {
    type Error = PasswordError;

    fn try_from(written: String) -> Result<Self, PasswordError> {
        Self::parse(&written)
    }
}

impl From<Password> for String {
    fn from(password: Password) -> Self {
        password.0
    }
}

impl Explain for PasswordError {
    fn message(&self) -> Message {
        match self {
            Self::TooShort => message!("password-too-short", characters = PASSWORD_LENGTH_MIN),
            Self::TooLong => message!("password-too-long", characters = PASSWORD_LENGTH_MAX),
            Self::ControlCharacter => message!("password-control-character"),
            Self::DeviceToken => message!("password-device-token", prefix = TOKEN_PREFIX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, Password, PasswordError};

    #[test]
    fn length_counts_and_kinds_of_characters_do_not() {
        let check =
            |written: &str, expected| assert_eq!(Password::parse(written).err(), expected, "{written:?}");
        check(&"ä".repeat(PASSWORD_LENGTH_MIN), None);
        check(&"ä".repeat(PASSWORD_LENGTH_MIN - 1), Some(PasswordError::TooShort));
        check(&"ä".repeat(PASSWORD_LENGTH_MAX), None);
        check(&"ä".repeat(PASSWORD_LENGTH_MAX + 1), Some(PasswordError::TooLong));
        check(" correct horse: battery ", None);
        check("oxd1_ is not for people", Some(PasswordError::DeviceToken));
        check("OXD1_ is for people", None);
        check("", Some(PasswordError::TooShort));
        check("pass\u{0}word", Some(PasswordError::ControlCharacter));
    }

    #[test]
    fn a_password_does_not_show() {
        assert!(!format!("{:?}", Password::parse("hunter2 hunter2").unwrap()).contains("hunter"));
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!("A *password* has {PASSWORD_LENGTH_MIN} to {PASSWORD_LENGTH_MAX} characters.");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
