//! The programs that a self-update starts: the caretaker, by the program that is updated; and that program again, by the caretaker.

use std::any::Any;
use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use text::Message;

use super::caretaker::{Caretaker, Hands, Watched, take_care};
use super::{AFTER_UPDATE, is_under_way};
use crate::clock::{Clock, SystemClock};
use crate::elevation::Starter;
use crate::machine::{
    self, EndsBehind, allow_foreground, end_behind, inherited_line, is_windows_ending, put_off_end,
    start_by_shell, starter,
};
use crate::settings_store;
use crate::state::State;

/// The verb of `oxupdate` that makes it a caretaker; people do not type it.
pub const CARETAKER_VERB: &str = "take-care";
/// How long a caretaker may take from its start until it is at work.
pub const START_TIME_MAX: Duration = Duration::from_secs(30);

const STATE: &str = "--state";
const LINE: &str = "--line";
/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Without a window; Microsoft, "Process Creation Flags", CREATE_NO_WINDOW.
#[cfg(windows)]
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

/// Starts a caretaker, and waits until it is at work. It hears of this process' end by a pipe that closes with it.
///
/// It gets the line to a deputy, if there is one, as [`inherited_line`] takes it.
pub(super) fn begin(copy: &Path, state: &State, clock: &dyn Clock, line: Option<Stdio>) -> io::Result<()> {
    let mut command = quiet(copy);
    command.args([CARETAKER_VERB, STATE]).arg(state.folder()).stdin(Stdio::piped());
    if let Some(line) = line {
        command.arg(LINE).stdout(line);
    }
    let mut caretaker = command.spawn()?;
    // Windows' question for consent is to come before the other windows, though who asks then has none.
    allow_foreground(caretaker.id());
    let begun_at = clock.elapsed();
    while !is_under_way(state) {
        let is_late = clock.elapsed().saturating_sub(begun_at) >= START_TIME_MAX;
        if is_late || caretaker.try_wait()?.is_some() {
            // It must not begin behind our back.
            let _ = caretaker.kill();
            return Err(io::ErrorKind::TimedOut.into());
        }
        clock.pause(LOOK_EVERY);
    }
    // Open until this process ends.
    std::mem::forget(caretaker.stdin.take());
    Ok(())
}

pub(super) fn quiet(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
    command
}

/// What a caretaker is started with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Charge {
    /// The folder of the state.
    folder: PathBuf,
    /// Whether there is a line to a deputy.
    has_line: bool,
}

/// What a caretaker is started with, by the words for it; `None` if they are others.
pub(crate) fn parse(words: &[OsString]) -> Option<Charge> {
    let (folder, rest) = match words {
        [verb, state, folder, rest @ ..] if verb == CARETAKER_VERB && state == STATE => (folder, rest),
        _ => return None,
    };
    let has_line = match rest {
        [] => false,
        [line] if line == LINE => true,
        _ => return None,
    };
    let folder = PathBuf::from(folder);
    folder.is_absolute().then_some(Charge { folder, has_line })
}

/// Is a caretaker until it has ended.
///
/// # Errors
/// If it could not begin.
pub(crate) fn follow(charge: &Charge) -> io::Result<()> {
    end_behind(EndsBehind::Programs);
    let unusable = |error: &dyn std::fmt::Display| io::Error::other(error.to_string());
    let state = State::open(Some(&charge.folder)).map_err(|error| unusable(&error))?;
    let machine = machine::this_pc().map_err(|error| unusable(&error))?;
    let (machine, clock) = (machine.as_ref(), &SystemClock);
    let hands = &Person { ended: listen_for_the_end()? };
    // One that cannot be taken over is asked for anew.
    let line = Cell::new(charge.has_line.then(inherited_line).and_then(Result::ok));
    take_care(&Caretaker { machine, state: &state, clock, hands, line });
    Ok(())
}

/// Starts a program with the rights that the person has every day, by Windows' own shell, if this program is one that must not start it
/// itself; answers who is to start it. Only [`Starter::Shell`] has done so.
///
/// # Errors
/// If the person's shell does not start.
pub fn start_with_everyday_rights(program: &Path) -> io::Result<Starter> {
    let starter = starter();
    if starter == Starter::Shell {
        start_by_shell(program)?;
    }
    Ok(starter)
}

/// Starts the program again as the signed-in person.
pub(super) fn start_again(program: &Path) -> io::Result<()> {
    match start_with_everyday_rights(program)? {
        Starter::Itself => quiet(program).arg(AFTER_UPDATE).spawn().map(drop),
        // The shell takes no arguments along.
        Starter::Shell | Starter::Nobody => Ok(()),
    }
}

/// The person's own session.
struct Person {
    /// Hears when the program has ended that handed over.
    ended: Receiver<()>,
}

fn listen_for_the_end() -> io::Result<Receiver<()>> {
    let (tell, told) = channel();
    thread::Builder::new().spawn(move || {
        // Nothing is said; it is the end that counts.
        let _ = io::copy(&mut io::stdin().lock().take(u64::MAX), &mut io::sink());
        let _ = tell.send(());
    })?;
    Ok(told)
}

impl Hands for Person {
    fn await_end(&self, time_max: Duration) -> Watched {
        match self.ended.recv_timeout(time_max) {
            Ok(()) => Watched::Ended,
            Err(_) => Watched::Runs,
        }
    }

    fn is_windows_ending(&self) -> bool {
        is_windows_ending()
    }

    fn put_off_end(&self, reason: &Message) -> Option<Box<dyn Any>> {
        // Where Windows has no room for it, it is installed all the same.
        put_off_end(&reason.say(settings_store::language())).ok()
    }

    fn start(&self, program: &Path) -> io::Result<()> {
        start_again(program)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::{Charge, parse};

    #[test]
    fn a_caretaker_is_told_one_folder_and_whether_there_is_a_line() {
        let folder = if cfg!(windows) { r"C:\state" } else { "/state" };
        let check = |words: &[&str], has_line: Option<bool>| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            let expected = has_line.map(|has_line| Charge { folder: PathBuf::from(folder), has_line });
            assert_eq!(parse(&words), expected, "{words:?}");
        };
        check(&["take-care", "--state", folder], Some(false));
        check(&["take-care", "--state", folder, "--line"], Some(true));
        check(&["take-care", "--state", folder, "--line", "more"], None);
        check(&["take-care", "--state", "state"], None);
        check(&["take-care", "--state"], None);
        check(&["take-care"], None);
        check(&["install", "--state", folder], None);
        check(&["take-care", "--state", folder, "more"], None);
    }
}
