//! `kind = "open-xchange"`.

use std::path::Path;

use serde::Deserialize;
use url::Url;

/// Where Open-Xchange's HTTP API is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenXchangeSettings {
    /// The API's root, such as `https://ox.example.com/appsuite/api` or `https://ox.example.com/ajax`.
    pub(crate) url: Url,
}

impl OpenXchangeSettings {
    /// Judges what was written.
    pub(super) fn settled(self, _data: &Path) -> Result<Self, String> {
        Ok(self)
    }
}
