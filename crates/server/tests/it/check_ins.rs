//! Check-ins: what PCs say about themselves, and reports by device token.

use serde_json::{Value, json};

use crate::devices::{device, enrol};
use crate::http::{Answer, post};
use crate::place::{PASSWORD, Place, Running};

const NOTES: &str = "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}";
const OTHER: &str = "{3BBB2D56-0B19-4C83-9266-307F49DF9DD7}";

fn check_in(number: u128) -> Value {
    json!({
        "device": device(number),
        "computer_name": "BUERO-7",
        "windows_version": "10.0.22631.4317",
        "platform": "x64",
        "client_version": "0.1.0",
        "products": [
            {"upgrade_code": NOTES, "platform": "x86", "installed": [
                {"version": "1.0.0", "context": "machine"}, {"version": "0.9", "context": "user"}]},
            {"upgrade_code": OTHER, "platform": null, "installed": []},
        ],
    })
}

fn send(server: &Running, credentials: &str, body: &Value) -> Answer {
    let request = post("/api/v1/check-ins", body.to_string()).basic(credentials.as_bytes());
    request.header("Content-Type", "application/json").send(server)
}

fn place() -> Place {
    let place = Place::new();
    for user in ["anna", "ben"] {
        place.add_user(user);
    }
    place
}

fn devices(place: &Place, user: &str) -> Vec<Value> {
    serde_json::from_str(&place.done(&["device", "list", user, "--json"])).unwrap()
}

#[test]
fn the_last_check_in_of_a_device_is_kept() {
    let place = place();
    let server = place.serve();
    let credentials = format!("anna:{}", enrol(&server, "anna", 1));
    assert_eq!(send(&server, &credentials, &check_in(1)).status, 204);
    let lines = devices(&place, "anna");
    assert_eq!(lines[0]["computer_name"], "BUERO-7", "the name that it has by now");
    let mut told = lines[0]["check_in"].clone();
    let received_at = told["received_at"].take();
    assert_eq!(received_at, lines[0]["last_seen_at"]);
    assert!(received_at.as_str().unwrap() >= lines[0]["enrolled_at"].as_str().unwrap());
    let sent = check_in(1);
    let expected = json!({
        "received_at": null, "windows_version": "10.0.22631.4317", "platform": "x64", "client_version": "0.1.0",
        "products": sent["products"],
    });
    assert_eq!(told, expected);

    let mut next = check_in(1);
    next["windows_version"] = json!("10.0.26100.1");
    next["products"] = json!([{"upgrade_code": OTHER, "platform": "arm64", "installed": []}]);
    assert_eq!(send(&server, &format!("anna:{PASSWORD}"), &next).status, 204, "the password does too");
    let lines = devices(&place, "anna");
    assert_eq!(lines[0]["check_in"]["products"], next["products"], "nothing of the one before is left");
    let table = place.done(&["device", "list"]);
    assert!(table.contains("10.0.26100.1  x64       0.1.0"), "{table}");
    assert!(place.list("device")[0]["check_in"].get("products").is_none(), "only where a user is named");

    server.crash();
    assert_eq!(devices(&place, "anna"), lines, "what was acknowledged is kept");
    place.done(&["user", "remove", "anna"]);
    assert!(place.list("device").is_empty());
}

#[test]
fn nobody_speaks_for_another_device() {
    let place = place();
    let server = place.serve();
    let password = |user: &str| format!("{user}:{PASSWORD}");
    let [one, two] = [1, 2].map(|number| format!("anna:{}", enrol(&server, "anna", number)));
    let of_ben = format!("ben:{}", enrol(&server, "ben", 1));
    let check = |credentials: &str, number: u128, expected: u16| {
        let answer = send(&server, credentials, &check_in(number));
        assert_eq!(answer.status, expected, "{credentials} {number}: {}", answer.text());
    };
    check(&one, 2, 404);
    check(&two, 1, 404);
    check(&of_ben, 2, 404);
    check(&password("ben"), 2, 404);
    check(&password("anna"), 3, 404);
    check(&one, 3, 404);
    assert!(place.list("device").iter().all(|line| line["check_in"].is_null()), "nothing was written");
    check(&of_ben, 1, 204);
    assert!(devices(&place, "anna").iter().all(|line| line["check_in"].is_null()), "ben's is ben's");
    check(&password("anna"), 1, 204);
    check(&two, 2, 204);
    place.done(&["device", "revoke", "anna", &device(2)]);
    check(&two, 2, 401);
    check(&password("anna"), 2, 404);
    check("anna:wrong password", 1, 401);
}

