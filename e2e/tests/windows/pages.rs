//! The pages of the window with the updates, one after the other with all that can stand on them, light and dark; and the link to read more.
//! Under Wine only: the desktop of a real Windows keeps its colours, and its browser would come up.
#![cfg(not(windows))]

use std::time::Duration;

use e2e::stage::{Control, Scene, WAIT_TIME_MAX, Window};
use e2e::{PASSWORD, Pc, Site, Stage};

use crate::browser::Browser;
use crate::dark::Setting;
use crate::tray::{CONTEXT_MENU, MENU_CLASS, Tray, assert_all_is_within, fresh};
use crate::{alone, site_and_pc};

const NOTES: &str = "Fixture Notes";
const RESTART: &str = "Fixture Restart";
const MORE: &str = "https://docs.example.com/notes?language=en";

/// A site with four updates: one that wants a program closed, one that needs a restart, one that fails, and one to choose.
fn site_with_all() -> (Site, Pc) {
    let (site, pc) = site_and_pc();
    let notes = ["--require", "notes", "--importance", "high", "--close-first", "stagehand.exe"];
    let about = [
        "--info-url",
        MORE,
        "--description",
        "Notes that every PC of yours knows.",
        "--release-notes",
        "Faster with many notes.",
    ];
    site.publish("notes-2.0.0.msi", &[&notes[..], &about[..]].concat());
    site.publish("restart-1.0.0.msi", &["--importance", "high"]);
    // Silent: under Wine its error is a box of Windows Installer's own otherwise.
    site.publish("failing-1.0.0.msi", &["--importance", "high", "--install-params", "/qn"]);
    site.publish("umlauts-utf8.msi", &["--importance", "low"]);
    for product in [NOTES, RESTART] {
        pc.uninstall(product);
    }
    (site, pc)
}

/// How long the installs of a page may take.
const INSTALL_TIME: Duration = Duration::from_secs(60);

fn is_link(control: &Control) -> bool {
    control.visible && control.class.eq_ignore_ascii_case("SysLink")
}

/// What a person who speaks this language reads.
struct Words {
    language: &'static str,
    fields: [&'static str; 2],
    sign_in: &'static str,
    next: &'static str,
    closes: &'static str,
    not_now: &'static str,
    restart: &'static str,
    back: &'static str,
    history: &'static str,
    /// The letter of the history in the menu of the icon.
    letter: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    fields: ["Name", "Password"],
    sign_in: "Sign in",
    next: "Next >",
    closes: "Try again",
    not_now: "Not now",
    restart: "Restart Windows now",
    back: "Back to the list",
    history: "History",
    letter: "h",
};

const GERMAN: Words = Words {
    language: "de",
    fields: ["Name", "Passwort"],
    sign_in: "Anmelden",
    next: "Weiter >",
    closes: "Erneut versuchen",
    not_now: "Jetzt nicht",
    restart: "Windows jetzt neu starten",
    back: "Zurück zur Liste",
    history: "Verlauf",
    letter: "v",
};

/// Goes through the pages and takes a picture of each.
fn go_through(words: &Words, look: &str) {
    let (site, pc) = site_with_all();
    fresh(site.address());
    let tray = Tray::start(&Scene::default(), words.language, &[]);
    let (stage, window) = (&tray.stage, tray.window());
    let looked_at = |page: &str| {
        stage.picture(&format!("pages-{look}-{page}"));
        assert_all_is_within(stage, &window);
    };
    let _ = stage.field(&window, words.fields[1]);
    looked_at("sign-in");
    stage.fill(&window, words.fields[0], "anna");
    stage.fill(&window, words.fields[1], PASSWORD);
    stage.press(&window, words.sign_in);
    let _ = stage.button(&window, words.next);
    stage.select(&window, NOTES);
    let _ = stage.control(&window, "The link", is_link);
    looked_at("list");
    open_link(stage, &window);
    stage.select(&window, RESTART);
    stage.wait("The end of the link", WAIT_TIME_MAX, || {
        let link = stage.controls(&window).into_iter().find(is_link);
        link.map_or(Ok(()), |link| Err(format!("{link:?}")))
    });
    // What went with the link must not have taken the fonts and colours of the others along.
    looked_at("list-without-link");
    stage.press(&window, words.next);
    until_offered(stage, &window, words.closes);
    looked_at("close-first");
    stage.press(&window, words.not_now);
    until_offered(stage, &window, words.restart);
    let _ = stage.button(&window, words.back);
    looked_at("result");
    stage.press(&window, words.back);
    let _ = stage.button(&window, words.next);
    let _ = stage.button(&window, words.restart);
    looked_at("list-and-restart");
    tray.icon_tells(CONTEXT_MENU);
    let menu = stage.any_window("The menu", |window| window.class == MENU_CLASS);
    stage.keys(words.letter);
    stage.until_gone(&menu);
    let history = stage.window(tray.process, words.history);
    let rows = stage.table(&history).table.map(|table| table.rows.len());
    assert!(rows >= Some(1), "{rows:?}");
    stage.picture(&format!("pages-{look}-history"));
    assert_all_is_within(stage, &history);
    pc.uninstall(RESTART);
}

/// Waits for a button that comes as soon as Windows Installer has done its part.
fn until_offered(stage: &Stage, window: &Window, label: &str) {
    let fits = |control: &Control| control.visible && control.text.replace('&', "") == label;
    let _ = stage.control_within(INSTALL_TIME, window, label, fits);
}

/// Opens the link by Tab, from the table over the details, and Enter.
fn open_link(stage: &Stage, window: &Window) {
    let browser = Browser::on(stage);
    stage.activate(window);
    let _ = stage.control(window, "The focus on the table", |control| {
        control.focused && control.class.eq_ignore_ascii_case("SysListView32")
    });
    stage.keys("Tab");
    let _ = stage.control(window, "The focus on the details", |control| {
        control.focused && control.class.eq_ignore_ascii_case("Edit")
    });
    stage.keys("Tab");
    let _ = stage.control(window, "The focus on the link", |control| is_link(control) && control.focused);
    stage.keys("Enter");
    assert_eq!(browser.address(stage), MORE);
}

#[test]
fn each_page_shows_all_that_can_stand_on_it_in_light_windows() {
    let _alone = alone();
    go_through(&ENGLISH, "light");
}

#[test]
fn each_page_shows_all_that_can_stand_on_it_in_dark_windows() {
    let _alone = alone();
    let _setting = Setting::of("0");
    go_through(&GERMAN, "dark");
}
