//! The person's password: from a file, from the environment, or asked for. Never from an argument, which others could read.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use text::{Message, message};

use super::console::Console;
use super::exit::Failure;

/// The environment variable with the password.
pub const PASSWORD_VARIABLE: &str = "OXUPDATE_PASSWORD";
/// The most bytes of a file with a password.
pub const PASSWORD_FILE_SIZE_MAX: u64 = 4 * 1024;

/// Finds the password of a user: in the file that is named, else in the environment, else by asking at a terminal.
pub(super) fn password(user: &str, file: Option<&Path>, console: Console) -> Result<String, Failure> {
    if let Some(file) = file {
        return from_file(file);
    }
    match env::var(PASSWORD_VARIABLE) {
        Ok(password) => return Ok(password),
        Err(env::VarError::NotUnicode(_)) => {
            return Err(Failure::misuse(message!("cli-password-variable", name = PASSWORD_VARIABLE)));
        }
        Err(env::VarError::NotPresent) => {}
    }
    if !io::stdin().is_terminal() {
        return Err(Failure::misuse(message!("cli-password-missing", name = PASSWORD_VARIABLE)));
    }
    let prompt = console.word(&message!("cli-password-prompt", user = user));
    rpassword::prompt_password(format!("{prompt} "))
        .map_err(|error| Failure::misuse(message!("cli-password-not-read", detail = error.to_string())))
}

/// Reads a file's first line.
fn from_file(path: &Path) -> Result<String, Failure> {
    let wrong = |detail: Message| {
        Failure::misuse(message!("cli-password-file", path = path.display(), reason = detail))
    };
    let mut text = String::new();
    let read =
        File::open(path).and_then(|file| file.take(PASSWORD_FILE_SIZE_MAX + 1).read_to_string(&mut text));
    match read {
        Err(error) => Err(wrong(message!("cli-password-file-not-read", detail = error.to_string()))),
        Ok(size) if size as u64 > PASSWORD_FILE_SIZE_MAX => {
            Err(wrong(message!("cli-password-file-too-large")))
        }
        // An editor may have put a byte order mark before it.
        Ok(_) => Ok(text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{PASSWORD_FILE_SIZE_MAX, from_file};

    #[test]
    fn a_password_is_a_files_first_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        let check = |bytes: &[u8], expected: Option<&str>| {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(from_file(&path).ok().as_deref(), expected, "{bytes:?}");
        };
        check(b"secret\n", Some("secret"));
        check(b"\xef\xbb\xbf  Gr\xc3\xbc\xc3\x9fe  \r\nmore", Some("  Grüße  "));
        check(b"", Some(""));
        check(b"\xff\xfe", None);
        check(&[b'a'; PASSWORD_FILE_SIZE_MAX as usize + 1], None);
        assert!(from_file(&folder.path().join("none")).is_err());
    }
}
