//! A client that is killed at random moments: it goes on where it was, verifies anew, and installs nothing half.
//!
//! The client is the engine in a process of its own, which tells each step and waits until it may go on: so it is killed in the
//! very middle of what the random number says.

use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use catalog::digest;
use client::fake::FakeMachine;
use client::machine::Proceed;
use client::updater::Progress;
use e2e::{PASSWORD, Site};
use tempfile::TempDir;

use crate::random::Random;
use crate::shop::fixture_bytes;
use crate::station::Station;

/// Says to the test that it is the client: the address of its server, a blank, and its folder.
const ROLE: &str = "OXUPDATER_KILLED_CLIENT";
/// What stands before each step that the client tells.
const MARK: &str = "@ ";
/// How many bytes are behind the fixture: so many that it comes in some pieces.
const BEHIND: usize = 800_000;

/// A step that the client tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// So many bytes are on disk.
    Downloading(u64),
    Verifying,
    Installing,
    /// It is installed.
    Ended,
}

/// What the client does in its process.
fn be_the_client(role: &str) {
    let (address, folder) = role.split_once(' ').unwrap();
    let station = Station::at(Path::new(folder), "anna", FakeMachine::default());
    let server = station.server(address, PASSWORD);
    let tell = |step: &str| {
        println!("\n{MARK}{step}");
        std::io::stdin().read_line(&mut String::new()).unwrap();
    };
    let ended = station.install_watching(&server, &mut |progress| {
        match progress {
            Progress::Downloading(transfer) => tell(&format!("downloading {}", transfer.done)),
            Progress::Verifying(_) => tell("verifying"),
            Progress::Installing(_) | Progress::TakesLong => tell("installing"),
            Progress::Waiting | Progress::ProgramsOpen => {}
        }
        Proceed::GoOn
    });
    assert!(ended[0].outcome.kind.is_success(), "{}", ended[0].outcome.sentence);
    assert_eq!(station.send_reports(address), 0);
    tell("ended");
}

/// A client in a process of its own.
struct Client {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Client {
    fn start(test: &str, address: &str, folder: &Path) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture", "--include-ignored"])
            .env(ROLE, format!("{address} {}", folder.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines }
    }

    /// The next step; the client waits behind it.
    fn next(&mut self) -> Step {
        let told = self
            .lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix(MARK).map(str::to_owned));
        match told.as_deref().map(|told| told.split_once(' ').unwrap_or((told, ""))) {
            Some(("downloading", done)) => Step::Downloading(done.parse().unwrap()),
            Some(("verifying", _)) => Step::Verifying,
            Some(("installing", _)) => Step::Installing,
            Some(("ended", _)) => Step::Ended,
            other => panic!("the client ended by itself, after {other:?}"),
        }
    }

    fn go_on(&mut self) {
        self.process.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    }

    /// Kills it: it has no chance to say or write anything more.
    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// Kills a client so often, on its way through so many updates.
fn kill_again_and_again(test: &str, kills: usize) {
    if let Ok(role) = std::env::var(ROLE) {
        return be_the_client(&role);
    }
    let mut random = Random::new();
    let mut bytes = fixture_bytes("notes-2.0.0.msi");
    bytes.resize(bytes.len() + BEHIND, 0);
    let sha256 = digest::of(bytes.as_slice(), |_| ()).unwrap().sha256;
    let mut site = Site::new();
    let file = site.path("package.msi");
    std::fs::write(&file, &bytes).unwrap();
    site.user("anna", &[]);
    site.verb(&["package", "add", &file.to_string_lossy()]);
    site.start();

    let mut folder = TempDir::new().unwrap();
    let mut before = None;
    for _ in 0..kills {
        let mut client = Client::start(test, site.address(), folder.path());
        let mut step = client.next();
        goes_on(before, step, bytes.len() as u64);
        for _ in 0..random.below(40) {
            if step == Step::Installing {
                let found = digest::of(std::fs::File::open(package(folder.path())).unwrap(), |_| ()).unwrap();
                assert_eq!(found.sha256, sha256, "only what was verified is installed");
            }
            if step == Step::Ended {
                break;
            }
            client.go_on();
            step = client.next();
        }
        client.kill();
        before = Some(step);
        if step == Step::Ended {
            (folder, before) = (TempDir::new().unwrap(), None);
        }
    }
    // In the end it is left in peace.
    let mut client = Client::start(test, site.address(), folder.path());
    let reports = site.reports().len();
    while client.next() != Step::Ended {
        client.go_on();
    }
    assert!(site.reports().len() > reports);
    client.kill();
}

/// A client goes on behind the step at which the one before it was killed.
fn goes_on(before: Option<Step>, first: Step, size: u64) {
    match (before, first) {
        (None, Step::Downloading(_)) => {}
        (Some(Step::Downloading(done)), Step::Downloading(next)) => {
            // A part that was all there, and not yet known to be, is fetched anew.
            assert!(next > done || done == size, "{done} bytes were there, and it began anew with {next}");
        }
        // What was downloaded is not fetched again, and verified again.
        (Some(Step::Verifying | Step::Installing), Step::Verifying) => {}
        other => panic!("{other:?}"),
    }
}

/// The package in a client's folder.
fn package(folder: &Path) -> PathBuf {
    let folders = std::fs::read_dir(folder.join("packages")).unwrap();
    let mut files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    let found = files.find_map(|file| {
        let path = file.unwrap().path();
        path.extension().is_some_and(|extension| extension == "msi").then_some(path)
    });
    found.unwrap()
}

#[test]
fn a_client_that_is_killed_goes_on_where_it_was() {
    kill_again_and_again("killed_client::a_client_that_is_killed_goes_on_where_it_was", 12);
}

#[test]
#[ignore = "slow: a part of the full check"]
fn a_client_that_is_killed_often_goes_on_where_it_was() {
    kill_again_and_again("killed_client::a_client_that_is_killed_often_goes_on_where_it_was", 300);
}
