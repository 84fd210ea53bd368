//! A PC that is a fake, and what is offered to it.

use std::path::{Path, PathBuf};

use catalog::report::OutcomeKind;
use catalog::{Listing, Product, ProductVersion, digest, listing, msi, xml};
use client::address::Address;
use client::clock::FakeClock;
use client::close_first::Answer;
use client::fake::FakeMachine;
use client::http::HttpServer;
use client::install_display::Face;
use client::machine::{Context, Installed, Proceed};
use client::patience::Patience;
use client::plan::Item;
use client::server::Server;
use client::state::{Lock, Owner, State, StateError};
use client::updater::{Check, CheckError, Ended, Progress, Updater};
use client::web::{ProxyChoice, SignIn, Trust, Web};
use tempfile::TempDir;

/// Who signs in where a test signs in.
pub(crate) const USER: &str = "anna";
/// With what password; it holds what is hard to encode.
pub(crate) const PASSWORD: &str = "Grüße: 100 % „geheim“";
/// Both, as HTTP's Basic sign-in carries them.
pub(crate) const BASIC: &str = "Basic YW5uYTpHcsO8w59lOiAxMDAgJSDigJ5nZWhlaW3igJw=";

/// How often the lock is tried.
const LOCK_TRIES_MAX: usize = 1_000_000;

/// A PC without a desktop, with a folder of its own.
pub(crate) struct Pc {
    pub(crate) clock: FakeClock,
    pub(crate) machine: FakeMachine,
    pub(crate) state: State,
    pub(crate) folder: TempDir,
}

impl Pc {
    pub(crate) fn new(machine: FakeMachine) -> Self {
        let folder = TempDir::new().unwrap();
        let state = State::open(Some(&folder.path().join("state"))).unwrap();
        Self { clock: FakeClock::default(), machine, state, folder }
    }

    /// A PC on which nothing is installed.
    pub(crate) fn empty() -> Self {
        Self::new(FakeMachine::default())
    }

    /// A PC on which a version of what is offered is installed.
    pub(crate) fn with(product: &Product, version: &str) -> Self {
        Self::new(FakeMachine::default().with(product.upgrade_code, installed(version)))
    }

    pub(crate) fn updater<'a>(&'a self, server: &'a dyn Server, address: &str) -> Updater<'a> {
        let owner = Owner { address: address.to_owned(), user: Some(USER.to_owned()) };
        Updater {
            server,
            machine: &self.machine,
            state: &self.state,
            owner,
            face: Face::CommandLine,
            patience: Patience::by(&self.clock),
            ask: &|_| Answer::NotNow,
        }
    }

    /// Takes the lock. Programs that other tests start hold a copy of it for the moment until they are themselves.
    pub(crate) fn lock(&self) -> Lock {
        for _ in 0..LOCK_TRIES_MAX {
            match self.state.lock() {
                Err(StateError::Locked) => std::thread::yield_now(),
                other => return other.unwrap(),
            }
        }
        panic!("the lock stays taken");
    }

    /// Checks at an address, as someone with a sign-in.
    pub(crate) fn check(&self, address: &str) -> Result<Check, CheckError> {
        self.updater(&server(address), address).check()
    }

    /// Checks, and installs all that is ready.
    pub(crate) fn install(&self, address: &str) -> Vec<Ended> {
        self.install_watching(address, &mut |_| Proceed::GoOn)
    }

    /// Checks, and installs all that is ready; the first is cancelled when the watcher says so.
    pub(crate) fn install_watching(
        &self,
        address: &str,
        watch: &mut dyn FnMut(Progress) -> Proceed,
    ) -> Vec<Ended> {
        let server = server(address);
        let updater = self.updater(&server, address);
        let check = updater.check().unwrap();
        let lock = self.lock();
        let ready: Vec<&Item> = check.plan.ready().collect();
        ready.into_iter().map(|item| updater.install(&lock, item, watch).unwrap()).collect()
    }

    /// Installs the only thing that is ready, and answers what came of it.
    pub(crate) fn install_one(&self, address: &str) -> Ended {
        let mut ended = self.install(address);
        assert_eq!(ended.len(), 1);
        ended.remove(0)
    }

    /// Installs the only thing that is ready; it must fail in a way, without anything being installed.
    pub(crate) fn refuses(&self, address: &str, kind: OutcomeKind) -> String {
        let ended = self.install_one(address);
        let sentence = ended.outcome.sentence.to_string();
        assert_eq!(ended.outcome.kind, kind, "{sentence}");
        assert_eq!(self.machine.requests(), [], "{sentence}");
        assert_eq!(ended.past.log, None);
        sentence
    }

    /// The files below the folders for downloads and packages, but not the notes on them.
    pub(crate) fn downloads(&self) -> Vec<PathBuf> {
        let folders = [self.state.downloads(), self.state.packages()];
        let folders = folders.iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten());
        let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
        let paths = files.map(|file| file.unwrap().path());
        paths.filter(|path| path.file_name().is_none_or(|name| name != client::packages::NOTE)).collect()
    }
}

/// The server at an address, with a sign-in and without a proxy.
pub(crate) fn server(address: &str) -> HttpServer {
    server_trusting(address, &Trust::System)
}

/// The server at an address, with a sign-in, without a proxy, and trusted as said.
pub(crate) fn server_trusting(address: &str, trust: &Trust) -> HttpServer {
    let Address::Web(site) = Address::parse(address).unwrap() else { panic!("{address} is no site") };
    let sign_in = SignIn::new(&site.catalog, USER, PASSWORD).unwrap();
    HttpServer::new(Web::new(&ProxyChoice::None, trust).unwrap(), site, Some(sign_in))
}

/// An installed version of whatever is asked for.
pub(crate) fn installed(version: &str) -> Installed {
    Installed {
        product_code: "{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}".parse().unwrap(),
        name: "Older".to_owned(),
        version: ProductVersion::parse(version).unwrap(),
        context: Context::Machine,
        package_name: None,
        platform: None,
    }
}

/// The path of an MSI file that the project's chores make.
pub(crate) fn fixture(name: &str) -> PathBuf {
    let folder = std::env::var_os("OXUPDATER_FIXTURES").map(PathBuf::from);
    let folder =
        folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fixtures"));
    let path = folder.join(name);
    assert!(
        path.is_file(),
        "{} is not there. Make the fixtures with `cargo xtask fixtures`.",
        path.display()
    );
    path
}

pub(crate) fn fixture_bytes(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// A fixture with so many bytes behind it that it does not come in one piece; Windows Installer takes such files.
pub(crate) fn large_bytes(name: &str) -> Vec<u8> {
    let mut bytes = fixture_bytes(name);
    bytes.resize(bytes.len() + 500_000, 0);
    bytes
}

/// The offer of a fixture at a URL.
pub(crate) fn offer(name: &str, url: &str) -> Product {
    offer_of_bytes(&fixture_bytes(name), url)
}

/// The offer of a package's bytes at a URL.
pub(crate) fn offer_of_bytes(bytes: &[u8], url: &str) -> Product {
    let metadata = msi::read(std::io::Cursor::new(bytes)).unwrap();
    let digests = digest::of(bytes, |_| ()).unwrap();
    listing::product(&metadata, &digests, url, Listing::default()).unwrap()
}

/// An update.xml.
pub(crate) fn update_xml(products: &[Product]) -> Vec<u8> {
    xml::write(products).into_bytes()
}
