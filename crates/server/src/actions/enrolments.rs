//! How often a user enrols devices: each time is a line of the audit, which grows without end.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::time::{Duration, Instant};

use crate::model::user::UserId;

/// The most enrolments of one user in [`WINDOW`].
const ENROLMENTS_MAX: u32 = 100;
/// How long enrolments are counted together.
const WINDOW: Duration = Duration::from_secs(60 * 60);

/// The enrolments of late; at most one entry for each user.
#[derive(Debug, Default)]
pub(crate) struct Enrolments(Mutex<HashMap<UserId, Window>>);

/// The enrolments of one user, from the first of them on.
#[derive(Debug, Clone, Copy)]
struct Window {
    begun_at: Instant,
    count: u32,
}

impl Enrolments {
    /// Counts an enrolment of a user, or says how long to wait before the next one.
    pub(crate) fn count(&self, user: UserId) -> Result<(), Duration> {
        let now = Instant::now();
        // A thread that died while it held the lock left a whole map: each change is one call.
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        windows.retain(|_, window| now < window.begun_at + WINDOW);
        let window = windows.entry(user).or_insert(Window { begun_at: now, count: 0 });
        if window.count >= ENROLMENTS_MAX {
            return Err(window.begun_at + WINDOW - now);
        }
        window.count += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::{Duration, advance};

    use super::{ENROLMENTS_MAX, Enrolments, WINDOW};
    use crate::model::user::UserId;

    #[tokio::test(start_paused = true)]
    async fn who_enrols_on_and_on_has_to_wait() {
        let enrolments = Enrolments::default();
        for _ in 0..ENROLMENTS_MAX {
            assert_eq!(enrolments.count(UserId(1)), Ok(()));
        }
        assert_eq!(enrolments.count(UserId(1)), Err(WINDOW));
        assert_eq!(enrolments.count(UserId(2)), Ok(()), "another user does not wait");
        advance(WINDOW - Duration::from_secs(1)).await;
        assert_eq!(enrolments.count(UserId(1)), Err(Duration::from_secs(1)));
        advance(Duration::from_secs(1)).await;
        assert_eq!(enrolments.count(UserId(1)), Ok(()));
        assert_eq!(enrolments.0.lock().unwrap().len(), 1, "what is over is forgotten");
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| enrolments of one user | {ENROLMENTS_MAX} in an hour;");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
