//! The installers of OX Updater on the PC that the tests run on: started as a person or an administrator would, and what is there
//! afterwards.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::pc::{run, windows_may_say, windows_path, windows_program, windows_says};
use crate::programs::found;

/// The version that `cargo xtask windows` makes installers of.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The version of the installers that are older.
pub const VERSION_BEFORE: &str = "0.0.9";

/// The version of the installers that never install: they fail before anything is changed.
pub const VERSION_THAT_FAILS: &str = "9.9.9";

/// The version of those that fail behind their files, which are copied by then: Windows takes them back, and Wine does not.
pub const VERSION_THAT_FAILS_LATE: &str = "9.9.8";

/// Both of these.
pub const VERSIONS_THAT_FAIL: [&str; 2] = [VERSION_THAT_FAILS, VERSION_THAT_FAILS_LATE];

/// One of the installers that `cargo xtask windows` makes, such as `OXUpdater-VERSION.msi` and `OXUpdater-VERSION-user.msi`.
///
/// # Panics
/// If it is not there; the sentence says how to make it.
#[must_use]
pub fn installer(name: &str) -> PathBuf {
    let Some(folder) = std::env::var_os("OXUPDATER_INSTALLERS") else {
        panic!(
            "OXUPDATER_INSTALLERS does not say where the installers are. Run these tests by `cargo xtask windows`."
        );
    };
    found(Path::new(&folder).join(name), "Run these tests by `cargo xtask windows`, which makes it.")
}

/// Runs Windows Installer without showing anything (`/qn`) on a package, and returns its exit code.
///
/// # Panics
/// If it does not end.
#[must_use]
pub fn msiexec(verb: &str, package: &Path, properties: &[&str]) -> i32 {
    let mut msiexec = windows_program("msiexec");
    msiexec.args([verb, &windows_path(package), "/qn", "/norestart"]).args(properties);
    msiexec.stdin(Stdio::null());
    run(msiexec).code().unwrap_or(-1)
}

/// What Windows Installer logs of an install that is refused, on a Windows that speaks a language, such as `de_AT.UTF-8`; for Wine
/// only, which takes it from the environment.
///
/// # Panics
/// If nothing is logged.
#[must_use]
pub fn msiexec_log(package: &Path, language: &str) -> String {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for the log: {error}"));
    let log = folder.path().join("log");
    let mut msiexec = windows_program("msiexec");
    msiexec.args(["/i", &windows_path(package), "/qn", "/l*v", &windows_path(&log)]);
    msiexec.env("LC_ALL", language).env("LANG", language).stdin(Stdio::null());
    let _ = run(msiexec);
    let bytes = std::fs::read(&log).unwrap_or_else(|error| panic!("no log: {error}"));
    // Wine writes the log in the code page of Western European Windows, in which a byte is a letter's number.
    bytes.into_iter().map(char::from).collect()
}

/// An exit code as it arrives here: Unix keeps the last byte of what Wine ends with, so that 1603 becomes 67.
#[must_use]
pub fn as_seen(code: i32) -> i32 {
    if cfg!(windows) { code } else { code & 0xFF }
}

/// A text in the registry, such as of the key `HKLM\Software\OX Updater`; `None` if there is none.
#[must_use]
pub fn registry_text(key: &str, name: &str) -> Option<String> {
    let (_, said) = windows_may_say("reg", &["query", key, "/v", name]);
    said.lines().find_map(|line| {
        Some(line.trim().strip_prefix(name)?.trim_start().strip_prefix("REG_SZ")?.trim().to_owned())
    })
}

/// A folder that Windows names by an environment variable, such as `ProgramFiles`, as the host names it.
///
/// # Panics
/// If it is on another drive than C.
#[must_use]
pub fn folder_of_windows(variable: &str) -> PathBuf {
    let path = windows_says("cmd", &["/c", "echo", &format!("%{variable}%")]);
    match std::env::var_os("OXUPDATER_WINE_PREFIX") {
        None => PathBuf::from(path),
        Some(prefix) => {
            let Some(below) = path.strip_prefix(r"C:\") else { panic!("{path} is not on drive C") };
            Path::new(&prefix).join("drive_c").join(below.replace('\\', "/"))
        }
    }
}

/// How many processes of a program run, such as `OXUpdater.exe`: on this PC, or in this Wine prefix, whose own list is empty.
#[must_use]
pub fn processes(name: &str) -> usize {
    let Some(prefix) = std::env::var_os("OXUPDATER_WINE_PREFIX") else {
        let list = windows_says("tasklist", &["/fo", "csv", "/nh"]);
        return list.lines().filter(|line| line.starts_with(&format!("\"{name}\""))).count();
    };
    let prefix = format!("WINEPREFIX={}", prefix.to_string_lossy());
    let of_program = |process: &Path| {
        let read = |file| std::fs::read(process.join(file)).unwrap_or_default();
        // Wine's own process starts with the program's path; the one that started it is named `wine`.
        let path = read("cmdline")
            .split(|byte| *byte == 0)
            .next()
            .map(String::from_utf8_lossy)
            .unwrap_or_default()
            .into_owned();
        let in_prefix = || read("environ").split(|byte| *byte == 0).any(|entry| *entry == *prefix.as_bytes());
        path.ends_with(name) && in_prefix()
    };
    std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| of_program(&entry.path()))
        .count()
}
