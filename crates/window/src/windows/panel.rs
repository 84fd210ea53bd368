//! What scrolls its controls, and long texts that leave the keyboard to the window.

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, RECT, WPARAM};
use windows_sys::Win32::Graphics::Gdi::{
    BeginPaint, DrawFocusRect, EndPaint, FillRect, HDC, InvalidateRect, PAINTSTRUCT,
};
use windows_sys::Win32::UI::Controls::SetScrollInfo;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{
    GetFocus, SetFocus, VK_DOWN, VK_END, VK_HOME, VK_NEXT, VK_PRIOR, VK_RETURN, VK_UP,
};
use windows_sys::Win32::UI::Shell::{DefSubclassProc, SetWindowSubclass};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    DLGC_HASSETSEL, DLGC_WANTALLKEYS, DLGC_WANTARROWS, DLGC_WANTMESSAGE, DLGC_WANTTAB, DefWindowProcW,
    GA_PARENT, GWL_EXSTYLE, GWL_STYLE, GetAncestor, GetClientRect, GetScrollInfo, GetWindowLongPtrW,
    SB_BOTTOM, SB_LINEDOWN, SB_LINEUP, SB_PAGEDOWN, SB_PAGEUP, SB_THUMBPOSITION, SB_THUMBTRACK, SB_TOP,
    SB_VERT, SCROLLINFO, SIF_ALL, SIF_PAGE, SIF_POS, SIF_RANGE, SetWindowLongPtrW, WHEEL_DELTA, WM_COMMAND,
    WM_CTLCOLORBTN, WM_CTLCOLOREDIT, WM_CTLCOLORLISTBOX, WM_CTLCOLORSTATIC, WM_ERASEBKGND, WM_GETDLGCODE,
    WM_KEYDOWN, WM_KILLFOCUS, WM_LBUTTONDOWN, WM_MOUSEWHEEL, WM_NOTIFY, WM_PAINT, WM_SETFOCUS, WM_VSCROLL,
    WS_EX_CONTROLPARENT, WS_TABSTOP,
};

use super::frame;
use super::send::send;

/// The class of what scrolls.
pub(super) const CLASS: &str = "OXUpdater.Panel";
/// How far one step scrolls, in pixels for each 96 dots per inch.
const STEP: i32 = 40;

/// How far a panel is scrolled, in pixels.
pub(super) fn scrolled(panel: HWND) -> i32 {
    info(panel).nPos
}

fn info(panel: HWND) -> SCROLLINFO {
    let mut info =
        SCROLLINFO { cbSize: size_of::<SCROLLINFO>() as u32, fMask: SIF_ALL, ..SCROLLINFO::default() };
    // SAFETY: the struct is as large as it says, and is filled by the call.
    unsafe { GetScrollInfo(panel, SB_VERT, &raw mut info) };
    info
}

/// Sets how high that is which a panel scrolls, and how high it is itself.
pub(super) fn set_range(panel: HWND, whole: i32, page: i32) {
    let new = SCROLLINFO {
        cbSize: size_of::<SCROLLINFO>() as u32,
        fMask: SIF_RANGE | SIF_PAGE,
        nMax: (whole - 1).max(0),
        nPage: page.max(0).unsigned_abs(),
        ..SCROLLINFO::default()
    };
    // SAFETY: the struct is whole, and is read only.
    unsafe { SetScrollInfo(panel, SB_VERT, &raw const new, 1) };
}

/// Lets Tab stop at a panel itself where nothing inside of it can have the focus, else at what is inside.
pub(super) fn set_stops(panel: HWND, within: bool) {
    // SAFETY: take a window and numbers.
    unsafe {
        let (style, extended) = (GetWindowLongPtrW(panel, GWL_STYLE), GetWindowLongPtrW(panel, GWL_EXSTYLE));
        let (stop, parent) = (WS_TABSTOP as isize, WS_EX_CONTROLPARENT as isize);
        SetWindowLongPtrW(panel, GWL_STYLE, if within { style & !stop } else { style | stop });
        SetWindowLongPtrW(panel, GWL_EXSTYLE, if within { extended | parent } else { extended & !parent });
    }
}

/// Scrolls a panel to where it shows a stretch of what it scrolls.
pub(super) fn show_stretch(panel: HWND, top: i32, bottom: i32) {
    let now = info(panel);
    let page = now.nPage as i32;
    if top < now.nPos {
        scroll_to(panel, top);
    } else if bottom > now.nPos + page {
        scroll_to(panel, bottom - page);
    }
}

fn scroll_to(panel: HWND, position: i32) {
    let before = info(panel).nPos;
    let new = SCROLLINFO {
        cbSize: size_of::<SCROLLINFO>() as u32,
        fMask: SIF_POS,
        nPos: position,
        ..SCROLLINFO::default()
    };
    // SAFETY: the struct is whole, and is read only.
    unsafe { SetScrollInfo(panel, SB_VERT, &raw const new, 1) };
    if info(panel).nPos != before
        && let Some(frame) = frame::find(parent(panel))
    {
        frame.place();
    }
}

