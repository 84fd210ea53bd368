//! `oxupdate check` and `oxupdate list`: what is ready, and what is offered.

use catalog::xml::Problem;
use text::{Explain, Message, message};

use super::answer::{Answer, ProductLine};
use super::console::{Console, Form};
use super::exit::{Exit, Failure};
use super::{Run, Worlds, show};
use crate::close_first::Answer as CloseFirst;
use crate::install_display::Face;
use crate::plan::{Plan, Step};
use crate::policy::Policy;
use crate::updater::Check;

/// The most problems of a catalog that are told to a person.
const PROBLEMS_SHOWN_MAX: usize = 20;

impl Run<'_> {
    /// Tells what is ready.
    pub(super) fn check(&self) -> Result<Exit, Failure> {
        let (worlds, check) = self.look()?;
        let ready = check.plan.ready().count();
        let exit = if ready == 0 { Exit::Done } else { Exit::UpdatesReady };
        if self.console.form() == Form::Json {
            self.console.print_json(&answer("check", exit, &worlds, &check, self.console))?;
            return Ok(exit);
        }
        self.console.say(&match ready {
            0 => nothing_ready(&check.plan),
            _ => message!("cli-ready", count = ready),
        })?;
        let shown = check.plan.items.iter().filter(|item| item.step() != Step::Nothing);
        show::items(shown, self.console)?;
        tell_problems(&check.problems, self.console);
        if ready > 0 && self.console.is_watched() {
            self.console.aside(&message!("cli-ready-hint"));
        }
        Ok(exit)
    }

    /// Tells what is offered.
    pub(super) fn list(&self) -> Result<Exit, Failure> {
        let (worlds, check) = self.look()?;
        if self.console.form() == Form::Json {
            self.console.print_json(&answer("list", Exit::Done, &worlds, &check, self.console))?;
            return Ok(Exit::Done);
        }
        if check.plan.items.is_empty() {
            self.console.say(&message!("cli-nothing-offered"))?;
        }
        show::items(&check.plan.items, self.console)?;
        tell_problems(&check.problems, self.console);
        Ok(Exit::Done)
    }

    fn look(&self) -> Result<(Worlds, Check), Failure> {
        let worlds = self.worlds()?;
        if !self.options.dry_run {
            self.settle(worlds.machine.as_ref(), &worlds.state)?;
        }
        let updater = worlds.updater(Face::CommandLine, &|_| CloseFirst::NotNow);
        let check = updater.check()?;
        if !self.options.dry_run {
            updater.remember(check.plan.ready().count())?;
            updater.tell(&check.plan, Policy::of_this_pc().reporting);
            // Those that cannot be sent now wait for the next time.
            updater.send_reports();
        }
        Ok((worlds, check))
    }
}

/// Why nothing is ready: all is up to date, or something is in the way.
pub(super) fn nothing_ready(plan: &Plan) -> Message {
    let count = |step| plan.items.iter().filter(|item| item.step() == step).count();
    match (count(Step::Blocked), count(Step::Held)) {
        (0, 0) => message!("cli-nothing-ready"),
        (0, held) => message!("cli-only-held", count = held),
        (blocked, held) => message!("cli-only-blocked", count = blocked + held),
    }
}

/// Tells what is wrong with single products, which concerns the administrator rather than the person.
pub(super) fn tell_problems(problems: &[Problem], console: Console) {
    for problem in problems.iter().take(PROBLEMS_SHOWN_MAX) {
        console.aside(&message!("cli-problem", problem = problem.message()));
    }
    if let Some(more) = problems.len().checked_sub(PROBLEMS_SHOWN_MAX).filter(|more| *more > 0) {
        console.aside(&message!("cli-problems-more", count = more));
    }
}

/// What a check found, as JSON.
pub(super) fn answer(
    verb: &'static str,
    exit: Exit,
    worlds: &Worlds,
    check: &Check,
    console: Console,
) -> Answer {
    let products = check.plan.items.iter().map(|item| ProductLine::new(item, console));
    let problems = check.problems.iter().map(|problem| console.word(&problem.message()));
    Answer {
        owner: Some(worlds.owner.clone()),
        products: Some(products.collect()),
        problems: Some(problems.collect()),
        ..Answer::new(verb, exit)
    }
}
