//! Dark windows, by documented calls only: what Windows' controls can be told is told, the rest is drawn by `paint.rs`.
//!
//! Scroll bars stay as Windows draws them.

use windows_sys::Win32::Foundation::{COLORREF, HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::Graphics::Dwm::{DWMWA_USE_IMMERSIVE_DARK_MODE, DwmSetWindowAttribute};
use windows_sys::Win32::Graphics::Gdi::{COLOR_WINDOW, COLOR_WINDOWTEXT, GetSysColor, InvalidateRect};
use windows_sys::Win32::UI::Controls::{
    CDDS_PREPAINT, CDRF_DODEFAULT, CDRF_SKIPDEFAULT, LIF_ITEMINDEX, LIF_STATE, LIS_DEFAULTCOLORS, LITEM,
    LM_SETITEM, LVM_GETHEADER, LVM_SETBKCOLOR, LVM_SETTEXTBKCOLOR, LVM_SETTEXTCOLOR, NM_CUSTOMDRAW,
    NMCUSTOMDRAW, NMHDR, PBM_SETBARCOLOR, PBM_SETBKCOLOR, PBS_SMOOTH, SetWindowTheme,
};
use windows_sys::Win32::UI::Shell::{DefSubclassProc, RemoveWindowSubclass, SetWindowSubclass};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CB_SETCURSEL, GWL_STYLE, GetClassNameW, GetWindowLongPtrW, SetWindowLongPtrW, WM_CAPTURECHANGED,
    WM_COMMAND, WM_ENABLE, WM_KEYDOWN, WM_KILLFOCUS, WM_LBUTTONDOWN, WM_LBUTTONUP, WM_NCPAINT, WM_NOTIFY,
    WM_PAINT, WM_SETFOCUS,
};

use super::draw::State;
use super::paint;
use super::send::{send, send_with, text_of, wide};
use crate::palette::{DARK, Scheme};
use crate::pieces::{Make, Piece};
use crate::view::{Bar, Kind};

/// Ours among those who hear what happens to a control.
const NUMBER: usize = 2;
/// What a control takes as “your own colour”, `CLR_DEFAULT`.
const OWN: isize = 0xFF00_0000;
/// The longest name of a class of controls that is looked at.
const CLASS_LENGTH_MAX: usize = 32;

/// What is drawn by us of a control that Windows draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its edge.
    Edge,
    /// Its edge, and the headings of its columns.
    Table,
    /// All of a box to choose from.
    Choice,
    /// All of a frame around others.
    Frame,
}

const PARTS: [Part; 4] = [Part::Edge, Part::Table, Part::Choice, Part::Frame];

/// Makes a window's title bar dark or light. A Windows that does not know how leaves it as it is.
pub(super) fn set_caption(hwnd: HWND, scheme: Scheme) {
    let dark = i32::from(scheme == Scheme::Dark);
    // SAFETY: the value is a BOOL, as large as is said.
    unsafe {
        DwmSetWindowAttribute(
            hwnd,
            DWMWA_USE_IMMERSIVE_DARK_MODE as u32,
            (&raw const dark).cast(),
            size_of::<i32>() as u32,
        );
    }
}

impl State {
    /// Gives all controls the colours of a scheme that do not have them yet.
    pub(super) fn dress(&mut self, scheme: Scheme) {
        for made in &mut self.made {
            let (was, is) = (made.dressed == Scheme::Dark, scheme == Scheme::Dark);
            if was != is {
                dress(made.hwnd, &made.piece, scheme);
            }
            if is {
                freshen(made.hwnd, &made.piece);
            }
            made.dressed = scheme;
        }
    }
}

fn part(piece: &Piece) -> Option<Part> {
    match &piece.make {
        Make::Panel => None,
        Make::Frame(_) => Some(Part::Frame),
        Make::Kind(kind) => match kind {
            Kind::Edit { .. } | Kind::Text { .. } | Kind::Progress(_) => Some(Part::Edge),
            Kind::List(_) => Some(Part::Table),
            Kind::Combo { .. } => Some(Part::Choice),
            _ => None,
        },
    }
}

fn dress(hwnd: HWND, piece: &Piece, scheme: Scheme) {
    let dark = scheme == Scheme::Dark;
    if let Some(part) = part(piece) {
        let number = PARTS.iter().position(|other| *other == part).unwrap_or_default();
        // SAFETY: the procedure is a function, and needs nothing that could be gone.
        unsafe {
            if dark {
                SetWindowSubclass(hwnd, Some(procedure), NUMBER, number);
            } else {
                RemoveWindowSubclass(hwnd, Some(procedure), NUMBER);
            }
        }
    }
    match &piece.make {
        Make::Kind(Kind::List(_)) => dress_table(hwnd, dark),
        Make::Kind(Kind::Progress(_)) => dress_bar(hwnd, dark),
        Make::Kind(Kind::Link { .. }) if !dark => set_link(hwnd, 0),
        _ => {}
    }
}

