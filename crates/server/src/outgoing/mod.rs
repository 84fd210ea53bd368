//! Requests that the server makes itself: to fetch a package from where its publisher keeps it, and to call webhooks.
//!
//! Whoever may give an address could make the server ask in its own network. So each address that a name leads to is judged
//! (`rules::destination`), what was judged is what is connected to, and every step on the way is judged anew. No proxy of the
//! environment is used, nothing is sent along that tells who asks, and everything has a limit.

mod asking;
mod error;
pub(crate) mod exchange;
mod judging;
mod oauth;
pub(crate) mod old_server;
mod together;

use std::sync::Arc;
use std::time::Duration;

use ipnet::IpNet;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use ureq::Agent;

pub(crate) use self::asking::Asking;
pub(crate) use self::error::OutgoingError;
pub(crate) use self::together::Together;

/// How long a name may take to be looked up.
pub(crate) const LOOK_UP_TIME_MAX: Duration = Duration::from_secs(10);
/// How long a connection may take to be made, its encryption included.
pub(crate) const CONNECT_TIME_MAX: Duration = Duration::from_secs(10);
/// How long the other end may say nothing.
pub(crate) const SILENCE_TIME_MAX: Duration = Duration::from_secs(30);
/// How long a package may take in all, with everything that its address sends on to.
pub(crate) const PACKAGE_TIME_MAX: Duration = Duration::from_secs(30 * 60);
/// How long a webhook may take in all.
pub(crate) const WEBHOOK_TIME_MAX: Duration = Duration::from_secs(15);
/// How often an address may send on to another one.
pub(crate) const REDIRECTS_MAX: usize = 5;
/// The most bytes of an answer's headers.
pub(crate) const HEADERS_SIZE_MAX: usize = 64 * 1024;
/// How many packages are fetched at the same time.
pub(crate) const FETCHES_MAX: usize = 2;

/// How long requests may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Patience {
    /// For the other end to say something.
    pub(crate) silence: Duration,
    /// For all of it.
    pub(crate) whole: Duration,
}

impl Patience {
    /// For a package.
    pub(crate) const PACKAGE: Self = Self { silence: SILENCE_TIME_MAX, whole: PACKAGE_TIME_MAX };
    /// For a webhook.
    pub(crate) const WEBHOOK: Self = Self { silence: WEBHOOK_TIME_MAX, whole: WEBHOOK_TIME_MAX };
}

/// Makes requests.
#[derive(Debug)]
pub(crate) struct Outgoing {
    /// What may be asked beside what is public.
    listed: Arc<[IpNet]>,
    fetches: Arc<Semaphore>,
}

impl Outgoing {
    /// Prepares for requests; `listed` is what may be asked beside what is public.
    pub(crate) fn new(listed: &[IpNet]) -> Self {
        Self { listed: listed.into(), fetches: Arc::new(Semaphore::new(FETCHES_MAX)) }
    }

    /// What may be asked beside what is public.
    pub(crate) fn listed(&self) -> &[IpNet] {
        &self.listed
    }

    /// Does what takes requests, away from what answers others. It ends early when nobody waits for it any more.
    ///
    /// # Errors
    /// Whatever `work` says; [`OutgoingError::Ended`] if it did not come to its end.
    pub(crate) async fn ask<Value, Failure>(
        &self,
        patience: Patience,
        work: impl FnOnce(&Asking) -> Result<Value, Failure> + Send + 'static,
    ) -> Result<Value, Failure>
    where
        Value: Send + 'static,
        Failure: From<OutgoingError> + Send + 'static,
    {
        let asking = Asking::new(&self.listed, patience);
        let _hanging_up = HangingUp(Some(asking.agent()));
        let asked = spawn_blocking(move || work(&asking)).await;
        asked.unwrap_or_else(|_| Err(OutgoingError::Ended.into()))
    }

    /// The same for a package: only so many are fetched at the same time.
    ///
    /// # Errors
    /// As [`ask`](Self::ask); [`OutgoingError::Busy`] if others are being fetched.
    pub(crate) async fn fetch<Value, Failure>(
        &self,
        work: impl FnOnce(&Asking) -> Result<Value, Failure> + Send + 'static,
    ) -> Result<Value, Failure>
    where
        Value: Send + 'static,
        Failure: From<OutgoingError> + Send + 'static,
    {
        let place = Arc::clone(&self.fetches).try_acquire_owned().map_err(|_| OutgoingError::Busy)?;
        self.ask(Patience::PACKAGE, move |asking| {
            let _place = place;
            work(asking)
        })
        .await
    }
}

/// Ends what is under way when it is dropped.
struct HangingUp(Option<Agent>);

impl Drop for HangingUp {
    fn drop(&mut self) {
        if let Some(agent) = self.0.take() {
            agent.shutdown();
        }
    }
}

#[cfg(test)]
mod tests;
