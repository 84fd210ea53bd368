//! Where a PC's tokens are kept: in Windows' own store for such things, elsewhere in a file of this person's own.
//!
//! [`Credentials`] is the port. A password is given to it only where a server gives no tokens, and the person wants it kept; a store that
//! cannot encrypt it refuses it.

mod file;

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use catalog::device::DeviceToken;
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use uuid::Uuid;

pub use self::file::{PrivateFile, TOKENS_MAX};
use crate::desk::Password;
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

    /// Whether this store can keep passwords, which it encrypts for this person.
    fn keeps_passwords(&self) -> bool {
        false
    }

    /// Keeps a password, in place of the one before.
    ///
    /// # Errors
    /// [`CredentialsError`], also of a store that keeps none.
    fn keep_password(&self, account: &Account, password: &str) -> Result<(), CredentialsError> {
        let _ = (account, password);
        Err(io::Error::from(io::ErrorKind::Unsupported).into())
    }

    /// The password that is kept; `None` if there is none.
    ///
    /// # Errors
    /// [`CredentialsError`].
    fn find_password(&self, account: &Account) -> Result<Option<Password>, CredentialsError> {
        let _ = account;
        Ok(None)
    }

    /// Forgets a password, if there is one.
    ///
    /// # Errors
    /// [`CredentialsError`].
    fn forget_password(&self, account: &Account) -> Result<(), CredentialsError> {
        let _ = account;
        Ok(())
    }
}

/// Forgets a token that a server refused, unless another one is kept by now.
pub(crate) fn forget_refused(store: &dyn Credentials, account: &Account, refused: &DeviceToken) {
    if store.find(account).is_ok_and(|kept| kept.as_ref() == Some(refused)) {
        // One that stays is refused again, and forgotten then.
        let _ = store.forget(account);
    }
}

/// Forgets a password that a server refused, unless another one is kept by now.
pub(crate) fn forget_refused_password(store: &dyn Credentials, account: &Account, refused: &Password) {
    if store.find_password(account).is_ok_and(|kept| kept.as_ref() == Some(refused)) {
        // One that stays is refused again, and forgotten then.
        let _ = store.forget_password(account);
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
pub struct Memory {
    tokens: Mutex<BTreeMap<Account, String>>,
    passwords: Mutex<BTreeMap<Account, Password>>,
}

impl Credentials for Memory {
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError> {
        held(&self.tokens).insert(account.clone(), token.as_str().to_owned());
        Ok(())
    }

    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        Ok(held(&self.tokens).get(account).and_then(|token| DeviceToken::parse(token).ok()))
    }

    fn forget(&self, account: &Account) -> Result<(), CredentialsError> {
        held(&self.tokens).remove(account);
        Ok(())
    }

    fn keeps_passwords(&self) -> bool {
        true
    }

    fn keep_password(&self, account: &Account, password: &str) -> Result<(), CredentialsError> {
        held(&self.passwords).insert(account.clone(), Password(password.to_owned()));
        Ok(())
    }

    fn find_password(&self, account: &Account) -> Result<Option<Password>, CredentialsError> {
        Ok(held(&self.passwords).get(account).cloned())
    }

    fn forget_password(&self, account: &Account) -> Result<(), CredentialsError> {
        held(&self.passwords).remove(account);
        Ok(())
    }
}

fn held<Kept>(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
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

    use super::{Account, Credentials, Memory, PrivateFile, forget_refused, forget_refused_password};
    use crate::desk::Password;

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
    fn a_password_is_kept_only_where_it_is_encrypted_or_ends_with_the_program() {
        let anna = account("https://ox.example", "anna");
        let store = Memory::default();
        store.keep_password(&anna, "geheim").unwrap();
        let kept = store.find_password(&anna).unwrap();
        assert_eq!(kept, Some(Password("geheim".to_owned())));
        assert_eq!(store.find(&anna).unwrap(), None, "it is no token");
        forget_refused_password(&store, &anna, &Password("older".to_owned()));
        assert_eq!(store.find_password(&anna).unwrap(), kept);
        forget_refused_password(&store, &anna, &Password("geheim".to_owned()));
        assert_eq!(store.find_password(&anna).unwrap(), None);
        let folder = tempfile::tempdir().unwrap();
        let file = PrivateFile::new(folder.path().to_owned());
        assert!(store.keeps_passwords() && !file.keeps_passwords());
        assert!(file.keep_password(&anna, "geheim").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
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
