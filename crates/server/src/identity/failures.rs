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
use tokio::time::{Instant, sleep_until, timeout_at};

use super::lanes::{Lane, Lanes};
use crate::model::name::Name;
use crate::model::user::User;
use crate::rules::patience::{ACCOUNT_FAILURES_FREE, PLACE_FAILURES_FREE, forgiven_after, wait};

/// How long a wrong password is remembered.
const REMEMBERED_TIME: Duration = Duration::from_secs(60 * 60);
/// The same where a source was asked: it spares directories that lock accounts, and what is wrong there may soon be right.
const REMEMBERED_TIME_ELSEWHERE: Duration = Duration::from_secs(5 * 60);
/// The most wrong passwords that are remembered, of all accounts.
const REMEMBERED_MAX: usize = 20_000;
/// The most accounts and places whose failures are counted.
const COUNTED_MAX: usize = 20_000;
/// How long a check of a slowed account comes after the one before that failed: guesses are slowed to this, and right passwords
/// are still found to be right.
const PACE: Duration = Duration::from_secs(1);
/// How long an attempt may wait for its turn.
const TURN_TIME_MAX: Duration = Duration::from_secs(10);
/// The most attempts on one account from one place that wait for their turn while it is not slowed.
const WAITING_MAX: usize = 64;
/// The same while it is slowed. Who was turned away and gives the same password again finds twice as many places.
const WAITING_SLOWED_MAX: usize = 4;
/// The most first attempts that wait for their turn at a place with too many failures; twice as many for who comes again.
const WAITING_AT_PLACE_MAX: usize = 16;
/// How many bytes of key HMAC-SHA-256 takes without hashing them first.
const KEY_SIZE: usize = 64;

type Seal = [u8; 32];

/// Remembers wrong passwords, and counts them by account and place.
#[derive(Debug)]
pub(crate) struct Failures {
    key: [u8; KEY_SIZE],
    memory: Mutex<Memory>,
    /// Who waits for a source does not keep those waiting whom this server itself verifies.
    lanes: Lanes<(Who, Asked)>,
}

/// Who signs in from where.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    account: Who,
    place: Who,
    slowed: Who,
    asked: Asked,
}

/// What failures are counted by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Account(String, IpAddr),
    Place(IpAddr),
    /// The accounts that failed at a place with too many failures; only they wait for each other's pace.
    Slowed(IpAddr),
}

/// Who is asked about a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Asked {
    /// This server itself.
    Here,
    /// A source, which knows of changes that this server does not see.
    Elsewhere,
}

/// The right to check an attempt, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a> {
    _account: Lane<'a, (Who, Asked)>,
    _place: Option<Lane<'a, (Who, Asked)>>,
    not_before: Option<Instant>,
    ends_at: Instant,
}

/// Whether an account is slowed where it is tried from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// It is not.
    Free,
    /// It is: who fails is told to wait.
    Slowed,
}

/// No turn was to be had: too many wait for one, or it took too long.
#[derive(Debug)]
pub(crate) struct TurnedAway;

#[derive(Debug, Default)]
struct Memory {
    wrong: Seals,
    /// What sources have said to be wrong.
    wrong_elsewhere: Seals,
    /// What found no turn, and is let in rather than what was never seen.
    turned_away: Seals,
    counts: HashMap<Who, Count>,
}

/// Names with passwords, until they are forgotten, all after the same time.
#[derive(Debug, Default)]
struct Seals {
    expire: HashMap<Seal, Instant>,
    /// The same in the order of time; all are remembered equally long.
    in_order: VecDeque<Seal>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    failures: u32,
    failed_at: Instant,
    wait_until: Instant,
    forgiven_at: Instant,
}

impl Attempt {
    /// An attempt to sign in with a name, from a place as [`crate::rules::peer::place`] tells it.
    pub(crate) fn new(name: &Name, place: IpAddr) -> Self {
        Self {
            account: Who::Account(name.key().to_owned(), place),
            place: Who::Place(place),
            slowed: Who::Slowed(place),
            asked: Asked::Here,
        }
    }

    /// The same attempt, which waits for its turn with those that ask the same.
    pub(crate) fn asking(self, asked: Asked) -> Self {
        Self { asked, ..self }
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
        let (memory, now) = (self.memory(), Instant::now());
        memory.wrong.knows(&seal, now) || memory.wrong_elsewhere.knows(&seal, now)
    }

