//! `cargo xtask dist`: what people get. Windows programs, the installers of OX Updater, signed if asked for, and their sums.
//!
//! The names in `target/dist` say product, version and kind, and are the same for the same version on every machine.

mod checks;
mod finish;
mod installer;
mod notices;
mod signing;
mod sums;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::prerequisites::{self, Extent, WINDOWS_TARGET};
use crate::{places, process};
use installer::Kind;
pub(crate) use signing::Signing;

/// How long building all programs may take, on a slow machine where everything is built anew.
const BUILD_TIME_MAX: Duration = Duration::from_secs(3600);

/// The version of everything in the house.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The version that tests take for the one before; no release has it.
const VERSION_BEFORE: &str = "0.0.9";

/// The versions of installers that tests take and that never install, each with what is done at which places in the sequence: it fails
/// behind the end of the program that runs and before anything is changed, and behind its files, which Windows takes back and Wine leaves
/// there. Windows copies files only when it runs what it has written down so far, so the latter runs that before it fails.
const VERSIONS_THAT_FAIL: [(&str, &[(&str, u16)]); 2] =
    [("9.9.9", &[("Never", 1450)]), ("9.9.8", &[("InstallExecute", 4001), ("Never", 4002)])];

/// The crates whose programs people get, and the programs.
const CRATES: &[&str] = &["client", "tray", "generator"];
const PROGRAMS: &[&str] = &["OXUpdater.exe", "oxupdate.exe", "oxcatalog.exe", "OXUpdateXMLGenerator.exe"];

/// How programs are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// As people get them: small, and built for minutes.
    Small,
    /// As tests have them, without what debuggers read.
    Debug,
}

/// Makes everything that people get into `target/dist`.
pub(crate) fn dist(build: Build, signing: Option<&Signing>) -> Result<()> {
    prerequisites::install(Extent::Usual)?;
    let folder = emptied(&places::dist())?;
    let mut made = programs(build, &folder)?;
    for program in signing.map(|_| made.as_slice()).unwrap_or_default() {
        sign(signing, program)?;
    }
    for kind in Kind::ALL {
        let installer = installer::make(kind, VERSION, &folder)?;
        sign(signing, &installer)?;
        made.push(installer);
    }
    sums::write(&folder, &made)?;
    for path in &made {
        println!("  {:>12} bytes  {}", fs::metadata(path)?.len(), path.display());
    }
    if signing.is_none() {
        println!("Nothing is signed: no certificate was named (--certificate).");
    }
    Ok(())
}

/// Makes the installers that tests install: of this version for both kinds, and of one before it, whose program differs in its
/// last bytes, so that a test sees which one is there.
pub(crate) fn for_tests() -> Result<()> {
    let folder = emptied(&places::installers())?;
    programs(Build::Debug, &folder)?;
    for kind in Kind::ALL {
        installer::make(kind, VERSION, &folder)?;
    }
    for kind in Kind::OF_UPDATER {
        for (version, places) in VERSIONS_THAT_FAIL {
            let made = installer::make(kind, version, &folder)?;
            process::run_quietly(&mut failing_at(&made, places), process::TOOL_TIME_MAX)?;
        }
    }
    for name in Kind::Machine.programs() {
        let path = folder.join(name);
        let program = fs::read(&path)?;
        fs::write(&path, [program.as_slice(), VERSION_BEFORE.as_bytes()].concat())?;
    }
    for kind in Kind::OF_UPDATER {
        installer::make(kind, VERSION_BEFORE, &folder)?;
    }
    Ok(())
}

/// What makes an installer fail, by what it does at which places in its sequence.
fn failing_at(msi: &Path, places: &[(&str, u16)]) -> Command {
    let mut change = Command::new("msibuild");
    change.arg(msi).arg("-q").arg(
        "INSERT INTO `CustomAction` (`Action`, `Type`, `Target`) VALUES ('Never', 19, 'This one never installs.')",
    );
    change.args(places.iter().map(|(action, place)| {
        format!("INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('{action}', {place})")
    }));
    change
}

fn sign(signing: Option<&Signing>, path: &Path) -> Result<()> {
    signing.map_or(Ok(()), |signing| signing.sign(path))
}

/// Builds the programs and puts them into a folder.
fn programs(build: Build, folder: &Path) -> Result<Vec<PathBuf>> {
    let (profile, built) = match build {
        Build::Small => ("release-small", "release-small"),
        Build::Debug => ("dev", "debug"),
    };
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--locked", "--profile", profile, "--target", WINDOWS_TARGET]);
    cargo.args(CRATES.iter().flat_map(|name| ["--package", name]));
    process::run(cargo.current_dir(places::workspace()), BUILD_TIME_MAX)?;
    let built = places::target().join(WINDOWS_TARGET).join(built);
    let mut made = Vec::new();
    for name in PROGRAMS {
        let target = folder.join(name);
        match build {
            Build::Small => {
                fs::copy(built.join(name), &target).with_context(|| format!("{name} was not built"))?;
            }
            Build::Debug => {
                let mut strip = Command::new("x86_64-w64-mingw32-strip");
                strip.arg("-o").arg(&target).arg(built.join(name));
                process::run_quietly(&mut strip, process::TOOL_TIME_MAX)?;
            }
        }
        made.push(target);
    }
    Ok(made)
}

/// A folder with nothing in it.
fn emptied(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder.to_owned())
}
