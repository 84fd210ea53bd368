//! Publish, offer, compare, download, verify, install, look again, report.

use std::sync::{Mutex, MutexGuard, PoisonError};

use e2e::{Pc, Site};
use serde_json::Value;

/// Windows Installer does one install at a time, and the tests share its database of what is installed.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A running site with a user `anna` who has the permission `notes`.
fn site() -> Site {
    let mut site = Site::new();
    site.user("anna", &["notes"]);
    site.start();
    site
}

/// What the client's plan says of the first product whose name begins like this.
fn planned(plan: &Value, name: &str) -> Value {
    let products = plan["products"].as_array().unwrap_or_else(|| panic!("no products in {plan}"));
    let found = products.iter().find(|product| product["name"].as_str().is_some_and(|own| own.starts_with(name)));
    found.cloned().unwrap_or_else(|| panic!("no {name} in {plan}"))
}

#[test]
fn a_first_install_then_an_update_then_nothing_to_do() {
    let _alone = alone();
    let site = site();
    let pc = Pc::of("anna", site.address());

    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, planned(&plan, "Fixture Notes")["state"].as_str()), (10, Some("not-installed")), "{plan}");
    let (code, installed) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");

    site.publish("notes-2.0.0.msi", &["--require", "notes", "--importance", "medium"]);
    let (code, plan) = pc.json(&["check"]);
    let notes = planned(&plan, "Fixture Notes");
    assert_eq!(code, 10, "{plan}");
    assert_eq!(
        (notes["state"].as_str(), notes["installed"].as_str(), notes["offered"].as_str(), notes["urgency"].as_str()),
        (Some("older"), Some("1.0.0"), Some("2.0.0"), Some("important")),
        "{plan}"
    );
    let (code, installed) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{installed}");

    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, planned(&plan, "Fixture Notes")["state"].as_str()), (0, Some("same")), "{plan}");

    let reports = site.reports();
    let told: Vec<_> = reports
        .iter()
        .map(|report| (report["from_version"].as_str(), report["to_version"].as_str(), report["outcome"].as_str()))
        .collect();
    assert_eq!(told.len(), 2, "{reports:?}");
    assert!(told.contains(&(None, Some("1.0.0"), Some("installed"))), "{reports:?}");
    assert!(told.contains(&(Some("1.0.0"), Some("2.0.0"), Some("installed"))), "{reports:?}");
}
