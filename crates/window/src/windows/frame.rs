//! A window with its frame: made, moved between screens, brought forward, closed.

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, POINT, RECT, WPARAM};
use windows_sys::Win32::Graphics::Gdi::{
    FillRect, GetMonitorInfoW, HDC, MONITOR_DEFAULTTONEAREST, MONITOR_DEFAULTTOPRIMARY, MONITORINFO,
    MonitorFromPoint, MonitorFromWindow, RDW_ALLCHILDREN, RDW_ERASE, RDW_FRAME, RDW_INVALIDATE, RedrawWindow,
};
use windows_sys::Win32::UI::HiDpi::{GetDpiForMonitor, GetDpiForWindow, MDT_EFFECTIVE_DPI};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::IsWindowEnabled;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetActiveWindow, GetFocus, SetFocus};
use windows_sys::Win32::UI::Shell::{DragAcceptFiles, DragFinish, DragQueryFileW, HDROP};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BM_GETCHECK, CB_GETCURSEL, CreateWindowExW, DC_HASDEFID, DM_GETDEFID, DefWindowProcW, DestroyWindow,
    GA_ROOT, GetAncestor, GetClientRect, GetCursorPos, GetNextDlgTabItem, GetWindowRect, ICON_BIG,
    ICON_SMALL, IDC_ARROW, IsChild, IsDialogMessageW, IsIconic, IsZoomed, LoadCursorW, MINMAXINFO, MSG,
    RegisterClassW, SIZE_MINIMIZED, SW_HIDE, SW_RESTORE, SW_SHOW, SWP_NOACTIVATE, SWP_NOZORDER,
    SetForegroundWindow, SetWindowPos, ShowWindow, UIS_INITIALIZE, WA_INACTIVE, WM_ACTIVATE,
    WM_CHANGEUISTATE, WM_CLOSE, WM_COMMAND, WM_CTLCOLORBTN, WM_CTLCOLOREDIT, WM_CTLCOLORLISTBOX,
    WM_CTLCOLORSTATIC, WM_DPICHANGED, WM_DROPFILES, WM_ENDSESSION, WM_ERASEBKGND, WM_GETMINMAXINFO,
    WM_NEXTDLGCTL, WM_NOTIFY, WM_QUERYENDSESSION, WM_SETFOCUS, WM_SETICON, WM_SETTINGCHANGE, WM_SIZE,
    WM_SYSCOLORCHANGE, WM_THEMECHANGED, WNDCLASSW, WS_CAPTION, WS_CLIPCHILDREN, WS_EX_CONTROLPARENT,
    WS_OVERLAPPEDWINDOW, WS_SYSMENU, WS_THICKFRAME,
};

use super::colours::Colours;
use super::controls::{LOOKS_FIELD, LOOKS_LINK, looks};
use super::draw::State;
use super::fonts::Fonts;
use super::icons::Icon;
use super::program::instance;
use super::send::{send, text, text_of, wide};
use super::{dark, keys, panel};
use crate::view::{Happened, LabelStyle, Sight, View};

const CLASS: &str = "OXUpdater.Window";
/// How many files are taken of those that are dropped together.
const DROPPED_MAX: u32 = 100;
/// The longest path that is dropped, in UTF-16 units.
const PATH_LENGTH_MAX: usize = 32_768;

/// What kind of window it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowKind {
    /// One that can be made small and fill the screen.
    Main,
    /// The same, for a document: Escape does not close it.
    Document,
    /// One beside it, such as settings.
    Tool,
}

/// Whether files can be dropped on a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drops {
    /// They can.
    Files,
    /// They cannot.
    Nothing,
}

/// A window; it is gone when this is dropped.
#[derive(Debug)]
pub struct Window {
    pub(super) frame: Rc<Frame>,
}

/// What belongs to a window.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) hwnd: HWND,
    pub(super) key: u32,
    pub(super) kind: WindowKind,
    pub(super) state: RefCell<State>,
    pub(super) colours: RefCell<Colours>,
    /// What had the focus when the window was last active.
    pub(super) focus: Cell<HWND>,
    /// What lost the focus because it cannot be used now, and what has it in its place.
    pub(super) displaced: RefCell<Option<(String, HWND)>>,
    /// Why Windows is asked not to end the session.
    pub(super) held: RefCell<Option<String>>,
    minimised: Cell<bool>,
    least: (i32, i32),
    icons: RefCell<Vec<Icon>>,
}

