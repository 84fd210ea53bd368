//! What is remembered of wrong passwords, and who waits.

use futures_util::FutureExt;
use tokio::time::{Duration, Instant, advance};

use super::{
    Asked, Attempt, COUNTED_MAX, Failures, PACE, Pace, REMEMBERED_MAX, REMEMBERED_TIME,
    REMEMBERED_TIME_ELSEWHERE, TURN_TIME_MAX, Turn, TurnedAway, WAITING_AT_PLACE_MAX, WAITING_MAX,
    WAITING_SLOWED_MAX,
};
use crate::model::name::Name;
use crate::model::user::{Standing, User};
use crate::reference::{assert_says, grouped};
use crate::rules::patience::{ACCOUNT_FAILURES_FREE, PLACE_FAILURES_FREE, WAIT_MIN};

fn name(written: &str) -> Name {
    Name::parse(written).unwrap()
}

fn anna(password_hash: &str, standing: Standing) -> User {
    User { standing, password_hash: password_hash.into(), ..User::example(1) }
}

fn from(account: &str, place: &str) -> Attempt {
    Attempt::new(&name(account), place.parse().unwrap())
}

async fn turn<'a>(failures: &'a Failures, account: &str, place: &str) -> Result<Turn<'a>, TurnedAway> {
    failures.turn(&from(account, place), &name(account), None, "a guess").await
}

fn fail(failures: &Failures, account: &str, place: &str, times: u32) {
    for number in 0..times {
        failures.remember(
            &from(account, place),
            &name(account),
            None,
            &format!("wrong {number}"),
            Asked::Here,
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_is_known_until_something_changes() {
    let failures = Failures::new().unwrap();
    let user = anna("hash", Standing::Enabled);
    let knows = |user: Option<&User>, password| failures.knows(&name("Anna"), user, password);
    failures.remember(&from("anna", "192.0.2.1"), &name("anna"), Some(&user), "wrong", Asked::Here);
    assert!(knows(Some(&user), "wrong"));
    assert!(!knows(Some(&user), "wrong "));
    assert!(!knows(None, "wrong"), "there was a user of that name");
    assert!(!knows(Some(&anna("another", Standing::Enabled)), "wrong"), "the password was changed");
    assert!(!knows(Some(&anna("hash", Standing::Disabled)), "wrong"), "the standing was changed");
    assert!(!failures.knows(&name("ben"), Some(&user), "wrong"));
    advance(REMEMBERED_TIME - Duration::from_secs(1)).await;
    assert!(knows(Some(&user), "wrong"));
    advance(Duration::from_secs(1)).await;
    assert!(!knows(Some(&user), "wrong"));
    failures.remember(&from("anna", "192.0.2.1"), &name("anna"), Some(&user), "wrong", Asked::Elsewhere);
    advance(REMEMBERED_TIME_ELSEWHERE - Duration::from_secs(1)).await;
    assert!(knows(Some(&user), "wrong"));
    advance(Duration::from_secs(1)).await;
    assert!(!knows(Some(&user), "wrong"), "a source is soon asked again");
}

#[tokio::test(start_paused = true)]
async fn only_the_account_that_fails_has_to_wait_and_only_where_it_fails() {
    let failures = Failures::new().unwrap();
    let wait = |account, place| failures.wait(&from(account, place));
    fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE - 1);
    assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
    fail(&failures, "anna", "192.0.2.1", 1);
    assert_eq!(wait("ANNA", "192.0.2.1"), WAIT_MIN);
    assert_eq!(wait("anna", "192.0.2.2"), Duration::ZERO);
    assert_eq!(wait("ben", "192.0.2.1"), Duration::ZERO);
    advance(WAIT_MIN).await;
    assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
    fail(&failures, "anna", "192.0.2.1", 1);
    assert_eq!(wait("anna", "192.0.2.1"), WAIT_MIN * 2);
    failures.forgive(&from("anna", "192.0.2.1"));
    assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
    fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE);
    failures.forgive_everywhere(&name("Anna"));
    assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_place_that_tries_many_accounts_waits_with_those_it_tried() {
    let failures = Failures::new().unwrap();
    for number in 0..PLACE_FAILURES_FREE {
        fail(&failures, &format!("user {number}"), "192.0.2.1", 1);
    }
    let wait = |account, place| failures.wait(&from(account, place));
    assert_eq!(wait("user 1", "192.0.2.1"), WAIT_MIN);
    assert_eq!(wait("anna", "192.0.2.1"), Duration::ZERO, "a colleague in the same office");
    assert_eq!(wait("user 1", "192.0.2.2"), Duration::ZERO);
    assert!(turn(&failures, "anna", "192.0.2.1").await.unwrap()._place.is_some(), "one at a time from there");
    assert!(turn(&failures, "anna", "192.0.2.2").await.unwrap()._place.is_none());
    let elsewhere = from("carla", "192.0.2.1").asking(Asked::Elsewhere);
    let _waits_for_a_source = failures.turn(&elsewhere, &name("carla"), None, "a guess").await.unwrap();
    assert!(
        turn(&failures, "anna", "192.0.2.1").now_or_never().is_some(),
        "a slow source keeps nobody waiting whom this server verifies"
    );
    let _slow = turn(&failures, "user 1", "192.0.2.1").await.unwrap();
    assert!(
        turn(&failures, "anna", "192.0.2.1").now_or_never().is_some(),
        "who never failed does not wait for the pace of those who did"
    );
}

#[tokio::test(start_paused = true)]
async fn a_slowed_account_is_still_checked_at_a_pace() {
    let failures = Failures::new().unwrap();
    fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE - 1);
    assert_eq!(turn(&failures, "anna", "192.0.2.1").await.unwrap().pace().await.unwrap(), Pace::Free);
    fail(&failures, "anna", "192.0.2.1", 1);
    let began = Instant::now();
    assert_eq!(turn(&failures, "anna", "192.0.2.1").await.unwrap().pace().await.unwrap(), Pace::Slowed);
    assert_eq!(began.elapsed(), PACE);
}

#[tokio::test(start_paused = true)]
async fn who_was_turned_away_finds_a_place_that_guesses_cannot_take() {
    let failures = Failures::new().unwrap();
    fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE);
    let (anna, here) = (name("anna"), from("anna", "192.0.2.1"));
    let first = failures.turn(&here, &anna, None, "first").await.unwrap();
    let mut waiting = Vec::new();
    for number in 0..WAITING_SLOWED_MAX {
        let guess = format!("guess {number}");
        waiting.push(Box::pin(async { failures.turn(&here, &anna, None, &{ guess }).await.is_ok() }));
    }
    for guess in &mut waiting {
        assert!(guess.now_or_never().is_none(), "it waits");
    }
    let right = || failures.turn(&here, &anna, None, "right");
    assert!(right().now_or_never().unwrap().is_err(), "the lane is full");
    assert!(failures.turn(&here, &anna, None, "guess").now_or_never().unwrap().is_err());
    let mut again = Box::pin(right());
    assert!((&mut again).now_or_never().is_none(), "it waits this time");
    drop(waiting);
    drop(first);
    assert!(again.await.is_ok());
    let _held = right().await.unwrap();
    let began = Instant::now();
    assert!(right().await.is_err(), "nobody waits forever");
    assert_eq!(began.elapsed(), TURN_TIME_MAX);
}

