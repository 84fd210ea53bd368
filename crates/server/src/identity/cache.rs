//! The memory of credentials that were verified: each poll of a client would cost tens of milliseconds of Argon2 without it.
//!
//! It keeps no password, but a keyed hash of it; the key is random, and dies with the process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokio::time::Instant;

use crate::model::user::{User, UserId};

/// How long a verified password is remembered.
const REMEMBERED_TIME: Duration = Duration::from_secs(10 * 60);
/// The most users whose password is remembered.
const REMEMBERED_MAX: usize = 20_000;

/// How many bytes of key HMAC-SHA-256 takes without hashing them first.
const KEY_SIZE: usize = 64;

/// Remembers for each user the password that was verified last.
///
/// An entry counts only for the very hash that it was verified against, so a changed password makes it void even if the
/// verification began before the change.
#[derive(Debug)]
pub(crate) struct VerifiedCache {
    key: [u8; KEY_SIZE],
    entries: Mutex<HashMap<UserId, Entry>>,
}

/// What is remembered of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recollection {
    /// It was right a moment ago.
    Fresh,
    /// It was right when the source was last asked.
    Old,
    /// Another one was.
    Another,
}

#[derive(Debug)]
struct Entry {
    seal: [u8; 32],
    password_hash: Arc<str>,
    /// Until then nobody is asked.
    fresh_until: Instant,
    /// Until then it counts where nobody can be asked.
    expires_at: Instant,
}

impl VerifiedCache {
    /// Makes an empty memory with a new key.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        let mut key = [0; KEY_SIZE];
        getrandom::fill(&mut key)?;
        Ok(Self { key, entries: Mutex::default() })
    }

    /// Whether this password was verified for the user as the user is now, and not so long ago that it has to be asked again.
    pub(crate) fn knows(&self, user: &User, password: &str) -> bool {
        self.recall(user, password) == Some(Recollection::Fresh)
    }

    /// What is remembered of this password of a user whose source cannot be asked; `None` if nothing is of the user's.
    pub(crate) fn recall(&self, user: &User, password: &str) -> Option<Recollection> {
        let (mut entries, now) = (self.entries(), Instant::now());
        let entry = entries.get(&user.id)?;
        if entry.password_hash != user.password_hash || entry.expires_at <= now {
            entries.remove(&user.id);
            return None;
        }
        // In constant time.
        let is_same = self.sealing(user.id, password).verify_slice(&entry.seal).is_ok();
        Some(match (is_same, entry.fresh_until > now) {
            (true, true) => Recollection::Fresh,
            (true, false) => Recollection::Old,
            (false, _) => Recollection::Another,
        })
    }

    /// Remembers a password that was just verified against the user's hash.
    pub(crate) fn remember(&self, user: &User, password: &str) {
        self.remember_with_grace(user, password, Duration::ZERO);
    }

    /// Remembers a password that the user's source has just confirmed, and for how long it counts while the source is away.
    pub(crate) fn remember_with_grace(&self, user: &User, password: &str, grace: Duration) {
        let now = Instant::now();
        let entry = Entry {
            seal: self.sealing(user.id, password).finalize().into_bytes().into(),
            password_hash: Arc::clone(&user.password_hash),
            fresh_until: now + REMEMBERED_TIME,
            expires_at: now + REMEMBERED_TIME.max(grace),
        };
        let mut entries = self.entries();
        if entries.len() >= REMEMBERED_MAX && !entries.contains_key(&user.id) {
            make_room(&mut entries, now);
        }
        entries.insert(user.id, entry);
    }

    /// Forgets a password that the user's source has just refused; another one that is remembered stays.
    pub(crate) fn refuse(&self, user: &User, password: &str) {
        if matches!(self.recall(user, password), Some(Recollection::Fresh | Recollection::Old)) {
            self.forget(user.id);
        }
    }

    /// Forgets a user.
    pub(crate) fn forget(&self, user: UserId) {
        self.entries().remove(&user);
    }

    fn sealing(&self, user: UserId, password: &str) -> Hmac<Sha256> {
        let mut sealing = Hmac::<Sha256>::new(&self.key.into());
        sealing.update(&user.0.to_be_bytes());
        sealing.update(password.as_bytes());
        sealing
    }

    fn entries(&self) -> MutexGuard<'_, HashMap<UserId, Entry>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Drops what has expired, else the entry that expires first.
