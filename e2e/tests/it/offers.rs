//! Who is offered what, from the verb at the server to the plan on the PC.

use catalog::Urgency;
use catalog::report::OutcomeKind;
use client::fake::FakeMachine;
use client::plan::Plan;
use client::server::ServerError;
use client::updater::CheckError;
use e2e::{PASSWORD, Site};

use crate::station::Station;

/// What a plan offers: name and version.
fn offered(plan: &Plan) -> Vec<(String, String)> {
    plan.items.iter().map(|item| (item.product.name.clone(), item.product.version.to_string())).collect()
}

fn notes(version: &str) -> Vec<(String, String)> {
    vec![("Fixture Notes".to_owned(), version.to_owned())]
}

#[test]
fn the_main_job() {
    let mut site = Site::new();
    site.user("anna", &["notes"]);
    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    site.start();
    let pc = Station::new("anna", FakeMachine::default());
    assert_eq!(pc.install_all(site.address()).len(), 1);

    site.publish("notes-2.0.0.msi", &["--require", "notes", "--importance", "medium"]);
    let plan = pc.check(site.address()).unwrap();
    assert_eq!(offered(&plan), notes("2.0.0"));
    assert_eq!(plan.items[0].urgency, Urgency::Important);
    let ended = pc.install_all(site.address());
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed);
    assert_eq!(ended[0].before.as_ref().map(|before| before.version.to_string()), Some("1.0.0".to_owned()));
    assert_eq!(pc.check(site.address()).unwrap().ready().count(), 0);
    assert_eq!(pc.send_reports(site.address()), 0);
    assert_eq!(site.reports().len(), 2);
}

#[test]
fn a_product_reaches_who_has_all_that_it_requires_directly_or_through_groups() {
    let mut site = Site::new();
    site.user("anna", &["notes"]);
    site.user("bert", &["notes", "usm"]);
    site.user("carl", &["usm"]);
    site.publish("notes-1.0.0.msi", &["--require", "notes", "--require", "usm"]);
    site.start();
    let sees =
        |user: &str| offered(&Station::new(user, FakeMachine::default()).check(site.address()).unwrap());
    assert_eq!((sees("anna"), sees("bert"), sees("carl")), (vec![], notes("1.0.0"), vec![]));

    site.verb(&["group", "add", "outlook"]);
    site.verb(&["permission", "grant", "outlook", "notes"]);
    site.verb(&["group", "join", "outlook", "carl"]);
    assert_eq!(sees("carl"), notes("1.0.0"), "the change is in effect when the verb returns");
    site.verb(&["group", "leave", "outlook", "carl"]);
    assert_eq!(sees("carl"), vec![]);
}

#[test]
fn a_withdrawn_version_gives_way_to_the_next_lower_one() {
    let mut site = Site::new();
    site.user("anna", &[]);
    site.publish("notes-1.0.0.msi", &[]);
    site.publish("notes-2.0.0.msi", &[]);
    site.start();
    let pc = Station::new("anna", FakeMachine::default());
    assert_eq!(offered(&pc.check(site.address()).unwrap()), notes("2.0.0"));
    site.verb(&["package", "withdraw", "Fixture Notes", "2.0.0"]);
    assert_eq!(offered(&pc.check(site.address()).unwrap()), notes("1.0.0"));
}

#[test]
fn a_disabled_user_and_an_old_password_are_refused_at_once() {
    let mut site = Site::new();
    site.user("anna", &[]);
    site.start();
    let pc = Station::new("anna", FakeMachine::default());
    let refused = |password: &str| {
        let error = pc.check_with_password(site.address(), password).err();
        matches!(error, Some(CheckError::Server(ServerError::SignInRefused)))
    };
    assert!(!refused(PASSWORD));
    assert!(refused("a wrong password"));

    std::fs::write(site.path("new"), "another long password\n").unwrap();
    let new = site.path("new").to_string_lossy().into_owned();
    site.verb(&["user", "set-password", "anna", "--password-file", &new]);
    assert!(refused(PASSWORD));
    assert!(!refused("another long password"));

    site.verb(&["user", "disable", "anna"]);
    assert!(refused("another long password"));
    site.verb(&["user", "enable", "anna"]);
    assert!(!refused("another long password"));
}
