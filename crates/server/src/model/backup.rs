//! Backups: what an archive says about itself.

use serde::{Deserialize, Serialize};

/// The name of the first file in an archive.
pub(crate) const MANIFEST_PATH: &str = "manifest.json";
/// The form of archives that this version writes and reads.
pub(crate) const FORMAT: u32 = 1;

/// What is in an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The form of the archive: [`FORMAT`].
    pub(crate) format: u32,
    /// The version of the server that wrote it.
    pub(crate) version: String,
    /// The last migration that the database has seen.
    pub(crate) schema: i64,
    /// When it was made.
    pub(crate) made_at: String,
    /// The files behind the manifest, in their order.
    pub(crate) files: Vec<Entry>,
    /// The packages whose files were missing or damaged already, by their paths.
    pub(crate) missing: Vec<String>,
}

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Its path in the archive, and in the data folder.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) size: u64,
    /// Their SHA-256, in hexadecimal digits.
    pub(crate) sha256: String,
}

/// Whether private keys go into a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PrivateKeys {
    /// They stay where they are.
    Left,
    /// They go with it.
    Included,
}
