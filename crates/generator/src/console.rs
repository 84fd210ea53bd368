//! What a person sees: results on standard output, everything else on standard error, in the person's language.

use std::io::{self, ErrorKind, IsTerminal as _, Write as _};

use serde::Serialize;
use text::{Language, Message, terminal};

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
        terminal::one_line(&message.say(self.language))
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
