//! `oxupdate`: keeps this PC's software up to date, from the command line.

use std::process::ExitCode;

use client::{cli, settings_store};

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), settings_store::language()) as u8)
}
