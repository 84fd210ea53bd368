//! Archives: backups as one file of tar, written and read in a stream, with the manifest first.

mod read;
mod restore;
mod write;

use std::io::{self, Read};

use sha2::Digest;
use text::{Explain, Message, message};

pub(crate) use self::restore::{restore, verify};
pub(crate) use self::write::{Content, write};
use crate::rules::backup::BackupError;

/// How many bytes are moved at a time.
const PIECE_SIZE: usize = 256 * 1024;

/// Why an archive cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum ArchiveError {
    /// It is no backup that this version can take over.
    Backup(#[from] BackupError),
    /// A package's bytes are no longer those that were published.
    Package(String),
    /// It would take the place of a file that is there.
    FileThere(String),
    /// The file cannot be written.
    Unwritable {
        /// The file.
        file: String,
        /// What the system says.
        detail: String,
    },
    /// Bytes that nobody can read would go to a terminal.
    Terminal,
    /// There is something in the data folder that it would be restored to.
    Taken(String),
    /// The disk, or whoever takes or gives the bytes, refuses.
    Io(#[source] io::Error),
}

impl From<io::Error> for ArchiveError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Explain for ArchiveError {
    fn message(&self) -> Message {
        match self {
            Self::Backup(error) => error.message(),
            Self::Package(path) => message!("backup-package-damaged", path = path),
            Self::FileThere(file) => message!("error-file-there", file = file),
            Self::Unwritable { file, detail } => {
                message!("error-file-unwritable", file = file, detail = detail)
            }
            Self::Terminal => message!("error-terminal"),
            Self::Taken(folder) => message!("error-data-folder-taken", folder = folder),
            Self::Io(error) => message!("backup-io", detail = error.to_string()),
        }
    }
}

/// Reads bytes, and hashes them on the way.
struct Hashing<Bytes> {
    bytes: Bytes,
    state: sha2::Sha256,
}

impl<Bytes: Read> Hashing<Bytes> {
    fn new(bytes: Bytes) -> Self {
        Self { bytes, state: sha2::Sha256::new() }
    }

    /// The SHA-256 of what was read.
    fn finish(self) -> String {
        self.state.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl<Bytes: Read> Read for Hashing<Bytes> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.state.update(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

/// Size and SHA-256 of all that is read.
pub(crate) fn measure(bytes: impl Read) -> io::Result<(u64, String)> {
    let mut bytes = Hashing::new(bytes);
    let size = copy(&mut bytes, &mut io::sink())?;
    Ok((size, bytes.finish()))
}

/// Copies in larger pieces than the standard library does.
fn copy(from: &mut impl Read, to: &mut (impl io::Write + ?Sized)) -> io::Result<u64> {
    let mut piece = vec![0; PIECE_SIZE];
    let mut copied = 0;
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(copied),
            Ok(count) => {
                to.write_all(piece.get(..count).unwrap_or_default())?;
                copied += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
