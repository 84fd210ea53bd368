//! The mouse.

use stagehand::Button;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    INPUT, INPUT_0, INPUT_MOUSE, MOUSE_EVENT_FLAGS, MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP,
    MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP, MOUSEINPUT,
};
use windows_sys::Win32::UI::WindowsAndMessaging::SetCursorPos;

use super::{Outcome, keyboard};

/// Moves the mouse somewhere and presses a button there.
pub(super) fn click(x: i32, y: i32, button: Button) -> Outcome<()> {
    // SAFETY: numbers only.
    if unsafe { SetCursorPos(x, y) } == 0 {
        return Err(format!("the mouse cannot be moved to {x}, {y}"));
    }
    let left = [MOUSEEVENTF_LEFTDOWN, MOUSEEVENTF_LEFTUP];
    let events = match button {
        Button::Left => left.to_vec(),
        Button::LeftTwice => [left, left].concat(),
        Button::Right => vec![MOUSEEVENTF_RIGHTDOWN, MOUSEEVENTF_RIGHTUP],
    };
    keyboard::input(&events.into_iter().map(event).collect::<Vec<_>>())
}

fn event(flags: MOUSE_EVENT_FLAGS) -> INPUT {
    let mi = MOUSEINPUT { dwFlags: flags, ..MOUSEINPUT::default() };
    INPUT { r#type: INPUT_MOUSE, Anonymous: INPUT_0 { mi } }
}
