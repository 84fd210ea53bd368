//! Files with secrets that the settings name: passwords of accounts that ask, client secrets.

use std::fs::{File, Metadata};
use std::io::Read as _;
use std::path::Path;

/// The most bytes of such a file.
pub(super) const SECRET_FILE_SIZE_MAX: u64 = 4096;

/// Reads the secret in a file, without the line's end.
///
/// # Errors
/// Why there is none that can be used, in a few words and without the file's name: it cannot be read, everybody can read it, it is too large or empty.
pub(super) fn read(file: &Path) -> Result<String, String> {
    let said = |error: std::io::Error| error.to_string();
    let opened = File::open(file).map_err(said)?;
    if is_open_to_all(&opened.metadata().map_err(said)?) {
        return Err("everybody on this machine can read it; take that right away (chmod o= does)".to_owned());
    }
    let mut written = String::new();
    opened.take(SECRET_FILE_SIZE_MAX + 1).read_to_string(&mut written).map_err(said)?;
    if written.len() as u64 > SECRET_FILE_SIZE_MAX {
        return Err(format!("it has more than {SECRET_FILE_SIZE_MAX} bytes"));
    }
    let secret = written.trim_end_matches(['\r', '\n']);
    if secret.is_empty() { Err("it is empty".to_owned()) } else { Ok(secret.to_owned()) }
}

#[cfg(unix)]
fn is_open_to_all(about: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    about.permissions().mode() & 0o007 != 0
}

#[cfg(not(unix))]
fn is_open_to_all(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::{SECRET_FILE_SIZE_MAX, read};

    #[test]
    fn a_secret_is_short_and_for_few_eyes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        let check = |written: &[u8], mode: u32, expected: Result<&str, &str>| {
            fs::write(&file, written).unwrap();
            fs::set_permissions(&file, Permissions::from_mode(mode)).unwrap();
            match (read(&file), expected) {
                (Ok(secret), Ok(expected)) => assert_eq!(secret, expected),
                (Err(said), Err(part)) => assert!(said.contains(part), "{said}"),
                (found, expected) => panic!("{found:?}, not {expected:?}"),
            }
        };
        check(b"secret\r\n", 0o600, Ok("secret"));
        check(b" secret", 0o640, Ok(" secret"));
        check(b"secret", 0o644, Err("everybody"));
        check(b"secret", 0o602, Err("everybody"));
        check(b"\n", 0o600, Err("empty"));
        check(b"\xff", 0o600, Err("UTF-8"));
        let large = vec![b'x'; usize::try_from(SECRET_FILE_SIZE_MAX).unwrap() + 1];
        check(&large, 0o600, Err("more than 4096 bytes"));
        check(&large[1..], 0o600, Ok(std::str::from_utf8(&large[1..]).unwrap()));
        fs::remove_file(&file).unwrap();
        assert!(read(&file).is_err());
    }

    #[test]
    fn the_limit_is_told() {
        crate::reference::assert_says(
            "sources.md",
            &format!("| a file with a password or a secret | {SECRET_FILE_SIZE_MAX} bytes"),
        );
    }
}
