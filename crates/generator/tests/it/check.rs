//! `oxcatalog check`, and how the program speaks in general.

use crate::program::{CATALOG, Desk, Ran};

#[test]
fn a_good_catalog_has_no_problems() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &[]);
    assert_eq!(desk.succeed(&["check", CATALOG]), "update.xml: 1 product, no problems.\n");
}

#[test]
fn problems_are_told_with_their_lines_and_the_exit_code() {
    let desk = Desk::new();
    desk.add("notes-1.0.0.msi", &["--install-params", "/qn"]);
    let bad = desk.catalog().replace("/qn", "/x {0}").replace("<Importance>0", "<Importance>");
    let good = desk.catalog().replace("<Importance>0", "<Importance>");
    let good = good.trim_start_matches("<Products>\n");
    desk.write(CATALOG, bad.replace("</Products>\n", good));
    let ran = desk.run(&["check", CATALOG]);
    assert_eq!((ran.exit, ran.errors.as_str()), (1, ""));
    insta::assert_snapshot!(ran.output, @"
    Line 11, Fixture Notes: InstallParams is wrong. “/x” would replace the install by another action. Leave it out: OX Updater installs the package itself. The product is left out.
    Line 19, Fixture Notes: Importance is missing; it counts as 0 (low). Write 0, 100 or 200.
    update.xml: 1 product, 2 problems.
    ");
}

#[test]
fn a_name_says_no_line_of_its_own() {
    let desk = Desk::with_catalog(
        "<Products><Product><Name>A\nupdate.xml: no problems.</Name></Product></Products>",
    );
    let ran = desk.run(&["check", CATALOG]);
    assert!(ran.output.starts_with("Line 1, A update.xml: no problems.: "), "{ran:?}");
    assert_eq!((ran.exit, ran.output.lines().count()), (1, 2));
}

#[test]
fn what_is_no_catalog_is_a_problem_and_what_is_not_there_a_failure() {
    let desk = Desk::with_catalog("<Products>\n<Product><Name>A & B</Name></Product></Products>");
    let ran = desk.run(&["check", CATALOG]);
    assert_eq!((ran.exit, ran.errors.as_str()), (1, ""));
    assert!(ran.output.starts_with("update.xml: Line 2, column 18: "), "{ran:?}");
    let ran = desk.run(&["check", "missing.xml"]);
    assert_eq!(
        (ran.exit, ran.output.as_str(), ran.errors.as_str()),
        (3, "", "missing.xml does not exist.\n")
    );
}

#[test]
fn it_speaks_the_persons_language() {
    let desk = Desk::with_catalog("<Products/>");
    let german = |arguments: &[&str]| Ran::of(desk.command(arguments).env("OXUPDATER_LANGUAGE", "de"));
    assert_eq!(german(&["check", CATALOG]).output, "update.xml: 0 Produkte, keine Probleme.\n");
    assert_eq!(german(&["check", "nichts.xml"]).errors, "nichts.xml gibt es nicht.\n");
    let help = german(&["add", "--help"]);
    assert_eq!((help.exit, help.errors.as_str()), (0, ""));
    assert!(
        help.output.contains("Verwendung: oxcatalog add") && help.output.contains("Das Paket."),
        "{help:?}"
    );
    let ran = german(&["check"]);
    assert_eq!((ran.exit, ran.output.as_str()), (2, ""));
    assert!(ran.errors.starts_with("Das Argument „<UPDATE.XML>“ fehlt."), "{ran:?}");
}

#[test]
fn help_and_version_are_results_and_no_verb_is_misuse() {
    let desk = Desk::new();
    assert_eq!(desk.succeed(&["--version"]), format!("oxcatalog {}\n", env!("CARGO_PKG_VERSION")));
    assert!(desk.succeed(&["--help"]).contains("Usage: oxcatalog"));
    let ran = desk.run(&[]);
    assert_eq!((ran.exit, ran.output.as_str()), (2, ""));
    assert!(ran.errors.contains("Usage: oxcatalog"), "{ran:?}");
}
