//! Tables (list views): reading their rows, ticking and selecting them.

use stagehand::{Row, Table};
use windows_sys::Win32::UI::Controls::{
    HDM_GETITEMCOUNT, LVCF_TEXT, LVCOLUMNW, LVIS_FOCUSED, LVIS_SELECTED, LVIS_STATEIMAGEMASK, LVITEMW,
    LVM_ENSUREVISIBLE, LVM_GETCOLUMNW, LVM_GETEXTENDEDLISTVIEWSTYLE, LVM_GETHEADER, LVM_GETITEMCOUNT,
    LVM_GETITEMSTATE, LVM_GETITEMTEXTW, LVM_SETITEMSTATE, LVS_EX_CHECKBOXES,
};

use super::Outcome;
use super::messages::{ask, owner, send};
use super::remote::{Remote, TEXT_LENGTH_MAX};

/// How many rows and columns are read at most.
const ROWS_MAX: isize = 2000;
const COLUMNS_MAX: isize = 50;
/// A box without a tick, and one with; 0 is no box.
const UNTICKED: u32 = 1;
const TICKED: u32 = 2;

/// What a table holds.
pub(super) fn read(table: u64) -> Outcome<Table> {
    let remote = Remote::of(owner(table).1)?;
    let header = send(table, LVM_GETHEADER, 0, 0)?;
    let columns = match header {
        0 => 0,
        header => ask(header as u64, HDM_GETITEMCOUNT, 0).clamp(0, COLUMNS_MAX),
    };
    let columns: Vec<String> = (0..columns).map(|at| column(table, at as usize, &remote)).collect();
    let has_boxes = ask(table, LVM_GETEXTENDEDLISTVIEWSTYLE, 0) as u32 & LVS_EX_CHECKBOXES != 0;
    let count = ask(table, LVM_GETITEMCOUNT, 0).clamp(0, ROWS_MAX).cast_unsigned();
    let row = |at: usize| {
        let cells = (0..columns.len().max(1)).map(|column| cell(table, at, column, &remote)).collect();
        let state = state(table, at);
        let image = (state & LVIS_STATEIMAGEMASK) >> 12;
        let ticked = (has_boxes && image != 0).then_some(image == TICKED);
        Row { cells, ticked, selected: state & LVIS_SELECTED != 0 }
    };
    let rows = (0..count).map(row).collect();
    Ok(Table { columns, rows })
}

fn column(table: u64, at: usize, remote: &Remote) -> String {
    let asked = LVCOLUMNW {
        mask: LVCF_TEXT,
        pszText: remote.text_address(),
        cchTextMax: TEXT_LENGTH_MAX as i32,
        ..LVCOLUMNW::default()
    };
    ask_for_text(table, LVM_GETCOLUMNW, at, &asked, remote).unwrap_or_default()
}

fn cell(table: u64, row: usize, column: usize, remote: &Remote) -> String {
    let asked = LVITEMW {
        iSubItem: column as i32,
        pszText: remote.text_address(),
        cchTextMax: TEXT_LENGTH_MAX as i32,
        ..LVITEMW::default()
    };
    ask_for_text(table, LVM_GETITEMTEXTW, row, &asked, remote).unwrap_or_default()
}

fn ask_for_text<T: Copy>(table: u64, message: u32, at: usize, asked: &T, remote: &Remote) -> Outcome<String> {
    remote.write(asked)?;
    send(table, message, at, remote.address())?;
    remote.text()
}

fn state(table: u64, row: usize) -> u32 {
    let mask = LVIS_STATEIMAGEMASK | LVIS_SELECTED;
    send(table, LVM_GETITEMSTATE, row, mask as isize).unwrap_or_default() as u32
}

/// Ticks a row or takes its tick away.
pub(super) fn tick(table: u64, row: usize, on: bool) -> Outcome<()> {
    let image = if on { TICKED } else { UNTICKED };
    set(table, row, image << 12, LVIS_STATEIMAGEMASK)
}

/// Brings a row into sight, and selects it: after that the table may be gone.
pub(super) fn select(table: u64, row: usize) -> Outcome<()> {
    let chosen = LVIS_SELECTED | LVIS_FOCUSED;
    send(table, LVM_ENSUREVISIBLE, row, 0)?;
    set(table, row, chosen, chosen)
}

fn set(table: u64, row: usize, state: u32, mask: u32) -> Outcome<()> {
    let remote = Remote::of(owner(table).1)?;
    remote.write(&LVITEMW { state, stateMask: mask, ..LVITEMW::default() })?;
    match send(table, LVM_SETITEMSTATE, row, remote.address())? {
        0 => Err(format!("the table has no row {row} that can be changed")),
        _ => Ok(()),
    }
}
