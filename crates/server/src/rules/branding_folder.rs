//! The original's branding folders: which file is what, and what the file of properties says.
//!
//! Source: the original's folders have exactly one `.branding` or `.properties` file (Java properties: `name`, `version`, `release`, perhaps
//! `minimumVersion`), a package whose name ends in `_vVERSION.msi`, an `.exe` beside it, and `drive.ico`.

use std::collections::HashMap;

use text::{Explain, Message, message};

use crate::model::branding::BRANDING_NAME_LENGTH_MAX;

/// The most folders that are imported at a time.
pub(crate) const FOLDERS_MAX: usize = 200;
/// The most files that are looked at in a folder.
pub(crate) const FILES_MAX: usize = 1_000;
/// The most bytes of a file of properties.
pub(crate) const PROPERTIES_SIZE_MAX: u64 = 64 * 1024;
/// The name of the file with the icon.
const ICON: &str = "drive.ico";

/// Which files of a folder are what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Files {
    /// The file of properties.
    pub(crate) properties: String,
    /// The package.
    pub(crate) msi: String,
    /// The icon, if there is one.
    pub(crate) icon: Option<String>,
    /// What is of no use here.
    pub(crate) ignored: Vec<String>,
}

/// What the file of properties says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// What the product is called.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// When it was released, or how the release is called.
    pub(crate) release: String,
    /// The lowest version that is to be in use.
    pub(crate) minimum_version: Option<String>,
}

/// Why a folder is left out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum FolderError {
    /// It has no file of properties.
    NoProperties,
    /// It has several.
    SeveralProperties(String),
    /// It has no package.
    NoMsi,
    /// It has several.
    SeveralMsi(String),
    /// The file of properties cannot be read.
    Unreadable(String),
    /// The file of properties lacks a key.
    KeyMissing(&'static str),
    /// Its name cannot be that of a branding.
    Name(String),
}

/// Tells which files of a folder are what.
///
/// # Errors
/// [`FolderError`] if the file of properties or the package is none or not one.
pub(crate) fn files(names: &[String]) -> Result<Files, FolderError> {
    let ends_in = |name: &str, ending: &str| name.to_lowercase().ends_with(ending);
    let of = |is_one: &dyn Fn(&str) -> bool| -> Vec<String> {
        names.iter().filter(|name| is_one(name.as_str())).cloned().collect()
    };
    let properties = match of(&|name| ends_in(name, ".branding") || ends_in(name, ".properties")).as_slice() {
        [] => return Err(FolderError::NoProperties),
        [one] => one.clone(),
        several => return Err(FolderError::SeveralProperties(several.join(", "))),
    };
    // One that has its version in its name comes before others.
    let packages = of(&|name| ends_in(name, ".msi"));
    let versioned: Vec<String> = packages.iter().filter(|name| bears_version(name)).cloned().collect();
    let packages = if versioned.is_empty() { packages } else { versioned };
    let msi = match packages.as_slice() {
        [] => return Err(FolderError::NoMsi),
        [one] => one.clone(),
        several => return Err(FolderError::SeveralMsi(several.join(", "))),
    };
    let icon = names.iter().find(|name| name.eq_ignore_ascii_case(ICON)).cloned();
    let used = [Some(&properties), Some(&msi), icon.as_ref()];
    let ignored = names.iter().filter(|name| !used.contains(&Some(*name))).cloned().collect();
    Ok(Files { properties, msi, icon, ignored })
}

