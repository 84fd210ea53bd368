//! docs/reference/faults.md says how each error ends a run; `cargo xtask tidy` compares the rest of it.

use std::io;

use catalog::report::OutcomeKind;
use client::address::{Address, AddressError};
use client::cli::{Exit, Failure};
use client::machine::{ExitCode, MachineError};
use client::outcome::judge;
use client::permitted::NotPermitted;
use client::server::ServerError;
use client::state::StateError;
use client::updater::CheckError;
use client::web::WebError;

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
    let stopped = told("outcome-not-installed");
    for kind in [OutcomeKind::DownloadFailed, OutcomeKind::VerificationFailed, OutcomeKind::Failed] {
        assert!(stopped.contains(&as_told(Exit::from(kind))), "{kind:?}");
    }
}

#[test]
fn every_exit_code_of_a_fault_is_on_the_page() {
    for exit in Exit::ALL.iter().filter(|exit| !matches!(exit, Exit::Done | Exit::UpdatesReady)) {
        assert!(PAGE.contains(&as_told(*exit)), "{exit:?}");
    }
}
