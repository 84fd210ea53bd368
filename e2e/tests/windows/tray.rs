//! The face on Windows, as a person meets it: the icon, the balloon, the list, the sign-in, the progress and the result.

use e2e::stage::{Answer, Order, Scene, Window};
use e2e::{
    PASSWORD, Pc, PolicyValue, Site, Stage, built_for_windows, folder_of_windows, remove_folder,
    windows_may_say, windows_says,
};

use crate::{alone, site_and_pc, site_witness_and_pc};

/// Where the person's settings are.
pub(crate) const KEY: &str = r"HKCU\Software\OX Updater";
const NOTES: &str = "Fixture Notes";
const HANGING: &str = "Fixture Hanging";
/// The window that hears what Windows tells, and the message with which the icon tells.
const HIDDEN_CLASS: &str = "OXUpdater.Tray";
const ICON: u32 = 0x8001;
const BALLOON_PRESSED: i64 = 0x0405;
pub(crate) const CONTEXT_MENU: i64 = 0x007B;
const QUERY_END_SESSION: u32 = 0x0011;
const END_SESSION: u32 = 0x0016;
/// The class of the menus of Windows.
pub(crate) const MENU_CLASS: &str = "#32768";

/// A PC on which nobody has used OX Updater yet.
pub(crate) fn unused() {
    let _ = windows_may_say("reg", &["delete", KEY, "/f"]);
    // With an administrator's rights, as in the job on Windows, it keeps what it keeps for the whole PC.
    for place in ["LocalAppData", "ProgramData"] {
        remove_folder(&folder_of_windows(place).join("OX Updater"));
    }
}

/// The same, set to a server.
pub(crate) fn fresh(server: &str) {
    unused();
    let _ = windows_says("reg", &["add", KEY, "/v", "ServerUrl", "/d", server, "/f"]);
}

/// The face, started on a stage.
pub(crate) struct Tray {
    pub(crate) stage: Stage,
    pub(crate) process: u32,
}

impl Tray {
    pub(crate) fn start(scene: &Scene, language: &str, arguments: &[&str]) -> Self {
        let stage = Stage::with(scene);
        let process = start(&stage, language, arguments);
        Self { stage, process }
    }

    fn hidden(&self) -> u64 {
        self.stage.wait("The window that nobody sees", e2e::stage::WAIT_TIME_MAX, || {
            let windows = self.stage.windows();
            let found = windows.iter().find(|window| window.class == HIDDEN_CLASS);
            found.map(|window| window.handle).ok_or_else(|| format!("{} windows", windows.len()))
        })
    }

    pub(crate) fn window(&self) -> Window {
        self.stage.window(self.process, "OX Updater")
    }

    /// Waits for a balloon. Windows shows balloons in a way that no test can see; there only what follows it is looked at.
    fn balloon(&self, says: &str, picture: &str) {
        if !cfg!(windows) {
            let _ = self.stage.balloon(says);
            self.stage.picture(picture);
        }
    }

    /// What the icon tells when something is done with it.
    pub(crate) fn icon_tells(&self, what: i64) {
        self.stage.post(self.hidden(), ICON, 0, what | 1 << 16);
    }

    /// Signs in on the page that is there.
    fn sign_in(&self, window: &Window, password: &str) {
        self.stage.fill(window, "Name", "anna");
        self.stage.fill(window, "Password", password);
        self.stage.press(window, "Sign in");
    }
}

fn start(stage: &Stage, language: &str, arguments: &[&str]) -> u32 {
    let program = built_for_windows("OXUpdater.exe");
    stage.start(&program, arguments, &[("OXUPDATER_LANGUAGE", language)])
}

