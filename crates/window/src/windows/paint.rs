//! Draws those controls of a dark window that take no colours: buttons, boxes to tick and to choose from, frames, edges, headings.

use windows_sys::Win32::Foundation::{HWND, LRESULT, POINT, RECT};
use windows_sys::Win32::Graphics::Gdi::{
    BeginPaint, CreatePen, CreateSolidBrush, DRAW_TEXT_FORMAT, DT_CALCRECT, DT_CENTER, DT_END_ELLIPSIS,
    DT_HIDEPREFIX, DT_LEFT, DT_NOPREFIX, DT_RIGHT, DT_SINGLELINE, DT_VCENTER, DT_WORDBREAK, DeleteObject,
    DrawTextW, EndPaint, FillRect, FrameRect, GetWindowDC, HDC, PAINTSTRUCT, PS_SOLID, Polyline, ReleaseDC,
    SelectObject, SetBkMode, SetTextColor, TRANSPARENT,
};
use windows_sys::Win32::UI::Controls::{
    BST_CHECKED, BST_HOT, CDDS_ITEMPREPAINT, CDDS_POSTPAINT, CDDS_PREPAINT, CDRF_DODEFAULT,
    CDRF_NOTIFYITEMDRAW, CDRF_NOTIFYPOSTPAINT, CDRF_SKIPDEFAULT, HDF_JUSTIFYMASK, HDF_RIGHT, HDI_FORMAT,
    HDI_TEXT, HDITEMW, HDM_GETITEMCOUNT, HDM_GETITEMRECT, HDM_GETITEMW, NMCUSTOMDRAW,
};
use windows_sys::Win32::UI::HiDpi::GetDpiForWindow;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetFocus, IsWindowEnabled};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BM_GETCHECK, BM_GETSTATE, BS_AUTOCHECKBOX, BS_DEFPUSHBUTTON, BS_TYPEMASK, CB_GETCURSEL, CB_GETLBTEXT,
    CB_GETLBTEXTLEN, GWL_STYLE, GetClientRect, GetWindowLongPtrW, GetWindowRect, SendMessageW,
    UISF_HIDEACCEL, UISF_HIDEFOCUS, WM_GETFONT, WM_QUERYUISTATE,
};

use super::send::{send, send_with, text, wide};
use crate::palette::{Colour, DARK};

/// The side of a box to tick, in 96ths of an inch.
const BOX: i32 = 13;
/// Between a box and its text, and beside a text, in 96ths of an inch.
const GAP: i32 = 5;
/// How wide the arrow of a box to choose from is, in 96ths of an inch.
const ARROW: i32 = 8;
/// The longest heading of a column, in UTF-16 units.
const HEADING_LENGTH_MAX: usize = 256;
/// What a button tells by `BM_GETSTATE` when it is held down.
const PUSHED: isize = 4;
/// The longest choice that is drawn, in UTF-16 units.
const CHOICE_LENGTH_MAX: usize = 1000;

/// A control that is being drawn: where, and in which of its states.
struct Canvas {
    hwnd: HWND,
    context: HDC,
    inside: RECT,
}

impl Canvas {
    fn of(hwnd: HWND, context: HDC) -> Self {
        let mut inside = RECT::default();
        // SAFETY: the place is filled by the call; the font is one that the control has, and the rest takes numbers.
        unsafe {
            GetClientRect(hwnd, &raw mut inside);
            SelectObject(context, send(hwnd, WM_GETFONT, 0, 0) as *mut std::ffi::c_void);
            SetBkMode(context, TRANSPARENT as i32);
        }
        Self { hwnd, context, inside }
    }

    fn scale(&self, length: i32) -> i32 {
        // SAFETY: takes a window only.
        length * unsafe { GetDpiForWindow(self.hwnd) }.max(96) as i32 / 96
    }

    fn is_enabled(&self) -> bool {
        // SAFETY: takes a window only.
        unsafe { IsWindowEnabled(self.hwnd) != 0 }
    }

    /// Whether the control has the keys, and Windows wants that to be seen.
    fn shows_focus(&self) -> bool {
        // SAFETY: takes nothing.
        let has = unsafe { GetFocus() } == self.hwnd;
        has && send(self.hwnd, WM_QUERYUISTATE, 0, 0) & UISF_HIDEFOCUS as isize == 0
    }

