//! The desk with the real worker, from the start to the result, as a face would have them work together: tasks go there, news come back.

use std::sync::atomic::Ordering;

use client::close_first::Answer;
use client::desk::{Command, Desk, Event, Now, Password, Presence, SignInFields, Task, Work};
use client::fake::{Course, Effect, FakeMachine};
use client::screen::{Page, Screen, TrayIcon, Verdict, WindowName};
use client::settings::values::{INSTALLER_NAME, Stored, Values};
use client::updater::now;
use text::Language::English;

use crate::engine::{offer_of, site};
use crate::pc::{PASSWORD, USER};
use crate::worker::two;
use crate::worker_sign_in::{Tokens, server};
use crate::workshop::Workshop;

const PACKAGE: &str = "notes-2.0.0.msi";
/// How much news a test hears before it gives up.
const NEWS_MAX: usize = 1_000;

/// A desk, its worker, and what time the desk is told.
struct Program {
    desk: Desk,
    workshop: Workshop,
    at: i64,
    /// The tasks that are the face's.
    own: Vec<Task>,
}

impl Program {
    /// The program as it has begun, without a window.
    fn start(workshop: Workshop) -> Self {
        let mut program = Self { desk: Desk::new(English, 1), workshop, at: now(), own: Vec::new() };
        program.hear(Event::Started);
        program
            .until("it knows how things are", |screen| screen.tray.tooltip.id() != "tray-tooltip-starting");
        program
    }

    /// The program's next start on the same PC.
    fn start_again(self) -> Self {
        let mut workshop = self.workshop;
        workshop.start();
        Self::start(workshop)
    }

    fn hear(&mut self, event: Event) {
        for task in self.desk.hear(event, Now { at: self.at, presence: Presence::Free }) {
            match task {
                Task::Work(work) => self.workshop.order(work),
                own => self.own.push(own),
            }
        }
    }

    fn command(&mut self, command: Command) {
        self.hear(Event::Command(command));
    }

    /// Lets the time come that the desk wants to be woken at.
    fn wait(&mut self) {
        self.at = self.desk.wake_at().expect("it waits for a time");
        self.hear(Event::Time);
    }

    /// Hears news until the screen is as it is wanted.
    fn until(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) -> Screen {
        for _ in 0..NEWS_MAX {
            let screen = self.desk.screen();
            if is_so(&screen) {
                return screen;
            }
            let news = self.workshop.next();
            self.hear(Event::News(news));
        }
        panic!("not after {NEWS_MAX} pieces of news: {what}");
    }

    /// Looks for updates by itself, until that has come to something.
    fn look(&mut self) -> Screen {
        self.wait();
        assert_eq!(self.desk.screen().tray.icon, TrayIcon::Looking);
        self.until("it has looked", |screen| screen.tray.icon != TrayIcon::Looking)
    }
}

fn page(screen: &Screen) -> &Page {
    &screen.updates.as_ref().expect("the window is open").page
}

fn heading(screen: &Screen) -> String {
    screen.updates.as_ref().expect("the window is open").heading.to_string()
}

fn fields(password: &str) -> Command {
    let password = Password(password.to_owned());
    Command::SignIn(SignInFields { user: USER.to_owned(), password, keep: false })
}

