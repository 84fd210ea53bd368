//! Windows' end, which a program without a window of its own puts off while an install is under way, or comes late to.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::Shutdown::ShutdownBlockReasonCreate;
use windows_sys::Win32::System::Threading::SetProcessShutdownParameters;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DestroyWindow, DispatchMessageW, GetMessageW, GetSystemMetrics, MSG,
    PostMessageW, PostQuitMessage, RegisterClassW, SM_SHUTTINGDOWN, WM_CLOSE, WM_DESTROY, WM_QUERYENDSESSION,
    WNDCLASSW, WS_POPUP,
};

use super::wide::wide;
use crate::machine::EndsBehind;

/// The class of the window.
const CLASS: &str = "OXUpdater.PutsOff";
/// When Windows ends the caretaker: behind programs, which have 0x280, and before deputies.
const CARETAKERS_LEVEL: u32 = 0x180;
/// When Windows ends a deputy: behind all whom it installs for; the least that is not Windows' own.
const DEPUTYS_LEVEL: u32 = 0x100;

/// Has Windows end this program behind others.
pub(crate) fn end_behind(others: EndsBehind) {
    let level = match others {
        EndsBehind::Programs => CARETAKERS_LEVEL,
        EndsBehind::Caretakers => DEPUTYS_LEVEL,
    };
    // SAFETY: takes numbers. Where Windows does not want it, the order is as it was.
    unsafe { SetProcessShutdownParameters(level, 0) };
}

/// Whether Windows is about to end, or the person's session.
pub(crate) fn is_windows_ending() -> bool {
    // SAFETY: takes a number, and nothing else.
    unsafe { GetSystemMetrics(SM_SHUTTINGDOWN) != 0 }
}

/// As long as this is there, Windows waits with its end, and shows why.
pub(crate) struct PutOff {
    /// The window's handle, which another thread owns.
    window: usize,
    thread: Option<JoinHandle<()>>,
}

/// Asks Windows to wait with its end, with a reason that it shows.
///
/// # Errors
/// If Windows has no room for the window that is needed for it.
pub(crate) fn put_off_end(reason: &str) -> io::Result<PutOff> {
    let reason = wide(reason)?;
    let (teller, told) = channel();
    let thread = thread::Builder::new().spawn(move || watch(&reason, &teller))?;
    let window = told.recv().map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))??;
    Ok(PutOff { window, thread: Some(thread) })
}

impl Drop for PutOff {
    fn drop(&mut self) {
        let window: HWND = std::ptr::with_exposed_provenance_mut(self.window);
        // SAFETY: a message to a window that is there until it gets it; only its own thread touches it.
        unsafe { PostMessageW(window, WM_CLOSE, 0, 0) };
        if let Some(thread) = self.thread.take() {
            // It has nothing to say.
            let _ = thread.join();
        }
    }
}

/// Has a window that nobody sees, tells its handle, and lets it hear Windows until it is closed.
fn watch(reason: &[u16], teller: &Sender<io::Result<usize>>) {
    let window = match make() {
        Ok(window) => window,
        Err(error) => return drop(teller.send(Err(error))),
    };
    // SAFETY: a window of this thread; the text ends with a zero.
    unsafe { ShutdownBlockReasonCreate(window, reason.as_ptr()) };
    // Who asked for it waits for this.
    let _ = teller.send(Ok(window.expose_provenance()));
    let mut message = MSG::default();
    // SAFETY: the structure is ours; it ends at `PostQuitMessage`, and at an error (-1).
    while unsafe { GetMessageW(&raw mut message, std::ptr::null_mut(), 0, 0) } > 0 {
        // SAFETY: what Windows gave is handed on.
        unsafe { DispatchMessageW(&raw const message) };
    }
}

fn make() -> io::Result<HWND> {
    let class = wide(CLASS)?;
    // SAFETY: the class and its name live until the calls return; the procedure is a function. A class that is there already is the same one.
    let window = unsafe {
        let instance = GetModuleHandleW(std::ptr::null());
        let made = WNDCLASSW {
            lpfnWndProc: Some(procedure),
            hInstance: instance,
            lpszClassName: class.as_ptr(),
            ..WNDCLASSW::default()
        };
        RegisterClassW(&raw const made);
        // No window for messages only: those do not get what Windows tells all programs.
        let (none, name) = (std::ptr::null_mut(), class.as_ptr());
        CreateWindowExW(0, name, name, WS_POPUP, 0, 0, 0, 0, none, none, instance, std::ptr::null())
    };
    if window.is_null() { Err(io::Error::last_os_error()) } else { Ok(window) }
}

unsafe extern "system" fn procedure(window: HWND, message: u32, wparam: WPARAM, lparam: LPARAM) -> LRESULT {
    match message {
        WM_QUERYENDSESSION => 0,
        WM_CLOSE => {
            // SAFETY: a window of this thread.
            unsafe { DestroyWindow(window) };
            0
        }
        WM_DESTROY => {
            // SAFETY: takes a number; the loop of this thread ends with it, and with the window the reason goes.
            unsafe { PostQuitMessage(0) };
            0
        }
        // SAFETY: what Windows handed over is handed on.
        _ => unsafe { DefWindowProcW(window, message, wparam, lparam) },
    }
}

#[cfg(test)]
mod tests {
    use windows_sys::Win32::System::Threading::GetProcessShutdownParameters;
    use windows_sys::Win32::UI::WindowsAndMessaging::{FindWindowW, SendMessageW, WM_QUERYENDSESSION};

    use super::{CLASS, end_behind, put_off_end};
    use crate::machine::EndsBehind;
    use crate::windows::wide::wide;

    #[test]
    fn windows_is_asked_to_wait_as_long_as_it_is_put_off() {
        let class = wide(CLASS).unwrap();
        // SAFETY: the name ends with a zero.
        let find = || unsafe { FindWindowW(class.as_ptr(), std::ptr::null()) };
        for _ in 0..2 {
            assert!(find().is_null());
            let put_off = put_off_end("An update is under way.").unwrap();
            assert!(!find().is_null());
            // SAFETY: a window that is there, and numbers.
            assert_eq!(unsafe { SendMessageW(find(), WM_QUERYENDSESSION, 0, 0) }, 0);
            drop(put_off);
        }
        assert!(find().is_null());
    }

    #[test]
    fn a_deputy_ends_behind_a_caretaker_and_that_behind_programs() {
        let levels = [EndsBehind::Programs, EndsBehind::Caretakers].map(|others| {
            end_behind(others);
            let (mut level, mut how) = (0, 0);
            // SAFETY: the numbers are ours.
            assert_ne!(unsafe { GetProcessShutdownParameters(&raw mut level, &raw mut how) }, 0);
            level
        });
        assert!(0x280 > levels[0] && levels[0] > levels[1] && levels[1] >= 0x100, "{levels:?}");
    }
}
