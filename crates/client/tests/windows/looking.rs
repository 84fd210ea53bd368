//! What the machine tells about itself without changing anything.

use std::fs;
use std::path::Path;
use std::process::Command;

use catalog::Platform;
use client::machine::{Desktop, Machine as _, MachineError};
use client::windows::{WindowsMachine, local_app_data};
use tempfile::TempDir;

use crate::stage::is_wine;

#[test]
fn a_folder_that_exists_has_free_space() {
    let folder = TempDir::new().unwrap();
    let umlauts = folder.path().join("Größe & Maß");
    fs::create_dir(&umlauts).unwrap();
    for folder in [folder.path(), &umlauts, Path::new("."), Path::new(r"C:\")] {
        let free = WindowsMachine::new().free_space(folder).unwrap();
        assert!(free > 0, "{}", folder.display());
    }
}

#[test]
fn a_folder_that_does_not_exist_is_named_in_the_error() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("missing");
    match WindowsMachine::new().free_space(&missing) {
        Err(MachineError::Disk { folder, .. }) => assert_eq!(folder, missing),
        other => panic!("{other:?}"),
    }
}

#[test]
fn local_app_data_is_where_windows_says() {
    let folder = local_app_data().unwrap();
    assert!(folder.is_absolute() && folder.is_dir(), "{}", folder.display());
    assert_eq!(folder.into_os_string(), std::env::var_os("LOCALAPPDATA").unwrap());
}

#[test]
fn a_program_that_runs_in_this_session_is_found_whatever_its_case() {
    let own = std::env::current_exe().unwrap();
    let own = own.file_name().unwrap().to_str().unwrap().to_owned();
    let asked = [own.to_uppercase(), "no-such-program.exe".to_owned(), own.to_lowercase()];
    let found = WindowsMachine::new().running(&asked).unwrap();
    assert_eq!(found, [own.to_uppercase(), own.to_lowercase()]);
    assert_eq!(WindowsMachine::new().running(&[]).unwrap(), Vec::<String>::new());
}

#[test]
fn the_platforms_are_those_of_this_windows() {
    // The tests are built for x64; on ARM64 they would run under emulation.
    let native = std::env::var("PROCESSOR_ARCHITECTURE").unwrap();
    assert_eq!(native, "AMD64");
    assert_eq!(WindowsMachine::new().platforms(), [Platform::X64, Platform::X86]);
}

#[test]
fn a_desktop_is_there_outside_of_the_session_of_services() {
    let expected = if is_wine() {
        // Wine's window station calls itself visible and its session is 1, also without any screen.
        Desktop::Present
    } else {
        let own = format!("PID eq {}", std::process::id());
        let listed = Command::new("tasklist").args(["/FI", &own, "/FO", "CSV", "/NH"]).output().unwrap();
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        let session = listed.split(',').nth(3).unwrap_or_default().trim_matches('"');
        match session.parse::<u32>().unwrap_or_else(|_| panic!("no session in {listed}")) {
            0 => Desktop::Absent,
            _ => Desktop::Present,
        }
    };
    assert_eq!(WindowsMachine::new().desktop(), expected);
}

#[test]
fn this_windows_and_computer_are_known() {
    let machine = WindowsMachine::new();
    let version = machine.windows();
    // As `ver` says it: "Microsoft Windows [Version 10.0.22631.4317]", in Wine without the last number.
    let said = Command::new("cmd").args(["/c", "ver"]).output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let without_revision = format!("{}.{}.{}", version.major, version.minor, version.build);
    assert!(said.contains(&without_revision), "{version}: {said}");
    assert!(version.to_string().starts_with(&without_revision));
    let name = machine.computer_name();
    let of_environment = std::env::var("COMPUTERNAME").unwrap();
    // The environment has the older form of the name: upper case, and 15 characters at most.
    assert!(name.to_uppercase().starts_with(&of_environment.to_uppercase()), "{name} {of_environment}");
    let runs_for = client::updater::now() - machine.started_at().unwrap();
    assert!((0..400 * 24 * 60 * 60).contains(&runs_for), "{runs_for}");
}
