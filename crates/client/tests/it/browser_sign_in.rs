//! Signing in with the browser, at a server on loopback that says what a test wants: the engine and the worker.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use catalog::device::DeviceToken;
use client::address::{Address, Site};
use client::browser_sign_in::{BrowserSignInError, Standing};
use client::clock::{Clock as _, FakeClock};
use client::credentials::Memory;
use client::desk::{News, TroubleKind, Work};
use client::fake::FakeMachine;
use client::server::ServerError;
use client::sign_in::{Enrolling, Reception, SignInError};
use serde_json::json;
use url::form_urlencoded;

use crate::engine::offer_of;
use crate::pc::{Pc, USER, update_xml};
use crate::web::{Answer, Asked, Web};
use crate::workshop::Workshop;

const ASK: &str = "/api/v1/device-authorization";
const TOKEN: &str = "/api/v1/device-authorization/token";

pub(crate) fn token() -> DeviceToken {
    DeviceToken::of([7; 32])
}

fn basic_of_token() -> String {
    use base64::Engine;
    let encoded = base64::engine::general_purpose::STANDARD.encode(format!("{USER}:{}", token().as_str()));
    format!("Basic {encoded}")
}

pub(crate) fn error(error: &str) -> Answer {
    Answer::ok(json!({ "error": error }).to_string()).with_status(400)
}

pub(crate) fn granted() -> Answer {
    let granted = json!({"access_token": token(), "token_type": "Basic", "user_name": USER});
    Answer::ok(granted.to_string())
}

/// A server that answers the questions for the token so, one after the other, and the last one again and again; it names pages of this origin,
/// or of its own.
pub(crate) fn server_at(origin: Option<&str>, interval: u64, answers: Vec<Answer>) -> Web {
    let mut answers = answers;
    answers.reverse();
    let (answers, origin) = (Mutex::new(answers), origin.map(str::to_owned));
    let xml = update_xml(&[offer_of("notes-2.0.0.msi")]);
    Web::start(move |asked: &Asked| match asked.path.as_str() {
        ASK => {
            let own = format!("http://{}", asked.header("host").unwrap());
            let page = format!("{}/device", origin.as_ref().unwrap_or(&own));
            let answer = json!({
                "device_code": "only for this PC", "user_code": "BCDF-GHJK", "verification_uri": page,
                "verification_uri_complete": format!("{page}?user_code=BCDF-GHJK"), "expires_in": 600,
                "interval": interval, "more": true,
            });
            Answer::ok(answer.to_string())
        }
        TOKEN => {
            let mut answers = answers.lock().unwrap();
            if answers.len() > 1 { answers.pop().unwrap() } else { answers[0].clone() }
        }
        _ if asked.header("authorization") != Some(&basic_of_token()) => Answer::status(401),
        "/ajax/updater/update.xml" => Answer::ok(xml.as_slice()),
        _ => Answer::status(404),
    })
}

fn server(answers: Vec<Answer>) -> Web {
    server_at(None, 5, answers)
}

fn site(web: &Web) -> Site {
    let Ok(Address::Web(site)) = Address::parse(&web.address()) else { panic!("no site") };
    site
}

