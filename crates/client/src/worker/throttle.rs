//! How often the progress of an update is told: as often as eyes can follow, and the last of it always. Pure.

use std::time::Duration;

use crate::machine::InstallProgress;
use crate::updater::Progress;

/// How long one piece of progress is told before the next of its kind.
pub const TOLD_EACH: Duration = Duration::from_millis(100);

/// What was told of an update, and what waits to be told.
#[derive(Debug, Default)]
pub(super) struct Throttle {
    told_at: Option<Duration>,
    step: Option<Step>,
    waiting: Vec<Progress>,
}

/// Which step an update is at; each begins with something that is told at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Downloading,
    Verifying,
    ProgramsOpen,
    Waiting,
    Consent,
    Installing,
    TakesLong,
}

impl Throttle {
    /// Takes in progress at a time, and answers what is to be told now.
    pub(super) fn take(&mut self, progress: Progress, now: Duration) -> Vec<Progress> {
        let step = step(&progress);
        let is_new_step = self.step.replace(step) != Some(step) || step == Step::TakesLong;
        let mut told = if is_new_step { self.rest() } else { Vec::new() };
        self.hold(progress);
        let is_due = self.told_at.is_none_or(|told_at| now.saturating_sub(told_at) >= TOLD_EACH);
        if is_new_step || is_due {
            told.extend(self.rest());
            self.told_at = Some(now);
        }
        told
    }

    /// What waits to be told when an update has ended.
    pub(super) fn rest(&mut self) -> Vec<Progress> {
        std::mem::take(&mut self.waiting)
    }

    /// Puts progress in the place of what waits of its kind; that it goes on says nothing beside what says more.
    fn hold(&mut self, progress: Progress) {
        let goes_on = Progress::Installing(InstallProgress::GoesOn);
        if progress == goes_on && !self.waiting.is_empty() {
            return;
        }
        self.waiting.retain(|one| *one != goes_on && kind(one) != kind(&progress));
        self.waiting.push(progress);
    }
}

fn step(progress: &Progress) -> Step {
    match progress {
        Progress::Downloading(_) => Step::Downloading,
        Progress::Verifying(_) => Step::Verifying,
        Progress::ProgramsOpen => Step::ProgramsOpen,
        Progress::Waiting => Step::Waiting,
        Progress::Installing(InstallProgress::AsksForConsent) => Step::Consent,
        Progress::Installing(_) => Step::Installing,
        Progress::TakesLong => Step::TakesLong,
    }
}

/// What replaces what: ticks do not replace the name of an action.
fn kind(progress: &Progress) -> (Step, u8) {
    let within = match progress {
        Progress::Installing(InstallProgress::Ticks { .. }) => 1,
        Progress::Installing(InstallProgress::Action(_)) => 2,
        _ => 0,
    };
    (step(progress), within)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Throttle;
    use crate::machine::InstallProgress::{Action, GoesOn, Ticks};
    use crate::updater::Progress::{self, Installing, ProgramsOpen, TakesLong, Verifying};

    fn ticks(done: u64) -> Progress {
        Installing(Ticks { done, total: 9 })
    }

    /// What is told of progress at so many milliseconds, and what is left in the end.
    fn check(all: &[(u64, Progress)], told: &[Progress], rest: &[Progress]) {
        let mut throttle = Throttle::default();
        let mut found = Vec::new();
        for (at, progress) in all {
            found.extend(throttle.take(progress.clone(), Duration::from_millis(*at)));
        }
        assert_eq!((found.as_slice(), throttle.rest().as_slice()), (told, rest), "{all:?}");
    }

    #[test]
    fn progress_is_told_ten_times_a_second_and_its_last_is_not_lost() {
        let verified = |all: &[u64]| all.iter().map(|at| (*at, Verifying(*at))).collect::<Vec<_>>();
        check(&[], &[], &[]);
        check(&verified(&[0, 10, 99]), &[Verifying(0)], &[Verifying(99)]);
        check(&verified(&[0, 10, 100, 150]), &[Verifying(0), Verifying(100)], &[Verifying(150)]);
        // A new step is told at once, behind the last of the one before.
        check(
            &[(0, Verifying(1)), (1, Verifying(2)), (2, ticks(0))],
            &[Verifying(1), Verifying(2), ticks(0)],
            &[],
        );
        check(&[(0, ticks(0)), (1, ProgramsOpen), (2, ticks(0))], &[ticks(0), ProgramsOpen, ticks(0)], &[]);
        check(&[(0, ticks(0)), (1, TakesLong), (2, ticks(1))], &[ticks(0), TakesLong, ticks(1)], &[]);
    }

    #[test]
    fn what_says_more_is_not_pushed_out() {
        let action = || Installing(Action("Copying files".to_owned()));
        let goes_on = || Installing(GoesOn);
        check(
            &[(0, goes_on()), (1, action()), (2, ticks(1)), (3, ticks(2)), (4, goes_on()), (100, goes_on())],
            &[goes_on(), action(), ticks(2)],
            &[],
        );
        check(&[(0, goes_on()), (50, goes_on()), (100, goes_on())], &[goes_on(), goes_on()], &[]);
        check(&[(0, ticks(1)), (1, goes_on()), (2, ticks(2))], &[ticks(1)], &[ticks(2)]);
    }
}
