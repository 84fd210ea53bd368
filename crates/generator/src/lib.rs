//! OX Update XML Generator: shows what MSI files say about themselves, and makes and mends update.xml by hand.
//!
//! `oxcatalog` is its command line. What an MSI file, a product and an update.xml are is `catalog`'s to say; here are the
//! files, the terminal, and the order of things.

mod add;
mod advice;
mod arguments;
mod catalog_file;
mod check;
mod console;
mod failure;
pub mod form;
mod hands;
mod list;
mod package;
mod remove;
mod show;
mod take_over;

pub use arguments::{Arguments, Verb};
pub use console::Console;
pub use failure::{Exit, Failure};
pub use hands::{Hands, only_for_windows};

/// Does what was asked for.
///
/// # Errors
/// [`Failure`], for the program to tell the person.
pub fn run(verb: &Verb, console: &Console) -> Result<Exit, Failure> {
    match verb {
        Verb::Show(arguments) => show::run(arguments, console),
        Verb::Add(arguments) => add::run(arguments, console),
        Verb::Remove(arguments) => remove::run(arguments, console),
        Verb::List(arguments) => list::run(arguments, console),
        Verb::Check(arguments) => check::run(arguments, console),
    }
}
