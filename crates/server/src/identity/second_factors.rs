//! The memory of second factors: those that are being set up, and wrong codes, by user.
//!
//! Wrong codes count wherever they come from: only who knows the password gets as far as that. It dies with the process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::totp::TotpSecret;
use crate::model::session::SessionId;
use crate::model::user::UserId;
use crate::rules::patience::wait_for_code;

/// How long someone has to set a second factor up, from the first look at its secret on.
const SET_UP_TIME_MAX: Duration = Duration::from_secs(15 * 60);
/// The most second factors that are being set up.
const SET_UP_MAX: usize = 10_000;
/// The most users whose wrong codes are counted.
const COUNTED_MAX: usize = 20_000;

/// Remembers second factors that are being set up, and counts wrong codes.
#[derive(Debug, Default)]
pub(crate) struct SecondFactors(Mutex<Memory>);

#[derive(Debug, Default)]
struct Memory {
    set_up: HashMap<SessionId, (TotpSecret, Instant)>,
    wrong: HashMap<UserId, Wrong>,
}

#[derive(Debug, Clone, Copy)]
struct Wrong {
    count: u32,
    wait_until: Instant,
}

impl SecondFactors {
    /// The secret that is being set up in a session; else a new one.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn begin(&self, session: SessionId) -> Result<TotpSecret, getrandom::Error> {
        let now = Instant::now();
        let mut memory = self.memory();
        memory.set_up.retain(|_, (_, ends_at)| now < *ends_at);
        if let Some((secret, _)) = memory.set_up.get(&session) {
            return Ok(secret.clone());
        }
        if memory.set_up.len() >= SET_UP_MAX {
            let first = memory.set_up.iter().min_by_key(|(_, (_, ends_at))| *ends_at).map(|(id, _)| *id);
            first.map(|first| memory.set_up.remove(&first));
        }
        let secret = TotpSecret::new()?;
        memory.set_up.insert(session, (secret.clone(), now + SET_UP_TIME_MAX));
        Ok(secret)
    }

    /// The secret that is being set up in a session, if there is still time.
    pub(crate) fn pending(&self, session: SessionId) -> Option<TotpSecret> {
        let memory = self.memory();
        let (secret, ends_at) = memory.set_up.get(&session)?;
        (Instant::now() < *ends_at).then(|| secret.clone())
    }

    /// Forgets what was being set up in a session.
    pub(crate) fn end(&self, session: SessionId) {
        self.memory().set_up.remove(&session);
    }

    /// How long a user has to wait before the next code is looked at.
    pub(crate) fn wait(&self, user: UserId) -> Duration {
        let wrong = self.memory().wrong.get(&user).copied();
        wrong.map_or(Duration::ZERO, |wrong| wrong.wait_until.saturating_duration_since(Instant::now()))
    }

    /// Counts a wrong code. Answers how long the next one has to wait.
    pub(crate) fn count(&self, user: UserId) -> Duration {
        let now = Instant::now();
        let mut memory = self.memory();
        if memory.wrong.len() >= COUNTED_MAX && !memory.wrong.contains_key(&user) {
            let first = memory.wrong.iter().min_by_key(|(_, wrong)| wrong.wait_until).map(|(id, _)| *id);
            first.map(|first| memory.wrong.remove(&first));
        }
        let wrong = memory.wrong.entry(user).or_insert(Wrong { count: 0, wait_until: now });
        wrong.count = wrong.count.saturating_add(1);
        let wait = wait_for_code(wrong.count);
        wrong.wait_until = now + wait;
        wait
    }

    /// Forgets the wrong codes of a user: a right one came, or the password is another one by now.
    pub(crate) fn forgive(&self, user: UserId) {
        self.memory().wrong.remove(&user);
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // A thread that died while it held the lock left whole maps: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::{Duration, advance};

    use super::{COUNTED_MAX, SET_UP_MAX, SET_UP_TIME_MAX, SecondFactors};
    use crate::model::session::SessionId;
    use crate::model::user::UserId;
    use crate::rules::patience::CODE_FAILURES_FREE;

    #[tokio::test(start_paused = true)]
    async fn a_secret_stays_the_same_while_it_is_set_up() {
        let memory = SecondFactors::default();
        let secret = memory.begin(SessionId(1)).unwrap();
        assert_eq!(memory.begin(SessionId(1)).unwrap().as_bytes(), secret.as_bytes());
        assert_ne!(memory.begin(SessionId(2)).unwrap().as_bytes(), secret.as_bytes());
        assert!(memory.pending(SessionId(1)).is_some() && memory.pending(SessionId(3)).is_none());
        advance(SET_UP_TIME_MAX).await;
        assert!(memory.pending(SessionId(1)).is_none());
        assert_ne!(memory.begin(SessionId(1)).unwrap().as_bytes(), secret.as_bytes());
        memory.end(SessionId(1));
        assert!(memory.pending(SessionId(1)).is_none());
        for session in 10..10 + SET_UP_MAX as i64 {
            memory.begin(SessionId(session)).unwrap();
        }
        assert_eq!(memory.memory().set_up.len(), SET_UP_MAX);
    }

    #[tokio::test(start_paused = true)]
    async fn wrong_codes_make_wait_until_a_right_one() {
        let memory = SecondFactors::default();
        for _ in 1..CODE_FAILURES_FREE {
            assert_eq!(memory.count(UserId(1)), Duration::ZERO);
        }
        let wait = memory.count(UserId(1));
        assert_eq!(memory.wait(UserId(1)), wait);
        assert_eq!(memory.wait(UserId(2)), Duration::ZERO, "another user does not wait");
        advance(wait).await;
        assert_eq!(memory.wait(UserId(1)), Duration::ZERO);
        assert!(memory.count(UserId(1)) > wait, "time alone forgives nothing");
        memory.forgive(UserId(1));
        assert_eq!(memory.wait(UserId(1)), Duration::ZERO);
        for user in 10..10 + COUNTED_MAX as i64 {
            memory.count(UserId(user));
        }
        assert_eq!(memory.memory().wrong.len(), COUNTED_MAX);
    }
}
