//! Files and folders of one person's own.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::StateError;
use crate::machine::{self, FolderError};

/// How old an unfinished file may become before it is cleared away.
const UNFINISHED_AGE_MAX: Duration = Duration::from_secs(24 * 60 * 60);
/// How the name of an unfinished file begins.
const UNFINISHED: &str = ".new-";

/// Makes a folder that only this person can write, with the folders above it, or takes one that is there if it is so; it stays
/// where it is while the answer lives.
///
/// # Errors
/// [`StateError::Unusable`] if it cannot be made, [`StateError::Unsafe`] if it is there and somebody else could write in it.
pub(crate) fn make_private(folder: &Path) -> Result<File, StateError> {
    let unusable = |source| StateError::Unusable { path: folder.to_owned(), source };
    if let Some(parent) = folder.parent() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(parent).map_err(unusable)?;
    }
    machine::private_folder(folder).map_err(|error| match error {
        FolderError::Io(source) => unusable(source),
        FolderError::Flaw(flaw) => StateError::Unsafe { path: folder.to_owned(), flaw },
    })
}

/// Reads a file up to a size; `None` if it is not there, cannot be read, or is larger.
pub(crate) fn read(path: &Path, size_max: u64) -> Option<Vec<u8>> {
    let file = File::open(path).ok()?;
    let mut bytes = Vec::new();
    file.take(size_max.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= size_max).then_some(bytes)
}

/// Writes a file as a whole: whoever reads it sees what was there before or all that is there now.
///
/// # Errors
/// [`StateError::Unusable`] if it cannot be written.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), StateError> {
    let path = folder.join(name);
    let write = || {
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    };
    write().map_err(|source| StateError::Unusable { path: path.clone(), source })
}

/// Deletes a file; one that is not there is as good as gone.
pub(super) fn remove(path: &Path) -> Result<(), StateError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(StateError::Unusable { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// What lies in a folder, the newest first; what cannot be asked for its age counts as the oldest.
pub(crate) fn newest_first(folder: &Path) -> Vec<PathBuf> {
    let age = |path: &PathBuf| {
        let written_at = fs::metadata(path).and_then(|metadata| metadata.modified());
        std::cmp::Reverse(written_at.unwrap_or(SystemTime::UNIX_EPOCH))
    };
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort_by_cached_key(age);
    paths
}

/// Deletes all but the newest files of a folder; what cannot be deleted is tried again the next time.
pub(crate) fn keep_newest(folder: &Path, count: usize) {
    for path in newest_first(folder).iter().skip(count) {
        let _ = fs::remove_file(path);
    }
}

/// Deletes the oldest files of a folder until the others have so many bytes at most.
pub(crate) fn keep_smaller(folder: &Path, size_max: u64) {
    let mut size: u64 = 0;
    for path in newest_first(folder) {
        size = size.saturating_add(fs::metadata(&path).map_or(0, |metadata| metadata.len()));
        if size > size_max {
            let _ = fs::remove_file(path);
        }
    }
}

/// Deletes what a run that was cut off left half written.
pub(super) fn clear_unfinished(folder: &Path) {
    for folder in [folder.to_owned(), folder.join("reports")] {
        for path in newest_first(&folder) {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let written_at = fs::metadata(&path).and_then(|metadata| metadata.modified()).ok();
            let age = written_at.and_then(|at| SystemTime::now().duration_since(at).ok());
            if name.starts_with(UNFINISHED) && age.is_some_and(|age| age > UNFINISHED_AGE_MAX) {
                let _ = fs::remove_file(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    use tempfile::TempDir;

    use super::keep_smaller;

    #[test]
    fn the_oldest_files_go_until_the_rest_is_small_enough() {
        let folder = TempDir::new().unwrap();
        let check = |size_max: u64, expected: &[&str]| {
            for (name, size, age) in [("new", 10, 0_u64), ("old", 20, 1_000), ("oldest", 5, 2_000)] {
                let path = folder.path().join(name);
                fs::write(&path, vec![0; size]).unwrap();
                let at = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 - age);
                File::options().write(true).open(&path).unwrap().set_modified(at).unwrap();
            }
            keep_smaller(folder.path(), size_max);
            let mut names: Vec<_> =
                fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            assert_eq!(names, expected, "{size_max}");
        };
        check(35, &["new", "old", "oldest"]);
        check(34, &["new", "old"]);
        check(29, &["new"]);
        check(0, &[]);
    }
}