    fn text_colour(&self) -> Colour {
        if self.is_enabled() { DARK.text } else { DARK.unusable }
    }

    /// Whether the letter that presses a control is underlined.
    fn access_key(&self) -> DRAW_TEXT_FORMAT {
        let hidden = send(self.hwnd, WM_QUERYUISTATE, 0, 0) & UISF_HIDEACCEL as isize != 0;
        if hidden { DT_HIDEPREFIX } else { 0 }
    }

    fn fill(&self, place: &RECT, colour: Colour) {
        // SAFETY: the context is one that is drawn on now; the brush is made and gone here.
        unsafe {
            let brush = CreateSolidBrush(colour.number());
            FillRect(self.context, place, brush);
            DeleteObject(brush);
        }
    }

    /// An edge that is some pixels wide.
    fn edge(&self, place: &RECT, width: i32, colour: Colour) {
        // SAFETY: as above.
        unsafe {
            let brush = CreateSolidBrush(colour.number());
            for step in 0..width {
                let line = shrunk(place, step);
                FrameRect(self.context, &raw const line, brush);
            }
            DeleteObject(brush);
        }
    }

    fn line(&self, points: &[POINT], width: i32, colour: Colour) {
        // SAFETY: as above, of a pen; the points are as many as is said.
        unsafe {
            let pen = CreatePen(PS_SOLID, width, colour.number());
            let before = SelectObject(self.context, pen);
            Polyline(self.context, points.as_ptr(), points.len() as i32);
            SelectObject(self.context, before);
            DeleteObject(pen);
        }
    }

    fn text(&self, text: &str, place: &RECT, format: DRAW_TEXT_FORMAT, colour: Colour) {
        let (text, mut place) = (wide(text), *place);
        // SAFETY: the text ends with a zero, and the place lives until the call returns.
        unsafe {
            SetTextColor(self.context, colour.number());
            DrawTextW(self.context, text.as_ptr(), -1, &raw mut place, format);
        }
    }

    /// How wide and high a text becomes below one another, within a width.
    fn measure(&self, text: &str, width: i32, format: DRAW_TEXT_FORMAT) -> (i32, i32) {
        let mut place = RECT { right: width.max(1), ..RECT::default() };
        let text = wide(text);
        // SAFETY: the text ends with a zero, and the place is filled by the call.
        unsafe { DrawTextW(self.context, text.as_ptr(), -1, &raw mut place, format | DT_CALCRECT) };
        (place.right, place.bottom)
    }
}

fn shrunk(place: &RECT, by: i32) -> RECT {
    RECT { left: place.left + by, top: place.top + by, right: place.right - by, bottom: place.bottom - by }
}

/// Draws a button, or a box to tick with its text.
pub(super) fn button(hwnd: HWND, context: HDC) {
    let canvas = Canvas::of(hwnd, context);
    // SAFETY: takes a window and a number.
    let style = unsafe { GetWindowLongPtrW(hwnd, GWL_STYLE) } as i32 & BS_TYPEMASK;
    canvas.fill(&canvas.inside, DARK.face);
    if style == BS_AUTOCHECKBOX { check(&canvas) } else { push_button(&canvas, style == BS_DEFPUSHBUTTON) }
}

fn push_button(canvas: &Canvas, is_default: bool) {
    let state = send(canvas.hwnd, BM_GETSTATE, 0, 0);
    let behind = match state {
        _ if !canvas.is_enabled() => DARK.face,
        state if state & PUSHED != 0 => DARK.pressed,
        state if state & BST_HOT as isize != 0 => DARK.hot,
        _ => DARK.button,
    };
    canvas.fill(&canvas.inside, behind);
    let one = canvas.scale(1);
    let edge = if is_default && canvas.is_enabled() { DARK.accent } else { DARK.edge };
    canvas.edge(&canvas.inside, if is_default { 2 * one } else { one }, edge);
    if canvas.shows_focus() {
        canvas.edge(&shrunk(&canvas.inside, 3 * one), one, DARK.text);
    }
    let format = DT_CENTER | DT_VCENTER | DT_SINGLELINE | canvas.access_key();
    canvas.text(&text(canvas.hwnd), &canvas.inside, format, canvas.text_colour());
}

