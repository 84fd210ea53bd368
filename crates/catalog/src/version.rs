//! Product versions, compared as Windows Installer compares them.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// The most characters a version may have: four fields of ten digits and three dots.
pub const VERSION_LENGTH_MAX: usize = 43;
/// How many fields Windows Installer compares; a fourth is kept, shown and ignored.
pub const FIELDS_COMPARED: usize = 3;
/// The highest first, second and third field that Windows Installer accepts in a package's ProductVersion.
pub const FIELDS_MAX: [u32; FIELDS_COMPARED] = [255, 255, 65535];

/// A product's version: one to four numbers between dots.
///
/// It shows as it was written. Equality is that of the writing (`6.2` is not `6.2.0` here); which of two is newer is
/// the question of [`compare`](Self::compare), which is why there is no `Ord`.
/// Source: Microsoft, "ProductVersion property" (`major.minor.build`, a fourth field is ignored).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProductVersion {
    written: String,
    fields: [u32; 4],
}

/// Why a text is no product version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum VersionError {
    /// Not one to four numbers between dots.
    NotNumbers(String),
    /// A number beyond 32 bits.
    FieldTooLarge(String),
}

impl ProductVersion {
    /// Reads a version; blanks around it do not count.
    ///
    /// # Errors
    /// [`VersionError`] if it is not one to four numbers of at most 32 bits between dots.
    pub fn parse(written: &str) -> Result<Self, VersionError> {
        let written = written.trim();
        let wrong = || VersionError::NotNumbers(written.chars().take(VERSION_LENGTH_MAX).collect());
        if written.len() > VERSION_LENGTH_MAX {
            return Err(wrong());
        }
        let mut fields = [0; 4];
        let mut slots = fields.iter_mut();
        for part in written.split('.') {
            let slot = slots.next().ok_or_else(wrong)?;
            if part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(wrong());
            }
            *slot = part.parse().map_err(|_| VersionError::FieldTooLarge(written.to_owned()))?;
        }
        Ok(Self { written: written.to_owned(), fields })
    }

    /// Orders two versions as Windows Installer does: by the first three fields, an absent field being 0.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        self.compared().cmp(&other.compared())
    }

    /// Orders two versions by all four fields: by [`compare`](Self::compare), and where that sees no difference, by the fourth.
    #[must_use]
    pub fn compare_fully(&self, other: &Self) -> Ordering {
        self.fields.cmp(&other.fields)
    }

    /// Whether only the fourth field tells the two apart, so that Windows Installer takes them for the same.
    #[must_use]
    pub fn differs_only_in_fourth_field(&self, other: &Self) -> bool {
        self.compare(other) == Ordering::Equal && self.fields != other.fields
    }

    /// Whether a fourth field was written.
    #[must_use]
    pub fn has_fourth_field(&self) -> bool {
        self.written.split('.').count() > FIELDS_COMPARED
    }

    /// Whether each field is within what Windows Installer accepts (255.255.65535).
    #[must_use]
    pub fn fits_windows_installer(&self) -> bool {
        self.compared().iter().zip(FIELDS_MAX).all(|(field, max)| *field <= max)
    }

    /// The version as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    fn compared(&self) -> [u32; FIELDS_COMPARED] {
        let [major, minor, build, _] = self.fields;
        [major, minor, build]
    }
}

impl fmt::Display for ProductVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.written)
    }
}

impl std::str::FromStr for ProductVersion {
    type Err = VersionError;

    fn from_str(written: &str) -> Result<Self, VersionError> {
        Self::parse(written)
    }
}

impl TryFrom<String> for ProductVersion {
    type Error = VersionError;

    fn try_from(written: String) -> Result<Self, VersionError> {
        Self::parse(&written)
    }
}

impl From<ProductVersion> for String {
    fn from(version: ProductVersion) -> Self {
        version.written
    }
}

impl Explain for VersionError {
    fn message(&self) -> Message {
        match self {
            Self::NotNumbers(text) => message!("version-not-numbers", text = text),
            Self::FieldTooLarge(text) => message!("version-field-too-large", text = text),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{self, Equal, Greater, Less};

    use super::{ProductVersion, VersionError};

    fn version(written: &str) -> ProductVersion {
        ProductVersion::parse(written).unwrap()
    }

    #[test]
    fn windows_installer_compares_three_fields() {
        let check = |left: &str, right: &str, expected: Ordering, only_fourth: bool| {
            let (left, right) = (version(left), version(right));
            assert_eq!(left.compare(&right), expected, "{left} {right}");
            assert_eq!(right.compare(&left), expected.reverse(), "{right} {left}");
            assert_eq!(left.differs_only_in_fourth_field(&right), only_fourth, "{left} {right}");
        };
        check("6.2.0", "7.8.4", Less, false);
        check("6.10.0", "6.9.0", Greater, false);
        check("6", "6.0.0.0", Equal, false);
        check("6.2", "6.2.1", Less, false);
        check("6.2.0.29", "6.2.0.30", Equal, true);
        check("6.2.0.29", "6.2.0", Equal, true);
        check("6.2.0.0", "6.2.0", Equal, false);
        check("1.02.3", "1.2.3", Equal, false);
        check("4294967295.0.0", "1.0.0", Greater, false);
    }

    #[test]
    fn a_version_shows_as_it_was_written() {
        for written in ["1", "1.2", "01.2.3", "6.2.0.29"] {
            assert_eq!(version(written).to_string(), written);
        }
        assert_eq!(version(" 6.12.2\n").to_string(), "6.12.2");
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for written in ["", ".", "1.", "1..2", "1.2.3.4.5", "1.0a", "v1.0", "-1.0", "1,0", "+1", "１.0"] {
            assert!(matches!(ProductVersion::parse(written), Err(VersionError::NotNumbers(_))), "{written}");
        }
        assert!(matches!(ProductVersion::parse("1.4294967296"), Err(VersionError::FieldTooLarge(_))));
        assert!(ProductVersion::parse(&"1".repeat(100)).is_err());
    }

    #[test]
    fn the_limits_of_windows_installer_are_known() {
        let check =
            |written: &str, fits| assert_eq!(version(written).fits_windows_installer(), fits, "{written}");
        check("255.255.65535", true);
        check("255.255.65535.99999", true);
        check("2024.1.0", false);
        check("1.256.0", false);
        check("1.0.65536", false);
    }
}
