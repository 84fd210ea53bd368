//! Installs that do not end by themselves: waited for, and remembered when the client is killed in the middle.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use catalog::{InstallParams, Product, xml};
use client::machine::{Display, InstallProgress, Machine as _, Proceed, WindowsInstaller};
use client::windows::WindowsMachine;
use serde_json::Value;

use crate::stage::{Stage, is_wine, offer_of, until, versions};

const PACKAGE: &str = "hanging-1.0.0";

#[test]
fn an_install_that_hangs_is_watched_and_goes_on() {
    let stage = Stage::set();
    let package = stage.package(PACKAGE);
    let go = stage.folder().join("go");
    let (mut news, mut seen) = (0, None);
    let course =
        stage.install_file(&package, Display::None, &format!("GO=\"{}\"", go.display()), |progress| {
            if *progress == InstallProgress::GoesOn {
                news += 1;
                if news == 2 {
                    seen = Some(WindowsMachine::new().installer());
                    fs::write(&go, "").unwrap();
                }
            }
            Proceed::GoOn
        });
    assert_eq!(course.code, 0, "{}", course.log);
    assert!(news >= 2);
    assert_eq!(versions(PACKAGE), ["1.0.0"]);
    // Wine's Windows Installer takes no turns.
    let expected = if is_wine() { WindowsInstaller::Free } else { WindowsInstaller::Busy };
    assert_eq!(seen, Some(expected));
}

#[test]
fn a_client_that_is_killed_in_the_middle_says_at_the_next_start_what_came_of_it() {
    let stage = Stage::set();
    let go = stage.folder().join("go");
    let (catalog, state) = (stage.folder().join("update.xml"), stage.folder().join("state"));
    let offer = offer(&stage.package(PACKAGE), &go);
    fs::write(&catalog, xml::write(std::slice::from_ref(&offer))).unwrap();
    let oxupdate = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oxupdate"));
        command.args(words).arg("--state").arg(&state).env("OXUPDATER_LANGUAGE", "en");
        command.arg("--server").arg(&catalog);
        command
    };
    let mut killed =
        oxupdate(&["install", "--all"]).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut said = BufReader::new(killed.stderr.take().unwrap()).lines();
    assert!(said.any(|line| line.unwrap().starts_with("Installing")));
    until("Windows Installer has begun its log", || has_begun(&state));
    // One on this PC at a time, whatever its folder.
    let other_folder = Command::new(env!("CARGO_BIN_EXE_oxupdate"))
        .args(["install", "--all", "--server"])
        .arg(&catalog)
        .arg("--state")
        .arg(stage.folder().join("other"))
        .status()
        .unwrap();
    assert_eq!(other_folder.code(), Some(51));
    killed.kill().unwrap();
    killed.wait().unwrap();
    if !is_wine() {
        // There the service goes on, or undoes what it did; the record stays until it has ended.
        fs::write(&go, "").unwrap();
        until("Windows Installer is free", || WindowsMachine::new().installer() == WindowsInstaller::Free);
    }
    let status = oxupdate(&["status", "--json"]).output().unwrap();
    let status: Value = serde_json::from_slice(&status.stdout).unwrap();
    let outcome = &status["history"][0]["report"]["outcome"];
    if is_wine() {
        // Wine installs within the client, so the install has ended with it.
        assert_eq!(outcome, "failed", "{status}");
        assert_eq!(versions(PACKAGE), Vec::<String>::new());
    } else {
        assert!(outcome == "failed" || outcome == "installed", "{status}");
    }
    fs::write(&go, "").unwrap();
    let again = oxupdate(&["install", "--all", "--json"]).output().unwrap();
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    assert_eq!(versions(PACKAGE), ["1.0.0"]);
}

/// Whether Windows Installer has begun to write its log.
fn has_begun(state: &Path) -> bool {
    let logs = fs::read_dir(state.join("logs")).into_iter().flatten().flatten();
    logs.into_iter().any(|log| log.metadata().is_ok_and(|log| log.len() > 0))
}

fn offer(package: &Path, go: &Path) -> Product {
    let url = package.file_name().unwrap().to_str().unwrap().to_owned();
    let install_params = InstallParams::default().with_property("GO", &go.display().to_string()).unwrap();
    Product { url, install_params, ..offer_of(package) }
}
