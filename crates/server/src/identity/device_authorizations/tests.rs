//! What PCs that wait, people who decide, and those who guess can and cannot do.

use catalog::device::Enrolment;
use catalog::device_authorization::Refusal::{
    self, AccessDenied, AuthorizationPending, ExpiredToken, InvalidGrant, SlowDown, TemporarilyUnavailable,
};
use catalog::device_authorization::{EXPIRES_IN, INTERVAL};
use jiff::Timestamp;
use tokio::time::{Duration, advance};
use uuid::Uuid;

use super::{
    Asking, DeviceAuthorizations, DeviceCodeError, KEPT_AFTER, WAITING_AT_PLACE_MAX, WAITING_MAX, WRONG_MAX,
    WRONG_WINDOW,
};
use crate::identity::new_secret;
use crate::model::secret::{Secret, SecretKind};
use crate::model::user::UserId;
use crate::reference::{assert_says, grouped};
use crate::rules::role::{self, Actor};

const ANNA: UserId = UserId(1);
const BEN: UserId = UserId(2);

fn asking_from(address: &str) -> Asking {
    let enrolment = Enrolment { device: Uuid::from_u128(7), computer_name: "PC-7".to_owned() };
    Asking { enrolment, address: address.parse().unwrap(), at: Timestamp::UNIX_EPOCH }
}

fn asking() -> Asking {
    asking_from("192.0.2.1")
}

fn actor(name: &str) -> Actor {
    role::operator(name.to_owned())
}

/// Comes for a token and has it: who has granted it, or why there is none.
fn taken(all: &DeviceAuthorizations, secret: &Secret) -> Result<String, Refusal> {
    let fetch = all.take(secret.as_str())?;
    let name = fetch.actor().name().to_owned();
    fetch.done();
    Ok(name)
}

async fn interval() {
    advance(Duration::from_secs(INTERVAL)).await;
}

#[tokio::test(start_paused = true)]
async fn a_token_is_there_once_after_a_yes() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    assert_eq!(taken(&all, &secret), Err(AuthorizationPending));
    interval().await;
    let typed = code.to_string().to_lowercase().replace('-', " ");
    assert_eq!(all.find(ANNA, &typed).unwrap(), (code.clone(), asking()));
    assert_eq!(all.grant(ANNA, actor("anna"), &typed), Ok(asking()));
    let fetch = all.take(secret.as_str()).unwrap();
    assert_eq!(fetch.asking(), &asking());
    interval().await;
    assert_eq!(taken(&all, &secret), Err(AuthorizationPending), "the token is being made");
    drop(fetch);
    interval().await;
    assert_eq!(taken(&all, &secret).as_deref(), Ok("anna"), "it came to nothing, and the PC comes again");
    interval().await;
    assert_eq!(taken(&all, &secret), Err(InvalidGrant), "it is given out once");
    assert_eq!(all.find(ANNA, &typed), Err(DeviceCodeError::Unknown), "and its code is no code any more");
}

#[tokio::test(start_paused = true)]
async fn one_decision_counts() {
    let all = DeviceAuthorizations::default();
    let decided = || DeviceCodeError::Decided;
    let (secret, code) = all.begin(asking()).unwrap();
    let code = code.to_string();
    assert!(all.grant(BEN, actor("ben"), &code).is_ok());
    assert_eq!(all.grant(ANNA, actor("anna"), &code), Err(decided()), "two who say yes");
    assert_eq!(all.refuse(ANNA, &code), Err(decided()), "a no after a yes");
    let fetch = all.take(secret.as_str()).unwrap();
    assert_eq!(all.refuse(ANNA, &code), Err(decided()), "while the token is being made");
    assert_eq!(fetch.actor().name(), "ben");
    fetch.done();

    let (secret, code) = all.begin(asking()).unwrap();
    let code = code.to_string();
    assert_eq!(all.refuse(ANNA, &code), Ok(asking()));
    assert_eq!(all.grant(BEN, actor("ben"), &code), Err(decided()), "a yes after a no");
    assert_eq!(taken(&all, &secret), Err(AccessDenied));
    interval().await;
    assert_eq!(taken(&all, &secret), Err(InvalidGrant));
}

#[tokio::test(start_paused = true)]
async fn what_is_late_is_over() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    let (granted, fetched_late) = all.begin(asking()).unwrap();
    all.grant(ANNA, actor("anna"), &fetched_late.to_string()).unwrap();
    advance(Duration::from_secs(EXPIRES_IN)).await;
    let late = all.grant(ANNA, actor("anna"), &code.to_string());
    assert_eq!(late, Err(DeviceCodeError::Unknown), "a yes after the end");
    assert_eq!(taken(&all, &secret), Err(ExpiredToken));
    interval().await;
    assert_eq!(taken(&all, &secret), Err(InvalidGrant));
    assert_eq!(taken(&all, &granted), Err(ExpiredToken), "who comes after the end gets no token");
    // Whoever asks anything sweeps, and not only who begins.
    let sweeps: [fn(&DeviceAuthorizations); 3] = [
        |all| drop(all.begin(asking()).unwrap()),
        |all| drop(all.find(ANNA, "BBBB-BBBB")),
        |all| drop(all.take(new_secret(SecretKind::DeviceCode).unwrap().as_str())),
    ];
    for (number, sweep) in sweeps.into_iter().enumerate() {
        let all = DeviceAuthorizations::default();
        let (secret, _) = all.begin(asking()).unwrap();
        advance(Duration::from_secs(EXPIRES_IN) + KEPT_AFTER).await;
        sweep(&all);
        let left = usize::from(number == 0);
        let memory = all.memory();
        assert_eq!((memory.waiting.len(), memory.by_code.len()), (left, left), "{number}");
        drop(memory);
        assert_eq!(taken(&all, &secret), Err(InvalidGrant), "forgotten");
    }
}

#[tokio::test(start_paused = true)]
async fn who_asks_too_often_is_told_so() {
    let all = DeviceAuthorizations::default();
    let (secret, code) = all.begin(asking()).unwrap();
    let take = || taken(&all, &secret);
    assert_eq!(take(), Err(AuthorizationPending));
    assert_eq!(take(), Err(SlowDown));
    advance(Duration::from_secs(INTERVAL - 2)).await;
    assert_eq!(take(), Err(SlowDown));
    advance(Duration::from_secs(INTERVAL - 1)).await;
    assert_eq!(take(), Err(AuthorizationPending), "a little early is in time");
    all.grant(ANNA, actor("anna"), &code.to_string()).unwrap();
    assert_eq!(take(), Err(SlowDown), "the token waits for who asks in time");
    interval().await;
    assert!(take().is_ok());
    for wrong in ["", "oxc1_", "x", code.to_string().as_str(), &secret.as_str().replace("oxc1_", "oxs1_")] {
        assert_eq!(all.take(wrong).err(), Some(InvalidGrant), "{wrong}");
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
    assert_eq!(all.grant(ANNA, actor("anna"), &code).err(), too_often);
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
