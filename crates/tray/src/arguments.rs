//! How the program was started. Pure.

use client::self_update::AFTER_UPDATE;
use client::settings::AUTOSTART_ARGUMENT as AUTOSTART;

/// The argument of a start by the program itself, or by Windows in its name, after an end that the person did not want.
pub(crate) const AGAIN: &str = "--again";

/// Who started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StartedBy {
    /// The person, who wants to see something.
    Person,
    /// Windows, as it does at each sign-in: nothing is shown that nobody asked for, and it ends at once for who does not want it.
    Windows,
    /// A program, behind an end that the person did not want: nothing is shown.
    Program,
}

/// Reads the arguments; what is not known means nothing, so that a shortcut of another version still works.
pub(crate) fn started_by(arguments: impl IntoIterator<Item = String>) -> StartedBy {
    let is_there = |argument: &String, known: &[&str]| known.contains(&argument.as_str());
    let arguments: Vec<String> = arguments.into_iter().collect();
    if arguments.iter().any(|argument| is_there(argument, &[AGAIN, AFTER_UPDATE])) {
        StartedBy::Program
    } else if arguments.iter().any(|argument| is_there(argument, &[AUTOSTART])) {
        StartedBy::Windows
    } else {
        StartedBy::Person
    }
}

#[cfg(test)]
mod tests {
    use super::{StartedBy, started_by};

    #[test]
    fn only_a_start_by_the_person_shows_something() {
        let check = |arguments: &[&str], expected: StartedBy| {
            assert_eq!(started_by(arguments.iter().map(ToString::to_string)), expected, "{arguments:?}");
        };
        check(&[], StartedBy::Person);
        check(&["--autostart"], StartedBy::Windows);
        check(&["--after-update", "--what-is-this"], StartedBy::Program);
        check(&["--again"], StartedBy::Program);
        check(&["--what-is-this"], StartedBy::Person);
    }
}
