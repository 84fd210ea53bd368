//! Text as Windows takes and gives it: 16-bit units with a zero behind them.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::windows::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_SUCCESS, MAX_PATH};
use windows_sys::Win32::Storage::FileSystem::GetShortPathNameW;

/// How many units a buffer has at first; enough for nearly every answer.
const FIRST_LENGTH: usize = 256;

/// The text with a zero behind it.
///
/// # Errors
/// If a zero stands within it, where Windows would see its end.
pub(super) fn wide(text: impl AsRef<OsStr>) -> io::Result<Vec<u16>> {
    let mut units: Vec<u16> = text.as_ref().encode_wide().collect();
    if units.contains(&0) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a zero character within a text"));
    }
    units.push(0);
    Ok(units)
}

/// The text before the first zero; what is not well-formed is replaced.
pub(super) fn text(units: &[u16]) -> String {
    String::from_utf16_lossy(before_zero(units))
}

/// The path before the first zero.
pub(super) fn path(units: &[u16]) -> PathBuf {
    OsString::from_wide(before_zero(units)).into()
}

fn before_zero(units: &[u16]) -> &[u16] {
    units.split(|unit| *unit == 0).next().unwrap_or_default()
}

/// Asks for a text until the buffer is large enough, up to `length_max` units.
///
/// `ask` gets the buffer and the number of its units, as Windows Installer's functions do: the number comes back as the
/// text's own, without the zero, also when the answer is `ERROR_MORE_DATA`.
///
/// # Errors
/// The code that `ask` answers; `ERROR_MORE_DATA` if the text is longer than the limit.
pub(super) fn ask_for_text(
    length_max: usize,
    mut ask: impl FnMut(&mut [u16], &mut u32) -> u32,
) -> Result<String, u32> {
    let mut buffer = vec![0; FIRST_LENGTH.min(length_max)];
    loop {
        let mut length = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
        match ask(&mut buffer, &mut length) {
            ERROR_SUCCESS => return Ok(text(&buffer)),
            ERROR_MORE_DATA if buffer.len() < length_max => {
                // Twice as much at least, should the number that came back not help.
                let wanted = (length as usize).saturating_add(1).max(2 * buffer.len());
                buffer = vec![0; wanted.min(length_max)];
            }
            code => return Err(code),
        }
    }
}

/// A path in the form that Windows Installer takes, which is older than long paths: absolute, without `\\?\`, and in its
/// short form where it is too long and the disk keeps one.
///
/// # Errors
/// If the path cannot be made absolute, or a zero stands within it.
pub(super) fn installer_path(path: &Path) -> io::Result<Vec<u16>> {
    let absolute = std::path::absolute(path)?;
    let plain = without_verbatim_prefix(&wide(&absolute)?);
    if plain.len() <= MAX_PATH as usize {
        return Ok(plain);
    }
    Ok(short(&absolute)?.map_or(plain, |short| without_verbatim_prefix(&short)))
}

/// `C:\a` for `\\?\C:\a`, and `\\server\share` for `\\?\UNC\server\share`.
fn without_verbatim_prefix(path: &[u16]) -> Vec<u16> {
    let [verbatim, unc] = [r"\\?\", r"\\?\UNC\"].map(|prefix| prefix.encode_utf16().collect::<Vec<u16>>());
    if let Some(rest) = path.strip_prefix(unc.as_slice()) {
        return r"\\".encode_utf16().chain(rest.iter().copied()).collect();
    }
    path.strip_prefix(verbatim.as_slice()).unwrap_or(path).to_vec()
}

/// The path with 8.3 names; `None` where that does not make it short enough.
fn short(path: &Path) -> io::Result<Option<Vec<u16>>> {
    let plain = wide(path)?;
    let verbatim = r"\\?\".encode_utf16();
    let long =
        if plain.starts_with(&[u16::from(b'\\'); 2]) { plain } else { verbatim.chain(plain).collect() };
    let mut buffer = vec![0; MAX_PATH as usize + 4];
    let length = u32::try_from(buffer.len()).unwrap_or(u32::MAX);
    // SAFETY: the path ends with a zero, and the buffer has as many units as are said.
    let written = unsafe { GetShortPathNameW(long.as_ptr(), buffer.as_mut_ptr(), length) };
    // 0 is a failure; a number beyond the buffer is what would have been needed.
    Ok((written > 0 && written < length).then(|| {
        buffer.truncate(written as usize + 1);
        buffer
    }))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use windows_sys::Win32::Foundation::{ERROR_MORE_DATA, ERROR_SUCCESS};

    use super::{ask_for_text, installer_path, text, wide};

    #[test]
    fn a_zero_within_a_text_is_refused() {
        assert!(wide("a\0b").is_err());
        assert_eq!(wide("ä").unwrap(), [0xe4, 0]);
    }

    #[test]
    fn a_buffer_grows_to_its_limit() {
        let long: Vec<u16> = "ä".repeat(1_000).encode_utf16().collect();
        let answer = |buffer: &mut [u16], length: &mut u32| {
            *length = 1_000;
            match buffer.get_mut(..1_001) {
                Some(room) => {
                    room[..1_000].copy_from_slice(&long);
                    ERROR_SUCCESS
                }
                None => ERROR_MORE_DATA,
            }
        };
        assert_eq!(ask_for_text(1_001, answer).unwrap().chars().count(), 1_000);
        assert_eq!(ask_for_text(1_000, answer), Err(ERROR_MORE_DATA));
        assert_eq!(ask_for_text(1_000, |_, _| 1605), Err(1605));
    }

    #[test]
    fn the_installer_gets_plain_absolute_paths() {
        let check = |written: &str, expected: &str| {
            assert_eq!(text(&installer_path(Path::new(written)).unwrap()), expected, "{written}");
        };
        check(r"C:\a\ä.msi", r"C:\a\ä.msi");
        check(r"\\?\C:\a\b.msi", r"C:\a\b.msi");
        check(r"\\?\UNC\server\share\b.msi", r"\\server\share\b.msi");
        check(r"\\server\share\b.msi", r"\\server\share\b.msi");
        let relative = installer_path(Path::new("b.msi")).unwrap();
        assert_eq!(text(&relative), std::env::current_dir().unwrap().join("b.msi").display().to_string());
    }
}
