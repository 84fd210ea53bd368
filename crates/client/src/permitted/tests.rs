//! The rules of where bytes may come from, by examples.

use std::path::Path;

use catalog::{Product, Sha256};
use url::Url;

use super::NotPermitted::{Down, Place as WrongPlace, Plain, Unproven};
use super::PlainHttp::{Everywhere, ThisPcOnly};
use super::{NotPermitted, Place, Source, Way, ask, package, redirect};
use crate::examples::product;

fn url(written: &str) -> Url {
    Url::parse(written).unwrap()
}

#[test]
fn without_encryption_only_this_pc_is_asked() {
    let check = |written: &str, expected: bool| {
        assert_eq!(ask(&url(written), ThisPcOnly).is_ok(), expected, "{written}");
        assert_eq!(ask(&url(written), Everywhere), Ok(()), "{written}");
    };
    check("https://ox.example/", true);
    check("http://127.0.0.1:8080/", true);
    check("http://127.255.0.9/", true);
    check("http://[::1]/", true);
    check("http://LocalHost:80/", true);
    // Other spellings of the same addresses.
    check("http://2130706433/", true);
    check("http://0x7f.1/", true);
    check("http://ox.example/", false);
    check("http://localhost.ox.example/", false);
    check("http://localhost./", false);
    check("http://127.0.0.1.ox.example/", false);
    check("http://128.0.0.1/", false);
    check("http://0.0.0.0/", false);
    check("http://[::ffff:127.0.0.1]/", false);
    check("http://192.168.0.1/", false);
    check("http://server/", false);
    let plain = ask(&url("http://ox.example/a"), ThisPcOnly).unwrap_err();
    assert_eq!(plain, Plain { address: "http://ox.example/a".to_owned() });
    let said = plain.to_string();
    assert!(said.contains("“http://ox.example/a”") && said.contains("--allow-http"), "{said}");
}