thread_local! {
    static FRAMES: RefCell<Vec<Rc<Frame>>> = const { RefCell::new(Vec::new()) };
    static FOCUS: Cell<isize> = const { Cell::new(0) };
}

impl Window {
    /// Makes a window that is not shown yet. `key` comes with all its events; `size` and `least` are width and height in 96ths of an inch.
    ///
    /// # Errors
    /// If Windows has no room for it.
    pub fn open(
        key: u32,
        kind: WindowKind,
        size: (i32, i32),
        least: (i32, i32),
        drops: Drops,
    ) -> io::Result<Self> {
        let style = match kind {
            WindowKind::Main | WindowKind::Document => WS_OVERLAPPEDWINDOW,
            WindowKind::Tool => WS_CAPTION | WS_SYSMENU | WS_THICKFRAME,
        };
        let (place, dpi) = place_on_screen(size);
        let (class, title) = (wide(CLASS), wide(""));
        // SAFETY: the texts end with a zero and live until the call returns.
        let hwnd = unsafe {
            CreateWindowExW(
                WS_EX_CONTROLPARENT,
                class.as_ptr(),
                title.as_ptr(),
                style | WS_CLIPCHILDREN,
                place.left,
                place.top,
                place.right - place.left,
                place.bottom - place.top,
                std::ptr::null_mut(),
                std::ptr::null_mut(),
                instance(),
                std::ptr::null(),
            )
        };
        if hwnd.is_null() {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: takes a window and a number.
        unsafe { DragAcceptFiles(hwnd, i32::from(drops == Drops::Files)) };
        let frame = Rc::new(Frame {
            hwnd,
            key,
            kind,
            state: RefCell::new(State::new(Fonts::of_system(dpi_of(hwnd)))),
            colours: RefCell::new(Colours::of_system()),
            focus: Cell::new(std::ptr::null_mut()),
            displaced: RefCell::new(None),
            held: RefCell::new(None),
            minimised: Cell::new(false),
            least,
            icons: RefCell::new(icons(hwnd, dpi)),
        });
        dark::set_caption(hwnd, frame.colours.borrow().scheme());
        // Where the mouse opened it, the focus is shown as soon as the keyboard is used.
        send(hwnd, WM_CHANGEUISTATE, UIS_INITIALIZE as usize, 0);
        FRAMES.with_borrow_mut(|frames| frames.push(Rc::clone(&frame)));
        Ok(Self { frame })
    }

    /// Shows a view: changes what differs from the one before.
    pub fn show(&self, view: &View) {
        self.frame.show(view);
    }

    /// Makes the window visible and brings it to the front.
    pub fn bring_forward(&self) {
        let hwnd = self.frame.hwnd;
        // SAFETY: take a window and a number.
        unsafe {
            ShowWindow(hwnd, if IsIconic(hwnd) != 0 { SW_RESTORE } else { SW_SHOW });
            SetForegroundWindow(hwnd);
        }
    }

    /// Hides the window, and keeps what is in it.
    pub fn hide(&self) {
        // SAFETY: takes a window and a number.
        unsafe { ShowWindow(self.frame.hwnd, SW_HIDE) };
    }

    /// What stands in a field, a password's too; empty if there is no such field.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.control(id).map(text).unwrap_or_default()
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn is_checked(&self, id: &str) -> bool {
        self.control(id).is_some_and(|hwnd| send(hwnd, BM_GETCHECK, 0, 0) == 1)
    }

    /// Which of several is chosen, from 0.
    #[must_use]
    pub fn chosen(&self, id: &str) -> Option<usize> {
        usize::try_from(send(self.control(id)?, CB_GETCURSEL, 0, 0)).ok()
    }

    /// The window as Windows' functions take it, while this lives.
    #[must_use]
    pub fn handle(&self) -> *mut std::ffi::c_void {
        self.frame.hwnd
    }

    fn control(&self, id: &str) -> Option<HWND> {
        self.frame.state.try_borrow().ok()?.named(id).map(|made| made.hwnd)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The thread may be ending already, and with it all its windows.
        let _ = FRAMES.try_with(|frames| frames.borrow_mut().retain(|frame| frame.hwnd != self.frame.hwnd));
        if let Ok(state) = self.frame.state.try_borrow() {
            state.forget();
        }
        // SAFETY: a window of this thread.
        unsafe { DestroyWindow(self.frame.hwnd) };
    }
}

/// Where a new window goes: in the middle of the screen with the pointer, and never larger than that.
fn place_on_screen((width, height): (i32, i32)) -> (RECT, u32) {
    let mut at = POINT::default();
    let mut screen = MONITORINFO { cbSize: size_of::<MONITORINFO>() as u32, ..MONITORINFO::default() };
    let (mut dpi, mut same) = (96, 96);
    // SAFETY: the structs are whole, and are filled by the calls.
    unsafe {
        GetCursorPos(&raw mut at);
        let monitor = MonitorFromPoint(at, MONITOR_DEFAULTTOPRIMARY);
        GetMonitorInfoW(monitor, &raw mut screen);
        GetDpiForMonitor(monitor, MDT_EFFECTIVE_DPI, &raw mut dpi, &raw mut same);
    }
    let work = screen.rcWork;
    let scaled = |length: i32, most: i32| (length * dpi as i32 / 96).min(most.max(1));
    let (width, height) = (scaled(width, work.right - work.left), scaled(height, work.bottom - work.top));
    let left = work.left + (work.right - work.left - width) / 2;
    let top = work.top + (work.bottom - work.top - height) / 2;
    (RECT { left, top, right: left + width, bottom: top + height }, dpi)
}

fn dpi_of(hwnd: HWND) -> u32 {
    // SAFETY: takes a window only.
    unsafe { GetDpiForWindow(hwnd) }.max(96)
}

/// Gives a window the program's icon in the sizes of its screen; they have to live as long as it shows them.
fn icons(hwnd: HWND, dpi: u32) -> Vec<Icon> {
    let mut icons = Vec::new();
    for (which, size) in [(ICON_SMALL, 16), (ICON_BIG, 32)] {
        if let Ok(icon) = Icon::of_program(1, size * dpi as i32 / 96) {
            send(hwnd, WM_SETICON, which as usize, icon.handle() as isize);
            icons.push(icon);
        }
    }
    icons
}

/// Makes the classes of windows known, once.
pub(super) fn register() {
    for (name, procedure) in
        [(CLASS, procedure as unsafe extern "system" fn(_, _, _, _) -> _), (panel::CLASS, panel::procedure)]
    {
        let name = wide(name);
        // SAFETY: the class and its name live until the calls return; the procedure is a function.
        unsafe {
            let class = WNDCLASSW {
                lpfnWndProc: Some(procedure),
                hInstance: instance(),
                hCursor: LoadCursorW(std::ptr::null_mut(), IDC_ARROW),
                lpszClassName: name.as_ptr(),
                ..WNDCLASSW::default()
            };
            RegisterClassW(&raw const class);
        }
    }
}

/// The frame of a window.
pub(super) fn find(hwnd: HWND) -> Option<Rc<Frame>> {
    FRAMES.with_borrow(|frames| frames.iter().find(|frame| frame.hwnd == hwnd).cloned())
}

/// Whether a message was a key that means something to the window as a whole: Tab, Enter, Escape, an access key, or one of its own.
pub(super) fn takes_key(message: &MSG) -> bool {
    // SAFETY: takes a window and a number.
    let root = unsafe { GetAncestor(message.hwnd, GA_ROOT) };
    let Some(frame) = find(root) else { return false };
    let key = keys::pressed(message);
    // SAFETY: the message is one that Windows filled.
    key.is_some_and(|key| frame.takes(key, message.hwnd)) || unsafe { IsDialogMessageW(root, message) } != 0
}

/// Scrolls to what has the focus, if another control has it now.
pub(super) fn follow_focus() {
    // SAFETY: takes nothing, and windows only.
    let (focus, root) = unsafe {
        let focus = GetFocus();
        (focus, GetAncestor(focus, GA_ROOT))
    };
    if FOCUS.replace(focus as isize) != focus as isize
        && let Some(frame) = find(root)
    {
        frame.show_focus(focus);
    }
}

impl Frame {
    fn dropped(&self, drop: HDROP) {
        let mut files = Vec::new();
        // SAFETY: the drop is the one that came with the message; the buffer is as long as is said, and the drop ends here.
        unsafe {
            let count = DragQueryFileW(drop, u32::MAX, std::ptr::null_mut(), 0).min(DROPPED_MAX);
            for index in 0..count {
                let mut path = vec![0; PATH_LENGTH_MAX];
                DragQueryFileW(drop, index, path.as_mut_ptr(), PATH_LENGTH_MAX as u32);
                files.push(text_of(&path).into());
            }
            DragFinish(drop);
        }
        self.tell(Happened::Dropped(files));
    }

