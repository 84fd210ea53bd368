//! PCs that are signed in by the browser: a code, a person who says yes or no, a token.

use serde_json::Value;

use crate::browser::{Browser, between};
use crate::devices::{device, status};
use crate::http::{Answer, post};
use crate::place::{PASSWORD, Place, Running};

const BEGIN: &str = "/api/v1/device-authorization";
const TAKE: &str = "/api/v1/device-authorization/token";
const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// Sends a form as a PC does.
fn send(server: &Running, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    post(path, form).header("Content-Type", "application/x-www-form-urlencoded").send(server)
}

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), "application/json", "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "private, no-store");
    serde_json::from_slice(&answer.body).unwrap()
}

/// Lets a PC wait, and answers with what it is told.
pub(crate) fn begin(server: &Running, number: u128) -> Value {
    let (device, name) = (device(number), format!("PC-{number}"));
    let fields = [("client_id", "oxupdate"), ("device", &device), ("computer_name", &name)];
    let answer = send(server, BEGIN, &fields);
    assert_eq!(answer.status, 200, "{}", answer.text());
    json(&answer)
}

/// Asks for the token: the answer, or the reason why there is none.
pub(crate) fn take(server: &Running, device_code: &str) -> Result<Value, String> {
    let fields = [("client_id", "oxupdate"), ("grant_type", GRANT_TYPE), ("device_code", device_code)];
    let answer = send(server, TAKE, &fields);
    let told = json(&answer);
    if answer.status == 200 {
        return Ok(told);
    }
    assert_eq!(answer.status, 400);
    Err(told["error"].as_str().unwrap().to_owned())
}

fn text<'a>(told: &'a Value, member: &str) -> &'a str {
    told[member].as_str().unwrap_or_else(|| panic!("{member} of {told}"))
}

fn enrolments(place: &Place) -> usize {
    place.list("audit").iter().filter(|line: &&Value| line["action"] == "device.enrol").count()
}

#[test]
fn a_person_signs_a_pc_in_without_a_password_on_it() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    let told = begin(&server, 1);
    let page = format!("http://{}/device", server.address);
    assert_eq!(text(&told, "verification_uri"), page);
    let (secret, code) = (text(&told, "device_code"), text(&told, "user_code"));
    assert_eq!(text(&told, "verification_uri_complete"), format!("{page}?user_code={code}"));
    assert_eq!((told["expires_in"].as_u64(), told["interval"].as_u64()), (Some(600), Some(5)));

    let path = format!("/device?user_code={code}");
    let mut browser = Browser::new(&server);
    let (at, _) = browser.open(&path);
    let next = url::form_urlencoded::byte_serialize(path.as_bytes()).collect::<String>();
    assert_eq!(at, format!("/sign-in?next={next}"), "who is not signed in signs in first, and is led back");
    let entered = browser.post("/sign-in", &[("name", "anna"), ("password", PASSWORD), ("next", &path)]);
    assert_eq!(entered.header("location"), path);
    let shown = browser.get(&path);
    assert!(shown.text().contains(code) && !shown.text().contains("PC-1"), "nothing is looked up by a link");
    let asked = browser.post("/device", &[("code", code)]);
    let said = asked.text();
    for part in ["PC-1", code, "127.0.0.1", "anna", "Sign in on this PC?", "somebody else sent you the code"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(asked.header("referrer-policy"), "same-origin");
    assert_eq!(enrolments(&place), 0, "no token comes to be before somebody has said yes");
    let done = browser.post("/device/yes", &[("code", code)]);
    assert_eq!(done.header("location"), "/device/done");
    let said = browser.get("/device/done");
    assert!(said.text().contains("PC-1 is signed in as anna.") && said.text().contains("close this page"));
    assert_eq!(enrolments(&place), 0, "nor before the PC has come for it");

    let granted = take(&server, secret).unwrap();
    assert_eq!((text(&granted, "token_type"), text(&granted, "user_name")), ("Basic", "anna"));
    let token = text(&granted, "access_token");
    assert_eq!(status(&server, "anna", token), 200);
    assert_eq!(take(&server, secret), Err("invalid_grant".to_owned()), "it is given out once");
    assert_eq!(enrolments(&place), 1);
    assert_eq!(place.list("device")[0]["computer_name"], "PC-1");

    let log = server.log();
    assert!(log.contains("path=\"/device\"") && log.contains("device.enrol"), "{log}");
    for secret in [&secret[5..], &token[5..], code] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
    let database = std::fs::read(place.data().join("oxupdated.sqlite-wal")).unwrap();
    assert!(!database.windows(48).any(|window| window == token.as_bytes()), "only a hash is kept");
}