#[test]
fn what_is_no_check_in_is_refused_and_changes_nothing() {
    let place = place();
    let server = place.serve();
    let credentials = format!("anna:{}", enrol(&server, "anna", 1));
    assert_eq!(send(&server, &credentials, &check_in(1)).status, 204);
    let before = devices(&place, "anna");
    let check = |change: &dyn Fn(&mut Value), status: u16, sentence: &str| {
        let mut wrong = check_in(1);
        change(&mut wrong);
        let answer = send(&server, &credentials, &wrong);
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().starts_with(sentence), "{}", answer.text());
    };
    let product = check_in(1)["products"][0].clone();
    let installed = product["installed"][0].clone();
    check(&|it| it["user_names"] = json!(["anna"]), 400, "The request cannot be read (unknown field");
    check(&|it| it["products"][0]["path"] = json!("C:"), 400, "The request cannot be read (unknown field");
    check(&|it| it["platform"] = json!("z80"), 400, "The request cannot be read (unknown variant");
    check(
        &|it| it["products"][0]["installed"][0]["version"] = json!("new"),
        400,
        "The request cannot be read",
    );
    check(&|it| it["computer_name"] = json!(""), 400, "The computer's name");
    check(&|it| it["windows_version"] = json!("1".repeat(65)), 400, "The version of Windows");
    check(&|it| it["client_version"] = json!("a\nb"), 400, "The version of the client");
    check(
        &|it| it["products"] = json!(vec![&product; 1_001]),
        400,
        "A check-in names at most 1000 products.",
    );
    check(
        &|it| it["products"][0]["installed"] = json!(vec![&installed; 9]),
        400,
        "A check-in names at most 8",
    );
    check(&|it| it["client_version"] = json!("x".repeat(1024 * 1024)), 413, "The request is too large.");
    let text = post("/api/v1/check-ins", check_in(1).to_string()).basic(credentials.as_bytes());
    assert_eq!(text.send(&server).status, 415);
    let after = devices(&place, "anna");
    assert_eq!(after[0]["check_in"], before[0]["check_in"]);

    // As much as is allowed.
    let mut largest = check_in(1);
    let mut full = product.clone();
    full["installed"] = json!(vec![&installed; 8]);
    largest["products"] = json!(vec![&full; 1_000]);
    assert_eq!(send(&server, &credentials, &largest).status, 204);
    assert_eq!(devices(&place, "anna")[0]["check_in"]["products"], largest["products"]);
}

#[test]
fn a_report_by_token_is_about_its_own_device() {
    let place = place();
    let server = place.serve();
    let credentials = format!("anna:{}", enrol(&server, "anna", 1));
    let report = |id: u128, number: u128| {
        json!({
            "id": device(id), "device": device(number), "product": "Notes", "upgrade_code": NOTES, "platform": null,
            "from_version": null, "to_version": "2.0.0", "outcome": "installed", "exit_code": 0, "duration": 1,
            "ended_at": 1_700_000_000,
        })
    };
    let send = |credentials: &str, report: Value| {
        let request = post("/api/v1/reports", report.to_string()).basic(credentials.as_bytes());
        request.header("Content-Type", "application/json").send(&server).status
    };
    assert_eq!(send(&credentials, report(1, 1)), 201);
    assert_eq!(send(&credentials, report(1, 1)), 204);
    assert_eq!(send(&credentials, report(2, 2)), 404);
    assert_eq!(send(&format!("anna:{PASSWORD}"), report(2, 2)), 201, "the password speaks for any PC");
    assert_eq!(place.list("report").len(), 2);
    place.done(&["device", "revoke", "anna", &device(1)]);
    assert_eq!(send(&credentials, report(3, 1)), 401);
}
