//! What the face takes of a PC while nothing happens and its window is closed.

use std::time::Duration;

use e2e::{Stage, built_for_windows};

use crate::alone;

/// The most bytes of memory for itself alone, beyond those of a window with almost nothing in it.
const MEMORY_MAX: i64 = 15_000_000;
/// The most bytes of the program on disk.
const SIZE_MAX: u64 = 5_000_000;
/// How long what began at the start may take to end.
const SETTLING_TIME: Duration = Duration::from_secs(10);

/// Measures what is shipped: a program built for tests is larger, and Wine counts it in.
#[test]
#[ignore = "measures what is shipped; `cargo xtask bench client` builds and measures it"]
fn the_face_takes_little_while_it_idles() {
    let _alone = alone();
    let stage = Stage::open();
    let example = stage.start(&built_for_windows("stagehand.exe"), &["--example"], &[]);
    let _ = stage.window(example, "Example");
    let program = built_for_windows("OXUpdater.exe");
    let size = std::fs::metadata(&program).unwrap().len();
    let face = stage.start(&program, &[], &[("OXUPDATER_LANGUAGE", "en")]);
    let window = stage.window(face, "OX Updater");
    stage.close(&window);
    stage.until_gone(&window);
    // Wine gives what was freed back late, and Windows too.
    let deadline = std::time::Instant::now() + SETTLING_TIME;
    let least = |process: u32| {
        let mut least = stage.memory(process);
        while std::time::Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(500));
            least = least.min(stage.memory(process));
        }
        least
    };
    let taken = least(face);
    let base = stage.memory(example);
    println!("  OXUpdater.exe {size:>21} bytes on disk  (at most {SIZE_MAX})");
    println!("  OXUpdater.exe, idle {taken:>15} bytes of memory of its own");
    println!("  a window with little {base:>14} bytes of memory of its own");
    assert!(taken - base <= MEMORY_MAX, "{taken} bytes are more than {MEMORY_MAX} beyond {base}");
    assert!(size <= SIZE_MAX, "{size} bytes are more than {SIZE_MAX}");
}
