//! Anything in any order: what never happens.

use proptest::prelude::*;
use text::Language::{English, German};

use super::rendering::render;
use super::stage::{
    Stage, ask, batch, done, failed, fields, found, invitation, key, offers, past, proposed, situation,
    trouble, without,
};
use crate::close_first::Answer;
use crate::desk::{Command, Event, News, Presence, Sight, Situation, Task, TroubleKind, Work};
use crate::download::Transfer;
use crate::machine::InstallProgress;
use crate::screen::{Bar, Enabled, Page, Press, Screen, WindowName};
use crate::settings::{Checking, InForce, Settings};
use crate::updater::Progress;

const COMMANDS: u8 = 34;
const NEWS: u8 = 28;

fn command(which: u8, of: usize) -> Command {
    match which {
        0 => Command::CheckNow,
        1 | 25 => Command::ShowUpdates,
        2 => Command::ShowHistory,
        3 => Command::ShowSettings,
        4 => Command::ShowAbout,
        5 => Command::Close(WindowName::Updates),
        6 => Command::Close(WindowName::Settings),
        7 => Command::Close(WindowName::History),
        8 => Command::Exit,
        9 => Command::ExitWhenDone,
        10 => Command::Tick { key: key(of), wanted: true },
        11 => Command::Tick { key: key(of), wanted: false },
        12 => Command::Select(key(of)),
        13 | 26 => Command::Next,
        14 => Command::Back,
        15 => Command::SignIn(fields("anna", "secret")),
        16 => Command::ShowSignIn,
        17 => Command::SignOut,
        27 => Command::SignOutNow,
        18 => Command::Answer([Answer::TryAgain, Answer::NotNow, Answer::Cancel][of % 3]),
        19 => Command::Cancel,
        20 => Command::CopyDetails,
        21 => Command::RestartWindows,
        22 => Command::SaveSettings(Settings { checking: Checking::Manual, ..Settings::default() }),
        23 => Command::AcceptServer,
        24 => Command::DeclineServer,
        28 | 32 => Command::SignInWithBrowser,
        29 => Command::LeaveBrowser,
        30 => Command::OpenBrowserAgain,
        31 => Command::CopyCode,
        _ => Command::CopyHistory,
    }
}

fn news(which: u8, of: usize, at: i64) -> News {
    let progress = |progress| News::Progress { key: key(of), progress };
    let failed_look = |kind| News::Checked(Box::new(Err(trouble(kind))));
    let part = of as u64 * 3;
    match which {
        0 | 1 => News::Situation(Box::new(situation())),
        2 => News::Situation(Box::new(proposed())),
        3 => News::Situation(Box::new(Situation { proposal: None, ..proposed() })),
        4..=6 => News::Checked(Box::new(Ok(found(offers(), at)))),
        7 => News::Checked(Box::new(Ok(found(without(&["Drive"]), at)))),
        8 => failed_look(TroubleKind::SignInNeeded),
        9 => failed_look([TroubleKind::SignInRefused, TroubleKind::SignInEnded][of % 2]),
        10 => failed_look(TroubleKind::Away { retry_after: Some(u64::MAX) }),
        11 => failed_look([TroubleKind::Locked, TroubleKind::Other, TroubleKind::NoServer][of % 3]),
        12 => News::NotSignedIn(trouble(TroubleKind::SignInRefused)),
        13 => News::SignedOut,
        14 => progress(Progress::Downloading(Transfer { done: part, total: Some(12), speed: part })),
        15 => progress(Progress::Installing(InstallProgress::Ticks { done: 9 - part.min(9), total: 9 })),
        16 => progress([Progress::Waiting, Progress::TakesLong, Progress::ProgramsOpen][of % 3].clone()),
        17 => News::Asked(ask()),
        18 => {
            let outcome = if of == 0 { failed() } else { done(of, 3010) };
            let past = Box::new(past(&offers().items[of], &outcome, at));
            News::Ended { key: key(of), outcome: Box::new(outcome), past }
        }
        19 => batch(Some(TroubleKind::Locked).filter(|_| of == 0), offers()),
        20 => News::Settled(vec![past(&offers().items[of], &failed(), at)]),
        21 => News::History(vec![past(&offers().items[of], &failed(), at)]),
        23 => News::NoHistory(text::message!("state-no-place")),
        22 => News::NotSaved(text::message!("settings-locked-by-policy")),
        25 | 26 => News::Invited(invitation()),
        27 => News::NotSignedIn(trouble(TroubleKind::NoBrowserSignIn)),
        _ => News::Situation(Box::new(manual())),
    }
}

/// A PC that looks only when the person says so, at another server.
fn manual() -> Situation {
    let server = Some("https://elsewhere.example.com".to_owned());
    let settings = Settings { server, checking: Checking::Manual, ..Settings::default() };
    Situation { settings: InForce::from(settings), ..situation() }
}

/// One thing that is heard, behind so many seconds.
#[derive(Debug, Clone)]
struct Heard {
    event: Anything,
    seconds: i64,
    presence: Presence,
}

#[derive(Debug, Clone, Copy)]
enum Anything {
    Person(u8, usize),
    Worker(u8, usize),
    Time,
    Resumed,
    Network,
    Session,
    Sight(Sight),
}

fn heard() -> impl Strategy<Value = Heard> {
    let anything = prop_oneof![
        6 => (0..COMMANDS, 0..5_usize).prop_map(|(which, of)| Anything::Person(which, of)),
        6 => (0..NEWS, 0..5_usize).prop_map(|(which, of)| Anything::Worker(which, of)),
        2 => Just(Anything::Time),
        1 => Just(Anything::Resumed),
        1 => Just(Anything::Network),
        1 => Just(Anything::Session),
        1 => prop_oneof![Just(Sight::Seen), Just(Sight::Unseen)].prop_map(Anything::Sight),
    ];
    let seconds = prop_oneof![8 => 0..100_i64, 2 => 0..99_999_i64, 1 => -9_999_999..9_999_999_i64];
    let presence = prop_oneof![3 => Just(Presence::Free), 1 => Just(Presence::Busy)];
    (anything, seconds, presence).prop_map(|(event, seconds, presence)| Heard { event, seconds, presence })
}

