//! The worker does what the desk wants done with the engine, one thing after the other, on a thread of its own, and tells what came of it.
//!
//! Only a wish to cancel and an answer reach what is under way. Whatever happens, something is told: a fault of the worker's own becomes a
//! trouble like any other.

mod batch;
mod browser;
mod checking;
mod ground;
mod keeping;
mod signing_in;
mod throttle;
mod trouble;
mod under_way;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use text::{Message, message};

use self::browser::Consent;
use self::signing_in::Session;
use self::under_way::UnderWay;
use crate::clock::{Clock, SystemClock};
use crate::credentials::{self, Credentials};
use crate::desk::{Batch, News, Trouble, TroubleKind, Work};
use crate::elevation::{self, StepsAside};
use crate::machine::{self, Machine, MachineError};
use crate::settings_store::{self, SettingsStore};
use crate::state::State;
use crate::web::Trust;

pub use self::throttle::TOLD_EACH;

/// The machine to install a batch on, made from the plain one; whoever has an administrator's rights for it steps aside or not.
pub type ForBatch = Box<dyn for<'a> Fn(&'a dyn Machine, StepsAside) -> Box<dyn Machine + 'a> + Send>;

/// Gives the store for credentials, by what is kept.
pub type Stores = Box<dyn Fn(&State) -> Arc<dyn Credentials> + Send>;

/// Gives the PC.
pub type Machines = Box<dyn Fn() -> Result<Box<dyn Machine>, MachineError> + Send>;

/// Gives a clock, on the worker's thread.
pub type Clocks = Box<dyn Fn() -> Rc<dyn Clock> + Send>;

/// Who is told what came of it.
pub type Tell = Box<dyn Fn(News) + Send>;

/// How long the end of the program waits for what was wanted last.
const PARTING_TIME_MAX: Duration = Duration::from_secs(1);

/// What the worker works with: the outside world, as it is on this PC or as a test wants it.
pub struct Environment {
    /// The folder for what is kept between two runs; `None` for the usual one.
    pub folder: Option<PathBuf>,
    /// Where the settings are written down.
    pub settings: Box<dyn SettingsStore>,
    /// The store of this person for tokens and kept passwords.
    pub credentials: Stores,
    /// The PC.
    pub machine: Machines,
    /// The machine for a batch, which asks for an administrator's rights once.
    pub for_batch: ForBatch,
    /// What tells how time goes by.
    pub clock: Clocks,
    /// Whose certificates are trusted.
    pub trust: Trust,
    /// What is started again when OX Updater has updated itself.
    pub program: PathBuf,
}

impl Environment {
    /// This PC, with everything where it usually is.
    #[must_use]
    pub fn of_this_pc() -> Self {
        Self {
            folder: None,
            settings: settings_store::of_this_person(None),
            credentials: Box::new(credentials::of_this_person),
            machine: Box::new(machine::this_pc),
            for_batch: Box::new(elevation::machine_for_batch),
            clock: Box::new(|| Rc::new(SystemClock)),
            trust: Trust::System,
            program: std::env::current_exe().unwrap_or_default(),
        }
    }
}

/// A worker at work. When it goes, what is under way is asked to stop, and nobody waits long for that.
pub struct Worker {
    orders: Option<Sender<(u64, Work)>>,
    under_way: Arc<UnderWay>,
    thread: Option<JoinHandle<()>>,
    /// Says that the thread has ended, by going away.
    ended: Receiver<()>,
}

impl Worker {
    /// Starts a worker; `tell` is called on its thread.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(environment: Environment, tell: Tell) -> std::io::Result<Self> {
        let (orders, wanted) = mpsc::channel();
        let (ends, ended) = mpsc::channel();
        let under_way = Arc::new(UnderWay::default());
        let signals = Arc::clone(&under_way);
        let thread = thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let _ends: Sender<()> = ends;
            let clock = (environment.clock)();
            let mut hands =
                Hands { environment, clock, tell, session: None, consent: None, under_way: signals };
            hands.work_on(&wanted);
        })?;
        Ok(Self { orders: Some(orders), under_way, thread: Some(thread), ended })
    }

    /// Has something done, when what was wanted before is done; a cancel, an answer and the like reach what is under way at once.
    pub fn order(&self, work: Work) {
        match work {
            Work::Cancel => self.under_way.cancel(),
            Work::StopBehindThis => self.under_way.stop_behind_this(),
            Work::GoOn => self.under_way.go_on(),
            Work::Answer(answer) => self.under_way.answer(answer),
            work => {
                let number = self.under_way.next();
                if let Some(orders) = &self.orders {
                    // The thread ends only when this goes.
                    let _ = orders.send((number, work));
                }
            }
        }
    }

    /// Waits until all is done that was wanted, and ends.
    pub fn end(mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // What went wrong was told.
            let _ = thread.join();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if self.orders.take().is_some() {
            self.under_way.cancel();
            // What was wanted last, such as to keep what the person was told, is done in no time.
            let _ = self.ended.recv_timeout(PARTING_TIME_MAX);
        }
    }
}

