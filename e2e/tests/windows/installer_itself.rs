//! OX Updater's own update, as a person meets it: from the installer's name to the offer in its window, to the report of the new version.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use catalog::installer_name;
use e2e::stage::Window;
use e2e::{
    PASSWORD, Site, Stage, VERSION, VERSION_BEFORE, VERSION_THAT_FAILS, folder_of_windows, installer,
    msiexec, processes, registry_text, windows_may_say, windows_path, windows_program,
};

use crate::{alone, site_and_pc};

const KEY: &str = r"HKCU\Software\OX Updater\Installer";
const SETTINGS: &str = r"HKCU\Software\OX Updater";
const PROGRAM: &str = "OXUpdater.exe";

/// How long an update of its own may take, with the start of the next version.
const UPDATE_TIME_MAX: Duration = Duration::from_secs(180);

fn package(version: &str) -> PathBuf {
    installer(&format!("OXUpdater-{version}-user.msi"))
}

fn program() -> PathBuf {
    folder_of_windows("LocalAppData").join("Programs/OX Updater").join(PROGRAM)
}

/// A PC with the version before, from an installer whose name proposes the site; all of it goes when this is dropped.
struct Installed;

impl Installed {
    fn from(site: &Site) -> Self {
        Self::forget();
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join(installer_name::write(site.address()).unwrap());
        std::fs::copy(package(VERSION_BEFORE), &saved).unwrap();
        assert_eq!(msiexec("/i", &saved, &[]), 0);
        Self
    }

    /// Ends and removes what is there, with all that is kept.
    fn forget() {
        if program().is_file() {
            let mut quit = windows_program(&windows_path(&program()));
            quit.arg("--quit").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let _ = quit.status();
        }
        for version in [VERSION, VERSION_BEFORE] {
            let _ = msiexec("/x", &package(version), &["REMOVESETTINGS=1"]);
        }
        let _ = windows_may_say("reg", &["delete", SETTINGS, "/f"]);
        for data in ["LocalAppData", "ProgramData"] {
            let _ = std::fs::remove_dir_all(folder_of_windows(data).join("OX Updater"));
        }
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        Self::forget();
    }
}

/// Agrees to the proposed server, signs in, and starts the update that is offered there.
fn update(stage: &Stage, site: &Site) {
    let process = stage.start(&program(), &[], &[("OXUPDATER_LANGUAGE", "en")]);
    let window: Window = stage.window(process, "OX Updater");
    let _ = stage.until_it_says(&window, "Shall updates come from");
    let _ = stage.picture("own-update-proposal");
    assert!(site.devices("anna").is_empty(), "nothing is sent before the person agrees");
    stage.press(&window, "Yes, use this server");
    let _ = stage.field(&window, "Name");
    stage.fill(&window, "Name", "anna");
    stage.fill(&window, "Password", PASSWORD);
    stage.press(&window, "Sign in");
    let _ = stage.control(&window, "The list of updates", |control| control.table.is_some());
    stage.tick(&window, "OX Updater", true);
    let _ = stage.picture("own-update-list");
    stage.press(&window, "Next >");
}

/// Waits until the program that was started again tells what came of its update to a version. Where balloons are shown to nobody but
/// people, on Windows itself, that it is remembered has to do.
fn told(stage: &Stage, version: &str, says: &str) {
    stage.wait(&format!("A balloon that says “{says}”"), UPDATE_TIME_MAX, || {
        if cfg!(windows) {
            let kept = ["LocalAppData", "ProgramData"]
                .map(|data| folder_of_windows(data).join("OX Updater/history.json"));
            let remembered = kept.iter().filter_map(|file| std::fs::read_to_string(file).ok());
            let is_remembered = remembered.into_iter().any(|history| history.contains(version));
            return (is_remembered && processes(PROGRAM) == 1)
                .then_some(())
                .ok_or_else(|| "nothing".to_owned());
        }
        let balloons = stage.balloons();
        let found = balloons.iter().any(|window| window.title.contains(says) || window.text.contains(says));
        found.then_some(()).ok_or_else(|| format!("{balloons:?}"))
    });
}

/// Opens the window of the program that runs, as a second start does, and looks for updates there instead of waiting for its time.
fn check_now(stage: &Stage) {
    let _ = stage.start(&program(), &[], &[]);
    let window = stage.any_window("The window of the program that was started again", |window| {
        window.title == "OX Updater" && window.class != "tooltips_class32"
    });
    stage.press(&window, "Check now");
}

/// Waits for a report of the site about a version, and returns its outcome.
fn reported(stage: &Stage, site: &Site, version: &str) -> String {
    stage.wait(&format!("A report about {version}"), UPDATE_TIME_MAX, || {
        let reports = site.reports();
        let found = reports.iter().find(|report| report["to_version"].as_str() == Some(version));
        found
            .and_then(|report| report["outcome"].as_str())
            .map(str::to_owned)
            .ok_or_else(|| format!("{reports:?}"))
    })
}

fn publish(site: &Site, path: &Path) {
    let path = path.to_string_lossy();
    site.verb(&["package", "add", &path, "--install-params", "/qn", "--importance", "high"]);
}

#[test]
fn it_updates_itself_and_the_new_version_tells_the_server() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    publish(&site, &package(VERSION));
    let _installed = Installed::from(&site);
    let before = std::fs::read(program()).unwrap();
    let stage = Stage::open();
    update(&stage, &site);
    stage.wait("The new program in the place of the old one", UPDATE_TIME_MAX, || {
        let there = std::fs::read(program()).map_err(|error| error.to_string())?;
        (there != before).then_some(()).ok_or_else(|| "the old one".to_owned())
    });
    told(&stage, VERSION, &format!("OX Updater {VERSION} is installed"));
    let _ = stage.picture("own-update-done");
    assert_eq!(processes(PROGRAM), 1, "the new version runs");
    check_now(&stage);
    assert_eq!(reported(&stage, &site, VERSION), "installed");
    assert_eq!(registry_text(SETTINGS, "ServerUrl").as_deref(), Some(site.address()));
    let name = registry_text(KEY, "InstallerName").unwrap();
    assert_eq!(installer_name::parse(&name).as_deref(), Some(site.address()), "{name}");
}

#[test]
fn where_its_update_fails_the_old_version_runs_again_and_says_so() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    publish(&site, &package(VERSION_THAT_FAILS));
    let _installed = Installed::from(&site);
    let before = std::fs::read(program()).unwrap();
    let stage = Stage::open();
    update(&stage, &site);
    told(&stage, VERSION_THAT_FAILS, "could not be installed");
    let _ = stage.picture("own-update-failed");
    check_now(&stage);
    assert_eq!(reported(&stage, &site, VERSION_THAT_FAILS), "failed");
    assert_eq!(processes(PROGRAM), 1, "the old version runs");
    assert_eq!(std::fs::read(program()).unwrap(), before);
}
