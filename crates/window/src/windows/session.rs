//! The end of the person's Windows session: a window with something to lose asks Windows to wait, and says why.

use windows_sys::Win32::Foundation::{LRESULT, WPARAM};
use windows_sys::Win32::System::Shutdown::{ShutdownBlockReasonCreate, ShutdownBlockReasonDestroy};
use windows_sys::Win32::UI::WindowsAndMessaging::{GetSystemMetrics, SM_SHUTTINGDOWN};

use super::frame::{Frame, Window};
use super::send::wide;
use crate::view::Happened;

impl Window {
    /// Asks Windows not to end the session, and says why; `None` lets it end.
    pub fn hold_session(&self, reason: Option<&str>) {
        self.frame.hold_session(reason);
    }
}

impl Frame {
    fn hold_session(&self, reason: Option<&str>) {
        if self.held.borrow().as_deref() == reason {
            return;
        }
        // SAFETY: the window is of this thread; the text ends with a zero and lives until the call returns.
        unsafe {
            match reason {
                Some(reason) => ShutdownBlockReasonCreate(self.hwnd, wide(reason).as_ptr()),
                None => ShutdownBlockReasonDestroy(self.hwnd),
            };
        }
        self.held.replace(reason.map(str::to_owned));
    }

    /// What Windows is answered when it asks whether the session may end; `None` for what it is answered anyway.
    pub(super) fn may_session_end(&self) -> Option<LRESULT> {
        self.held.borrow().as_ref()?;
        self.tell(Happened::SessionEnding);
        Some(0)
    }

    /// Hears whether the session ends, after all programs were asked; one of them may be waited for still.
    pub(super) fn session_ends(&self, ends: WPARAM) {
        // SAFETY: takes a number only.
        let is_wanted = unsafe { GetSystemMetrics(SM_SHUTTINGDOWN) } != 0;
        if ends == 0 && !is_wanted {
            self.tell(Happened::SessionStays);
        }
    }
}
