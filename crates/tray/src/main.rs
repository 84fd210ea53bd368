//! `OXUpdater.exe`: the face on Windows. It draws what the client says, and decides nothing.

#![cfg_attr(all(windows, not(test)), windows_subsystem = "windows")]
#![cfg_attr(
    not(windows),
    allow(
        dead_code,
        unused_imports,
        reason = "what is drawn is tested everywhere, and drawn on Windows only"
    )
)]

mod arguments;
mod commands;
mod errand;
#[cfg(windows)]
mod face;
mod icon;
mod own_file_state;
mod standing;
#[cfg(windows)]
mod start;
mod views;
#[cfg(windows)]
mod windows;

#[cfg(windows)]
fn main() -> std::process::ExitCode {
    start::start()
}

#[cfg(not(windows))]
fn main() {}
