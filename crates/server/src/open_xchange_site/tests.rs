//! Whole folders as sites have them, and Sieve servers of every manner on loopback.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::folder::{ALL_SIZE_MAX, ENTRIES_MAX, FILE_SIZE_MAX};
use super::packages::{DATABASE_SIZE_MAX, RPM_TIME_MAX, output};
use super::sieve::{GREETING_SIZE_MAX, TIME_MAX, ask_within};
use super::{Reading, SiteUnread, root_of};
use crate::actions::preconditions::{READING_TIME_MAX, SITE_AGE_MAX};
use crate::model::precondition::Judgement::{self, CannotTell, Met, NotMet};
use crate::model::sieve_address::{SieveAddress, SieveChoice};
use crate::reference::{assert_says, grouped};
use crate::rules::preconditions::{SieveTrouble, judge};

/// The root of a machine with an Open-Xchange server on it.
struct Root(tempfile::TempDir);

impl Root {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let file = self.0.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        file
    }

    fn reading(&self) -> Reading {
        let etc = self.0.path().join("opt/open-xchange/etc");
        Reading { etc, packages: None, sieve: SieveChoice::None }
    }
}

fn found(reading: &Reading) -> Vec<(&'static str, Judgement, &'static str)> {
    let site = reading.read().unwrap_or_else(|error| panic!("{error}"));
    judge(&site).into_iter().map(|one| (one.id, one.judgement, one.found.id())).collect()
}

fn of(reading: &Reading, id: &str) -> (Judgement, &'static str) {
    let found = found(reading);
    let one = found.iter().find(|(own, _, _)| *own == id);
    one.map_or_else(|| panic!("{id}: {found:?}"), |(_, judgement, said)| (*judgement, *said))
}

const STATUS: &str = "Package: open-xchange-core\nStatus: install ok installed\nVersion: 7.8.4-12\n\
    Provides: open-xchange-passwordchange-servlet, open-xchange-folder-json\n\n\
    Package: open-xchange-usm\nStatus: install ok installed\nVersion: 7.8.4-3\n\n\
    Package: open-xchange-passwordchange-script\nStatus: install ok installed\nVersion: 7.8.4-3\n\n\
    Package: open-xchange-mailfilter\nStatus: install ok installed\nVersion: 7.8.4-3\n";

/// A site of 7.8 with dpkg where nothing is wrong.
fn site_of_7_8() -> Root {
    let root = Root::new();
    root.write("var/lib/dpkg/status", STATUS);
    root.write("opt/open-xchange/etc/foldercache.properties", "# People\nENABLE_INTERNAL_USER_EDIT: TRUE\n");
    root.write("opt/open-xchange/etc/mailfilter.properties", "SIEVE_LOGIN_TYPE=user\n");
    root.write(
        "opt/open-xchange/etc/change_pwd_script.properties",
        "com.openexchange.passwordchange.script.shellscript=/opt/scripts/change\n",
    );
    let script = root.write("opt/scripts/change", "#!/bin/sh\nexit 0\n");
    let shell = root.write("bin/sh", "");
    make_executable(&script, 0o755);
    make_executable(&shell, 0o755);
    root
}

