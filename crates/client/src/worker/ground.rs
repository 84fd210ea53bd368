//! What each piece of work stands on: the settings as they are now, what is kept, and where updates come from.

use std::sync::Arc;

use super::Hands;
use crate::close_first::{Answer, Ask};
use crate::credentials::Credentials;
use crate::desk::Trouble;
use crate::install_display::Face;
use crate::machine::{Machine, MachineError};
use crate::patience::Patience;
use crate::policy::{Policy, Reporting};
use crate::provider::Provider;
use crate::server::Server;
use crate::settings::InForce;
use crate::settings::values::Stored;
use crate::sign_in::{Enrolling, Reception};
use crate::state::{Owner, State, StateError};
use crate::updater::Updater;

/// The settings and what is kept, as they are when a piece of work begins.
pub(super) struct Ground {
    pub(super) stored: Stored,
    pub(super) in_force: InForce,
    pub(super) policy: Policy,
    pub(super) state: State,
    pub(super) credentials: Arc<dyn Credentials>,
}

impl Hands {
    pub(super) fn ground(&self) -> Result<Ground, StateError> {
        let stored = self.environment.settings.read();
        let in_force = InForce::of(&stored);
        let policy = Policy::from_values(|name| stored.policy.number(name));
        let state = State::open(self.environment.folder.as_deref())?;
        let credentials = (self.environment.credentials)(&state);
        Ok(Ground { stored, in_force, policy, state, credentials })
    }

    pub(super) fn machine(&self) -> Result<Box<dyn Machine>, MachineError> {
        (self.environment.machine)()
    }

    /// Where updates come from.
    pub(super) fn provider(&self, ground: &Ground) -> Result<Provider, Trouble> {
        let settings = &ground.in_force.settings;
        let written = settings.server.as_deref().ok_or_else(Trouble::no_server)?;
        Ok(Provider::of(written, &settings.proxy, &self.environment.trust, ground.policy.plain)?)
    }

    pub(super) fn updater<'a>(
        &'a self,
        ground: &'a Ground,
        machine: &'a dyn Machine,
        (server, owner): (&'a dyn Server, &Owner),
        ask: &'a dyn Fn(&Ask) -> Answer,
    ) -> Updater<'a> {
        Updater {
            server,
            machine,
            state: &ground.state,
            owner: owner.clone(),
            face: Face::Window,
            patience: Patience::by(self.clock.as_ref()),
            ask,
        }
    }
}

impl Ground {
    /// Where a person signs in; on no machine, as for signing out, this PC has no name.
    pub(super) fn reception<'a>(
        &'a self,
        provider: &'a Provider,
        machine: Option<&dyn Machine>,
    ) -> Option<Reception<'a>> {
        let crate::address::Address::Web(site) = &provider.address else { return None };
        let may_be_told = self.policy.reporting == Reporting::On;
        Some(Reception {
            web: &provider.web,
            site,
            state: &self.state,
            credentials: Arc::clone(&self.credentials),
            computer_name: machine.filter(|_| may_be_told).map(Machine::computer_name).unwrap_or_default(),
            enrolling: if machine.is_some() { Enrolling::Wanted } else { Enrolling::Unwanted },
        })
    }
}
