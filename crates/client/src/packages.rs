//! The packages that stay on this PC as the source for repair, within a limit.
//!
//! Windows Installer looks for its source where the package lay when it was installed; so packages are installed from where they stay:
//! a folder of its own for each, named by the digest of what was offered.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use catalog::{Product, ProductVersion, UpgradeCode};
use same_file::is_same_file;
use serde::{Deserialize, Serialize};

use crate::download::{NAMED, key};
use crate::machine::Machine;
use crate::state::{read, replace};

/// The most bytes of all packages together; a single one that is larger stays alone.
pub const PACKAGES_SIZE_MAX: u64 = 4 * 1024 * 1024 * 1024;
/// The name of the note beside a package that was installed.
pub const NOTE: &str = "installed.json";

/// The most bytes of such a note.
const NOTE_SIZE_MAX: u64 = 4 * 1024;
/// The most packages that are looked at.
const LOOKED_AT_MAX: usize = 1_000;

/// What a package installed.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    upgrade_code: UpgradeCode,
    version: ProductVersion,
}

/// A package that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its folder.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When it was written.
    pub written_at: SystemTime,
    /// Whether what it installed is still installed.
    pub in_use: bool,
}

/// Notes that a package was installed, so that it is kept longer than others. That it cannot be noted does no harm.
pub(crate) fn installed(packages: &Path, product: &Product) {
    let note = Note { upgrade_code: product.upgrade_code, version: product.version.clone() };
    let _ = replace(&packages.join(key(product)), NOTE, &serde_json::to_vec(&note).unwrap_or_default());
}

/// Deletes packages until the others are within the limit; that of this product stays.
pub(crate) fn make_room(packages: &Path, product: &Product, machine: &dyn Machine) {
    let own = packages.join(key(product));
    let mut kept = Vec::new();
    for entry in fs::read_dir(packages).into_iter().flatten().flatten().take(LOOKED_AT_MAX) {
        let path = entry.path();
        let Ok(metadata) = entry.metadata() else { continue };
        let size = size(&path);
        let in_use = path == own || is_in_use(&path, machine);
        let written_at = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        kept.push(Kept { path, size, written_at, in_use });
    }
    for path in surplus(kept, PACKAGES_SIZE_MAX).into_iter().filter(|path| *path != own) {
        // What another program holds open stays until the next time.
        let _ = fs::remove_dir_all(path);
    }
}

/// The bytes of a package's files; what is one file under two names, as where the disk can do so, counts once.
fn size(package: &Path) -> u64 {
    let files = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(LOOKED_AT_MAX);
        entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect()
    };
    let own = files(package);
    let is_own = |named: &PathBuf| own.iter().any(|path| is_same_file(path, named).unwrap_or_default());
    let copies: Vec<PathBuf> =
        files(&package.join(NAMED)).into_iter().filter(|named| !is_own(named)).collect();
    own.iter().chain(&copies).filter_map(|path| Some(fs::metadata(path).ok()?.len())).sum()
}

fn is_in_use(package: &Path, machine: &dyn Machine) -> bool {
    let note = read(&package.join(NOTE), NOTE_SIZE_MAX);
    let note: Option<Note> = note.and_then(|note| serde_json::from_slice(&note).ok());
    note.is_some_and(|note| {
        let installed = machine.installed(note.upgrade_code).unwrap_or_default();
        installed.iter().any(|one| one.version == note.version)
    })
}

/// Which packages go, so that the others have so many bytes at most: first those that nothing installed needs, each time the oldest.
#[must_use]
pub fn surplus(mut kept: Vec<Kept>, size_max: u64) -> Vec<PathBuf> {
    let mut size: u64 = kept.iter().map(|one| one.size).sum();
    kept.sort_by_key(|one| (one.in_use, one.written_at));
    let mut going = Vec::new();
    for one in kept {
        if size <= size_max {
            break;
        }
        size = size.saturating_sub(one.size);
        going.push(one.path);
    }
    going
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use std::fs;

    use super::{Kept, size, surplus};
    use crate::download::NAMED;

    #[test]
    fn a_copy_under_another_name_counts_and_another_name_of_the_same_file_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let (package, named) = (folder.path().join("notes.msi"), folder.path().join(NAMED));
        fs::create_dir(&named).unwrap();
        fs::write(&package, [0; 1000]).unwrap();
        assert_eq!(size(folder.path()), 1000);
        fs::hard_link(&package, named.join("Same.msi")).unwrap();
        assert_eq!(size(folder.path()), 1000);
        fs::copy(&package, named.join("Copy.msi")).unwrap();
        assert_eq!(size(folder.path()), 2000);
    }

    #[test]
    fn the_oldest_go_and_what_is_installed_goes_last() {
        // Each by its name, size and age, and whether it is in use.
        let check = |kept: &[(&str, u64, u64, bool)], expected: &[&str]| {
            let kept = kept.iter().map(|(name, size, age, in_use)| Kept {
                path: name.into(),
                size: *size,
                written_at: SystemTime::UNIX_EPOCH + Duration::from_secs(1_000 - age),
                in_use: *in_use,
            });
            let going: Vec<String> =
                surplus(kept.collect(), 100).iter().map(|path| path.display().to_string()).collect();
            assert_eq!(going, expected);
        };
        check(&[], &[]);
        check(&[("a", 50, 1, false), ("b", 50, 2, false)], &[]);
        check(&[("a", 50, 1, false), ("b", 51, 2, false)], &["b"]);
        check(&[("old", 50, 9, true), ("new", 60, 1, false)], &["new"]);
        check(&[("old", 90, 9, true), ("new", 90, 1, true), ("other", 5, 0, false)], &["other", "old"]);
        check(&[("only", 500, 1, true)], &["only"]);
    }
}
