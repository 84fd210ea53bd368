//! Bytes of packages on their way in: to a file, hashed and read while they come. Whatever goes wrong, nothing stays.

use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom, Write};

use catalog::msi::{self, Metadata};
use catalog::{Digests, digest};
use tempfile::NamedTempFile;
use tokio::io::AsyncRead;
use tokio::task::spawn_blocking;
use tokio_util::io::SyncIoBridge;

use crate::App;
use crate::error::{Error, Kind, Result};
use crate::outgoing::OutgoingError;
use crate::rules::destination::Destination;

/// A package that was received. Its file goes away unless it is kept.
#[derive(Debug)]
pub(super) struct Received {
    /// The bytes, on the disk.
    pub(super) file: NamedTempFile,
    /// What the MSI says.
    pub(super) metadata: Metadata,
    /// What the bytes are known by.
    pub(super) digests: Digests,
}

/// Receives all bytes that there are, `size` of them where that is known.
///
/// # Errors
/// If they are more than the setting allows, fewer than `size`, late, or no MSI file.
pub(super) async fn receive(
    app: &App,
    bytes: impl AsyncRead + Send + Unpin + 'static,
    size: Option<u64>,
) -> Result<Received> {
    let size_max = app.settings.package_size_max;
    if size.is_some_and(|size| size > size_max) {
        return Err(Kind::PackageTooLarge(size_max).into());
    }
    let file = app.storage.receive()?;
    let bytes = SyncIoBridge::new(bytes);
    spawn_blocking(move || take(file, bytes, size, size_max)).await.map_err(Error::internal)?
}

/// Fetches a package from where it stays, and answers with that address as it is offered from now on.
///
/// # Errors
/// If the address may not be asked, does not answer with the file, or as for [`receive`].
pub(super) async fn fetch(app: &App, url: &str) -> Result<(String, Received)> {
    let destination = Destination::parse(url)?;
    destination.foresee(app.outgoing.listed())?;
    let size_max = app.settings.package_size_max;
    let file = app.storage.receive()?;
    let url = destination.as_str().to_owned();
    let fetched = app.outgoing.fetch(move |asking| {
        let body = asking.get(&destination, size_max)?;
        take(file, body, None, size_max)
    });
    Ok((url, fetched.await?))
}

/// Writes the bytes to a file while hashing them, and reads what the MSI says.
fn take(mut file: NamedTempFile, bytes: impl Read, size: Option<u64>, size_max: u64) -> Result<Received> {
    // One more than allowed tells that there are more.
    let bytes = bytes.take(size.unwrap_or(size_max.saturating_add(1)));
    let mut copying = Copying { bytes, file: &mut file, failure: None };
    let digests = digest::of(&mut copying, |_| ());
    if let Some(failure) = copying.failure {
        return Err(Error::internal(failure));
    }
    let digests = digests.map_err(|error| match error.kind() {
        // Of who was asked for them.
        _ if outgoing(&error).is_some() => outgoing(&error).map_or(Kind::PackageCut.into(), Error::from),
        ErrorKind::TimedOut => Error::from(Kind::BodyLate),
        // What cannot be read is the sender's end, which has gone.
        _ => Error::from(Kind::PackageCut),
    })?;
    if digests.size > size_max {
        return Err(Kind::PackageTooLarge(size_max).into());
    }
    if size.is_some_and(|size| digests.size != size) {
        return Err(Kind::PackageCut.into());
    }
    file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
    let metadata = msi::read(BufReader::new(file.as_file()))?;
    // Here, and not when the file is kept: that happens while other changes wait.
    file.as_file().sync_all().map_err(Error::internal)?;
    Ok(Received { file, metadata, digests })
}

/// Why a body that was asked for broke off.
fn outgoing(error: &io::Error) -> Option<OutgoingError> {
    error.get_ref()?.downcast_ref::<OutgoingError>().cloned()
}

/// Reads bytes and writes them to a file on the way.
struct Copying<'a, Bytes> {
    bytes: Bytes,
    file: &'a mut NamedTempFile,
    failure: Option<io::Error>,
}

impl<Bytes: Read> Read for Copying<'_, Bytes> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        let read = buffer.get(..count).unwrap_or_default();
        if let Err(failure) = self.file.write_all(read) {
            self.failure = Some(failure);
            return Err(io::Error::other("the file cannot be written"));
        }
        Ok(count)
    }
}
