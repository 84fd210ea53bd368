//! What came of the updates that were installed together. Pure.

use catalog::report::OutcomeKind;

use super::running::{Entry, Running};
use super::{Batch, Trouble, UntoldResults};
use crate::outcome::{Outcome, Restart};
use crate::screen::Verdict;

/// What Windows answers where the person refuses an administrator's rights (`ERROR_CANCELLED`).
const REFUSED_RIGHTS: u32 = 1223;

/// What came of the updates that were installed together.
#[derive(Debug, Clone)]
pub(super) struct Results {
    pub(super) entries: Vec<Entry>,
    /// Why the rest was not begun.
    pub(super) trouble: Option<Trouble>,
    pub(super) reports_waiting: usize,
}

impl Results {
    pub(super) fn new(running: Running, batch: &Batch) -> Self {
        Self {
            entries: running.entries,
            trouble: batch.trouble.clone(),
            reports_waiting: batch.reports_waiting,
        }
    }

    /// How many updates are installed now.
    pub(super) fn done(&self) -> usize {
        self.outcomes().filter(|outcome| outcome.kind.is_success()).count()
    }

    pub(super) fn restart(&self) -> Restart {
        let is_needed = self.outcomes().any(|outcome| outcome.restart == Restart::Needed);
        if is_needed { Restart::Needed } else { Restart::NotNeeded }
    }

    /// Whether there is more to it than that all went well.
    pub(super) fn has_more_to_say(&self) -> bool {
        self.trouble.is_some() || self.done() < self.entries.len()
    }

    /// Whether the rest is the program's own update, handed over to whom waits for the program's end: nothing else says why it was not begun.
    pub(super) fn is_handed_over(&self) -> bool {
        self.trouble.is_none()
            && self.entries.iter().any(|entry| entry.end.is_none())
            && !self.outcomes().any(Outcome::was_cancelled_here)
    }

    /// What came of those that have ended, for the program's next start; `None` if none has.
    pub(super) fn untold(&self) -> Option<UntoldResults> {
        let count = self.outcomes().count();
        (count > 0).then(|| UntoldResults { done: self.done(), count })
    }

    fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.entries.iter().filter_map(|entry| entry.end.as_ref()).map(|end| &end.outcome)
    }
}

/// Whether an update went well; what was not begun is open.
pub(super) fn verdict(outcome: Option<&Outcome>) -> Verdict {
    let Some(outcome) = outcome else { return Verdict::Open };
    let is_refused = outcome.exit_code.is_some_and(|code| code.0 == REFUSED_RIGHTS);
    let can_wait = matches!(outcome.kind, OutcomeKind::Busy | OutcomeKind::ProgramsOpen);
    if outcome.kind.is_success() {
        Verdict::Good
    } else if is_refused || can_wait || outcome.was_cancelled_here() {
        Verdict::Open
    } else {
        Verdict::Bad
    }
}
