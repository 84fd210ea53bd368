//! Messages to controls, and text as Windows takes it.

use std::ffi::c_void;

use windows_sys::Win32::Foundation::{HWND, LPARAM, WPARAM};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetWindowTextLengthW, GetWindowTextW, IsWindowVisible, SendMessageW, SetWindowTextW,
};

/// A text with a zero behind it; ends at its first zero, as Windows would see it.
#[must_use]
pub fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().take_while(|unit| *unit != 0).chain([0]).collect()
}

/// The text before the first zero; what is not well-formed is replaced.
#[must_use]
pub fn text_of(units: &[u16]) -> String {
    String::from_utf16_lossy(units.split(|unit| *unit == 0).next().unwrap_or_default())
}

/// Sends a message of plain numbers.
pub(super) fn send(hwnd: HWND, message: u32, wparam: WPARAM, lparam: LPARAM) -> isize {
    // SAFETY: what is passed are numbers; a window that is gone makes the call fail.
    unsafe { SendMessageW(hwnd, message, wparam, lparam) }
}

/// Sends a message with something that Windows reads or fills before the call returns.
pub(super) fn send_with<T: ?Sized>(hwnd: HWND, message: u32, wparam: WPARAM, data: &mut T) -> isize {
    // SAFETY: the data live until the call returns, and controls keep no pointers of these messages.
    unsafe { SendMessageW(hwnd, message, wparam, std::ptr::from_mut(data).cast::<c_void>() as LPARAM) }
}

/// Sends a message with a text.
pub(super) fn send_text(hwnd: HWND, message: u32, wparam: WPARAM, text: &str) -> isize {
    let text = wide(text);
    // SAFETY: the text ends with a zero and lives until the call returns.
    unsafe { SendMessageW(hwnd, message, wparam, text.as_ptr() as LPARAM) }
}

/// What stands in a control or a title bar.
pub(super) fn text(hwnd: HWND) -> String {
    // SAFETY: takes a window only.
    let length = unsafe { GetWindowTextLengthW(hwnd) }.max(0);
    let mut units = vec![0; length as usize + 1];
    // SAFETY: the buffer is as long as is said.
    unsafe { GetWindowTextW(hwnd, units.as_mut_ptr(), length + 1) };
    text_of(&units)
}

/// Sets what stands in a control or a title bar, where it differs.
pub(super) fn set_text(hwnd: HWND, new: &str) {
    if text(hwnd) != new {
        let new = wide(new);
        // SAFETY: the text ends with a zero; Windows copies it.
        unsafe { SetWindowTextW(hwnd, new.as_ptr()) };
    }
}

/// Whether a window is to be seen.
pub(super) fn is_visible(hwnd: HWND) -> bool {
    // SAFETY: takes a window only.
    unsafe { IsWindowVisible(hwnd) != 0 }
}
