//! `cargo xtask bench`: ratios measured side by side in one run, peak memory, and the sizes of what is shipped.
//!
//! Two commands run in turn, A B A B …, and the median of the ratios of neighbours counts: a machine that is slow for a while is
//! slow for both. A ratio above its goal is marked and is no failure: these are measurements, not tests.

mod measure;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::prerequisites::{self, Extent, WINDOWS_TARGET};
use crate::wine::Wine;
use crate::{fixtures, places, process, windows};
pub(crate) use measure::once;
use measure::{Pair, Program};

const BUILD_TIME_MAX: Duration = Duration::from_secs(3600);
/// The payload of the package that is measured, in megabytes.
const LARGE_MEGABYTES: u64 = 500;
/// The products of the catalog that is checked.
const PRODUCTS: usize = 1_000;
/// The most bytes that the Windows client may have.
const CLIENT_SIZE_GOAL: u64 = 5_000_000;
/// The profile of what is shipped to PCs; it counts size.
const SMALL_PROFILE: &str = "release-small";

/// What can be measured alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Subject {
    /// What OX Updater takes of a PC while it idles: size and memory.
    Client,
}

/// Measures what OX Updater takes of a PC while it idles, and prints it.
pub(crate) fn client() -> Result<()> {
    prerequisites::install(Extent::Usual)?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--profile", SMALL_PROFILE, "--target", WINDOWS_TARGET]);
    cargo.args(["--package", "tray", "--package", "client", "--package", "stagehand"]);
    process::run(&mut cargo, BUILD_TIME_MAX)?;
    println!(
        "OX Updater (OXUpdater.exe; the 5 MB are its own, oxupdate.exe beside it has a size of its own) behind a check of a dozen products with icons, under Wine.\n\
         All memory of its own counts, Wine's share in it too; what it takes on Windows itself is not measured:"
    );
    windows::idle(&places::target().join(WINDOWS_TARGET).join(SMALL_PROFILE))
}

/// Measures and prints.
pub(crate) fn bench() -> Result<()> {
    prerequisites::install(Extent::Usual)?;
    fixtures::fixtures(Some(LARGE_MEGABYTES))?;
    build()?;
    let large = places::fixtures().join(format!("large-{LARGE_MEGABYTES}mb.msi"));
    let large = large.to_string_lossy();
    let oxcatalog = release("oxcatalog").to_string_lossy().into_owned();

    println!("\nSide by side, median of {} pairs:", measure::PAIRS);
    Pair {
        title: format!("oxcatalog show --no-hash on {LARGE_MEGABYTES} MB : msiinfo export Property"),
        goal: 2.0,
        ours: Program::new(&oxcatalog, &["show", "--no-hash", &large]),
        beside: Program::new("msiinfo", &["export", &large, "Property"]),
    }
    .print()?;
    Pair {
        title: format!("oxcatalog show with both digests on {LARGE_MEGABYTES} MB : sha256sum"),
        goal: 1.1,
        ours: Program::new(&oxcatalog, &["show", &large]),
        beside: Program::new("sha256sum", &[&large]),
    }
    .print()?;
    println!("  Goal of the next line: 3 or better.");
    process::run(
        Command::new("cargo").args(["bench", "--quiet", "--package", "catalog", "--bench", "reading"]),
        BUILD_TIME_MAX,
    )?;

    println!("\noxupdate check of {PRODUCTS} products, a machine without any of them:");
    check_on_the_host()?;
    check_under_wine()?;

    println!("\nSizes:");
    sizes()
}

fn build() -> Result<()> {
    let cargo = |arguments: &[&str]| {
        process::run(Command::new("cargo").arg("build").arg("--quiet").args(arguments), BUILD_TIME_MAX)
    };
    cargo(&["--release", "--package", "server", "--package", places::GENERATOR, "--package", "client"])?;
    cargo(&[
        "--profile",
        SMALL_PROFILE,
        "--package",
        "client",
        "--package",
        "generator",
        "--target",
        WINDOWS_TARGET,
    ])
}

fn check_on_the_host() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let catalog = catalog(folder.path())?;
    let state = folder.path().join("state").to_string_lossy().into_owned();
    let program = release("oxupdate").to_string_lossy().into_owned();
    let arguments = ["check", "--dry-run", "--server", &catalog, "--state", &state];
    println!("  on this host: {}", Program::new(&program, &arguments).median()?);
    Ok(())
}

fn check_under_wine() -> Result<()> {
    let wine = Wine::start()?;
    catalog(&wine.drive_c())?;
    let program = small_windows("oxupdate.exe").to_string_lossy().into_owned();
    let mut check =
        Program::new("wine", &[&program, "check", "--server", r"C:\update.xml", "--state", r"C:\state"]);
    let mut nothing = Program::new("wine", &[&program, "--version"]);
    check.environment = wine.environment();
    nothing.environment = wine.environment();
    println!("  under Wine: {}", check.median()?);
    println!("  under Wine, --version alone: {}", nothing.median()?);
    Ok(())
}

/// Writes an update.xml of so many products and returns its path.
fn catalog(folder: &Path) -> Result<String> {
    let mut xml = String::from("<Products>\n");
    for number in 0..PRODUCTS {
        writeln!(
            xml,
            "<Product><Name>Product {number}</Name><Version>1.0.{number}</Version>\
             <UpgradeCode>{{00000000-0000-0000-0000-{number:012}}}</UpgradeCode><MD5>{number:032x}</MD5>\
             <ReleaseDate>21.09.2009</ReleaseDate><URL>packages/{number}.msi</URL><InfoUrl/><Icon/>\
             <InstallParams>/passive</InstallParams><Importance>100</Importance></Product>"
        )?;
    }
    xml.push_str("</Products>\n");
    let path = folder.join("update.xml");
    fs::write(&path, xml).with_context(|| format!("{} could not be written", path.display()))?;
    Ok(path.to_string_lossy().into_owned())
}

fn sizes() -> Result<()> {
    let host = ["oxupdated", "oxcatalog", "oxupdate"].map(|name| (name, release(name), None));
    let windows = [("oxupdate.exe", Some(CLIENT_SIZE_GOAL)), ("oxcatalog.exe", None)]
        .map(|(name, goal)| (name, small_windows(name), goal));
    for (name, path, goal) in host.into_iter().chain(windows) {
        let size = fs::metadata(&path).with_context(|| format!("{} is not there", path.display()))?.len();
        let verdict =
            goal.map(|goal| format!("  (at most {goal}: {})", if size <= goal { "met" } else { "NOT MET" }));
        println!("  {name:<14} {size:>12} bytes{}", verdict.unwrap_or_default());
    }
    Ok(())
}

fn release(name: &str) -> PathBuf {
    places::target().join("release").join(name)
}

fn small_windows(name: &str) -> PathBuf {
    places::target().join(WINDOWS_TARGET).join(SMALL_PROFILE).join(name)
}
