//! How much room there is.

use std::io;
use std::path::Path;

/// How many bytes can still be written where a path is; `None` where nobody tells.
///
/// # Errors
/// What the system says.
#[cfg(unix)]
pub(crate) fn free(path: &Path) -> io::Result<Option<u64>> {
    let about = nix::sys::statvfs::statvfs(path)?;
    // The types differ between systems.
    #[allow(clippy::unnecessary_cast, clippy::useless_conversion, reason = "not on every system")]
    let (blocks, size) = (about.blocks_available() as u64, about.fragment_size() as u64);
    Ok(Some(blocks.saturating_mul(size)))
}

/// Windows is not asked.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(crate) fn free(_: &Path) -> io::Result<Option<u64>> {
    Ok(None)
}
