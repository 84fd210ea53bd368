//! Records of installs whose client has gone become outcomes: remembered, and reported.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

use catalog::Product;
use uuid::Uuid;

use super::CheckError;
use crate::failure::file;
use crate::guard::{Held, held};
use crate::machine::Machine;
use crate::outcome::Outcome;
use crate::pending::{Fate, LogEnd, fate, log_end};
use crate::report::{Install, Queue, report};
use crate::state::{Lock, Past, Pending, State, StateError};

/// How many bytes at the end of a log are looked at.
const LOG_END_SIZE_MAX: u64 = 64 * 1024;

/// An install that ended while no client looked on.
#[derive(Debug, Clone)]
pub struct Settled {
    /// What came of it.
    pub outcome: Outcome,
    /// What was remembered and reported.
    pub past: Past,
    /// Why the same offer is not tried again unattended, if so.
    pub held: Option<Held>,
}

/// Looks after the installs that no client saw the end of: what has ended is remembered and reported, the rest stays as it is.
///
/// The lock says that nobody else installs here; `now` in seconds since 1970 (UTC).
///
/// # Errors
/// [`CheckError`] if the machine does not answer, or what came of an install cannot be remembered.
pub fn settle(
    machine: &dyn Machine,
    state: &State,
    _lock: &Lock,
    now: i64,
) -> Result<Vec<Settled>, CheckError> {
    let mut settled = Vec::new();
    for pending in state.pending() {
        if state.history().iter().any(|past| past.report.id == pending.report) {
            // It was remembered, and only the record was left.
            state.end(pending.report)?;
            continue;
        }
        let Some(product) = pending.product() else { continue };
        let installed = machine.installed(product.upgrade_code)?;
        let fate = fate(&pending.goal(&product), &installed, end_of(&pending.log), machine.installer());
        match fate {
            Fate::GoesOn => {}
            Fate::NothingBegan => state.end(pending.report)?,
            Fate::Ended(outcome) => {
                let outcome = outcome.explained(&product, || file::read(&pending.log).unwrap_or_default());
                let duration = u64::try_from(now.saturating_sub(pending.begun_at)).unwrap_or_default();
                let past =
                    past(state.device()?, &pending, &product, &outcome, Duration::from_secs(duration), now);
                keep(state, &pending, &past)?;
                let held = held(&pending.fingerprint, &state.attempts(), now);
                settled.push(Settled { outcome, past, held });
            }
        }
    }
    Ok(settled)
}

/// The same where nobody has the lock yet; whoever installs just now does so at the end.
///
/// # Errors
/// As [`settle`], and if the lock cannot be taken at all.
pub fn settle_unless_busy(
    machine: &dyn Machine,
    state: &State,
    now: i64,
) -> Result<Vec<Settled>, CheckError> {
    if state.pending().is_empty() {
        return Ok(Vec::new());
    }
    match state.lock() {
        Err(StateError::Locked) => Ok(Vec::new()),
        lock => settle(machine, state, &lock?, now),
    }
}

/// Leaves a report, remembers the outcome, and only then takes the record away: whenever this is cut off, it is done once more.
pub(super) fn keep(state: &State, pending: &Pending, past: &Past) -> Result<(), StateError> {
    Queue::new(state.reports()).push(&pending.owner, &past.report)?;
    state.remember(past.clone())?;
    state.end(pending.report)
}

/// What is remembered of an install: the same number whenever it is made from the same record.
pub(super) fn past(
    device: Uuid,
    pending: &Pending,
    product: &Product,
    outcome: &Outcome,
    duration: Duration,
    ended_at: i64,
) -> Past {
    let mut report = report(device, &Install { product, before: None, outcome, duration, ended_at });
    report.id = pending.report;
    report.from_version = pending.before.first().map(|before| before.version.clone());
    let log = pending.log.is_file().then(|| pending.log.clone());
    let cause = outcome.failure.as_ref().map(|failure| failure.cause.clone());
    Past { report, log, offer: Some(pending.fingerprint.clone()), cause }
}

/// How a log ends, whether Windows wrote it in UTF-16 or not: what is looked for is plain ASCII.
fn end_of(log: &Path) -> LogEnd {
    let read = || -> io::Result<Vec<u8>> {
        let mut file = File::open(log)?;
        let size = file.metadata()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(LOG_END_SIZE_MAX)))?;
        let mut bytes = Vec::new();
        file.take(LOG_END_SIZE_MAX).read_to_end(&mut bytes)?;
        bytes.retain(|byte| *byte != 0);
        Ok(bytes)
    };
    read().map_or(LogEnd::Absent, |bytes| log_end(&String::from_utf8_lossy(&bytes)))
}
