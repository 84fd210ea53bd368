//! Labels at which Tab stops so that they are read: a frame shows where the focus is.

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, RECT, WPARAM};
use windows_sys::Win32::Graphics::Gdi::{DrawFocusRect, GetDC, InvalidateRect, ReleaseDC};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::GetFocus;
use windows_sys::Win32::UI::Shell::{DefSubclassProc, SetWindowSubclass};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GWL_STYLE, GetClientRect, GetWindowLongPtrW, SetWindowLongPtrW, UISF_HIDEFOCUS, WM_KILLFOCUS, WM_PAINT,
    WM_QUERYUISTATE, WM_SETFOCUS, WM_SETTEXT, WM_UPDATEUISTATE, WS_TABSTOP,
};

use super::accessible;
use super::send::send;
use crate::pieces::Piece;
use crate::view::Voice;

/// The number of this among what changes how a control behaves.
const NUMBER: usize = 2;

/// Lets Tab stop at a label, or not, and lets it be read aloud when it changes.
pub(super) fn set_voice(hwnd: HWND, piece: &Piece) {
    let stop = WS_TABSTOP as isize;
    // SAFETY: take a window and numbers; the procedure is a function, and needs nothing that could be gone.
    unsafe {
        let style = GetWindowLongPtrW(hwnd, GWL_STYLE);
        let style = if piece.is_read() { style | stop } else { style & !stop };
        SetWindowLongPtrW(hwnd, GWL_STYLE, style);
        SetWindowSubclass(hwnd, Some(procedure), NUMBER, 0);
    }
    if piece.voice == Voice::Spoken {
        accessible::set_live(hwnd);
    }
}

unsafe extern "system" fn procedure(
    hwnd: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
    _number: usize,
    _data: usize,
) -> LRESULT {
    // SAFETY: what Windows handed over is handed on.
    let answer = unsafe { DefSubclassProc(hwnd, message, wparam, lparam) };
    match message {
        // SAFETY: the whole label is drawn anew.
        WM_SETFOCUS | WM_KILLFOCUS | WM_SETTEXT | WM_UPDATEUISTATE => unsafe {
            InvalidateRect(hwnd, std::ptr::null(), 1);
        },
        WM_PAINT => paint(hwnd),
        _ => {}
    }
    answer
}

/// Draws the frame around a label that has the focus, where the person uses the keyboard.
fn paint(hwnd: HWND) {
    // SAFETY: takes nothing.
    let has_focus = unsafe { GetFocus() } == hwnd;
    if !has_focus || send(hwnd, WM_QUERYUISTATE, 0, 0) & UISF_HIDEFOCUS as isize != 0 {
        return;
    }
    let mut inside = RECT::default();
    // SAFETY: the context is given back; the place is filled by the call.
    unsafe {
        GetClientRect(hwnd, &raw mut inside);
        let context = GetDC(hwnd);
        DrawFocusRect(context, &raw const inside);
        ReleaseDC(hwnd, context);
    }
}
