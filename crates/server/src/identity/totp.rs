//! Time-based one-time passwords, as authenticator apps make them. Source: RFC 6238; the defaults that all apps know.

use std::fmt;

use totp_rs::{Builder, Secret, TotpError};

/// How many random bytes a secret has. Source: RFC 4226, section 4, which recommends 160 bits.
const SECRET_SIZE: usize = 20;
/// How many digits a code has.
const DIGITS: usize = 6;

/// What the server and an authenticator app have in common. `Debug` does not show it.
#[derive(Clone)]
pub(crate) struct TotpSecret(Vec<u8>);

impl TotpSecret {
    /// Makes a secret that nobody had before.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        let mut random = [0; SECRET_SIZE];
        getrandom::fill(&mut random)?;
        Ok(Self(random.to_vec()))
    }

    /// A secret as it is kept.
    pub(crate) fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes, as they are kept.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret for people who cannot scan: groups of four letters and digits.
    pub(crate) fn written(&self) -> String {
        let letters = Secret::from(self.0.as_slice()).to_base32();
        let groups: Vec<String> =
            letters.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        groups.join(" ")
    }

    /// What an authenticator app reads from a QR code: the secret, the server and the account.
    ///
    /// # Errors
    /// [`TotpError`] for an account that has a colon, which none has.
    pub(crate) fn url(&self, server: &str, account: &str) -> Result<String, TotpError> {
        // A colon separates both: a port would be read as a part of the account.
        let server = format!("OX Updater {}", server.replace(':', " "));
        Builder::new()
            .with_secret(self.0.as_slice())
            .with_issuer(Some(server))
            .with_account_name(account)
            .build()?
            .to_url()
    }

    /// The time step that a code belongs to, if it is one of now, or of the step before or after: clocks differ.
    ///
    /// # Errors
    /// [`TotpError`] for a secret that is too short, which none is that this server makes.
    pub(crate) fn step_of(&self, code: &str, seconds: u64) -> Result<Option<u64>, TotpError> {
        let totp = Builder::new().with_secret(self.0.as_slice()).build()?;
        Ok(totp.check(code, seconds))
    }
}

/// The digits of a code of an app; `None` for what is none. People type blanks between them.
pub(crate) fn digits(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).take(DIGITS + 1).collect();
    (digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TotpSecret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{TotpSecret, digits};

    /// The secret of the examples in RFC 6238, appendix B, whose codes have eight digits: the last six are ours.
    const EXAMPLE: &[u8] = b"12345678901234567890";

    #[test]
    fn codes_of_now_and_of_the_steps_beside_are_known() {
        let secret = TotpSecret::kept(EXAMPLE.to_vec());
        let check = |code: &str, seconds: u64, expected: Option<u64>| {
            assert_eq!(secret.step_of(code, seconds).unwrap(), expected, "{code} at {seconds}");
        };
        check("287082", 59, Some(1));
        check("287082", 0, Some(1));
        check("287082", 89, Some(1));
        check("287082", 90, None);
        check("081804", 1_111_111_109, Some(37_037_036));
        check("005924", 1_234_567_890, Some(41_152_263));
        check("279037", 2_000_000_000, Some(66_666_666));
        check("000000", 59, None);
        check("", 59, None);
    }

    #[test]
    fn apps_and_people_can_read_the_secret() {
        let secret = TotpSecret::kept(EXAMPLE.to_vec());
        assert_eq!(secret.written(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let url = secret.url("a.example:8443", "Jörg Müller").unwrap();
        assert!(url.starts_with("otpauth://totp/"), "{url}");
        assert!(url.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{url}");
        assert!(!url.contains("example:") && !url.contains("example%3A"), "{url}");
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
        assert_ne!(TotpSecret::new().unwrap().as_bytes(), TotpSecret::new().unwrap().as_bytes());
    }

    #[test]
    fn digits_are_read_as_people_type_them() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(digits(typed).as_deref(), expected, "{typed:?}");
        };
        check("123456", Some("123456"));
        check(" 123 456\n", Some("123456"));
        check("12345", None);
        check("1234567", None);
        check("12345a", None);
        check("１２３４５６", None);
        check("k7wm-3hqx-p9rt-cv2n", None);
    }
}
