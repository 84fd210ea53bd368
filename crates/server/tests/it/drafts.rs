//! Drafts at the command line: received, listed, published, thrown away, and never offered before.

use std::fs;

use serde_json::{Value, json};

use crate::fixtures::fixture_argument;
use crate::http::{UPDATE_XML, get, offered};
use crate::place::{Place, files_below};

fn drafts(place: &Place) -> Vec<Value> {
    serde_json::from_str(&place.done(&["package", "drafts", "--json"])).unwrap()
}

fn receive(place: &Place, fixture: &str, arguments: &[&str]) -> String {
    place.done(&[&["package", "add", &fixture_argument(fixture), "--draft"], arguments].concat());
    drafts(place)[0]["id"].to_string()
}

fn kept(place: &Place) -> usize {
    files_below(&place.data().join("packages")).len()
}

#[test]
fn a_draft_is_offered_to_nobody_until_it_is_published() {
    let place = Place::new();
    place.add_user("anna");
    let server = place.serve();
    let draft = receive(&place, "notes-1.0.0.msi", &["--description", "Takes notes."]);
    assert!(place.list("package").is_empty() && offered(&server, "anna").is_empty());
    let line = &drafts(&place)[0];
    assert_eq!((&line["name"], &line["version"]), (&json!("Fixture Notes"), &json!("1.0.0")));
    assert_eq!(line["origin"], "notes-1.0.0.msi");
    // The same file again is the same draft.
    assert_eq!(receive(&place, "notes-1.0.0.msi", &[]), draft);
    assert_eq!((drafts(&place).len(), kept(&place)), (1, 1));
    let said = place.done(&["package", "publish", &draft]);
    assert_eq!(said, "Fixture Notes 1.0.0 (x64) is published for everyone: 1 user.\n");
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    let xml = get(UPDATE_XML).user("anna").send(&server);
    assert_eq!(xml.products()[0].description.as_deref(), Some("Takes notes."));
    assert!(drafts(&place).is_empty());
    let again = place.run(&["package", "publish", &draft]);
    assert_eq!(again.code, 1);
    assert!(again.error.starts_with(&format!("There is no draft {draft}.")), "{again:?}");
    let known = place.run(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--draft"]);
    assert!(known.error.contains("published already"), "{known:?}");
}

#[test]
fn a_draft_begins_with_the_listing_of_the_version_before() {
    let place = Place::new();
    place.publish(
        "notes-1.0.0.msi",
        &[
            "--require",
            "notes",
            "--importance",
            "high",
            "--release-notes",
            "All is new.",
            "--close-first",
            "A.EXE;B.EXE",
        ],
    );
    let draft = receive(&place, "notes-2.0.0.msi", &[]);
    place.done(&["package", "publish", &draft]);
    let show = |version| -> Value {
        serde_json::from_str(&place.done(&["package", "show", "Fixture Notes", version, "--json"])).unwrap()
    };
    let (old, new) = (show("1.0.0"), show("2.0.0"));
    for same in ["requires_permissions", "importance"] {
        assert_eq!(old[same], new[same], "{same}");
    }
    assert_eq!(new["listing"]["close_first"], "A.EXE; B.EXE");
    assert_eq!(new["listing"]["release_notes"], Value::Null, "what was new is not new again");
    assert_eq!((&old["state"], &new["state"]), (&json!("superseded"), &json!("offered")));
    assert_eq!((&new["devices"], &new["reports"], &new["users"]), (&json!(0), &json!(0), &json!(0)));
}

#[test]
fn a_draft_that_is_thrown_away_leaves_nothing() {
    let place = Place::new();
    let draft = receive(&place, "notes-1.0.0.msi", &[]);
    assert_eq!(
        place.done(&["package", "discard", &draft]),
        "The draft of Fixture Notes 1.0.0 was thrown away.\n"
    );
    assert_eq!((drafts(&place).len(), kept(&place)), (0, 0));
    assert_eq!(place.run(&["package", "discard", &draft]).code, 1);
    // A package that was published before keeps its file, and its name on the wire.
    place.publish("notes-1.0.0.msi", &[]);
    place.done(&["package", "withdraw", "Fixture Notes"]);
    let draft = receive(&place, "notes-1.0.0.msi", &[]);
    place.done(&["package", "discard", &draft]);
    assert_eq!((place.list("package").len(), kept(&place)), (1, 1));
    // What could never be offered is refused at once, with the mend.
    let refused = place.run(&["package", "add", &fixture_argument("no-upgrade-code.msi"), "--draft"]);
    assert_eq!(refused.code, 1);
    assert!(refused.error.contains("UpgradeCode"), "{refused:?}");
    assert_eq!(kept(&place), 1);
}

#[test]
fn a_file_takes_the_place_of_a_package() {
    let place = Place::new();
    place.add_user("anna");
    place.publish("notes-2.0.0.msi", &["--require", "notes"]);
    place.done(&["permission", "grant", "anna", "notes"]);
    let server = place.serve();
    let lower = fixture_argument("notes-1.0.0.msi");
    // Nothing lower is in the way once the other one is gone.
    let said = place.done(&["package", "replace", "Fixture Notes", &lower]);
    assert_eq!(
        said,
        "Fixture Notes 1.0.0 (x64) is published in place of the other one.\n1 user is offered Fixture Notes 1.0.0 (x64) now.\n"
    );
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
    let states: Vec<_> = place.list("package").iter().map(|line| line["state"].clone()).collect();
    assert_eq!(states, ["withdrawn", "offered"]);
    // One that fails leaves no draft behind.
    let wrong = place.run(&["package", "replace", "nothing", &fixture_argument("notes-3.0.0.msi")]);
    assert_eq!((wrong.code, drafts(&place).len(), kept(&place)), (1, 0, 2));
    let audit = place.list("audit");
    assert_eq!(audit[2]["action"], "package.replace", "{audit:?}");
    // And the other one comes back as it was.
    place.done(&["package", "restore", &id(&place, "2.0.0")]);
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
    let twice = place.run(&["package", "restore", &id(&place, "2.0.0")]);
    assert_eq!(twice.code, 1);
}

fn id(place: &Place, version: &str) -> String {
    let packages = place.list("package");
    let found = packages.iter().find(|line| line["version"] == version).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

#[test]
fn only_what_is_withdrawn_is_deleted_and_its_bytes_with_it() {
    let place = Place::new();
    place.publish("notes-1.0.0.msi", &[]);
    let refused = place.run(&["package", "delete", "Fixture Notes"]);
    assert_eq!(refused.code, 1);
    assert!(refused.error.contains("Withdraw it first"), "{refused:?}");
    place.done(&["package", "withdraw", "Fixture Notes"]);
    assert_eq!(
        place.done(&["package", "delete", "Fixture Notes"]),
        "Fixture Notes 1.0.0 (x64) was deleted, with its file.\n"
    );
    assert_eq!((place.list("package").len(), kept(&place)), (0, 0));
    // As if it had never been there.
    place.publish("notes-1.0.0.msi", &[]);
}

#[test]
fn a_listing_is_changed_field_by_field() {
    let place = Place::new();
    place.add_user("anna");
    place.publish(
        "notes-1.0.0.msi",
        &["--require", "notes", "--description", "Takes notes.", "--requires", "Windows 10"],
    );
    let server = place.serve();
    assert!(offered(&server, "anna").is_empty());
    place.done(&[
        "package",
        "set",
        "Fixture Notes",
        "--require-nothing",
        "--description",
        "",
        "--name",
        "Notes",
    ]);
    let products = get(UPDATE_XML).user("anna").send(&server).products();
    assert_eq!(products[0].name, "Notes");
    assert_eq!(
        (products[0].description.as_deref(), products[0].requires.as_deref()),
        (None, Some("Windows 10"))
    );
    let wrong = place.run(&["package", "set", "Notes", "--install-params", "/x"]);
    assert_eq!(wrong.code, 1);
}

#[test]
fn drafts_and_their_bytes_survive_a_crash_and_half_received_ones_do_not() {
    let place = Place::new();
    let server = place.serve();
    let draft = receive(&place, "notes-1.0.0.msi", &[]);
    let half = place.data().join("incoming/half");
    fs::write(&half, b"half a package").unwrap();
    server.crash();
    let server = place.serve();
    assert!(!half.exists());
    place.done(&["package", "publish", &draft]);
    server.stop();
    assert_eq!(kept(&place), 1);
}
