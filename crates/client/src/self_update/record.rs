//! What is handed over, what came of it, and the mark that somebody is at work on it: files in the person's own folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::PathBuf;
use std::time::Duration;

use catalog::{Product, xml};
use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::machine::Context;
use crate::own_product::is_own;
use crate::state::{Owner, Past, State, StateError, read, replace};

/// The most bytes of each of the files.
const SIZE_MAX: u64 = 256 * 1024;
const RECORD: &str = "handed-over.json";
const OUTCOME: &str = "self-update.json";
const MARK: &str = "caretaker.lock";
/// How often a caretaker tries to set its mark, and the time between two tries.
const MARK_TRIES_MAX: usize = 20;
const MARK_PAUSE: Duration = Duration::from_millis(50);

/// What is handed over. Whoever reads it believes none of it: the offer is judged, and the package verified, once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Whose offer it is.
    pub owner: Owner,
    /// The offer, as an update.xml of its own.
    pub offer: String,
    /// For whom it is to be installed; `None` if the package decides.
    pub target: Option<Context>,
    /// Whether a person named it.
    pub by_name: bool,
    /// What is started again.
    pub program: PathBuf,
    /// When it was handed over, in seconds since 1970 (UTC).
    pub at: i64,
}

impl Record {
    /// Writes it down.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be written.
    pub fn write(&self, state: &State) -> Result<(), StateError> {
        replace(state.folder(), RECORD, &serde_json::to_vec(self).unwrap_or_default())
    }

    /// What was handed over; `None` if nothing was, or it cannot be read.
    #[must_use]
    pub fn read(state: &State) -> Option<Self> {
        serde_json::from_slice(&read(&state.folder().join(RECORD), SIZE_MAX)?).ok()
    }

    /// Forgets it; what cannot be deleted now is the next time.
    pub fn remove(state: &State) {
        let _ = std::fs::remove_file(state.folder().join(RECORD));
    }

    /// The offer; `None` if it is none of OX Updater itself, or one that has to be proven by nothing.
    #[must_use]
    pub fn product(&self) -> Option<Product> {
        let reading = xml::read(self.offer.as_bytes()).ok()?;
        let [product] = <[Product; 1]>::try_from(reading.products).ok()?;
        let is_whole = reading.problems.is_empty() && (product.sha256.is_some() || product.md5.is_some());
        (is_whole && is_own(product.upgrade_code)).then_some(product)
    }
}

/// The mark of a caretaker at work, as long as it lives.
pub(super) struct Mark {
    _file: File,
}

impl Mark {
    /// Sets it; `None` if another one is at work.
    pub(super) fn set(state: &State, clock: &dyn Clock) -> Option<Self> {
        let path = state.folder().join(MARK);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).ok()?;
        for _ in 0..MARK_TRIES_MAX {
            if file.try_lock().is_ok() {
                return Some(Self { _file: file });
            }
            // Who only looks whether somebody is at work holds it for a moment.
            clock.pause(MARK_PAUSE);
        }
        None
    }
}

/// Whether a caretaker is at work.
pub(super) fn is_watched(state: &State) -> bool {
    let file = OpenOptions::new().write(true).open(state.folder().join(MARK));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Leaves what came of it for the program that is started.
pub(super) fn leave_outcome(state: &State, past: &Past) -> Result<(), StateError> {
    replace(state.folder(), OUTCOME, &serde_json::to_vec(past).unwrap_or_default())
}

/// Whether somebody left it there within so much time until now, and nobody took it.
pub(super) fn outcome_is_fresh(state: &State, age_max: Duration) -> bool {
    let written_at = std::fs::metadata(state.folder().join(OUTCOME)).and_then(|file| file.modified());
    written_at.is_ok_and(|at| at.elapsed().is_ok_and(|age| age <= age_max))
}

/// Takes what came of it, once.
pub(super) fn take_outcome(state: &State) -> Option<Past> {
    let path = state.folder().join(OUTCOME);
    let past = serde_json::from_slice(&read(&path, SIZE_MAX)?).ok();
    // What is told again and again is worse than what is not told.
    std::fs::remove_file(path).ok()?;
    past
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use catalog::{Product, UpgradeCode, xml};
    use tempfile::TempDir;

    use super::{Mark, Record, is_watched, outcome_is_fresh};
    use crate::clock::FakeClock;
    use crate::examples::product;
    use crate::own_product::FOR_EVERYONE;
    use crate::state::{Owner, State};

    fn own() -> Product {
        Product { upgrade_code: UpgradeCode::parse(FOR_EVERYONE).unwrap(), ..product("OX Updater", "2.0") }
    }

    fn record(offer: String) -> Record {
        let owner = Owner { address: "https://updates.example".to_owned(), user: None };
        Record { owner, offer, target: None, by_name: false, program: "OXUpdater.exe".into(), at: 7 }
    }

    #[test]
    fn only_an_offer_of_ox_updater_itself_is_taken_over() {
        let check = |offer: &str, expected: bool| {
            assert_eq!(record(offer.to_owned()).product().is_some(), expected, "{offer}");
        };
        check(&xml::write(&[own()]), true);
        check(&xml::write(&[own(), own()]), false);
        check(&xml::write(&[product("Notes", "2.0")]), false);
        check(&xml::write(&[Product { md5: None, ..own() }]), false);
        check("", false);
        check("<updater/>", false);
    }

    #[test]
    fn what_a_caretaker_has_just_left_is_told_from_what_lies_there_for_long() {
        let folder = TempDir::new().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        let age_max = Duration::from_secs(60);
        assert!(!outcome_is_fresh(&state, age_max));
        let file = std::fs::File::create(state.folder().join(super::OUTCOME)).unwrap();
        assert!(outcome_is_fresh(&state, age_max));
        file.set_modified(std::time::SystemTime::now() - 2 * age_max).unwrap();
        assert!(!outcome_is_fresh(&state, age_max));
    }

    #[test]
    fn a_record_comes_back_as_it_was_and_a_mark_lasts_as_long_as_its_maker() {
        let folder = TempDir::new().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        assert_eq!(Record::read(&state), None);
        let written = record(xml::write(&[own()]));
        written.write(&state).unwrap();
        assert_eq!(Record::read(&state), Some(written));
        Record::remove(&state);
        assert_eq!(Record::read(&state), None);
        std::fs::write(state.folder().join(super::RECORD), "{}").unwrap();
        assert_eq!(Record::read(&state), None);
        assert!(!is_watched(&state));
        let clock = FakeClock::default();
        let mark = Mark::set(&state, &clock).unwrap();
        assert!(is_watched(&state) && Mark::set(&state, &clock).is_none());
        drop(mark);
        assert!(!is_watched(&state));
    }
}