/// Does something at the reception of a server.
fn at<T>(pc: &Pc, web: &Web, store: &Arc<Memory>, act: impl FnOnce(&Reception<'_>) -> T) -> T {
    let fetcher = client::web::Web::new(&client::web::ProxyChoice::None, &client::web::Trust::System);
    act(&Reception {
        web: &fetcher.unwrap(),
        site: &site(web),
        state: &pc.state,
        credentials: Arc::<Memory>::clone(store),
        computer_name: "PC-7".to_owned(),
        enrolling: Enrolling::Wanted,
    })
}

fn pc() -> Pc {
    Pc::new(FakeMachine::default())
}

/// Waits for consent by a clock whose time goes by at once; answers who signed in, and how long it took.
fn sign_in(pc: &Pc, web: &Web, store: &Arc<Memory>) -> (Result<String, SignInError>, Duration) {
    let clock = FakeClock::default();
    let ended = at(pc, web, store, |reception| {
        let mut waiting = reception.invite(&clock)?;
        loop {
            match reception.look_for_consent(&mut waiting, &clock)? {
                Standing::NotBefore(time) => clock.pause(time),
                Standing::SignedIn(user, _) => return Ok(user),
            }
        }
    });
    (ended, clock.elapsed())
}

fn questions(web: &Web) -> usize {
    web.asked().iter().filter(|asked| asked.path == TOKEN).count()
}

#[test]
fn with_consent_the_pc_has_a_token_and_nobody_sent_a_password() {
    let answers = ["authorization_pending", "slow_down", "authorization_pending"].map(error);
    let web = server([answers.to_vec(), vec![granted()]].concat());
    let (pc, store) = (pc(), Arc::default());
    let (ended, took) = sign_in(&pc, &web, &store);
    assert_eq!((ended.unwrap().as_str(), took.as_secs()), (USER, 5 + 5 + 10 + 10));
    at(&pc, &web, &store, |reception| {
        assert_eq!(reception.last_user().as_deref(), Some(USER));
        assert!(reception.with_token(USER).unwrap().unwrap().is_of_device());
    });
    let fields = |asked: &Asked| {
        assert_eq!(asked.header("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!((asked.header("authorization"), asked.method.as_str()), (None, "POST"));
        form_urlencoded::parse(&asked.body).into_owned().collect::<Vec<_>>()
    };
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let device = pc.state.device().unwrap().to_string();
    let asked = web.asked();
    assert_eq!(
        fields(&asked[0]),
        [pair("client_id", "oxupdate"), pair("device", &device), pair("computer_name", "PC-7")]
    );
    assert_eq!(
        fields(&asked[1]),
        [
            pair("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            pair("device_code", "only for this PC"),
            pair("client_id", "oxupdate"),
        ]
    );
}

#[test]
fn it_ends_when_the_server_says_so() {
    let check = |answer: Answer, expected: &str| {
        let web = server(vec![error("authorization_pending"), answer]);
        let (pc, store) = (pc(), Arc::default());
        let (ended, took) = sign_in(&pc, &web, &store);
        assert_eq!((ended.unwrap_err().to_string().as_str(), took.as_secs()), (expected, 10));
        let has_token = at(&pc, &web, &store, |reception| reception.with_token(USER).unwrap().is_some());
        assert_eq!((questions(&web), has_token), (2, false));
    };
    let denied = "The sign-in was refused in the browser. If that was not what you wanted, try again.";
    check(error("access_denied"), denied);
    check(error("expired_token"), &BrowserSignInError::Expired.to_string());
    check(error("invalid_grant"), &BrowserSignInError::NotUnderstood.to_string());
    check(error("something_new"), &BrowserSignInError::NotUnderstood.to_string());
    check(Answer::status(403), &ServerError::Forbidden.to_string());
    let other_type = json!({"access_token": token(), "token_type": "Bearer", "user_name": USER});
    check(Answer::ok(other_type.to_string()), &BrowserSignInError::NotUnderstood.to_string());
    let nameless = json!({"access_token": token(), "token_type": "Basic", "user_name": ""});
    check(Answer::ok(nameless.to_string()), &BrowserSignInError::NotUnderstood.to_string());
}

#[test]
fn nobody_is_waited_for_longer_than_the_code_is_good() {
    let web = server(vec![error("authorization_pending")]);
    let (ended, took) = sign_in(&pc(), &web, &Arc::default());
    assert!(matches!(ended, Err(SignInError::Browser(BrowserSignInError::Expired))), "{ended:?}");
    assert_eq!((took.as_secs(), questions(&web)), (600, 119));
    // One that only wants to be asked more seldom is asked more and more seldom.
    let web = server(vec![error("slow_down")]);
    let (ended, took) = sign_in(&pc(), &web, &Arc::default());
    assert!(matches!(ended, Err(SignInError::Browser(BrowserSignInError::Expired))), "{ended:?}");
    assert_eq!((took.as_secs(), questions(&web)), (600, 14));
}

#[test]
fn a_server_that_is_away_for_a_while_is_asked_again_later() {
    let cut = Answer::ok("{\"error\": \"authorization_pending\"}").cut(3);
    for away in
        [Answer::status(503), Answer::status(500), Answer::status(502), error("temporarily_unavailable")]
    {
        let web = server(vec![away.clone(), away, error("authorization_pending"), granted()]);
        let (ended, took) = sign_in(&pc(), &web, &Arc::default());
        assert_eq!((ended.unwrap().as_str(), took.as_secs()), (USER, 5 + 10 + 20 + 5));
    }
    // Half an answer to who asks for the token is none, and the token would be lost.
    let web = server(vec![cut]);
    assert!(sign_in(&pc(), &web, &Arc::default()).0.is_err());
    let gone = server(vec![granted()]);
    let (pc, store, clock) = (pc(), Arc::default(), FakeClock::default());
    let site = site(&gone);
    let mut waiting = at(&pc, &gone, &store, |reception| reception.invite(&clock).unwrap());
    drop(gone);
    let fetcher =
        client::web::Web::new(&client::web::ProxyChoice::None, &client::web::Trust::System).unwrap();
    let reception = Reception {
        web: &fetcher,
        site: &site,
        state: &pc.state,
        credentials: store,
        computer_name: String::new(),
        enrolling: Enrolling::Wanted,
    };
    let mut pauses = Vec::new();
    let ended = loop {
        match reception.look_for_consent(&mut waiting, &clock) {
            Ok(Standing::NotBefore(time)) => {
                pauses.push(time.as_secs());
                clock.pause(time);
            }
            Ok(Standing::SignedIn(..)) => panic!("nobody answers"),
            Err(error) => break error,
        }
    };
    assert!(matches!(ended, SignInError::Browser(BrowserSignInError::Expired)), "{ended:?}");
    assert_eq!(pauses[..6], [5, 10, 20, 40, 60, 60]);
}

#[test]
fn who_does_not_offer_it_says_so_and_nobody_is_sent_elsewhere() {
    let check = |web: &Web, expected: &BrowserSignInError| {
        let (ended, _) = sign_in(&pc(), web, &Arc::default());
        assert_eq!(ended.unwrap_err().to_string(), expected.to_string());
        assert_eq!(web.asked().len(), 1);
    };
    for answer in [Answer::status(404), Answer::status(405), Answer::status(501), Answer::ok("<html>Hello")] {
        check(&Web::start(move |_| answer.clone()), &BrowserSignInError::NotOffered);
    }
    check(&Web::start(|_| error("invalid_request")), &BrowserSignInError::NotUnderstood);
    let web = server_at(Some("https://evil.example"), 5, vec![granted()]);
    let other = BrowserSignInError::OtherPlace {
        address: "https://evil.example/device".to_owned(),
        server: web.address(),
    };
    check(&web, &other);
    let busy = Web::start(|_| error("temporarily_unavailable"));
    let (ended, _) = sign_in(&pc(), &busy, &Arc::default());
    assert!(ended.unwrap_err().to_string().starts_with("The server is busy."));
}

#[test]
fn the_worker_does_what_else_is_wanted_while_it_waits() {
    let web = server(vec![error("authorization_pending"), granted()]);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    workshop.order(Work::SignInWithBrowser);
    let News::Invited(invitation) = workshop.next() else { panic!("not invited") };
    let page = format!("{}/device", web.address());
    assert_eq!((invitation.code.as_str(), &invitation.address), ("BCDF-GHJK", &page));
    workshop.order(Work::History);
    assert!(matches!(workshop.next(), News::History(_)));
    assert_eq!(workshop.situation().user.as_deref(), Some(USER));
    assert_eq!(workshop.checked().unwrap().user.as_deref(), Some(USER));
    assert_eq!(questions(&web), 2);
    assert_eq!(workshop.ready().len(), 1);
}

#[test]
fn who_does_not_wait_any_longer_asks_nobody_any_more() {
    let web = server(vec![granted()]);
    let workshop = Workshop::new(FakeMachine::default(), &web.address());
    workshop.order(Work::SignInWithBrowser);
    assert!(matches!(workshop.next(), News::Invited(_)));
    workshop.order(Work::LeaveBrowser);
    assert_eq!(workshop.begin().user, None);
    assert_eq!(workshop.check().unwrap_err().kind, TroubleKind::SignInNeeded);
    assert_eq!(questions(&web), 0);
}

#[test]
fn the_worker_tells_why_it_did_not_work() {
    let check = |web: &Web, invited: bool, expected: TroubleKind| {
        let workshop = Workshop::new(FakeMachine::default(), &web.address());
        workshop.order(Work::SignInWithBrowser);
        if invited {
            assert!(matches!(workshop.next(), News::Invited(_)));
        }
        let News::NotSignedIn(trouble) = workshop.next() else { panic!("signed in") };
        assert_eq!(trouble.kind, expected, "{}", trouble.message);
        assert_eq!(workshop.begin().user, None);
    };
    check(&Web::start(|_| Answer::status(404)), false, TroubleKind::NoBrowserSignIn);
    check(&server(vec![error("access_denied")]), true, TroubleKind::Other);
    check(&Web::start(|_| Answer::status(503)), false, TroubleKind::Away { retry_after: None });
}
