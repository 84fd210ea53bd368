//! What is seen, kept and offered while the person looks elsewhere, types, or is in need of help.

use catalog::report::OutcomeKind;
use text::Language::English;
use text::message;

use super::stage::{
    Stage, ask, batch, connector, done, drive, fields, notes, of, offers, situation, stopped, trouble,
    without,
};
use crate::desk::{Command, Event, News, Sight, Situation, Task, Trouble, TroubleKind, Work};
use crate::outcome::Restart;
use crate::plan::Plan;
use crate::screen::{Enabled, MayEnd, MenuEntry, Page, PageName, TrayIcon, WindowName};

#[test]
fn what_came_of_updates_makes_way_for_what_is_found_later() {
    let ended_unseen = || {
        let mut stage = Stage::installing(English);
        stage.command(Command::Close(WindowName::Updates));
        stage.ended(0, done(0, 0));
        stage.ended(1, stopped(1, OutcomeKind::Busy, message!("outcome-busy")));
        stage.news(batch(None, without(&["Connector for Outlook"])));
        stage.wait(120);
        assert!(stage.desk.screen().tray.tooltip.to_string().contains("have ended"));
        stage
    };
    let mut stage = ended_unseen();
    let told = stage.desk.screen().balloon.unwrap().number;
    stage.wait(5 * 3_600);
    stage.checked(Ok(of(vec![connector(), drive(), notes("Planner", 3)])));
    stage.wait(60);
    let screen = stage.desk.screen();
    assert_eq!(screen.tray.icon, TrayIcon::Available);
    let balloon = screen.balloon.unwrap();
    assert!(balloon.number > told && balloon.title.id().starts_with("balloon-updates"), "{balloon:?}");
    stage.command(Command::ShowUpdates);
    assert_eq!(stage.desk.screen().updates.unwrap().name, PageName::List);
    let mut stage = ended_unseen();
    stage.wait(5 * 3_600);
    stage.checked(Err(trouble(TroubleKind::SignInEnded)));
    assert_eq!(stage.desk.screen().tray.tooltip.id(), "tray-tooltip-sign-in");
    stage.command(Command::ShowUpdates);
    assert_eq!(stage.desk.screen().updates.unwrap().name, PageName::SignIn);
    let mut stage = ended_unseen();
    stage.wait(5 * 3_600);
    stage.checked(Ok(Plan::default()));
    stage.command(Command::ShowUpdates);
    assert_eq!(stage.desk.screen().updates.unwrap().name, PageName::Result, "nothing new came in between");
}

#[test]
fn a_look_that_nobody_asked_for_leaves_the_page_where_a_password_is_typed() {
    let page = |stage: &Stage| stage.desk.screen().updates.unwrap().name;
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowUpdates);
    stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
    for _ in 0..30 {
        assert_eq!(stage.wait(3_600), [], "it does not look meanwhile");
        assert_eq!(page(&stage), PageName::SignIn);
    }
    // One that was begun before the window was opened.
    assert_eq!(stage.command(Command::Close(WindowName::Updates)), [Task::Work(Work::Check)]);
    stage.command(Command::ShowUpdates);
    assert_eq!(page(&stage), PageName::SignIn);
    stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
    assert_eq!(page(&stage), PageName::SignIn);
    stage.command(Command::CheckNow);
    assert_eq!(page(&stage), PageName::Looking, "the person asked");
}

#[test]
fn a_window_behind_others_counts_as_not_seen() {
    let unseen = Event::Window { name: WindowName::Updates, sight: Sight::Unseen };
    let seen = Event::Window { name: WindowName::Updates, sight: Sight::Seen };
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowUpdates);
    stage.hear(unseen.clone());
    stage.checked(Ok(offers()));
    let screen = stage.desk.screen();
    assert!(screen.balloon.is_some() && screen.tray.icon == TrayIcon::Available);
    stage.hear(seen);
    let screen = stage.desk.screen();
    assert!(screen.balloon.is_none() && screen.tray.icon == TrayIcon::Available, "it is important");
    let mut stage = Stage::installing(English);
    stage.hear(unseen);
    stage.wait(120);
    stage.news(News::Asked(ask()));
    assert_eq!(stage.desk.screen().balloon.unwrap().title.id(), "balloon-question-title");
}

#[test]
fn it_ends_by_itself_only_where_nothing_is_lost() {
    let check = |stage: &Stage, expected: MayEnd| assert_eq!(stage.desk.screen().may_end, expected);
    check(&Stage::with_list(English, offers()), MayEnd::Yes);
    let mut stage = Stage::installing(English);
    check(&stage, MayEnd::NotNow);
    stage.ended(0, done(0, 0));
    check(&stage, MayEnd::NotNow);
    stage.news(batch(None, offers()));
    check(&stage, MayEnd::NotNow);
    stage.command(Command::Close(WindowName::Updates));
    check(&stage, MayEnd::Yes);
    stage.command(Command::CheckNow);
    check(&stage, MayEnd::NotNow);
    stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
    check(&stage, MayEnd::NotNow);
    stage.command(Command::Close(WindowName::Updates));
    check(&stage, MayEnd::Yes);
    stage.command(Command::ShowSettings);
    check(&stage, MayEnd::NotNow);
}

