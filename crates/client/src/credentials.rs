//! Where a PC's tokens are kept: in Windows' own store for such things, elsewhere in a file of this person's own.
//!
//! [`Credentials`] is the port. Passwords are never given to it.

mod file;

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use catalog::device::DeviceToken;
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use uuid::Uuid;

pub use self::file::{PrivateFile, TOKENS_MAX};
use crate::machine;
use crate::state::State;

/// Whose token it is: a device's, at an origin, enrolled by a user.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Account {
    /// This PC's random number, so that another folder for what is kept has tokens of its own.
    pub device: Uuid,
    /// Scheme, host and port, such as `https://updates.example.com`.
    pub origin: String,
    /// Who signed in there.
    pub user: String,
}

/// Keeps tokens from one run to the next.
pub trait Credentials: Send + Sync {
    /// Keeps a token, in place of the one before.
    ///
    /// # Errors
    /// [`CredentialsError`].
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError>;

    /// The token that is kept; `None` if there is none.
    ///
    /// # Errors
    /// [`CredentialsError`].
    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError>;

    /// Forgets a token, if there is one.
    ///
    /// # Errors
    /// [`CredentialsError`].
    fn forget(&self, account: &Account) -> Result<(), CredentialsError>;
}

/// Forgets a token that a server refused, unless another one is kept by now.
pub(crate) fn forget_refused(store: &dyn Credentials, account: &Account, refused: &DeviceToken) {
    if store.find(account).is_ok_and(|kept| kept.as_ref() == Some(refused)) {
        // One that stays is refused again, and forgotten then.
        let _ = store.forget(account);
    }
}

/// The store could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct CredentialsError {
    /// Why.
    #[from]
    pub source: io::Error,
}

/// The store of this person on this PC.
#[must_use]
pub fn of_this_person(state: &State) -> Arc<dyn Credentials> {
    machine::credentials().unwrap_or_else(|| Arc::new(PrivateFile::new(state.folder().to_owned())))
}

/// A store that ends with the program.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<Account, String>>);

impl Credentials for Memory {
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(account.clone(), token.as_str().to_owned());
        Ok(())
    }

    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(kept.get(account).and_then(|token| DeviceToken::parse(token).ok()))
    }

    fn forget(&self, account: &Account) -> Result<(), CredentialsError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
        Ok(())
    }
}

impl Explain for CredentialsError {
    fn message(&self) -> Message {
        message!("credentials-unusable", detail = self.source.to_string())
    }
}

#[cfg(test)]
mod tests {
    use catalog::device::DeviceToken;
    use uuid::Uuid;

    use super::{Account, Credentials, Memory, PrivateFile, forget_refused};

    fn account(origin: &str, user: &str) -> Account {
        Account { device: Uuid::from_u128(7), origin: origin.to_owned(), user: user.to_owned() }
    }

    /// What each store does.
    fn check(store: &dyn Credentials) {
        let (token, later) = (DeviceToken::of([1; 32]), DeviceToken::of([2; 32]));
        let anna = account("https://ox.example", "anna");
        assert_eq!(store.find(&anna).unwrap(), None);
        store.forget(&anna).unwrap();
        store.keep(&anna, &token).unwrap();
        store.keep(&anna, &later).unwrap();
        assert_eq!(store.find(&anna).unwrap(), Some(later.clone()));
        for other in [account("https://ox.example", "bert"), account("https://ox.example:8443", "anna")] {
            assert_eq!(store.find(&other).unwrap(), None);
            store.forget(&other).unwrap();
        }
        let other_device = Account { device: Uuid::from_u128(8), ..anna.clone() };
        assert_eq!(store.find(&other_device).unwrap(), None);
        assert_eq!(store.find(&anna).unwrap(), Some(later));
        store.forget(&anna).unwrap();
        assert_eq!(store.find(&anna).unwrap(), None);
    }

    #[test]
    fn a_token_is_kept_for_one_device_origin_and_user() {
        check(&Memory::default());
        let folder = tempfile::tempdir().unwrap();
        check(&PrivateFile::new(folder.path().to_owned()));
    }

    #[test]
    fn a_refused_token_does_not_take_a_newer_one_with_it() {
        let (store, anna) = (Memory::default(), account("https://ox.example", "anna"));
        let (refused, newer) = (DeviceToken::of([1; 32]), DeviceToken::of([2; 32]));
        store.keep(&anna, &newer).unwrap();
        forget_refused(&store, &anna, &refused);
        assert_eq!(store.find(&anna).unwrap(), Some(newer.clone()));
        forget_refused(&store, &anna, &newer);
        assert_eq!(store.find(&anna).unwrap(), None);
    }

    #[test]
    fn a_file_that_is_damaged_holds_no_token() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tokens.json"), "{").unwrap();
        check(&PrivateFile::new(folder.path().to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let store = PrivateFile::new(folder.path().to_owned());
        store.keep(&account("https://ox.example", "anna"), &DeviceToken::of([1; 32])).unwrap();
        let mode = std::fs::metadata(folder.path().join("tokens.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
