//! What an install does, and what Windows Installer's database shows before and after it.

use std::ffi::OsStr;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;

use catalog::InstallParams;
use client::machine::{Context, Display, InstallProgress, Proceed};
use client::progress::TICKS_TOTAL;

use crate::stage::{Course, PACKAGES, Stage, installed, is_wine, product_code, verified, versions};

/// The positions of the bar, checked to go forward only.
fn positions(told: &[InstallProgress]) -> Vec<(u64, u64)> {
    let positions: Vec<(u64, u64)> = told
        .iter()
        .filter_map(|progress| match progress {
            InstallProgress::Ticks { done, total } => Some((*done, *total)),
            _ => None,
        })
        .collect();
    assert!(positions.is_sorted_by(|earlier, later| earlier.0 < later.0), "{positions:?}");
    assert!(positions.iter().all(|(done, total)| done <= total), "{positions:?}");
    positions
}

/// Asserts that the bar went forward to its end, and that there were words for it.
fn assert_whole(course: &Course) {
    assert_eq!(course.code, 0, "{}", course.log);
    let positions = positions(&course.told);
    assert!(positions.last().is_some_and(|(done, total)| done == total), "{positions:?}");
    // The fixtures bring no words of their own: Windows Installer lends its own.
    let has_words = course.told.iter().any(|told| matches!(told, InstallProgress::Action(_)));
    assert!(has_words, "{:?}", course.told);
}

/// Asserts that the bar went forward, and not to its end.
fn assert_not_whole(course: &Course) {
    let positions = positions(&course.told);
    assert!(positions.iter().all(|(done, total)| done < total), "{positions:?}");
}

#[test]
fn nothing_installed_is_an_empty_answer() {
    let _stage = Stage::set();
    for package in PACKAGES {
        assert_eq!(installed(package), [], "{package}");
    }
}

#[test]
fn a_first_install_is_found_for_the_machine_with_progress_and_a_log() {
    let stage = Stage::set();
    let course = stage.install("notes-1.0.0", Display::None);
    assert_whole(&course);
    let found = installed("notes-1.0.0");
    let [product] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(product.product_code, product_code("notes-1.0.0"));
    assert_eq!((product.name.as_str(), product.version.as_str()), ("Fixture Notes", "1.0.0"));
    assert_eq!(product.context, Context::Machine);
    assert!(course.log.contains("InstallFinalize"), "{}", course.log);
}

#[test]
fn a_major_upgrade_leaves_only_the_new_version() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let course = stage.install("notes-2.0.0", Display::None);
    assert_whole(&course);
    assert_eq!(versions("notes-1.0.0"), ["2.0.0"]);
}

#[test]
fn an_older_version_does_not_replace_a_newer_one() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-2.0.0", Display::None).code, 0);
    let course = stage.install("notes-1.0.0", Display::None);
    assert_eq!(course.code, 1603, "{}", course.log);
    assert_eq!(versions("notes-1.0.0"), ["2.0.0"]);
}

#[test]
fn a_version_that_differs_in_the_fourth_field_only_is_not_seen_as_newer() {
    let stage = Stage::set();
    assert_eq!(stage.install("fourth-field-1.0.0.1", Display::None).code, 0);
    let course = stage.install("fourth-field-1.0.0.2", Display::None);
    assert_eq!(course.code, 0, "{}", course.log);
    let mut found = versions("fourth-field-1.0.0.1");
    found.sort();
    assert_eq!(found, ["1.0.0.1", "1.0.0.2"], "both are installed");
}

#[test]
fn the_same_package_again_changes_nothing() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let before = installed("notes-1.0.0");
    let course = stage.install("notes-1.0.0", Display::None);
    assert_eq!(course.code, 0, "{}", course.log);
    assert_eq!(installed("notes-1.0.0"), before);
}

#[test]
fn a_launch_condition_that_is_not_met_ends_with_1603() {
    let stage = Stage::set();
    let course = stage.install("failing-1.0.0", Display::None);
    assert_eq!(course.code, 1603, "{}", course.log);
    assert_not_whole(&course);
    assert_eq!(installed("failing-1.0.0"), []);
}

#[test]
fn a_package_that_asks_for_a_restart_ends_with_3010() {
    let stage = Stage::set();
    let course = stage.install("restart-1.0.0", Display::None);
    assert_eq!(course.code, 3010, "{}", course.log);
    assert_eq!(positions(&course.told).last(), Some(&(TICKS_TOTAL, TICKS_TOTAL)));
    assert_eq!(versions("restart-1.0.0"), ["1.0.0"]);
}

#[test]
fn a_package_for_one_person_is_found_for_this_person() {
    let stage = Stage::set();
    let course = stage.install("user-1.0.0", Display::None);
    assert_eq!(course.code, 0, "{}", course.log);
    let found = installed("user-1.0.0");
    let [product] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((product.version.as_str(), product.context), ("1.0.0", Context::User));
}

#[test]
fn names_keep_their_umlauts() {
    let stage = Stage::set();
    assert_eq!(stage.install("umlauts-1.0.0", Display::None).code, 0);
    let names: Vec<String> = installed("umlauts-1.0.0").into_iter().map(|product| product.name).collect();
    assert_eq!(names, ["Grüße für Köln"]);
}

#[test]
fn cancelling_ends_with_1602_and_nothing_is_installed() {
    let stage = Stage::set();
    let package = stage.package("notes-1.0.0");
    let course = stage.install_file(&package, Display::None, "", |_| Proceed::Cancel);
    assert_eq!(course.code, 1602, "{}", course.log);
    assert_not_whole(&course);
    assert_eq!(installed("notes-1.0.0"), []);
}

