//! docs/reference/faults.md says how each error ends a run; `cargo xtask tidy` compares the rest of it.

use std::collections::BTreeSet;
use std::io;

use catalog::Platform;
use catalog::report::OutcomeKind;
use client::address::{Address, AddressError};
use client::cli::{Exit, Failure};
use client::credentials::CredentialsError;
use client::failure::Cause;
use client::folder_access::Flaw;
use client::machine::{Context, ExitCode, MachineError};
use client::outcome::judge;
use client::permitted::NotPermitted;
use client::plan::Obstacle;
use client::server::ServerError;
use client::sign_in::SignInError;
use client::state::StateError;
use client::updater::CheckError;
use client::web::WebError;
use text::Explain;

use crate::engine::offer_of;

const PAGE: &str = include_str!("../../../../docs/reference/faults.md");

/// What the page says of the exit code of a sentence.
fn told(id: &str) -> &'static str {
    let said = format!("| `{id}`: ");
    let row = PAGE.lines().find(|line| line.contains(&said));
    let row = row.unwrap_or_else(|| panic!("faults.md has no row of {id}"));
    row.split('|').nth(3).unwrap().trim()
}

fn as_told(exit: Exit) -> String {
    format!("{} `{}`", exit as u8, exit.as_str())
}

/// The page names the exit code of an error first.
fn check(error: impl Into<Failure>) {
    let Failure { exit, message } = error.into();
    // At the command line people sign in by an argument, which has a sentence of its own.
    let id = match message.id() {
        "cli-sign-in-needed" => "server-sign-in-needed",
        id => id,
    };
    let first = told(id).split("; ").next().unwrap();
    assert_eq!(first, as_told(exit), "{id}");
}

#[test]
fn the_page_says_how_each_error_of_a_server_ends_a_check() {
    let text = String::new;
    for error in [
        ServerError::Redirect { address: text() },
        ServerError::Unreachable { host: text(), detail: text() },
        ServerError::Certificate { host: text(), detail: text() },
        ServerError::NotEncrypted { host: text() },
        ServerError::NotUnderstood { host: text(), detail: text() },
        ServerError::SignInNeeded,
        ServerError::SignInRefused,
        ServerError::Forbidden,
        ServerError::Cancelled,
        ServerError::NotFound { address: text() },
        ServerError::Busy { retry_after: None },
        ServerError::Busy { retry_after: Some(1) },
        ServerError::Status { status: 500 },
        ServerError::TooLarge { size_max: 1 },
        ServerError::TooSlow { bytes_min: 1 },
        ServerError::Broken { detail: text() },
        ServerError::NotPermitted(NotPermitted::Plain { address: text() }),
        ServerError::NotPermitted(NotPermitted::Down { address: text() }),
    ] {
        check(CheckError::Server(error));
    }
}

#[test]
fn the_page_says_how_each_other_error_ends_a_run() {
    let source = || io::Error::other("an example");
    check(CheckError::Catalog(catalog::xml::read(b"<").unwrap_err()));
    check(CheckError::WebPage { address: String::new() });
    check(MachineError::Database { code: 1 });
    check(MachineError::NotWindows);
    check(StateError::NoPlace);
    check(StateError::Unusable { path: "a".into(), source: source() });
    for flaw in [Flaw::Link, Flaw::Owner, Flaw::Writable] {
        check(StateError::Unsafe { path: "a".into(), flaw });
    }
    check(StateError::Locked);
    check(StateError::LockedByOther);
    check(Address::parse("").unwrap_err());
    check(AddressError::SignInInside);
    check(WebError::CaFile { path: "a".into(), source: source() });
    check(WebError::CaFileEmpty { path: "a".into() });
    check(WebError::Proxy { address: String::new() });
    check(WebError::Name);
}

#[test]
fn the_page_says_how_each_error_of_a_sign_in_ends_a_run() {
    check(SignInError::RefusedBefore);
    check(SignInError::Server(ServerError::SignInRefused));
    check(SignInError::Server(ServerError::SignInEnded));
    check(SignInError::Web(WebError::Name));
    check(SignInError::Credentials(CredentialsError { source: io::Error::other("an example") }));
    check(SignInError::State(StateError::NoPlace));
}

