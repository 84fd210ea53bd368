//! How a run ends: its exit code, and the sentence where it failed.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use text::{Message, message};

/// How a run ends. docs/reference/oxcatalog.md lists the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// All was done; `check` found no problems.
    Done = 0,
    /// `check` found problems, or what was asked for was refused: nothing was changed.
    Refused = 1,
    /// The arguments were not understood.
    Misuse = 2,
    /// A file could not be read or written.
    Failed = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What stopped a run, and how that ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How the run ends.
    pub exit: Exit,
    /// What to tell the person.
    pub message: Message,
}

impl Failure {
    /// Something is not as it has to be, and the person can mend it.
    pub(crate) fn refused(message: Message) -> Self {
        Self { exit: Exit::Refused, message }
    }

    /// A file does not lead to work, for a reason of its own.
    pub(crate) fn about(path: &Path, reason: Message) -> Self {
        Self::refused(message!("generator-about-file", file = path.display(), reason = reason))
    }

    /// The operating system could not read a file.
    pub(crate) fn not_read(path: &Path, error: &io::Error) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => message!("generator-not-found", file = path.display()),
            io::ErrorKind::IsADirectory => {
                let reason = message!("generator-not-a-file");
                message!("generator-about-file", file = path.display(), reason = reason)
            }
            _ => message!("generator-not-read", file = path.display(), detail = error.to_string()),
        };
        Self { exit: Exit::Failed, message }
    }

    /// The result could not be written to standard output.
    pub(crate) fn output_not_written(error: &dyn std::error::Error) -> Self {
        let message = message!("generator-output-not-written", detail = error.to_string());
        Self { exit: Exit::Failed, message }
    }

    /// The operating system could not write a file.
    pub(crate) fn not_written(path: &Path, error: &io::Error) -> Self {
        let message = message!("generator-not-written", file = path.display(), detail = error.to_string());
        Self { exit: Exit::Failed, message }
    }
}
