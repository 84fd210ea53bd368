//! Reading an archive: nothing in it is believed before it was seen to be so.

use std::io::{Read, Write};

use tar::{Archive, EntryType};

use super::{ArchiveError, Hashing, copy};
use crate::model::backup::{Entry, MANIFEST_PATH, Manifest};
use crate::rules::backup::{BackupError, judge};

/// The most bytes of a manifest: as many files as an archive may have.
pub(crate) const MANIFEST_SIZE_MAX: u64 = 256 * 1024 * 1024;

/// Reads an archive to its end. `place` says where the bytes of each file go; they are to be trusted only if this returns well.
///
/// # Errors
/// [`ArchiveError`] if it is no backup, is damaged, or holds anything else than the manifest says.
pub(super) fn read(
    mut bytes: impl Read,
    schema: i64,
    mut place: impl FnMut(&Entry) -> Result<Box<dyn Write>, ArchiveError>,
) -> Result<Manifest, ArchiveError> {
    let mut archive = Archive::new(&mut bytes);
    // Raw: what other archives use for long names and links are entries like others here, and unexpected.
    let mut entries = archive.entries()?.raw(true);
    let first = entries.next().ok_or(BackupError::Foreign)?.map_err(|_| BackupError::Foreign)?;
    if !is(&first, MANIFEST_PATH) || first.size() > MANIFEST_SIZE_MAX {
        return Err(BackupError::Foreign.into());
    }
    let manifest: Manifest = serde_json::from_reader(first).map_err(|_| BackupError::Foreign)?;
    judge(&manifest, schema)?;
    for expected in &manifest.files {
        let damaged = || BackupError::Damaged(expected.path.clone());
        let entry = entries.next().ok_or(BackupError::Cut)?.map_err(|_| damaged())?;
        if !is(&entry, &expected.path) || entry.size() != expected.size {
            return Err(BackupError::Unexpected(path_of(&entry)).into());
        }
        let mut entry = Hashing::new(entry);
        let mut to = place(expected)?;
        let copied = copy(&mut entry, &mut to)?;
        to.flush()?;
        if copied < expected.size {
            return Err(BackupError::Cut.into());
        }
        if entry.finish() != expected.sha256 {
            return Err(damaged().into());
        }
    }
    if let Some(entry) = entries.next() {
        return Err(entry.map_or(BackupError::Cut, |entry| BackupError::Unexpected(path_of(&entry))).into());
    }
    only_zeros(bytes)?;
    Ok(manifest)
}

/// Whether it is a plain file of this path.
fn is(entry: &tar::Entry<'_, impl Read>, path: &str) -> bool {
    entry.header().entry_type() == EntryType::Regular && *entry.path_bytes() == *path.as_bytes()
}

fn path_of(entry: &tar::Entry<'_, impl Read>) -> String {
    String::from_utf8_lossy(&entry.path_bytes()).into_owned()
}

/// Behind the end there is padding and nothing else.
fn only_zeros(mut bytes: impl Read) -> Result<(), ArchiveError> {
    let mut piece = [0; 8 * 1024];
    loop {
        let count = bytes.read(&mut piece)?;
        if count == 0 {
            return Ok(());
        }
        if piece.iter().take(count).any(|byte| *byte != 0) {
            return Err(BackupError::Cut.into());
        }
    }
}
