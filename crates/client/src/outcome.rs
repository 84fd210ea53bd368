//! From Windows Installer's exit code and what is installed afterwards to what came of an install, in words. Pure.
//!
//! What is installed afterwards decides whether it is a success; the exit code tells why it is not, and whether a restart is needed.
//! Source of the codes: Microsoft, "MsiExec.exe and InstMsi.exe error messages". Wine answers 2 and 1627 where Windows answers 1619 and 1620.

use std::cmp::Ordering;

use catalog::report::OutcomeKind;
use catalog::{Product, ProductCode, ProductVersion};
use serde::{Deserialize, Serialize};
use text::{Message, message};

use crate::failure::log::Log;
use crate::failure::{self, Cause, Failure};
use crate::machine::{Context, ExitCode, Installed};
use crate::plan::Kind;

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
        let (kind, sentence) = if says_more {
            (failure.cause.outcome(), not_installed(product, failure.cause.what_happened()))
        } else {
            (self.kind, self.sentence)
        };
        Self { kind, sentence, failure: Some(failure), ..self }
    }

    /// The success of an update that was installed by somebody else, between the choice and its turn.
    #[must_use]
    pub fn installed_meanwhile(product: &Product) -> Self {
        let (name, version) = (product.name.as_str(), product.version.as_str());
        let sentence = message!("worker-installed-meanwhile", product = name, version = version);
        let restart = Restart::NotNeeded;
        Self { kind: OutcomeKind::Installed, sentence, exit_code: None, restart, failure: None }
    }

    /// Whether the person at this PC cancelled the batch, and neither a policy nor a question of Windows.
    #[must_use]
    pub fn was_cancelled_here(&self) -> bool {
        self.kind == OutcomeKind::Cancelled && self.exit_code.is_none_or(|code| code.0 == 1602)
    }
}

/// One installed version, as it was before an install.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Which installation it is.
    pub product_code: ProductCode,
    /// Its version.
    pub version: ProductVersion,
    /// For whom it was installed.
    pub context: Context,
}

impl From<&Installed> for Before {
    fn from(one: &Installed) -> Self {
        Self { product_code: one.product_code, version: one.version.clone(), context: one.context }
    }
}

impl Before {
    /// Whether an installed version is this very one, unchanged.
    #[must_use]
    pub fn is_still(&self, one: &Installed) -> bool {
        *self == Self::from(one)
    }
}

/// What an install was to come to.
#[derive(Debug, Clone, Copy)]
pub struct Goal<'a> {
    /// The offer.
    pub product: &'a Product,
    /// What kind of update it is.
    pub kind: Kind,
    /// For whom it was to be installed; `None` if that is all the same.
    pub target: Option<Context>,
    /// What was installed before of the product where it goes.
    pub before: &'a [Before],
}

/// Judges an install of which no more is known than the offer, as [`Goal::judge`] does.
#[must_use]
pub fn judge(exit_code: ExitCode, product: &Product, installed: &[Installed]) -> Outcome {
    Goal { product, kind: Kind::First, target: None, before: &[] }.judge(exit_code, installed)
}

