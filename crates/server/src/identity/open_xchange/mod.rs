//! Open-Xchange as a source of accounts, asked by its public HTTP API.
//!
//! Each question about a name and a password is one visit: sign in, ask for capabilities, user and mail account, sign out. A visit goes on
//! by itself when nobody waits for it any more, so that no session stays behind. docs/reference/sources.md tells what is asked and why.

mod account;
mod answers;
mod cookies;
mod visit;

use std::time::Duration;

use tokio::sync::oneshot;

use self::visit::{Host, Visit};
use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{Keys, PermissionMapping, SourceName};
use crate::outgoing::exchange::Exchange;
use crate::settings::OpenXchangeSettings;

/// Open-Xchange.
#[derive(Debug)]
pub(super) struct OpenXchange(Host);

impl OpenXchange {
    /// Prepares for questions, each of which takes `time_limit` at most; nothing is asked yet.
    ///
    /// # Errors
    /// If the settings name a file that cannot be used.
    pub(super) fn new(
        source: SourceName,
        settings: &OpenXchangeSettings,
        mapping: &PermissionMapping,
        time_limit: Duration,
    ) -> Result<Self, SourceError> {
        let exchange = Exchange::new(time_limit, settings.certificate_authorities.as_deref())
            .map_err(SourceError::NotReached)?;
        let (root, mapping) = (settings.url.clone(), mapping.clone());
        Ok(Self(Host { source, root, exchange, time_limit, mapping }))
    }
}

impl Source for OpenXchange {
    fn name(&self) -> &SourceName {
        &self.0.source
    }

    /// The number of a context that was deleted may be given to a new one, whose users are numbered from the beginning.
    fn keys(&self) -> Keys {
        Keys::Reused
    }

    fn verify<'a>(&'a self, name: &'a Name, password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(async move {
            // Some systems behind Open-Xchange take no password at all for nobody in particular.
            if password.is_empty() {
                return Ok(Verdict::Wrong);
            }
            let (tell, told) = oneshot::channel();
            // Not a part of this future: what it has begun, it ends also when this one is dropped.
            tokio::spawn(Visit::new(self.0.clone()).run(name.clone(), password.to_owned(), tell));
            told.await.unwrap_or_else(|_| Err(SourceError::NotReached("the server is stopping".to_owned())))
        })
    }

    /// Open-Xchange tells nothing about a person without the person's password.
    fn look_up<'a>(&'a self, _account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(async { Ok(LookUp::CannotTell) })
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(Visit::new(self.0.clone()).probe())
    }
}

#[cfg(test)]
mod tests;
