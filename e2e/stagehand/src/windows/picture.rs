//! Pictures of the desktop.

use std::fs::File;
use std::io::BufWriter;

use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, BitBlt, CAPTUREBLT, CreateCompatibleBitmap, CreateCompatibleDC,
    DIB_RGB_COLORS, DeleteDC, DeleteObject, GetDC, GetDIBits, ReleaseDC, SRCCOPY, SelectObject,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    GetSystemMetrics, SM_CXVIRTUALSCREEN, SM_CYVIRTUALSCREEN, SM_XVIRTUALSCREEN, SM_YVIRTUALSCREEN,
};

use super::Outcome;

/// How wide and how high a desktop may be, in pixels.
const SIDE_MAX: i32 = 16_384;

/// Takes a picture of the whole desktop into a PNG file.
pub(super) fn take(path: &str) -> Outcome<()> {
    // SAFETY: takes any number.
    let [left, top, width, height] =
        [SM_XVIRTUALSCREEN, SM_YVIRTUALSCREEN, SM_CXVIRTUALSCREEN, SM_CYVIRTUALSCREEN]
            .map(|what| unsafe { GetSystemMetrics(what) });
    if !(1..=SIDE_MAX).contains(&width) || !(1..=SIDE_MAX).contains(&height) {
        return Err(format!("a desktop of {width} × {height} pixels cannot be a picture"));
    }
    let mut pixels = vec![0_u8; width as usize * height as usize * 4];
    copy(left, top, width, height, &mut pixels)?;
    let rgb: Vec<u8> = pixels.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
    write(path, width as u32, height as u32, &rgb).map_err(|error| format!("{path}: {error}"))
}

/// Copies what is to be seen, four bytes for each pixel: blue, green, red, nothing.
fn copy(left: i32, top: i32, width: i32, height: i32, pixels: &mut [u8]) -> Outcome<()> {
    let header = BITMAPINFOHEADER {
        biSize: size_of::<BITMAPINFOHEADER>() as u32,
        biWidth: width,
        // From top to bottom.
        biHeight: -height,
        biPlanes: 1,
        biBitCount: 32,
        biCompression: BI_RGB,
        ..BITMAPINFOHEADER::default()
    };
    let mut format = BITMAPINFO { bmiHeader: header, ..BITMAPINFO::default() };
    // SAFETY: what is made here is given back here; the pixels have room for the rows that are asked for.
    let rows = unsafe {
        let screen = GetDC(std::ptr::null_mut());
        let memory = CreateCompatibleDC(screen);
        let bitmap = CreateCompatibleBitmap(screen, width, height);
        let before = SelectObject(memory, bitmap);
        let copied = BitBlt(memory, 0, 0, width, height, screen, left, top, SRCCOPY | CAPTUREBLT);
        SelectObject(memory, before);
        let into = pixels.as_mut_ptr().cast();
        let rows = if copied == 0 {
            0
        } else {
            GetDIBits(memory, bitmap, 0, height as u32, into, &raw mut format, DIB_RGB_COLORS)
        };
        DeleteObject(bitmap);
        DeleteDC(memory);
        ReleaseDC(std::ptr::null_mut(), screen);
        rows
    };
    if rows == height { Ok(()) } else { Err("the desktop gives no picture".to_owned()) }
}

fn write(path: &str, width: u32, height: u32, rgb: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(path)?), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()?;
    Ok(())
}
