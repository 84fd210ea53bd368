//! Who is asking: passwords, and the memory of those that were verified and of those that were wrong.

mod cache;
mod failures;
mod lanes;
mod password;
mod secret;
mod verifier;

pub(crate) use cache::VerifiedCache;
pub(crate) use failures::{Attempt, Failures, Pace};
pub(crate) use password::{PASSWORD_LENGTH_MAX, Password, PasswordError};
pub(crate) use secret::new_secret;
pub(crate) use verifier::{Verifier, VerifierError};
