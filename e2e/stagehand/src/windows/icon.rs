//! The icons beside the clock.

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::UI::Shell::{NIM_DELETE, NOTIFYICONDATAW, Shell_NotifyIconW};

use super::Outcome;

/// Takes the icon away that a window has put beside the clock.
pub(super) fn take(window: u64, number: u32) -> Outcome<()> {
    let data = NOTIFYICONDATAW {
        cbSize: size_of::<NOTIFYICONDATAW>() as u32,
        hWnd: window as HWND,
        uID: number,
        ..NOTIFYICONDATAW::default()
    };
    // SAFETY: the struct is whole, and is read only.
    let taken = unsafe { Shell_NotifyIconW(NIM_DELETE, &raw const data) };
    if taken == 0 { Err("there is no such icon".to_owned()) } else { Ok(()) }
}
