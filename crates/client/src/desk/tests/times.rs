//! What is told beside the clock, and when.

use text::Language::English;

use super::stage::{
    START, Stage, ask, batch, connector, done, drive, found, notes, of, situation, trouble, without,
};
use crate::close_first::Answer;
use crate::desk::{
    Announced, AnnouncedItem, Command, Event, ItemKey, News, Presence, Situation, Task, TroubleKind, Work,
};
use crate::plan::Plan;
use crate::screen::WindowName;

const DAY: i64 = 24 * 60 * 60;

/// The days on which a balloon came up, of so many: the PC looks once a day, and finds the same.
fn told_on(days: i64, plan: &Plan) -> Vec<i64> {
    let mut stage = Stage::with_server(English);
    let mut told = Vec::new();
    for day in 0..days {
        stage.at = START + 1_000 + day * DAY;
        let number = |stage: &Stage| stage.desk.screen().balloon.map(|balloon| balloon.number);
        let before = number(&stage);
        stage.hear(Event::Time);
        stage.checked(Ok(plan.clone()));
        if number(&stage) != before {
            told.push(day);
        }
    }
    told
}

#[test]
fn important_updates_are_told_again_on_a_mild_schedule_and_optional_ones_once() {
    let check = |plan: Plan, expected: &[i64]| assert_eq!(told_on(30, &plan), expected, "{plan:?}");
    check(of(vec![drive()]), &[0]);
    check(of(vec![connector()]), &[0, 1, 4, 11, 18, 25]);
    check(of(vec![connector(), drive()]), &[0, 1, 4, 11, 18, 25]);
    check(Plan::default(), &[]);
    check(without(&["Connector for Outlook", "Drive"]), &[]);
}

#[test]
fn what_answers_in_the_servers_place_is_asked_again_before_long() {
    let next = |kind| {
        let mut stage = Stage::with_server(English);
        stage.wait(360);
        stage.checked(Err(trouble(kind)));
        stage.desk.wake_at().unwrap() - stage.at
    };
    assert!(next(TroubleKind::Intercepted) <= 330, "as where a hotel wants a sign-in first");
    assert!(next(TroubleKind::Other) > 3_600, "which another try alone does not change");
}

#[test]
fn one_more_update_is_a_new_finding() {
    let mut stage = Stage::with_found(English, of(vec![drive()]));
    assert_eq!(stage.desk.screen().balloon.unwrap().number, 1);
    stage.wait(3_600);
    stage.checked(Ok(of(vec![drive(), notes("Planner", 3)])));
    let balloon = stage.desk.screen().balloon.unwrap();
    assert_eq!(balloon.number, 2);
    assert!(balloon.text.to_string().starts_with("2 updates"), "{}", balloon.text);
    stage.wait(3_600);
    stage.checked(Ok(of(vec![drive()])));
    stage.wait(3_600);
    assert_eq!(stage.desk.screen().balloon.unwrap().number, 2, "one less is none");
}

#[test]
fn who_is_not_to_be_disturbed_is_told_when_free() {
    let mut stage = Stage::with_server(English);
    stage.presence = Presence::Busy;
    stage.wait(360);
    stage.checked(Ok(of(vec![connector()])));
    for _ in 0..5 {
        assert_eq!(stage.desk.screen().balloon, None);
        assert_eq!(stage.desk.wake_at(), Some(stage.at + 60), "it is looked again each minute");
        stage.wait(60);
    }
    stage.presence = Presence::Free;
    stage.wait(60);
    assert!(stage.desk.screen().balloon.is_some());
    assert!(stage.desk.wake_at().unwrap() > stage.at + 3_600, "and then no more");
}

#[test]
fn who_has_the_window_open_is_not_told_beside_it() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowUpdates);
    stage.checked(Ok(of(vec![connector()])));
    stage.command(Command::Close(WindowName::Updates));
    stage.wait(3_600);
    assert_eq!(stage.desk.screen().balloon, None);
}

#[test]
fn a_question_is_told_again_until_it_is_answered_and_no_more_then() {
    let mut stage = Stage::installing(English);
    stage.command(Command::Close(WindowName::Updates));
    stage.presence = Presence::Busy;
    stage.news(News::Asked(ask()));
    stage.wait(60);
    assert_eq!(stage.desk.screen().balloon, None);
    stage.command(Command::ShowUpdates);
    stage.command(Command::Answer(Answer::TryAgain));
    stage.command(Command::Close(WindowName::Updates));
    stage.presence = Presence::Free;
    stage.wait(120);
    assert_eq!(stage.desk.screen().balloon, None, "it was answered");
    stage.news(News::Asked(ask()));
    let number = |stage: &Stage| stage.desk.screen().balloon.map(|balloon| balloon.number);
    let first = number(&stage).unwrap();
    stage.wait(3 * 3_600);
    assert_eq!((number(&stage), stage.desk.wake_at()), (Some(first), Some(stage.at + 3_600)));
    stage.wait(3_600);
    assert_eq!(number(&stage), Some(first + 1));
    stage.command(Command::ShowUpdates);
    stage.command(Command::Answer(Answer::NotNow));
    assert_eq!(number(&stage), None);
}