#[test]
fn from_the_start_to_what_came_of_an_update() {
    let _alone = alone();
    let (before, pc) = site_and_pc();
    before.publish("notes-1.0.0.msi", &[]);
    pc.uninstall(NOTES);
    drop(before);
    let (site, witness, pc) = site_witness_and_pc();
    fresh(witness.address());
    let tray = Tray::start(&Scene::default(), "en", &[]);
    let stage = &tray.stage;

    let window = tray.window();
    let _ = stage.field(&window, "Name");
    stage.picture("tray-sign-in");
    tray.sign_in(&window, "not the password");
    let _ = stage.until_it_says(&window, "not accept");
    stage.picture("tray-sign-in-refused");
    tray.sign_in(&window, PASSWORD);
    let _ = stage.until_it_says(&window, "up to date");
    stage.picture("tray-up-to-date");

    site.publish("notes-2.0.0.msi", &["--require", "notes", "--importance", "high"]);
    site.publish("umlauts-utf8.msi", &["--importance", "low"]);
    let held = witness.hold();
    stage.press(&window, "Check now");
    stage.close(&window);
    stage.until_gone(&window);
    drop(held);
    tray.balloon("2 updates can be installed", "tray-balloon");
    tray.icon_tells(BALLOON_PRESSED);

    let window = tray.window();
    let table = stage.table(&window);
    let rows = table.table.map(|table| table.rows).unwrap_or_default();
    assert_eq!((rows[0].cells[0].as_str(), rows.len()), (NOTES, 2), "{rows:?}");
    stage.select(&window, NOTES);
    let _ = stage.until_it_says(&window, "Fixture Notes 2.0.0");
    stage.picture("tray-list");
    stage.press(&window, "Next >");
    let _ = stage.until_it_says(&window, "is installed");
    stage.picture("tray-result");
    let (_, plan) = pc.json(&["check"]);
    assert_eq!(e2e::product(&plan, NOTES)["installed"].as_str(), Some("2.0.0"), "{plan}");
    assert_eq!(site.reports().len(), 1);
    pc.uninstall(NOTES);
}

/// A site whose notes install only when a file is there, and the file.
fn site_with_an_update_that_waits(stage: &Stage) -> (Site, Pc, std::path::PathBuf) {
    let (site, pc) = site_and_pc();
    let go = stage.path("go");
    let parameters = format!("GO=\"{}\"", e2e::windows_path(&go));
    site.publish("hanging-1.0.0.msi", &["--importance", "high", "--install-params", &parameters]);
    pc.uninstall(HANGING);
    fresh(site.address());
    (site, pc, go)
}

#[test]
fn windows_waits_with_its_end_while_an_update_is_installed() {
    let _alone = alone();
    let stage = Stage::open();
    let (_site, pc, go) = site_with_an_update_that_waits(&stage);
    let process = start(&stage, "en", &[]);
    let tray = Tray { stage, process };
    let (stage, window) = (&tray.stage, tray.window());
    let hidden = tray.hidden();
    assert_eq!(stage.send(hidden, QUERY_END_SESSION, 0, 0), 1, "nothing is under way");
    tray.sign_in(&window, PASSWORD);
    stage.press(&window, "Next >");
    let _ = stage.until_it_says(&window, "Installing");
    stage.picture("tray-progress");
    assert_eq!(stage.send(hidden, QUERY_END_SESSION, 0, 0), 0, "an update is being installed");
    let _ = stage.until_it_says(&window, "Windows is to end.");
    let _ = stage.send(hidden, END_SESSION, 0, 0);
    let _ = stage.until_it_says(&window, "You can close this window");
    assert_eq!(stage.send(hidden, QUERY_END_SESSION, 0, 0), 0, "it is still being installed");
    stage.close(&window);
    stage.until_gone(&window);
    std::fs::write(go, "").unwrap();
    tray.balloon("1 update is installed", "tray-balloon-installed");
    tray.icon_tells(BALLOON_PRESSED);
    let _ = stage.until_it_says(&tray.window(), "is installed");
    assert_eq!(stage.send(hidden, QUERY_END_SESSION, 0, 0), 1, "nothing is under way any more");
    pc.uninstall(HANGING);
}

