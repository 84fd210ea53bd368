//! The states that differ from others in how many there are, or in how long ago it was.

use catalog::report::OutcomeKind;
use catalog::{Importance, Product};
use text::{Language, message};

use super::pictures::Scene;
use super::stage::{
    Stage, batch, checked_before, connector, done, drive, failed, found, invitation, key, notes, of, offers,
    situation, stopped, trouble, with, without,
};
use crate::browser_sign_in::Invitation;
use crate::desk::{Batch, Command, Found, News, Situation, Trouble, TroubleKind};
use crate::guard::Held;
use crate::outcome::{Outcome, Restart};
use crate::plan::Plan;
use crate::screen::WindowName;

const DAY: i64 = 24 * 60 * 60;

pub(super) const COUNTED: &[Scene] = &[
    ("optional-in-the-background", |language| Stage::with_found(language, of(vec![drive()]))),
    ("optional-ones-in-the-background", |language| {
        let viewer = Product { importance: Importance::Low, ..notes("Viewer", 5) };
        Stage::with_found(language, of(vec![drive(), viewer]))
    }),
    ("list-of-one-seen", |language| Stage::with_list(language, of(vec![connector()]))),
    ("list-with-several-programs-to-close", |language| {
        let close_first = vec!["OUTLOOK.EXE".to_owned(), "WINWORD.EXE".to_owned()];
        Stage::with_list(language, of(vec![Product { close_first, ..connector() }]))
    }),
    ("list-failed-today", |language| held(language, 0)),
    ("list-failed-yesterday", |language| held(language, 1)),
    ("list-with-several-mistakes", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::ShowUpdates);
        let wrong =
            b"<Products><Product><Name>A</Name></Product><Product><Name>B</Name></Product></Products>";
        let problems = catalog::xml::read(wrong).unwrap().problems;
        let found = Found { problems, ..found(offers(), stage.at) };
        stage.news(News::Checked(Box::new(Ok(found))));
        stage
    }),
    ("list-but-for-a-restart", |language| {
        let mut stage = with(language, Situation { restart: Restart::Needed, ..situation() });
        stage.wait(360);
        stage.checked(Ok(of(vec![drive()])));
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("list-nothing-ready-but-for-a-restart", |language| {
        let mut stage = with(language, Situation { restart: Restart::Needed, ..situation() });
        stage.wait(360);
        stage.checked(Ok(without(&["Connector for Outlook", "Drive"])));
        stage.command(Command::ShowUpdates);
        stage
    }),
    ("trouble-away-for-three-days", |language| {
        let mut stage = with(language, checked_before());
        stage.wait(3 * DAY);
        stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
        stage
    }),
    ("trouble-web-page", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::CheckNow);
        stage.checked(Err(trouble(TroubleKind::Intercepted)));
        stage
    }),
    ("trouble-locked-by-own", |language| {
        let mut stage = Stage::with_server(language);
        stage.command(Command::CheckNow);
        stage.checked(Err(Trouble { message: message!("state-locked"), kind: TroubleKind::Locked }));
        stage
    }),
    ("browser-for-another-minute", |language| {
        let mut stage = Stage::with_server(language);
        stage.wait(360);
        stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
        stage.command(Command::ShowUpdates);
        stage.command(Command::SignInWithBrowser);
        stage.news(News::Invited(Invitation { minutes: 1, ..invitation() }));
        stage
    }),
    ("progress-of-one", one),
    ("progress-beside-one-that-failed", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, failed());
        stage
    }),
    ("result-of-one", |language| one_ended(language, done(0, 0))),
    ("result-of-one-that-failed", |language| one_ended(language, failed())),
    ("result-of-one-with-a-restart", |language| one_ended(language, done(0, 3010))),
    ("one-installed-in-the-background", |language| in_the_background(language, 0)),
    ("one-installed-with-a-restart-in-the-background", |language| in_the_background(language, 3010)),
    ("result-of-offers-that-changed", |language| {
        let mut stage = Stage::installing(language);
        let trouble = Trouble { message: message!("worker-offer-changed"), kind: TroubleKind::Other };
        let batch = Batch { plan: Some(offers()), trouble: Some(trouble), reports_waiting: 0 };
        stage.news(News::BatchEnded(Box::new(batch)));
        stage
    }),
    ("result-with-reports-waiting", |language| {
        let mut stage = Stage::installing(language);
        stage.ended(0, done(0, 0));
        stage.ended(1, done(1, 0));
        let batch = Batch { plan: Some(Plan::default()), trouble: None, reports_waiting: 2 };
        stage.news(News::BatchEnded(Box::new(batch)));
        stage
    }),
    ("some-installed-before-its-own-update", |language| {
        let busy = stopped(1, OutcomeKind::Busy, message!("outcome-busy"));
        before_its_own_update(language, Some(busy))
    }),
    ("one-installed-before-its-own-update", |language| before_its_own_update(language, None)),
];

fn held(language: Language, days: i64) -> Stage {
    let mut plan = of(vec![notes("Notes", 3)]);
    plan.hold_back(|_| Some(Held { days }));
    Stage::with_list(language, plan)
}

fn one(language: Language) -> Stage {
    let mut stage = Stage::with_list(language, of(vec![connector()]));
    stage.command(Command::Next);
    stage
}

fn one_ended(language: Language, outcome: Outcome) -> Stage {
    let mut stage = one(language);
    stage.ended(0, outcome);
    stage.news(batch(None, Plan::default()));
    stage
}

fn in_the_background(language: Language, code: u32) -> Stage {
    let mut stage = one(language);
    stage.command(Command::Close(WindowName::Updates));
    stage.wait(120);
    stage.ended(0, done(0, code));
    stage.news(batch(None, Plan::default()));
    stage
}

/// The start after the program's own update, before which one update was installed, and this came of another, if there was one.
fn before_its_own_update(language: Language, other: Option<Outcome>) -> Stage {
    let mut stage = Stage::with_list(language, offers());
    stage.command(Command::Tick { key: key(1), wanted: true });
    stage.command(Command::Tick { key: key(3), wanted: true });
    stage.command(Command::Next);
    stage.ended(0, done(0, 0));
    if let Some(other) = other {
        stage.ended(1, other);
    }
    let tasks = stage.news(batch(None, offers()));
    let kept = tasks.into_iter().find_map(|task| match task {
        crate::desk::Task::Work(crate::desk::Work::KeepAnnounced(kept)) => Some(kept),
        _ => None,
    });
    with(language, Situation { announced: kept.unwrap(), ..situation() })
}
