//! `oxcatalog list`.

use serde_json::Value;

use crate::program::{CATALOG, Desk};

#[test]
fn a_person_reads_a_table() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &["--importance", "high", "--release-date", "2026-11-20"]);
    desk.add("japanese.msi", &["--release-date", ""]);
    let text = desk.succeed(&["list", CATALOG]);
    let code = text.lines().last().unwrap().split_whitespace().last().unwrap();
    insta::assert_snapshot!(text.replace(code, "CODE"), @"
    Name           Version  Platform  Importance  Released    UpgradeCode
    Fixture Notes  1.0.0    x64       high        20.11.2026  {0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}
    日本語メモ     1.0.0    x64       low         -           CODE
    ");
}

#[test]
fn programs_read_json() {
    let desk = Desk::new();
    desk.add(
        "notes-1.0.0.msi",
        &["--release-date", "2026-11-20", "--install-params", "/qn", "--close-first", "a.exe"],
    );
    let json: Value = serde_json::from_str(&desk.succeed(&["list", "--json", CATALOG])).unwrap();
    let product = &json.as_array().unwrap()[0];
    let check = |key: &str, expected: Value| assert_eq!(product[key], expected, "{key}");
    check("name", "Fixture Notes".into());
    check("version", "1.0.0".into());
    check("upgrade_code", "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}".into());
    check("platform", "x64".into());
    check("importance", "low".into());
    check("release_date", "20.11.2026".into());
    check("url", "https://updates.example/notes-1.0.0.msi".into());
    check("install_params", "/qn".into());
    check("close_first", serde_json::json!(["a.exe"]));
    check("has_icon", false.into());
    check("description", Value::Null);
}

#[test]
fn an_empty_catalog_says_so_and_problems_are_told_aside() {
    let desk = Desk::with_catalog("<Products><Product><Name>bad</Name></Product></Products>");
    let ran = desk.run(&["list", CATALOG]);
    assert_eq!((ran.exit, ran.output.as_str()), (0, "There are no products in update.xml.\n"));
    assert_eq!(
        ran.errors,
        "There is a problem in update.xml. Type “oxcatalog check update.xml” to see what is wrong.\n"
    );
    assert_eq!(desk.run(&["list", "--json", CATALOG]).output, "[]\n");
    let ran = desk.run(&["list", "missing.xml"]);
    assert_eq!((ran.exit, ran.errors.as_str()), (3, "missing.xml does not exist.\n"));
}

#[test]
fn a_name_commands_no_terminal() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    desk.write(CATALOG, desk.catalog().replace("<Name>Fixture", "<Name>&#x9b;31m\nFixture"));
    let text = desk.succeed(&["list", CATALOG]);
    assert!(text.lines().nth(1).unwrap().starts_with("\u{fffd}31m Fixture Notes  1.0.0"), "{text}");
}
