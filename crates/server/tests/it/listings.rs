//! Listings on the pages: icons, and warnings about files that are really odd.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use catalog::ICON_SIZE_MAX;
use serde_json::Value;

use crate::browser::{Browser, between};
use crate::fixtures::{fixture, fixture_argument};
use crate::http::{Answer, UPDATE_XML, get};
use crate::multipart::{end, field_part, file_part_of, form, token_part};
use crate::place::{Place, Running};

const DRAFT: &str = "/admin/packages/drafts/1";

fn place() -> Place {
    let place = Place::new();
    place.add_user_as("petra", "publisher");
    place.add_user("anna");
    place
}

fn drafts(place: &Place) -> Vec<Value> {
    serde_json::from_str(&place.done(&["package", "drafts", "--json"])).unwrap()
}

/// Sends a form with files from the page that the browser has seen last.
fn send(server: &Running, browser: &Browser<'_>, path: &str, parts: &[Vec<u8>]) -> Answer {
    let body = [token_part(browser.csrf()), parts.concat(), end()].concat();
    form(server, path, browser.session(), body).header("Accept", "text/html").send(server)
}

fn icon_offered(server: &Running) -> Option<String> {
    let products = get(UPDATE_XML).user("anna").send(server).products();
    products[0].icon.as_ref().map(catalog::Icon::to_base64)
}

#[test]
fn an_icon_is_chosen_seen_kept_and_removed() {
    let place = place();
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--draft"]);
    let server = place.serve();
    let icon = fs::read(fixture("icon.ico")).unwrap();
    let written = STANDARD.encode(&icon);
    let shown = format!("data:image/x-icon;base64,{written}");
    let mut petra = Browser::signed_in(&server, "petra");
    let page = petra.get(DRAFT);
    assert!(page.text().contains("enctype=\"multipart/form-data\"") && !page.text().contains(&shown));
    let chosen = file_part_of("icon_file", "icon.ico", &icon);
    let live = send(&server, &petra, &format!("{DRAFT}/preview"), std::slice::from_ref(&chosen));
    assert!(live.status == 200 && live.text().contains(&shown), "{}", live.text());
    let previewed = send(&server, &petra, DRAFT, &[field_part("next", "preview"), chosen]);
    for part in [&shown, "chosen, and not saved yet", &format!("name=\"icon\" value=\"{written}\"")] {
        assert!(previewed.text().contains(part), "{part} is missing in {}", previewed.text());
    }
    // The page has kept what was chosen: files cannot be chosen again by a page.
    let empty = file_part_of("icon_file", "", b"");
    let save = [field_part("known", "1"), field_part("icon", &written), empty.clone()];
    assert_eq!(send(&server, &petra, DRAFT, &save).status, 303);
    assert!(petra.get(DRAFT).text().contains("the icon now"));
    // Saving again says nothing of the icon, so it stays.
    let save = [field_part("known", "2"), field_part("description", "Takes notes."), empty.clone()];
    assert_eq!(send(&server, &petra, DRAFT, &save).status, 303);
    let published = petra.post(&format!("{DRAFT}/publish"), &[("known", "3")]);
    assert_eq!(published.status, 303, "{}", published.text());
    assert_eq!(icon_offered(&server).as_ref(), Some(&written));

    let path = format!("{}/listing", published.header("location"));
    let page = petra.get(&path);
    assert!(page.text().contains(&shown) && page.text().contains("name=\"icon_removed\""), "{}", page.text());
    let known = between(page.text(), "name=\"known\" value=\"", "\">").unwrap();
    let known = known.replace("&quot;", "\"");
    let remove = [
        field_part("known", &known),
        field_part("icon_removed", "on"),
        field_part("next", "confirmed"),
        empty,
    ];
    let removed = send(&server, &petra, &path, &remove);
    assert_eq!(removed.status, 303, "{}", removed.text());
    assert_eq!(icon_offered(&server), None);
}

#[test]
fn what_is_no_icon_is_refused_in_a_sentence() {
    let place = place();
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--draft"]);
    let server = place.serve();
    let mut petra = Browser::signed_in(&server, "petra");
    petra.get(DRAFT);
    let check = |what: &str, bytes: &[u8], status: u16, sentence: &str| {
        let parts = [field_part("known", "1"), file_part_of("icon_file", "a.ico", bytes)];
        let answer = send(&server, &petra, DRAFT, &parts);
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        assert!(answer.text().contains(sentence), "{what}: {}", answer.text());
    };
    check("no icon", b"<svg onload=alert(1)>", 400, "icon");
    check("too large", &vec![0; ICON_SIZE_MAX + 1], 400, "512 KB");
    check("far too large", &vec![0; 4 * ICON_SIZE_MAX + 1], 413, "bytes");
    let foreign = [token_part("AAAA"), field_part("known", "1"), end()].concat();
    assert_eq!(form(&server, DRAFT, petra.session(), foreign).send(&server).status, 403);
    let saved = petra.get(DRAFT);
    assert!(saved.text().contains("name=\"known\" value=\"1\"") && !saved.text().contains("the icon now"));
}