#[test]
fn from_the_start_by_balloon_list_next_and_question_to_the_result_and_the_history() {
    let mut product = offer_of(PACKAGE);
    product.close_first = vec!["OUTLOOK.EXE".to_owned()];
    let web = site(&product, PACKAGE);
    let machine = FakeMachine::default().with_running(&[&["OUTLOOK.EXE"], &[]]);
    let mut program = Program::start(Workshop::new(machine, &web.address()));
    let screen = program.look();
    assert_eq!(screen.tray.tooltip.to_string(), "OX Updater: 1 update is ready.");
    let balloon = screen.balloon.expect("it is told");
    assert!(balloon.text.to_string().starts_with("Fixture Notes can be installed."), "{}", balloon.text);
    program.command(Command::ShowUpdates);
    let Page::List(list) = page(&program.desk.screen()).clone() else { panic!() };
    program.command(Command::Tick { key: list.rows[0].key.clone(), wanted: true });
    program.command(Command::Next);
    let screen = program.until("Outlook is open", |screen| matches!(page(screen), Page::Question(_)));
    assert!(heading(&screen).contains("Outlook"), "{}", heading(&screen));
    program.command(Command::Answer(Answer::TryAgain));
    let screen = program.until("it has ended", |screen| matches!(page(screen), Page::Result(_)));
    assert_eq!(heading(&screen), "The update is installed.");
    program.command(Command::Close(WindowName::Updates));
    program.command(Command::ShowHistory);
    let is_read = |screen: &Screen| screen.history.as_ref().is_some_and(|history| !history.rows.is_empty());
    let screen = program.until("the history is read", is_read);
    assert_eq!(screen.history.unwrap().rows[0].verdict, Verdict::Good);
    program.command(Command::ShowUpdates);
    assert_eq!(heading(&program.desk.screen()), "This PC is up to date.");
    assert_eq!(program.own, []);
}

#[test]
fn what_was_told_is_not_told_again_after_the_next_start() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut program = Program::start(Workshop::new(FakeMachine::default(), &web.address()));
    assert!(program.look().balloon.is_some());
    let mut program = program.start_again();
    let screen = program.look();
    assert_eq!((screen.tray.icon, screen.balloon), (TrayIcon::Available, None));
}

#[test]
fn a_wrong_password_a_right_one_and_a_sign_in_that_the_server_ends() {
    let (web, accepts) = server(Tokens::Given);
    let mut program = Program::start(Workshop::new(FakeMachine::default(), &web.address()));
    let screen = program.look();
    assert_eq!(screen.tray.tooltip.id(), "tray-tooltip-sign-in");
    assert_eq!(screen.balloon.expect("it is told").title.id(), "balloon-sign-in-title");
    program.command(Command::ShowUpdates);
    program.command(fields("wrong"));
    let is_wrong = |screen: &Screen| matches!(page(screen), Page::SignIn(page) if page.problem.is_some() && !page.asking);
    program.until("it is said at once", is_wrong);
    program.command(fields(PASSWORD));
    program.until("the list is there", |screen| matches!(page(screen), Page::List(_)));
    program.command(Command::Close(WindowName::Updates));
    accepts.store(false, Ordering::SeqCst);
    program.at += 24 * 60 * 60;
    program.hear(Event::Time);
    let screen = program.until("it has looked", |screen| screen.tray.icon != TrayIcon::Looking);
    assert_eq!(screen.balloon.expect("it is told").text.id(), "balloon-sign-in-ended");
    assert_eq!(program.desk.wake_at(), None, "and nothing is sent again by itself");
}

/// A program on a PC where the installer's name proposes a server.
fn with_proposal(server: &str) -> Program {
    let port = server.rsplit(':').next().unwrap_or_default();
    let name = format!("OXUpdater-setup-http@127.0.0.1_{port}.msi");
    let installer = Values::default().with_text(INSTALLER_NAME, &name);
    Program::start(Workshop::with(FakeMachine::default(), Stored { installer, ..Stored::default() }))
}

#[test]
fn a_proposed_server_is_asked_when_the_person_says_yes() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut program = with_proposal(&web.address());
    let screen = program.desk.screen();
    assert!(heading(&screen).starts_with("Shall updates come from 127.0.0.1:"), "{}", heading(&screen));
    program.command(Command::CheckNow);
    assert_eq!(web.asked().len(), 0, "nothing was sent");
    program.command(Command::AcceptServer);
    program.until("the list is there", |screen| matches!(page(screen), Page::List(_)));
    assert!(!web.asked().is_empty());
}

