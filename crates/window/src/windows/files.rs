//! Files, where Windows does more with them than the standard library asks for.

use std::io;
use std::os::windows::ffi::OsStrExt as _;
use std::path::Path;

use windows_sys::Win32::Storage::FileSystem::{REPLACEFILE_IGNORE_MERGE_ERRORS, ReplaceFileW};

/// Puts a file in the place of another one, which is kept under a third name; who may do what with the old one, may with the new one.
///
/// Where that cannot be carried over, as in a folder without such lists, the file is replaced all the same.
///
/// # Errors
/// If a file is not there, or may not be replaced.
pub fn replace_file(old: &Path, new: &Path, kept_as: &Path) -> io::Result<()> {
    replace(old, new, kept_as, 0).or_else(|_| replace(old, new, kept_as, REPLACEFILE_IGNORE_MERGE_ERRORS))
}

fn replace(old: &Path, new: &Path, kept_as: &Path, flags: u32) -> io::Result<()> {
    let [old, new, kept_as] =
        [old, new, kept_as].map(|path| path.as_os_str().encode_wide().chain([0]).collect::<Vec<u16>>());
    let none = std::ptr::null();
    // SAFETY: the names end with a zero and live until the call returns; the last two are reserved.
    let done = unsafe { ReplaceFileW(old.as_ptr(), new.as_ptr(), kept_as.as_ptr(), flags, none, none) };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
