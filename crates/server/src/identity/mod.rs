//! Who is asking: sources of accounts, passwords and codes, and the memory of those that were verified and of those that were wrong.

mod breaker;
mod cache;
mod code;
mod device_authorizations;
mod failures;
#[cfg(test)]
pub(crate) mod fake_source;
mod guard;
mod lanes;
mod ldap;
mod one_time_password;
mod open_id_connect;
mod open_xchange;
mod password;
mod providers;
mod second_factors;
mod secret;
mod secret_file;
mod set_up;
mod source;
mod sources;
mod totp;
mod verifier;

pub(crate) use breaker::REST as SOURCE_REST;
pub(crate) use cache::{Recollection, VerifiedCache};
pub(crate) use code::{Code, hash_of_typed};
pub(crate) use device_authorizations::{Asking, DeviceAuthorizations, DeviceCodeError};
pub(crate) use failures::{Asked, Attempt, Failures, Pace};
pub(crate) use one_time_password::one_time_password;
pub(crate) use open_id_connect::{ClaimsError, NotVouched, OpenIdConnect};
pub(crate) use password::{PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, Password, PasswordError};
pub(crate) use providers::{AWAY_MAX, ProviderError, ProviderProblem, Providers, SignInsUnderWay};
pub(crate) use second_factors::SecondFactors;
pub(crate) use secret::new_secret;
pub(crate) use set_up::{CodeRefused, SetUp};
#[cfg(test)]
pub(crate) use source::Source;
pub(crate) use source::{KnownAccount, LookUp, SourceError, Verdict};
pub(crate) use sources::{GuardedSource, Sources};
pub(crate) use totp::{TotpSecret, digits};
pub(crate) use verifier::{Verifier, VerifierError};
