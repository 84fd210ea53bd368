//! All sources of accounts in their order, each with a time limit, a circuit breaker and a limit of its own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};

use super::breaker::{Breaker, Outcome};
use super::ldap::Ldap;
use super::open_id_connect::OpenIdConnect;
use super::open_xchange::OpenXchange;
use super::source::{KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::measures;
use crate::model::name::Name;
use crate::model::source::{Keys, SourceAccount, SourceName};
use crate::settings::{SourceKind, SourceSettings};

/// The most questions that one source is asked at a time.
pub(crate) const QUESTIONS_MAX: usize = 32;

/// The sources beside this server's own accounts, in the order of the settings.
#[derive(Debug, Default)]
pub(crate) struct Sources(Vec<GuardedSource>);

/// A source, and what keeps it from doing harm where it is slow or away.
#[derive(Debug)]
pub(crate) struct GuardedSource {
    source: Arc<dyn Source>,
    name: SourceName,
    entry: Entry,
    time_limit: Duration,
    grace: Duration,
    confirmation: Duration,
    breaker: Mutex<Breaker>,
    places: Semaphore,
}

/// How people come in by a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// By a name and a password, which this server passes on.
    Password,
    /// On pages of the source.
    Pages,
}

impl Sources {
    /// Prepares the sources that the settings name; nobody is asked yet.
    ///
    /// # Errors
    /// If one of them cannot be used as it is written.
    pub(crate) fn new(settings: &[SourceSettings]) -> Result<Self, SourceError> {
        let mut sources = Vec::new();
        for written in settings {
            let (name, mapping) = (written.name.clone(), &written.mapping);
            let (source, entry): (Arc<dyn Source>, Entry) = match &written.kind {
                SourceKind::Local => continue,
                SourceKind::OpenXchange(own) => {
                    (Arc::new(OpenXchange::new(name, own, mapping, written.time_limit)?), Entry::Password)
                }
                SourceKind::Ldap(own) => (Arc::new(Ldap::new(name, own, mapping)?), Entry::Password),
                SourceKind::OpenIdConnect(own) => {
                    (Arc::new(OpenIdConnect::new(name, own, mapping)?), Entry::Pages)
                }
            };
            sources.push(GuardedSource::new(source, entry, written));
        }
        Ok(Self(sources))
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &GuardedSource> {
        self.0.iter()
    }

    /// Those that are asked about a name that nobody has here.
    pub(crate) fn for_passwords(&self) -> impl Iterator<Item = &GuardedSource> {
        self.iter().filter(|source| source.entry == Entry::Password)
    }

    /// The source of a name; `None` if the settings name it no more.
    pub(crate) fn find(&self, name: &SourceName) -> Option<&GuardedSource> {
        self.iter().find(|source| source.name == *name)
    }

    /// Sources that tests stand in for, with the limits that hold if nothing is said.
    #[cfg(test)]
    pub(crate) fn of(sources: impl IntoIterator<Item = Arc<dyn Source>>) -> Self {
        let limits = |source: &Arc<dyn Source>| SourceSettings {
            name: source.name().clone(),
            kind: SourceKind::Local,
            time_limit: crate::settings::SOURCE_TIME_LIMIT,
            grace: crate::settings::SOURCE_GRACE,
            confirmation: crate::settings::SOURCE_CONFIRMATION,
            mapping: crate::model::source::PermissionMapping::default(),
        };
        let guarded = |source: Arc<dyn Source>| {
            let settings = limits(&source);
            GuardedSource::new(source, Entry::Password, &settings)
        };
        Self(sources.into_iter().map(guarded).collect())
    }
}

impl GuardedSource {
    fn new(source: Arc<dyn Source>, entry: Entry, settings: &SourceSettings) -> Self {
        Self {
            name: source.name().clone(),
            source,
            entry,
            time_limit: settings.time_limit,
            grace: settings.grace,
            confirmation: settings.confirmation,
            breaker: Mutex::default(),
            places: Semaphore::new(QUESTIONS_MAX),
        }
    }

    /// Its name.
    pub(crate) fn name(&self) -> &SourceName {
        &self.name
    }

    /// How it gives the keys that it knows accounts by.
    pub(crate) fn keys(&self) -> Keys {
        self.source.keys()
    }

    /// How long a password that was right still counts while it is away.
    pub(crate) fn grace(&self) -> Duration {
        self.grace
    }

    /// After how long without its word an account's sessions and tokens end.
    pub(crate) fn confirmation(&self) -> Duration {
        self.confirmation
    }

