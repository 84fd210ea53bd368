//! What PCs that wait, people who decide, and those who guess can and cannot do.

use catalog::device::{DeviceToken, Enrolment};
use catalog::device_authorization::Refusal::{
    AccessDenied, AuthorizationPending, ExpiredToken, InvalidGrant, SlowDown, TemporarilyUnavailable,
};
use catalog::device_authorization::{EXPIRES_IN, INTERVAL};
use jiff::Timestamp;
use tokio::time::{Duration, advance};
use uuid::Uuid;

use super::{
    Asking, DeviceAuthorizations, DeviceCodeError, KEPT_AFTER, WAITING_AT_PLACE_MAX, WAITING_MAX, WRONG_MAX,
    WRONG_WINDOW,
};
use crate::model::user::UserId;
use crate::reference::{assert_says, grouped};

const ANNA: UserId = UserId(1);
const BEN: UserId = UserId(2);

fn asking_from(address: &str) -> Asking {
    let enrolment = Enrolment { device: Uuid::from_u128(7), computer_name: "PC-7".to_owned() };
    Asking { enrolment, address: address.parse().unwrap(), at: Timestamp::UNIX_EPOCH }
}

fn asking() -> Asking {
    asking_from("192.0.2.1")
}

fn token() -> DeviceToken {
    DeviceToken::of([7; 32])
}

async fn interval() {
    advance(Duration::from_secs(INTERVAL)).await;
}

#[tokio::test(start_paused = true)]
async fn a_token_is_there_once_after_a_yes() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    let take = || all.take(secret.as_str());
    assert_eq!(take(), Err(AuthorizationPending));
    interval().await;
    let typed = code.to_string().to_lowercase().replace('-', " ");
    assert_eq!(all.find(ANNA, &typed).unwrap(), (code.clone(), asking()));
    let claim = all.claim(ANNA, &typed).unwrap();
    assert_eq!(claim.asking(), &asking());
    assert_eq!(take(), Err(AuthorizationPending), "the token is being made");
    claim.grant(token(), "anna");
    interval().await;
    let granted = take().unwrap();
    assert_eq!((granted.access_token, granted.user_name.as_str()), (token(), "anna"));
    interval().await;
    assert_eq!(take(), Err(InvalidGrant), "it is given out once");
    assert_eq!(all.find(ANNA, &typed), Err(DeviceCodeError::Unknown), "and its code is no code any more");
}

#[tokio::test(start_paused = true)]
async fn one_decision_counts() {
    let all = DeviceAuthorizations::default();
    let decided = || DeviceCodeError::Decided;
    let (secret, code) = all.begin(asking()).unwrap();
    let code = code.to_string();
    let claim = all.claim(ANNA, &code).unwrap();
    assert_eq!(all.claim(BEN, &code).err(), Some(decided()), "two who say yes at once");
    assert_eq!(all.refuse(BEN, &code).err(), Some(decided()));
    drop(claim);
    let claim = all.claim(BEN, &code).unwrap();
    claim.grant(token(), "ben");
    assert_eq!(all.claim(ANNA, &code).err(), Some(decided()));
    assert_eq!(all.refuse(ANNA, &code).err(), Some(decided()), "a no after a yes");
    assert_eq!(all.take(secret.as_str()).unwrap().user_name, "ben");

    let (secret, code) = all.begin(asking()).unwrap();
    let code = code.to_string();
    assert_eq!(all.refuse(ANNA, &code), Ok(asking()));
    assert_eq!(all.claim(BEN, &code).err(), Some(decided()), "a yes after a no");
    assert_eq!(all.take(secret.as_str()), Err(AccessDenied));
    interval().await;
    assert_eq!(all.take(secret.as_str()), Err(InvalidGrant));
}

