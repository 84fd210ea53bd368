//! What the caretaker does: waits until the program has ended, installs its update, leaves word of it, and starts the program again.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::path::Path;
use std::time::Duration;

use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use super::nobody::Nobody;
use super::record::{Mark, Record, leave_outcome};
use crate::clock::Clock;
use crate::close_first::Answer;
use crate::elevation::{Line, StepsAside, elevating};
use crate::install_display::Face;
use crate::machine::{InstallProgress, Machine, Proceed};
use crate::outcome::Outcome;
use crate::patience::Patience;
use crate::plan::{Inventory, Item, Plan, Step};
use crate::state::{Lock, Past, State, StateError};
use crate::updater::{Progress, Updater};

/// How long the program may take to end that handed over.
pub const END_TIME_MAX: Duration = Duration::from_secs(120);
/// How long a program that did not end in that time is waited for, before it is started again all the same; nothing is installed then.
pub const LATE_END_TIME_MAX: Duration = Duration::from_secs(12 * 60 * 60);
/// How long other programs of OX Updater in the person's session may take to end.
pub const PROGRAMS_TIME_MAX: Duration = Duration::from_secs(60);
/// How long another process may hold the right to install.
pub const LOCK_TIME_MAX: Duration = Duration::from_secs(60);

/// How often it is looked.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// What a caretaker does outside.
pub trait Hands {
    /// Waits for the end of the program that handed over.
    fn await_end(&self, time_max: Duration) -> Watched;

    /// Whether Windows is about to end, or the person's session.
    fn is_windows_ending(&self) -> bool;

    /// Asks Windows to wait with its end, and to show why, as long as what this answers is there; `None` if it cannot be asked.
    fn put_off_end(&self, reason: &Message) -> Option<Box<dyn Any>>;

    /// Starts a program as the signed-in person, without an administrator's rights.
    ///
    /// # Errors
    /// If it cannot be started.
    fn start(&self, program: &Path) -> io::Result<()>;
}

/// What became of the program that handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// It has ended.
    Ended,
    /// It still runs.
    Runs,
}

/// The caretaker.
pub struct Caretaker<'a> {
    /// What it installs on.
    pub machine: &'a dyn Machine,
    /// The person's own folder.
    pub state: &'a State,
    /// How time goes by.
    pub clock: &'a dyn Clock,
    /// What it does outside.
    pub hands: &'a dyn Hands,
    /// The line to a deputy that the program left to it, until it is used.
    pub line: Cell<Option<Line>>,
}

/// Takes care of what was handed over; does nothing if nothing was, or somebody else does.
pub fn take_care(caretaker: &Caretaker<'_>) {
    let Some(mark) = Mark::set(caretaker.state, caretaker.clock) else { return };
    let Some(record) = Record::read(caretaker.state) else { return };
    let watched = caretaker.hands.await_end(END_TIME_MAX);
    let past = caretaker.install(&record, watched);
    if let Some(past) = past {
        // That nobody is told of it now does no harm: it is in the history.
        let _ = leave_outcome(caretaker.state, &past);
    }
    Record::remove(caretaker.state);
    // Whoever is started looks whether somebody is at work.
    drop(mark);
    if watched == Watched::Runs {
        // It was asked to end, so at some time it does, and nobody else starts it again.
        caretaker.hands.await_end(LATE_END_TIME_MAX);
    }
    // Whether it went well or not: what is there now is the new program or the old one.
    let _ = caretaker.hands.start(&record.program);
}

