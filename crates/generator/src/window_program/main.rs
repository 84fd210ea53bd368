//! `OXUpdateXMLGenerator`: the OX Update XML Generator as a window. It draws what the editor says, and decides nothing.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

use text::Language;

#[cfg(windows)]
mod program;

#[cfg(windows)]
fn main() -> ExitCode {
    program::run(Language::of_this_person(&Language::COMPLETE))
}

#[cfg(not(windows))]
fn main() -> ExitCode {
    let failure = generator::only_for_windows();
    generator::Console::new(Language::of_this_person(&Language::COMPLETE)).complain(&failure.message);
    failure.exit.into()
}
