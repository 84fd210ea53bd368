//! Opening a file by a path that somebody tells who is not trusted: it is where the path says, and not where a link leads.

use std::fs::File;
use std::io;
use std::os::windows::fs::{MetadataExt, OpenOptionsExt};
use std::os::windows::io::AsRawHandle;
use std::path::{Path, PathBuf};

use windows_sys::Win32::Storage::FileSystem::{
    FILE_ATTRIBUTE_REPARSE_POINT, FILE_FLAG_BACKUP_SEMANTICS, FILE_FLAG_OPEN_REPARSE_POINT,
    FILE_LIST_DIRECTORY, FILE_NAME_NORMALIZED, FILE_READ_ATTRIBUTES, FILE_SHARE_READ, FILE_SHARE_WRITE,
    GetDriveTypeW, GetFinalPathNameByHandleW, SECURITY_ANONYMOUS, VOLUME_NAME_DOS,
};
use windows_sys::Win32::System::WindowsProgramming::DRIVE_FIXED;

use super::wide::{text, wide};

/// The most units of a path that is asked for; Windows knows no longer ones.
const PATH_LENGTH_MAX: usize = 32_768;
/// The most folders of a path.
const FOLDERS_MAX: usize = 64;

/// Opens a file to read. None of the folders on its path is a link or a place where something else is mounted, and none is renamed or replaced
/// while the file is opened; the file is no link either, and lies on a fixed disk. Whoever is at the other end of a special file cannot act in
/// this process' name.
///
/// # Errors
/// If it is not so, or something cannot be opened.
pub(crate) fn hold_in_place(path: &Path) -> io::Result<File> {
    let folders: Vec<&Path> = path.ancestors().skip(1).take(FOLDERS_MAX + 1).collect();
    if folders.len() > FOLDERS_MAX {
        return Err(strays());
    }
    // From the drive downwards, each held behind the one above it.
    let held: Vec<File> = folders.into_iter().rev().map(hold_folder).collect::<io::Result<_>>()?;
    let file = File::options()
        .read(true)
        .share_mode(FILE_SHARE_READ)
        .custom_flags(FILE_FLAG_OPEN_REPARSE_POINT)
        .security_qos_flags(SECURITY_ANONYMOUS)
        .open(path)?;
    drop(held);
    refuse_link(&file)?;
    let place = place(&file)?;
    if is_on_fixed_disk(&place)? { Ok(file) } else { Err(strays()) }
}

fn hold_folder(path: &Path) -> io::Result<File> {
    let folder = File::options()
        // Windows minds what is shared only where more than attributes is asked for.
        .access_mode(FILE_READ_ATTRIBUTES | FILE_LIST_DIRECTORY)
        .share_mode(FILE_SHARE_READ | FILE_SHARE_WRITE)
        .custom_flags(FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT)
        .security_qos_flags(SECURITY_ANONYMOUS)
        .open(path)?;
    refuse_link(&folder)?;
    Ok(folder)
}

fn refuse_link(file: &File) -> io::Result<()> {
    let attributes = file.metadata()?.file_attributes();
    if attributes & FILE_ATTRIBUTE_REPARSE_POINT == 0 { Ok(()) } else { Err(strays()) }
}

fn strays() -> io::Error {
    io::Error::other("the path leads elsewhere")
}

/// Where an open file is, as Windows says it.
fn place(file: &File) -> io::Result<PathBuf> {
    let mut buffer = vec![0_u16; PATH_LENGTH_MAX];
    let size = u32::try_from(buffer.len()).unwrap_or_default();
    let how = FILE_NAME_NORMALIZED | VOLUME_NAME_DOS;
    // SAFETY: the file is open, and the buffer has as many units as are said.
    let length =
        unsafe { GetFinalPathNameByHandleW(file.as_raw_handle(), buffer.as_mut_ptr(), size, how) } as usize;
    match buffer.get(..length) {
        Some(units) if length > 0 => Ok(PathBuf::from(text(units))),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Whether a place is one on a drive that has a letter, and whose disk is fixed.
fn is_on_fixed_disk(place: &Path) -> io::Result<bool> {
    let Some(plain) = place.to_str().and_then(|place| place.strip_prefix(r"\\?\")) else { return Ok(false) };
    let Some((drive, _)) = plain.split_once(":\\") else { return Ok(false) };
    if drive.len() != 1 {
        return Ok(false);
    }
    let root = wide(format!("{drive}:\\"))?;
    // SAFETY: the text ends with a zero.
    Ok(unsafe { GetDriveTypeW(root.as_ptr()) } == DRIVE_FIXED)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read as _;
    use std::path::Path;

    use tempfile::TempDir;

    use super::{hold_in_place, is_on_fixed_disk, place};

    #[test]
    fn a_file_in_its_place_is_opened_and_stays_there() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("Größe & Maß.msi");
        fs::write(&path, "bytes").unwrap();
        let mut held = hold_in_place(&path).unwrap();
        let mut read = String::new();
        held.read_to_string(&mut read).unwrap();
        assert_eq!(read, "bytes");
        assert_eq!(place(&held).unwrap().file_name(), path.file_name());
        assert!(fs::write(&path, "other").is_err() && fs::remove_file(&path).is_err());
        drop(held);
        fs::remove_file(&path).unwrap();
        assert!(hold_in_place(&path).is_err());
        assert!(hold_in_place(folder.path()).is_err());
    }

    #[test]
    fn a_place_is_on_a_fixed_disk() {
        let check = |place: &str, expected: bool| {
            assert_eq!(is_on_fixed_disk(Path::new(place)).unwrap(), expected, "{place}");
        };
        check(r"\\?\C:\notes.msi", true);
        check(r"\\?\UNC\server\share\notes.msi", false);
        check(r"\\?\GLOBALROOT\Device\Mup\server\share\notes.msi", false);
        check(r"\\?\Volume{0}\notes.msi", false);
        check(r"C:\notes.msi", false);
        check("", false);
    }

    #[test]
    fn a_path_that_leads_elsewhere_is_refused() {
        let folder = TempDir::new().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        fs::create_dir(&target).unwrap();
        fs::write(target.join("notes.msi"), "bytes").unwrap();
        assert!(hold_in_place(&target.join("notes.msi")).is_ok());
        let made = std::process::Command::new(r"C:\windows\system32\cmd.exe")
            .args(["/c", "mklink", "/J"])
            .args([&link, &target])
            .output()
            .unwrap();
        if crate::windows::is_wine() {
            // Wine 8 cannot make a junction.
            assert!(!made.status.success() || !link.exists(), "{made:?}");
        } else {
            assert!(fs::read(link.join("notes.msi")).is_ok(), "{made:?}");
            assert!(hold_in_place(&link.join("notes.msi")).is_err());
        }
    }
}
