//! What a person sees: results on standard output, everything else on standard error, in the person's language.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;
use text::{Language, Message, message, terminal};

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
        self.print(&(terminal::lines(line) + "\n"))
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
        let _ = writeln!(io::stderr().lock(), "{}", terminal::lines(line.trim_end()));
    }

    /// A word in the person's language.
    pub(super) fn word(self, message: &Message) -> String {
        message.say(self.0)
    }
}
