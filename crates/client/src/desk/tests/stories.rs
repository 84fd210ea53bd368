//! What is done when: the ways that a person goes.

use catalog::report::OutcomeKind;
use text::Language::{English, German};
use text::message;

use super::stage::{
    SERVER, Stage, ask, batch, connector, done, drive, fields, invitation, key, notes, of, offers, proposed,
    situation, stopped, trouble, without,
};
use crate::browser_sign_in::Invitation;
use crate::close_first::Answer;
use crate::desk::{Command, Event, News, Presence, Situation, Task, TroubleKind, Work};
use crate::machine::InstallProgress;
use crate::plan::{Choice, Plan};
use crate::screen::{Bar, Enabled, Page, Tick, TrayIcon, WindowName};
use crate::settings::{Checking, InForce, Lock, Settings};
use crate::updater::Progress;

/// The ticks of the list that the window shows.
fn ticks(stage: &Stage) -> Vec<(String, Tick)> {
    let page = stage.desk.screen().updates.unwrap().page;
    let Page::List(list) = page else { panic!("{page:?}") };
    list.rows.into_iter().map(|row| (row.name, row.tick)).collect()
}

fn heading(stage: &Stage) -> String {
    stage.desk.screen().updates.unwrap().heading.to_string()
}

#[test]
fn from_the_list_by_next_to_the_result() {
    let mut stage = Stage::with_list(English, offers());
    stage.command(Command::Tick { key: key(1), wanted: true });
    let tasks = stage.command(Command::Next);
    let [Task::Work(Work::Install(items))] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert_eq!(*items, offers().items[..2]);
    assert_eq!(stage.command(Command::Next), [], "once");
    stage.ended(0, done(0, 0));
    stage.ended(1, done(1, 0));
    stage.news(batch(None, Plan::default()));
    assert_eq!(heading(&stage), "2 updates are installed.");
    stage.command(Command::Close(WindowName::Updates));
    stage.command(Command::ShowUpdates);
    assert_eq!(heading(&stage), "This PC is up to date.");
}

#[test]
fn who_ticks_what_is_not_installed_by_itself_has_named_it() {
    let mut stage = Stage::with_list(English, offers());
    for (which, wanted) in [(0, false), (2, true), (3, true), (4, true)] {
        stage.command(Command::Tick { key: key(which), wanted });
    }
    let tasks = stage.command(Command::Next);
    let [Task::Work(Work::Install(items))] = tasks.as_slice() else { panic!("{tasks:?}") };
    let named: Vec<(&str, Choice)> =
        items.iter().map(|item| (item.product.name.as_str(), item.choice)).collect();
    assert_eq!(
        named,
        [("Notes", Choice::ByName), ("Planner", Choice::ByName)],
        "and never what has an obstacle"
    );
    assert!(items.iter().all(|item| item.obstacle.is_none()));
}

#[test]
fn next_works_only_where_the_list_is_seen_and_something_is_ticked() {
    let next = |stage: &mut Stage| stage.command(Command::Next).len();
    assert_eq!(next(&mut Stage::with_found(English, offers())), 0, "the window is closed");
    let mut unticked = Stage::with_list(English, offers());
    unticked.command(Command::Tick { key: key(0), wanted: false });
    assert_eq!(next(&mut unticked), 0);
    let updates = unticked.desk.screen().updates.unwrap();
    assert_eq!(updates.buttons.last().unwrap().enabled, Enabled::No);
    let mut signing_in = Stage::with_list(English, offers());
    signing_in.command(Command::ShowSignIn);
    assert_eq!(next(&mut signing_in), 0);
    assert_eq!(next(&mut Stage::with_list(English, offers())), 1);
}

