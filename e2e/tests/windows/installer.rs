//! The installers of OX Updater: what they write and leave, with Windows Installer itself.

use std::fs;
use std::path::PathBuf;

use catalog::{Scope, msi};
use e2e::{VERSION, VERSION_BEFORE, as_seen, folder_of_windows, msiexec, windows_says};

use crate::alone;
use crate::kind::{Kind, MACHINE, USER};

/// What else is looked at of an installation.
trait Seen {
    /// Where the Start menu has it. Wine keeps no Start menu for everybody.
    fn menu(self) -> PathBuf;

    /// Nothing of it is there.
    fn assert_absent(self);
}

impl Seen for Kind {
    fn menu(self) -> PathBuf {
        let everybody = cfg!(windows) && self.run_root == "HKLM";
        let data = folder_of_windows(if everybody { "ProgramData" } else { "AppData" });
        data.join("Microsoft/Windows/Start Menu/Programs/OX Updater.lnk")
    }

    fn assert_absent(self) {
        for name in ["Program", "InstallerName", "UpdateServerUrl", "AllowUrlChange"] {
            assert_eq!(self.written(name), None, "{name}");
        }
        assert_eq!(self.autostart(), None);
        let folder = self.folder();
        assert!(!folder.exists(), "{} is still there", folder.display());
        assert!(!self.menu().exists(), "{} is still there", self.menu().display());
    }
}

/// A copy of a package under another name, as a browser saves it.
fn saved_as(package: &std::path::Path, name: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::copy(package, &path).unwrap();
    (folder, path)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn an_installer_says_what_it_is() {
    for (kind, scope, code) in [
        (MACHINE, Scope::Machine, "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}"),
        (USER, Scope::User, "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A02}"),
    ] {
        let metadata = msi::read(fs::File::open(kind.package(VERSION)).unwrap()).unwrap();
        let found = (metadata.product_name.as_str(), metadata.product_version.as_str(), metadata.scope);
        assert_eq!(found, ("OX Updater", VERSION, scope));
        assert_eq!(metadata.upgrade_code.as_deref(), Some(code));
        assert_eq!((metadata.code_page, metadata.platform), (1252, Some(catalog::Platform::X64)));
    }
}

#[test]
fn what_it_is_told_is_written_and_nothing_is_left_of_it() {
    let _alone = alone();
    for kind in [MACHINE, USER] {
        kind.remove(&[]);
        let (_folder, package) = saved_as(&kind.package(VERSION), "OXUpdater-setup@127.0.0.1_8443 (1).msi");
        let told = ["UPDATESERVERURL=https://updates.example.com", "ALLOWURLCHANGE=0"];
        assert_eq!(msiexec("/i", &package, &told), 0);
        assert_eq!(kind.written("UpdateServerUrl"), some("https://updates.example.com"));
        assert_eq!(kind.written("AllowUrlChange"), some("0"));
        let name = kind.written("InstallerName").unwrap();
        assert!(name.ends_with(r"\OXUpdater-setup@127.0.0.1_8443 (1).msi"), "{name}");
        let program = kind.written("Program").unwrap();
        assert!(program.ends_with(r"\OX Updater\OXUpdater.exe"), "{program}");
        assert_eq!(kind.autostart(), Some(format!("\"{program}\" --autostart")));
        assert!(kind.program().is_file() && kind.program().with_file_name("oxupdate.exe").is_file());
        for (name, part) in [("LICENSE.txt", "Apache License"), ("NOTICES.txt", "rustls ")] {
            let text = fs::read_to_string(kind.folder().join(name)).unwrap();
            assert!(text.contains(part), "{name} does not say “{part}”");
        }
        assert!(kind.menu().is_file(), "{}", kind.menu().display());
        assert_eq!(msiexec("/x", &package, &[]), 0);
        kind.assert_absent();
    }
}

#[test]
fn without_being_told_no_server_is_written() {
    let _alone = alone();
    MACHINE.remove(&[]);
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &USER.package(VERSION), &[]), 0);
    assert_eq!((USER.written("UpdateServerUrl"), USER.written("AllowUrlChange")), (None, None));
    USER.remove(&[]);
}

#[test]
fn an_upgrade_keeps_what_the_first_install_was_told_and_brings_no_other_proposal() {
    let _alone = alone();
    for kind in [MACHINE, USER] {
        kind.remove(&[]);
        let (_first, before) = saved_as(&kind.package(VERSION_BEFORE), "OXUpdater-setup@first.example.msi");
        let (_second, now) = saved_as(&kind.package(VERSION), "OXUpdater-setup@second.example.msi");
        assert_eq!(msiexec("/i", &before, &["UPDATESERVERURL=https://first.example", "ALLOWURLCHANGE=0"]), 0);
        let program = fs::read(kind.program()).unwrap();
        assert_eq!(msiexec("/i", &now, &[]), 0);
        assert_ne!(fs::read(kind.program()).unwrap(), program, "the program is the one before");
        assert_eq!(kind.written("UpdateServerUrl"), some("https://first.example"));
        assert_eq!(kind.written("AllowUrlChange"), some("0"));
        let name = kind.written("InstallerName").unwrap();
        assert!(name.ends_with("OXUpdater-setup@first.example.msi"), "{name}");
        // Another version is told something else, and an older one does not come back.
        assert_eq!(msiexec("/i", &before, &[]), as_seen(1603));
        assert_eq!(kind.written("UpdateServerUrl"), some("https://first.example"));
        assert_eq!(msiexec("/x", &now, &[]), 0);
        kind.assert_absent();
    }
}

