//! PCs that wait for somebody to sign them in by the browser. It dies with the process. Source: RFC 8628.
//!
//! Of the code that a PC asks with, only the hash is kept. The code that people type is short, so wrong ones are counted.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use catalog::device::Enrolment;
use catalog::device_authorization::{EXPIRES_IN, INTERVAL, Refusal, UserCode};
use jiff::Timestamp;
use text::{Explain, Message, message};
use tokio::time::Instant;

use super::new_secret;
use crate::model::secret::{Secret, SecretHash, SecretKind};
use crate::model::user::UserId;
use crate::rules::peer::place;
use crate::rules::role::Actor;

/// The most PCs that wait.
const WAITING_MAX: usize = 5_000;
/// The most PCs at one place that wait.
const WAITING_AT_PLACE_MAX: usize = 100;
/// How long it is still known that nobody said anything in time.
const KEPT_AFTER: Duration = Duration::from_secs(60);
/// How much earlier than told a PC may ask again: networks and clocks are not even.
const INTERVAL_TOLERANCE: Duration = Duration::from_secs(1);
/// How many wrong codes one user may type in [`WRONG_WINDOW`]: of 20^8 codes at most [`WAITING_MAX`] are right at a time.
pub(crate) const WRONG_MAX: u32 = 10;
/// How long wrong codes are counted together.
pub(crate) const WRONG_WINDOW: Duration = Duration::from_secs(60 * 60);
/// How often another code is made for one that is taken, or for bytes that make none.
const TRIES_MAX: usize = 16;
/// How many random bytes are taken for a code: nearly always enough.
const CODE_BYTES: usize = 32;

/// All PCs that wait.
#[derive(Debug, Default)]
pub(crate) struct DeviceAuthorizations(Mutex<Memory>);

#[derive(Debug, Default)]
struct Memory {
    waiting: HashMap<SecretHash, Waiting>,
    by_code: HashMap<UserCode, SecretHash>,
    wrong: HashMap<UserId, Wrong>,
}

#[derive(Debug)]
struct Waiting {
    code: UserCode,
    asking: Asking,
    place: IpAddr,
    ends_at: Instant,
    asked_at: Option<Instant>,
    state: State,
}

#[derive(Debug)]
enum State {
    /// Nobody has said anything.
    Open,
    /// This person has said yes; the PC has not come for its token.
    Granted(Box<Actor>),
    /// The PC has come, and its token is being made.
    Fetched,
    /// Somebody has said no.
    Refused,
}

#[derive(Debug, Clone, Copy)]
struct Wrong {
    begun_at: Instant,
    count: u32,
}

/// A PC that wants to be signed in, as people are asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asking {
    /// The PC.
    pub(crate) enrolment: Enrolment,
    /// From where it asked.
    pub(crate) address: IpAddr,
    /// When.
    pub(crate) at: Timestamp,
}

/// Why a person's code leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum DeviceCodeError {
    /// There is none like it, or not any more.
    Unknown,
    /// Somebody has said yes or no to it.
    Decided,
    /// This user has typed too many wrong ones.
    TooOften {
        /// When to come again.
        seconds: u64,
    },
}

/// A PC that has come for the token that somebody has granted. Unless it is done, the PC may come again after it is dropped.
#[derive(Debug)]
pub(crate) struct Fetch<'a> {
    all: &'a DeviceAuthorizations,
    hash: SecretHash,
    asking: Asking,
    actor: Actor,
}

impl DeviceAuthorizations {
    /// Lets a PC wait. Answers with its own code, and the one for people.
    ///
    /// # Errors
    /// [`Refusal::TemporarilyUnavailable`] if too many wait, [`Refusal::SlowDown`] if too many from the same place do.
    pub(crate) fn begin(&self, asking: Asking) -> Result<(Secret, UserCode), Refusal> {
        let now = Instant::now();
        let mut memory = self.memory();
        memory.sweep(now);
        if memory.waiting.len() >= WAITING_MAX {
            return Err(Refusal::TemporarilyUnavailable);
        }
        let here = place(asking.address);
        let at_place = memory.waiting.values().filter(|waiting| waiting.place == here).count();
        if at_place >= WAITING_AT_PLACE_MAX {
            return Err(Refusal::SlowDown);
        }
        let secret = new_secret(SecretKind::DeviceCode).map_err(|_| Refusal::TemporarilyUnavailable)?;
        let code = memory.new_code().ok_or(Refusal::TemporarilyUnavailable)?;
        let ends_at = now + Duration::from_secs(EXPIRES_IN);
        let (asked_at, state) = (None, State::Open);
        let waiting = Waiting { code: code.clone(), asking, place: here, ends_at, asked_at, state };
        memory.by_code.insert(code.clone(), secret.hash());
        memory.waiting.insert(secret.hash(), waiting);
        Ok((secret, code))
    }

    /// The PC that a user has typed the code of.
    ///
    /// # Errors
    /// [`DeviceCodeError`].
    pub(crate) fn find(&self, user: UserId, typed: &str) -> Result<(UserCode, Asking), DeviceCodeError> {
        let mut memory = self.memory();
        let (code, hash) = memory.open(user, typed)?;
        let waiting = memory.waiting.get(&hash).ok_or(DeviceCodeError::Unknown)?;
        Ok((code, waiting.asking.clone()))
    }

