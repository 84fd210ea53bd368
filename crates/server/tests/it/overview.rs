//! What administrators see of PCs: the overview, devices, reports, spread and the audit, on pages and for programs.

use serde_json::{Value, json};

use crate::api::{Bearing, token};
use crate::browser::Browser;
use crate::devices::{device, enrol};
use crate::http::{Answer, get, post};
use crate::place::{PASSWORD, Place, Running};

const NOTES: &str = "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}";
/// What somebody might call a PC who wants a spreadsheet to compute, or a browser to run it.
const HOSTILE: &[&str] =
    &["=1+1", "+1", "-1", "@SUM(A1)", "<script>alert(1)</script>", "\"><img src=x>", "a,b\"c"];

fn place() -> Place {
    let place = Place::new();
    place.add_user("anna");
    place.add_user_as("vera", "viewer");
    place.add_user_as("root", "administrator");
    place
}

fn send(server: &Running, path: &str, body: &Value) {
    let request = post(path, body.to_string()).basic(format!("anna:{PASSWORD}").as_bytes());
    let answer = request.header("Content-Type", "application/json").send(server);
    assert!(answer.status < 300, "{}", answer.text());
}

fn report(server: &Running, id: u128, number: u128, outcome: &str, exit_code: u32) {
    let body = json!({
        "id": uuid::Uuid::from_u128(id), "device": device(number), "product": "Fixture Notes", "upgrade_code": NOTES,
        "platform": "x64", "from_version": "1.0.0", "to_version": "2.0.0", "outcome": outcome, "exit_code": exit_code,
        "duration": 12, "ended_at": 1_700_000_000,
    });
    send(server, "/api/v1/reports", &body);
}

fn check_in(server: &Running, number: u128, name: &str, versions: &[&str]) {
    let installed: Vec<Value> =
        versions.iter().map(|version| json!({"version": version, "context": "machine"})).collect();
    let body = json!({
        "device": device(number), "computer_name": name, "windows_version": "10.0.22631.4317", "platform": "x64",
        "client_version": "0.1.0", "products": [{"upgrade_code": NOTES, "platform": "x64", "installed": installed}],
    });
    send(server, "/api/v1/check-ins", &body);
}

#[test]
fn a_failed_install_appears_where_somebody_looks() {
    let place = place();
    place.publish("notes-1.0.0.msi", &[]);
    place.publish("notes-2.0.0.msi", &[]);
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "vera");
    assert!(browser.get("/admin").text().contains("No PC is enrolled yet"));
    enrol(&server, "anna", 1);
    check_in(&server, 1, "BUERO-7", &["1.0.0"]);
    report(&server, 1, 1, "failed", 1603);
    report(&server, 2, 1, "installed", 0);

    let overview = browser.get("/admin");
    assert!(overview.text().contains("Fixture Notes 2.0.0: 1 of 2 installs failed in the last 7 days."));
    assert!(overview.text().contains("1 of 1"), "the spread: {}", overview.text());
    let behind = overview.text().split("href=\"").find(|part| part.starts_with("/admin/reports?"));
    let behind = behind.unwrap().split('"').next().unwrap().replace("&amp;", "&");
    let reports = browser.get(&behind);
    assert_eq!(reports.status, 200);
    assert_eq!(reports.text().matches("<tr>").count(), 2, "the heading and the one that failed");
    assert!(reports.text().contains("The installer gave up and undid what it had begun."));
    assert!(browser.get("/admin/reports").text().contains("BUERO-7"));
    assert_eq!(browser.get("/admin/reports?since=yesterday").status, 400);
    assert!(browser.get("/admin/reports?user=nobody").text().contains("There is no user nobody."));

    let listed = browser.get("/admin/devices?search=buero");
    let address = listed.text().split("href=\"").find(|part| part.starts_with("/admin/devices/")).unwrap();
    let shown = browser.get(address.split('"').next().unwrap());
    for part in ["10.0.22631.4317", "update available", "1.0.0 → 2.0.0"] {
        assert!(shown.text().contains(part), "{part}: {}", shown.text());
    }
    assert!(!shown.text().contains("Revoke this device"), "a viewer changes nothing");
    let spread = browser.get("/admin/spread/0F5C2A10-6E0B-4D5A-8B3E-0000000000A1/x64");
    assert!(spread.text().contains("<svg class=\"bar\"") && !spread.text().contains("style="));
    assert!(place.done(&["overview"]).contains("1 of 2 installs failed"));

    // The version that failed is told with the family it is of, whether or not a device has it.
    let packages = place.list("package");
    let newest = packages.iter().find(|line| line["version"] == "2.0.0").unwrap();
    let package = browser.get(&format!("/admin/packages/{}", newest["id"].as_str().unwrap()));
    assert!(package.text().contains("1 of 1") && package.text().contains("0 of 1"), "{}", package.text());
    let failed = linked(
        &package,
        &format!("/admin/reports?product=%7B{}%7D&amp;platform=", NOTES.trim_matches(['{', '}'])),
    )
    .replace("&amp;", "&");
    assert!(failed.contains("platform=x64") && package.text().contains(">1 failed<"), "{failed}");
    assert_eq!(browser.get(&failed).text().matches("<tr>").count(), 2, "the heading and the one that failed");
    let elsewhere = browser.get(&failed.replace("x64", "x86"));
    assert!(elsewhere.text().contains("Nothing matches these filters."), "{}", elsewhere.text());
    assert_eq!(browser.get("/admin/reports?platform=vax").status, 400);
}

