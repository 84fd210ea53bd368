//! Signing in with a provider of OpenID Connect: there, back, and everything that is not believed.

use serde_json::{Value, json};

use crate::browser::{Browser, between};
use crate::http::{Answer, get, post};
use crate::place::{Place, Running};
use crate::provider::{CLIENT_SECRET, Lie, Provider};

const BEGIN: &str = "/sign-in/with/id";

/// A place whose settings name the provider, beside an administrator of its own.
fn place(provider: &Provider) -> Place {
    let place = Place::new();
    place.add_user_as("admin", "administrator");
    let secret = place.write("client-secret", CLIENT_SECRET.to_owned() + "\n");
    std::fs::write(place.data().join("oxupdated.toml"), provider.settings(&secret)).unwrap();
    place
}

fn anna() -> Value {
    json!({
        "sub": "24400320", "preferred_username": "anna", "name": "Anna Ahn", "email": "anna@example.com",
        "groups": ["outlook", "other"],
    })
}

/// Where the page leads that a begun sign-in answers with.
fn sent_to(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let refresh = answer.header("refresh");
    let url = refresh.strip_prefix("0; url=").unwrap_or_else(|| panic!("{refresh}"));
    assert!(answer.text().contains(&url.replace('&', "&amp;")), "there is a link, too");
    url.to_owned()
}

/// Goes to the provider, is signed in there as somebody, and comes back. Answers what that leads to.
fn sign_in(browser: &mut Browser<'_>, provider: &Provider, claims: &Value, next: &str) -> Answer {
    let sent_to = sent_to(&browser.post(BEGIN, &[("next", next)]));
    let back = provider.sign_in(&sent_to, claims);
    browser.get(&back)
}

