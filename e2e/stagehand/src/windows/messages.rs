//! Messages to windows of other processes, each within a time limit.

use stagehand::Place;
use windows_sys::Win32::Foundation::{HWND, RECT};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetClassNameW, GetWindowRect, GetWindowThreadProcessId, IsWindow, PostMessageW, RegisterWindowMessageW,
    SMTO_ABORTIFHUNG, SendMessageTimeoutW, WM_GETTEXT, WM_GETTEXTLENGTH,
};

use super::Outcome;
use super::top::handles;

/// How long a window may take to answer, in milliseconds.
const ANSWER_TIME_MAX: u32 = 10_000;
/// How many characters of a text are read at most.
const TEXT_LENGTH_MAX: usize = 1 << 20;
/// How many characters the name of a class has at most; Windows allows 256.
const CLASS_LENGTH_MAX: usize = 256;

/// A window as Windows takes it.
pub(super) fn hwnd(window: u64) -> HWND {
    window as usize as HWND
}

/// A window as orders name it.
pub(super) fn number(window: HWND) -> u64 {
    window as usize as u64
}

/// Sends a message and waits for the answer.
pub(super) fn send(window: u64, message: u32, first: usize, second: isize) -> Outcome<isize> {
    let mut answer = 0;
    // SAFETY: the answer lives longer than the call; what the arguments mean is the sender's affair.
    let sent = unsafe {
        let (flags, time) = (SMTO_ABORTIFHUNG, ANSWER_TIME_MAX);
        SendMessageTimeoutW(hwnd(window), message, first, second, flags, time, &raw mut answer)
    };
    if sent == 0 {
        return Err(format!("the window {window:#x} did not answer the message {message:#x} in time"));
    }
    Ok(answer as isize)
}

/// Sends a message that is answered by a number of things; 0 where nobody answers.
pub(super) fn ask(window: u64, message: u32, first: usize) -> isize {
    send(window, message, first, 0).unwrap_or_default()
}

/// Puts a message into a window's queue.
pub(super) fn post(window: u64, message: u32, first: usize, second: isize) -> Outcome<()> {
    // SAFETY: numbers only; what they mean is the sender's affair.
    let posted = unsafe { PostMessageW(hwnd(window), message, first, second) };
    if posted == 0 {
        Err(format!("the window {window:#x} is not there, or takes no messages"))
    } else {
        Ok(())
    }
}

/// Puts a message with a name into the queue of each window on this desktop.
pub(super) fn broadcast(name: &str) -> Outcome<()> {
    let name: Vec<u16> = name.encode_utf16().chain([0]).collect();
    // SAFETY: the name ends with 0.
    let message = unsafe { RegisterWindowMessageW(name.as_ptr()) };
    for window in handles() {
        // One that has gone meanwhile needs none.
        let _ = post(number(window), message, 0, 0);
    }
    Ok(())
}

/// What stands in a window or control, as it says itself.
pub(super) fn text(window: u64) -> String {
    let length = usize::try_from(ask(window, WM_GETTEXTLENGTH, 0)).unwrap_or_default();
    let mut units = vec![0_u16; length.min(TEXT_LENGTH_MAX) + 1];
    let count = send(window, WM_GETTEXT, units.len(), units.as_mut_ptr() as isize).unwrap_or_default();
    units.truncate(usize::try_from(count).unwrap_or_default().min(units.len()));
    String::from_utf16_lossy(&units)
}

/// The name of a window's class.
pub(super) fn class(window: u64) -> String {
    let mut units = [0_u16; CLASS_LENGTH_MAX];
    // SAFETY: as many units are said to be there as there are.
    let count = unsafe { GetClassNameW(hwnd(window), units.as_mut_ptr(), CLASS_LENGTH_MAX as i32) };
    String::from_utf16_lossy(&units[..usize::try_from(count).unwrap_or_default()])
}

/// The thread and the process of a window.
pub(super) fn owner(window: u64) -> (u32, u32) {
    let mut process = 0;
    // SAFETY: the number lives longer than the call.
    let thread = unsafe { GetWindowThreadProcessId(hwnd(window), &raw mut process) };
    (thread, process)
}

/// Where a window is.
pub(super) fn place(window: u64) -> Place {
    let mut at = RECT::default();
    // SAFETY: the rectangle lives longer than the call; of a window that has gone it stays empty.
    unsafe { GetWindowRect(hwnd(window), &raw mut at) };
    Place { left: at.left, top: at.top, width: at.right - at.left, height: at.bottom - at.top }
}

/// Fails for a window that is not there.
pub(super) fn must_be_there(window: u64) -> Outcome<()> {
    // SAFETY: takes any number.
    let is_there = unsafe { IsWindow(hwnd(window)) } != 0;
    if is_there { Ok(()) } else { Err(format!("the window {window:#x} is not there any more")) }
}