    /// Waits until no other attempt on this account from this place is being checked, so that each counts before the next.
    /// From a place with too many failures, no other first attempt on any account, or no other on those that failed there.
    ///
    /// # Errors
    /// [`TurnedAway`]. Whoever then comes again with the same password is let in rather than who guesses another one.
    pub(crate) async fn turn(
        &self,
        attempt: &Attempt,
        name: &Name,
        user: Option<&User>,
        password: &str,
    ) -> Result<Turn<'_>, TurnedAway> {
        let seal = self.seal(name, user, password);
        let now = Instant::now();
        let places = if self.memory().turned_away.knows(&seal, now) { 2 } else { 1 };
        let ends_at = now + TURN_TIME_MAX;
        let turn = timeout_at(ends_at, self.queue(attempt, places, ends_at)).await.ok().flatten();
        turn.ok_or_else(|| {
            self.memory().turned_away.add(seal, Instant::now(), REMEMBERED_TIME);
            TurnedAway
        })
    }

    /// Waits in the lanes; `None` if one is full.
    async fn queue(&self, attempt: &Attempt, places: usize, ends_at: Instant) -> Option<Turn<'_>> {
        let waiting_max =
            if self.wait(attempt).is_zero() { WAITING_MAX } else { WAITING_SLOWED_MAX * places };
        let lane = |who: &Who| (who.clone(), attempt.asked);
        let account = self.lanes.enter(lane(&attempt.account), waiting_max).await?;
        let failures = self.memory().counts.get(&attempt.place).map_or(0, |count| count.failures);
        let place = if failures < PLACE_FAILURES_FREE {
            None
        } else if self.wait(attempt).is_zero() {
            Some(self.lanes.enter(lane(&attempt.place), WAITING_AT_PLACE_MAX * places).await?)
        } else {
            Some(self.lanes.enter(lane(&attempt.slowed), WAITING_SLOWED_MAX * places).await?)
        };
        let not_before = self.not_before(attempt);
        Some(Turn { _account: account, _place: place, not_before, ends_at })
    }

    /// When an attempt on a slowed account may be checked; `None` if the account is not slowed.
    fn not_before(&self, attempt: &Attempt) -> Option<Instant> {
        if self.wait(attempt).is_zero() {
            return None;
        }
        let memory = self.memory();
        let of_account = memory.counts.get(&attempt.account);
        let of_place =
            memory.counts.get(&attempt.place).filter(|count| count.failures >= PLACE_FAILURES_FREE);
        of_account.into_iter().chain(of_place).map(|count| count.failed_at + PACE).max()
    }

    /// How long whoever fails has to wait, and is checked only at a pace until then; zero if the account is not slowed.
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
        asked: Asked,
    ) -> Duration {
        let seal = self.seal(name, user, password);
        let now = Instant::now();
        match asked {
            Asked::Here => self.memory().wrong.add(seal, now, REMEMBERED_TIME),
            Asked::Elsewhere => self.memory().wrong_elsewhere.add(seal, now, REMEMBERED_TIME_ELSEWHERE),
        }
        self.count(attempt)
    }

    /// Counts a failure of which nothing else is known. Answers how long the next attempt has to wait.
    pub(crate) fn count(&self, attempt: &Attempt) -> Duration {
        let (mut memory, now) = (self.memory(), Instant::now());
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

impl Turn<'_> {
    /// Waits until the attempt may be checked. Answers whether the account is slowed.
    ///
    /// # Errors
    /// [`TurnedAway`] if that would take too long.
    pub(crate) async fn pace(&self) -> Result<Pace, TurnedAway> {
        let Some(not_before) = self.not_before else { return Ok(Pace::Free) };
        if not_before > self.ends_at {
            return Err(TurnedAway);
        }
        sleep_until(not_before).await;
        Ok(Pace::Slowed)
    }
}

impl Seals {
    fn knows(&self, seal: &Seal, now: Instant) -> bool {
        self.expire.get(seal).is_some_and(|expires_at| *expires_at > now)
    }

    fn add(&mut self, seal: Seal, now: Instant, time: Duration) {
        while let Some(first) = self.in_order.front() {
            let is_over = self.expire.get(first).is_none_or(|expires_at| *expires_at <= now);
            if !is_over && self.in_order.len() < REMEMBERED_MAX {
                break;
            }
            if let Some(first) = self.in_order.pop_front() {
                self.expire.remove(&first);
            }
        }
        if self.expire.insert(seal, now + time).is_none() {
            self.in_order.push_back(seal);
        }
    }
}

impl Memory {
    fn count(&mut self, who: &Who, free: u32, now: Instant) -> Duration {
        if self.counts.len() >= COUNTED_MAX && !self.counts.contains_key(who) {
            self.make_room(now);
        }
        let before = self.counts.get(who).filter(|count| count.forgiven_at > now);
        let failures = before.map_or(0, |count| count.failures).saturating_add(1);
        let wait = wait(failures, free);
        let forgiven_at = now + forgiven_after(failures);
        self.counts
            .insert(who.clone(), Count { failures, failed_at: now, wait_until: now + wait, forgiven_at });
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
mod tests;
