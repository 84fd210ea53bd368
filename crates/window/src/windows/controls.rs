//! Windows' own controls: what each piece of a view becomes, and how it takes what changes.

use std::cell::RefCell;
use std::collections::VecDeque;

use windows_sys::Win32::Foundation::HWND;
use windows_sys::Win32::System::SystemServices::{SS_CENTERIMAGE, SS_EDITCONTROL, SS_ICON, SS_NOPREFIX};
use windows_sys::Win32::UI::Controls::{
    BST_CHECKED, BST_UNCHECKED, EM_SETREADONLY, PBM_SETMARQUEE, PBM_SETPOS, PBM_SETRANGE32, PBM_SETSTATE,
    PBS_MARQUEE, PBST_ERROR, PBST_NORMAL,
};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{EnableWindow, IsWindowEnabled};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BM_SETCHECK, BM_SETSTYLE, BS_AUTOCHECKBOX, BS_DEFPUSHBUTTON, BS_GROUPBOX, BS_MULTILINE, BS_PUSHBUTTON,
    CB_ADDSTRING, CB_RESETCONTENT, CB_SETCURSEL, CBS_DROPDOWNLIST, CBS_HASSTRINGS, CreateWindowExW,
    ES_AUTOHSCROLL, ES_AUTOVSCROLL, ES_MULTILINE, ES_NUMBER, ES_PASSWORD, ES_READONLY, ES_WANTRETURN,
    GWL_STYLE, GWLP_USERDATA, GetWindowLongPtrW, STM_SETICON, SendMessageW, SetWindowLongPtrW, WM_SETFONT,
    WS_CHILD, WS_CLIPCHILDREN, WS_CLIPSIBLINGS, WS_EX_CLIENTEDGE, WS_EX_CONTROLPARENT, WS_GROUP, WS_TABSTOP,
    WS_VISIBLE, WS_VSCROLL,
};

use super::fonts::Fonts;
use super::icons::Icon;
use super::program::instance;
use super::send::{self, send, send_text, wide};
use super::{accessible, colours, list, panel, read};
use crate::pieces::{Make, Piece, new_tick};
use crate::view::{Bar, EditStyle, Kind, LabelStyle, ListStyle, Voice, Weight};

/// What a control holds beside its texts, and lets go when it is gone.
#[derive(Debug, Default)]
pub(super) struct Holds {
    icon: Option<Icon>,
    /// What was typed into a field and told, and did not come back with a view yet.
    typed: RefCell<VecDeque<String>>,
}

impl Holds {
    /// Remembers what was typed and is told now.
    pub(super) fn told(&self, text: &str) {
        let mut typed = self.typed.borrow_mut();
        typed.push_back(text.replace("\r\n", "\n"));
        if typed.len() > TYPED_MAX {
            typed.pop_front();
        }
    }

    /// Whether a text is only what was typed and comes back; the person may have typed on since.
    fn comes_back(&self, text: &str) -> bool {
        let mut typed = self.typed.borrow_mut();
        match typed.iter().position(|told| told == text) {
            Some(place) => {
                typed.drain(..=place);
                true
            }
            None => {
                typed.clear();
                false
            }
        }
    }
}

/// How much of what was typed is remembered until it comes back.
const TYPED_MAX: usize = 256;
/// What a bar's whole is.
const WHOLE: isize = 1000;
/// How often a bar without an end moves, in milliseconds.
const MARQUEE: isize = 30;
/// Among what a control remembers of its looks: it is a field.
pub(super) const LOOKS_FIELD: isize = 100;
/// Among what a control remembers of its looks: it is a link.
pub(super) const LOOKS_LINK: isize = 101;

/// Makes a control. Null if Windows has no room for it.
pub(super) fn make(parent: HWND, piece: &Piece, number: u16) -> HWND {
    let (class, style, extended) = class(piece);
    let (class, text) = (wide(class), wide(""));
    let style = style | WS_CHILD | WS_VISIBLE | WS_CLIPSIBLINGS;
    // SAFETY: the texts end with a zero and live until the call returns; the number of a control takes the place of a menu.
    let hwnd = unsafe {
        CreateWindowExW(
            extended,
            class.as_ptr(),
            text.as_ptr(),
            style,
            0,
            0,
            0,
            0,
            parent,
            usize::from(number) as *mut std::ffi::c_void,
            instance(),
            std::ptr::null(),
        )
    };
    match &piece.make {
        Make::Kind(Kind::Text { .. }) => panel::behave_as_text(hwnd, panel::Enter::Default),
        Make::Kind(Kind::Edit { style: EditStyle::Lines(_), .. }) => {
            panel::behave_as_text(hwnd, panel::Enter::Line);
        }
        Make::Kind(Kind::List(new)) => list::set_up(hwnd, new),
        Make::Kind(Kind::Progress(_)) => {
            send(hwnd, PBM_SETRANGE32, 0, WHOLE);
        }
        _ => {}
    }
    hwnd
}

