//! Finds what the chores need and this machine lacks, and installs it where it may.
//!
//! It installs packages as root or by a `sudo` that asks nothing, on Debian and Ubuntu; elsewhere it prints the line to
//! type.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{process, schemathesis, slapd};

/// How long installing one thing may take, the compiling of a cargo tool included.
pub(crate) const INSTALL_TIME_MAX: Duration = Duration::from_secs(3600);

/// The target of the Windows client.
pub(crate) const WINDOWS_TARGET: &str = "x86_64-pc-windows-gnu";

/// The toolchain that fuzzing needs.
pub(crate) const FUZZ_TOOLCHAIN: &str = "nightly";

/// How much will be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What every change needs.
    Usual,
    /// What is slow as well.
    Full,
}

impl From<bool> for Extent {
    fn from(full: bool) -> Self {
        if full { Self::Full } else { Self::Usual }
    }
}

/// A Debian package, and the programs or files of which one shows that it is there (also on other systems).
struct Package {
    name: &'static str,
    shown_by: &'static [&'static str],
}

const PACKAGES: &[Package] = &[
    Package { name: "gcc-mingw-w64-x86-64", shown_by: &["x86_64-w64-mingw32-gcc"] },
    Package {
        name: "mingw-w64-x86-64-dev",
        shown_by: &[
            "/usr/x86_64-w64-mingw32/include/windows.h",
            "/usr/x86_64-w64-mingw32/sys-root/mingw/include/windows.h",
        ],
    },
    Package { name: "wine64", shown_by: &["wine64", "/usr/lib/wine/wine64", "/usr/bin/wine64-stable"] },
    Package { name: "wine", shown_by: &["wine"] },
    // The signs on title bars and in boxes, for pictures of windows.
    Package {
        name: "fonts-wine",
        shown_by: &["/usr/share/wine/fonts/marlett.ttf", "/usr/share/wine/wine/fonts/marlett.ttf"],
    },
    Package { name: "wixl", shown_by: &["wixl"] },
    Package { name: "msitools", shown_by: &["msiinfo"] },
    Package { name: "osslsigncode", shown_by: &["osslsigncode"] },
    Package { name: "openssl", shown_by: &["openssl"] },
    Package { name: "xvfb", shown_by: &["Xvfb"] },
    Package { name: "chromium", shown_by: &["chromium", "chromium-browser", "google-chrome"] },
    Package { name: "nodejs", shown_by: &["node"] },
    Package { name: "npm", shown_by: &["npm"] },
];

/// Installs what is missing.
///
/// # Errors
/// Where something can only be installed by hand: the line to type.
pub(crate) fn install(extent: Extent) -> Result<()> {
    let missing: Vec<&str> =
        PACKAGES.iter().filter(|package| !is_there(package)).map(|package| package.name).collect();
    if !missing.is_empty() {
        install_packages(&missing)?;
    }
    if !has_windows_target() {
        println!("The Rust target {WINDOWS_TARGET} is missing; installing it.");
        let mut command = Command::new("rustup");
        command.args(["target", "add", WINDOWS_TARGET]);
        process::run(&mut command, INSTALL_TIME_MAX)
            .with_context(|| format!("the Rust target {WINDOWS_TARGET} could not be added"))?;
    }
    slapd::install()?;
    if extent == Extent::Full {
        install_cargo_tool("cargo-deny")?;
        install_cargo_tool("cargo-fuzz")?;
        schemathesis::install()?;
        if !process::succeeds(Command::new("rustc").args([&format!("+{FUZZ_TOOLCHAIN}"), "--version"])) {
            bail!(
                "fuzzing needs Rust's {FUZZ_TOOLCHAIN} toolchain. Type this, then try again:\n  \
                 rustup toolchain install {FUZZ_TOOLCHAIN} --profile minimal"
            );
        }
    }
    Ok(())
}

/// The programs of a package stay findable, whoever installed them; so no package database is asked.
fn is_there(package: &Package) -> bool {
    package
        .shown_by
        .iter()
        .any(|name| is_on_path(name) || Path::new(name).is_absolute() && Path::new(name).exists())
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn has_windows_target() -> bool {
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", WINDOWS_TARGET]);
    process::run_quietly(&mut command, process::TOOL_TIME_MAX)
        .is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

fn install_packages(missing: &[&str]) -> Result<()> {
    let names = missing.join(" ");
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !has_debian_packages(&system) {
        bail!(
            "these are missing (names of Debian packages): {names}. Install what your system calls them, then try again."
        );
    }
    let by_hand =
        format!("Type this, then try again:\n  sudo apt-get update && sudo apt-get install --yes {names}");
    let Some(as_root) = become_root() else {
        bail!("these packages are missing: {names}. {by_hand}");
    };
    println!("These packages are missing: {names}. Installing them.");
    let apt = |arguments: &[&str]| {
        let mut words = as_root.to_vec();
        words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        words.extend(arguments);
        let mut command = Command::new(words[0]);
        command.args(&words[1..]);
        process::run(&mut command, INSTALL_TIME_MAX).with_context(|| by_hand.clone())
    };
    apt(&["update", "--quiet"])?;
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    arguments.extend(missing);
    apt(&arguments)
}

/// Whether `/etc/os-release` tells of a system with Debian's package names.
pub(crate) fn has_debian_packages(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split(' '))
        .any(|system| system == "debian" || system == "ubuntu")
}

/// The words to put before a command so that root runs it, or nothing where that would ask for a password.
pub(crate) fn become_root() -> Option<&'static [&'static str]> {
    let user = process::run_quietly(Command::new("id").arg("-u"), process::TOOL_TIME_MAX).ok()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

fn install_cargo_tool(name: &str) -> Result<()> {
    if is_on_path(name) {
        return Ok(());
    }
    println!("{name} is missing; building it takes some minutes.");
    process::run(Command::new("cargo").args(["install", "--locked", name]), INSTALL_TIME_MAX)
}

#[cfg(test)]
mod tests {
    use super::{Package, has_debian_packages, is_there};

    #[test]
    fn debian_and_its_children_are_known() {
        let check = |os_release: &str, expected: bool| {
            assert_eq!(has_debian_packages(os_release), expected, "{os_release}");
        };
        check("PRETTY_NAME=\"Debian\"\nID=debian\n", true);
        check("ID=ubuntu\nID_LIKE=debian\n", true);
        check("ID=pop\nID_LIKE=\"ubuntu debian\"\n", true);
        check("ID=fedora\nNAME=\"not debian\"\n", false);
        check("", false);
    }

    #[test]
    fn a_package_is_there_when_one_of_its_programs_or_files_is() {
        let check = |shown_by: &'static [&'static str], expected: bool| {
            assert_eq!(is_there(&Package { name: "example", shown_by }), expected, "{shown_by:?}");
        };
        check(&["cargo"], true);
        check(&["no-such-program", env!("CARGO_MANIFEST_DIR")], true);
        check(&[concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")], true);
        check(&["no-such-program", "/no/such/file"], false);
    }
}
