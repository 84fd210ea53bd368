//! Signing a PC in by the browser: what it asks for, and what it is answered. Source: RFC 8628.
//!
//! The PC sends forms (`application/x-www-form-urlencoded`); the answers are JSON.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::device::DeviceToken;

/// The one client that the server knows.
pub const CLIENT_ID: &str = "oxupdate";
/// What is asked for. Source: RFC 8628, section 3.4.
pub const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";
/// How the token that is answered is used: as the password of HTTP Basic, with the answer's name.
pub const TOKEN_TYPE: &str = "Basic";
/// The most bytes of a form that a PC sends, and of each answer.
pub const FORM_SIZE_MAX: usize = 4 * 1024;
/// How long a person has for it, in seconds.
pub const EXPIRES_IN: u64 = 600;
/// How many seconds pass at least between two questions for the token.
pub const INTERVAL: u64 = 5;

/// The letters that a code for people is made of: no vowels, so no words, and nothing that looks like a digit. Source: RFC 8628, section 6.1.
pub const USER_CODE_LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
/// How many letters a code for people has.
pub const USER_CODE_LENGTH: usize = 8;

/// The answer to a PC that wants to be signed in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceAuthorization {
    /// What the PC asks for its token with: a secret between it and the server.
    pub device_code: String,
    /// What the person compares, or types.
    pub user_code: UserCode,
    /// Where the person types it.
    pub verification_uri: String,
    /// The same with the code in it.
    pub verification_uri_complete: String,
    /// How many seconds the person has.
    pub expires_in: u64,
    /// How many seconds pass at least between two questions for the token.
    pub interval: u64,
}

/// The answer to a PC whose person has consented. It is given once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedToken {
    /// What the PC signs in with from now on, in the password's place.
    pub access_token: DeviceToken,
    /// How: [`TOKEN_TYPE`].
    pub token_type: String,
    /// The name that goes with it: that of the person who consented.
    pub user_name: String,
}

/// The answer to a PC that gets nothing, or nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Why.
    pub error: Refusal,
}

/// Why a PC gets nothing, or nothing yet. Sources: RFC 6749, section 5.2; RFC 8628, section 3.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nobody has said yes or no yet.
    AuthorizationPending,
    /// The PC asks too often: it waits [`INTERVAL`] seconds longer each time from now on.
    SlowDown,
    /// The person has said no.
    AccessDenied,
    /// Nobody said anything in time.
    ExpiredToken,
    /// There is no such code, or its token was given out.
    InvalidGrant,
    /// The client is another one.
    InvalidClient,
    /// A part of the form is missing, there twice, or wrong.
    InvalidRequest,
    /// Something else was asked for.
    UnsupportedGrantType,
    /// As many PCs wait as may: it comes again later.
    TemporarilyUnavailable,
}

/// A code for people, such as `BCDF-GHJK`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserCode(String);

/// A text that is no code for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code has {USER_CODE_LENGTH} letters out of BCDFGHJKLMNPQRSTVWXZ")]
pub struct UserCodeError;

impl UserCode {
    /// Makes a code of random bytes; `None` if too few of them are good for a letter: take others.
    ///
    /// Bytes that would make some letters likelier than others are left out.
    #[must_use]
    pub fn of(random: &[u8]) -> Option<Self> {
        let letters = USER_CODE_LETTERS.len();
        let fair = random.iter().filter(|byte| usize::from(**byte) < 256 / letters * letters);
        let code: String = fair
            .filter_map(|byte| USER_CODE_LETTERS.get(usize::from(*byte) % letters))
            .take(USER_CODE_LENGTH)
            .map(|letter| char::from(*letter))
            .collect();
        (code.len() == USER_CODE_LENGTH).then_some(Self(code))
    }

