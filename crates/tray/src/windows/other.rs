//! The program that runs already in this session, and its end when an installer needs its file: asked for as Windows' own Restart
//! Manager asks, which is not there under Wine and is left out of silent updates.

use window::wide;
use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::System::Threading::{OpenProcess, PROCESS_SYNCHRONIZE, WaitForSingleObject};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    ENDSESSION_CLOSEAPP, FindWindowW, GetWindowThreadProcessId, RegisterWindowMessageW, SMTO_ABORTIFHUNG,
    SMTO_NORMAL, SendMessageTimeoutW, WM_ENDSESSION, WM_QUERYENDSESSION,
};

use super::hidden::{CLASS, COMES_BACK};

/// How long the program may think about each question, in milliseconds.
const ANSWER_TIME_MAX: u32 = 5_000;
/// How long it may take to end, in milliseconds.
const END_TIME_MAX: u32 = 20_000;

/// Whether the program comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Return {
    /// It sees to it that it is started again behind the installer.
    BehindInstaller,
    /// It does not.
    Never,
}

/// Asks the program that runs in this session to end, and waits for its end. It does not end while it installs something.
pub(crate) fn quit_other(comes_back: Return) {
    let class = wide(CLASS);
    // SAFETY: the name ends with a zero.
    let window = unsafe { FindWindowW(class.as_ptr(), std::ptr::null()) };
    if window.is_null() {
        return;
    }
    let ask = |message: u32, wparam: usize| {
        let mut answer = 0;
        let how = SMTO_NORMAL | SMTO_ABORTIFHUNG;
        // SAFETY: takes numbers and a place of ours; a window that has gone is an error.
        let told = unsafe {
            SendMessageTimeoutW(
                window,
                message,
                wparam,
                ENDSESSION_CLOSEAPP as isize,
                how,
                ANSWER_TIME_MAX,
                &raw mut answer,
            )
        };
        (told != 0).then_some(answer)
    };
    let mut process = 0;
    // SAFETY: the number is ours; the process is only waited for, and closed once; the text ends with a zero.
    unsafe {
        GetWindowThreadProcessId(window, &raw mut process);
        let process = OpenProcess(PROCESS_SYNCHRONIZE, 0, process);
        if process.is_null() {
            return;
        }
        let may_end = ask(WM_QUERYENDSESSION, 0).is_some_and(|answer| answer != 0);
        if may_end && comes_back == Return::BehindInstaller {
            let message = wide(COMES_BACK);
            let _ = ask(RegisterWindowMessageW(message.as_ptr()), 0);
        }
        if may_end && ask(WM_ENDSESSION, 1).is_some() {
            // The installer goes on whether it has ended by then or not.
            WaitForSingleObject(process, END_TIME_MAX);
        }
        CloseHandle(process);
    }
}
