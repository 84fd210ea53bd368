//! Package bytes: written once under a key made from their SHA-256, read in pieces, never changed.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use catalog::Sha256;
use futures_util::stream::{self, Stream};
use object_store::local::LocalFileSystem;
use object_store::{ObjectStoreExt, path};
use tempfile::{NamedTempFile, TempDir};

use crate::measures;

use crate::model::overview::Room;

/// How many bytes of a package are read at a time. A download keeps at most two such pieces in memory, whatever the file's size.
pub(crate) const PIECE_SIZE: u64 = 256 * 1024;

/// The folder of packages within the data folder.
const PACKAGES: &str = "packages";
/// The folder of files that are still being received.
const INCOMING: &str = "incoming";

/// Where a package's bytes are: made from their SHA-256 and from nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PackageKey(path::Path);

/// The store of package bytes.
#[derive(Debug, Clone)]
pub(crate) struct Storage {
    store: Arc<LocalFileSystem>,
    data: PathBuf,
}

/// Why bytes cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StorageError {
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] object_store::Error),
    /// The file system refuses.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl PackageKey {
    /// The key of a package.
    pub(crate) fn of(sha256: &Sha256) -> Self {
        let digits = sha256.to_string();
        let (first, rest) = digits.split_at(2);
        Self(path::Path::from_iter([PACKAGES, first, rest]))
    }

    /// The path of the bytes within the data folder.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_ref()
    }
}

impl Storage {
    /// How much room the disk has that the data folder is on; `None` where the system does not say.
    #[cfg(unix)]
    pub(crate) fn room(&self) -> Option<Room> {
        let about = nix::sys::statvfs::statvfs(&self.data).ok()?;
        // The types of these numbers differ from system to system.
        let bytes = |blocks: u64| blocks.saturating_mul(about.fragment_size() as u64);
        Some(Room { free: bytes(about.blocks_available() as u64), size: bytes(about.blocks() as u64) })
    }

    /// How much room the disk has that the data folder is on; `None` where the system does not say.
    #[cfg(not(unix))]
    pub(crate) fn room(&self) -> Option<Room> {
        None
    }

