//! The memory of sign-ins that failed: what is known to be wrong is not asked again, and who keeps guessing has to wait.
//!
//! It keeps no password, but a keyed hash of name and password; the key is random, and dies with the process.
//! docs/decisions/0006 tells why the waiting is as it is.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tokio::time::Instant;

use super::lanes::{Lane, Lanes};
use crate::model::name::Name;
use crate::model::user::User;
use crate::rules::patience::{ACCOUNT_FAILURES_FREE, PLACE_FAILURES_FREE, forgiven_after, wait};

/// How long a wrong password is remembered.
const REMEMBERED_TIME: Duration = Duration::from_secs(60 * 60);
/// The most wrong passwords that are remembered, of all accounts.
const REMEMBERED_MAX: usize = 20_000;
/// The most accounts and places whose failures are counted.
const COUNTED_MAX: usize = 20_000;
/// How many bytes of key HMAC-SHA-256 takes without hashing them first.
const KEY_SIZE: usize = 64;

type Seal = [u8; 32];

/// Remembers wrong passwords, and counts them by account and place.
#[derive(Debug)]
pub(crate) struct Failures {
    key: [u8; KEY_SIZE],
    memory: Mutex<Memory>,
    lanes: Lanes<Who>,
}

/// Who signs in from where.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    account: Who,
    place: Who,
}

/// What failures are counted by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Account(String, IpAddr),
    Place(IpAddr),
}

/// The right to check an attempt, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a> {
    _account: Lane<'a, Who>,
    _place: Option<Lane<'a, Who>>,
}

#[derive(Debug, Default)]
struct Memory {
    wrong: HashMap<Seal, Instant>,
    /// The same in the order of time; all are remembered equally long.
    in_order: VecDeque<Seal>,
    counts: HashMap<Who, Count>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    failures: u32,
    wait_until: Instant,
    forgiven_at: Instant,
}

impl Attempt {
    /// An attempt to sign in with a name, from a place as [`crate::rules::peer::place`] tells it.
    pub(crate) fn new(name: &Name, place: IpAddr) -> Self {
        Self { account: Who::Account(name.key().to_owned(), place), place: Who::Place(place) }
    }
}

