//! The data folder: where it is, whose it is, and the lock that lets one process at a time work in it.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use text::{Explain, Message, message};

/// The name of the lock's file.
const LOCK_FILE: &str = "oxupdated.lock";
/// The most bytes that are read of what the lock's holder wrote about itself.
const HOLDER_SIZE_MAX: u64 = 256;

/// A data folder that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataFolder(PathBuf);

/// The right to work in a data folder; it ends when this is dropped, or with the process.
#[derive(Debug)]
pub(crate) struct Lock(File);

/// Whether a folder that is absent is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absent {
    /// It is made.
    Make,
    /// It is an error.
    Refuse,
}

/// Why a data folder cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum DataFolderError {
    /// There is no place for one: the environment names no home.
    NoPlace,
    /// It is not there.
    Absent(PathBuf),
    /// It is there, and no server has worked in it.
    Vacant(PathBuf),
    /// It cannot be used.
    Unusable {
        /// The folder or a file in it.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// Another process works in it.
    Locked {
        /// The folder.
        folder: PathBuf,
        /// What that process wrote about itself; may be empty.
        holder: String,
    },
}

impl DataFolder {
    /// Where the data folder is if nothing is said: `/var/lib/oxupdated` for root, else in the user's own folder of data.
    ///
    /// Sources: Filesystem Hierarchy Standard; XDG Base Directory Specification; on Windows `%ProgramData%`.
    ///
    /// # Errors
    /// [`DataFolderError::NoPlace`].
    pub(crate) fn default_path(
        variable: impl Fn(&str) -> Option<PathBuf>,
    ) -> Result<PathBuf, DataFolderError> {
        if is_root() {
            return Ok(PathBuf::from("/var/lib/oxupdated"));
        }
        let names =
            if cfg!(windows) { ["ProgramData", "ALLUSERSPROFILE"] } else { ["XDG_DATA_HOME", "HOME"] };
        let [own, fall_back] = names.map(variable).map(|path| path.filter(|path| path.is_absolute()));
        let fall_back = fall_back.map(|path| if cfg!(windows) { path } else { path.join(".local/share") });
        own.or(fall_back).map(|path| path.join("oxupdated")).ok_or(DataFolderError::NoPlace)
    }

    /// Opens a data folder. One that is made is open to its owner alone.
    ///
    /// # Errors
    /// [`DataFolderError`].
    pub(crate) fn open(path: &Path, absent: Absent) -> Result<Self, DataFolderError> {
        let unusable = |error: io::Error| unusable(path, &error);
        if !path.try_exists().map_err(unusable)? {
            match absent {
                Absent::Make => make(path).map_err(unusable)?,
                Absent::Refuse => return Err(DataFolderError::Absent(path.to_owned())),
            }
        }
        // Absolute and without detours: it is named in sentences, and files in it are compared by path.
        fs::canonicalize(path).map(Self).map_err(unusable)
    }

    /// The folder's path.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Makes this process work in the folder as its owner would: root becomes the owner, so that the owner can use what root
    /// makes, and what is made from now on is open to the owner alone, whatever the folder itself is.
    ///
    /// # Errors
    /// [`DataFolderError::Unusable`] if the system does not let root do that.
    #[cfg(unix)]
    pub(crate) fn work_as_owner(&self) -> Result<(), DataFolderError> {
        use nix::sys::stat::{Mode, umask};
        use nix::unistd::{Gid, Uid, setgid, setgroups, setuid};
        use std::os::unix::fs::MetadataExt;
        umask(Mode::S_IRWXG | Mode::S_IRWXO);
        let about = fs::metadata(&self.0).map_err(|error| unusable(&self.0, &error))?;
        if !is_root() || about.uid() == 0 {
            return Ok(());
        }
        let group = Gid::from_raw(about.gid());
        let became = setgroups(&[group]).and_then(|()| setgid(group));
        let became = became.and_then(|()| setuid(Uid::from_raw(about.uid())));
        became.map_err(|error| unusable(&self.0, &error.into()))
    }

    /// Has nothing to do here: no user works as another.
    ///
    /// # Errors
    /// None.
    #[cfg(not(unix))]
    pub(crate) fn work_as_owner(&self) -> Result<(), DataFolderError> {
        Ok(())
    }

