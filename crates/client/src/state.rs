//! What the client keeps on disk between two runs, in a folder of this person's own.
//!
//! Everything in it can be lost without harm, has a limit, and is replaced atomically.

mod announced;
mod catalog;
mod files;
mod history;
mod parts;
mod pending;
mod sign_in;
mod told;

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use text::{Explain, Message, message};
use uuid::Uuid;

pub use self::catalog::KnownCatalog;
pub(crate) use self::files::{keep_newest, make_private, newest_first, read, replace};
pub use self::history::{HISTORY_MAX, LastCheck, Past};
pub(crate) use self::parts::{NOTE, PART};
pub use self::parts::{PART_AGE_MAX, PARTS_SIZE_MAX};
pub use self::pending::{PENDING_MAX, Pending};
pub use self::sign_in::SIGN_INS_MAX;
pub use self::told::Told;
use crate::folder_access::Flaw;
use crate::machine;

/// The most verbose logs of installs that are kept.
pub const LOGS_MAX: usize = 50;
/// The most bytes of all logs together, before the next one is written.
pub const LOGS_SIZE_MAX: u64 = 100 * 1024 * 1024;
/// The most characters of a product's name in a log's file name.
pub const LOG_NAME_LENGTH_MAX: usize = 40;

/// The name of the folder among Windows' local data.
pub(crate) const FOLDER_NAME: &str = "OX Updater";

/// The most bytes of the file with this PC's number.
const DEVICE_SIZE_MAX: u64 = 100;

/// The client's folder on disk.
#[derive(Debug, Clone)]
pub struct State {
    folder: PathBuf,
    /// It stays where it is meanwhile.
    _held: Arc<File>,
}

/// To whom and from where a catalog was given; nobody else sees what is kept of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Owner {
    /// Where updates come from.
    pub address: String,
    /// Who signs in there; `None` for nobody.
    pub user: Option<String>,
}

/// The right to install; one process on this state has it at a time.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why the folder cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum StateError {
    /// It is not known where this person's data lie.
    NoPlace,
    /// A file or folder in it cannot be read or written.
    Unusable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A folder in it is there and leads elsewhere, belongs to another, or can be written by others.
    Unsafe {
        /// Which.
        path: PathBuf,
        /// What speaks against it.
        flaw: Flaw,
    },
    /// Another process of this person installs already.
    Locked,
    /// Another process on this PC installs already, of another person or with another folder.
    LockedByOther,
}

impl State {
    /// The folder where this person's state lies unless another is named: `OX Updater` among Windows' local data, `oxupdate` in
    /// `$XDG_STATE_HOME` or `~/.local/state` elsewhere.
    #[must_use]
    pub fn usual_folder() -> Option<PathBuf> {
        if let Some(folder) = machine::local_data() {
            return Some(folder.join(FOLDER_NAME));
        }
        let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")));
        state.map(|state| state.join("oxupdate"))
    }

    /// Opens the folder and makes it, for this person only, if it is not there.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be made.
    pub fn open(folder: Option<&Path>) -> Result<Self, StateError> {
        let folder = folder.map(Path::to_owned).or_else(Self::usual_folder).ok_or(StateError::NoPlace)?;
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        let held = Arc::new(files::make_private(&folder)?);
        Ok(Self { folder, _held: held })
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes the right to install, and clears away what earlier runs left unfinished.
    ///
    /// # Errors
    /// [`StateError::Locked`] if another process has it, [`StateError::Unsafe`] if others could change what is to be installed.
    pub fn lock(&self) -> Result<Lock, StateError> {
        let path = self.folder.join("lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(|source| StateError::Unusable { path: path.clone(), source })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StateError::Locked),
            Err(TryLockError::Error(source)) => return Err(StateError::Unusable { path, source }),
        }
        for folder in [self.downloads(), self.packages()] {
            files::make_private(&folder)?;
        }
        files::clear_unfinished(&self.folder);
        parts::clear(&self.downloads(), SystemTime::now());
        Ok(Lock { _file: file })
    }

    /// This PC's random number, made at the first call.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be kept.
    pub fn device(&self) -> Result<Uuid, StateError> {
        let read = || {
            let written = files::read(&self.folder.join("device"), DEVICE_SIZE_MAX)?;
            Uuid::try_parse_ascii(written.trim_ascii()).ok()
        };
        if let Some(device) = read() {
            return Ok(device);
        }
        let device = Uuid::new_v4();
        files::replace(&self.folder, "device", device.to_string().as_bytes())?;
        // Of two processes that made one at the same time, the later is heard.
        Ok(read().unwrap_or(device))
    }

    /// Where packages are downloaded to.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Where packages are installed from, and stay as the source for repair.
    #[must_use]
    pub fn packages(&self) -> PathBuf {
        self.folder.join("packages")
    }

    /// Where reports wait.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.folder.join("reports")
    }

    /// Where the next verbose log of an install is to be written; the oldest ones go.
    ///
    /// # Errors
    /// [`StateError`] if the folder cannot be made.
    pub fn log(&self, product: &str, at: i64) -> Result<PathBuf, StateError> {
        let folder = self.folder.join("logs");
        files::make_private(&folder)?;
        files::keep_newest(&folder, LOGS_MAX - 1);
        files::keep_smaller(&folder, LOGS_SIZE_MAX);
        let name: String = product
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() || ".-".contains(letter) { letter } else { '-' })
            .take(LOG_NAME_LENGTH_MAX)
            .collect();
        Ok(folder.join(format!("{at}-{name}.log")))
    }
}

impl Explain for StateError {
    fn message(&self) -> Message {
        match self {
            Self::NoPlace => message!("state-no-place"),
            Self::Unusable { path, source } => {
                message!("state-unusable", path = path.display(), detail = source.to_string())
            }
            Self::Unsafe { path, flaw } => {
                message!("state-unsafe", path = path.display(), reason = flaw.message())
            }
            Self::Locked => message!("state-locked"),
            Self::LockedByOther => message!("state-locked-by-other"),
        }
    }
}
