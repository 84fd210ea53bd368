//! How much room a disk has for this person.

use std::io;
use std::path::Path;
use std::ptr;

use windows_sys::Win32::Storage::FileSystem::GetDiskFreeSpaceExW;

use super::wide::wide;

/// How many bytes this person may still write in a folder that exists, quotas counted.
pub(super) fn free_space(folder: &Path) -> io::Result<u64> {
    let mut absolute = std::path::absolute(folder)?.into_os_string();
    // A share's name must end so.
    absolute.push("\\");
    let folder = wide(absolute)?;
    let mut free = 0;
    // SAFETY: the path ends with a zero; the number is ours; the others are not asked for.
    let known =
        unsafe { GetDiskFreeSpaceExW(folder.as_ptr(), &raw mut free, ptr::null_mut(), ptr::null_mut()) };
    if known == 0 { Err(io::Error::last_os_error()) } else { Ok(free) }
}
