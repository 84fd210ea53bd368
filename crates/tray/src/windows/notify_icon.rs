//! The icon beside the clock, and what is told there.

use std::time::Instant;

use window::Icon;
use windows_sys::Win32::Foundation::{HWND, POINT};
use windows_sys::Win32::Graphics::Gdi::{MONITOR_DEFAULTTOPRIMARY, MonitorFromPoint};
use windows_sys::Win32::UI::HiDpi::{GetDpiForMonitor, GetSystemMetricsForDpi, MDT_EFFECTIVE_DPI};
use windows_sys::Win32::UI::Shell::{
    NIF_ICON, NIF_INFO, NIF_MESSAGE, NIF_SHOWTIP, NIF_TIP, NIIF_INFO, NIIF_RESPECT_QUIET_TIME, NIIF_WARNING,
    NIM_ADD, NIM_DELETE, NIM_MODIFY, NIM_SETFOCUS, NIM_SETVERSION, NOTIFY_ICON_MESSAGE, NOTIFYICON_VERSION_4,
    NOTIFYICONDATAW, Shell_NotifyIconW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::SM_CXSMICON;

use super::hidden::{Hidden, ICON};
use crate::standing::{self, Standing, Wish};

/// The number of our only icon.
const NUMBER: u32 = 1;

/// The icon beside the clock; it is gone when this is dropped.
pub(crate) struct NotifyIcon {
    owner: HWND,
    icon: Option<Icon>,
    tip: String,
    standing: Standing,
    /// When it was last tried to put it there.
    tried_at: Instant,
    /// What is yet to be told, because the icon was missing.
    untold: Option<Told>,
}

/// How something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As a piece of news.
    News,
    /// As a warning.
    Warning,
}

/// What is told.
struct Told {
    title: String,
    text: String,
    tone: Tone,
}

impl NotifyIcon {
    /// Puts the icon beside the clock; where there is no clock yet, it comes with the bar ([`super::Heard::BarAnew`]), and where Windows
    /// is too busy, a minute later or with the next change.
    pub(crate) fn new(owner: &Hidden, picture: u16, tip: &str) -> Self {
        let mut new = Self {
            owner: owner.handle(),
            icon: None,
            tip: tip.to_owned(),
            standing: Standing::Missing,
            tried_at: Instant::now(),
            untold: None,
        };
        new.load(picture);
        new.add();
        new
    }

    /// Puts the icon beside the clock again, in the size of the screen that the clock is on now: the bar comes anew for that as well.
    pub(crate) fn add_again(&mut self, picture: u16) {
        self.load(picture);
        self.standing = Standing::Missing;
        // Where it is still there, it only takes the other size.
        self.change();
        self.tell_untold();
    }

    /// In how many milliseconds [`NotifyIcon::try_again`] is to be called; `None` if the icon is there.
    pub(crate) fn again_in(&self) -> Option<u64> {
        let since = u64::try_from(self.tried_at.elapsed().as_millis()).unwrap_or(u64::MAX);
        standing::again_in(self.standing, since)
    }

    /// Puts the icon there if it is missing, and that long enough.
    pub(crate) fn try_again(&mut self) {
        if self.again_in() == Some(0) {
            self.add();
            self.tell_untold();
        }
    }

    fn add(&mut self) {
        self.tried_at = Instant::now();
        let data = self.data();
        self.standing = standing::put(&mut |wish| self.ask(wish, &data));
    }

    fn change(&mut self) {
        self.tried_at = Instant::now();
        let data = self.data();
        self.standing = standing::change(self.standing, &mut |wish| self.ask(wish, &data));
    }

    fn ask(&self, wish: Wish, data: &NOTIFYICONDATAW) -> bool {
        match wish {
            Wish::Add => self.notify(NIM_ADD, data),
            Wish::Change => self.notify(NIM_MODIFY, data),
            Wish::NewWay => {
                let mut version = self.data();
                version.Anonymous.uVersion = NOTIFYICON_VERSION_4;
                self.notify(NIM_SETVERSION, &version)
            }
        }
    }

    /// Shows another picture.
    pub(crate) fn set_picture(&mut self, picture: u16) {
        self.load(picture);
        self.change();
        self.tell_untold();
    }

    /// Tells something else to who points at the icon.
    pub(crate) fn set_tip(&mut self, tip: &str) {
        if self.tip != tip {
            tip.clone_into(&mut self.tip);
            self.change();
            self.tell_untold();
        }
    }

