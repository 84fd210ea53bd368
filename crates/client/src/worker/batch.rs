//! A batch: updates one after the other under one lock, OX Updater's own the last; afterwards it is looked again, remembered and told.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use text::message;

use super::Hands;
use super::ground::Ground;
use super::throttle::Throttle;
use crate::clock::Clock;
use crate::close_first::{Answer, Ask};
use crate::desk::{Batch, ItemKey, News, Trouble};
use crate::elevation::StepsAside;
use crate::machine::{Machine, Proceed};
use crate::outcome::Outcome;
use crate::own_product::is_own;
use crate::patience::Patience;
use crate::persistent::{Pause, Persistent};
use crate::plan::{Choice, Item, Plan, Step};
use crate::self_update::{HandOver, hand_over};
use crate::state::{Lock, Past, StateError};
use crate::updater::{Ended, Progress, Updater, now, settle};

/// What a batch has come to so far.
#[derive(Default)]
struct Done {
    /// What is to be done by now.
    plan: Option<Plan>,
    reports_waiting: usize,
    own: Own,
}

/// Whether the program's own update was handed over, so that the program is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Own {
    #[default]
    Stays,
    HandedOver,
}

impl Hands {
    /// Installs items one after the other.
    pub(super) fn install(&self, number: u64, items: &[Item]) {
        let mut done = Done::default();
        let trouble = self.try_to_install(number, items, &mut done).err();
        let Done { plan, reports_waiting, own } = done;
        self.tell(News::BatchEnded(Box::new(Batch { plan, trouble, reports_waiting })));
        if own == Own::HandedOver {
            self.tell(News::HandedOver);
        }
    }

    fn try_to_install(&self, number: u64, items: &[Item], done: &mut Done) -> Result<(), Trouble> {
        let ground = self.ground()?;
        let plain = self.machine()?;
        let has_own = items.iter().any(|item| is_own(item.product.upgrade_code));
        // One deputy for all: what replaces its program is installed by it, too.
        let aside = if has_own { StepsAside::Yes } else { StepsAside::No };
        let machine = (self.environment.for_batch)(plain.as_ref(), aside);
        let provider = self.provider(&ground)?;
        // From here on nobody else changes what the plan is made from.
        let lock = ground.state.lock()?;
        let turn = machine.turn()?.ok_or(StateError::LockedByOther)?;
        self.settle_before(&ground, machine.as_ref(), &lock)?;
        let sign_in = self.sign_in_at_hand(&ground, &provider, machine.as_ref())?;
        let (server, owner) = provider.server(sign_in);
        let server = Persistent::new(server, self.rest(number));
        let ask = |ask: &Ask| self.ask(number, ask);
        let updater = self.updater(&ground, machine.as_ref(), (&server, &owner), &ask);
        let check = updater.check()?;
        let items = as_offered_now(items, &check.plan);
        // From here on the engine takes it for each update, and gives it up while it waits.
        drop(turn);
        let installed = self.install_each(number, &updater, &lock, items, done);
        // The lock first: who waits for this program's end wants it.
        drop(lock);
        if done.own == Own::HandedOver {
            // It waits for this program's end, and no server may hold that up: who is started next looks again and tells.
            return installed;
        }
        let looked = self.look_again(&ground, &updater, &check.plan, done);
        installed.and(looked)
    }

    /// Settles what an earlier run left, since nobody else can now.
    fn settle_before(&self, ground: &Ground, machine: &dyn Machine, lock: &Lock) -> Result<(), Trouble> {
        let settled = settle(machine, &ground.state, lock, now())?;
        if !settled.is_empty() {
            self.tell(News::Settled(settled.into_iter().map(|settled| settled.past).collect()));
        }
        Ok(())
    }