#[test]
fn what_the_person_chose_survives_another_look() {
    let mut stage = Stage::with_list(English, of(vec![connector(), drive(), notes("Planner", 3)]));
    let [first, second, third] = [0, 2, 1].map(|which| {
        let plan = of(vec![connector(), drive(), notes("Planner", 3)]);
        crate::desk::ItemKey::of(&plan.items[which])
    });
    stage.command(Command::Tick { key: first, wanted: false });
    stage.command(Command::Tick { key: second.clone(), wanted: true });
    stage.command(Command::Select(second));
    let expected = |names: &[(&str, Tick)]| -> Vec<(String, Tick)> {
        names.iter().map(|(name, tick)| ((*name).to_owned(), *tick)).collect()
    };
    let before =
        expected(&[("Connector for Outlook", Tick::Off), ("Planner", Tick::On), ("Drive", Tick::On)]);
    assert_eq!(ticks(&stage), before);
    let looking = stage.command(Command::CheckNow);
    assert_eq!((looking, ticks(&stage)), (vec![Task::Work(Work::Check)], before.clone()));
    stage.checked(Ok(of(vec![connector(), drive(), notes("Planner", 3)])));
    assert_eq!(ticks(&stage), before);
    stage.checked(Ok(of(vec![connector(), drive()])));
    assert_eq!(
        ticks(&stage),
        before[..1].iter().chain(&before[2..]).cloned().collect::<Vec<_>>(),
        "{third:?} is gone"
    );
    let Page::List(list) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert!(list.rows[1].selected, "what is read about stays too");
}

#[test]
fn nothing_is_sent_to_a_proposed_server_before_the_person_agrees() {
    let mut stage = Stage::new(English);
    stage.presence = Presence::Busy;
    assert_eq!(stage.hear(Event::Started), [Task::Work(Work::Begin)]);
    assert_eq!(stage.news(News::Situation(Box::new(proposed()))), []);
    assert_eq!(stage.wait(9_999), []);
    assert_eq!(stage.desk.screen().updates, None, "the person is not disturbed");
    stage.presence = Presence::Free;
    assert_eq!(stage.wait(60), []);
    assert!(heading(&stage).contains("updates.example.com:8443"));
    let buttons = stage.desk.screen().updates.unwrap().buttons;
    assert_eq!(buttons[1].weight, crate::screen::Weight::Default, "the safe one");
    assert_eq!(stage.command(Command::CheckNow), []);
    let tasks = stage.command(Command::AcceptServer);
    let wanted = Settings { server: Some(format!("{SERVER}:8443")), ..Settings::default() };
    assert_eq!(tasks, [Task::Work(Work::Save(wanted.clone()))]);
    let settled = Situation { settings: InForce::from(wanted), ..proposed() };
    let tasks = stage.news(News::Situation(Box::new(settled)));
    assert_eq!(tasks, [Task::Work(Work::ForgetProposal), Task::Work(Work::Check)]);
}

#[test]
fn who_declines_a_server_comes_to_the_settings() {
    let mut stage = Stage::new(English);
    stage.news(News::Situation(Box::new(proposed())));
    let tasks = stage.command(Command::DeclineServer);
    assert_eq!(tasks.first(), Some(&Task::Work(Work::ForgetProposal)), "{tasks:?}");
    assert!(stage.desk.screen().settings.is_some());
    assert_eq!(stage.command(Command::AcceptServer), [], "it is gone");
}

#[test]
fn signing_in_leads_to_the_list_or_says_at_once_what_is_wrong() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::CheckNow);
    stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
    let sign_in = fields(" anna ", "wrong");
    let tasks = stage.command(Command::SignIn(sign_in));
    let [Task::Work(Work::SignIn(sent))] = tasks.as_slice() else { panic!("{tasks:?}") };
    assert_eq!((sent.user.as_str(), sent.keep), ("anna", false), "nothing is kept where there are tokens");
    assert_eq!(stage.command(Command::SignIn(fields("anna", "again"))), [], "not twice");
    stage.news(News::NotSignedIn(trouble(TroubleKind::SignInRefused)));
    let Page::SignIn(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert!(page.problem.is_some() && !page.asking && page.user == "anna");
    stage.command(Command::SignIn(fields("anna", "right")));
    stage.checked(Ok(offers()));
    assert_eq!(heading(&stage), "2 updates are ready for this PC.");
    assert!(format!("{:?}", fields("anna", "secret")).contains("Password(…)"));
}

