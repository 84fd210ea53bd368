//! Where things are in the workspace.

use std::path::PathBuf;

/// The workspace's folder.
pub(crate) fn workspace() -> PathBuf {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.pop();
    folder
}

/// The folder of everything that is built.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => workspace().join(folder),
        None => workspace().join("target"),
    }
}

/// The folder of the MSI files that tests install and read.
pub(crate) fn fixtures() -> PathBuf {
    target().join("fixtures")
}

/// The folder of Wine prefixes.
pub(crate) fn wine() -> PathBuf {
    target().join("wine")
}
