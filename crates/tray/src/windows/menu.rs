//! The menu of the icon beside the clock.

use window::wide;
use windows_sys::Win32::Foundation::{HWND, POINT};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetKeyState, VK_LBUTTON, VK_MBUTTON, VK_RBUTTON};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    AppendMenuW, CreatePopupMenu, DestroyMenu, GetForegroundWindow, MF_ENABLED, MF_GRAYED, MF_SEPARATOR,
    MF_STRING, PostMessageW, SetForegroundWindow, SetMenuDefaultItem, TPM_NONOTIFY, TPM_RETURNCMD,
    TPM_RIGHTBUTTON, TrackPopupMenuEx, WM_NULL,
};

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// A line between entries.
    Separator,
    /// What can be chosen.
    Choice {
        /// What it is.
        id: &'static str,
        /// What it does; `&` marks its access key.
        label: String,
        /// Whether it can be chosen now.
        enabled: bool,
        /// Whether a double click on the icon does it.
        default: bool,
    },
}

/// How a menu was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// By a choice.
    Chosen(&'static str),
    /// By the keyboard, and without one.
    ByKeyboard,
    /// By a press elsewhere, which has the keyboard now.
    ByMouse,
}

/// Shows a menu at a place of the screen, and waits until it is left.
pub(super) fn choose(owner: HWND, entries: &[Entry], at: POINT) -> Left {
    // SAFETY: the menu is made here, and destroyed at the end; the texts end with a zero and are copied.
    let chosen = unsafe {
        let menu = CreatePopupMenu();
        for (number, entry) in (1..).zip(entries) {
            match entry {
                Entry::Separator => AppendMenuW(menu, MF_SEPARATOR, 0, std::ptr::null()),
                Entry::Choice { label, enabled, default, .. } => {
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
        chosen
    };
    let entry = usize::try_from(chosen).ok().and_then(|chosen| entries.get(chosen.checked_sub(1)?));
    match entry {
        Some(Entry::Choice { id, .. }) => Left::Chosen(id),
        _ if is_mouse_pressed() || !is_in_front(owner) => Left::ByMouse,
        _ => Left::ByKeyboard,
    }
}

/// Whether the keyboard is with a window; who went on to another one has it there.
fn is_in_front(window: HWND) -> bool {
    // SAFETY: takes nothing.
    unsafe { GetForegroundWindow() == window }
}

/// Whether a button of the mouse was down when Windows told last of an input.
fn is_mouse_pressed() -> bool {
    [VK_LBUTTON, VK_RBUTTON, VK_MBUTTON].into_iter().any(|button| {
        // SAFETY: takes a number only.
        unsafe { GetKeyState(i32::from(button)) < 0 }
    })
}