    /// Tells something beside the clock; Windows itself keeps it back while the person must not be disturbed.
    /// While the icon is missing it waits for it.
    pub(crate) fn tell(&mut self, title: &str, text: &str, tone: Tone) {
        self.untold = Some(Told { title: title.to_owned(), text: text.to_owned(), tone });
        if self.standing == Standing::Missing {
            self.add();
        }
        self.tell_untold();
    }

    fn tell_untold(&mut self) {
        if self.standing == Standing::Missing {
            return;
        }
        let Some(Told { title, text, tone }) = &self.untold else { return };
        let mut data = self.data();
        data.uFlags |= NIF_INFO;
        data.dwInfoFlags = NIIF_RESPECT_QUIET_TIME
            | match *tone {
                Tone::News => NIIF_INFO,
                Tone::Warning => NIIF_WARNING,
            };
        fill(&mut data.szInfoTitle, title);
        fill(&mut data.szInfo, text);
        if self.notify(NIM_MODIFY, &data) {
            self.untold = None;
        } else {
            self.standing = Standing::Missing;
        }
    }

    /// Takes what is told away again, for who sees it elsewhere now.
    pub(crate) fn hush(&mut self) {
        self.untold = None;
        let mut data = self.data();
        data.uFlags |= NIF_INFO;
        self.notify(NIM_MODIFY, &data);
    }

    fn load(&mut self, picture: u16) {
        let (mut dpi, mut same) = (96, 96);
        // SAFETY: take numbers only, and fill those that are named.
        let size = unsafe {
            let main = MonitorFromPoint(POINT::default(), MONITOR_DEFAULTTOPRIMARY);
            GetDpiForMonitor(main, MDT_EFFECTIVE_DPI, &raw mut dpi, &raw mut same);
            GetSystemMetricsForDpi(SM_CXSMICON, dpi)
        };
        self.icon = Icon::of_program(picture, size).ok();
    }

    fn data(&self) -> NOTIFYICONDATAW {
        let mut data = NOTIFYICONDATAW {
            cbSize: size_of::<NOTIFYICONDATAW>() as u32,
            hWnd: self.owner,
            uID: NUMBER,
            uFlags: NIF_MESSAGE | NIF_ICON | NIF_TIP | NIF_SHOWTIP,
            uCallbackMessage: ICON,
            hIcon: self.icon.as_ref().map_or(std::ptr::null_mut(), Icon::handle),
            ..NOTIFYICONDATAW::default()
        };
        fill(&mut data.szTip, &self.tip);
        data
    }

    fn notify(&self, message: NOTIFY_ICON_MESSAGE, data: &NOTIFYICONDATAW) -> bool {
        // SAFETY: the struct is whole, and is read only.
        unsafe { Shell_NotifyIconW(message, data) != 0 }
    }
}

impl Drop for NotifyIcon {
    fn drop(&mut self) {
        self.notify(NIM_DELETE, &self.data());
    }
}

/// Gives the keyboard back to the icons beside the clock, as for a menu that was left without a choice.
pub(super) fn give_keyboard_back(owner: HWND) {
    let data = NOTIFYICONDATAW {
        cbSize: size_of::<NOTIFYICONDATAW>() as u32,
        hWnd: owner,
        uID: NUMBER,
        ..NOTIFYICONDATAW::default()
    };
    // SAFETY: the struct is whole, and is read only.
    unsafe { Shell_NotifyIconW(NIM_SETFOCUS, &raw const data) };
}

/// Fills a text of a fixed length; one that is too long ends with three dots at a whole letter.
fn fill(place: &mut [u16], text: &str) {
    let length = place.len() - 1;
    let mut units: Vec<u16> = text.encode_utf16().collect();
    if units.len() > length {
        units = text
            .chars()
            .scan(0, |used, letter| {
                *used += letter.len_utf16();
                (*used < length).then_some(letter)
            })
            .chain(['…'])
            .collect::<String>()
            .encode_utf16()
            .collect();
    }
    for (place, unit) in place.iter_mut().zip(units.into_iter().chain([0])) {
        *place = unit;
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_text_that_is_too_long_ends_with_dots_at_a_whole_letter() {
        let check = |text: &str, expected: &str| {
            let mut place = [9_u16; 6];
            fill(&mut place, text);
            assert_eq!(window::text_of(&place), expected, "{text}");
        };
        check("", "");
        check("abcde", "abcde");
        check("abcdef", "abcd…");
        check("abc🦀🦀", "abc…");
        check("ab🦀🦀", "ab🦀…");
    }
}
