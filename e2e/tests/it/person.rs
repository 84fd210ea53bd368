//! A person at the desktop: sees the real desk's screens, presses what is there, and has the real worker behind it, on a machine that is a fake.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use client::clock::FakeClock;
use client::credentials::Memory as Credentials;
use client::desk::{Command, Desk, Event, News, Now, Password, Presence, SignInFields, Task};
use client::fake::FakeMachine;
use client::screen::{
    Balloon, Button, Enabled, ListPage, Page, Press, ProgressPage, ResultPage, Screen, SignInPage,
};
use client::settings::values::{SERVER_URL, Stored, Values};
use client::settings::{Checking, Settings};
use client::settings_store::Memory;
use client::web::Trust;
use client::worker::{Environment, Worker};
use tempfile::TempDir;
use text::{Language, Message};

/// How long a person waits for something to happen.
const NEWS_TIME_MAX: Duration = Duration::from_secs(60);
/// When the person starts the program first, in seconds since 1970.
const BEGUN_AT: i64 = 1_800_000_000;
/// The most times that a person looks until they see what they wait for.
const LOOKS_MAX: usize = 100_000;

/// A person at the desktop.
pub(crate) struct Person {
    pub(crate) machine: &'static FakeMachine,
    pub(crate) folder: PathBuf,
    /// When it is.
    pub(crate) at: i64,
    /// What was told beside the clock so far.
    pub(crate) balloons: Vec<Balloon>,
    /// The pages that were opened in the browser.
    pub(crate) opened: Vec<String>,
    settings: Memory,
    credentials: Arc<Credentials>,
    step: Duration,
    seat: Option<Seat>,
    _own_folder: Option<TempDir>,
}

/// The running program.
struct Seat {
    desk: Desk,
    worker: Worker,
    news: Receiver<News>,
}

impl Person {
    /// A person whose PC gets updates from an address, with the program started and its window open.
    pub(crate) fn new(machine: FakeMachine, address: &str) -> Self {
        let own_folder = tempfile::tempdir().unwrap();
        let person = Self::at(&own_folder.path().join("state"), machine, address);
        Self { _own_folder: Some(own_folder), ..person }
    }

    /// The same with a folder that is there before and after.
    pub(crate) fn at(folder: &Path, machine: FakeMachine, address: &str) -> Self {
        Self::with_step(folder, machine, address, Duration::ZERO)
    }

    /// The same with a clock that goes forward whenever it is looked at.
    pub(crate) fn with_step(folder: &Path, machine: FakeMachine, address: &str, step: Duration) -> Self {
        let person = Values::default().with_text(SERVER_URL, address).with_text("Checking", "manual");
        let mut person = Self {
            machine: Box::leak(Box::new(machine)),
            folder: folder.to_owned(),
            at: BEGUN_AT,
            balloons: Vec::new(),
            opened: Vec::new(),
            settings: Memory::new(Stored { person, ..Stored::default() }),
            credentials: Arc::default(),
            step,
            seat: None,
            _own_folder: None,
        };
        person.start();
        person.wants(Command::ShowUpdates);
        person
    }

    /// Starts the program, anew if it ran.
    pub(crate) fn start(&mut self) {
        if let Some(Seat { worker, .. }) = self.seat.take() {
            worker.end();
        }
        let (machine, step) = (self.machine, self.step);
        let credentials = Arc::<Credentials>::clone(&self.credentials);
        let environment = Environment {
            folder: Some(self.folder.clone()),
            settings: Box::new(self.settings.clone()),
            credentials: Box::new(move |_| Arc::<Credentials>::clone(&credentials)),
            machine: Box::new(move || Ok(Box::new(machine))),
            for_batch: Box::new(|plain, _| Box::new(plain)),
            clock: Box::new(move || Rc::new(FakeClock::with_step(step))),
            trust: Trust::System,
            program: PathBuf::from("OXUpdater"),
        };
        let (tell, news) = mpsc::channel();
        // What is told when the test has ended is heard by nobody.
        let worker = Worker::start(environment, Box::new(move |told| drop(tell.send(told)))).unwrap();
        self.seat = Some(Seat { desk: Desk::new(Language::English, 7), worker, news });
        self.hear(Event::Started);
        // Until the situation is known.
        self.hear_news();
    }

    /// What is to be seen.
    pub(crate) fn screen(&self) -> Screen {
        self.seat.as_ref().unwrap().desk.screen()
    }

    /// When the desk wants to hear of the time next.
    pub(crate) fn wake_at(&self) -> Option<i64> {
        self.seat.as_ref().unwrap().desk.wake_at()
    }

    /// Wants something that needs no button.
    pub(crate) fn wants(&mut self, command: Command) {
        self.hear(Event::Command(command));
    }