/// A fixture in which one text stands in the place of another as long.
fn altered(place: &Place, name: &str, from: &str, to: &str) -> String {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(fixture(name)).unwrap();
    let places: Vec<usize> =
        (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from.as_bytes())).collect();
    assert!(!places.is_empty(), "{from} is not in {name}");
    for at in places {
        bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
    }
    let file = place.data().parent().unwrap().join(format!("altered-{name}"));
    fs::write(&file, bytes).unwrap();
    file.to_str().unwrap().to_owned()
}

/// The upgrade code of a fixture, in its own words.
fn upgrade_code(place: &Place, name: &str) -> String {
    place.done(&["package", "add", &fixture_argument(name), "--draft"]);
    let draft = &drafts(place)[0];
    place.done(&["package", "discard", &draft["id"].to_string()]);
    draft["upgrade_code"].as_str().unwrap().to_uppercase()
}

#[test]
fn files_that_are_really_odd_are_warned_of() {
    let place = place();
    let (notes, user) = (upgrade_code(&place, "notes-1.0.0.msi"), upgrade_code(&place, "user-1.1.0.msi"));
    place.publish("notes-1.0.0.msi", &[]);
    place.publish("fourth-field-1.0.0.1.msi", &[]);
    // A text may lie in two pieces of the file; the beginning of this code lies in one.
    let (code, other) = notes.split_at(9);
    assert_ne!(code, "{FFFFFFFF", "{other}");
    let cases = [
        (
            altered(&place, "user-1.1.0.msi", &user, &notes),
            "Fixture Notes 1.0.0 (x64) installs for everyone on the PC, and this package for one person.",
        ),
        (
            altered(&place, "notes-2.0.0.msi", code, "{FFFFFFFF"),
            "Its name and manufacturer are those of Fixture Notes 1.0.0 (x64), but its UpgradeCode is another one.",
        ),
        (
            fixture_argument("fourth-field-1.0.0.3.msi"),
            "Fixture Fourth Field 1.0.0.1 (x64) has the same ProductCode and another content.",
        ),
    ];
    let server = place.serve();
    let mut petra = Browser::signed_in(&server, "petra");
    for (file, sentence) in cases {
        place.done(&["package", "add", &file, "--draft"]);
        let id = drafts(&place)[0]["id"].to_string();
        for page in ["", "/publish"] {
            let page = petra.get(&format!("/admin/packages/drafts/{id}{page}"));
            assert!(page.text().contains(sentence), "{sentence} is missing in {}", page.text());
        }
        place.done(&["package", "discard", &id]);
    }
}

#[test]
fn a_package_leads_to_those_who_may_have_it_and_the_list_is_a_file() {
    let place = place();
    place.add_user_as("vera", "viewer");
    for name in ["ben", "carl"] {
        place.add_user(name);
    }
    for (user, permission) in [("anna", "notes"), ("anna", "mail"), ("ben", "notes"), ("carl", "mail")] {
        place.done(&["permission", "grant", user, permission]);
    }
    place.publish("notes-1.0.0.msi", &["--require", "notes", "--require", "mail"]);
    place.publish("fourth-field-1.0.0.1.msi", &["--name", "=cmd|x"]);
    let id = place.list("package")[0]["id"].as_str().unwrap().to_owned();
    let server = place.serve();
    let mut vera = Browser::signed_in(&server, "vera");
    let page = vera.get(&format!("/admin/packages/{id}"));
    let link = "/admin/users?standing=enabled&amp;permission=mail+notes";
    assert!(page.text().contains(link), "{}", page.text());
    let users = vera.get(&link.replace("&amp;", "&"));
    assert!(users.text().contains("/admin/users/anna"), "{}", users.text());
    for other in ["ben", "carl", "vera"] {
        assert!(!users.text().contains(&format!("/admin/users/{other}")), "{other}");
    }
    assert_eq!(vera.led_to(&format!("/admin/packages/{id}/as-user?user=Anna")), "/admin/users/anna");
    assert_eq!(vera.led_to(&format!("/admin/packages/{id}/as-user?user=a%26b")), "/admin/users?search=a%26b");

    let file = vera.get("/admin/packages.csv");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"packages.csv\"");
    let text = file.text();
    assert!(text.contains("Fixture Notes,1.0.0,x64,") && text.contains("mail notes"), "{text}");
    assert!(text.contains("'=cmd|x,1.0.0.1,") && !text.contains("\n=cmd"), "{text}");
    let found = vera.get("/admin/packages.csv?search=fixture+n");
    assert!(found.text().contains("Fixture Notes,") && !found.text().contains("cmd"), "{}", found.text());
    assert_eq!(Browser::signed_in(&server, "anna").get("/admin/packages.csv").status, 404);
}

#[test]
fn a_form_that_does_not_say_what_it_knows_changes_nothing() {
    let place = place();
    place.done(&["package", "add", &fixture_argument("notes-1.0.0.msi"), "--draft"]);
    let server = place.serve();
    let mut petra = Browser::signed_in(&server, "petra");
    petra.get(DRAFT);
    let answer = send(&server, &petra, DRAFT, &[field_part("description", "From nowhere.")]);
    assert_eq!(answer.status, 409, "{}", answer.text());
    for verb in ["publish", "discard"] {
        assert_eq!(petra.post(&format!("{DRAFT}/{verb}"), &[]).status, 409, "{verb}");
    }
    assert!(!petra.get(DRAFT).text().contains("From nowhere."));
    assert_eq!(drafts(&place).len(), 1);
}
