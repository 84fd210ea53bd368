//! The script that changes passwords: whether it is there, who may run it, and whether its interpreter is there. It is never run.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::rules::preconditions::{BEGINNING_LENGTH, ScriptSeen, interpreter};

/// Where programs are that `env` finds for a service.
const PROGRAM_FOLDERS: [&str; 3] = ["usr/local/bin", "usr/bin", "bin"];

/// Looks at the file of this path, below the root of the machine whose configuration names it.
pub(super) fn look(path: &str, root: Option<&Path>) -> ScriptSeen {
    let Some(root) = root else { return ScriptSeen::Elsewhere };
    let file = below(root, path);
    let about = match fs::metadata(&file) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => return ScriptSeen::Absent,
        Err(error) => return ScriptSeen::Unreadable(error.to_string()),
    };
    if !about.is_file() {
        return ScriptSeen::NotAFile;
    }
    let beginning = beginning(&file).map_err(|error| error.to_string());
    let programs = beginning.as_ref().ok().and_then(|bytes| interpreter(bytes)).unwrap_or_default();
    let missing = programs.into_iter().filter(|program| !is_program(program, root)).collect();
    ScriptSeen::File { mode: mode(&about), beginning, missing }
}

fn below(root: &Path, path: &str) -> PathBuf {
    root.join(path.trim_start_matches('/'))
}

fn beginning(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(BEGINNING_LENGTH as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_program(program: &str, root: &Path) -> bool {
    let is_there = |path: PathBuf| {
        fs::metadata(path)
            .is_ok_and(|about| about.is_file() && mode(&about).is_none_or(|mode| mode & 0o111 != 0))
    };
    if program.contains('/') {
        return is_there(below(root, program));
    }
    PROGRAM_FOLDERS.iter().any(|folder| is_there(root.join(folder).join(program)))
}

#[cfg(unix)]
fn mode(about: &Metadata) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    Some(about.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Metadata) -> Option<u32> {
    None
}
