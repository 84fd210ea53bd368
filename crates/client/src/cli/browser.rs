//! `oxupdate sign-in`: with a password for a token, or with a browser, which is opened where that can be done.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use text::message;

use super::Run;
use super::answer::{Answer, FORMAT};
use super::arguments::SignInArguments;
use super::console::{Console, Form};
use super::exit::{Exit, Failure};
use super::interruption::interruptible;
use crate::address::Address;
use crate::browser_sign_in::{Invitation, Standing, Waiting};
use crate::clock::SystemClock;
use crate::machine::{Desktop, Machine, Proceed, open_page};
use crate::patience::Patience;
use crate::provider::Provider;
use crate::server::ServerError;
use crate::sign_in::{Giver, Reception, SignInError};
use crate::state::{Owner, State};

/// How often the sign of life moves at a terminal.
const TICK_TIME: Duration = Duration::from_millis(120);

/// What `--json` writes while a person is waited for, before the answer.
#[derive(Debug, Serialize)]
struct InvitationLine<'a> {
    format: u32,
    verb: &'static str,
    browser: BrowserLine<'a>,
}

/// Where the person consents, and with which code.
#[derive(Debug, Serialize)]
struct BrowserLine<'a> {
    address: &'a str,
    address_with_code: &'a str,
    code: &'a str,
    minutes: u64,
}

impl Run<'_> {
    /// Signs this PC in, and keeps that.
    pub(super) fn sign_in_to_stay(&self, arguments: &SignInArguments) -> Result<Exit, Failure> {
        if self.options.dry_run {
            return Err(Failure::misuse(message!("cli-sign-in-dry-run")));
        }
        let state = State::open(self.options.state.as_deref())?;
        let Provider { address: Address::Web(site), web } = self.provider()? else {
            return Err(Failure::misuse(message!("cli-sign-out-file")));
        };
        let user = if arguments.browser {
            // A browser may also sign in what is no PC to be updated.
            let machine = self.machine().ok();
            let reception = self.reception(&web, &site, &state, machine.as_deref());
            self.by_browser(&reception, machine.as_deref())?
        } else {
            let last = || self.reception(&web, &site, &state, None).last_user();
            let user = self.options.user.clone().or_else(last);
            let user = user.ok_or_else(|| Failure::misuse(message!("cli-sign-in-name-missing")))?;
            let machine = self.machine()?;
            self.by_password(&self.reception(&web, &site, &state, Some(machine.as_ref())), user)?
        };
        let origin = site.catalog.origin().ascii_serialization();
        if self.console.form() == Form::Json {
            let owner = Some(Owner { address: site.catalog.to_string(), user: Some(user) });
            self.console.print_json(&Answer { owner, ..Answer::new("sign-in", Exit::Done) })?;
            return Ok(Exit::Done);
        }
        self.console.say(&message!("cli-signed-in", origin = origin, user = user))?;
        Ok(Exit::Done)
    }

    fn by_password(&self, reception: &Reception<'_>, user: String) -> Result<String, Failure> {
        let password = match self.given_password()? {
            Some(password) => password,
            None => self.ask_for_password(&user)?,
        };
        let sign_in = reception.with_password(&user, &password, Giver::Person)?;
        if sign_in.is_of_device() {
            Ok(user)
        } else {
            Err(Failure { exit: Exit::SignIn, message: message!("cli-sign-in-not-kept") })
        }
    }

    fn by_browser(
        &self,
        reception: &Reception<'_>,
        machine: Option<&dyn Machine>,
    ) -> Result<String, Failure> {
        let mut waiting = reception.invite(&SystemClock)?;
        self.tell(&waiting.invitation)?;
        if machine.is_some_and(has_browser) && open_page(&waiting.invitation.address_with_code).is_ok() {
            self.console.aside(&message!("cli-browser-opened"));
        }
        Ok(self.await_consent(reception, &mut waiting)?)
    }

    fn tell(&self, invitation: &Invitation) -> Result<(), Failure> {
        let Invitation { code, address, address_with_code, minutes } = invitation;
        if self.console.form() == Form::Json {
            let browser = BrowserLine { address, address_with_code, code, minutes: *minutes };
            return self.console.print_json(&InvitationLine { format: FORMAT, verb: "sign-in", browser });
        }
        let [open, agree] = [message!("cli-browser-address"), message!("cli-browser-code")];
        let [open, agree] = [open, agree].map(|sentence| self.console.word(&sentence));
        self.console.print(&format!("{open}\n\n    {address_with_code}\n\n{agree}\n\n    {code}\n\n"))
    }

    /// Waits until the person has consented, with a sign of life at a terminal.
    fn await_consent(&self, reception: &Reception<'_>, waiting: &mut Waiting) -> Result<String, SignInError> {
        let (mut ended, patience) = (Err(ServerError::Cancelled.into()), Patience::by(&SystemClock));
        interruptible(|look| {
            // Not before Ctrl-C is heard, which it speaks of.
            let minutes = waiting.invitation.minutes;
            self.console.aside(&message!("cli-browser-waits", minutes = minutes));
            let life = sign_of_life(self.console);
            let proceed = loop {
                match reception.look_for_consent(waiting, &SystemClock) {
                    Ok(Standing::NotBefore(time)) => {
                        if patience.pause(time, look) == Proceed::Cancel {
                            break Proceed::Cancel;
                        }
                    }
                    Ok(Standing::SignedIn(user, _)) => {
                        ended = Ok(user);
                        break Proceed::GoOn;
                    }
                    Err(error) => {
                        ended = Err(error);
                        break Proceed::GoOn;
                    }
                }
            };
            life.finish_and_clear();
            proceed
        });
        ended
    }
}

/// Whether a person sits there whose browser it would be: not that of an administrator who consented to something else.
fn has_browser(machine: &dyn Machine) -> bool {
    machine.desktop() == Desktop::Present && machine.rights().are_the_persons_own()
}

fn sign_of_life(console: Console) -> ProgressBar {
    if !console.is_watched() {
        return ProgressBar::hidden();
    }
    let life = ProgressBar::new_spinner();
    let style = ProgressStyle::with_template("{spinner} {wide_msg}");
    life.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    life.set_message(console.word(&message!("cli-browser-waiting")));
    life.enable_steady_tick(TICK_TIME);
    life
}