    /// Says yes; nothing changes until the PC comes for its token. Answers which PC it was.
    ///
    /// # Errors
    /// [`DeviceCodeError`].
    pub(crate) fn grant(&self, user: UserId, actor: Actor, typed: &str) -> Result<Asking, DeviceCodeError> {
        self.decide(user, typed, State::Granted(Box::new(actor)))
    }

    /// Says no. Answers which PC it was.
    ///
    /// # Errors
    /// [`DeviceCodeError`].
    pub(crate) fn refuse(&self, user: UserId, typed: &str) -> Result<Asking, DeviceCodeError> {
        self.decide(user, typed, State::Refused)
    }

    fn decide(&self, user: UserId, typed: &str, state: State) -> Result<Asking, DeviceCodeError> {
        let mut memory = self.memory();
        let (_, hash) = memory.open(user, typed)?;
        let waiting = memory.waiting.get_mut(&hash).ok_or(DeviceCodeError::Unknown)?;
        waiting.state = state;
        Ok(waiting.asking.clone())
    }

    /// Lets a PC have its token, one at a time; or says why not, or not yet.
    ///
    /// # Errors
    /// [`Refusal`].
    pub(crate) fn take(&self, device_code: &str) -> Result<Fetch<'_>, Refusal> {
        let secret = Secret::parse(SecretKind::DeviceCode, device_code).ok_or(Refusal::InvalidGrant)?;
        let (now, hash) = (Instant::now(), secret.hash());
        let mut memory = self.memory();
        memory.sweep(now);
        let waiting = memory.waiting.get_mut(&hash).ok_or(Refusal::InvalidGrant)?;
        let earliest = Duration::from_secs(INTERVAL) - INTERVAL_TOLERANCE;
        let is_early = waiting.asked_at.replace(now).is_some_and(|asked_at| now < asked_at + earliest);
        if now >= waiting.ends_at {
            memory.remove(&hash);
            return Err(Refusal::ExpiredToken);
        }
        if is_early {
            return Err(Refusal::SlowDown);
        }
        match &waiting.state {
            State::Open | State::Fetched => Err(Refusal::AuthorizationPending),
            State::Granted(actor) => {
                let (asking, actor) = (waiting.asking.clone(), Actor::clone(actor));
                waiting.state = State::Fetched;
                Ok(Fetch { all: self, hash, asking, actor })
            }
            State::Refused => {
                memory.remove(&hash);
                Err(Refusal::AccessDenied)
            }
        }
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // A thread that died while it held the lock left whole maps: what is in one and not in the other is swept.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// The code that somebody has typed, and whose it is, if nobody has decided. What is wrong is counted.
    fn open(&mut self, user: UserId, typed: &str) -> Result<(UserCode, SecretHash), DeviceCodeError> {
        let now = Instant::now();
        self.sweep(now);
        self.wrong.retain(|_, wrong| now < wrong.begun_at + WRONG_WINDOW);
        if let Some(wrong) = self.wrong.get(&user).filter(|wrong| wrong.count >= WRONG_MAX) {
            let wait = wrong.begun_at + WRONG_WINDOW - now;
            return Err(DeviceCodeError::TooOften { seconds: wait.as_secs() + 1 });
        }
        let found = UserCode::parse(typed).ok().and_then(|code| {
            let hash = self.by_code.get(&code)?;
            let waiting = self.waiting.get(hash).filter(|waiting| now < waiting.ends_at)?;
            Some((code, *hash, matches!(waiting.state, State::Open)))
        });
        match found {
            Some((code, hash, true)) => Ok((code, hash)),
            Some(_) => Err(DeviceCodeError::Decided),
            None => {
                self.wrong.entry(user).or_insert(Wrong { begun_at: now, count: 0 }).count += 1;
                Err(DeviceCodeError::Unknown)
            }
        }
    }

    /// A code that no PC that waits has.
    fn new_code(&self) -> Option<UserCode> {
        let make = || {
            let mut random = [0; CODE_BYTES];
            getrandom::fill(&mut random).ok()?;
            UserCode::of(&random).filter(|code| !self.by_code.contains_key(code))
        };
        (0..TRIES_MAX).find_map(|_| make())
    }

    fn remove(&mut self, hash: &SecretHash) {
        if let Some(waiting) = self.waiting.remove(hash) {
            self.by_code.remove(&waiting.code);
        }
    }

    fn sweep(&mut self, now: Instant) {
        let before = self.waiting.len();
        self.waiting.retain(|_, waiting| now < waiting.ends_at + KEPT_AFTER);
        if self.waiting.len() < before {
            self.by_code.retain(|_, hash| self.waiting.contains_key(hash));
        }
    }
}

impl Fetch<'_> {
    /// The PC that it is about.
    pub(crate) fn asking(&self) -> &Asking {
        &self.asking
    }

    /// Who has said yes.
    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Ends it: the PC has its token, or never gets one.
    pub(crate) fn done(self) {
        self.all.memory().remove(&self.hash);
    }
}

impl Drop for Fetch<'_> {
    fn drop(&mut self) {
        if let Some(waiting) = self.all.memory().waiting.get_mut(&self.hash)
            && matches!(waiting.state, State::Fetched)
        {
            waiting.state = State::Granted(Box::new(self.actor.clone()));
        }
    }
}

impl Explain for DeviceCodeError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown => message!("error-device-code-unknown"),
            Self::Decided => message!("error-device-code-decided"),
            Self::TooOften { seconds } => {
                message!("error-device-code-too-often", minutes = seconds.div_ceil(60))
            }
        }
    }
}

#[cfg(test)]
mod tests;
