//! Where the programs and fixtures are, and the sentences for when they are not.

use std::path::{Path, PathBuf};
use std::process::Command;

/// An MSI file that `cargo xtask fixtures` makes.
///
/// # Panics
/// If it is not there; the sentence says how to make it.
#[must_use]
pub fn fixture(name: &str) -> PathBuf {
    let folder = std::env::var_os("OXUPDATER_FIXTURES")
        .map_or_else(|| target_folder().join("fixtures"), PathBuf::from);
    found(folder.join(name), "Make the fixtures with `cargo xtask fixtures`.")
}

/// Runs a verb of `oxcatalog` that must succeed.
///
/// # Panics
/// If it fails, with what it said.
pub fn oxcatalog(arguments: &[&str]) {
    let output = Command::new(host_program("oxcatalog")).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("oxcatalog did not start: {error}"));
    assert!(output.status.success(), "oxcatalog {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A program that was built for the host, in the profile of this test.
///
/// # Panics
/// If it is not there; the sentence says how to build it.
#[must_use]
pub fn host_program(name: &str) -> PathBuf {
    let program = profile_folder().join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    found(program, "Build the programs with `cargo build --workspace`, or run `cargo xtask check`.")
}

/// The client as built for Windows.
pub(crate) fn windows_client() -> PathBuf {
    let Some(program) = std::env::var_os("OXUPDATER_WINDOWS_EXE") else {
        panic!(
            "OXUPDATER_WINDOWS_EXE does not say where oxupdate.exe is. Run these tests by `cargo xtask windows`."
        );
    };
    found(PathBuf::from(program), "Run these tests by `cargo xtask windows`, which builds it.")
}

/// A program with windows, as built for Windows beside the client.
///
/// # Panics
/// If it is not there; the sentence says how to build it.
#[must_use]
pub fn built_for_windows(name: &str) -> PathBuf {
    found(windows_client().with_file_name(name), "Run these tests by `cargo xtask windows`, which builds it.")
}

/// The hand that works on the stage, as built for Windows.
pub(crate) fn stagehand() -> PathBuf {
    let Some(program) = std::env::var_os("OXUPDATER_STAGEHAND") else {
        panic!(
            "OXUPDATER_STAGEHAND does not say where stagehand.exe is. Run these tests by `cargo xtask windows`."
        );
    };
    found(PathBuf::from(program), "Run these tests by `cargo xtask windows`, which builds it.")
}

/// The folder of pictures that people look at.
pub(crate) fn screens_folder() -> PathBuf {
    std::env::var_os("OXUPDATER_SCREENS").map_or_else(|| target_folder().join("screens"), PathBuf::from)
}

pub(crate) fn found(path: PathBuf, mend: &str) -> PathBuf {
    assert!(path.is_file(), "{} is not there. {mend}", path.display());
    path
}

/// The folder of this profile's programs: the test itself is in its `deps`.
fn profile_folder() -> PathBuf {
    let test = std::env::current_exe()
        .unwrap_or_else(|error| panic!("this test does not know where it is: {error}"));
    test.parent()
        .and_then(Path::parent)
        .map_or_else(|| panic!("{} has no folder above", test.display()), Path::to_owned)
}

fn target_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target")
}
