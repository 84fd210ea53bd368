//! What has to be right before Windows Installer is asked: the package's file name, and that programs are closed.

use std::time::{Duration, Instant};

use catalog::Product;
use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use super::installing::{cancelled, failed};
use super::{Ended, Progress, Stopped, Updater, now, settle};
use crate::close_first::{self, Answer, Ask};
use crate::download::Folder;
use crate::elevation::REFUSED;
use crate::machine::Proceed;
use crate::outcome::Outcome;
use crate::plan::Item;
use crate::state::{Lock, Past, StateError};
use crate::verify::{self, Verified, VerifyError};

impl Updater<'_> {
    /// Downloads and verifies what an item offers, and leaves it among the packages for somebody else to install; `None` if it lies
    /// there. What came of it otherwise is remembered and reported, as by [`Updater::install`].
    ///
    /// # Errors
    /// [`StateError`] if it could not be begun.
    pub fn make_ready(
        &self,
        _lock: &Lock,
        item: &Item,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<Option<Ended>, StateError> {
        let begun_at = Instant::now();
        let fetched = item.obstacle.map_or(Ok(()), |obstacle| Err(obstacle.into()));
        let fetched = fetched.and_then(|()| self.fetch(&item.product, watch).map(drop));
        let Err(stopped) = fetched else { return Ok(None) };
        self.stopped(item, stopped, begun_at).map(Some)
    }

    /// Remembers that an update could not be handed over to whom is to install it.
    ///
    /// # Errors
    /// [`StateError`] if it could not be begun.
    pub(crate) fn not_handed_over(&self, item: &Item, reason: Message) -> Result<Ended, StateError> {
        self.not_begun(item, OutcomeKind::Failed, reason)
    }

    /// Remembers that an update was not begun.
    ///
    /// # Errors
    /// [`StateError`] if that could not be begun either.
    pub(crate) fn not_begun(
        &self,
        item: &Item,
        kind: OutcomeKind,
        reason: Message,
    ) -> Result<Ended, StateError> {
        self.stopped(item, Stopped { kind, reason }, Instant::now())
    }

    /// Remembers that nobody gave the administrator's rights that an update needs.
    ///
    /// # Errors
    /// [`StateError`] if that could not be begun either.
    pub(crate) fn refused(&self, item: &Item) -> Result<Ended, StateError> {
        let product = &item.product;
        let (device, pending) = (self.state.device()?, self.pending(item)?);
        let outcome = pending.goal(product).judge(REFUSED, &item.installed);
        let past = settle::past(device, &pending, product, &outcome, Duration::ZERO, now());
        Ok(self.ended(item, &pending, outcome, past))
    }

    /// The record of an update that needed no install; it is neither remembered nor reported.
    ///
    /// # Errors
    /// [`StateError`] if this PC's number cannot be kept.
    pub fn past_without_install(&self, item: &Item, outcome: &Outcome) -> Result<Past, StateError> {
        let (device, pending) = (self.state.device()?, self.pending(item)?);
        Ok(settle::past(device, &pending, &item.product, outcome, Duration::ZERO, now()))
    }

    fn stopped(&self, item: &Item, stopped: Stopped, begun_at: Instant) -> Result<Ended, StateError> {
        let product = &item.product;
        let (device, pending) = (self.state.device()?, self.pending(item)?);
        let outcome = Outcome::without_install(stopped.kind, product, stopped.reason);
        let past = settle::past(device, &pending, product, &outcome, begun_at.elapsed(), now());
        Ok(self.ended(item, &pending, outcome, past))
    }

    /// Gives a package the file name that an update in place has to have, and verifies what bears it.
    pub(super) fn rename(
        &self,
        verified: Verified,
        name: &str,
        product: &Product,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<Verified, Stopped> {
        if verified.path().file_name().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
            return Ok(verified);
        }
        let folder = Folder::open(&self.state.downloads(), &self.state.packages(), product);
        let named = folder.and_then(|folder| folder.named(name));
        let named = named.map_err(|error| failed(error.message()))?;
        let mut is_cancelled = false;
        let renamed = verify::verify(&named, product, |done| {
            is_cancelled |= watch(Progress::Verifying(done)) == Proceed::Cancel;
        });
        if is_cancelled {
            return Err(cancelled());
        }
        renamed.map_err(|error| unverified(&error))
    }

    /// Which of the programs run that have to be closed first.
    pub(super) fn open_programs(&self, product: &Product) -> Result<Vec<String>, Stopped> {
        self.machine.running(&product.close_first).map_err(|error| failed(error.message()))
    }

    /// Waits until none of the programs run that are open, as long as the face says to try again; `asks` counts down.
    pub(super) fn await_closed(
        &self,
        product: &Product,
        mut open: Vec<String>,
        asks: &mut usize,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<(), Stopped> {
        while !open.is_empty() {
            if watch(Progress::ProgramsOpen) == Proceed::Cancel {
                return Err(cancelled());
            }
            let answer = match asks.checked_sub(1) {
                Some(left) => {
                    *asks = left;
                    (self.ask)(&Ask::close_first(product, &open))
                }
                None => Answer::NotNow,
            };
            match answer {
                Answer::TryAgain => open = self.open_programs(product)?,
                Answer::NotNow => {
                    let reason = message!("outcome-programs-open", programs = close_first::names(&open));
                    return Err(Stopped { kind: OutcomeKind::ProgramsOpen, reason });
                }
                Answer::Cancel => return Err(cancelled()),
            }
        }
        Ok(())
    }
}

/// A package that is another than the offered one stays so; one that could not be read says nothing about the offer.
pub(super) fn unverified(error: &VerifyError) -> Stopped {
    let kind = match error {
        VerifyError::Unreadable { .. } => OutcomeKind::Failed,
        _ => OutcomeKind::VerificationFailed,
    };
    Stopped { kind, reason: error.message() }
}
