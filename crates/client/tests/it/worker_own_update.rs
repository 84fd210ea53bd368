//! The worker hands OX Updater's own update over: from then on nothing keeps the program from ending, least of all a server.
//!
//! A program that only sets the caretaker's mark stands in for the caretaker; `self_update.rs` and the Windows tests know the real one.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use catalog::{InstallParams, Product};
use client::desk::News;
use client::desk::Work;
use client::fake::FakeMachine;
use client::self_update::{self, Record};

use crate::engine::offer_of;
use crate::pc::{fixture_bytes, installed, offer, update_xml};
use crate::web::{Answer, Asked, Web};
use crate::workshop::{Workshop, outcomes};

const OWN: &str = "own-2.0.0.msi";
const OTHER: &str = "notes-2.0.0.msi";

/// Holds the mark until the program has ended that started it, as a caretaker does.
const CARETAKER: &str = "#!/bin/sh\nexec flock --exclusive \"$3/caretaker.lock\" cat\n";

#[test]
fn what_is_handed_over_is_told_before_any_server_is_asked_again() {
    let own = Product { install_params: InstallParams::parse("/qn").unwrap(), ..offer_of(OWN) };
    let offers = [own.clone(), offer(OTHER, "files/notes.msi")];
    let (xml, packages) = (update_xml(&offers), [fixture_bytes(OWN), fixture_bytes(OTHER)]);
    let web = Web::start(move |asked: &Asked| match asked.path.as_str() {
        "/ajax/updater/update.xml" => Answer::file(asked, &xml, "\"catalog\""),
        "/ajax/updater/files/package.msi" => Answer::file(asked, &packages[0], "\"own\""),
        "/ajax/updater/files/notes.msi" => Answer::file(asked, &packages[1], "\"notes\""),
        _ => Answer::status(204),
    });
    let machine = FakeMachine::default().with(own.upgrade_code, installed("1.0.0"));
    let mut workshop = Workshop::new(machine, &web.address());
    let folder = workshop.folder.path().join("program");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("oxupdate"), CARETAKER).unwrap();
    fs::set_permissions(folder.join("oxupdate"), fs::Permissions::from_mode(0o755)).unwrap();
    workshop.program = folder.join("OXUpdater");
    workshop.start();
    let ready = workshop.ready();
    assert_eq!(ready.len(), 2);
    let before = web.asked().len();
    workshop.order(Work::Install(ready));
    let told = workshop.until(|news| matches!(news, News::HandedOver));
    assert_eq!(outcomes(&told), ["Fixture Notes 2.0.0 is installed."]);
    let asked: Vec<String> = web.asked().into_iter().skip(before).map(|asked| asked.path).collect();
    let expected = ["update.xml", "files/notes.msi", "files/package.msi"];
    assert_eq!(asked, expected.map(|path| format!("/ajax/updater/{path}")));
    let state = workshop.state();
    assert!(self_update::is_under_way(&state) && Record::read(&state).is_some());
    // What came of the other update waits for the program that is started next.
    assert_eq!(fs::read_dir(state.reports()).unwrap().count(), 1);
}
