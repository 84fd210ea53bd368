//! The face at the command line: reads the arguments, lets the engine work, and says what came of it.

mod answer;
pub mod arguments;
mod bar;
mod browser;
mod check;
mod close_first;
mod console;
mod ended;
mod exit;
mod explanation;
mod hidden;
mod install;
mod interruption;
mod rest;
mod settled;
mod show;
mod sign_in;
mod status;
mod table;

use std::ffi::OsString;
use std::fs;

use text::command_line::{Stop, parse};
use text::{Language, message};

use self::answer::Answer;
pub use self::answer::FORMAT;
use self::arguments::{Arguments, Options, Verb};
use self::console::{Console, Form};
pub use self::exit::{Exit, Failure};
pub use self::sign_in::{PASSWORD_FILE_SIZE_MAX, PASSWORD_VARIABLE};
use crate::address::Address;
use crate::clock::SystemClock;
use crate::close_first::{Answer as CloseFirst, Ask};
use crate::fake::FakeMachine;
use crate::install_display::Face;
use crate::machine::{self, Machine, MachineError};
use crate::patience::Patience;
use crate::permitted::PlainHttp;
use crate::persistent::Persistent;
use crate::policy::Policy;
use crate::provider::Provider;
use crate::server::Server;
use crate::settings::{self, InForce, Reading};
use crate::settings_store;
use crate::state::{Owner, State};
use crate::updater::Updater;
use crate::web::Trust;

/// The most bytes of a file that describes a machine.
pub const MACHINE_FILE_SIZE_MAX: u64 = 16 * 1024 * 1024;

/// Runs `oxupdate`; the first argument is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, language: Language) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(exit) = hidden::run(&arguments) {
        return exit;
    }
    let arguments = match parse::<Arguments>(arguments, language) {
        Ok(arguments) => arguments,
        Err(stop) => return stopped(&stop, language),
    };
    let form = if arguments.options.json { Form::Json } else { Form::Text };
    let run = Run { console: Console::new(language, form), options: &arguments.options };
    let ended = match &arguments.verb {
        Verb::Check => run.check(),
        Verb::List => run.list(),
        Verb::Install(install) => run.install(install),
        Verb::Report => run.report(),
        Verb::Status => run.status(),
        Verb::SignIn(sign_in) => run.sign_in_to_stay(sign_in),
        Verb::SignOut => run.sign_out(),
    };
    ended.unwrap_or_else(|failure| run.failed(&arguments.verb, &failure))
}

fn stopped(stop: &Stop, language: Language) -> Exit {
    let console = Console::new(language, Form::Text);
    match stop {
        Stop::Asked(text) => {
            console.print(&with_line_break(text)).map_or_else(|failure| failure.exit, |()| Exit::Done)
        }
        Stop::Misuse(text) => {
            console.complain(text);
            Exit::Misuse
        }
    }
}

fn with_line_break(text: &str) -> String {
    if text.ends_with('\n') { text.to_owned() } else { format!("{text}\n") }
}

/// One run of a verb.
struct Run<'a> {
    console: Console,
    options: &'a Options,
}

/// The two outside worlds, and what is kept between two runs.
struct Worlds {
    server: Box<dyn Server>,
    owner: Owner,
    machine: Box<dyn Machine>,
    state: State,
}

impl Worlds {
    fn updater<'a>(&'a self, face: Face, ask: &'a dyn Fn(&Ask) -> CloseFirst) -> Updater<'a> {
        Updater {
            server: self.server.as_ref(),
            machine: self.machine.as_ref(),
            state: &self.state,
            owner: self.owner.clone(),
            face,
            patience: Patience::by(&SystemClock),
            ask,
        }
    }
}

impl Run<'_> {
    fn failed(&self, verb: &Verb, failure: &Failure) -> Exit {
        match self.console.form() {
            Form::Text => self.console.aside(&failure.message),
            Form::Json => {
                let error = Some(self.console.word(&failure.message));
                let answer = Answer { error, ..Answer::new(verb.name(), failure.exit) };
                // That the answer cannot be written says nothing more than how the run ended.
                let _ = self.console.print_json(&answer);
            }
        }
        failure.exit
    }

    fn worlds(&self) -> Result<Worlds, Failure> {
        // What needs no network and no password is looked at first.
        let machine = self.machine()?;
        let state = State::open(self.options.state.as_deref())?;
        let (server, owner) = self.server(&state, Some(machine.as_ref()))?;
        Ok(Worlds { server, owner, machine, state })
    }

    fn machine(&self) -> Result<Box<dyn Machine>, Failure> {
        if let Some(path) = &self.options.machine {
            let wrong = |detail: String| {
                Failure::misuse(message!("cli-machine-file", path = path.display(), detail = detail))
            };
            let size = fs::metadata(path).map_err(|error| wrong(error.to_string()))?.len();
            if size > MACHINE_FILE_SIZE_MAX {
                return Err(wrong(format!("{size} > {MACHINE_FILE_SIZE_MAX}")));
            }
            let json = fs::read(path).map_err(|error| wrong(error.to_string()))?;
            let machine = FakeMachine::from_json(&json).map_err(|error| wrong(error.to_string()))?;
            return Ok(Box::new(machine));
        }
        match machine::this_pc() {
            Err(MachineError::NotWindows) if self.options.dry_run => Ok(Box::new(FakeMachine::default())),
            other => Ok(other?),
        }
    }

    /// Where updates come from, and what makes requests: as the options say, else as it is set on this PC.
    fn provider(&self) -> Result<Provider, Failure> {
        let options = self.options;
        let InForce { settings, server_lock, proxy_lock, .. } = self.settings_read().in_force;
        let written = match (&options.server, settings.server) {
            (Some(given), Some(set)) if server_lock.is_some() && !leads_to_the_same(given, &set) => {
                return Err(Failure::misuse(message!("cli-server-locked", server = set)));
            }
            (given, set) => given.clone().or(set),
        };
        let written = written.ok_or_else(|| Failure::misuse(message!("cli-server-missing")))?;
        let proxy = match options.proxy() {
            Some(given) if proxy_lock.is_some() && given != settings.proxy => {
                return Err(Failure::misuse(message!("cli-proxy-locked")));
            }
            given => given.unwrap_or(settings.proxy),
        };
        let trust = options.ca_file.clone().map_or(Trust::System, Trust::CaFile);
        let plain = if options.allow_http { PlainHttp::Everywhere } else { Policy::of_this_pc().plain };
        Ok(Provider::of(&written, &proxy, &trust, plain)?)
    }

    /// What is set on this PC.
    fn settings_read(&self) -> Reading {
        settings::read(&settings_store::of_this_person(self.options.state.as_deref()).read())
    }

    /// The server, signed in to as far as somebody is; on no machine, this PC has no name for it.
    fn server(
        &self,
        state: &State,
        machine: Option<&dyn Machine>,
    ) -> Result<(Box<dyn Server>, Owner), Failure> {
        let provider = self.provider()?;
        let Address::Web(site) = &provider.address else { return Ok(provider.server(None)) };
        let sign_in = self.sign_in(&provider.web, site, state, machine)?;
        let (server, owner) = provider.server(sign_in);
        Ok((Box::new(Persistent::new(server, rest::rest(self.console))), owner))
    }
}

/// Whether two addresses as they are written lead to the same place.
fn leads_to_the_same(one: &str, other: &str) -> bool {
    matches!((Address::parse(one), Address::parse(other)), (Ok(one), Ok(other)) if one == other)
}