/// The first address on a page that begins like this.
fn linked(page: &Answer, beginning: &str) -> String {
    let found = page.text().split("href=\"").find(|part| part.starts_with(beginning));
    let found = found.unwrap_or_else(|| panic!("nothing leads to {beginning}: {}", page.text()));
    found.split('"').next().unwrap().to_owned()
}

#[test]
fn each_concern_leads_to_the_list_behind_it() {
    let place = place();
    place.publish("notes-2.0.0.msi", &[]);
    place.publish("either-1.0.0.msi", &["--draft"]);
    let file = place.write("users.csv", "name\nben\n");
    place.done(&["user", "import", &file, "--apply"]);
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "vera");
    let overview = browser.get("/admin");
    for (sentence, beginning, behind) in [
        ("1 package on offer has warnings.", "/admin/packages?state=warned", "Fixture Notes"),
        ("1 draft waits for somebody", "/admin/packages?state=draft", "/admin/packages/drafts/1"),
        (
            "1 account has no password yet",
            "/admin/users?standing=enabled&amp;password=none",
            "/admin/users/ben",
        ),
        ("There is no updater package yet", "/admin/settings/updater", "There is no updater package yet"),
    ] {
        assert!(overview.text().contains(sentence), "{sentence}: {}", overview.text());
        let list = browser.get(&linked(&overview, beginning).replace("&amp;", "&"));
        assert!(list.status == 200 && list.text().contains(behind), "{behind}: {}", list.text());
    }
    assert!(!browser.get("/admin/users?password=none").text().contains("/admin/users/vera"));
    assert!(!overview.text().contains("second factor"), "nobody asks for one");
    place.done(&["updater", "set", "Fixture Notes"]);
    assert!(!browser.get("/admin").text().contains("no updater package"));
    drop(server);

    let _server = place.serve_with(&[("OXUPDATED_REQUIRE_SECOND_FACTOR", "true")]);
    let said = place.done(&["overview"]);
    assert!(said.contains("2 accounts above user have no second factor yet"), "{said}");
    let missing = place.done(&["user", "list", "--second-factor", "missing", "--json"]);
    assert!(missing.contains("vera") && missing.contains("root") && !missing.contains("anna"), "{missing}");
    assert_eq!(place.run(&["user", "list", "--second-factor", "off"]).code, 1);
}

#[test]
fn who_may_not_see_the_audit_is_told_that_there_is_none() {
    let place = place();
    let server = place.serve();
    for path in ["/admin/audit", "/admin/audit.csv"] {
        assert_eq!(Browser::signed_in(&server, "vera").get(path).status, 404, "{path}");
        assert_eq!(Browser::signed_in(&server, "anna").get(path).status, 404, "{path}");
        assert_eq!(Browser::signed_in(&server, "root").get(path).status, 200, "{path}");
    }
    for path in ["/admin", "/admin/devices", "/admin/devices.csv", "/admin/reports", "/admin/spread"] {
        assert_eq!(Browser::signed_in(&server, "anna").get(path).status, 404, "{path}");
        assert_eq!(Browser::signed_in(&server, "vera").get(path).status, 200, "{path}");
    }
    enrol(&server, "anna", 1);
    let mut vera = Browser::signed_in(&server, "vera");
    vera.get("/admin/devices/1");
    assert_eq!(vera.post("/admin/devices/1/revoke", &[]).status, 404);
    let audit = Browser::signed_in(&server, "root").get("/admin/audit?action=device.");
    assert!(audit.text().contains("enrolled a PC") && audit.text().contains("anna"), "{}", audit.text());
    assert_eq!(place.done(&["audit", "list", "--actor", "' OR 1=1 --"]), "Nothing has been changed yet.\n");
}

