//! Accounts of a source as administrators see them: on the pages, at the command line, by the doctor.

use std::fs;

use open_xchange::{OpenXchange, Person};
use serde_json::Value;

use crate::browser::Browser;
use crate::http::{UPDATE_XML, get};
use crate::place::{PASSWORD, Place};

fn place_of(ox: &OpenXchange) -> Place {
    let place = Place::new();
    place.add_user_as("root", "administrator");
    name_source(&place, ox, "ox");
    place
}

fn name_source(place: &Place, ox: &OpenXchange, name: &str) {
    let table = format!("[[source]]\nkind = \"open-xchange\"\nname = \"{name}\"\nurl = \"{}\"\n", ox.url());
    fs::write(place.data().join("oxupdated.toml"), table).unwrap();
}

fn anna() -> Person {
    Person::new("anna", 4, PASSWORD).with(&["usm"])
}

/// A page's text.
fn page(browser: &mut Browser<'_>, path: &str) -> String {
    browser.open(path).1.text().to_owned()
}

/// What the doctor says of sources, as `WEIGHT ID`.
fn found(place: &Place) -> Vec<String> {
    let told: Value = serde_json::from_str(&place.run(&["doctor", "--json"]).output).unwrap();
    let findings = told["findings"].as_array().unwrap().iter();
    let lines =
        findings.map(|one| format!("{} {}", one["weight"].as_str().unwrap(), one["id"].as_str().unwrap()));
    lines.filter(|line| line.contains(" source")).collect()
}

#[test]
fn the_doctor_asks_each_source() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox);
    assert_eq!(found(&place), ["notice source-well"]);
    let server = place.serve();
    assert_eq!(get(UPDATE_XML).basic(format!("anna:{PASSWORD}").as_bytes()).send(&server).status, 200);
    server.stop();
    name_source(&place, &ox, "another");
    assert_eq!(found(&place), ["problem source-unknown", "notice source-well"]);
    name_source(&place, &ox, "ox");
    ox.go_away();
    assert_eq!(found(&place), ["problem source-not-reached"]);
}

#[test]
fn where_an_account_is_known_is_shown() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox);
    let server = place.serve();
    let mut anna = Browser::new(&server);
    assert_eq!(anna.sign_in("anna", PASSWORD).status, 303);
    let account = page(&mut anna, "/account");
    assert!(account.contains("is kept by ox"), "{account}");
    let users = place.list("user");
    let sources: Vec<&Value> = users.iter().map(|user| &user["source"]).collect();
    assert_eq!(sources, ["ox".into(), Value::Null].iter().collect::<Vec<_>>());
    let listed = place.done(&["user", "list", "--source", "ox"]);
    assert!(listed.contains("anna") && !listed.contains("root"), "{listed}");
    let shown = place.done(&["user", "show", "anna"]);
    assert!(shown.contains("usm") || shown.contains("ox"), "{shown}");
    let refused = place.run(&["user", "reset", "anna"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.error.contains("is kept by ox"), "{refused:?}");
    place.done(&["user", "set-role", "anna", "viewer"]);
    let mut root = Browser::signed_in(&server, "root");
    let shown = page(&mut root, "/admin/users/anna");
    assert!(shown.contains("by the account’s source") && !shown.contains("/reset\""), "{shown}");
    let shown = page(&mut root, "/admin/users?source=ox");
    assert!(shown.contains("anna") && !shown.contains("/admin/users/root"), "{shown}");
}

#[test]
fn the_pages_never_call_a_password_wrong_while_its_source_is_away() {
    let ox = OpenXchange::of([anna()]);
    let place = place_of(&ox);
    let server = place.serve();
    ox.go_away();
    let answer = Browser::new(&server).sign_in("anna", PASSWORD);
    assert_eq!((answer.status, answer.header("retry-after")), (503, "30"));
    assert!(answer.text().contains("Your password is not the problem."), "{}", answer.text());
    ox.come_back();
    server.stop();
    let server = place.serve();
    assert_eq!(Browser::new(&server).sign_in("anna", PASSWORD).status, 303);
}
