//! The colours of a window: those of Windows, in high contrast nothing but those, and ours where Windows is set to dark programs.

use windows_sys::Win32::Foundation::COLORREF;
use windows_sys::Win32::Graphics::Gdi::{
    COLOR_3DFACE, COLOR_BTNTEXT, COLOR_WINDOW, COLOR_WINDOWTEXT, CreateSolidBrush, DC_BRUSH, DeleteObject,
    GetStockObject, GetSysColor, HBRUSH, HDC, SetBkColor, SetDCBrushColor, SetTextColor,
};
use windows_sys::Win32::System::Registry::{HKEY_CURRENT_USER, RRF_RT_REG_DWORD, RegGetValueW};
use windows_sys::Win32::UI::Accessibility::{HCF_HIGHCONTRASTON, HIGHCONTRASTW};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    SPI_GETCLIENTAREAANIMATION, SPI_GETHIGHCONTRAST, SystemParametersInfoW,
};

use super::send::wide;
use crate::palette::{DARK, LIGHT_QUIET, LIGHT_WARNING, Scheme};
use crate::view::LabelStyle;

/// Where Windows keeps what the person chose for the colours of programs.
const PERSONALIZE: &str = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize";
/// The value of that: 0 for dark programs.
const APPS_USE_LIGHT: &str = "AppsUseLightTheme";

/// The colours of a window, and the brushes that paint them.
#[derive(Debug)]
pub(super) struct Colours {
    scheme: Scheme,
    face: COLORREF,
    text: COLORREF,
    quiet: COLORREF,
    warning: COLORREF,
    field: COLORREF,
    field_text: COLORREF,
    face_brush: HBRUSH,
    field_brush: HBRUSH,
}

impl Colours {
    /// Those that Windows is set to.
    pub(super) fn of_system() -> Self {
        let scheme = Scheme::of(is_high_contrast(), apps_use_light());
        // SAFETY: takes a number only.
        let system = |index| unsafe { GetSysColor(index) };
        let (face, text) = match scheme {
            Scheme::Dark => (DARK.face.number(), DARK.text.number()),
            Scheme::Light | Scheme::HighContrast => (system(COLOR_3DFACE), system(COLOR_BTNTEXT)),
        };
        let (field, field_text) = match scheme {
            Scheme::Dark => (DARK.field.number(), DARK.text.number()),
            Scheme::Light | Scheme::HighContrast => (system(COLOR_WINDOW), system(COLOR_WINDOWTEXT)),
        };
        let (quiet, warning) = match scheme {
            Scheme::Light => (LIGHT_QUIET.number(), LIGHT_WARNING.number()),
            Scheme::Dark => (DARK.quiet.number(), DARK.warning.number()),
            // Windows' grey is for what cannot be used; this is to be read.
            Scheme::HighContrast => (text, text),
        };
        // SAFETY: takes a number only.
        let brush = |colour| unsafe { CreateSolidBrush(colour) };
        let (face_brush, field_brush) = (brush(face), brush(field));
        Self { scheme, face, text, quiet, warning, field, field_text, face_brush, field_brush }
    }

    /// Where they come from.
    pub(super) fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// What is behind everything.
    pub(super) fn behind(&self) -> HBRUSH {
        self.face_brush
    }

    /// Sets the colours of a label.
    pub(super) fn label(&self, style: LabelStyle, context: HDC) -> HBRUSH {
        let text = match style {
            LabelStyle::Quiet => self.quiet,
            LabelStyle::Warning => self.warning,
            LabelStyle::Plain | LabelStyle::Caption | LabelStyle::Heading | LabelStyle::Strong => self.text,
        };
        paint(context, text, self.face);
        self.face_brush
    }

    /// Sets the colours of a link. The brush is one of Windows' own: Wine's links destroy the one that they get.
    pub(super) fn link(&self, context: HDC) -> HBRUSH {
        paint(context, self.text, self.face);
        // SAFETY: the context is the one that Windows handed over; the brush is of Windows, and nobody destroys it.
        unsafe {
            SetDCBrushColor(context, self.face);
            GetStockObject(DC_BRUSH)
        }
    }

    /// Sets the colours of a field.
    pub(super) fn field(&self, context: HDC) -> HBRUSH {
        paint(context, self.field_text, self.field);
        self.field_brush
    }
}

impl Drop for Colours {
    fn drop(&mut self) {
        for brush in [self.face_brush, self.field_brush] {
            // SAFETY: made here, and used in messages that are over.
            unsafe { DeleteObject(brush) };
        }
    }
}

fn paint(context: HDC, text: COLORREF, behind: COLORREF) {
    // SAFETY: the context is the one that Windows handed over with its message.
    unsafe {
        SetTextColor(context, text);
        SetBkColor(context, behind);
    }
}

fn is_high_contrast() -> bool {
    let mut contrast =
        HIGHCONTRASTW { cbSize: size_of::<HIGHCONTRASTW>() as u32, ..HIGHCONTRASTW::default() };
    // SAFETY: the struct is as large as it says.
    let known =
        unsafe { SystemParametersInfoW(SPI_GETHIGHCONTRAST, contrast.cbSize, (&raw mut contrast).cast(), 0) };
    known != 0 && contrast.dwFlags & HCF_HIGHCONTRASTON != 0
}

/// What the person chose for the colours of programs; `None` where Windows knows no such choice.
fn apps_use_light() -> Option<u32> {
    let (key, name) = (wide(PERSONALIZE), wide(APPS_USE_LIGHT));
    let (mut value, mut length) = (0_u32, size_of::<u32>() as u32);
    // SAFETY: the texts end with a zero; the value is as large as is said, and no other kind of value is taken.
    let failed = unsafe {
        RegGetValueW(
            HKEY_CURRENT_USER,
            key.as_ptr(),
            name.as_ptr(),
            RRF_RT_REG_DWORD,
            std::ptr::null_mut(),
            (&raw mut value).cast(),
            &raw mut length,
        )
    };
    (failed == 0).then_some(value)
}

/// Whether things may move: not where Windows is set to less motion.
pub(super) fn may_move() -> bool {
    let mut moves = 1_i32;
    // SAFETY: the answer is a BOOL, as large as an i32.
    let known = unsafe { SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, (&raw mut moves).cast(), 0) };
    known == 0 || moves != 0
}
