//! What becomes of an install that the client did not see the end of: the PC was switched off, or the client was ended. Pure.
//!
//! Before Windows Installer is asked, what it is asked for is written down; who finds such a record later decides here by what
//! is installed now, by how Windows Installer's log ends, and by whether Windows Installer is at work.

use catalog::report::OutcomeKind;
use text::message;

use crate::machine::{ExitCode, Installed, WindowsInstaller};
use crate::outcome::{Goal, Outcome};

/// How the log of an install ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogEnd {
    /// There is no log: Windows Installer did not get as far as that.
    Absent,
    /// It breaks off.
    Unfinished,
    /// It says how Windows Installer ended.
    Ended(ExitCode),
}

/// What becomes of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It stays: the install may still go on.
    GoesOn,
    /// It goes: nothing was begun.
    NothingBegan,
    /// The install has ended, and this came of it.
    Ended(Outcome),
}

/// Decides what becomes of the record of an install whose client has gone, by what the install was to come to.
#[must_use]
pub fn fate(goal: &Goal<'_>, now: &[Installed], log: LogEnd, installer: WindowsInstaller) -> Fate {
    match (log, installer) {
        (LogEnd::Ended(code), _) => Fate::Ended(goal.judge(code, now)),
        (LogEnd::Unfinished, WindowsInstaller::Busy | WindowsInstaller::Unseen) => Fate::GoesOn,
        (LogEnd::Unfinished, WindowsInstaller::Free) => {
            let interrupted = || {
                let reason = message!("outcome-interrupted");
                Outcome::without_install(OutcomeKind::Failed, goal.product, reason)
            };
            Fate::Ended(goal.reached_unseen(now).unwrap_or_else(interrupted))
        }
        // A log can be deleted; what has arrived since is there all the same.
        (LogEnd::Absent, _) if goal.has_arrived(now) => {
            goal.reached_unseen(now).map_or(Fate::NothingBegan, Fate::Ended)
        }
        (LogEnd::Absent, _) => Fate::NothingBegan,
    }
}

