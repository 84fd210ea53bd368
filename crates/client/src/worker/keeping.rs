//! What is kept between two runs, told and changed: how things are, the settings, the past.

use catalog::report::OutcomeKind;
use text::{Explain, Message};

use super::Hands;
use super::ground::Ground;
use crate::close_first::Answer;
use crate::desk::{Announced, News, Situation, Trouble};
use crate::outcome::Restart;
use crate::provider::Provider;
use crate::self_update;
use crate::settings::values::DECLINED_SERVER;
use crate::settings::{self, Autostart, InForce, Settings};
use crate::state::Past;

impl Hands {
    /// Tells how things are at the start, and what has ended since the last one.
    pub(super) fn begin(&mut self) {
        let ground = match self.ground() {
            Ok(ground) => ground,
            Err(error) => return self.tell(News::Checked(Box::new(Err(error.into())))),
        };
        if self_update::is_under_way(&ground.state) {
            // The caretaker starts the program again when it is done.
            return self.tell(News::HandedOver);
        }
        // What came of the program's own update is told as that, and no second time.
        let own = self_update::outcome(&ground.state);
        // That Windows does not answer now fails nothing; the next check asks again.
        let settled = self
            .machine()
            .map_err(Trouble::from)
            .and_then(|machine| self.settled(&ground, machine.as_ref()))
            .unwrap_or_default();
        let is_own = |id| own.as_ref().is_some_and(|own| own.report.id == id);
        let settled: Vec<_> = settled.into_iter().filter(|past| !is_own(past.report.id)).collect();
        let situation = self.situation(&ground);
        let is_after_update = own.is_some();
        self.tell(News::Situation(Box::new(Situation { self_update: own, ..situation })));
        if !settled.is_empty() {
            self.tell(News::Settled(settled));
        }
        if is_after_update {
            // Those that cannot be sent now wait for the next check, which tells what stands in the way.
            let _ = self.send_reports(&ground);
        }
    }

    /// Sends the reports that wait, without looking for updates.
    fn send_reports(&self, ground: &Ground) -> Result<(), Trouble> {
        let machine = self.machine()?;
        let provider = self.provider(ground)?;
        let sign_in = self.sign_in_at_hand(ground, &provider, machine.as_ref())?;
        let (server, owner) = provider.server(sign_in);
        let updater = self.updater(ground, machine.as_ref(), (server.as_ref(), &owner), &|_| Answer::NotNow);
        updater.send_permitted_reports(ground.policy.reporting);
        Ok(())
    }

    /// Tells how things are after a change.
    pub(super) fn tell_situation(&self) {
        if let Ok(ground) = self.ground() {
            self.tell(News::Situation(Box::new(self.situation(&ground))));
        }
    }

    fn situation(&self, ground: &Ground) -> Situation {
        let (user, password) = self.who_signs_in(ground);
        let machine = self.machine().ok();
        let started_at = machine.as_ref().and_then(|machine| machine.started_at());
        Situation {
            settings: ground.in_force.clone(),
            proposal: settings::proposal(&ground.stored, ground.policy.plain),
            last_check: ground.state.last_check(),
            user,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            self_update: None,
            password,
            restart: waits_for_restart(&ground.state.history(), started_at),
            windows: machine.map(|machine| machine.windows().to_string()).unwrap_or_default(),
            announced: ground.state.announced(),
        }
    }

    /// Keeps what the person set, if it can be used.
    pub(super) fn save(&mut self, wanted: &Settings) {
        match self.try_to_save(wanted) {
            Ok(()) => self.tell_situation(),
            Err(message) => self.tell(News::NotSaved(message)),
        }
    }

    fn try_to_save(&self, wanted: &Settings) -> Result<(), Message> {
        let ground = self.ground().map_err(|error| error.message())?;
        let before = &ground.in_force;
        let server = wanted.server.as_deref().map(str::trim).filter(|server| !server.is_empty());
        if let Some(server) = server {
            let usable = Provider::of(server, &wanted.proxy, &self.environment.trust, ground.policy.plain);
            usable.map_err(|error| error.message())?;
        }
        wanted.proxy.clone().checked().map_err(|error| error.message())?;
        let person = settings::saved(&ground.stored, wanted);
        if person != ground.stored.person {
            self.environment.settings.write(&person).map_err(|error| error.message())?;
        }
        let after = InForce::of(&self.environment.settings.read());
        if after.settings.start_with_windows != before.settings.start_with_windows {
            let autostart = if after.settings.start_with_windows { Autostart::On } else { Autostart::Off };
            self.environment.settings.set_autostart(autostart).map_err(|error| error.message())?;
        }
        Ok(())
    }

    /// Remembers that the person does not want the proposed server.
    pub(super) fn forget_proposal(&self) {
        let stored = self.environment.settings.read();
        let Some(proposal) =
            self.ground().ok().and_then(|ground| settings::proposal(&stored, ground.policy.plain))
        else {
            return self.tell_situation();
        };
        match self.environment.settings.write(&stored.person.with_text(DECLINED_SERVER, &proposal.address)) {
            Ok(()) => self.tell_situation(),
            Err(error) => self.tell(News::NotSaved(error.message())),
        }
    }

    /// Keeps what the person was told of; what cannot be kept is told again at the next start.
    pub(super) fn keep_announced(&self, announced: &Announced) {
        if let Ok(ground) = self.ground() {
            let _ = ground.state.keep_announced(announced);
        }
    }

    /// Tells what was installed before.
    pub(super) fn history(&self) {
        self.tell(match self.ground() {
            Ok(ground) => News::History(ground.state.history()),
            Err(error) => News::NoHistory(error.message()),
        });
    }
}

/// Whether one of the installs waits for a restart of Windows that has not been since.
fn waits_for_restart(pasts: &[Past], started_at: Option<i64>) -> Restart {
    let waits = |past: &Past| {
        past.report.outcome == OutcomeKind::InstalledNeedsRestart
            && started_at.is_some_and(|started_at| past.report.ended_at >= started_at)
    };
    if pasts.iter().any(waits) { Restart::Needed } else { Restart::NotNeeded }
}
