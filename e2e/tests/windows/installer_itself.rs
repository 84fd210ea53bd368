//! OX Updater's own update, as a person meets it: from the installer's name to the offer in its window, to the report of the new version.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use catalog::installer_name;
use e2e::stage::Window;
use e2e::{
    PASSWORD, Site, Stage, VERSION, VERSION_BEFORE, VERSION_THAT_FAILS, VERSIONS_THAT_FAIL,
    folder_of_windows, msiexec, processes, registry_text, windows_may_say, windows_path, windows_program,
};

use crate::kind::{Kind, MACHINE, PROGRAM, USER};
use crate::{alone, site_and_pc};

const SETTINGS: &str = r"HKCU\Software\OX Updater";
const NOTES: &str = "Fixture Notes";

/// How long an update of its own may take, with the start of the next version.
const UPDATE_TIME_MAX: Duration = Duration::from_secs(180);
/// How often it is looked for deputies.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A PC with the version before, from an installer whose name proposes the site; all of it goes when this is dropped.
struct Installed(Kind);

impl Installed {
    fn from(kind: Kind, site: &Site) -> Self {
        forget_all();
        let folder = tempfile::tempdir().unwrap();
        let saved = folder.path().join(installer_name::write(site.address()).unwrap());
        std::fs::copy(kind.package(VERSION_BEFORE), &saved).unwrap();
        assert_eq!(msiexec("/i", &saved, &[]), 0);
        Self(kind)
    }
}

/// Leaves nothing of OX Updater on the PC, whichever of its installers it came from.
pub(crate) fn forget_all() {
    forget(MACHINE);
    forget(USER);
}

/// Ends and removes what is there, with all that is kept.
fn forget(kind: Kind) {
    let program = kind.program();
    if program.is_file() {
        let mut quit = windows_program(&windows_path(&program));
        quit.arg("--quit-for-good").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let _ = quit.status();
    }
    kind.remove(&["REMOVESETTINGS=1"]);
    let _ = windows_may_say("reg", &["delete", SETTINGS, "/f"]);
    for data in ["LocalAppData", "ProgramData"] {
        let _ = std::fs::remove_dir_all(folder_of_windows(data).join("OX Updater"));
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        forget(self.0);
    }
}

/// What Windows keeps of sign-ins, by name.
fn sign_ins() -> String {
    let (_, said) = if cfg!(windows) {
        windows_may_say("cmdkey", &["/list"])
    } else {
        windows_may_say("reg", &["query", r"HKCU\Software\Wine\Credential Manager", "/s"])
    };
    said
}

/// Which deputies stepped aside since this began, by the folders of their copies: each has one of its own.
struct Deputies {
    is_over: Arc<AtomicBool>,
    watching: JoinHandle<BTreeSet<OsString>>,
}

impl Deputies {
    fn watch() -> Self {
        let (folder, is_over) = (folder_of_windows("ProgramData").join("OX Updater/aside"), Arc::default());
        let until: Arc<AtomicBool> = Arc::clone(&is_over);
        let watching = std::thread::spawn(move || {
            let mut seen = BTreeSet::new();
            while !until.load(Ordering::SeqCst) {
                let copies = std::fs::read_dir(&folder).into_iter().flatten().flatten();
                seen.extend(copies.map(|copy| copy.file_name()));
                std::thread::sleep(LOOK_EVERY);
            }
            seen
        });
        Self { is_over, watching }
    }

    fn count(self) -> usize {
        self.is_over.store(true, Ordering::SeqCst);
        self.watching.join().unwrap().len()
    }
}