#[test]
fn a_second_start_lets_the_first_come_forward() {
    let _alone = alone();
    fresh("");
    let tray = Tray::start(&Scene::default(), "en", &["--autostart"]);
    let _ = tray.hidden();
    let silent = start(&tray.stage, "en", &["--autostart"]);
    assert_eq!(tray.stage.ended(silent), 0);
    let seen = |tray: &Tray| {
        tray.stage.windows().iter().any(|window| window.visible && window.title == "OX Updater")
    };
    assert!(!seen(&tray), "a start with Windows shows nothing");
    let second = start(&tray.stage, "en", &[]);
    assert_eq!(tray.stage.ended(second), 0);
    let _ = tray.window();
}

/// Waits until the icon is beside the clock, and takes it away.
fn take_icon(stage: &Stage, hidden: u64) {
    stage.wait("The icon", e2e::stage::WAIT_TIME_MAX, || {
        // Taking it away succeeds once it is there.
        let taken = stage.try_order(&Order::TakeIcon { window: hidden, number: 1 });
        if taken == Answer::Done { Ok(()) } else { Err(format!("{taken:?}")) }
    });
}

#[test]
fn the_icon_comes_back_when_the_shell_starts_anew_and_with_the_next_change() {
    let _alone = alone();
    fresh("");
    let tray = Tray::start(&Scene::default(), "en", &["--autostart"]);
    let (stage, hidden) = (&tray.stage, tray.hidden());
    // Behind this nothing changes by itself.
    tray.balloon("It does not know where updates come from", "tray-balloon-no-server");
    take_icon(stage, hidden);
    let gone = stage.try_order(&Order::TakeIcon { window: hidden, number: 1 });
    assert_ne!(gone, Answer::Done, "it is gone");
    stage.restart_of_the_shell();
    take_icon(stage, hidden);
    // Nobody told that it was lost this time: what is to be seen of it is another thing, and Windows does not take it.
    let process = start(stage, "en", &[]);
    assert_eq!(stage.ended(process), 0);
    let settings = "Settings";
    let _ = stage.button(&tray.window(), settings);
    stage.press(&tray.window(), settings);
    let page = stage.window(tray.process, settings);
    stage.fill(&page, "Server", "http://127.0.0.1:9");
    stage.press(&page, "Save");
    take_icon(stage, hidden);
}

/// All controls lie within their window; whether one lies on another, pictures show.
pub(crate) fn assert_all_is_within(stage: &Stage, window: &Window) {
    let controls: Vec<_> = stage.controls(window).into_iter().filter(|control| control.visible).collect();
    for control in &controls {
        let (own, whole) = (control.place, window.place);
        let within = own.left >= whole.left
            && own.top >= whole.top
            && own.left + own.width <= whole.left + whole.width
            && own.top + own.height <= whole.top + whole.height;
        assert!(within || control.class == "ComboBox", "{control:?} sticks out of {window:?}");
    }
}

#[test]
fn the_windows_fit_in_german_and_at_200_percent() {
    let _alone = alone();
    let large = Scene { dpi: 192, size: (1920, 1200), ..Scene::default() };
    let languages = [
        ("en", "Settings", Scene::default()),
        ("de", "Einstellungen", Scene::default()),
        ("de", "Einstellungen", large),
    ];
    for (language, settings, scene) in languages {
        fresh("http://127.0.0.1:9");
        let tray = Tray::start(&scene, language, &[]);
        let stage = &tray.stage;
        let name = |page: &str| format!("tray-{page}-{language}-{}", scene.dpi);
        let window = tray.window();
        let _ = stage.button(&window, settings);
        stage.picture(&name("away"));
        assert_all_is_within(stage, &window);
        stage.press(&window, settings);
        let page = stage.window(tray.process, settings);
        let _ = stage.field(&page, "Proxy");
        stage.picture(&name("settings"));
        assert_all_is_within(stage, &page);
    }
}

