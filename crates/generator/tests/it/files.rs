//! How update.xml is replaced: whole or not at all, by one at a time, with its permissions, behind links.

use std::fs::{self, File};
use std::io::Write as _;
use std::process::Stdio;
use std::thread;

use catalog::xml;

use crate::program::{CATALOG, Desk, fixture};

#[test]
fn many_at_once_lose_no_entry() {
    let names = [
        "notes-1.0.0.msi",
        "notes-1.0.0-x86.msi",
        "failing-1.0.0.msi",
        "restart-1.0.0.msi",
        "user-1.0.0.msi",
        "umlauts-1.0.0.msi",
        "japanese.msi",
        "fourth-field-1.0.0.1.msi",
    ];
    let desk = Desk::new();
    thread::scope(|scope| {
        for name in names {
            let desk = &desk;
            scope.spawn(move || assert_eq!(desk.add(name, &[]).exit, 0));
        }
    });
    assert_eq!(xml::read(&desk.bytes(CATALOG)).unwrap().products.len(), names.len());
    assert_eq!(desk.names(), [CATALOG, "update.xml.bak"]);
}

#[test]
fn who_finds_it_locked_waits_and_says_so() {
    let desk = Desk::with_catalog("<Products/>");
    let lock = File::create(desk.path("update.xml.lock")).unwrap();
    lock.lock().unwrap();
    let file = fixture("notes-1.0.0.msi");
    let arguments = ["add", "--catalog", CATALOG, file.to_str().unwrap(), "--url", "notes.msi"];
    let mut waiting = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Its first words come when it has found the lock.
    let mut said = vec![0; "Another".len()];
    std::io::Read::read_exact(waiting.stderr.as_mut().unwrap(), &mut said).unwrap();
    assert_eq!(desk.catalog(), "<Products/>");
    // As the program itself does: removed, then unlocked.
    fs::remove_file(desk.path("update.xml.lock")).unwrap();
    drop(lock);
    let output = waiting.wait_with_output().unwrap();
    assert!(output.status.success());
    let rest = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (said.as_slice(), rest.as_str()),
        (&b"Another"[..], " oxcatalog is changing update.xml. Waiting for it.\n")
    );
    assert!(desk.catalog().contains("notes.msi"));
    assert_eq!(desk.names(), [CATALOG, "update.xml.bak"]);
}

#[test]
fn who_waits_for_many_says_so_once() {
    let desk = Desk::with_catalog("<Products/>");
    let path = desk.path("update.xml.lock");
    // Each lock file takes the place of the one before in one step: without it, the waiting program could make its own.
    let lock = || {
        let next = desk.path("next.lock");
        let file = File::create(&next).unwrap();
        file.lock().unwrap();
        fs::rename(&next, &path).unwrap();
        file
    };
    let mut held = lock();
    let file = fixture("notes-1.0.0.msi");
    let arguments = ["add", "--catalog", CATALOG, file.to_str().unwrap(), "--url", "notes.msi"];
    let mut waiting = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = [0];
    std::io::Read::read_exact(waiting.stderr.as_mut().unwrap(), &mut said).unwrap();
    // Each finishes when the next one has its own lock already.
    for _ in 0..100 {
        let next = lock();
        drop(std::mem::replace(&mut held, next));
        thread::yield_now();
    }
    fs::remove_file(&path).unwrap();
    drop(held);
    let output = waiting.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap().matches("Waiting").count(), 1);
}

#[test]
fn a_lock_file_that_was_left_behind_stops_nobody() {
    let desk = Desk::new();
    desk.write("update.xml.lock", "");
    assert_eq!(desk.add("notes-1.0.0.msi", &[]).exit, 0);
    assert_eq!(desk.names(), [CATALOG]);
}

#[test]
fn the_catalog_may_be_anywhere_and_bear_any_name() {
    let desk = Desk::new();
    fs::create_dir(desk.path("für alle")).unwrap();
    let file = fixture("notes-1.0.0.msi");
    for catalog in ["für alle/Käse & mehr.xml", "./für alle/../other.xml"] {
        let output =
            desk.succeed(&["add", "--catalog", catalog, file.to_str().unwrap(), "--url", "notes.msi"]);
        assert_eq!(output, format!("Fixture Notes 1.0.0 was added to {catalog}.\n"));
        assert_eq!(xml::read(&desk.bytes(catalog)).unwrap().products.len(), 1);
        desk.succeed(&["remove", "--catalog", catalog, "Fixture Notes"]);
    }
}

