//! Words of people, devices and files: on pages they are text, in spreadsheets no formulas, in searches nothing but words.

use std::fs;

use serde_json::json;

use super::{crawl, place, routes};
use crate::browser::Browser;
use crate::fixtures::fixture;
use crate::http::{get, post};
use crate::place::{PASSWORD, Place, Running};

/// Ends whatever it stands in, and would do something if it were more than text.
const MARKUP: &str = r#"</title></textarea>"'><img src=x onerror=alert(1)>"#;
/// The same where it has to be as long as a name in a fixture.
const SHORT_MARKUP: &str = r#"<b a="1">'x&'"#;
/// What the browser must never be given.
const NEVER: [&str; 4] = ["<img src=x", "<b a=", "</textarea>\"'>", "\"'><img"];
const PAGES_MAX: usize = 600;

/// A user's own PC says whatever it likes.
fn device_says(server: &Running, words: &str) {
    let json = |path: &str, body: serde_json::Value, secret: &str| {
        let request = post(path, body.to_string()).basic(format!("user:{secret}").as_bytes());
        request.header("Content-Type", "application/json").send(server)
    };
    let device = uuid::Uuid::from_u128(7);
    let code = "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}";
    let enrolled = json("/api/v1/devices", json!({"device": device, "computer_name": words}), PASSWORD);
    assert_eq!(enrolled.status, 201, "{}", enrolled.text());
    let answer: serde_json::Value = serde_json::from_slice(&enrolled.body).unwrap();
    let token = answer["token"].as_str().unwrap();
    let told = json(
        "/api/v1/check-ins",
        json!({
            "device": device, "computer_name": words, "windows_version": words, "platform": "x64",
            "client_version": words, "products": [{"upgrade_code": code, "platform": "x64",
            "installed": [{"version": "1.0.0", "context": "user"}]}],
        }),
        token,
    );
    // A field may be too short for it, or take only what a version is made of: then plain words do.
    if told.status >= 400 {
        let plain = json(
            "/api/v1/check-ins",
            json!({
                "device": device, "computer_name": words, "windows_version": "10.0", "platform": "x64",
                "client_version": "0.1.0", "products": [],
            }),
            token,
        );
        assert!(plain.status < 300, "{}", plain.text());
    }
    let report = json(
        "/api/v1/reports",
        json!({
            "id": uuid::Uuid::from_u128(words.len() as u128), "device": device, "product": words, "upgrade_code": code,
            "platform": "x64", "from_version": null, "to_version": "1.0.0", "outcome": "failed", "exit_code": 1603,
            "duration": 1, "ended_at": 1_700_000_000,
        }),
        token,
    );
    assert_eq!(report.status, 201, "{}", report.text());
}

/// An MSI file that calls itself something else.
fn renamed(place: &Place) -> String {
    let mut bytes = fs::read(fixture("notes-1.0.0.msi")).unwrap();
    let (name, other) = (b"Fixture Notes", SHORT_MARKUP.as_bytes());
    assert_eq!(name.len(), other.len());
    let places: Vec<usize> =
        bytes.windows(name.len()).enumerate().filter(|(_, part)| part == name).map(|(at, _)| at).collect();
    for at in places {
        bytes[at..at + other.len()].copy_from_slice(other);
    }
    place.write("renamed.msi", bytes)
}