    /// Reads a code as a person types it: blanks, hyphens and the case of letters do not matter.
    ///
    /// # Errors
    /// [`UserCodeError`].
    pub fn parse(typed: &str) -> Result<Self, UserCodeError> {
        let mut code = String::with_capacity(USER_CODE_LENGTH);
        for letter in typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            let letter = letter.to_ascii_uppercase();
            let is_one = u8::try_from(letter).is_ok_and(|byte| USER_CODE_LETTERS.contains(&byte));
            if !is_one || code.len() == USER_CODE_LENGTH {
                return Err(UserCodeError);
            }
            code.push(letter);
        }
        if code.len() == USER_CODE_LENGTH { Ok(Self(code)) } else { Err(UserCodeError) }
    }
}

impl fmt::Display for UserCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at_checked(USER_CODE_LENGTH / 2).unwrap_or((&self.0, ""));
        write!(formatter, "{first}-{second}")
    }
}

impl TryFrom<String> for UserCode {
    type Error = UserCodeError;

    fn try_from(written: String) -> Result<Self, UserCodeError> {
        Self::parse(&written)
    }
}

impl From<UserCode> for String {
    fn from(code: UserCode) -> Self {
        code.to_string()
    }
}

impl fmt::Debug for DeviceAuthorization {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("DeviceAuthorization").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{DeviceAuthorization, GrantedToken, Refusal, Refused, UserCode};
    use crate::device::DeviceToken;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let check = |typed: &str, expected: Option<&str>| {
            let read = UserCode::parse(typed).ok().map(|code| code.to_string());
            assert_eq!(read.as_deref(), expected, "{typed:?}");
        };
        check("BCDF-GHJK", Some("BCDF-GHJK"));
        check("bcdfghjk", Some("BCDF-GHJK"));
        check(" b c d f - g h j k ", Some("BCDF-GHJK"));
        for wrong in ["", "BCDF", "BCDF-GHJKL", "ACDF-GHJK", "BCDF-GH0K", "BCDF-GHJß", "BCDF_GHJK"] {
            check(wrong, None);
        }
    }

    #[test]
    fn a_code_is_made_of_bytes_that_are_fair() {
        let check = |random: &[u8], expected: Option<&str>| {
            assert_eq!(UserCode::of(random).map(|code| code.to_string()).as_deref(), expected, "{random:?}");
        };
        check(&[0, 1, 2, 3, 4, 5, 6, 19], Some("BCDF-GHJZ"));
        check(&[20, 239, 240, 255, 0, 0, 0, 0, 0, 0, 0], Some("BZBB-BBBB"));
        check(&[0; 7], None);
        check(&[240; 64], None);
    }

    #[test]
    fn the_answers_are_as_the_standard_writes_them() {
        let answer = DeviceAuthorization {
            device_code: "secret".to_owned(),
            user_code: UserCode::parse("BCDFGHJK").unwrap(),
            verification_uri: "https://a.example/device".to_owned(),
            verification_uri_complete: "https://a.example/device?user_code=BCDF-GHJK".to_owned(),
            expires_in: 600,
            interval: 5,
        };
        let written = serde_json::to_value(&answer).unwrap();
        assert_eq!(written["user_code"], "BCDF-GHJK");
        assert_eq!(serde_json::from_value::<DeviceAuthorization>(written).unwrap(), answer);
        assert!(!format!("{answer:?}").contains("secret"), "{answer:?}");
        let granted = GrantedToken {
            access_token: DeviceToken::of([0; 32]),
            token_type: "Basic".to_owned(),
            user_name: "anna".to_owned(),
        };
        assert_eq!(serde_json::to_value(granted).unwrap()["user_name"], "anna");
        let refused = |error| serde_json::to_value(Refused { error }).unwrap();
        assert_eq!(refused(Refusal::AuthorizationPending), json!({"error": "authorization_pending"}));
        assert_eq!(refused(Refusal::UnsupportedGrantType), json!({"error": "unsupported_grant_type"}));
        let check = |error: &str, expected| {
            assert_eq!(
                serde_json::from_value::<Refused>(json!({"error": error, "more": 1})).unwrap().error,
                expected
            );
        };
        check("slow_down", Refusal::SlowDown);
        check("access_denied", Refusal::AccessDenied);
        check("expired_token", Refusal::ExpiredToken);
    }
}
