//! Text for a terminal: harmless whatever it holds, and laid out in columns. Pure.
//!
//! Names come from packages, catalogs and people; none of them may command a person's terminal or pass for a line of the program's own.

use unicode_width::UnicodeWidthStr;

/// The blanks between two columns.
const GAP: usize = 2;

/// Text from elsewhere on one line: breaks and tabs become blanks, and what could command a terminal becomes U+FFFD.
#[must_use]
pub fn one_line(text: &str) -> String {
    lines(&text.replace('\n', " "))
}

/// Text whose line breaks are meant: tabs become blanks, and what could command a terminal, or turn round the order of what is
/// read, becomes U+FFFD.
#[must_use]
pub fn lines(text: &str) -> String {
    // Also the marks of direction, and the separators that some terminals break lines at.
    let turns = |letter: char| matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let commands = |letter: char| letter.is_control() && letter != '\n';
    text.replace('\t', " ").replace(|letter: char| commands(letter) || turns(letter), "\u{fffd}")
}

/// Lays rows out in columns, each cell on one line whatever it holds; the last column is not filled up.
#[must_use]
pub fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| one_line(cell)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + GAP));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{columns, lines, one_line};

    #[test]
    fn columns_stand_under_each_other_whatever_they_hold() {
        let rows = [["Name", "Größe"], ["日本語", "1"], ["a\u{1b}\nb", ""]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(columns(&rows), "Name    Größe\n日本語  1\na\u{fffd} b\n");
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn no_text_commands_the_terminal() {
        let check = |text: &str, on_one_line: &str, on_lines: &str| {
            assert_eq!((one_line(text).as_str(), lines(text).as_str()), (on_one_line, on_lines));
        };
        check("Größe\n\t日本語", "Größe  日本語", "Größe\n 日本語");
        check("a\u{1b}[31mb\u{9b}c", "a\u{fffd}[31mb\u{fffd}c", "a\u{fffd}[31mb\u{fffd}c");
        check("PC\u{2028}1\u{2029}\u{200f}", "PC\u{fffd}1\u{fffd}\u{fffd}", "PC\u{fffd}1\u{fffd}\u{fffd}");
        check("d\r\u{202e}e", "d\u{fffd}\u{fffd}e", "d\u{fffd}\u{fffd}e");
    }
}
