//! What this PC does so that some things run with an administrator's rights and others without.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::Desktop;
use crate::elevation::{Elevator, Line, Starter, StepsAside};

/// What starts a deputy for a program; `None` where none is needed or to be had (see `elevation/way.rs`), and elsewhere than on Windows.
pub(crate) fn elevator(program: &Path, desktop: Desktop, aside: StepsAside) -> Option<Box<dyn Elevator>> {
    #[cfg(windows)]
    return crate::windows::elevator(program, desktop, aside);
    #[cfg(not(windows))]
    {
        let _ = (program, desktop, aside);
        None
    }
}

/// A deputy's line to who asked for it by this name.
///
/// # Errors
/// If nobody is there.
pub(crate) fn line_to_asker(name: Uuid) -> io::Result<Line> {
    #[cfg(windows)]
    return crate::windows::line_to_asker(name);
    #[cfg(not(windows))]
    {
        let _ = name;
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// The line with which this process was started, in the place of its standard output.
///
/// # Errors
/// If there is none.
pub(crate) fn inherited_line() -> io::Result<Line> {
    #[cfg(windows)]
    return crate::windows::inherited_line();
    #[cfg(not(windows))]
    Err(io::ErrorKind::Unsupported.into())
}

/// Goes on as a copy of this program in a folder that only administrators can write, so that the program itself can be replaced. Where no copy
/// can be made or started, it answers the line, and this program has to do: what is in use is replaced at the next start of Windows.
///
/// # Errors
/// If nobody is there.
pub(crate) fn step_aside(name: Uuid, folder: &Path) -> io::Result<Option<Line>> {
    #[cfg(windows)]
    return crate::windows::step_aside(name, folder);
    #[cfg(not(windows))]
    {
        let _ = (name, folder);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Where data of the whole PC lie; `None` if Windows has no such folder, and elsewhere.
pub(crate) fn data_of_everyone() -> Option<PathBuf> {
    #[cfg(windows)]
    return crate::windows::data_of_everyone().ok();
    #[cfg(not(windows))]
    None
}

/// Whether this program has an administrator's rights; no where Windows does not say, and elsewhere.
pub(crate) fn has_administrators_rights() -> bool {
    #[cfg(windows)]
    return crate::windows::has_administrators_rights();
    #[cfg(not(windows))]
    false
}

/// Lets another process bring a window to the front, as this one may while a person uses it; elsewhere than on Windows there is nothing to allow.
pub(crate) fn allow_foreground(process: u32) {
    #[cfg(windows)]
    crate::windows::allow_foreground(process);
    #[cfg(not(windows))]
    let _ = process;
}

/// Opens a file to read of which only the path was told, by who is not trusted: on Windows no step of the path may lead elsewhere, and the file
/// lies on a fixed disk of this PC. Others may read it meanwhile, and nothing else.
///
/// # Errors
/// If it is not so, or the file cannot be opened.
pub(crate) fn hold_in_place(path: &Path) -> io::Result<File> {
    #[cfg(windows)]
    return crate::windows::hold_in_place(path);
    #[cfg(not(windows))]
    crate::verify::hold(path)
}

/// Who starts a program that is to have the rights which the person has every day.
pub(crate) fn starter() -> Starter {
    #[cfg(windows)]
    return crate::windows::starter();
    #[cfg(not(windows))]
    Starter::Itself
}

/// Lets Windows' own shell start a program, with the rights of who sits at the desktop; it takes no arguments along.
///
/// # Errors
/// If the shell does not start.
pub(crate) fn start_by_shell(program: &Path) -> io::Result<()> {
    #[cfg(windows)]
    return crate::windows::start_by_shell(program);
    #[cfg(not(windows))]
    {
        let _ = program;
        Err(io::ErrorKind::Unsupported.into())
    }
}
