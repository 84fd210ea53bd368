//! What is read from MSI files, value by value.

use std::io::Cursor;

use catalog::msi::{Metadata, Payload, read};
use catalog::{Platform, Scope};

use super::made::Made;
#[cfg(target_os = "linux")]
use super::opinions::compare_with_msiinfo;
use crate::fixtures;

fn read_fixture(name: &str) -> Metadata {
    read(Cursor::new(fixtures::bytes(name))).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read_made(made: &Made) -> Metadata {
    read(Cursor::new(made.bytes())).unwrap()
}

#[test]
fn a_package_is_read() {
    let expected = Metadata {
        product_name: "Example".to_owned(),
        product_version: "1.2.3".to_owned(),
        upgrade_code: Some("{B2B6C7D8-1111-4222-8333-444455556666}".to_owned()),
        product_code: "{A2B6C7D8-1111-4222-8333-444455556666}".to_owned(),
        manufacturer: "Example Works".to_owned(),
        language: "1033".to_owned(),
        platform: Some(Platform::X64),
        scope: Scope::User,
        code_page: 1252,
        signed: false,
        payload: Payload::Embedded,
    };
    assert_eq!(read_made(&Made::package()), expected);
}

#[test]
fn fixtures_are_what_their_table_says() {
    let notes = read_fixture("notes-1.0.0.msi");
    let values = (notes.product_name.as_str(), notes.product_version.as_str(), notes.language.as_str());
    assert_eq!(values, ("Fixture Notes", "1.0.0", "1033"));
    assert_eq!((notes.platform, notes.scope), (Some(Platform::X64), Scope::Machine));
    assert_eq!((notes.code_page, notes.signed), (1252, false));
    assert_eq!(read_fixture("notes-2.0.0.msi").upgrade_code, notes.upgrade_code);
    assert_ne!(read_fixture("notes-2.0.0.msi").product_code, notes.product_code);
    assert_eq!(read_fixture("notes-1.0.0-x86.msi").platform, Some(Platform::X86));
    assert_eq!(read_fixture("fourth-field-1.0.0.2.msi").product_version, "1.0.0.2");
    assert_eq!(read_fixture("no-upgrade-code.msi").upgrade_code, None);
    assert_eq!(read_fixture("user-1.0.0.msi").scope, Scope::User);
    assert!(read_fixture("looks-signed.msi").signed);
}

#[test]
fn names_come_out_right_in_every_code_page() {
    let check = |name, code_page, product: &str, manufacturer: &str| {
        let read = read_fixture(name);
        let values = (read.code_page, read.product_name.as_str(), read.manufacturer.as_str());
        assert_eq!(values, (code_page, product, manufacturer), "{name}");
    };
    check("umlauts-1.0.0.msi", 1252, "Grüße für Köln", "Müller & Söhne");
    check("umlauts-utf8.msi", 65001, "Grüße für Köln", "Müller & Söhne");
    check("umlauts-neutral.msi", 0, "Grüße für Köln", "Müller & Söhne");
    check("japanese.msi", 932, "日本語メモ", "山田商店");
}

/// The names in code pages for which there are no fixtures; msiinfo reads the same ones.
#[test]
fn made_names_come_out_right_in_every_code_page() {
    let check = |code_page, name: &[u8], expected: &str| {
        let made = Made { code_page, ..Made::package() }.property("ProductName", name);
        let read = read_made(&made);
        assert_eq!((read.code_page, read.product_name.as_str()), (code_page, expected));
        #[cfg(target_os = "linux")]
        compare_with_msiinfo(&format!("code-page-{code_page}"), &made.bytes());
    };
    check(1250, b"Z\xe1pisky \x9elu\x9d", "Zápisky žluť");
    check(1251, b"\xc7\xe0\xec\xe5\xf2\xea\xe8", "Заметки");
    check(1253, b"\xd3\xe7\xec\xe5\xe9\xfe\xf3\xe5\xe9\xf2", "Σημειώσεις");
    check(1254, b"\xd6\xf0renci \xde", "Öğrenci Ş");
    check(1255, b"\xf9\xec\xe5\xed", "שלום");
    check(1256, b"\xe3\xe1\xc7\xcd\xd9\xc7\xca", "ملاحظات");
    check(1257, b"U\xfera\xf0ai", "Užrašai");
    check(874, b"\xba\xd1\xb9\xb7\xd6\xa1", "บันทึก");
    check(936, b"\xb1\xca\xbc\xc7", "笔记");
    check(949, b"\xb3\xeb\xc6\xae", "노트");
    check(950, b"\xb5\xa7\xb0\x4f", "筆記");
    check(850, b"Gr\x94\xe1e", "Größe");
    check(437, b"Gr\x94\xe1e", "Größe");
    check(852, b"\xa7luty", "žluty");
}

/// Here msiinfo reads windows-1252 whatever the bytes are, and finds no name or a garbled one.
#[test]
fn the_neutral_code_page_is_utf_8_if_it_can_be() {
    let check = |name: &[u8], expected: &str| {
        let made = Made { code_page: 0, ..Made::package() }.property("ProductName", name);
        assert_eq!(read_made(&made).product_name, expected);
    };
    check("Größe 東京".as_bytes(), "Größe 東京");
    check(b"Gr\xf6\xdfe", "Größe");
}

#[test]
fn scope_is_read_as_single_package_authoring_says() {
    let check = |all_users, per_user, expected| {
        let made = Made::package().property("ALLUSERS", all_users).property("MSIINSTALLPERUSER", per_user);
        assert_eq!(read_made(&made).scope, expected, "ALLUSERS={all_users} MSIINSTALLPERUSER={per_user}");
    };
    check("", "", Scope::User);
    check("1", "", Scope::Machine);
    check("2", "", Scope::Either);
    check("2", "1", Scope::Either);
}

#[test]
fn what_may_be_absent_may_be_absent() {
    let made = Made { template: None, word_count: None, ..Made::package() };
    let made = made.property("UpgradeCode", "").property("Manufacturer", "").property("ProductLanguage", "");
    let read = read_made(&made);
    assert_eq!((read.upgrade_code, read.platform), (None, None));
    assert_eq!((read.manufacturer.as_str(), read.language.as_str()), ("", ""));
    assert_eq!(read_made(&Made { template: Some(";1031"), ..Made::package() }).platform, Some(Platform::X86));
    assert_eq!(read_made(&Made { template: Some("PDP-11;0"), ..Made::package() }).platform, None);
}

#[test]
fn a_signature_is_seen() {
    let mut made = Made::package();
    made.other_streams = vec![("\u{5}MsiDigitalSignatureEx".to_owned(), vec![1; 32])];
    assert!(!read_made(&made).signed);
    made.other_streams.push(("\u{5}DigitalSignature".to_owned(), vec![0x30; 5000]));
    assert!(read_made(&made).signed);
}

#[test]
fn fixtures_tell_where_their_files_are() {
    assert_eq!(read_fixture("notes-1.0.0.msi").payload, Payload::Embedded);
    let cabinets = vec!["external-cabinet.cab".to_owned()];
    assert_eq!(read_fixture("external-cabinet.msi").payload, Payload::Beside(cabinets));
    assert_eq!(read_fixture("loose-files.msi").payload, Payload::Loose);
}

#[test]
fn files_are_where_media_and_attributes_say() {
    let check = |word_count, media: &[(i16, i16, &'static str)], files: &[(i16, i32)], expected: Payload| {
        let made = Made { word_count, media: media.to_vec(), files: files.to_vec(), ..Made::package() };
        assert_eq!(read_made(&made).payload, expected, "{word_count:?} {media:?} {files:?}");
    };
    let beside = |names: &[&str]| Payload::Beside(names.iter().map(|name| (*name).to_owned()).collect());
    let embedded = [(1, 2, "#a.cab")];
    let external = [(1, 2, "a.cab")];
    let none = [(1, 2, "")];
    // No files.
    check(Some(2), &[], &[], Payload::Embedded);
    check(Some(0), &none, &[], Payload::Embedded);
    check(Some(2), &external, &[], Payload::Embedded);
    // The medium decides.
    check(Some(2), &embedded, &[(0, 1), (0, 2)], Payload::Embedded);
    check(None, &embedded, &[(0, 1)], Payload::Embedded);
    check(Some(2), &external, &[(0, 1)], beside(&["a.cab"]));
    check(Some(2), &none, &[(0, 1)], Payload::Loose);
    check(Some(2), &[], &[(0, 1)], Payload::Loose);
    check(Some(2), &embedded, &[(0, 3)], Payload::Loose);
    // The summary information or the file overrules it.
    check(Some(0), &embedded, &[(0, 1)], Payload::Loose);
    check(Some(4), &embedded, &[(0, 1)], Payload::Loose);
    check(Some(0), &embedded, &[(0x4000, 1)], Payload::Embedded);
    check(Some(2), &embedded, &[(0x4000, 1), (0x2000, 2)], Payload::Loose);
    // Only media with files count; their order in the table does not; a cabinet is named once.
    let three = [(3, 30, "c.cab"), (1, 10, "#a.cab"), (2, 20, "b.cab")];
    check(Some(2), &three, &[(0, 1), (0, 10)], Payload::Embedded);
    check(Some(2), &three, &[(0, 10), (0, 11)], beside(&["b.cab"]));
    check(Some(2), &three, &[(0, 21), (0, 1), (0, 20)], beside(&["b.cab", "c.cab"]));
    let twice = [(1, 10, "a.cab"), (2, 20, "b.cab"), (3, 30, "a.cab")];
    check(Some(2), &twice, &[(0, 1), (0, 11), (0, 21)], beside(&["a.cab", "b.cab"]));
}