#[test]
fn what_went_wrong_can_be_copied_with_its_codes_wherever_it_stands() {
    let copied = |stage: &mut Stage| {
        let tasks = stage.command(Command::CopyDetails);
        let [Task::Copy(text)] = tasks.as_slice() else { panic!("{tasks:?}") };
        text.clone()
    };
    let refusal = || message!("server-unreachable", host = "a.example", detail = "os error 10061");
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSignIn);
    stage.command(Command::SignIn(fields("anna", "right")));
    stage.news(News::NotSignedIn(Trouble { message: refusal(), kind: TroubleKind::Other }));
    let buttons = stage.desk.screen().updates.unwrap().buttons;
    assert!(buttons.iter().any(|button| button.id() == "button-copy-details"), "{buttons:?}");
    assert!(copied(&mut stage).contains("10061"));
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSettings);
    stage.command(Command::SaveSettings(situation().settings.settings));
    stage.news(News::NotSaved(refusal()));
    let buttons = stage.desk.screen().settings.unwrap().buttons;
    assert!(buttons.iter().any(|button| button.id() == "button-copy-details"), "{buttons:?}");
    assert!(copied(&mut stage).contains("10061"));
}

#[test]
fn what_failed_before_the_programs_own_update_is_told_after_it() {
    let mut stage = Stage::installing(English);
    stage.ended(0, stopped(0, OutcomeKind::Busy, message!("outcome-busy")));
    let tasks = stage.news(batch(None, offers()));
    let [Task::Work(Work::KeepAnnounced(kept))] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert_eq!(stage.news(News::HandedOver), [Task::Quit]);
    let mut later = Stage::new(English);
    let tasks = later.news(News::Situation(Box::new(Situation { announced: kept.clone(), ..situation() })));
    let balloon = later.desk.screen().balloon.unwrap();
    assert!(balloon.text.to_string().starts_with("0 of 1 updates were installed before"), "{}", balloon.text);
    let [Task::Work(Work::KeepAnnounced(kept))] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert_eq!(kept.results, None, "once");
}

fn has_restart(page: &Page) -> bool {
    matches!(page, Page::List(list) if list.restart.is_some())
}

#[test]
fn a_restart_that_is_needed_is_offered_until_windows_has_restarted() {
    let offered = |stage: &mut Stage| {
        stage.command(Command::ShowUpdates);
        let updates = stage.desk.screen().updates.unwrap();
        updates.buttons.iter().any(|button| button.id() == "button-restart")
            && (updates.heading.id() == "result-restart" || has_restart(&updates.page))
    };
    let mut stage = Stage::installing(English);
    stage.ended(0, done(0, 3010));
    stage.ended(1, done(1, 0));
    stage.news(batch(None, Plan::default()));
    stage.command(Command::Close(WindowName::Updates));
    assert!(offered(&mut stage), "when the window is opened again");
    let mut stage = Stage::installing(English);
    stage.ended(0, done(0, 3010));
    stage.ended(1, done(1, 0));
    stage.news(batch(None, of(vec![notes("Planner", 3)])));
    stage.command(Command::Back);
    assert!(offered(&mut stage), "beside what else is ready");
    let tooltip = stage.desk.screen().tray.tooltip;
    assert_eq!(tooltip.id(), "tray-tooltip-also-restart");
    assert!(tooltip.to_string().starts_with("OX Updater: 1 update is ready. Restart"), "{tooltip}");
    for (restart, expected) in [(Restart::Needed, true), (Restart::NotNeeded, false)] {
        let mut later = Stage::new(English);
        later.news(News::Situation(Box::new(Situation { restart, ..situation() })));
        later.wait(360);
        later.checked(Ok(Plan::default()));
        assert_eq!(offered(&mut later), expected, "at the next start of the program");
        let tooltip = later.desk.screen().tray.tooltip;
        assert_eq!(tooltip.id() == "tray-tooltip-restart", expected);
    }
}

#[test]
fn what_cannot_be_done_cannot_be_pressed() {
    let mut stage = Stage::new(English);
    stage.hear(Event::Started);
    stage.command(Command::ShowUpdates);
    stage.checked(Err(trouble(TroubleKind::Other)));
    let settings = |stage: &Stage| {
        let screen = stage.desk.screen();
        let of_menu = screen.tray.menu.iter().find_map(|entry| match entry {
            MenuEntry::Choice(button) if button.id() == "tray-settings" => Some(button.enabled),
            _ => None,
        });
        let mut buttons = screen.updates.unwrap().buttons.into_iter();
        (of_menu.unwrap(), buttons.find(|button| button.id() == "button-settings").unwrap().enabled)
    };
    assert_eq!(settings(&stage), (Enabled::No, Enabled::No));
    stage.news(News::Situation(Box::new(situation())));
    stage.checked(Ok(offers()));
    assert_eq!(settings(&stage), (Enabled::Yes, Enabled::Yes));
}