    /// Installs one after the other, until the person cancels, or Windows is to end.
    fn install_each(
        &self,
        number: u64,
        updater: &Updater<'_>,
        lock: &Lock,
        items: Vec<Wanted>,
        done: &mut Done,
    ) -> Result<(), Trouble> {
        for Wanted { key, item } in items {
            if self.under_way.begin_next(number) == Proceed::Cancel {
                return Ok(());
            }
            let item = item.ok_or_else(|| Trouble::other(message!("worker-offer-changed")))?;
            if item.step() == Step::Nothing {
                let (outcome, past) = installed_meanwhile(updater, &item)?;
                self.tell(News::Ended { key, outcome: Box::new(outcome), past: Box::new(past) });
                continue;
            }
            let Some(ended) = self.install_one(number, updater, lock, &key, &item)? else {
                done.own = Own::HandedOver;
                return Ok(());
            };
            let is_cancelled = ended.outcome.was_cancelled_here();
            let unkept = ended.unkept;
            self.tell(News::Ended { key, outcome: Box::new(ended.outcome), past: Box::new(ended.past) });
            if let Some(message) = unkept {
                return Err(Trouble::other(message));
            }
            if is_cancelled {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Installs one item; `None` if it is the program's own and was handed over.
    fn install_one(
        &self,
        number: u64,
        updater: &Updater<'_>,
        lock: &Lock,
        key: &ItemKey,
        item: &Item,
    ) -> Result<Option<Ended>, Trouble> {
        let throttle = RefCell::new(Throttle::default());
        let tell_all = |all: Vec<Progress>| {
            for progress in all {
                self.tell(News::Progress { key: key.clone(), progress });
            }
        };
        let mut watch = |progress: Progress| {
            tell_all(throttle.borrow_mut().take(progress, self.clock.elapsed()));
            self.under_way.proceed(number)
        };
        let ended = if is_own(item.product.upgrade_code) {
            match hand_over(updater, lock, item, &self.environment.program, &mut watch)? {
                HandOver::Done => None,
                HandOver::Ended(ended) => Some(*ended),
            }
        } else {
            Some(updater.install(lock, item, &mut watch)?)
        };
        tell_all(throttle.borrow_mut().rest());
        Ok(ended)
    }

    /// Looks at what is installed after the updates, remembers what is ready now, and tells the server.
    fn look_again(
        &self,
        ground: &Ground,
        updater: &Updater<'_>,
        plan: &Plan,
        done: &mut Done,
    ) -> Result<(), Trouble> {
        let reporting = ground.policy.reporting;
        // That Windows does not say it now fails nothing; the next check looks.
        done.plan = updater.look_again(plan).ok();
        let remembered = done.plan.as_ref().map_or(Ok(()), |plan| {
            updater.tell(plan, reporting);
            updater.remember(plan.ready().count())
        });
        done.reports_waiting = updater.send_permitted_reports(reporting).waiting;
        Ok(remembered?)
    }

    /// Asks the person, and waits for the answer.
    fn ask(&self, number: u64, ask: &Ask) -> Answer {
        self.under_way.forget_answers();
        self.tell(News::Asked(ask.clone()));
        self.under_way.await_answer(number)
    }

    /// Lets the time go by that a busy server asks for, unless the person cancels.
    fn rest(&self, number: u64) -> Pause {
        let (clock, under_way) = (Rc::clone(&self.clock), Arc::clone(&self.under_way));
        Box::new(move |time: Duration| {
            let clock: &dyn Clock = clock.as_ref();
            Patience::by(clock).pause(time, &mut || under_way.proceed(number))
        })
    }
}

/// An item that the person wants, as it is offered now; `None` if it is not offered so any more.
struct Wanted {
    key: ItemKey,
    item: Option<Item>,
}

/// The items as they are offered now, OX Updater's own behind the others.
fn as_offered_now(items: &[Item], plan: &Plan) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = items
        .iter()
        .map(|chosen| {
            let key = ItemKey::of(chosen);
            let is_it = |item: &&Item| ItemKey::of(item) == key;
            let same_version = |item: &&Item| {
                let product = &item.product;
                product.upgrade_code == chosen.product.upgrade_code
                    && product.version == chosen.product.version
                    && item.step() == Step::Nothing
            };
            let now = plan.items.iter().find(is_it).or_else(|| plan.items.iter().find(same_version));
            let item = now.map(|now| match chosen.choice {
                Choice::ByName => now.chosen_by_name(),
                Choice::ByRule => now.clone(),
            });
            Wanted { key, item }
        })
        .collect();
    wanted.sort_by_key(|wanted| is_own(wanted.key.upgrade_code));
    wanted
}

/// What is told of an update that somebody else installed meanwhile: it is neither remembered nor reported here.
fn installed_meanwhile(updater: &Updater<'_>, item: &Item) -> Result<(Outcome, Past), StateError> {
    let outcome = Outcome::installed_meanwhile(&item.product);
    let past = updater.past_without_install(item, &outcome)?;
    Ok((outcome, past))
}