fn dress_table(hwnd: HWND, dark: bool) {
    // SAFETY: takes a number only.
    let system = |index| unsafe { GetSysColor(index) };
    let (field, text): (COLORREF, COLORREF) = if dark {
        (DARK.field.number(), DARK.text.number())
    } else {
        (system(COLOR_WINDOW), system(COLOR_WINDOWTEXT))
    };
    send(hwnd, LVM_SETBKCOLOR, 0, field as isize);
    send(hwnd, LVM_SETTEXTBKCOLOR, 0, field as isize);
    send(hwnd, LVM_SETTEXTCOLOR, 0, text as isize);
}

/// A bar takes colours only without a theme; a theme whose name is a space is none.
fn dress_bar(hwnd: HWND, dark: bool) {
    let none = wide(" ");
    let theme = if dark { none.as_ptr() } else { std::ptr::null() };
    // SAFETY: the texts end with a zero and live until the call returns; the rest takes a window and numbers.
    unsafe {
        SetWindowTheme(hwnd, theme, theme);
        let style = GetWindowLongPtrW(hwnd, GWL_STYLE);
        SetWindowLongPtrW(hwnd, GWL_STYLE, style | PBS_SMOOTH as isize);
    }
    send(hwnd, PBM_SETBKCOLOR, 0, if dark { DARK.field.number() as isize } else { OWN });
    if !dark {
        send(hwnd, PBM_SETBARCOLOR, 0, OWN);
    }
}

/// Gives a control what another text or another state takes from it.
fn freshen(hwnd: HWND, piece: &Piece) {
    match &piece.make {
        Make::Kind(Kind::Progress(bar)) => {
            let colour = if *bar == Bar::Stopped { DARK.warning } else { DARK.accent };
            send(hwnd, PBM_SETBARCOLOR, 0, colour.number() as isize);
        }
        Make::Kind(Kind::Link { .. }) => set_link(hwnd, LIS_DEFAULTCOLORS),
        _ => {}
    }
}

/// Lets a link have the colour of the text around it, or its own; its underline stays.
fn set_link(hwnd: HWND, state: u32) {
    let mut item = LITEM {
        mask: LIF_ITEMINDEX | LIF_STATE,
        iLink: 0,
        state,
        stateMask: LIS_DEFAULTCOLORS,
        szID: [0; 48],
        szUrl: [0; 2084],
    };
    send_with(hwnd, LM_SETITEM, 0, &mut item);
}

/// Draws a button that is about to be drawn, if it has to be dark, and answers what Windows still has to draw.
pub(super) fn drawn(scheme: Scheme, draw: &NMCUSTOMDRAW) -> LRESULT {
    if scheme != Scheme::Dark || draw.dwDrawStage != CDDS_PREPAINT || !is_button(draw.hdr.hwndFrom) {
        return CDRF_DODEFAULT as LRESULT;
    }
    paint::button(draw.hdr.hwndFrom, draw.hdc);
    CDRF_SKIPDEFAULT as LRESULT
}

fn is_button(hwnd: HWND) -> bool {
    let mut name = [0; CLASS_LENGTH_MAX];
    // SAFETY: the buffer is as long as is said.
    unsafe { GetClassNameW(hwnd, name.as_mut_ptr(), CLASS_LENGTH_MAX as i32) };
    text_of(&name).eq_ignore_ascii_case("button")
}

unsafe extern "system" fn procedure(
    hwnd: HWND,
    message: u32,
    wparam: WPARAM,
    lparam: LPARAM,
    _number: usize,
    part: usize,
) -> LRESULT {
    let part = PARTS.get(part).copied();
    match (part, message) {
        (Some(Part::Choice), WM_PAINT) => {
            paint::choice(hwnd);
            return 0;
        }
        (Some(Part::Frame), WM_PAINT) => {
            paint::frame(hwnd);
            return 0;
        }
        (Some(Part::Table), WM_NOTIFY) => {
            // SAFETY: with this message comes such a header; with this code it is the beginning of that struct.
            unsafe {
                let header = &*(lparam as *const NMHDR);
                let headings = send(hwnd, LVM_GETHEADER, 0, 0) as HWND;
                if header.code == NM_CUSTOMDRAW && header.hwndFrom == headings {
                    return paint::headings(&*(lparam as *const NMCUSTOMDRAW));
                }
            }
        }
        _ => {}
    }
    // SAFETY: what Windows handed over is handed on.
    let answer = unsafe { DefSubclassProc(hwnd, message, wparam, lparam) };
    match (part, message) {
        (Some(Part::Edge | Part::Table), WM_NCPAINT | WM_SETFOCUS | WM_KILLFOCUS) => paint::edge(hwnd),
        // Windows may have drawn some of it at once.
        (
            Some(Part::Choice),
            WM_SETFOCUS | WM_KILLFOCUS | WM_ENABLE | WM_KEYDOWN | WM_LBUTTONDOWN | WM_LBUTTONUP
            | WM_CAPTURECHANGED | WM_COMMAND | CB_SETCURSEL,
        ) => {
            // SAFETY: the whole control is drawn anew.
            unsafe { InvalidateRect(hwnd, std::ptr::null(), 0) };
        }
        _ => {}
    }
    answer
}
