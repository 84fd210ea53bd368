//! Files, where Windows does more with them than the standard library asks for.

use std::io;
use std::os::windows::ffi::OsStrExt as _;
use std::path::Path;

use windows_sys::Win32::Foundation::ERROR_ACCESS_DENIED;
use windows_sys::Win32::Storage::FileSystem::{REPLACEFILE_IGNORE_MERGE_ERRORS, ReplaceFileW};

/// Puts a file in the place of another one, which is kept under a third name; who may do what with the old one, may with the new one.
///
/// Where this person may not say who may do what, the file is replaced all the same, with what its folder says.
///
/// # Errors
/// If a file is not there, or may not be replaced.
pub fn replace_file(old: &Path, new: &Path, kept_as: &Path) -> io::Result<()> {
    match replace(old, new, kept_as, 0) {
        Err(error) if error.raw_os_error() == Some(ERROR_ACCESS_DENIED as i32) => {
            replace(old, new, kept_as, REPLACEFILE_IGNORE_MERGE_ERRORS)
        }
        done => done,
    }
}

fn replace(old: &Path, new: &Path, kept_as: &Path, flags: u32) -> io::Result<()> {
    let [old, new, kept_as] =
        [old, new, kept_as].map(|path| path.as_os_str().encode_wide().chain([0]).collect::<Vec<u16>>());
    let none = std::ptr::null();
    // SAFETY: the names end with a zero and live until the call returns; the last two are reserved.
    let done = unsafe { ReplaceFileW(old.as_ptr(), new.as_ptr(), kept_as.as_ptr(), flags, none, none) };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
