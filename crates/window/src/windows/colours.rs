//! The colours of a window: those of Windows, and in high contrast nothing but those.

use windows_sys::Win32::Foundation::COLORREF;
use windows_sys::Win32::Graphics::Gdi::{
    COLOR_3DFACE, COLOR_BTNTEXT, COLOR_GRAYTEXT, COLOR_WINDOW, COLOR_WINDOWTEXT, CreateSolidBrush,
    DeleteObject, GetSysColor, HBRUSH, HDC, SetBkColor, SetTextColor,
};
use windows_sys::Win32::UI::Accessibility::{HCF_HIGHCONTRASTON, HIGHCONTRASTW};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    SPI_GETCLIENTAREAANIMATION, SPI_GETHIGHCONTRAST, SystemParametersInfoW,
};

use crate::view::LabelStyle;

/// Of a text that is less important: dark enough on light to be read (more than 5 to 1).
const QUIET: COLORREF = 0x005C_5C5C;
/// Of a text that says what is wrong: a dark red (more than 7 to 1).
const WARNING: COLORREF = 0x0014_149C;

/// The colours of a window, and the brushes that paint them.
#[derive(Debug)]
pub(super) struct Colours {
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
        // SAFETY: takes a number only.
        let system = |index| unsafe { GetSysColor(index) };
        let (face, text) = (system(COLOR_3DFACE), system(COLOR_BTNTEXT));
        let (field, field_text) = (system(COLOR_WINDOW), system(COLOR_WINDOWTEXT));
        let contrast = is_high_contrast();
        // SAFETY: takes a number only.
        let brush = |colour| unsafe { CreateSolidBrush(colour) };
        Self {
            face,
            text,
            quiet: if contrast { system(COLOR_GRAYTEXT) } else { QUIET },
            warning: if contrast { text } else { WARNING },
            field,
            field_text,
            face_brush: brush(face),
            field_brush: brush(field),
        }
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

/// Whether things may move: not where Windows is set to less motion.
pub(super) fn may_move() -> bool {
    let mut moves = 1_i32;
    // SAFETY: the answer is a BOOL, as large as an i32.
    let known = unsafe { SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, (&raw mut moves).cast(), 0) };
    known == 0 || moves != 0
}