#[test]
fn a_server_that_the_person_does_not_know_is_never_asked() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut program = with_proposal(&web.address());
    program.command(Command::DeclineServer);
    assert!(program.desk.screen().settings.is_some());
    let program = program.start_again();
    let screen = program.desk.screen();
    assert_eq!((screen.updates, screen.tray.tooltip.id()), (None, "tray-tooltip-no-server"));
    assert_eq!(web.asked().len(), 0);
}

#[test]
fn refused_rights_are_open_and_the_list_still_has_it() {
    let product = offer_of(PACKAGE);
    let web = site(&product, PACKAGE);
    let refused = Course { exit_code: 1223, effect: Effect::Nothing };
    let machine = FakeMachine::default().with_course(product.upgrade_code, refused);
    let mut program = Program::start(Workshop::new(machine, &web.address()));
    program.look();
    program.command(Command::ShowUpdates);
    let Page::List(list) = page(&program.desk.screen()).clone() else { panic!() };
    program.command(Command::Tick { key: list.rows[0].key.clone(), wanted: true });
    program.command(Command::Next);
    let screen = program.until("it has ended", |screen| matches!(page(screen), Page::Result(_)));
    let Page::Result(result) = page(&screen) else { panic!() };
    assert_eq!(result.rows[0].verdict, Verdict::Open, "{}", result.rows[0].sentence);
    program.command(Command::Back);
    let screen = program.desk.screen();
    let Page::List(list) = page(&screen) else { panic!("{screen:?}") };
    assert_eq!(list.rows.len(), 1);
    assert_eq!(program.own, []);
}

#[test]
fn an_update_behind_the_one_that_windows_waits_for_is_begun_only_if_windows_stays() {
    let check = |heard: &[Event], installed: usize| {
        let (web, _) = two("either-1.0.0.msi");
        let mut program = Program::start(Workshop::new(FakeMachine::default(), &web.address()));
        program.look();
        program.command(Command::ShowUpdates);
        let Page::List(list) = page(&program.desk.screen()).clone() else { panic!() };
        assert_eq!(list.rows.len(), 2);
        for row in list.rows {
            program.command(Command::Tick { key: row.key, wanted: true });
        }
        program.command(Command::Next);
        program.until("Windows Installer is at work", |screen| screen.busy_reason.is_some());
        for event in heard {
            program.hear(event.clone());
        }
        let screen = program.until("all has ended", |screen| matches!(page(screen), Page::Result(_)));
        let Page::Result(result) = page(&screen) else { panic!() };
        let good = result.rows.iter().filter(|row| row.verdict == Verdict::Good).count();
        assert_eq!(good, installed, "{heard:?}: {result:?}");
        assert_eq!(program.workshop.machine.requests().len(), installed, "{heard:?}");
        let open: Vec<&str> = result
            .rows
            .iter()
            .filter(|row| row.verdict == Verdict::Open)
            .map(|row| row.sentence.id())
            .collect();
        assert_eq!(open, vec!["result-not-begun"; 2 - installed], "{heard:?}");
        assert_eq!(screen.busy_reason, None, "Windows may end");
    };
    check(&[], 2);
    check(&[Event::SessionEnding], 1);
    check(&[Event::SessionEnding, Event::SessionStays], 2);
    check(&[Event::SessionEnding, Event::SessionStays, Event::SessionEnding], 1);
}

#[test]
fn the_program_ends_when_the_updates_have_ended() {
    let web = site(&offer_of(PACKAGE), PACKAGE);
    let mut program = Program::start(Workshop::new(FakeMachine::default(), &web.address()));
    program.look();
    program.command(Command::ShowUpdates);
    let Page::List(list) = page(&program.desk.screen()).clone() else { panic!() };
    program.command(Command::Tick { key: list.rows[0].key.clone(), wanted: true });
    program.command(Command::Next);
    program.command(Command::Exit);
    program.command(Command::ExitWhenDone);
    assert_eq!(program.own, []);
    program.until("it has ended", |screen| matches!(page(screen), Page::Result(_)));
    assert_eq!(program.own, [Task::Quit]);
    program.workshop.order(Work::Cancel);
}
