//! Backups and what becomes of them: whole, verified before anything is in place, and made before the database is changed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sqlx::ConnectOptions as _;
use tar::{Archive, Builder, EntryType, Header};

use crate::fixtures::fixture;
use crate::http::{get, offered, package_path, products};
use crate::place::{Place, files_below};

/// A place with a user, a group, packages and settings.
fn furnished() -> Place {
    let place = Place::new();
    place.add_user("anna");
    place.done(&["permission", "grant", "anna", "olox20"]);
    place.publish("notes-1.0.0.msi", &["--require", "olox20"]);
    place.publish("notes-2.0.0.msi", &[]);
    fs::write(place.data().join("oxupdated.toml"), "session_idle_max = 42\n").unwrap();
    place
}

fn back_up(place: &Place) -> String {
    let file = place.write("unused", "").replace("unused", "backup.tar");
    let _ = fs::remove_file(&file);
    let said = place.done(&["backup", &file]);
    assert!(said.contains(&file), "{said}");
    file
}

fn paths(archive: &str) -> Vec<String> {
    let mut archive = Archive::new(fs::File::open(archive).unwrap());
    let entries =
        archive.entries().unwrap().map(|entry| entry.unwrap().path().unwrap().display().to_string());
    entries.collect()
}

#[test]
fn what_was_backed_up_while_the_server_ran_comes_back() {
    let place = furnished();
    let server = place.serve();
    let backup = back_up(&place);
    assert_eq!(fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
    let paths = paths(&backup);
    assert_eq!(paths[..3], ["manifest.json", "oxupdated.sqlite", "oxupdated.toml"]);
    assert_eq!(paths.len(), 5, "{paths:?}");
    assert!(files_below(&place.data().join("incoming")).is_empty(), "nothing is left behind");
    // What comes later is not in it.
    place.add_user("ben");
    server.stop();

    let other = Place::new();
    let said = other.done(&["restore", "--verify-only", &backup]);
    assert!(said.contains("whole backup") && !other.data().exists(), "{said}");
    let said = other.done(&["restore", &backup]);
    assert!(said.contains("is as it was"), "{said}");
    let users = other.list("user");
    assert_eq!(users.len(), 1, "{users:?}");
    let audit = other.list("audit");
    assert_eq!(audit[0]["action"], "backup.make", "the backup tells of itself");
    assert_eq!(fs::read_to_string(other.data().join("oxupdated.toml")).unwrap(), "session_idle_max = 42\n");
    for file in files_below(&other.data()) {
        let about = fs::metadata(other.data().join(&file)).unwrap();
        assert_eq!(about.permissions().mode() & 0o077, 0, "{file} is open to others");
    }
    let server = other.serve();
    assert_eq!(offered(&server, "anna"), ["Fixture Notes 2.0.0"]);
    let path = package_path(&products(&server, "anna")[0]);
    assert!(get(&path).user("anna").send(&server).body == fs::read(fixture("notes-2.0.0.msi")).unwrap());
}

#[test]
fn a_backup_is_made_without_a_server_and_to_standard_output_too() {
    let place = furnished();
    let archive = back_up(&place);
    assert_eq!(paths(&archive).len(), 5);
    for runs in [false, true] {
        let server = runs.then(|| place.serve());
        let file = fs::File::create(place.data().with_file_name("streamed.tar")).unwrap();
        let status = place.command().args(["backup", "-"]).stdout(file).status().unwrap();
        assert!(status.success());
        let streamed = place.data().with_file_name("streamed.tar");
        place.done(&["restore", "--verify-only", streamed.to_str().unwrap()]);
        drop(server);
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_half_done_is_left() {
    let place = furnished();
    let there = place.write("there.tar", "mine");
    let said = place.run(&["backup", &there]);
    assert_eq!((said.code, said.error.contains("is not overwritten")), (3, true), "{said:?}");
    assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
    let said = place.run(&["backup", "/no/such/folder/backup.tar"]);
    assert_eq!((said.code, said.error.contains("cannot be written")), (3, true), "{said:?}");
    // A package that is damaged ends the backup; one that is missing is named, and the rest is kept.
    let packages = files_below(&place.data().join("packages"));
    let damaged = place.data().join("packages").join(&packages[0]);
    let whole = fs::read(&damaged).unwrap();
    let mut bytes = whole.clone();
    bytes[1_000] ^= 1;
    fs::write(&damaged, &bytes).unwrap();
    let folder = place.data().parent().unwrap().to_owned();
    let before = fs::read_dir(&folder).unwrap().count();
    for runs in [false, true] {
        let server = runs.then(|| place.serve());
        let said = place.run(&["backup", folder.join("new.tar").to_str().unwrap()]);
        assert_eq!((said.code, said.error.contains("no longer what was published")), (3, true), "{said:?}");
        assert!(!folder.join("new.tar").exists());
        let now = fs::read_dir(&folder).unwrap().count();
        assert!(now <= before + usize::from(runs), "something is left");
        drop(server);
    }
    fs::remove_file(&damaged).unwrap();
    let said = place.run(&["backup", folder.join("new.tar").to_str().unwrap()]);
    assert_eq!((said.code, said.error.contains(&packages[0])), (0, true), "{said:?}");
    let other = Place::new();
    let said = other.run(&["restore", folder.join("new.tar").to_str().unwrap()]);
    assert_eq!((said.code, said.error.contains(&packages[0])), (0, true), "{said:?}");
}

#[test]
fn private_keys_stay_unless_they_are_asked_for() {
    let place = furnished();
    let key = place.write("key.pem", "a secret that a backup has no business with");
    let certificate = place.write("certificate.pem", "a certificate");
    let settings = format!("tls_certificate = '{certificate}'\ntls_key = '{key}'\n");
    fs::write(place.data().join("oxupdated.toml"), settings).unwrap();
    let archive = back_up(&place);
    let bytes = fs::read(&archive).unwrap();
    assert!(!bytes.windows(8).any(|eight| eight == b"a secret"));
    fs::remove_file(&archive).unwrap();
    place.done(&["backup", "--with-private-keys", &archive]);
    assert!(paths(&archive).contains(&"tls/key.pem".to_owned()));
    let other = Place::new();
    let said = other.done(&["restore", &archive]);
    for file in ["tls/certificate.pem", "tls/key.pem"] {
        let path = other.data().join(file);
        assert!(said.contains(path.to_str().unwrap()), "where the settings have to lead: {said}");
    }
    let restored = fs::metadata(other.data().join("tls/key.pem")).unwrap();
    assert_eq!(restored.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_backup_is_restored_only_to_a_place_where_nothing_is() {
    let place = furnished();
    let archive = back_up(&place);
    let said = place.run(&["restore", &archive]);
    assert_eq!((said.code, said.error.contains("is not empty")), (3, true), "{said:?}");
    let other = Place::new();
    let _server = other.serve();
    let said = other.run(&["restore", &archive]);
    assert_eq!((said.code, said.error.contains("PID")), (3, true), "{said:?}");
    let vacant = Place::new();
    fs::create_dir(vacant.data()).unwrap();
    vacant.done(&["restore", &archive]);
    assert_eq!(vacant.list("user").len(), 1);
}

/// Writes an archive with each entry of another one changed, or left out.
fn changed(archive: &str, to: &Path, change: impl Fn(&str, Vec<u8>) -> Option<(String, Vec<u8>)>) {
    let mut from = Archive::new(fs::File::open(archive).unwrap());
    let mut into = Builder::new(fs::File::create(to).unwrap());
    for entry in from.entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().display().to_string();
        let mut bytes = Vec::new();
        std::io::copy(&mut entry, &mut bytes).unwrap();
        if let Some((path, bytes)) = change(&path, bytes) {
            append(&mut into, &path, EntryType::Regular, &bytes);
        }
    }
    into.finish().unwrap();
}

fn append(into: &mut Builder<fs::File>, path: &str, kind: EntryType, bytes: &[u8]) {
    let mut header = Header::new_ustar();
    // As it is: the library itself would refuse a path that leads out.
    header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
    header.set_entry_type(kind);
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    into.append(&header, bytes).unwrap();
}

#[test]
fn nothing_of_a_backup_that_is_wrong_anywhere_is_put_in_place() {
    let place = furnished();
    let archive = back_up(&place);
    let target = Place::new();
    let wrong = place.data().with_file_name("wrong.tar");
    let check = |what: &str, part: &str| {
        for verify in [&["--verify-only"][..], &[]] {
            let said = target.run(&[&["restore", wrong.to_str().unwrap()], verify].concat());
            assert_eq!(said.code, 3, "{what}: {said:?}");
            assert!(said.error.contains(part), "{what}: {said:?}");
        }
        let left = if target.data().exists() { files_below(&target.data()) } else { Vec::new() };
        assert!(left.is_empty() || left == ["oxupdated.lock"], "{what}: {left:?}");
    };
    let same = |path: &str, bytes: Vec<u8>| Some((path.to_owned(), bytes));
    changed(&archive, &wrong, |path, mut bytes| {
        if path.starts_with("packages/") {
            bytes[7] ^= 1;
        }
        same(path, bytes)
    });
    check("a package with another byte", "damaged");
    changed(&archive, &wrong, |path, bytes| (path != "oxupdated.toml").then(|| same(path, bytes))?);
    check("a file left out", "no backup holds there");
    changed(&archive, &wrong, |path, bytes| {
        let path = if path == "oxupdated.toml" { "../../outside.toml" } else { path };
        same(path, bytes)
    });
    check("a path that leads out", "no backup holds there");
    assert!(!target.data().with_file_name("outside.toml").exists());
    changed(&archive, &wrong, |path, bytes| {
        let text = String::from_utf8_lossy(&bytes).replace("oxupdated.toml", "oxupdated.tomb");
        if path == "manifest.json" { same(path, text.into_bytes()) } else { same(path, bytes) }
    });
    check("a manifest that names another file", "no backup holds there");
    changed(&archive, &wrong, |path, bytes| {
        let text = String::from_utf8_lossy(&bytes).replace("\"schema\": ", "\"schema\": 9");
        if path == "manifest.json" { same(path, text.into_bytes()) } else { same(path, bytes) }
    });
    check("a newer database", "newer");
    let bytes = fs::read(&archive).unwrap();
    fs::write(&wrong, &bytes[..bytes.len() / 2]).unwrap();
    check("half of it", "");
    fs::write(&wrong, [&bytes[..], b"more"].concat()).unwrap();
    check("more behind it", "not whole");
    fs::write(&wrong, "nonsense").unwrap();
    check("no archive", "no backup");
    let mut linked = Builder::new(fs::File::create(&wrong).unwrap());
    append(&mut linked, "manifest.json", EntryType::Symlink, b"");
    linked.finish().unwrap();
    check("a link in place of the manifest", "no backup");
}

#[test]
fn before_the_database_is_changed_it_is_copied() {
    let place = furnished();
    let database = place.data().join("oxupdated.sqlite");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let newest: i64 = runtime.block_on(async {
        let mut connection =
            sqlx::sqlite::SqliteConnectOptions::new().filename(&database).connect().await.unwrap();
        let newest =
            sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(&mut connection);
        let newest = newest.await.unwrap();
        let forget =
            "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)";
        sqlx::query(forget).execute(&mut connection).await.unwrap();
        newest
    });
    // The migration was made before and so fails now, as any might: then the copy is what the administrator needs.
    assert_eq!(place.run(&["user", "list"]).code, 3);
    let copy = place.data().join(format!("oxupdated.sqlite.before-{newest:04}"));
    assert!(copy.is_file(), "{:?}", files_below(&place.data()));
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o077, 0);
}
