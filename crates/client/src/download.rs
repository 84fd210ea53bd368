//! From an offer to a file on disk with the offered bytes: resumed after a cut, limited, hashed as it comes.
//!
//! Not here: whether the file may be installed; that is for `verify.rs` alone, which looks at the file itself.

mod folder;
mod part;

use std::io::{ErrorKind, Read};
use std::path::PathBuf;
use std::time::Instant;

use catalog::Product;
use text::{Explain, Message, message};

pub use self::folder::{DOWNLOADS_MAX, FILE_NAME_LENGTH_MAX, Folder};
pub(crate) use self::folder::{NAMED, key};
use self::part::Part;
use crate::http;
use crate::machine::{Machine, MachineError, Proceed};
use crate::server::{PackageAnswer, Server, ServerError};
use crate::state::StateError;
use crate::verify::{self, VerifyError};

/// The most bytes of a package.
pub const PACKAGE_SIZE_MAX: u64 = 8 * 1024 * 1024 * 1024;
/// How many bytes have to stay free on the disk when a package is on it.
pub const FREE_SPACE_MIN: u64 = 64 * 1024 * 1024;
/// How often a download that broke off goes on by itself, as long as each time brought some bytes.
pub const RESUMES_MAX: usize = 5;

/// How many bytes are read at a time.
const CHUNK_SIZE: usize = 64 * 1024;

/// How a download goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer {
    /// Bytes on disk.
    pub done: u64,
    /// Bytes in all, if anyone has said.
    pub total: Option<u64>,
    /// Bytes each second since this attempt began; 0 in its first moments.
    pub speed: u64,
}

