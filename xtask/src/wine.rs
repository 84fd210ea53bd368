//! Our Windows on a Linux machine: a Wine prefix of its own for each run, under `target/wine/`, never the user's.
//!
//! Making a prefix takes Wine some fifteen seconds, copying one some three; so one is kept as a template, named by all that
//! went into it. Nothing that is shipped comes from here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{fixtures, places, process};

/// How long Wine may take to make a prefix.
const PREFIX_TIME_MAX: Duration = Duration::from_secs(180);

/// How long the programs in a prefix may take to end.
const STOP_TIME_MAX: Duration = Duration::from_secs(60);

/// What changes with the steps below, so that a template made by other steps is not taken.
const RECIPE: &str = "3";

const SHIM_SOURCE: &str = include_str!("bcryptprimitives.c");
const SHIM_FILE: &str = "bcryptprimitives.dll";
const SYSTEM_FOLDER: &str = "drive_c/windows/system32";
const FONTS_FOLDER: &str = "drive_c/windows/Fonts";

/// Where Windows keeps which letters stand in for those that a font lacks.
const FONT_LINK_KEY: &str = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontLink\SystemLink";

/// Where Debian keeps Wine's own fonts; without them title bars and boxes have wrong signs, and pictures other letters.
const FONTS: &str = "/usr/share/wine/fonts";

/// What every program of ours in Wine runs with: no debug output, and no questions about Mono and Gecko.
const ENVIRONMENT: &[(&str, &str)] = &[
    ("WINEARCH", "win64"),
    ("WINEDEBUG", "-all"),
    ("WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d"),
];

/// A Wine prefix that lives as long as this value: then its programs are ended and its folder is removed.
#[derive(Debug)]
pub(crate) struct Wine {
    prefix: PathBuf,
}

impl Wine {
    /// Makes a fresh prefix, with what Wine lacks.
    pub(crate) fn start() -> Result<Self> {
        let folder = places::wine();
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        remove_what_ended_runs_left(&folder)?;
        let template = template(&folder)?;
        let wine = Self { prefix: folder.join(format!("run-{}", std::process::id())) };
        copy(&template, &wine.prefix)?;
        Ok(wine)
    }

    /// The prefix's folder.
    pub(crate) fn prefix(&self) -> &Path {
        &self.prefix
    }

    /// The folder that Windows programs see as `C:\`.
    pub(crate) fn drive_c(&self) -> PathBuf {
        self.prefix.join("drive_c")
    }

    /// A Windows program (a path here, or a name that Windows finds) to run in this prefix.
    pub(crate) fn command(&self, program: &str) -> Command {
        command(&self.prefix, program)
    }

    /// The environment that makes any `wine` use this prefix.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        environment(&self.prefix)
    }
}

impl Drop for Wine {
    fn drop(&mut self) {
        for flag in ["-k", "-w"] {
            let stopped = process::finish(server(&self.prefix).arg(flag), STOP_TIME_MAX);
            if let Err(error) = stopped {
                eprintln!("  Wine did not stop: {error:#}");
            }
        }
        if let Err(error) = fs::remove_dir_all(&self.prefix) {
            eprintln!("  {} could not be removed: {error}", self.prefix.display());
        }
    }
}

fn environment(prefix: &Path) -> Vec<(&'static str, String)> {
    let fixed = ENVIRONMENT.iter().map(|(name, value)| (*name, (*value).to_owned()));
    std::iter::once(("WINEPREFIX", prefix.display().to_string())).chain(fixed).collect()
}

fn command(prefix: &Path, program: &str) -> Command {
    let mut command = Command::new("wine");
    command.arg(program).envs(environment(prefix));
    command
}

/// The program that ends (`-k`) or awaits the end of (`-w`) what runs in this prefix, and in no other.
fn server(prefix: &Path) -> Command {
    let mut command = Command::new("wineserver");
    command.envs(environment(prefix));
    command
}

