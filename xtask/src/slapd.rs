//! Fetches Debian's directory server for tests, without installing it: an installed one would start with the machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::prerequisites::{INSTALL_TIME_MAX, become_root, has_debian_packages};
use crate::{places, process};

/// The program, below the folder it is unpacked in and on machines that have it.
const PROGRAM: &str = "usr/sbin/slapd";

/// Fetches `slapd` and the libraries that this machine lacks, and unpacks them into `target/slapd`.
///
/// # Errors
/// Where that can only be done by hand: the line to type.
pub(crate) fn install() -> Result<()> {
    let folder = places::slapd();
    if folder.join(PROGRAM).is_file() {
        return Ok(());
    }
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !has_debian_packages(&system) {
        if Path::new("/").join(PROGRAM).is_file() {
            return Ok(());
        }
        bail!("OpenLDAP's server is missing: /{PROGRAM}. Install what your system calls it, then try again.");
    }
    println!("slapd is missing; unpacking it into {}. Nothing is installed or started.", folder.display());
    let packages = places::target().join("slapd-packages");
    fs::create_dir_all(packages.join("partial"))
        .with_context(|| format!("{} cannot be made", packages.display()))?;
    if download(&packages).is_err() {
        update_lists()?;
        download(&packages)?;
    }
    unpack(&packages, &folder)
}

/// Asks for an installation and stops before it: what is missing lies in the folder then. Nobody has to be root for it.
fn download(packages: &Path) -> Result<()> {
    let mut command = Command::new("apt-get");
    // One that is installed is fetched as well: its rights are often bound to the system's own folders.
    command.args([
        "install",
        "--reinstall",
        "--yes",
        "--quiet",
        "--no-install-recommends",
        "--download-only",
    ]);
    command.arg("-o").arg(format!("Dir::Cache::archives={}", packages.display()));
    command.args(["-o", "Debug::NoLocking=1", "slapd"]);
    process::run(&mut command, INSTALL_TIME_MAX).context("the package slapd could not be fetched")
}

fn update_lists() -> Result<()> {
    let by_hand = "the lists of packages are too old. Type this, then try again:\n  sudo apt-get update";
    let Some(as_root) = become_root() else { bail!(by_hand) };
    let mut words = as_root.to_vec();
    words.extend(["apt-get", "update", "--quiet"]);
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    process::run(&mut command, INSTALL_TIME_MAX).context(by_hand)
}

/// Unpacks all packages beside the folder and gives it its name at the end, so that half of it is never taken for the whole.
fn unpack(packages: &Path, folder: &Path) -> Result<()> {
    let begun = folder.with_extension("begun");
    if begun.exists() {
        fs::remove_dir_all(&begun).with_context(|| format!("{} is in the way", begun.display()))?;
    }
    for entry in fs::read_dir(packages).with_context(|| format!("{} cannot be read", packages.display()))? {
        let package = entry?.path();
        if package.extension().is_some_and(|extension| extension == "deb") {
            let mut command = Command::new("dpkg-deb");
            command.arg("--extract").args([&package, &begun]);
            process::run(&mut command, INSTALL_TIME_MAX)
                .with_context(|| format!("{} cannot be unpacked", package.display()))?;
        }
    }
    if !begun.join(PROGRAM).is_file() {
        bail!("the package slapd holds no {PROGRAM}");
    }
    fs::rename(&begun, folder).with_context(|| format!("{} cannot be named", folder.display()))
}