fn class(piece: &Piece) -> (&'static str, u32, u32) {
    match &piece.make {
        Make::Panel => (panel::CLASS, WS_CLIPCHILDREN | WS_TABSTOP, WS_EX_CONTROLPARENT),
        Make::Frame(_) => ("BUTTON", BS_GROUPBOX as u32, 0),
        Make::Kind(kind) => kind_class(kind),
    }
}

fn kind_class(kind: &Kind) -> (&'static str, u32, u32) {
    match kind {
        Kind::Label { style: LabelStyle::Caption, .. } => ("STATIC", 0, 0),
        Kind::Label { .. } => ("STATIC", SS_NOPREFIX | SS_EDITCONTROL, 0),
        Kind::Text { .. } => {
            let style = (ES_MULTILINE | ES_READONLY | ES_AUTOVSCROLL) as u32;
            ("EDIT", style | WS_VSCROLL | WS_TABSTOP, WS_EX_CLIENTEDGE)
        }
        Kind::Edit { style: EditStyle::Lines(_), .. } => {
            let style = (ES_MULTILINE | ES_WANTRETURN | ES_AUTOVSCROLL) as u32;
            ("EDIT", style | WS_VSCROLL | WS_TABSTOP, WS_EX_CLIENTEDGE)
        }
        Kind::Edit { style, .. } => {
            let own = match style {
                EditStyle::Line | EditStyle::Lines(_) => 0,
                EditStyle::Password => ES_PASSWORD,
                EditStyle::Number => ES_NUMBER,
                EditStyle::ReadOnly => ES_READONLY,
            };
            ("EDIT", (ES_AUTOHSCROLL | own) as u32 | WS_TABSTOP, WS_EX_CLIENTEDGE)
        }
        Kind::Check { .. } => ("BUTTON", (BS_AUTOCHECKBOX | BS_MULTILINE) as u32 | WS_TABSTOP, 0),
        Kind::Combo { .. } => {
            ("COMBOBOX", (CBS_DROPDOWNLIST | CBS_HASSTRINGS) as u32 | WS_VSCROLL | WS_TABSTOP, 0)
        }
        Kind::Button { .. } => ("BUTTON", BS_PUSHBUTTON as u32 | WS_TABSTOP | WS_GROUP, 0),
        Kind::Link { .. } => ("SysLink", WS_TABSTOP, 0),
        Kind::List(_) => ("SysListView32", list::STYLE | WS_TABSTOP, WS_EX_CLIENTEDGE),
        Kind::Progress(_) => ("msctls_progress32", 0, 0),
        Kind::Picture { .. } => ("STATIC", SS_ICON | SS_CENTERIMAGE, 0),
    }
}

/// Gives a control what differs from `old`, what it showed before; `None` if it is new.
pub(super) fn update(hwnd: HWND, old: Option<&Piece>, new: &Piece, fonts: &Fonts, holds: &mut Holds) {
    // SAFETY: take a window and a number.
    unsafe {
        if (IsWindowEnabled(hwnd) != 0) != new.enabled {
            EnableWindow(hwnd, i32::from(new.enabled));
        }
    }
    if old.is_none() {
        set_font(hwnd, new, fonts);
    }
    if let Some(name) = new.name.as_ref().filter(|name| old.and_then(|old| old.name.as_ref()) != Some(*name))
    {
        accessible::set_name(hwnd, name);
    }
    if new.voice != old.map_or(Voice::Beside, |old| old.voice) {
        read::set_voice(hwnd, new);
    }
    match &new.make {
        Make::Panel => {}
        Make::Frame(label) => send::set_text(hwnd, label),
        Make::Kind(kind) => {
            let old = old.and_then(|old| if let Make::Kind(kind) = &old.make { Some(kind) } else { None });
            update_kind(hwnd, old, kind, fonts, holds);
        }
    }
}

/// Lets go what others know of a control that is about to go, and takes back what it would take along: Wine's links take their font.
pub(super) fn forget(hwnd: HWND, piece: &Piece) {
    if matches!(piece.make, Make::Kind(Kind::Link { .. })) {
        send(hwnd, WM_SETFONT, 0, 0);
    }
    if piece.name.is_some() || piece.is_read() {
        accessible::forget(hwnd);
    }
}

/// Gives a control its font.
pub(super) fn set_font(hwnd: HWND, piece: &Piece, fonts: &Fonts) {
    let style =
        if let Make::Kind(Kind::Label { style, .. }) = piece.make { style } else { LabelStyle::Plain };
    send(hwnd, WM_SETFONT, fonts.of(style) as usize, 1);
}

