//! OX Updater's own update: a program cannot be replaced while it runs, so its update is handed over to a caretaker, a copy of `oxupdate`
//! that waits for the program's end, installs what was verified, remembers what came of it, and starts the program again.

mod caretaker;
mod come_back;
mod nobody;
mod programs;
mod record;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use catalog::Scope;
use catalog::report::OutcomeKind;
use text::{Explain as _, Message, message};

pub use self::caretaker::{
    Caretaker, END_TIME_MAX, Hands, LATE_END_TIME_MAX, LOCK_TIME_MAX, PROGRAMS_TIME_MAX, Watched, take_care,
};
pub use self::come_back::{COME_BACK_VERB, come_back};
pub(crate) use self::come_back::{follow as come_back_behind_installer, parse as program_that_comes_back};
pub use self::programs::{CARETAKER_VERB, START_TIME_MAX, start_with_everyday_rights};
pub(crate) use self::programs::{follow as take_care_of, parse as caretakers_charge};
pub use self::record::Record;
use crate::clock::SystemClock;
pub use crate::elevation::Starter;
use crate::elevation::{ForChild, is_for_everyone};
use crate::machine::{InstallProgress, Proceed};
use crate::plan::Item;
use crate::state::{Lock, Past, Pending, State, StateError, make_private};
use crate::updater::{Ended, Progress, Updater, now};

/// The argument with which the program is started again after its own update.
pub const AFTER_UPDATE: &str = "--after-update";

/// How long after its caretaker has left word a start counts as that of the caretaker.
const JUST_ENDED: Duration = Duration::from_secs(60);

/// The folder of the caretaker's copy, among the person's own.
const FOLDER: &str = "caretaker";
/// The program that the caretaker is a copy of; it lies beside the one that is updated.
const ORIGINAL: &str = if cfg!(windows) { "oxupdate.exe" } else { "oxupdate" };
/// The copy's name, by which it is told from the original among the programs that run.
const COPY: &str = if cfg!(windows) { "oxupdate-caretaker.exe" } else { "oxupdate-caretaker" };

/// Whether the program's own update was handed over.
#[derive(Debug, Clone)]
pub enum HandOver {
    /// It was: this program is to end now, and is started again.
    Done,
    /// It was not, and this came of it.
    Ended(Box<Ended>),
}

/// Downloads and verifies the program's own update, and hands it over to a caretaker, which installs it when this process has ended, and then
/// starts `program` again. The lock is to be given back soon after.
///
/// # Errors
/// [`StateError`] if it could not be begun.
pub fn hand_over(
    updater: &Updater<'_>,
    lock: &Lock,
    item: &Item,
    program: &Path,
    watch: &mut dyn FnMut(Progress) -> Proceed,
) -> Result<HandOver, StateError> {
    let begin = |copy: &Path, line| programs::begin(copy, updater.state, &SystemClock, line);
    hand_over_to(&begin, updater, lock, item, program, watch)
}

/// Starts a caretaker by its program, with a line to a deputy if there is one; returns when it is at work.
pub type Begin<'a> = dyn Fn(&Path, Option<Stdio>) -> io::Result<()> + 'a;

