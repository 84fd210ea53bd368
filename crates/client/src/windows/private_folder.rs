//! Folders that only this person, or with an administrator's rights only administrators and SYSTEM, can write.

use std::fs::File;
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::os::windows::io::AsRawHandle;
use std::path::Path;
use std::ptr;
use std::slice;

use windows_sys::Win32::Foundation::{ERROR_ALREADY_EXISTS, ERROR_SUCCESS, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertSecurityDescriptorToStringSecurityDescriptorW, GetSecurityInfo, SDDL_REVISION_1, SE_FILE_OBJECT,
};
use windows_sys::Win32::Security::{
    DACL_SECURITY_INFORMATION, OBJECT_SECURITY_INFORMATION, OWNER_SECURITY_INFORMATION, PSECURITY_DESCRIPTOR,
};
use windows_sys::Win32::Storage::FileSystem::{
    CreateDirectoryW, FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_REPARSE_POINT, FILE_FLAG_BACKUP_SEMANTICS,
    FILE_FLAG_OPEN_REPARSE_POINT, FILE_LIST_DIRECTORY, FILE_READ_ATTRIBUTES, FILE_SHARE_READ,
    FILE_SHARE_WRITE, READ_CONTROL,
};

use super::mutex::Security;
use super::wide::{text, wide};
use super::{identity, is_wine};
use crate::folder_access::{Asker, Flaw, flaw};
use crate::machine::FolderError;

/// What is asked of a folder's security.
const ASKED: OBJECT_SECURITY_INFORMATION = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;

/// Makes a folder whose parent is there, or looks at one that is there already; it is neither renamed nor deleted while the answer lives.
///
/// # Errors
/// [`FolderError`] says what speaks against it; it is then left as it is.
pub fn private_folder(path: &Path) -> Result<File, FolderError> {
    let asker = asker()?;
    make(path, &asker)?;
    let folder = open(path)?;
    let attributes = folder.metadata()?.file_attributes();
    if attributes & FILE_ATTRIBUTE_REPARSE_POINT != 0 || attributes & FILE_ATTRIBUTE_DIRECTORY == 0 {
        return Err(Flaw::Link.into());
    }
    match flaw(&descriptor(&folder)?, &asker) {
        Some(flaw) => Err(flaw.into()),
        None => Ok(folder),
    }
}

fn asker() -> io::Result<Asker> {
    let sid = identity::own_sid()?;
    // Wine runs everyone with an administrator's rights, and lets nobody but the account own its files.
    let elevated = identity::is_elevated()? && !is_wine();
    // Windows writes some accounts in a short form.
    let short = Security::new(&format!("O:{sid}")).and_then(|own| written(own.as_ptr()));
    let short = short.ok().and_then(|short| Some(short.strip_prefix("O:")?.to_owned()));
    Ok(Asker { names: std::iter::once(sid).chain(short).collect(), elevated })
}

fn make(path: &Path, asker: &Asker) -> io::Result<()> {
    let own = asker.names.first().filter(|_| !asker.elevated);
    let security = Security::new(&match own {
        Some(sid) => format!("O:{sid}D:P(A;OICI;FA;;;{sid})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"),
        None => "O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)".to_owned(),
    })?;
    let attributes = security.attributes();
    let name = wide(verbatim(path)?)?;
    // SAFETY: the name ends with a zero; the attributes live until the call returns.
    if unsafe { CreateDirectoryW(name.as_ptr(), &raw const attributes) } != 0 {
        return Ok(());
    }
    let error = io::Error::last_os_error();
    let is_there = error.raw_os_error() == Some(ERROR_ALREADY_EXISTS.cast_signed());
    if is_there { Ok(()) } else { Err(error) }
}