#[test]
fn a_redirect_never_leads_down() {
    let check = |from: &str, to: &str, only_this_pc: Option<&str>, everywhere: Option<&str>| {
        let judged = |plain| match redirect(&url(from), &url(to), plain) {
            Ok(()) => None,
            Err(Down { .. }) => Some("down"),
            Err(Plain { .. }) => Some("plain"),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!((judged(ThisPcOnly), judged(Everywhere)), (only_this_pc, everywhere), "{from} {to}");
    };
    check("https://ox.example/", "https://cdn.example/", None, None);
    check("https://ox.example/", "http://ox.example/", Some("down"), Some("down"));
    check("https://ox.example/", "http://localhost/", Some("down"), Some("down"));
    check("http://127.0.0.1/", "http://127.0.0.1:8080/", None, None);
    check("http://127.0.0.1/", "https://ox.example/", None, None);
    check("http://127.0.0.1/", "http://ox.example/", Some("plain"), None);
    check("http://a.example/", "http://b.example/", Some("plain"), None);
    check("http://a.example/", "https://a.example/", None, None);
}

/// An offer at an address, with or without a SHA-256.
fn at(written: &str, sha256: Option<Sha256>) -> Product {
    Product { url: written.to_owned(), sha256, ..product("Notes", "2.0.0") }
}

fn sha256() -> Option<Sha256> {
    Some(Sha256::parse(&"a1".repeat(32)).unwrap())
}

#[test]
fn a_catalog_from_the_web_names_the_web_alone() {
    let base = url("https://ox.example:8443/ajax/updater/update.xml");
    let check = |written: &str, expected: Option<&str>| {
        let found = package(&at(written, sha256()), Source::Web(&base, Way::Protected), Everywhere);
        match expected {
            Some(address) => assert_eq!(found, Ok(Place::Web(url(address))), "{written}"),
            None => assert!(matches!(found, Err(WrongPlace { .. })), "{written}: {found:?}"),
        }
    };
    check("files/a.msi", Some("https://ox.example:8443/ajax/updater/files/a.msi"));
    check("../a.msi", Some("https://ox.example:8443/ajax/a.msi"));
    check("/a.msi", Some("https://ox.example:8443/a.msi"));
    check("https://cdn.example/a.msi", Some("https://cdn.example/a.msi"));
    check("http://cdn.example/a.msi", Some("http://cdn.example/a.msi"));
    // Two slashes name a host to ask by https, as everywhere on the web; no share is asked, and no sign-in goes there.
    check("//server/share/a.msi", Some("https://server/share/a.msi"));
    check("https:a.msi", Some("https://ox.example:8443/ajax/updater/a.msi"));
    // Encoded, it is a file's odd name on the same server.
    check(
        "%5C%5Cserver%5Cshare%5Ca.msi",
        Some("https://ox.example:8443/ajax/updater/%5C%5Cserver%5Cshare%5Ca.msi"),
    );
    check(
        "file%3A//server/share/a.msi",
        Some("https://ox.example:8443/ajax/updater/file%3A//server/share/a.msi"),
    );
    for written in [
        r"\\server\share\a.msi",
        r"\/server/share/a.msi",
        r"/\server\share\a.msi",
        r"//server\share\a.msi",
        r"\\?\UNC\server\share\a.msi",
        r"\\.\pipe\a",
        r"files\a.msi",
        r"C:\a.msi",
        "C:/a.msi",
        "c:a.msi",
        "file:///srv/a.msi",
        "file://server/share/a.msi",
        "FILE://server/share/a.msi",
        "file:////server/share/a.msi",
        r"file:\\server\share\a.msi",
        r"file:/\server/share/a.msi",
        "file:a.msi",
        " file://server/share/a.msi",
        "fi\tle://server/share/a.msi",
        "\u{1}file://server/share/a.msi",
        "//?/UNC/server/share/a.msi",
        "smb://server/share/a.msi",
        "ftp://server/a.msi",
        "data:x",
        "javascript:alert(1)",
        "https://anna:secret@cdn.example/a.msi",
        "https://anna@cdn.example/a.msi",
        "https://",
    ] {
        check(written, None);
    }
}

#[test]
fn a_catalog_from_a_file_names_files_and_the_web() {
    let (catalog, root) =
        if cfg!(windows) { (r"C:\updates\update.xml", r"C:\") } else { ("/updates/update.xml", "/") };
    let found = |written: &str| package(&at(written, sha256()), Source::File(Path::new(catalog)), ThisPcOnly);
    let check = |written: &str, expected: &str| {
        assert_eq!(found(written), Ok(Place::File(Path::new(root).join(expected))), "{written}");
    };
    check("notes.msi", "updates/notes.msi");
    check("files/Notes%202.msi", "updates/files/Notes 2.msi");
    check("../notes.msi", "notes.msi");
    check("Größe.msi", "updates/Größe.msi");
    let unc = r"\\server\share\notes.msi";
    assert_eq!(found(unc), Ok(Place::File(unc.into())));
    assert_eq!(found("https://web.example/a.msi"), Ok(Place::Web(url("https://web.example/a.msi"))));
    for written in ["ftp://a.example/notes.msi", "https://anna:secret@a.example/", "data:x", "mailto:a@b"] {
        assert!(matches!(found(written), Err(WrongPlace { .. })), "{written}");
    }
}

#[test]
fn a_package_without_encryption_needs_a_sha256_that_nobody_could_change() {
    let check = |package_at: &str, sha256: Option<Sha256>, way: Way, plain, permitted: bool| {
        let base = url("https://ox.example/update.xml");
        let found = package(&at(package_at, sha256), Source::Web(&base, way), plain);
        let judged = match &found {
            Ok(Place::Web(_)) => true,
            Err(NotPermitted::Unproven { .. }) => false,
            other => panic!("{other:?}"),
        };
        assert_eq!(judged, permitted, "{package_at} {way:?} {plain:?}");
    };
    let other = "http://cdn.example/a.msi";
    check(other, sha256(), Way::Protected, ThisPcOnly, true);
    check(other, None, Way::Protected, ThisPcOnly, false);
    check(other, None, Way::Protected, Everywhere, false);
    check(other, sha256(), Way::Open, ThisPcOnly, false);
    check(other, sha256(), Way::Open, Everywhere, true);
    check(other, None, Way::Open, Everywhere, false);
    check("http://127.0.0.1:8080/a.msi", None, Way::Protected, ThisPcOnly, true);
    check("https://cdn.example/a.msi", None, Way::Open, Everywhere, true);
    let file = Source::File(Path::new(if cfg!(windows) { r"C:\update.xml" } else { "/update.xml" }));
    assert!(package(&at(other, sha256()), file, ThisPcOnly).is_ok());
    assert!(matches!(package(&at(other, None), file, Everywhere), Err(Unproven { .. })));
}
