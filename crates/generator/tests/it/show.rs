//! `oxcatalog show`.

use std::fs;

use catalog::digest::Digester;
use serde_json::Value;

use crate::program::{Desk, fixture};

/// The keys that programs rely on, beside `file`.
pub(crate) const KEYS: [&str; 12] = [
    "product_name",
    "product_version",
    "upgrade_code",
    "product_code",
    "manufacturer",
    "language",
    "platform",
    "scope",
    "signed",
    "size",
    "md5",
    "sha256",
];

fn shown(desk: &Desk, arguments: &[&str]) -> Vec<Value> {
    let json = desk.succeed(&[&["show", "--json"], arguments].concat());
    serde_json::from_str::<Value>(&json).unwrap().as_array().unwrap().clone()
}

#[test]
fn a_person_reads_what_the_file_says() {
    let desk = Desk::new();
    desk.fetch("notes-1.0.0.msi");
    let text = desk.succeed(&["show", "--no-hash", "notes-1.0.0.msi"]);
    let size = fs::metadata(fixture("notes-1.0.0.msi")).unwrap().len().to_string();
    insta::assert_snapshot!(text.replace(&size, "SIZE"), @"
    notes-1.0.0.msi
      Name          Fixture Notes
      Version       1.0.0
      UpgradeCode   {0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}
      ProductCode   {0FA7CCBA-199C-87C0-85E5-462C2EF1120C}
      Manufacturer  OX Updater Fixtures
      Language      1033
      Platform      x64
      Installs      for everyone on the PC
      Signature     none
      Files         inside the package
      Size          SIZE bytes
    ");
}

#[test]
fn json_has_the_keys_that_programs_rely_on() {
    let desk = Desk::new();
    desk.fetch("notes-1.0.0-x86.msi");
    let shown = shown(&desk, &["notes-1.0.0-x86.msi"]);
    let [file] = shown.as_slice() else { panic!("one file is an array of one: {shown:?}") };
    let keys: Vec<&str> = file.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected = [["file"].as_slice(), &KEYS].concat();
    expected.sort_unstable();
    assert_eq!(keys, expected);
    let bytes = desk.bytes("notes-1.0.0-x86.msi");
    let mut digester = Digester::default();
    digester.update(&bytes);
    let digests = digester.finish();
    let check = |key: &str, expected: Value| assert_eq!(file[key], expected, "{key}");
    check("file", "notes-1.0.0-x86.msi".into());
    check("product_name", "Fixture Notes".into());
    check("product_version", "1.0.0".into());
    check("upgrade_code", "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}".into());
    check("manufacturer", "OX Updater Fixtures".into());
    check("language", "1033".into());
    check("platform", "x86".into());
    check("scope", "machine".into());
    check("signed", false.into());
    check("size", bytes.len().into());
    check("md5", digests.md5.to_string().into());
    check("sha256", digests.sha256.to_string().into());
}

#[test]
fn without_hashing_the_digests_are_null_and_all_else_is_the_same() {
    let desk = Desk::new();
    let file = fixture("user-1.0.0.msi");
    let file = file.to_str().unwrap();
    let (mut with, without) = (shown(&desk, &[file]), shown(&desk, &["--no-hash", file]));
    with[0]["md5"] = Value::Null;
    with[0]["sha256"] = Value::Null;
    assert_eq!(with, without);
    assert_eq!(without[0]["scope"], "user");
}

#[test]
fn names_come_out_right_whatever_the_code_page_and_the_files_name() {
    let desk = Desk::new();
    let check = |fixture: &str, file: &str, name: &str, manufacturer: &str| {
        desk.fetch_as(fixture, file);
        let shown = shown(&desk, &[file, "--no-hash"]);
        assert_eq!(shown[0]["file"], file);
        assert_eq!(
            (&shown[0]["product_name"], &shown[0]["manufacturer"]),
            (&name.into(), &manufacturer.into())
        );
        let text = desk.succeed(&["show", file]);
        assert!(text.starts_with(&format!("{file}\n")) && text.contains(name), "{text}");
    };
    check("umlauts-1.0.0.msi", "Grüße für alle.msi", "Grüße für Köln", "Müller & Söhne");
    check("umlauts-utf8.msi", "'quoted' & file.msi", "Grüße für Köln", "Müller & Söhne");
    check("japanese.msi", "メモ.msi", "日本語メモ", "山田商店");
}

#[test]
fn what_keeps_a_package_from_being_offered_is_said() {
    let desk = Desk::new();
    let check = |name: &str, part: &str| {
        let text = desk.succeed(&["show", "--no-hash", fixture(name).to_str().unwrap()]);
        assert!(text.contains(part), "{text}");
    };
    check("no-upgrade-code.msi", "UpgradeCode   none, so it cannot be offered");
    check(
        "external-cabinet.msi",
        "in cabinets beside the package (external-cabinet.cab), so it cannot be offered",
    );
    check("loose-files.msi", "beside the package, so it cannot be offered");
    check("looks-signed.msi", "present, not verified");
    let json = shown(&desk, &["--no-hash", fixture("no-upgrade-code.msi").to_str().unwrap()]);
    assert_eq!(json[0]["upgrade_code"], Value::Null);
}

#[test]
fn one_bad_file_does_not_stop_the_others_and_the_exit_code_tells() {
    let desk = Desk::new();
    for name in
        ["notes-1.0.0.msi", "not-an-msi.msi", "empty.msi", "patch.msp", "transform.mst", "truncated.msi"]
    {
        desk.fetch(name);
    }
    let ran = desk.run(&["show", "--json", "--no-hash", "not-an-msi.msi", "notes-1.0.0.msi", "empty.msi"]);
    let json: Value = serde_json::from_str(&ran.output).unwrap();
    assert_eq!((json.as_array().unwrap().len(), ran.exit), (1, 1));
    assert_eq!(json[0]["file"], "notes-1.0.0.msi");
    insta::assert_snapshot!(ran.errors, @"
    not-an-msi.msi: This is not an MSI file. Choose the product's .msi file.
    empty.msi: This is not an MSI file. Choose the product's .msi file.
    ");

    let ran = desk.run(&["show", "missing.msi", "notes-1.0.0.msi", "patch.msp"]);
    assert!(ran.output.starts_with("notes-1.0.0.msi\n"), "{ran:?}");
    assert_eq!(ran.exit, 3, "a file that could not be read weighs more than one that is none");
    assert!(ran.errors.starts_with("missing.msi does not exist.\npatch.msp: "), "{ran:?}");

    let ran = desk.run(&["show", "--json", "missing.msi"]);
    assert_eq!((ran.exit, ran.output.as_str()), (3, "[]\n"));
    for name in ["patch.msp", "transform.mst", "truncated.msi", "."] {
        let ran = desk.run(&["show", name]);
        assert!(matches!(ran.exit, 1 | 3) && ran.output.is_empty(), "{name}: {ran:?}");
        assert!(ran.errors.starts_with(name) && ran.errors.lines().count() == 1, "{ran:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let desk = Desk::new();
    let mut command = desk.command(&["show", "--no-hash", fixture("notes-1.0.0.msi").to_str().unwrap()]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command.stdout(writer).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let output = output.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}
