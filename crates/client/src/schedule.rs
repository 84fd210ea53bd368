//! When to look for updates without being asked: times are spread, grow while the server is away, and keep to what it asks. Pure.
//!
//! The PC's clock may jump: when it is set back, what was planned moves with it.

use fastrand::Rng;

use crate::settings::Checking;

/// The shortest time between what this program does by itself, in seconds.
pub const PAUSE_MIN: i64 = 60;
/// The longest time before the first look after the start, in seconds.
pub const START_DELAY_MAX: i64 = 5 * 60;
/// The longest time before a look after sleep or with another network, in seconds.
pub const RETURN_DELAY_MAX: i64 = 2 * 60;
/// The first time between two looks while the server is away, in seconds; it doubles each time.
pub const BACK_OFF_FIRST: i64 = 5 * 60;
/// The longest wait that a server may ask for, in seconds: a day.
pub const RETRY_AFTER_MAX: i64 = 24 * 60 * 60;

const HOUR: i64 = 60 * 60;
/// A time is made longer or shorter by up to this part of itself.
const JITTER_PART: i64 = 10;

/// When to look for updates.
#[derive(Debug, Clone)]
pub struct Schedule {
    random: Rng,
    checking: Checking,
    /// In seconds.
    interval: i64,
    /// When the next look is due.
    next: Option<i64>,
    /// Before this, the server does not want to be asked.
    not_before: Option<i64>,
    /// How often the server was away, one time after the other.
    failures: u32,
    /// Whether the pause after the last of them was cut short already.
    is_cut_short: bool,
    /// The latest time that was heard of.
    seen: Option<i64>,
}

/// What a look for updates came to, for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// There was an answer, whatever it was.
    Answered,
    /// The server was away; it asks not to come back before so many seconds.
    Away {
        /// In how many seconds, if it says.
        retry_after: Option<u64>,
    },
}