#[cfg(unix)]
fn make_executable(file: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn make_executable(_: &Path, _: u32) {}

#[test]
#[cfg(unix)]
fn a_site_of_7_8_with_dpkg_is_read() {
    let root = site_of_7_8();
    let not_met: Vec<_> = found(&root.reading()).into_iter().filter(|(_, one, _)| *one != Met).collect();
    assert_eq!(not_met, [("vacation-offered", CannotTell, "sieve-not-wanted")]);
    let site = root.reading().read().unwrap();
    let edit = judge(&site).into_iter().find(|one| one.id == "personal-edit").unwrap();
    assert!(edit.place.unwrap().ends_with("opt/open-xchange/etc/foldercache.properties:2"));
    let configured = Reading { sieve: SieveChoice::Configured, ..root.reading() };
    assert_eq!(of(&configured, "vacation-offered"), (CannotTell, "sieve-each-user"));
}

#[test]
#[cfg(unix)]
fn what_is_wrong_with_the_script_is_seen() {
    let root = site_of_7_8();
    let check = |expected: (Judgement, &'static str)| {
        assert_eq!(of(&root.reading(), "password-script"), expected);
    };
    let script = root.0.path().join("opt/scripts/change");
    make_executable(&script, 0o644);
    check((NotMet, "precondition-script-not-executable"));
    make_executable(&script, 0o755);
    fs::write(&script, "#!/bin/sh\r\nexit 0\r\n").unwrap();
    check((NotMet, "precondition-script-interpreter-absent"));
    fs::write(&script, "#!/usr/bin/env perl\n").unwrap();
    check((NotMet, "precondition-script-interpreter-absent"));
    make_executable(&root.write("usr/bin/env", ""), 0o755);
    check((CannotTell, "precondition-script-interpreter-absent"));
    make_executable(&root.write("usr/local/bin/perl", ""), 0o755);
    check((Met, "precondition-script-runs"));
    fs::write(&script, "exit 0\n").unwrap();
    check((NotMet, "precondition-script-no-interpreter"));
    fs::remove_file(&script).unwrap();
    check((NotMet, "precondition-script-absent"));
    fs::create_dir(&script).unwrap();
    check((NotMet, "precondition-script-no-file"));
    fs::remove_dir(&script).unwrap();
    std::os::unix::fs::symlink(root.0.path().join("bin/sh"), &script).unwrap();
    check((NotMet, "precondition-script-no-interpreter"));
}

#[test]
fn a_site_of_6_20_keeps_its_files_in_groupware() {
    let root = Root::new();
    let packages = root.write(
        "packages",
        "open-xchange-server-6.20.7.0-14.noarch\nopen-xchange-usm-6.20.7-1.noarch\nbash-4-1.x86_64\n\
         open-xchange-passwordchange-servlet-6.20.7.0-14.noarch\n\
         open-xchange-passwordchange-database-6.20.7.0-14.noarch\nopen-xchange-outlook-updater-6.20.7-1.noarch\n",
    );
    root.write("opt/open-xchange/etc/groupware/foldercache.properties", "ENABLE_INTERNAL_USER_EDIT=FALSE");
    root.write("opt/open-xchange/etc/groupware/mailfilter.properties", "VACATION_DOMAINS=example.com");
    let whole = Reading { packages: Some(packages), ..root.reading() };
    // The folder of the old layout may be named itself.
    let inner = Reading { etc: whole.etc.join("groupware"), ..whole.clone() };
    for reading in [&whole, &inner] {
        assert_eq!(of(reading, "personal-edit"), (NotMet, "precondition-edit-off"));
        assert_eq!(of(reading, "password-servlet"), (Met, "precondition-package-there"));
        assert_eq!(of(reading, "password-backend"), (Met, "precondition-backend-database"));
        assert_eq!(of(reading, "connector-folder-json"), (NotMet, "precondition-package-absent"));
        assert_eq!(of(reading, "connector-updater"), (Met, "precondition-updater-there"));
        assert_eq!(of(reading, "filter-package"), (NotMet, "precondition-package-absent"));
        assert_eq!(of(reading, "vacation-domains"), (Met, "precondition-domains-some"));
    }
}

#[test]
fn a_site_of_7_10_with_rpm_is_read() {
    let root = Root::new();
    let packages = root.write(
        "packages",
        "open-xchange-core-7.10.6-5.noarch\nopen-xchange-usm-7.10.6-1.noarch\nopen-xchange-mailfilter-7.10.6-5.noarch\n\
         open-xchange-passwordchange-script-7.10.6-5.noarch\nopen-xchange-passwordchange-database-7.10.6-5.noarch\n",
    );
    root.write("opt/open-xchange/etc/foldercache.properties", "ENABLE_DB_GROUPING=TRUE");
    root.write(
        "opt/open-xchange/etc/mailfilter.properties",
        "com.openexchange.mail.filter.blacklist.actions=vacation\n",
    );
    let reading = Reading { packages: Some(packages), ..root.reading() };
    assert_eq!(of(&reading, "password-backend"), (NotMet, "precondition-backend-both"));
    assert_eq!(of(&reading, "password-servlet"), (Met, "precondition-package-provided"));
    assert_eq!(of(&reading, "password-script"), (NotMet, "precondition-script-unset"));
    assert_eq!(of(&reading, "personal-edit"), (Met, "precondition-edit-default-on"));
    assert_eq!(of(&reading, "vacation-blacklist"), (NotMet, "precondition-blacklist-has"));
}

#[test]
fn a_site_of_8_tells_by_properties() {
    let root = Root::new();
    let status = "Package: open-xchange-core\nStatus: install ok installed\nVersion: 8.19.0-1\n";
    root.write("var/lib/dpkg/status", status);
    root.write(
        "opt/open-xchange/etc/passwordchange.properties",
        "com.openexchange.passwordchange.db.enabled=true",
    );
    assert_eq!(of(&root.reading(), "password-backend"), (Met, "precondition-backend-enabled"));
    assert_eq!(of(&root.reading(), "filter-file"), (Met, "precondition-file-not-needed"));
    root.write("opt/open-xchange/etc/passwordchange.properties", "");
    assert_eq!(of(&root.reading(), "password-backend"), (NotMet, "precondition-backend-disabled"));
    root.write(
        "opt/open-xchange/etc/contextSets/some.yml",
        "some:\n  com.openexchange.passwordchange.db.enabled: true\n",
    );
    assert_eq!(of(&root.reading(), "password-backend"), (CannotTell, "configuration-context-set"));
}

#[test]
fn nothing_of_this_machine_is_taken_for_a_copy() {
    let root = Root::new();
    root.write("copy/foldercache.properties", "ENABLE_INTERNAL_USER_EDIT=TRUE");
    root.write(
        "copy/change_pwd_script.properties",
        "com.openexchange.passwordchange.script.shellscript=/bin/sh",
    );
    root.write(
        "copy/mailfilter.properties",
        "SIEVE_LOGIN_TYPE=global\nSIEVE_SERVER=127.0.0.1\nSIEVE_PORT=4190",
    );
    let etc = root.0.path().join("copy");
    let reading = Reading { etc, packages: None, sieve: SieveChoice::Configured };
    assert_eq!(of(&reading, "connector-usm"), (CannotTell, "precondition-package-unknown"));
    assert_eq!(of(&reading, "password-script").0, CannotTell);
    assert_eq!(of(&reading, "vacation-offered"), (CannotTell, "sieve-of-another-machine"));
    assert_eq!(of(&reading, "personal-edit"), (Met, "precondition-edit-on"));
    // A root without a database has no packages that anybody knows of.
    root.write("opt/open-xchange/etc/foldercache.properties", "");
    assert_eq!(of(&root.reading(), "connector-usm"), (CannotTell, "precondition-package-unknown"));
}

#[test]
fn the_place_of_a_folder_tells_whose_it_is() {
    let check = |etc: &str, expected: Option<&str>| {
        assert_eq!(root_of(Path::new(etc)).as_deref(), expected.map(Path::new), "{etc}");
    };
    check("/opt/open-xchange/etc", Some("/"));
    check("/opt/open-xchange/etc/", Some("/"));
    check("/srv/ox/opt/open-xchange/etc", Some("/srv/ox"));
    check("/srv/etc", None);
    check("/open-xchange/etc", None);
}

#[test]
fn a_folder_has_limits_and_may_be_absent() {
    let root = Root::new();
    let absent = root.reading().read();
    assert!(matches!(absent, Err(SiteUnread::Folder(_))), "{absent:?}");
    let long = "#".repeat(usize::try_from(FILE_SIZE_MAX).unwrap() + 1);
    root.write("opt/open-xchange/etc/foldercache.properties", &long);
    assert_eq!(of(&root.reading(), "personal-edit"), (CannotTell, "configuration-unreadable"));
    root.write("opt/open-xchange/etc/foldercache.properties", &long[1..]);
    assert_eq!(of(&root.reading(), "personal-edit"), (CannotTell, "precondition-edit-default-unknown"));
    fs::remove_file(root.0.path().join("opt/open-xchange/etc/foldercache.properties")).unwrap();
    fs::create_dir(root.0.path().join("opt/open-xchange/etc/foldercache.properties")).unwrap();
    assert_eq!(of(&root.reading(), "personal-edit"), (CannotTell, "configuration-unreadable"));
    fs::remove_dir(root.0.path().join("opt/open-xchange/etc/foldercache.properties")).unwrap();
    root.write("opt/open-xchange/etc/a.properties", "");
    assert_eq!(of(&root.reading(), "personal-edit"), (CannotTell, "configuration-file-absent"));
    // A folder in the place of which something else stands is there, and tells nothing.
    root.write("opt/open-xchange/etc/groupware", "");
    assert_eq!(of(&root.reading(), "personal-edit"), (CannotTell, "configuration-unreadable"));
    fs::remove_file(root.0.path().join("opt/open-xchange/etc/groupware")).unwrap();
    for number in 0..=ENTRIES_MAX {
        root.write(&format!("opt/open-xchange/etc/{number}.txt"), "");
    }
    assert_eq!(of(&root.reading(), "personal-edit").0, CannotTell);
    let cut = found(&root.reading());
    assert!(cut.iter().any(|(_, _, said)| *said == "configuration-too-many"), "{cut:?}");
    let packages = Some(root.write("packages", "no database\n"));
    let reading = Reading { packages, ..root.reading() };
    assert_eq!(of(&reading, "connector-usm"), (CannotTell, "precondition-package-unknown"));
}

#[test]
#[cfg(unix)]
fn a_program_that_does_not_end_is_ended() {
    let shell = |script: &str| {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]).stdout(std::process::Stdio::piped());
        command
    };
    assert_eq!(output(shell("echo a-1-1"), Duration::from_secs(30)).unwrap(), "a-1-1\n");
    assert!(output(shell("echo a; exit 3"), Duration::from_secs(30)).is_err());
    let late = output(shell("exec sleep 600"), Duration::from_millis(50)).unwrap_err();
    assert_eq!(late.kind(), std::io::ErrorKind::TimedOut);
}

