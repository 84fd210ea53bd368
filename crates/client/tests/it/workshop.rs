//! A worker on a machine that is a fake, with settings and a store for credentials in memory, and an ear for what it tells.
//!
//! It takes no step behind what it told before the test wants to hear more: so a wish to cancel comes just then.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use client::clock::FakeClock;
use client::credentials::Memory as Credentials;
use client::desk::{Batch, Found, News, Password, SignInFields, Situation, Trouble, Work};
use client::fake::FakeMachine;
use client::machine::Machine;
use client::plan::Item;
use client::settings::values::{SERVER_URL, Stored, Values};
use client::settings_store::Memory as Settings;
use client::state::State;
use client::web::Trust;
use client::worker::{Environment, Worker};
use tempfile::TempDir;

use crate::pc::{PASSWORD, USER};

/// How long a test waits for news.
const NEWS_TIME_MAX: Duration = Duration::from_secs(60);

/// A PC with a person's worker, which may be started again.
pub(crate) struct Workshop {
    pub(crate) machine: &'static FakeMachine,
    pub(crate) settings: Settings,
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) folder: TempDir,
    /// How long each look at the clock takes.
    pub(crate) step: Duration,
    /// What is started again when it has updated itself.
    pub(crate) program: PathBuf,
    worker: Option<Ear>,
}

/// A worker, and what hears it.
struct Ear {
    worker: Worker,
    news: Receiver<News>,
    go_on: Sender<()>,
    /// Whether it waits behind what it told.
    waits: Cell<bool>,
}

impl Workshop {
    /// A PC that gets updates from an address, with a worker at work.
    pub(crate) fn new(machine: FakeMachine, server: &str) -> Self {
        let person = Values::default().with_text(SERVER_URL, server);
        Self::with(machine, Stored { person, ..Stored::default() })
    }

    /// A PC with settings.
    pub(crate) fn with(machine: FakeMachine, stored: Stored) -> Self {
        let mut workshop = Self {
            machine: Box::leak(Box::new(machine)),
            settings: Settings::new(stored),
            credentials: Arc::default(),
            folder: TempDir::new().unwrap(),
            step: Duration::ZERO,
            program: PathBuf::from("OXUpdater"),
            worker: None,
        };
        workshop.start();
        workshop
    }

    /// Starts the worker again, as the program's next start does.
    pub(crate) fn start(&mut self) {
        let machine = self.machine;
        self.start_on(move || Box::new(machine));
    }

    /// The same on a machine that behaves otherwise.
    pub(crate) fn start_on(&mut self, machine: impl Fn() -> Box<dyn Machine> + Send + 'static) {
        self.stop();
        let credentials = Arc::<Credentials>::clone(&self.credentials);
        let step = self.step;
        let environment = Environment {
            folder: Some(self.state_folder()),
            settings: Box::new(self.settings.clone()),
            credentials: Box::new(move |_| Arc::<Credentials>::clone(&credentials)),
            machine: Box::new(move || Ok(machine())),
            for_batch: Box::new(|plain, _| Box::new(plain)),
            clock: Box::new(move || Rc::new(FakeClock::with_step(step))),
            trust: Trust::System,
            program: self.program.clone(),
        };
        let ((teller, news), (go_on, may_go_on)) = (mpsc::channel(), mpsc::channel());
        let tell = Box::new(move |news| {
            // What is told when the test has ended is heard by nobody, and nobody holds it up.
            if teller.send(news).is_ok() {
                let _ = may_go_on.recv();
            }
        });
        let worker = Worker::start(environment, tell).unwrap();
        self.worker = Some(Ear { worker, news, go_on, waits: Cell::new(false) });
    }

    /// Lets the worker do what is ordered, and ends it.
    pub(crate) fn stop(&mut self) {
        if let Some(Ear { worker, go_on, .. }) = self.worker.take() {
            drop(go_on);
            worker.end();
        }
    }

    pub(crate) fn state_folder(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    pub(crate) fn state(&self) -> State {
        State::open(Some(&self.state_folder())).unwrap()
    }

    pub(crate) fn order(&self, work: Work) {
        self.worker.as_ref().unwrap().worker.order(work);
    }

    /// What is told next.
    pub(crate) fn next(&self) -> News {
        let ear = self.worker.as_ref().unwrap();
        if ear.waits.replace(true) {
            ear.go_on.send(()).unwrap();
        }
        ear.news.recv_timeout(NEWS_TIME_MAX).unwrap()
    }

    /// What is told from here until something is told that is looked for, which stands last.
    pub(crate) fn until(&self, is_it: impl Fn(&News) -> bool) -> Vec<News> {
        let mut told = Vec::new();
        loop {
            let news = self.next();
            let ends = is_it(&news);
            told.push(news);
            if ends {
                return told;
            }
        }
    }

    pub(crate) fn begin(&self) -> Situation {
        self.order(Work::Begin);
        self.situation()
    }

    pub(crate) fn situation(&self) -> Situation {
        match self.next() {
            News::Situation(situation) => *situation,
            other => panic!("{other:?}"),
        }
    }

    /// Looks for updates; nothing else is told.
    pub(crate) fn check(&self) -> Result<Found, Trouble> {
        self.order(Work::Check);
        self.checked()
    }

    pub(crate) fn checked(&self) -> Result<Found, Trouble> {
        match self.next() {
            News::Checked(checked) => *checked,
            other => panic!("{other:?}"),
        }
    }

    /// What is ready.
    pub(crate) fn ready(&self) -> Vec<Item> {
        self.check().unwrap().plan.ready().cloned().collect()
    }

    /// Installs all that is ready, and answers all that was told.
    pub(crate) fn install(&self) -> Vec<News> {
        self.order(Work::Install(self.ready()));
        self.until(|news| matches!(news, News::BatchEnded(_)))
    }
}

/// What stands in the fields of a sign-in.
pub(crate) fn fields(password: &str, keep: bool) -> Work {
    Work::SignIn(SignInFields { user: USER.to_owned(), password: Password(password.to_owned()), keep })
}

/// The right name and password, which are not to be kept.
pub(crate) fn right_fields() -> Work {
    fields(PASSWORD, false)
}

/// The sentences of what came of each update.
pub(crate) fn outcomes(told: &[News]) -> Vec<String> {
    told.iter()
        .filter_map(|news| match news {
            News::Ended { outcome, .. } => Some(outcome.sentence.to_string()),
            _ => None,
        })
        .collect()
}

/// What came of the batch.
pub(crate) fn batch(told: &[News]) -> &Batch {
    match told.last() {
        Some(News::BatchEnded(batch)) => batch,
        other => panic!("{other:?}"),
    }
}
