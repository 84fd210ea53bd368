//! The keyboard: keys as a person presses them, and typing into a field.

use windows_sys::Win32::UI::Controls::EM_SETSEL;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    INPUT, INPUT_0, INPUT_KEYBOARD, KEYBD_EVENT_FLAGS, KEYBDINPUT, KEYEVENTF_KEYUP, SendInput, VIRTUAL_KEY,
    VK_APPS, VK_BACK, VK_CONTROL, VK_DELETE, VK_DOWN, VK_END, VK_ESCAPE, VK_F1, VK_HOME, VK_LEFT, VK_LWIN,
    VK_MENU, VK_NEXT, VK_NONAME, VK_PRIOR, VK_RETURN, VK_RIGHT, VK_SHIFT, VK_SPACE, VK_TAB, VK_UP,
    VkKeyScanW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::WM_CHAR;

use super::Outcome;
use super::messages::{must_be_there, post, send};

const NAMES: &[(&str, VIRTUAL_KEY)] = &[
    ("Alt", VK_MENU),
    ("Ctrl", VK_CONTROL),
    ("Shift", VK_SHIFT),
    ("Win", VK_LWIN),
    ("Menu", VK_APPS),
    ("Tab", VK_TAB),
    ("Enter", VK_RETURN),
    ("Escape", VK_ESCAPE),
    ("Space", VK_SPACE),
    ("Backspace", VK_BACK),
    ("Delete", VK_DELETE),
    ("Home", VK_HOME),
    ("End", VK_END),
    ("PageUp", VK_PRIOR),
    ("PageDown", VK_NEXT),
    ("Left", VK_LEFT),
    ("Up", VK_UP),
    ("Right", VK_RIGHT),
    ("Down", VK_DOWN),
];

/// Presses keys together and releases them in reverse.
pub(super) fn keys(keys: &str) -> Outcome<()> {
    let pressed: Vec<VIRTUAL_KEY> = keys.split('+').map(key).collect::<Outcome<_>>()?;
    let down = pressed.iter().map(|key| event(*key, 0));
    let up = pressed.iter().rev().map(|key| event(*key, KEYEVENTF_KEYUP));
    input(&down.chain(up).collect::<Vec<_>>())
}

fn key(name: &str) -> Outcome<VIRTUAL_KEY> {
    if let Some((_, key)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Ok(*key);
    }
    let function = name.strip_prefix('F').and_then(|number| number.parse::<u16>().ok());
    if let Some(number) = function.filter(|number| (1..=12).contains(number)) {
        return Ok(VK_F1 + number - 1);
    }
    let mut units = name.encode_utf16();
    if let (Some(unit), None) = (units.next(), units.next()) {
        // SAFETY: takes any number.
        let found = unsafe { VkKeyScanW(unit) };
        if found >= 0 {
            return Ok(found.cast_unsigned() & 0xFF);
        }
    }
    Err(format!("the keyboard has no key “{name}”"))
}

/// A key that means nothing: after it Windows counts this program as the one that had the last input.
pub(super) fn press_nothing() -> Outcome<()> {
    input(&[event(VK_NONAME, 0), event(VK_NONAME, KEYEVENTF_KEYUP)])
}

fn event(key: VIRTUAL_KEY, flags: KEYBD_EVENT_FLAGS) -> INPUT {
    let ki = KEYBDINPUT { wVk: key, dwFlags: flags, ..KEYBDINPUT::default() };
    INPUT { r#type: INPUT_KEYBOARD, Anonymous: INPUT_0 { ki } }
}

/// Hands events of keyboard or mouse to Windows.
pub(super) fn input(events: &[INPUT]) -> Outcome<()> {
    // SAFETY: as many events are there as is said, and of the size that is said.
    let taken = unsafe { SendInput(events.len() as u32, events.as_ptr(), size_of::<INPUT>() as i32) };
    if taken as usize == events.len() {
        Ok(())
    } else {
        Err(format!("Windows took {taken} of {} events; the desktop may be locked", events.len()))
    }
}

/// Replaces what stands in a field by typing, also if its window is not in front.
pub(super) fn fill(control: u64, text: &str) -> Outcome<()> {
    must_be_there(control)?;
    send(control, EM_SETSEL, 0, -1)?;
    if text.is_empty() {
        return post(control, WM_CHAR, VK_BACK as usize, 1);
    }
    text.encode_utf16().try_for_each(|unit| post(control, WM_CHAR, unit as usize, 1))
}