/// What has happened so far.
#[derive(Default)]
struct Ledger {
    installing: bool,
    /// What the worker has not answered yet.
    waiting: usize,
    balloon: u64,
    checking: Checking,
}

fn can_go_on(screen: &Screen) -> bool {
    let Some(updates) = &screen.updates else { return false };
    let is_next = |press: &Press| *press == Press::Send(Command::Next);
    matches!(updates.page, Page::List(_))
        && updates.buttons.iter().any(|button| is_next(&button.press) && button.enabled == Enabled::Yes)
}

fn check(before: &Screen, event: &Event, stage: &Stage, tasks: &[Task], ledger: &mut Ledger) {
    let screen = stage.desk.screen();
    if let Event::News(news) = event {
        match news {
            News::Checked(_) | News::NotSignedIn(_) => ledger.waiting = ledger.waiting.saturating_sub(1),
            News::BatchEnded(_) => ledger.installing = false,
            News::Situation(situation) => ledger.checking = situation.settings.settings.checking,
            _ => {}
        }
    }
    for task in tasks {
        match task {
            Task::Work(Work::Install(items)) => {
                assert!(*event == Event::Command(Command::Next) && can_go_on(before), "not without a Next");
                assert!(!ledger.installing && !items.is_empty(), "one at a time");
                ledger.installing = true;
            }
            Task::Work(Work::Check) => {
                assert!(!ledger.installing && ledger.waiting == 0, "nothing else is under way");
                let by_itself = matches!(event, Event::Time | Event::Resumed | Event::NetworkChanged);
                assert!(!by_itself || ledger.checking == Checking::Automatic, "only when the person says so");
                ledger.waiting += 1;
            }
            Task::Work(Work::SignIn(_)) => ledger.waiting += 1,
            Task::RestartWindows => assert!(*event == Event::Command(Command::RestartWindows)),
            Task::Quit => assert!(!ledger.installing && tasks.last() == Some(&Task::Quit)),
            _ => {}
        }
    }
    if can_go_on(before) && *event == Event::Command(Command::Next) {
        assert!(ledger.installing, "what can be pressed does something");
    }
    if let Some(balloon) = &screen.balloon {
        assert!(balloon.number >= ledger.balloon);
        assert!(balloon.number == ledger.balloon || stage.presence == Presence::Free, "nobody is disturbed");
        ledger.balloon = balloon.number;
    }
    assert!(stage.desk.wake_at().is_none_or(|at| at >= stage.at + 60));
    never_back(before, &screen);
    assert!(!render(&screen).contains("secret") && !format!("{tasks:?}").contains("secret"), "{tasks:?}");
}

/// No bar goes back within a step.
fn never_back(before: &Screen, after: &Screen) {
    let rows = |screen: &Screen| match screen.updates.as_ref().map(|updates| updates.page.clone()) {
        Some(Page::Progress(page)) => page.rows,
        _ => Vec::new(),
    };
    for (before, after) in rows(before).iter().zip(&rows(after)) {
        if before.name == after.name
            && before.step == after.step
            && let (Bar::Thousandths(earlier), Bar::Thousandths(later)) = (before.bar, after.bar)
        {
            assert!(earlier <= later, "{before:?} {after:?}");
        }
    }
}

fn play(stage: &mut Stage, heard: &[Heard], ledger: &mut Ledger) {
    for Heard { event, seconds, presence } in heard {
        stage.at = stage.at.saturating_add(*seconds);
        stage.presence = *presence;
        let event = match *event {
            Anything::Person(which, of) => Event::Command(command(which, of)),
            Anything::Worker(which, of) => Event::News(news(which, of, stage.at)),
            Anything::Time => Event::Time,
            Anything::Resumed => Event::Resumed,
            Anything::Network => Event::NetworkChanged,
            Anything::Session => Event::SessionEnding,
            Anything::Sight(sight) => Event::Window { name: WindowName::Updates, sight },
        };
        let before = stage.desk.screen();
        let tasks = stage.hear(event.clone());
        check(&before, &event, stage, &tasks, ledger);
    }
}

proptest! {
    #[test]
    fn whatever_is_heard_nothing_happens_that_must_not(heard in prop::collection::vec(heard(), 1..60)) {
        play(&mut Stage::new(German), &heard, &mut Ledger::default());
    }

    #[test]
    fn nor_in_front_of_a_list(heard in prop::collection::vec(heard(), 1..60)) {
        let mut stage = Stage::with_list(English, offers());
        let balloon = stage.desk.screen().balloon.map_or(0, |balloon| balloon.number);
        play(&mut stage, &heard, &mut Ledger { balloon, ..Ledger::default() });
    }
}

#[test]
fn the_dice_have_a_side_for_each_command_and_each_piece_of_news() {
    let kinds = |texts: Vec<String>| {
        let name = |text: &String| text.split(['(', ' ', '{']).next().unwrap_or_default().to_owned();
        texts.iter().map(name).collect::<std::collections::BTreeSet<_>>().len()
    };
    let commands = (0..COMMANDS).map(|which| format!("{:?}", command(which, 0))).collect();
    let told = (0..NEWS).map(|which| format!("{:?}", news(which, 0, 0))).collect();
    // All but OpenLink and HandedOver, which know no state.
    assert_eq!((kinds(commands), kinds(told)), (28, 13));
}
