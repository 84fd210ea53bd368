//! An update.xml that `oxcatalog` made, from a file share and from a plain web server: no sign-in, no reports.

use std::path::Path;

use e2e::{Pc, WebFolder, fixture, oxcatalog, product, windows_path};

use crate::alone;

const NOTES: &str = "Fixture Notes";

/// Puts a fixture and an update.xml that names it by its bare name into a folder.
fn offer(folder: &Path, name: &str) {
    let package = folder.join(name);
    std::fs::copy(fixture(name), &package).unwrap();
    let catalog = folder.join("update.xml");
    oxcatalog(&["add", "--catalog", &catalog.to_string_lossy(), &package.to_string_lossy(), "--url", name]);
}

/// Installs what the address offers, and later the next version.
fn first_install_then_update(folder: &Path, address: &str) {
    offer(folder, "notes-1.0.0.msi");
    let pc = Pc::without_sign_in(address);
    pc.uninstall(NOTES);
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    offer(folder, "notes-2.0.0.msi");
    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, product(&plan, NOTES)["state"].as_str()), (10, Some("older")), "{plan}");
    let (code, answer) = pc.json(&["install", "--all"]);
    assert_eq!(code, 0, "{answer}");
    let (code, plan) = pc.json(&["check"]);
    assert_eq!((code, product(&plan, NOTES)["installed"].as_str()), (0, Some("2.0.0")), "{plan}");
    let (_, status) = pc.json(&["status"]);
    assert_eq!(status["reports"]["waiting"].as_u64(), Some(0), "{status}");
    pc.uninstall(NOTES);
}

#[test]
fn a_file_share_is_enough() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    first_install_then_update(folder.path(), &windows_path(&folder.path().join("update.xml")));
}

#[test]
fn a_plain_web_server_is_enough() {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let server = WebFolder::serve(folder.path());
    first_install_then_update(folder.path(), &server.address("update.xml"));
}
