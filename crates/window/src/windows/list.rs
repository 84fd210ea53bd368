//! Tables: Windows' list view in its details.

use windows_sys::Win32::Foundation::{HWND, RECT};
use windows_sys::Win32::UI::Controls::{
    ILC_COLOR32, ILC_MASK, ImageList_Create, ImageList_Destroy, ImageList_ReplaceIcon,
    LIST_VIEW_ITEM_STATE_FLAGS, LVCF_FMT, LVCF_TEXT, LVCFMT_LEFT, LVCFMT_RIGHT, LVCOLUMNW, LVIF_IMAGE,
    LVIF_STATE, LVIS_FOCUSED, LVIS_SELECTED, LVIS_STATEIMAGEMASK, LVITEMW, LVM_DELETEALLITEMS,
    LVM_ENSUREVISIBLE, LVM_GETCOUNTPERPAGE, LVM_GETITEMSTATE, LVM_GETNEXTITEM, LVM_GETTOPINDEX,
    LVM_INSERTCOLUMNW, LVM_INSERTITEMW, LVM_SETCOLUMNWIDTH, LVM_SETEXTENDEDLISTVIEWSTYLE, LVM_SETIMAGELIST,
    LVM_SETITEMSTATE, LVM_SETITEMTEXTW, LVNI_SELECTED, LVS_EX_CHECKBOXES, LVS_EX_DOUBLEBUFFER,
    LVS_EX_FULLROWSELECT, LVS_EX_LABELTIP, LVS_NOSORTHEADER, LVS_REPORT, LVS_SHOWSELALWAYS, LVS_SINGLESEL,
    LVSIL_SMALL,
};
use windows_sys::Win32::UI::HiDpi::GetSystemMetricsForDpi;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GWL_STYLE, GetClientRect, GetWindowLongPtrW, SM_CXSMICON, SM_CXVSCROLL, WS_VSCROLL,
};

use super::fonts::Fonts;
use super::icons::Icon;
use super::send::{send, send_with, wide};
use crate::view::{Align, List, ListStyle, Row};

/// How a table is made.
pub(super) const STYLE: u32 = LVS_REPORT | LVS_SINGLESEL | LVS_SHOWSELALWAYS | LVS_NOSORTHEADER;
/// Beside the texts of a column, in 96ths of an inch.
const PADDING: i32 = 16;
/// What a column that takes what is left has at least.
const GROWING_MIN: i32 = 120;
/// The most rows of a table, so that no list of the outside fills the memory.
const ROWS_MAX: usize = 10_000;

/// Gives a new table its columns.
pub(super) fn set_up(hwnd: HWND, list: &List) {
    let ticks = if list.style == ListStyle::TicksAndIcons { LVS_EX_CHECKBOXES } else { 0 };
    let style = LVS_EX_FULLROWSELECT | LVS_EX_DOUBLEBUFFER | LVS_EX_LABELTIP | ticks;
    send(hwnd, LVM_SETEXTENDEDLISTVIEWSTYLE, 0, style as isize);
    for (number, column) in list.columns.iter().enumerate() {
        let mut title = wide(&column.title);
        let mut made = LVCOLUMNW {
            mask: LVCF_TEXT | LVCF_FMT,
            fmt: if column.align == Align::End { LVCFMT_RIGHT } else { LVCFMT_LEFT },
            pszText: title.as_mut_ptr(),
            ..LVCOLUMNW::default()
        };
        send_with(hwnd, LVM_INSERTCOLUMNW, number, &mut made);
    }
}

/// Gives a table the rows that differ from what it showed; what the person selected and scrolled stays.
pub(super) fn update(hwnd: HWND, old: Option<&List>, new: &List, fonts: &Fonts) {
    let same = old.is_some_and(|old| {
        let keys = |list: &List| list.rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
        let icons = |list: &List| list.rows.iter().map(|row| row.ico.clone()).collect::<Vec<_>>();
        keys(old) == keys(new) && icons(old) == icons(new)
    });
    if !same {
        let top = send(hwnd, LVM_GETTOPINDEX, 0, 0);
        send(hwnd, LVM_DELETEALLITEMS, 0, 0);
        if new.style != ListStyle::Plain {
            set_icons(hwnd, new, fonts);
        }
        for number in 0..new.rows.len().min(ROWS_MAX) {
            let mut item = LVITEMW {
                mask: LVIF_IMAGE,
                iItem: number as i32,
                iImage: number as i32,
                ..LVITEMW::default()
            };
            send_with(hwnd, LVM_INSERTITEMW, 0, &mut item);
        }
        send(hwnd, LVM_ENSUREVISIBLE, top.max(0).unsigned_abs(), 0);
    }
    for (number, row) in new.rows.iter().take(ROWS_MAX).enumerate() {
        let before = old.filter(|_| same).and_then(|old| old.rows.get(number));
        update_row(hwnd, number, before, row, new.style);
    }
    let selected = new.selected.as_ref().and_then(|key| new.rows.iter().position(|row| row.key == *key));
    if let Some(index) = selected.filter(|index| self::selected(hwnd) != Some(*index)) {
        let state = LVIS_SELECTED | LVIS_FOCUSED;
        set_state(hwnd, index, state, state);
        send(hwnd, LVM_ENSUREVISIBLE, index, 0);
    }
    if !same {
        set_widths(hwnd, new, fonts);
    }
}

