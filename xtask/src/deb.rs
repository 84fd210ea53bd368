//! `cargo xtask deb`: the server as a Debian package, and whether what is in it works.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::prerequisites::INSTALL_TIME_MAX;
use crate::{places, process};

/// How long building the server and its package may take, on a slow machine where everything is built anew.
const BUILD_TIME_MAX: Duration = Duration::from_secs(3600);

/// What the package must hold.
const CONTENTS: &[&str] = &[
    "./usr/bin/oxupdated",
    "./etc/oxupdated/oxupdated.toml",
    "./usr/lib/sysusers.d/oxupdated.conf",
    "./usr/lib/tmpfiles.d/oxupdated.conf",
    "./usr/share/doc/oxupdated/oxupdated.md",
];

/// The unit, which is in one of two places, as Debian's own tools have it.
const UNITS: [&str; 2] =
    ["./usr/lib/systemd/system/oxupdated.service", "./lib/systemd/system/oxupdated.service"];

/// Builds the package into `target/debian`, and proves that it holds what it should.
pub(crate) fn deb() -> Result<()> {
    let cargo_deb = cargo_deb()?;
    let folder = places::target().join("debian");
    let package = folder.join("oxupdated.deb");
    let mut command = Command::new(cargo_deb);
    command.args(["deb", "--package", "server", "--output"]).arg(&package).current_dir(places::workspace());
    process::run(&mut command, BUILD_TIME_MAX)?;
    let contents = run(Command::new("dpkg-deb").arg("--contents").arg(&package))?;
    println!("{}", contents.trim_end());
    let holds = |path: &str| contents.lines().any(|line| line.ends_with(&format!(" {path}")));
    if let Some(missing) = CONTENTS.iter().find(|path| !holds(path)) {
        bail!("the package lacks {missing}");
    }
    if !UNITS.iter().any(|path| holds(path)) {
        bail!("the package lacks {}", UNITS[0]);
    }
    prove(&package, &folder.join("unpacked"))?;
    println!("{} is in order", package.display());
    Ok(())
}

/// Unpacks the package and runs what is in it.
fn prove(package: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    run(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(folder))?;
    for script in ["postinst", "postrm"] {
        run(Command::new("sh").arg("-n").arg(folder.join("DEBIAN").join(script)))?;
    }
    let conffiles =
        fs::read_to_string(folder.join("DEBIAN/conffiles")).context("the package names no conffiles")?;
    if !conffiles.contains("/etc/oxupdated/oxupdated.toml") {
        bail!("the settings are no conffile: an update would overwrite what the administrator wrote");
    }
    let program = folder.join("usr/bin/oxupdated");
    println!("{}", run(Command::new(&program).arg("--version"))?.trim_end());
    // The settings as they are shipped are settings that the program takes.
    let settings = folder.join("etc/oxupdated/oxupdated.toml");
    let data = folder.join("data");
    let mut add = Command::new(&program);
    add.arg("--config").arg(&settings).arg("--data").arg(&data).args(["group", "add", "example"]);
    run(&mut add).map(drop)
}

fn run(command: &mut Command) -> Result<String> {
    process::run_quietly(command, process::TOOL_TIME_MAX)
}

/// Finds cargo-deb, or builds it into `target/tools`.
fn cargo_deb() -> Result<PathBuf> {
    let tools = places::target().join("tools");
    let program = tools.join("bin/cargo-deb");
    if !program.is_file() {
        println!("cargo-deb is missing; building it takes some minutes.");
        let mut command = Command::new("cargo");
        command.args(["install", "--locked", "cargo-deb", "--root"]).arg(&tools);
        process::run(&mut command, INSTALL_TIME_MAX)?;
    }
    Ok(program)
}
