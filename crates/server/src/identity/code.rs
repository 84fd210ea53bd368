//! Codes that people type from paper or from the console: the one for the set-up, and those for recovery.

use std::fmt;

use super::one_time_password::one_time_password;
use crate::model::secret::SecretHash;

/// The most characters that are looked at of what someone typed.
const TYPED_LENGTH_MAX: usize = 64;

/// A code, such as `k7wm-3hqx-p9rt-cv2n`; 79 random bits. `Debug` does not show it.
#[derive(Clone)]
pub(crate) struct Code(String);

impl Code {
    /// Makes a code that nobody had before.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        Ok(Self(one_time_password()?.into()))
    }

    /// The code as it is shown.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub(crate) fn hash(&self) -> SecretHash {
        hash_of_typed(&self.0)
    }
}

/// The hash of a code as someone typed it: blanks, hyphens and the case of letters do not matter.
pub(crate) fn hash_of_typed(typed: &str) -> SecretHash {
    let letters = typed.chars().take(TYPED_LENGTH_MAX).filter(|letter| letter.is_alphanumeric());
    SecretHash::of(&letters.flat_map(char::to_lowercase).collect::<String>())
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, hash_of_typed};

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = Code::new().unwrap();
        let check = |typed: &str, expected: bool| {
            assert_eq!(hash_of_typed(typed) == code.hash(), expected, "{typed:?}");
        };
        check(code.as_str(), true);
        check(&code.as_str().to_uppercase(), true);
        check(&format!(" {} ", code.as_str().replace('-', " ")), true);
        check(&code.as_str().replace('-', ""), true);
        check(&code.as_str()[1..], false);
        check(&format!("{}a", code.as_str()), false);
        check("", false);
        assert_eq!(format!("{code:?}"), "Code(…)");
    }
}
