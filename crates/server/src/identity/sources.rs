//! All sources of accounts in their order, each with a time limit, a circuit breaker and a limit of its own.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::breaker::Outcome;
use super::guard::Guard;
use super::ldap::Ldap;
use super::open_id_connect::OpenIdConnect;
use super::open_xchange::OpenXchange;
use super::source::{KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{Keys, SourceAccount, SourceName};
use crate::settings::{SourceKind, SourceSettings};

/// The sources beside this server's own accounts, in the order of the settings.
#[derive(Debug, Default)]
pub(crate) struct Sources(Vec<GuardedSource>);

/// A source, and what keeps it from doing harm where it is slow or away.
#[derive(Debug)]
pub(crate) struct GuardedSource {
    source: Arc<dyn Source>,
    guard: Arc<Guard>,
    entry: Entry,
    grace: Duration,
    confirmation: Duration,
    pages: Option<Arc<OpenIdConnect>>,
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
            let guard = Arc::new(Guard::new(name.clone(), written.time_limit));
            let mut pages = None;
            let source: Arc<dyn Source> = match &written.kind {
                SourceKind::Local => continue,
                SourceKind::OpenXchange(own) => {
                    Arc::new(OpenXchange::new(name, own, mapping, written.time_limit)?)
                }
                SourceKind::Ldap(own) => Arc::new(Ldap::new(name, own, mapping)?),
                SourceKind::OpenIdConnect(own) => {
                    let provider = Arc::new(OpenIdConnect::new(Arc::clone(&guard), own, mapping)?);
                    pages = Some(Arc::clone(&provider));
                    provider
                }
            };
            sources.push(GuardedSource::new(source, guard, pages, written));
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

    /// The providers that people sign in with on their own pages, in their order: the same that are guarded here.
    pub(super) fn providers(&self) -> impl Iterator<Item = &Arc<OpenIdConnect>> {
        self.iter().filter_map(|source| source.pages.as_ref())
    }

    /// The source of a name; `None` if the settings name it no more.
    pub(crate) fn find(&self, name: &SourceName) -> Option<&GuardedSource> {
        self.iter().find(|source| source.name() == name)
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
            let guard = Arc::new(Guard::new(settings.name.clone(), settings.time_limit));
            GuardedSource::new(source, guard, None, &settings)
        };
        Self(sources.into_iter().map(guarded).collect())
    }
}

impl GuardedSource {
    fn new(
        source: Arc<dyn Source>,
        guard: Arc<Guard>,
        pages: Option<Arc<OpenIdConnect>>,
        settings: &SourceSettings,
    ) -> Self {
        let entry = if pages.is_some() { Entry::Pages } else { Entry::Password };
        Self { source, guard, entry, grace: settings.grace, confirmation: settings.confirmation, pages }
    }

    /// Its name.
    pub(crate) fn name(&self) -> &SourceName {
        self.source.name()
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
        let asked = self.guard.ask(self.source.verify(name, password), |_| Outcome::Answered).await;
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
        let asked = self.guard.ask(self.source.look_up(account), |found| match found {
            // For that nobody has to be there.
            LookUp::CannotTell => Outcome::GivenUp,
            LookUp::Present(_) | LookUp::Gone => Outcome::Answered,
        });
        let asked = asked.await;
        asked.and_then(|found| match found {
            LookUp::Present(told) if told.key != account.key => {
                let detail = "asked for one account, it told of another".to_owned();
                Err(self.guard.tell(SourceError::NotUnderstood(detail)))
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
        timeout(self.guard.time_limit(), self.source.probe()).await.unwrap_or(Err(SourceError::Late))
    }

    /// Takes an account that the source vouches for on pages of its own.
    ///
    /// # Errors
    /// [`SourceError::NotUnderstood`] for one that cannot be an account here.
    pub(crate) fn judged(&self, account: SourceAccount) -> Result<SourceAccount, SourceError> {
        account.judged().map_err(|error| self.guard.tell(SourceError::NotUnderstood(error.to_string())))
    }
}

#[cfg(test)]
mod tests;
