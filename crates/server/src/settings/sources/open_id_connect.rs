//! `kind = "open-id-connect"`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

/// Which provider signs people in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenIdConnectSettings {
    /// The provider's issuer identifier.
    pub(crate) issuer: Url,
    /// What the provider knows this server by.
    pub(crate) client_id: String,
    /// The file that holds the secret that goes with it.
    pub(crate) client_secret_file: Option<PathBuf>,
}

impl OpenIdConnectSettings {
    /// Judges what was written.
    pub(super) fn settled(self, data: &Path) -> Result<Self, String> {
        Ok(Self { client_secret_file: super::in_data(data, self.client_secret_file), ..self })
    }
}
