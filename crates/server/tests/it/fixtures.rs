//! The MSI files that tests publish.

use std::path::{Path, PathBuf};

/// The path of a fixture.
pub(crate) fn fixture(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fixtures").join(name);
    assert!(path.exists(), "{} is missing. Make it by “cargo xtask fixtures”.", path.display());
    path
}

/// The path of a fixture, as an argument.
pub(crate) fn fixture_argument(name: &str) -> String {
    fixture(name).to_str().unwrap().to_owned()
}
