//! The face on Windows for who uses the keyboard, the mouse at the icon, or a screen reader.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use e2e::stage::{Button, Control, WAIT_TIME_MAX, Window};
use e2e::{Stage, built_for_windows, windows_says};

use crate::alone;
use crate::tray::{KEY, MENU_CLASS, unused};

/// How long a menu may take to open before the icon is pressed again.
const MENU_TIME: Duration = Duration::from_millis(700);
const LOOK_EVERY: Duration = Duration::from_millis(50);
const SETTINGS: &str = "Settings of OX Updater";

/// The face on a PC that knows no server yet, started as Windows starts it or as a person does.
fn face(language: &str, arguments: &[&str]) -> (Stage, u32) {
    unused();
    let stage = Stage::open();
    let process = start(&stage, language, arguments);
    (stage, process)
}

fn start(stage: &Stage, language: &str, arguments: &[&str]) -> u32 {
    stage.start(&built_for_windows("OXUpdater.exe"), arguments, &[("OXUPDATER_LANGUAGE", language)])
}

/// What a person can use of a window.
fn usable(stage: &Stage, window: &Window) -> Vec<Control> {
    let mut controls = stage.controls(window);
    controls.retain(|control| control.visible && control.enabled);
    controls
}

/// The control that keys go to.
fn focused(stage: &Stage, window: &Window) -> Control {
    stage.control(window, "The control that has the keys", |control| control.focused)
}

/// The letter that is pressed with Alt.
fn access_key(label: &str) -> Option<String> {
    let label = label.replace("&&", "");
    Some(label.split_once('&')?.1.chars().next()?.to_lowercase().collect())
}

/// Tab goes once around all that can be used or is to be read, and each of it has a name.
fn assert_tab_goes_around(stage: &Stage, window: &Window) -> usize {
    stage.activate(window);
    let wanted: Vec<Control> =
        usable(stage, window).into_iter().filter(|control| control.reached_by_tab).collect();
    for control in &wanted {
        let is_text = control.class.eq_ignore_ascii_case("Static") && !control.text.is_empty();
        assert!(is_text || !control.name.is_empty(), "nobody can hear what this is: {control:?}");
    }
    let begin = focused(stage, window).handle;
    let mut reached = vec![begin];
    for _ in &wanted {
        let before = focused(stage, window).handle;
        stage.keys("Tab");
        let now = stage.wait("Another focus", WAIT_TIME_MAX, || {
            let now = focused(stage, window);
            if now.handle == before { Err(now.name) } else { Ok(now.handle) }
        });
        reached.push(now);
    }
    assert_eq!(reached.last(), Some(&begin), "Tab comes back to where it began");
    for control in &wanted {
        assert!(reached.contains(&control.handle), "Tab does not reach {control:?}");
    }
    wanted.len()
}

#[test]
#[cfg_attr(windows, ignore = "Windows tells nobody where it shows the icons of others")]
fn the_menu_of_the_icon_is_opened_by_the_mouse_and_used_by_keys() {
    let _alone = alone();
    let (stage, process) = face("en", &["--autostart"]);
    let menu = || stage.windows().into_iter().find(|window| window.visible && window.class == MENU_CLASS);
    let open_menu = || {
        stage.wait("The menu of the icon", WAIT_TIME_MAX, || {
            // Before the icon is there, nothing opens.
            if menu().is_none() {
                stage.click_with(stage.tray_icon(), Button::Right);
                let pressed_at = Instant::now();
                while menu().is_none() && pressed_at.elapsed() < MENU_TIME {
                    std::thread::sleep(LOOK_EVERY);
                }
            }
            menu().ok_or_else(|| "none".to_owned())
        })
    };
    let menu = open_menu();
    stage.picture("tray-menu");
    stage.keys("s");
    stage.until_gone(&menu);
    let settings = stage.window(process, SETTINGS);
    stage.keys("Escape");
    stage.until_gone(&settings);
    // Who presses twice, as is usual elsewhere, gets the window too.
    stage.click_with(stage.tray_icon(), Button::LeftTwice);
    let window = stage.window(process, "OX Updater");
    stage.close(&window);
    stage.until_gone(&window);
    let _ = open_menu();
    stage.keys("x");
    assert_eq!(stage.ended(process), 0);
}

#[test]
fn tab_reaches_all_of_the_settings_and_each_has_a_name() {
    let _alone = alone();
    let (stage, process) = face("en", &[]);
    let first = stage.window(process, "OX Updater");
    stage.press(&first, "Settings");
    let window = stage.window(process, SETTINGS);
    assert!(assert_tab_goes_around(&stage, &window) > 5);
}

#[test]
fn a_page_begins_with_what_it_says_and_what_was_copied_is_said() {
    let _alone = alone();
    let (stage, process) = face("en", &[]);
    let window = stage.window(process, "OX Updater");
    let _ = stage.until_it_says(&window, "does not know where updates come from");
    stage.activate(&window);
    let is_heading = |control: &Control| control.focused && control.class.eq_ignore_ascii_case("Static");
    let heading = stage.control(&window, "The focus on what the page says first", is_heading);
    assert!(heading.text.contains("does not know") && heading.reached_by_tab, "{heading:?}");
    assert_eq!(assert_tab_goes_around(&stage, &window), 3, "the sentence and two buttons");
    stage.picture("face-read-by-keyboard");

    let _ = windows_says("reg", &["add", KEY, "/v", "ServerUrl", "/d", "http://127.0.0.1:9", "/f"]);
    stage.end(process);
    let process = start(&stage, "en", &[]);
    let window = stage.window(process, "OX Updater");
    stage.press(&window, "Copy details");
    let copied = stage.until_it_says(&window, "Copied.");
    assert!(copied.reached_by_tab, "{copied:?}");
    stage.picture("face-copied");
    // What is said of it goes with the next thing that is done.
    stage.press(&window, "Try again");
    stage.wait("The end of “Copied.”", WAIT_TIME_MAX, || {
        let said = stage.controls(&window).into_iter().find(|control| control.text == "Copied.");
        said.map_or(Ok(()), |said| Err(format!("{said:?}")))
    });
}

#[test]
fn each_letter_with_alt_means_one_thing_in_each_language() {
    let _alone = alone();
    for language in ["en", "de", "fr", "es", "nl", "sv"] {
        let (stage, process) = face(language, &[]);
        let first = stage.window(process, "OX Updater");
        let buttons: Vec<Control> =
            usable(&stage, &first).into_iter().filter(|control| control.class == "Button").collect();
        // The settings are behind the button that leads on with three dots.
        let settings = buttons.iter().find(|control| control.text.ends_with('…'));
        let settings = settings.unwrap_or_else(|| panic!("{language}: {buttons:?}"));
        stage.press(&first, &settings.text);
        let window = stage.any_window("The settings", |window| {
            window.process == process && window.handle != first.handle && window.class == first.class
        });
        stage.picture(&format!("settings-{language}"));
        for window in [&first, &window] {
            let mut letters: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for control in usable(&stage, window) {
                if let Some(letter) = access_key(&control.text).filter(|_| control.class != "Edit") {
                    letters.entry(letter).or_default().push(control.text);
                }
            }
            letters.retain(|_, labels| labels.len() > 1);
            assert!(letters.is_empty(), "{language}, “{}”: {letters:?}", window.title);
        }
    }
}
