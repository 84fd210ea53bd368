//! What a provider of OpenID Connect says of itself: its addresses and keys, fetched when they are needed and kept for a while.

use std::sync::Arc;
use std::time::Duration;

use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::{AdditionalProviderMetadata, DiscoveryError, IssuerUrl, ProviderMetadata};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use crate::identity::breaker::Outcome;
use crate::identity::guard::Guard;
use crate::identity::source::SourceError;
use crate::outgoing::exchange::Exchange;
use crate::outgoing::{OutgoingError, Together};

/// How long what a provider says of itself is kept.
pub(crate) const KEPT: Duration = Duration::from_secs(60 * 60);
/// How soon at most a provider is asked again for keys that it has changed.
pub(crate) const ANEW_MIN: Duration = Duration::from_secs(10);
/// The most keys of a provider.
pub(crate) const KEYS_MAX: usize = 100;

/// What a provider says of itself.
pub(super) type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// What the library does not look at.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct More {
    /// Whether it names itself in each answer. Source: RFC 9207, section 3.
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for More {}

/// What is known of a provider.
#[derive(Debug, Default)]
pub(super) struct Known(Together<Result<Arc<Metadata>, SourceError>>);

/// Whether what is kept will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Freshness {
    /// It will, for a while.
    Kept,
    /// A key is not among those that are kept.
    Anew,
}

impl Known {
    /// What the provider says of itself. One asks; the others wait for what that one hears.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(super) async fn metadata(
        &self,
        issuer: &str,
        exchange: &Exchange,
        guard: &Arc<Guard>,
        freshness: Freshness,
    ) -> Result<Arc<Metadata>, SourceError> {
        let age_max = match freshness {
            Freshness::Kept => KEPT,
            Freshness::Anew => ANEW_MIN,
        };
        let will_do = |at: Instant, answer: &Result<_, _>| answer.is_ok() && at.elapsed() < age_max;
        let question = || {
            let (issuer, exchange, guard) = (issuer.to_owned(), exchange.clone(), Arc::clone(guard));
            async move {
                let asked = guard.ask(fetched(&issuer, &exchange), |_| Outcome::Answered).await;
                Some(asked.map(Arc::new))
            }
        };
        let answer = self.0.ask(will_do, question).await;
        answer.unwrap_or_else(|error| Err(SourceError::Failing(error.to_string())))
    }
}

async fn fetched(issuer: &str, exchange: &Exchange) -> Result<Metadata, SourceError> {
    let issuer_url = IssuerUrl::new(issuer.to_owned());
    let issuer_url = issuer_url.map_err(|error| SourceError::NotUnderstood(error.to_string()))?;
    let metadata = Metadata::discover_async(issuer_url, exchange).await.map_err(failure)?;
    judge(&metadata, issuer)?;
    Ok(metadata)
}

/// Makes sure that what a provider says of itself can be used.
fn judge(metadata: &Metadata, issuer: &str) -> Result<(), SourceError> {
    let not_understood = |detail: &str| Err(SourceError::NotUnderstood(detail.to_owned()));
    if metadata.jwks().keys().len() > KEYS_MAX {
        return not_understood("it has too many keys");
    }
    let Some(token_endpoint) = metadata.token_endpoint() else {
        return not_understood("it names no token_endpoint");
    };
    let endpoints = [
        Some(metadata.authorization_endpoint().url()),
        Some(token_endpoint.url()),
        Some(metadata.jwks_uri().url()),
        metadata.userinfo_endpoint().map(openidconnect::UserInfoUrl::url),
    ];
    // Who is asked over an encrypted connection sends nobody to one that is not.
    if issuer.starts_with("https://") && endpoints.into_iter().flatten().any(|url| url.scheme() != "https") {
        return not_understood("one of its addresses is not encrypted");
    }
    Ok(())
}

/// Why there is no answer of a provider.
pub(super) fn no_answer(error: OutgoingError) -> SourceError {
    match error {
        OutgoingError::Late { .. } => SourceError::Late,
        OutgoingError::Status { status, .. } => SourceError::Failing(status.to_string()),
        error => SourceError::NotReached(error.to_string()),
    }
}

fn failure(error: DiscoveryError<OutgoingError>) -> SourceError {
    match error {
        DiscoveryError::Request(error) => no_answer(error),
        // What came in the place of an answer may be a page of somebody else, and is not told.
        DiscoveryError::Response(status, _, why) => SourceError::NotUnderstood(format!("{status}: {why}")),
        DiscoveryError::Parse(error) => SourceError::NotUnderstood(error.to_string()),
        other => SourceError::NotUnderstood(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        assert_eq!(super::KEPT.as_secs(), 3_600);
        assert_says("sources.md", "What the provider publishes about itself is kept for an hour");
        let (seconds, keys) = (super::ANEW_MIN.as_secs(), super::KEYS_MAX);
        assert_says("sources.md", &format!("is asked for at once, every {seconds} seconds at most."));
        assert_says("sources.md", &format!("A provider may publish {keys} keys."));
    }
}
