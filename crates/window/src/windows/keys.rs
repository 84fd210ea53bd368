//! The keys that press buttons, beside the access keys that Windows itself knows.

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    GetKeyState, IsWindowEnabled, VK_CONTROL, VK_DELETE, VK_DOWN, VK_MENU, VK_UP,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{MSG, WM_KEYDOWN, WM_SYSKEYDOWN};

use super::frame::Frame;
use crate::view::{Happened, Key, Kind};

/// The key of a message, if it is one that may press a button.
pub(super) fn pressed(message: &MSG) -> Option<Key> {
    let key = u16::try_from(message.wParam).ok()?;
    match (message.message, key) {
        (WM_SYSKEYDOWN, VK_UP) => Some(Key::AltUp),
        (WM_SYSKEYDOWN, VK_DOWN) => Some(Key::AltDown),
        (WM_KEYDOWN, VK_DELETE) if !is_down(VK_CONTROL) => Some(Key::Delete),
        // With Alt it would be AltGr, which makes letters.
        (WM_KEYDOWN, _) if is_down(VK_CONTROL) && !is_down(VK_MENU) => {
            let letter = char::from(u8::try_from(key).ok()?);
            letter.is_ascii_uppercase().then_some(Key::Ctrl(letter))
        }
        _ => None,
    }
}

fn is_down(key: u16) -> bool {
    // SAFETY: takes a number only; the highest bit says it.
    unsafe { GetKeyState(i32::from(key)) < 0 }
}

impl Frame {
    /// Presses the button of a key, if there is one that can be pressed; `focus` is the control that has the focus.
    pub(super) fn takes(&self, key: Key, focus: HWND) -> bool {
        let Ok(state) = self.state.try_borrow() else { return false };
        let within = state.of(focus).and_then(|made| made.kind());
        let fits = match key {
            Key::Ctrl(_) => true,
            Key::Delete => matches!(within, Some(Kind::List(_))),
            // There it lets the choices down.
            Key::AltUp | Key::AltDown => !matches!(within, Some(Kind::Combo { .. })),
        };
        let found = state.made.iter().find(|made| fits && made.piece.key == Some(key));
        // SAFETY: takes a window only.
        let found = found.filter(|made| unsafe { IsWindowEnabled(made.hwnd) } != 0);
        let Some(id) = found.map(|made| made.piece.id.clone()) else { return false };
        drop(state);
        self.tell(Happened::Pressed { id });
        true
    }
}
