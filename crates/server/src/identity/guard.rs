//! What keeps a source from doing harm where it is slow or away: a time limit, a circuit breaker, and a limit of questions at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};

use super::breaker::{Breaker, Outcome};
use super::source::SourceError;
use crate::measures;
use crate::model::source::SourceName;

/// The most questions that one source is asked at a time.
pub(crate) const QUESTIONS_MAX: usize = 32;

/// Stands between a source and who asks it.
#[derive(Debug)]
pub(super) struct Guard {
    name: SourceName,
    time_limit: Duration,
    breaker: Mutex<Breaker>,
    places: Semaphore,
}

impl Guard {
    /// For a source that may be asked.
    pub(super) fn new(name: SourceName, time_limit: Duration) -> Self {
        Self { name, time_limit, breaker: Mutex::default(), places: Semaphore::new(QUESTIONS_MAX) }
    }

    /// The source's name.
    pub(super) fn name(&self) -> &SourceName {
        &self.name
    }

    /// How long an answer may take.
    pub(super) fn time_limit(&self) -> Duration {
        self.time_limit
    }

    /// Asks, if it is time and there is room; what came of it is noted.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(super) async fn ask<Answer>(
        &self,
        question: impl Future<Output = Result<Answer, SourceError>>,
        outcome_of: impl FnOnce(&Answer) -> Outcome,
    ) -> Result<Answer, SourceError> {
        if !self.breaker().may_ask(Instant::now()) {
            return Err(SourceError::LeftAlone);
        }
        let mut asking = Asking { guard: self, outcome: Outcome::GivenUp };
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
    pub(super) fn tell(&self, error: SourceError) -> SourceError {
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
    guard: &'a Guard,
    outcome: Outcome,
}

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        let mut breaker = self.guard.breaker();
        let was_asked = breaker.is_asked();
        breaker.take(self.outcome, Instant::now());
        let is_asked = breaker.is_asked();
        drop(breaker);
        if was_asked != is_asked {
            let source = self.guard.name.as_str();
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