/// Whether a file's name is one as the original looks for: `OX Drive_v1.2.3.msi`.
fn bears_version(name: &str) -> bool {
    let stem = name.get(..name.len().saturating_sub(".msi".len())).unwrap_or_default();
    let version = stem.rsplit_once("_v").map(|(_, version)| version).unwrap_or_default();
    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// What people call the branding of a folder: the folder's name, as much of it as there is room for.
pub(crate) fn branding_shown_name(folder: &str) -> String {
    folder.chars().take(BRANDING_NAME_LENGTH_MAX).collect::<String>().trim().to_owned()
}

/// Reads a file of properties.
///
/// # Errors
/// [`FolderError::Unreadable`], [`FolderError::KeyMissing`].
pub(crate) fn said(bytes: &[u8]) -> Result<Said, FolderError> {
    let read = java_properties::read(bytes).map_err(|error| FolderError::Unreadable(error.to_string()))?;
    let key = |name: &'static str| value(&read, name).ok_or(FolderError::KeyMissing(name));
    Ok(Said {
        name: key("name")?,
        version: key("version")?,
        release: key("release")?,
        minimum_version: value(&read, "minimumVersion"),
    })
}

fn value(read: &HashMap<String, String>, name: &str) -> Option<String> {
    read.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The branding's name that is made of a folder's: small letters, with a hyphen for what no name may have.
///
/// # Errors
/// [`FolderError::Name`] if nothing is left.
pub(crate) fn branding_name(folder: &str) -> Result<String, FolderError> {
    let plain = |letter: char| match letter.to_ascii_lowercase() {
        letter if letter.is_ascii_alphanumeric() || "-_.".contains(letter) => letter,
        _ => '-',
    };
    let name: String = folder.trim().chars().map(plain).take(BRANDING_NAME_LENGTH_MAX).collect();
    let name = name.trim_start_matches(['-', '_', '.']).trim_end_matches('-');
    if name.is_empty() { Err(FolderError::Name(folder.to_owned())) } else { Ok(name.to_owned()) }
}

impl Explain for FolderError {
    fn message(&self) -> Message {
        match self {
            Self::NoProperties => message!("branding-folder-no-properties"),
            Self::SeveralProperties(files) => message!("branding-folder-several-properties", files = files),
            Self::NoMsi => message!("branding-folder-no-msi"),
            Self::SeveralMsi(files) => message!("branding-folder-several-msi", files = files),
            Self::Unreadable(detail) => message!("branding-folder-unreadable", detail = detail),
            Self::KeyMissing(key) => message!("branding-folder-key-missing", key = *key),
            Self::Name(folder) => message!("branding-folder-name", folder = folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FolderError, branding_name, files, said};

    #[test]
    fn a_folder_has_one_file_of_properties_and_one_package() {
        let check = |names: &str, expected: Result<(&str, &str, Option<&str>, &str), FolderError>| {
            let names: Vec<String> = names.split(' ').map(str::to_owned).collect();
            let found = files(&names);
            let found = found.as_ref().map(|files| {
                (
                    files.properties.as_str(),
                    files.msi.as_str(),
                    files.icon.as_deref(),
                    files.ignored.join(" "),
                )
            });
            let expected = expected.map(|(a, b, c, d)| (a, b, c, d.to_owned()));
            assert_eq!(found.map_err(Clone::clone), expected, "{names:?}");
        };
        check(
            "a.branding D_v1.2.msi D_v1.2.exe drive.ico",
            Ok(("a.branding", "D_v1.2.msi", Some("drive.ico"), "D_v1.2.exe")),
        );
        check("a.properties D.msi", Ok(("a.properties", "D.msi", None, "")));
        check("a.branding D_v1.msi old.msi", Ok(("a.branding", "D_v1.msi", None, "old.msi")));
        check("D_v1.msi", Err(FolderError::NoProperties));
        check(
            "a.branding b.properties D.msi",
            Err(FolderError::SeveralProperties("a.branding, b.properties".to_owned())),
        );
        check("a.branding D_v1.exe", Err(FolderError::NoMsi));
        check("a.branding D_v1.msi D_v2.msi", Err(FolderError::SeveralMsi("D_v1.msi, D_v2.msi".to_owned())));
    }

    #[test]
    fn properties_are_read_as_java_reads_them() {
        let found =
            said(b"# c\nname = OX Drive\nversion: 1.2.3\nrelease 2016-05-01\nminimumVersion=1.0\n").unwrap();
        let told = (found.name.as_str(), found.version.as_str(), found.release.as_str());
        assert_eq!(told, ("OX Drive", "1.2.3", "2016-05-01"));
        assert_eq!(found.minimum_version.as_deref(), Some("1.0"));
        assert_eq!(said(b"name=a\nversion=1\n"), Err(FolderError::KeyMissing("release")));
        assert_eq!(said(b"name=\nversion=1\nrelease=a"), Err(FolderError::KeyMissing("name")));
        assert!(matches!(said(b"name=\\uXYZ"), Err(FolderError::Unreadable(_))));
    }

    #[test]
    fn a_branding_is_named_as_its_folder() {
        let check = |folder: &str, expected: &str| assert_eq!(branding_name(folder).unwrap(), expected);
        check("generic", "generic");
        check("Acme & Co", "acme---co");
        check(".hidden", "hidden");
        assert!(branding_name("ÄÖ").is_err());
    }
}