/// Why there is no file with the offered bytes.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum DownloadError {
    /// The server did not give it.
    Server(#[from] ServerError),
    /// Something cannot be written.
    State(#[from] StateError),
    /// The disk cannot be asked for its free space.
    Machine(#[from] MachineError),
    /// The disk is too full.
    DiskFull {
        /// The bytes that are needed.
        needed: u64,
        /// The bytes that are free.
        free: u64,
    },
    /// It has, or is said to have, more bytes than [`PACKAGE_SIZE_MAX`].
    TooLarge,
    /// It is not what was offered; nothing of it is kept.
    Different(#[from] VerifyError),
    /// The person cancelled; what is there is kept.
    Cancelled,
}

/// Where a package comes from and goes to.
pub struct Download<'a> {
    /// Where it comes from.
    pub server: &'a dyn Server,
    /// Whose disk it goes to.
    pub machine: &'a dyn Machine,
    /// The offer.
    pub product: &'a Product,
    /// The offer's folder.
    pub folder: &'a Folder,
}

impl Download<'_> {
    /// Downloads the package, and answers where it is.
    ///
    /// # Errors
    /// [`DownloadError`]; what can be gone on with is kept for the next time.
    pub fn run(&self, watch: &mut dyn FnMut(Transfer) -> Proceed) -> Result<PathBuf, DownloadError> {
        if self.product.size.is_some_and(|size| size > PACKAGE_SIZE_MAX) {
            return Err(DownloadError::TooLarge);
        }
        let mut part = Part::open(self.folder, self.product).map_err(|error| self.plainly(error.into()))?;
        self.check_free_space(self.product.size, part.size())?;
        if let Err(error) = self.fetch(&mut part, watch) {
            let is_wrong = matches!(error, DownloadError::Different(_) | DownloadError::TooLarge);
            // What cannot be gone on with is of no use to anyone.
            if is_wrong || part.resume().is_none() {
                drop(part);
                self.folder.clear();
            }
            return Err(self.plainly(error));
        }
        let (file, digests) = part.finish();
        if let Err(error) = verify::compare(self.product, &digests) {
            self.folder.clear();
            return Err(error.into());
        }
        self.folder.settle(file).map_err(|error| self.plainly(error.into()))
    }

    /// Fetches what is missing; goes on after a cut as long as each time brings some bytes.
    fn fetch(
        &self,
        part: &mut Part<'_>,
        watch: &mut dyn FnMut(Transfer) -> Proceed,
    ) -> Result<(), DownloadError> {
        for resumes in 0.. {
            let before = part.size();
            match self.attempt(part, watch) {
                Err(DownloadError::Server(ServerError::Broken { .. }))
                    if resumes < RESUMES_MAX && part.size() > before => {}
                Err(DownloadError::Server(ServerError::Cancelled)) => return Err(DownloadError::Cancelled),
                ended => return ended,
            }
        }
        Ok(())
    }

    /// An error of writing as what it is to the person: a disk that became full meanwhile.
    fn plainly(&self, error: DownloadError) -> DownloadError {
        match error {
            DownloadError::State(StateError::Unusable { source, .. })
                if source.kind() == ErrorKind::StorageFull =>
            {
                let needed = self.product.size.unwrap_or_default().saturating_add(FREE_SPACE_MIN);
                DownloadError::DiskFull { needed, free: 0 }
            }
            other => other,
        }
    }

    /// Fetches what is missing, once.
    fn attempt(
        &self,
        part: &mut Part<'_>,
        watch: &mut dyn FnMut(Transfer) -> Proceed,
    ) -> Result<(), DownloadError> {
        let PackageAnswer { offset, size, validator, mut body } =
            self.server.package(self.product, part.resume().as_ref())?;
        if offset != part.size() {
            // Only the beginning is ever sent unasked; what is at hand is then of no use.
            part.begin_anew()?;
        }
        if offset != part.size() {
            return Err(ServerError::Broken { detail: format!("{offset} > 0") }.into());
        }
        let offered = self.product.size;
        if let Some((offered, found)) = offered.zip(size).filter(|(offered, size)| offered != size) {
            return Err(VerifyError::Size { offered, found }.into());
        }
        let total = offered.or(size);
        if total.is_some_and(|total| total > PACKAGE_SIZE_MAX) {
            return Err(DownloadError::TooLarge);
        }
        self.check_free_space(total, part.size())?;
        part.remember(self.product, validator)?;

        let mut chunk = vec![0; CHUNK_SIZE];
        let (begun_at, begun_with) = (Instant::now(), part.size());
        loop {
            let count = match body.read(&mut chunk) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(http::broken(&error).into()),
            };
            let done = part.size() + count as u64;
            if done > total.unwrap_or(PACKAGE_SIZE_MAX) {
                return Err(total.map_or(DownloadError::TooLarge, |offered| {
                    VerifyError::Size { offered, found: done }.into()
                }));
            }
            part.append(chunk.get(..count).unwrap_or_default())?;
            let speed = speed(done - begun_with, begun_at);
            if watch(Transfer { done, total, speed }) == Proceed::Cancel {
                return Err(DownloadError::Cancelled);
            }
        }
        match total {
            Some(total) if part.size() < total => {
                let detail = format!("{} < {total}", part.size());
                Err(ServerError::Broken { detail }.into())
            }
            _ => Ok(()),
        }
    }

    fn check_free_space(&self, total: Option<u64>, done: u64) -> Result<(), DownloadError> {
        let needed = total.unwrap_or_default().saturating_sub(done).saturating_add(FREE_SPACE_MIN);
        let free = self.machine.free_space(self.folder.path())?;
        if free < needed { Err(DownloadError::DiskFull { needed, free }) } else { Ok(()) }
    }
}

/// Bytes each second.
fn speed(bytes: u64, since: Instant) -> u64 {
    let milliseconds = since.elapsed().as_millis();
    let speed = u128::from(bytes) * 1000 / milliseconds.max(1);
    if milliseconds < 100 { 0 } else { u64::try_from(speed).unwrap_or(u64::MAX) }
}

impl Explain for DownloadError {
    fn message(&self) -> Message {
        match self {
            Self::Server(error) => error.message(),
            Self::State(error) => error.message(),
            Self::Machine(error) => error.message(),
            Self::DiskFull { needed, free } => {
                let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
                message!("download-disk-full", needed = megabytes(*needed), free = free / 1024 / 1024)
            }
            Self::TooLarge => {
                message!("download-too-large", megabytes = PACKAGE_SIZE_MAX / 1024 / 1024)
            }
            Self::Different(error) => error.message(),
            Self::Cancelled => message!("download-cancelled"),
        }
    }
}