    fn colour(&self, context: HDC, control: HWND) -> LRESULT {
        let colours = self.colours.borrow();
        // SAFETY: takes a window only.
        let enabled = unsafe { IsWindowEnabled(control) } != 0;
        let brush = match looks(control) {
            LOOKS_FIELD if enabled => colours.field(context),
            LOOKS_LINK => colours.link(context),
            looks => {
                let styles = [LabelStyle::Quiet, LabelStyle::Warning];
                let style = styles.into_iter().find(|style| *style as isize == looks);
                colours.label(style.unwrap_or(LabelStyle::Plain), context)
            }
        };
        brush as LRESULT
    }

    /// Takes the colours that Windows is set to now.
    fn take_colours(&self) {
        let colours = Colours::of_system();
        let scheme = colours.scheme();
        if let Ok(mut old) = self.colours.try_borrow_mut() {
            *old = colours;
        }
        dark::set_caption(self.hwnd, scheme);
        // While a view is being shown, it dresses what it makes itself.
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.dress(scheme);
        }
        let all = RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_ALLCHILDREN;
        // SAFETY: the whole window is drawn anew.
        unsafe { RedrawWindow(self.hwnd, std::ptr::null(), std::ptr::null_mut(), all) };
    }

    /// Makes the window higher, as far as its screen allows.
    pub(super) fn grow(&self, missing: i32) {
        let mut screen = MONITORINFO { cbSize: size_of::<MONITORINFO>() as u32, ..MONITORINFO::default() };
        let mut place = RECT::default();
        // SAFETY: the structs are whole, and are filled by the calls; the rest takes a window and numbers.
        unsafe {
            if IsZoomed(self.hwnd) != 0 || IsIconic(self.hwnd) != 0 {
                return;
            }
            GetMonitorInfoW(MonitorFromWindow(self.hwnd, MONITOR_DEFAULTTONEAREST), &raw mut screen);
            GetWindowRect(self.hwnd, &raw mut place);
            let work = screen.rcWork;
            let height = (place.bottom - place.top + missing).min(work.bottom - work.top);
            let top = place.top.min(work.bottom - height);
            let (width, flags) = (place.right - place.left, SWP_NOZORDER | SWP_NOACTIVATE);
            SetWindowPos(self.hwnd, std::ptr::null_mut(), place.left, top, width, height, flags);
        }
    }