#[test]
fn a_code_can_be_typed_and_a_no_is_a_no() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let told = begin(&server, 1);
    let code = text(&told, "user_code");
    let mut browser = Browser::signed_in(&server, "anna");
    assert!(browser.open("/").1.text().contains("href=\"/device\""));
    browser.open("/device");
    let wrong = browser.post("/device", &[("code", "BBBB-BBBB\"><b>")]);
    assert_eq!(wrong.status, 400);
    assert!(wrong.text().contains("No PC waits with this code") && !wrong.text().contains("\"><b>"));
    let typed = code.to_lowercase().replace('-', " ");
    let found = browser.post("/device", &[("code", &typed)]);
    assert!(found.status == 200 && found.text().contains("PC-1"), "{}", found.text());
    assert_eq!(browser.post("/device/no", &[("code", code)]).status, 303);
    assert!(browser.get("/device/done").text().contains("PC-1 was not signed in."));

    let mut ben = Browser::signed_in(&server, "ben");
    ben.open("/device");
    let late = ben.post("/device/yes", &[("code", code)]);
    assert_eq!(late.status, 409, "{}", late.text());
    assert!(late.text().contains("This code was answered already."));
    assert_eq!(take(&server, text(&told, "device_code")), Err("access_denied".to_owned()));
    assert_eq!(enrolments(&place), 0);
}

#[test]
fn of_many_who_say_yes_one_is_signed_in() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let told = begin(&server, 1);
    let code = text(&told, "user_code");
    let mut browsers = ["anna", "ben", "anna", "ben"].map(|name| Browser::signed_in(&server, name));
    for browser in &mut browsers {
        browser.open("/device");
    }
    let mut answers: Vec<u16> = std::thread::scope(|scope| {
        let say = |browser: &mut Browser<'_>| browser.post("/device/yes", &[("code", code)]).status;
        let saying: Vec<_> = browsers.iter_mut().map(|browser| scope.spawn(move || say(browser))).collect();
        saying.into_iter().map(|saying| saying.join().unwrap()).collect()
    });
    answers.sort_unstable();
    assert_eq!(answers, [303, 409, 409, 409]);
    assert_eq!(enrolments(&place), 0);
    let granted = take(&server, text(&told, "device_code")).unwrap();
    let (name, token) = (text(&granted, "user_name"), text(&granted, "access_token"));
    assert_eq!(place.list("device")[0]["user"], name);
    assert_eq!(status(&server, name, token), 200);
    assert_eq!(status(&server, if name == "anna" { "ben" } else { "anna" }, token), 401);
}

