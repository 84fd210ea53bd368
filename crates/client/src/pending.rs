//! What becomes of an install that the client did not see the end of: the PC was switched off, or the client was ended. Pure.
//!
//! Before Windows Installer is asked, what it is asked for is written down; who finds such a record later decides here by what
//! is installed now, by how Windows Installer's log ends, and by whether Windows Installer is at work.

use catalog::report::OutcomeKind;
use catalog::{Product, ProductCode, ProductVersion};
use serde::{Deserialize, Serialize};
use text::message;

use crate::machine::{ExitCode, Installed, WindowsInstaller};
use crate::outcome::{Outcome, Restart, is_installed, judge};

/// One installed version, as it was before an install.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Which installation it is.
    pub product_code: ProductCode,
    /// Its version.
    pub version: ProductVersion,
}

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

/// Decides what becomes of the record of an install whose client has gone.
#[must_use]
pub fn fate(
    product: &Product,
    before: &[Before],
    now: &[Installed],
    log: LogEnd,
    installer: WindowsInstaller,
) -> Fate {
    let arrived = is_installed(product, now);
    let was_there = before.iter().any(|before| {
        now.iter().any(|now| {
            is_installed(product, std::slice::from_ref(now))
                && now.product_code == before.product_code
                && now.version == before.version
        })
    });
    match (log, installer) {
        (LogEnd::Ended(code), _) => Fate::Ended(judge(code, product, now)),
        (LogEnd::Unfinished, WindowsInstaller::Busy) => Fate::GoesOn,
        (LogEnd::Unfinished, WindowsInstaller::Free) if arrived => Fate::Ended(installed(product)),
        (LogEnd::Unfinished, WindowsInstaller::Free) => {
            let reason = message!("outcome-interrupted");
            Fate::Ended(Outcome::without_install(OutcomeKind::Failed, product, reason))
        }
        // A log can be deleted; what has arrived since is there all the same.
        (LogEnd::Absent, _) if arrived && !was_there => Fate::Ended(installed(product)),
        (LogEnd::Absent, _) => Fate::NothingBegan,
    }
}

fn installed(product: &Product) -> Outcome {
    Outcome {
        kind: OutcomeKind::Installed,
        sentence: message!("outcome-installed", product = &product.name, version = product.version.as_str()),
        exit_code: None,
        restart: Restart::NotNeeded,
        failure: None,
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
    use super::{Before, Fate, LogEnd, fate, log_end};
    use crate::examples::{installed, product};
    use crate::machine::ExitCode;
    use crate::machine::WindowsInstaller::{self, Busy, Free};

    #[derive(Debug, PartialEq, Eq)]
    enum Becomes {
        Stays,
        Goes,
        Outcome(OutcomeKind, Option<u32>),
    }
    use Becomes::{Goes, Outcome, Stays};

    #[test]
    fn what_is_installed_the_log_and_windows_installer_decide() {
        // An update to 7.8.4.
        let check = |before: &[&str], now: &[&str], log: LogEnd, windows: WindowsInstaller, expected| {
            let versions = |versions: &[&str]| versions.iter().map(|one| installed(one)).collect::<Vec<_>>();
            let before: Vec<Before> = versions(before)
                .into_iter()
                .map(|one| Before { product_code: one.product_code, version: one.version })
                .collect();
            let fate = match fate(&product("Notes", "7.8.4"), &before, &versions(now), log, windows) {
                Fate::GoesOn => Stays,
                Fate::NothingBegan => Goes,
                Fate::Ended(outcome) => Outcome(outcome.kind, outcome.exit_code.map(|code| code.0)),
            };
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
