//! The client's engine with the real HTTP client, a fake machine, and a state folder of its own.

use std::path::{Path, PathBuf};

use client::address::Address;
use client::clock::SystemClock;
use client::close_first::Answer;
use client::fake::FakeMachine;
use client::http::HttpServer;
use client::install_display::Face;
use client::machine::Proceed;
use client::patience::Patience;
use client::plan::Plan;
use client::server::Server;
use client::state::{Lock, Owner, State, StateError};
use client::updater::{CheckError, Ended, Progress, Updater};
use client::web::{ProxyChoice, SignIn, Trust, Web};
use e2e::PASSWORD;
use tempfile::TempDir;

/// How often the lock is tried.
const LOCK_TRIES_MAX: usize = 1_000_000;

/// A person's PC, as far as the engine is concerned.
pub(crate) struct Station {
    machine: FakeMachine,
    user: String,
    state: State,
    _folder: Option<TempDir>,
}

impl Station {
    pub(crate) fn new(user: &str, machine: FakeMachine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let station = Self::at(folder.path(), user, machine);
        Self { _folder: Some(folder), ..station }
    }

    /// A PC whose state is in a folder that is there before and after.
    pub(crate) fn at(folder: &Path, user: &str, machine: FakeMachine) -> Self {
        let state = State::open(Some(folder)).unwrap();
        Self { machine, user: user.to_owned(), state, _folder: None }
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
        self.install_from(&self.server(address, PASSWORD))
    }

    /// The same from a server that a test has made itself.
    pub(crate) fn install_from(&self, server: &dyn Server) -> Vec<Ended> {
        self.install_watching(server, &mut |_| Proceed::GoOn)
    }

    /// The same, watched on the way.
    pub(crate) fn install_watching(
        &self,
        server: &dyn Server,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Vec<Ended> {
        let updater = self.updater(server);
        let plan = updater.check().unwrap().plan;
        let lock = self.lock();
        plan.ready().map(|item| updater.install(&lock, item, watch).unwrap()).collect()
    }

    /// Takes the lock. Programs that other tests start hold a copy of it for the moment until they are themselves.
    fn lock(&self) -> Lock {
        for _ in 0..LOCK_TRIES_MAX {
            match self.state.lock() {
                Err(StateError::Locked) => std::thread::yield_now(),
                other => return other.unwrap(),
            }
        }
        panic!("the lock stays taken");
    }

    /// Sends the reports that wait and returns how many still do.
    pub(crate) fn send_reports(&self, address: &str) -> usize {
        let server = self.server(address, PASSWORD);
        let updater = self.updater(&server);
        updater.send_reports();
        updater.queue().waiting()
    }

    /// What an installer was started for so far.
    pub(crate) fn installs(&self) -> usize {
        self.machine.requests().len()
    }

    /// The files below the folders for downloads and packages, by name, without the notes on what was installed.
    pub(crate) fn downloads(&self) -> Vec<PathBuf> {
        let folders = [self.state.downloads(), self.state.packages()];
        let folders = folders.iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten());
        let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.retain(|path| path.file_name().is_none_or(|name| name != client::packages::NOTE));
        files.sort();
        files
    }

    /// The client of a site.
    pub(crate) fn server(&self, address: &str, password: &str) -> HttpServer {
        let Ok(Address::Web(site)) = Address::parse(address) else { panic!("{address} is no site") };
        let web = Web::new(&ProxyChoice::None, &Trust::System).unwrap();
        let sign_in = SignIn::new(&site.catalog, &self.user, password).unwrap();
        HttpServer::new(web, site, Some(sign_in))
    }

    fn updater<'a>(&'a self, server: &'a dyn Server) -> Updater<'a> {
        Updater {
            server,
            machine: &self.machine,
            state: &self.state,
            // A site keeps its name, whatever port its server gets at the next start.
            owner: Owner { address: "http://updates.example.com".to_owned(), user: Some(self.user.clone()) },
            face: Face::CommandLine,
            patience: Patience::by(&SystemClock),
            ask: &|_| Answer::NotNow,
        }
    }
}
