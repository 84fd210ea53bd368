//! Tokens, and passwords that a person wants kept, in Windows' Credential Manager, which encrypts them for this person.
//!
//! Source: Microsoft, "CREDENTIALW structure", "CredWriteW function", "CredReadW function", "CredDeleteW function".

use std::io;
use std::ptr;
use std::slice;

use catalog::device::DeviceToken;
use windows_sys::Win32::Foundation::{ERROR_NOT_FOUND, GetLastError};
use windows_sys::Win32::Security::Credentials::{
    CRED_MAX_CREDENTIAL_BLOB_SIZE, CRED_PERSIST_LOCAL_MACHINE, CRED_TYPE_GENERIC, CREDENTIALW, CredDeleteW,
    CredEnumerateW, CredFree, CredReadW, CredWriteW,
};

use super::wide;
use crate::credentials::{Account, Credentials, CredentialsError};
use crate::desk::Password;

/// The Credential Manager of this person.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct CredentialManager;

/// What is kept of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Token,
    Password,
}

/// What the names of all credentials of ours begin with.
const TARGET_BEGINNING: &str = "OX Updater/";

/// The name under which a person sees it in Windows; no other program's begins so.
fn target(what: What, account: &Account) -> io::Result<Vec<u16>> {
    let Account { device, origin, user } = account;
    wide::wide(match what {
        What::Token => format!("{TARGET_BEGINNING}{device}/{origin}/{user}"),
        What::Password => format!("{TARGET_BEGINNING}password/{device}/{origin}/{user}"),
    })
}

fn last_error() -> CredentialsError {
    io::Error::last_os_error().into()
}

fn write(what: What, account: &Account, secret: &str) -> Result<(), CredentialsError> {
    if secret.len() > CRED_MAX_CREDENTIAL_BLOB_SIZE as usize {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    let (mut target, mut user) = (target(what, account)?, wide::wide(&account.user)?);
    let mut blob = secret.as_bytes().to_vec();
    let credential = CREDENTIALW {
        Type: CRED_TYPE_GENERIC,
        TargetName: target.as_mut_ptr(),
        CredentialBlobSize: u32::try_from(blob.len()).unwrap_or_default(),
        CredentialBlob: blob.as_mut_ptr(),
        // It stays on this PC, which it is for.
        Persist: CRED_PERSIST_LOCAL_MACHINE,
        UserName: user.as_mut_ptr(),
        ..CREDENTIALW::default()
    };
    // SAFETY: the texts end with a zero, the blob has as many bytes as are said, and all of them live until the call returns.
    let done = unsafe { CredWriteW(&raw const credential, 0) };
    if done == 0 { Err(last_error()) } else { Ok(()) }
}

/// A secret; `None` if there is none, or something that is none.
fn read(what: What, account: &Account) -> Result<Option<String>, CredentialsError> {
    let target = target(what, account)?;
    let mut found: *mut CREDENTIALW = ptr::null_mut();
    // SAFETY: the name ends with a zero, and the pointer is ours.
    if unsafe { CredReadW(target.as_ptr(), CRED_TYPE_GENERIC, 0, &raw mut found) } == 0 {
        // SAFETY: it only reads a number of this thread.
        let is_missing = unsafe { GetLastError() } == ERROR_NOT_FOUND;
        return if is_missing { Ok(None) } else { Err(last_error()) };
    }
    // SAFETY: on success it points to a structure, which lives until it is freed below.
    let (blob, size) = unsafe { ((*found).CredentialBlob, (*found).CredentialBlobSize as usize) };
    let is_secret = size <= CRED_MAX_CREDENTIAL_BLOB_SIZE as usize && !blob.is_null();
    let secret = is_secret.then(|| {
        // SAFETY: the structure says how many bytes there are.
        unsafe { slice::from_raw_parts(blob, size) }.to_vec()
    });
    // SAFETY: it is what CredReadW gave, and nothing of it is used any more.
    unsafe { CredFree(found.cast()) };
    Ok(secret.and_then(|secret| String::from_utf8(secret).ok()))
}

fn delete(what: What, account: &Account) -> Result<(), CredentialsError> {
    let target = target(what, account)?;
    // SAFETY: the name ends with a zero.
    let done = unsafe { CredDeleteW(target.as_ptr(), CRED_TYPE_GENERIC, 0) };
    // SAFETY: it only reads a number of this thread.
    if done == 0 && unsafe { GetLastError() } != ERROR_NOT_FOUND { Err(last_error()) } else { Ok(()) }
}

impl Credentials for CredentialManager {
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError> {
        write(What::Token, account, token.as_str())
    }

    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        Ok(read(What::Token, account)?.and_then(|token| DeviceToken::parse(&token).ok()))
    }

    fn forget(&self, account: &Account) -> Result<(), CredentialsError> {
        delete(What::Token, account)
    }

    fn keeps_passwords(&self) -> bool {
        true
    }

    fn keep_password(&self, account: &Account, password: &str) -> Result<(), CredentialsError> {
        write(What::Password, account, password)
    }

    fn find_password(&self, account: &Account) -> Result<Option<Password>, CredentialsError> {
        Ok(read(What::Password, account)?.map(Password))
    }

    fn forget_password(&self, account: &Account) -> Result<(), CredentialsError> {
        delete(What::Password, account)
    }
}