fn parent(hwnd: HWND) -> HWND {
    // SAFETY: takes a window and a number.
    unsafe { GetAncestor(hwnd, GA_PARENT) }
}

fn scroll(panel: HWND, code: i32) {
    let now = info(panel);
    let page = now.nPage as i32;
    let position = match code {
        SB_LINEUP => now.nPos - STEP,
        SB_LINEDOWN => now.nPos + STEP,
        SB_PAGEUP => now.nPos - page,
        SB_PAGEDOWN => now.nPos + page,
        SB_TOP => 0,
        SB_BOTTOM => now.nMax,
        SB_THUMBPOSITION | SB_THUMBTRACK => now.nTrackPos,
        _ => return,
    };
    scroll_to(panel, position);
}

fn key(panel: HWND, key: u16) {
    let code = match key {
        VK_UP => SB_LINEUP,
        VK_DOWN => SB_LINEDOWN,
        VK_PRIOR => SB_PAGEUP,
        VK_NEXT => SB_PAGEDOWN,
        VK_HOME => SB_TOP,
        VK_END => SB_BOTTOM,
        _ => return,
    };
    scroll(panel, code);
}

/// What happens to a panel; what its controls tell goes on to the window.
pub(super) unsafe extern "system" fn procedure(
    hwnd: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
) -> LRESULT {
    match message {
        WM_COMMAND | WM_NOTIFY | WM_CTLCOLORSTATIC | WM_CTLCOLOREDIT | WM_CTLCOLORBTN
        | WM_CTLCOLORLISTBOX => {
            return send(parent(hwnd), message, wparam, lparam);
        }
        WM_ERASEBKGND => {
            if let Some(frame) = frame::find(parent(hwnd)) {
                let mut inside = RECT::default();
                // SAFETY: the context is the one that came with the message; the brush lives as long as the frame.
                unsafe {
                    GetClientRect(hwnd, &raw mut inside);
                    FillRect(wparam as HDC, &raw const inside, frame.colours.borrow().behind());
                }
                return 1;
            }
        }
        WM_VSCROLL => scroll(hwnd, (wparam & 0xFFFF) as i32),
        WM_MOUSEWHEEL => {
            let turned = i32::from((wparam >> 16) as u16 as i16);
            scroll_to(hwnd, info(hwnd).nPos - turned * 2 * STEP / WHEEL_DELTA as i32);
        }
        WM_KEYDOWN => key(hwnd, wparam as u16),
        WM_GETDLGCODE => return DLGC_WANTARROWS as LRESULT,
        // SAFETY: takes a window only.
        WM_LBUTTONDOWN => unsafe {
            SetFocus(hwnd);
        },
        // SAFETY: the whole window is drawn anew.
        WM_SETFOCUS | WM_KILLFOCUS => unsafe {
            InvalidateRect(hwnd, std::ptr::null(), 1);
        },
        WM_PAINT => paint(hwnd),
        // SAFETY: what Windows handed over is handed on.
        _ => return unsafe { DefWindowProcW(hwnd, message, wparam, lparam) },
    }
    0
}

fn paint(hwnd: HWND) {
    let mut painting = PAINTSTRUCT::default();
    let mut inside = RECT::default();
    // SAFETY: what is begun is ended, and the structs are filled by the calls.
    unsafe {
        let context = BeginPaint(hwnd, &raw mut painting);
        if GetFocus() == hwnd {
            GetClientRect(hwnd, &raw mut inside);
            DrawFocusRect(context, &raw const inside);
        }
        EndPaint(hwnd, &raw const painting);
    }
}

/// What Enter does in a long text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Enter {
    /// What it does elsewhere in the window.
    Default,
    /// It begins another line.
    Line,
}

/// Lets Tab, Escape and perhaps Enter in a long text do what they do elsewhere in the window.
pub(super) fn behave_as_text(hwnd: HWND, enter: Enter) {
    // SAFETY: the procedure is a function, and needs nothing that could be gone.
    unsafe { SetWindowSubclass(hwnd, Some(text_procedure), 1, usize::from(enter == Enter::Line)) };
}

unsafe extern "system" fn text_procedure(
    hwnd: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
    _number: usize,
    lines: usize,
) -> LRESULT {
    // SAFETY: what Windows handed over is handed on.
    let answer = unsafe { DefSubclassProc(hwnd, message, wparam, lparam) };
    if message == WM_GETDLGCODE {
        let own = if lines != 0 && wparam == usize::from(VK_RETURN) { DLGC_WANTMESSAGE } else { 0 };
        return answer & !((DLGC_WANTALLKEYS | DLGC_WANTTAB | DLGC_HASSETSEL) as LRESULT) | own as LRESULT;
    }
    answer
}
