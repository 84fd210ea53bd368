//! A provider of OpenID Connect as a source of accounts: people sign in on its pages, and it takes no passwords from here.

mod claims;
mod provider;
mod signing_in;

use std::path::Path;
use std::sync::Arc;

use openidconnect::{ClientId, ClientSecret};

pub(crate) use self::claims::ClaimsError;
use self::provider::{Freshness, Known, Metadata};
pub(crate) use self::signing_in::{Begun, Kept, NotVouched};
use super::breaker::Outcome;
use super::guard::Guard;
use super::secret_file;
use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{PermissionMapping, SourceName};
use crate::outgoing::exchange::Exchange;
use crate::settings::OpenIdConnectSettings;

/// A provider of OpenID Connect.
#[derive(Debug)]
pub(crate) struct OpenIdConnect {
    guard: Arc<Guard>,
    settings: OpenIdConnectSettings,
    client_id: ClientId,
    secret: Option<ClientSecret>,
    mapping: PermissionMapping,
    exchange: Exchange,
    known: Known,
}

impl OpenIdConnect {
    /// Prepares for questions; nothing is asked yet.
    ///
    /// # Errors
    /// If the settings name a file that cannot be used.
    pub(super) fn new(
        guard: Arc<Guard>,
        settings: &OpenIdConnectSettings,
        mapping: &PermissionMapping,
    ) -> Result<Self, SourceError> {
        let secret = settings.client_secret_file.as_deref().map(secret).transpose()?;
        let authorities = settings.authorities.as_deref();
        let exchange = Exchange::new(guard.time_limit(), authorities).map_err(SourceError::Refused)?;
        Ok(Self {
            guard,
            client_id: ClientId::new(settings.client_id.clone()),
            settings: settings.clone(),
            secret,
            mapping: mapping.clone(),
            exchange,
            known: Known::default(),
        })
    }

    /// The name in the settings.
    pub(crate) fn source(&self) -> &SourceName {
        self.guard.name()
    }

    /// What people know it by.
    pub(crate) fn title(&self) -> &str {
        self.settings.title.as_deref().unwrap_or(self.source().as_str())
    }

    async fn metadata(&self, freshness: Freshness) -> Result<Arc<Metadata>, SourceError> {
        self.known.metadata(&self.settings.issuer, &self.exchange, &self.guard, freshness).await
    }

    /// Asks the provider one question. That it says no is an answer, and only that none comes is a failure.
    async fn ask<Answer>(
        &self,
        question: impl Future<Output = Result<Answer, NotVouched>>,
    ) -> Result<Answer, NotVouched> {
        let question = async {
            match question.await {
                Err(NotVouched::Away(error)) if !matches!(error, SourceError::Refused(_)) => Err(error),
                answer => Ok(answer),
            }
        };
        self.guard.ask(question, |_| Outcome::Answered).await?
    }
}

/// The secret in a file.
fn secret(file: &Path) -> Result<ClientSecret, SourceError> {
    let read = secret_file::read(file).map(ClientSecret::new);
    read.map_err(|detail| SourceError::Refused(format!("client_secret_file, {}: {detail}", file.display())))
}

impl Source for OpenIdConnect {
    fn name(&self) -> &SourceName {
        self.source()
    }

    fn verify<'a>(&'a self, _name: &'a Name, _password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(async { Ok(Verdict::Wrong) })
    }

    fn look_up<'a>(&'a self, _account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(async { Ok(LookUp::CannotTell) })
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(async { self.metadata(Freshness::Anew).await.map(|_| ()) })
    }
}
