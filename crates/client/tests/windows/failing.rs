//! Installs that fail, explained from the log that Windows Installer has just written.

use std::process::Command;

use client::failure::{Action, ActionOwner, Failure, explain, file};
use client::machine::{Display, ExitCode};

use crate::stage::{Stage, installed, is_wine, versions};

/// Installs a package, which must fail, and explains it; with the exit code.
fn fail(stage: &Stage, name: &str) -> (u32, Option<Failure>) {
    let course = stage.install(name, Display::None);
    assert_ne!(course.code, 0, "{}", course.log);
    (course.code, explained(stage, course.code))
}

/// What the log of the last install tells.
fn explained(stage: &Stage, code: u32) -> Option<Failure> {
    let log = file::read(&stage.folder().join("install.log")).unwrap();
    let failure = explain(ExitCode(code), &log);
    for line in failure.iter().flat_map(|failure| &failure.details.excerpt) {
        assert!(!line.contains("Property("), "{line}");
    }
    failure
}

/// The cause's name, the words for the person, and the action that failed.
fn told(failure: Option<Failure>) -> (&'static str, String, Option<Action>) {
    let Failure { cause, details } = failure.expect("it is explained");
    (cause.as_str(), cause.what_happened().to_string(), details.action)
}

fn action(name: &str, owner: ActionOwner) -> Option<Action> {
    Some(Action { name: name.to_owned(), owner })
}

#[test]
fn a_launch_condition_is_told() {
    let stage = Stage::set();
    let (code, failure) = fail(&stage, "failing-1.0.0");
    let (cause, happened, failed) = told(failure);
    assert_eq!((code, cause), (1603, "condition-not-met"));
    assert_eq!(failed, action("LaunchConditions", ActionOwner::WindowsInstaller));
    let expected = if is_wine() {
        "This PC does not have what the package asks for."
    } else {
        "The package does not install on this PC and says: “This fixture never installs.”"
    };
    assert_eq!(happened, expected);
}

#[test]
fn a_downgrade_that_the_package_prevents_is_told() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-2.0.0", Display::None).code, 0);
    let (code, failure) = fail(&stage, "notes-1.0.0");
    let (cause, _, failed) = told(failure);
    // Wine logs neither the property nor the text.
    let expected = if is_wine() { "condition-not-met" } else { "newer-installed" };
    assert_eq!((code, cause), (1603, expected));
    assert_eq!(failed, action("LaunchConditions", ActionOwner::WindowsInstaller));
    assert_eq!(versions("notes-1.0.0"), ["2.0.0"]);
}

#[test]
fn a_program_of_the_package_that_fails_is_told() {
    let stage = Stage::set();
    let (code, failure) = fail(&stage, "program-fails-1.0.0");
    let (cause, happened, failed) = told(failure);
    assert_eq!((code, cause), (if is_wine() { 1627 } else { 1603 }, "program-failed"));
    assert_eq!(failed, action("RunProgram", ActionOwner::Package));
    assert_eq!(happened, "A step that the package brings with it ended with an error.");
    assert_eq!(installed("program-fails-1.0.0"), []);
}

#[test]
fn a_missing_cabinet_is_told() {
    let stage = Stage::set();
    // The stage copies the package and not the cabinet beside it. Such a package is never offered, so it is installed without the client.
    let package = stage.package("external-cabinet");
    let log = stage.folder().join("install.log");
    let mut msiexec = Command::new("msiexec");
    msiexec.arg("/i").arg(package).args(["/qn", "/norestart", "/l*v"]).arg(log);
    assert_eq!(msiexec.status().unwrap().code(), Some(1603));
    let (cause, _, failed) = told(explained(&stage, 1603));
    // Wine says where it failed, and not why.
    assert_eq!(cause, if is_wine() { "unexplained" } else { "source-missing" });
    assert_eq!(failed, action("InstallFiles", ActionOwner::WindowsInstaller));
    assert_eq!(installed("external-cabinet"), []);
}