fn users(place: &Place) -> Vec<String> {
    place.list("user").iter().map(|user: &Value| user["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_person_signs_in_with_a_provider_and_lands_on_the_wanted_page() {
    let provider = Provider::start();
    let place = place(&provider);
    place.publish("notes-1.0.0.msi", &["--require", "usm"]);
    let server = place.serve();
    let mut browser = Browser::new(&server);
    let (at, page) = browser.open("/account");
    assert_eq!(at, "/sign-in?next=%2Faccount");
    assert!(page.text().contains("Sign in with Example ID") && page.text().contains("name=\"password\""));
    assert!(provider.asked().is_empty(), "nobody is asked before somebody wants to sign in");
    let entered = sign_in(&mut browser, &provider, &anna(), "/account");
    assert_eq!((entered.status, entered.header("location")), (303, "/account"), "{}", entered.text());
    assert!(browser.get("/account").text().contains("anna"));
    let home = browser.get("/");
    assert!(home.text().contains("Fixture Notes"), "what the group gives: {}", home.text());

    // The same person once more is the same account, with what the provider says by then.
    let mut again = Browser::new(&server);
    let claims = json!({"sub": "24400320", "preferred_username": "anna"});
    assert_eq!(sign_in(&mut again, &provider, &claims, "").header("location"), "/");
    assert_eq!(users(&place), ["admin", "anna"]);
    assert!(
        !again.get("/").text().contains("Fixture Notes"),
        "who is in no group any more has nothing of it"
    );
    let asked = provider.asked();
    let of = |path: &str| asked.iter().filter(|asked| *asked == path).count();
    assert_eq!((of("/keys"), of("/token"), of("/me")), (1, 2, 2), "{asked:?}");

    let log = server.log();
    assert!(log.contains("path=\"/sign-in/with/id/back\""), "{log}");
    for secret in ["code-1", "access-1", CLIENT_SECRET, "state=", "24400320"] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}

#[test]
fn what_a_provider_says_is_believed_only_if_all_is_right() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve();
    let check = |lie: Lie, status: u16, said: &str| {
        provider.lie(Some(lie));
        let mut browser = Browser::new(&server);
        let answer = sign_in(&mut browser, &provider, &anna(), "/account");
        assert_eq!(answer.status, status, "{lie:?}: {}", answer.text());
        assert!(answer.text().contains(said), "{lie:?}: {}", answer.text());
        assert!(answer.text().contains("Sign in with Example ID"), "{lie:?}: a way on");
        assert!(browser.session().is_empty(), "{lie:?}");
        assert!(!answer.text().contains("code-"), "{lie:?}");
    };
    let not_believed = "could not be checked";
    for lie in [
        Lie::Nonce,
        Lie::NoNonce,
        Lie::Audience,
        Lie::MoreAudiences,
        Lie::Party,
        Lie::NotSigned,
        Lie::SignedWithSecret,
        Lie::SignedWithAnotherKey,
        Lie::Expired,
        Lie::Stale,
        Lie::OfTomorrow,
        Lie::Issuer,
        Lie::NoIdToken,
        Lie::AnotherAccessToken,
        Lie::AnotherSubject,
        Lie::Html,
    ] {
        check(lie, 502, not_believed);
    }
    check(Lie::ServerError, 503, "gives no answer");
    check(Lie::NoAnswer, 503, "gives no answer");
    check(Lie::NoName, 403, "cannot be used here");
    check(Lie::NameIsNone, 403, "cannot be used here");
    assert_eq!(users(&place), ["admin"]);
    provider.lie(None);
    let mut browser = Browser::new(&server);
    assert_eq!(sign_in(&mut browser, &provider, &anna(), "").header("location"), "/");
}

#[test]
fn an_answer_counts_once_and_where_it_was_asked_for() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve();
    let refused = |answer: &Answer| {
        assert_eq!(answer.status, 400, "{}", answer.text());
        assert!(answer.text().contains("not under way any more"), "{}", answer.text());
    };
    let mut browser = Browser::new(&server);
    let mine = sent_to(&browser.post(BEGIN, &[]));
    let mut mallory = Browser::new(&server);
    let theirs = sent_to(&mallory.post(BEGIN, &[]));
    let of_mallory = provider.sign_in(&theirs, &json!({"sub": "666", "preferred_username": "mallory"}));
    refused(&browser.get(&of_mallory));
    assert!(browser.session().is_empty(), "nobody is signed in as somebody else by a link");

    let mine_too = sent_to(&browser.post(BEGIN, &[]));
    assert_ne!(mine, mine_too);
    let back = provider.sign_in(&mine_too, &anna());
    refused(&get(&back).header("Accept", "text/html").send(&server));
    let code = |path: &str| between(path, "code=", "&").unwrap().to_owned();
    let swapped = back.replace(&code(&back), &code(&of_mallory));
    let answer = browser.get(&swapped);
    assert_eq!(answer.status, 403, "the code of another sign-in: {}", answer.text());
    assert!(browser.session().is_empty());

    let sent = sent_to(&browser.post(BEGIN, &[]));
    let back = provider.sign_in(&sent, &anna());
    refused(&browser.get(&back.replace("state=", "state=a")));
    let sent = sent_to(&browser.post(BEGIN, &[]));
    let back = provider.sign_in(&sent, &anna());
    let other_issuer = browser.get(&back.replace("iss=http", "iss=https"));
    assert_eq!(other_issuer.status, 502, "{}", other_issuer.text());
    let sent = sent_to(&browser.post(BEGIN, &[]));
    let back = provider.sign_in(&sent, &anna());
    let nameless = browser.get(back.split("&iss=").next().unwrap());
    assert_eq!(nameless.status, 502, "it names itself always: {}", nameless.text());
    let sent = sent_to(&browser.post(BEGIN, &[]));
    let back = provider.sign_in(&sent, &anna());
    assert_eq!(browser.get(&back).status, 303);
    refused(&browser.get(&back));
    refused(&browser.get("/sign-in/with/id/back"));
    assert_eq!(browser.get("/sign-in/with/other/back?state=a&code=b").status, 404);
    assert_eq!(browser.get("/sign-in/with/local/back?state=a&code=b").status, 404);
}

#[test]
fn a_no_at_the_provider_is_told_and_nothing_foreign_is_shown() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve();
    let check = |error: &str, status: u16, said: &str| {
        let mut browser = Browser::new(&server);
        let sent = sent_to(&browser.post(BEGIN, &[]));
        let state = between(&sent, "state=", "&").unwrap().to_owned();
        let answer = browser.get(&format!(
            "/sign-in/with/id/back?error={error}&error_description=%3Cb%3Ecall+0800&state={state}"
        ));
        assert_eq!(answer.status, status, "{error}: {}", answer.text());
        assert!(answer.text().contains(said), "{error}: {}", answer.text());
        assert!(!answer.text().contains("0800"), "{error}");
    };
    check("access_denied", 403, "did not sign you in");
    check("temporarily_unavailable", 503, "gives no answer");
    check("unauthorized_client", 403, "could not sign you in");
    check("%0a%1b[31m", 403, "could not sign you in");
    assert!(!server.log().contains("\u{1b}[31m\""));
}

