//! Uploads on the pages: whole ones become drafts, and whatever is wrong with one leaves nothing behind.

use std::fs;
use std::io::{Read, Write};
use std::net::Shutdown;

use serde_json::Value;

use crate::browser::{Browser, between};
use crate::fixtures::fixture;
use crate::http::{Answer, Request, offered, post};
use crate::multipart::{BOUNDARY, end, file_part, form, token_part};
use crate::place::{Place, Running, files_below, until};

const NEW: &str = "/admin/packages/new";

/// A place with a publisher and a plain user.
fn place() -> Place {
    let place = Place::new();
    place.add_user_as("petra", "publisher");
    place.add_user("anna");
    place
}

/// The session and the token of forms of somebody who looks at the page.
fn looking(server: &Running, name: &str) -> (String, String) {
    let mut browser = Browser::signed_in(server, name);
    let page = browser.get(NEW);
    assert_eq!(page.status, 200, "{}", page.text());
    let token = between(page.text(), r#"name="csrf" value=""#, "\"").unwrap().to_owned();
    (browser.session().to_owned(), token)
}

fn request(server: &Running, session: &str, body: Vec<u8>) -> Request {
    form(server, NEW, session, body)
}

fn send(server: &Running, (session, token): &(String, String), parts: &[Vec<u8>]) -> Answer {
    request(server, session, [token_part(token), parts.concat(), end()].concat()).send(server)
}

fn drafts(place: &Place) -> Vec<Value> {
    serde_json::from_str(&place.done(&["package", "drafts", "--json"])).unwrap()
}

/// Nothing is kept, and nothing is still on its way.
fn is_empty(place: &Place) -> bool {
    ["packages", "incoming"].iter().all(|folder| files_below(&place.data().join(folder)).is_empty())
}

fn notes() -> Vec<u8> {
    fs::read(fixture("notes-1.0.0.msi")).unwrap()
}

/// Another listing says first what it changes, and publishes when it is sent once more.
fn list_otherwise(server: &Running, browser: &mut Browser<'_>, path: &str) {
    let listing = format!("{path}/listing");
    let known = |browser: &mut Browser<'_>| {
        let page = browser.get(&listing);
        between(page.text(), r#"name="known" value=""#, "\"").unwrap().replace("&quot;", "\"")
    };
    let first = known(browser);
    let wrong = browser.post(&listing, &[("known", &first), ("release_date", "soon")]);
    assert!(wrong.status == 400 && wrong.text().contains(r#"id="release_date-error""#), "{}", wrong.text());
    let form = [("known", first.as_str()), ("name", "Notes"), ("requires_permissions", "olox20")];
    let asked = browser.post(&listing, &form);
    assert!(asked.status == 200 && asked.text().contains("Users who may have it: "), "{}", asked.text());
    assert_eq!(offered(server, "anna"), ["Notes <b>& 1.0.0"], "nothing is published yet");
    let confirmed = [("next", "confirmed")];
    let set = browser.post(&listing, &[&form[..], &confirmed].concat());
    assert_eq!(set.status, 303, "{}", set.text());
    assert!(offered(server, "anna").is_empty());
    let second = known(browser);
    let back = [("known", second.as_str()), ("name", "Notes")];
    assert_eq!(browser.post(&listing, &[&back[..], &confirmed].concat()).status, 303);
    assert_eq!(offered(server, "anna"), ["Notes 1.0.0"]);
}

#[test]
fn an_uploaded_file_is_a_draft_and_then_a_package() {
    let place = place();
    let server = place.serve();
    let petra = looking(&server, "petra");
    let answer = send(&server, &petra, &[file_part("notes.msi", &notes())]);
    assert_eq!((answer.status, answer.text()), (200, "/admin/packages/drafts/1"), "a script is told where");
    assert!(offered(&server, "anna").is_empty());
    let mut browser = Browser::signed_in(&server, "petra");
    let page = browser.get("/admin/packages/drafts/1");
    for part in [
        "Fixture Notes 1.0.0",
        "notes.msi",
        "petra",
        "UpgradeCode",
        "no digital signature",
        "&lt;Product&gt;",
    ] {
        assert!(page.text().contains(part), "{part} is missing in {}", page.text());
    }
    let form =
        [("known", "1"), ("name", "Notes <b>&"), ("importance", "high"), ("description", "Takes notes.")];
    let previewed = browser.post("/admin/packages/drafts/1/preview", &form);
    assert!(
        previewed.text().contains("Notes &lt;b&gt;&amp;") && !previewed.text().contains("<b>"),
        "{}",
        previewed.text()
    );
    let saved = browser.post("/admin/packages/drafts/1", &[&form[..], &[("next", "publish")]].concat());
    assert_eq!((saved.status, saved.header("location")), (303, "/admin/packages/drafts/1/publish"));
    // Somebody else had the same draft open.
    let late = browser.post("/admin/packages/drafts/1", &form);
    assert_eq!(late.status, 409);
    assert!(late.text().contains("petra has changed this in the meantime"), "{}", late.text());
    assert!(
        late.text().contains("Load it again") && late.text().contains(r#"name="known" value="2""#),
        "{}",
        late.text()
    );
    let asked = browser.get("/admin/packages/drafts/1/publish");
    assert!(asked.text().contains("1 user") || asked.text().contains("2 users"), "{}", asked.text());
    let published = browser.post("/admin/packages/drafts/1/publish", &[("known", "2")]);
    assert_eq!(published.status, 303, "{}", published.text());
    assert_eq!(offered(&server, "anna"), ["Notes <b>& 1.0.0"]);
    let path = published.header("location").to_owned();
    let shown = browser.get(&path);
    assert!(
        shown.text().contains("is published for everyone") && shown.text().contains("received as a draft")
    );
    assert!(browser.get("/admin/packages").text().contains(&path));
    list_otherwise(&server, &mut browser, &path);
    let replacing = browser.get(&path);
    let replace = between(replacing.text(), "/admin/packages/new?in_place_of=", "\"").unwrap();
    assert!(path.ends_with(replace), "{replace}");
    let warned = browser.get(&format!("{path}/withdraw"));
    assert!(warned.text().contains("offered nothing of it any more"), "{}", warned.text());
    assert_eq!(browser.post(&format!("{path}/withdraw"), &[]).status, 303);
    assert!(offered(&server, "anna").is_empty());
    assert!(browser.get(&format!("{path}/delete")).text().contains("cannot be undone"));
    assert_eq!(browser.post(&format!("{path}/delete"), &[]).status, 303);
    assert!(is_empty(&place));
}

#[test]
fn who_may_not_publish_finds_no_such_page() {
    let place = place();
    place.add_user_as("vera", "viewer");
    place.publish("notes-1.0.0.msi", &[]);
    let server = place.serve();
    let id = place.list("package")[0]["id"].as_str().unwrap().to_owned();
    for (name, sees) in [("anna", 404), ("vera", 200)] {
        let mut browser = Browser::signed_in(&server, name);
        // A page with a form of this session, for its token.
        assert_eq!(browser.get("/account").status, 200, "{name}");
        assert_eq!(browser.get("/admin/packages").status, sees, "{name}");
        assert_eq!(browser.get(&format!("/admin/packages/{id}")).status, sees, "{name}");
        assert_eq!(browser.get(NEW).status, 404, "{name}");
        for what in ["withdraw", "restore", "delete"] {
            assert_eq!(
                browser.post(&format!("/admin/packages/{id}/{what}"), &[]).status,
                404,
                "{name} {what}"
            );
        }
    }
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 1.0.0"]);
}

#[test]
fn several_files_are_several_drafts_and_each_has_its_fate() {
    let place = place();
    let server = place.serve();
    let petra = looking(&server, "petra");
    let second = fs::read(fixture("notes-2.0.0.msi")).unwrap();
    let none = fs::read(fixture("no-upgrade-code.msi")).unwrap();
    let answer = send(
        &server,
        &petra,
        &[
            file_part("a.msi", &notes()),
            file_part("b.msi", b"not an MSI"),
            file_part("c.msi", &second),
            file_part("d.msi", &none),
        ],
    );
    assert_eq!((answer.status, drafts(&place).len()), (200, 2), "{}", answer.text());
    assert!(answer.text().contains("UpgradeCode"), "{}", answer.text());
    assert_eq!(files_below(&place.data().join("packages")).len(), 2);
}

#[test]
fn hostile_names_are_shown_and_lead_nowhere() {
    let place = place();
    let server = place.serve();
    let petra = looking(&server, "petra");
    let long = "n".repeat(300);
    for name in [
        "../../../../evil.msi",
        "..\\..\\evil.msi",
        "/etc/passwd",
        "<script>alert(1)</script>.msi",
        "a\u{202e}ism.exe",
        &long,
    ] {
        let answer = send(&server, &petra, &[file_part(name, &notes())]);
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        let id = drafts(&place)[0]["id"].to_string();
        let mut browser = Browser::signed_in(&server, "petra");
        let page = browser.get(&format!("/admin/packages/drafts/{id}"));
        assert!(!page.text().contains("<script>alert") && !page.text().contains('\u{202e}'), "{name}");
        let kept = drafts(&place)[0]["origin"].as_str().unwrap().chars().count();
        assert!(kept <= 200, "{kept}");
        place.done(&["package", "discard", &id]);
        assert!(is_empty(&place), "{name}");
    }
    let beside: Vec<String> = files_below(place.data().parent().unwrap());
    assert!(!beside.iter().any(|file| file.contains("evil")), "{beside:?}");
}

#[test]
fn a_form_that_is_not_ours_is_refused_before_its_file_is_taken() {
    let place = place();
    let server = place.serve();
    let (session, token) = looking(&server, "petra");
    let check = |what: &str, status: u16, request: Request| {
        let answer = request.send(&server);
        assert_eq!(answer.status, status, "{what}: {}", answer.text());
        assert!(is_empty(&place), "{what}");
    };
    let whole = |parts: &[Vec<u8>]| request(&server, &session, [parts.concat(), end()].concat());
    let file = file_part("a.msi", &notes());
    check("no token", 403, whole(std::slice::from_ref(&file)));
    check("a wrong token", 403, whole(&[token_part("AAAA"), file.clone()]));
    check("the token behind the file", 403, whole(&[file.clone(), token_part(&token)]));
    check("no file", 400, whole(&[token_part(&token)]));
    let foreign = post(NEW, [token_part(&token), file.clone(), end()].concat())
        .header("Content-Type", &format!("multipart/form-data; boundary=\"{BOUNDARY}\""))
        .header("Origin", "https://evil.example")
        .header("Cookie", &format!("oxupdated={session}"));
    check("from elsewhere", 403, foreign);
    let no_boundary = post(NEW, [token_part(&token), file.clone(), end()].concat())
        .header("Content-Type", "multipart/form-data")
        .header("Origin", &format!("http://{}", server.address))
        .header("Cookie", &format!("oxupdated={session}"));
    check("no boundary", 415, no_boundary);
    check("no MSI", 400, whole(&[token_part(&token), file_part("a.msi", b"not an MSI")]));
    check("no end", 400, request(&server, &session, [token_part(&token), file].concat()));
}

#[test]
fn too_large_a_file_is_refused_in_a_sentence() {
    let place = place();
    let server = place.serve_with(&[("OXUPDATED_PACKAGE_SIZE_MAX", "1000")]);
    let petra = looking(&server, "petra");
    let answer = send(&server, &petra, &[file_part("a.msi", &notes()[..4000])]);
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("package_size_max"), "{}", answer.text());
    assert!(is_empty(&place));
}

#[test]
fn an_upload_that_is_cut_leaves_nothing() {
    let place = place();
    let server = place.serve();
    let (session, token) = looking(&server, "petra");
    let whole = [token_part(&token), file_part("a.msi", &notes()), end()].concat();
    let half = whole.len() / 2;
    let begun = || {
        let head = format!(
            "POST {NEW} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nCookie: oxupdated={session}\r\n\
             Content-Type: multipart/form-data; boundary=\"{BOUNDARY}\"\r\nContent-Length: {1}\r\n\r\n",
            server.address,
            whole.len()
        );
        let mut stream = std::net::TcpStream::connect(&server.address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&whole[..half]).unwrap();
        until("the upload has begun", || !files_below(&place.data().join("incoming")).is_empty());
        stream
    };
    let mut stream = begun();
    stream.shutdown(Shutdown::Both).unwrap();
    let _ = stream.read(&mut [0; 64]);
    until("nothing is left", || is_empty(&place));
    let stream = begun();
    server.crash();
    drop(stream);
    let server = place.serve();
    assert!(is_empty(&place) && drafts(&place).is_empty());
    server.stop();
}

/// A whole MSI, and as many bytes behind it: other bytes than those of any other number.
fn one_of_many(number: usize, size: usize) -> Vec<u8> {
    let mut bytes = notes();
    bytes.resize(bytes.len().next_multiple_of(512) + 512 + size, 0);
    let end = bytes.len();
    bytes[end - 8..].copy_from_slice(&(number as u64).to_be_bytes());
    bytes
}

#[test]
fn a_sentence_reaches_who_is_still_uploading() {
    const SIZE: usize = 40 * 1024 * 1024;
    let place = place();
    let server = place.serve_with(&[("OXUPDATED_PACKAGE_SIZE_MAX", "1000000")]);
    let petra = looking(&server, "petra");
    // All is sent before anything is read, as browsers do.
    let answer = send(&server, &petra, &[file_part("a.msi", &one_of_many(0, SIZE))]);
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("package_size_max"), "{}", answer.text());
    // So it is for whoever may not upload at all, and for a form that is too large.
    let (session, token) = looking(&server, "petra");
    let large = [token_part(&token), vec![b'x'; SIZE]].concat();
    let answer = form(&server, "/admin/packages/drafts/1", &session, large).send(&server);
    assert_eq!(answer.status, 413, "{}", answer.text());
    let answer = post(NEW, vec![b'x'; SIZE]).send(&server);
    assert!(answer.status == 401 || answer.status == 303 || answer.status == 403, "{}", answer.status);
    assert!(is_empty(&place));
}

#[test]
fn a_form_takes_so_many_files_and_the_server_so_many_drafts() {
    const FORM_MAX: usize = 20;
    const DRAFTS_MAX: usize = 100;
    let place = place();
    let server = place.serve();
    let petra = looking(&server, "petra");
    let files = |numbers: std::ops::Range<usize>| -> Vec<Vec<u8>> {
        numbers.map(|number| file_part(&format!("{number}.msi"), &one_of_many(number, 0))).collect()
    };
    let answer = send(&server, &petra, &files(0..FORM_MAX + 1));
    assert!(answer.text().contains("20 files") && answer.text().contains("/drafts/20"), "{}", answer.text());
    assert_eq!(drafts(&place).len(), FORM_MAX, "those before are drafts");
    for first in (FORM_MAX..DRAFTS_MAX).step_by(FORM_MAX) {
        assert_eq!(send(&server, &petra, &files(first..first + FORM_MAX)).status, 200);
    }
    assert_eq!(drafts(&place).len(), DRAFTS_MAX);
    let answer = send(&server, &petra, &files(DRAFTS_MAX..DRAFTS_MAX + 1));
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert!(answer.text().contains("There are 100 drafts"), "{}", answer.text());
    // What is a draft already is no new one.
    assert_eq!(send(&server, &petra, &files(3..4)).status, 200);
    assert_eq!((drafts(&place).len(), files_below(&place.data().join("packages")).len()), (100, 100));
}

#[test]
fn the_updater_package_is_not_deleted_and_a_download_is_named() {
    let place = place();
    let large = place.data().parent().unwrap().join("large.msi");
    fs::write(&large, one_of_many(0, 64 * 1024 * 1024)).unwrap();
    place.done(&["package", "add", large.to_str().unwrap()]);
    place.done(&["updater", "set", "Fixture Notes"]);
    let server = place.serve();
    let path = crate::http::package_path(&crate::http::products(&server, "anna")[0]);
    let mut download = crate::http::get(&path).user("anna").open(&server);
    let mut head = [0; 512];
    download.read_exact(&mut head).unwrap();
    let mut petra = Browser::signed_in(&server, "petra");
    let page = format!("/admin/packages/{}", place.list("package")[0]["id"].as_str().unwrap());
    petra.get(&page);
    assert_eq!(petra.post(&format!("{page}/withdraw"), &[]).status, 303);
    let said = petra.get(&format!("{page}/delete"));
    assert!(said.text().contains("1 download of it is under way"), "{}", said.text());
    assert_eq!(petra.post(&format!("{page}/delete"), &[]).status, 303);
    let refused = petra.get(&page);
    assert!(
        refused.text().contains("is the package that people install the updater with"),
        "{}",
        refused.text()
    );
    let said = place.run(&["package", "delete", "Fixture Notes"]);
    assert!(said.code == 1 && said.error.contains("updater"), "{said:?}");
    place.done(&["updater", "unset"]);
    assert_eq!(petra.post(&format!("{page}/delete"), &[]).status, 303);
    assert!(is_empty(&place) && place.list("package").is_empty());
    let mut rest = Vec::new();
    let ended = download.read_to_end(&mut rest);
    // It breaks off, and its length told how much there would have been.
    assert!(ended.is_err() || rest.len() < 64 * 1024 * 1024, "{}", rest.len());
    assert_eq!(crate::http::get(&path).user("anna").send(&server).status, 404);
}

#[test]
#[cfg(target_os = "linux")]
fn an_upload_costs_the_same_whatever_the_files_size() {
    const SIZE: usize = 300 * 1024 * 1024;
    let place = place();
    let server = place.serve();
    let petra = looking(&server, "petra");
    let peak = || {
        let status = fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    };
    assert_eq!(send(&server, &petra, &[file_part("small.msi", &notes())]).status, 200);
    let before = peak();
    let mut bytes = notes();
    bytes.resize(bytes.len().next_multiple_of(512) + SIZE, 0);
    let answer = send(&server, &petra, &[file_part("large.msi", &bytes)]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    let cost = peak() - before;
    assert!(cost < 32, "{cost} MB for a file of {} MB", SIZE / 1024 / 1024);
}