impl Goal<'_> {
    /// Judges an install by its exit code and by what is installed of the product's family afterwards.
    #[must_use]
    pub fn judge(&self, exit_code: ExitCode, installed: &[Installed]) -> Outcome {
        let product = self.product;
        let name = product.name.as_str();
        let version = product.version.as_str();
        let (kind, sentence) = match (self.is_reached(installed), exit_code.0) {
            (true, 0) => (OutcomeKind::Installed, self.success(installed)),
            (true, 3010 | 1641) => (
                OutcomeKind::InstalledNeedsRestart,
                message!("outcome-installed-needs-restart", product = name, version = version),
            ),
            (true, _) => (
                OutcomeKind::Installed,
                message!("outcome-installed-despite", product = name, version = version),
            ),
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

    /// The success of an install that nobody saw the end of; `None` if what was offered is not there.
    #[must_use]
    pub fn reached_unseen(&self, installed: &[Installed]) -> Option<Outcome> {
        self.is_reached(installed).then(|| Outcome {
            kind: OutcomeKind::Installed,
            sentence: self.success(installed),
            exit_code: None,
            restart: Restart::NotNeeded,
            failure: None,
        })
    }

    /// Whether what was offered is there now, and was not just so before.
    #[must_use]
    pub fn has_arrived(&self, installed: &[Installed]) -> bool {
        let is_new = |one: &&Installed| !self.before.iter().any(|before| before.is_still(one));
        installed.iter().filter(is_new).any(|one| self.is_reached_by(one))
    }

    fn is_reached(&self, installed: &[Installed]) -> bool {
        installed.iter().any(|one| self.is_reached_by(one))
    }

    /// Whether an installed version is the offered one: in full, where only the fourth field tells before from after.
    fn is_reached_by(&self, one: &Installed) -> bool {
        let full = !self.kind.shows_in_fourth_field_only()
            || one.version.compare_fully(&self.product.version) == Ordering::Equal;
        let is_there = self.target.is_none_or(|target| target == one.context);
        full && is_there && is_installed(self.product, std::slice::from_ref(one))
    }

    /// The sentence of a success; it tells which versions stayed that the install was to replace.
    fn success(&self, installed: &[Installed]) -> Message {
        let (product, version) = (self.product.name.as_str(), self.product.version.as_str());
        let stayed = installed.iter().filter(|one| {
            let was_there = self
                .before
                .iter()
                .any(|before| (before.product_code, before.context) == (one.product_code, one.context));
            was_there && !self.is_reached_by(one)
        });
        let stayed: Vec<&str> = stayed.map(|one| one.version.as_str()).collect();
        if stayed.is_empty() {
            return message!("outcome-installed", product = product, version = version);
        }
        let others = stayed.join(", ");
        message!("outcome-installed-beside", product = product, version = version, others = others)
    }
}

/// Whether the offered version is installed: by its ProductCode too, where the offer names one, and by the fourth field, where both have one.
#[must_use]
pub fn is_installed(product: &Product, installed: &[Installed]) -> bool {
    installed.iter().any(|one| {
        let same_code = product.product_code.is_none_or(|code| code == one.product_code);
        let both_in_full = one.version.has_fourth_field() && product.version.has_fourth_field();
        let order = if both_in_full {
            one.version.compare_fully(&product.version)
        } else {
            one.version.compare(&product.version)
        };
        same_code && order == Ordering::Equal
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
        // ERROR_CANCELLED: the person, or who was asked for a password, refused an administrator's rights.
        1223 => (OutcomeKind::Cancelled, message!("outcome-elevation-refused")),
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
    use super::{Before, Goal, judge};
    use crate::examples::{installed, product};
    use crate::failure::log::Log;
    use crate::machine::{Context, ExitCode, Installed};
    use crate::plan::Kind;

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
        failed(1223, Cancelled, "It needs the rights of an administrator, which were not given.");
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
        // The batch goes on with what needs no such rights.
        check(1223, false);
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
    fn what_only_the_log_tells_makes_the_kind_as_an_exit_code_does() {
        let check = |code: u32, log: &str, kind: OutcomeKind, sentence: &str| {
            let offered = product("Notes", "7.8.4");
            let log = || Log::read(log.as_bytes(), None);
            let outcome = judge(ExitCode(code), &offered, &[]).explained(&offered, log);
            assert_eq!((outcome.kind, outcome.was_cancelled_here()), (kind, false), "{code}");
            let said = outcome.sentence.to_string();
            assert!(said.contains(sentence), "{code}: {said}");
        };
        let (busy, rule) = ("Windows is busy with another install.", "A rule for this PC forbids it.");
        check(1603, "Error 1500. Another installation is in progress.", Busy, busy);
        check(1603, "Error 1718. File notes.msi was rejected by digital signature policy.", Cancelled, rule);
        check(1643, "", Cancelled, rule);
        check(1644, "", Cancelled, rule);
        check(1603, "Error 1920. Service 'OX Sync' (oxsync) failed to start.", Failed, "The service");
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

    #[test]
    fn the_fourth_field_counts_where_it_alone_tells_before_from_after() {
        let check = |kind: Kind, offered: &str, after: &[&str], expected: OutcomeKind| {
            let after: Vec<_> = after.iter().map(|version| installed(version)).collect();
            let before = [Before::from(&installed("1.0.0.1"))];
            let offered = product("Notes", offered);
            let goal = Goal { product: &offered, kind, target: None, before: &before };
            assert_eq!(goal.judge(ExitCode(0), &after).kind, expected, "{kind:?} {after:?}");
        };
        let success = OutcomeKind::Installed;
        check(Kind::Small, "1.0.0.2", &["1.0.0.2"], success);
        check(Kind::Small, "1.0.0.2", &["1.0.0.1"], NotReallyInstalled);
        check(Kind::Small, "1.0.0.2", &["1.0.0"], NotReallyInstalled);
        check(Kind::Unseen, "1.0.0.2", &["1.0.0.1"], NotReallyInstalled);
        check(Kind::Unseen, "1.0.0.2", &["1.0.0.1", "1.0.0.2"], success);
        check(Kind::Minor, "1.1.0.2", &["1.1.0.1"], NotReallyInstalled);
        check(Kind::Minor, "1.1.0.2", &["1.1.0"], success);
        check(Kind::Major, "1.1", &["1.1.0.7"], success);
    }

    #[test]
    fn what_is_installed_for_somebody_else_is_no_success() {
        let check = |target: Option<Context>, context: Context, expected: OutcomeKind| {
            let offered = product("Notes", "2.0");
            let goal = Goal { product: &offered, kind: Kind::Major, target, before: &[] };
            let after = Installed { context, ..installed("2.0") };
            assert_eq!(goal.judge(ExitCode(0), &[after]).kind, expected, "{target:?} {context:?}");
        };
        let (machine, user) = (Context::Machine, Context::User);
        check(None, machine, OutcomeKind::Installed);
        check(None, user, OutcomeKind::Installed);
        check(Some(user), user, OutcomeKind::Installed);
        check(Some(user), machine, NotReallyInstalled);
        check(Some(machine), user, NotReallyInstalled);
    }

    #[test]
    fn a_version_that_stayed_beside_the_new_one_is_told() {
        let old = |version: &str| Installed {
            product_code: "{00000000-0000-0000-0000-0000000000FF}".parse().unwrap(),
            ..installed(version)
        };
        let check = |before: &[Installed], after: &[Installed], sentence: &str| {
            let offered = product("Notes", "1.0.0.2");
            let before: Vec<Before> = before.iter().map(Before::from).collect();
            let goal = Goal { product: &offered, kind: Kind::Unseen, target: None, before: &before };
            assert_eq!(goal.judge(ExitCode(0), after).sentence.to_string(), sentence);
        };
        let alone = "Notes 1.0.0.2 is installed.";
        let new = installed("1.0.0.2");
        check(&[old("1.0.0.1")], std::slice::from_ref(&new), alone);
        check(
            &[old("1.0.0.1")],
            &[old("1.0.0.1"), new.clone()],
            "Notes 1.0.0.2 is installed. 1.0.0.1 is still installed as well. If you need only one of them, remove the other \
             one in the settings of Windows.",
        );
        // What was not to be replaced, as one for another platform, is not told.
        check(&[], &[old("1.0.0.1"), new], alone);
    }
}