/// The prefix that the others are copied from; made when there is none that fits.
fn template(folder: &Path) -> Result<PathBuf> {
    let version = process::run_quietly(
        Command::new("wine").arg("--version").env("WINEDEBUG", "-all"),
        process::TOOL_TIME_MAX,
    )?;
    let mut key = fixtures::digest(&[RECIPE, version.trim(), SHIM_SOURCE]);
    key.truncate(16);
    let template = folder.join(format!("template-{key}"));
    if template.is_dir() {
        return Ok(template);
    }
    println!("  Making a Wine prefix ({}); this happens once.", version.trim());
    let making = folder.join(format!("making-{}", std::process::id()));
    make(&making)?;
    // Another run may have been faster; its template is as good.
    if fs::rename(&making, &template).is_err() && !template.is_dir() {
        bail!("{} could not be renamed to {}", making.display(), template.display());
    }
    Ok(template)
}

fn make(prefix: &Path) -> Result<()> {
    process::run_quietly(command(prefix, "wineboot").arg("-i"), PREFIX_TIME_MAX)?;
    add_shim(prefix)?;
    add_fonts(prefix)?;
    // Without this Wine looks for an X server, which command line programs do not need; what shows windows asks for one.
    register(prefix, r"HKCU\Software\Wine\Drivers", "Graphics", &["/d", "null"])?;
    // Wine's own letters lack arrows and the like, which Windows' have.
    register(prefix, FONT_LINK_KEY, "Tahoma", &["/t", "REG_MULTI_SZ", "/d", "DejaVuSans.ttf,DejaVu Sans"])?;
    process::run_quietly(server(prefix).arg("-w"), STOP_TIME_MAX)?;
    keep_people_files_inside(&prefix.join("drive_c/users"))
}

/// Writes a value into the registry of a prefix.
fn register(prefix: &Path, key: &str, name: &str, value: &[&str]) -> Result<()> {
    let mut reg = command(prefix, "reg");
    reg.args(["add", key, "/v", name]).args(value).arg("/f");
    process::run_quietly(&mut reg, PREFIX_TIME_MAX)?;
    Ok(())
}

/// Puts our `bcryptprimitives.dll` where Wine has none.
fn add_shim(prefix: &Path) -> Result<()> {
    let dll = prefix.join(SYSTEM_FOLDER).join(SHIM_FILE);
    if dll.exists() {
        return Ok(());
    }
    let source = tempfile::Builder::new().suffix(".c").tempfile()?;
    fs::write(source.path(), SHIM_SOURCE)?;
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler
        .args(["-shared", "-O2", "-s", "-Wall", "-Werror", "-o"])
        .arg(&dll)
        .arg(source.path())
        .arg("-ladvapi32");
    process::run_quietly(&mut compiler, process::TOOL_TIME_MAX)?;
    Ok(())
}

/// Puts Wine's own fonts where it looks for them whatever folder it was built for.
fn add_fonts(prefix: &Path) -> Result<()> {
    // Elsewhere than on Debian they may be in their place already.
    let Ok(fonts) = fs::read_dir(FONTS) else { return Ok(()) };
    for font in fonts {
        let font = font?;
        fs::copy(font.path(), prefix.join(FONTS_FOLDER).join(font.file_name()))?;
    }
    Ok(())
}

/// Wine links Documents, Desktop and the like to the folders of the person who runs it; here they become plain folders.
fn keep_people_files_inside(users: &Path) -> Result<()> {
    for user in fs::read_dir(users)? {
        for entry in fs::read_dir(user?.path())? {
            let entry = entry?;
            if entry.file_type()?.is_symlink() {
                fs::remove_file(entry.path())?;
                fs::create_dir(entry.path())?;
            }
        }
    }
    Ok(())
}

fn copy(template: &Path, prefix: &Path) -> Result<()> {
    let mut copy = Command::new("cp");
    copy.args(["-a", "--reflink=auto"]).arg(template).arg(prefix);
    process::run_quietly(&mut copy, PREFIX_TIME_MAX)?;
    // Debian's Wine keeps the name of its server's socket in the prefix: two prefixes must not share a server.
    match fs::remove_file(prefix.join("wineserver")) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Removes the folders of runs that ended without tidying up, by power cut or Ctrl-C.
fn remove_what_ended_runs_left(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let process =
            name.to_str().and_then(|name| name.strip_prefix("run-").or_else(|| name.strip_prefix("making-")));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            // What still runs in it would write into a folder that is gone.
            process::finish(server(&entry.path()).arg("-k"), STOP_TIME_MAX)?;
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}
