//! Why an install failed, told from Windows Installer's verbose log: what happened, what the person can do, what the administrator should do, and the details.
//!
//! Nothing of a log leaves the PC: reports say no more than how an install ended.

pub mod cause;
mod excerpt;
mod explain;
mod fields;
pub mod file;
pub mod log;
mod said;
mod steps;

pub use self::cause::{Action, ActionOwner, Cause};
pub use self::excerpt::{EXCERPT_LINE_LENGTH_MAX, EXCERPT_LINES_MAX};
use self::log::Log;
use crate::machine::ExitCode;

/// A failed install, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Why it failed; it says itself in words.
    pub cause: Cause,
    /// What is for those who know Windows Installer.
    pub details: Details,
}

/// What is for those who know Windows Installer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The number of Windows Installer's message.
    pub number: Option<u16>,
    /// The action that failed.
    pub action: Option<Action>,
    /// A few lines of the log: at most [`EXCERPT_LINES_MAX`] of [`EXCERPT_LINE_LENGTH_MAX`] characters, none with properties or command lines.
    pub excerpt: Vec<String>,
}

/// Explains a failed install; `None` if neither the exit code nor the log tells more than that it failed.
#[must_use]
pub fn explain(exit_code: ExitCode, log: &Log) -> Option<Failure> {
    let found = cause::find(exit_code.0, log)?;
    let excerpt = found.at.map(|at| excerpt::excerpt(log, at)).unwrap_or_default();
    Some(Failure {
        cause: found.cause,
        details: Details { number: found.number, action: found.action, excerpt },
    })
}