    /// Opens the store in a data folder and makes its folders.
    ///
    /// # Errors
    /// [`StorageError`] if the folder cannot be used.
    pub(crate) fn open(data: &Path) -> Result<Self, StorageError> {
        for folder in [PACKAGES, INCOMING] {
            let folder = data.join(folder);
            fs::create_dir_all(&folder).map_err(|source| StorageError::Io { path: folder, source })?;
        }
        // An acknowledged package survives a power cut.
        let store = LocalFileSystem::new_with_prefix(data)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), data: data.to_owned() })
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.data
    }

    /// Makes a folder for what is being put together; it goes away by itself.
    ///
    /// # Errors
    /// [`StorageError`] if there is no place for it.
    pub(crate) fn assemble(&self) -> Result<TempDir, StorageError> {
        let folder = self.data.join(INCOMING);
        tempfile::tempdir_in(&folder).map_err(|source| StorageError::Io { path: folder, source })
    }

    /// Holds a package's bytes in a folder of this store, so that they stay there though the package is deleted; `None` if
    /// they are not there. Answers where, and how many there are.
    ///
    /// # Errors
    /// [`StorageError`] if the file system refuses.
    pub(crate) fn hold(
        &self,
        key: &PackageKey,
        folder: &Path,
    ) -> Result<Option<(PathBuf, u64)>, StorageError> {
        let path = self.data.join(key.as_str());
        let size = match fs::metadata(&path) {
            Ok(about) => about.len(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(StorageError::Io { path, source }),
        };
        let held = folder.join(key.as_str().replace('/', "-"));
        match fs::hard_link(&path, &held) {
            Ok(()) => Ok(Some((held, size))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Some((held, size))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            // Some file systems know no links; then a package that is deleted meanwhile ends the backup, with a sentence.
            Err(_) => Ok(Some((path, size))),
        }
    }

    /// Makes a file to receive bytes in; it goes away by itself unless it is kept.
    ///
    /// # Errors
    /// [`StorageError`] if there is no place for it.
    pub(crate) fn receive(&self) -> Result<NamedTempFile, StorageError> {
        let folder = self.data.join(INCOMING);
        NamedTempFile::new_in(&folder).map_err(|source| StorageError::Io { path: folder, source })
    }

    /// Finds out whether files can be written and read back, and leaves none.
    ///
    /// # Errors
    /// [`StorageError`] if they cannot.
    pub(crate) fn probe(&self) -> Result<(), StorageError> {
        let mut file = self.receive()?;
        let path = file.path().to_owned();
        let written = file.write_all(b"probe").and_then(|()| file.flush()).and_then(|()| fs::read(&path));
        written.map(drop).map_err(|source| StorageError::Io { path, source })
    }

    /// Keeps a received file, whose bytes are on the disk, under its key. The same bytes may be kept twice.
    ///
    /// # Errors
    /// [`StorageError`]; the file is gone then.
    pub(crate) async fn keep(&self, file: NamedTempFile, key: &PackageKey) -> Result<(), StorageError> {
        let size = file.as_file().metadata().map(|about| about.len()).unwrap_or_default();
        let received = file.into_temp_path();
        let name = received.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        self.store.rename(&path::Path::from_iter([INCOMING, name]), &key.0).await?;
        measures::kept(size);
        Ok(())
    }

    /// Removes the bytes of a package that no row speaks of any more. That there are none is no failure.
    ///
    /// # Errors
    /// [`StorageError`] if they cannot be removed.
    pub(crate) async fn remove(&self, key: &PackageKey) -> Result<(), StorageError> {
        match self.store.delete(&key.0).await {
            Err(object_store::Error::NotFound { .. }) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// How many bytes of a package there are.
    ///
    /// # Errors
    /// [`StorageError`] if there are none.
    pub(crate) async fn size(&self, key: &PackageKey) -> Result<u64, StorageError> {
        Ok(self.store.head(&key.0).await?.size)
    }

    /// Reads a part of a package in pieces; the next piece is read when the one before it was taken.
    pub(crate) fn read(
        &self,
        key: PackageKey,
        part: std::ops::Range<u64>,
    ) -> impl Stream<Item = Result<Bytes, StorageError>> + Send + use<> {
        let store = Arc::clone(&self.store);
        stream::try_unfold(part, move |rest| {
            let (store, key) = (Arc::clone(&store), key.clone());
            async move {
                if rest.is_empty() {
                    return Ok(None);
                }
                let end = rest.end.min(rest.start + PIECE_SIZE);
                let piece = store.get_range(&key.0, rest.start..end).await?;
                Ok(Some((piece, end..rest.end)))
            }
        })
    }

    /// Removes what a crash has left: files half received, and bytes that no row speaks of. Answers how many files it removed.
    ///
    /// Only for the time before the first action: a package that is just being published has no row yet.
    ///
    /// # Errors
    /// [`StorageError`] if a folder cannot be read or a file not be removed.
    pub(crate) fn sweep(&self, known: &HashSet<Sha256>) -> Result<usize, StorageError> {
        let mut removed = 0;
        for file in files_in(&self.data.join(INCOMING))? {
            remove(&file)?;
            removed += 1;
        }
        let kept: HashSet<PathBuf> =
            known.iter().map(|sha256| self.data.join(PackageKey::of(sha256).0.as_ref())).collect();
        for folder in files_in(&self.data.join(PACKAGES))?.iter().filter(|folder| folder.is_dir()) {
            for file in files_in(folder)? {
                if !kept.contains(&file) {
                    remove(&file)?;
                    removed += 1;
                }
            }
        }
        Ok(removed)
    }
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let failed = |source| StorageError::Io { path: folder.to_owned(), source };
    let entries = fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}

fn remove(file: &Path) -> Result<(), StorageError> {
    let removed = if file.is_dir() { fs::remove_dir_all(file) } else { fs::remove_file(file) };
    removed.map_err(|source| StorageError::Io { path: file.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::io::Write;

    use catalog::{Sha256, digest};
    use futures_util::TryStreamExt;

    use super::{PIECE_SIZE, PackageKey, Storage, StorageError};

    async fn keep(storage: &Storage, bytes: &[u8]) -> Sha256 {
        let sha256 = digest::of(bytes, |_| ()).unwrap().sha256;
        let mut file = storage.receive().unwrap();
        file.write_all(bytes).unwrap();
        storage.keep(file, &PackageKey::of(&sha256)).await.unwrap();
        sha256
    }

    #[test]
    fn a_key_is_made_of_a_digest() {
        let sha256 = digest::of(&b"abc"[..], |_| ()).unwrap().sha256;
        let PackageKey(path) = PackageKey::of(&sha256);
        insta::assert_snapshot!(
            path.as_ref(),
            @"packages/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[tokio::test]
    async fn bytes_come_back_in_pieces_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::open(folder.path()).unwrap();
        let bytes: Vec<u8> = (0..PIECE_SIZE * 2 + 5).map(|at| (at % 251) as u8).collect();
        let sha256 = keep(&storage, &bytes).await;
        assert_eq!(keep(&storage, &bytes).await, sha256, "the same bytes may be kept twice");
        let key = || PackageKey::of(&sha256);
        assert_eq!(storage.size(&key()).await.unwrap(), bytes.len() as u64);
        let read = |part: std::ops::Range<u64>| storage.read(key(), part).try_collect::<Vec<_>>();
        let pieces = read(0..bytes.len() as u64).await.unwrap();
        assert_eq!(pieces.iter().map(bytes::Bytes::len).collect::<Vec<_>>(), [262_144, 262_144, 5]);
        assert_eq!(pieces.concat(), bytes);
        assert_eq!(read(7..10).await.unwrap().concat(), bytes[7..10]);
        assert!(read(3..3).await.unwrap().is_empty());
        storage.remove(&key()).await.unwrap();
        storage.remove(&key()).await.unwrap();
        assert!(storage.size(&key()).await.is_err());
        let missing = digest::of(&b"missing"[..], |_| ()).unwrap().sha256;
        assert!(matches!(storage.size(&PackageKey::of(&missing)).await, Err(StorageError::Store(_))));
    }

    #[tokio::test]
    async fn a_sweep_leaves_what_rows_speak_of() {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::open(folder.path()).unwrap();
        let (known, unknown) = (keep(&storage, b"known").await, keep(&storage, b"unknown").await);
        let half = storage.receive().unwrap();
        half.keep().unwrap();
        assert_eq!(storage.sweep(&HashSet::from([known])).unwrap(), 2);
        assert!(storage.size(&PackageKey::of(&known)).await.is_ok());
        assert!(storage.size(&PackageKey::of(&unknown)).await.is_err());
        assert_eq!(storage.sweep(&HashSet::from([known])).unwrap(), 0);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| memory of one download | two pieces of {} KB", PIECE_SIZE / 1024);
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
