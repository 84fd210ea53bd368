//! What has to be right before Windows Installer is asked: the package's file name, and that programs are closed.

use catalog::Product;
use catalog::report::OutcomeKind;
use text::{Explain, message};

use super::installing::{cancelled, failed};
use super::{Progress, Stopped, Updater};
use crate::close_first::{self, Answer, Ask};
use crate::download::Folder;
use crate::machine::Proceed;
use crate::verify::{self, Verified, VerifyError};

impl Updater<'_> {
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
