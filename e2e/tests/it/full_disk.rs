//! Disks that become full, at the client and at the server: nothing half written counts, and with room it goes on.

use catalog::report::OutcomeKind;
use client::fake::FakeMachine;
use client::server::{Delivery, Server, ServerError};
use client::state::StateError;
use client::updater::CheckError;
use client::web::Trust;
use e2e::{Answer, Misbehaving, PASSWORD, Site};

use crate::killed_server::report;
use crate::shop::{PACKAGE, client_of, fixture_bytes, offer_at, selling};
use crate::small_disk::on_a_small_disk;
use crate::station::Station;

const NOTES: &str = "notes-2.0.0.msi";
const MEGABYTE: usize = 1024 * 1024;
/// How many reports are sent until one has no room.
const REPORTS_MAX: u64 = 500;

/// A fixture with so many bytes behind it; Windows Installer takes such files.
fn large(megabytes: usize) -> Vec<u8> {
    let mut bytes = fixture_bytes(NOTES);
    bytes.resize(megabytes * MEGABYTE, 0);
    bytes
}

#[test]
fn a_download_that_fills_the_disk_goes_on_when_there_is_room() {
    on_a_small_disk("full_disk::a_download_that_fills_the_disk_goes_on_when_there_is_room", "2m", |disk| {
        let bytes = large(4);
        let served = bytes.clone();
        let script =
            selling(&offer_at(&bytes, "package.msi"), move |asked| Answer::file(asked, &served, "\"a\""));
        let server = Misbehaving::plain(script);
        let (client, _) = client_of(&server, &Trust::System);
        // The machine does not know that its disk is small: it becomes full under way.
        let station = Station::at(disk.path(), "anna", FakeMachine::default());
        let ended = station.install_from(&client);
        let said = ended[0].outcome.sentence.to_string();
        assert_eq!(ended[0].outcome.kind, OutcomeKind::DownloadFailed, "{said}");
        assert!(said.contains("The disk is too full: 68 MB are needed"), "{said}");
        assert_eq!(station.installs(), 0);
        let [_, part] = station.downloads().try_into().unwrap();
        let left = std::fs::metadata(&part).unwrap().len();
        assert!(part.ends_with("package.part") && left > 0, "{part:?}");

        disk.resize("16m");
        let ended = station.install_from(&client);
        assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{}", ended[0].outcome.sentence);
        assert_eq!(server.asked(PACKAGE)[1].header("range"), Some(format!("bytes={left}-").as_str()));
    });
}

#[test]
fn a_check_on_a_full_disk_says_so_and_works_when_there_is_room() {
    on_a_small_disk("full_disk::a_check_on_a_full_disk_says_so_and_works_when_there_is_room", "1m", |disk| {
        let bytes = fixture_bytes(NOTES);
        let served = bytes.clone();
        let script = selling(&offer_at(&bytes, "package.msi"), move |_| Answer::ok(served.as_slice()));
        let catalog = move |asked: &e2e::Asked| script(asked).header("etag", "\"a\"");
        let server = Misbehaving::plain(catalog);
        let station = Station::at(disk.path(), "anna", FakeMachine::default());
        disk.fill();
        let error = station.check(server.address()).unwrap_err();
        assert!(matches!(error, CheckError::State(StateError::Unusable { .. })), "{error:?}");
        assert!(error.to_string().contains("No space left on device"), "{error}");
        disk.make_room();
        assert_eq!(station.check(server.address()).unwrap().ready().count(), 1);
    });
}

#[test]
fn a_package_that_the_servers_disk_cannot_hold_is_refused() {
    on_a_small_disk("full_disk::a_package_that_the_servers_disk_cannot_hold_is_refused", "12m", |disk| {
        let mut site = Site::with_data(&disk.path().join("data"));
        site.user("anna", &[]);
        site.start();
        site.publish("notes-1.0.0.msi", &[]);
        let file = site.path("large.msi");
        std::fs::write(&file, large(16)).unwrap();
        let file = file.to_string_lossy().into_owned();
        let refused = |site: &Site| {
            let said = site.try_verb(&["package", "add", &file]);
            assert_eq!(said.code, 3, "{said:?}");
            assert!(said.complaint.contains("The server’s disk is full. Nothing was changed."), "{said:?}");
            let left = std::fs::read_dir(site.data().join("incoming")).unwrap().count();
            assert_eq!(left, 0, "what came is cleared away");
        };
        let offered = |site: &Site| {
            let station = Station::new("anna", FakeMachine::default());
            let ended = station.install_all(site.address());
            assert_eq!(ended[0].outcome.kind, OutcomeKind::Installed, "{}", ended[0].outcome.sentence);
            ended[0].past.report.to_version.to_string()
        };
        refused(&site);
        assert_eq!(offered(&site), "1.0.0");
        // A verb that finds no server running does it itself.
        site.kill();
        refused(&site);
        site.start();
        assert_eq!(offered(&site), "1.0.0");

        disk.resize("64m");
        site.verb(&["package", "add", &file]);
        assert_eq!(offered(&site), "2.0.0");
    });
}

#[test]
fn a_report_that_the_servers_disk_cannot_hold_is_not_acknowledged() {
    let test = "full_disk::a_report_that_the_servers_disk_cannot_hold_is_not_acknowledged";
    on_a_small_disk(test, "12m", |disk| {
        let mut site = Site::with_data(&disk.path().join("data"));
        site.user("anna", &[]);
        site.publish("notes-1.0.0.msi", &[]);
        site.start();
        let station = Station::new("anna", FakeMachine::default());
        let server = station.server(site.address(), PASSWORD);
        let send = |number| server.report(&report(number));
        assert!(matches!(send(0), Ok(Delivery::Delivered)));
        disk.fill();
        let sent: Vec<bool> = (1..REPORTS_MAX)
            .map(|number| match send(number) {
                Ok(Delivery::Delivered) => true,
                Err(ServerError::Status { status: 507 }) => false,
                other => panic!("{other:?}"),
            })
            .take_while(|sent| *sent)
            .collect();
        let acknowledged = 1 + sent.len() as u64;
        assert!(acknowledged < REPORTS_MAX, "the disk never became full");
        // What only reads goes on.
        assert_eq!(station.check(site.address()).unwrap().ready().count(), 1);

        disk.make_room();
        assert!(matches!(send(acknowledged), Ok(Delivery::Delivered)), "with room it goes on");
        assert_eq!(site.reports().len() as u64, acknowledged + 1);
        site.kill();
        site.start();
        assert_eq!(site.reports().len() as u64, acknowledged + 1);
    });
}
