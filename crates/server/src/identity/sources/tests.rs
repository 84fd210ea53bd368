//! Sources that are slow, away or lie, and what is made of it.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::{Instant, advance};

use super::Sources;
use crate::identity::breaker::REST;
use crate::identity::fake_source::{FakeSource, told};
use crate::identity::guard::QUESTIONS_MAX;
use crate::identity::{KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::reference::assert_says;
use crate::settings::SOURCE_TIME_LIMIT;

fn guarded() -> (Arc<FakeSource>, Sources) {
    let source = Arc::new(FakeSource::new("ox"));
    let sources = Sources::of([Arc::clone(&source) as Arc<dyn Source>]);
    (source, sources)
}

async fn verify(sources: &Sources) -> Result<Verdict, SourceError> {
    sources.iter().next().unwrap().verify(&Name::parse("anna").unwrap(), "secret").await
}

#[tokio::test(start_paused = true)]
async fn who_is_late_three_times_is_left_alone_and_tried_once() {
    let (source, sources) = guarded();
    source.take(SOURCE_TIME_LIMIT * 2);
    for _ in 0..3 {
        let began = Instant::now();
        assert_eq!(verify(&sources).await, Err(SourceError::Late));
        assert_eq!(began.elapsed(), SOURCE_TIME_LIMIT);
    }
    assert_eq!(verify(&sources).await, Err(SourceError::LeftAlone));
    assert_eq!(source.asked(), 3);
    advance(REST).await;
    let two = join_all([verify(&sources), verify(&sources)]).await;
    assert_eq!(two, [Err(SourceError::Late), Err(SourceError::LeftAlone)]);
    source.take(Duration::ZERO);
    advance(REST).await;
    assert_eq!(verify(&sources).await, Ok(Verdict::Wrong));
    assert_eq!(verify(&sources).await, Ok(Verdict::Wrong));
}

#[tokio::test(start_paused = true)]
async fn a_trial_that_nobody_waits_for_leaves_the_way_open() {
    let (source, sources) = guarded();
    source.fail(SourceError::Failing("busy".to_owned()));
    for _ in 0..3 {
        assert!(verify(&sources).await.is_err());
    }
    advance(REST).await;
    source.fail(None);
    source.take(Duration::from_secs(1));
    let hung_up = tokio::time::timeout(Duration::from_millis(10), verify(&sources)).await;
    assert!(hung_up.is_err());
    assert_eq!(verify(&sources).await, Ok(Verdict::Wrong));
}

#[tokio::test(start_paused = true)]
async fn so_many_questions_at_a_time_and_no_more() {
    let (source, sources) = guarded();
    source.take(Duration::from_secs(1));
    let answers = join_all((0..=QUESTIONS_MAX).map(|_| verify(&sources))).await;
    let busy = answers.iter().filter(|answer| **answer == Err(SourceError::Busy)).count();
    assert_eq!((busy, source.asked()), (1, QUESTIONS_MAX));
    assert_eq!(verify(&sources).await, Ok(Verdict::Wrong), "a crowd is no failure");
    assert_says("sources.md", &format!("One source is asked at most {QUESTIONS_MAX} questions at a time"));
}

#[tokio::test]
async fn no_password_is_nobodys() {
    let (source, sources) = guarded();
    source.add("anna", "", told("1", "anna", ""));
    let verdict = sources.iter().next().unwrap().verify(&Name::parse("anna").unwrap(), "").await;
    assert_eq!((verdict, source.asked()), (Ok(Verdict::Wrong), 0));
}

#[tokio::test]
async fn what_makes_no_sense_is_no_answer_and_no_failure() {
    let (source, sources) = guarded();
    source.add("anna", "secret", told("", "anna", ""));
    for _ in 0..4 {
        assert!(matches!(verify(&sources).await, Err(SourceError::NotUnderstood(_))));
    }
    source.add("anna", "secret", told("1", "..", ""));
    assert!(matches!(verify(&sources).await, Err(SourceError::NotUnderstood(_))));
    let mut long = told("1", "anna", "usm");
    long.profile.mail_address = Some("a".repeat(257));
    source.add("anna", "secret", long);
    let Ok(Verdict::Accepted(account)) = verify(&sources).await else { panic!("not accepted") };
    assert_eq!((account.profile.mail_address, account.permissions.len()), (None, 1));
    source.tell_without_password();
    let known = KnownAccount { key: "2".to_owned(), name: Name::parse("anna").unwrap() };
    assert_eq!(sources.iter().next().unwrap().look_up(&known).await, Ok(LookUp::Gone));
}
