//! From Windows Installer's exit code and what is installed afterwards to what came of an install, in words. Pure.
//!
//! What is installed afterwards decides whether it is a success; the exit code tells why it is not, and whether a restart is needed.
//! Source of the codes: Microsoft, "MsiExec.exe and InstMsi.exe error messages". Wine answers 2 and 1627 where Windows answers 1619 and 1620.

use std::cmp::Ordering;

use catalog::Product;
use catalog::report::OutcomeKind;
use text::{Message, message};

use crate::failure::log::Log;
use crate::failure::{self, Cause, Failure};
use crate::machine::{ExitCode, Installed};

/// What came of an install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The kind, as reports tell it.
    pub kind: OutcomeKind,
    /// What happened and what the person can do. Codes are left to the details.
    pub sentence: Message,
    /// How Windows Installer ended, where it was started.
    pub exit_code: Option<ExitCode>,
    /// Whether Windows has to be restarted.
    pub restart: Restart,
    /// Why it failed, where the verbose log or the exit code tells.
    pub failure: Option<Failure>,
}

/// Whether Windows has to be restarted before all works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Restart {
    /// It has not.
    NotNeeded,
    /// It has.
    Needed,
}

impl Outcome {
    /// What came of an update that did not get as far as Windows Installer; `reason` says why.
    #[must_use]
    pub fn without_install(kind: OutcomeKind, product: &Product, reason: Message) -> Self {
        let sentence = not_installed(product, reason);
        Self { kind, sentence, exit_code: None, restart: Restart::NotNeeded, failure: None }
    }

    /// The outcome with what the verbose log tells about a failure; the log is asked for only if there is one to explain.
    #[must_use]
    pub fn explained(self, product: &Product, log: impl FnOnce() -> Log) -> Self {
        let is_open = !self.kind.is_success()
            && self.kind != OutcomeKind::NotReallyInstalled
            && !self.was_cancelled_here();
        let Some(code) = self.exit_code.filter(|_| is_open) else { return self };
        let Some(failure) = failure::explain(code, &log()) else { return self };
        let says_more = self.kind == OutcomeKind::Failed && failure.cause != Cause::Unexplained;
        let sentence =
            if says_more { not_installed(product, failure.cause.what_happened()) } else { self.sentence };
        Self { sentence, failure: Some(failure), ..self }
    }

    /// Whether the person at this PC cancelled, and not a policy.
    #[must_use]
    pub fn was_cancelled_here(&self) -> bool {
        self.kind == OutcomeKind::Cancelled && self.exit_code.is_none_or(|code| code.0 == 1602)
    }
}

/// Judges an install by its exit code and by what is installed of the product's family afterwards.
#[must_use]
pub fn judge(exit_code: ExitCode, product: &Product, installed: &[Installed]) -> Outcome {
    let name = product.name.as_str();
    let version = product.version.as_str();
    let (kind, sentence) = match (is_installed(product, installed), exit_code.0) {
        (true, 0) => {
            (OutcomeKind::Installed, message!("outcome-installed", product = name, version = version))
        }
        (true, 3010 | 1641) => (
            OutcomeKind::InstalledNeedsRestart,
            message!("outcome-installed-needs-restart", product = name, version = version),
        ),
        (true, _) => {
            (OutcomeKind::Installed, message!("outcome-installed-despite", product = name, version = version))
        }
        (false, 0 | 3010 | 1641) => (
            OutcomeKind::NotReallyInstalled,
            message!("outcome-not-really-installed", product = name, version = version),
        ),
        (false, code) => {
            let (kind, reason) = reason(code);
            (kind, not_installed(product, reason))
        }
    };
    let restart = if matches!(exit_code.0, 3010 | 1641) { Restart::Needed } else { Restart::NotNeeded };
    Outcome { kind, sentence, exit_code: Some(exit_code), restart, failure: None }
}

/// Whether the offered version is installed: by its ProductCode too, where the offer names one.
#[must_use]
pub fn is_installed(product: &Product, installed: &[Installed]) -> bool {
    installed.iter().any(|one| {
        let same_code = product.product_code.is_none_or(|code| code == one.product_code);
        same_code && one.version.compare(&product.version) == Ordering::Equal
    })
}

fn not_installed(product: &Product, reason: Message) -> Message {
    message!(
        "outcome-not-installed",
        product = &product.name,
        version = product.version.as_str(),
        reason = reason
    )
}

/// What a failing exit code means.
fn reason(code: u32) -> (OutcomeKind, Message) {
    match code {
        1602 => (OutcomeKind::Cancelled, message!("outcome-cancelled")),
        1605 => (OutcomeKind::Failed, message!("outcome-old-version-unknown")),
        1618 => (OutcomeKind::Busy, message!("outcome-busy")),
        2 | 1619 => (OutcomeKind::Failed, message!("outcome-package-not-opened")),
        1620 | 1627 => (OutcomeKind::Failed, message!("outcome-package-unreadable")),
        1625 => (OutcomeKind::Cancelled, message!("outcome-forbidden")),
        1633 => (OutcomeKind::NotForThisPc, message!("outcome-wrong-platform")),
        1638 => (OutcomeKind::NotForThisPc, message!("outcome-other-version-installed")),
        // 1603, which says no more than that, and all others.
        _ => (OutcomeKind::Failed, message!("outcome-failed")),
    }
}

#[cfg(test)]
mod tests {
    use catalog::report::OutcomeKind::{
        self, Busy, Cancelled, Failed, InstalledNeedsRestart, NotForThisPc, NotReallyInstalled,
    };

