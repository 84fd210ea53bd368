//! The fonts that Windows is set to, for a screen's dots per inch, and texts measured in them.

use windows_sys::Win32::Foundation::{RECT, SIZE};
use windows_sys::Win32::Graphics::Gdi::{
    CreateFontIndirectW, DT_CALCRECT, DT_EDITCONTROL, DT_NOPREFIX, DT_WORDBREAK, DeleteObject, DrawTextW,
    FW_SEMIBOLD, GetDC, GetTextExtentPoint32W, HDC, HFONT, ReleaseDC, SelectObject,
};
use windows_sys::Win32::UI::HiDpi::{GetSystemMetricsForDpi, SystemParametersInfoForDpi};
use windows_sys::Win32::UI::WindowsAndMessaging::{NONCLIENTMETRICSW, SM_CXVSCROLL, SPI_GETNONCLIENTMETRICS};

use crate::layout::{Ruler, Size};
use crate::view::LabelStyle;

/// What lengths are given in.
const DPI_USUAL: i32 = 96;
/// How much wider than measured a heading may be drawn, at 96 dots per inch: letters of that size are drawn with other gaps.
const HEADING_ROOM: i32 = 8;
/// The widest text that is measured, in pixels.
const WIDTH_MAX: i32 = 30_000;

/// The fonts of a window.
#[derive(Debug)]
pub(super) struct Fonts {
    dpi: i32,
    plain: HFONT,
    strong: HFONT,
    heading: HFONT,
}

impl Fonts {
    /// The fonts that Windows is set to.
    pub(super) fn of_system(dpi: u32) -> Self {
        let mut metrics =
            NONCLIENTMETRICSW { cbSize: size_of::<NONCLIENTMETRICSW>() as u32, ..Default::default() };
        // SAFETY: the struct is as large as it says, and is filled by the call; if that fails it stays zero, which is Windows' own choice.
        unsafe {
            SystemParametersInfoForDpi(
                SPI_GETNONCLIENTMETRICS,
                metrics.cbSize,
                (&raw mut metrics).cast(),
                0,
                dpi,
            );
        }
        let plain = metrics.lfMessageFont;
        let mut strong = plain;
        strong.lfWeight = FW_SEMIBOLD as i32;
        let mut heading = plain;
        heading.lfHeight = plain.lfHeight * 4 / 3;
        // SAFETY: each font is described by a whole struct.
        let make = |font| unsafe { CreateFontIndirectW(font) };
        Self {
            dpi: i32::try_from(dpi).unwrap_or(DPI_USUAL),
            plain: make(&raw const plain),
            strong: make(&raw const strong),
            heading: make(&raw const heading),
        }
    }

    /// The font of a style.
    pub(super) fn of(&self, style: LabelStyle) -> HFONT {
        match style {
            LabelStyle::Heading => self.heading,
            LabelStyle::Strong => self.strong,
            LabelStyle::Plain | LabelStyle::Caption | LabelStyle::Quiet | LabelStyle::Warning => self.plain,
        }
    }

    /// A length of a view in pixels.
    pub(super) fn scale(&self, length: i32) -> i32 {
        (length * self.dpi + DPI_USUAL / 2) / DPI_USUAL
    }

    /// A length in pixels as a view has it.
    pub(super) fn dpi(&self) -> u32 {
        self.dpi.unsigned_abs()
    }

    /// How wide a text is in one line.
    pub(super) fn width(&self, text: &str) -> i32 {
        Screen::new().with(self.plain, |screen| {
            let units: Vec<u16> = text.encode_utf16().collect();
            let mut size = SIZE::default();
            // SAFETY: the text is as long as is said.
            unsafe { GetTextExtentPoint32W(screen, units.as_ptr(), units.len() as i32, &raw mut size) };
            size.cx
        })
    }
}

impl Drop for Fonts {
    fn drop(&mut self) {
        for font in [self.plain, self.strong, self.heading] {
            // SAFETY: made here; the controls that use it get others or are gone.
            unsafe { DeleteObject(font) };
        }
    }
}

impl Ruler for Fonts {
    fn scale(&self, length: i32) -> i32 {
        Self::scale(self, length)
    }

    fn text(&self, text: &str, style: LabelStyle, width: i32) -> Size {
        Screen::new().with(self.of(style), |screen| {
            let units: Vec<u16> = if text.is_empty() { vec![32] } else { text.encode_utf16().collect() };
            let room = if style == LabelStyle::Heading { self.scale(HEADING_ROOM) } else { 0 };
            let mut place = RECT { right: (width - room).clamp(1, WIDTH_MAX), ..RECT::default() };
            let prefix = if style == LabelStyle::Caption { 0 } else { DT_NOPREFIX };
            let format = DT_CALCRECT | DT_WORDBREAK | DT_EDITCONTROL | prefix;
            // SAFETY: the text is as long as is said, and with DT_CALCRECT it is not changed.
            unsafe { DrawTextW(screen, units.as_ptr(), units.len() as i32, &raw mut place, format) };
            Size { width: place.right + room, height: place.bottom }
        })
    }

    fn scroll_bar(&self) -> i32 {
        // SAFETY: takes numbers only.
        unsafe { GetSystemMetricsForDpi(SM_CXVSCROLL, self.dpi()) }
    }
}

/// The screen to measure on.
struct Screen(HDC);

impl Screen {
    fn new() -> Self {
        // SAFETY: no window means the whole screen.
        Self(unsafe { GetDC(std::ptr::null_mut()) })
    }

    fn with<T>(&self, font: HFONT, measure: impl FnOnce(HDC) -> T) -> T {
        // SAFETY: the font lives as long as its `Fonts`, and the one before comes back.
        let before = unsafe { SelectObject(self.0, font) };
        let measured = measure(self.0);
        // SAFETY: as above.
        unsafe { SelectObject(self.0, before) };
        measured
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // SAFETY: it came from GetDC.
        unsafe { ReleaseDC(std::ptr::null_mut(), self.0) };
    }
}
