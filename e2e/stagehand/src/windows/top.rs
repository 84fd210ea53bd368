//! The windows on the desktop, tips and balloons among them.

use stagehand::Window;
use windows_sys::Win32::Foundation::{HWND, LPARAM};
use windows_sys::Win32::UI::Controls::{TTGETTITLE, TTM_GETTEXTW, TTM_GETTITLE, TTTOOLINFOW};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::IsWindowEnabled;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    EnumWindows, GetForegroundWindow, IsIconic, IsWindowVisible, SW_RESTORE, SetForegroundWindow, ShowWindow,
};
use windows_sys::core::BOOL;

use super::messages::{class, hwnd, must_be_there, number, owner, place, send, text};
use super::remote::{Remote, TEXT_LENGTH_MAX};
use super::{Outcome, keyboard};

/// The class of tips, and so of balloons.
const TIP_CLASS: &str = "tooltips_class32";

/// All windows on this desktop, from front to back.
pub(super) fn windows() -> Vec<Window> {
    // SAFETY: takes nothing.
    let foreground = unsafe { GetForegroundWindow() };
    handles().into_iter().map(|handle| window(handle, handle == foreground)).collect()
}

/// The same, as Windows knows them.
pub(super) fn handles() -> Vec<HWND> {
    let mut found: Vec<HWND> = Vec::new();
    // SAFETY: the list lives longer than the call, and only the function below takes it.
    unsafe { EnumWindows(Some(collect), (&raw mut found) as LPARAM) };
    found
}

/// Adds a window to a list of them, whose address is the argument.
pub(super) unsafe extern "system" fn collect(window: HWND, list: LPARAM) -> BOOL {
    // SAFETY: it is called only with the address of a list that its caller holds.
    let list = unsafe { &mut *(list as *mut Vec<HWND>) };
    list.push(window);
    1
}

fn window(handle: HWND, foreground: bool) -> Window {
    let handle = number(handle);
    let class = class(handle);
    // SAFETY: both take any number.
    let (visible, enabled) =
        unsafe { (IsWindowVisible(hwnd(handle)) != 0, IsWindowEnabled(hwnd(handle)) != 0) };
    let (_, process) = owner(handle);
    // What is hidden may belong to a thread that answers nobody.
    let (title, text) = match (visible, class.as_str()) {
        (true, TIP_CLASS) => tip(handle, process).unwrap_or_default(),
        (true, _) => (text(handle), String::new()),
        (false, _) => (title_as_kept(handle), String::new()),
    };
    Window { handle, process, class, title, text, visible, enabled, foreground, place: place(handle) }
}

/// The title that Windows keeps for a window, without asking it.
fn title_as_kept(window: u64) -> String {
    use windows_sys::Win32::UI::WindowsAndMessaging::InternalGetWindowText;
    let mut units = [0_u16; 256];
    // SAFETY: as many units are said to be there as there are.
    let count = unsafe { InternalGetWindowText(hwnd(window), units.as_mut_ptr(), units.len() as i32) };
    String::from_utf16_lossy(&units[..usize::try_from(count).unwrap_or_default()])
}

/// The heading and the text of a tip.
fn tip(window: u64, process: u32) -> Outcome<(String, String)> {
    let remote = Remote::of(process)?;
    let asked = TTGETTITLE {
        dwSize: size_of::<TTGETTITLE>() as u32,
        cch: TEXT_LENGTH_MAX as u32,
        pszTitle: remote.text_address(),
        ..TTGETTITLE::default()
    };
    remote.write(&asked)?;
    send(window, TTM_GETTITLE, 0, remote.address())?;
    let title = remote.text()?;
    let text = tool_text(window, &remote)?;
    Ok((title, text))
}

/// What a tip says of the tool that it is shown for.
fn tool_text(window: u64, remote: &Remote) -> Outcome<String> {
    use windows_sys::Win32::UI::Controls::{TTM_ENUMTOOLSW, TTM_GETCURRENTTOOLW, TTM_GETTOOLCOUNT};
    let size = size_of::<TTTOOLINFOW>() as u32;
    let empty = TTTOOLINFOW { cbSize: size, ..TTTOOLINFOW::default() };
    remote.write(&empty)?;
    if send(window, TTM_GETCURRENTTOOLW, 0, remote.address())? == 0 {
        let count = send(window, TTM_GETTOOLCOUNT, 0, 0)?;
        if count == 0 || send(window, TTM_ENUMTOOLSW, 0, remote.address())? == 0 {
            return Ok(String::new());
        }
    }
    let tool = remote.read::<TTTOOLINFOW>()?;
    remote.write(&TTTOOLINFOW { lpszText: remote.text_address(), ..tool })?;
    send(window, TTM_GETTEXTW, TEXT_LENGTH_MAX, remote.address())?;
    remote.text()
}

/// Brings a window forward, so that keys go to it.
pub(super) fn activate(window: u64) -> Outcome<()> {
    must_be_there(window)?;
    let own = hwnd(window);
    // SAFETY: all take any number.
    unsafe {
        if IsIconic(own) != 0 {
            ShowWindow(own, SW_RESTORE);
        }
        if GetForegroundWindow() == own {
            return Ok(());
        }
    }
    // Windows lets only who has had the last input bring a window forward.
    keyboard::press_nothing()?;
    // SAFETY: takes any number.
    let moved = unsafe { SetForegroundWindow(own) };
    if moved == 0 { Err(format!("the window {window:#x} cannot be brought forward")) } else { Ok(()) }
}
