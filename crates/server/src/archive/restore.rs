//! From an archive to a data folder: all of it is verified on a side track before any of it is in place.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::ArchiveError;
use super::read::read;
use crate::model::backup::Manifest;
use crate::rules::backup::DATABASE_PATH;

/// The folder within the data folder where files wait until all are verified.
const WAITING: &str = "restoring";

/// Files that are verified and wait; they go away unless they are put in place.
#[derive(Debug)]
pub(crate) struct Restored {
    /// What the archive says about itself.
    pub(crate) manifest: Manifest,
    folder: PathBuf,
    waiting: PathBuf,
}

/// Reads an archive whole, and keeps nothing of it but its database, in `folder`.
///
/// # Errors
/// [`ArchiveError`] if it is no backup that could be restored.
pub(crate) fn verify(
    archive: impl Read,
    schema: i64,
    folder: &Path,
) -> Result<(Manifest, PathBuf), ArchiveError> {
    let database = folder.join(DATABASE_PATH);
    let manifest = read(archive, schema, |entry| {
        Ok(if entry.path == DATABASE_PATH {
            Box::new(File::create_new(&database)?)
        } else {
            Box::new(io::sink())
        })
    })?;
    Ok((manifest, database))
}

/// Reads an archive whole into a folder on the side within the data folder.
///
/// # Errors
/// [`ArchiveError`]; nothing of it is left then.
pub(crate) fn restore(archive: impl Read, schema: i64, folder: &Path) -> Result<Restored, ArchiveError> {
    let waiting = folder.join(WAITING);
    fs::create_dir(&waiting)?;
    // From here on it is removed, whatever happens.
    let mut restored = Restored {
        manifest: Manifest {
            format: 0,
            version: String::new(),
            schema: 0,
            made_at: String::new(),
            files: Vec::new(),
            missing: Vec::new(),
        },
        folder: folder.to_owned(),
        waiting,
    };
    restored.manifest = read(archive, schema, |entry| {
        let path = restored.waiting.join(&entry.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(Box::new(Synced(File::create_new(&path)?)))
    })?;
    Ok(restored)
}

impl Restored {
    /// Where the database waits.
    pub(crate) fn database(&self) -> PathBuf {
        self.waiting.join(DATABASE_PATH)
    }

    /// Puts the files in place, the database last: without it, whoever looks sees that this did not come to its end.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn put_in_place(self) -> io::Result<Manifest> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.waiting)? {
            let entry = entry?;
            names.push((entry.file_name() == DATABASE_PATH, entry.file_name()));
        }
        names.sort();
        for (_, name) in names {
            fs::rename(self.waiting.join(&name), self.folder.join(&name))?;
        }
        #[cfg(unix)]
        File::open(&self.folder)?.sync_all()?;
        Ok(self.manifest.clone())
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.waiting) {
            tracing::warn!(%error, folder = %self.waiting.display(), "what is left cannot be removed");
        }
    }
}

/// A file whose bytes are on the disk once they are flushed.
struct Synced(File);

impl Write for Synced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}
