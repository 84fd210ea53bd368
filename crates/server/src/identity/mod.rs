//! Who is asking: passwords, and the memory of those that were verified.

mod cache;
mod password;
mod verifier;

pub(crate) use cache::VerifiedCache;
pub(crate) use password::{PASSWORD_LENGTH_MAX, Password, PasswordError};
pub(crate) use verifier::{Verifier, VerifierError};
