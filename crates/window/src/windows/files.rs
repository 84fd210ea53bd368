//! Files, where Windows does more with them than the standard library asks for.

use std::io;
use std::os::windows::ffi::OsStrExt as _;
use std::path::Path;

use windows_sys::Win32::Security::{
    DACL_SECURITY_INFORMATION, GetFileSecurityW, PSECURITY_DESCRIPTOR, SECURITY_DESCRIPTOR, SetFileSecurityW,
};

/// The longest list of who may do what, in bytes: one takes at most 64 KB, and what stands before it little.
const PERMISSIONS_SIZE_MAX: u32 = 128 * 1024;

/// Gives a file the list of who may do what that another one has.
///
/// # Errors
/// If a file is not there, its file system knows no such lists, or this one may not be read or set.
pub fn copy_permissions(from: &Path, to: &Path) -> io::Result<()> {
    let [from, to] = [from, to].map(|path| path.as_os_str().encode_wide().chain([0]).collect::<Vec<u16>>());
    let mut size = 0;
    // SAFETY: the name ends with a zero and lives until the call returns; a place for no bytes may be null, and how many it takes is told.
    let known = unsafe {
        GetFileSecurityW(from.as_ptr(), DACL_SECURITY_INFORMATION, std::ptr::null_mut(), 0, &raw mut size)
    };
    if known != 0 || size == 0 || size > PERMISSIONS_SIZE_MAX {
        return Err(io::Error::last_os_error());
    }
    // Of a kind that lies as a list has to.
    let places = (size as usize).div_ceil(size_of::<SECURITY_DESCRIPTOR>());
    let mut list = vec![SECURITY_DESCRIPTOR::default(); places];
    let place: PSECURITY_DESCRIPTOR = list.as_mut_ptr().cast();
    // SAFETY: the names end with a zero and live, with the place for the list, until the calls return; the place has the size that is said
    // or more, and is set from only when Windows has written a list there.
    let done = unsafe {
        GetFileSecurityW(from.as_ptr(), DACL_SECURITY_INFORMATION, place, size, &raw mut size) != 0
            && SetFileSecurityW(to.as_ptr(), DACL_SECURITY_INFORMATION, place) != 0
    };
    if done { Ok(()) } else { Err(io::Error::last_os_error()) }
}
