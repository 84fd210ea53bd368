//! Files of imports between their dry run and the decision: in memory, for a while, and only for who has sent them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::{Duration, Instant};

use crate::model::user::UserId;

/// The most files that wait; the one that waits longest makes room.
const WAITING_MAX: usize = 4;
/// How long a file waits.
const WAIT_MAX: Duration = Duration::from_secs(30 * 60);

/// The files that wait.
#[derive(Debug, Default)]
pub(crate) struct WaitingImports(Mutex<VecDeque<Waiting>>);

#[derive(Debug)]
struct Waiting {
    user: UserId,
    file: Arc<[u8]>,
    since: Instant,
}

impl WaitingImports {
    /// Keeps a file for who has sent it, in the place of the one before.
    pub(crate) fn keep(&self, user: UserId, file: Arc<[u8]>) {
        let mut waiting = self.waiting();
        waiting.retain(|other| other.user != user);
        if waiting.len() >= WAITING_MAX {
            waiting.pop_front();
        }
        waiting.push_back(Waiting { user, file, since: Instant::now() });
    }

    /// The file that somebody has sent, if it still waits.
    pub(crate) fn of(&self, user: UserId) -> Option<Arc<[u8]>> {
        self.waiting().iter().find(|waiting| waiting.user == user).map(|waiting| Arc::clone(&waiting.file))
    }

    /// Forgets the file that somebody has sent.
    pub(crate) fn forget(&self, user: UserId) {
        self.waiting().retain(|waiting| waiting.user != user);
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        // A thread that died while it held the lock left a whole queue: each change is one call.
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|waiting| waiting.since.elapsed() < WAIT_MAX);
        waiting
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::time::{Duration, advance};

    use super::{WAIT_MAX, WAITING_MAX, WaitingImports};
    use crate::model::user::UserId;

    fn file(text: &str) -> Arc<[u8]> {
        text.as_bytes().into()
    }

    #[tokio::test(start_paused = true)]
    async fn a_file_waits_for_its_sender_and_not_for_ever() {
        let waiting = WaitingImports::default();
        waiting.keep(UserId(1), file("a"));
        waiting.keep(UserId(1), file("b"));
        assert_eq!((waiting.of(UserId(1)), waiting.of(UserId(2))), (Some(file("b")), None));
        advance(WAIT_MAX - Duration::from_secs(1)).await;
        assert!(waiting.of(UserId(1)).is_some());
        advance(Duration::from_secs(1)).await;
        assert!(waiting.of(UserId(1)).is_none());
        for user in 0..=WAITING_MAX as i64 {
            waiting.keep(UserId(user), file("c"));
        }
        assert_eq!((waiting.of(UserId(0)), waiting.of(UserId(1))), (None, Some(file("c"))));
        waiting.forget(UserId(1));
        assert!(waiting.of(UserId(1)).is_none());
    }

    #[test]
    fn the_limits_are_told() {
        let minutes = WAIT_MAX.as_secs() / 60;
        let line = format!(
            "| files of imports that wait for the decision | {WAITING_MAX}, {minutes} minutes each |"
        );
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
