//! Where Windows keeps a person's files.

use std::io;
use std::path::PathBuf;
use std::ptr;
use std::slice;

use windows_sys::Win32::System::Com::CoTaskMemFree;
use windows_sys::Win32::UI::Shell::{
    FOLDERID_LocalAppData, FOLDERID_ProgramData, FOLDERID_ProgramFiles, FOLDERID_ProgramFilesX64,
    FOLDERID_ProgramFilesX86, FOLDERID_RoamingAppData, FOLDERID_System, FOLDERID_Windows, KF_FLAG_DEFAULT,
    SHGetKnownFolderPath,
};
use windows_sys::core::GUID;

use super::{elevate, identity, wide};

/// The most 16-bit units of a path in Windows.
const PATH_LENGTH_MAX: usize = 32_767;

/// The folder of this person's data that stay on this PC, as Windows knows it; environment variables do not move it.
///
/// # Errors
/// If this account has no such folder.
pub fn local_app_data() -> io::Result<PathBuf> {
    known(&FOLDERID_LocalAppData)
}

/// Where data are kept that stay on this PC: this person's own, or with an administrator's rights those of the whole PC, where
/// the same person cannot write without these rights.
///
/// # Errors
/// If there is no such folder.
pub fn data_folder() -> io::Result<PathBuf> {
    // Wine runs everyone with an administrator's rights.
    let elevated = identity::is_elevated()? && !super::is_wine();
    known(if elevated { &FOLDERID_ProgramData } else { &FOLDERID_LocalAppData })
}

/// The folder of this person's data that go along to other PCs; `None` if this program runs with rights to which somebody consented, or as
/// Windows itself, for then it may run as another person than the one at the PC.
///
/// # Errors
/// If this account has no such folder.
pub(super) fn roaming_data() -> io::Result<Option<PathBuf>> {
    if elevate::rights().are_the_persons_own() { known(&FOLDERID_RoamingAppData).map(Some) } else { Ok(None) }
}

/// Where data of the whole PC are kept.
///
/// # Errors
/// If there is no such folder.
pub(crate) fn data_of_everyone() -> io::Result<PathBuf> {
    known(&FOLDERID_ProgramData)
}

/// The folders of programs for everyone, in which only administrators can write.
pub(super) fn program_files() -> Vec<PathBuf> {
    let folders = [FOLDERID_ProgramFiles, FOLDERID_ProgramFilesX64, FOLDERID_ProgramFilesX86];
    folders.iter().filter_map(|folder| known(folder).ok()).collect()
}

/// The folder of Windows' own programs.
pub(super) fn system() -> io::Result<PathBuf> {
    known(&FOLDERID_System)
}

/// The folder of Windows.
pub(super) fn windows() -> io::Result<PathBuf> {
    known(&FOLDERID_Windows)
}

fn known(folder: &GUID) -> io::Result<PathBuf> {
    let mut found = ptr::null_mut();
    // SAFETY: the folder's name is a constant, no token stands for the caller, and the pointer is ours.
    let answer = unsafe {
        SHGetKnownFolderPath(folder, KF_FLAG_DEFAULT.cast_unsigned(), ptr::null_mut(), &raw mut found)
    };
    let path = if answer >= 0 && !found.is_null() {
        // SAFETY: on success it points to a text with a zero behind it, which lives until it is freed below.
        let length = (0..PATH_LENGTH_MAX).take_while(|at| unsafe { *found.add(*at) } != 0).count();
        // SAFETY: these units were just read.
        Ok(wide::path(unsafe { slice::from_raw_parts(found, length) }))
    } else {
        Err(io::Error::from_raw_os_error(answer))
    };
    // SAFETY: the pointer is the function's to free in this way, whatever it answered; a null pointer is left alone.
    unsafe { CoTaskMemFree(found.cast()) };
    path
}

#[cfg(test)]
mod tests {
    use super::{elevate, roaming_data};
    use crate::machine::Machine;
    use crate::oxtender::FOLDER;
    use crate::windows::WindowsMachine;

    #[test]
    fn the_folder_for_the_oxtender_is_made_among_this_persons_own_data_and_not_for_who_consented() {
        let found = roaming_data().unwrap();
        WindowsMachine::new().make_account_folder().unwrap();
        if !elevate::rights().are_the_persons_own() {
            return assert_eq!(found, None);
        }
        let roaming_data = std::path::PathBuf::from(std::env::var_os("APPDATA").unwrap());
        assert_eq!(found, Some(roaming_data.clone()));
        assert!(roaming_data.join(FOLDER).is_dir());
    }
}