#[test]
fn names_of_pcs_are_neither_formulas_nor_markup() {
    let place = place();
    let server = place.serve();
    for (number, name) in (1..).zip(HOSTILE) {
        enrol(&server, "anna", number);
        check_in(&server, number, name, &[]);
        report(&server, number, number, "failed", 1603);
    }
    let mut browser = Browser::signed_in(&server, "root");
    for path in ["/admin/devices.csv", "/admin/reports.csv", "/admin/audit.csv"] {
        let file = browser.get(path);
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
        let text = file.text();
        // The file comes in pieces, each behind its size.
        assert!(text.contains('\u{feff}'), "{text}");
        for cell in text.split(['\n', ',']) {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{path}: {cell}");
        }
    }
    for path in ["/admin/devices", "/admin/reports", "/admin/audit"] {
        let page = browser.get(path);
        assert!(!page.text().contains("<script>") && !page.text().contains("<img"), "{path}");
    }
    for search in ["%25", "_", "%27%20OR%201%3D1%20--", "%22%3E%3Cscript%3E"] {
        let page = browser.get(&format!("/admin/devices?search={search}"));
        assert_eq!(page.status, 200);
        assert!(page.text().contains("Nothing matches these filters."), "{search}");
    }
}

#[test]
fn a_device_is_revoked_and_then_forgotten() {
    let place = place();
    let server = place.serve();
    enrol(&server, "anna", 1);
    let said = place.run(&["device", "forget", "anna", &device(1)]);
    assert_eq!(said.code, 1);
    assert!(said.error.contains("can still sign in. Revoke it first"), "{said:?}");
    let mut browser = Browser::signed_in(&server, "root");
    assert!(browser.get("/admin/devices/1").text().contains("Revoke this device"));
    assert_eq!(browser.post("/admin/devices/1/revoke", &[]).status, 303);
    assert!(browser.get("/admin/devices/1").text().contains("This cannot be undone"));
    assert_eq!(browser.post("/admin/devices/1/forget", &[]).status, 303);
    assert_eq!(browser.get("/admin/devices/1").status, 404);
    assert!(place.list("device").is_empty());
    let actions: Vec<Value> = place.list("audit").iter().map(|line| line["action"].clone()).collect();
    assert_eq!(actions[..2], [json!("device.forget"), json!("device.revoke")]);
}

#[test]
fn programs_see_the_same() {
    let place = place();
    let server = place.serve();
    for number in 1..=3 {
        enrol(&server, "anna", number);
        report(&server, number, number, if number == 2 { "failed" } else { "installed" }, 0);
    }
    let viewer = token(&place, "root", &["view"]);
    let asked = |path: &str| -> Value {
        let answer = get(path).token(&viewer).send(&server);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        serde_json::from_slice(&answer.body).unwrap()
    };
    let first = asked("/api/v1/devices?limit=2");
    assert_eq!((first["items"].as_array().unwrap().len(), first["total"].as_u64()), (2, Some(3)));
    let next = first["next"].as_str().unwrap();
    let second = asked(&format!("/api/v1/devices?limit=2&after={next}"));
    assert_eq!((second["items"][0]["computer_name"].as_str(), second.get("next")), (Some("PC-3"), None));
    assert_eq!(asked("/api/v1/reports?outcome=failing")["total"], 1);
    assert_eq!(asked("/api/v1/reports?user=anna&limit=1")["items"][0]["device"], json!(device(3)));
    assert_eq!(asked("/api/v1/devices/1")["device"]["user"], "anna");
    // The disk of this machine may be a concern too.
    let overview = asked("/api/v1/overview");
    let failing =
        overview["concerns"].as_array().unwrap().iter().find(|concern| concern["kind"] == "failing");
    assert_eq!(failing.unwrap()["failed"], 1, "{overview}");
    assert_eq!(get("/api/v1/reports?since=x").token(&viewer).send(&server).status, 400);
    assert_eq!(get("/api/v1/audit").token(&viewer).send(&server).status, 404);
    let auditor = token(&place, "root", &["audit"]);
    assert_eq!(get("/api/v1/audit?action=device.").token(&auditor).send(&server).status, 200);
    let administrator = token(&place, "root", &["view", "administer"]);
    let sent = |method, path: &str, etag: &str| {
        let request = get(path).method(method).token(&administrator);
        let request = if etag.is_empty() { request } else { request.header("If-Match", etag) };
        request.send(&server).status
    };
    assert_eq!(sent("DELETE", "/api/v1/devices/1", "*"), 409);
    assert_eq!(sent("POST", "/api/v1/devices/1/revoke", "*"), 204);
    assert_eq!(sent("DELETE", "/api/v1/devices/1", ""), 428);
    assert_eq!(sent("DELETE", "/api/v1/devices/1", "\"x\""), 412);
    assert_eq!(sent("DELETE", "/api/v1/devices/1", "*"), 204);
    assert_eq!(sent("DELETE", "/api/v1/devices/1", "*"), 404);
}