/// Agrees to the proposed server, signs in, and starts the update that is offered there, with the others named.
fn update(kind: Kind, stage: &Stage, site: &Site, others: &[&str]) {
    let known = site.devices("anna").len();
    // As Windows starts it, by its path there: a deputy is asked for only from a folder that administrators alone can write.
    let started = registry_text(kind.key, "Program").unwrap();
    let process = stage.start(Path::new(&started), &[], &[("OXUPDATER_LANGUAGE", "en")]);
    let window: Window = stage.window(process, "OX Updater");
    let _ = stage.until_it_says(&window, "Shall updates come from");
    let _ = stage.picture("own-update-proposal");
    assert_eq!(site.devices("anna").len(), known, "nothing is sent before the person agrees");
    stage.press(&window, "Yes, use this server");
    let _ = stage.field(&window, "Name");
    stage.fill(&window, "Name", "anna");
    stage.fill(&window, "Password", PASSWORD);
    stage.press(&window, "Sign in");
    let _ = stage.control(&window, "The list of updates", |control| control.table.is_some());
    for name in [&["OX Updater"], others].concat() {
        stage.tick(&window, name, true);
    }
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

/// Updates OX Updater with others in the same batch, and answers how many deputies there were.
fn it_updates_itself(kind: Kind, others: &[&str]) -> usize {
    let (site, pc) = site_and_pc();
    publish(&site, &kind.package(VERSION));
    site.publish("notes-1.0.0.msi", &["--importance", "low"]);
    pc.uninstall(NOTES);
    let _installed = Installed::from(kind, &site);
    let before = std::fs::read(kind.program()).unwrap();
    let (stage, deputies) = (Stage::open(), Deputies::watch());
    update(kind, &stage, &site, others);
    stage.wait("The new program in the place of the old one", UPDATE_TIME_MAX, || {
        let there = std::fs::read(kind.program()).map_err(|error| error.to_string())?;
        (there != before).then_some(()).ok_or_else(|| "the old one".to_owned())
    });
    told(&stage, VERSION, &format!("OX Updater {VERSION} is installed"));
    let _ = stage.picture("own-update-done");
    assert_eq!(processes(PROGRAM), 1, "the new version runs");
    // Nobody asks it to: it sends the report by itself.
    assert_eq!(reported(&stage, &site, VERSION), "installed");
    let deputies = deputies.count();
    for name in others {
        let (_, plan) = pc.json(&["list"]);
        assert_eq!(e2e::product(&plan, name)["step"].as_str(), Some("nothing"), "{plan}");
        pc.uninstall(name);
    }
    let copies = folder_of_windows("ProgramData").join("OX Updater/packages");
    let is_by_deputy = std::fs::read_dir(copies).is_ok_and(|mut copies| copies.next().is_some());
    // On Windows the tests have an administrator's rights: nobody is asked for them, and all packages lie there.
    assert_eq!(is_by_deputy, cfg!(windows) || kind.key == MACHINE.key);
    assert_eq!(registry_text(SETTINGS, "ServerUrl").as_deref(), Some(site.address()));
    let name = registry_text(kind.key, "InstallerName").unwrap();
    assert_eq!(installer_name::parse(&name).as_deref(), Some(site.address()), "{name}");
    // The sign-in stays when it is removed, and goes with the settings.
    assert_eq!(msiexec("/x", &kind.package(VERSION), &[]), 0);
    assert!(sign_ins().contains("OX Updater/"), "{}", sign_ins());
    assert_eq!(msiexec("/i", &kind.package(VERSION), &[]), 0);
    assert_eq!(msiexec("/x", &kind.package(VERSION), &["REMOVESETTINGS=1"]), 0);
    assert!(!sign_ins().contains("OX Updater/"), "{}", sign_ins());
    deputies
}

#[test]
fn it_updates_itself_for_one_person_and_the_new_version_tells_the_server() {
    let _alone = alone();
    assert_eq!(it_updates_itself(USER, &[]), 0);
}

#[test]
fn it_updates_itself_for_everybody_and_the_new_version_tells_the_server() {
    let _alone = alone();
    // One consent for the batch: who installs the others installs OX Updater itself, too. On Windows nobody is asked, as above.
    assert_eq!(it_updates_itself(MACHINE, &[NOTES]), usize::from(!cfg!(windows)));
}

/// Offers a version that fails, and looks that the one before runs again and says so.
fn it_comes_back(kind: Kind, version: &str) {
    let (site, _pc) = site_and_pc();
    publish(&site, &kind.package(version));
    let _installed = Installed::from(kind, &site);
    let before = std::fs::read(kind.program()).unwrap();
    let stage = Stage::open();
    update(kind, &stage, &site, &[]);
    told(&stage, version, "could not be installed");
    let _ = stage.picture("own-update-failed");
    assert_eq!(reported(&stage, &site, version), "failed");
    assert_eq!(processes(PROGRAM), 1, "the old version runs");
    assert_eq!(std::fs::read(kind.program()).unwrap(), before);
}

/// Wine takes back nothing of what an install changed before it failed, so only Windows can show the later of these.
fn versions_that_fail() -> &'static [&'static str] {
    if cfg!(windows) { &VERSIONS_THAT_FAIL } else { &[VERSION_THAT_FAILS] }
}

#[test]
fn where_its_update_fails_the_old_version_runs_again_and_says_so() {
    let _alone = alone();
    for version in versions_that_fail() {
        it_comes_back(USER, version);
    }
}

#[test]
fn where_its_update_for_everybody_fails_the_old_version_runs_again_and_says_so() {
    let _alone = alone();
    for version in versions_that_fail() {
        it_comes_back(MACHINE, version);
    }
}
