//! Icons: from the program's own resources, and from the bytes of .ico files that others made.

use std::io;

use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateIconFromResourceEx, DestroyIcon, HICON, IMAGE_ICON, LR_DEFAULTCOLOR, LoadImageW,
};

use super::program::instance;

/// The largest .ico file that is shown, in bytes.
pub const ICO_LENGTH_MAX: usize = 1 << 20;
/// The most pictures of an .ico file that are looked at.
const PICTURES_MAX: usize = 64;
/// What Windows calls the format of pictures in icons.
const ICON_FORMAT: u32 = 0x0003_0000;
/// The number of the program's own icon among its resources.
const PROGRAM_ICON: u16 = 1;

/// An icon; it is gone when this is dropped.
#[derive(Debug)]
pub struct Icon(HICON);

impl Icon {
    /// One of the program's resources, in a width and height in pixels.
    ///
    /// # Errors
    /// If there is none of that number.
    pub fn of_program(number: u16, size: i32) -> io::Result<Self> {
        // SAFETY: a resource is named by its number; the icon is not a shared one, so it is ours to destroy.
        let icon = unsafe {
            LoadImageW(instance(), number as usize as *const u16, IMAGE_ICON, size, size, LR_DEFAULTCOLOR)
        };
        Self::made(icon)
    }

    /// From the bytes of an .ico file, in a width and height in pixels; the picture that fits best is taken.
    ///
    /// # Errors
    /// If they are no such file, or larger than [`ICO_LENGTH_MAX`].
    pub fn of_file(bytes: &[u8], size: i32) -> io::Result<Self> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let picture = picture(bytes, size).ok_or_else(invalid)?;
        let length = u32::try_from(picture.len()).map_err(|_| invalid())?;
        // SAFETY: the picture is as long as is said, and is copied.
        let icon = unsafe {
            CreateIconFromResourceEx(picture.as_ptr(), length, 1, ICON_FORMAT, size, size, LR_DEFAULTCOLOR)
        };
        Self::made(icon)
    }

    /// From a file, or where there is none that can be shown, the program's own.
    pub(super) fn of(ico: Option<&[u8]>, size: i32) -> Option<Self> {
        let own = || Self::of_program(PROGRAM_ICON, size).ok();
        ico.and_then(|bytes| Self::of_file(bytes, size).ok()).or_else(own)
    }

    fn made(icon: HICON) -> io::Result<Self> {
        if icon.is_null() { Err(io::Error::last_os_error()) } else { Ok(Self(icon)) }
    }

    /// The icon as Windows' functions take it, while this lives.
    #[must_use]
    pub fn handle(&self) -> *mut std::ffi::c_void {
        self.0
    }
}

impl Drop for Icon {
    fn drop(&mut self) {
        // SAFETY: made by the calls above, and not shared.
        unsafe { DestroyIcon(self.0) };
    }
}

/// The bytes of the picture that fits a size: the smallest that is large enough, else the largest.
fn picture(bytes: &[u8], size: i32) -> Option<&[u8]> {
    if bytes.len() > ICO_LENGTH_MAX || bytes.get(..4)? != [0, 0, 1, 0] {
        return None;
    }
    let number = |at: usize| -> Option<usize> {
        let bytes: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let count = usize::from(u16::from_le_bytes([*bytes.get(4)?, *bytes.get(5)?])).min(PICTURES_MAX);
    let mut best: Option<(i32, &[u8])> = None;
    for entry in (0..count).map(|index| 6 + 16 * index) {
        let width = match *bytes.get(entry)? {
            0 => 256,
            width => i32::from(width),
        };
        let (length, at) = (number(entry + 8)?, number(entry + 12)?);
        let Some(found) = bytes.get(at..at.checked_add(length)?) else { continue };
        let better = |than: i32| match (width >= size, than >= size) {
            (true, true) => width < than,
            (false, false) => width > than,
            (fits, _) => fits,
        };
        if !found.is_empty() && best.is_none_or(|(than, _)| better(than)) {
            best = Some((width, found));
        }
    }
    best.map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::picture;

    fn ico(widths: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0, 0, 1, 0, widths.len() as u8, 0];
        for (index, width) in widths.iter().enumerate() {
            let at = (6 + 16 * widths.len() + index) as u32;
            bytes.extend([*width, *width, 0, 0, 1, 0, 32, 0]);
            bytes.extend(1_u32.to_le_bytes());
            bytes.extend(at.to_le_bytes());
        }
        bytes.extend(widths);
        bytes
    }

    #[test]
    fn the_picture_that_fits_is_taken() {
        let check = |widths: &[u8], size: i32, expected: Option<u8>| {
            assert_eq!(
                picture(&ico(widths), size),
                expected.as_ref().map(std::slice::from_ref),
                "{widths:?} {size}"
            );
        };
        check(&[16, 32, 48], 16, Some(16));
        check(&[16, 32, 48], 20, Some(32));
        check(&[48, 32, 16], 20, Some(32));
        check(&[16, 32], 64, Some(32));
        check(&[16, 0], 64, Some(0));
        check(&[], 16, None);
    }

    #[test]
    fn what_is_no_icon_is_refused() {
        let check = |bytes: &[u8]| assert_eq!(picture(bytes, 16), None, "{bytes:?}");
        check(b"");
        check(b"\0\0\x02\0\x01\0");
        check(&ico(&[16])[..20]);
        let mut beyond = ico(&[16]);
        beyond[18..22].copy_from_slice(&u32::MAX.to_le_bytes());
        check(&beyond);
    }
}
