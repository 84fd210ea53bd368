//! `kind = "ldap"`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

/// Where the directory is, and how it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LdapSettings {
    /// `ldaps://host` or `ldap://host`.
    pub(crate) url: Url,
    /// The file that holds the password of the account that asks.
    pub(crate) bind_password_file: Option<PathBuf>,
}

impl LdapSettings {
    /// Judges what was written.
    pub(super) fn settled(self, data: &Path) -> Result<Self, String> {
        Ok(Self { bind_password_file: super::in_data(data, self.bind_password_file), ..self })
    }
}