#[test]
fn a_form_that_is_wrong_gets_nothing() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    let number = device(1);
    let right = [("client_id", "oxupdate"), ("device", number.as_str()), ("computer_name", "PC-1")];
    let check = |path: &str, fields: &[(&str, &str)], expected: &str| {
        let answer = send(&server, path, fields);
        assert_eq!((answer.status, text(&json(&answer), "error")), (400, expected), "{path} {fields:?}");
    };
    for left_out in 0..right.len() {
        let mut fields = right.to_vec();
        fields.remove(left_out);
        check(BEGIN, &fields, "invalid_request");
        check(BEGIN, &[&right[..], &right[left_out..=left_out]].concat(), "invalid_request");
    }
    check(BEGIN, &[("client_id", "other"), right[1], right[2]], "invalid_client");
    check(BEGIN, &[right[0], ("device", "PC-1"), right[2]], "invalid_request");
    for name in ["", "a\nb", &"a".repeat(256)] {
        check(BEGIN, &[right[0], right[1], ("computer_name", name)], "invalid_request");
    }
    let told = begin(&server, 1);
    let secret = ("device_code", text(&told, "device_code"));
    let grant = ("grant_type", GRANT_TYPE);
    check(TAKE, &[right[0], grant], "invalid_request");
    check(TAKE, &[right[0], secret], "invalid_request");
    check(TAKE, &[secret, grant], "invalid_request");
    check(TAKE, &[right[0], grant, secret, secret], "invalid_request");
    check(TAKE, &[("client_id", "other"), grant, secret], "invalid_client");
    check(TAKE, &[right[0], ("grant_type", "password"), secret], "unsupported_grant_type");
    check(TAKE, &[right[0], grant, ("device_code", text(&told, "user_code"))], "invalid_grant");
    check(TAKE, &[right[0], grant, secret], "authorization_pending");
    check(TAKE, &[right[0], grant, secret], "slow_down");

    let plain = post(BEGIN, "client_id=oxupdate").send(&server);
    assert_eq!(plain.status, 415);
    let large = post(BEGIN, "a".repeat(5_000)).header("Content-Type", "application/x-www-form-urlencoded");
    assert_eq!(large.send(&server).status, 413);
    assert_eq!(enrolments(&place), 0);
}

#[test]
fn who_guesses_codes_is_stopped_and_a_disabled_account_consents_to_nothing() {
    let place = Place::of(&["anna", "ben"]);
    let server = place.serve();
    let told = begin(&server, 1);
    let code = text(&told, "user_code");
    let mut anna = Browser::signed_in(&server, "anna");
    let mut ben = Browser::signed_in(&server, "ben");
    ben.open("/device");
    for _ in 0..20 {
        assert_eq!(anna.get("/device?user_code=BBBB-BBBB").status, 200, "a link guesses nothing");
    }
    for _ in 0..10 {
        assert_eq!(anna.post("/device", &[("code", "BBBB-BBBB")]).status, 400);
    }
    let stopped = anna.post("/device/yes", &[("code", code)]);
    assert_eq!(stopped.status, 429, "{}", stopped.text());
    assert!(stopped.text().contains("60 minutes") || stopped.text().contains("61 minutes"));
    assert!(stopped.header("retry-after").parse::<u64>().unwrap() > 3_500);
    place.done(&["user", "disable", "ben"]);
    let refused = ben.post("/device/yes", &[("code", code)]);
    assert_eq!(refused.header("location"), "/sign-in");
    assert_eq!(take(&server, text(&told, "device_code")), Err("authorization_pending".to_owned()));
    assert_eq!(enrolments(&place), 0);
}

#[test]
fn a_page_of_another_site_says_neither_yes_nor_no() {
    let place = Place::of(&["anna"]);
    let server = place.serve();
    let told = begin(&server, 1);
    let code = text(&told, "user_code");
    let mut browser = Browser::signed_in(&server, "anna");
    let (_, page) = browser.open(&format!("/device?user_code={code}"));
    let token = between(page.text(), r#"name="csrf" value=""#, "\"").unwrap().to_owned();
    let origin = format!("http://{}", server.address);
    for (token, origin) in
        [(token.as_str(), "https://evil.example"), ("AAAA", origin.as_str()), ("", &origin)]
    {
        for path in ["/device", "/device/yes", "/device/no"] {
            let foreign = post(path, format!("csrf={token}&code={code}"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", &format!("oxupdated={}", browser.session()))
                .header("Origin", origin);
            assert_eq!(foreign.send(&server).status, 403, "{path} {token} {origin}");
        }
    }
    assert_eq!(take(&server, text(&told, "device_code")), Err("authorization_pending".to_owned()));
}