impl Schedule {
    /// Nothing is planned before [`Schedule::set`]; `seed` spreads the times of many PCs.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            random: Rng::with_seed(seed),
            checking: Checking::Manual,
            interval: HOUR,
            next: None,
            not_before: None,
            failures: 0,
            is_cut_short: false,
            seen: None,
        }
    }

    /// Takes the settings: plans the first look, or nothing for who looks only when the person says so.
    pub fn set(&mut self, checking: Checking, interval_hours: u32, now: i64) {
        let interval = i64::from(interval_hours.max(1)).saturating_mul(HOUR);
        let is_new = (self.checking, self.interval) != (checking, interval);
        (self.checking, self.interval) = (checking, interval);
        match checking {
            Checking::Manual => self.next = None,
            Checking::Automatic if is_new || self.next.is_none() => {
                let first = now.saturating_add(self.random.i64(PAUSE_MIN..=START_DELAY_MAX));
                // Who makes the interval longer does not ask for a look now.
                self.plan(self.next.map_or(first, |next| next.max(first)), now);
            }
            Checking::Automatic => {}
        }
    }

    /// Takes the time: a clock that was set back takes the plan with it.
    pub fn see(&mut self, now: i64) {
        let back = self.seen.map_or(0, |seen| seen.saturating_sub(now)).max(0);
        self.next = self.next.map(|at| at.saturating_sub(back));
        self.not_before = self.not_before.map(|at| at.saturating_sub(back));
        self.seen = Some(now);
    }

    /// When the next look is due; `None` if it waits for the person.
    #[must_use]
    pub fn next(&self) -> Option<i64> {
        self.next
    }

    /// Whether a look is due.
    #[must_use]
    pub fn is_due(&self, now: i64) -> bool {
        self.next.is_some_and(|next| next <= now)
    }

    /// Takes what a look came to, whoever wanted it.
    pub fn looked(&mut self, look: Look, now: i64) {
        self.not_before = None;
        self.is_cut_short = false;
        let wait = match look {
            Look::Answered => {
                self.failures = 0;
                self.jittered(self.interval)
            }
            Look::Away { retry_after } => {
                let doubled =
                    BACK_OFF_FIRST.saturating_mul(1_i64.checked_shl(self.failures.min(20)).unwrap_or(1));
                self.failures = self.failures.saturating_add(1);
                let asked = retry_after.map(|seconds| i64::try_from(seconds).unwrap_or(RETRY_AFTER_MAX));
                let asked = asked.map(|seconds| seconds.min(RETRY_AFTER_MAX));
                self.not_before = asked.map(|seconds| now.saturating_add(seconds));
                self.jittered(doubled.min(self.interval))
            }
        };
        if self.checking == Checking::Automatic {
            self.plan(now.saturating_add(wait), now);
        }
    }

    /// Takes that the PC was asleep, or that the network is another one: a look that is due, or that failed, is made up for soon.
    ///
    /// A network that comes and goes cuts each pause short once only, and no look that is planned is put off by it.
    pub fn returned(&mut self, now: i64) {
        let Some(next) = self.next else { return };
        let soon = now.saturating_add(self.random.i64(PAUSE_MIN..=RETURN_DELAY_MAX));
        if next <= now {
            self.plan(soon, now);
        } else if self.failures > 0 && !self.is_cut_short && next > soon {
            self.is_cut_short = true;
            self.plan(soon, now);
        }
    }

    /// Plans a look, never within a minute and never before the server wants it.
    fn plan(&mut self, at: i64, now: i64) {
        let earliest = now.saturating_add(PAUSE_MIN);
        self.next = Some(at.max(earliest).max(self.not_before.unwrap_or(earliest)));
    }

    /// A time, up to a tenth longer or shorter.
    fn jittered(&mut self, seconds: i64) -> i64 {
        let most = seconds / JITTER_PART;
        seconds.saturating_add(self.random.i64(-most..=most))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Look, RETRY_AFTER_MAX, Schedule};
    use crate::settings::Checking::{self, Automatic, Manual};

    const START: i64 = 1_800_000_000;
    const HOURS: u32 = 4;
    const INTERVAL: i64 = 4 * 3_600;

    /// What a schedule hears.
    #[derive(Debug, Clone, Copy)]
    enum Hear {
        Set(Checking, u32),
        Answered,
        Away(Option<u64>),
        Returned,
    }
    use Hear::{Answered, Away, Returned, Set};

    /// The schedule after what it heard, each so many seconds behind [`START`].
    fn after(seed: u64, heard: &[(i64, Hear)]) -> Schedule {
        let mut schedule = Schedule::new(seed);
        for (seconds, hear) in heard {
            let now = START + seconds;
            schedule.see(now);
            match *hear {
                Set(checking, hours) => schedule.set(checking, hours, now),
                Answered => schedule.looked(Look::Answered, now),
                Away(retry_after) => schedule.looked(Look::Away { retry_after }, now),
                Returned => schedule.returned(now),
            }
        }
        schedule
    }

    #[test]
    fn the_next_look_is_spread_over_a_time_that_fits_what_happened() {
        // From which second to which the next look may be, behind the start; `None` if there is none.
        let check = |what: &str, heard: &[(i64, Hear)], expected: Option<(i64, i64)>| {
            let times: Vec<Option<i64>> =
                (0..200).map(|seed| after(seed, heard).next().map(|next| next - START)).collect();
            let Some((least, most)) = expected else {
                assert!(times.iter().all(Option::is_none), "{what}: {times:?}");
                return;
            };
            let times: Vec<i64> = times.into_iter().map(Option::unwrap).collect();
            assert!(times.iter().all(|time| (least..=most).contains(time)), "{what}: {times:?}");
            let spread = times.iter().max().unwrap() - times.iter().min().unwrap();
            assert!(spread >= (most - least) * 3 / 4, "{what}: not spread: {times:?}");
        };
        let set = (0, Set(Automatic, HOURS));
        check("nothing is set", &[], None);
        check("one to five minutes after the start", &[set], Some((60, 300)));
        check("never by itself", &[(0, Set(Manual, HOURS))], None);
        check("not after a look of the person either", &[(0, Set(Manual, HOURS)), (9, Answered)], None);
        check("not after sleep either", &[(0, Set(Manual, HOURS)), (9_999_999, Returned)], None);
        check("no more", &[set, (100, Answered), (200, Set(Manual, HOURS))], None);
        check("again", &[set, (0, Set(Manual, HOURS)), (500, Set(Automatic, HOURS))], Some((560, 800)));
        let interval = Some((100 + INTERVAL * 9 / 10, 100 + INTERVAL * 11 / 10));
        check("after each interval", &[set, (100, Answered)], interval);
        check("the same settings change nothing", &[set, (100, Answered), (200, set.1)], interval);
        check("back off", &[set, (0, Away(None))], Some((270, 330)));
        check("back off further", &[set, (0, Away(None)), (300, Away(None))], Some((840, 960)));
        let away = [(0, Away(None)); 12];
        let heard: Vec<(i64, Hear)> = std::iter::once(set).chain(away).collect();
        check("no further than the interval", &heard, Some((INTERVAL * 9 / 10, INTERVAL * 11 / 10)));
        check("an answer ends it", &[set, (0, Away(None)), (100, Answered)], interval);
        check("after sleep, if due", &[set, (0, Answered), (99_999, Returned)], Some((100_059, 100_119)));
        check("not if not due", &[set, (100, Answered), (200, Returned)], interval);
        let failed = [set, (0, Away(None)), (300, Away(None)), (400, Returned)];
        check("after sleep, if the last one failed", &failed, Some((460, 520)));
        let again: Vec<(i64, Hear)> = failed.into_iter().chain([(405, Returned), (459, Returned)]).collect();
        check("a network that comes and goes puts nothing off", &again, Some((460, 520)));
        let away = [(0, Away(None)); 6];
        let heard: Vec<(i64, Hear)> = std::iter::once(set)
            .chain(away)
            .chain([(10, Returned), (100, Away(None)), (110, Returned), (115, Returned)])
            .collect();
        check("nor is it asked at each change", &heard, Some((170, 230)));
        let further =
            [(180, Away(None)), (190, Returned), (250, Away(None)), (251, Returned), (252, Returned)];
        let heard: Vec<(i64, Hear)> = heard.into_iter().chain(further).collect();
        check("once behind each look", &heard, Some((311, 371)));
    }

    #[test]
    fn the_server_is_not_asked_before_it_wants_to_be() {
        let check = |heard: &[(i64, Hear)], expected: i64| {
            let next = after(7, heard).next().unwrap() - START;
            assert_eq!(next, expected, "{heard:?}");
        };
        let set = (0, Set(Automatic, HOURS));
        check(&[set, (0, Away(Some(1_000)))], 1_000);
        check(&[set, (0, Away(Some(1_000))), (900, Returned)], 1_000);
        check(&[set, (0, Away(Some(u64::MAX)))], RETRY_AFTER_MAX);
        assert!(
            after(7, &[set, (0, Away(Some(1)))]).next().unwrap() - START > 200,
            "it backs off nevertheless"
        );
    }

    #[test]
    fn a_clock_that_is_set_back_takes_the_plan_with_it() {
        let mut schedule = after(1, &[(0, Set(Automatic, HOURS)), (0, Answered)]);
        let wait = schedule.next().unwrap() - START;
        schedule.see(START - 1_000_000);
        assert_eq!(schedule.next(), Some(START - 1_000_000 + wait));
        schedule.see(START + 99_999_999);
        assert!(schedule.is_due(START + 99_999_999), "a clock that is set forward makes it due, once");
    }

    fn anything() -> impl Strategy<Value = Hear> {
        prop_oneof![
            (prop::bool::ANY, 0..200_u32)
                .prop_map(|(own, hours)| Set(if own { Automatic } else { Manual }, hours)),
            Just(Answered),
            prop::option::of(any::<u64>()).prop_map(Away),
            Just(Returned),
        ]
    }

    proptest! {
        #[test]
        fn whatever_happens_the_next_look_is_a_minute_ahead_and_no_more_than_what_is_asked_for(
            seed: u64,
            heard in prop::collection::vec((-9_999_999..9_999_999_i64, anything()), 1..30),
        ) {
            let (seconds, last) = *heard.last().unwrap();
            let planned = !matches!(last, Returned);
            if let Some(next) = after(seed, &heard).next() {
                let ahead = next - (START + seconds);
                prop_assert!(ahead <= 200 * 3_600 * 11 / 10, "{ahead}");
                prop_assert!(!matches!(last, Answered | Away(_)) || ahead >= 60, "{ahead}");
                prop_assert!(planned || ahead > 0, "{ahead}");
            }
        }

        #[test]
        fn no_time_is_too_early_or_too_late(at: i64, seed: u64) {
            let mut schedule = Schedule::new(seed);
            schedule.see(at);
            schedule.set(Automatic, u32::MAX, at);
            schedule.looked(Look::Away { retry_after: Some(u64::MAX) }, at);
            schedule.see(i64::MIN);
            schedule.returned(i64::MAX);
            schedule.see(i64::MAX);
            schedule.looked(Look::Answered, i64::MAX);
        }
    }
}