#[test]
fn with_the_browser_it_goes_on_as_after_a_password() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::CheckNow);
    stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
    assert_eq!(stage.command(Command::OpenBrowserAgain), [], "there is no page yet");
    assert_eq!(stage.command(Command::SignInWithBrowser), [Task::Work(Work::SignInWithBrowser)]);
    assert_eq!(stage.command(Command::SignInWithBrowser), [], "not twice");
    assert_eq!(stage.command(Command::CopyCode), [], "there is no code yet");
    let Invitation { code, address_with_code: page, .. } = invitation();
    assert_eq!(stage.news(News::Invited(invitation())), [Task::Open(page.clone())]);
    assert_eq!(stage.command(Command::OpenBrowserAgain), [Task::Open(page)]);
    assert_eq!(stage.command(Command::CopyCode), [Task::Copy(code)]);
    stage.command(Command::Close(WindowName::Updates));
    assert_eq!(stage.wait(300), [], "it is waited for, and nothing is looked for meanwhile");
    stage.checked(Ok(offers()));
    stage.command(Command::ShowUpdates);
    assert_eq!(heading(&stage), "2 updates are ready for this PC.");
    assert_eq!(stage.command(Command::CopyCode), []);
}

#[test]
fn who_leaves_the_browser_comes_back_to_the_fields() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSignIn);
    stage.command(Command::SignInWithBrowser);
    assert_eq!(stage.command(Command::LeaveBrowser), [Task::Work(Work::LeaveBrowser)]);
    assert_eq!(stage.command(Command::LeaveBrowser), []);
    assert_eq!(stage.news(News::Invited(invitation())), [], "nobody waits for it any more");
    let Page::SignIn(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert!(page.problem.is_none() && !page.asking);
    let [Task::Work(Work::SignIn(_))] = stage.command(Command::SignIn(fields("anna", "right")))[..] else {
        panic!()
    };
}

#[test]
fn a_server_without_sign_in_by_browser_is_asked_once() {
    let has_button = |stage: &Stage| {
        let buttons = stage.desk.screen().updates.unwrap().buttons;
        buttons.iter().any(|button| button.id() == "button-sign-in-with-browser")
    };
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSignIn);
    assert!(has_button(&stage));
    stage.command(Command::SignInWithBrowser);
    stage.news(News::NotSignedIn(trouble(TroubleKind::NoBrowserSignIn)));
    let Page::SignIn(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert!(page.problem.is_some() && !has_button(&stage));
    assert_eq!(stage.command(Command::SignInWithBrowser), []);
    // Another server may offer it.
    let server = Some("https://elsewhere.example.com".to_owned());
    let settings = InForce::from(Settings { server, ..Settings::default() });
    stage.news(News::Situation(Box::new(Situation { settings, ..situation() })));
    stage.command(Command::ShowSignIn);
    assert!(has_button(&stage));
}

#[test]
fn another_server_is_no_server_to_wait_for_with_the_browser() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSignIn);
    stage.command(Command::SignInWithBrowser);
    stage.news(News::Invited(invitation()));
    let server = Some("https://elsewhere.example.com".to_owned());
    let settings = InForce::from(Settings { server, ..Settings::default() });
    let tasks = stage.news(News::Situation(Box::new(Situation { settings, ..situation() })));
    assert_eq!(tasks, [Task::Work(Work::LeaveBrowser), Task::Work(Work::Check)]);
    assert_eq!(stage.command(Command::OpenBrowserAgain), []);
}

