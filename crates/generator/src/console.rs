//! What a person sees: results on standard output, everything else on standard error, in the person's language.

use std::io::{self, ErrorKind, IsTerminal as _, Write as _};

use serde::Serialize;
use text::{Language, Message};
use unicode_width::UnicodeWidthStr as _;

use crate::Failure;

/// The two outputs of the program.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    language: Language,
}

impl Console {
    /// Speaks a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language that the person reads.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// A message in the person's language, safe for a terminal.
    #[must_use]
    pub fn word(self, message: &Message) -> String {
        harmless(&message.say(self.language))
    }

    /// Writes a result.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be written; that nobody reads it any more is none.
    pub fn print(self, text: &str) -> Result<(), Failure> {
        let mut output = io::stdout().lock();
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::output_not_written(&error)),
            _ => Ok(()),
        }
    }

    /// Writes a result as JSON.
    ///
    /// # Errors
    /// As [`print`](Self::print).
    pub fn print_json(self, value: &impl Serialize) -> Result<(), Failure> {
        let json =
            serde_json::to_string_pretty(value).map_err(|error| Failure::output_not_written(&error))?;
        self.print(&format!("{json}\n"))
    }

    /// Says a sentence as the result.
    ///
    /// # Errors
    /// As [`print`](Self::print).
    pub fn say(self, message: &Message) -> Result<(), Failure> {
        self.print(&format!("{}\n", self.word(message)))
    }

    /// Says a sentence beside the result: an error, a warning, or that something takes a while.
    pub fn complain(self, message: &Message) {
        self.print_aside(&format!("{}\n", self.word(message)));
    }

    /// Writes beside the result. Nobody may be there to read it.
    pub fn print_aside(self, text: &str) {
        let line_break = if text.ends_with('\n') { "" } else { "\n" };
        let _ = write!(io::stderr().lock(), "{text}{line_break}");
    }

    /// Whether a person sits at a terminal and sees what is written beside the result.
    #[must_use]
    pub fn is_watched(self) -> bool {
        io::stderr().is_terminal()
    }
}

/// Text from files as one line, without what could command a terminal or turn round the order of what is read.
pub(crate) fn harmless(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // A line of its own could pass for one of the program's.
    text.replace(['\n', '\t'], " ").replace(|letter: char| letter.is_control() || turns(letter), "\u{fffd}")
}

/// Lays rows out in columns, two blanks between them; the last column is not filled up.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{columns, harmless};

    #[test]
    fn columns_stand_under_each_other_whatever_the_letters() {
        let rows = [["Name", "Größe"], ["日本語", "1"], ["Drive", ""]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(columns(&rows), "Name    Größe\n日本語  1\nDrive\n");
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn no_text_commands_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\u{9b}c\rd\u{202e}e"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\u{fffd}e");
        assert_eq!(harmless("Größe\n\t日本語"), "Größe  日本語");
    }
}
