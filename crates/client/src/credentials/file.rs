//! Tokens in a file that only this person can read: for systems without a store of their own.

use std::io;
use std::path::PathBuf;

use catalog::device::DeviceToken;
use serde::{Deserialize, Serialize};

use super::{Account, Credentials, CredentialsError};
use crate::state::{self, StateError};

/// The most tokens that are kept; the oldest one goes.
pub const TOKENS_MAX: usize = 20;

/// The file's name.
const NAME: &str = "tokens.json";
/// The most bytes of the file.
const SIZE_MAX: u64 = 64 * 1024;

/// A file in a folder that is private already.
#[derive(Debug, Clone)]
pub struct PrivateFile {
    folder: PathBuf,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    account: Account,
    token: DeviceToken,
}

impl PrivateFile {
    /// The file in a folder.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn all(&self) -> Vec<Kept> {
        let bytes = state::read(&self.folder.join(NAME), SIZE_MAX);
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn write(&self, all: &[Kept]) -> Result<(), CredentialsError> {
        let bytes = serde_json::to_vec(all).map_err(io::Error::from)?;
        // What is written anew can be read by its owner alone.
        state::replace(&self.folder, NAME, &bytes).map_err(|error| match error {
            StateError::Unusable { source, .. } => source.into(),
            other => io::Error::other(other).into(),
        })
    }
}

impl Credentials for PrivateFile {
    fn keep(&self, account: &Account, token: &DeviceToken) -> Result<(), CredentialsError> {
        let mut all = self.all();
        all.retain(|kept| kept.account != *account);
        all.insert(0, Kept { account: account.clone(), token: token.clone() });
        all.truncate(TOKENS_MAX);
        self.write(&all)
    }

    fn find(&self, account: &Account) -> Result<Option<DeviceToken>, CredentialsError> {
        Ok(self.all().into_iter().find(|kept| kept.account == *account).map(|kept| kept.token))
    }

    fn forget(&self, account: &Account) -> Result<(), CredentialsError> {
        let mut all = self.all();
        let before = all.len();
        all.retain(|kept| kept.account != *account);
        if all.len() == before { Ok(()) } else { self.write(&all) }
    }
}
