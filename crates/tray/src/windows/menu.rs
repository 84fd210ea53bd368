//! The menu of the icon beside the clock.

use window::wide;
use windows_sys::Win32::Foundation::{HWND, POINT};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    AppendMenuW, CreatePopupMenu, DestroyMenu, MF_ENABLED, MF_GRAYED, MF_SEPARATOR, MF_STRING, PostMessageW,
    SetForegroundWindow, SetMenuDefaultItem, TPM_NONOTIFY, TPM_RETURNCMD, TPM_RIGHTBUTTON, TrackPopupMenuEx,
    WM_NULL,
};

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A line between entries.
    Separator,
    /// What can be chosen.
    Choice {
        /// What it does; `&` marks its access key.
        label: String,
        /// Whether it can be chosen now.
        enabled: bool,
        /// Whether a double click on the icon does it.
        default: bool,
    },
}

/// Shows a menu at a place of the screen, and waits until an entry is chosen, from 0; `None` if none is.
pub(super) fn choose(owner: HWND, entries: &[Entry], at: POINT) -> Option<usize> {
    // SAFETY: the menu is made here, and destroyed at the end; the texts end with a zero and are copied.
    unsafe {
        let menu = CreatePopupMenu();
        for (number, entry) in (1..).zip(entries) {
            match entry {
                Entry::Separator => AppendMenuW(menu, MF_SEPARATOR, 0, std::ptr::null()),
                Entry::Choice { label, enabled, default } => {
                    let label = wide(label);
                    let state = if *enabled { MF_ENABLED } else { MF_GRAYED };
                    AppendMenuW(menu, MF_STRING | state, number, label.as_ptr());
                    if *default { SetMenuDefaultItem(menu, number as u32, 0) } else { 1 }
                }
            };
        }
        // Without this the menu would stay when the person clicks elsewhere; WM_NULL completes it (TrackPopupMenu function).
        SetForegroundWindow(owner);
        let flags = TPM_RETURNCMD | TPM_NONOTIFY | TPM_RIGHTBUTTON;
        let chosen = TrackPopupMenuEx(menu, flags, at.x, at.y, owner, std::ptr::null());
        PostMessageW(owner, WM_NULL, 0, 0);
        DestroyMenu(menu);
        usize::try_from(chosen).ok()?.checked_sub(1)
    }
}
