//! Publish, offer, compare, download, verify, install, look again, report.

use e2e::product;

use crate::{alone, site_and_pc};

const NOTES: &str = "Fixture Notes";

#[test]
fn a_first_install_then_an_update_then_nothing_to_do() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    pc.uninstall(NOTES);

    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, product(&plan, NOTES)["state"].as_str()), (10, Some("not-installed")), "{plan}");
    let (code, installed) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");

    site.publish("notes-2.0.0.msi", &["--require", "notes", "--importance", "medium"]);
    let (code, plan) = pc.json(&["check"]);
    let notes = product(&plan, NOTES);
    let shown = |key: &str| notes[key].as_str();
    assert_eq!(code, 10, "{plan}");
    assert_eq!(
        (shown("state"), shown("installed"), shown("offered"), shown("urgency")),
        (Some("older"), Some("1.0.0"), Some("2.0.0"), Some("important")),
        "{plan}"
    );
    let (code, installed) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");

    let (code, plan) = pc.json(&["check"]);
    let notes = product(&plan, NOTES);
    assert_eq!((code, notes["state"].as_str()), (0, Some("same")), "{plan}");
    assert_eq!(notes["installations"].as_array().map(Vec::len), Some(1), "{plan}");

    let reports = site.reports();
    let told: Vec<_> = reports
        .iter()
        .map(|report| {
            (report["from_version"].as_str(), report["to_version"].as_str(), report["outcome"].as_str())
        })
        .collect();
    assert_eq!(told.len(), 2, "{reports:?}");
    assert!(told.contains(&(None, Some("1.0.0"), Some("installed"))), "{reports:?}");
    assert!(told.contains(&(Some("1.0.0"), Some("2.0.0"), Some("installed"))), "{reports:?}");
}

#[test]
fn what_is_newer_than_the_offer_is_left_alone() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-3.0.0.msi", &[]);
    let (code, installed) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");

    let (other_site, other_pc) = site_and_pc();
    other_site.publish("notes-2.0.0.msi", &["--importance", "high"]);
    let (code, plan) = other_pc.json(&["check"]);
    let notes = product(&plan, NOTES);
    assert_eq!(
        (code, notes["state"].as_str(), notes["step"].as_str()),
        (0, Some("newer"), Some("nothing")),
        "{plan}"
    );
    let (code, installed) = other_pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");
    let (_, plan) = pc.json(&["check"]);
    assert_eq!(product(&plan, NOTES)["installed"].as_str(), Some("3.0.0"), "{plan}");
    pc.uninstall(NOTES);
}

#[test]
fn a_person_reads_sentences() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-1.0.0.msi", &[]);
    pc.uninstall(NOTES);
    let said = pc.oxupdate(&["check"]);
    assert_eq!(said.code, 10, "{said:?}");
    assert!(said.output.contains(NOTES), "{said:?}");
    let said = pc.oxupdate(&["install", "--all"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.output.contains("Fixture Notes 1.0.0 is installed"), "{said:?}");
    pc.uninstall(NOTES);
}
