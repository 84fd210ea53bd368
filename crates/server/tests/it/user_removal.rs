//! Removing a user: what is left of a person in the whole data folder.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::browser::Browser;
use crate::fixtures::fixture_argument;
use crate::http::post;
use crate::place::{PASSWORD, Place, Running, files_below};

const NAME: &str = "Wilhelmine Quaddelbein";
const COMPUTER: &str = "PC-OF-QUADDELBEIN";
const DEVICE: &str = "7e57c0de-0000-4000-8000-000000000007";
const REPORT: &str = "7e57c0de-0000-4000-8000-000000000008";
const CODE: &str = "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}";
/// From where she signs in, and nobody else does.
const ADDRESS: &str = "127.0.0.77";

/// A webhook here, where nobody listens.
const HERE: (&str, &str) = ("OXUPDATED_PRIVATE_DESTINATIONS", "127.0.0.1");

/// Files in which a text stands, in whatever case of letters.
fn holding(folder: &Path, text: &str) -> Vec<String> {
    let text = text.to_lowercase().into_bytes();
    let holds = |file: &String| {
        // A socket cannot be read, and is nobody's memory.
        let bytes = fs::read(folder.join(file)).unwrap_or_default().to_ascii_lowercase();
        bytes.windows(text.len()).any(|window| window == text)
    };
    files_below(folder).into_iter().filter(holds).collect()
}

/// All that a person can leave behind.
fn live(place: &Place, server: &Running) {
    let send = |path: &str, body: serde_json::Value, secret: &str| {
        let request = post(path, body.to_string()).basic(format!("{NAME}:{secret}").as_bytes());
        let answer = request.header("Content-Type", "application/json").send(server);
        assert!((200..300).contains(&answer.status), "{path}: {}", answer.text());
        answer
    };
    let enrolled = send("/api/v1/devices", json!({"device": DEVICE, "computer_name": COMPUTER}), PASSWORD);
    let enrolled: serde_json::Value = serde_json::from_slice(&enrolled.body).unwrap();
    let token = enrolled["token"].as_str().unwrap().to_owned();
    let check_in = json!({
        "device": DEVICE, "computer_name": COMPUTER, "windows_version": "10.0.22631", "platform": "x64",
        "client_version": "1.0.0", "products": [{"upgrade_code": CODE, "platform": "x64",
        "installed": [{"version": "1.0.0", "context": "user"}]}],
    });
    send("/api/v1/check-ins", check_in, &token);
    let report = json!({
        "id": REPORT, "device": DEVICE, "product": "Fixture Notes", "upgrade_code": CODE, "platform": "x64",
        "from_version": null, "to_version": "1.0.0", "outcome": "failed", "exit_code": 1603, "duration": 3,
        "ended_at": 1_700_000_000,
    });
    send("/api/v1/reports", report, &token);
    let mut browser = Browser::at(server, ADDRESS);
    assert_eq!(browser.sign_in(NAME, PASSWORD).status, 303);
    browser.open("/account");
    let done =
        browser.post("/account/tokens", &[("name", "of a script"), ("scopes", "view"), ("expires", "30")]);
    assert!(done.status < 500, "{}", done.text());
    place.done(&["group", "add", "sales"]);
    place.done(&["group", "join", "sales", NAME]);
    place.done(&["permission", "grant", NAME, "olox20"]);
}

#[test]
fn of_a_removed_user_nothing_is_left_in_any_file() {
    for (setting, devices) in [("remove", 0), ("strip", 1)] {
        let place = Place::new();
        place.add_user_as("root", "administrator");
        place.add_user_as(NAME, "publisher");
        place.publish("notes-1.0.0.msi", &[]);
        let server = place.serve_with(&[("OXUPDATED_ON_USER_REMOVAL", setting), HERE]);
        let hook = ["webhook", "add", "http://127.0.0.1:1/", "--event", "install.failed"];
        assert_eq!(place.run_with(&hook, &[HERE], "").code, 0);
        live(&place, &server);
        for text in [NAME, COMPUTER, DEVICE, REPORT] {
            assert_ne!(holding(&place.data(), text), Vec::<String>::new(), "{text} was never written");
        }
        assert!(
            place
                .done(&["webhook", "deliveries", "http://127.0.0.1:1/", "--json"])
                .contains("install.failed")
        );
        place.done(&["user", "remove", NAME]);
        // While the server works: the log of the database is emptied with the removal.
        for text in [NAME, COMPUTER, DEVICE, REPORT] {
            assert_eq!(
                holding(&place.data(), text),
                Vec::<String>::new(),
                "{setting}: {text}, while it works"
            );
        }
        let mut root = Browser::signed_in(&server, "root");
        let devices_page = root.get("/admin/devices").text().to_owned();
        assert!(!devices_page.contains(">:nobody<"), "{devices_page}");
        assert_eq!(devices_page.contains("nobody (removed)"), devices == 1, "{devices_page}");
        let reports_page = root.get("/admin/reports").text().to_owned();
        assert_eq!(reports_page.contains("nobody (removed)"), devices == 1, "{reports_page}");
        let file = root.get("/admin/devices.csv");
        assert_eq!(file.text().contains("nobody (removed)"), devices == 1, "{}", file.text());
        let listed = place.list("device");
        assert_eq!(listed.len(), devices, "{setting}");
        if let Some(line) = listed.first() {
            assert_eq!(line["user"], ":nobody");
            let number = line["device"].as_str().unwrap();
            let link = root.get("/admin/devices?user=%3Anobody");
            assert!(link.status == 200 && link.text().contains("nobody (removed)"), "{}", link.text());
            assert!(place.done(&["device", "list"]).contains("nobody (removed)"));
            assert!(place.done(&["device", "show", ":nobody", number]).contains("nobody (removed)"));
            place.done(&["device", "forget", ":nobody", number]);
            assert!(place.list("device").is_empty());
        }
        server.stop();
        for text in [NAME, COMPUTER, DEVICE, REPORT] {
            assert_eq!(holding(&place.data(), text), Vec::<String>::new(), "{setting}: {text}");
        }
    }
}

#[test]
fn who_published_and_drafted_is_a_number_once_removed() {
    let place = Place::new();
    place.add_user_as("root", "administrator");
    place.add_user_as(NAME, "publisher");
    let server = place.serve();
    let publisher = |arguments: &[&str]| {
        let token = place.done(&[
            "token",
            "create",
            "--user",
            NAME,
            "--name",
            "t",
            "--scope",
            "publish",
            "--scope",
            "view",
            "--expires",
            "1",
        ]);
        let body = fs::read(fixture_argument(arguments[0])).unwrap();
        let request = post(arguments[1], body).header("Authorization", &format!("Bearer {}", token.trim()));
        request.header("Content-Type", "application/octet-stream").send(&server)
    };
    let answer = publisher(&["notes-1.0.0.msi", "/api/v1/drafts"]);
    assert!((200..300).contains(&answer.status), "{}", answer.text());
    assert!(place.done(&["package", "drafts"]).contains(NAME));
    place.done(&["user", "remove", NAME]);
    assert!(place.done(&["package", "drafts"]).contains("user:"));
    server.stop();
    assert_eq!(holding(&place.data(), NAME), Vec::<String>::new());
}
