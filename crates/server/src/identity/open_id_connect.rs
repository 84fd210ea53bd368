//! A provider of OpenID Connect as a source of accounts: people sign in on its pages, and it takes no passwords from here.

mod claims;
mod provider;
mod signing_in;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use openidconnect::{ClientId, ClientSecret};

use self::provider::{Freshness, Known, Metadata};
pub(crate) use self::signing_in::{Begun, Kept, NotVouched};
use super::secret_file;
use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::source::{PermissionMapping, SourceName};
use crate::outgoing::exchange::Exchange;
use crate::settings::{OpenIdConnectSettings, SOURCE_TIME_LIMIT};

/// A provider of OpenID Connect.
#[derive(Debug)]
pub(crate) struct OpenIdConnect {
    name: SourceName,
    settings: OpenIdConnectSettings,
    client_id: ClientId,
    secret: Option<ClientSecret>,
    mapping: PermissionMapping,
    time_limit: Duration,
    exchange: Exchange,
    known: Known,
}

impl OpenIdConnect {
    /// Prepares for questions; nothing is asked yet.
    ///
    /// # Errors
    /// If the settings name a file that cannot be used.
    pub(super) fn new(
        name: SourceName,
        settings: &OpenIdConnectSettings,
        mapping: &PermissionMapping,
    ) -> Result<Self, SourceError> {
        let secret = settings.client_secret_file.as_deref().map(secret).transpose()?;
        let authorities = settings.authorities.as_deref();
        Ok(Self {
            name,
            client_id: ClientId::new(settings.client_id.clone()),
            settings: settings.clone(),
            secret,
            mapping: mapping.clone(),
            time_limit: SOURCE_TIME_LIMIT,
            exchange: Exchange::new(SOURCE_TIME_LIMIT, authorities).map_err(SourceError::Refused)?,
            known: Known::default(),
        })
    }

    /// The same with another time limit for each answer.
    pub(super) fn within(self, time_limit: Duration) -> Result<Self, SourceError> {
        let authorities = self.settings.authorities.as_deref();
        let exchange = Exchange::new(time_limit, authorities).map_err(SourceError::Refused)?;
        Ok(Self { time_limit, exchange, ..self })
    }

    /// The name in the settings.
    pub(crate) fn source(&self) -> &SourceName {
        &self.name
    }

    /// What people know it by.
    pub(crate) fn title(&self) -> &str {
        self.settings.title.as_deref().unwrap_or(self.name.as_str())
    }

    async fn metadata(&self, freshness: Freshness) -> Result<Arc<Metadata>, SourceError> {
        self.known.metadata(&self.settings.issuer, &self.exchange, self.time_limit, freshness).await
    }
}

/// The secret in a file.
fn secret(file: &Path) -> Result<ClientSecret, SourceError> {
    let read = secret_file::read(file).map(ClientSecret::new);
    read.map_err(|detail| SourceError::Refused(format!("client_secret_file, {}: {detail}", file.display())))
}

impl Source for OpenIdConnect {
    fn name(&self) -> &SourceName {
        &self.name
    }

    fn verify<'a>(&'a self, _name: &'a Name, _password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(async { Ok(Verdict::Wrong) })
    }

    fn look_up<'a>(&'a self, _account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(async { Ok(LookUp::CannotTell) })
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(async { self.metadata(Freshness::Kept).await.map(|_| ()) })
    }
}
