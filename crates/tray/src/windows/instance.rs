//! One program for each session: a second start lets the first one come forward.

use std::io;
use std::time::{Duration, Instant};

use window::wide;
use windows_sys::Win32::Foundation::{
    CloseHandle, ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS, GetLastError, HANDLE,
};
use windows_sys::Win32::System::Threading::CreateMutexW;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    AllowSetForegroundWindow, FindWindowW, GetWindowThreadProcessId, PostMessageW, RegisterWindowMessageW,
};

use super::hidden::{CLASS, STARTED_AGAIN};

/// The name of the mutex, one for each session.
const NAME: &str = r"Local\OX Updater";
/// How long a first one that has only just started may take until it listens.
const LISTENS_WITHIN: Duration = Duration::from_secs(5);
/// How often it is looked for meanwhile.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// The right to be the one; given back when this is dropped.
#[derive(Debug)]
pub(crate) struct Instance(HANDLE);

impl Instance {
    /// Becomes the one; `None` if there is one already.
    ///
    /// # Errors
    /// If Windows does not say.
    pub(crate) fn only() -> io::Result<Option<Self>> {
        let name = wide(NAME);
        // SAFETY: the name ends with a zero; the last error is that of the call before it.
        let (mutex, error) = unsafe { (CreateMutexW(std::ptr::null(), 0, name.as_ptr()), GetLastError()) };
        if mutex.is_null() {
            // It is there, and of one that runs with more rights.
            return if is_there(error) { Ok(None) } else { Err(io::Error::from_raw_os_error(error as i32)) };
        }
        let own = Self(mutex);
        Ok((!is_there(error)).then_some(own))
    }

    /// Gives the right back before the end, for one that is started next.
    pub(crate) fn give_back(&mut self) {
        let mutex = std::mem::replace(&mut self.0, std::ptr::null_mut());
        if !mutex.is_null() {
            // SAFETY: made above, and closed once.
            unsafe { CloseHandle(mutex) };
        }
    }

    /// Lets the one that is there come forward.
    pub(crate) fn call_other() {
        let (class, message) = (wide(CLASS), wide(STARTED_AGAIN));
        let until = Instant::now() + LISTENS_WITHIN;
        while Instant::now() < until {
            // SAFETY: the texts end with a zero; the rest are numbers and windows.
            unsafe {
                let other = FindWindowW(class.as_ptr(), std::ptr::null());
                if !other.is_null() {
                    let mut process = 0;
                    GetWindowThreadProcessId(other, &raw mut process);
                    AllowSetForegroundWindow(process);
                    PostMessageW(other, RegisterWindowMessageW(message.as_ptr()), 0, 0);
                    return;
                }
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Whether there is one already, by what Windows said when the mutex was to be made.
fn is_there(error: u32) -> bool {
    matches!(error, ERROR_ALREADY_EXISTS | ERROR_ACCESS_DENIED)
}

#[cfg(test)]
mod tests {
    use windows_sys::Win32::Foundation::{
        ERROR_ACCESS_DENIED, ERROR_ALREADY_EXISTS, ERROR_NOT_ENOUGH_MEMORY, ERROR_SUCCESS,
    };

    use super::is_there;

    #[test]
    fn one_that_runs_with_more_rights_is_one_too() {
        let all = [ERROR_SUCCESS, ERROR_ALREADY_EXISTS, ERROR_ACCESS_DENIED, ERROR_NOT_ENOUGH_MEMORY];
        assert_eq!(all.map(is_there), [false, true, true, false]);
    }
}
