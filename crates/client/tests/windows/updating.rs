//! Kinds of updates: what Windows Installer makes of each, and what its database says before and after.

use std::fs;
use std::path::{Path, PathBuf};

use catalog::{Platform, ProductVersion};
use client::machine::{Context, Display, ExitCode, Installed, Proceed};
use client::outcome::{Before, Goal};
use client::plan::{Inventory, Item, Kind, Obstacle, Plan, Preparation, prepare};

use crate::stage::{Course, Stage, installed, is_wine, metadata, offer, upgrade_code, versions};

const PC: [Platform; 2] = [Platform::X64, Platform::X86];

/// The item of a fixture, as it stands on this machine.
fn item(name: &str) -> Item {
    let inventory = Inventory::from([(upgrade_code(name), installed(name))]);
    Plan::new(vec![offer(name)], &inventory, &PC).items.remove(0)
}

/// Updates to a fixture as the engine does: by what the plan says, under the name that is wanted.
fn update(stage: &Stage, name: &str) -> (Preparation, Course, Vec<Installed>) {
    let item = item(name);
    assert!(item.is_ready(), "{}", item.reason());
    let prepared = prepare(&item, &metadata(name), &PC).unwrap();
    let file = prepared.file_name.clone().unwrap_or_else(|| format!("{name}.msi"));
    let package = stage.package_as(name, &format!("named/{file}"));
    let course = stage.install_file(&package, Display::None, &prepared.property_line, |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    (prepared, course, installed(name))
}

/// The last word of the file that a fixture installs.
fn installed_file(folder: &str) -> String {
    let text = fs::read_to_string(Path::new(folder).join("notes.txt")).unwrap();
    text.split_whitespace().last().unwrap().to_owned()
}

#[test]
fn the_database_tells_the_packages_name_and_platform() {
    let stage = Stage::set();
    let check = |name: &str, platform: Platform| {
        let package = stage.package_as(name, "folder/Größe & Maß.msi");
        assert_eq!(stage.install_file(&package, Display::None, "", |_| Proceed::GoOn).code, 0);
        let [product] = installed(name).try_into().unwrap();
        let Installed { package_name, platform: found, .. } = product;
        assert_eq!((package_name.as_deref(), found), (Some("Größe & Maß.msi"), Some(platform)), "{name}");
    };
    check("notes-1.0.0", Platform::X64);
    // The same family: an upgrade over the platforms, which the plan leaves to who removes the other one first.
    check("notes-2.0.0-x86", Platform::X86);
    assert_eq!(
        item("notes-3.0.0").obstacle,
        Some(Obstacle::OtherPlatform { offered: Platform::X64, installed: Platform::X86 })
    );
}

#[test]
fn a_minor_update_is_made_in_place() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let (prepared, _, after) = update(&stage, "notes-1.0.1");
    assert_eq!((prepared.kind, prepared.file_name.as_deref()), (Kind::Minor, Some("notes-1.0.0.msi")));
    let [product] = after.try_into().unwrap();
    assert_eq!(
        (product.version.as_str(), product.package_name.as_deref()),
        ("1.0.1", Some("notes-1.0.0.msi"))
    );
    assert_eq!(installed_file(r"C:\Program Files\FxNotes"), "1.0.1");
    assert_eq!(item("notes-1.0.1").step().as_str(), "nothing");
}

#[test]
fn a_minor_update_under_another_file_name_is_refused() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0", Display::None).code, 0);
    let package = stage.package("notes-1.0.1");
    let line = "REINSTALL=ALL REINSTALLMODE=vomus";
    let course = stage.install_file(&package, Display::None, line, |_| Proceed::GoOn);
    // Windows: error 1316 in the log, and 1603 or 1316 as the code. Wine looks at no names.
    let expected = if is_wine() { "1.0.1" } else { "1.0.0" };
    assert_eq!(versions("notes-1.0.0"), [expected], "{}", course.log);
    assert_eq!(course.code == 0, is_wine(), "{}", course.log);
}

#[test]
fn a_small_update_in_the_fourth_field_is_made_in_place() {
    let stage = Stage::set();
    assert_eq!(stage.install("fourth-field-1.0.0.1", Display::None).code, 0);
    let before: Vec<Before> = installed("fourth-field-1.0.0.1").iter().map(Before::from).collect();
    let (prepared, course, after) = update(&stage, "fourth-field-1.0.0.3");
    assert_eq!(
        (prepared.kind, prepared.file_name.as_deref()),
        (Kind::Small, Some("fourth-field-1.0.0.1.msi"))
    );
    assert_eq!(versions("fourth-field-1.0.0.1"), ["1.0.0.3"]);
    assert_eq!(installed_file(r"C:\Program Files\FxFourth"), "1.0.0.3");
    let offered = offer("fourth-field-1.0.0.3");
    let goal = Goal { product: &offered, kind: prepared.kind, target: None, before: &before };
    assert_eq!(goal.judge(ExitCode(course.code), &after).kind.as_str(), "installed");
}