fn check(canvas: &Canvas) {
    let (side, gap, one) = (canvas.scale(BOX), canvas.scale(GAP), canvas.scale(1));
    let inside = canvas.inside;
    let top = inside.top + (inside.bottom - inside.top - side) / 2;
    let place = RECT { left: inside.left, top, right: inside.left + side, bottom: top + side };
    let state = send(canvas.hwnd, BM_GETSTATE, 0, 0);
    let ticked = send(canvas.hwnd, BM_GETCHECK, 0, 0) == BST_CHECKED as isize;
    let hot = state & BST_HOT as isize != 0;
    let strong = if canvas.is_enabled() { DARK.accent } else { DARK.unusable };
    if ticked {
        canvas.fill(&place, strong);
        let at = |x: i32, y: i32| POINT { x: place.left + side * x / 13, y: place.top + side * y / 13 };
        canvas.line(&[at(3, 6), at(5, 9), at(10, 3)], 2 * one, DARK.tick);
    } else {
        canvas.fill(&place, if hot { DARK.hot } else { DARK.field });
        canvas.edge(&place, one, if hot { DARK.accent } else { DARK.edge });
    }
    let label = text(canvas.hwnd);
    let format = DT_LEFT | DT_WORDBREAK | canvas.access_key();
    let left = place.right + gap;
    let (width, height) = canvas.measure(&label, inside.right - left, format);
    let top = inside.top + (inside.bottom - inside.top - height) / 2;
    let words = RECT { left, top, right: inside.right, bottom: top + height };
    canvas.text(&label, &words, format, canvas.text_colour());
    if canvas.shows_focus() {
        let around = RECT { left: left - 2 * one, top, right: left + width + 2 * one, bottom: top + height };
        canvas.edge(&around, one, DARK.text);
    }
}

/// Draws a control by itself while Windows asks for it.
fn painted(hwnd: HWND, draw: impl FnOnce(&Canvas)) {
    let mut painting = PAINTSTRUCT::default();
    // SAFETY: what is begun is ended, and the struct is filled by the call.
    unsafe {
        let context = BeginPaint(hwnd, &raw mut painting);
        draw(&Canvas::of(hwnd, context));
        EndPaint(hwnd, &raw const painting);
    }
}

/// Draws a box to choose from, while it is closed.
pub(super) fn choice(hwnd: HWND) {
    painted(hwnd, |canvas| {
        let inside = canvas.inside;
        let (gap, one, wide) = (canvas.scale(GAP), canvas.scale(1), canvas.scale(ARROW));
        canvas.fill(&inside, if canvas.is_enabled() { DARK.button } else { DARK.face });
        canvas.edge(&inside, one, DARK.edge);
        let (right, middle) = (inside.right - gap - 2 * one, inside.top + (inside.bottom - inside.top) / 2);
        let (top, half) = (middle - wide / 4, wide / 2);
        let arrow = [(right - wide, top), (right - half, top + half), (right, top)];
        canvas.line(&arrow.map(|(x, y)| POINT { x, y }), one, canvas.text_colour());
        let words = RECT { left: inside.left + gap, right: right - wide - gap, ..inside };
        let format = DT_LEFT | DT_VCENTER | DT_SINGLELINE | DT_NOPREFIX | DT_END_ELLIPSIS;
        canvas.text(&chosen(hwnd), &words, format, canvas.text_colour());
        // SAFETY: takes nothing.
        if unsafe { GetFocus() } == hwnd {
            canvas.edge(&inside, 2 * one, DARK.accent);
        }
    });
}

fn chosen(hwnd: HWND) -> String {
    let Ok(index) = usize::try_from(send(hwnd, CB_GETCURSEL, 0, 0)) else { return String::new() };
    let length = usize::try_from(send(hwnd, CB_GETLBTEXTLEN, index, 0)).unwrap_or_default();
    if length > CHOICE_LENGTH_MAX {
        return String::new();
    }
    let mut units = vec![0_u16; length + 1];
    // SAFETY: the buffer holds as much as the control said, and a zero.
    unsafe { SendMessageW(hwnd, CB_GETLBTEXT, index, units.as_mut_ptr() as isize) };
    super::send::text_of(&units)
}