#[test]
fn what_is_no_file_is_not_replaced() {
    let desk = Desk::new();
    fs::create_dir(desk.path(CATALOG)).unwrap();
    let ran = desk.add("notes-1.0.0.msi", &[]);
    assert_eq!((ran.exit, ran.errors.as_str()), (1, "update.xml: This is not a file.\n"));
    let file = fixture("notes-1.0.0.msi");
    let ran = desk.run(&["add", "--catalog", "no/update.xml", file.to_str().unwrap(), "--url", "notes.msi"]);
    assert_eq!(ran.exit, 3);
    assert!(ran.errors.starts_with("no/update.xml could not be written"), "{ran:?}");
    assert_eq!(desk.names(), [CATALOG]);
}

#[cfg(unix)]
#[test]
fn a_folder_is_no_file_to_read() {
    let desk = Desk::new();
    fs::create_dir(desk.path(CATALOG)).unwrap();
    for arguments in [["check", CATALOG], ["list", CATALOG], ["show", CATALOG]] {
        let ran = desk.run(&arguments);
        assert_eq!((ran.exit, ran.errors.as_str()), (3, "update.xml: This is not a file.\n"));
    }
}

#[test]
fn a_catalog_that_is_too_large_is_not_read_whole() {
    let desk = Desk::new();
    let mut file = File::create(desk.path(CATALOG)).unwrap();
    file.write_all(b"<Products/>").unwrap();
    file.set_len(1 << 40).unwrap();
    let ran = desk.run(&["list", CATALOG]);
    assert_eq!((ran.exit, ran.errors.as_str()), (1, "update.xml: It is larger than 128 MB.\n"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::path::Path;

    use super::{CATALOG, Desk, fs};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_stay_and_a_new_file_has_the_usual_ones() {
        let desk = Desk::new();
        desk.write("usual", "");
        desk.add("notes-1.0.0.msi", &[]);
        assert_eq!(mode(&desk.path(CATALOG)), mode(&desk.path("usual")));
        for permissions in [0o640, 0o604] {
            fs::set_permissions(desk.path(CATALOG), fs::Permissions::from_mode(permissions)).unwrap();
            desk.add("notes-1.0.0.msi", &["--description", &permissions.to_string()]);
            assert_eq!(mode(&desk.path(CATALOG)), permissions);
            assert_eq!(mode(&desk.path("update.xml.bak")), permissions);
        }
    }

    #[test]
    fn a_file_that_is_read_only_is_left_alone() {
        let desk = Desk::with_catalog("<Products/>");
        fs::set_permissions(desk.path(CATALOG), fs::Permissions::from_mode(0o444)).unwrap();
        let ran = desk.add("notes-1.0.0.msi", &[]);
        assert_eq!(ran.exit, 1);
        assert!(ran.errors.starts_with("update.xml: It is marked as read-only"), "{ran:?}");
        assert_eq!((desk.catalog().as_str(), desk.names()), ("<Products/>", vec![CATALOG.to_owned()]));
    }

    #[test]
    fn a_link_stays_and_its_file_is_replaced() {
        let desk = Desk::new();
        fs::create_dir(desk.path("real")).unwrap();
        desk.write("real/catalog.xml", "<Products/>");
        symlink("real/catalog.xml", desk.path(CATALOG)).unwrap();
        let ran = desk.add("notes-1.0.0.msi", &[]);
        assert_eq!(ran.output, "Fixture Notes 1.0.0 was added to update.xml.\n");
        assert!(fs::symlink_metadata(desk.path(CATALOG)).unwrap().is_symlink());
        assert!(desk.catalog().contains("Fixture Notes"));
        assert_eq!(desk.bytes("real/catalog.xml.bak"), b"<Products/>");
        assert_eq!(desk.names(), ["real", CATALOG]);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_named() {
        let desk = Desk::new();
        symlink("gone.xml", desk.path(CATALOG)).unwrap();
        let ran = desk.add("notes-1.0.0.msi", &[]);
        assert_eq!(ran.exit, 1);
        assert!(
            ran.errors.starts_with("update.xml: This is a link to a file that does not exist."),
            "{ran:?}"
        );
    }

    #[test]
    fn a_full_disk_behind_the_output_is_said() {
        let desk = Desk::with_catalog("<Products/>");
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let ran = desk.command(&["check", CATALOG]).stdout(full).output().unwrap();
        assert_eq!(ran.status.code(), Some(3));
        assert!(String::from_utf8(ran.stderr).unwrap().starts_with("The result could not be written"));
    }
}
