//! What has to be right before Windows Installer is asked: the package's file name, and that programs are closed.

use catalog::Product;
use catalog::report::OutcomeKind;
use text::{Explain, message};

use super::{Progress, Stopped, Updater};
use crate::close_first::{self, ASKS_MAX, Answer, Ask, Program};
use crate::download::Folder;
use crate::machine::Proceed;
use crate::verify::{self, Verified};

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
        let failed = |reason| Stopped { kind: OutcomeKind::Failed, reason };
        let folder = Folder::open(&self.state.downloads(), &self.state.packages(), product);
        let named = folder.and_then(|folder| folder.named(name));
        let named = named.map_err(|error| failed(error.message()))?;
        let renamed = verify::verify(&named, product, |done| {
            watch(Progress::Verifying(done));
        });
        renamed.map_err(|error| Stopped { kind: OutcomeKind::VerificationFailed, reason: error.message() })
    }

    /// Waits until none of the programs run that have to be closed first, as long as the face says to try again.
    pub(super) fn await_closed(&self, programs: &[String]) -> Result<(), Stopped> {
        for _ in 0..ASKS_MAX {
            let running = self.machine.running(programs);
            let running =
                running.map_err(|error| Stopped { kind: OutcomeKind::Failed, reason: error.message() })?;
            if running.is_empty() {
                return Ok(());
            }
            let ask = Ask::CloseFirst(running.iter().map(|file| Program { file: file.clone() }).collect());
            if (self.ask)(&ask) == Answer::NotNow {
                break;
            }
        }
        let running = self.machine.running(programs).unwrap_or_default();
        let reason = message!("outcome-programs-open", programs = close_first::names(&running));
        Err(Stopped { kind: OutcomeKind::ProgramsOpen, reason })
    }
}
