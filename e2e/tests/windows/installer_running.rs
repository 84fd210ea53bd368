//! The installers of OX Updater while OX Updater runs, and when it goes for good.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use e2e::{
    Stage, VERSION, VERSION_BEFORE, VERSION_THAT_FAILS, as_seen, folder_of_windows, msiexec, processes,
    registry_text, windows_path, windows_program, windows_says,
};

use crate::alone;
use crate::kind::{PROGRAM, USER};

const SETTINGS: &str = r"HKCU\Software\OX Updater";

/// How long the program may take to start or to end.
const TIME_MAX: Duration = Duration::from_secs(60);
const POLL_EVERY: Duration = Duration::from_millis(200);

/// Whether the program runs.
fn runs() -> bool {
    processes(PROGRAM) > 0
}

fn wait_until(what: &str, condition: impl Fn() -> bool) {
    let deadline = Instant::now() + TIME_MAX;
    while !condition() {
        assert!(Instant::now() < deadline, "{what} has not come");
        std::thread::sleep(POLL_EVERY);
    }
}

/// The program as Windows starts it; it is asked to end when this is dropped, whichever version runs then.
struct Running(Child);

impl Running {
    fn start() -> Self {
        let running = Self(start("--autostart"));
        wait_until("the program", runs);
        running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if USER.program().is_file() {
            let _ = start("--quit-for-good").wait();
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(argument: &str) -> Child {
    let mut command = windows_program(&windows_path(&USER.program()));
    command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

#[test]
fn a_program_that_runs_ends_for_the_upgrade_and_runs_again_in_the_new_version() {
    let _alone = alone();
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &USER.package(VERSION_BEFORE), &["UPDATESERVERURL=https://first.example"]), 0);
    let before = std::fs::read(USER.program()).unwrap();
    let running = Running::start();
    assert_eq!(msiexec("/i", &USER.package(VERSION), &[]), 0, "nothing waits for a restart of Windows");
    assert_ne!(std::fs::read(USER.program()).unwrap(), before);
    assert_eq!(USER.written("UpdateServerUrl").as_deref(), Some("https://first.example"));
    wait_until("the program in its new version", runs);
    assert_eq!(msiexec("/x", &USER.package(VERSION), &[]), 0);
    wait_until("the end of the program", || !runs());
    assert!(!USER.program().exists());
    drop(running);
}

#[test]
fn a_program_that_an_upgrade_ended_runs_again_where_that_upgrade_fails() {
    let _alone = alone();
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &USER.package(VERSION_BEFORE), &[]), 0);
    let before = std::fs::read(USER.program()).unwrap();
    let running = Running::start();
    assert_eq!(msiexec("/i", &USER.package(VERSION_THAT_FAILS), &[]), as_seen(1603));
    assert!(!runs(), "it was not ended");
    wait_until("the program before", runs);
    assert_eq!(std::fs::read(USER.program()).unwrap(), before);
    drop(running);
    USER.remove(&[]);
}

/// How much is shown of an install, and whether the program starts behind it.
#[test]
fn the_first_start_comes_where_somebody_looks_on() {
    let _alone = alone();
    USER.remove(&[]);
    let package = windows_path(&USER.package(VERSION));
    for (shown, starts) in
        [(None, true), (Some("/qb"), true), (Some("/passive"), false), (Some("/qn"), false)]
    {
        let stage = Stage::open();
        let arguments: Vec<&str> = ["/i", &package, "/norestart"].into_iter().chain(shown).collect();
        let installing = stage.start(Path::new("msiexec"), &arguments, &[]);
        assert_eq!(stage.ended(installing), 0, "{shown:?}");
        if starts {
            wait_until("the program", runs);
            let _ = start("--quit-for-good").wait();
        } else {
            assert!(!runs(), "it runs behind {shown:?}");
        }
        drop(stage);
        USER.remove(&[]);
    }
}

#[test]
fn what_is_kept_for_the_person_goes_only_when_that_is_asked_for() {
    let _alone = alone();
    USER.remove(&[]);
    let kept = [folder_of_windows("LocalAppData"), folder_of_windows("ProgramData")]
        .map(|data| data.join("OX Updater"));
    let set = |name: &str, value: &str| {
        let _ = windows_says("reg", &["add", SETTINGS, "/v", name, "/d", value, "/f"]);
    };
    let is_kept = |folder: &Path| folder.join("history.json").is_file();
    for properties in [&[][..], &["REMOVESETTINGS=1"]] {
        assert_eq!(msiexec("/i", &USER.package(VERSION), &[]), 0);
        set("ServerUrl", "https://own.example");
        for folder in &kept {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join("history.json"), "{}").unwrap();
        }
        assert_eq!(msiexec("/x", &USER.package(VERSION), properties), 0);
        let stays = properties.is_empty();
        assert_eq!(registry_text(SETTINGS, "ServerUrl").is_some(), stays, "{properties:?}");
        assert_eq!(is_kept(&kept[0]), stays, "{properties:?}");
    }
}
