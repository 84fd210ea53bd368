//! A server that is killed at random moments: what it acknowledged is there, and nothing half.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use catalog::digest;
use catalog::report::{OutcomeKind, Report};
use client::fake::FakeMachine;
use client::server::{Delivery, Server};
use e2e::{PASSWORD, Site};
use serde_json::Value;
use uuid::Uuid;

use crate::random::Random;
use crate::shop::fixture_bytes;
use crate::station::Station;

const NOTES: &str = "notes-2.0.0.msi";
/// How long a server lives at most before it is killed.
const LIFE_TIME_MAX: Duration = Duration::from_millis(600);
/// The most reports of one user; the server keeps a thousand, and the oldest ones go.
const REPORTS_MAX: usize = 900;
/// How long a server may take to acknowledge the first report.
const FIRST_TIME_MAX: Duration = Duration::from_secs(60);

/// A report that is told from others by its number.
pub(crate) fn report(number: u64) -> Report {
    Report {
        id: Uuid::from_u128(u128::from(number) + 1),
        device: Uuid::from_u128(1),
        product: "Fixture Notes".to_owned(),
        upgrade_code: "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}".parse().unwrap(),
        platform: None,
        from_version: None,
        to_version: "2.0.0".parse().unwrap(),
        outcome: OutcomeKind::Installed,
        exit_code: Some(0),
        duration: number,
        ended_at: 1_700_000_000,
    }
}

/// What a server acknowledged so far.
#[derive(Default)]
struct Acknowledged {
    packages: Mutex<BTreeSet<String>>,
    reports: Mutex<BTreeSet<u64>>,
    /// The number of the next package or report.
    next: AtomicU64,
}

impl Acknowledged {
    fn next(&self) -> u64 {
        self.next.fetch_add(1, Ordering::SeqCst)
    }

    /// Publishes one package after the other until the server is dead.
    fn publish(&self, site: &Site, folder: &Path, dead: &AtomicBool) {
        while !dead.load(Ordering::SeqCst) {
            let number = self.next();
            let mut bytes = fixture_bytes(NOTES);
            // Another package each time, large enough to be killed in the middle.
            bytes.resize(bytes.len() + 300_000 + usize::try_from(number).unwrap(), 0);
            let file = folder.join(format!("{number}.msi"));
            std::fs::write(&file, &bytes).unwrap();
            let said = site.try_verb(&["package", "add", &file.to_string_lossy()]);
            if said.code == 0 {
                let digests = digest::of(bytes.as_slice(), |_| ()).unwrap();
                self.packages.lock().unwrap().insert(digests.sha256.to_string());
            }
        }
    }

    /// Sends one report after the other until the server is dead.
    fn send(&self, server: &dyn Server, dead: &AtomicBool, told: &mpsc::Sender<()>) {
        for _ in 0..REPORTS_MAX {
            if dead.load(Ordering::SeqCst) {
                break;
            }
            let number = self.next();
            if matches!(server.report(&report(number)), Ok(Delivery::Delivered)) {
                self.reports.lock().unwrap().insert(number);
                // Nobody may wait for it any more.
                let _ = told.send(());
            }
        }
    }
}

/// Kills a server so often, and looks each time what is there at the next start.
fn kill_again_and_again(rounds: usize) {
    let mut random = Random::new();
    let mut site = Site::new();
    site.user("anna", &[]);
    site.publish("notes-1.0.0.msi", &[]);
    let packages = site.path("made");
    std::fs::create_dir(&packages).unwrap();
    let acknowledged = Acknowledged::default();
    for round in 0..rounds {
        let user = format!("user-{round}");
        site.user(&user, &[]);
        site.start();
        let (tell, told) = mpsc::channel();
        let dead = AtomicBool::new(false);
        let station = Station::new(&user, FakeMachine::default());
        let server = station.server(site.address(), PASSWORD);
        thread::scope(|scope| {
            let reporter = scope.spawn(|| acknowledged.send(&server, &dead, &tell));
            let publisher = scope.spawn(|| acknowledged.publish(&site, &packages, &dead));
            // Every other server lives until it has acknowledged something, however slow the machine is.
            let has_acknowledged = round % 2 == 1 || told.recv_timeout(FIRST_TIME_MAX).is_ok();
            wait(random.time_below(LIFE_TIME_MAX));
            site.kill_now();
            dead.store(true, Ordering::SeqCst);
            reporter.join().unwrap();
            publisher.join().unwrap();
            assert!(has_acknowledged, "the server acknowledged nothing in {FIRST_TIME_MAX:?}");
        });
        site.kill();
        site.start();
        look(&site, &acknowledged);
        site.kill();
    }
}

/// Lets a time go by that nothing but the moment of a kill hangs on.
fn wait(time: Duration) {
    let (_never_told, never) = mpsc::channel::<()>();
    let _ = never.recv_timeout(time);
}

/// Everything that was acknowledged is there, and whole, and so is everything else that is there.
fn look(site: &Site, acknowledged: &Acknowledged) {
    let listed: Value = serde_json::from_str(&site.verb(&["package", "list", "--json"])).unwrap();
    let listed = listed.as_array().cloned().unwrap_or_default();
    let digests: BTreeSet<String> =
        listed.iter().map(|line| line["sha256"].as_str().unwrap().to_owned()).collect();
    let promised = acknowledged.packages.lock().unwrap();
    assert!(promised.is_subset(&digests), "acknowledged and not there: {:?}", promised.difference(&digests));
    let stored = stored(&site.data().join("packages"));
    assert_eq!(stored.len(), digests.len(), "one file for each package that is listed");
    for file in stored {
        let found = digest::of(std::fs::File::open(&file).unwrap(), |_| ()).unwrap().sha256.to_string();
        assert!(digests.contains(&found), "{} is half or unknown", file.display());
    }
    assert_eq!(std::fs::read_dir(site.data().join("incoming")).unwrap().count(), 0);

    let known: BTreeSet<u64> =
        site.reports().iter().filter_map(|report| report["duration"].as_u64()).collect();
    let promised = acknowledged.reports.lock().unwrap();
    assert!(promised.is_subset(&known), "acknowledged and not there: {:?}", promised.difference(&known));

    let ended = Station::new("anna", FakeMachine::default()).install_all(site.address());
    assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{}", ended[0].outcome.sentence);
}

/// The files of packages.
fn stored(folder: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap());
    files.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_server_that_is_killed_loses_nothing_that_it_acknowledged() {
    kill_again_and_again(5);
}

#[test]
#[ignore = "slow: a part of the full check"]
fn a_server_that_is_killed_often_loses_nothing_that_it_acknowledged() {
    kill_again_and_again(60);
}
