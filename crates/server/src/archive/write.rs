//! Writing an archive.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use jiff::Timestamp;
use tar::{Builder, EntryType, Header};

use super::{ArchiveError, Hashing};
use crate::model::backup::{Entry, MANIFEST_PATH, Manifest};

/// Where the bytes of a file come from.
#[derive(Debug)]
pub(crate) struct Content {
    /// What the manifest says about it.
    pub(crate) entry: Entry,
    /// The file to read.
    pub(crate) file: PathBuf,
}

/// Writes an archive: the manifest, then each file in the manifest's order, none of which is ever in memory as a whole.
///
/// # Errors
/// [`ArchiveError`]; what was written until then is no backup.
pub(crate) fn write(
    manifest: &Manifest,
    contents: &[Content],
    made_at: Timestamp,
    out: impl Write,
) -> Result<(), ArchiveError> {
    let mut archive = Builder::new(out);
    let head = serde_json::to_vec_pretty(manifest).map_err(io::Error::other)?;
    archive.append(&header(MANIFEST_PATH, head.len() as u64, made_at)?, head.as_slice())?;
    for Content { entry, file } in contents {
        let mut bytes = Hashing::new(Exactly { bytes: File::open(file)?, left: entry.size });
        archive.append(&header(&entry.path, entry.size, made_at)?, &mut bytes)?;
        if bytes.finish() != entry.sha256 {
            return Err(ArchiveError::Package(entry.path.clone()));
        }
    }
    archive.into_inner()?.flush()?;
    Ok(())
}

fn header(path: &str, size: u64, made_at: Timestamp) -> io::Result<Header> {
    let mut header = Header::new_ustar();
    header.set_path(path)?;
    header.set_size(size);
    header.set_entry_type(EntryType::Regular);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(made_at.as_second()).unwrap_or_default());
    header.set_cksum();
    Ok(header)
}

/// As many bytes as were announced: fewer are an error, more are left.
struct Exactly {
    bytes: File,
    left: u64,
}

impl Read for Exactly {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let count = self.bytes.read(buffer.get_mut(..wanted).unwrap_or_default())?;
        if count == 0 && wanted > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= count as u64;
        Ok(count)
    }
}
