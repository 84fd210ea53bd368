//! Shows a view: changes what differs from the one before, and leaves the rest, the focus and what is typed as they are.

use std::collections::HashMap;

use windows_sys::Win32::Foundation::{HWND, RECT};
use windows_sys::Win32::Graphics::Gdi::{
    RDW_ALLCHILDREN, RDW_ERASE, RDW_FRAME, RDW_INVALIDATE, RedrawWindow,
};
use windows_sys::Win32::UI::Controls::EM_SETSEL;
use windows_sys::Win32::UI::Input::KeyboardAndMouse::{GetActiveWindow, GetFocus, IsWindowEnabled, SetFocus};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CB_SETITEMHEIGHT, DestroyWindow, GetClientRect, HWND_TOP, IsChild, SWP_NOACTIVATE, SWP_NOMOVE,
    SWP_NOSIZE, SWP_NOZORDER, SetWindowPos, WM_SETREDRAW,
};

use super::controls::{self, Holds};
use super::fonts::Fonts;
use super::frame::Frame;
use super::send::{self, send};
use super::{accessible, list, panel};
use crate::layout::{self, Place};
use crate::palette::Scheme;
use crate::pieces::{Make, Piece, pieces};
use crate::view::{EditStyle, Kind, View, Weight};

/// Between a window's edge and what is in it, in 96ths of an inch.
const MARGIN: i32 = 12;
/// The height of what a combo box lets down, in its own heights.
const COMBO_LINES: i32 = 10;
/// What a combo box has above and below its text, in pixels.
const COMBO_EDGES: i32 = 6;
/// The numbers of controls; those below belong to Windows.
const NUMBERS: std::ops::Range<u16> = 100..30_000;

/// What a window is made of.
#[derive(Debug)]
pub(super) struct State {
    pub(super) view: Option<View>,
    pub(super) made: Vec<Made>,
    pub(super) fonts: Fonts,
    next: u16,
}

/// What another view changed.
struct Changed {
    /// Whether controls came, went or stand in another order.
    moved: bool,
    /// What is to be read aloud.
    speaking: Vec<HWND>,
}

/// A piece and the control that it became.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) piece: Piece,
    pub(super) hwnd: HWND,
    pub(super) number: u16,
    parent: HWND,
    place: Place,
    pub(super) holds: Holds,
    /// The colours it was given last.
    pub(super) dressed: Scheme,
}

impl Made {
    pub(super) fn kind(&self) -> Option<&Kind> {
        if let Make::Kind(kind) = &self.piece.make { Some(kind) } else { None }
    }
}

impl State {
    pub(super) fn new(fonts: Fonts) -> Self {
        Self { view: None, made: Vec::new(), fonts, next: NUMBERS.start }
    }

    pub(super) fn of(&self, hwnd: HWND) -> Option<&Made> {
        self.made.iter().find(|made| made.hwnd == hwnd)
    }

    pub(super) fn named(&self, id: &str) -> Option<&Made> {
        self.made.iter().find(|made| made.piece.id == id)
    }

    /// The button of a weight.
    pub(super) fn button(&self, wanted: Weight) -> Option<&Made> {
        self.made
            .iter()
            .find(|made| matches!(made.kind(), Some(Kind::Button { weight, .. }) if *weight == wanted))
    }

    /// What gets the focus when nothing else is said.
    fn first_stop(&self) -> Option<&Made> {
        let enabled = || self.made.iter().filter(|made| made.piece.enabled);
        let field = |made: &&Made| match made.kind() {
            Some(Kind::Edit { style, .. }) => *style != EditStyle::ReadOnly,
            Some(Kind::Combo { .. } | Kind::Check { .. }) => true,
            Some(Kind::List(list)) => !list.rows.is_empty(),
            _ => false,
        };
        let button = |made: &&Made| matches!(made.kind(), Some(Kind::Button { .. }));
        let default = self.button(Weight::Default).filter(|made| made.piece.enabled);
        enabled().find(field).or(default).or_else(|| enabled().find(button))
    }

    fn update(&mut self, frame: HWND, view: &View) -> Changed {
        let wanted = pieces(&view.body);
        let mut speaking = Vec::new();
        let mut old: Vec<Option<Made>> = std::mem::take(&mut self.made).into_iter().map(Some).collect();
        let order: Vec<HWND> = old.iter().flatten().map(|made| made.hwnd).collect();
        for piece in wanted {
            let panel = piece.panel.and_then(|index| self.made.get(index)).map(|made| made.hwnd);
            let parent = panel.unwrap_or(frame);
            let fits = |made: &Made| {
                made.parent == parent && made.piece.id == piece.id && made.piece.make.is_like(&piece.make)
            };
            let found = old.iter().position(|made| made.as_ref().is_some_and(fits));
            let found = found.and_then(|index| old[index].take());
            let speaks = piece.speaks(found.as_ref().map(|made| &made.piece));
            let made = match found {
                Some(mut made) => {
                    controls::update(made.hwnd, Some(&made.piece), &piece, &self.fonts, &mut made.holds);
                    made.piece = piece;
                    made
                }
                None => self.make(parent, piece),
            };
            if made.piece.make == Make::Panel {
                // What scrolls is called as its window is, for who comes to it by keyboard.
                send::set_text(made.hwnd, &view.title);
            }
            speaking.extend(speaks.then_some(made.hwnd));
            self.made.push(made);
        }
        for gone in old.into_iter().flatten() {
            controls::forget(gone.hwnd, &gone.piece);
            // SAFETY: a control of this window; those inside of a panel are gone with it already, which makes the call fail.
            unsafe { DestroyWindow(gone.hwnd) };
        }
        let moved = order != self.made.iter().map(|made| made.hwnd).collect::<Vec<_>>();
        Changed { moved, speaking }
    }

