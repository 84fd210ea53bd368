//! Dark windows: where Windows is set to dark programs, and only there; a change is followed while the window is open.

use e2e::stage::WAIT_TIME_MAX;
use e2e::windows_says;

use crate::alone;
use crate::generator::Generator;

const KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";
const NAME: &str = "AppsUseLightTheme";
/// What Windows sends when one of its settings was changed.
const SETTING_CHANGED: u32 = 0x001A;
/// What a table tells about the colour behind it.
const COLOUR_BEHIND: u32 = 0x1000;
/// The colour behind a dark table, as Windows counts it.
const DARK: i64 = 0x002B_2B2B;

/// The setting, which is taken back when this is gone.
pub(crate) struct Setting;

impl Setting {
    pub(crate) fn of(light: &str) -> Self {
        let _ = windows_says("reg", &["add", KEY, "/v", NAME, "/t", "REG_DWORD", "/d", light, "/f"]);
        Self
    }
}

impl Drop for Setting {
    fn drop(&mut self) {
        let _ = windows_says("reg", &["delete", KEY, "/v", NAME, "/f"]);
    }
}

#[test]
#[cfg_attr(windows, ignore = "the desktop of a real Windows keeps the setting of whoever uses it")]
fn a_window_is_dark_where_windows_is_and_follows_it() {
    let _alone = alone();
    let _setting = Setting::of("0");
    let generator = Generator::open(None);
    let stage = &generator.stage;
    let table = stage.table(&generator.window).handle;
    let behind = || stage.send(table, COLOUR_BEHIND, 0, 0);
    assert_eq!(behind(), DARK);
    stage.picture("generator-dark");
    for (light, dark) in [("1", false), ("0", true)] {
        let _changed = std::mem::ManuallyDrop::new(Setting::of(light));
        let _ = stage.send(generator.window.handle, SETTING_CHANGED, 0, 0);
        stage.wait("The other colours", WAIT_TIME_MAX, || {
            if (behind() == DARK) == dark { Ok(()) } else { Err(format!("{:x}", behind())) }
        });
        stage.picture(if dark { "generator-dark-again" } else { "generator-light-again" });
    }
}