/// Draws a frame around others, with its heading; what is inside of it stays.
pub(super) fn frame(hwnd: HWND) {
    painted(hwnd, |canvas| {
        let label = text(hwnd);
        let (gap, one) = (canvas.scale(GAP), canvas.scale(1));
        let format = DT_LEFT | DT_SINGLELINE | canvas.access_key();
        let (width, height) = canvas.measure(&label, canvas.inside.right, format);
        let around = RECT { top: canvas.inside.top + height / 2, ..canvas.inside };
        canvas.edge(&around, one, DARK.edge);
        if label.is_empty() {
            return;
        }
        let left = canvas.inside.left + 2 * gap;
        let words = RECT {
            left: left - one,
            top: canvas.inside.top,
            right: left + width + one,
            bottom: canvas.inside.top + height,
        };
        canvas.fill(&words, DARK.face);
        canvas.text(&label, &RECT { left, ..words }, format, canvas.text_colour());
    });
}

/// Draws the edge of a field, a table or a bar; scroll bars stay.
pub(super) fn edge(hwnd: HWND) {
    let (mut whole, mut inside) = (RECT::default(), RECT::default());
    // SAFETY: the places are filled by the calls; the context is given back.
    unsafe {
        GetWindowRect(hwnd, &raw mut whole);
        GetClientRect(hwnd, &raw mut inside);
        let context = GetWindowDC(hwnd);
        let canvas = Canvas { hwnd, context, inside };
        let (width, height) = (whole.right - whole.left, whole.bottom - whole.top);
        // What is not inside stands on both sides, below it also a scroll bar; only what is above shows how wide an edge is.
        let around = RECT { left: 0, top: 0, right: width, bottom: height };
        let wide = (height - inside.bottom).min(width - inside.right) / 2;
        canvas.edge(&around, wide.min(2), DARK.field);
        let colour = if GetFocus() == hwnd { DARK.accent } else { DARK.edge };
        canvas.edge(&around, wide.min(1), colour);
        ReleaseDC(hwnd, context);
    }
}

/// Draws the headings of a table's columns, and answers what Windows still has to draw.
pub(super) fn headings(draw: &NMCUSTOMDRAW) -> LRESULT {
    let hwnd = draw.hdr.hwndFrom;
    let canvas = Canvas::of(hwnd, draw.hdc);
    let answer = match draw.dwDrawStage {
        CDDS_PREPAINT => {
            canvas.fill(&canvas.inside, DARK.heading);
            CDRF_NOTIFYITEMDRAW | CDRF_NOTIFYPOSTPAINT
        }
        CDDS_ITEMPREPAINT => {
            heading(&canvas, draw.dwItemSpec, &draw.rc);
            CDRF_SKIPDEFAULT
        }
        CDDS_POSTPAINT => {
            let last = send(hwnd, HDM_GETITEMCOUNT, 0, 0) - 1;
            let mut place = RECT::default();
            send_with(hwnd, HDM_GETITEMRECT, last.max(0).unsigned_abs(), &mut place);
            canvas.fill(&RECT { left: place.right, ..canvas.inside }, DARK.heading);
            CDRF_DODEFAULT
        }
        _ => CDRF_DODEFAULT,
    };
    answer as LRESULT
}

fn heading(canvas: &Canvas, number: usize, place: &RECT) {
    let mut units = [0_u16; HEADING_LENGTH_MAX];
    let mut item = HDITEMW {
        mask: HDI_TEXT | HDI_FORMAT,
        pszText: units.as_mut_ptr(),
        cchTextMax: HEADING_LENGTH_MAX as i32,
        ..HDITEMW::default()
    };
    send_with(canvas.hwnd, HDM_GETITEMW, number, &mut item);
    let (gap, one) = (canvas.scale(GAP), canvas.scale(1));
    canvas.fill(place, DARK.heading);
    canvas.fill(&RECT { left: place.right - one, ..*place }, DARK.edge);
    let side = if item.fmt & HDF_JUSTIFYMASK == HDF_RIGHT { DT_RIGHT } else { DT_LEFT };
    let words = RECT { left: place.left + gap, right: place.right - gap - one, ..*place };
    let format = side | DT_VCENTER | DT_SINGLELINE | DT_NOPREFIX | DT_END_ELLIPSIS;
    canvas.text(&super::send::text_of(&units), &words, format, DARK.text);
}
