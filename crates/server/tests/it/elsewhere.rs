//! Packages that stay elsewhere: fetched once, checked, and offered by their own URL.

use std::fs;
use std::io::Write;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::browser::Browser;
use crate::fixtures::{fixture, fixture_argument};
use crate::http::{get, products};
use crate::place::{Answered, Place, files_below};
use crate::stranger::Stranger;

const ALLOWED: [(&str, &str); 1] = [("OXUPDATED_PRIVATE_DESTINATIONS", "127.0.0.0/8")];

fn notes() -> Vec<u8> {
    fs::read(fixture("notes-1.0.0.msi")).unwrap()
}

fn add(place: &Place, url: &str) -> Answered {
    place.run_with(&["package", "add", "--url", url], &ALLOWED, "")
}

/// What the server keeps of packages, whole or half.
fn kept(place: &Place) -> usize {
    let files = |folder| files_below(&place.data().join(folder)).len();
    files("packages") + files("incoming")
}

#[test]
fn a_package_that_stays_elsewhere_is_offered_by_its_own_url() {
    let place = Place::new();
    place.add_user("anna");
    let there = Stranger::with_file(notes());
    let server = place.serve_with(&ALLOWED);
    let url = there.url("/files/Notes%201.msi?v=1");
    let said = add(&place, &url);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.output.starts_with("Fixture Notes 1.0.0 (x64) is published for everyone"), "{said:?}");
    assert!(said.error.contains("Every PC takes 127.0.0.1"), "{said:?}");
    let asked = there.next();
    assert_eq!(asked.line, "GET /files/Notes%201.msi?v=1 HTTP/1.1");
    for foreign in ["cookie", "authorization", "referer"] {
        assert_eq!(asked.header(foreign), "");
    }

    let product = products(&server, "anna").remove(0);
    assert_eq!(product.url, url);
    assert_eq!(product.size, Some(notes().len() as u64));
    let sha256 = Sha256::digest(notes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(product.sha256.unwrap().to_string(), sha256);
    let line = place.list("package").remove(0);
    assert_eq!((&line["url"], &line["state"]), (&json!(url), &json!("offered")));
    assert_eq!(kept(&place), 0, "nothing of it is kept here");
    let path = format!("/ajax/updater/files/{}", line["file_name"].as_str().unwrap());
    assert_eq!(get(&path).user("anna").send(&server).status, 404);
    assert_eq!(there.count(), 0, "it is fetched once");

    // Withdrawn and restored it is where it was; published as a file it is here.
    place.done(&["package", "withdraw", "Fixture Notes"]);
    assert!(products(&server, "anna").is_empty());
    place.done(&["package", "restore", "Fixture Notes"]);
    assert_eq!(products(&server, "anna")[0].url, url);
    server.crash();
    let server = place.serve_with(&ALLOWED);
    assert_eq!(products(&server, "anna")[0].url, url);
    place.done(&["package", "withdraw", "Fixture Notes"]);
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi")]);
    assert!(products(&server, "anna")[0].url.starts_with(&format!("http://{}/", server.address)));
    assert_eq!(get(&path).user("anna").send(&server).body, notes());
    assert_eq!(there.count(), 0);
}

#[test]
fn a_draft_can_come_from_elsewhere() {
    let place = Place::new();
    place.add_user("anna");
    let there = Stranger::with_file(notes());
    let server = place.serve_with(&ALLOWED);
    let drafts =
        || -> Vec<Value> { serde_json::from_str(&place.done(&["package", "drafts", "--json"])).unwrap() };
    let url = there.url("/notes.msi");
    place.done(&["package", "add", "--draft", "--url", &url, "--description", "Takes notes."]);
    assert_eq!((&drafts()[0]["origin"], kept(&place)), (&json!(url), 0));
    place.done(&["package", "publish", "1"]);
    let product = products(&server, "anna").remove(0);
    assert_eq!((product.url.as_str(), product.description.as_deref()), (url.as_str(), Some("Takes notes.")));
    place.done(&["package", "withdraw", "Fixture Notes"]);
    place.done(&["package", "delete", "Fixture Notes"]);

    // The same bytes from two places are one draft, which is where they came from last.
    place.done(&["package", "add", "--draft", "--url", &url]);
    place.done(&["package", "add", "--draft", &fixture_argument("notes-1.0.0.msi")]);
    assert_eq!((drafts().len(), kept(&place)), (1, 1));
    place.done(&["package", "publish", &drafts()[0]["id"].to_string()]);
    assert!(products(&server, "anna")[0].url.starts_with(&format!("http://{}/", server.address)));
}