fn update_row(hwnd: HWND, number: usize, old: Option<&Row>, new: &Row, style: ListStyle) {
    for (column, cell) in new.cells.iter().enumerate() {
        if old.and_then(|old| old.cells.get(column)) != Some(cell) {
            let mut text = wide(cell);
            let mut item =
                LVITEMW { iSubItem: column as i32, pszText: text.as_mut_ptr(), ..LVITEMW::default() };
            send_with(hwnd, LVM_SETITEMTEXTW, number, &mut item);
        }
    }
    if style == ListStyle::TicksAndIcons && ticked(hwnd, number) != new.tick {
        let image = match new.tick {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        };
        set_state(hwnd, number, image << 12, LVIS_STATEIMAGEMASK);
    }
}

fn set_state(hwnd: HWND, row: usize, state: LIST_VIEW_ITEM_STATE_FLAGS, mask: LIST_VIEW_ITEM_STATE_FLAGS) {
    let mut item = LVITEMW { mask: LVIF_STATE, state, stateMask: mask, ..LVITEMW::default() };
    send_with(hwnd, LVM_SETITEMSTATE, row, &mut item);
}

/// Which row is selected.
pub(super) fn selected(hwnd: HWND) -> Option<usize> {
    usize::try_from(send(hwnd, LVM_GETNEXTITEM, usize::MAX, LVNI_SELECTED as isize)).ok()
}

/// Whether a row's box is ticked; `None` if it has none.
fn ticked(hwnd: HWND, row: usize) -> Option<bool> {
    match send(hwnd, LVM_GETITEMSTATE, row, LVIS_STATEIMAGEMASK as isize) >> 12 {
        0 => None,
        image => Some(image == 2),
    }
}

fn set_icons(hwnd: HWND, list: &List, fonts: &Fonts) {
    // SAFETY: the list of images goes to the table, which destroys it; the one before it is ours again. Icons are copied.
    unsafe {
        let size = GetSystemMetricsForDpi(SM_CXSMICON, fonts.dpi());
        let images = ImageList_Create(size, size, ILC_COLOR32 | ILC_MASK, list.rows.len() as i32, 1);
        for row in list.rows.iter().take(ROWS_MAX) {
            let icon = Icon::of(row.ico.as_deref(), size);
            ImageList_ReplaceIcon(images, -1, icon.as_ref().map_or(std::ptr::null_mut(), Icon::handle));
        }
        let before = send(hwnd, LVM_SETIMAGELIST, LVSIL_SMALL as usize, images);
        if before != 0 {
            ImageList_Destroy(before);
        }
    }
}

/// Gives all icons anew, for another screen.
pub(super) fn renew_icons(hwnd: HWND, list: &List, fonts: &Fonts) {
    if list.style != ListStyle::Plain {
        set_icons(hwnd, list, fonts);
    }
}

/// Whether a table shows the bar to scroll down by.
fn has_bar(hwnd: HWND) -> bool {
    // SAFETY: takes a window and a number.
    let style = unsafe { GetWindowLongPtrW(hwnd, GWL_STYLE) };
    style & WS_VSCROLL as isize != 0
}

/// Makes the columns as wide as their texts, and the one that grows as wide as what is left.
pub(super) fn set_widths(hwnd: HWND, list: &List, fonts: &Fonts) {
    let padding = fonts.scale(PADDING);
    let beside = match list.style {
        ListStyle::Plain => 0,
        ListStyle::Icons => fonts.scale(22),
        ListStyle::TicksAndIcons => fonts.scale(44),
    };
    let mut widths: Vec<i32> = Vec::new();
    for (number, column) in list.columns.iter().enumerate() {
        let cells = list.rows.iter().take(ROWS_MAX).filter_map(|row| row.cells.get(number));
        let widest = cells.map(|cell| fonts.width(cell)).max().unwrap_or_default();
        let first = if number == 0 { beside } else { 0 };
        widths.push((widest + first).max(fonts.width(&column.title)) + padding);
    }
    let mut inside = RECT::default();
    // SAFETY: the place is filled by the call; the rest takes numbers.
    let bar = unsafe {
        GetClientRect(hwnd, &raw mut inside);
        GetSystemMetricsForDpi(SM_CXVSCROLL, fonts.dpi())
    };
    let growing = list.columns.iter().position(|column| column.grows);
    if let Some(growing) = growing {
        let others: i32 = widths.iter().sum::<i32>() - widths[growing];
        // A bar that is there already is not part of the inside.
        let fits = send(hwnd, LVM_GETCOUNTPERPAGE, 0, 0).max(1).unsigned_abs();
        let comes = list.rows.len() > fits && !has_bar(hwnd);
        let room = inside.right - others - if comes { bar } else { 0 };
        widths[growing] = room.max(fonts.scale(GROWING_MIN));
    }
    for (number, width) in widths.into_iter().enumerate() {
        send(hwnd, LVM_SETCOLUMNWIDTH, number, width as isize);
    }
}
