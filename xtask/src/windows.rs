//! `cargo xtask windows`: the Windows tests, under Wine here and on real Windows in CI.
//!
//! The tests are the same in both places. The end-to-end tests run on this machine and start the Windows client
//! themselves; environment variables tell them where it is, where the fixtures are, and in which Wine prefix to run it.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, ensure};

use crate::prerequisites::{self, Extent, WINDOWS_TARGET};
use crate::wine::Wine;
use crate::{dist, fixtures, places, process};

/// How long building and running the tests of one crate may take.
const TESTS_TIME_MAX: Duration = Duration::from_secs(1800);

/// Where the tests find the fixtures.
pub(crate) const FIXTURES_VARIABLE: &str = "OXUPDATER_FIXTURES";

/// Where the end-to-end tests find the Windows client.
const CLIENT_VARIABLE: &str = "OXUPDATER_WINDOWS_EXE";

/// Where the end-to-end tests find the installers of OX Updater.
const INSTALLERS_VARIABLE: &str = "OXUPDATER_INSTALLERS";

/// Where the end-to-end tests find the hand that works on the desktop.
const STAGEHAND_VARIABLE: &str = "OXUPDATER_STAGEHAND";

/// Where the end-to-end tests put pictures.
pub(crate) const SCREENS_VARIABLE: &str = "OXUPDATER_SCREENS";

/// The Wine prefix to run the Windows client in; not set on real Windows.
const PREFIX_VARIABLE: &str = "OXUPDATER_WINE_PREFIX";

/// The crates whose own tests run on Windows.
const TESTED: &[&str] = &["--package", "client", "--package", "window", "--package", "tray"];

/// The crates whose programs the end-to-end tests run on Windows.
const BUILT: &[&str] = &[
    "--package",
    "client",
    "--package",
    "tray",
    "--package",
    places::GENERATOR,
    "--package",
    "stagehand",
    "--package",
    "server",
];

/// A machine with Windows Installer.
pub(crate) enum Machine {
    /// Wine, in a prefix of its own.
    Wine(Wine),
    /// This one.
    Native,
}

impl Machine {
    /// A Windows program to run on it.
    pub(crate) fn command(&self, program: &str) -> Command {
        match self {
            Self::Wine(wine) => wine.command(program),
            Self::Native => Command::new(program),
        }
    }

    /// The folder that Windows programs see as `C:\`.
    pub(crate) fn drive_c(&self) -> PathBuf {
        match self {
            Self::Wine(wine) => wine.drive_c(),
            Self::Native => PathBuf::from(r"C:\"),
        }
    }

    /// A Windows program's exit code as it arrives here: Unix keeps its last byte only, so that 3010 becomes 194.
    pub(crate) fn exit_as_seen(&self, code: i32) -> i32 {
        match self {
            Self::Wine(_) => code & 0xFF,
            Self::Native => code,
        }
    }

    /// What cargo needs to know to build for this machine.
    fn target_arguments(&self) -> &'static [&'static str] {
        match self {
            Self::Wine(_) => &["--target", WINDOWS_TARGET],
            Self::Native => &[],
        }
    }

    /// Which crates to build for the programs and tests of this side.
    ///
    /// All of them where the other steps of a check build them all, since a selection of its own would build the crates below
    /// them once more. On Windows only those that are needed: xtask itself runs there and cannot be replaced.
    fn host_arguments(&self) -> &'static [&'static str] {
        match self {
            Self::Wine(_) => &["--workspace"],
            Self::Native => &["--package", "server", "--package", places::GENERATOR, "--package", "e2e"],
        }
    }

    /// Where a Windows program lies once it is built.
    fn program(&self, name: &str) -> PathBuf {
        let folder = match self {
            Self::Wine(_) => places::target().join(WINDOWS_TARGET),
            Self::Native => places::target(),
        };
        folder.join("debug").join(name)
    }

    /// What makes cargo and the tests use this machine.
    fn environment(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Wine(wine) => {
                let mut environment = wine.environment();
                environment.push(("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine".to_owned()));
                environment.push((PREFIX_VARIABLE, wine.prefix().display().to_string()));
                environment
            }
            Self::Native => Vec::new(),
        }
    }
}