#[test]
fn the_page_says_how_each_obstacle_ends_an_install() {
    let (offered, installed) = (Platform::X64, Platform::X86);
    for obstacle in [
        Obstacle::DigestMissing,
        Obstacle::Platform(offered),
        Obstacle::PackagePlace,
        Obstacle::PackageUnproven,
        Obstacle::OtherPlatform { offered, installed },
        Obstacle::BothRemain(Context::Machine),
        Obstacle::BothRemain(Context::User),
        Obstacle::PackageName,
    ] {
        assert_eq!(told(obstacle.message().id()), as_told(Exit::from(obstacle.outcome())), "{obstacle:?}");
    }
}

/// Each cause, and each again where it says more.
fn causes() -> Vec<Cause> {
    let some = || Some("an example".to_owned());
    let mut causes = vec![
        Cause::RestartPending,
        Cause::InstallSuspended,
        Cause::SourceMissing { file: None },
        Cause::OtherPackageName { file: None },
        Cause::PackageDamaged,
        Cause::PlaceUnreachable { place: None },
        Cause::ProgramNotStarted,
        Cause::ProgramFailed,
        Cause::NeedsAdministrator,
        Cause::AccessDenied { place: None },
        Cause::FileError { file: None },
        Cause::DiskFull { disk: None },
        Cause::NewerInstalled,
        Cause::OldVersionStays,
        Cause::Forbidden,
        Cause::AnotherInstall,
        Cause::InstallerUnavailable,
        Cause::Unexplained,
    ];
    for text in [None, some()] {
        causes.push(Cause::FileInUse { file: None, program: text.clone() });
        causes.push(Cause::ConditionNotMet { text: text.clone() });
        causes.push(Cause::ServiceNotStarted { service: text.clone() });
        causes.push(Cause::ServiceNotStopped { service: text });
    }
    causes
}

#[test]
fn the_page_says_how_each_cause_that_the_log_tells_ends_an_install() {
    let causes = causes();
    for cause in &causes {
        assert_eq!(told(cause.what_happened().id()), as_told(Exit::from(cause.outcome())), "{cause:?}");
    }
    let told: BTreeSet<&str> = causes.iter().map(|cause| cause.what_happened().id()).collect();
    assert_eq!(PAGE.matches("| `failure-").count(), told.len(), "each row is of a cause");
}

#[test]
fn the_page_says_how_each_outcome_ends_a_run() {
    let offer = offer_of("notes-2.0.0.msi");
    for code in [1602, 1603, 1605, 1618, 1619, 1620, 1625, 1633, 1638, 0] {
        let outcome = judge(ExitCode(code), &offer, &[]);
        let id = match code {
            1602 => "outcome-cancelled",
            1603 => "outcome-failed",
            1605 => "outcome-old-version-unknown",
            1618 => "outcome-busy",
            1619 => "outcome-package-not-opened",
            1620 => "outcome-package-unreadable",
            1625 => "outcome-forbidden",
            1633 => "outcome-wrong-platform",
            1638 => "outcome-other-version-installed",
            _ => outcome.sentence.id(),
        };
        assert_eq!(told(id), as_told(Exit::from(outcome.kind)), "{code}");
    }
    assert_eq!(told("outcome-programs-open"), as_told(Exit::from(OutcomeKind::ProgramsOpen)));
    let stopped = told("outcome-not-installed");
    for kind in [
        OutcomeKind::DownloadFailed,
        OutcomeKind::VerificationFailed,
        OutcomeKind::Failed,
        OutcomeKind::Cancelled,
        OutcomeKind::Busy,
        OutcomeKind::NotForThisPc,
    ] {
        assert!(stopped.contains(&as_told(Exit::from(kind))), "{kind:?}");
    }
    for (kind, id) in [
        (OutcomeKind::Installed, "outcome-installed"),
        (OutcomeKind::InstalledNeedsRestart, "outcome-installed-needs-restart"),
        (OutcomeKind::NotReallyInstalled, "outcome-not-really-installed"),
    ] {
        assert_eq!(told(id), as_told(Exit::from(kind)), "{kind:?}");
    }
}

#[test]
fn every_exit_code_of_a_fault_is_on_the_page() {
    for exit in Exit::ALL.iter().filter(|exit| !matches!(exit, Exit::Done | Exit::UpdatesReady)) {
        assert!(PAGE.contains(&as_told(*exit)), "{exit:?}");
    }
}
