//! How the program was started. Pure.

/// The argument of a start that the person did not ask for: with Windows, or again after an end that was not theirs.
pub(crate) const AUTOSTART: &str = "--autostart";

/// Who started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StartedBy {
    /// The person, who wants to see something.
    Person,
    /// Windows or another program: nothing is shown that nobody asked for.
    Windows,
}

/// Reads the arguments; what is not known means nothing, so that a shortcut of another version still works.
pub(crate) fn started_by(arguments: impl IntoIterator<Item = String>) -> StartedBy {
    let quiet =
        arguments.into_iter().any(|argument| argument == AUTOSTART || argument.starts_with("--after-"));
    if quiet { StartedBy::Windows } else { StartedBy::Person }
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
        check(&["--after-update"], StartedBy::Windows);
        check(&["--what-is-this"], StartedBy::Person);
    }
}