#[test]
fn what_does_not_come_as_it_should_leaves_nothing() {
    let place = Place::new();
    place.add_user("anna");
    let check = |stranger: &Stranger, sentence: &str| {
        let said = add(&place, &stranger.url("/a.msi"));
        assert_eq!(said.code, 1, "{sentence}: {said:?}");
        assert!(said.error.contains(sentence), "{sentence}: {said:?}");
        assert_eq!((place.list("package").len(), kept(&place)), (0, 0), "{sentence}");
    };
    for status in [401, 404, 500] {
        check(&Stranger::with_status(status), &format!("answers with {status} and not with the file"));
    }
    check(&Stranger::with_file(b"<html>Sign in first</html>".to_vec()), "MSI");
    let answering = |head: &'static str, bytes: Vec<u8>| {
        Stranger::new(move |_, stream| {
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
        })
    };
    let half = notes().split_at(notes().len() / 2).0.to_vec();
    check(&answering("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", half), "broke off");
    check(&answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", notes()), "packs the bytes");
    let away = "HTTP/1.1 302 X\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n";
    check(&answering(away, Vec::new()), "169.254.169.254, which the server never asks");
    let there = Stranger::with_file(notes());
    let small = [ALLOWED[0], ("OXUPDATED_PACKAGE_SIZE_MAX", "1000")];
    let said = place.run_with(&["package", "add", "--url", &there.url("/a.msi")], &small, "");
    assert!(said.error.contains("1,000") || said.error.contains("1000"), "{said:?}");
    assert_eq!(kept(&place), 0);
    there.next();
    // Without a word of the administrator nobody is asked.
    let said = place.run(&["package", "add", "--url", &there.url("/a.msi")]);
    assert!(said.error.contains("127.0.0.1, which is not public"), "{said:?}");
    assert!(said.error.contains("private_destinations"), "{said:?}");
    assert_eq!(there.count(), 0);
    for wrong in ["file:///etc/passwd", "\\\\server\\share\\a.msi", "https://anna:x@example.com/a.msi"] {
        assert_eq!(add(&place, wrong).code, 1, "{wrong}");
    }
}

#[test]
fn a_publisher_gives_the_address_on_a_page() {
    let place = Place::new();
    for role in ["publisher", "viewer"] {
        place.add_user(role);
        place.done(&["user", "set-role", role, role]);
    }
    let there = Stranger::with_file(notes());
    let server = place.serve_with(&ALLOWED);
    let path = "/admin/packages/from-address";
    let mut publisher = Browser::signed_in(&server, "publisher");
    assert!(publisher.open("/admin/packages/new").1.text().contains(path));
    publisher.open(path);
    let wrong = publisher.post(path, &[("url", "https://169.254.169.254/latest/meta-data/")]);
    assert_eq!(wrong.status, 400);
    assert!(wrong.text().contains("which the server never asks"), "{}", wrong.text());
    assert!(
        wrong.text().contains("value=\"https://169.254.169.254/latest/meta-data/\""),
        "what was written stays"
    );
    let url = there.url("/notes.msi");
    let fetched = publisher.post(path, &[("url", &url)]);
    assert_eq!(fetched.status, 303, "{}", fetched.text());
    let draft = publisher.get(fetched.header("location"));
    assert!(draft.status == 200 && draft.text().contains(&url), "{}", draft.text());
    assert_eq!(kept(&place), 0);
    let mut viewer = Browser::signed_in(&server, "viewer");
    assert_eq!(viewer.open(path).1.status, 404);
    viewer.open("/admin");
    assert_eq!(viewer.post(path, &[("url", &url)]).status, 404);
    there.next();
    assert_eq!(there.count(), 0, "who may not publish makes the server ask nobody");
}
