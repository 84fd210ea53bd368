//! The stage itself, with a program that comes with Windows.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use e2e::Stage;
use e2e::stage::Window;

use crate::alone;

/// Bytes: less than any program with a window has for itself, and more than any small one.
const MEMORY_LIKELY: std::ops::Range<i64> = 100_000..500_000_000;

fn stage_with_notepad() -> (Stage, u32, Window) {
    let stage = Stage::open();
    let notepad = stage.start(Path::new("notepad"), &[], &[]);
    let window = stage.window(notepad, "Notepad");
    stage.activate(&window);
    let _ = stage.control(&window, "The field that has the keys", |control| control.focused);
    (stage, notepad, window)
}

#[test]
fn a_program_is_seen_typed_into_and_closed() {
    let _alone = alone();
    let (stage, notepad, window) = stage_with_notepad();
    stage.keys("Shift+O");
    stage.keys("x");
    let _ = stage.until_it_says(&window, "Ox");
    assert!(MEMORY_LIKELY.contains(&stage.memory(notepad)), "{}", stage.memory(notepad));
    stage.close(&window);
    let question = stage.any_window("The question whether to save", |other| {
        other.process == notepad && other.handle != window.handle
    });
    let picture = std::fs::read(stage.picture("stage-question")).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    stage.press(&question, "No");
    assert_eq!(stage.ended(notepad), 0);
    stage.until_gone(&window);
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let _alone = alone();
    let (stage, _, window) = stage_with_notepad();
    let missing = || stage.control_within(Duration::from_secs(1), &window, "A button “Next”", |_| false);
    let told = catch_unwind(AssertUnwindSafe(missing)).unwrap_err();
    let told = told.downcast_ref::<String>().unwrap();
    assert!(told.starts_with("A button “Next” in the window “Untitled - Notepad” (Notepad, "), "{told}");
    assert!(told.contains("did not come within 1 s. There is: ") && told.contains("Edit “”"), "{told}");
}