#[test]
fn cancelling_late_undoes_what_was_done() {
    let stage = Stage::set();
    let package = stage.package("notes-1.0.0");
    let course = stage.install_file(&package, Display::None, "", |progress| match progress {
        InstallProgress::Ticks { .. } => Proceed::Cancel,
        _ => Proceed::GoOn,
    });
    // Wine hears a cancel only until it has computed how much room is needed, which is before the first ticks.
    let expected = if is_wine() { (0, vec!["1.0.0".to_owned()]) } else { (1602, Vec::new()) };
    assert_eq!((course.code, versions("notes-1.0.0")), expected, "{}", course.log);
}

#[test]
fn a_cancelled_upgrade_leaves_the_old_version() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let package = stage.package("notes-2.0.0");
    let course = stage.install_file(&package, Display::None, "", |_| Proceed::Cancel);
    assert_eq!(course.code, 1602, "{}", course.log);
    assert_eq!(versions("notes-1.0.0"), ["1.0.0"]);
}

#[test]
fn a_watcher_that_panics_cancels_the_install() {
    let stage = Stage::set();
    let package = stage.package("notes-1.0.0");
    let watch = |_: &InstallProgress| -> Proceed { panic!("as the test wants it") };
    let caught = catch_unwind(AssertUnwindSafe(|| stage.install_file(&package, Display::None, "", watch)));
    assert!(caught.is_err());
    assert_eq!(installed("notes-1.0.0"), []);
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0, "the next install is not disturbed");
}

#[test]
fn paths_with_umlauts_and_blanks_work() {
    let stage = Stage::set();
    let package = stage.package_as("notes-1.0.0", "Größe & Maß/日本語/Notizen für alle.msi");
    let course = stage.install_file(&package, Display::None, "", |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    assert_eq!(versions("notes-1.0.0"), ["1.0.0"]);
}

#[test]
fn a_path_beyond_260_characters_works() {
    let stage = Stage::set();
    let package =
        stage.package_as("notes-1.0.0", &format!("{}/notes.msi", ["a".repeat(60).as_str(); 5].join("/")));
    assert!(package.as_os_str().len() > 300);
    let course = stage.install_file(&package, Display::None, "", |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    assert_eq!(versions("notes-1.0.0"), ["1.0.0"]);
}

#[test]
fn a_verified_package_cannot_be_changed_while_it_is_held() {
    let stage = Stage::set();
    let package = stage.package("notes-1.0.0");
    let held = verified(&package);
    assert!(fs::write(&package, "other bytes").is_err());
    assert!(fs::rename(&package, stage.folder().join("other.msi")).is_err());
    assert!(fs::remove_file(&package).is_err());
    assert!(fs::read(&package).is_ok());
    drop(held);
    fs::remove_file(&package).unwrap();
}

#[test]
fn properties_reach_the_package_whatever_they_hold() {
    let stage = Stage::set();
    let folder = stage.folder().join("Größe & Maß");
    let params = InstallParams::default()
        .with_property("NOTE", r#"say "hi" REBOOT=Force"#)
        .and_then(|params| params.with_property("INSTALLDIR", &format!("{}\\", folder.display())))
        .unwrap();
    let package = stage.package("notes-1.0.0");
    let course = stage.install_file(&package, Display::None, &params.property_line(), |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    assert_eq!(fs::read_to_string(folder.join("notes.txt")).unwrap(), "Fixture Notes 1.0.0\r\n");
}

#[test]
fn progress_is_told_beside_windows_installers_own_bar() {
    let stage = Stage::set();
    for display in [Display::Passive, Display::Basic] {
        let course = stage.install("notes-1.0.0", display);
        assert_whole(&course);
    }
}

#[test]
fn a_package_that_shows_itself_shows_its_progress_too() {
    let stage = Stage::set();
    for display in [Display::Reduced, Display::Full] {
        let course = stage.install("notes-1.0.0", display);
        assert_eq!(course.code, 0, "{display:?}: {}", course.log);
        assert_eq!(course.told, [], "{display:?}");
    }
}

#[test]
fn an_install_for_this_person_does_not_replace_one_for_the_machine() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let package = stage.package("notes-2.0.0");
    let course = stage.install_file(&package, Display::None, "ALLUSERS=\"\"", |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    let mut found: Vec<(String, Context)> = installed("notes-1.0.0")
        .into_iter()
        .map(|product| (product.version.to_string(), product.context))
        .collect();
    found.sort();
    let mut expected = vec![("1.0.0".to_owned(), Context::Machine), ("2.0.0".to_owned(), Context::User)];
    if is_wine() {
        // Wine's upgrade looks into all contexts.
        expected.remove(0);
    }
    assert_eq!(found, expected);
}

#[test]
fn an_advertised_product_does_not_count_as_installed() {
    let stage = Stage::set();
    let package = stage.package("notes-1.0.0");
    let msiexec = |arguments: &[&OsStr]| Command::new("msiexec").args(arguments).status().unwrap().code();
    let quiet = OsStr::new("/qn");
    let advertised = msiexec(&[OsStr::new("/jm"), package.as_os_str(), quiet]);
    // Wine cannot advertise (ERROR_CALL_NOT_IMPLEMENTED).
    assert_eq!(advertised, Some(if is_wine() { 120 } else { 0 }));
    assert_eq!(installed("notes-1.0.0"), []);
    if !is_wine() {
        assert_eq!(msiexec(&[OsStr::new("/x"), package.as_os_str(), quiet]), Some(0));
    }
}