#[tokio::test(start_paused = true)]
async fn the_memory_has_an_end() {
    let failures = Failures::new().unwrap();
    fail(&failures, "anna", "192.0.2.1", ACCOUNT_FAILURES_FREE + 1);
    for number in 0..REMEMBERED_MAX.max(COUNTED_MAX) {
        let (account, place) = (format!("user {number}"), format!("2001:db8::{:x}", number % 7));
        fail(&failures, &account, &place, 1);
    }
    let sizes = |memory: &super::Memory| {
        (memory.wrong.expire.len(), memory.wrong.in_order.len(), memory.counts.len())
    };
    assert_eq!(sizes(&failures.memory()), (REMEMBERED_MAX, REMEMBERED_MAX, COUNTED_MAX));
    assert_ne!(
        failures.wait(&from("anna", "192.0.2.1")),
        Duration::ZERO,
        "made-up names do not hide a guess"
    );
    advance(REMEMBERED_TIME).await;
    fail(&failures, "ben", "192.0.2.9", 1);
    assert_eq!(failures.memory().wrong.expire.len(), 1, "what has expired goes");
}

#[test]
fn the_limits_are_told() {
    let (pairs, minutes) = (grouped(REMEMBERED_MAX as u64), REMEMBERED_TIME.as_secs() / 60);
    assert_says("oxupdated.md", &format!("| {pairs}, {minutes} minutes each |"));
    let minutes = REMEMBERED_TIME_ELSEWHERE.as_secs() / 60;
    assert_says("sources.md", &format!("A wrong password is remembered for {minutes} minutes"));
    assert_says(
        "oxupdated.md",
        &format!("| accounts and places whose failures are counted | {} |", grouped(COUNTED_MAX as u64)),
    );
    let (pace, seconds) = (PACE.as_secs(), TURN_TIME_MAX.as_secs());
    assert_says(
        "oxupdated.md",
        &format!(
            "| sign-ins that wait for their turn, each {seconds} seconds | {WAITING_MAX} of one account from one place; {WAITING_SLOWED_MAX} while it is slowed to one check in {pace} second, and {WAITING_AT_PLACE_MAX} first ones from a place with too many failures; twice as many for who was turned away and gives the same password again |"
        ),
    );
}
