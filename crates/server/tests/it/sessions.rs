//! Sessions on the pages: how they begin, what ends them, and what is no session.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::devices::{device, enrol, status};
use crate::http::{UPDATE_XML, get, post};
use crate::place::{PASSWORD, Place, Running};

const SIGN_IN: &str = "/sign-in?next=%2Faccount";

fn place() -> Place {
    let place = Place::new();
    place.add_user_as("anna", "administrator");
    place.add_user("ben");
    place
}

fn actions(place: &Place) -> Vec<String> {
    let lines: Vec<Value> = place.list("audit");
    lines.iter().map(|line| format!("{} {}", line["action"], line["subject"]).replace('"', "")).collect()
}

#[test]
fn a_session_has_a_token_that_nobody_knew_before() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::new(&server);
    let planted = format!("oxs1_{}", "A".repeat(43));
    browser.plant(&planted);
    assert_eq!(browser.led_to("/account"), SIGN_IN);
    assert_eq!(browser.sign_in("anna", PASSWORD).status, 303);
    let first = browser.session().to_owned();
    assert_ne!(first, planted);
    assert_eq!(browser.led_to("/account"), "/account");
    assert_eq!(browser.sign_in("anna", PASSWORD).status, 303);
    assert_ne!(browser.session(), first, "each sign-in has another one");
    browser.plant(&planted);
    assert_eq!(browser.led_to("/account"), SIGN_IN, "the planted one opens nothing");
    let database = std::fs::read(place.data().join("oxupdated.sqlite-wal")).unwrap();
    assert!(!database.windows(first.len()).any(|window| window == first.as_bytes()), "only a hash is kept");
}

#[test]
fn what_is_signed_out_is_over_and_administrators_leave_a_line() {
    let place = place();
    let server = place.serve();
    for (name, lines) in [("anna", ["session.end anna", "session.begin anna"].as_slice()), ("ben", &[])] {
        let before = actions(&place).len();
        let mut browser = Browser::signed_in(&server, name);
        let session = browser.session().to_owned();
        assert_eq!(browser.led_to("/account"), "/account");
        assert_eq!(browser.post("/sign-out", &[]).status, 303);
        browser.plant(&session);
        assert_eq!(browser.led_to("/account"), SIGN_IN);
        let after = actions(&place);
        assert_eq!(after[..after.len() - before], *lines, "{name}");
    }
    let audit: Vec<Value> = place.list("audit");
    assert_eq!(
        (audit[0]["address"].as_str(), audit[0]["actor_kind"].as_str()),
        (Some("127.0.0.1"), Some("user"))
    );
}

#[test]
fn a_stolen_cookie_is_worth_nothing_after_another_password() {
    let place = place();
    let server = place.serve();
    let token = enrol(&server, "ben", 1);
    let mut browser = Browser::signed_in(&server, "ben");
    let mut thief = Browser::new(&server);
    thief.plant(browser.session());
    assert_eq!(thief.led_to("/account"), "/account");
    let mut elsewhere = Browser::signed_in(&server, "ben");

    browser.open("/account/password");
    let wrong = browser.post(
        "/account/password",
        &[("old", "wrong horse"), ("new", "newer horse"), ("again", "newer horse")],
    );
    assert_eq!(wrong.status, 400, "{}", wrong.text());
    for (new, again) in [(PASSWORD, PASSWORD), ("newer horse", "newer hors"), ("short", "short")] {
        let refused = browser.post("/account/password", &[("old", PASSWORD), ("new", new), ("again", again)]);
        assert_eq!(refused.status, 400, "{new}: {}", refused.text());
    }
    let changed = browser
        .post("/account/password", &[("old", PASSWORD), ("new", "newer horse"), ("again", "newer horse")]);
    assert_eq!(changed.status, 303, "{}", changed.text());
    assert_eq!(browser.led_to("/account"), "/account", "the session goes on under another token");
    assert_eq!(thief.led_to("/account"), SIGN_IN);
    assert_eq!(elsewhere.led_to("/account"), SIGN_IN);
    assert_eq!(status(&server, "ben", &token), 401, "the PC signs in again too");
    assert_eq!(status(&server, "ben", PASSWORD), 401);
    assert_eq!(status(&server, "ben", "newer horse"), 200);
}