/// A server that does this with the one who connects first.
fn server(serve: impl FnOnce(std::net::TcpStream) + Send + 'static) -> (SieveAddress, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = SieveAddress::parse(&listener.local_addr().unwrap().to_string()).unwrap();
    (address, thread::spawn(move || serve(listener.accept().unwrap().0)))
}

fn asked(pieces: &[&'static [u8]]) -> Result<bool, SieveTrouble> {
    let pieces = pieces.to_vec();
    let (address, thread) = server(move |mut stream| {
        for piece in pieces {
            // Who asks may have heard enough and be gone.
            let _ = stream.write_all(piece).and_then(|()| stream.flush());
        }
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let greeting = ask_within(&address, Duration::from_secs(30));
    thread.join().unwrap();
    greeting.map(|greeting| greeting.offers("vacation") == Some(true))
}

#[test]
fn a_sieve_server_tells_what_it_offers() {
    let whole =
        b"\"IMPLEMENTATION\" \"Example\"\r\n\"SIEVE\" \"fileinto vacation\"\r\n\"STARTTLS\"\r\nOK\r\n";
    assert_eq!(asked(&[whole]), Ok(true));
    assert_eq!(asked(&[&whole[..20], &whole[20..50], &whole[50..]]), Ok(true));
    assert_eq!(asked(&[b"\"SIEVE\" \"fileinto\"\r\nOK\r\n"]), Ok(false));
}

#[test]
fn a_sieve_server_that_misbehaves_is_told() {
    assert_eq!(asked(&[b"BYE \"Go away\"\r\n"]), Err(SieveTrouble::Refused("Go away".to_owned())));
    assert_eq!(asked(&[b"\x00\x01\x02\xff\r\n"]), Err(SieveTrouble::Foreign));
    assert_eq!(asked(&[b"* OK IMAP4rev1 ready\r\n"]), Err(SieveTrouble::Foreign));
    assert_eq!(asked(&[b"\"SIEVE\" \"vacation\"\r\n"]), Err(SieveTrouble::HungUp));
    assert_eq!(asked(&[]), Err(SieveTrouble::HungUp));
    let (endless, thread) = server(|mut stream| {
        while stream.write_all(&[b'"'; 1]).is_ok()
            && stream.write_all(&[b'a'; 4096]).is_ok()
            && stream.write_all(b"\"\r\n").is_ok()
        {}
    });
    assert_eq!(ask_within(&endless, Duration::from_secs(30)), Err(SieveTrouble::TooLong));
    thread.join().unwrap();
    let (silent, thread) = server(|mut stream| drop(stream.read_to_end(&mut Vec::new())));
    assert_eq!(ask_within(&silent, Duration::from_millis(100)), Err(SieveTrouble::Silent));
    thread.join().unwrap();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let closed = SieveAddress::parse(&closed).unwrap();
    assert!(matches!(ask_within(&closed, Duration::from_secs(30)), Err(SieveTrouble::NotReached(_))));
}

#[test]
fn the_limits_are_told() {
    let say = |line: String| assert_says("preconditions.md", &line);
    say(format!("{} bytes of a file", grouped(FILE_SIZE_MAX)));
    say(format!("{} bytes of all files", grouped(ALL_SIZE_MAX)));
    say(format!("{} entries of a folder", grouped(ENTRIES_MAX as u64)));
    say(format!("{} bytes of a database of packages", grouped(DATABASE_SIZE_MAX)));
    say(format!("{} bytes of a greeting", grouped(GREETING_SIZE_MAX as u64)));
    say(format!("{} seconds for `rpm -qa`", RPM_TIME_MAX.as_secs()));
    say(format!("{} seconds for the Sieve server", TIME_MAX.as_secs()));
    say(format!("counts for {} seconds", SITE_AGE_MAX.as_secs()));
    say(format!("waits {} seconds", READING_TIME_MAX.as_secs()));
}