    /// Whether there is nothing in it but its lock, and what file systems keep at their roots.
    ///
    /// # Errors
    /// [`DataFolderError::Unusable`] if it cannot be looked into.
    pub(crate) fn is_vacant(&self) -> Result<bool, DataFolderError> {
        let unusable = |error: io::Error| unusable(&self.0, &error);
        for entry in fs::read_dir(&self.0).map_err(unusable)? {
            let name = entry.map_err(unusable)?.file_name();
            if name != LOCK_FILE && name != "lost+found" {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes the lock without waiting. `holder` tells others who has it.
    ///
    /// # Errors
    /// [`DataFolderError::Locked`] if another process has it.
    pub(crate) fn lock(&self, holder: &str) -> Result<Lock, DataFolderError> {
        let path = self.0.join(LOCK_FILE);
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(|error| unusable(&path, &error))?;
        #[cfg(unix)]
        if is_root() {
            // Otherwise the owner could not open what root has made.
            give_to_owner(&self.0, &file).map_err(|error| unusable(&path, &error))?;
        }
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Windows lets nobody read a locked file; then the sentence does without.
                let _ = file.take(HOLDER_SIZE_MAX).read_to_string(&mut holder);
                return Err(DataFolderError::Locked { folder: self.0.clone(), holder });
            }
            Err(TryLockError::Error(error)) => return Err(unusable(&path, &error)),
        }
        let mut lock = Lock(file);
        lock.tell(holder).map_err(|error| unusable(&path, &error))?;
        Ok(lock)
    }
}

impl Lock {
    /// Tells others who has the lock.
    ///
    /// # Errors
    /// What writing gives.
    pub(crate) fn tell(&mut self, holder: &str) -> io::Result<()> {
        self.0.set_len(0)?;
        self.0.seek(SeekFrom::Start(0))?;
        self.0.write_all(holder.as_bytes())
    }
}

fn make(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    if let Some(parent) = path.parent() {
        // The folders above are no secret.
        builder.create(parent)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn give_to_owner(folder: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let owner = fs::metadata(folder)?;
    fchown(file, Some(owner.uid()), Some(owner.gid()))
}

fn unusable(path: &Path, error: &io::Error) -> DataFolderError {
    DataFolderError::Unusable { path: path.to_owned(), detail: error.to_string() }
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

impl Explain for DataFolderError {
    fn message(&self) -> Message {
        match self {
            Self::NoPlace => message!("data-folder-no-place"),
            Self::Absent(path) => message!("data-folder-absent", folder = path.display()),
            Self::Vacant(path) => message!("data-folder-vacant", folder = path.display()),
            Self::Unusable { path, detail } => {
                message!("data-folder-unusable", path = path.display(), detail = detail)
            }
            Self::Locked { folder, holder } if holder.is_empty() => {
                message!("data-folder-locked", folder = folder.display())
            }
            Self::Locked { folder, holder } => {
                message!("data-folder-locked-by", folder = folder.display(), holder = holder)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Absent, DataFolder, DataFolderError};

    #[test]
    fn one_lock_at_a_time_and_its_holder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let folder = DataFolder::open(folder.path(), Absent::Refuse).unwrap();
        let mut lock = folder.lock("process 1").unwrap();
        lock.tell("2").unwrap();
        let Err(DataFolderError::Locked { holder, .. }) = folder.lock("process 3") else {
            panic!("a second lock was given");
        };
        assert_eq!(holder, "2");
        drop(lock);
        folder.lock("process 3").unwrap();
    }

    #[test]
    fn an_absent_folder_is_made_only_where_that_makes_sense() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b");
        assert!(matches!(DataFolder::open(&path, Absent::Refuse), Err(DataFolderError::Absent(_))));
        DataFolder::open(&path, Absent::Make).unwrap();
        DataFolder::open(&path, Absent::Refuse).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o700);
            assert_ne!(mode(path.parent().unwrap()), 0o700);
        }
    }

    #[test]
    #[cfg(unix)]
    fn the_default_is_where_people_look() {
        use std::path::{Path, PathBuf};
        let check = |variables: &[(&str, &str)], expected: Option<&str>| {
            let find = |name: &str| {
                let found = variables.iter().find(|(variable, _)| *variable == name);
                found.map(|(_, value)| PathBuf::from(value))
            };
            let expected = if super::is_root() { Some("/var/lib/oxupdated") } else { expected };
            assert_eq!(DataFolder::default_path(find).ok().as_deref(), expected.map(Path::new));
        };
        check(&[("HOME", "/home/anna")], Some("/home/anna/.local/share/oxupdated"));
        check(&[("HOME", "/home/anna"), ("XDG_DATA_HOME", "/d")], Some("/d/oxupdated"));
        check(
            &[("HOME", "/home/anna"), ("XDG_DATA_HOME", "relative")],
            Some("/home/anna/.local/share/oxupdated"),
        );
        check(&[], None);
    }
}