#[test]
fn other_sessions_can_be_seen_and_ended_and_nobody_elses() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "ben");
    let mut other = Browser::at(&server, "127.0.0.2");
    other.sign_in("ben", PASSWORD);
    let mut anna = Browser::signed_in(&server, "anna");
    let (_, page) = browser.open("/account");
    assert!(page.text().contains("127.0.0.2") && page.text().contains("this browser"), "{}", page.text());
    let end = |page: &str| {
        let (_, rest) = page.split_once("/account/sessions/").unwrap();
        format!("/account/sessions/{}/end", rest.split_once('/').unwrap().0)
    };
    let path = end(page.text());
    anna.open("/account");
    assert_eq!(anna.post(&path, &[]).status, 404, "somebody else's session is not there");
    assert_eq!(other.led_to("/account"), "/account");
    assert_eq!(browser.post(&path, &[]).status, 303);
    assert_eq!(other.led_to("/account"), SIGN_IN);
    other.sign_in("ben", PASSWORD);
    browser.open("/account");
    assert_eq!(browser.post("/account/sessions/end-others", &[]).status, 303);
    assert_eq!(other.led_to("/account"), SIGN_IN);
    assert_eq!(browser.led_to("/account"), "/account");
}

/// All ways in that somebody has: a session, an API token, a device token.
fn ways_in<'a>(place: &Place, server: &'a Running, name: &str) -> (Browser<'a>, String, String) {
    let token =
        place.done(&["token", "create", "--user", name, "--name", "CI", "--scope", "view", "--expires", "1"]);
    (Browser::signed_in(server, name), token.trim().to_owned(), enrol(server, name, 1))
}

