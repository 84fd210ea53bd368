//! `oxcatalog remove`.

use crate::program::{CATALOG, Desk};

#[test]
fn a_product_is_removed_by_name_or_code() {
    let desk = Desk::new();
    for which in
        ["FIXTURE notes", "{0f5c2a10-6e0b-4d5a-8b3e-0000000000a1}", "0F5C2A10-6E0B-4D5A-8B3E-0000000000A1"]
    {
        desk.write(CATALOG, "<Products>\n</Products>\n");
        desk.add("user-1.0.0.msi", &[]);
        let before = desk.catalog();
        desk.add("notes-1.0.0.msi", &[]);
        let with = desk.catalog();
        let output = desk.succeed(&["remove", "--catalog", CATALOG, which]);
        assert!(
            output.starts_with("Fixture Notes 1.0.0 {")
                && output.ends_with("} was removed from update.xml.\n"),
            "{output}"
        );
        assert_eq!((desk.catalog(), desk.bytes("update.xml.bak")), (before, with.into_bytes()));
        assert_eq!(desk.names(), [CATALOG, "update.xml.bak"]);
    }
}

#[test]
fn which_product_is_meant_must_be_plain() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    desk.add("notes-1.0.0-x86.msi", &[]);
    let before = desk.catalog();
    let refuse = |which: &str, reason: &str| {
        let ran = desk.run(&["remove", "--catalog", CATALOG, which]);
        assert_eq!((ran.exit, ran.output.as_str()), (1, ""));
        assert!(ran.errors.starts_with(&format!("update.xml: {reason}")), "{ran:?}");
        assert_eq!(desk.catalog(), before);
    };
    refuse("Fixture Notes", "“Fixture Notes” is several products: Fixture Notes 1.0.0 {");
    refuse("Notes", "There is no product “Notes” in it.");
    let output = desk.succeed(&["remove", "--catalog", CATALOG, "Fixture Notes", "--all"]);
    assert_eq!((output.lines().count(), desk.catalog().as_str()), (2, "<Products>\n</Products>\n"));
}

#[test]
fn a_catalog_that_is_not_there_is_not_made() {
    let desk = Desk::new();
    let ran = desk.run(&["remove", "--catalog", CATALOG, "Notes"]);
    assert_eq!((ran.exit, ran.errors.as_str()), (3, "update.xml does not exist.\n"));
    assert_eq!(desk.names(), [""; 0]);
    let ran = desk.run(&["remove", "--catalog", "no/such/folder/update.xml", "Notes"]);
    assert_eq!(ran.exit, 3);
}