    fn moved_to_screen(&self, dpi: u32, place: &RECT) {
        let (width, height) = (place.right - place.left, place.bottom - place.top);
        let flags = SWP_NOZORDER | SWP_NOACTIVATE;
        // SAFETY: takes a window and numbers.
        unsafe {
            SetWindowPos(self.hwnd, std::ptr::null_mut(), place.left, place.top, width, height, flags);
        }
        // Those before go when the window shows the others.
        let others = icons(self.hwnd, dpi);
        self.icons.replace(others);
        self.take_fonts(dpi);
    }

    /// Remembers the focus of a window that is left, and tells whether it is seen.
    fn activated(&self, how: WPARAM) {
        let is_left = how as u16 as u32 == WA_INACTIVE;
        if is_left {
            // SAFETY: takes nothing.
            self.focus.set(unsafe { GetFocus() });
        }
        let is_minimised = how >> 16 != 0;
        self.tell(Happened::Sighted(if is_left || is_minimised { Sight::Unseen } else { Sight::Seen }));
    }

    /// Places the controls in another size, and tells whether the window is seen: it may stay the active one while it is minimised.
    fn sized(&self, how: u32) {
        let is_minimised = how == SIZE_MINIMIZED;
        if is_minimised {
            self.tell(Happened::Sighted(Sight::Unseen));
        } else {
            self.place();
            // SAFETY: takes nothing.
            if self.minimised.get() && unsafe { GetActiveWindow() } == self.hwnd {
                self.tell(Happened::Sighted(Sight::Seen));
            }
        }
        self.minimised.set(is_minimised);
    }

