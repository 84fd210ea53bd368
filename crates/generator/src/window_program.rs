//! `OXUpdateXMLGenerator`: the OX Update XML Generator as a window.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

#[cfg(not(windows))]
fn main() -> ExitCode {
    let failure = generator::only_for_windows();
    generator::Console::new(text::Language::of_this_person()).complain(&failure.message);
    failure.exit.into()
}
