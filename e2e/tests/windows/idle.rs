//! What the face takes of a PC while nothing happens and its window is closed.

use std::time::Duration;

use e2e::{PASSWORD, Stage, built_for_windows, fixture};

use crate::tray::fresh;
use crate::{alone, site_and_pc};

/// The most bytes of memory for itself alone: 15 MB, a million bytes each.
const MEMORY_MAX: i64 = 15_000_000;
/// The most bytes of the program on disk: 5 MB, a million bytes each.
const SIZE_MAX: u64 = 5_000_000;
/// How long what was under way may take to end, and what was freed to be given back.
const SETTLING_TIME: Duration = Duration::from_secs(10);

/// The packages that the server offers, each of another product.
const OFFERED: &[&str] = &[
    "dialogs-1.0.0.msi",
    "either-1.0.0.msi",
    "failing-1.0.0.msi",
    "fourth-field-1.0.0.1.msi",
    "hanging-1.0.0.msi",
    "japanese.msi",
    "notes-1.0.0.msi",
    "program-fails-1.0.0.msi",
    "restart-1.0.0.msi",
    "umlauts-1.0.0.msi",
    "umlauts-utf8.msi",
    "user-1.0.0.msi",
];

/// Measures what is shipped, behind what a day brings: a sign-in, a check of a dozen products with icons, and their list. All of its memory
/// counts; what a window with almost nothing in it takes stands beside it and is not taken off.
#[test]
#[ignore = "measures what is shipped; `cargo xtask bench client` builds and measures it"]
fn the_face_takes_little_while_it_idles() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    let icon = fixture("icon.ico");
    for name in OFFERED {
        site.publish(name, &["--icon", &icon.to_string_lossy(), "--importance", "high"]);
    }
    fresh(site.address());
    let stage = Stage::open();
    let example = stage.start(&built_for_windows("stagehand.exe"), &["--example"], &[]);
    let _ = stage.window(example, "Example");
    let program = built_for_windows("OXUpdater.exe");
    let size = std::fs::metadata(&program).unwrap().len();
    let face = stage.start(&program, &[], &[("OXUPDATER_LANGUAGE", "en")]);
    let window = stage.window(face, "OX Updater");
    stage.fill(&window, "Name", "anna");
    stage.fill(&window, "Password", PASSWORD);
    stage.press(&window, "Sign in");
    let list = stage.control(&window, "The list of updates", |control| control.table.is_some());
    let rows = list.table.unwrap().rows.len();
    assert!(rows >= OFFERED.len(), "only {rows} of {} are offered", OFFERED.len());
    let open = stage.memory(face);
    stage.close(&window);
    stage.until_gone(&window);
    let least = |process: u32| {
        let deadline = std::time::Instant::now() + SETTLING_TIME;
        let mut least = stage.memory(process);
        while std::time::Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(500));
            least = least.min(stage.memory(process));
        }
        least
    };
    let taken = least(face);
    let base = stage.memory(example);
    let verdict = |is_met: bool| if is_met { "met" } else { "NOT MET" };
    println!(
        "  OXUpdater.exe on disk        {size:>11} bytes, at most {SIZE_MAX}: {}",
        verdict(size <= SIZE_MAX)
    );
    println!(
        "  idle, its window closed      {taken:>11} bytes, at most {MEMORY_MAX}: {}",
        verdict(taken <= MEMORY_MAX)
    );
    println!("  with {rows} updates shown     {open:>11} bytes");
    println!("  another program, one window  {base:>11} bytes, which is Wine's own share");
    assert!(taken <= MEMORY_MAX, "{taken} bytes of memory are more than {MEMORY_MAX}");
    assert!(size <= SIZE_MAX, "{size} bytes are more than {SIZE_MAX}");
}
