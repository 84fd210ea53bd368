//! Which package is meant that is to be the updater package.

use catalog::{ProductVersion, UpgradeCode};
use text::{Explain, Message, message};

use crate::model::package::ID_LENGTH;
use crate::model::updater_package::StoredPackage;

/// How many packages are named where more than one is meant.
const SHOWN_MAX: usize = 10;

/// Why it is not clear which package is to be the updater package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum UpdaterPackageError {
    /// No package has this name, code or id, and this version if one was given.
    Unknown(String),
    /// Several are meant; the text lists their ids.
    Several {
        /// What was asked for.
        asked: String,
        /// The packages with their ids.
        found: String,
    },
    /// The package's bytes are not on this server.
    Elsewhere(String),
}

/// Finds the one package that is meant: by the product's name, the upgrade code, or the first digits of the SHA-256. Whether it is
/// on offer does not matter.
///
/// # Errors
/// [`UpdaterPackageError`] if it is none or not one.
pub(crate) fn choose(
    packages: Vec<StoredPackage>,
    asked: &str,
    version: Option<&ProductVersion>,
) -> Result<StoredPackage, UpdaterPackageError> {
    let asked_whole = version.map_or_else(|| asked.to_owned(), |version| format!("{asked} {version}"));
    let is_wanted = |package: &StoredPackage| {
        is_meant(package, asked) && version.is_none_or(|version| package.version == *version)
    };
    let mut found = packages.into_iter().filter(is_wanted);
    match (found.next(), found.next()) {
        (None, _) => Err(UpdaterPackageError::Unknown(asked_whole)),
        (Some(package), None) => Ok(package),
        (Some(first), Some(second)) => {
            let all = [first, second].into_iter().chain(found);
            let lines: Vec<String> =
                all.take(SHOWN_MAX).map(|package| format!("{} {package}", package.short_id())).collect();
            Err(UpdaterPackageError::Several { asked: asked_whole, found: lines.join("\n") })
        }
    }
}

fn is_meant(package: &StoredPackage, asked: &str) -> bool {
    let digits = asked.to_ascii_lowercase();
    let is_id = digits.len() >= ID_LENGTH && package.sha256.to_string().starts_with(&digits);
    let is_code = UpgradeCode::parse(asked).is_ok_and(|code| code == package.upgrade_code);
    is_id || is_code || package.name.to_lowercase() == asked.to_lowercase()
}

impl Explain for UpdaterPackageError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(asked) => message!("updater-package-unknown", asked = asked),
            Self::Several { asked, found } => {
                message!("updater-package-several", asked = asked, found = found)
            }
            Self::Elsewhere(package) => message!("updater-package-elsewhere", package = package),
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::{ProductVersion, UpgradeCode, digest};

    use super::{UpdaterPackageError, choose};
    use crate::model::package::PackageId;
    use crate::model::updater_package::{Signature, StoredPackage};

    fn stored(name: &str, version: &str, code: u8) -> StoredPackage {
        let digests = digest::of(format!("{name} {version}").as_bytes(), |_| ()).unwrap();
        StoredPackage {
            id: PackageId(1),
            name: name.to_owned(),
            version: ProductVersion::parse(version).unwrap(),
            upgrade_code: UpgradeCode::parse(&format!("{{00000000-0000-0000-0000-0000000000{code:02}}}"))
                .unwrap(),
            platform: None,
            sha256: digests.sha256,
            size: digests.size,
            signature: Signature::Signed,
        }
    }

    #[test]
    fn one_package_is_meant_or_none() {
        let packages =
            [stored("OX Updater", "1.0.0", 1), stored("OX Updater", "1.1.0", 1), stored("Notes", "1.0.0", 2)];
        let check = |asked: &str, version: Option<&str>, expected: Result<&str, &str>| {
            let version = version.map(|version| ProductVersion::parse(version).unwrap());
            let found = choose(packages.to_vec(), asked, version.as_ref());
            let found = found.map(|package| package.to_string()).map_err(|error| match error {
                UpdaterPackageError::Unknown(_) => "unknown",
                UpdaterPackageError::Several { .. } => "several",
                UpdaterPackageError::Elsewhere(_) => "elsewhere",
            });
            assert_eq!(found.as_deref(), expected.as_ref().map(|text| *text), "{asked} {version:?}");
        };
        check("ox updater", Some("1.1.0"), Ok("OX Updater 1.1.0"));
        check("OX Updater", None, Err("several"));
        check("OX Updater", Some("2.0.0"), Err("unknown"));
        check("Notes", None, Ok("Notes 1.0.0"));
        check("Drive", None, Err("unknown"));
        let [first, ..] = &packages;
        check(&first.short_id(), None, Ok("OX Updater 1.0.0"));
        check(&first.sha256.to_string().to_uppercase(), None, Ok("OX Updater 1.0.0"));
        check(&first.short_id()[..11], None, Err("unknown"));
        check(&first.upgrade_code.to_string(), Some("1.0.0"), Ok("OX Updater 1.0.0"));
    }
}
