//! Tables of what webhooks are told, and when.

use catalog::report::{OutcomeKind, Report};
use catalog::{Digests, Md5};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    AGE_MAX, ATTEMPTS_MAX, Called, FAILURES_MAX, PAUSE_MIN, events, install_failed, is_failure, is_too_old,
    package_published, pause, settle, signature, standing_after, test,
};
use crate::model::webhook::{DeliveryId, DeliveryState, Due, Event, Secret, WebhookId, WebhookStanding};
use crate::rules::fixtures::package;

fn due(attempts: u32, created_at: i64) -> Due {
    Due {
        id: DeliveryId(1),
        webhook: WebhookId(1),
        url: "https://example.com/".to_owned(),
        secret: Secret::new("secret".to_owned()),
        event_id: Uuid::nil().to_string(),
        event: "test".to_owned(),
        body: "{}".to_owned(),
        created_at,
        attempts,
    }
}

#[test]
fn a_signature_is_what_others_reckon_too() {
    // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac oxw1_secret
    let told = signature(&Secret::new("oxw1_secret".to_owned()), 1_700_000_000, r#"{"a":1}"#);
    assert_eq!(told, SIGNED);
    let other = signature(&Secret::new("oxw1_secret".to_owned()), 1_700_000_001, r#"{"a":1}"#);
    assert_ne!(other.rsplit('=').next(), told.rsplit('=').next(), "the time is signed too");
}

const SIGNED: &str = "t=1700000000,v1=51862439acd2ae599f48ab2f26d648fb1e817b16640f56e2bf88622f02181c1f";

#[test]
fn a_delivery_is_tried_again_and_not_for_ever() {
    use DeliveryState::{Delivered, GivenUp, Waiting};
    let check = |attempts: u32, age: i64, called: Called, expected: DeliveryState| {
        let settled = settle(&due(attempts, 1_000), called, 1_000 + age, 0);
        assert_eq!(settled.state, expected, "{attempts} {age} {called:?}");
    };
    for status in [200, 202, 204, 299] {
        check(0, 0, Called::Answered(status), Delivered);
    }
    for status in [100, 199, 300, 302, 400, 401, 404, 429, 500, 503] {
        check(0, 0, Called::Answered(status), Waiting);
    }
    check(0, 0, Called::Failed("late"), Waiting);
    check(0, 0, Called::Answered(410), GivenUp);
    check(ATTEMPTS_MAX - 2, 0, Called::Failed("late"), Waiting);
    check(ATTEMPTS_MAX - 1, 0, Called::Failed("late"), GivenUp);
    check(ATTEMPTS_MAX - 1, 0, Called::Answered(200), Delivered);
    check(0, AGE_MAX - PAUSE_MIN, Called::Failed("late"), Waiting);
    check(0, AGE_MAX - PAUSE_MIN + 1, Called::Failed("late"), GivenUp);
    let settled = settle(&due(2, 1_000), Called::Answered(503), 5_000, 7);
    assert_eq!(
        (settled.next_at, settled.status, settled.problem),
        (5_000 + 4 * PAUSE_MIN + 7, Some(503), None)
    );
    assert!(!is_too_old(&due(0, 1_000), 1_000 + AGE_MAX) && is_too_old(&due(0, 1_000), 1_001 + AGE_MAX));
}

#[test]
fn pauses_double_and_chance_spreads_them() {
    let plain: Vec<i64> = (0..4).map(|attempts| pause(attempts, 0)).collect();
    assert_eq!(plain, [30, 60, 120, 240]);
    for chance in [0, 1, 6, 7, 1_000, u32::MAX] {
        let paused = pause(0, chance);
        assert!((30..38).contains(&paused), "{chance}: {paused}");
    }
    let whole: i64 = (0..ATTEMPTS_MAX - 1).map(|attempts| pause(attempts, u32::MAX)).sum();
    assert!(whole < AGE_MAX, "the last attempt comes within the age: {whole}");
}

#[test]
fn a_webhook_that_fails_again_and_again_is_called_no_more() {
    use DeliveryState::{Delivered, GivenUp, Waiting};
    use WebhookStanding::{Enabled, Failing, Gone};
    let check = |called, state, failures, expected| {
        assert_eq!(standing_after(called, state, failures), expected, "{called:?} {state:?} {failures}");
    };
    let late = Called::Failed("late");
    check(late, Waiting, 3, (Enabled, 3));
    check(late, GivenUp, 0, (Enabled, 1));
    check(late, GivenUp, FAILURES_MAX - 2, (Enabled, FAILURES_MAX - 1));
    check(late, GivenUp, FAILURES_MAX - 1, (Failing, FAILURES_MAX));
    check(Called::Answered(204), Delivered, FAILURES_MAX - 1, (Enabled, 0));
    check(Called::Answered(410), GivenUp, 0, (Gone, 1));
}

#[test]
fn events_are_asked_for_by_name() {
    let check = |written: &[&str], expected: Option<&[&str]>| {
        let written: Vec<String> = written.iter().map(|name| (*name).to_owned()).collect();
        let read = events(&written).ok();
        let names = read.map(|events| events.iter().map(|event| event.as_str()).collect::<Vec<_>>());
        assert_eq!(names.as_deref(), expected, "{written:?}");
    };
    check(&["package.published"], Some(&["package.published"]));
    check(
        &["install.failed", "package.published", "install.failed"],
        Some(&["package.published", "install.failed"]),
    );
    check(&[], None);
    check(&["test"], None);
    check(&["package.*"], None);
}

#[test]
fn only_what_came_to_nothing_is_told() {
    use OutcomeKind::{
        Busy, Cancelled, DownloadFailed, Failed, Installed, InstalledNeedsRestart, NotForThisPc,
        NotReallyInstalled, ProgramsOpen, VerificationFailed,
    };
    for failure in [Failed, NotReallyInstalled, VerificationFailed] {
        assert!(is_failure(failure), "{failure:?}");
    }
    for other in
        [Installed, InstalledNeedsRestart, Cancelled, Busy, ProgramsOpen, NotForThisPc, DownloadFailed]
    {
        assert!(!is_failure(other), "{other:?}");
    }
}

#[test]
fn what_is_told_is_told_as_the_reference_says() {
    let at = Timestamp::from_second(1_800_000_000).unwrap();
    let id = Uuid::from_u128(7);
    let report: Report = serde_json::from_value(json!({
        "id": Uuid::from_u128(1), "device": Uuid::from_u128(2), "product": "Notes",
        "upgrade_code": "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "platform": "x64", "from_version": "1.0.0",
        "to_version": "2.0.0", "outcome": "failed", "exit_code": 1603, "duration": 1, "ended_at": 1,
    }))
    .unwrap();
    let read = |event: &Event| -> Value {
        let value: Value = serde_json::from_str(&event.body).unwrap();
        assert_eq!(value["id"], id.to_string());
        assert_eq!(value["event"], event.kind.as_str());
        assert_eq!(value["at"], "2027-01-15T08:00:00Z");
        value
    };
    let failed = read(&install_failed(id, at, &report));
    assert_eq!(failed["data"]["exit_code"], 1603);
    let package = package("Notes", "2.0.0", "x64", "olox20 usm");
    let digests =
        Digests { size: package.size, md5: Md5::parse(&"0".repeat(32)).unwrap(), sha256: package.sha256 };
    let published = read(&package_published(id, at, &package.product, &digests, &package.required));
    assert_eq!(published["data"]["package"], package.short_id());
    assert_eq!(published["data"]["requires_permissions"], json!(["olox20", "usm"]));
    read(&test(id, at));
    for value in [&failed, &published] {
        let page = "webhooks.md";
        for member in value.as_object().unwrap().keys().chain(value["data"].as_object().unwrap().keys()) {
            crate::reference::assert_says(page, &format!("| `{member}` |"));
        }
        crate::reference::assert_says(page, &format!("`{}`", value["event"].as_str().unwrap()));
    }
}

#[test]
fn the_limits_are_told() {
    use crate::reference::{assert_says, grouped};
    for line in [
        format!("| webhooks | {} |", super::WEBHOOKS_MAX),
        format!(
            "| deliveries that wait for one webhook | {}; what happens then is not told, and counted |",
            grouped(super::WAITING_MAX)
        ),
        format!(
            "| attempts of one delivery | {ATTEMPTS_MAX}, within {} hours; {PAUSE_MIN} seconds after the first, then twice as long each time |",
            AGE_MAX / 3_600
        ),
        format!(
            "| deliveries given up one after another | {FAILURES_MAX}; then the webhook is called no more |"
        ),
        format!(
            "| deliveries of one webhook that are kept when they are done with | {} |",
            super::DONE_KEPT_MAX
        ),
    ] {
        assert_says("oxupdated.md", &line);
    }
}
