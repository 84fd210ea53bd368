//! How time goes by: a port, the PC's own clock behind it, and one for tests that waits for nobody.

use std::cell::{Cell, RefCell};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

/// What tells how time goes by.
pub trait Clock {
    /// The time since some moment before; it never goes back.
    fn elapsed(&self) -> Duration;

    /// Lets some time go by.
    fn pause(&self, time: Duration);
}

/// The PC's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

/// When this program first asked.
static BEGUN_AT: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Clock for SystemClock {
    fn elapsed(&self) -> Duration {
        BEGUN_AT.elapsed()
    }

    fn pause(&self, time: Duration) {
        thread::sleep(time);
    }
}

/// A clock whose time goes by only when it is asked, and at once.
#[derive(Debug, Default)]
pub struct FakeClock {
    step: Duration,
    elapsed: Cell<Duration>,
    pauses: RefCell<Vec<Duration>>,
}

impl FakeClock {
    /// A clock that goes forward by so much whenever it is asked.
    #[must_use]
    pub fn with_step(step: Duration) -> Self {
        Self { step, ..Self::default() }
    }

    /// The time that was paused in all.
    #[must_use]
    pub fn paused(&self) -> Duration {
        self.pauses.borrow().iter().sum()
    }
}

impl Clock for FakeClock {
    fn elapsed(&self) -> Duration {
        self.elapsed.set(self.elapsed.get() + self.step);
        self.elapsed.get()
    }

    fn pause(&self, time: Duration) {
        self.elapsed.set(self.elapsed.get() + time);
        self.pauses.borrow_mut().push(time);
    }
}
