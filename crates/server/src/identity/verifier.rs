//! Argon2, on threads of its own and not on more than the machine has.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

use super::Password;

/// How many verifications may wait for their turn; who comes then is told to come again.
///
/// At some tens of milliseconds each, the last of them waits a few seconds on one processor.
const WAITING_MAX: usize = 128;

/// The hash of a random password that nobody knows, made with the parameters that all hashes are made with.
const HASH_OF_NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$4ALspAjgU2hnE1QZE1BtuA$bVt71r02cspON/NH8gSFKxZagsE/jkAYJDPE0dfTeAk";

/// Computes and verifies Argon2 hashes.
#[derive(Debug)]
pub(crate) struct Verifier {
    admitted: Arc<Semaphore>,
    running: Arc<Semaphore>,
}

/// Why no verdict was reached.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VerifierError {
    /// More than [`WAITING_MAX`] verifications are waiting.
    #[error("too many verifications are waiting")]
    Busy,
    /// Argon2 cannot use a hash, or gets no memory or random numbers.
    #[error("Argon2: {0}")]
    Argon2(password_hash::Error),
    /// The thread ended early.
    #[error("the verifying thread ended early")]
    Thread(#[from] tokio::task::JoinError),
}

impl Verifier {
    /// Makes a verifier that uses as many threads as the machine has processors.
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            admitted: Arc::new(Semaphore::new(WAITING_MAX + processors)),
            running: Arc::new(Semaphore::new(processors)),
        }
    }

    /// Computes the hash of a password, with a salt of its own, in PHC form.
    ///
    /// # Errors
    /// [`VerifierError`].
    pub(crate) async fn hash(&self, password: Password) -> Result<String, VerifierError> {
        let turn = self.turn().await?;
        spawn_blocking(move || {
            let _turn = turn;
            hash(password.as_bytes())
        })
        .await?
    }

    /// Whether a password fits a hash; without a hash the same work is done, and the answer is no.
    ///
    /// # Errors
    /// [`VerifierError`].
    pub(crate) async fn verify(
        &self,
        password: String,
        hash: Option<Arc<str>>,
    ) -> Result<bool, VerifierError> {
        // An account that has no password yet is one that nobody can sign in with.
        let hash = hash.filter(|hash| !hash.is_empty());
        let turn = self.turn().await?;
        // The turn goes along: a client that hangs up does not start another computation beside this one.
        spawn_blocking(move || {
            let _turn = turn;
            let fits = verify(password.as_bytes(), hash.as_deref().unwrap_or(HASH_OF_NOBODY))?;
            Ok(fits && hash.is_some())
        })
        .await?
    }

    async fn turn(&self) -> Result<(OwnedSemaphorePermit, OwnedSemaphorePermit), VerifierError> {
        let busy = |_| VerifierError::Busy;
        let admitted = Arc::clone(&self.admitted).try_acquire_owned().map_err(busy)?;
        let running = Arc::clone(&self.running).acquire_owned().await.map_err(|_| VerifierError::Busy)?;
        Ok((admitted, running))
    }
}

fn hash(password: &[u8]) -> Result<String, VerifierError> {
    let hash: PasswordHash = Argon2::default().hash_password(password).map_err(VerifierError::Argon2)?;
    Ok(hash.to_string())
}

fn verify(password: &[u8], hash: &str) -> Result<bool, VerifierError> {
    let hash = PasswordHash::new(hash).map_err(|error| VerifierError::Argon2(error.into()))?;
    match Argon2::default().verify_password(password, &hash) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(VerifierError::Argon2(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::Password;
    use super::{HASH_OF_NOBODY, Verifier, VerifierError, WAITING_MAX};

    #[tokio::test]
    async fn only_the_password_fits_its_hash() {
        let verifier = Verifier::new();
        let password = Password::parse("correct horse").unwrap();
        let hash: Arc<str> = verifier.hash(password.clone()).await.unwrap().into();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert_ne!(verifier.hash(password).await.unwrap(), *hash);
        let verify = |password: &str, hash| verifier.verify(password.to_owned(), hash);
        assert!(verify("correct horse", Some(Arc::clone(&hash))).await.unwrap());
        assert!(!verify("correct horsf", Some(hash)).await.unwrap());
        assert!(!verify("correct horse", None).await.unwrap());
        assert!(!verify("", Some("".into())).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_costs_as_much_as_somebody() {
        let hash = Verifier::new().hash(Password::parse("correct horse").unwrap()).await.unwrap();
        let parameters = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(parameters(HASH_OF_NOBODY), parameters(&hash));
    }

    #[tokio::test]
    async fn a_crowd_is_told_to_come_again() {
        let verifier = Verifier::new();
        let processors = verifier.running.available_permits();
        let _taken = verifier.admitted.try_acquire_many((WAITING_MAX + processors) as u32).unwrap();
        let refused = verifier.verify(String::new(), None).await;
        assert!(matches!(refused, Err(VerifierError::Busy)), "{refused:?}");
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| as many as processors; {WAITING_MAX} more wait, others get 503 |");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
