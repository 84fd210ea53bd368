//! Signing in with the browser from the window and at the command line. Under Wine only: there a script can be the browser; on Windows the
//! one that is there would come up.
#![cfg(not(windows))]

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use e2e::stage::{Scene, WAIT_TIME_MAX, Window};
use e2e::{PASSWORD, Pc, Site, Stage, Visitor, built_for_windows, windows_may_say, windows_says};

use crate::tray::fresh;
use crate::{alone, site_and_pc};

/// Where Wine keeps what it takes for a browser.
const BROWSERS: &str = r"HKCU\Software\Wine\WineBrowser";

/// A browser that writes down what it is to open.
pub(crate) struct Browser {
    opened: PathBuf,
}

impl Browser {
    pub(crate) fn on(stage: &Stage) -> Self {
        let (script, opened) = (stage.path("browser"), stage.path("opened"));
        std::fs::write(&script, format!("#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n", opened.display())).unwrap();
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).unwrap();
        let script = script.to_str().unwrap();
        let _ = windows_says("reg", &["add", BROWSERS, "/v", "Browsers", "/d", script, "/f"]);
        Self { opened }
    }

    /// The page that was opened, as its path with the query on this site; it is forgotten then.
    fn page(&self, stage: &Stage, site: &Site) -> String {
        let address = self.address(stage);
        address.strip_prefix(site.address()).unwrap_or_else(|| panic!("{address}")).to_owned()
    }

    /// The address that was opened; it is forgotten then.
    pub(crate) fn address(&self, stage: &Stage) -> String {
        let address = stage.wait("The browser", WAIT_TIME_MAX, || {
            let opened = std::fs::read_to_string(&self.opened).unwrap_or_default();
            if opened.is_empty() { Err("nothing was opened".to_owned()) } else { Ok(opened) }
        });
        std::fs::remove_file(&self.opened).unwrap();
        address
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = windows_may_say("reg", &["delete", BROWSERS, "/f"]);
    }
}

/// The window that asks for a name, in a language.
fn opened(stage: &Stage, language: &str) -> Window {
    let program = built_for_windows("OXUpdater.exe");
    let process = stage.start(&program, &[], &[("OXUPDATER_LANGUAGE", language)]);
    stage.window(process, "OX Updater")
}

#[test]
fn a_person_signs_in_with_the_browser_and_it_goes_on_by_itself() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    fresh(site.address());
    let stage = Stage::open();
    let browser = Browser::on(&stage);
    let window = opened(&stage, "en");
    let _ = stage.field(&window, "Name");
    stage.picture("tray-sign-in-ways");
    stage.press(&window, "Sign in with the browser");
    let _ = stage.until_it_says(&window, "agree only if you see this code");
    stage.picture("tray-browser");
    let page = browser.page(&stage, &site);
    stage.press(&window, "Open again");
    assert_eq!(browser.page(&stage, &site), page);
    // Who changes their mind comes back to the fields, and may begin anew.
    stage.press(&window, "Cancel");
    let _ = stage.field(&window, "Name");
    stage.press(&window, "Sign in with the browser");
    let page = browser.page(&stage, &site);
    let code = page.rsplit('=').next().unwrap_or_default().to_owned();
    let _ = stage.until_it_says(&window, &code);
    let mut anna = Visitor::signed_in(site.address(), "anna", PASSWORD);
    assert!(anna.get(&page).page.contains(&code));
    assert_eq!(anna.post("/device/yes", &[("code", &code)]).status, 303);
    let _ = stage.until_it_says(&window, "up to date");
    assert_eq!(site.devices("anna").len(), 1);
}

#[test]
fn it_fits_in_german_and_at_200_percent() {
    let _alone = alone();
    let (site, _pc) = site_and_pc();
    for (dpi, size) in [(96, (1280, 800)), (192, (1920, 1200))] {
        fresh(site.address());
        let stage = Stage::with(&Scene { dpi, size, ..Scene::default() });
        let _browser = Browser::on(&stage);
        let window = opened(&stage, "de");
        let _ = stage.field(&window, "Passwort");
        stage.picture(&format!("tray-sign-in-ways-de-{dpi}"));
        stage.press(&window, "Mit dem Browser anmelden");
        let _ = stage.until_it_says(&window, "wenn Sie diesen Code sehen");
        stage.picture(&format!("tray-browser-de-{dpi}"));
        crate::tray::assert_all_is_within(&stage, &window);
    }
}

#[test]
fn the_program_opens_the_browser_and_windows_keeps_the_token() {
    let _alone = alone();
    let (site, _) = site_and_pc();
    let mut pc = Pc::without_sign_in(site.address());
    pc.give(None);
    // Under Wine a desktop is there for every program.
    let stage = Stage::open();
    let browser = Browser::on(&stage);
    let mut running = pc.start(&["sign-in", "--browser"]);
    running.until_it_says("Ctrl-C cancels.");
    let page = browser.page(&stage, &site);
    let code = page.rsplit('=').next().unwrap_or_default().to_owned();
    let mut anna = Visitor::signed_in(site.address(), "anna", PASSWORD);
    anna.get(&page);
    assert_eq!(anna.post("/device/yes", &[("code", &code)]).status, 303);
    let said = running.end();
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.complaint.contains("Your browser has opened."), "{said:?}");
    assert!(matches!(pc.oxupdate(&["check"]).code, 0 | 10));
    let device = &site.devices("anna")[0];
    assert_eq!(device["standing"], "enrolled");
    assert_eq!(pc.oxupdate(&["sign-out"]).code, 0);
    assert_eq!(pc.oxupdate(&["check"]).code, 22);
}
