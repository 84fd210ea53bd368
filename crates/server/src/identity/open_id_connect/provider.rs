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
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::identity::source::SourceError;
use crate::outgoing::OutgoingError;
use crate::outgoing::exchange::Exchange;

/// How long what a provider says of itself is kept.
pub(crate) const KEPT: Duration = Duration::from_secs(60 * 60);
/// How long a provider is left alone that could not be asked, and how soon at most it is asked again for keys that it has changed.
pub(crate) const LEFT_ALONE: Duration = Duration::from_secs(10);
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
pub(super) struct Known(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    metadata: Option<(Arc<Metadata>, Instant)>,
    failed_at: Option<Instant>,
}

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
        time_limit: Duration,
        freshness: Freshness,
    ) -> Result<Arc<Metadata>, SourceError> {
        let mut state = self.0.lock().await;
        let now = Instant::now();
        if let Some((metadata, at)) = &state.metadata {
            let age = now - *at;
            if age < LEFT_ALONE || freshness == Freshness::Kept && age < KEPT {
                return Ok(Arc::clone(metadata));
            }
        }
        if state.failed_at.is_some_and(|failed_at| now < failed_at + LEFT_ALONE) {
            return Err(SourceError::LeftAlone);
        }
        match fetched(issuer, exchange, time_limit).await {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                *state = State { metadata: Some((Arc::clone(&metadata), now)), failed_at: None };
                Ok(metadata)
            }
            Err(error) => {
                state.failed_at = Some(Instant::now());
                Err(error)
            }
        }
    }
}

async fn fetched(issuer: &str, exchange: &Exchange, time_limit: Duration) -> Result<Metadata, SourceError> {
    let issuer_url = IssuerUrl::new(issuer.to_owned());
    let issuer_url = issuer_url.map_err(|error| SourceError::NotUnderstood(error.to_string()))?;
    let asking = Metadata::discover_async(issuer_url, exchange);
    let metadata = timeout(time_limit, asking).await.map_err(|_| SourceError::Late)?.map_err(failure)?;
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
        let (seconds, keys) = (super::LEFT_ALONE.as_secs(), super::KEYS_MAX);
        assert_says("sources.md", &format!("is asked for at once, every {seconds} seconds at most."));
        assert_says("sources.md", &format!("A provider may publish {keys} keys."));
    }
}
