//! Where things are in the workspace.

use std::path::PathBuf;

/// Our crate `generator`, as cargo tells it from another one of that name, which the server's crates bring along.
pub(crate) const GENERATOR: &str = concat!("generator@", env!("CARGO_PKG_VERSION"));

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

/// The folder of the directory server that tests start.
pub(crate) fn slapd() -> PathBuf {
    target().join("slapd")
}

/// The folder of all sentences, with a folder for each language.
pub(crate) fn sentences() -> PathBuf {
    workspace().join("crates/text/ftl")
}

/// The folder of what people get: installers, programs, and the sums of both.
pub(crate) fn dist() -> PathBuf {
    target().join("dist")
}

/// The folder of the installers of OX Updater that tests install, made of programs as they are for tests.
pub(crate) fn installers() -> PathBuf {
    target().join("installers")
}
