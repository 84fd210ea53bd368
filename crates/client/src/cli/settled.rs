//! What became of installs that went on while no client looked on: settled and told at the next start.

use text::message;

use super::Run;
use super::ended::by_its_name;
use super::exit::Failure;
use crate::machine::{self, Machine};
use crate::state::State;
use crate::updater::{Settled, now, settle_unless_busy};

impl Run<'_> {
    /// Settles what has ended meanwhile; whoever installs just now does so at the end.
    pub(super) fn settle(&self, machine: &dyn Machine, state: &State) -> Result<(), Failure> {
        self.tell_settled(&settle_unless_busy(machine, state, now())?);
        Ok(())
    }

    /// The same for a verb that needs no machine otherwise.
    pub(super) fn settle_on_this_pc(&self, state: &State) -> Result<(), Failure> {
        match machine::this_pc() {
            Ok(machine) => self.settle(machine.as_ref(), state),
            // Nothing was installed here either.
            Err(_) => Ok(()),
        }
    }

    /// Tells what has ended meanwhile.
    pub(super) fn tell_settled(&self, all: &[Settled]) {
        for settled in all {
            self.console.aside(&message!("cli-settled", outcome = settled.outcome.sentence.clone()));
            if settled.held.is_some() {
                self.console.aside(&by_its_name(&settled.past.report.product));
            }
        }
    }
}
