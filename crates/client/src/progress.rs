//! From Windows Installer's progress messages to one bar that only goes forward.
//!
//! An install is several runs of ticks: preparing (Windows Installer writes its script), doing it, both again for the old
//! version that a major upgrade removes, and a run backwards when it undoes what it did. How many runs come is not known
//! before, so each takes a share of what is left of the bar, and the end of the install fills it.
//! Sources: Microsoft, "MsiProcessMessage function" (record fields for progress bar messages), "Parsing Windows Installer Messages".

use crate::machine::InstallProgress;

/// What the bar counts to: the total of all [`InstallProgress::Ticks`].
pub const TICKS_TOTAL: u64 = 10_000;
/// How many fields of a progress message say something.
pub const FIELDS: usize = 4;

/// The share of what is left that preparing takes, in hundredths.
const PREPARING_SHARE: u64 = 10;
/// The share of what is left that doing it takes, in hundredths.
const DOING_SHARE: u64 = 80;

/// Follows the progress messages of one install.
#[derive(Debug, Clone, Default)]
pub struct Gauge {
    /// Where the bar was when this run began.
    start: u64,
    /// How much of the bar this run takes.
    span: u64,
    /// How many ticks this run has; 0 before the first run.
    ticks: u64,
    /// How many of them are done.
    done: u64,
    /// How many ticks each message with an action's data stands for.
    ticks_per_data: u64,
    direction: Direction,
    /// What was told last.
    told: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Direction {
    #[default]
    Forward,
    /// What was done is undone; the bar waits.
    Backward,
}

impl Gauge {
    /// Takes the fields of a progress message, an absent one being 0; answers where the bar is now, if that is further on.
    pub fn progress(&mut self, fields: [i32; FIELDS]) -> Option<InstallProgress> {
        let [kind, amount, flag, preparing] = fields;
        // A number below 0 can only be an absent field or nonsense.
        let amount = u64::try_from(amount).unwrap_or(0);
        match kind {
            0 => self.begin_run(amount, flag, preparing),
            1 => self.ticks_per_data = if flag == 0 { 0 } else { amount },
            2 => self.advance(amount),
            3 if self.ticks > 0 => self.ticks = self.ticks.saturating_add(amount),
            _ => {}
        }
        self.tell()
    }

    /// Takes the start of an action: it says anew what its data stand for.
    pub fn action_started(&mut self) {
        self.ticks_per_data = 0;
    }

    /// Takes a message with an action's data; answers where the bar is now, if that is further on.
    pub fn action_data(&mut self) -> Option<InstallProgress> {
        self.advance(self.ticks_per_data);
        self.tell()
    }

    /// Fills the bar, when an install has ended well.
    pub fn finish(&mut self) -> Option<InstallProgress> {
        *self = Self { start: TICKS_TOTAL, told: self.told, ..Self::default() };
        self.tell()
    }

    /// Whether Windows Installer undoes what it did, which cannot be cancelled.
    #[must_use]
    pub fn is_undoing(&self) -> bool {
        self.direction == Direction::Backward
    }

    fn begin_run(&mut self, ticks: u64, backward: i32, preparing: i32) {
        let was_undoing = self.is_undoing();
        self.direction = if backward == 0 { Direction::Forward } else { Direction::Backward };
        // What a run left of its share is passed over, for it has ended; undoing stays where the bar is.
        self.start = if was_undoing || self.is_undoing() { self.position() } else { self.start + self.span };
        let share = if preparing == 0 { DOING_SHARE } else { PREPARING_SHARE };
        let moves = ticks > 0 && !self.is_undoing();
        self.span = if moves { (TICKS_TOTAL - self.start) * share / 100 } else { 0 };
        self.ticks = ticks;
        self.done = 0;
        self.ticks_per_data = 0;
    }

    fn advance(&mut self, ticks: u64) {
        self.done = self.done.saturating_add(ticks).min(self.ticks);
    }

    fn position(&self) -> u64 {
        let part = u128::from(self.span) * u128::from(self.done) / u128::from(self.ticks.max(1));
        self.start + u64::try_from(part).unwrap_or(self.span)
    }