    use super::Restart::{self, Needed, NotNeeded};
    use super::judge;
    use crate::examples::{installed, product};
    use crate::failure::log::Log;
    use crate::machine::ExitCode;

    /// The outcome of an install of 7.8.4 by its exit code and the version that is installed afterwards.
    fn check(code: u32, after: &[&str], kind: OutcomeKind, restart: Restart, sentence: &str) {
        let after: Vec<_> = after.iter().map(|version| installed(version)).collect();
        let outcome = judge(ExitCode(code), &product("Notes", "7.8.4"), &after);
        assert_eq!((outcome.kind, outcome.restart), (kind, restart), "{code} {after:?}");
        assert_eq!(outcome.exit_code, Some(ExitCode(code)));
        let said = outcome.sentence.to_string();
        assert!(said.starts_with(sentence), "{code} {after:?}: {said}");
    }

    #[test]
    fn the_database_decides_whether_it_is_a_success() {
        let installed = "Notes 7.8.4 is installed.";
        let despite = "Notes 7.8.4 is installed, although";
        check(0, &["7.8.4"], OutcomeKind::Installed, NotNeeded, installed);
        check(0, &["6.2", "7.8.4"], OutcomeKind::Installed, NotNeeded, installed);
        check(0, &["7.8.4.1"], OutcomeKind::Installed, NotNeeded, installed);
        for code in [1603, 1602, 1618, 1638, 42] {
            check(code, &["7.8.4"], OutcomeKind::Installed, NotNeeded, despite);
        }
        let not_really = "Notes 7.8.4 was not really installed";
        for after in [&[][..], &["6.2"], &["8.0"]] {
            check(0, after, NotReallyInstalled, NotNeeded, not_really);
            check(3010, after, NotReallyInstalled, Needed, not_really);
        }
        let restart = "Notes 7.8.4 is installed and works fully after";
        check(3010, &["7.8.4"], InstalledNeedsRestart, Needed, restart);
        check(1641, &["7.8.4"], InstalledNeedsRestart, Needed, restart);
    }

    #[test]
    fn the_exit_code_tells_why_it_is_none() {
        let not = "Notes 7.8.4 was not installed. ";
        let failed = |code: u32, kind: OutcomeKind, reason: &str| {
            check(code, &["6.2"], kind, NotNeeded, &format!("{not}{reason}"));
        };
        failed(1602, Cancelled, "It was cancelled");
        failed(1603, Failed, "The installer ran into an error");
        failed(1605, Failed, "Windows Installer does not know");
        failed(1618, Busy, "Windows is busy with another install");
        failed(1619, Failed, "The package could not be opened");
        failed(2, Failed, "The package could not be opened");
        failed(1620, Failed, "Windows Installer could not read the package");
        failed(1627, Failed, "Windows Installer could not read the package");
        failed(1625, Cancelled, "An administrator does not allow it");
        failed(1633, NotForThisPc, "The package is for PCs with another processor");
        failed(1638, NotForThisPc, "Another version is installed");
        failed(1601, Failed, "The installer ran into an error");
        failed(u32::MAX, Failed, "The installer ran into an error");
    }

    #[test]
    fn a_policy_is_told_from_a_person() {
        let check = |code: u32, here: bool| {
            assert_eq!(
                judge(ExitCode(code), &product("Notes", "1.0"), &[]).was_cancelled_here(),
                here,
                "{code}"
            );
        };
        check(1602, true);
        check(1625, false);
        check(1603, false);
    }

    #[test]
    fn a_log_is_asked_for_only_where_there_is_something_to_explain() {
        let offered = product("Notes", "7.8.4");
        let log = || Log::read(b"Error 1920. Service 'OX Sync' (oxsync) failed to start.", None);
        let check = |code: u32, after: &[&str], sentence: &str, cause: Option<&str>| {
            let after: Vec<_> = after.iter().map(|version| installed(version)).collect();
            let outcome = judge(ExitCode(code), &offered, &after).explained(&offered, log);
            let found = outcome.failure.as_ref().map(|failure| failure.cause.as_str());
            assert_eq!(found, cause, "{code} {after:?}");
            let said = outcome.sentence.to_string();
            assert!(said.contains(sentence), "{code} {after:?}: {said}");
        };
        let started = Some("service-not-started");
        check(1603, &[], "was not installed. The service “OX Sync” could not be started.", started);
        check(1618, &[], "Windows is busy", started);
        check(1625, &[], "An administrator does not allow it", started);
        check(1602, &[], "It was cancelled", None);
        check(1603, &["7.8.4"], "is installed, although", None);
        check(0, &[], "was not really installed", None);
        let silent = judge(ExitCode(1603), &offered, &[]).explained(&offered, Log::default);
        assert_eq!(silent.failure, None);
        assert!(silent.sentence.to_string().contains("The installer ran into an error"));
    }

    #[test]
    fn another_product_of_the_same_version_is_not_the_offered_one() {
        let offered = product("Notes", "7.8.4");
        let mut other = installed("7.8.4");
        other.product_code = "{00000000-0000-0000-0000-0000000000FF}".parse().unwrap();
        assert_eq!(judge(ExitCode(0), &offered, &[other.clone()]).kind, NotReallyInstalled);
        let unnamed = catalog::Product { product_code: None, ..offered };
        assert_eq!(judge(ExitCode(0), &unnamed, &[other]).kind, OutcomeKind::Installed);
    }
}