#[test]
fn whatever_anybody_writes_is_text_on_every_page() {
    let place = place();
    let server = place.serve_with(&[("OXUPDATED_PRIVATE_DESTINATIONS", "127.0.0.0/8")]);
    let name = MARKUP;
    place.add_user(name);
    place.done(&["group", "add", &format!("g{MARKUP}")]);
    place.done(&["group", "join", &format!("g{MARKUP}"), name]);
    place.done(&["permission", "grant", name, "olox20"]);
    place.done(&["user", "disable", name]);
    let msi = renamed(&place);
    place.done(&["package", "add", &msi, "--draft"]);
    place.done(&["package", "publish", "1"]);
    assert_eq!(place.list("package")[0]["name"], SHORT_MARKUP, "the file says so itself");
    let with = ["--name", MARKUP, "--description", MARKUP, "--release-notes", MARKUP, "--requires", MARKUP];
    let info = ["--info-url", "https://example.com/\"'><img%20src=x>", "--draft"];
    let file = fixture("notes-2.0.0.msi").to_str().unwrap().to_owned();
    let said = place.run(&[&["package", "add", &file][..], &with, &info].concat());
    assert_eq!(said.code, 0, "{said:?}");
    place.publish("restart-1.0.0.msi", &with);
    place.done(&["webhook", "add", "https://example.com/?\"'><img%20src=x>", "--event", "install.failed"]);
    device_says(&server, MARKUP);
    let mut browser = Browser::signed_in(&server, "user");
    // What was not understood is shown again.
    let tried = browser.post("/sign-in", &[("name", MARKUP), ("password", MARKUP)]);
    assert_harmless("/sign-in", tried.text());
    let mut seen = 0;
    for role in ["administrator", "publisher", "viewer", "user"] {
        let mut browser = Browser::signed_in(&server, role);
        let pages = crawl(&mut browser, PAGES_MAX);
        for (path, page) in &pages {
            assert_harmless(path, page);
        }
        let shown =
            pages.iter().filter(|(_, page)| page.contains("&lt;img src=x") || page.contains("&lt;b a="));
        seen += shown.count();
        // What is asked for is shown again, too.
        let query = url::form_urlencoded::byte_serialize(MARKUP.as_bytes()).collect::<String>();
        for route in routes().into_iter().filter(|route| !route.path.contains(".csv")) {
            let path =
                format!("{}?q={query}&search={query}&user={query}&name={query}&next={query}", route.path);
            let answer = browser.get(&path);
            assert!(answer.status < 500, "{path}: {}", answer.text());
            if answer.header("content-type").starts_with("text/html") {
                assert_harmless(&path, answer.text());
            }
        }
    }
    assert!(seen > 10, "the words are shown nowhere: {seen}");
}

fn assert_harmless(path: &str, page: &str) {
    for never in NEVER {
        let at = page.find(never);
        assert!(at.is_none(), "{path} has {never}: …{}…", &page[at.unwrap_or_default().saturating_sub(80)..]);
    }
    let lower = page.to_lowercase();
    for never in [
        "href=\"javascript:",
        "src=\"javascript:",
        " onerror=\"",
        " onload=\"",
        " onclick=\"",
        "<script>",
        " style=\"",
    ] {
        assert!(!lower.contains(never), "{path} has {never}");
    }
}

#[test]
fn no_cell_of_an_export_is_a_formula() {
    let place = place();
    let server = place.serve();
    for (number, begin) in ["=", "+", "@"].into_iter().enumerate() {
        place.add_user(&format!("{begin}1+cmd|' /C calc'!A{number}"));
        place.done(&["group", "add", &format!("{begin}group")]);
    }
    for words in ["=HYPERLINK(\"https://evil.example\")", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "+1+1"] {
        device_says(&server, words);
    }
    place.publish("notes-1.0.0.msi", &["--name", "@SUM(1)", "--description", "-1"]);
    let mut browser = Browser::signed_in(&server, "administrator");
    let mut cells = 0;
    let files: Vec<_> = routes().into_iter().filter(|route| route.path.ends_with(".csv")).collect();
    assert!(files.len() >= 3, "{files:?}");
    for route in files {
        let answer = browser.get(&route.path);
        if answer.status == 404 {
            // Of something that is not there.
            continue;
        }
        assert_eq!(answer.status, 200, "{}: {}", route.path, answer.text());
        assert!(answer.header("content-disposition").starts_with("attachment"), "{}", route.path);
        let text = answer.text().trim_start_matches('\u{feff}').to_owned();
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for cell in
            reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        {
            let is_number = cell.parse::<f64>().is_ok();
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
            assert!(!is_formula, "{}: {cell}", route.path);
            cells += 1;
        }
    }
    assert!(cells > 30, "{cells}");
}

#[test]
fn what_is_searched_for_is_nothing_but_words() {
    let place = place();
    let server = place.serve();
    device_says(&server, "PC-1");
    let mut browser = Browser::signed_in(&server, "administrator");
    let users = place.list("user").len();
    for words in [
        "' OR '1'='1",
        "'; DROP TABLE users; --",
        "\" OR 1=1 --",
        "%",
        "_",
        "\\",
        "*",
        "a' UNION SELECT password_hash FROM users --",
        "\u{0}",
        "💣",
        "NEAR(",
        "\"",
        "(",
        "x".repeat(1_500).as_str(),
    ] {
        let query = url::form_urlencoded::byte_serialize(words.as_bytes()).collect::<String>();
        for route in routes() {
            for field in ["q", "search", "user", "name", "product", "actor", "action", "from", "page", "sort"]
            {
                let answer = browser.get(&format!("{}?{field}={query}", route.path));
                assert!(answer.status < 500, "{}?{field}={words}: {}", route.path, answer.text());
                assert!(!answer.text_or_nothing().contains("$argon2"), "{}?{field}={words}", route.path);
            }
        }
    }
    assert_eq!(place.list("user").len(), users);
    assert_eq!(get("/readyz").send(&server).status, 200);
}