#[tokio::test(start_paused = true)]
async fn what_is_late_is_over() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    let (granted, late) = all.begin(asking()).unwrap();
    let claim = all.claim(ANNA, &late.to_string()).unwrap();
    advance(Duration::from_secs(EXPIRES_IN)).await;
    assert_eq!(
        all.claim(ANNA, &code.to_string()).err(),
        Some(DeviceCodeError::Unknown),
        "a yes after the end"
    );
    assert_eq!(all.take(secret.as_str()), Err(ExpiredToken));
    interval().await;
    assert_eq!(all.take(secret.as_str()), Err(InvalidGrant));
    claim.grant(token(), "anna");
    assert_eq!(all.take(granted.as_str()), Err(ExpiredToken), "a token that came after the end");
    let (secret, _) = all.begin(asking()).unwrap();
    advance(Duration::from_secs(EXPIRES_IN) + KEPT_AFTER).await;
    let _another = all.begin(asking()).unwrap();
    assert_eq!(all.take(secret.as_str()), Err(InvalidGrant), "forgotten");
    let memory = all.memory();
    assert_eq!((memory.waiting.len(), memory.by_code.len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn who_asks_too_often_is_told_so() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    assert_eq!(all.take(secret.as_str()), Err(AuthorizationPending));
    assert_eq!(all.take(secret.as_str()), Err(SlowDown));
    advance(Duration::from_secs(INTERVAL - 2)).await;
    assert_eq!(all.take(secret.as_str()), Err(SlowDown));
    advance(Duration::from_secs(INTERVAL - 1)).await;
    assert_eq!(all.take(secret.as_str()), Err(AuthorizationPending), "a little early is in time");
    all.claim(ANNA, &code.to_string()).unwrap().grant(token(), "anna");
    assert_eq!(all.take(secret.as_str()), Err(SlowDown), "the token waits for who asks in time");
    interval().await;
    assert!(all.take(secret.as_str()).is_ok());
    for wrong in ["", "oxc1_", "x", code.to_string().as_str(), &secret.as_str().replace("oxc1_", "oxs1_")] {
        assert_eq!(all.take(wrong), Err(InvalidGrant), "{wrong}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_guesses_has_to_wait() {
    let all = DeviceAuthorizations::default();
    let (_, code) = all.begin(asking()).unwrap();
    let code = code.to_string();
    for number in 0..WRONG_MAX {
        let wrong = if number % 2 == 0 { "BBBB-BBBB" } else { "no code" };
        assert_eq!(all.find(ANNA, wrong), Err(DeviceCodeError::Unknown));
        assert!(number + 1 == WRONG_MAX || all.find(ANNA, &code).is_ok(), "a right one forgives nothing");
    }
    let too_often = Some(DeviceCodeError::TooOften { seconds: WRONG_WINDOW.as_secs() + 1 });
    assert_eq!(all.find(ANNA, &code).err(), too_often, "not even a right one");
    assert_eq!(all.claim(ANNA, &code).err(), too_often);
    assert_eq!(all.refuse(ANNA, &code).err(), too_often);
    assert!(all.find(BEN, &code).is_ok(), "another user does not wait");
    advance(WRONG_WINDOW).await;
    assert_eq!(all.find(ANNA, "BBBB-BBBB"), Err(DeviceCodeError::Unknown));
    assert_eq!(all.memory().wrong.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_memory_has_an_end() {
    let all = DeviceAuthorizations::default();
    for number in 0..WAITING_AT_PLACE_MAX {
        assert!(all.begin(asking_from(&format!("2001:db8::{number:x}"))).is_ok());
    }
    assert_eq!(all.begin(asking_from("2001:db8::ffff")).err(), Some(SlowDown), "one place");
    for number in WAITING_AT_PLACE_MAX..WAITING_MAX {
        let (high, low) = (number / 256, number % 256);
        assert!(all.begin(asking_from(&format!("192.0.{high}.{low}"))).is_ok(), "{number}");
    }
    assert_eq!(all.begin(asking_from("198.51.100.1")).err(), Some(TemporarilyUnavailable));
    advance(Duration::from_secs(EXPIRES_IN) + KEPT_AFTER).await;
    assert!(all.begin(asking_from("198.51.100.1")).is_ok());
}

#[test]
fn the_limits_are_told() {
    let (all, minutes) = (grouped(WAITING_MAX as u64), EXPIRES_IN / 60);
    assert_says(
        "oxupdated.md",
        &format!(
            "| PCs that wait to be signed in by the browser | {all}, {WAITING_AT_PLACE_MAX} of one place, {minutes} minutes each |"
        ),
    );
    let hours = WRONG_WINDOW.as_secs() / 3_600;
    assert_says(
        "oxupdated.md",
        &format!("| wrong codes of PCs that one user types | {WRONG_MAX} within {hours} hour |"),
    );
}
