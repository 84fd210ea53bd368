//! The last catalog, so that a check that finds nothing new costs one small request.

use std::fs;

use catalog::xml::DOCUMENT_SIZE_MAX;
use serde::{Deserialize, Serialize};

use super::history::LAST_CHECK;
use super::told::NAME as TOLD;
use super::{Owner, State, StateError, files};
use crate::server::Validator;

/// The file's name.
const NAME: &str = "catalog";
/// The most bytes of the line before the catalog itself.
const HEADER_SIZE_MAX: u64 = 16 * 1024;

/// A catalog that was fetched before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCatalog {
    /// The bytes of update.xml.
    pub bytes: Vec<u8>,
    /// What to ask with whether it is still the one.
    pub validator: Validator,
}

/// The first line of the file; what follows are the bytes of update.xml.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    owner: Owner,
    validator: String,
}

impl State {
    /// The last catalog that this owner was given; `None` if there is none, or it was another's.
    #[must_use]
    pub fn catalog(&self, owner: &Owner) -> Option<KnownCatalog> {
        let (header, bytes) = self.last_catalog()?;
        (header.owner == *owner).then_some(KnownCatalog { bytes, validator: Validator(header.validator) })
    }

    /// Forgets what was offered to owners, and what the server was told about it.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be deleted.
    pub fn forget_offers(&self, is_theirs: impl Fn(&Owner) -> bool) -> Result<(), StateError> {
        if self.last_catalog().is_some_and(|(header, _)| is_theirs(&header.owner)) {
            files::remove(&self.folder.join(NAME))?;
        }
        if self.last_check().is_some_and(|check| is_theirs(&check.owner)) {
            files::remove(&self.folder.join(LAST_CHECK))?;
        }
        if self.told().is_some_and(|told| is_theirs(&told.owner)) {
            files::remove(&self.folder.join(TOLD))?;
        }
        Ok(())
    }

    fn last_catalog(&self) -> Option<(Header, Vec<u8>)> {
        let mut bytes = files::read(&self.folder.join(NAME), DOCUMENT_SIZE_MAX as u64 + HEADER_SIZE_MAX)?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let header: Header = serde_json::from_slice(bytes.get(..end)?).ok()?;
        bytes.drain(..=end);
        Some((header, bytes))
    }

    /// Keeps a catalog in place of the last one; without a validator nothing is kept, for it could not be asked about.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn keep_catalog(
        &self,
        owner: &Owner,
        bytes: &[u8],
        validator: Option<&Validator>,
    ) -> Result<(), StateError> {
        let Some(validator) = validator else {
            // A file that was not there is as good as one that is gone.
            let _ = fs::remove_file(self.folder.join(NAME));
            return Ok(());
        };
        let header = Header { owner: owner.clone(), validator: validator.0.clone() };
        let mut file = serde_json::to_vec(&header).unwrap_or_default();
        file.push(b'\n');
        file.extend_from_slice(bytes);
        files::replace(&self.folder, NAME, &file)
    }
}
