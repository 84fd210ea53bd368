//! Finds the MSI files that `cargo xtask fixtures` makes.

use std::path::PathBuf;
use std::{env, fs};

/// The folder of the fixtures: `OXUPDATER_FIXTURES`, else where they are made.
fn folder() -> PathBuf {
    let made = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fixtures").into();
    env::var_os("OXUPDATER_FIXTURES").unwrap_or_else(made).into()
}

/// The path of one fixture.
pub(crate) fn path(name: &str) -> PathBuf {
    let path = folder().join(name);
    assert!(path.exists(), "{} is missing. Run `cargo xtask fixtures`.", path.display());
    path
}

/// The bytes of one fixture.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap()
}

/// The names of all MSI files among the fixtures, except those of many megabytes.
pub(crate) fn msi_names() -> Vec<String> {
    let missing = "There are no fixtures. Run `cargo xtask fixtures`.";
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect(missing)
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".msi") && !name.starts_with("large"))
        .collect();
    names.sort();
    assert!(!names.is_empty(), "{missing}");
    names
}
