//! Files dropped on a window.

use windows_sys::Win32::System::LibraryLoader::{GetModuleHandleW, GetProcAddress};
use windows_sys::Win32::System::Memory::{GHND, GlobalAlloc, GlobalLock, GlobalUnlock};
use windows_sys::Win32::UI::Shell::DROPFILES;
use windows_sys::Win32::UI::WindowsAndMessaging::WM_DROPFILES;
use windows_sys::w;

use super::Outcome;
use super::messages::{owner, post};
use super::remote::Remote;

/// Drops files on a window, as the shell does.
pub(super) fn drop(window: u64, files: &[String]) -> Outcome<()> {
    let bytes = dropped(files);
    if is_wine() {
        // Windows carries what is dropped over to the other process by itself, and Wine does not: there it is put
        // where that process finds it.
        let remote = Remote::of(owner(window).1)?;
        remote.write_bytes(&bytes)?;
        post(window, WM_DROPFILES, remote.address() as usize, 0)?;
        remote.leave();
        return Ok(());
    }
    // SAFETY: the memory has room for the bytes; from the message on it belongs to the window that gets it.
    let memory = unsafe {
        let memory = GlobalAlloc(GHND, bytes.len());
        let begin: *mut u8 = GlobalLock(memory).cast();
        if begin.is_null() {
            return Err("there is no memory for what is dropped".to_owned());
        }
        std::ptr::copy_nonoverlapping(bytes.as_ptr(), begin, bytes.len());
        GlobalUnlock(memory);
        memory
    };
    post(window, WM_DROPFILES, memory as usize, 0)
}

/// The paths behind a header: each ends with 0, and the last with one more.
fn dropped(files: &[String]) -> Vec<u8> {
    let size = size_of::<DROPFILES>();
    let header = DROPFILES { pFiles: size as u32, fWide: 1, ..DROPFILES::default() };
    // SAFETY: the header is plain, and as long as is said.
    let header = unsafe { std::slice::from_raw_parts((&raw const header).cast::<u8>(), size) };
    let names = files.iter().flat_map(|file| file.encode_utf16().chain([0])).chain([0]);
    header.iter().copied().chain(names.flat_map(u16::to_le_bytes)).collect()
}

/// Whether this is Wine.
fn is_wine() -> bool {
    // SAFETY: both names end with 0, and the library is always loaded.
    unsafe { GetProcAddress(GetModuleHandleW(w!("ntdll.dll")), c"wine_get_version".as_ptr().cast()) }
        .is_some()
}