impl Caretaker<'_> {
    /// Installs what was handed over, and answers what is remembered of it.
    fn install(&self, record: &Record, watched: Watched) -> Option<Past> {
        // First of all, so that a deputy hears in any case that nothing more comes.
        let machine = elevating(self.machine, &record.program, StepsAside::Yes, self.line.take());
        // Of what is no offer of OX Updater nothing can be told.
        let product = record.product()?;
        let updater = Updater {
            server: &Nobody,
            machine: machine.as_ref(),
            state: self.state,
            owner: record.owner.clone(),
            // Nobody sits before a window of ours: Windows Installer's own bar is enough.
            face: Face::CommandLine,
            patience: Patience::by(self.clock),
            ask: &|_| Answer::NotNow,
        };
        let fresh = Plan::new(vec![product.clone()], &Inventory::default(), &machine.platforms());
        let past = match updater.plan_of(vec![product]) {
            Ok(plan) => match plan.items.iter().find(|item| is_meant(item, record)) {
                Some(item) => self.install_item(&updater, record, item, watched),
                // What is installed is another than when it was handed over.
                None => not_begun(&updater, plan.items.first()?, &message!("worker-offer-changed")),
            },
            // What is installed cannot be told; the offer can.
            Err(error) => not_begun(&updater, fresh.items.first()?, &error.message()),
        };
        // What cannot be kept cannot be told either.
        past.ok()
    }

    /// Installs what was handed over, as soon as nobody is in the way.
    fn install_item(
        &self,
        updater: &Updater<'_>,
        record: &Record,
        item: &Item,
        watched: Watched,
    ) -> Result<Past, StateError> {
        if item.step() == Step::Nothing {
            return updater.past_without_install(item, &Outcome::installed_meanwhile(&item.product));
        }
        let item = if record.by_name { item.chosen_by_name() } else { item.clone() };
        if self.hands.is_windows_ending() {
            let reason = message!("outcome-windows-ends");
            return Ok(updater.not_begun(&item, OutcomeKind::Busy, reason)?.past);
        }
        if watched == Watched::Runs || !self.programs_end(&record.program) {
            let reason = message!("self-update-program-stays");
            return Ok(updater.not_begun(&item, OutcomeKind::ProgramsOpen, reason)?.past);
        }
        match self.lock() {
            Ok(lock) => {
                // One that Windows did not want is not asked for again.
                let mut put_off = None;
                let mut watch = |progress: Progress| {
                    match progress {
                        Progress::Installing(InstallProgress::AsksForConsent) => put_off = None,
                        Progress::Installing(_) => drop(put_off.get_or_insert_with(|| self.put_off_end())),
                        Progress::TakesLong => {}
                        _ => put_off = None,
                    }
                    Proceed::GoOn
                };
                Ok(updater.install(&lock, &item, &mut watch)?.past)
            }
            Err(error) => Ok(updater.not_begun(&item, OutcomeKind::Busy, error.message())?.past),
        }
    }

    /// Asks Windows to wait with its end while Windows Installer is at work.
    fn put_off_end(&self) -> Option<Box<dyn Any>> {
        self.hands.put_off_end(&message!("progress-safe", product = "OX Updater"))
    }

    /// Waits for the right to install, which the program that handed over gives back.
    fn lock(&self) -> Result<Lock, StateError> {
        let begun_at = self.clock.elapsed();
        loop {
            let lock = self.state.lock();
            if lock.is_ok() || self.clock.elapsed().saturating_sub(begun_at) >= LOCK_TIME_MAX {
                return lock;
            }
            self.clock.pause(LOOK_EVERY);
        }
    }

    /// Waits until the program runs nowhere in this session.
    fn programs_end(&self, program: &Path) -> bool {
        let name = program.file_name().map(|name| name.to_string_lossy().into_owned());
        let names = Vec::from_iter(name);
        let begun_at = self.clock.elapsed();
        loop {
            // Where Windows does not say what runs, Windows Installer finds out.
            if self.machine.running(&names).is_ok_and(|running| running.is_empty()) {
                return true;
            }
            if self.clock.elapsed().saturating_sub(begun_at) >= PROGRAMS_TIME_MAX {
                return false;
            }
            self.clock.pause(LOOK_EVERY);
        }
    }
}

/// What is told of an update that was not begun, and is no fault of the package.
fn not_begun(updater: &Updater<'_>, item: &Item, reason: &Message) -> Result<Past, StateError> {
    Ok(updater.not_begun(item, OutcomeKind::Busy, reason.clone())?.past)
}

/// Whether an item is what was handed over.
fn is_meant(item: &Item, record: &Record) -> bool {
    item.rest.is_none() && item.target == record.target
}
