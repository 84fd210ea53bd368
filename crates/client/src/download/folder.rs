//! The folder of one download, named by the digest of what is offered.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use catalog::Product;
use percent_encoding::percent_decode_str;

use crate::plan::is_plain_file_name;
use crate::state::{NOTE, PART, StateError, make_private, newest_first};

/// The most downloads that are kept: finished ones, and parts to go on with.
pub const DOWNLOADS_MAX: usize = 20;
/// The most characters of a package's file name.
pub const FILE_NAME_LENGTH_MAX: usize = 80;

/// The folder beside a package in which it has another name.
pub(crate) const NAMED: &str = "named";

/// How many digits of a digest name a folder; Windows' paths are short.
const KEY_LENGTH: usize = 32;
/// Names that Windows keeps for devices, whatever follows after a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

/// The folders of one package: where it is downloaded to, and where it is installed from and stays as the source for repair.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    home: PathBuf,
    file_name: String,
    /// The package's home stays where it is meanwhile.
    _held: Arc<File>,
}

impl Folder {
    /// Makes an offer's folders among the downloads and the packages, for this person only; of the other downloads the oldest go.
    ///
    /// # Errors
    /// [`StateError`] if they cannot be made, or somebody else could write in them.
    pub fn open(downloads: &Path, packages: &Path, product: &Product) -> Result<Self, StateError> {
        let key = key(product);
        let (path, home) = (downloads.join(&key), packages.join(&key));
        for folder in [downloads, &path, packages] {
            make_private(folder)?;
        }
        let held = Arc::new(make_private(&home)?);
        let folder = Self { path, home, file_name: file_name(&product.url), _held: held };
        let others = newest_first(downloads).into_iter().filter(|path| *path != folder.path);
        for old in others.skip(DOWNLOADS_MAX - 1) {
            // What is held open by another process stays until the next time.
            let _ = fs::remove_dir_all(old);
        }
        Ok(folder)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the whole package is, or will be; Windows Installer remembers this place and looks there when it repairs.
    #[must_use]
    pub fn package(&self) -> PathBuf {
        self.home.join(&self.file_name)
    }

    /// Where the part of it is that has come so far.
    pub(super) fn part(&self) -> PathBuf {
        self.path.join(PART)
    }

    /// Where it is written what the part is a part of.
    pub(super) fn note(&self) -> PathBuf {
        self.path.join(NOTE)
    }

    /// Gives a part that is whole the package's name.
    pub(super) fn settle(&self, file: File) -> Result<PathBuf, StateError> {
        let package = self.package();
        let settle = || {
            file.sync_all()?;
            drop(file);
            fs::rename(self.part(), &package)
        };
        settle().map_err(|source| StateError::Unusable { path: self.part(), source })?;
        // Without its part it says nothing.
        let _ = fs::remove_file(self.note());
        Ok(package)
    }

    /// The package under another name, in a folder of its own: another name of the same file, or a copy where the disk has none.
    ///
    /// It is no more trusted than any other file; `verify` has to look at it.
    ///
    /// # Errors
    /// [`StateError`] if the name is no plain file name, or the file cannot be made.
    pub fn named(&self, name: &str) -> Result<PathBuf, StateError> {
        let folder = self.home.join(NAMED);
        let named = folder.join(name);
        let make = || {
            if !is_plain_file_name(name) {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file name"));
            }
            match fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            fs::create_dir(&folder)?;
            fs::hard_link(self.package(), &named).or_else(|_| fs::copy(self.package(), &named).map(|_| ()))
        };
        make().map_err(|source| StateError::Unusable { path: named.clone(), source })?;
        Ok(named)
    }

    /// Deletes everything in it; what cannot be deleted is found to be wrong the next time, too.
    pub fn clear(&self) {
        let _ = fs::remove_dir_all(self.home.join(NAMED));
        for path in [self.package(), self.part(), self.note()] {
            let _ = fs::remove_file(path);
        }
    }
}

/// The name of an offer's folders.
pub(crate) fn key(product: &Product) -> String {
    let digest = product.sha256.map(|sha256| sha256.to_string());
    let digest = digest.or_else(|| product.md5.map(|md5| md5.to_string())).unwrap_or_default();
    digest.chars().take(KEY_LENGTH).collect()
}

/// A file name for Windows from the last part of a URL or path; it ends in `.msi`.
fn file_name(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = percent_decode_str(last).decode_utf8_lossy();
    let stem =
        name.get(..name.len().saturating_sub(4)).filter(|_| name.to_ascii_lowercase().ends_with(".msi"));
    let fits = |letter: char| letter.is_alphanumeric() || " .-_()+,".contains(letter);
    let stem: String = stem
        .unwrap_or(&name)
        .chars()
        .map(|letter| if fits(letter) { letter } else { '_' })
        .take(FILE_NAME_LENGTH_MAX - ".msi".len())
        .collect();
    let stem = stem.trim_matches([' ', '.']);
    let device = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = DEVICES.contains(&device.trim_end_matches(|last: char| last.is_ascii_digit()));
    match stem {
        "" => "package.msi".to_owned(),
        _ if is_device => format!("_{stem}.msi"),
        _ => format!("{stem}.msi"),
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_name_is_one_that_windows_takes() {
        let check = |url: &str, expected: &str| assert_eq!(file_name(url), expected, "{url}");
        check("https://a.example/files/notes-2.0.0.msi", "notes-2.0.0.msi");
        check("https://a.example/files/Notes%202.MSI?a=b/c#d", "Notes 2.msi");
        check("notes", "notes.msi");
        check(r"\\server\share\notes.msi", "notes.msi");
        check("Größe.msi", "Größe.msi");
        check("files/", "package.msi");
        check("files/..", "package.msi");
        check("%2e%2e%2fevil.msi", "_evil.msi");
        check("a%00b.msi", "a_b.msi");
        check("a%5cb.msi", "a_b.msi");
        check("a:b*c.msi", "a_b_c.msi");
        check("con.msi", "_con.msi");
        check("LPT1.backup.msi", "_LPT1.backup.msi");
        check("console.msi", "console.msi");
        check(" . .msi", "package.msi");
        check(&format!("{}.msi", "a".repeat(300)), &format!("{}.msi", "a".repeat(76)));
    }
}
