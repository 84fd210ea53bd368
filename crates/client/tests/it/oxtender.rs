//! What is there before the installer of the OXtender runs, and what comes of it if it cannot be there.

use catalog::report::OutcomeKind;
use catalog::{InstallParams, Product};
use client::fake::FakeMachine;
use client::updater::Progress;
use tempfile::TempDir;

use crate::engine::{offer_of, site};
use crate::pc::Pc;

const PACKAGE: &str = "notes-2.0.0.msi";

/// An offer that tells its installer of an account.
fn with_account(params: &str) -> Product {
    Product { install_params: InstallParams::parse(params).unwrap(), ..offer_of(PACKAGE) }
}

#[test]
fn the_folder_of_an_account_is_there_before_its_installer_runs() {
    let check = |params: &str, expected: bool| {
        let roaming_data = TempDir::new().unwrap();
        let folder = roaming_data.path().join("Open-Xchange");
        let pc = Pc::new(FakeMachine::default().with_roaming_data(roaming_data.path()));
        let mut was_there = None;
        let web = site(&with_account(params), PACKAGE);
        let ended = pc.install_watching(&web.address(), &mut |progress| {
            if matches!(progress, Progress::Installing(_)) {
                was_there.get_or_insert(folder.is_dir());
            }
            client::machine::Proceed::GoOn
        });
        assert_eq!((ended[0].outcome.kind, was_there), (OutcomeKind::Installed, Some(expected)), "{params}");
    };
    check("/passive OXURL=\"https://ox.example\" OXACCOUNTNAME=\"anna\"", true);
    check("/passive", false);
}

#[test]
fn where_the_folder_cannot_be_made_nothing_is_installed() {
    let roaming_data = TempDir::new().unwrap();
    std::fs::write(roaming_data.path().join("Open-Xchange"), "in the way").unwrap();
    let pc = Pc::new(FakeMachine::default().with_roaming_data(roaming_data.path()));
    let web = site(&with_account("OXPROFILENAME=\"OXtender\""), PACKAGE);
    let said = pc.refuses(&web.address(), OutcomeKind::Failed);
    assert!(said.starts_with("Fixture Notes 2.0.0 was not installed. The folder “"), "{said}");
    assert!(said.contains("could not be made or written to. Make sure that your profile is there"), "{said}");
}
