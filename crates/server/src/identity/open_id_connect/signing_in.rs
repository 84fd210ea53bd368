//! One sign-in with a provider of OpenID Connect: where a person is sent to, and what is believed when the person comes back.
//!
//! Sources: OpenID Connect Core 1.0, section 3.1; RFC 7636 (PKCE); RFC 9207 (`iss`).

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm as Algorithm,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthType, AuthorizationCode, ClaimsVerificationError, Client,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
    UserInfoError,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

use super::OpenIdConnect;
use super::claims::{self, Claims, ClaimsError, Unsaid, Wanted};
use super::provider::{Freshness, Metadata, no_answer};
use crate::identity::source::SourceError;
use crate::model::source::SourceAccount;
use crate::outgoing::OutgoingError;

/// How far the clock of a provider may be from ours.
pub(crate) const CLOCK_SKEW: Duration = Duration::from_secs(120);
/// How old an ID token may be.
pub(crate) const ID_TOKEN_AGE_MAX: Duration = Duration::from_secs(600);
/// How an ID token may be signed: with a key that the provider alone has.
pub(crate) const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// Claims that the standard does not name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
struct MoreClaims(Map<String, Value>);

impl AdditionalClaims for MoreClaims {}

type TokenFields = IdTokenFields<
    MoreClaims,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    Algorithm,
>;
type Tokens = StandardTokenResponse<TokenFields, CoreTokenType>;
type ThisClient = Client<
    MoreClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What is kept of a sign-in while the person is with the provider.
#[derive(Debug)]
pub(crate) struct Begun {
    /// Where the person is sent to.
    pub(crate) url: Url,
    /// What the person comes back with.
    pub(crate) state: CsrfToken,
    /// The rest.
    pub(crate) kept: Kept,
}

/// What only this server knows of a sign-in, and what only the provider may know.
#[derive(Debug)]
pub(crate) struct Kept {
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    back: Url,
}

