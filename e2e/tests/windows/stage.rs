//! The stage itself, with a window that has one control of each kind.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use e2e::stage::{Button, Progress, Scene, Window};
use e2e::{Stage, built_for_windows, windows_path};

use crate::alone;

/// Bytes: less than any program with a window has for itself, and more than any small one.
const MEMORY_LIKELY: std::ops::Range<i64> = 100_000..500_000_000;

fn stage_with_example(scene: &Scene) -> (Stage, u32, Window) {
    let stage = Stage::with(scene);
    let example = stage.start(&built_for_windows("stagehand.exe"), &["--example"], &[]);
    let window = stage.window(example, "Example");
    stage.activate(&window);
    (stage, example, window)
}

#[test]
fn what_is_typed_pressed_ticked_and_chosen_arrives() {
    let _alone = alone();
    let (stage, example, window) = stage_with_example(&Scene::default());
    stage.fill(&window, "Name", "änna");
    stage.fill(&window, "Name", "anna");
    stage.fill(&window, "Password", "secret");
    let _ = stage.control(&window, "“anna” in the field", |control| control.text == "anna");
    stage.choose(&window, "Language", "Deutsch");
    let _ = stage.until_it_says(&window, "language chosen");
    assert_eq!(stage.field(&window, "Language").choices.unwrap().chosen, Some(1));
    assert_eq!(stage.button(&window, "Keep it").ticked, Some(false));
    stage.press(&window, "Keep it");
    let _ = stage.control(&window, "A tick", |control| control.ticked == Some(true));
    stage.tick(&window, "Notes", true);
    stage.select(&window, "new 3.1");
    let table = stage.table(&window).table.unwrap();
    assert_eq!(table.columns, ["Name", "Version"]);
    let rows: Vec<_> =
        table.rows.iter().map(|row| (row.cells[0].as_str(), row.ticked, row.selected)).collect();
    assert_eq!(rows, [("Notes", Some(true), false), ("Tools", Some(false), true)]);
    let bar = stage.control(&window, "A bar", |control| control.progress.is_some());
    assert_eq!(bar.progress, Some(Progress { position: 40, end: 100, unknown: false }));
    stage.press(&window, "Next >");
    let _ = stage.until_it_says(&window, "next pressed");
    assert!(MEMORY_LIKELY.contains(&stage.memory(example)), "{}", stage.memory(example));
    stage.picture("stage-controls");
    stage.close(&window);
    assert_eq!(stage.ended(example), 7);
    stage.until_gone(&window);
}

#[test]
fn keyboard_and_mouse_work_as_a_persons() {
    let _alone = alone();
    let (stage, _, window) = stage_with_example(&Scene::default());
    stage.keys("Alt+P");
    let has_focus = |name: &str| {
        let _ = stage.control(&window, &format!("The focus on “{name}”"), |control| {
            control.focused && control.name == name
        });
    };
    has_focus("Password:");
    stage.keys("Shift+Tab");
    has_focus("Name:");
    stage.keys("Shift+O");
    stage.keys("x");
    let _ = stage.control(&window, "“Ox” in the field", |control| control.text == "Ox");
    stage.keys("Enter");
    let _ = stage.until_it_says(&window, "next pressed");
    stage.click(stage.button(&window, "Keep it").place);
    let _ = stage.control(&window, "A tick", |control| control.ticked == Some(true));
}

#[test]
fn what_windows_and_its_shell_do_arrives() {
    let _alone = alone();
    let (stage, _, window) = stage_with_example(&Scene::default());
    let files = ["one.msi", "twö.msi"].map(|name| stage.path(name));
    stage.drop_files(&window, &[&files[0], &files[1]]);
    let _ = stage.until_it_says(&window, &format!("dropped 2, the last {}", windows_path(&files[1])));
    stage.restart_of_the_shell();
    let _ = stage.until_it_says(&window, "shell anew");
}

/// Not on Windows, which shows its own icons and balloons to nobody.
#[cfg(not(windows))]
#[test]
fn a_balloon_shows_and_a_press_on_the_icon_arrives() {
    let _alone = alone();
    let (stage, _, window) = stage_with_example(&Scene::default());
    let _ = stage.balloon("Example of a balloon");
    stage.picture("stage-balloon");
    stage.click_with(stage.tray_icon(), Button::Right);
    let _ = stage.until_it_says(&window, "icon pressed");
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let _alone = alone();
    let (stage, _, window) = stage_with_example(&Scene::default());
    let missing = || stage.control_within(Duration::from_secs(1), &window, "A button “Back”", |_| false);
    let told = catch_unwind(AssertUnwindSafe(missing)).unwrap_err();
    let told = told.downcast_ref::<String>().unwrap();
    assert!(told.starts_with("A button “Back” in the window “Example” (Stagehand.Example, "), "{told}");
    assert!(told.contains(" did not come within 1 s. There is: Static “&Name:”"), "{told}");
    let never = stage.control(&window, "Never", |control| control.text == "Ne&ver");
    assert!(!never.reached_by_tab && never.enabled);
}

#[test]
fn a_large_desktop_has_a_finer_picture() {
    let _alone = alone();
    let scene = Scene { size: (1600, 1000), dpi: 192, ..Scene::default() };
    let (stage, _, _) = stage_with_example(&scene);
    let picture = std::fs::read(stage.picture("stage-large")).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    // A PNG file tells its width and height behind its first 16 bytes, highest byte first.
    let side = |at: usize| picture[at..at + 4].iter().fold(0_u32, |side, byte| side << 8 | u32::from(*byte));
    if !cfg!(windows) {
        assert_eq!((side(16), side(20)), (1600, 1000));
    }
}
