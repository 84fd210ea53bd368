//! `oxcatalog add`.

use catalog::xml;
use catalog::{Importance, Platform, Product, ReleaseDate};

use crate::program::{CATALOG, Desk, fixture};

fn products(desk: &Desk) -> Vec<Product> {
    let reading = xml::read(&desk.bytes(CATALOG)).unwrap();
    assert_eq!(reading.problems, []);
    reading.products
}

#[test]
fn a_package_becomes_an_entry_with_all_that_is_known() {
    let desk = Desk::new();
    let icon = fixture("icon.ico");
    let ran = desk.add(
        "notes-1.0.0.msi",
        &[
            "--info-url",
            "https://updates.example/notes",
            "--icon",
            icon.to_str().unwrap(),
            "--install-params",
            "/passive OXURL=https://a.example",
            "--importance",
            "high",
            "--release-date",
            "2026-11-20",
            "--description",
            "- Notes for all – für alle.",
            "--release-notes",
            "Faster.\nSafer.",
            "--requires",
            "Windows 10",
            "--close-first",
            "OUTLOOK.EXE; notes.exe",
        ],
    );
    assert_eq!((ran.exit, ran.errors.as_str()), (0, ""));
    assert_eq!(ran.output, "Fixture Notes 1.0.0 was added to update.xml.\n");
    let package = desk.succeed(&["show", "--json", fixture("notes-1.0.0.msi").to_str().unwrap()]);
    let package: serde_json::Value = serde_json::from_str(&package).unwrap();
    let hide = |text: String, key: &str| text.replace(&package[0][key].to_string().replace('"', ""), key);
    let shown = ["md5", "sha256", "size", "product_code"].into_iter().fold(desk.catalog(), hide);
    let (before, icon) = shown.split_once("<Icon>").unwrap();
    let (icon, behind) = icon.split_once("</Icon>").unwrap();
    assert!(icon.starts_with("AAABAAEAEBAAAAEAIAB"), "{icon}");
    insta::assert_snapshot!(format!("{before}<Icon>…</Icon>{behind}"), @"
    <Products>
      <Product>
        <Name>Fixture Notes</Name>
        <Version>1.0.0</Version>
        <UpgradeCode>{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}</UpgradeCode>
        <MD5>md5</MD5>
        <ReleaseDate>20.11.2026</ReleaseDate>
        <URL>https://updates.example/notes-1.0.0.msi</URL>
        <InfoUrl>https://updates.example/notes</InfoUrl>
        <Icon>…</Icon>
        <InstallParams>/passive OXURL=&quot;https://a.example&quot;</InstallParams>
        <Importance>200</Importance>
        <SHA256>sha256</SHA256>
        <Size>size</Size>
        <ProductCode>product_code</ProductCode>
        <Platform>x64</Platform>
        <Scope>machine</Scope>
        <Description>- Notes for all – für alle.</Description>
        <ReleaseNotes>Faster.
    Safer.</ReleaseNotes>
        <Requires>Windows 10</Requires>
        <CloseFirst>OUTLOOK.EXE;notes.exe</CloseFirst>
      </Product>
    </Products>
    ");
    assert_eq!(desk.names(), [CATALOG], "no lock, no temporary file, nothing to keep");
}

#[test]
fn the_release_date_is_a_day_unless_it_is_given() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    assert!(matches!(products(&desk)[0].release_date, Some(ReleaseDate::Day(_))));
    desk.add("notes-1.0.0.msi", &["--release-date", ""]);
    assert_eq!(products(&desk)[0].release_date, None);
    let ran = desk.add("notes-1.0.0.msi", &["--release-date", "31.02.2026"]);
    assert_eq!(ran.exit, 2);
    assert_eq!(
        ran.errors,
        "--release-date cannot be used. “31.02.2026” is not a day. Write it as 2026-11-20 or 20.11.2026.\n"
    );
}

