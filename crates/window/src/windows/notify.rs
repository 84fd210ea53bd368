//! What controls tell, as what happened.

use windows_sys::Win32::Foundation::{HWND, LRESULT};
use windows_sys::Win32::UI::Controls::{
    LVIF_STATE, LVIS_SELECTED, LVIS_STATEIMAGEMASK, LVN_ITEMACTIVATE, LVN_ITEMCHANGED, LVN_ITEMCHANGING,
    NM_CLICK, NM_CUSTOMDRAW, NM_RETURN, NMCUSTOMDRAW, NMHDR, NMITEMACTIVATE, NMLISTVIEW,
};
use windows_sys::Win32::UI::Input::KeyboardAndMouse::IsWindowEnabled;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    BM_GETCHECK, BN_CLICKED, BN_DOUBLECLICKED, CB_GETCURSEL, CBN_SELCHANGE, EN_CHANGE, IDCANCEL, IDOK,
};

use super::dark;
use super::draw::{Made, State};
use super::frame::{Frame, WindowKind};
use super::program::{Event, push};
use super::send::{send, text};
use crate::view::{EditStyle, Happened, Kind, List, Weight};

impl Frame {
    /// Puts what happened into the queue.
    pub(super) fn tell(&self, what: Happened) {
        push(Event::Window { key: self.key, what });
    }

    /// What a control tells by WM_COMMAND.
    pub(super) fn command(&self, number: u16, code: u32, control: HWND) {
        // While a view is shown, it is the program that changes the controls, and nobody needs to be told.
        let Ok(state) = self.state.try_borrow() else { return };
        let happened = match i32::from(number) {
            IDOK => press(state.button(Weight::Default)),
            IDCANCEL => match state.button(Weight::Cancel) {
                Some(made) => press(Some(made)),
                None if self.kind == WindowKind::Document => None,
                None => Some(Happened::Closed),
            },
            _ => state.of(control).and_then(|made| commanded(made, code)),
        };
        drop(state);
        if let Some(happened) = happened {
            self.tell(happened);
        }
    }

    /// What a control tells by WM_NOTIFY, and what it is answered.
    ///
    /// # Safety
    /// The header is the one that Windows handed over.
    pub(super) unsafe fn notified(&self, header: *const NMHDR) -> LRESULT {
        // SAFETY: the caller says so.
        let Some(told) = (unsafe { header.as_ref() }) else { return 0 };
        if told.code == NM_CUSTOMDRAW {
            let scheme = self.colours.borrow().scheme();
            // SAFETY: with this code the header is the beginning of this struct; all controls that send it have it.
            return dark::drawn(scheme, unsafe { &*header.cast::<NMCUSTOMDRAW>() });
        }
        let Ok(state) = self.state.try_borrow() else { return 0 };
        let Some(made) = state.of(told.hwndFrom) else { return 0 };
        let mut answer = 0;
        let happened = match (made.kind(), told.code) {
            (Some(Kind::Link { .. }), NM_CLICK | NM_RETURN) => press(Some(made)),
            (Some(Kind::List(list)), LVN_ITEMCHANGING) => {
                // SAFETY: with this code the header is the beginning of this struct.
                let change = unsafe { &*header.cast::<NMLISTVIEW>() };
                answer = LRESULT::from(forbidden(list, change));
                None
            }
            (Some(Kind::List(list)), LVN_ITEMCHANGED) => {
                // SAFETY: as above.
                let change = unsafe { &*header.cast::<NMLISTVIEW>() };
                changed(&made.piece.id, list, change)
            }
            (Some(Kind::List(list)), LVN_ITEMACTIVATE) => {
                // SAFETY: as above, of that struct.
                let active = unsafe { &*header.cast::<NMITEMACTIVATE>() };
                key(list, active.iItem).map(|key| Happened::Activated { id: made.piece.id.clone(), key })
            }
            _ => None,
        };
        drop(state);
        if let Some(happened) = happened {
            self.tell(happened);
        }
        answer
    }
}

/// Pressing a button or a link, if it can be pressed.
fn press(made: Option<&Made>) -> Option<Happened> {
    // SAFETY: takes a window only.
    let made = made.filter(|made| unsafe { IsWindowEnabled(made.hwnd) } != 0)?;
    Some(Happened::Pressed { id: made.piece.id.clone() })
}

fn commanded(made: &Made, code: u32) -> Option<Happened> {
    let id = made.piece.id.clone();
    match (made.kind()?, code) {
        (Kind::Button { .. }, BN_CLICKED | BN_DOUBLECLICKED) => press(Some(made)),
        (Kind::Check { .. }, BN_CLICKED) => {
            Some(Happened::Checked { id, on: send(made.hwnd, BM_GETCHECK, 0, 0) == 1 })
        }
        (Kind::Edit { style, .. }, EN_CHANGE) => {
            let text = if *style == EditStyle::Password { String::new() } else { text(made.hwnd) };
            made.holds.told(&text);
            Some(Happened::Edited { id, text })
        }
        (Kind::Combo { .. }, CBN_SELCHANGE) => {
            let index = usize::try_from(send(made.hwnd, CB_GETCURSEL, 0, 0)).ok()?;
            Some(Happened::Chosen { id, index })
        }
        _ => None,
    }
}

fn key(list: &List, row: i32) -> Option<String> {
    let row = usize::try_from(row).ok()?;
    list.rows.get(row).map(|row| row.key.clone())
}

/// Which picture of a box a state has: 0 for none, 1 for an empty one, 2 for a ticked one.
fn image(state: u32) -> u32 {
    (state & LVIS_STATEIMAGEMASK) >> 12
}

/// Whether a row without a box would get one.
fn forbidden(list: &List, change: &NMLISTVIEW) -> bool {
    let row = usize::try_from(change.iItem).ok().and_then(|row| list.rows.get(row));
    change.uChanged & LVIF_STATE != 0
        && image(change.uNewState) != image(change.uOldState)
        && row.is_some_and(|row| row.tick.is_none())
}

fn changed(id: &str, list: &List, change: &NMLISTVIEW) -> Option<Happened> {
    let (old, new) = (change.uOldState, change.uNewState);
    let key = key(list, change.iItem)?;
    let id = id.to_owned();
    if image(old) != image(new) && image(new) != 0 {
        return Some(Happened::Ticked { id, key, on: image(new) == 2 });
    }
    let newly = new & LVIS_SELECTED != 0 && old & LVIS_SELECTED == 0;
    newly.then_some(Happened::Selected { id, key })
}

impl State {
    /// The number of the button that Enter presses.
    pub(super) fn default_number(&self) -> Option<u16> {
        self.button(Weight::Default).map(|made| made.number)
    }
}
