//! The program's start behind an installer that has ended it: a copy of `oxupdate`, started by the program itself with the rights of the person,
//! waits until Windows Installer is at rest, and starts what is there then: the new program, or the old one where the installer failed.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::programs::{quiet, start_again};
use super::{Obstruction, copy_caretaker};
use crate::clock::{Clock, SystemClock};
use crate::machine::{self, WindowsInstaller};
use crate::state::State;

/// The verb of `oxupdate` that makes it wait for an installer; people do not type it.
pub const COME_BACK_VERB: &str = "come-back";
/// How long Windows Installer has to be at rest, and the program's file as it is.
const REST: Duration = Duration::from_secs(10);
/// How long the file has to be away until nothing is waited for any more.
const GONE: Duration = Duration::from_secs(180);
/// How long is waited in all.
const INSTALL_TIME_MAX: Duration = Duration::from_secs(3600);

const PROGRAM: &str = "--program";
/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Sees to it that `program`, which an installer ends, is started again behind it.
///
/// # Errors
/// If nobody can be started to wait.
pub fn come_back(program: &Path) -> io::Result<()> {
    let unusable = |error: &dyn std::fmt::Display| io::Error::other(error.to_string());
    let state = State::open(None).map_err(|error| unusable(&error))?;
    let copy = copy_caretaker(&state, program)
        .map_err(|Obstruction(reason)| io::Error::other(reason.say(text::Language::English)))?;
    quiet(&copy).args([COME_BACK_VERB, PROGRAM]).arg(program).spawn().map(drop)
}

/// The program, by the words with which somebody is started to wait; `None` if they are others.
pub(crate) fn parse(words: &[OsString]) -> Option<PathBuf> {
    match words {
        [verb, program, path] if verb == COME_BACK_VERB && program == PROGRAM => {
            Some(PathBuf::from(path)).filter(|path| path.is_absolute())
        }
        _ => None,
    }
}

/// Waits for the installer, and starts the program if it is there then.
///
/// # Errors
/// If it cannot be started.
pub(crate) fn follow(program: &Path) -> io::Result<()> {
    let machine = machine::this_pc().map_err(|error| io::Error::other(error.to_string()))?;
    let file = || {
        let file = std::fs::metadata(program).ok()?;
        Some((file.len(), file.modified().ok()))
    };
    match behind_installer(&SystemClock, &|| machine.installer(), &file) {
        Behind::There => start_again(program),
        Behind::Gone => Ok(()),
    }
}

/// What is there of the program when the installer is at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Its file: the new one, or the one before.
    There,
    /// Nothing.
    Gone,
}

/// What a file is known by: its length, and when it was last written.
type Known = (u64, Option<SystemTime>);

fn behind_installer(
    clock: &dyn Clock,
    installer: &dyn Fn() -> WindowsInstaller,
    file: &dyn Fn() -> Option<Known>,
) -> Behind {
    let begun_at = clock.elapsed();
    let (mut known, mut since) = (file(), begun_at);
    loop {
        clock.pause(LOOK_EVERY);
        let (found, now) = (file(), clock.elapsed());
        if installer() != WindowsInstaller::Free || found != known {
            (known, since) = (found, now);
        }
        let rest = if found.is_some() { REST } else { GONE };
        if now.saturating_sub(since) >= rest || now.saturating_sub(begun_at) >= INSTALL_TIME_MAX {
            return if found.is_some() { Behind::There } else { Behind::Gone };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;
    use std::time::Duration;

    use super::{Behind, GONE, INSTALL_TIME_MAX, REST, behind_installer, parse};
    use crate::clock::{Clock as _, FakeClock};
    use crate::machine::WindowsInstaller;

    #[test]
    fn who_waits_is_told_one_program() {
        let program = if cfg!(windows) { r"C:\OXUpdater.exe" } else { "/OXUpdater.exe" };
        let check = |words: &[&str], expected: Option<&str>| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(parse(&words), expected.map(PathBuf::from), "{words:?}");
        };
        check(&["come-back", "--program", program], Some(program));
        check(&["come-back", "--program", "OXUpdater.exe"], None);
        check(&["come-back", "--program"], None);
        check(&["come-back", "--program", program, "more"], None);
        check(&["take-care", "--program", program], None);
    }

    #[test]
    fn the_program_comes_back_when_the_installer_is_at_rest() {
        // Seconds: while the installer is seen at work, and from when to when the file is away.
        let check_with =
            |at_work, busy: u64, away: std::ops::Range<u64>, expected: Behind, least: Duration| {
                let clock = FakeClock::default();
                let seconds = || clock.paused().as_secs();
                let at_work = || if seconds() < busy { at_work } else { WindowsInstaller::Free };
                let file = || (!away.contains(&seconds())).then_some((seconds() / 100_000, None));
                let found = behind_installer(&clock, &at_work, &file);
                let case = format!("{busy} {away:?}");
                assert_eq!(found, expected, "{case}");
                let took = clock.elapsed();
                let late = took.as_secs().abs_diff(least.as_secs());
                assert!(late <= 2, "{case}: {took:?}");
            };
        let check =
            |busy, away, expected, least| check_with(WindowsInstaller::Busy, busy, away, expected, least);
        let seconds = Duration::from_secs;
        // Windows: the mutex says how long it takes, whether the install fails or not.
        check(60, 20..40, Behind::There, seconds(60) + REST);
        check(60, 0..0, Behind::There, seconds(60) + REST);
        // Where it may not be looked at, it is there.
        check_with(WindowsInstaller::Unseen, 60, 20..40, Behind::There, seconds(60) + REST);
        // Where there is none, the file's own rest has to do, with a gap between the old and the new one.
        check(0, 2..90, Behind::There, seconds(90) + REST);
        // Removed for good.
        check(60, 20..u64::MAX, Behind::Gone, seconds(60) + GONE);
        // One that never ends.
        check(u64::MAX, 0..0, Behind::There, INSTALL_TIME_MAX);
    }
}
