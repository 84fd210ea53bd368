//! The codes that Windows Installer knows products by. Two types, so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use uuid::Uuid;

/// How much of a wrong code an error shows, in characters.
const SHOWN_LENGTH_MAX: usize = 60;

/// Why a text is no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum CodeError {
    /// Not 32 hexadecimal digits in the form of a GUID.
    NotAGuid(String),
}

impl Explain for CodeError {
    fn message(&self) -> Message {
        let Self::NotAGuid(text) = self;
        message!("code-not-a-guid", text = text)
    }
}

fn parse_guid(written: &str) -> Result<Uuid, CodeError> {
    let written = written.trim();
    let wrong = || CodeError::NotAGuid(written.chars().take(SHOWN_LENGTH_MAX).collect());
    let bare = match (written.strip_prefix('{'), written.strip_suffix('}')) {
        (Some(_), Some(_)) => written.get(1..written.len().saturating_sub(1)).ok_or_else(wrong)?,
        (None, None) => written,
        _ => return Err(wrong()),
    };
    // Only the hyphenated form: it is what Windows Installer writes, and 32 bare digits are rather a mistaken MD5.
    if bare.len() != uuid::fmt::Hyphenated::LENGTH {
        return Err(wrong());
    }
    Uuid::try_parse(bare).map_err(|_| wrong())
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Read in any case, with or without braces; written `{UPPER-CASE}` as Windows Installer does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// Reads the code; blanks around it do not count.
            ///
            /// # Errors
            /// [`CodeError`] if it is not a GUID in its hyphenated form.
            pub fn parse(written: &str) -> Result<Self, CodeError> {
                parse_guid(written).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{{{:X}}}", self.0.as_hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = CodeError;

            fn from_str(written: &str) -> Result<Self, CodeError> {
                Self::parse(written)
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(written: String) -> Result<Self, CodeError> {
                Self::parse(&written)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.to_string()
            }
        }
    };
}

code! {
    /// Names a family of packages that replace each other: the same for each version of one product.
    UpgradeCode
}
code! {
    /// Names one installed product: a major upgrade has another one, a small update has the same.
    ProductCode
}

#[cfg(test)]
mod tests {
    use super::UpgradeCode;

    #[test]
    fn codes_are_read_in_any_form_and_written_in_one() {
        for written in [
            "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
            "3bbb2d56-0b19-4c83-9266-307f49df9dd6",
            " {3bbb2d56-0B19-4c83-9266-307F49DF9DD6}\r\n",
        ] {
            let code = UpgradeCode::parse(written).unwrap();
            assert_eq!(code.to_string(), "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for written in [
            "",
            "{}",
            "{",
            "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6",
            "3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
            "3BBB2D560B194C839266307F49DF9DD6",
            "{3BBB2...",
            "{3BBB2D56-0B19-4C83-9266-307F49DF9DDG}",
            "urn:uuid:3BBB2D56-0B19-4C83-9266-307F49DF9DD6",
            "ä{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
        ] {
            assert!(UpgradeCode::parse(written).is_err(), "{written}");
        }
    }
}
