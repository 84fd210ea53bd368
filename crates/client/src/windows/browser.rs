//! The person's browser.

use std::io;
use std::ptr;

use windows_sys::Win32::UI::Shell::ShellExecuteW;
use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;

use super::wide::wide;

/// What Windows answers at most if it did nothing; Microsoft: `ShellExecute`.
const NOTHING_DONE_MAX: isize = 32;

/// Opens a page of the web; nothing else is opened.
pub(crate) fn open_page(address: &str) -> io::Result<()> {
    let is_web = url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !is_web {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let (verb, address) = (wide("open")?, wide(address)?);
    let (window, none) = (ptr::null_mut(), ptr::null());
    // SAFETY: the texts end with a zero and live until the call returns.
    let answer = unsafe { ShellExecuteW(window, verb.as_ptr(), address.as_ptr(), none, none, SW_SHOWNORMAL) };
    if answer as isize > NOTHING_DONE_MAX { Ok(()) } else { Err(io::Error::last_os_error()) }
}