#[test]
fn newer_in_the_fourth_field_only_with_another_product_code_leaves_both_and_says_so() {
    let stage = Stage::set();
    assert_eq!(stage.install("fourth-field-1.0.0.1", Display::None).code, 0);
    let before: Vec<Before> = installed("fourth-field-1.0.0.1").iter().map(Before::from).collect();
    let said = item("fourth-field-1.0.0.2").reason().to_string();
    assert!(said.contains("Windows Installer does not see as newer"), "{said}");
    let (prepared, course, after) = update(&stage, "fourth-field-1.0.0.2");
    assert_eq!((prepared.kind, after.len()), (Kind::Unseen, 2));
    let offered = offer("fourth-field-1.0.0.2");
    let outcome = Goal { product: &offered, kind: prepared.kind, target: None, before: &before }
        .judge(ExitCode(course.code), &after);
    let said = outcome.sentence.to_string();
    assert!(said.contains("1.0.0.1 is still installed as well"), "{said}");
    assert_eq!(item("fourth-field-1.0.0.2").step().as_str(), "nothing");
}

#[test]
fn an_update_for_this_person_stays_with_this_person() {
    let stage = Stage::set();
    assert_eq!(stage.install("user-1.0.0", Display::None).code, 0);
    assert_eq!(item("user-1.1.0").target, Some(Context::User));
    let (prepared, _, after) = update(&stage, "user-1.1.0");
    assert_eq!(prepared.kind, Kind::Major);
    let [product] = after.try_into().unwrap();
    assert_eq!((product.version.as_str(), product.context), ("1.1.0", Context::User));
}

#[test]
fn a_package_for_either_goes_where_the_product_is() {
    let stage = Stage::set();
    let install = |context: &str| {
        let package = stage.package("either-1.0.0");
        let course = stage.install_file(&package, Display::None, context, |_| Proceed::GoOn);
        assert_eq!(course.code, 0, "{}", course.log);
    };
    install("ALLUSERS=1");
    let (prepared, _, after) = update(&stage, "either-1.1.0");
    assert_eq!(prepared.property_line, "ALLUSERS=1");
    let [product] = after.try_into().unwrap();
    assert_eq!((product.version.as_str(), product.context), ("1.1.0", Context::Machine));
    drop(stage);

    let stage = Stage::set();
    let package = stage.package("either-1.0.0");
    let line = "ALLUSERS=2 MSIINSTALLPERUSER=1";
    let course = stage.install_file(&package, Display::None, line, |_| Proceed::GoOn);
    assert_eq!(course.code, 0, "{}", course.log);
    // Wine takes 2 for the machine, whatever MSIINSTALLPERUSER says.
    let expected = if is_wine() { Context::Machine } else { Context::User };
    let contexts: Vec<Context> = installed("either-1.0.0").into_iter().map(|one| one.context).collect();
    assert_eq!(contexts, [expected]);
}

#[test]
fn a_package_for_x86_is_installed_and_updated_on_x64() {
    let stage = Stage::set();
    assert_eq!(stage.install("notes-1.0.0-x86", Display::None).code, 0);
    let (prepared, _, after) = update(&stage, "notes-2.0.0-x86");
    assert_eq!(prepared.kind, Kind::Major);
    let [product] = after.try_into().unwrap();
    assert_eq!((product.version.as_str(), product.platform), ("2.0.0", Some(Platform::X86)));
    assert_eq!(installed_file(r"C:\Program Files (x86)\FxNotes"), "2.0.0");
}

#[test]
fn a_package_for_another_processor_ends_with_1633() {
    let stage = Stage::set();
    let refused = prepare(&item("notes-2.0.0-arm64"), &metadata("notes-2.0.0-arm64"), &PC);
    assert_eq!(refused, Err(Obstacle::Platform(Platform::Arm64)));
    let course = stage.install("notes-2.0.0-arm64", Display::None);
    assert_eq!(course.code, 1633, "{}", course.log);
    assert_eq!(installed("notes-1.0.0"), []);
}

#[test]
fn a_package_with_dialogs_is_installed_with_and_without_them() {
    let stage = Stage::set();
    let file = PathBuf::from(r"C:\Program Files\FxDialog\notes.txt");
    // Full shows a dialog that waits for a person; Reduced shows only those that do not wait.
    for display in [Display::None, Display::Passive, Display::Basic, Display::Reduced] {
        let course = stage.install("dialogs-1.0.0", display);
        assert_eq!(course.code, 0, "{display:?}: {}", course.log);
        assert_eq!(versions("dialogs-1.0.0"), ["1.0.0"]);
        assert!(file.is_file(), "{display:?}");
        stage.remove_fixtures();
    }
}

#[test]
fn a_version_shows_all_its_fields() {
    let stage = Stage::set();
    assert_eq!(stage.install("fourth-field-1.0.0.1", Display::None).code, 0);
    let [product] = installed("fourth-field-1.0.0.1").try_into().unwrap();
    assert_eq!(product.version, ProductVersion::parse("1.0.0.1").unwrap());
}
