//! `oxupdate report` and `oxupdate status`: what waits to be told, and what happened before.

use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use super::Run;
use super::answer::{Answer, ReportCounts};
use super::console::Form;
use super::exit::{Exit, Failure};

use crate::policy::Policy;
use crate::report::{Queue, Sent};
use crate::state::{LastCheck, Past, Pending, State};
use crate::updater::{drop_reports_if_off, now};
use crate::words::ago;

/// The most installs that `status` tells a person about; JSON has all that are remembered.
const PAST_SHOWN_MAX: usize = 10;

impl Run<'_> {
    /// Sends the reports that wait; only counts them if nothing is to be done.
    pub(super) fn report(&self) -> Result<Exit, Failure> {
        let state = State::open(self.options.state.as_deref())?;
        if !self.options.dry_run {
            self.settle_on_this_pc(&state)?;
        }
        let machine = self.machine().ok();
        let (server, owner) = self.server(&state, machine.as_deref())?;
        let queue = Queue::new(state.reports());
        let sent = if self.options.dry_run {
            Sent { waiting: queue.waiting(), ..Sent::default() }
        } else {
            drop_reports_if_off(&queue, &owner, Policy::of_this_pc().reporting);
            queue.send(server.as_ref(), &owner, now())
        };
        let exit = sent.error.as_ref().map_or(Exit::Done, Exit::from);
        if self.console.form() == Form::Json {
            self.console.print_json(&Answer {
                owner: Some(owner),
                reports: Some(ReportCounts::from(&sent)),
                error: sent.error.as_ref().map(|error| self.console.word(&error.message())),
                ..Answer::new("report", exit)
            })?;
            return Ok(exit);
        }
        self.console.say(&match (sent.delivered, sent.waiting) {
            (0, 0) => message!("cli-no-reports"),
            (0, waiting) if self.options.dry_run => message!("cli-reports-wait", count = waiting),
            (delivered, _) => message!("cli-reports-sent", count = delivered),
        })?;
        if let Some(error) = &sent.error {
            self.console.aside(&error.message());
            self.console.aside(&message!("cli-reports-wait", count = sent.waiting));
        }
        Ok(exit)
    }

    /// Tells what happened before; asks no server, and Windows only about an install whose end nobody saw.
    pub(super) fn status(&self) -> Result<Exit, Failure> {
        let state = State::open(self.options.state.as_deref())?;
        self.settle_on_this_pc(&state)?;
        let waiting = Queue::new(state.reports()).waiting();
        let (last_check, history) = (state.last_check(), state.history());
        if self.console.form() == Form::Json {
            self.console.print_json(&Answer {
                reports: Some(ReportCounts::waiting(waiting)),
                last_check: Some(last_check),
                history: Some(history),
                ..Answer::new("status", Exit::Done)
            })?;
            return Ok(Exit::Done);
        }
        let now = now();
        self.console
            .say(&last_check.map_or_else(|| message!("cli-never-checked"), |check| told(&check, now)))?;
        if waiting > 0 {
            self.console.say(&message!("cli-reports-wait", count = waiting))?;
        }
        for product in state.pending().iter().filter_map(Pending::product) {
            let (name, version) = (product.name.as_str(), product.version.as_str());
            self.console.say(&message!("cli-still-installing", name = name, version = version))?;
        }
        for past in history.iter().take(PAST_SHOWN_MAX) {
            let told = past_install(past, now);
            self.console.say(&match &past.cause {
                Some(cause) => {
                    message!("failure-past", past = told, happened = cause.what_happened())
                }
                None => told,
            })?;
        }
        for unusable in &self.settings_read().unusable {
            self.console.aside(&unusable.message());
        }
        self.console.say(&message!("cli-state-folder", folder = state.folder().display()))?;
        Ok(Exit::Done)
    }
}

fn told(check: &LastCheck, now: i64) -> Message {
    let when = ago(now.saturating_sub(check.at));
    match &check.owner.user {
        Some(user) => message!(
            "cli-last-check-as",
            when = when,
            address = &check.owner.address,
            user = user,
            count = check.ready
        ),
        None => {
            message!("cli-last-check", when = when, address = &check.owner.address, count = check.ready)
        }
    }
}

fn past_install(past: &Past, now: i64) -> Message {
    let report = &past.report;
    let (product, version) = (report.product.as_str(), report.to_version.as_str());
    let (when, outcome) = (ago(now.saturating_sub(report.ended_at)), outcome(report.outcome));
    match &report.from_version {
        Some(from) => message!(
            "cli-past-update",
            when = when,
            product = product,
            from = from.as_str(),
            version = version,
            outcome = outcome
        ),
        None => {
            message!("cli-past-install", when = when, product = product, version = version, outcome = outcome)
        }
    }
}

/// An outcome in a few words.
fn outcome(kind: OutcomeKind) -> Message {
    match kind {
        OutcomeKind::Installed => message!("cli-outcome-installed"),
        OutcomeKind::InstalledNeedsRestart => message!("cli-outcome-installed-needs-restart"),
        OutcomeKind::NotReallyInstalled => message!("cli-outcome-not-really-installed"),
        OutcomeKind::Cancelled => message!("cli-outcome-cancelled"),
        OutcomeKind::Busy => message!("cli-outcome-busy"),
        OutcomeKind::ProgramsOpen => message!("cli-outcome-programs-open"),
        OutcomeKind::NotForThisPc => message!("cli-outcome-not-for-this-pc"),
        OutcomeKind::Failed => message!("cli-outcome-failed"),
        OutcomeKind::DownloadFailed => message!("cli-outcome-download-failed"),
        OutcomeKind::VerificationFailed => message!("cli-outcome-verification-failed"),
    }
}
