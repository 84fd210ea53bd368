//! `oxupdated`: the server, and its verbs at the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::command_line::run(std::env::args_os()).into()
}