fn make_room(entries: &mut HashMap<UserId, Entry>, now: Instant) {
    entries.retain(|_, entry| entry.expires_at > now);
    if entries.len() >= REMEMBERED_MAX {
        let first = entries.iter().min_by_key(|(_, entry)| entry.expires_at).map(|(user, _)| *user);
        first.map(|user| entries.remove(&user));
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::{Duration, advance};

    use super::{REMEMBERED_MAX, REMEMBERED_TIME, Recollection, VerifiedCache};
    use crate::model::user::{User, UserId};
    use crate::reference::{assert_says, grouped};

    fn user(id: i64, password_hash: &str) -> User {
        User { password_hash: password_hash.into(), ..User::example(id) }
    }

    #[tokio::test(start_paused = true)]
    async fn only_the_verified_password_of_the_same_user_is_known_and_not_for_long() {
        let cache = VerifiedCache::new().unwrap();
        let anna = user(1, "hash");
        assert!(!cache.knows(&anna, "secret"));
        cache.remember(&anna, "secret");
        assert!(cache.knows(&anna, "secret"));
        assert!(!cache.knows(&anna, "secre"));
        assert!(cache.knows(&anna, "secret"), "a wrong password in between changes nothing");
        assert!(!cache.knows(&user(2, "hash"), "secret"));
        advance(REMEMBERED_TIME - Duration::from_secs(1)).await;
        assert!(cache.knows(&anna, "secret"));
        advance(Duration::from_secs(1)).await;
        assert!(!cache.knows(&anna, "secret"));
    }

    #[tokio::test(start_paused = true)]
    async fn what_a_source_has_confirmed_is_remembered_for_when_it_is_away() {
        let (cache, anna, grace) = (VerifiedCache::new().unwrap(), user(1, ""), REMEMBERED_TIME * 6);
        cache.remember_with_grace(&anna, "secret", grace);
        assert_eq!(cache.recall(&anna, "secret"), Some(Recollection::Fresh));
        assert_eq!(cache.recall(&anna, "guess"), Some(Recollection::Another));
        assert_eq!(cache.recall(&user(2, ""), "secret"), None);
        advance(REMEMBERED_TIME).await;
        assert!(!cache.knows(&anna, "secret"), "the source is asked again");
        assert_eq!(cache.recall(&anna, "secret"), Some(Recollection::Old));
        cache.refuse(&anna, "guess");
        assert_eq!(cache.recall(&anna, "secret"), Some(Recollection::Old), "somebody else's guess");
        advance(grace - REMEMBERED_TIME - Duration::from_secs(1)).await;
        assert_eq!(cache.recall(&anna, "secret"), Some(Recollection::Old));
        advance(Duration::from_secs(1)).await;
        assert_eq!(cache.recall(&anna, "secret"), None);
        cache.remember_with_grace(&anna, "secret", grace);
        cache.refuse(&anna, "secret");
        assert_eq!(cache.recall(&anna, "secret"), None, "the password is another one now");
        cache.remember_with_grace(&anna, "secret", Duration::ZERO);
        advance(REMEMBERED_TIME).await;
        assert_eq!(cache.recall(&anna, "secret"), None, "no grace");
    }

    #[tokio::test]
    async fn a_changed_password_makes_what_was_verified_before_void() {
        let cache = VerifiedCache::new().unwrap();
        let (before, after) = (user(1, "hash"), user(1, "another hash"));
        cache.remember(&before, "secret");
        assert!(!cache.knows(&after, "secret"));
        // A verification that began before the change and ends after it.
        cache.remember(&before, "secret");
        assert!(!cache.knows(&after, "secret"));
        cache.remember(&after, "new secret");
        cache.forget(UserId(1));
        assert!(!cache.knows(&after, "new secret"));
    }

    #[tokio::test(start_paused = true)]
    async fn the_memory_has_an_end() {
        let cache = VerifiedCache::new().unwrap();
        for id in 0..REMEMBERED_MAX as i64 {
            cache.remember(&user(id, "hash"), "secret");
            if id == 0 {
                advance(Duration::from_secs(1)).await;
            }
        }
        cache.remember(&user(-1, "hash"), "secret");
        assert_eq!(cache.entries().len(), REMEMBERED_MAX);
        assert!(cache.knows(&user(-1, "hash"), "secret"));
        assert!(!cache.knows(&user(0, "hash"), "secret"), "the first to expire made room");
        assert!(cache.knows(&user(1, "hash"), "secret"));
    }

    #[test]
    fn the_limits_are_told() {
        let (users, minutes) = (grouped(REMEMBERED_MAX as u64), REMEMBERED_TIME.as_secs() / 60);
        assert_says("oxupdated.md", &format!("| {users} users, {minutes} minutes each |"));
    }
}
