//! Webhooks: what they are told, that it can be proven to be ours, and that a crash loses nothing.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::http::post;
use crate::place::{Answered, Place, Running, until};
use crate::stranger::{Asked, Stranger};

const ALLOWED: [(&str, &str); 1] = [("OXUPDATED_PRIVATE_DESTINATIONS", "127.0.0.1")];

fn add(place: &Place, url: &str, events: &[&str]) -> Answered {
    let mut arguments = vec!["webhook", "add", url];
    for event in events {
        arguments.extend(["--event", event]);
    }
    place.run_with(&arguments, &ALLOWED, "")
}

/// Adds a webhook, and answers with its secret.
fn added(place: &Place, url: &str, events: &[&str]) -> String {
    let said = add(place, url, events);
    assert_eq!(said.code, 0, "{said:?}");
    let secret = said.output.split_whitespace().find(|word| word.starts_with("oxw1_"));
    secret.unwrap_or_else(|| panic!("no secret in {said:?}")).to_owned()
}

/// HMAC-SHA-256 as RFC 2104 defines it, for keys of up to 64 bytes.
fn hmac(key: &[u8], message: &[u8]) -> String {
    let mut padded = [0; 64];
    padded[..key.len()].copy_from_slice(key);
    let pad = |with: u8| padded.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    let outer = Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize();
    outer.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Fails unless a delivery is signed with a secret; answers with what it tells.
fn genuine(asked: &Asked, secret: &str) -> Value {
    let signature = asked.header("OX-Updater-Signature");
    let (at, digits) = signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    let signed = [at.as_bytes(), b".", &asked.body].concat();
    assert_eq!(digits, hmac(secret.as_bytes(), &signed), "{signature}");
    let age = jiff::Timestamp::now().as_second() - at.parse::<i64>().unwrap();
    assert!((0..300).contains(&age), "{age}");
    let told: Value = serde_json::from_slice(&asked.body).unwrap();
    assert_eq!(told["event"], asked.header("OX-Updater-Event"));
    assert_eq!(told["id"], asked.header("OX-Updater-Delivery"));
    told
}

fn report(id: u128, outcome: &str) -> String {
    json!({
        "id": uuid::Uuid::from_u128(id), "device": uuid::Uuid::from_u128(99), "product": "Fixture Notes",
        "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": "x64", "from_version": "1.0.0",
        "to_version": "2.0.0", "outcome": outcome, "exit_code": 1603, "duration": 42, "ended_at": 1_700_000_000,
    })
    .to_string()
}

fn send(server: &Running, report: String) {
    let sent = post("/api/v1/reports", report).user("anna").header("Content-Type", "application/json");
    assert_eq!(sent.send(server).status, 201);
}

fn deliveries(place: &Place, webhook: &str) -> Vec<Value> {
    serde_json::from_str(&place.done(&["webhook", "deliveries", webhook, "--json"])).unwrap()
}

#[test]
fn a_webhook_is_told_what_it_asked_for_and_can_prove_who_says_it() {
    let place = Place::new();
    place.add_user("anna");
    let (all, failures) = (Stranger::with_status(204), Stranger::with_status(200));
    let server = place.serve_with(&ALLOWED);
    let secret = added(&place, &all.url("/hook?key=7"), &["package.published", "install.failed"]);
    let other_secret = added(&place, &failures.url("/"), &["install.failed"]);
    assert_ne!(secret, other_secret);

    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    let asked = all.next();
    assert_eq!(asked.line, "POST /hook?key=7 HTTP/1.1");
    assert_eq!(asked.header("Content-Type"), "application/json");
    assert!(asked.header("User-Agent").starts_with("oxupdated/"), "{asked:?}");
    let told = genuine(&asked, &secret);
    assert_eq!(told["data"]["name"], "Fixture Notes");
    assert_eq!(told["data"]["version"], "1.0.0");
    assert_eq!(told["data"]["requires_permissions"], json!(["olox20"]));
    assert_eq!(told["data"]["package"], place.list("package")[0]["id"]);

    for (id, outcome) in [(1, "installed"), (2, "cancelled"), (3, "failed")] {
        send(&server, report(id, outcome));
    }
    let (one, other) = (genuine(&all.next(), &secret), genuine(&failures.next(), &other_secret));
    assert_eq!(one, other, "the same event is the same for both");
    assert_eq!((&one["data"]["outcome"], &one["data"]["exit_code"]), (&json!("failed"), &json!(1603)));
    assert!(!one.to_string().contains("anna"), "{one}");
    until("both are settled", || place.list("webhook").iter().all(|line| line["waiting"] == 0));
    assert_eq!((all.count(), failures.count()), (0, 0));

    let lines = deliveries(&place, "1");
    let told: Vec<_> = lines.iter().map(|line| (&line["event"], &line["state"], &line["status"])).collect();
    let expected = |event| (json!(event), json!("delivered"), json!(204));
    let (newest, oldest) = (expected("install.failed"), expected("package.published"));
    let all_expected = [&newest, &oldest].map(|(event, state, status)| (event, state, status));
    assert_eq!(told, all_expected);
    for shown in [place.done(&["webhook", "list"]), place.done(&["audit", "list", "--json"]), server.log()] {
        assert!(!shown.contains(&secret), "{shown}");
    }
    let audit = place.done(&["audit", "list"]);
    assert!(audit.contains("webhook.add") && !audit.contains("key=7"), "{audit}");
    assert!(!server.log().contains("key=7"), "a path can be a secret");
}

#[test]
fn what_was_to_be_told_survives_a_crash() {
    let place = Place::new();
    // Nobody answers the first time, and everybody afterwards.
    let (met, is_met) = std::sync::mpsc::channel::<()>();
    let is_first = std::sync::atomic::AtomicBool::new(true);
    let there = Stranger::new(move |_, stream| {
        use std::io::{Read, Write};
        if is_first.swap(false, std::sync::atomic::Ordering::Relaxed) {
            let _ = met.send(());
            let _ = stream.read(&mut [0; 1]);
            return;
        }
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    // With no server running: the event waits for one.
    place.add_user("anna");
    let secret = added(&place, &there.url("/"), &["package.published"]);
    place.publish("notes-1.0.0.msi", &[]);
    assert_eq!(place.list("webhook")[0]["waiting"], 1);
    let server = place.serve_with(&ALLOWED);
    is_met.recv().unwrap();
    let before = genuine(&there.next(), &secret);
    server.crash();
    let server = place.serve_with(&ALLOWED);
    assert_eq!(genuine(&there.next(), &secret), before, "the same event, with the same number");
    until("it is delivered", || place.list("webhook")[0]["waiting"] == 0);
    server.stop();
}

#[test]
fn a_webhook_that_is_gone_is_called_no_more_until_it_is_enabled() {
    let place = Place::new();
    let gone = Stranger::with_status(410);
    let server = place.serve_with(&ALLOWED);
    added(&place, &gone.url("/"), &["package.published"]);
    place.publish("notes-1.0.0.msi", &[]);
    gone.next();
    until("it is called no more", || place.list("webhook")[0]["standing"] == "gone");
    assert!(place.done(&["overview"]).contains("The webhook at 127.0.0.1"), "it needs attention");
    assert_eq!(deliveries(&place, "1")[0]["state"], "given-up");
    place.publish("notes-2.0.0.msi", &[]);
    assert_eq!(deliveries(&place, "1").len(), 1, "nothing is noted for it");
    let tried = place.run(&["webhook", "test", "1"]);
    assert_eq!(tried.code, 1, "{tried:?}");
    assert!(tried.error.contains("answers with 410"), "{tried:?}");
    gone.next();
    place.done(&["webhook", "enable", &gone.url("/")]);
    place.publish("notes-3.0.0.msi", &[]);
    gone.next();
    server.stop();
}

#[test]
fn what_a_webhook_may_be_is_said_when_it_is_added() {
    let place = Place::new();
    let there = Stranger::with_status(200);
    let server = place.serve();
    let check = |url: &str, event: &str, sentence: &str| {
        let said = place.run(&["webhook", "add", url, "--event", event]);
        assert_eq!(said.code, 1, "{url}: {said:?}");
        assert!(said.error.contains(sentence), "{url}: {said:?}");
    };
    let published = "package.published";
    check("ftp://example.com/", published, "is no address of the web");
    check("https://anna:secret@example.com/", published, "a name or a password in it");
    check("http://example.com/", published, "is to be asked by http:");
    check(&there.url("/"), published, "127.0.0.1, which is not public");
    check("https://169.254.169.254/", published, "which the server never asks");
    check("https://example.com/", "package.deleted", "The events are: package.published, install.failed");
    server.stop();
    let server = place.serve_with(&ALLOWED);
    added(&place, &there.url("/"), &[published]);
    check(&there.url("/"), published, "already");
    place.done(&["webhook", "test", "1"]);
    assert_eq!(there.next().header("OX-Updater-Event"), "test");
    place.done(&["webhook", "remove", "1"]);
    assert!(place.list("webhook").is_empty());
    check_unknown(&place);
    // What was allowed when it was added, and is no longer: it is not asked.
    added(&place, &there.url("/later"), &[published]);
    server.stop();
    let server = place.serve();
    place.publish("notes-1.0.0.msi", &[]);
    until("it was tried", || deliveries(&place, "2")[0]["problem"] == "destination");
    assert_eq!(there.count(), 0);
    server.stop();
}

fn check_unknown(place: &Place) {
    for verb in ["remove", "enable", "test", "deliveries"] {
        let said = place.run(&["webhook", verb, "1"]);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.error.contains("There is no webhook “1”"), "{said:?}");
    }
}
