//! Whether an archive is a backup of ours that this version can take over.

use std::collections::HashSet;

use text::{Explain, Message, message};

use crate::model::backup::{Entry, FORMAT, Manifest};

/// The path of the database.
pub(crate) const DATABASE_PATH: &str = "oxupdated.sqlite";
/// The path of the settings.
pub(crate) const SETTINGS_PATH: &str = "oxupdated.toml";
/// The path of the certificate.
pub(crate) const CERTIFICATE_PATH: &str = "tls/certificate.pem";
/// The path of the certificate's key.
pub(crate) const KEY_PATH: &str = "tls/key.pem";
/// The folder of packages.
const PACKAGES_PATH: &str = "packages/";
/// The most files of an archive.
pub(crate) const FILES_MAX: usize = 1_000_000;

/// Why an archive cannot be taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum BackupError {
    /// It is none, or of a form that this version does not know.
    Foreign,
    /// It holds a file that no backup has, or one twice.
    Unexpected(String),
    /// A file that the manifest names is not there, or is not as the manifest says.
    Damaged(String),
    /// A newer version has written it.
    Newer(String),
    /// It ends before it is whole, or goes on behind its end.
    Cut,
}

impl Explain for BackupError {
    fn message(&self) -> Message {
        match self {
            Self::Foreign => message!("backup-foreign"),
            Self::Unexpected(path) => message!("backup-unexpected", path = path),
            Self::Damaged(path) => message!("backup-damaged", path = path),
            Self::Newer(version) => message!("backup-newer", version = version),
            Self::Cut => message!("backup-cut"),
        }
    }
}

/// Judges what an archive says about itself; `schema` is the newest that this version knows.
///
/// # Errors
/// [`BackupError`]
pub(crate) fn judge(manifest: &Manifest, schema: i64) -> Result<(), BackupError> {
    if manifest.format > FORMAT || manifest.schema > schema {
        return Err(BackupError::Newer(manifest.version.clone()));
    }
    let holds_database = manifest.files.iter().any(|file| file.path == DATABASE_PATH);
    if manifest.format != FORMAT || !holds_database || manifest.files.len() > FILES_MAX {
        return Err(BackupError::Foreign);
    }
    let mut paths = HashSet::new();
    match manifest.files.iter().find(|file| !may_hold(file) || !paths.insert(&file.path)) {
        Some(file) => Err(BackupError::Unexpected(file.path.clone())),
        None => Ok(()),
    }
}

/// Whether a backup may hold such a file: each path is one of a few, so none leads anywhere else.
fn may_hold(file: &Entry) -> bool {
    let is_hexadecimal = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_digest = file.sha256.len() == 64 && is_hexadecimal(&file.sha256);
    let is_package = || {
        let digits = file.path.strip_prefix(PACKAGES_PATH).and_then(|path| path.split_once('/'));
        digits.is_some_and(|(first, rest)| first.len() == 2 && format!("{first}{rest}") == file.sha256)
    };
    let known = [DATABASE_PATH, SETTINGS_PATH, CERTIFICATE_PATH, KEY_PATH];
    is_digest && (known.contains(&file.path.as_str()) || is_package())
}

#[cfg(test)]
mod tests {
    use super::{BackupError, judge};
    use crate::model::backup::{Entry, Manifest};

    fn manifest(paths: &[&str]) -> Manifest {
        let entry = |path: &&str| {
            let digits: String = path.trim_start_matches("packages/").replace('/', "");
            let sha256 = if digits.len() == 64 { digits } else { "0".repeat(64) };
            Entry { path: (*path).to_owned(), size: 1, sha256 }
        };
        Manifest {
            format: 1,
            version: "0.1.0".to_owned(),
            schema: 3,
            made_at: String::new(),
            files: paths.iter().map(entry).collect(),
            missing: Vec::new(),
        }
    }

    #[test]
    fn only_what_a_backup_has_is_taken() {
        let package = format!("packages/ab/{}", "cd".repeat(31));
        let check = |paths: &[&str], expected: Option<&str>| {
            let paths = [&["oxupdated.sqlite"], paths].concat();
            let unexpected = expected.map(|path| BackupError::Unexpected(path.to_owned()));
            assert_eq!(judge(&manifest(&paths), 3).err(), unexpected, "{paths:?}");
        };
        check(&[], None);
        check(&["oxupdated.toml", "tls/certificate.pem", "tls/key.pem", &package], None);
        for path in [
            "../oxupdated.toml",
            "/etc/passwd",
            "tls/../../key.pem",
            "packages/ab/cd",
            "packages/../ab",
            "oxupdated.sqlite-wal",
            "oxupdated.sqlite",
            "oxupdated.lock",
            "manifest.json",
            "packages",
            "",
        ] {
            check(&[path], Some(path));
        }
        check(&[&package, &package], Some(&package));
        check(&[&package.to_uppercase()], Some(&package.to_uppercase()));
    }

    #[test]
    fn a_package_is_where_its_digest_says() {
        let mut manifest = manifest(&["oxupdated.sqlite", &format!("packages/ab/{}", "cd".repeat(31))]);
        manifest.files[1].sha256 = "ef".repeat(32);
        assert!(matches!(judge(&manifest, 3), Err(BackupError::Unexpected(_))));
    }

    #[test]
    fn what_is_newer_or_foreign_is_refused() {
        let check = |change: fn(&mut Manifest), expected: BackupError| {
            let mut manifest = manifest(&["oxupdated.sqlite"]);
            change(&mut manifest);
            assert_eq!(judge(&manifest, 3), Err(expected));
        };
        check(|manifest| manifest.schema = 4, BackupError::Newer("0.1.0".to_owned()));
        check(|manifest| manifest.format = 2, BackupError::Newer("0.1.0".to_owned()));
        check(|manifest| manifest.format = 0, BackupError::Foreign);
        check(|manifest| manifest.files.clear(), BackupError::Foreign);
    }
}
