//! `oxcatalog`: the OX Update XML Generator at the command line.

use std::process::ExitCode;

use generator::{Arguments, Console, Exit, run};
use text::Language;
use text::command_line::{self, Stop};

fn main() -> ExitCode {
    let console = Console::new(Language::of_this_person(&Language::COMPLETE));
    // On Windows the shell leaves wildcards to the program.
    let exit = match command_line::parse::<Arguments>(wild::args_os(), console.language()) {
        Ok(arguments) => run(&arguments.verb, &console).unwrap_or_else(|failure| {
            console.complain(&failure.message);
            failure.exit
        }),
        Err(Stop::Asked(help)) => console.print(&help).map_or_else(|failure| failure.exit, |()| Exit::Done),
        Err(Stop::Misuse(reason)) => {
            console.print_aside(&reason);
            Exit::Misuse
        }
    };
    exit.into()
}