impl Failures {
    /// Makes an empty memory with a new key.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        let mut key = [0; KEY_SIZE];
        getrandom::fill(&mut key)?;
        Ok(Self { key, memory: Mutex::default(), lanes: Lanes::default() })
    }

    /// Whether this password is known to be wrong for the name, the user who has it being as it is now.
    ///
    /// Another password, and enabling, makes what was remembered before void.
    pub(crate) fn knows(&self, name: &Name, user: Option<&User>, password: &str) -> bool {
        let seal = self.seal(name, user, password);
        self.memory().wrong.get(&seal).is_some_and(|expires_at| *expires_at > Instant::now())
    }

    /// Waits until no other attempt on this account from this place is being checked, so that each counts before the next.
    /// From a place with too many failures, no other attempt on any account.
    pub(crate) async fn turn(&self, attempt: &Attempt) -> Turn<'_> {
        let account = self.lanes.enter(attempt.account.clone()).await;
        let failures = self.memory().counts.get(&attempt.place).map_or(0, |count| count.failures);
        let place = if failures < PLACE_FAILURES_FREE {
            None
        } else {
            Some(self.lanes.enter(attempt.place.clone()).await)
        };
        Turn { _account: account, _place: place }
    }

    /// How long the attempt has to wait before it is worth a check; zero if it has not.
    ///
    /// An account that never failed from its place has not, whatever others did there.
    pub(crate) fn wait(&self, attempt: &Attempt) -> Duration {
        let now = Instant::now();
        let memory = self.memory();
        let wait_of = |who: &Who| {
            let count = memory.counts.get(who).filter(|count| count.forgiven_at > now)?;
            Some(count.wait_until.saturating_duration_since(now))
        };
        let of_account = wait_of(&attempt.account);
        of_account.map_or(Duration::ZERO, |account| account.max(wait_of(&attempt.place).unwrap_or_default()))
    }

    /// Remembers that a check failed. Answers how long the next attempt has to wait.
    pub(crate) fn remember(
        &self,
        attempt: &Attempt,
        name: &Name,
        user: Option<&User>,
        password: &str,
    ) -> Duration {
        let seal = self.seal(name, user, password);
        let now = Instant::now();
        let mut memory = self.memory();
        memory.remember(seal, now);
        memory.count(&attempt.place, PLACE_FAILURES_FREE, now);
        memory.count(&attempt.account, ACCOUNT_FAILURES_FREE, now)
    }

    /// Forgets the failures of an account from the place that it signed in from.
    pub(crate) fn forgive(&self, attempt: &Attempt) {
        self.memory().counts.remove(&attempt.account);
    }

    /// Forgets the failures of an account from everywhere.
    pub(crate) fn forgive_everywhere(&self, name: &Name) {
        let is_of = |who: &Who| matches!(who, Who::Account(key, _) if key == name.key());
        self.memory().counts.retain(|who, _| !is_of(who));
    }

    fn seal(&self, name: &Name, user: Option<&User>, password: &str) -> Seal {
        let mut sealing = Hmac::<Sha256>::new(&self.key.into());
        let standing = user.map_or("", |user| user.standing.as_str());
        let hash = user.map_or("", |user| &user.password_hash);
        for part in [name.key(), standing, hash] {
            sealing.update(&part.len().to_be_bytes());
            sealing.update(part.as_bytes());
        }
        sealing.update(password.as_bytes());
        sealing.finalize().into_bytes().into()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // A thread that died while it held the lock left maps that at worst forgot something.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    fn remember(&mut self, seal: Seal, now: Instant) {
        while let Some(first) = self.in_order.front() {
            let is_over = self.wrong.get(first).is_none_or(|expires_at| *expires_at <= now);
            if !is_over && self.in_order.len() < REMEMBERED_MAX {
                break;
            }
            if let Some(first) = self.in_order.pop_front() {
                self.wrong.remove(&first);
            }
        }
        if self.wrong.insert(seal, now + REMEMBERED_TIME).is_none() {
            self.in_order.push_back(seal);
        }
    }

    fn count(&mut self, who: &Who, free: u32, now: Instant) -> Duration {
        if self.counts.len() >= COUNTED_MAX && !self.counts.contains_key(who) {
            self.make_room(now);
        }
        let before = self.counts.get(who).filter(|count| count.forgiven_at > now);
        let failures = before.map_or(0, |count| count.failures).saturating_add(1);
        let wait = wait(failures, free);
        let forgiven_at = now + forgiven_after(failures);
        self.counts.insert(who.clone(), Count { failures, wait_until: now + wait, forgiven_at });
        wait
    }

    /// Drops what is forgiven, else what is forgiven first: that is who failed least, and not who is being guessed at.
    fn make_room(&mut self, now: Instant) {
        self.counts.retain(|_, count| count.forgiven_at > now);
        if self.counts.len() >= COUNTED_MAX {
            let first =
                self.counts.iter().min_by_key(|(_, count)| count.forgiven_at).map(|(who, _)| who.clone());
            first.map(|who| self.counts.remove(&who));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::time::{Duration, advance};

    use super::{Attempt, COUNTED_MAX, Failures, REMEMBERED_MAX, REMEMBERED_TIME};
    use crate::model::name::Name;
    use crate::model::user::{Standing, User, UserId};
    use crate::reference::{assert_says, grouped};
    use crate::rules::patience::{ACCOUNT_FAILURES_FREE, PLACE_FAILURES_FREE, WAIT_MIN};

    fn name(written: &str) -> Name {
        Name::parse(written).unwrap()
    }

    fn anna(password_hash: &str, standing: Standing) -> User {
        let (id, password_hash) = (UserId(1), password_hash.into());
        User { id, name: name("anna"), standing, password_hash, permissions: Arc::default() }
    }

    fn from(account: &str, place: &str) -> Attempt {
        Attempt::new(&name(account), place.parse().unwrap())
    }

    fn fail(failures: &Failures, account: &str, place: &str, times: u32) {
        for number in 0..times {
            failures.remember(&from(account, place), &name(account), None, &format!("wrong {number}"));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_wrong_password_is_known_until_something_changes() {
        let failures = Failures::new().unwrap();
        let user = anna("hash", Standing::Enabled);
        let knows = |user: Option<&User>, password| failures.knows(&name("Anna"), user, password);
        failures.remember(&from("anna", "192.0.2.1"), &name("anna"), Some(&user), "wrong");
        assert!(knows(Some(&user), "wrong"));
        assert!(!knows(Some(&user), "wrong "));
        assert!(!knows(None, "wrong"), "there was a user of that name");
        assert!(!knows(Some(&anna("another", Standing::Enabled)), "wrong"), "the password was changed");
        assert!(!knows(Some(&anna("hash", Standing::Disabled)), "wrong"), "the standing was changed");
        assert!(!failures.knows(&name("ben"), Some(&user), "wrong"));
        advance(REMEMBERED_TIME - Duration::from_secs(1)).await;
        assert!(knows(Some(&user), "wrong"));
        advance(Duration::from_secs(1)).await;
        assert!(!knows(Some(&user), "wrong"));
    }

    #[tokio::test(start_paused = true)]
    async fn only_the_account_that_fails_has_to_wait_and_only_where_it_fails() {
        let failures = Failures::new().unwrap();
        let wait = |account, place| failures.wait(&from(account, place));
        fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE - 1);
        assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
        fail(&failures, "anna", "192.0.2.1", 1);
        assert_eq!(wait("ANNA", "192.0.2.1"), WAIT_MIN);
        assert_eq!(wait("anna", "192.0.2.2"), Duration::ZERO);
        assert_eq!(wait("ben", "192.0.2.1"), Duration::ZERO);
        advance(WAIT_MIN).await;
        assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
        fail(&failures, "anna", "192.0.2.1", 1);
        assert_eq!(wait("anna", "192.0.2.1"), WAIT_MIN * 2);
        failures.forgive(&from("anna", "192.0.2.1"));
        assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
        fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE);
        failures.forgive_everywhere(&name("Anna"));
        assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn a_place_that_tries_many_accounts_waits_with_those_it_tried() {
        let failures = Failures::new().unwrap();
        for number in 0..PLACE_FAILURES_FREE {
            fail(&failures, &format!("user {number}"), "192.0.2.1", 1);
        }
        let wait = |account, place| failures.wait(&from(account, place));
        assert_eq!(wait("user 1", "192.0.2.1"), WAIT_MIN);
        assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO, "a colleague in the same office");
        assert_eq!(wait("user 1", "192.0.2.2"), Duration::ZERO);
        assert!(failures.turn(&from("anna", "192.0.2.1")).await._place.is_some(), "one at a time from there");
        assert!(failures.turn(&from("anna", "192.0.2.2")).await._place.is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn the_memory_has_an_end() {
        let failures = Failures::new().unwrap();
        fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE + 1);
        for number in 0..REMEMBERED_MAX.max(COUNTED_MAX) {
            let (account, place) = (format!("user {number}"), format!("2001:db8::{:x}", number % 7));
            fail(&failures, &account, &place, 1);
        }
        let sizes = |memory: &super::Memory| (memory.wrong.len(), memory.in_order.len(), memory.counts.len());
        assert_eq!(sizes(&failures.memory()), (REMEMBERED_MAX, REMEMBERED_MAX, COUNTED_MAX));
        assert_ne!(
            failures.wait(&from("anna", "192.0.2.1")),
            Duration::ZERO,
            "made-up names do not hide a guess"
        );
        advance(REMEMBERED_TIME).await;
        fail(&failures, "ben", "192.0.2.9", 1);
        assert_eq!(failures.memory().wrong.len(), 1, "what has expired goes");
    }

    #[test]
    fn the_limits_are_told() {
        let (pairs, minutes) = (grouped(REMEMBERED_MAX as u64), REMEMBERED_TIME.as_secs() / 60);
        assert_says("oxupdated.md", &format!("| {pairs}, {minutes} minutes each |"));
        assert_says(
            "oxupdated.md",
            &format!("| accounts and places whose failures are counted | {} |", grouped(COUNTED_MAX as u64)),
        );
    }
}