/// How a log ends, by its last lines.
///
/// Source: Microsoft, "Windows Installer Logging" and the lines of verbose logs: the engine says what it returns at its end, the server
/// before the client; and event 1033 and its like say the success or error status.
#[must_use]
pub fn log_end(last_lines: &str) -> LogEnd {
    const ENDS: [&str; 2] = ["MainEngineThread is returning ", "Installation success or error status: "];
    let code = last_lines.lines().rev().find_map(|line| {
        let (_, rest) = ENDS.iter().find_map(|end| line.split_once(end))?;
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    code.map_or(LogEnd::Unfinished, |code| LogEnd::Ended(ExitCode(code)))
}

#[cfg(test)]
mod tests {
    use catalog::report::OutcomeKind::{self, Failed, Installed, InstalledNeedsRestart, NotReallyInstalled};

    use super::LogEnd::{Absent, Ended, Unfinished};
    use super::{Fate, LogEnd, fate, log_end};
    use crate::examples::{installed, product};
    use crate::machine::WindowsInstaller::{self, Busy, Free, Unseen};
    use crate::machine::{self, Context, ExitCode};
    use crate::outcome::{Before, Goal};
    use crate::plan::Kind;

    #[derive(Debug, PartialEq, Eq)]
    enum Becomes {
        Stays,
        Goes,
        Outcome(OutcomeKind, Option<u32>),
    }
    use Becomes::{Goes, Outcome, Stays};

    fn becomes(fate: Fate) -> Becomes {
        match fate {
            Fate::GoesOn => Stays,
            Fate::NothingBegan => Goes,
            Fate::Ended(outcome) => Outcome(outcome.kind, outcome.exit_code.map(|code| code.0)),
        }
    }

    #[test]
    fn what_is_installed_the_log_and_windows_installer_decide() {
        // An update to 7.8.4.
        let check = |before: &[&str], now: &[&str], log: LogEnd, windows: WindowsInstaller, expected| {
            let versions = |versions: &[&str]| versions.iter().map(|one| installed(one)).collect::<Vec<_>>();
            let before: Vec<Before> = versions(before).iter().map(Before::from).collect();
            let offered = product("Notes", "7.8.4");
            let goal = Goal { product: &offered, kind: Kind::Major, target: None, before: &before };
            let fate = becomes(fate(&goal, &versions(now), log, windows));
            assert_eq!(fate, expected, "{before:?} {now:?} {log:?} {windows:?}");
        };
        let ended = |code| Ended(ExitCode(code));
        // The log says how it ended, whoever installs now; the database has the last word.
        check(&["6.2"], &["7.8.4"], ended(0), Free, Outcome(Installed, Some(0)));
        check(&["6.2"], &["7.8.4"], ended(3010), Busy, Outcome(InstalledNeedsRestart, Some(3010)));
        check(&["6.2"], &["6.2"], ended(1603), Free, Outcome(Failed, Some(1603)));
        check(&["6.2"], &["6.2"], ended(1602), Free, Outcome(OutcomeKind::Cancelled, Some(1602)));
        check(&["6.2"], &["6.2"], ended(0), Free, Outcome(NotReallyInstalled, Some(0)));
        // It breaks off: while Windows Installer works it may be this install.
        check(&["6.2"], &["6.2"], Unfinished, Busy, Stays);
        check(&[], &["7.8.4"], Unfinished, Busy, Stays);
        check(&["6.2"], &["6.2"], Unfinished, Unseen, Stays);
        check(&["6.2"], &["7.8.4"], Unfinished, Free, Outcome(Installed, None));
        check(&["6.2"], &["6.2"], Unfinished, Free, Outcome(Failed, None));
        check(&["6.2"], &[], Unfinished, Free, Outcome(Failed, None));
        check(&[], &[], Unfinished, Free, Outcome(Failed, None));
        // There is none: nothing was begun, unless it has arrived since.
        check(&["6.2"], &["6.2"], Absent, Free, Goes);
        check(&["6.2"], &["6.2"], Absent, Busy, Goes);
        check(&["6.2"], &["7.8.4"], Absent, Free, Outcome(Installed, None));
        check(&["7.8.4"], &["7.8.4"], Absent, Free, Goes);
    }

    #[test]
    fn what_the_install_was_to_come_to_is_what_counts() {
        const MACHINE: Context = Context::Machine;
        const USER: Context = Context::User;
        // Each by the kind and for whom, what is offered, and what was and is installed for whom.
        type Place<'a> = (&'a str, Context);
        let check = |(kind, target): (Kind, Option<Context>),
                     offered: &str,
                     before: &[Place<'_>],
                     now: &[Place<'_>],
                     log: LogEnd,
                     expected: Becomes| {
            let all = |places: &[Place<'_>]| -> Vec<machine::Installed> {
                let of = |(version, context): &Place<'_>| machine::Installed {
                    context: *context,
                    ..installed(version)
                };
                places.iter().map(of).collect()
            };
            let product = product("Notes", offered);
            let before: Vec<Before> = all(before).iter().map(Before::from).collect();
            let goal = Goal { product: &product, kind, target, before: &before };
            let fate = becomes(fate(&goal, &all(now), log, Free));
            assert_eq!(fate, expected, "{kind:?} {target:?} {before:?} {now:?} {log:?}");
        };
        let zero = Ended(ExitCode(0));
        let (not_really, interrupted) = (Outcome(NotReallyInstalled, Some(0)), Outcome(Failed, None));
        // A small update from a version of three fields: only the fourth tells before from after.
        let small = (Kind::Small, Some(MACHINE));
        let (old, new): ([Place<'_>; 1], [Place<'_>; 1]) = ([("1.0.0", MACHINE)], [("1.0.0.2", MACHINE)]);
        check(small, "1.0.0.2", &old, &old, zero, not_really);
        check(small, "1.0.0.2", &old, &old, Unfinished, interrupted);
        check(small, "1.0.0.2", &old, &old, Absent, Goes);
        check(small, "1.0.0.2", &old, &new, zero, Outcome(Installed, Some(0)));
        check(small, "1.0.0.2", &old, &new, Unfinished, Outcome(Installed, None));
        check(small, "1.0.0.2", &old, &new, Absent, Outcome(Installed, None));
        // One that is newer in the fourth field only, as another product.
        let unseen = (Kind::Unseen, Some(MACHINE));
        check(unseen, "1.0.0.2", &old, &old, Unfinished, Outcome(Failed, None));
        check(unseen, "1.0.0.2", &old, &[old[0], new[0]], Unfinished, Outcome(Installed, None));
        // An update for everyone, which this person has already, and the other way round.
        let (for_all, for_one) = ((Kind::Major, Some(MACHINE)), (Kind::Major, Some(USER)));
        let there = [("2.0", USER), ("1.0", MACHINE)];
        check(for_all, "2.0", &there, &there, zero, Outcome(NotReallyInstalled, Some(0)));
        check(for_all, "2.0", &there, &there, Unfinished, Outcome(Failed, None));
        check(for_all, "2.0", &there, &there, Absent, Goes);
        check(
            for_one,
            "2.0",
            &[("1.0", USER)],
            &[("1.0", USER), ("2.0", MACHINE)],
            Unfinished,
            Outcome(Failed, None),
        );
        check(for_one, "2.0", &[("1.0", USER)], &[("2.0", USER)], Absent, Outcome(Installed, None));
        // Whoever named it wants it for whomever.
        check(
            (Kind::Major, None),
            "2.0",
            &[("1.0", USER)],
            &[("2.0", MACHINE)],
            Unfinished,
            Outcome(Installed, None),
        );
    }

    #[test]
    fn the_last_lines_say_how_it_ended() {
        let check = |lines: &str, expected: LogEnd| assert_eq!(log_end(lines), expected, "{lines}");
        check("", Unfinished);
        check("MSI (s) (10:20) [09:14:00:000]: Executing op: FileCopy", Unfinished);
        check(
            "MSI (c) (10:20) [09:14:00:000]: MainEngineThread is returning 1602\r\n",
            Ended(ExitCode(1602)),
        );
        check(
            "MSI (s) (10:20): MainEngineThread is returning 1603\r\nMSI (c) (1:2): MainEngineThread is returning 1603\r\n=== Verbose logging stopped: ===",
            Ended(ExitCode(1603)),
        );
        check(
            "MSI (s): Windows Installer installed the product. Product Name: Notes. Installation success or error status: 0.\n",
            Ended(ExitCode(0)),
        );
        check("MainEngineThread is returning", Unfinished);
    }
}