    /// Asks whether a name and a password are an account's.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(crate) async fn verify(&self, name: &Name, password: &str) -> Result<Verdict, SourceError> {
        // No password is nobody's, though a directory may take it for a sign-in by nobody, which succeeds.
        if self.entry == Entry::Pages || password.is_empty() {
            return Ok(Verdict::Wrong);
        }
        let asked = self.ask(self.source.verify(name, password), |_| Outcome::Answered).await;
        asked.and_then(|verdict| match verdict {
            Verdict::Accepted(account) => Ok(Verdict::Accepted(Box::new(self.judged(*account)?))),
            Verdict::Wrong => Ok(Verdict::Wrong),
        })
    }

    /// Asks how it stands with an account that it told of before.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(crate) async fn look_up(&self, account: &KnownAccount) -> Result<LookUp, SourceError> {
        let asked = self.ask(self.source.look_up(account), |found| match found {
            // For that nobody has to be there.
            LookUp::CannotTell => Outcome::GivenUp,
            LookUp::Present(_) | LookUp::Gone => Outcome::Answered,
        });
        let asked = asked.await;
        asked.and_then(|found| match found {
            LookUp::Present(told) if told.key != account.key => {
                let detail = "asked for one account, it told of another".to_owned();
                Err(self.tell(SourceError::NotUnderstood(detail)))
            }
            LookUp::Present(told) => Ok(LookUp::Present(Box::new(self.judged(*told)?))),
            found => Ok(found),
        })
    }

    /// Asks whether it can be asked at all, though it may be left alone just now.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(crate) async fn probe(&self) -> Result<(), SourceError> {
        timeout(self.time_limit, self.source.probe()).await.unwrap_or(Err(SourceError::Late))
    }

    /// Takes an account that the source vouches for on pages of its own.
    ///
    /// # Errors
    /// [`SourceError::NotUnderstood`] for one that cannot be an account here.
    pub(crate) fn judged(&self, account: SourceAccount) -> Result<SourceAccount, SourceError> {
        account.judged().map_err(|error| self.tell(SourceError::NotUnderstood(error.to_string())))
    }

    async fn ask<Answer>(
        &self,
        question: impl Future<Output = Result<Answer, SourceError>>,
        outcome_of: impl FnOnce(&Answer) -> Outcome,
    ) -> Result<Answer, SourceError> {
        if !self.breaker().may_ask(Instant::now()) {
            return Err(SourceError::LeftAlone);
        }
        let mut asking = Asking { source: self, outcome: Outcome::GivenUp };
        let Ok(_place) = self.places.try_acquire() else { return Err(self.tell(SourceError::Busy)) };
        let answer = timeout(self.time_limit, question).await.unwrap_or(Err(SourceError::Late));
        asking.outcome = match &answer {
            // Who answers nonsense about one account is there for all others.
            Err(SourceError::NotUnderstood(_)) => Outcome::Answered,
            Ok(answer) => outcome_of(answer),
            Err(SourceError::Busy | SourceError::LeftAlone) => Outcome::GivenUp,
            Err(_) => Outcome::Failed,
        };
        drop(asking);
        if answer.is_ok() {
            measures::source_asked(self.name.as_str(), "answered");
        }
        answer.map_err(|error| self.tell(error))
    }

    /// Notes an error for the administrator, who alone can do something about it.
    fn tell(&self, error: SourceError) -> SourceError {
        measures::source_asked(self.name.as_str(), if error == SourceError::Busy { "busy" } else { "away" });
        tracing::warn!(source = self.name.as_str(), %error, "a source of accounts gave no answer");
        error
    }

    fn breaker(&self) -> MutexGuard<'_, Breaker> {
        // A thread that died while it held the lock left a whole state: each change is one assignment.
        self.breaker.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A question under way; whoever stops waiting for the answer leaves no trial open behind.
struct Asking<'a> {
    source: &'a GuardedSource,
    outcome: Outcome,
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        let mut breaker = self.source.breaker();
        let was_asked = breaker.is_asked();
        breaker.take(self.outcome, Instant::now());
        let is_asked = breaker.is_asked();
        drop(breaker);
        if was_asked != is_asked {
            let source = self.source.name.as_str();
            if is_asked {
                measures::source_asked_again(source);
                tracing::info!(source, "a source of accounts answers again");
            } else {
                measures::source_left_alone(source);
                tracing::warn!(source, "a source of accounts failed too often and is left alone for a while");
            }
        }
    }
}

#[cfg(test)]
mod tests;
