//! How an update goes, beside the results: a bar at a terminal, a line for each step elsewhere.

use std::time::{Duration, Instant};

use catalog::Product;
use indicatif::{ProgressBar, ProgressStyle};
use text::{Message, message};

use super::console::Console;
use super::interruption::{AtWork, installing, was_interrupted};
use crate::download::Transfer;
use crate::machine::{InstallProgress, Proceed};
use crate::updater::Progress;
use crate::words::{duration, size};

/// How often the words beside a bar change at most.
const WORDS_TIME_MIN: Duration = Duration::from_millis(100);

/// Draws how one update goes.
pub(super) struct Bar<'a> {
    product: &'a Product,
    console: Console,
    bar: ProgressBar,
    step: Option<Step>,
    words_changed_at: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Downloading,
    Verifying,
    Waiting,
    Consent,
    Installing,
}

impl<'a> Bar<'a> {
    pub(super) fn new(product: &'a Product, console: Console) -> Self {
        let bar = if console.is_watched() { ProgressBar::new(0) } else { ProgressBar::hidden() };
        let style = ProgressStyle::with_template("{bar:24} {wide_msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("━╸ "));
        Self { product, console, bar, step: None, words_changed_at: None }
    }

    /// Takes the next news; answers whether to go on.
    pub(super) fn tell(&mut self, progress: &Progress) -> Proceed {
        let (step, done, total) = match progress {
            Progress::Downloading(transfer) => (Step::Downloading, transfer.done, transfer.total),
            Progress::Verifying(done) => (Step::Verifying, *done, self.product.size),
            Progress::Installing(InstallProgress::Ticks { done, total }) => {
                (Step::Installing, *done, Some(*total))
            }
            Progress::Waiting => (Step::Waiting, 0, None),
            Progress::Installing(InstallProgress::AsksForConsent) => (Step::Consent, 0, None),
            Progress::ProgramsOpen => {
                // Away with it, so that the question stands on a line of its own.
                self.end();
                self.step = None;
                return self.answer();
            }
            Progress::TakesLong => {
                // Beside the bar, so that it stays to be read.
                self.bar.suspend(|| self.console.aside(&self.takes_long()));
                return self.answer();
            }
            Progress::Installing(InstallProgress::Action(_) | InstallProgress::GoesOn) => {
                (Step::Installing, self.bar.position(), self.bar.length())
            }
        };
        if self.step != Some(step) {
            self.begin(step);
        }
        self.bar.set_length(total.unwrap_or(done));
        self.bar.set_position(done);
        if self.words_changed_at.is_none_or(|at| at.elapsed() >= WORDS_TIME_MIN) {
            self.words_changed_at = Some(Instant::now());
            if let Some(words) = self.words(progress) {
                self.bar.set_message(self.console.word(&words));
            }
        }
        self.answer()
    }

    /// What the person wants: to go on, unless Ctrl-C was pressed.
    fn answer(&self) -> Proceed {
        if was_interrupted() { Proceed::Cancel } else { Proceed::GoOn }
    }

    fn takes_long(&self) -> Message {
        let (name, version) = (self.product.name.as_str(), self.product.version.as_str());
        message!("cli-takes-long", name = name, version = version)
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        installing(AtWork::No);
        self.bar.finish_and_clear();
    }

    fn begin(&mut self, step: Step) {
        self.step = Some(step);
        self.words_changed_at = None;
        installing(if step == Step::Installing { AtWork::Yes } else { AtWork::No });
        self.bar.reset();
        if !self.console.is_watched() {
            self.console.aside(&self.heading(step));
        }
    }

    fn heading(&self, step: Step) -> Message {
        let (name, version) = (self.product.name.as_str(), self.product.version.as_str());
        match step {
            Step::Downloading => message!("cli-downloading", name = name, version = version),
            Step::Verifying => message!("cli-verifying", name = name, version = version),
            Step::Consent => message!("cli-asks-for-consent", name = name, version = version),
            Step::Waiting => message!("cli-waiting-for-windows", name = name, version = version),
            Step::Installing => message!("cli-installing", name = name, version = version),
        }
    }

    /// What stands beside the bar; `None` leaves what stands there.
    fn words(&self, progress: &Progress) -> Option<Message> {
        match progress {
            Progress::Downloading(Transfer { done, total: Some(total), speed }) if *speed > 0 => {
                let left = total.saturating_sub(*done).div_ceil(*speed);
                Some(message!(
                    "cli-downloading-speed",
                    heading = self.heading(Step::Downloading),
                    done = size(*done),
                    total = size(*total),
                    speed = size(*speed),
                    left = duration(left)
                ))
            }
            Progress::Downloading(Transfer { done, .. }) => Some(message!(
                "cli-downloading-size",
                heading = self.heading(Step::Downloading),
                done = size(*done)
            )),
            Progress::Verifying(_) => Some(self.heading(Step::Verifying)),
            Progress::Installing(InstallProgress::Ticks { .. }) => Some(self.heading(Step::Installing)),
            Progress::Waiting => Some(self.heading(Step::Waiting)),
            Progress::Installing(InstallProgress::AsksForConsent) => Some(self.heading(Step::Consent)),
            // Told elsewhere, or nothing new.
            Progress::TakesLong | Progress::ProgramsOpen | Progress::Installing(InstallProgress::GoesOn) => {
                None
            }
            Progress::Installing(InstallProgress::Action(action)) => Some(message!(
                "cli-installing-action",
                heading = self.heading(Step::Installing),
                action = action
            )),
        }
    }
}