/// A path that may be long.
fn verbatim(path: &Path) -> io::Result<std::ffi::OsString> {
    let absolute = std::path::absolute(path)?.into_os_string();
    let plain = absolute.to_string_lossy();
    if plain.starts_with(r"\\") || absolute.len() < 240 {
        return Ok(absolute);
    }
    let mut verbatim = std::ffi::OsString::from(r"\\?\");
    verbatim.push(&absolute);
    Ok(verbatim)
}

/// Opens the folder itself and not what it may lead to; nobody can rename or delete it meanwhile.
fn open(path: &Path) -> io::Result<File> {
    File::options()
        // Windows minds what is shared only where more than attributes is asked for.
        .access_mode(READ_CONTROL | FILE_READ_ATTRIBUTES | FILE_LIST_DIRECTORY)
        .share_mode(FILE_SHARE_READ | FILE_SHARE_WRITE)
        .custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)
        .open(path)
}

/// Owner and access list of what is open, in the Security Descriptor Definition Language.
fn descriptor(folder: &File) -> io::Result<String> {
    let mut descriptor = ptr::null_mut();
    // SAFETY: the handle is open; the single parts are not asked for, and the pointer to the whole is ours.
    let answer = unsafe {
        GetSecurityInfo(
            folder.as_raw_handle(),
            SE_FILE_OBJECT,
            ASKED,
            ptr::null_mut(),
            ptr::null_mut(),
            ptr::null_mut(),
            ptr::null_mut(),
            &raw mut descriptor,
        )
    };
    if answer != ERROR_SUCCESS {
        return Err(io::Error::from_raw_os_error(answer.cast_signed()));
    }
    let written = written(descriptor);
    // SAFETY: Windows made it for us to free in this way.
    unsafe { LocalFree(descriptor) };
    written
}

fn written(descriptor: PSECURITY_DESCRIPTOR) -> io::Result<String> {
    let (mut units, mut length) = (ptr::null_mut(), 0);
    // SAFETY: the descriptor is one that Windows made; the pointer and the number are ours.
    let told = unsafe {
        ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor,
            SDDL_REVISION_1,
            ASKED,
            &raw mut units,
            &raw mut length,
        )
    };
    if told == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: on success it points to so many units.
    let written = text(unsafe { slice::from_raw_parts(units, length as usize) });
    // SAFETY: it is ours to free in this way.
    unsafe { LocalFree(units.cast()) };
    Ok(written)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{asker, descriptor, private_folder};
    use crate::folder_access::{Flaw, flaw};
    use crate::machine::FolderError;
    use crate::windows::is_wine;

    #[test]
    fn a_folder_that_is_made_is_private_and_stays_where_it_is() {
        let place = TempDir::new().unwrap();
        let path = place.path().join("Größe & Maß");
        let folder = private_folder(&path).unwrap();
        assert_eq!(flaw(&descriptor(&folder).unwrap(), &asker().unwrap()), None);
        assert!(fs::rename(&path, place.path().join("other")).is_err());
        fs::write(path.join("a.txt"), "a").unwrap();
        drop(folder);
        assert!(private_folder(&path).is_ok(), "it is there already");
        let file = place.path().join("file");
        fs::write(&file, "no folder").unwrap();
        assert!(matches!(private_folder(&file), Err(FolderError::Flaw(Flaw::Link))));
    }

    #[test]
    fn a_link_in_place_of_a_folder_is_refused() {
        let place = TempDir::new().unwrap();
        let (target, link) = (place.path().join("target"), place.path().join("link"));
        drop(private_folder(&target).unwrap());
        let made = std::process::Command::new(r"C:\windows\system32\cmd.exe")
            .args(["/c", "mklink", "/J"])
            .args([&link, &target])
            .output()
            .unwrap();
        if is_wine() {
            // Wine 8 cannot make a junction.
            assert!(!made.status.success() || !link.exists(), "{made:?}");
        } else {
            assert!(made.status.success(), "{made:?}");
            assert!(matches!(private_folder(&link), Err(FolderError::Flaw(Flaw::Link))));
        }
    }
}
