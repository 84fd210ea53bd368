//! Holds docs/reference against the code; each room compares its own limits.

use std::fs;
use std::path::Path;

use catalog::report::{OutcomeKind, Report};
use clap::{Command, CommandFactory};

/// Fails unless a page of docs/reference has a line.
pub(crate) fn assert_says(page: &str, line: &str) {
    assert!(self::page(page).contains(line), "docs/reference/{page} should say:\n{line}");
}

/// A page of docs/reference.
pub(crate) fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference").join(name);
    fs::read_to_string(&path).unwrap()
}

/// A number as the pages write it: `1,024`.
pub(crate) fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    String::from_utf8(groups.join(&b',')).unwrap()
}

#[test]
fn every_verb_is_told() {
    let mut verbs = Vec::new();
    collect(&crate::command_line::Arguments::command(), "", &mut verbs);
    assert!(verbs.len() > 15, "{verbs:?}");
    for verb in verbs {
        assert_says("oxupdated.md", &format!("`{verb}"));
    }
}

fn collect(command: &Command, prefix: &str, verbs: &mut Vec<String>) {
    for inner in command.get_subcommands() {
        let verb = format!("{prefix}{}", inner.get_name());
        if inner.has_subcommands() {
            collect(inner, &format!("{verb} "), verbs);
        } else {
            verbs.push(verb);
        }
    }
}

#[test]
fn every_page_has_its_address_told() {
    let routes = include_str!("web/pages/mod.rs").split('"').skip(1).step_by(2);
    let mut told = 0;
    for address in routes {
        assert_says("http.md", &format!("`{address}`"));
        told += 1;
    }
    assert!(told > 60, "{told}");
}

#[test]
fn the_reports_form_is_told() {
    let report = serde_json::json!({
        "id": uuid::Uuid::nil(), "device": uuid::Uuid::nil(), "product": "Notes",
        "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": null, "from_version": null,
        "to_version": "1.0.0", "outcome": "installed", "exit_code": null, "duration": 1, "ended_at": 1,
    });
    let report: Report = serde_json::from_value(report).unwrap();
    let report = serde_json::to_value(&report).unwrap();
    for member in report.as_object().unwrap().keys() {
        assert_says("http.md", &format!("| `{member}` |"));
    }
    let outcomes = [
        OutcomeKind::Installed,
        OutcomeKind::InstalledNeedsRestart,
        OutcomeKind::NotReallyInstalled,
        OutcomeKind::Cancelled,
        OutcomeKind::Busy,
        OutcomeKind::ProgramsOpen,
        OutcomeKind::NotForThisPc,
        OutcomeKind::Failed,
        OutcomeKind::DownloadFailed,
        OutcomeKind::VerificationFailed,
    ];
    let outcomes = outcomes.map(|outcome| format!("`{}`", outcome.as_str()));
    assert_says("http.md", &format!("| {} |", outcomes.join(", ")));
}

#[test]
fn the_forms_of_devices_are_told() {
    let check_in = serde_json::json!({
        "device": uuid::Uuid::nil(), "computer_name": "PC-7", "windows_version": "10.0", "platform": "x64",
        "client_version": "0.1.0", "products": [{
            "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": null,
            "installed": [{"version": "1.0.0", "context": "user"}],
        }],
    });
    let check_in: catalog::check_in::CheckIn = serde_json::from_value(check_in).unwrap();
    let check_in = serde_json::to_value(&check_in).unwrap();
    let product = &check_in["products"][0];
    for form in [&check_in, product, &product["installed"][0]] {
        for member in form.as_object().unwrap().keys() {
            assert_says("http.md", &format!("| `{member}` |"));
            assert_says("privacy.md", &format!("`{member}`"));
        }
    }
}

#[test]
fn numbers_are_grouped() {
    for (number, expected) in [(0_u32, "0"), (999, "999"), (1_024, "1,024"), (1_234_567, "1,234,567")] {
        assert_eq!(grouped(number), expected);
    }
}