    /// Presses the button of the updates' window that does this; it is there and can be pressed.
    pub(crate) fn presses(&mut self, command: &Command) {
        let screen = self.screen();
        let buttons = screen.updates.map(|window| window.buttons).unwrap_or_default();
        let is_it = |button: &&Button| button.press == Press::Send(command.clone());
        let button = buttons.iter().find(is_it).unwrap_or_else(|| panic!("no {command:?} among {buttons:?}"));
        assert_eq!(button.enabled, Enabled::Yes, "{command:?}");
        self.wants(command.clone());
    }

    /// Sets that it looks for updates by itself.
    pub(crate) fn lets_it_look_by_itself(&mut self) {
        self.wants(Command::ShowSettings);
        let page = self.screen().settings.unwrap();
        self.wants(Command::SaveSettings(Settings { checking: Checking::Automatic, ..page.settings() }));
        while self.screen().settings.is_some() {
            self.hear_news();
        }
    }

    /// Types name and password, and signs in.
    pub(crate) fn signs_in(&mut self, user: &str, password: &str) {
        let screen = self.screen();
        let buttons = screen.updates.map(|window| window.buttons).unwrap_or_default();
        assert!(buttons.iter().any(|button| button.press == Press::SignIn), "{buttons:?}");
        let password = Password(password.to_owned());
        self.wants(Command::SignIn(SignInFields { user: user.to_owned(), password, keep: false }));
    }

    /// Waits until something is to be seen on the updates' page.
    pub(crate) fn sees<T>(&mut self, look: impl Fn(&Page) -> Option<T>) -> T {
        for _ in 0..LOOKS_MAX {
            let page = self.screen().updates.map(|window| window.page);
            if let Some(seen) = page.as_ref().and_then(&look) {
                return seen;
            }
            self.hear_news();
        }
        panic!("never seen: {:?}", self.screen().updates);
    }

    /// Waits for the list.
    pub(crate) fn sees_list(&mut self) -> ListPage {
        self.sees(|page| match page {
            Page::List(list) => Some(list.clone()),
            _ => None,
        })
    }

    /// Waits for the page to sign in, while nobody is being asked.
    pub(crate) fn sees_sign_in(&mut self) -> SignInPage {
        self.sees(|page| match page {
            Page::SignIn(page) if !page.asking => Some(page.clone()),
            _ => None,
        })
    }

    /// Waits for progress of a kind.
    pub(crate) fn sees_progress(&mut self, look: impl Fn(&ProgressPage) -> bool) {
        self.sees(|page| matches!(page, Page::Progress(page) if look(page)).then_some(()));
    }

    /// Waits for the result.
    pub(crate) fn sees_result(&mut self) -> ResultPage {
        self.sees(|page| match page {
            Page::Result(result) => Some(result.clone()),
            _ => None,
        })
    }

    /// Waits for the heading of the updates' window to hold some words.
    pub(crate) fn sees_heading(&mut self, words: &str) {
        for _ in 0..LOOKS_MAX {
            let heading = self.screen().updates.map(|window| said(&window.heading)).unwrap_or_default();
            if heading.contains(words) {
                return;
            }
            self.hear_news();
        }
        panic!("never said: {words}");
    }

    /// Looks for updates and installs all that is ticked; answers the sentences of what came of it.
    pub(crate) fn installs_what_is_ticked(&mut self) -> Vec<String> {
        self.wants(Command::CheckNow);
        self.sees_list();
        self.presses(&Command::Next);
        self.sees_result().rows.iter().map(|row| said(&row.sentence)).collect()
    }

    /// Ticks each update of the list.
    pub(crate) fn ticks_all(&mut self) {
        for row in self.sees_list().rows {
            self.wants(Command::Tick { key: row.key, wanted: true });
        }
    }

    fn hear_news(&mut self) {
        let news = self.seat.as_ref().unwrap().news.recv_timeout(NEWS_TIME_MAX);
        let news = news.unwrap_or_else(|error| panic!("{error}: {:?}", self.screen().updates));
        self.hear(Event::News(news));
    }

    fn hear(&mut self, event: Event) {
        let now = Now { at: self.at, presence: Presence::Free };
        let seat = self.seat.as_mut().unwrap();
        for task in seat.desk.hear(event, now) {
            match task {
                Task::Work(work) => seat.worker.order(work),
                Task::Open(address) => self.opened.push(address),
                other => panic!("{other:?}"),
            }
        }
        let balloon = seat.desk.screen().balloon;
        let last = self.balloons.last().map(|balloon| balloon.number);
        self.balloons.extend(balloon.filter(|balloon| Some(balloon.number) != last));
    }
}

/// A sentence in English, without the marks that keep what is put in apart.
pub(crate) fn said(message: &Message) -> String {
    message.say(Language::English)
}
