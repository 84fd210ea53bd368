//! An MSI file on disk: what it says about itself, and its digests.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read, Seek as _};
use std::ops::ControlFlow;
use std::path::Path;

use catalog::digest::{self, Digests};
use catalog::msi::{self, Metadata, MsiError};
use catalog::{ICON_SIZE_MAX, Icon};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use text::{Explain as _, message};

use crate::{Console, Failure};

/// From how many bytes on hashing shows how far it is: less is done before a person could read it.
const PROGRESS_SIZE_MIN: u64 = 64 * 1024 * 1024;

/// An MSI file, open.
pub(crate) struct Package<'a> {
    path: &'a Path,
    file: File,
    /// What it says about itself.
    pub(crate) metadata: Metadata,
    /// How many bytes it has.
    pub(crate) size: u64,
}

impl<'a> Package<'a> {
    /// Opens an MSI file and reads what it says about itself.
    pub(crate) fn open(path: &'a Path) -> Result<Self, Failure> {
        let not_read = |error: &io::Error| Failure::not_read(path, error);
        let mut file = File::open(path).map_err(|error| not_read(&error))?;
        let size = file.metadata().map_err(|error| not_read(&error))?.len();
        let metadata = msi::read(&mut file).map_err(|error| match error {
            MsiError::Io(error) => not_read(&error),
            error => Failure::about(path, error.message()),
        })?;
        Ok(Self { path, file, metadata, size })
    }

    /// Computes the digests in one pass over the file, with progress for a person at a terminal.
    pub(crate) fn digests(&mut self, console: &Console) -> Result<Digests, Failure> {
        let bar = progress_bar(self.path, self.size, console);
        let digests = self.digests_told(|done| {
            bar.set_position(done);
            ControlFlow::Continue(())
        });
        bar.finish_and_clear();
        digests
    }

    /// Computes the digests; tells how many bytes are done, and fails as interrupted if that is answered by a break.
    pub(crate) fn digests_told(
        &mut self,
        mut told: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Digests, Failure> {
        let not_read = |error: &io::Error| Failure::not_read(self.path, error);
        self.file.rewind().map_err(|error| not_read(&error))?;
        let stop = Cell::new(false);
        let source = Stoppable { file: &mut self.file, stop: &stop };
        let digests = digest::of(source, |done| stop.set(told(done).is_break()));
        digests.map_err(|error| not_read(&error))
    }
}

/// A file that can be told to be read no further.
struct Stoppable<'a> {
    file: &'a mut File,
    stop: &'a Cell<bool>,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // Not `Interrupted`, after which readers try again.
        if self.stop.get() { Err(io::ErrorKind::ConnectionAborted.into()) } else { self.file.read(buffer) }
    }
}

fn progress_bar(path: &Path, size: u64, console: &Console) -> ProgressBar {
    let is_shown = size >= PROGRESS_SIZE_MIN && console.is_watched();
    let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(size), target);
    if is_shown {
        let template = "{msg} [{bar:30}] {bytes}/{total_bytes} {bytes_per_sec} {eta}";
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        bar.set_message(console.word(&message!("generator-hashing", file = name)));
    }
    bar
}

/// Reads a whole file of at most `size_max` bytes; of a longer one, a byte more, for the caller to see.
pub(crate) fn read_bounded(path: &Path, size_max: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(size_max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads the icon in an `.ico` file.
pub(crate) fn read_icon(path: &Path) -> Result<Icon, Failure> {
    let bytes = read_bounded(path, ICON_SIZE_MAX).map_err(|error| Failure::not_read(path, &error))?;
    Icon::new(bytes).map_err(|error| Failure::about(path, error.message()))
}
