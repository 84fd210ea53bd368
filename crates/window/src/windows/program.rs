//! The program: its queue of what happened, and the loop that hands it over, one after the other and never one within another.
//!
//! What happens is put into a queue, and a message to a window that nobody sees empties it. So it is handed over also while Windows
//! runs a loop of its own, for a menu or while a window is moved, and the program never changes a window from within the window's own message.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::UI::Controls::{
    ICC_LINK_CLASS, ICC_LISTVIEW_CLASSES, ICC_PROGRESS_CLASS, ICC_STANDARD_CLASSES, INITCOMMONCONTROLSEX,
    InitCommonControlsEx,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DispatchMessageW, GetMessageW, HWND_MESSAGE, MSG, PostMessageW,
    PostQuitMessage, RegisterClassW, TranslateMessage, WM_APP, WNDCLASSW,
};

use super::send::wide;
use super::{accessible, frame};
use crate::view::Happened;

const DRAIN: u32 = WM_APP + 1;
const WOKEN: u32 = WM_APP + 2;
const QUEUE_CLASS: &str = "OXUpdater.Queue";

/// What a program hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something happened in a window.
    Window {
        /// In which: the key it was opened with.
        key: u32,
        /// What.
        what: Happened,
    },
    /// A [`Waker`] was used; once or more often since it was last told.
    Woken,
}

type Handler = Box<dyn FnMut(Event)>;

thread_local! {
    static QUEUE: RefCell<VecDeque<Event>> = const { RefCell::new(VecDeque::new()) };
    static HANDLER: RefCell<Option<Handler>> = const { RefCell::new(None) };
    static QUEUE_WINDOW: RefCell<Option<Waker>> = const { RefCell::new(None) };
}

/// A program with windows, on the thread that started it.
#[derive(Debug)]
pub struct Program {
    waker: Waker,
}

/// Makes the program hear [`Event::Woken`], from any thread.
#[derive(Debug, Clone, Copy)]
pub struct Waker(isize);

impl Waker {
    /// Wakes it. Nothing happens if it has ended.
    pub fn wake(&self) {
        self.post(WOKEN);
    }

    fn post(self, message: u32) {
        // SAFETY: posting numbers to a window that is gone fails, and nothing else.
        unsafe { PostMessageW(self.0 as HWND, message, 0, 0) };
    }
}

impl Program {
    /// Makes the thread ready for windows.
    ///
    /// # Errors
    /// If Windows has no room for a window.
    pub fn start() -> io::Result<Self> {
        let classes = INITCOMMONCONTROLSEX {
            dwSize: size_of::<INITCOMMONCONTROLSEX>() as u32,
            dwICC: ICC_STANDARD_CLASSES | ICC_LISTVIEW_CLASSES | ICC_PROGRESS_CLASS | ICC_LINK_CLASS,
        };
        // SAFETY: the struct is whole, and is read only.
        unsafe { InitCommonControlsEx(&raw const classes) };
        frame::register();
        let name = wide(QUEUE_CLASS);
        let class = WNDCLASSW {
            lpfnWndProc: Some(queue_procedure),
            hInstance: instance(),
            lpszClassName: name.as_ptr(),
            ..WNDCLASSW::default()
        };
        // SAFETY: the class and its name live until the calls return; the procedure is a function.
        let hwnd = unsafe {
            RegisterClassW(&raw const class);
            CreateWindowExW(
                0,
                name.as_ptr(),
                name.as_ptr(),
                0,
                0,
                0,
                0,
                0,
                HWND_MESSAGE,
                std::ptr::null_mut(),
                instance(),
                std::ptr::null(),
            )
        };
        if hwnd.is_null() {
            return Err(io::Error::last_os_error());
        }
        let waker = Waker(hwnd as isize);
        QUEUE_WINDOW.set(Some(waker));
        accessible::begin();
        Ok(Self { waker })
    }

    /// What wakes this program from other threads.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.waker
    }

    /// Hands over what happens until [`quit`] is called.
    pub fn run(self, handler: impl FnMut(Event) + 'static) {
        HANDLER.set(Some(Box::new(handler)));
        self.waker.post(DRAIN);
        let mut message = MSG::default();
        // SAFETY: the message is filled by the call; 0 is the end and -1 cannot come with no window named.
        while unsafe { GetMessageW(&raw mut message, std::ptr::null_mut(), 0, 0) } > 0 {
            if frame::takes_key(&message) {
                continue;
            }
            // SAFETY: the message is one that Windows filled.
            unsafe {
                TranslateMessage(&raw const message);
                DispatchMessageW(&raw const message);
            }
            frame::follow_focus();
        }
        // What the handler holds, windows among them, goes while the thread is still whole.
        let handler = HANDLER.take();
        drop(handler);
        accessible::end();
    }
}

/// Ends [`Program::run`] of this thread.
pub fn quit() {
    // SAFETY: takes a number only.
    unsafe { PostQuitMessage(0) };
}

/// Puts something into the queue.
pub(super) fn push(event: Event) {
    QUEUE.with_borrow_mut(|queue| queue.push_back(event));
    if let Some(waker) = QUEUE_WINDOW.with_borrow(|waker| *waker) {
        waker.post(DRAIN);
    }
}

/// This program, as Windows knows it.
pub(super) fn instance() -> *mut std::ffi::c_void {
    // SAFETY: no name means this program.
    unsafe { GetModuleHandleW(std::ptr::null()) }
}

fn drain() {
    // While one is handed over, the rest waits for it.
    let Some(mut handler) = HANDLER.take() else { return };
    while let Some(event) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
        handler(event);
    }
    HANDLER.set(Some(handler));
}

unsafe extern "system" fn queue_procedure(
    hwnd: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
) -> LRESULT {
    match message {
        DRAIN => drain(),
        WOKEN => {
            let waits = QUEUE.with_borrow(|queue| queue.back() == Some(&Event::Woken));
            if !waits {
                QUEUE.with_borrow_mut(|queue| queue.push_back(Event::Woken));
            }
            drain();
        }
        // SAFETY: what Windows handed over is handed on.
        _ => return unsafe { DefWindowProcW(hwnd, message, wparam, lparam) },
    }
    0
}
