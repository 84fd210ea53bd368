//! How the updates go, and what came of them.

use catalog::report::OutcomeKind;
use text::{Message, message};

use super::{at_start, close_updates, default, enabled, escape, restart_button, trouble_sentence};
use crate::desk::names::{NAME_SHOWN_MAX, short};
use crate::desk::results::{Results, verdict};
use crate::desk::running::{Entry, Running, Stage, Stopping};
use crate::desk::{Command, Desk, TroubleKind, picks};
use crate::outcome::Restart;
use crate::screen::{
    Button, Enabled, Page, ProgressPage, ProgressRow, ResultPage, ResultRow, UpdateWindow, WindowName,
};

impl Desk {
    pub(super) fn progress_window(&self) -> UpdateWindow {
        let Some(running) = &self.running else { return self.result_window() };
        let (aside, when) = match running.stopping {
            Stopping::No if self.leaves_when_done() => (message!("progress-exit"), Enabled::Yes),
            Stopping::No => (message!("progress-aside"), Enabled::Yes),
            Stopping::BehindThis => (message!("progress-windows-ends"), Enabled::Yes),
            Stopping::Asked => (message!("progress-stopping"), Enabled::No),
        };
        let cancel = Button::new(message!("button-cancel-updates"), Command::Cancel);
        let go_on = Button::new(message!("button-go-on"), Command::Close(WindowName::Updates));
        UpdateWindow {
            name: self.view(),
            heading: message!("progress-heading", count = running.entries.len()),
            aside: Some(aside),
            page: Page::Progress(ProgressPage { rows: running.entries.iter().map(progress_row).collect() }),
            buttons: vec![enabled(cancel, when), default(go_on)],
        }
    }

    pub(super) fn result_window(&self) -> UpdateWindow {
        let Some(results) = &self.results else { return self.trouble_only() };
        let needs_restart = results.restart() == Restart::Needed;
        let mut buttons = Vec::new();
        if needs_restart {
            buttons.push(restart_button());
        }
        buttons.push(at_start(Button::new(message!("button-copy-details"), Command::CopyDetails)));
        let kind = results.trouble.as_ref().map(|trouble| trouble.kind);
        if matches!(
            kind,
            Some(TroubleKind::SignInNeeded | TroubleKind::SignInRefused | TroubleKind::SignInEnded)
        ) {
            buttons.push(Button::new(message!("button-sign-in"), Command::ShowSignIn));
        }
        if self.found.as_ref().is_some_and(|found| picks::listed(&found.plan).next().is_some()) {
            buttons.push(Button::new(message!("button-back-to-list"), Command::Back));
        }
        buttons.push(default(close_updates()));
        let waiting = results.reports_waiting;
        UpdateWindow {
            name: self.view(),
            heading: self.plain(&result_heading(results)),
            aside: (waiting > 0).then(|| message!("result-reports", count = waiting)),
            page: Page::Result(ResultPage {
                rows: self.result_rows(results),
                restart: needs_restart.then(|| message!("result-restart")),
            }),
            buttons,
        }
    }

    /// The updates; beside the first one that was not begun stands why, unless the heading says so.
    fn result_rows(&self, results: &Results) -> Vec<ResultRow> {
        let mut reason = results.trouble.as_ref().filter(|_| results.done() > 0).map(trouble_sentence);
        let row = |entry: &Entry| {
            let why = if entry.end.is_none() { reason.take() } else { None };
            let row = result_row(entry);
            let steps = row.steps.into_iter().chain(why.map(|why| self.plain(&why))).collect();
            ResultRow { sentence: self.plain(&row.sentence), steps, ..row }
        };
        results.entries.iter().map(row).collect()
    }

    /// Nothing is installed and nothing was: there is no such page.
    fn trouble_only(&self) -> UpdateWindow {
        let buttons = vec![escape(close_updates())];
        UpdateWindow {
            name: self.view(),
            heading: message!("updates-unchecked"),
            aside: self.aside(),
            page: Page::Plain,
            buttons,
        }
    }

    /// Why Windows should not end just now: Windows Installer is at work, and would leave half an update.
    pub(in crate::desk) fn busy_reason(&self) -> Option<Message> {
        let item = self.running.as_ref().and_then(Running::installing)?;
        let name = short(&item.product.name, NAME_SHOWN_MAX);
        Some(message!("progress-safe", product = name))
    }
}

fn progress_row(entry: &Entry) -> ProgressRow {
    let step = match entry.stage {
        Stage::Waits => message!("progress-waits"),
        Stage::Downloading => message!("progress-downloading"),
        Stage::Verifying => message!("progress-verifying"),
        Stage::ProgramsOpen => message!("progress-programs-open"),
        Stage::WindowsBusy => message!("progress-windows-busy"),
        Stage::Consent => message!("progress-consent"),
        Stage::Installing => message!("progress-installing"),
        Stage::Ended if is_installed(entry) => message!("progress-installed"),
        Stage::Ended => message!("progress-not-installed"),
    };
    ProgressRow { name: entry.name(), step, bar: entry.bar, detail: entry.detail.clone() }
}

fn is_installed(entry: &Entry) -> bool {
    entry.end.as_ref().is_some_and(|end| end.outcome.kind.is_success())
}

fn result_heading(results: &Results) -> Message {
    let (done, count) = (results.done(), results.entries.len());
    match &results.trouble {
        Some(trouble) if done == 0 => trouble_sentence(trouble),
        _ if done == count => message!("result-installed", count = count),
        _ if done == 0 => message!("result-none", count = count),
        _ => message!("result-some", done = done, count = count),
    }
}

fn result_row(entry: &Entry) -> ResultRow {
    let product = &entry.item.product;
    let outcome = entry.end.as_ref().map(|end| &end.outcome);
    let sentence = match outcome {
        Some(outcome) => outcome.sentence.clone(),
        None => {
            let name = short(&product.name, NAME_SHOWN_MAX);
            message!("result-not-begun", product = name, version = product.version.as_str())
        }
    };
    let failure = outcome.and_then(|outcome| outcome.failure.as_ref());
    let is_mine = outcome.is_some_and(|outcome| outcome.kind != OutcomeKind::Cancelled);
    let steps = failure.filter(|_| is_mine).map(|failure| vec![failure.cause.what_you_can_do()]);
    ResultRow { name: entry.name(), sentence, steps: steps.unwrap_or_default(), verdict: verdict(outcome) }
}