/// [`hand_over`] to whom `begin` starts.
///
/// # Errors
/// As of [`hand_over`].
pub fn hand_over_to(
    begin: &Begin<'_>,
    updater: &Updater<'_>,
    lock: &Lock,
    item: &Item,
    program: &Path,
    watch: &mut dyn FnMut(Progress) -> Proceed,
) -> Result<HandOver, StateError> {
    if let Some(ended) = updater.make_ready(lock, item, watch)? {
        return Ok(HandOver::Ended(Box::new(ended)));
    }
    let line = match line_for_caretaker(updater, item, watch)? {
        Ok(line) => line,
        Err(ended) => return Ok(HandOver::Ended(ended)),
    };
    // From here on Windows waits with its end: the caretaker takes that over.
    if watch(Progress::Installing(InstallProgress::GoesOn)) == Proceed::Cancel {
        let reason = message!("outcome-cancelled");
        return Ok(HandOver::Ended(Box::new(updater.not_begun(item, OutcomeKind::Cancelled, reason)?)));
    }
    let record = Record {
        owner: updater.owner.clone(),
        offer: Pending::offer(&item.product),
        target: item.target,
        by_name: item.choice == crate::plan::Choice::ByName,
        program: program.to_owned(),
        at: now(),
    };
    let handed_over = copy_caretaker(updater.state, program).and_then(|copy| {
        record.write(updater.state)?;
        begin(&copy, line).map_err(|error| not_begun(&error))
    });
    match handed_over {
        Ok(()) => {
            updater.machine.child_has_begun();
            Ok(HandOver::Done)
        }
        Err(Obstruction(reason)) => {
            Record::remove(updater.state);
            Ok(HandOver::Ended(Box::new(updater.not_handed_over(item, reason)?)))
        }
    }
}

/// What a caretaker is to be started with to install for everyone; what came of the update, if the person does not want that, or it is not to
/// be had. The person is asked here, before the window ends that wants it, and not again if the batch before needed a deputy.
fn line_for_caretaker(
    updater: &Updater<'_>,
    item: &Item,
    watch: &mut dyn FnMut(Progress) -> Proceed,
) -> Result<Result<Option<Stdio>, Box<Ended>>, StateError> {
    if !is_for_everyone(item.target, item.product.scope.unwrap_or(Scope::Either)) {
        return Ok(Ok(None));
    }
    let mut is_cancelled = false;
    let given = updater.machine.for_child(&mut |progress| {
        let proceed = watch(Progress::Installing(progress));
        is_cancelled |= proceed == Proceed::Cancel;
        proceed
    });
    let ended = match given {
        _ if is_cancelled => {
            updater.not_begun(item, OutcomeKind::Cancelled, message!("outcome-cancelled"))?
        }
        Ok(ForChild::Nothing) => return Ok(Ok(None)),
        Ok(ForChild::Line(line)) => return Ok(Ok(Some(line))),
        Ok(ForChild::Refused) => updater.refused(item)?,
        Err(error) => updater.not_handed_over(item, error.message())?,
    };
    Ok(Err(Box::new(ended)))
}

/// Why nobody takes over.
struct Obstruction(Message);

impl From<StateError> for Obstruction {
    fn from(error: StateError) -> Self {
        Self(error.message())
    }
}

fn not_begun(error: &io::Error) -> Obstruction {
    Obstruction(message!("self-update-not-begun", detail = error.to_string()))
}

/// Copies `oxupdate` to the person's own folder, where no update replaces it.
fn copy_caretaker(state: &State, program: &Path) -> Result<PathBuf, Obstruction> {
    let folder = state.folder().join(FOLDER);
    make_private(&folder)?;
    let copy = folder.join(COPY);
    let original = program.with_file_name(ORIGINAL);
    match fs::remove_file(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(not_begun(&error)),
        _ => {}
    }
    fs::copy(original, &copy).map_err(|error| not_begun(&error))?;
    Ok(copy)
}

/// Whether a caretaker is at work: then this program would be in its way.
#[must_use]
pub fn is_under_way(state: &State) -> bool {
    record::is_watched(state)
}

/// Whether a caretaker has just started this program, as far as it left word: where the person's shell starts the program for it, no
/// [`AFTER_UPDATE`] comes along.
#[must_use]
pub fn has_just_ended() -> bool {
    State::open(None).is_ok_and(|state| record::outcome_is_fresh(&state, JUST_ENDED))
}

/// What came of the program's own update, to be told once, at the first start behind it. Clears away what the update left.
#[must_use]
pub fn outcome(state: &State) -> Option<Past> {
    let past = record::take_outcome(state);
    if !is_under_way(state) {
        // A caretaker that died left it; an install that it began is settled as any other.
        Record::remove(state);
        // One that has just ended may still hold its own program; then it goes the next time.
        let _ = fs::remove_dir_all(state.folder().join(FOLDER));
    }
    past
}
