//! What a PC says to be known to the server, and the token that it gets; the wire form is JSON.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use uuid::Uuid;

/// The most bytes of an enrolment's JSON, and of the answer's.
pub const ENROLMENT_SIZE_MAX: usize = 4 * 1024;
/// The most characters of a computer's name. Source: RFC 1035, section 2.3.4; Windows' own names are shorter.
pub const COMPUTER_NAME_LENGTH_MAX: usize = 255;
/// What each device token begins with, and no password does.
pub const TOKEN_PREFIX: &str = "oxd1_";
/// How many random bytes a device token is made of.
pub const TOKEN_BYTES: usize = 32;
/// How many characters a device token has: the prefix, and the bytes in Base64 for URLs without padding.
pub const TOKEN_LENGTH: usize = TOKEN_PREFIX.len() + (TOKEN_BYTES * 8).div_ceil(6);

/// What a PC says to be known to the server, the body of `POST /api/v1/devices`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrolment {
    /// The PC, by a random number of its own that says nothing else about it.
    pub device: Uuid,
    /// The computer's name, by which people know it.
    pub computer_name: String,
}

/// The answer to an enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// What the PC signs in with from now on, in the password's place.
    pub token: DeviceToken,
}

/// A device token: sent as the password of HTTP Basic, with the name of the user who enrolled the PC. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceToken(String);

/// A text that is no device token. It says nothing of the text, which may be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct DeviceTokenError;

/// A text that is no computer's name: empty, too long, or with control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct ComputerNameError;

impl Enrolment {
    /// Judges an enrolment.
    ///
    /// # Errors
    /// [`ComputerNameError`].
    pub fn judge(&self) -> Result<(), ComputerNameError> {
        judge_computer_name(&self.computer_name)
    }
}

/// Judges a computer's name.
///
/// # Errors
/// [`ComputerNameError`] for an empty one, one of more than [`COMPUTER_NAME_LENGTH_MAX`] characters, or one with control characters.
pub fn judge_computer_name(name: &str) -> Result<(), ComputerNameError> {
    if is_line(name, COMPUTER_NAME_LENGTH_MAX) { Ok(()) } else { Err(ComputerNameError) }
}

/// Whether a text can stand on one line of a list: 1 to `length_max` characters, none of them a control character.
pub(crate) fn is_line(text: &str, length_max: usize) -> bool {
    !text.is_empty() && text.chars().count() <= length_max && !text.contains(char::is_control)
}

impl DeviceToken {
    /// Makes a token of random bytes.
    #[must_use]
    pub fn of(random: [u8; TOKEN_BYTES]) -> Self {
        Self(format!("{TOKEN_PREFIX}{}", base64_simd::URL_SAFE_NO_PAD.encode_to_string(random)))
    }

    /// Reads a token.
    ///
    /// # Errors
    /// [`DeviceTokenError`] for all but [`TOKEN_PREFIX`] with as many characters behind it as a token has.
    pub fn parse(written: &str) -> Result<Self, DeviceTokenError> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let encoded = written.strip_prefix(TOKEN_PREFIX).ok_or(DeviceTokenError)?;
        if written.len() != TOKEN_LENGTH || !encoded.bytes().all(is_allowed) {
            return Err(DeviceTokenError);
        }
        Ok(Self(written.to_owned()))
    }

    /// Whether a text is meant as a token. Such a text is never a password.
    #[must_use]
    pub fn is_meant(written: &str) -> bool {
        written.starts_with(TOKEN_PREFIX)
    }

    /// The token itself: a secret.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for DeviceToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DeviceToken(…)")
    }
}

impl TryFrom<String> for DeviceToken {
    type Error = DeviceTokenError;

    fn try_from(written: String) -> Result<Self, DeviceTokenError> {
        Self::parse(&written)
    }
}

impl From<DeviceToken> for String {
    fn from(token: DeviceToken) -> Self {
        token.0
    }
}

impl Explain for DeviceTokenError {
    fn message(&self) -> Message {
        message!("device-token-wrong")
    }
}

impl Explain for ComputerNameError {
    fn message(&self) -> Message {
        message!("computer-name-wrong", characters = COMPUTER_NAME_LENGTH_MAX)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{
        COMPUTER_NAME_LENGTH_MAX, DeviceToken, Enrolled, Enrolment, TOKEN_LENGTH, judge_computer_name,
    };

    const TOKEN: &str = "oxd1_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    fn bytes() -> [u8; 32] {
        std::array::from_fn(|at| at as u8)
    }

    #[test]
    fn the_wire_form_is_stable() {
        let asked = json!({"device": "00000000-0000-4000-8000-000000000002", "computer_name": "PC-7"});
        let enrolment: Enrolment = serde_json::from_value(asked.clone()).unwrap();
        assert_eq!(serde_json::to_value(&enrolment).unwrap(), asked);
        let enrolled = Enrolled { token: DeviceToken::of(bytes()) };
        assert_eq!(serde_json::to_value(&enrolled).unwrap(), json!({ "token": TOKEN }));
        // A newer server may say more.
        let more: Enrolled = serde_json::from_value(json!({"token": TOKEN, "more": 1})).unwrap();
        assert_eq!(more, enrolled);
    }

    #[test]
    fn what_is_not_known_is_refused() {
        let check =
            |wrong: Value| assert!(serde_json::from_value::<Enrolment>(wrong.clone()).is_err(), "{wrong}");
        check(json!({"device": "00000000-0000-4000-8000-000000000002"}));
        check(json!({"device": "2", "computer_name": "PC-7"}));
        check(
            json!({"device": "00000000-0000-4000-8000-000000000002", "computer_name": "PC-7", "password": "x"}),
        );
        assert!(serde_json::from_value::<Enrolled>(json!({"token": "correct horse"})).is_err());
    }

    #[test]
    fn a_token_has_one_form() {
        let check = |written: &str, expected: bool| {
            assert_eq!(DeviceToken::parse(written).is_ok(), expected, "{written}");
        };
        assert_eq!(DeviceToken::of(bytes()).as_str(), TOKEN);
        assert_eq!(TOKEN.len(), TOKEN_LENGTH);
        check(TOKEN, true);
        check(&format!("oxd1_{}", "-_".repeat(21) + "A"), true);
        for wrong in ["", "oxd1_", "correct horse"] {
            check(wrong, false);
        }
        check(&TOKEN.replace("oxd1_", "oxd2_"), false);
        check(&TOKEN[..TOKEN_LENGTH - 1], false);
        check(&format!("{TOKEN}A"), false);
        check(&TOKEN.replace("AAE", "AA+"), false);
        check(&TOKEN.replace("AAE", "AA="), false);
        check(&TOKEN.replace("AAE", "Aä"), false);
        assert!(DeviceToken::is_meant("oxd1_") && !DeviceToken::is_meant("OXD1_x"));
    }

    #[test]
    fn a_token_does_not_show() {
        assert!(!format!("{:?}", DeviceToken::of(bytes())).contains("AAEC"));
    }

    #[test]
    fn a_computers_name_stands_on_one_line() {
        let check =
            |name: &str, expected: bool| assert_eq!(judge_computer_name(name).is_ok(), expected, "{name:?}");
        check("PC-7", true);
        check("Jörgs Büro", true);
        check(&"ä".repeat(COMPUTER_NAME_LENGTH_MAX), true);
        check(&"ä".repeat(COMPUTER_NAME_LENGTH_MAX + 1), false);
        check("", false);
        check("PC\u{1b}[2J", false);
        check("PC\n7", false);
    }
}
