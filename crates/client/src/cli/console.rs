//! What a person sees: results on standard output, everything else on standard error, in the person's language.

use std::io::{self, ErrorKind, IsTerminal, Write};

use console::Term;
use serde::Serialize;
use text::{Language, Message, message, terminal};

use super::exit::{Exit, Failure};

/// The two outputs of the program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console {
    language: Language,
    form: Form,
}

/// In what form results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For a person.
    Text,
    /// As one JSON object, and nothing beside it.
    Json,
}

impl Console {
    pub(super) fn new(language: Language, form: Form) -> Self {
        Self { language, form }
    }

    pub(super) fn form(self) -> Form {
        self.form
    }

    /// A message in the person's language, safe for a terminal.
    pub(super) fn word(self, message: &Message) -> String {
        terminal::lines(&message.say(self.language))
    }

    /// Writes a result.
    pub(super) fn print(self, text: &str) -> Result<(), Failure> {
        let mut output = io::stdout().lock();
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            // That nobody reads it any more is no fault.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure {
                exit: Exit::StateUnusable,
                message: message!("cli-output-not-written", detail = error.to_string()),
            }),
            _ => Ok(()),
        }
    }

    /// Writes a result as JSON.
    pub(super) fn print_json(self, value: &impl Serialize) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(value).unwrap_or_default();
        self.print(&format!("{json}\n"))
    }

    /// Says a sentence as a result for a person.
    pub(super) fn say(self, message: &Message) -> Result<(), Failure> {
        match self.form {
            Form::Text => self.print(&format!("{}\n", self.word(message))),
            Form::Json => Ok(()),
        }
    }

    /// Says a sentence beside the result. Nobody may be there to read it.
    pub(super) fn aside(self, message: &Message) {
        if self.form == Form::Text {
            self.complain(&self.word(message));
        }
    }

    /// Writes beside the result, in whatever form that is.
    pub(super) fn complain(self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", text.trim_end_matches('\n'));
    }

    /// How many characters a line of results has at a terminal; `None` if they are written elsewhere.
    pub(super) fn width(self) -> Option<usize> {
        let terminal = Term::stdout();
        terminal.is_term().then(|| usize::from(terminal.size().1))
    }

    /// Whether a person sees at once what is written beside the result.
    pub(super) fn is_watched(self) -> bool {
        self.form == Form::Text && io::stderr().is_terminal()
    }
}
