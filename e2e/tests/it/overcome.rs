//! Faults that the client overcomes by itself: in the end the offered package is installed, and no other.

use std::time::Duration;

use catalog::report::OutcomeKind;
use client::fake::FakeMachine;
use client::persistent::BUSY_ASKED_AGAIN_MAX;
use client::server::{Server, ServerError};
use client::web::Trust;
use e2e::{Answer, Asked, Authority, Misbehaving};

use crate::shop::{CATALOG, PACKAGE, client_of, fixture_bytes, offer_at, offer_of, selling};
use crate::station::Station;

const NOTES: &str = "notes-2.0.0.msi";

/// A server with such a package, from which the offer is installed; its package was asked for with these ranges.
fn check(
    what: &str,
    package: impl Fn(&Asked, &[u8]) -> Answer + Send + Sync + 'static,
    ranges: &[Option<&str>],
) {
    let bytes = fixture_bytes(NOTES);
    let served = bytes.clone();
    let server = Misbehaving::plain(selling(&offer_of(NOTES), move |asked| package(asked, &served)));
    let station = Station::new("anna", FakeMachine::default());
    let (client, _) = client_of(&server, &Trust::System);
    let ended = station.install_from(&client);
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{what}: {}", ended[0].outcome.sentence);
    assert_eq!(station.installs(), 1, "{what}");
    let asked = server.asked(PACKAGE);
    let told: Vec<_> = asked.iter().map(|asked| asked.header("range")).collect();
    assert_eq!(told, ranges, "{what}");
    let [package] = station.downloads().try_into().unwrap();
    assert_eq!(std::fs::read(package).unwrap(), bytes, "{what}");
}

#[test]
fn a_cut_is_gone_on_from_if_the_server_vouches_for_the_file() {
    let cut_once = |asked: &Asked, bytes: &[u8]| match asked.before {
        0 => Answer::file(asked, bytes, "\"a\"").cut(1000),
        _ => Answer::file(asked, bytes, "\"a\""),
    };
    check("resumed", cut_once, &[None, Some("bytes=1000-")]);
}

#[test]
fn a_cut_is_begun_anew_if_nobody_vouches_for_the_file() {
    let cut_once = |asked: &Asked, bytes: &[u8]| match asked.before {
        0 => Answer::ok(bytes).cut(1000),
        _ => Answer::ok(bytes),
    };
    check("restarted", cut_once, &[None, None]);
}

#[test]
fn a_whole_file_instead_of_the_rest_is_not_appended() {
    let whole = |asked: &Asked, bytes: &[u8]| match asked.before {
        0 => Answer::ok(bytes).header("etag", "\"a\"").cut(1000),
        _ => Answer::ok(bytes).header("etag", "\"a\""),
    };
    check("200 instead of 206", whole, &[None, Some("bytes=1000-")]);
    // What came first was of another file, which the server says by a new validator.
    let changed = |asked: &Asked, bytes: &[u8]| match asked.before {
        0 => Answer::ok(vec![7; bytes.len()]).header("etag", "\"a\"").cut(1000),
        _ => Answer::file(asked, bytes, "\"b\""),
    };
    check("the file changed", changed, &[None, Some("bytes=1000-")]);
}

#[test]
fn a_busy_server_is_asked_again_when_it_said() {
    let offer = offer_of(NOTES);
    let bytes = fixture_bytes(NOTES);
    let busy = |seconds: &str| Answer::status(503).header("retry-after", seconds);
    let honest = selling(&offer, move |_| Answer::ok(bytes.as_slice()));
    let server = Misbehaving::plain(move |asked| match (asked.path.as_str(), asked.before) {
        (CATALOG, 0) => busy("7"),
        (PACKAGE, 0) => busy("30"),
        (PACKAGE, 1) => busy("1"),
        _ => honest(asked),
    });
    let station = Station::new("anna", FakeMachine::default());
    let (client, waits) = client_of(&server, &Trust::System);
    let ended = station.install_from(&client);
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{}", ended[0].outcome.sentence);
    assert_eq!(*waits.borrow(), [7, 30, 1].map(Duration::from_secs));
}

#[test]
fn a_server_that_stays_busy_is_not_asked_for_ever() {
    let server = Misbehaving::plain(|_| Answer::status(503).header("retry-after", "7"));
    let (client, waits) = client_of(&server, &Trust::System);
    let error = client.catalog(None).unwrap_err();
    assert!(matches!(error, ServerError::Busy { retry_after: Some(7) }), "{error:?}");
    assert_eq!(waits.borrow().len(), BUSY_ASKED_AGAIN_MAX);
    assert_eq!(server.asked(CATALOG).len(), 1 + BUSY_ASKED_AGAIN_MAX);
}

#[test]
fn a_package_on_another_https_host_is_fetched_without_the_password() {
    let authority = Authority::new();
    let trust = Trust::CaFile(authority.file());
    let bytes = fixture_bytes(NOTES);
    let served = bytes.clone();
    let other = Misbehaving::secure(&authority, "127.0.0.1", move |_| Answer::ok(served.as_slice()));
    let target = format!("{}/elsewhere.msi", other.address());
    let check = |what: &str, home: &Misbehaving, at_home: usize| {
        let station = Station::new("anna", FakeMachine::default());
        let (client, _) = client_of(home, &trust);
        let before = other.asked("/elsewhere.msi").len();
        let ended = station.install_from(&client);
        assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{what}: {}", ended[0].outcome.sentence);
        assert!(home.asked(CATALOG)[0].header("authorization").is_some(), "{what}");
        let asked_at_home = home.asked(PACKAGE);
        assert_eq!(asked_at_home.len(), at_home, "{what}");
        assert!(asked_at_home.iter().all(|asked| asked.header("authorization").is_some()), "{what}");
        let asked = other.asked("/elsewhere.msi").split_off(before);
        assert_eq!(asked.len(), 1, "{what}");
        assert_eq!(asked[0].header("authorization"), None, "{what}");
    };
    let send_on = target.clone();
    let script = selling(&offer_of(NOTES), move |_| Answer::redirect(&send_on));
    check("sent on", &Misbehaving::secure(&authority, "localhost", script), 1);
    let script = selling(&offer_at(&bytes, &target), |_| Answer::status(404));
    check("named", &Misbehaving::secure(&authority, "localhost", script), 0);
}
