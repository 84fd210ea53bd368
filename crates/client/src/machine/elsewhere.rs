//! What a PC without Windows does in its place.

use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use nix::errno::Errno;
use nix::fcntl::{OFlag, open};
use nix::sys::stat::{Mode, fstat};
use nix::unistd::geteuid;

use super::FolderError;
use crate::folder_access::Flaw;

/// Who but the owner may write.
const WRITABLE_BY_OTHERS: Mode = Mode::S_IWGRP.union(Mode::S_IWOTH);

/// Makes a folder that only this person can look into, or looks at one that is there: it is this person's, no link, and nobody else can write in it.
pub(super) fn private_folder(path: &Path) -> Result<File, FolderError> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error.into()),
        _ => {}
    }
    let flags = OFlag::O_RDONLY | OFlag::O_DIRECTORY | OFlag::O_NOFOLLOW | OFlag::O_CLOEXEC;
    let folder = match open(path, flags, Mode::empty()) {
        Ok(folder) => File::from(folder),
        // A link, or no folder at all.
        Err(Errno::ELOOP | Errno::ENOTDIR) => return Err(Flaw::Link.into()),
        Err(error) => return Err(io::Error::from(error).into()),
    };
    let status = fstat(&folder).map_err(io::Error::from)?;
    if status.st_uid != geteuid().as_raw() {
        return Err(Flaw::Owner.into());
    }
    if Mode::from_bits_truncate(status.st_mode).intersects(WRITABLE_BY_OTHERS) {
        return Err(Flaw::Writable.into());
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use tempfile::TempDir;

    use super::private_folder;
    use crate::folder_access::Flaw;
    use crate::machine::FolderError;

    #[test]
    fn only_a_folder_of_ones_own_is_taken() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("state");
        let mode = |path| fs::metadata(path).unwrap().mode() & 0o777;
        let check = |what: &str, expected: Option<Flaw>| match (private_folder(&path), expected) {
            (Ok(_), None) => {}
            (Err(FolderError::Flaw(found)), Some(expected)) => assert_eq!(found, expected, "{what}"),
            (found, expected) => panic!("{what}: {found:?} instead of {expected:?}"),
        };
        check("made", None);
        assert_eq!(mode(&path), 0o700);
        for (bits, expected) in
            [(0o755, None), (0o775, Some(Flaw::Writable)), (0o707, Some(Flaw::Writable)), (0o700, None)]
        {
            fs::set_permissions(&path, fs::Permissions::from_mode(bits)).unwrap();
            check("there", expected);
            assert_eq!(mode(&path), bits, "it is never mended");
        }
        let target = place.path().join("target");
        fs::rename(&path, &target).unwrap();
        symlink(&target, &path).unwrap();
        check("a link", Some(Flaw::Link));
        fs::remove_file(&path).unwrap();
        fs::write(&path, "").unwrap();
        check("a file", Some(Flaw::Link));
    }
}
