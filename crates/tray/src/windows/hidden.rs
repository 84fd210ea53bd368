//! The window that nobody sees: it gets what Windows tells all programs, and what the icon beside the clock tells.

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;

use window::wide;
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, POINT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification, WTSUnRegisterSessionNotification,
};
use windows_sys::Win32::System::Shutdown::{ShutdownBlockReasonCreate, ShutdownBlockReasonDestroy};
use windows_sys::Win32::UI::Shell::{NIN_BALLOONUSERCLICK, NIN_SELECT};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    ChangeWindowMessageFilterEx, CreateWindowExW, DefWindowProcW, DestroyWindow, GetSystemMetrics, KillTimer,
    MSGFLT_ALLOW, PBT_APMRESUMEAUTOMATIC, RegisterClassW, RegisterWindowMessageW, SM_SHUTTINGDOWN, SetTimer,
    WM_APP, WM_CONTEXTMENU, WM_ENDSESSION, WM_POWERBROADCAST, WM_QUERYENDSESSION, WM_TIMECHANGE, WM_TIMER,
    WM_WTSSESSION_CHANGE, WNDCLASSW, WS_POPUP, WTS_CONSOLE_CONNECT, WTS_REMOTE_CONNECT, WTS_SESSION_UNLOCK,
};

use super::menu::{self, Entry, Left};
use super::notify_icon::give_keyboard_back;
use super::{Ear, Heard};

/// The class of the window, by which a second start finds it.
pub(super) const CLASS: &str = "OXUpdater.Tray";
/// The message of a second start.
pub(super) const STARTED_AGAIN: &str = "OXUpdater.StartedAgain";
/// The message of an installer that ends the program and brings another version.
pub(super) const COMES_BACK: &str = "OXUpdater.ComesBack";
/// The message of the icon.
pub(super) const ICON: u32 = WM_APP + 1;

const WAKE_TIMER: usize = 1;
const PICTURE_TIMER: usize = 2;
/// What Windows tells when the icon is pressed by keyboard (NINF_KEY of shellapi.h).
const NIN_KEYSELECT: u32 = NIN_SELECT | 1;
/// The longest time that a timer is set to, in milliseconds: a day; then it is looked at anew.
const TIMER_MAX: u64 = 24 * 60 * 60 * 1000;

/// The window; it is gone when this is dropped.
pub(crate) struct Hidden {
    inner: Rc<Inner>,
}

struct Inner {
    hwnd: Cell<HWND>,
    ear: Ear,
    bar_anew: u32,
    started_again: u32,
    comes_back: u32,
    menu: RefCell<Vec<Entry>>,
    /// Whether Windows is asked to wait.
    busy: Cell<bool>,
}

thread_local! {
    static INNER: RefCell<Option<Rc<Inner>>> = const { RefCell::new(None) };
}

