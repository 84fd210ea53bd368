//! What OX Updater keeps for a person, removed when the person wants that: settings, sign-ins, history and downloads.
//!
//! Packages that were installed stay where they are: Windows Installer repairs other programs from there, also after OX Updater has gone.

use std::fs;
use std::io;
use std::path::Path;

use crate::machine;
use crate::state::{FOLDER_NAME, State};

/// The folder of packages that were installed, below the folder for what is kept.
const PACKAGES: &str = "packages";

/// Removes what is kept for this person. Goes on where something cannot be removed.
///
/// # Errors
/// The first of what went wrong.
pub fn remove_settings() -> io::Result<()> {
    let own = machine::own_data().map(|folder| folder.join(FOLDER_NAME));
    let folders = own.into_iter().chain(State::usual_folder());
    folders.fold(machine::forget_person(), |result, folder| result.and(remove_folder(&folder)))
}

/// Removes all in a folder but packages, and the folder itself if nothing is in it then; nothing behind a link.
///
/// # Errors
/// The first of what went wrong; the rest is removed all the same.
pub fn remove_folder(folder: &Path) -> io::Result<()> {
    if fs::symlink_metadata(folder).is_ok_and(|found| !found.is_dir()) {
        // A link to elsewhere; this may run with more rights than who made it has.
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    let mut result = Ok(());
    for entry in entries {
        let entry = entry?;
        let removed = if !entry.file_type()?.is_dir() {
            fs::remove_file(entry.path())
        } else if entry.file_name() == PACKAGES {
            // Only where it is empty.
            let _ = fs::remove_dir(entry.path());
            Ok(())
        } else {
            fs::remove_dir_all(entry.path())
        };
        result = result.and(removed);
    }
    let _ = fs::remove_dir(folder);
    result
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::remove_folder;

    #[cfg(unix)]
    #[test]
    fn nothing_goes_behind_a_link() {
        let parent = tempfile::tempdir().unwrap();
        let (elsewhere, link) = (parent.path().join("elsewhere"), parent.path().join("link"));
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("mine.txt"), "x").unwrap();
        std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
        assert!(remove_folder(&link).is_err());
        assert!(elsewhere.join("mine.txt").is_file() && link.exists());
    }

    #[test]
    fn everything_goes_but_packages() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("kept");
        for name in ["logs", "packages"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        for name in ["history.json", "logs/one.log", "packages/notes.msi"] {
            fs::write(folder.join(name), "x").unwrap();
        }
        remove_folder(&folder).unwrap();
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["packages"]);
        assert!(folder.join("packages/notes.msi").is_file());
        fs::remove_file(folder.join("packages/notes.msi")).unwrap();
        remove_folder(&folder).unwrap();
        assert!(!folder.exists());
        remove_folder(&folder).unwrap();
    }
}