/// Runs the Windows tests in a fresh Wine prefix.
pub(crate) fn under_wine() -> Result<()> {
    prerequisites::install(Extent::Usual)?;
    fixtures::fixtures(None)?;
    dist::for_tests()?;
    test(&Machine::Wine(Wine::start()?))
}

/// Runs the Windows tests on this Windows machine.
pub(crate) fn native() -> Result<()> {
    ensure!(cfg!(windows), "this machine is not Windows; leave --native away to run the tests under Wine");
    let folder = places::fixtures();
    ensure!(
        folder.join("notes-1.0.0.msi").is_file(),
        "the fixtures are missing; make them on Linux by “cargo xtask fixtures” and copy them to {}",
        folder.display()
    );
    ensure!(
        places::installers().is_dir(),
        "the installers are missing; make them on Linux by “cargo xtask dist --for-tests” and copy them to {}",
        places::installers().display()
    );
    test(&Machine::Native)
}

/// Measures the face while it idles, from the programs in a folder, in a fresh Wine prefix.
#[cfg(unix)]
pub(crate) fn idle(folder: &std::path::Path) -> Result<()> {
    fixtures::fixtures(None)?;
    let machine = Machine::Wine(Wine::start()?);
    let mut server = Command::new("cargo");
    server.args(["build", "--quiet"]).args(machine.host_arguments());
    process::run(server.current_dir(places::workspace()), TESTS_TIME_MAX)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet"]).args(machine.host_arguments());
    cargo.args(["--test", "windows", "idle::", "--", "--ignored", "--nocapture"]);
    cargo.env(FIXTURES_VARIABLE, places::fixtures());
    cargo.envs(machine.environment()).env(CLIENT_VARIABLE, folder.join("oxupdate.exe"));
    cargo.env(STAGEHAND_VARIABLE, folder.join("stagehand.exe"));
    process::run(cargo.current_dir(places::workspace()), TESTS_TIME_MAX)
}

fn test(machine: &Machine) -> Result<()> {
    println!("  Installing, upgrading and uninstalling the fixtures.");
    let packages = fixtures::prove(machine);
    let cargo = |words: &[&str], target: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(words).args(target).envs(machine.environment());
        command.env(INSTALLERS_VARIABLE, places::installers());
        command
            .env(FIXTURES_VARIABLE, places::fixtures())
            .env(SCREENS_VARIABLE, places::target().join("screens"));
        command.env(CLIENT_VARIABLE, machine.program("oxupdate.exe"));
        command.env(STAGEHAND_VARIABLE, machine.program("stagehand.exe"));
        process::run(command.current_dir(places::workspace()), TESTS_TIME_MAX)
    };
    let tests = || cargo(&[&["test", "--no-fail-fast"], TESTED].concat(), machine.target_arguments());
    let stories = || {
        cargo(&[&["build"], BUILT].concat(), machine.target_arguments())?;
        cargo(&["build"], machine.host_arguments())?;
        cargo(&["test", "--no-fail-fast", "--test", "windows"], machine.host_arguments())
    };
    all([("the fixtures", packages), ("the tests of the programs", tests()), ("the stories", stories())])
}

/// Fails if one of several did, with each reason: one that fails must not hide what another would have shown.
fn all<const COUNT: usize>(ends: [(&str, Result<()>); COUNT]) -> Result<()> {
    let failed = ends.into_iter().filter_map(|(what, end)| Some(format!("  {what}: {:#}", end.err()?)));
    let failed: Vec<String> = failed.collect();
    ensure!(failed.is_empty(), "not everything went well:\n{}", failed.join("\n"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::all;

    #[test]
    fn one_that_fails_does_not_hide_another() {
        assert!(all([("tests", Ok(())), ("stories", Ok(()))]).is_ok());
        let failed =
            all([("tests", Err(anyhow!("one"))), ("stories", Ok(())), ("rest", Err(anyhow!("two")))]);
        let told = failed.unwrap_err().to_string();
        assert_eq!(told, "not everything went well:\n  tests: one\n  rest: two");
    }
}