#[test]
fn what_is_odd_is_told() {
    let desk = Desk::new();
    let ran = desk.add("notes-1.0.0.msi", &["--release-date", "2999-12-31"]);
    assert_eq!(ran.exit, 0, "{}", ran.errors);
    assert_eq!(
        ran.errors,
        "The release date 31.12.2999 is in the future. The product is offered all the same, from now on.\n"
    );
    let ran = desk.add("notes-2.0.0.msi", &["--install-params", "A=${OX_SERVERURL} B=$%TEMP%"]);
    assert_eq!(ran.exit, 0, "{}", ran.errors);
    assert!(ran.errors.starts_with("“${OX_SERVERURL}” stays as it is"), "{}", ran.errors);
    assert_eq!(products(&desk)[0].install_params.to_string(), "A=\"${OX_SERVERURL}\" B=\"$%TEMP%\"");
    for (params, told) in [
        ("A=${OTHER}", "Nothing is put in place of “${OTHER}”."),
        ("A=${OX_PASSWORD}", "“${OX_PASSWORD}” asks for something secret."),
    ] {
        let ran = desk.add("notes-3.0.0.msi", &["--install-params", params]);
        assert_eq!(ran.exit, 2);
        assert!(ran.errors.contains(told), "{}", ran.errors);
    }
    let ran = desk.add("notes-3.0.0.msi", &["--name", "Notes\nand more"]);
    assert_eq!(ran.exit, 1);
    assert!(ran.errors.ends_with("Name holds a control character. Leave it out.\n"), "{}", ran.errors);
}

#[test]
fn an_unreadable_entry_of_the_same_product_is_told() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    let broken = desk.catalog().replace("<Version>1.0.0</Version>", "<Version>one</Version>");
    desk.write(CATALOG, broken.as_bytes());
    let ran = desk.add("notes-2.0.0.msi", &[]);
    assert_eq!(ran.exit, 0, "{}", ran.errors);
    assert!(
        ran.errors.starts_with(
            "update.xml, line 2: the entry “Fixture Notes” has the same UpgradeCode and cannot be read"
        ),
        "{}",
        ran.errors
    );
    assert!(desk.catalog().contains("<Version>one</Version>"), "it stays");
    desk.write(CATALOG, broken.replace("{", "{9").as_bytes());
    let ran = desk.add("notes-2.0.0.msi", &[]);
    assert_eq!((ran.exit, ran.errors.as_str()), (0, ""), "of another product nothing is said");
}

#[test]
fn a_newer_version_replaces_an_older_one_and_keeps_what_was_said_of_the_product() {
    let desk = Desk::new();
    let icon = fixture("icon.ico");
    let said = [
        "--install-params",
        "/passive",
        "--importance",
        "medium",
        "--release-notes",
        "Old.",
        "--name",
        "Notes",
    ];
    desk.add("notes-1.0.0.msi", &[said.as_slice(), &["--icon", icon.to_str().unwrap()]].concat());
    let before = desk.catalog();
    let ran = desk.add("notes-2.0.0.msi", &[]);
    assert_eq!((ran.exit, ran.errors.as_str()), (0, ""));
    assert_eq!(
        ran.output,
        "Fixture Notes 2.0.0 was put into update.xml. It replaces version 1.0.0.\n\
         Kept from the entry before: Icon, InstallParams, Importance.\n"
    );
    let [product] = products(&desk).try_into().unwrap();
    assert_eq!((product.name.as_str(), product.version.as_str()), ("Fixture Notes", "2.0.0"));
    assert_eq!((product.importance, product.release_notes), (Importance::Medium, None));
    assert_eq!(product.install_params.to_string(), "/passive");
    assert!(product.icon.is_some());
    assert_eq!(desk.bytes("update.xml.bak"), before.as_bytes(), "the previous one is kept");

    let ran = desk.add("notes-3.0.0.msi", &["--icon", "", "--install-params", "", "--importance", "low"]);
    assert_eq!(ran.output, "Fixture Notes 3.0.0 was put into update.xml. It replaces version 2.0.0.\n");
    let [product] = products(&desk).try_into().unwrap();
    assert!(product.icon.is_none() && product.install_params.is_empty());
}

#[test]
fn a_newer_one_is_not_overwritten_without_force() {
    let desk = Desk::new();
    desk.add("notes-2.0.0.msi", &[]);
    let before = desk.catalog();
    let ran = desk.add("notes-1.0.0.msi", &[]);
    assert_eq!(ran.exit, 1);
    assert_eq!(
        ran.errors,
        "update.xml has Fixture Notes 2.0.0, which is newer than 1.0.0. Give --force to replace it all the same.\n"
    );
    assert_eq!((desk.catalog(), desk.names()), (before, vec![CATALOG.to_owned()]));
    let ran = desk.add("notes-1.0.0.msi", &["--force"]);
    assert_eq!(ran.exit, 0);
    assert_eq!(
        ran.errors,
        "Version 1.0.0 is older than 2.0.0, which it replaces. PCs that have 2.0.0 keep it.\n"
    );
    assert_eq!(products(&desk)[0].version.as_str(), "1.0.0");
}

