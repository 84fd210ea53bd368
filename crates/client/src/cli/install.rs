//! `oxupdate install`: updates, one after the other.

use text::message;

use super::answer::{Answer, ReportCounts, ResultLine};
use super::arguments::InstallArguments;
use super::bar::Bar;
use super::check::{answer, nothing_ready, tell_problems};
use super::close_first::{Wait, Who};
use super::console::Form;
use super::exit::{Exit, Failure};
use super::interruption::await_interruptions;
use super::{Run, show};
use crate::close_first::Ask;
use crate::elevation::{StepsAside, machine_for_batch};
use crate::install_display::Face;
use crate::outcome::Restart;
use crate::own_product::is_own;
use crate::plan::{Item, Plan, Selection, Step};
use crate::policy::Policy;
use crate::report::Sent;
use crate::state::{Lock, StateError};
use crate::updater::{Ended, Updater, now, settle};

impl Run<'_> {
    /// Installs what the person chose.
    pub(super) fn install(&self, arguments: &InstallArguments) -> Result<Exit, Failure> {
        let worlds = self.worlds()?;
        let face = if arguments.interactive { Face::CommandLineInteractive } else { Face::CommandLine };
        let wait = if arguments.wait_for_programs { Wait::Yes } else { Wait::No };
        let who = Who::is_there(wait, self.console);
        let ask = |ask: &Ask| who.answer(ask, self.console);
        let machine = machine_for_batch(worlds.machine.as_ref(), StepsAside::No);
        let updater = Updater { machine: machine.as_ref(), ..worlds.updater(face, &ask) };
        // From here on nobody else changes what the plan is made from.
        let lock = worlds.state.lock()?;
        let turn = updater.machine.turn()?;
        if !self.options.dry_run {
            // Of another person on this PC, too.
            turn.as_ref().ok_or(StateError::LockedByOther)?;
            self.tell_settled(&settle(updater.machine, updater.state, &lock, now())?);
        }
        let check = updater.check()?;
        let selection = arguments.selection();
        let chosen = check.plan.select(&selection)?;
        tell_problems(&check.problems, self.console);
        let chosen = self.without_own(chosen, &selection)?;
        if self.options.dry_run {
            self.tell_plan(&check.plan, &chosen, &selection)?;
            if self.console.form() == Form::Json {
                self.console.print_json(&answer("install", Exit::Done, &worlds, &check, self.console))?;
            }
            return Ok(Exit::Done);
        }
        updater.remember(check.plan.ready().count())?;
        updater.tell(&check.plan, Policy::of_this_pc().reporting);
        if chosen.is_empty() {
            self.tell_nothing(&check.plan, &selection)?;
        }
        // From here on the engine takes it for each update, and gives it up while it waits.
        drop(turn);
        let mut all = Vec::new();
        // What came of the ones before is told, whatever stops the rest.
        let stopped = self.install_each(&updater, (&lock, &who), &chosen, &mut all).err();
        self.tell_restart(&all)?;
        let stopped = stopped.or(self.look_again(&updater, &check.plan, &all).err());
        let sent = self.send(&updater);
        let failed = all.iter().map(|ended| Exit::from(ended.outcome.kind)).find(|exit| *exit != Exit::Done);
        let exit = failed.or(stopped.as_ref().map(|stopped| stopped.exit)).unwrap_or(Exit::Done);
        if let Some(stopped) = &stopped {
            self.console.aside(&stopped.message);
        }
        if self.console.form() == Form::Json {
            let results = all.iter().map(|ended| ResultLine::new(ended, self.console)).collect();
            self.console.print_json(&Answer {
                owner: Some(worlds.owner.clone()),
                error: stopped.map(|stopped| self.console.word(&stopped.message)),
                results: Some(results),
                restart_needed: Some(needs_restart(&all)),
                reports: Some(ReportCounts::from(&sent)),
                ..Answer::new("install", exit)
            })?;
        }
        Ok(exit)
    }

    /// Leaves out OX Updater's own update, unless it is named: it replaces programs that run, this one among them.
    fn without_own(&self, chosen: Vec<Item>, selection: &Selection) -> Result<Vec<Item>, Failure> {
        if matches!(selection, Selection::Named(_)) {
            return Ok(chosen);
        }
        let (own, others): (Vec<Item>, Vec<Item>) = chosen.into_iter().partition(is_left_out);
        for Item { product, .. } in own {
            let (name, version) = (&product.name, product.version.as_str());
            self.console.say(&message!("cli-own-update", name = name, version = version))?;
        }
        Ok(others)
    }

    /// Installs one after the other, until the person cancels.
    fn install_each(
        &self,
        updater: &Updater<'_>,
        (lock, who): (&Lock, &Who),
        chosen: &[Item],
        all: &mut Vec<Ended>,
    ) -> Result<(), Failure> {
        await_interruptions();
        for item in chosen {
            if item.step() == Step::Nothing {
                self.console.say(&message!(
                    "cli-nothing-to-do",
                    name = &item.product.name,
                    version = item.product.version.as_str(),
                    reason = item.reason()
                ))?;
                continue;
            }
            who.begin();
            let mut bar = Bar::new(&item.product, self.console);
            let ended = updater.install(lock, item, &mut |progress| bar.tell(&progress));
            bar.end();
            let ended = ended?;
            let told = self.tell_end(&ended);
            let cancelled = ended.outcome.was_cancelled_here();
            let unkept = ended.unkept.clone();
            all.push(ended);
            told?;
            if let Some(message) = unkept {
                return Err(Failure { exit: Exit::StateUnusable, message });
            }
            if cancelled {
                break;
            }
        }
        Ok(())
    }

    /// Looks at what is installed after the updates, remembers what is ready now, and tells the server if that is something else than before.
    fn look_again(&self, updater: &Updater<'_>, plan: &Plan, all: &[Ended]) -> Result<(), Failure> {
        if all.is_empty() {
            return Ok(());
        }
        // That Windows does not say it now fails nothing; the next check looks.
        let Ok(plan) = updater.look_again(plan) else { return Ok(()) };
        updater.tell(&plan, Policy::of_this_pc().reporting);
        Ok(updater.remember(plan.ready().count())?)
    }

    /// Says what would be done.
    fn tell_plan(&self, plan: &Plan, chosen: &[Item], selection: &Selection) -> Result<(), Failure> {
        let ready = chosen.iter().filter(|item| item.is_ready()).count();
        if chosen.is_empty() {
            return self.tell_nothing(plan, selection);
        }
        if self.console.form() == Form::Text {
            self.console.say(&message!("cli-would-install", count = ready))?;
            show::items(chosen, self.console)?;
        }
        Ok(())
    }

    fn tell_nothing(&self, plan: &Plan, selection: &Selection) -> Result<(), Failure> {
        if plan.ready().next().is_some() && plan.ready().all(is_left_out) {
            // That was said already.
            return Ok(());
        }
        let only_optional = *selection == Selection::Important && plan.ready().next().is_some();
        self.console.say(&if only_optional { message!("cli-nothing-important") } else { nothing_ready(plan) })
    }

    fn tell_restart(&self, all: &[Ended]) -> Result<(), Failure> {
        if needs_restart(all) { self.console.say(&message!("cli-restart")) } else { Ok(()) }
    }

    fn send(&self, updater: &Updater<'_>) -> Sent {
        let sent = updater.send_permitted_reports(Policy::of_this_pc().reporting);
        if sent.waiting > 0 {
            self.console.aside(&message!("cli-reports-wait", count = sent.waiting));
        }
        sent
    }
}

/// Whether an item is OX Updater itself, which is there already.
fn is_left_out(item: &Item) -> bool {
    is_own(item.product.upgrade_code) && !item.installed.is_empty()
}

/// Whether one of several updates wants Windows restarted.
fn needs_restart(all: &[Ended]) -> bool {
    all.iter().any(|ended| ended.outcome.restart == Restart::Needed)
}
