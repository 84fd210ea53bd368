//! The second factor: set up, asked for, guessed at, lost.

use std::time::{SystemTime, UNIX_EPOCH};

use totp_rs::{Builder, Secret};

use crate::browser::{Browser, between};
use crate::place::{PASSWORD, Place, Running};

/// The code that an app shows so many steps of 30 seconds from now.
fn code(secret: &str, steps: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let at = now.checked_add_signed(steps * 30).unwrap();
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    Builder::new().with_secret(secret.as_bytes()).build().unwrap().generate(at).to_string()
}

/// A code that is none of now.
fn wrong(secret: &str) -> String {
    let right: Vec<String> = (-2..=3).map(|steps| code(secret, steps)).collect();
    (0..).map(|number| format!("{number:06}")).find(|code| !right.contains(code)).unwrap()
}

/// Reads the secret of a page.
fn secret(page: &str) -> String {
    between(page, r#"<code class="secret">"#, "<").unwrap().to_owned()
}

fn recovery_codes(page: &str) -> Vec<String> {
    page.split("<li><code>").skip(1).map(|rest| rest.split_once('<').unwrap().0.to_owned()).collect()
}

/// Sets a second factor up. Answers with the secret and the recovery codes.
fn set_up(browser: &mut Browser<'_>) -> (String, Vec<String>) {
    let (_, page) = browser.open("/account/second-factor");
    assert!(page.text().contains("<svg "), "{}", page.text());
    let secret = secret(page.text());
    let answer = browser.post("/account/second-factor", &[("code", &wrong(&secret))]);
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert_eq!(self::secret(answer.text()), secret, "the secret stays while it is set up");
    let before = browser.session().to_owned();
    let answer = browser.post("/account/second-factor", &[("code", &code(&secret, 0))]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_ne!(browser.session(), before, "the session goes on under another token");
    (secret, recovery_codes(answer.text()))
}

fn enter(server: &Running) -> Browser<'_> {
    let mut browser = Browser::new(server);
    assert_eq!(browser.sign_in("anna", PASSWORD).header("location"), "/sign-in/second-factor");
    browser.open("/sign-in/second-factor");
    browser
}

fn give(browser: &mut Browser<'_>, code: &str) -> u16 {
    browser.post("/sign-in/second-factor", &[("code", code)]).status
}

#[test]
fn a_code_is_asked_for_and_none_is_good_twice() {
    let place = Place::new();
    place.add_user_as("anna", "administrator");
    let server = place.serve();
    let mut elsewhere = Browser::signed_in(&server, "anna");
    let (secret, codes) = set_up(&mut Browser::signed_in(&server, "anna"));
    assert_eq!(codes.len(), 10);
    assert_eq!(elsewhere.led_to("/admin"), "/sign-in?next=%2Fadmin", "other sessions knew no second factor");

    let mut browser = enter(&server);
    assert_eq!(
        browser.led_to("/admin"),
        "/sign-in/second-factor?next=%2Fadmin",
        "the password alone opens nothing"
    );
    let half_open = browser.session().to_owned();
    let next = code(&secret, 1);
    assert_eq!(give(&mut browser, &next), 303);
    assert_ne!(browser.session(), half_open);
    assert_eq!(browser.led_to("/admin"), "/admin");
    let mut thief = Browser::new(&server);
    thief.plant(&half_open);
    assert_eq!(thief.led_to("/admin"), "/sign-in?next=%2Fadmin");

    let mut replay = enter(&server);
    assert_eq!(give(&mut replay, &next), 400, "who has seen the code cannot use it again");
    assert_eq!(give(&mut replay, &code(&secret, 0)), 400, "nor one before it");
    assert_eq!(give(&mut replay, &codes[0].to_uppercase().replace('-', " ")), 303);
    assert_eq!(replay.led_to("/admin"), "/admin");
    let mut again = enter(&server);
    assert_eq!(give(&mut again, &codes[0]), 400, "a recovery code is good once");
    assert_eq!(give(&mut again, &codes[1]), 303);
    let audit = place.list("audit");
    assert_eq!(audit[0]["detail"], "recovery code, 8 left");

    again.open("/account/second-factor");
    let answer = again.post("/account/recovery-codes", &[("password", PASSWORD)]);
    let renewed = recovery_codes(answer.text());
    assert_eq!(renewed.len(), 10);
    again.open("/account/second-factor");
    assert_eq!(again.post("/account/second-factor/off", &[("password", "wrong horse")]).status, 400);
    let mut with_old = enter(&server);
    assert_eq!(give(&mut with_old, &codes[2]), 400, "other ones count now");
    assert_eq!(give(&mut with_old, &renewed[0]), 303);
    assert_eq!(again.post("/account/second-factor/off", &[("password", PASSWORD)]).status, 303);
    assert_eq!(Browser::signed_in(&server, "anna").led_to("/admin"), "/admin");
}

#[test]
fn guessing_codes_ends_soon_wherever_it_comes_from() {
    let place = Place::new();
    place.add_user_as("anna", "administrator");
    let server = place.serve();
    let (secret, codes) = set_up(&mut Browser::signed_in(&server, "anna"));
    let mut browser = enter(&server);
    for _ in 0..4 {
        assert_eq!(give(&mut browser, &wrong(&secret)), 400);
    }
    assert_eq!(give(&mut browser, &wrong(&secret)), 429);
    assert_eq!(browser.led_to("/admin"), "/sign-in?next=%2Fadmin", "the password has to be given again");
    let mut elsewhere = Browser::at(&server, "127.0.0.2");
    elsewhere.sign_in("anna", PASSWORD);
    elsewhere.open("/sign-in/second-factor");
    let refused = elsewhere.post("/sign-in/second-factor", &[("code", &codes[0])]);
    assert_eq!(
        refused.status,
        429,
        "another place waits too, and a recovery code as well: {}",
        refused.text()
    );
    assert!(refused.text().contains("too many wrong codes"), "{}", refused.text());
    place.done(&["user", "reset-totp", "anna"]);
    assert_eq!(Browser::signed_in(&server, "anna").led_to("/admin"), "/admin");
}

#[test]
fn who_has_lost_it_is_helped_and_signed_out() {
    let place = Place::new();
    place.add_user_as("anna", "administrator");
    let server = place.serve();
    let mut browser = Browser::signed_in(&server, "anna");
    set_up(&mut browser);
    assert_eq!(browser.led_to("/admin"), "/admin");
    place.done(&["user", "reset-totp", "anna"]);
    assert_eq!(browser.led_to("/admin"), "/sign-in?next=%2Fadmin");
    assert_eq!(
        place.done(&["user", "reset-totp", "anna"]),
        "anna has no second factor. Nothing was changed.\n"
    );
    let mut browser = enter_without(&server);
    set_up(&mut browser);
    assert_eq!(enter(&server).led_to("/account"), "/sign-in/second-factor?next=%2Faccount");
}

fn enter_without(server: &Running) -> Browser<'_> {
    Browser::signed_in(server, "anna")
}

#[test]
fn a_server_may_require_it_of_all_who_may_do_more_than_most() {
    let place = Place::new();
    place.add_user_as("anna", "viewer");
    place.add_user("ben");
    let server = place.serve_with(&[("OXUPDATED_REQUIRE_SECOND_FACTOR", "true")]);
    assert_eq!(Browser::signed_in(&server, "ben").led_to("/account"), "/account");
    let mut browser = Browser::signed_in(&server, "anna");
    let (path, page) = browser.open("/admin");
    assert_eq!(path, "/sign-in/set-up-second-factor?next=%2Fadmin");
    assert_eq!(browser.led_to("/account"), "/sign-in/set-up-second-factor?next=%2Faccount");
    let secret = secret(page.text());
    let answer =
        browser.post("/sign-in/set-up-second-factor", &[("code", &code(&secret, 0)), ("next", "/admin")]);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(recovery_codes(answer.text()).len(), 10);
    assert_eq!(browser.led_to("/admin"), "/admin");
    browser.open("/account/second-factor");
    assert_eq!(browser.post("/account/second-factor/off", &[("password", PASSWORD)]).status, 409);
}