#[test]
fn platforms_are_families_of_their_own() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    let ran = desk.add("notes-2.0.0-x86.msi", &[]);
    assert_eq!(ran.output, "Fixture Notes 2.0.0 was added to update.xml.\n");
    let platforms: Vec<Option<Platform>> = products(&desk).iter().map(|product| product.platform).collect();
    assert_eq!(platforms, [Some(Platform::X64), Some(Platform::X86)]);
}

#[test]
fn the_same_again_changes_nothing_and_other_content_is_said() {
    let desk = Desk::new();
    desk.add("umlauts-1.0.0.msi", &["--release-date", "20.11.2026"]);
    let before = desk.catalog();
    let ran = desk.add("umlauts-1.0.0.msi", &["--release-date", "20.11.2026"]);
    assert_eq!((ran.exit, ran.errors.as_str()), (0, ""));
    assert_eq!(
        ran.output,
        "update.xml already has exactly this entry of Grüße für Köln 1.0.0. Nothing was changed.\n"
    );
    assert_eq!((desk.catalog(), desk.names()), (before.clone(), vec![CATALOG.to_owned()]));

    let sha256 = products(&desk)[0].sha256.unwrap().to_string();
    desk.write(CATALOG, before.replace(&sha256, &"0".repeat(64)));
    let ran = desk.add("umlauts-1.0.0.msi", &[]);
    assert_eq!(ran.output, "Grüße für Köln 1.0.0 was put into update.xml. It replaces version 1.0.0.\n");
    assert_eq!(
        ran.errors,
        "The package has other content than the one before, and the same version 1.0.0. \
         PCs that have this version will not be offered it again.\n"
    );
}

#[test]
fn a_difference_in_the_fourth_number_only_is_warned_about() {
    let desk = Desk::new();
    desk.add("fourth-field-1.0.0.1.msi", &[]);
    for (next, old, new) in [
        ("fourth-field-1.0.0.2.msi", "1.0.0.1", "1.0.0.2"),
        ("fourth-field-1.0.0.1.msi", "1.0.0.2", "1.0.0.1"),
    ] {
        let ran = desk.add(next, &[]);
        assert_eq!(ran.exit, 0, "{ran:?}");
        assert!(
            ran.errors.starts_with(&format!("Versions {old} and {new} differ only in the fourth number")),
            "{ran:?}"
        );
        assert_eq!(products(&desk)[0].version.as_str(), new);
    }
}

#[test]
fn what_cannot_be_offered_is_refused_with_the_mend() {
    let desk = Desk::new();
    let check = |name: &str, reason: &str| {
        let ran = desk.add(name, &[]);
        assert_eq!((ran.exit, ran.output.as_str()), (1, ""), "{name}");
        assert!(ran.errors.contains(&format!("{name}: {reason}")), "{ran:?}");
        assert_eq!(desk.names(), [""; 0], "{name}");
    };
    check(
        "no-upgrade-code.msi",
        "The package has no UpgradeCode, so an installed version could never be found. Ask its publisher",
    );
    check("external-cabinet.msi", "The package keeps its files in cabinets beside it (external-cabinet.cab)");
    check("loose-files.msi", "The package keeps its files beside it");
    check("patch.msp", "");
    check("not-an-msi.msi", "");
}

