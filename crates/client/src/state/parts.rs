//! Parts of packages that an earlier run left behind: what may stay to be gone on with, and what goes.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::newest_first;
use crate::download::PACKAGE_SIZE_MAX;

/// How long a part may wait to be gone on with.
pub const PART_AGE_MAX: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// The most bytes of all parts that wait; the oldest ones go.
pub const PARTS_SIZE_MAX: u64 = PACKAGE_SIZE_MAX;

/// The name of a part in its download's folder.
pub(crate) const PART: &str = "package.part";
/// The name of the note that says what the part is a part of; without it, it is a part of nothing.
pub(crate) const NOTE: &str = "package.json";

/// A part on disk.
struct Left {
    folder: PathBuf,
    written_at: SystemTime,
    size: u64,
}

/// Deletes parts that nobody could go on with, that are too old, or that are too many bytes together.
///
/// What cannot be deleted, because another process holds it open, is tried again the next time.
pub(super) fn clear(downloads: &Path, now: SystemTime) {
    let mut kept = 0_u64;
    for left in newest_parts(downloads) {
        let is_fresh = age(left.written_at, now) <= PART_AGE_MAX;
        let with_it = kept.saturating_add(left.size);
        if is_fresh && left.folder.join(NOTE).is_file() && with_it <= PARTS_SIZE_MAX {
            kept = with_it;
            continue;
        }
        for name in [PART, NOTE] {
            let _ = fs::remove_file(left.folder.join(name));
        }
        // Only if nothing else is in it.
        let _ = fs::remove_dir(&left.folder);
    }
}

/// How far apart two moments are, whichever is first: a clock that was set back makes no part young for ever.
fn age(written_at: SystemTime, now: SystemTime) -> Duration {
    now.duration_since(written_at).unwrap_or_else(|error| error.duration())
}

fn newest_parts(downloads: &Path) -> Vec<Left> {
    let left = |folder: PathBuf| {
        let metadata = fs::symlink_metadata(folder.join(PART)).ok().filter(Metadata::is_file)?;
        let written_at = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        Some(Left { folder, written_at, size: metadata.len() })
    };
    let mut parts: Vec<Left> = newest_first(downloads).into_iter().filter_map(left).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.written_at));
    parts
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use super::{NOTE, PART, PART_AGE_MAX, PARTS_SIZE_MAX, clear};

    const HOUR: Duration = Duration::from_secs(60 * 60);

    /// Leaves a part of a size behind that was written so long ago; the file is sparse.
    fn leave(downloads: &Path, name: &str, size: u64, age: Duration, now: SystemTime, names: &[&str]) {
        let folder = downloads.join(name);
        fs::create_dir(&folder).unwrap();
        for name in names {
            File::create(folder.join(name)).unwrap();
        }
        let part = File::options().write(true).open(folder.join(PART)).unwrap();
        part.set_len(size).unwrap();
        part.set_modified(now - age).unwrap();
    }

    /// Of parts with these sizes and ages, which stay.
    fn check(parts: &[(u64, Duration, &[&str])], expected: &[usize]) {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now() + 100 * PART_AGE_MAX;
        for (index, (size, age, names)) in parts.iter().enumerate() {
            leave(folder.path(), &index.to_string(), *size, *age, now, names);
        }
        clear(folder.path(), now);
        let stays = |index: &usize| folder.path().join(index.to_string()).join(PART).exists();
        let staying: Vec<usize> = (0..parts.len()).filter(stays).collect();
        assert_eq!(staying, expected, "{parts:?}");
    }

    #[test]
    fn only_a_part_to_go_on_with_stays_and_not_for_ever() {
        let whole = [PART, NOTE].as_slice();
        check(&[(10, HOUR, whole)], &[0]);
        check(&[(10, HOUR, &[PART])], &[]);
        check(&[(10, PART_AGE_MAX, whole), (10, PART_AGE_MAX + HOUR, whole)], &[0]);
        check(&[(PARTS_SIZE_MAX, HOUR, whole)], &[0]);
        check(&[(PARTS_SIZE_MAX + 1, HOUR, whole)], &[]);
        check(&[(PARTS_SIZE_MAX, 2 * HOUR, whole), (1, HOUR, whole)], &[1]);
        check(&[(PARTS_SIZE_MAX, HOUR, &[PART]), (1, 2 * HOUR, whole)], &[1]);
    }

    #[test]
    fn a_part_from_the_future_is_judged_like_one_from_the_past() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        leave(folder.path(), "soon", 1, Duration::ZERO, now + HOUR, &[PART, NOTE]);
        leave(folder.path(), "far", 1, Duration::ZERO, now + PART_AGE_MAX + HOUR, &[PART, NOTE]);
        clear(folder.path(), now);
        assert!(folder.path().join("soon").is_dir());
        assert!(!folder.path().join("far").exists());
    }

    #[test]
    fn what_is_no_part_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("whole")).unwrap();
        fs::write(folder.path().join("whole/notes.msi"), "a package").unwrap();
        clear(folder.path(), SystemTime::now() + 100 * PART_AGE_MAX);
        assert!(folder.path().join("whole/notes.msi").is_file());
    }
}
