//! Secrets that the server makes: random, and shown once.

use crate::model::secret::{SECRET_BYTES, Secret, SecretKind};

/// Makes a secret that nobody had before.
///
/// # Errors
/// If the system gives no random numbers.
pub(crate) fn new_secret(kind: SecretKind) -> Result<Secret, getrandom::Error> {
    let mut random = [0; SECRET_BYTES];
    getrandom::fill(&mut random)?;
    Ok(Secret::of(kind, random))
}
