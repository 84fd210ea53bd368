//! What is shipped for Linux, as far as it can be proven without installing it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::Place;

/// How much a service may be exposed, by systemd's own measure of 0 to 100.
const EXPOSURE_MAX: &str = "20";

fn packaging(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging/linux").join(file)
}

fn systemd_analyze(arguments: &[&str]) -> String {
    let ended = Command::new("systemd-analyze").args(arguments).output();
    let ended = ended.expect("systemd-analyze is missing. Install the package systemd.");
    let said = String::from_utf8_lossy(&ended.stdout).into_owned() + &String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{arguments:?}: {said}");
    said
}

#[test]
fn systemd_understands_the_unit_and_finds_it_closed() {
    let folder = tempfile::tempdir().unwrap();
    let unit = fs::read_to_string(packaging("oxupdated.service")).unwrap();
    assert!(unit.contains("\nMemoryMax="), "what goes wrong in it ends it alone");
    // The program is where it was built, not where it is shipped to.
    let unit = unit.replace("/usr/bin/oxupdated", env!("CARGO_BIN_EXE_oxupdated"));
    let file = folder.path().join("oxupdated.service");
    fs::write(&file, unit).unwrap();
    let file = file.to_str().unwrap();
    let said = systemd_analyze(&["verify", "--man=no", file]);
    assert!(!said.contains("oxupdated.service:"), "{said}");
    systemd_analyze(&["security", "--offline=true", "--no-pager", "--threshold", EXPOSURE_MAX, file]);
}

#[test]
fn the_settings_that_are_shipped_are_settings() {
    let place = Place::new();
    let shipped = fs::read_to_string(packaging("oxupdated.toml")).unwrap();
    let all = shipped
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line));
    let all = all.collect::<Vec<_>>().join("\n");
    for written in [&shipped, &all] {
        let file = place.write("settings.toml", written);
        place.done(&["--config", &file, "group", "add", &format!("group {}", written.len())]);
    }
    assert_ne!(shipped, all);
}
