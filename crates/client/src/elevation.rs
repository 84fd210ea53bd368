//! Installing with no more rights than needed: what is for everyone goes through one deputy, which has an administrator's rights and is
//! asked for once in a batch; what is for this person is installed by this program itself.
//!
//! The deputy is `oxupdate` beside the running program, where only administrators can write. It trusts nothing that it is handed: it copies
//! each package to where only administrators can write, verifies the copy, and makes itself what Windows Installer is told.

mod asking;
mod calling;
mod deputy;
mod judgement;
mod listening;
mod starter;
mod way;
mod wire;

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use text::{Explain, Message, message};

pub use self::asking::{ElevatingMachine, LOST, REFUSED, SILENCE_TIME_MAX};
pub use self::calling::{Calling, DEPUTY_VERB, StepsAside};
pub use self::deputy::{Deputy, IDLE_TIME_MAX, LIFE_TIME_MAX, LOG_SIZE_MAX};
pub use self::judgement::Refusal;
pub use self::listening::PARTING_TIME_MAX;
pub use self::starter::{Session, Starter, starter};
pub(crate) use self::way::is_for_everyone;
pub use self::way::{Account, Place, Rights, TokenKind, Way, deputy_beside, way};
pub use self::wire::{InstallOrder, LINE_SIZE_MAX, News, Order};
use crate::machine::{Machine, elevator};

/// The machine to install a batch on. It asks for an administrator's consent at the first package for everyone, and not again while it lives.
/// Its deputy steps aside where OX Updater itself is in the batch.
#[must_use]
pub fn machine_for_batch<'a>(plain: &'a dyn Machine, aside: StepsAside) -> Box<dyn Machine + 'a> {
    let program = std::env::current_exe().unwrap_or_default();
    elevating(plain, &program, aside, None)
}

/// The machine to install on for a program that lies there, with a line to a deputy that is at work already, if there is one.
pub(crate) fn elevating<'a>(
    plain: &'a dyn Machine,
    program: &Path,
    aside: StepsAside,
    line: Option<Line>,
) -> Box<dyn Machine + 'a> {
    match (elevator(program, plain.desktop(), aside), line) {
        (Some(elevator), Some(line)) => Box::new(ElevatingMachine::with_deputy(plain, elevator, line)),
        (Some(elevator), None) => Box::new(ElevatingMachine::new(plain, elevator)),
        (None, _) => Box::new(plain),
    }
}

/// What one side hears the other by, and speaks to it by.
pub struct Line {
    /// What the other side says.
    pub ears: Box<dyn Read + Send>,
    /// What it hears.
    pub voice: Box<dyn Write + Send>,
    /// Its process, where it is known and its end matters.
    pub process: Option<Box<dyn Process>>,
    /// What gives this end to a child process, where that is possible.
    pub bequest: Option<Bequest>,
}

/// Gives this process' end of a line once more, for a child process to be started with in the place of its standard output.
pub type Bequest = Box<dyn Fn() -> io::Result<Stdio> + Send>;

/// What a child process is to be started with that installs for everyone in this one's stead.
pub enum ForChild {
    /// Nothing: it asks for an administrator's rights itself, if it needs them.
    Nothing,
    /// A line to a deputy, in the place of its standard output.
    Line(Stdio),
    /// The person refused an administrator's rights.
    Refused,
}

/// A process that was started.
pub trait Process: Send {
    /// Waits until it has ended, for so long at most.
    fn await_end(&self, time_max: Duration);
}

/// What starts a deputy.
pub trait Elevator: Sync {
    /// Asks for an administrator's consent and starts a deputy; returns when it can be spoken to.
    ///
    /// # Errors
    /// [`NotElevated`] says whether the person did not want it.
    fn start(&self) -> Result<Line, NotElevated>;
}

/// Why there is no deputy.
#[derive(Debug)]
pub enum NotElevated {
    /// The person said no, or nobody said anything.
    Refused,
    /// It could not be started, or is another program.
    Failed(io::Error),
}

/// Why a deputy installed nothing.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum ElevationError {
    /// It could not be started.
    NotStarted {
        /// Why.
        #[source]
        source: io::Error,
    },
    /// It ended, or did not speak as a deputy does.
    Broken,
    /// It did not accept what it was handed.
    Refused(Refusal),
}

impl Explain for ElevationError {
    fn message(&self) -> Message {
        match self {
            Self::NotStarted { source } => {
                message!("elevation-not-started", detail = source.to_string())
            }
            Self::Broken => message!("elevation-broken"),
            Self::Refused(Refusal::Place) => {
                let folder = calling::folder().unwrap_or_else(|| r"%ProgramData%\OX Updater".into());
                message!("elevation-place", folder = folder.display())
            }
            Self::Refused(Refusal::Rights) => message!("elevation-no-rights"),
            Self::Refused(refusal) => message!("elevation-refused", detail = refusal.as_str()),
        }
    }
}
