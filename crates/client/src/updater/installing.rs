//! The stretch in which Windows Installer is at work: written down before it begins, waited for while it is busy, never ended.

use std::time::Duration;

use catalog::Product;
use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use super::{Progress, Stopped, Updater};
use crate::close_first::ASKS_MAX;
use crate::machine::{ExitCode, InstallProgress, InstallRequest, Proceed, Turn, WindowsInstaller};
use crate::patience::pause_after;
use crate::state::Pending;
use crate::verify::Verified;

/// Windows Installer is busy with another install; Microsoft: ERROR_INSTALL_ALREADY_RUNNING.
const BUSY: ExitCode = ExitCode(1618);

impl Updater<'_> {
    /// Lets Windows Installer install a package, as soon as it is free and no program is open that has to be closed first, and answers
    /// how it ended.
    ///
    /// The turn is given up while anything is waited for, and all is looked at anew with the next one.
    pub(super) fn run_installer(
        &self,
        turn: Option<Turn>,
        package: &Verified,
        request: &InstallRequest,
        (pending, product): (&Pending, &Product),
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<ExitCode, Stopped> {
        let (mut waited, mut pauses, mut asks) = (Duration::ZERO, 0, ASKS_MAX);
        let mut kept = turn;
        loop {
            let turn = match kept.take() {
                Some(turn) => Some(turn),
                None => self.machine.turn().map_err(|error| failed(error.message()))?,
            };
            let mut ended = None;
            // Where it cannot be seen, it answers itself that it is busy.
            if turn.is_some() && self.machine.installer() != WindowsInstaller::Busy {
                let open = self.open_programs(product)?;
                if !open.is_empty() {
                    drop(turn);
                    self.await_closed(product, open, &mut asks, watch)?;
                    continue;
                }
                ended = Some(self.install_once(package, request, pending, watch)?);
            }
            drop(turn);
            if let Some(ended) = ended.filter(|ended| *ended != BUSY) {
                return Ok(ended);
            }
            let Some(pause) = pause_after(pauses, waited, self.patience.busy_max) else {
                let reason = message!("outcome-busy");
                return ended.ok_or(Stopped { kind: OutcomeKind::Busy, reason });
            };
            if self.patience.pause(pause, &mut || watch(Progress::Waiting)) == Proceed::Cancel {
                return Err(cancelled());
            }
            waited += pause;
            pauses += 1;
        }
    }

    fn install_once(
        &self,
        package: &Verified,
        request: &InstallRequest,
        pending: &Pending,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Result<ExitCode, Stopped> {
        let clock = self.patience.clock;
        let mut begun_at = clock.elapsed();
        let mut is_told = false;
        let mut tell = |progress| {
            if progress == InstallProgress::AsksForConsent {
                // That a person thinks about it is no long install.
                begun_at = clock.elapsed();
            } else if !is_told && clock.elapsed().saturating_sub(begun_at) >= self.patience.install_told {
                is_told = true;
                watch(Progress::TakesLong);
            }
            watch(Progress::Installing(progress))
        };
        // From the first word on, a person who is in a hurry ends this program no more.
        if tell(InstallProgress::GoesOn) == Proceed::Cancel {
            return Err(cancelled());
        }
        self.state.begin(pending).map_err(|error| failed(error.message()))?;
        self.machine.install(package, request, &mut tell).map_err(|error| failed(error.message()))
    }
}

pub(super) fn failed(reason: Message) -> Stopped {
    Stopped { kind: OutcomeKind::Failed, reason }
}

pub(super) fn cancelled() -> Stopped {
    Stopped { kind: OutcomeKind::Cancelled, reason: message!("outcome-cancelled") }
}