/// Forgets all that OX Updater keeps for this person, whatever it is for.
///
/// # Errors
/// The first of what Windows does not let be deleted.
pub(crate) fn forget_credentials() -> io::Result<()> {
    let filter = wide::wide(format!("{TARGET_BEGINNING}*"))?;
    let (mut count, mut list): (u32, *mut *mut CREDENTIALW) = (0, ptr::null_mut());
    // SAFETY: the filter ends with a zero, and both places are ours.
    if unsafe { CredEnumerateW(filter.as_ptr(), 0, &raw mut count, &raw mut list) } == 0 {
        let error = io::Error::last_os_error();
        let nothing = error.raw_os_error() == Some(ERROR_NOT_FOUND.cast_signed());
        return if nothing { Ok(()) } else { Err(error) };
    }
    let mut result = Ok(());
    // SAFETY: on success there are as many pointers as it says.
    for credential in unsafe { slice::from_raw_parts(list, count as usize) } {
        // Wine packs them one behind the other, wherever the text of the one before ends.
        // SAFETY: each points to a structure that lives until the list is freed.
        let credential = unsafe { credential.read_unaligned() };
        // SAFETY: the name is the structure's, and ends with a zero.
        let done = unsafe { CredDeleteW(credential.TargetName, credential.Type, 0) };
        result = result.and(if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) });
    }
    // SAFETY: it is what CredEnumerateW gave, and nothing of it is used any more.
    unsafe { CredFree(list.cast()) };
    result
}

#[cfg(test)]
mod tests {
    use catalog::device::DeviceToken;
    use uuid::Uuid;

    use super::CredentialManager;
    use crate::credentials::{Account, Credentials};
    use crate::desk::Password;

    #[test]
    fn a_token_is_kept_until_it_is_forgotten() {
        let store = CredentialManager;
        let anna = Account {
            device: Uuid::new_v4(),
            origin: "https://ox.example:8443".to_owned(),
            user: "anna größe".to_owned(),
        };
        let other = Account { user: "bert".to_owned(), ..anna.clone() };
        let (token, later) = (DeviceToken::of([1; 32]), DeviceToken::of([2; 32]));
        let before = store.find(&anna).unwrap();
        store.forget(&anna).unwrap();
        store.keep(&anna, &token).unwrap();
        store.keep(&anna, &later).unwrap();
        let (kept, of_another) = (store.find(&anna).unwrap(), store.find(&other).unwrap());
        store.forget(&anna).unwrap();
        assert_eq!((before, kept, of_another), (None, Some(later), None));
        assert_eq!(store.find(&anna).unwrap(), None);
    }

    #[test]
    fn a_password_is_kept_beside_the_token_until_it_is_forgotten() {
        let store = CredentialManager;
        let anna = Account {
            device: Uuid::new_v4(),
            origin: "https://ox.example".to_owned(),
            user: "anna".to_owned(),
        };
        store.keep(&anna, &DeviceToken::of([1; 32])).unwrap();
        let before = store.find_password(&anna).unwrap();
        store.keep_password(&anna, "older").unwrap();
        store.keep_password(&anna, "Grüße: 100 % „geheim“").unwrap();
        let kept = store.find_password(&anna).unwrap();
        let token = store.find(&anna).unwrap();
        store.forget_password(&anna).unwrap();
        let (after, token_after) = (store.find_password(&anna).unwrap(), store.find(&anna).unwrap());
        store.forget(&anna).unwrap();
        assert_eq!((before, kept), (None, Some(Password("Grüße: 100 % „geheim“".to_owned()))));
        assert_eq!(
            (after, token_after, token),
            (None, Some(DeviceToken::of([1; 32])), Some(DeviceToken::of([1; 32])))
        );
        assert!(store.keep_password(&anna, &"x".repeat(10_000)).is_err());
        assert_eq!(store.find_password(&anna).unwrap(), None);
    }
}