#[test]
fn an_upgrade_can_be_told_another_server() {
    let _alone = alone();
    MACHINE.remove(&[]);
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &USER.package(VERSION_BEFORE), &["UPDATESERVERURL=https://first.example"]), 0);
    assert_eq!(msiexec("/i", &USER.package(VERSION), &["UPDATESERVERURL=https://second.example"]), 0);
    assert_eq!(USER.written("UpdateServerUrl"), some("https://second.example"));
    USER.remove(&[]);
}

#[test]
fn one_kind_refuses_to_stand_beside_the_other() {
    let _alone = alone();
    for (there, other) in [(MACHINE, USER), (USER, MACHINE)] {
        MACHINE.remove(&[]);
        USER.remove(&[]);
        assert_eq!(msiexec("/i", &there.package(VERSION), &[]), 0);
        assert_eq!(msiexec("/i", &other.package(VERSION), &[]), as_seen(1603));
        assert_eq!((other.written("Program"), other.autostart()), (None, None));
        assert!(!other.folder().exists(), "{}", other.folder().display());
        assert_eq!(msiexec("/x", &there.package(VERSION), &[]), 0);
        assert_eq!(msiexec("/i", &other.package(VERSION), &[]), 0);
        other.remove(&[]);
    }
}

#[test]
fn what_is_installed_is_updated_although_the_other_kind_is_there_too() {
    let _alone = alone();
    for (there, other) in [(MACHINE, USER), (USER, MACHINE)] {
        MACHINE.remove(&[]);
        USER.remove(&[]);
        assert_eq!(msiexec("/i", &there.package(VERSION_BEFORE), &[]), 0);
        // As another person's administrator leaves it, who did not see the first one.
        let _ = windows_says("reg", &["add", other.key, "/v", "Program", "/d", "there", "/f"]);
        let before = fs::read(there.program()).unwrap();
        let ended = msiexec("/i", &there.package(VERSION), &[]);
        let _ = windows_says("reg", &["delete", other.key, "/v", "Program", "/f"]);
        assert_eq!(ended, 0, "{there:?}");
        assert_ne!(fs::read(there.program()).unwrap(), before);
        there.remove(&[]);
    }
}

#[test]
fn the_one_for_one_person_refuses_to_be_installed_for_everybody() {
    let _alone = alone();
    MACHINE.remove(&[]);
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &USER.package(VERSION), &["ALLUSERS=1"]), as_seen(1603));
    USER.assert_absent();
}

#[test]
fn a_repair_can_be_told_a_server_that_the_install_was_not() {
    let _alone = alone();
    for kind in [MACHINE, USER] {
        MACHINE.remove(&[]);
        USER.remove(&[]);
        assert_eq!(msiexec("/i", &kind.package(VERSION), &[]), 0);
        let told = ["REINSTALL=ALL", "UPDATESERVERURL=https://second.example"];
        assert_eq!(msiexec("/i", &kind.package(VERSION), &told), 0);
        assert_eq!(kind.written("UpdateServerUrl"), some("https://second.example"));
        kind.remove(&[]);
    }
}

/// Wine speaks the language of the environment; Windows would have to be set to another one.
#[cfg(not(windows))]
#[test]
fn a_refusal_is_said_in_the_language_of_the_person() {
    let _alone = alone();
    MACHINE.remove(&[]);
    USER.remove(&[]);
    assert_eq!(msiexec("/i", &MACHINE.package(VERSION), &[]), 0);
    for (language, sentence) in [
        ("de_AT.UTF-8", "OX Updater ist auf diesem PC schon f\u{fc}r alle installiert"),
        ("es_MX.UTF-8", "OX Updater ya est\u{e1} instalado en este PC para todos"),
        ("sv_SE.UTF-8", "OX Updater \u{e4}r redan installerat"),
        ("ja_JP.UTF-8", "OX Updater is already installed on this PC for everybody"),
    ] {
        let log = e2e::msiexec_log(&USER.package(VERSION), language);
        let property = log.lines().find(|line| line.contains("TEXTOTHERKIND =")).unwrap();
        assert!(property.contains(sentence), "{language}: {property}");
    }
    MACHINE.remove(&[]);
}