#[test]
fn what_came_of_updates_is_not_told_to_who_has_seen_it() {
    let mut stage = Stage::installing(English);
    stage.command(Command::Close(WindowName::Updates));
    stage.presence = Presence::Busy;
    stage.ended(0, done(0, 0));
    stage.news(batch(None, Plan::default()));
    stage.command(Command::ShowUpdates);
    stage.command(Command::Close(WindowName::Updates));
    stage.presence = Presence::Free;
    stage.wait(120);
    assert_eq!(stage.desk.screen().balloon, None);
}

#[test]
fn a_sign_in_is_asked_for_once_whatever_kind() {
    for kind in [TroubleKind::SignInNeeded, TroubleKind::SignInRefused, TroubleKind::SignInEnded] {
        let mut stage = Stage::with_server(English);
        for _ in 0..20 {
            stage.wait(5 * 3_600);
            stage.checked(Err(trouble(kind)));
        }
        assert_eq!(stage.desk.screen().balloon.map(|balloon| balloon.number), Some(1), "{kind:?}");
        stage.checked(Ok(Plan::default()));
        stage.wait(5 * 3_600);
        stage.checked(Err(trouble(kind)));
        assert_eq!(stage.desk.screen().balloon.map(|balloon| balloon.number), Some(2), "{kind:?}: anew");
    }
}

#[test]
fn what_was_told_before_a_restart_is_not_told_again() {
    let mut stage = Stage::with_server(English);
    stage.wait(360);
    let tasks = stage.checked(Ok(of(vec![drive()])));
    let [Task::Work(Work::KeepAnnounced(kept))] = tasks.as_slice() else { panic!("{tasks:?}") };
    let key = ItemKey::of(&of(vec![drive()]).items[0]);
    let expected = AnnouncedItem { key, at: stage.at, times: 1 };
    assert_eq!(*kept, Announced { items: vec![expected], ..Announced::default() });
    let written = serde_json::to_vec(kept).unwrap();
    let read: Announced = serde_json::from_slice(&written).unwrap();
    let mut later = Stage::new(English);
    later.news(News::Situation(Box::new(Situation { announced: read, ..situation() })));
    later.wait(360);
    let tasks = later.checked(Ok(of(vec![drive()])));
    assert_eq!((tasks, later.desk.screen().balloon), (Vec::new(), None));
}

#[test]
fn a_clock_that_is_set_back_does_not_keep_a_notice_away() {
    let mut stage = Stage::with_found(English, of(vec![connector()]));
    stage.at -= 300 * DAY;
    stage.checked(Ok(of(vec![connector()])));
    assert_eq!(stage.desk.screen().balloon.unwrap().number, 1);
    stage.wait(DAY);
    assert_eq!(stage.desk.screen().balloon.unwrap().number, 2);
}

#[test]
fn two_notices_come_a_minute_apart() {
    let mut stage = Stage::with_server(English);
    let past = super::stage::past(&of(vec![drive()]).items[0], &super::stage::done(1, 0), stage.at);
    stage.news(News::Settled(vec![past.clone(), past]));
    let number = |stage: &Stage| stage.desk.screen().balloon.map(|balloon| balloon.number);
    assert_eq!((number(&stage), stage.desk.wake_at()), (Some(1), Some(stage.at + 60)));
    stage.wait(30);
    assert_eq!(number(&stage), Some(1));
    stage.wait(30);
    assert_eq!(number(&stage), Some(2));
}

#[test]
fn the_first_look_comes_soon_after_the_start_and_the_next_after_the_interval() {
    let mut stage = Stage::with_server(English);
    let first = stage.desk.wake_at().unwrap() - stage.at;
    assert!((60..=300).contains(&first), "{first}");
    assert_eq!(stage.wait(first), [Task::Work(Work::Check)]);
    assert_eq!(stage.desk.wake_at(), None, "it waits for the answer");
    assert_eq!(stage.wait(9_999), []);
    stage.news(News::Checked(Box::new(Ok(found(Plan::default(), stage.at)))));
    let next = stage.desk.wake_at().unwrap() - stage.at;
    assert!((4 * 3_240..=4 * 3_960).contains(&next), "{next}");
    stage.checked(Err(trouble(TroubleKind::Away { retry_after: Some(7_000) })));
    let next = stage.desk.wake_at().unwrap() - stage.at;
    assert_eq!(next, 7_000);
}

#[test]
fn a_refused_password_is_not_sent_again_by_itself() {
    for (kind, expected) in [
        (TroubleKind::SignInNeeded, true),
        (TroubleKind::SignInRefused, false),
        (TroubleKind::SignInEnded, false),
        (TroubleKind::Other, true),
    ] {
        let mut stage = Stage::with_server(English);
        stage.wait(360);
        stage.checked(Err(trouble(kind)));
        assert_eq!(stage.desk.wake_at().is_some(), expected, "{kind:?}");
        let checks = stage.wait(9 * DAY).contains(&Task::Work(Work::Check));
        assert_eq!(checks, expected, "{kind:?}");
    }
}

#[test]
fn after_sleep_it_looks_soon_if_it_is_due() {
    let mut stage = Stage::with_found(English, Plan::default());
    stage.at += 3_600;
    stage.hear(Event::Resumed);
    assert!(stage.desk.wake_at().unwrap() - stage.at > 3_600, "it is not due");
    stage.at += DAY;
    let tasks = stage.hear(Event::Resumed);
    let soon = stage.desk.wake_at().unwrap() - stage.at;
    assert!(tasks.is_empty() && (60..=120).contains(&soon), "{tasks:?} {soon}");
    assert_eq!(stage.wait(soon), [Task::Work(Work::Check)]);
}
