//! Which package a person means who wants one withdrawn.

use std::sync::Arc;

use catalog::{ProductVersion, UpgradeCode};
use text::{Explain, Message, message};

use crate::model::package::{ID_LENGTH, Package};

/// How many packages are named where more than one is meant.
const SHOWN_MAX: usize = 10;

/// Why it is not clear which package to withdraw.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum WithdrawalError {
    /// No package has this name, code or id, and this version if one was given.
    Unknown(String),
    /// All that are meant are withdrawn already.
    WithdrawnBefore(String),
    /// Several are meant; the text lists their ids.
    Several {
        /// What was asked for.
        asked: String,
        /// The packages with their ids.
        found: String,
    },
}

/// Finds the one published package that is meant: by the product's name, the upgrade code, or the first digits of the SHA-256.
///
/// # Errors
/// [`WithdrawalError`] if it is none or not one.
pub(crate) fn choose<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    asked: &str,
    version: Option<&ProductVersion>,
) -> Result<&'a Arc<Package>, WithdrawalError> {
    let asked_whole = version.map_or_else(|| asked.to_owned(), |version| format!("{asked} {version}"));
    let meant = |package: &&Arc<Package>| {
        is_meant(package, asked) && version.is_none_or(|version| package.product.version == *version)
    };
    let found: Vec<_> = packages.into_iter().filter(meant).collect();
    let published: Vec<_> = found.iter().copied().filter(|package| package.withdrawn_at.is_none()).collect();
    match published.as_slice() {
        [package] => Ok(package),
        [] if found.is_empty() => Err(WithdrawalError::Unknown(asked_whole)),
        [] => Err(WithdrawalError::WithdrawnBefore(asked_whole)),
        several => Err(several_are_meant(asked_whole, several)),
    }
}

/// Finds the one package that is meant, published or withdrawn, in the same way.
///
/// # Errors
/// [`WithdrawalError`] if it is none or not one.
pub(crate) fn choose_any<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    asked: &str,
    version: Option<&ProductVersion>,
) -> Result<&'a Arc<Package>, WithdrawalError> {
    let asked_whole = version.map_or_else(|| asked.to_owned(), |version| format!("{asked} {version}"));
    let meant = |package: &&Arc<Package>| {
        is_meant(package, asked) && version.is_none_or(|version| package.product.version == *version)
    };
    let found: Vec<_> = packages.into_iter().filter(meant).collect();
    match found.as_slice() {
        [package] => Ok(package),
        [] => Err(WithdrawalError::Unknown(asked_whole)),
        several => Err(several_are_meant(asked_whole, several)),
    }
}

fn several_are_meant(asked: String, found: &[&Arc<Package>]) -> WithdrawalError {
    let shown = found.iter().take(SHOWN_MAX);
    let lines: Vec<String> = shown.map(|package| format!("{} {package}", package.short_id())).collect();
    WithdrawalError::Several { asked, found: lines.join("\n") }
}

fn is_meant(package: &Package, asked: &str) -> bool {
    let digits = asked.to_ascii_lowercase();
    let is_id = digits.len() >= ID_LENGTH && package.sha256.to_string().starts_with(&digits);
    let is_code = UpgradeCode::parse(asked).is_ok_and(|code| code == package.product.upgrade_code);
    is_id || is_code || package.product.name.to_lowercase() == asked.to_lowercase()
}

impl Explain for WithdrawalError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(asked) => message!("withdrawal-unknown", asked = asked),
            Self::WithdrawnBefore(asked) => message!("withdrawal-withdrawn-before", asked = asked),
            Self::Several { asked, found } => {
                message!("withdrawal-several", asked = asked, found = found)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::ProductVersion;

    use super::{WithdrawalError, choose, choose_any};
    use crate::rules::fixtures::{package, withdrawn};

    #[test]
    fn one_package_is_meant_or_none() {
        let packages = [
            Arc::new(package("Notes", "1.0.0", "x64", "")),
            Arc::new(package("Notes", "2.0.0", "x64", "")),
            Arc::new(package("Drive", "1.0.0", "x64", "")),
            Arc::new(withdrawn(package("Drive", "2.0.0", "x64", ""))),
            Arc::new(withdrawn(package("Gone", "1.0.0", "x64", ""))),
        ];
        let check = |asked: &str, version: Option<&str>, expected: Result<&str, &str>| {
            let version = version.map(|version| ProductVersion::parse(version).unwrap());
            let found = choose(&packages, asked, version.as_ref());
            let found = found.map(ToString::to_string).map_err(|error| match error {
                WithdrawalError::Unknown(_) => "unknown",
                WithdrawalError::WithdrawnBefore(_) => "withdrawn before",
                WithdrawalError::Several { .. } => "several",
            });
            assert_eq!(found.as_deref(), expected.as_ref().map(|text| *text), "{asked} {version:?}");
        };
        check("notes", Some("1.0.0"), Ok("Notes 1.0.0 (x64)"));
        check("Notes", None, Err("several"));
        check("Drive", None, Ok("Drive 1.0.0 (x64)"));
        check("Drive", Some("2.0.0"), Err("withdrawn before"));
        check("Gone", None, Err("withdrawn before"));
        check("Notes", Some("3.0.0"), Err("unknown"));
        check("Nothing", None, Err("unknown"));
        let [notes, ..] = &packages;
        check(&notes.short_id(), None, Ok("Notes 1.0.0 (x64)"));
        check(&notes.sha256.to_string().to_uppercase(), None, Ok("Notes 1.0.0 (x64)"));
        check(&notes.short_id()[..11], None, Err("unknown"));
        check(&notes.product.upgrade_code.to_string(), Some("2.0.0"), Ok("Notes 2.0.0 (x64)"));
        let any = |asked: &str| choose_any(&packages, asked, None).map(ToString::to_string);
        assert_eq!(any("Gone").as_deref(), Ok("Gone 1.0.0 (x64)"));
        assert!(matches!(any("Drive"), Err(WithdrawalError::Several { .. })));
        assert!(matches!(any("Nothing"), Err(WithdrawalError::Unknown(_))));
    }
}