    fn focus_within(&self) {
        let focus = self.focus.get();
        // SAFETY: take windows only; one that is gone makes the calls fail.
        unsafe {
            if IsChild(self.hwnd, focus) != 0 {
                SetFocus(focus);
            }
        }
    }

    /// Gives the focus to a control, or to the one before or behind the one that has it, as dialogs do: access keys of labels need it.
    fn focus_next(&self, which: WPARAM, is_control: u16) {
        // SAFETY: take windows and numbers only; one that is gone makes the calls fail.
        unsafe {
            let control = if is_control != 0 {
                which as HWND
            } else {
                GetNextDlgTabItem(self.hwnd, GetFocus(), i32::from(which != 0))
            };
            SetFocus(control);
        }
    }

    /// What Windows tells the window; `None` for what it does by itself.
    fn hear(&self, message: u32, wparam: WPARAM, lparam: LPARAM) -> Option<LRESULT> {
        match message {
            WM_COMMAND => {
                self.command(wparam as u16, (wparam >> 16) as u16 as u32, lparam as HWND);
            }
            // SAFETY: with this message comes such a header.
            WM_NOTIFY => return Some(unsafe { self.notified(lparam as *const _) }),
            WM_CTLCOLORSTATIC | WM_CTLCOLOREDIT | WM_CTLCOLORBTN => {
                return Some(self.colour(wparam as HDC, lparam as HWND));
            }
            WM_CTLCOLORLISTBOX => return Some(self.colours.borrow().field(wparam as HDC) as LRESULT),
            WM_ERASEBKGND => {
                let mut inside = RECT::default();
                // SAFETY: the context came with the message; the brush lives as long as the colours.
                unsafe {
                    GetClientRect(self.hwnd, &raw mut inside);
                    FillRect(wparam as HDC, &raw const inside, self.colours.borrow().behind());
                }
                return Some(1);
            }
            WM_SIZE => self.sized(wparam as u32),
            WM_GETMINMAXINFO => {
                let dpi = dpi_of(self.hwnd) as i32;
                // SAFETY: with this message comes such a struct.
                let limits = unsafe { &mut *(lparam as *mut MINMAXINFO) };
                limits.ptMinTrackSize = POINT { x: self.least.0 * dpi / 96, y: self.least.1 * dpi / 96 };
            }
            // SAFETY: with this message comes such a place.
            WM_DPICHANGED => self.moved_to_screen(wparam as u16 as u32, unsafe { &*(lparam as *const RECT) }),
            WM_SYSCOLORCHANGE | WM_THEMECHANGED => {
                self.take_colours();
                return None;
            }
            WM_SETTINGCHANGE => {
                self.take_colours();
                self.take_fonts(dpi_of(self.hwnd));
                return None;
            }
            WM_ACTIVATE => {
                self.activated(wparam);
                return None;
            }
            WM_SETFOCUS => self.focus_within(),
            WM_NEXTDLGCTL => self.focus_next(wparam, lparam as u16),
            WM_DROPFILES => self.dropped(wparam as HDROP),
            WM_CLOSE => self.tell(Happened::Closed),
            WM_QUERYENDSESSION => return self.may_session_end(),
            WM_ENDSESSION => self.session_ends(wparam),
            DM_GETDEFID => {
                let number = self.state.try_borrow().ok().and_then(|state| state.default_number());
                return Some(number.map_or(0, |number| (DC_HASDEFID << 16 | u32::from(number)) as LRESULT));
            }
            _ => return None,
        }
        Some(0)
    }
}

unsafe extern "system" fn procedure(hwnd: HWND, message: u32, wparam: WPARAM, lparam: LPARAM) -> LRESULT {
    let answer = find(hwnd).and_then(|frame| frame.hear(message, wparam, lparam));
    // SAFETY: what Windows handed over is handed on.
    answer.unwrap_or_else(|| unsafe { DefWindowProcW(hwnd, message, wparam, lparam) })
}