    /// Lets go what others know of the controls, before they go.
    pub(super) fn forget(&self) {
        for made in &self.made {
            controls::forget(made.hwnd, &made.piece);
        }
    }

    fn make(&mut self, parent: HWND, piece: Piece) -> Made {
        let number = self.next;
        self.next = if number + 1 < NUMBERS.end { number + 1 } else { NUMBERS.start };
        let hwnd = controls::make(parent, &piece, number);
        let mut holds = Holds::default();
        controls::update(hwnd, None, &piece, &self.fonts, &mut holds);
        Made { piece, hwnd, number, parent, place: Place::default(), holds, dressed: Scheme::Light }
    }

    /// Puts the controls into the order of the view, in which Tab goes through them.
    fn order(&self) {
        // Each stands behind the one before it that has the same parent.
        let mut last: HashMap<HWND, HWND> = HashMap::new();
        for made in &self.made {
            let before = last.insert(made.parent, made.hwnd).unwrap_or(HWND_TOP);
            // SAFETY: controls of this window.
            unsafe {
                SetWindowPos(made.hwnd, before, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOACTIVATE);
            }
        }
    }

    /// How much higher a window has to be to hold what it shows, in pixels.
    fn missing_height(&self, frame: HWND) -> i32 {
        let Some(view) = &self.view else { return 0 };
        let (size, margin) = (inside(frame), self.fonts.scale(MARGIN));
        let needed = layout::height(&view.body, size.right - 2 * margin, &self.fonts).least + 2 * margin;
        needed - size.bottom
    }

    fn place(&mut self, frame: HWND) {
        let Some(view) = &self.view else { return };
        let margin = self.fonts.scale(MARGIN);
        let size = inside(frame);
        let inside =
            Place { x: margin, y: margin, width: size.right - 2 * margin, height: size.bottom - 2 * margin };
        let found = layout::place(&view.body, inside, &self.fonts);
        for (index, whole) in found.panels {
            if let (Some(made), Some(place)) = (self.made.get(index), found.places.get(index)) {
                panel::set_range(made.hwnd, whole, place.height);
                let within =
                    self.made.iter().any(|other| other.piece.panel == Some(index) && can_stop(other));
                panel::set_stops(made.hwnd, within || whole <= place.height);
            }
        }
        let scrolled: Vec<i32> = self
            .made
            .iter()
            .map(|made| made.piece.panel.map_or(0, |panel| panel::scrolled(self.made[panel].hwnd)))
            .collect();
        for ((made, mut place), scrolled) in self.made.iter_mut().zip(found.places).zip(scrolled) {
            place.y -= scrolled;
            if made.place == place {
                continue;
            }
            made.place = place;
            let combo = matches!(made.kind(), Some(Kind::Combo { .. }));
            let height = if combo { place.height * COMBO_LINES } else { place.height };
            if combo {
                // As high as the fields beside it; what it lets down comes on top of that.
                send(made.hwnd, CB_SETITEMHEIGHT, usize::MAX, (place.height - COMBO_EDGES) as isize);
            }
            // SAFETY: a control of this window.
            unsafe {
                SetWindowPos(
                    made.hwnd,
                    HWND_TOP,
                    place.x,
                    place.y,
                    place.width,
                    height,
                    SWP_NOZORDER | SWP_NOACTIVATE,
                );
            }
            if let Some(Kind::List(shown)) = made.kind() {
                list::set_widths(made.hwnd, shown, &self.fonts);
            }
        }
    }
}

fn can_stop(made: &Made) -> bool {
    let still =
        matches!(made.kind(), None | Some(Kind::Label { .. } | Kind::Progress(_) | Kind::Picture { .. }));
    made.piece.enabled && (!still || made.piece.is_read())
}

fn inside(hwnd: HWND) -> RECT {
    let mut inside = RECT::default();
    // SAFETY: the place is filled by the call.
    unsafe { GetClientRect(hwnd, &raw mut inside) };
    inside
}