/// Which of them are open.
fn open(
    server: &Running,
    name: &str,
    (browser, token, device): &mut (Browser<'_>, String, String),
) -> [bool; 3] {
    let bearer = format!("Bearer {token}");
    let by_token = get("/api/v1/token").header("Authorization", &bearer).send(server).status;
    [browser.led_to("/account") == "/account", by_token == 200, status(server, name, device) == 200]
}

#[test]
fn a_role_a_password_and_a_disabling_end_sessions_and_tokens_at_once() {
    let place = place();
    place.add_user_as("claire", "publisher");
    let server = place.serve();
    let password = place.write("password", PASSWORD);
    let verbs: [&[&str]; 4] = [
        &["user", "set-role", "claire", "viewer"],
        &["user", "set-password", "claire", "--password-file", &password],
        &["user", "disable", "claire"],
        &["user", "reset", "claire"],
    ];
    for verb in verbs {
        let mut ways = ways_in(&place, &server, "claire");
        assert_eq!(open(&server, "claire", &mut ways), [true; 3], "before {verb:?}");
        place.done(verb);
        assert_eq!(open(&server, "claire", &mut ways), [false; 3], "after {verb:?}");
        if verb[1] == "disable" {
            assert_eq!(Browser::new(&server).sign_in("claire", PASSWORD).status, 403);
            place.done(&["user", "enable", "claire"]);
            assert_eq!(open(&server, "claire", &mut ways), [false; 3], "they do not come back");
        }
    }
}

#[test]
fn a_password_on_each_request_opens_neither_pages_nor_the_interface() {
    let place = place();
    let server = place.serve();
    let page = get("/admin").user("anna").header("Accept", "text/html").send(&server);
    assert_eq!((page.status, page.header("location")), (303, "/sign-in?next=%2Fadmin"));
    assert_eq!(get("/api/v1/token").user("anna").send(&server).status, 401);
    assert_eq!(get(UPDATE_XML).user("anna").send(&server).status, 200);
    let token = enrol(&server, "anna", 1);
    let check_in = json!({
        "device": device(1), "computer_name": "PC", "windows_version": "10.0", "platform": "x64",
        "client_version": "1", "products": [],
    });
    let send = |user: &str, secret: &str| {
        let request =
            post("/api/v1/check-ins", check_in.to_string()).header("Content-Type", "application/json");
        request.basic(format!("{user}:{secret}").as_bytes()).send(&server).status
    };
    assert_eq!(send("anna", PASSWORD), 404, "a password of a role above user tells nothing about a PC");
    assert_eq!(send("anna", &token), 204);
    assert_eq!(get("/admin").header("Cookie", &format!("oxupdated={token}")).send(&server).status, 303);
    let mut browser = Browser::new(&server);
    assert_eq!(browser.sign_in("anna", &token).status, 403, "the token of a device is no password here");
}

#[test]
fn a_one_time_password_is_good_for_choosing_another_one() {
    let place = place();
    let server = place.serve();
    let one_time = place.done(&["user", "reset", "ben"]).trim().to_owned();
    assert_eq!(status(&server, "ben", PASSWORD), 401);
    let refused = get(UPDATE_XML).basic(format!("ben:{one_time}").as_bytes()).send(&server);
    assert_eq!(refused.status, 403);
    assert!(refused.text().contains("in a browser"), "{}", refused.text());
    assert_eq!(refused.header("www-authenticate"), "");
    let enrolment = json!({"device": device(1), "computer_name": "PC-1"}).to_string();
    let enrolment = post("/api/v1/devices", enrolment).header("Content-Type", "application/json");
    assert_eq!(enrolment.basic(format!("ben:{one_time}").as_bytes()).send(&server).status, 403);

    let mut browser = Browser::new(&server);
    let answer = browser.sign_in("ben", &one_time);
    assert_eq!(answer.header("location"), "/sign-in/new-password");
    assert_eq!(browser.led_to("/account"), "/sign-in/new-password?next=%2Faccount", "nothing else opens");
    assert_eq!(browser.led_to("/sign-in/set-up-second-factor"), "/sign-in/new-password");
    let before = browser.session().to_owned();
    let same = browser.post("/sign-in/new-password", &[("new", &one_time), ("again", &one_time)]);
    assert_eq!(same.status, 400, "{}", same.text());
    let chosen = browser.post("/sign-in/new-password", &[("new", "my own horse"), ("again", "my own horse")]);
    assert_eq!(chosen.status, 303, "{}", chosen.text());
    assert_ne!(browser.session(), before);
    assert_eq!(browser.led_to("/account"), "/account");
    let mut thief = Browser::new(&server);
    thief.plant(&before);
    assert_eq!(thief.led_to("/account"), SIGN_IN);
    assert_eq!(status(&server, "ben", &one_time), 401);
    assert_eq!(status(&server, "ben", "my own horse"), 200);
    let audit = actions(&place);
    assert_eq!(audit[..2], ["user.own-password ben", "user.reset ben"]);
}

#[test]
fn a_form_of_another_session_changes_nothing() {
    let place = place();
    let server = place.serve();
    let (mut anna, mut ben) = (Browser::signed_in(&server, "anna"), Browser::signed_in(&server, "ben"));
    anna.open("/account");
    ben.open("/account");
    let mut mixed = Browser::new(&server);
    mixed.plant(anna.session());
    assert_eq!(mixed.post("/account/sessions/end-others", &[]).status, 403, "without a token");
    let session = anna.session().to_owned();
    ben.plant(&session);
    assert_eq!(ben.post("/account/sessions/end-others", &[]).status, 403, "with another session's");
    let foreign = post("/account/sessions/end-others", "csrf=")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "http://evil.example")
        .header("Cookie", &format!("oxupdated={session}"));
    assert_eq!(foreign.send(&server).status, 403);
}

#[test]
fn who_is_not_signed_in_sends_no_long_forms() {
    let place = place();
    let server = place.serve();
    let long = "x".repeat(20_000);
    let mut browser = Browser::new(&server);
    assert_eq!(browser.post("/sign-in", &[("name", "anna"), ("password", &long)]).status, 413);
    assert_eq!(browser.post("/setup", &[("code", &long)]).status, 413);
    assert_eq!(browser.sign_in("anna", PASSWORD).status, 303);
}

#[test]
fn who_guesses_is_told_when_to_come_again() {
    let place = place();
    let server = place.serve();
    let mut browser = Browser::new(&server);
    let answers: Vec<_> =
        (0..8).map(|guess| browser.sign_in("ben", &format!("a wrong guess {guess}"))).collect();
    let late = answers.iter().find(|answer| answer.status == 429).expect("guessing goes on for ever");
    assert!(late.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0), "{late:?}");
}