fn update_kind(hwnd: HWND, old: Option<&Kind>, new: &Kind, fonts: &Fonts, holds: &mut Holds) {
    if old == Some(new) && !matches!(new, Kind::List(_) | Kind::Combo { .. }) {
        return;
    }
    match new {
        Kind::Label { text, style } => {
            remember(hwnd, *style as isize);
            if old.is_some_and(|old| !matches!(old, Kind::Label { style: other, .. } if other == style)) {
                send(hwnd, WM_SETFONT, fonts.of(*style) as usize, 1);
            }
            send::set_text(hwnd, text);
        }
        Kind::Text { text, .. } => {
            remember(hwnd, LOOKS_FIELD);
            send::set_text(hwnd, &windows_lines(text));
        }
        Kind::Edit { text, style } => {
            // What can only be read does not look like a field to type in.
            let is_read_only = *style == EditStyle::ReadOnly;
            remember(hwnd, if is_read_only { LabelStyle::Plain as isize } else { LOOKS_FIELD });
            send(hwnd, EM_SETREADONLY, usize::from(is_read_only), 0);
            // What the person has typed stays, unless the program itself has another value now.
            let was = old.map(|old| if let Kind::Edit { text, .. } = old { text.as_str() } else { "" });
            if was != Some(text) && !holds.comes_back(&text.replace("\r\n", "\n")) {
                let lines = matches!(style, EditStyle::Lines(_));
                send::set_text(hwnd, &if lines { windows_lines(text) } else { text.clone() });
            }
        }
        Kind::Check { label, on } => {
            send::set_text(hwnd, label);
            if let Some(on) = new_tick(old, *on) {
                let state = if on { BST_CHECKED } else { BST_UNCHECKED };
                send(hwnd, BM_SETCHECK, state as usize, 0);
            }
        }
        Kind::Combo { choices, chosen } => {
            let same = matches!(old, Some(Kind::Combo { choices: before, .. }) if before == choices);
            if !same {
                send(hwnd, CB_RESETCONTENT, 0, 0);
                for choice in choices {
                    send_text(hwnd, CB_ADDSTRING, 0, choice);
                }
            }
            if !same || old != Some(new) {
                send(hwnd, CB_SETCURSEL, chosen.unwrap_or(usize::MAX), 0);
            }
        }
        Kind::Button { label, weight } => {
            send::set_text(hwnd, label);
            let style = if *weight == Weight::Default { BS_DEFPUSHBUTTON } else { BS_PUSHBUTTON };
            send(hwnd, BM_SETSTYLE, style as usize, 1);
        }
        Kind::Link { label } => {
            remember(hwnd, LOOKS_LINK);
            send::set_text(hwnd, &format!("<a>{}</a>", label.replace(['<', '>'], "")));
        }
        Kind::List(new) => {
            let old = old.and_then(|old| if let Kind::List(list) = old { Some(list) } else { None });
            list::update(hwnd, old, new, fonts);
        }
        Kind::Progress(bar) => set_bar(hwnd, *bar),
        Kind::Picture { ico, size } => {
            holds.icon = Icon::of(ico.as_deref(), fonts.scale(*size));
            let icon = holds.icon.as_ref().map_or(std::ptr::null_mut(), Icon::handle);
            // SAFETY: the icon lives as long as what the control holds.
            unsafe { SendMessageW(hwnd, STM_SETICON, icon as usize, 0) };
        }
    }
}

/// A text with its lines ended as Windows' fields end them.
fn windows_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Whether a kind of control takes icons in the size of a screen, and so needs others on another screen.
pub(super) fn has_icons(kind: &Kind) -> bool {
    match kind {
        Kind::Picture { .. } => true,
        Kind::List(list) => list.style != ListStyle::Plain,
        _ => false,
    }
}

fn set_bar(hwnd: HWND, bar: Bar) {
    let unknown = bar == Bar::Unknown;
    // SAFETY: take a window and numbers.
    let style = unsafe { GetWindowLongPtrW(hwnd, GWL_STYLE) };
    let marquee = PBS_MARQUEE as isize;
    if (style & marquee != 0) != unknown {
        let style = if unknown { style | marquee } else { style & !marquee };
        // SAFETY: as above.
        unsafe { SetWindowLongPtrW(hwnd, GWL_STYLE, style) };
        send(hwnd, PBM_SETMARQUEE, usize::from(unknown && colours::may_move()), MARQUEE);
    }
    match bar {
        Bar::Thousandths(part) => {
            send(hwnd, PBM_SETSTATE, PBST_NORMAL as usize, 0);
            send(hwnd, PBM_SETPOS, usize::from(part), 0);
        }
        Bar::Unknown => {}
        Bar::Stopped => {
            send(hwnd, PBM_SETSTATE, PBST_ERROR as usize, 0);
        }
    }
}

fn remember(hwnd: HWND, looks: isize) {
    // SAFETY: controls leave this number to the program.
    unsafe { SetWindowLongPtrW(hwnd, GWLP_USERDATA, looks) };
}

/// The looks that a control remembers: a style of labels as a number, or [`LOOKS_FIELD`].
pub(super) fn looks(hwnd: HWND) -> isize {
    // SAFETY: takes a window and a number.
    unsafe { GetWindowLongPtrW(hwnd, GWLP_USERDATA) }
}