#[test]
fn no_foreign_page_begins_a_sign_in_and_none_leads_elsewhere() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve();
    assert_eq!(get(BEGIN).header("Accept", "text/html").send(&server).status, 405);
    for origin in ["https://evil.example", "null", ""] {
        let foreign = post(BEGIN, "next=%2F")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin);
        assert_eq!(foreign.send(&server).status, 403, "{origin}");
    }
    assert!(provider.asked().is_empty());
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let mut browser = Browser::new(&server);
        assert_eq!(sign_in(&mut browser, &provider, &anna(), next).header("location"), "/", "{next}");
    }
    let mut browser = Browser::new(&server);
    assert_eq!(browser.post("/sign-in/with/other", &[]).status, 404);
}

#[test]
fn a_provider_names_nobody_who_is_somebody_here_and_a_disabled_account_stays_out() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve();
    let check = |claims: &Value| {
        let mut browser = Browser::new(&server);
        let answer = sign_in(&mut browser, &provider, claims, "");
        assert_eq!(answer.status, 403, "{claims}: {}", answer.text());
        assert!(answer.text().contains("cannot be used here"), "{}", answer.text());
        assert!(browser.session().is_empty(), "{claims}");
    };
    check(&json!({"sub": "1", "preferred_username": "admin"}));
    let mut browser = Browser::new(&server);
    assert_eq!(sign_in(&mut browser, &provider, &anna(), "").status, 303);
    check(&json!({"sub": "2", "preferred_username": "Anna"}));
    place.done(&["user", "disable", "anna"]);
    check(&anna());
    assert_eq!(browser.led_to("/account"), "/sign-in?next=%2Faccount");
}

#[test]
fn a_second_factor_is_asked_for_whoever_has_vouched() {
    let provider = Provider::start();
    let place = place(&provider);
    let server = place.serve_with(&[("OXUPDATED_REQUIRE_SECOND_FACTOR", "true")]);
    let mut browser = Browser::new(&server);
    assert_eq!(sign_in(&mut browser, &provider, &anna(), "/account").header("location"), "/account");
    place.done(&["user", "set-role", "anna", "viewer"]);
    let mut browser = Browser::new(&server);
    let entered = sign_in(&mut browser, &provider, &anna(), "/admin");
    assert_eq!(entered.header("location"), "/sign-in/set-up-second-factor?next=%2Fadmin");
    assert_eq!(browser.led_to("/admin"), "/sign-in/set-up-second-factor?next=%2Fadmin");
}

#[test]
fn a_pc_is_signed_in_by_who_signed_in_with_a_provider() {
    let provider = Provider::start();
    let place = place(&provider);
    let server: Running = place.serve();
    let told = crate::device_sign_in::begin(&server, 1);
    let code = told["user_code"].as_str().unwrap();
    let mut browser = Browser::new(&server);
    let path = format!("/device?user_code={code}");
    assert_eq!(sign_in(&mut browser, &provider, &anna(), &path).header("location"), path);
    browser.open(&path);
    assert_eq!(browser.post("/device/yes", &[("code", code)]).status, 303);
    let granted = crate::device_sign_in::take(&server, told["device_code"].as_str().unwrap()).unwrap();
    let token = granted["access_token"].as_str().unwrap();
    assert_eq!(crate::devices::status(&server, "anna", token), 200);
}

#[test]
fn a_provider_that_is_away_keeps_nobody_else_out() {
    let provider = Provider::start();
    let place = place(&provider);
    let settings = std::fs::read_to_string(place.data().join("oxupdated.toml")).unwrap();
    let away = settings.replace(&provider.issuer, "http://127.0.0.1:1");
    std::fs::write(place.data().join("oxupdated.toml"), away).unwrap();
    let server = place.serve();
    let mut browser = Browser::new(&server);
    for _ in 0..2 {
        let answer = browser.post(BEGIN, &[("next", "/account")]);
        assert_eq!(answer.status, 503, "{}", answer.text());
        assert!(answer.text().contains("Example ID gives no answer"), "{}", answer.text());
    }
    let entered = Browser::signed_in(&server, "admin").led_to("/account");
    assert_eq!(entered, "/account");
}
