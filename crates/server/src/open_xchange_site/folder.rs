//! The folder of configuration: each file of properties in it and in `groupware` below it, and what is said for single contexts.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use text::{Explain, Message, message};

use crate::rules::preconditions::{Configuration, FileRead, Files, Properties, is_wanted};

/// The most bytes of a file that is read; Open-Xchange's own have some ten thousand.
pub(crate) const FILE_SIZE_MAX: u64 = 1024 * 1024;
/// The most entries of a folder that are looked at.
pub(crate) const ENTRIES_MAX: usize = 2_000;
/// The most bytes that are read of all files together.
pub(crate) const ALL_SIZE_MAX: u64 = 32 * 1024 * 1024;

/// Why there is nothing to judge.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct FolderError {
    /// The folder.
    folder: PathBuf,
    /// What the system says.
    detail: String,
}

impl Explain for FolderError {
    fn message(&self) -> Message {
        message!("preconditions-folder", folder = self.folder.display(), detail = &self.detail)
    }
}

/// Reads the folder.
pub(super) fn read(etc: &Path) -> Result<Configuration, FolderError> {
    let wrong = |error: io::Error| FolderError { folder: etc.to_owned(), detail: error.to_string() };
    let mut left = ALL_SIZE_MAX;
    let (flat, flat_gap) = properties(etc, &mut left).map_err(wrong)?;
    let inner = etc.join("groupware");
    let (groupware, groupware_gap) = perhaps(&inner, properties(&inner, &mut left));
    let sets = etc.join("contextSets");
    let (context_sets, context_sets_gap) = perhaps(&sets, context_sets(&sets, &mut left));
    Ok(Configuration {
        folder: etc.display().to_string(),
        flat,
        flat_gap,
        groupware,
        groupware_gap,
        context_sets,
        context_sets_gap,
    })
}

/// What is in a folder, and why that may not be all.
type Found<Files> = (Files, Option<Message>);

/// A folder that not every server has. One that is there and cannot be read is something else than none.
fn perhaps<Files: Default>(folder: &Path, read: io::Result<Found<Files>>) -> Found<Files> {
    match read {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Found::default(),
        Err(error) => (Files::default(), Some(unreadable(folder, &error))),
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Message {
    message!("configuration-unreadable", file = path.display(), detail = error.to_string())
}

/// The files of a folder with an ending, by name and place.
fn named(folder: &Path, endings: &[&str]) -> io::Result<Found<Vec<(String, PathBuf)>>> {
    let mut named = Vec::new();
    let mut gap = None;
    for (number, entry) in fs::read_dir(folder)?.enumerate() {
        if number == ENTRIES_MAX {
            gap = Some(message!("configuration-too-many", folder = folder.display(), entries = ENTRIES_MAX));
            break;
        }
        let entry = entry?;
        if let Ok(name) = entry.file_name().into_string()
            && endings.iter().any(|ending| name.ends_with(ending))
        {
            named.push((name, entry.path()));
        }
    }
    named.sort();
    Ok((named, gap))
}

fn properties(folder: &Path, left: &mut u64) -> io::Result<Found<Files>> {
    let mut files = Files::new();
    let (named, gap) = named(folder, &[".properties"])?;
    for (name, path) in named {
        let read = match bytes(&path, left) {
            Ok(bytes) => Properties::read(&bytes, is_wanted).map_or_else(FileRead::Broken, FileRead::Read),
            Err(error) => FileRead::Unreadable(error.to_string()),
        };
        files.insert(name, read);
    }
    Ok((files, gap))
}

fn context_sets(folder: &Path, left: &mut u64) -> io::Result<Found<Vec<(String, String)>>> {
    let mut sets = Vec::new();
    let (named, mut gap) = named(folder, &[".yml", ".yaml"])?;
    for (_, path) in named {
        match bytes(&path, left) {
            Ok(bytes) => {
                sets.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
            }
            Err(error) => gap = gap.or_else(|| Some(unreadable(&path, &error))),
        }
    }
    Ok((sets, gap))
}

/// Reads a regular file, through a link too, and never waits for a pipe.
fn bytes(path: &Path, left: &mut u64) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("not a file"));
    }
    let size_max = FILE_SIZE_MAX.min(*left);
    let mut bytes = Vec::new();
    File::open(path)?.take(size_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > size_max {
        return Err(io::Error::other(format!("more than {size_max} bytes")));
    }
    *left -= bytes.len() as u64;
    Ok(bytes)
}
