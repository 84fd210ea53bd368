//! Secrets that the server makes and hands out once: cookies of sessions, API tokens. It keeps their SHA-256 alone.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::api_token::TOKEN_PREFIX;

/// How many random bytes a secret is made of.
pub(crate) const SECRET_BYTES: usize = 32;
/// How many bytes a [`SecretHash`] has.
const HASH_SIZE: usize = 32;
/// How many characters stand behind the prefix: the bytes in Base64 for URLs without padding.
const ENCODED_LENGTH: usize = (SECRET_BYTES * 8).div_ceil(6);

/// What a secret is for; each kind has a beginning of its own, so that none is taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecretKind {
    /// The cookie of a session.
    Session,
    /// An API token.
    ApiToken,
    /// What a PC asks with that waits to be signed in by the browser.
    DeviceCode,
    /// What a browser keeps while its person is with a provider of OpenID Connect.
    SignInUnderWay,
}

/// A secret, as its holder has it. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

/// All that is kept of a secret: nobody finds 256 random bits from their SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SecretHash([u8; HASH_SIZE]);

impl SecretKind {
    /// What each secret of this kind begins with.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Session => "oxs1_",
            Self::ApiToken => TOKEN_PREFIX,
            Self::DeviceCode => "oxc1_",
            Self::SignInUnderWay => "oxb1_",
        }
    }
}

impl Secret {
    /// Makes a secret of random bytes.
    pub(crate) fn of(kind: SecretKind, random: [u8; SECRET_BYTES]) -> Self {
        Self(format!("{}{}", kind.prefix(), URL_SAFE_NO_PAD.encode(random)))
    }

    /// Reads a secret; `None` for a text that was never one of this kind.
    pub(crate) fn parse(kind: SecretKind, written: &str) -> Option<Self> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        let encoded = written.strip_prefix(kind.prefix())?;
        (encoded.len() == ENCODED_LENGTH && encoded.bytes().all(is_allowed)).then(|| Self(written.to_owned()))
    }

    /// The secret itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

impl SecretHash {
    /// The hash of a text that has too many random bits to be guessed.
    pub(crate) fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The bytes, as they are kept.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, SecretHash, SecretKind};

    #[test]
    fn a_secret_is_read_as_its_kind_alone() {
        let session = Secret::of(SecretKind::Session, [255; 32]);
        let check = |written: &str, kind, expected: bool| {
            assert_eq!(Secret::parse(kind, written).is_some(), expected, "{written:?} {kind:?}");
        };
        check(session.as_str(), SecretKind::Session, true);
        check(session.as_str(), SecretKind::ApiToken, false);
        check(Secret::of(SecretKind::ApiToken, [0; 32]).as_str(), SecretKind::ApiToken, true);
        check(&session.as_str()[..20], SecretKind::Session, false);
        check(&format!("{}A", session.as_str()), SecretKind::Session, false);
        check(&session.as_str().replace('_', "="), SecretKind::Session, false);
        check("", SecretKind::Session, false);
    }

    #[test]
    fn a_secret_does_not_show() {
        let secret = Secret::of(SecretKind::Session, [7; 32]);
        assert_eq!(format!("{secret:?} {:?}", secret.hash()), "Secret(…) SecretHash(…)");
        assert!(secret.hash() == SecretHash::of(secret.as_str()));
    }
}