/// Why somebody is not signed in. The log tells the detail, for the administrator; a person is told less.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotVouched {
    /// The provider gave no answer.
    #[error("{0}")]
    Away(#[from] SourceError),
    /// The code was not taken: it is another one's, or was used.
    #[error("the provider takes no such code: {0}")]
    CodeRefused(String),
    /// What the provider says is not to be believed.
    #[error("not believed: {0}")]
    NotBelieved(String),
    /// The account cannot be one here.
    #[error(transparent)]
    Claims(#[from] ClaimsError),
}

impl OpenIdConnect {
    /// Begins a sign-in. `back` is the address of this server that the person comes back to.
    ///
    /// # Errors
    /// [`SourceError`].
    pub(crate) async fn begin(&self, back: Url) -> Result<Begun, SourceError> {
        let metadata = self.metadata(Freshness::Kept).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let client = self.client(&metadata, &back);
        let scopes = self.settings.scopes.iter().map(|scope| Scope::new(scope.clone()));
        let (url, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scopes(scopes)
            .set_pkce_challenge(challenge)
            .url();
        Ok(Begun { url, state, kept: Kept { nonce, verifier, back } })
    }

    /// Ends a sign-in with the code that the person has brought back, and with who the provider says it is that sent it.
    ///
    /// # Errors
    /// [`NotVouched`].
    pub(crate) async fn finish(
        &self,
        kept: Kept,
        code: String,
        issuer: Option<&str>,
    ) -> Result<SourceAccount, NotVouched> {
        let metadata = self.metadata(Freshness::Kept).await?;
        judge_issuer(&metadata, issuer)?;
        let Kept { nonce, verifier, back } = kept;
        let client = self.client(&metadata, &back);
        let request = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| SourceError::NotUnderstood(error.to_string()))?
            .set_pkce_verifier(verifier);
        let asking = async { request.request_async(&self.exchange).await.map_err(code_failure) };
        let tokens = self.ask(asking).await?;
        let mut claims = match self.believed(&client, &tokens, &nonce) {
            Err(KeyUnknown) => {
                let client = self.client(&self.metadata(Freshness::Anew).await?, &back);
                self.believed(&client, &tokens, &nonce)
                    .map_err(|KeyUnknown| NotVouched::NotBelieved("its key is unknown".to_owned()))??
            }
            Ok(believed) => believed?,
        };
        self.add_user_info(&client, &tokens, &mut claims).await?;
        let wanted = Wanted {
            issuer: &self.settings.issuer,
            name_claim: &self.settings.name_claim,
            unsaid: if self.settings.trust_email { Unsaid::Trusted } else { Unsaid::NotVerified },
            groups_claim: self.settings.groups_claim.as_deref(),
            mapping: &self.mapping,
        };
        Ok(claims::account(&claims, &wanted)?)
    }

    fn client(&self, metadata: &Arc<Metadata>, back: &Url) -> ThisClient {
        let secret = self.secret.clone();
        let takes_basic = |methods: &Vec<_>| {
            use openidconnect::core::CoreClientAuthMethod::{ClientSecretBasic, ClientSecretPost};
            methods.contains(&ClientSecretBasic) || !methods.contains(&ClientSecretPost)
        };
        let is_basic = metadata.token_endpoint_auth_methods_supported().is_none_or(takes_basic);
        let auth_type = if is_basic { AuthType::BasicAuth } else { AuthType::RequestBody };
        ThisClient::from_provider_metadata(Metadata::clone(metadata), self.client_id.clone(), secret)
            .set_redirect_uri(RedirectUrl::from_url(back.clone()))
            .set_auth_type(auth_type)
    }

    /// The claims of the ID token, if all about it is right.
    fn believed(
        &self,
        client: &ThisClient,
        tokens: &Tokens,
        nonce: &Nonce,
    ) -> Result<Result<Claims, NotVouched>, KeyUnknown> {
        let not_believed = |detail: String| Ok(Err(NotVouched::NotBelieved(detail)));
        let Some(token) = tokens.id_token() else {
            return not_believed("it sent no ID token".to_owned());
        };
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(|| (SystemTime::now() - CLOCK_SKEW).into())
            .set_issue_time_verifier_fn(|issued_at| judge_age(issued_at.timestamp()));
        let claims = match token.claims(&verifier, nonce) {
            Ok(claims) => claims,
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => return Err(KeyUnknown),
            Err(error) => return not_believed(error.to_string()),
        };
        // Source: OpenID Connect Core 1.0, section 3.1.3.7, step 5.
        if claims.authorized_party().is_some_and(|party| *party != self.client_id) {
            return not_believed("its ID token is for another program".to_owned());
        }
        if let Some(expected) = claims.access_token_hash() {
            let actual = token.signing_alg().and_then(|algorithm| {
                AccessTokenHash::from_token(tokens.access_token(), algorithm, token.signing_key(&verifier)?)
                    .map_err(|error| SignatureVerificationError::Other(error.to_string()))
            });
            if actual.ok().as_ref() != Some(expected) {
                return not_believed("its access token is another one's".to_owned());
            }
        }
        Ok(members(claims))
    }

    /// Adds what the provider tells only when it is asked for it; what the ID token says is not told anew.
    async fn add_user_info(
        &self,
        client: &ThisClient,
        tokens: &Tokens,
        claims: &mut Claims,
    ) -> Result<(), NotVouched> {
        let subject = claims.get("sub").and_then(Value::as_str).map(str::to_owned);
        let subject = subject.map(openidconnect::SubjectIdentifier::new);
        // Without an address for it there is no more.
        let Ok(request) = client.user_info(tokens.access_token().clone(), subject) else { return Ok(()) };
        let asking = async { request.request_async(&self.exchange).await.map_err(user_info_failure) };
        let told: UserInfoClaims<MoreClaims, CoreGenderClaim> = self.ask(asking).await?;
        let mut told = members(&told)?;
        // Whether an address is verified is said of the one beside it, and of no other.
        if claims.contains_key("email") && claims.get("email") != told.get("email") {
            told.remove("email_verified");
        }
        for (name, value) in told {
            claims.entry(name).or_insert(value);
        }
        Ok(())
    }
}

/// The ID token is signed with a key that the provider did not tell of when it was asked.
struct KeyUnknown;

/// All members of claims, whether the standard names them or not.
fn members(claims: &impl Serialize) -> Result<Claims, NotVouched> {
    match serde_json::to_value(claims) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(NotVouched::NotBelieved("its claims are no object".to_owned())),
    }
}