impl Hidden {
    /// Makes the window.
    ///
    /// # Errors
    /// If Windows has no room for it.
    pub(crate) fn new(ear: Ear) -> io::Result<Self> {
        let register = |name: &str| {
            let name = wide(name);
            // SAFETY: the name ends with a zero.
            unsafe { RegisterWindowMessageW(name.as_ptr()) }
        };
        let inner = Rc::new(Inner {
            hwnd: Cell::new(std::ptr::null_mut()),
            ear,
            bar_anew: register("TaskbarCreated"),
            started_again: register(STARTED_AGAIN),
            comes_back: register(COMES_BACK),
            menu: RefCell::new(Vec::new()),
            busy: Cell::new(false),
        });
        let class = wide(CLASS);
        // SAFETY: the class and its name live until the calls return; the procedure is a function.
        let hwnd = unsafe {
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
        if hwnd.is_null() {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: a window of this thread. Where Windows does not tell of the session, nothing is heard of it.
        unsafe { WTSRegisterSessionNotification(hwnd, NOTIFY_FOR_THIS_SESSION) };
        inner.hwnd.set(hwnd);
        // Where this program has more rights than the shell, or than a second start of it, Windows would keep these from it.
        for message in [inner.bar_anew, inner.started_again] {
            // SAFETY: a window of this thread; nothing is asked back.
            unsafe { ChangeWindowMessageFilterEx(hwnd, message, MSGFLT_ALLOW, std::ptr::null_mut()) };
        }
        INNER.set(Some(Rc::clone(&inner)));
        Ok(Self { inner })
    }

    /// The window as Windows' functions take it.
    pub(super) fn handle(&self) -> HWND {
        self.inner.hwnd.get()
    }

    /// Sets what the menu of the icon offers.
    pub(crate) fn set_menu(&self, entries: Vec<Entry>) {
        self.inner.menu.replace(entries);
    }

    /// Asks Windows to wait with its end, and says why; `None` lets it end.
    pub(crate) fn set_busy(&self, reason: Option<&str>) {
        self.inner.busy.set(reason.is_some());
        let hwnd = self.handle();
        match reason {
            Some(reason) => {
                let reason = wide(reason);
                // SAFETY: the window is of this thread; the text ends with a zero.
                unsafe { ShutdownBlockReasonCreate(hwnd, reason.as_ptr()) };
            }
            // SAFETY: as above.
            None => unsafe {
                ShutdownBlockReasonDestroy(hwnd);
            },
        }
    }

    /// Has [`Heard::Time`] told in so many milliseconds; `None` for never.
    pub(crate) fn wake_in(&self, milliseconds: Option<u64>) {
        self.set_timer(WAKE_TIMER, milliseconds);
    }

    /// Has [`Heard::Picture`] told in so many milliseconds; `None` for never.
    pub(crate) fn picture_in(&self, milliseconds: Option<u64>) {
        self.set_timer(PICTURE_TIMER, milliseconds);
    }

    fn set_timer(&self, timer: usize, milliseconds: Option<u64>) {
        // SAFETY: takes a window of this thread and numbers; no function is called by the timer.
        unsafe {
            match milliseconds {
                Some(time) => SetTimer(self.handle(), timer, time.min(TIMER_MAX) as u32, None) as i32,
                None => KillTimer(self.handle(), timer),
            };
        }
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        INNER.set(None);
        // SAFETY: a window of this thread.
        unsafe {
            WTSUnRegisterSessionNotification(self.handle());
            DestroyWindow(self.handle());
        }
    }
}

impl Inner {
    fn hear(&self, message: u32, wparam: WPARAM, lparam: LPARAM) -> Option<LRESULT> {
        match message {
            ICON => self.icon(lparam as u32 & 0xFFFF, wparam),
            WM_TIMER => {
                // A timer tells again and again; the next time is set anew.
                let hwnd = self.hwnd.get();
                // SAFETY: takes a window of this thread and a number.
                unsafe { KillTimer(hwnd, wparam) };
                self.ear.tell(if wparam == PICTURE_TIMER { Heard::Picture } else { Heard::Time });
            }
            WM_TIMECHANGE => self.ear.tell(Heard::Time),
            WM_POWERBROADCAST => {
                if wparam == PBT_APMRESUMEAUTOMATIC as usize {
                    self.ear.tell(Heard::Resumed);
                }
                return Some(1);
            }
            WM_WTSSESSION_CHANGE => {
                if matches!(wparam as u32, WTS_SESSION_UNLOCK | WTS_CONSOLE_CONNECT | WTS_REMOTE_CONNECT) {
                    self.ear.tell(Heard::PersonBack);
                }
            }
            WM_QUERYENDSESSION => {
                self.ear.tell(Heard::SessionEnding);
                return Some(LRESULT::from(!self.busy.get()));
            }
            WM_ENDSESSION => {
                if wparam != 0 {
                    self.ear.tell(Heard::End);
                } else if !is_ending() {
                    self.ear.tell(Heard::SessionStays);
                }
            }
            message if message == self.bar_anew => self.ear.tell(Heard::BarAnew),
            message if message == self.started_again => self.ear.tell(Heard::StartedAgain),
            message if message == self.comes_back => self.ear.tell(Heard::ComesBack),
            _ => return None,
        }
        Some(0)
    }

    /// What the icon tells; with version 4, `place` has where.
    fn icon(&self, what: u32, place: WPARAM) {
        match what {
            NIN_SELECT | NIN_KEYSELECT => self.ear.tell(Heard::IconPressed),
            NIN_BALLOONUSERCLICK => self.ear.tell(Heard::BalloonPressed),
            WM_CONTEXTMENU => {
                let at =
                    POINT { x: i32::from(place as u16 as i16), y: i32::from((place >> 16) as u16 as i16) };
                let entries = self.menu.borrow().clone();
                let owner = self.hwnd.get();
                match menu::choose(owner, &entries, at) {
                    Left::Chosen(chosen) => self.ear.tell(Heard::Chosen(chosen)),
                    Left::ByKeyboard => give_keyboard_back(owner),
                    Left::ByMouse => {}
                }
            }
            _ => {}
        }
    }
}

/// Whether Windows still wants to end, though this program, or another one, lets it wait.
fn is_ending() -> bool {
    // SAFETY: takes a number, and nothing else.
    unsafe { GetSystemMetrics(SM_SHUTTINGDOWN) != 0 }
}

unsafe extern "system" fn procedure(hwnd: HWND, message: u32, wparam: WPARAM, lparam: LPARAM) -> LRESULT {
    let inner = INNER.with_borrow(Clone::clone);
    let answer = inner.and_then(|inner| inner.hear(message, wparam, lparam));
    // SAFETY: what Windows handed over is handed on.
    answer.unwrap_or_else(|| unsafe { DefWindowProcW(hwnd, message, wparam, lparam) })
}
