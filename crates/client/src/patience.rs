//! How long the client waits for Windows Installer, and when it says so. Pure, but for the clock, which is a port (`clock.rs`).

use std::time::Duration;

use crate::clock::Clock;
use crate::machine::Proceed;

/// How long an install may take before the person is told that it goes on; it is never ended.
pub const INSTALL_TIME_TOLD: Duration = Duration::from_secs(30 * 60);
/// How long to wait in all while Windows Installer is busy with another install.
pub const BUSY_TIME_MAX: Duration = Duration::from_secs(10 * 60);
/// The first pause while Windows Installer is busy; each further one is twice as long.
pub const BUSY_PAUSE_MIN: Duration = Duration::from_secs(2);
/// The longest pause while Windows Installer is busy.
pub const BUSY_PAUSE_MAX: Duration = Duration::from_secs(60);

/// How long the person may wait at most until a wish to cancel is heard in a pause.
const BREATH: Duration = Duration::from_millis(500);

/// How long things may take.
#[derive(Clone, Copy)]
pub struct Patience<'a> {
    /// What tells the time.
    pub clock: &'a dyn Clock,
    /// When the person is told that an install goes on: [`INSTALL_TIME_TOLD`].
    pub install_told: Duration,
    /// How long to wait for a busy Windows Installer: [`BUSY_TIME_MAX`].
    pub busy_max: Duration,
}

impl<'a> Patience<'a> {
    /// The usual times by a clock.
    #[must_use]
    pub fn by(clock: &'a dyn Clock) -> Self {
        Self { clock, install_told: INSTALL_TIME_TOLD, busy_max: BUSY_TIME_MAX }
    }

    /// Lets time go by, and asks again and again whether to go on.
    pub(crate) fn pause(&self, time: Duration, watch: &mut dyn FnMut() -> Proceed) -> Proceed {
        let mut left = time;
        while !left.is_zero() {
            if watch() == Proceed::Cancel {
                return Proceed::Cancel;
            }
            let breath = left.min(BREATH);
            self.clock.pause(breath);
            left = left.saturating_sub(breath);
        }
        Proceed::GoOn
    }
}

/// How long to pause before Windows Installer is asked again, after so many pauses that took so long together; `None` to give up.
#[must_use]
pub fn pause_after(pauses: u32, waited: Duration, busy_max: Duration) -> Option<Duration> {
    let left = busy_max.checked_sub(waited).filter(|left| !left.is_zero())?;
    let pause = BUSY_PAUSE_MIN.saturating_mul(2_u32.saturating_pow(pauses));
    Some(pause.min(BUSY_PAUSE_MAX).min(left))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{BUSY_TIME_MAX, pause_after};

    #[test]
    fn pauses_grow_and_end() {
        let check = |pauses, waited: u64, expected: Option<u64>| {
            let pause = pause_after(pauses, Duration::from_secs(waited), BUSY_TIME_MAX);
            assert_eq!(pause, expected.map(Duration::from_secs), "{pauses} {waited}");
        };
        check(0, 0, Some(2));
        check(1, 2, Some(4));
        check(2, 6, Some(8));
        check(5, 62, Some(60));
        check(u32::MAX, 62, Some(60));
        check(14, 590, Some(10));
        check(15, 600, None);
        check(15, 700, None);
        assert_eq!(pause_after(0, Duration::ZERO, Duration::ZERO), None);
    }

    #[test]
    fn the_whole_schedule_takes_as_long_as_it_may() {
        let (mut waited, mut pauses) = (Duration::ZERO, 0);
        while let Some(pause) = pause_after(pauses, waited, BUSY_TIME_MAX) {
            waited += pause;
            pauses += 1;
        }
        assert_eq!((waited, pauses), (BUSY_TIME_MAX, 14));
    }
}
