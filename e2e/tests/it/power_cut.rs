//! What is left when the server goes away without a word.

use client::fake::FakeMachine;
use client::server::ServerError;
use client::updater::CheckError;
use e2e::Site;

use crate::station::Station;

#[test]
fn what_was_acknowledged_is_there_after_a_power_cut() {
    let mut site = Site::new();
    site.start();
    site.user("anna", &["notes"]);
    site.publish("notes-1.0.0.msi", &["--require", "notes"]);
    let pc = Station::new("anna", FakeMachine::default());
    assert_eq!(pc.install_all(site.address()).len(), 1);
    assert_eq!(pc.send_reports(site.address()), 0);
    site.publish("notes-2.0.0.msi", &["--require", "notes"]);
    site.kill();

    site.start();
    let plan = pc.check(site.address()).unwrap();
    assert_eq!(plan.ready().count(), 1);
    assert_eq!(site.reports().len(), 1);
}

#[test]
fn a_report_waits_for_a_server_that_is_away() {
    let mut site = Site::new();
    site.user("anna", &[]);
    site.publish("notes-1.0.0.msi", &[]);
    site.start();
    let pc = Station::new("anna", FakeMachine::default());
    pc.install_all(site.address());
    let address = site.address().to_owned();
    site.kill();
    assert_eq!(pc.send_reports(&address), 1);

    site.start();
    assert_eq!(pc.send_reports(site.address()), 0);
    assert_eq!(site.reports().len(), 1);
}

#[test]
fn a_server_that_is_away_is_said_to_be_away() {
    let mut site = Site::new();
    site.user("anna", &[]);
    site.start();
    let address = site.address().to_owned();
    site.kill();
    let pc = Station::new("anna", FakeMachine::default());
    let error = pc.check(&address).err();
    assert!(matches!(error, Some(CheckError::Server(ServerError::Unreachable { .. }))), "{error:?}");
}
