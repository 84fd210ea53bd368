//! What a person sees: results on standard output, everything else on standard error, in the person's language.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;
use text::{Language, Message, message};
use unicode_width::UnicodeWidthStr;

use super::Exit;

/// The two outputs of the program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console(Language);

impl Console {
    /// Speaks a language.
    pub(super) fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language that the person reads.
    pub(super) fn language(self) -> Language {
        self.0
    }

    /// Writes a result at once. That nobody reads it any more is no failure.
    pub(super) fn print(self, text: &str) -> Exit {
        let mut output = io::stdout().lock();
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                drop(output);
                self.complain(&message!("error-output", detail = error.to_string()));
                Exit::Failed
            }
            _ => Exit::Done,
        }
    }

    /// Writes a line as the result.
    pub(super) fn print_line(self, line: &str) -> Exit {
        self.print(&(harmless(line) + "\n"))
    }

    /// Writes a result as JSON.
    pub(super) fn print_json(self, value: &impl Serialize) -> Exit {
        match serde_json::to_string_pretty(value) {
            Ok(json) => self.print(&(json + "\n")),
            Err(error) => {
                self.complain(&message!("error-output", detail = error.to_string()));
                Exit::Failed
            }
        }
    }

    /// Says a sentence as the result.
    pub(super) fn say(self, message: &Message) -> Exit {
        self.print_line(&message.say(self.0))
    }

    /// Says a sentence beside the result.
    pub(super) fn complain(self, message: &Message) {
        self.print_aside(&message.say(self.0));
    }

    /// Writes a line beside the result. Nobody may be there to read it.
    pub(super) fn print_aside(self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", harmless(line.trim_end()));
    }

    /// A word in the person's language.
    pub(super) fn word(self, message: &Message) -> String {
        message.say(self.0)
    }
}

/// Text from others without what could command a terminal; line breaks and tabs stay.
fn harmless(text: &str) -> String {
    let commands = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    text.replace(commands, "\u{fffd}")
}

/// Lays rows out in columns, two blanks between them; a cell is one line whatever it holds.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| cell.replace(char::is_control, " ")).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for row in &rows {
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
    fn columns_stand_under_each_other_whatever_they_hold() {
        let rows = [["NAME", "GRÖSSE"], ["日本語", "1"], ["a\u{1b}\nb", ""]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        assert_eq!(columns(&rows), "NAME    GRÖSSE\n日本語  1\na  b\n");
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn no_text_commands_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\u{9b}c\r\n\td"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}\n\td");
    }
}