/// What does the work, on the worker's thread.
struct Hands {
    environment: Environment,
    clock: Rc<dyn Clock>,
    tell: Tell,
    /// A sign-in with a password that is not kept, as long as this program runs.
    session: Option<Session>,
    /// A sign-in with the browser that waits for the person.
    consent: Option<Consent>,
    under_way: Arc<UnderWay>,
}

impl Hands {
    fn work_on(&mut self, wanted: &Receiver<(u64, Work)>) {
        while let Some((number, work)) = self.next(wanted) {
            let failed = told_of_a_fault(&work);
            let done = catch_unwind(AssertUnwindSafe(|| self.work(number, work)));
            if let Err(fault) = done
                && let Some(news) = failed(message!("worker-failed", detail = detail(fault.as_ref())))
            {
                self.tell(news);
            }
        }
    }

    /// What is wanted next; until then it is looked now and then whether a person has consented. `None` when nothing will be wanted any more.
    fn next(&mut self, wanted: &Receiver<(u64, Work)>) -> Option<(u64, Work)> {
        while self.consent.is_some() {
            match wanted.try_recv() {
                Ok(next) => return Some(next),
                Err(TryRecvError::Disconnected) => return None,
                Err(TryRecvError::Empty) => {}
            }
            if let Err(fault) = catch_unwind(AssertUnwindSafe(|| self.look_for_consent())) {
                self.consent = None;
                let message = message!("worker-failed", detail = detail(fault.as_ref()));
                self.tell(News::NotSignedIn(Trouble { message, kind: TroubleKind::Other }));
            }
        }
        wanted.recv().ok()
    }

    fn work(&mut self, number: u64, work: Work) {
        match work {
            Work::Begin => self.begin(),
            Work::Check => {
                let found = self.check(number);
                self.tell(News::Checked(Box::new(found)));
            }
            Work::SignIn(fields) => self.sign_in(number, &fields),
            Work::SignInWithBrowser => self.invite(number),
            Work::LeaveBrowser => self.consent = None,
            Work::SignOut => self.sign_out(),
            Work::Install(items) => self.install(number, &items),
            Work::Save(settings) => self.save(&settings),
            Work::ForgetProposal => self.forget_proposal(),
            Work::KeepAnnounced(announced) => self.keep_announced(&announced),
            Work::History => self.history(),
            // They never come so far.
            Work::Cancel | Work::StopBehindThis | Work::GoOn | Work::Answer(_) => {}
        }
    }

    fn tell(&self, news: News) {
        (self.tell)(news);
    }
}

/// What is told in place of what a piece of work comes to, if it meets a fault of the worker's own; `None` where nobody waits for it.
fn told_of_a_fault(work: &Work) -> fn(Message) -> Option<News> {
    fn trouble(message: Message) -> Trouble {
        Trouble { message, kind: TroubleKind::Other }
    }
    match work {
        Work::SignIn(_) | Work::SignInWithBrowser | Work::SignOut => {
            |message| Some(News::NotSignedIn(trouble(message)))
        }
        Work::Install(_) => |message| {
            let trouble = Some(trouble(message));
            Some(News::BatchEnded(Box::new(Batch { plan: None, trouble, reports_waiting: 0 })))
        },
        Work::Save(_) | Work::ForgetProposal => |message| Some(News::NotSaved(message)),
        Work::History => |message| Some(News::NoHistory(message)),
        // It is told again at the next start.
        Work::KeepAnnounced(_) | Work::LeaveBrowser => |_| None,
        Work::Begin | Work::Check | Work::Cancel | Work::StopBehindThis | Work::GoOn | Work::Answer(_) => {
            |message| Some(News::Checked(Box::new(Err(trouble(message)))))
        }
    }
}

/// What a panic says.
fn detail(fault: &(dyn Any + Send)) -> String {
    let text = fault.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| fault.downcast_ref::<String>().cloned()).unwrap_or_default()
}
