//! An update.xml on disk: read, and replaced whole, by one program at a time.
//!
//! Whoever reads the file, such as a web server, finds the old one or the new one and nothing between: the new one is written beside it and
//! takes its name in one step, on Windows too. Who may do what with the old one, may with the new one, as far as the folder and its system
//! allow. A link is followed: the file that it leads to is replaced, and the link stays.

use std::ffi::OsString;
use std::fs::{self, File, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use catalog::xml::DOCUMENT_SIZE_MAX;
use same_file::Handle;
use tempfile::{Builder, NamedTempFile};
use text::{Message, message};

use crate::Failure;
use crate::package::read_bounded;

/// What is appended to the file's name for the previous one.
const BACKUP_SUFFIX: &str = ".bak";
/// What is appended to the file's name for the lock that lies beside it while it is changed.
const LOCK_SUFFIX: &str = ".lock";
/// How often a lock is asked for that others keep removing; each time, one of them has finished.
const LOCK_ATTEMPTS_MAX: usize = 1_000;

/// Reads an update.xml.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    read_bounded(path, DOCUMENT_SIZE_MAX).map_err(|error| Failure::not_read(path, &error))
}

/// An update.xml that no other `oxcatalog` changes as long as this value lives.
pub(crate) struct CatalogFile<'a> {
    /// The path as the person gave it.
    path: &'a Path,
    /// The file itself, behind links.
    target: PathBuf,
    /// The file as it is; `None` if there is none yet.
    previous: Option<Previous>,
    _lock: Lock,
}

struct Previous {
    bytes: Vec<u8>,
    permissions: Permissions,
}

impl<'a> CatalogFile<'a> {
    /// Opens an update.xml to change it; waits for others who do, and tells so.
    pub(crate) fn open(path: &'a Path, told: impl FnMut(&Message)) -> Result<Self, Failure> {
        let target = target_of(path)?;
        let lock = Lock::take(&with_suffix(&target, LOCK_SUFFIX), path, told)?;
        let previous = match fs::metadata(&target) {
            Ok(metadata) if !metadata.is_file() => {
                return Err(Failure::about(path, message!("generator-not-a-file")));
            }
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(Failure::about(path, message!("generator-read-only")));
            }
            Ok(metadata) => {
                let bytes = read_bounded(&target, DOCUMENT_SIZE_MAX);
                let bytes = bytes.map_err(|error| Failure::not_read(path, &error))?;
                Some(Previous { bytes, permissions: metadata.permissions() })
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(Failure::not_read(path, &error)),
        };
        Ok(Self { path, target, previous, _lock: lock })
    }

    /// The file's bytes; `None` if there is no file yet.
    pub(crate) fn bytes(&self) -> Option<&[u8]> {
        self.previous.as_ref().map(|previous| previous.bytes.as_slice())
    }

    /// Puts new bytes in the place of the old ones, which are kept beside it as `.bak`.
    pub(crate) fn replace(&self, bytes: &[u8]) -> Result<(), Failure> {
        let write = || {
            let new = self.write_beside(bytes)?;
            if let Some(previous) = &self.previous {
                let backup = self.write_beside(&previous.bytes)?;
                backup.persist(with_suffix(&self.target, BACKUP_SUFFIX))?;
            }
            new.persist(&self.target)?;
            // The new name, too, is to outlast a power cut; where a folder cannot be synced, the system sees to it.
            if let Ok(folder) = File::open(folder_of(&self.target)) {
                let _ = folder.sync_all();
            }
            Ok(())
        };
        write().map_err(|error: io::Error| Failure::not_written(self.path, &error))
    }

    /// Writes a file of any name beside it, down to the disk, with the permissions of the one that is there.
    fn write_beside(&self, bytes: &[u8]) -> io::Result<NamedTempFile> {
        // Made by the system's own rules, for a web server may have to read it; a temporary file would be its owner's alone.
        let folder = folder_of(&self.target);
        let mut file = Builder::new().prefix(".oxcatalog-").make_in(folder, |path| File::create_new(path))?;
        file.write_all(bytes)?;
        if let Some(previous) = &self.previous {
            fs::set_permissions(file.path(), previous.permissions.clone())?;
            // Where a folder or a share knows no lists of who may do what, or gives none away, there is nothing to carry over.
            #[cfg(windows)]
            let _ = window::copy_permissions(&self.target, file.path());
        }
        file.as_file().sync_all()?;
        Ok(file)
    }
}

/// The file behind links; the path itself where there is none yet.
fn target_of(path: &Path) -> Result<PathBuf, Failure> {
    match fs::canonicalize(path) {
        Ok(target) => Ok(target),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if fs::symlink_metadata(path).is_ok() {
                return Err(Failure::about(path, message!("generator-link-leads-nowhere")));
            }
            if path.file_name().is_none() || !folder_of(path).is_dir() {
                return Err(Failure::not_written(path, &error));
            }
            Ok(path.to_owned())
        }
        Err(error) => Err(Failure::not_read(path, &error)),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// A file that is locked while an update.xml is changed, and removed afterwards.
///
/// The update.xml itself cannot be locked: it is replaced, and who waits would hold the old one.
struct Lock {
    path: PathBuf,
    file: Option<File>,
}

impl Lock {
    fn take(path: &Path, catalog: &Path, mut told: impl FnMut(&Message)) -> Result<Self, Failure> {
        let not_locked = |error: &io::Error| Failure::not_written(catalog, error);
        let mut said = false;
        for _ in 0..LOCK_ATTEMPTS_MAX {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(path)
                .map_err(|error| not_locked(&error))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    // Once is enough, however many get it first.
                    if !said {
                        told(&message!("generator-waiting", file = catalog.display()));
                        said = true;
                    }
                    file.lock().map_err(|error| not_locked(&error))?;
                }
                Err(TryLockError::Error(error)) => return Err(not_locked(&error)),
            }
            // The one before may have removed the file that was just locked; then it locks nobody out.
            let locked = file.try_clone().and_then(Handle::from_file);
            if locked.ok() == Handle::from_path(path).ok() {
                return Ok(Self { path: path.to_owned(), file: Some(file) });
            }
        }
        Err(Failure::refused(message!("generator-locked", file = catalog.display())))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is still locked: who locks it afterwards sees that it is gone and asks again.
        let _ = fs::remove_file(&self.path);
        self.file.take();
    }
}
