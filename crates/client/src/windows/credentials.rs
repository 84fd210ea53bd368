//! Tokens in Windows' Credential Manager, which encrypts them for this person.
//!
//! Source: Microsoft, "CREDENTIALW structure", "CredWriteW function", "CredReadW function", "CredDeleteW function".

use std::io;
use std::ptr;
use std::slice;

use catalog::device::{DeviceToken, TOKEN_LENGTH};
use windows_sys::Win32::Foundation::{ERROR_NOT_FOUND, GetLastError};
use windows_sys::Win32::Security::Credentials::{
    CRED_PERSIST_LOCAL_MACHINE, CRED_TYPE_GENERIC, CREDENTIALW, CredDeleteW, CredFree, CredReadW, CredWriteW,
};

use super::wide;
use crate::credentials::{Account, Credentials, CredentialsError};

/// The Credential Manager of this person.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct CredentialManager;

/// The name under which a person sees it in Windows; no other program's begins so.
fn target(account: &Account) -> io::Result<Vec<u16>> {
    let Account { device, origin, user } = account;
    wide::wide(format!("OX Updater/{device}/{origin}/{user}"))
}

fn last_error() -> CredentialsError {
    io::Error::last_os_error().into()
}

impl Credentials for CredentialManager {
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError> {
        let (mut target, mut user) = (target(account)?, wide::wide(&account.user)?);
        let mut blob = token.as_str().as_bytes().to_vec();
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

    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        let target = target(account)?;
        let mut found: *mut CREDENTIALW = ptr::null_mut();
        // SAFETY: the name ends with a zero, and the pointer is ours.
        if unsafe { CredReadW(target.as_ptr(), CRED_TYPE_GENERIC, 0, &raw mut found) } == 0 {
            // SAFETY: it only reads a number of this thread.
            let is_missing = unsafe { GetLastError() } == ERROR_NOT_FOUND;
            return if is_missing { Ok(None) } else { Err(last_error()) };
        }
        // SAFETY: on success it points to a structure, which lives until it is freed below.
        let (blob, size) = unsafe { ((*found).CredentialBlob, (*found).CredentialBlobSize as usize) };
        let token = (size == TOKEN_LENGTH && !blob.is_null()).then(|| {
            // SAFETY: the structure says how many bytes there are.
            String::from_utf8_lossy(unsafe { slice::from_raw_parts(blob, size) }).into_owned()
        });
        // SAFETY: it is what CredReadW gave, and nothing of it is used any more.
        unsafe { CredFree(found.cast()) };
        Ok(token.and_then(|token| DeviceToken::parse(&token).ok()))
    }

    fn forget(&self, account: &Account) -> Result<(), CredentialsError> {
        let target = target(account)?;
        // SAFETY: the name ends with a zero.
        let done = unsafe { CredDeleteW(target.as_ptr(), CRED_TYPE_GENERIC, 0) };
        // SAFETY: it only reads a number of this thread.
        if done == 0 && unsafe { GetLastError() } != ERROR_NOT_FOUND { Err(last_error()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use catalog::device::DeviceToken;
    use uuid::Uuid;

    use super::CredentialManager;
    use crate::credentials::{Account, Credentials};

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
}
