//! The registry of the PC that the tests run on, read and written by Windows' own `reg`.

use std::path::Path;
use std::process::Stdio;

use crate::pc::{run, windows_path, windows_program};

/// Where an administrator's decisions stand.
const POLICY_KEY: &str = r"HKLM\Software\Policies\OX Updater";

/// What stands in the registry below a key, as text; bytes are written in one line each, as `hex:6f,78`.
///
/// # Panics
/// If there is no such key.
#[must_use]
pub fn registry(key: &str) -> String {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the registry: {error}"));
    let file = folder.path().join("exported.reg");
    reg(&["export", key, &windows_path(&file), "/y"]);
    let bytes = read(&file);
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    in_one_line(&char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect::<String>())
}

/// The files in which Wine keeps the registry, as text; real Windows lets nobody read its own.
///
/// # Panics
/// If the prefix has none.
#[must_use]
pub fn registry_files() -> Vec<String> {
    let prefix = std::env::var_os("OXUPDATER_WINE_PREFIX");
    let read = |prefix: &Path, name| in_one_line(&String::from_utf8_lossy(&read(&prefix.join(name))));
    let files = prefix.map(|prefix| ["user.reg", "system.reg"].map(|name| read(Path::new(&prefix), name)));
    files.into_iter().flatten().collect()
}

/// A policy that is set for all people of the PC, until this is dropped.
pub struct PolicyValue {
    name: &'static str,
}

impl PolicyValue {
    /// Switches a policy on, which takes an administrator.
    #[must_use]
    pub fn set(name: &'static str) -> Self {
        reg(&["add", POLICY_KEY, "/v", name, "/t", "REG_DWORD", "/d", "1", "/f"]);
        Self { name }
    }

    /// Sets a policy to a text, which takes an administrator.
    #[must_use]
    pub fn text(name: &'static str, text: &str) -> Self {
        reg(&["add", POLICY_KEY, "/v", name, "/t", "REG_SZ", "/d", text, "/f"]);
        Self { name }
    }
}

impl Drop for PolicyValue {
    fn drop(&mut self) {
        reg(&["delete", POLICY_KEY, "/v", self.name, "/f"]);
    }
}

fn reg(arguments: &[&str]) {
    let mut command = windows_program("reg");
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = run(command);
    assert!(ended.success(), "reg {arguments:?}: {ended:?}");
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn in_one_line(text: &str) -> String {
    text.replace('\r', "").replace("\\\n  ", "")
}
