//! The updates that are being installed, as far as they are known. Pure.

use text::{Message, message};

use super::ItemKey;
use super::names::{NAME_SHOWN_MAX, name_of, short};
use crate::close_first::Ask;
use crate::machine::InstallProgress;
use crate::outcome::Outcome;
use crate::plan::Item;
use crate::screen::Bar;
use crate::state::Past;
use crate::updater::Progress;
use crate::words::{duration, size};

/// The updates that are being installed, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Running {
    pub(super) entries: Vec<Entry>,
    /// What the person is asked.
    pub(super) asked: Option<Ask>,
    pub(super) stopping: Stopping,
    pub(super) leaving: Leaving,
}

/// Whether it is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stopping {
    No,
    /// Windows wants to end: behind the install that is under way no other is begun.
    BehindThis,
    /// At the next safe moment, as the person wants.
    Asked,
}

/// Whether the program is to end behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    No,
    /// The person is asked.
    Asked,
    /// As soon as it is done.
    WhenDone,
}

/// One update of them.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) item: Item,
    pub(super) stage: Stage,
    pub(super) bar: Bar,
    pub(super) detail: Option<Message>,
    pub(super) end: Option<End>,
}

/// What is done with an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Waits,
    Downloading,
    Verifying,
    ProgramsOpen,
    WindowsBusy,
    Consent,
    Installing,
    Ended,
}

/// What came of an update.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub(super) outcome: Outcome,
    pub(super) past: Past,
}

impl Running {
    pub(super) fn new(items: Vec<Item>) -> Self {
        let entry = |item| Entry { item, stage: Stage::Waits, bar: Bar::Empty, detail: None, end: None };
        Self {
            entries: items.into_iter().map(entry).collect(),
            asked: None,
            stopping: Stopping::No,
            leaving: Leaving::No,
        }
    }

    /// Takes how an update goes; one that nobody knows of, or that has ended, is not listened to.
    pub(super) fn hear(&mut self, key: &ItemKey, progress: &Progress) {
        if let Some(entry) = self.entry(key) {
            entry.hear(progress);
        }
    }

    /// Takes what came of an update.
    pub(super) fn end(&mut self, key: &ItemKey, end: End) {
        self.asked = None;
        if let Some(entry) = self.entry(key) {
            entry.stage = Stage::Ended;
            entry.bar = if end.outcome.kind.is_success() { Bar::Full } else { Bar::Stopped };
            entry.detail = None;
            entry.end = Some(end);
        }
    }

    /// The update that Windows Installer works on.
    pub(super) fn installing(&self) -> Option<&Item> {
        self.entries.iter().find(|entry| entry.stage == Stage::Installing).map(|entry| &entry.item)
    }

    /// Which update it is at, counted from 1.
    pub(super) fn number(&self) -> usize {
        let ended = self.entries.iter().filter(|entry| entry.end.is_some()).count();
        (ended + 1).min(self.entries.len())
    }

    fn entry(&mut self, key: &ItemKey) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.end.is_none() && ItemKey::of(&entry.item) == *key)
    }
}

impl Entry {
    fn hear(&mut self, progress: &Progress) {
        let stage = match progress {
            Progress::Downloading(_) => Stage::Downloading,
            Progress::Verifying(_) => Stage::Verifying,
            Progress::ProgramsOpen => Stage::ProgramsOpen,
            Progress::Waiting => Stage::WindowsBusy,
            Progress::Installing(InstallProgress::AsksForConsent) => Stage::Consent,
            Progress::Installing(_) => Stage::Installing,
            Progress::TakesLong => self.stage,
        };
        if stage != self.stage {
            (self.stage, self.bar, self.detail) = (stage, Bar::Unknown, None);
        }
        match progress {
            Progress::Downloading(transfer) => {
                self.advance(transfer.done, transfer.total);
                self.detail = Some(transferred(transfer.done, transfer.total, transfer.speed));
            }
            Progress::Verifying(done) => self.advance(*done, self.item.product.size),
            Progress::Installing(InstallProgress::Ticks { done, total }) => self.advance(*done, Some(*total)),
            Progress::Installing(InstallProgress::Action(action)) => {
                self.detail = Some(message!("text-as-it-is", text = short(action, NAME_SHOWN_MAX)));
            }
            Progress::TakesLong if self.stage == Stage::Consent => {}
            Progress::TakesLong => self.detail = Some(message!("progress-takes-long")),
            Progress::Installing(InstallProgress::AsksForConsent) => {
                self.detail = Some(message!("progress-consent-where"));
            }
            Progress::Installing(InstallProgress::GoesOn) | Progress::Waiting | Progress::ProgramsOpen => {}
        }
    }

    /// Moves the bar, never back within a step.
    fn advance(&mut self, done: u64, total: Option<u64>) {
        let Some(total) = total.filter(|total| *total > 0) else { return };
        let part = u128::from(done.min(total)) * 1_000 / u128::from(total);
        let part = u16::try_from(part).unwrap_or(1_000);
        let before = if let Bar::Thousandths(before) = self.bar { before } else { 0 };
        self.bar = Bar::Thousandths(part.max(before));
    }

    /// Its name and version.
    pub(super) fn name(&self) -> Message {
        name_of(&self.item.product)
    }
}

fn transferred(done: u64, total: Option<u64>, speed: u64) -> Message {
    match total {
        None => message!("progress-transfer-done", done = size(done)),
        Some(total) if speed == 0 => {
            message!("progress-transfer-total", done = size(done), total = size(total))
        }
        Some(total) => message!(
            "progress-transfer",
            done = size(done),
            total = size(total),
            speed = size(speed),
            left = duration(total.saturating_sub(done).div_ceil(speed))
        ),
    }
}