impl Frame {
    /// Shows a view.
    pub(super) fn show(&self, view: &View) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        if state.view.as_ref() == Some(view) {
            return;
        }
        let visible = send::is_visible(self.hwnd);
        let page = state.view.as_ref().is_none_or(|old| old.page != view.page);
        if visible && page {
            send(self.hwnd, WM_SETREDRAW, 0, 0);
        }
        send::set_text(self.hwnd, &view.title);
        // SAFETY: takes nothing.
        let before = unsafe { GetFocus() };
        let focus = state.of(before).map(|made| made.piece.id.clone());
        let Changed { moved, speaking } = state.update(self.hwnd, view);
        if moved {
            state.order();
        }
        state.dress(self.colours.borrow().scheme());
        state.view = Some(view.clone());
        let wanted = page.then(|| state.missing_height(self.hwnd)).filter(|missing| *missing > 0);
        state.place(self.hwnd);
        if visible && page {
            send(self.hwnd, WM_SETREDRAW, 1, 0);
        }
        if moved || page {
            let all = RDW_INVALIDATE | RDW_ERASE | RDW_FRAME | RDW_ALLCHILDREN;
            // SAFETY: the whole window is drawn anew.
            unsafe { RedrawWindow(self.hwnd, std::ptr::null(), std::ptr::null_mut(), all) };
        }
        self.keep_focus(&state, page, view.focus.as_deref(), focus);
        drop(state);
        // What gets the focus now is read anyway.
        // SAFETY: takes nothing.
        let focus = Some(unsafe { GetFocus() }).filter(|focus| *focus != before);
        speaking.into_iter().filter(|hwnd| visible && Some(*hwnd) != focus).for_each(accessible::tell);
        if let Some(missing) = wanted {
            self.grow(missing);
        }
    }

    /// Gives the focus to what a new page wants, and to something that can have it where it was lost; what lost it gets it back as soon
    /// as it can be used again, unless the person has gone elsewhere. `before` is what had it before the view was shown.
    fn keep_focus(&self, state: &State, page: bool, wanted: Option<&str>, before: Option<String>) {
        // SAFETY: take windows only.
        let (active, focus) = unsafe { (GetActiveWindow() == self.hwnd, GetFocus()) };
        // SAFETY: as above.
        let lost = unsafe { IsChild(self.hwnd, focus) == 0 || IsWindowEnabled(focus) == 0 };
        let usable = |id: &str| state.named(id).filter(|made| made.piece.enabled);
        let displaced = self.displaced.borrow().clone();
        if let Some((id, stand_in)) = displaced.filter(|_| !page)
            && let Some(back) = usable(&id)
        {
            self.displaced.replace(None);
            if lost || focus == stand_in {
                self.give_focus(active, back);
            }
            return;
        }
        if !page && (!active || !lost) {
            return;
        }
        let Some(target) = wanted.filter(|_| page).and_then(usable).or_else(|| state.first_stop()) else {
            return;
        };
        let displaced = before.filter(|_| !page).map(|id| (id, target.hwnd));
        if displaced.is_some() || page {
            self.displaced.replace(displaced);
        }
        self.give_focus(active, target);
    }

    fn give_focus(&self, active: bool, made: &Made) {
        let target = made.hwnd;
        if matches!(made.kind(), Some(Kind::Edit { style, .. }) if !matches!(style, EditStyle::Lines(_))) {
            // As in dialogs: what is typed comes in place of what stands there, such as a password that was refused.
            send(target, EM_SETSEL, 0, -1);
        }
        if active {
            // SAFETY: a control of this window, which is the active one.
            unsafe { SetFocus(target) };
        } else {
            self.focus.set(target);
        }
    }

    /// Places all controls anew.
    pub(super) fn place(&self) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.place(self.hwnd);
        }
    }

    /// Takes other fonts, and places all controls anew.
    pub(super) fn take_fonts(&self, dpi: u32) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        let before = std::mem::replace(&mut state.fonts, Fonts::of_system(dpi));
        let State { made, fonts, .. } = &mut *state;
        for made in made {
            controls::set_font(made.hwnd, &made.piece, fonts);
            made.place = Place::default();
            if let Make::Kind(kind) = &made.piece.make
                && controls::has_icons(kind)
            {
                if let Kind::List(shown) = kind {
                    list::renew_icons(made.hwnd, shown, fonts);
                } else {
                    controls::update(made.hwnd, None, &made.piece, fonts, &mut made.holds);
                }
            }
        }
        drop(before);
        state.place(self.hwnd);
    }

    /// Scrolls to what has the focus.
    pub(super) fn show_focus(&self, focus: HWND) {
        let Ok(state) = self.state.try_borrow() else { return };
        let Some(made) = state.of(focus) else { return };
        let Some(panel) = made.piece.panel.and_then(|index| state.made.get(index)) else { return };
        let (panel, top) = (panel.hwnd, made.place.y + panel::scrolled(panel.hwnd));
        let bottom = top + made.place.height;
        drop(state);
        panel::show_stretch(panel, top, bottom);
    }
}
