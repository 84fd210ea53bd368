//! A table for a terminal: columns under each other, the last one wrapped into what is left of the width. Pure.

use console::{Style, measure_text_width};

/// The blanks between two columns.
const GAP: usize = 2;
/// The least width into which the last column is wrapped beside the others; with less it stands on lines of its own.
const LAST_WIDTH_MIN: usize = 24;
/// How far the last column is moved in on lines of its own.
const INDENT: usize = 4;

/// One row: cells, and how the row looks.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) style: Style,
}

/// Lays out rows of equally many cells in a width, in characters.
pub(super) fn table(rows: &[Row], width: usize) -> String {
    let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| measure_text_width(cell)).max()
    };
    let widths: Vec<usize> =
        (0..count.saturating_sub(1)).map(|column| widest(column).unwrap_or_default() + GAP).collect();
    let used: usize = widths.iter().sum();
    let beside = width.saturating_sub(used) >= LAST_WIDTH_MIN;
    let indent = if beside { used } else { INDENT };
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.cells.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - measure_text_width(cell)));
        }
        let last = row.cells.get(count.saturating_sub(1)).map(String::as_str).unwrap_or_default();
        let wrapped = wrap(last, width.saturating_sub(indent).max(LAST_WIDTH_MIN));
        let mut wrapped = wrapped.iter();
        if beside {
            line.push_str(wrapped.next().map(String::as_str).unwrap_or_default());
        }
        text.push_str(&row.style.apply_to(line.trim_end()).to_string());
        text.push('\n');
        for rest in wrapped {
            text.push_str(&" ".repeat(indent));
            text.push_str(&row.style.apply_to(rest).to_string());
            text.push('\n');
        }
    }
    text
}

/// Breaks a text between words; a word that is longer than the width stands alone.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use console::Style;

    use super::{Row, table};

    fn rows(rows: &[[&str; 3]]) -> Vec<Row> {
        let row = |cells: &[&str; 3]| Row {
            cells: cells.iter().map(ToString::to_string).collect(),
            style: Style::new().force_styling(false),
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn the_last_column_takes_what_is_left() {
        let rows = rows(&[
            ["Name", "Version", "Why"],
            ["Größe für Köln", "1.0 → 2.0", "Important, because an older version is installed."],
            ["日本語", "3.0", ""],
        ]);
        insta::assert_snapshot!(table(&rows, 60), @"
        Name            Version    Why
        Größe für Köln  1.0 → 2.0  Important, because an older
                                   version is installed.
        日本語          3.0
        ");
        insta::assert_snapshot!(table(&rows, 40), @"
        Name            Version
            Why
        Größe für Köln  1.0 → 2.0
            Important, because an older version
            is installed.
        日本語          3.0
        ");
        assert_eq!(table(&[], 40), "");
    }
}
