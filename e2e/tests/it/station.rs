//! The client's engine with the real HTTP client, a fake machine, and a state folder of its own.

use client::address::Address;
use client::clock::SystemClock;
use client::fake::FakeMachine;
use client::http::HttpServer;
use client::install_display::Face;
use client::machine::Proceed;
use client::patience::Patience;
use client::plan::Plan;
use client::state::{Owner, State};
use client::updater::{CheckError, Ended, Updater};
use client::web::{ProxyChoice, SignIn, Trust, Web};
use e2e::PASSWORD;
use tempfile::TempDir;

/// A person's PC, as far as the engine is concerned.
pub(crate) struct Station {
    machine: FakeMachine,
    user: String,
    state: State,
    _folder: TempDir,
}

impl Station {
    pub(crate) fn new(user: &str, machine: FakeMachine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let state = State::open(Some(folder.path())).unwrap();
        Self { machine, user: user.to_owned(), state, _folder: folder }
    }

    /// Compares what a site offers with what is installed.
    pub(crate) fn check(&self, address: &str) -> Result<Plan, CheckError> {
        let server = self.server(address, PASSWORD);
        Ok(self.updater(&server).check()?.plan)
    }

    /// The same with another password.
    pub(crate) fn check_with_password(&self, address: &str, password: &str) -> Result<Plan, CheckError> {
        let server = self.server(address, password);
        Ok(self.updater(&server).check()?.plan)
    }

    /// Installs all that is offered; the reports wait.
    pub(crate) fn install_all(&self, address: &str) -> Vec<Ended> {
        let server = self.server(address, PASSWORD);
        let updater = self.updater(&server);
        let plan = updater.check().unwrap().plan;
        let lock = self.state.lock().unwrap();
        plan.ready().map(|item| updater.install(&lock, item, &mut |_| Proceed::GoOn).unwrap()).collect()
    }

    /// Sends the reports that wait and returns how many still do.
    pub(crate) fn send_reports(&self, address: &str) -> usize {
        let server = self.server(address, PASSWORD);
        let updater = self.updater(&server);
        updater.send_reports();
        updater.queue().waiting()
    }

    fn server(&self, address: &str, password: &str) -> HttpServer {
        let Ok(Address::Web(site)) = Address::parse(address) else { panic!("{address} is no site") };
        let web = Web::new(&ProxyChoice::None, &Trust::System).unwrap();
        let sign_in = SignIn::new(&site.catalog, &self.user, password).unwrap();
        HttpServer::new(web, site, Some(sign_in))
    }

    fn updater<'a>(&'a self, server: &'a HttpServer) -> Updater<'a> {
        Updater {
            server,
            machine: &self.machine,
            state: &self.state,
            // A site keeps its name, whatever port its server gets at the next start.
            owner: Owner { address: "http://updates.example.com".to_owned(), user: Some(self.user.clone()) },
            face: Face::CommandLine,
            patience: Patience::by(&SystemClock),
        }
    }
}