#[test]
fn a_look_that_was_begun_before_does_not_pass_for_the_sign_in() {
    let mut stage = Stage::with_server(English);
    stage.command(Command::ShowSignIn);
    stage.wait(360);
    stage.command(Command::SignIn(fields("anna", "right")));
    stage.checked(Err(trouble(TroubleKind::SignInNeeded)));
    let Page::SignIn(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert!(page.asking);
    stage.checked(Ok(offers()));
    assert_eq!(heading(&stage), "2 updates are ready for this PC.");
}

#[test]
fn what_is_kept_may_be_out_of_reach_at_the_start_and_is_tried_again() {
    let mut stage = Stage::new(English);
    stage.hear(Event::Started);
    stage.checked(Err(trouble(TroubleKind::Other)));
    assert_eq!(stage.desk.screen().tray.icon, TrayIcon::Attention);
    assert_eq!(stage.command(Command::CheckNow), [Task::Work(Work::Begin)]);
    stage.news(News::Situation(Box::new(situation())));
    assert_eq!(stage.desk.screen().tray.icon, TrayIcon::Looking, "who has the window open waits");
}

#[test]
fn a_server_that_stays_away_calls_after_three_days() {
    let icon = |stage: &Stage| stage.desk.screen().tray.icon;
    let mut never = Stage::with_server(English);
    never.wait(360);
    never.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
    assert_eq!(icon(&never), TrayIcon::Attention, "it never answered");
    let mut stage = Stage::with_found(English, Plan::default());
    stage.at += 2 * 24 * 3_600;
    stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
    assert_eq!(icon(&stage), TrayIcon::Idle);
    stage.at += 24 * 3_600;
    stage.checked(Err(trouble(TroubleKind::Away { retry_after: None })));
    assert_eq!(icon(&stage), TrayIcon::Attention);
}

#[test]
fn signing_out_that_fails_is_no_sign_in_that_fails() {
    let mut stage = Stage::with_list(English, offers());
    stage.command(Command::CheckNow);
    stage.command(Command::SignOut);
    stage.command(Command::SignOutNow);
    stage.news(News::NotSignedIn(trouble(TroubleKind::Other)));
    assert_eq!(stage.desk.screen().tray.icon, TrayIcon::Looking, "it still looks");
    assert_eq!(heading(&stage), trouble(TroubleKind::Other).message.to_string());
    stage.checked(Ok(offers()));
    assert_eq!(heading(&stage), "2 updates are ready for this PC.");
}

#[test]
fn the_programs_own_update_is_told_by_the_new_program() {
    let mut stage = Stage::installing(English);
    stage.command(Command::Close(WindowName::Updates));
    stage.wait(600);
    let before = stage.desk.screen().balloon;
    stage.ended(0, done(0, 0));
    stage.news(batch(None, offers()));
    assert_eq!(stage.news(News::HandedOver), [Task::Quit]);
    assert_eq!(stage.desk.screen().balloon, before);
}

#[test]
fn signing_out_forgets_what_was_found_and_tells_nothing() {
    let mut stage = Stage::with_found(English, offers());
    stage.wait(120);
    assert_eq!(stage.command(Command::SignOutNow), [], "nobody was asked");
    assert_eq!(stage.command(Command::SignOut), []);
    let updates = stage.desk.screen().updates.unwrap();
    assert_eq!(updates.buttons[1].weight, crate::screen::Weight::Default, "the safe one");
    stage.command(Command::Back);
    assert_eq!(heading(&stage), "2 updates are ready for this PC.");
    assert_eq!(stage.command(Command::SignOutNow), [], "they stay");
    stage.command(Command::SignOut);
    assert_eq!(stage.command(Command::SignOutNow), [Task::Work(Work::SignOut)]);
    let balloon = stage.desk.screen().balloon;
    stage.news(News::SignedOut);
    stage.wait(120);
    let screen = stage.desk.screen();
    assert_eq!((screen.balloon, screen.tray.icon), (balloon, TrayIcon::Attention));
}

#[test]
fn a_question_is_answered_once() {
    let mut stage = Stage::installing(English);
    assert_eq!(stage.command(Command::Answer(Answer::TryAgain)), [], "nothing is asked");
    stage.news(News::Asked(ask()));
    let answer = Task::Work(Work::Answer(Answer::TryAgain));
    assert_eq!(stage.command(Command::Answer(Answer::TryAgain)), [answer]);
    assert_eq!(stage.command(Command::Answer(Answer::TryAgain)), []);
    stage.news(News::Asked(ask()));
    let stop = [Task::Work(Work::Cancel), Task::Work(Work::Answer(Answer::Cancel))];
    assert_eq!(stage.command(Command::Cancel), stop);
    assert_eq!(stage.command(Command::Cancel), [], "it stops already");
}

#[test]
fn leaving_waits_until_the_updates_have_ended() {
    assert_eq!(Stage::with_list(English, offers()).command(Command::Exit), [Task::Quit]);
    let mut stage = Stage::installing(English);
    stage.command(Command::Close(WindowName::Updates));
    assert_eq!(stage.command(Command::Exit), []);
    assert!(heading(&stage).contains("cannot end before"), "{}", heading(&stage));
    stage.command(Command::Back);
    assert!(heading(&stage).contains("are being installed"));
    stage.command(Command::Exit);
    assert_eq!(stage.command(Command::ExitWhenDone), []);
    stage.ended(0, done(0, 0));
    let tasks = stage.news(batch(None, offers()));
    assert_eq!(tasks.last(), Some(&Task::Quit), "{tasks:?}");
}

#[test]
fn windows_is_told_why_it_should_wait_only_while_its_installer_works() {
    let mut stage = Stage::installing(German);
    let busy = |stage: &Stage| stage.desk.screen().busy_reason.is_some();
    stage.news(News::Progress { key: key(0), progress: Progress::Verifying(9) });
    assert!(!busy(&stage));
    let mut ended_early = Stage::installing(German);
    assert_eq!(ended_early.hear(Event::SessionEnding), [Task::Work(Work::Cancel)], "nothing new is begun");
    let installing = |progress| News::Progress { key: key(0), progress: Progress::Installing(progress) };
    stage.news(installing(InstallProgress::AsksForConsent));
    assert!(!busy(&stage), "nothing is begun before somebody consents");
    stage.news(installing(InstallProgress::GoesOn));
    assert!(busy(&stage));
    let behind = [Task::Work(Work::StopBehindThis)];
    assert_eq!(stage.hear(Event::SessionEnding), behind, "Windows Installer is not stopped in the middle");
    assert_eq!(stage.hear(Event::SessionEnding), [], "it is known");
    stage.ended(0, done(0, 0));
    assert!(!busy(&stage));
}

#[test]
fn while_windows_is_to_end_nothing_is_begun_unless_it_stays() {
    let installing = || {
        let mut stage = Stage::installing(English);
        stage.news(News::Progress { key: key(0), progress: Progress::Installing(InstallProgress::GoesOn) });
        stage
    };
    let mut stays = installing();
    assert_eq!(stays.hear(Event::SessionStays), [], "nobody has asked");
    stays.hear(Event::SessionEnding);
    assert_eq!(stays.hear(Event::SessionStays), [Task::Work(Work::GoOn)]);
    assert_eq!(stays.hear(Event::SessionStays), []);

    let mut waits = installing();
    waits.hear(Event::SessionEnding);
    let tasks = waits.news(News::Progress { key: key(0), progress: Progress::Waiting });
    assert_eq!(tasks, [Task::Work(Work::Cancel)], "it would begin later");
    assert_eq!(waits.hear(Event::SessionStays), [], "what was stopped stays so");

    let mut cancelled = installing();
    cancelled.hear(Event::SessionEnding);
    assert_eq!(cancelled.command(Command::Cancel), [Task::Work(Work::Cancel)], "the person still may");

    let mut ends = installing();
    ends.hear(Event::SessionEnding);
    ends.ended(0, done(0, 0));
    ends.news(batch(None, offers()));
    let Page::Result(page) = ends.desk.screen().updates.unwrap().page else { panic!() };
    assert!(page.rows[1].sentence.to_string().contains("was not begun"), "{}", page.rows[1].sentence);
}

#[test]
fn a_bar_never_goes_back_in_a_step() {
    let mut stage = Stage::installing(English);
    let mut bar = |done: u64, total: u64| {
        let ticks = InstallProgress::Ticks { done, total };
        stage.news(News::Progress { key: key(0), progress: Progress::Installing(ticks) });
        let Page::Progress(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
        page.rows[0].bar
    };
    let told =
        [(1, 10), (5, 10), (3, 10), (0, 0), (u64::MAX, 10), (1, 10)].map(|(done, total)| bar(done, total));
    assert_eq!(told, [100, 500, 500, 500, 1_000, 1_000].map(Bar::Thousandths));
}

#[test]
fn a_refused_right_is_open_and_not_tried_again_by_itself() {
    let mut stage = Stage::installing(English);
    let reason = message!("outcome-cancelled");
    let refused = crate::outcome::Outcome {
        exit_code: Some(crate::machine::ExitCode(1223)),
        ..stopped(0, OutcomeKind::Cancelled, reason)
    };
    stage.ended(0, refused);
    stage.news(batch(None, offers()));
    let Page::Result(page) = stage.desk.screen().updates.unwrap().page else { panic!() };
    assert_eq!(page.rows[0].verdict, crate::screen::Verdict::Open);
    for _ in 0..100 {
        let tasks = stage.wait(3_600);
        assert!(!tasks.iter().any(|task| matches!(task, Task::Work(Work::Install(_)))), "{tasks:?}");
        stage.checked(Ok(offers()));
    }
}

#[test]
fn windows_restarts_only_when_the_person_says_so_and_nothing_is_installed() {
    let mut stage = Stage::installing(English);
    assert_eq!(stage.command(Command::RestartWindows), []);
    stage.ended(0, done(0, 3010));
    let tasks = stage.news(batch(None, without(&["Connector for Outlook"])));
    assert!(!tasks.contains(&Task::RestartWindows));
    let updates = stage.desk.screen().updates.unwrap();
    let restart = updates.buttons.iter().find(|button| button.label.id() == "button-restart").unwrap();
    assert_eq!(restart.weight, crate::screen::Weight::Plain);
    assert_eq!(stage.command(Command::RestartWindows), [Task::RestartWindows]);
}

#[test]
fn settings_are_kept_when_they_are_sound_and_what_is_locked_stays() {
    let locked = InForce { server_lock: Some(Lock::Installer), ..situation().settings };
    let mut stage = Stage::new(English);
    stage.news(News::Situation(Box::new(Situation { settings: locked.clone(), ..situation() })));
    let wanted = Settings { server: Some("https://elsewhere.example.com".to_owned()), ..Settings::default() };
    assert_eq!(stage.command(Command::SaveSettings(wanted.clone())), [], "the window is closed");
    stage.command(Command::ShowSettings);
    let wrong = Settings { interval_hours: 169, ..wanted.clone() };
    assert_eq!(stage.command(Command::SaveSettings(wrong)), []);
    let kept = Settings { server: Some(SERVER.to_owned()), ..wanted.clone() };
    assert_eq!(stage.command(Command::SaveSettings(wanted.clone())), [Task::Work(Work::Save(kept))]);
    assert_eq!(stage.command(Command::SaveSettings(wanted)), [], "not twice");
    stage.news(News::Situation(Box::new(Situation { settings: locked, ..situation() })));
    assert_eq!(stage.desk.screen().settings, None);
}

#[test]
fn another_server_is_asked_at_once_and_what_the_first_one_said_is_forgotten() {
    let mut stage = Stage::with_list(English, offers());
    let settings =
        Settings { server: Some("https://elsewhere.example.com".to_owned()), ..Settings::default() };
    let other = Situation { settings: InForce::from(settings), user: None, ..situation() };
    let tasks = stage.news(News::Situation(Box::new(other)));
    assert!(tasks.contains(&Task::Work(Work::Check)), "{tasks:?}");
    assert!(heading(&stage).contains("looking"), "{}", heading(&stage));
}

#[test]
fn who_looks_only_by_hand_is_not_looked_for_after_a_change_of_server_either() {
    let mut stage = Stage::with_found(English, offers());
    let server = Some("https://elsewhere.example.com".to_owned());
    let settings = Settings { server, checking: Checking::Manual, ..Settings::default() };
    let tasks = stage.news(News::Situation(Box::new(Situation { settings: settings.into(), ..situation() })));
    assert_eq!(tasks, []);
    assert_eq!(stage.desk.wake_at(), None);
    assert_eq!(stage.command(Command::CheckNow), [Task::Work(Work::Check)]);
}

#[test]
fn a_link_opens_only_what_a_browser_is_for() {
    let mut stage = Stage::with_list(English, offers());
    let mut check = |url: &str, expected: bool| {
        let tasks = stage.command(Command::OpenLink(url.to_owned()));
        assert_eq!(tasks == [Task::Open(url.to_owned())], expected, "{url}");
        assert_eq!(tasks.is_empty(), !expected, "{url}");
    };
    check("https://docs.example.com/", true);
    check("http://docs.example.com/", true);
    check("file:///C:/Windows/System32/calc.exe", false);
    check("C:\\Windows\\System32\\calc.exe", false);
    check("javascript:alert(1)", false);
    check("", false);
}
