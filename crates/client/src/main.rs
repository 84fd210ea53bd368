//! `oxupdate`: keeps this PC's software up to date, from the command line.

use std::process::ExitCode;

use client::cli;
use text::Language;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), Language::of_this_person()) as u8)
}
