//! The controls of a window: what they are, what stands in them, and pressing them.

use stagehand::{Choices, Control, Progress};
use windows_sys::Win32::Foundation::{HWND, LPARAM};
use windows_sys::Win32::UI::Controls::{
    BST_CHECKED, PBM_GETPOS, PBM_GETRANGE, PBS_MARQUEE, WC_COMBOBOXW, WC_LISTVIEWW,
};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::IsWindowEnabled;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BM_CLICK, BM_GETCHECK, BS_3STATE, BS_AUTO3STATE, BS_AUTOCHECKBOX, BS_AUTORADIOBUTTON, BS_CHECKBOX,
    BS_RADIOBUTTON, BS_TYPEMASK, CB_GETCOUNT, CB_GETCURSEL, CB_GETLBTEXT, CB_GETLBTEXTLEN, CB_SETCURSEL,
    CBN_SELCHANGE, EnumChildWindows, GUITHREADINFO, GWL_STYLE, GetDlgCtrlID, GetGUIThreadInfo, GetParent,
    GetWindowLongW, IsWindowVisible, WM_COMMAND, WS_TABSTOP,
};

use super::messages::{ask, class, hwnd, must_be_there, number, owner, place, post, send, text};
use super::{Outcome, accessible, tables, top};

/// How many entries of a combo box are read at most.
const ENTRIES_MAX: isize = 1000;

/// The controls of a window, those in panels too, in the order in which they were made.
pub(super) fn controls(window: u64) -> Outcome<Vec<Control>> {
    must_be_there(window)?;
    let mut found: Vec<HWND> = Vec::new();
    // SAFETY: the list lives longer than the call, and only the function named takes it.
    unsafe { EnumChildWindows(hwnd(window), Some(top::collect), (&raw mut found) as LPARAM) };
    let focused = focused(owner(window).0);
    let mut controls: Vec<Control> = Vec::new();
    for handle in found {
        let mut control = control(number(handle), focused);
        // Wine takes what is chosen in a combo box for its name.
        if control.name.is_empty() || control.choices.is_some() && control.name == control.text {
            control.name = accessible::name_by_label(&control, controls.last());
        }
        controls.push(control);
    }
    Ok(controls)
}

/// The control of a thread that keys go to.
fn focused(thread: u32) -> HWND {
    let mut seen = GUITHREADINFO { cbSize: size_of::<GUITHREADINFO>() as u32, ..GUITHREADINFO::default() };
    // SAFETY: the structure lives longer than the call and says its size.
    unsafe { GetGUIThreadInfo(thread, &raw mut seen) };
    seen.hwndFocus
}

fn control(handle: u64, focused: HWND) -> Control {
    let class = class(handle);
    let own = hwnd(handle);
    // SAFETY: all of them take any number.
    let (visible, enabled, id, style) = unsafe {
        (
            IsWindowVisible(own) != 0,
            IsWindowEnabled(own) != 0,
            GetDlgCtrlID(own),
            GetWindowLongW(own, GWL_STYLE),
        )
    };
    let style = style.cast_unsigned();
    let is = |name: &str| class.eq_ignore_ascii_case(name);
    let is_table = is(&wide(WC_LISTVIEWW));
    Control {
        handle,
        id,
        text: text(handle),
        name: accessible::name(handle).unwrap_or_default(),
        visible,
        enabled,
        focused: own == focused,
        reached_by_tab: style & WS_TABSTOP != 0,
        ticked: (is("Button") && can_be_ticked(style))
            .then(|| ask(handle, BM_GETCHECK, 0) == BST_CHECKED as isize),
        place: place(handle),
        table: is_table.then(|| tables::read(handle).ok()).flatten(),
        progress: is("msctls_progress32").then(|| progress(handle, style)),
        choices: is(&wide(WC_COMBOBOXW)).then(|| choices(handle)),
        class,
    }
}

fn wide(name: *const u16) -> String {
    // SAFETY: the names of classes end with 0.
    let units =
        unsafe { std::slice::from_raw_parts(name, (0..).find(|at| *name.add(*at) == 0).unwrap_or(0)) };
    String::from_utf16_lossy(units)
}

fn can_be_ticked(style: u32) -> bool {
    let kinds = [BS_CHECKBOX, BS_AUTOCHECKBOX, BS_RADIOBUTTON, BS_AUTORADIOBUTTON, BS_3STATE, BS_AUTO3STATE];
    kinds.iter().any(|kind| style & BS_TYPEMASK as u32 == *kind as u32)
}

fn progress(handle: u64, style: u32) -> Progress {
    let position = ask(handle, PBM_GETPOS, 0) as i32;
    Progress { position, end: ask(handle, PBM_GETRANGE, 0) as i32, unknown: style & PBS_MARQUEE != 0 }
}

fn choices(handle: u64) -> Choices {
    let count = ask(handle, CB_GETCOUNT, 0).clamp(0, ENTRIES_MAX);
    let entry = |at: usize| {
        let length = usize::try_from(ask(handle, CB_GETLBTEXTLEN, at)).unwrap_or_default();
        let mut units = vec![0_u16; length + 1];
        // Windows carries this text over from the other process by itself.
        let count = send(handle, CB_GETLBTEXT, at, units.as_mut_ptr() as isize).unwrap_or_default();
        units.truncate(usize::try_from(count).unwrap_or_default().min(units.len()));
        String::from_utf16_lossy(&units)
    };
    let entries = (0..count.cast_unsigned()).map(entry).collect();
    Choices { entries, chosen: usize::try_from(ask(handle, CB_GETCURSEL, 0)).ok() }
}

/// Presses a button. It goes by the queue, so that a dialog that opens keeps nobody waiting.
pub(super) fn press(control: u64) -> Outcome<()> {
    must_be_there(control)?;
    // SAFETY: takes any number.
    if unsafe { IsWindowEnabled(hwnd(control)) } == 0 {
        return Err(format!("“{}” cannot be used now", text(control)));
    }
    post(control, BM_CLICK, 0, 0)
}

/// Chooses an entry of a combo box, and tells its window as the box itself does.
pub(super) fn choose(control: u64, entry: usize) -> Outcome<()> {
    if send(control, CB_SETCURSEL, entry, 0)? < 0 {
        return Err(format!("there is no entry {entry}"));
    }
    // SAFETY: both take any number.
    let (parent, id) = unsafe { (GetParent(hwnd(control)), GetDlgCtrlID(hwnd(control))) };
    let first = (id as usize & 0xFFFF) | (CBN_SELCHANGE as usize) << 16;
    post(number(parent), WM_COMMAND, first, control as isize)
}
