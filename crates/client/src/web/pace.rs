//! A body that comes too slowly to ever end ends at once, with a reason.
//!
//! Only the time counts that is spent waiting for the server; how long the disk takes is no fault of its.

use std::fmt;
use std::io::{self, Read};
use std::time::{Duration, Instant};

/// The fewest bytes each second that a body has to bring, on the average of [`RATE_TIME`].
pub const RATE_MIN: u64 = 1024;
/// For how long a body may be slower than [`RATE_MIN`] before it is given up.
pub const RATE_TIME: Duration = Duration::from_secs(60);

/// How slow a body may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// The fewest bytes each second.
    pub bytes_min: u64,
    /// Over how long that is reckoned.
    pub time: Duration,
}

impl Default for Rate {
    fn default() -> Self {
        Self { bytes_min: RATE_MIN, time: RATE_TIME }
    }
}

/// That a body was slower than it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooSlow {
    /// The fewest bytes each second.
    pub(crate) bytes_min: u64,
}

/// What came since the rate was last looked at.
#[derive(Debug, Default)]
struct Pace {
    bytes: u64,
    waited: Duration,
}

/// A body whose pace is watched.
pub(crate) struct Paced<Body> {
    body: Body,
    rate: Rate,
    pace: Pace,
}

impl Pace {
    /// Takes in that so many bytes came after a wait.
    fn came(&mut self, bytes: u64, waited: Duration, rate: Rate) -> Result<(), TooSlow> {
        self.bytes = self.bytes.saturating_add(bytes);
        self.waited = self.waited.saturating_add(waited);
        if self.waited < rate.time {
            return Ok(());
        }
        let wanted = u128::from(rate.bytes_min).saturating_mul(self.waited.as_nanos()) / 1_000_000_000;
        let is_enough = u128::from(self.bytes) >= wanted;
        *self = Self::default();
        if is_enough { Ok(()) } else { Err(TooSlow { bytes_min: rate.bytes_min }) }
    }
}

impl<Body> Paced<Body> {
    pub(crate) fn new(body: Body, rate: Rate) -> Self {
        Self { body, rate, pace: Pace::default() }
    }
}

impl<Body: Read> Read for Paced<Body> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let asked_at = Instant::now();
        let count = self.body.read(buffer)?;
        // The end is no wait for more.
        if count > 0 {
            self.pace.came(count as u64, asked_at.elapsed(), self.rate).map_err(io::Error::other)?;
        }
        Ok(count)
    }
}

impl fmt::Display for TooSlow {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "fewer than {} bytes each second", self.bytes_min)
    }
}

impl std::error::Error for TooSlow {}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Pace, RATE_MIN, RATE_TIME, Rate};

    #[test]
    fn a_body_is_too_slow_when_it_stays_so_for_the_whole_time() {
        let check = |came: &[(u64, u64)], expected: bool| {
            let mut pace = Pace::default();
            let is_fast_enough = came.iter().all(|(bytes, seconds)| {
                pace.came(*bytes, Duration::from_secs(*seconds), Rate::default()).is_ok()
            });
            assert_eq!(is_fast_enough, expected, "{came:?}");
        };
        let time = RATE_TIME.as_secs();
        check(&[(1, time - 1)], true);
        check(&[(1, time)], false);
        check(&[(RATE_MIN * time, time)], true);
        check(&[(RATE_MIN * time - 1, time)], false);
        check(&[(1, time - 1), (RATE_MIN * time, 1)], true);
        // What came in an earlier time is of no use to a later one.
        check(&[(RATE_MIN * time * 100, time), (1, time)], false);
        check(&[(0, 0), (u64::MAX, time)], true);
    }
}