#[test]
fn wrong_arguments_are_named_before_anything_is_read() {
    let desk = Desk::new();
    let check = |more: &[&str], expected: &str| {
        let url = if more.contains(&"--url") { &[][..] } else { &["--url", "x.msi"] };
        let ran = desk.run(&[&["add", "--catalog", CATALOG, "missing.msi"], url, more].concat());
        assert_eq!((ran.exit, ran.output.as_str()), (2, ""), "{more:?}: {ran:?}");
        assert_eq!(ran.errors.lines().next(), Some(expected), "{more:?}");
        assert_eq!(desk.names(), [""; 0]);
    };
    check(
        &["--url", "C:\\x.msi"],
        "--url cannot be used. It names a drive of one PC, which other PCs do not have. Use http, https, a path such as \\\\server\\share\\setup.msi, or an address relative to the update.xml.",
    );
    check(
        &["--url", "a b.msi"],
        "--url cannot be used. It holds a blank or a control character. Write a blank as %20.",
    );
    check(&["--url", ""], "--url cannot be used. It is empty. Give the address of the package.");
    check(
        &["--info-url", "a.example"],
        "--info-url cannot be used. It has to begin with http:// or https://, for only that is opened for a person.",
    );
    check(
        &["--install-params", "/x"],
        "--install-params cannot be used. “/x” would replace the install by another action. Leave it out: OX Updater installs the package itself.",
    );
    check(
        &["--close-first", "a/b"],
        "--close-first cannot be used. Programs are named by their file names, such as OUTLOOK.EXE, with a semicolon between two, at most 16 of them.",
    );
    check(
        &["--importance", "urgent"],
        "“urgent” does not fit “--importance <IMPORTANCE>”. It takes one of: low, medium, high.",
    );
    let ran = desk.run(&["add", "x.msi"]);
    assert_eq!(ran.exit, 2, "{ran:?}");
    let ran = desk.add("notes-1.0.0.msi", &["--icon", fixture("notes-1.0.0.msi").to_str().unwrap()]);
    assert_eq!(ran.exit, 1);
    assert!(ran.errors.ends_with("notes-1.0.0.msi: The icon is not an .ico file.\n"), "{ran:?}");
    let ran = desk.add("notes-1.0.0.msi", &["--icon", "missing.ico"]);
    assert_eq!((ran.exit, ran.errors.as_str()), (3, "missing.ico does not exist.\n"));
    let ran = desk.add("notes-1.0.0.msi", &["--name", &"n".repeat(300)]);
    assert_eq!((ran.exit, desk.names().len()), (1, 0), "{ran:?}");
}

#[test]
fn only_the_product_changes_and_every_other_byte_stays() {
    let others = "\u{feff}<?xml version=\"1.0\"?>\r\n<!-- call 4711 -->\r\n<products>\r\n\t<Product><Name>bad</Name></Product>\r\n\
        \t<PRODUCT x='1'>\r\n\t\t<Name>Drive</Name><Unknown/><Version>1.5.0</Version>\r\n\
        \t\t<UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode><!-- both -->\r\n\
        \t\t<URL>a.exe</URL><MD5>1</MD5><MSIURL>a.msi</MSIURL><MSIMD5>11111111111111111111111111111111</MSIMD5></PRODUCT>\r\n";
    let desk = Desk::with_catalog(format!("{others}</products>"));
    for name in ["notes-1.0.0.msi", "notes-2.0.0.msi"] {
        let ran = desk.add(name, &[]);
        assert_eq!((ran.exit, ran.errors.as_str()), (0, ""));
        let rest = desk.catalog().strip_prefix(others).map(str::to_owned).unwrap();
        assert!(rest.starts_with("\t<Product>\r\n\t\t<Name>Fixture Notes</Name>\r\n"), "{rest}");
        assert!(rest.ends_with("\r\n\t</Product>\r\n</products>"), "{rest}");
    }
    let utf16: Vec<u8> = desk.catalog().encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write(CATALOG, &utf16);
    desk.succeed(&["remove", "--catalog", CATALOG, "fixture notes"]);
    let expected: Vec<u8> =
        format!("{others}</products>").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(desk.bytes(CATALOG), expected);
}

#[test]
fn a_catalog_that_cannot_be_edited_is_left_alone_with_the_reason() {
    let check = |catalog: &[u8], reason: &str| {
        let desk = Desk::with_catalog(catalog);
        let ran = desk.add("notes-1.0.0.msi", &[]);
        assert_eq!((ran.exit, ran.output.as_str()), (1, ""));
        assert!(ran.errors.starts_with(&format!("update.xml: {reason}")), "{ran:?}");
        assert_eq!((desk.bytes(CATALOG).as_slice(), desk.names()), (catalog, vec![CATALOG.to_owned()]));
    };
    check(b"<Products><Product></Products>", "Line 1, column 20: this is not well-formed XML");
    check(b"<html/>", "It is not an update.xml");
    check(b"<Products>\xE4</Products>", "It is written neither in UTF-8 nor in UTF-16.");
    check(b"<!DOCTYPE x><Products/>", "It has a document type declaration");
}

#[test]
fn an_empty_catalog_is_a_new_one() {
    let desk = Desk::with_catalog("");
    assert_eq!(desk.add("notes-1.0.0.msi", &[]).exit, 0);
    assert_eq!(products(&desk).len(), 1);
}
