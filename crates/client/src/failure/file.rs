//! A log from disk: its beginning and its end, and never more of it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::log::Log;

/// The most bytes that are read from the beginning of a log: it tells its encoding, and how an install begins.
pub const HEAD_SIZE_MAX: u64 = 256 * 1024;
/// The most bytes that are read from the end of a log: a failure is there, in front of the undoing and the list of properties.
pub const TAIL_SIZE_MAX: u64 = 2 * 1024 * 1024;

/// Reads what may be read of a log.
///
/// # Errors
/// What the disk answers; a log that is not there is such an answer.
pub fn read(path: &Path) -> io::Result<Log> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let whole = size <= HEAD_SIZE_MAX + TAIL_SIZE_MAX;
    let head = take(&mut file, if whole { size } else { HEAD_SIZE_MAX })?;
    if whole {
        return Ok(Log::read(&head, None));
    }
    // At an even place, where a letter of two bytes begins.
    file.seek(SeekFrom::Start((size - TAIL_SIZE_MAX) & !1))?;
    let tail = take(&mut file, TAIL_SIZE_MAX + 1)?;
    Ok(Log::read(&head, Some(&tail)))
}

fn take(file: &mut File, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(size).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{HEAD_SIZE_MAX, TAIL_SIZE_MAX, read};

    #[test]
    fn of_a_giant_log_the_two_ends_are_read() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("install.log");
        let line = |number: u64| format!("{number:0>30}\r\n");
        let count = (HEAD_SIZE_MAX + TAIL_SIZE_MAX) / 32 + 1000;
        for is_wide in [false, true] {
            let text: String = (0..count).map(line).collect();
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            fs::write(&path, if is_wide { wide } else { text.into_bytes() }).unwrap();
            let lines = read(&path).unwrap().lines;
            assert_eq!(lines.first().map(String::as_str), Some(line(0).trim_end()));
            assert_eq!(lines.iter().rev().nth(1).map(String::as_str), Some(line(count - 1).trim_end()));
            assert!((lines.len() as u64) < count, "{}", lines.len());
            assert!(lines.iter().all(|line| line.is_empty() || line.len() == 30));
        }
    }

    #[test]
    fn a_log_that_is_not_there_is_an_answer() {
        let folder = tempfile::TempDir::new().unwrap();
        assert!(read(&folder.path().join("none.log")).is_err());
    }
}