    fn tell(&mut self) -> Option<InstallProgress> {
        let position = self.position();
        (position > self.told).then(|| {
            self.told = position;
            InstallProgress::Ticks { done: position, total: TICKS_TOTAL }
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Gauge, TICKS_TOTAL};
    use crate::machine::InstallProgress;

    /// What Windows Installer says.
    #[derive(Debug, Clone, Copy)]
    enum Say {
        Progress(i32, i32, i32, i32),
        Action,
        Data,
        End,
    }
    use Say::{Action, Data, End, Progress};

    /// Where the bar is after each message; `None` where it does not move.
    fn listen(messages: &[Say]) -> Vec<Option<u64>> {
        let mut gauge = Gauge::default();
        let hear = |say: &Say| match *say {
            Progress(kind, amount, flag, preparing) => gauge.progress([kind, amount, flag, preparing]),
            Action => {
                gauge.action_started();
                None
            }
            Data => gauge.action_data(),
            End => gauge.finish(),
        };
        let done = |told| match told {
            Some(InstallProgress::Ticks { done, total: TICKS_TOTAL }) => Some(done),
            None => None,
            other => panic!("not a number of ticks of {TICKS_TOTAL}: {other:?}"),
        };
        messages.iter().map(hear).map(done).collect()
    }

    #[test]
    fn messages_become_one_bar_that_goes_forward() {
        let check = |what: &str, messages: &[Say], expected: &[Option<u64>]| {
            assert_eq!(listen(messages), expected, "{what}");
        };
        check("nothing moves before the first reset", &[Progress(2, 5, 0, 0), Data], &[None, None]);
        check(
            "preparing takes a tenth, doing it four fifths of the rest, the end fills the bar",
            &[
                Progress(0, 100, 0, 1),
                Progress(2, 50, 0, 0),
                Progress(0, 10, 0, 0),
                Progress(2, 5, 0, 0),
                Progress(2, 5, 0, 0),
                End,
            ],
            &[None, Some(500), Some(1_000), Some(4_600), Some(8_200), Some(10_000)],
        );
        check(
            "data move the bar by what their action said, and the next action says it anew",
            &[
                Progress(0, 10, 0, 0),
                Progress(1, 2, 1, 0),
                Data,
                Data,
                Action,
                Data,
                Progress(1, 2, 0, 0),
                Data,
            ],
            &[None, None, Some(1_600), Some(3_200), None, None, None, None],
        );
        check(
            "ticks added to the total make each one smaller, and the bar waits",
            &[
                Progress(0, 10, 0, 0),
                Progress(2, 5, 0, 0),
                Progress(3, 10, 0, 0),
                Progress(2, 5, 0, 0),
                Progress(2, 5, 0, 0),
            ],
            &[None, Some(4_000), None, None, Some(6_000)],
        );
        check(
            "more ticks than announced stay within their share",
            &[Progress(0, 10, 0, 0), Progress(2, i32::MAX, 0, 0), Progress(2, i32::MAX, 0, 0)],
            &[None, Some(8_000), None],
        );
        check(
            "undoing leaves the bar where it is, also when it goes on",
            &[
                Progress(0, 10, 0, 0),
                Progress(2, 5, 0, 0),
                Progress(0, 10, 1, 0),
                Progress(2, 5, 0, 0),
                Progress(0, 10, 0, 0),
                Progress(2, 10, 0, 0),
            ],
            &[None, Some(4_000), None, None, None, Some(8_800)],
        );
        check(
            "absent and senseless fields do nothing",
            &[Progress(0, -5, 0, 0), Progress(2, 5, 0, 0), Progress(i32::MIN, i32::MIN, i32::MIN, i32::MIN)],
            &[None, None, None],
        );
    }

    #[test]
    fn undoing_is_known() {
        let mut gauge = Gauge::default();
        assert!(!gauge.is_undoing());
        gauge.progress([0, 10, 1, 0]);
        assert!(gauge.is_undoing());
        gauge.progress([0, 10, 0, 0]);
        assert!(!gauge.is_undoing());
    }

    proptest! {
        #[test]
        fn the_bar_never_goes_back_or_beyond(
            messages in prop::collection::vec((-1..5_i32, any::<i32>(), 0..2_i32, 0..2_i32), 0..60)
        ) {
            let says: Vec<_> = messages
                .into_iter()
                .map(|(kind, amount, flag, preparing)| match kind {
                    4 => Data,
                    _ => Progress(kind, amount, flag, preparing),
                })
                .chain([End])
                .collect();
            let told: Vec<u64> = listen(&says).into_iter().flatten().collect();
            prop_assert!(told.is_sorted_by(|earlier, later| earlier < later), "{told:?}");
            prop_assert_eq!(told.last(), Some(&TICKS_TOTAL));
        }
    }
}
