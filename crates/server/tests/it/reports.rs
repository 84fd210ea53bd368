//! Reports of clients.

use serde_json::{Value, json};

use crate::http::{Answer, post};
use crate::place::{Place, Running};

fn report(id: u128) -> Value {
    json!({
        "id": uuid::Uuid::from_u128(id),
        "device": uuid::Uuid::from_u128(99),
        "product": "Fixture Notes",
        "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
        "platform": "x64",
        "from_version": "1.0.0",
        "to_version": "2.0.0",
        "outcome": "installed-needs-restart",
        "exit_code": 3010,
        "duration": 42,
        "ended_at": 1_700_000_000,
    })
}

fn send(server: &Running, user: &str, body: impl Into<Vec<u8>>) -> Answer {
    post("/api/v1/reports", body).user(user).header("Content-Type", "application/json").send(server)
}

#[test]
fn a_report_is_kept_and_counts_once() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let body = report(1).to_string();
    assert_eq!(send(&server, "anna", body.clone()).status, 201);
    assert_eq!(send(&server, "anna", body.clone()).status, 204);
    let mut changed = report(1);
    changed["outcome"] = json!("failed");
    assert_eq!(send(&server, "anna", changed.to_string()).status, 204, "what was said first stays");
    assert_eq!(send(&server, "ben", body).status, 201, "another's report is none of ben's business");
    let mut first_install = report(2);
    for absent in ["from_version", "exit_code", "platform"] {
        first_install[absent] = Value::Null;
    }
    assert_eq!(send(&server, "anna", first_install.to_string()).status, 201);

    let mut listed = place.list("report");
    for line in &mut listed {
        assert!(line["id"].take().is_number());
        let received_at = line["received_at"].take();
        assert_eq!(line["ended_at"].take(), received_at, "years ago: the PC's clock is not believed");
        assert!(received_at.as_str().unwrap().ends_with('Z'), "{received_at}");
    }
    let line = |user: &str| {
        json!({
            "id": null,
            "received_at": null,
            "user": user,
            "device": "00000000-0000-0000-0000-000000000063",
            "computer_name": null,
            "device_id": null,
            "product": "Fixture Notes",
            "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}",
            "platform": "x64",
            "from_version": "1.0.0",
            "to_version": "2.0.0",
            "outcome": "installed-needs-restart",
            "exit_code": 3010,
            "duration": 42,
            "ended_at": null,
        })
    };
    let mut newest = line("anna");
    for absent in ["from_version", "exit_code", "platform"] {
        newest[absent] = Value::Null;
    }
    assert_eq!(listed, [newest, line("ben"), line("anna")]);
    let table = place.done(&["report", "list"]);
    assert!(table.contains("installed, restart needed"), "{table}");

    server.crash();
    assert_eq!(place.list("report").len(), 3, "what was acknowledged is kept");
    place.done(&["user", "remove", "anna"]);
    assert_eq!(place.list("report").len(), 1, "a user's reports go with the user");
}

#[test]
fn the_report_of_a_pc_with_a_wrong_clock_is_kept() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let line = |id: u128| place.list("report").into_iter().nth(id as usize).unwrap();
    let at = |line: &Value, time: &str| {
        line[time].as_str().unwrap().parse::<jiff::Timestamp>().unwrap().as_second()
    };
    assert_eq!(send(&server, "anna", report(1).to_string()).status, 201);
    let server_now = at(&line(0), "received_at");
    let check = |id: u128, ended_at: i64, is_believed: bool| {
        let mut report = report(id);
        report["ended_at"] = json!(ended_at);
        assert_eq!(send(&server, "anna", report.to_string()).status, 201);
        let newest = line(0);
        let expected = if is_believed { ended_at } else { at(&newest, "received_at") };
        assert_eq!(at(&newest, "ended_at"), expected, "{ended_at}");
    };
    check(2, server_now - 3_600, true);
    check(3, server_now + 3_600, true);
    check(4, 0, false);
    check(5, i64::MAX, false);
    check(6, i64::MIN, false);
}

#[test]
fn what_is_no_report_is_refused_with_a_sentence() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let check = |body: &[u8], status: u16, sentence: &str| {
        let answer = send(&server, "anna", body);
        assert_eq!(answer.status, status, "{}", answer.text());
        assert!(answer.text().starts_with(sentence), "{}", answer.text());
    };
    let with = |name: &str, value: Value| {
        let mut report = report(1);
        report[name] = value;
        report.to_string().into_bytes()
    };
    check(b"{", 400, "The request cannot be read (EOF");
    check(b"[]", 400, "The request cannot be read");
    check(&with("outcome", json!("splendid")), 400, "The request cannot be read (unknown variant");
    check(&with("surprise", json!(1)), 400, "The request cannot be read (unknown field");
    check(&with("product", json!("a\u{1b}b")), 400, "The product of a report");
    check(&with("duration", json!(604_801)), 400, "The duration of a report");
    check(&with("product", json!("x".repeat(20_000))), 413, "The request is too large.");
    let chunked = post("/api/v1/reports", format!("{:x}\r\n{}", 20_000, "x".repeat(20_000)))
        .header("Content-Length", "")
        .header("Transfer-Encoding", "chunked")
        .header("Content-Type", "application/json")
        .user("anna");
    assert!(chunked.send(&server).status >= 400);
    let text =
        post("/api/v1/reports", report(1).to_string()).user("anna").header("Content-Type", "text/plain");
    assert_eq!(text.send(&server).status, 415);
    let utf8 = post("/api/v1/reports", report(1).to_string())
        .user("anna")
        .header("Content-Type", "Application/JSON; charset=utf-8");
    assert_eq!(utf8.send(&server).status, 201);
    assert_eq!(place.list("report").len(), 1);
}

#[test]
fn the_reports_of_one_user_have_an_end() {
    // A thousand are kept; a few more, all at the lower end, go.
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    for id in 0..1_003 {
        assert_eq!(send(&server, "anna", report(id).to_string()).status, 201);
    }
    assert_eq!(send(&server, "ben", report(0).to_string()).status, 201);
    let listed = place.list("report");
    let of = |user: &str| listed.iter().filter(|line| line["user"] == user).count();
    assert_eq!((of("anna"), of("ben")), (1_000, 1));
}
