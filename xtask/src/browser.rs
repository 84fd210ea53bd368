//! `cargo xtask browser`: stories of the pages in a real browser, and pictures of them in `target/screens/`.
//!
//! The stories are in `e2e/browser`. What they are driven with comes from npm, as `package-lock.json` there says, into the target
//! folder; the browser is the system's Chromium.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::prerequisites::{self, Extent, INSTALL_TIME_MAX};
use crate::windows::SCREENS_VARIABLE;
use crate::{fixtures, places, process};

/// How long all stories may take.
const STORIES_TIME_MAX: Duration = Duration::from_secs(900);
/// The names that systems give to Chromium.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Runs all stories, or those whose file's name contains `only`.
pub(crate) fn browser(only: Option<&str>) -> Result<()> {
    prerequisites::install(Extent::Usual)?;
    let stories = places::workspace().join("e2e/browser");
    let modules = modules(&stories)?;
    if !places::fixtures().is_dir() {
        fixtures::fixtures(None)?;
    }
    process::run(Command::new("cargo").args(["build", "--package", "server"]), INSTALL_TIME_MAX)?;
    let folder = places::target().join("stories");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let screens = places::target().join("screens");
    let files = files(&stories.join("stories"), only.unwrap_or_default())?;
    let mut command = Command::new("node");
    // One after the other: what a story measures is its own.
    command.args(["--test", "--test-concurrency=1"]).args(files);
    command.env("OXUPDATED", places::target().join("debug/oxupdated"));
    command.env("OXUPDATER_BROWSER_MODULES", modules).env("CHROMIUM", chromium()?);
    command.env("OXUPDATER_FIXTURES", places::fixtures());
    command.env("OXUPDATER_STORIES", folder).env(SCREENS_VARIABLE, &screens);
    process::run(&mut command, STORIES_TIME_MAX)?;
    println!("The pictures are in {}.", screens.display());
    Ok(())
}

fn files(folder: &Path, only: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.ends_with(".test.mjs") && name.contains(only) {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no story in {} has “{only}” in its name", folder.display());
    }
    files.sort();
    Ok(files)
}

/// Fetches what the stories are driven with, if it is not there as the lock file says.
fn modules(stories: &Path) -> Result<PathBuf> {
    let folder = places::target().join("browser");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let lock = "package-lock.json";
    let wanted = fs::read(stories.join(lock)).with_context(|| format!("{lock} cannot be read"))?;
    let is_there =
        fs::read(folder.join(lock)).is_ok_and(|there| there == wanted) && folder.join("whole").exists();
    if !is_there {
        let _ = fs::remove_file(folder.join("whole"));
        for name in ["package.json", lock] {
            fs::copy(stories.join(name), folder.join(name))
                .with_context(|| format!("{name} cannot be copied"))?;
        }
        let mut command = Command::new("npm");
        command.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&folder);
        process::run(command.current_dir(&folder), INSTALL_TIME_MAX)?;
        fs::write(folder.join("whole"), "").context("the folder of modules cannot be written")?;
    }
    Ok(folder)
}

fn chromium() -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|folder| BROWSERS.iter().map(move |name| folder.join(name)))
        .find(|program| program.is_file());
    found.with_context(|| format!("none of these browsers is there: {}", BROWSERS.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn stories_are_found_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.test.mjs", "a.test.mjs", "place.mjs"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let names = |only: &str| {
            let found = files(folder.path(), only).ok()?;
            Some(
                found
                    .iter()
                    .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned))
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(names(""), Some(vec!["a.test".to_owned(), "b.test".to_owned()]));
        assert_eq!(names("b"), Some(vec!["b.test".to_owned()]));
        assert_eq!(names("c"), None);
    }
}
