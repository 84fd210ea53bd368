//! The clipboard, and addresses that the person's browser opens.

use std::io;

use windows_sys::Win32::Foundation::GlobalFree;
use windows_sys::Win32::System::DataExchange::{
    CloseClipboard, EmptyClipboard, GetClipboardData, OpenClipboard, SetClipboardData,
};
use windows_sys::Win32::System::Memory::{GMEM_MOVEABLE, GlobalAlloc, GlobalLock, GlobalSize, GlobalUnlock};
use windows_sys::Win32::System::Ole::CF_UNICODETEXT;
use windows_sys::Win32::UI::Shell::ShellExecuteW;
use windows_sys::Win32::UI::WindowsAndMessaging::SW_SHOWNORMAL;

use super::send::{text_of, wide};

/// How often the clipboard is asked for, while another program has it.
const TRIES_MAX: u32 = 5;
/// What is read of the clipboard at most, in bytes.
const READ_MAX: usize = 1 << 20;
/// What ShellExecuteW answers at least if it did it.
const DONE: isize = 32;

/// The clipboard while it is open.
struct Clipboard;

impl Clipboard {
    fn open() -> io::Result<Self> {
        for _ in 0..TRIES_MAX {
            // SAFETY: no window means this thread.
            if unsafe { OpenClipboard(std::ptr::null_mut()) } != 0 {
                return Ok(Self);
            }
            std::thread::yield_now();
        }
        Err(io::Error::last_os_error())
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        // SAFETY: it is open.
        unsafe { CloseClipboard() };
    }
}

/// Puts a text into the clipboard.
///
/// # Errors
/// If another program has it open, or there is no room.
pub fn copy_text(text: &str) -> io::Result<()> {
    let text = wide(&text.replace("\r\n", "\n").replace('\n', "\r\n"));
    let _open = Clipboard::open()?;
    // SAFETY: the memory is as large as the text, which is written while it is locked; once taken it belongs to the clipboard.
    unsafe {
        let memory = GlobalAlloc(GMEM_MOVEABLE, size_of_val(text.as_slice()));
        let place = GlobalLock(memory);
        if place.is_null() {
            return Err(io::Error::last_os_error());
        }
        std::ptr::copy_nonoverlapping(text.as_ptr(), place.cast(), text.len());
        GlobalUnlock(memory);
        EmptyClipboard();
        if SetClipboardData(u32::from(CF_UNICODETEXT), memory).is_null() {
            let error = io::Error::last_os_error();
            GlobalFree(memory);
            return Err(error);
        }
    }
    Ok(())
}

/// The text in the clipboard; `None` if there is none. At most a mebibyte of it.
#[must_use]
pub fn clipboard_text() -> Option<String> {
    let _open = Clipboard::open().ok()?;
    // SAFETY: the memory is the clipboard's while it is open, is as large as it says, and is locked while it is read.
    unsafe {
        let memory = GetClipboardData(u32::from(CF_UNICODETEXT));
        if memory.is_null() {
            return None;
        }
        let length = GlobalSize(memory).min(READ_MAX) / 2;
        let place = GlobalLock(memory);
        if place.is_null() {
            return None;
        }
        let text = text_of(std::slice::from_raw_parts(place.cast(), length));
        GlobalUnlock(memory);
        Some(text)
    }
}

/// Opens an address in the person's browser.
///
/// # Errors
/// If it is neither http nor https, or Windows knows no program for it.
pub fn open_link(url: &str) -> io::Result<()> {
    let lower = url.to_ascii_lowercase();
    if !(lower.starts_with("http://") || lower.starts_with("https://")) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let (verb, url) = (wide("open"), wide(url));
    let none = std::ptr::null();
    // SAFETY: the texts end with a zero and live until the call returns.
    let answer = unsafe {
        ShellExecuteW(std::ptr::null_mut(), verb.as_ptr(), url.as_ptr(), none, none, SW_SHOWNORMAL)
    };
    if answer as isize > DONE { Ok(()) } else { Err(io::Error::last_os_error()) }
}