#[test]
fn a_program_that_was_replaced_ends_and_the_new_one_starts() {
    let _alone = alone();
    fresh("");
    let stage = Stage::open();
    let program = stage.path("OXUpdater.exe");
    std::fs::copy(built_for_windows("OXUpdater.exe"), &program).unwrap();
    let process = stage.start(&program, &["--autostart"], &[("OXUPDATER_LANGUAGE", "en")]);
    let tray = Tray { stage, process };
    let first = tray.hidden();
    // As Windows Installer does with a file that is in use.
    std::fs::rename(&program, tray.stage.path("before.exe")).unwrap();
    std::fs::copy(built_for_windows("OXUpdater.exe"), &program).unwrap();
    assert_eq!(tray.stage.ended(tray.process), 0);
    tray.stage.wait("The new program", e2e::stage::WAIT_TIME_MAX, || {
        let hidden = tray.stage.windows().into_iter().find(|window| window.class == HIDDEN_CLASS);
        let other = hidden.filter(|window| window.process != tray.process);
        other
            .map(|window| tray.stage.post(window.handle, END_SESSION, 1, 0))
            .ok_or_else(|| format!("{first}"))
    });
}

#[test]
fn the_menu_works_by_keyboard_and_the_program_ends() {
    let _alone = alone();
    fresh("http://127.0.0.1:9");
    let tray = Tray::start(&Scene::default(), "en", &["--autostart"]);
    let stage = &tray.stage;
    let menu = |key: &str| {
        tray.icon_tells(CONTEXT_MENU);
        let menu = stage.any_window("The menu", |window| window.class == MENU_CLASS);
        if key == "A" {
            stage.picture("tray-menu");
        }
        stage.keys(key);
        stage.until_gone(&menu);
    };
    menu("A");
    let about = stage.window(tray.process, "About OX Updater");
    let _ = stage.until_it_says(&about, "OX Updater");
    stage.picture("tray-about");
    stage.keys("Escape");
    stage.until_gone(&about);
    menu("H");
    let history = stage.window(tray.process, "History");
    let _ = stage.until_it_says(&history, "OX Updater has not installed anything");
    stage.picture("tray-history");
    stage.close(&history);
    stage.until_gone(&history);
    menu("X");
    assert_eq!(stage.ended(tray.process), 0);
}

#[test]
fn the_list_fits_on_a_small_screen_in_german() {
    let _alone = alone();
    let (site, pc) = site_and_pc();
    site.publish("notes-2.0.0.msi", &["--importance", "high"]);
    site.publish("umlauts-utf8.msi", &["--importance", "low"]);
    pc.uninstall(NOTES);
    for (size, dpi) in [((640, 480), 96), ((1280, 960), 192)] {
        fresh(site.address());
        let tray = Tray::start(&Scene { size, dpi, ..Scene::default() }, "de", &[]);
        let (stage, window) = (&tray.stage, tray.window());
        let _ = stage.field(&window, "Passwort");
        stage.picture(&format!("tray-small-sign-in-de-{dpi}"));
        assert_all_is_within(stage, &window);
        stage.fill(&window, "Name", "anna");
        stage.fill(&window, "Passwort", PASSWORD);
        stage.press(&window, "Anmelden");
        let _ = stage.button(&window, "Weiter >");
        stage.picture(&format!("tray-small-list-de-{dpi}"));
        assert_all_is_within(stage, &window);
    }
}

#[test]
fn what_an_administrator_decided_is_shown_and_cannot_be_changed() {
    let _alone = alone();
    fresh("http://127.0.0.1:9");
    let _policy = PolicyValue::text("ServerUrl", "https://updates.test");
    let tray = Tray::start(&Scene::default(), "en", &[]);
    let stage = &tray.stage;
    stage.press(&tray.window(), "Settings");
    let page = stage.window(tray.process, "Settings");
    let reason = stage.until_it_says(&page, "Your administrator has set this.");
    let server = stage.field(&page, "Server");
    assert_eq!((server.enabled, server.text.as_str()), (false, "https://updates.test"));
    assert!(reason.reached_by_tab && stage.field(&page, "Proxy").enabled, "{reason:?}");
    stage.picture("tray-settings-policy");
}
