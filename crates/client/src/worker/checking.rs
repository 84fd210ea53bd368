//! Looking for updates.

use super::Hands;
use super::ground::Ground;
use crate::close_first::Answer;
use crate::desk::{Found, News, Trouble, TroubleKind};
use crate::machine::{Machine, Proceed};
use crate::state::Past;
use crate::updater::{now, settle_unless_busy};

impl Hands {
    /// Looks for updates, and settles installs whose end nobody saw.
    pub(super) fn check(&mut self, number: u64) -> Result<Found, Trouble> {
        let found = self.look(number);
        if let Err(Trouble { kind: TroubleKind::SignInRefused | TroubleKind::SignInEnded, .. }) = &found {
            // It is never sent again.
            self.session = None;
        }
        found
    }

    fn look(&self, number: u64) -> Result<Found, Trouble> {
        let ground = self.ground()?;
        let machine = self.machine()?;
        let settled = self.settled(&ground, machine.as_ref())?;
        if !settled.is_empty() {
            self.tell(News::Settled(settled));
        }
        let provider = self.provider(&ground)?;
        let sign_in = self.sign_in_at_hand(&ground, &provider, machine.as_ref())?;
        let (server, owner) = provider.server(sign_in);
        let updater = self.updater(&ground, machine.as_ref(), (server.as_ref(), &owner), &|_| Answer::NotNow);
        let check = updater.check()?;
        if self.under_way.proceed(number) == Proceed::Cancel {
            return Err(Trouble::cancelled());
        }
        updater.remember(check.plan.ready().count())?;
        updater.tell(&check.plan, ground.policy.reporting);
        // Those that cannot be sent now wait for the next time.
        updater.send_permitted_reports(ground.policy.reporting);
        Ok(Found { plan: check.plan, problems: check.problems, user: owner.user.clone(), at: now() })
    }

    /// The installs that have ended meanwhile.
    pub(super) fn settled(&self, ground: &Ground, machine: &dyn Machine) -> Result<Vec<Past>, Trouble> {
        let settled = settle_unless_busy(machine, &ground.state, now())?;
        Ok(settled.into_iter().map(|settled| settled.past).collect())
    }
}