/// Makes sure that the answer came from the provider that the person was sent to.
fn judge_issuer(metadata: &Metadata, issuer: Option<&str>) -> Result<(), NotVouched> {
    let says_so = metadata.additional_metadata().authorization_response_iss_parameter_supported == Some(true);
    match issuer {
        Some(issuer) if issuer == metadata.issuer().as_str() => Ok(()),
        None if !says_so => Ok(()),
        Some(_) => Err(NotVouched::NotBelieved("the answer names another issuer".to_owned())),
        None => Err(NotVouched::NotBelieved("the answer names no issuer".to_owned())),
    }
}

/// Makes sure that an ID token is of now; seconds since 1970.
fn judge_age(issued_at: i64) -> Result<(), String> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let age = i64::try_from(now).unwrap_or(i64::MAX).saturating_sub(issued_at);
    let (oldest, newest) = (ID_TOKEN_AGE_MAX + CLOCK_SKEW, CLOCK_SKEW);
    let seconds = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    if age <= seconds(oldest) && age >= -seconds(newest) {
        Ok(())
    } else {
        Err(format!("the ID token is {age} seconds old"))
    }
}

fn code_failure(
    error: RequestTokenError<OutgoingError, StandardErrorResponse<CoreErrorResponseType>>,
) -> NotVouched {
    match error {
        RequestTokenError::Request(error) => no_answer(error).into(),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => NotVouched::CodeRefused(answer.error().to_string()),
            error => SourceError::Refused(error.to_string()).into(),
        },
        RequestTokenError::Parse(error, _) => SourceError::NotUnderstood(error.to_string()).into(),
        RequestTokenError::Other(detail) => SourceError::NotUnderstood(detail).into(),
    }
}

fn user_info_failure(error: UserInfoError<OutgoingError>) -> NotVouched {
    match error {
        UserInfoError::Request(error) => no_answer(error).into(),
        UserInfoError::ClaimsVerification(error) => NotVouched::NotBelieved(error.to_string()),
        UserInfoError::Response(status, _, why) => {
            SourceError::NotUnderstood(format!("{status}: {why}")).into()
        }
        other => SourceError::NotUnderstood(other.to_string()).into(),
    }
}

#[cfg(test)]
impl Begun {
    /// A sign-in with nobody, for tests.
    pub(crate) fn example(state: &str) -> Self {
        let url = Url::parse("https://id.example.com/").unwrap_or_else(|error| panic!("{error}"));
        let kept = Kept {
            nonce: Nonce::new_random(),
            verifier: PkceCodeVerifier::new("a".repeat(43)),
            back: url.clone(),
        };
        Self { url, state: CsrfToken::new(state.to_owned()), kept }
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use openidconnect::core::CoreJwsSigningAlgorithm as Algorithm;

    use super::{ALGORITHMS, CLOCK_SKEW, ID_TOKEN_AGE_MAX, judge_age};
    use crate::reference::assert_says;

    #[test]
    fn an_id_token_is_of_now() {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() as i64;
        let check = |age: i64, expected: bool| assert_eq!(judge_age(now - age).is_ok(), expected, "{age}");
        check(0, true);
        check(700, true);
        check(-100, true);
        check(740, false);
        check(-140, false);
        assert!(judge_age(i64::MAX).is_err() && judge_age(i64::MIN).is_err());
    }

    #[test]
    fn what_is_believed_is_told() {
        let (skew, age) = (CLOCK_SKEW.as_secs() / 60, ID_TOKEN_AGE_MAX.as_secs() / 60);
        assert_says(
            "sources.md",
            &format!("clocks may be {skew} minutes apart, and it may be {age} minutes old"),
        );
        for secret in [Algorithm::HmacSha256, Algorithm::HmacSha384, Algorithm::HmacSha512, Algorithm::None] {
            assert!(!ALGORITHMS.contains(&secret));
        }
        for algorithm in ALGORITHMS {
            let name = serde_json::to_value(&algorithm).unwrap();
            assert_says("sources.md", name.as_str().unwrap());
        }
    }
}
