//! From a downloaded file to one that may be installed: the only maker of [`Verified`].

use std::fs::File;
use std::path::{Path, PathBuf};

/// A package whose size, digests and identity are those of the offer; held open, so that it stays so until it is installed.
#[derive(Debug)]
pub struct Verified {
    path: PathBuf,
    /// On Windows it is opened so that nobody can write, rename or delete it while this lives.
    _held: File,
}

impl Verified {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
