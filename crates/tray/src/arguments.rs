//! How the program was started. Pure.

use client::self_update::AFTER_UPDATE;
pub(crate) use client::settings::AUTOSTART_ARGUMENT as AUTOSTART;

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
    let quiet = arguments.into_iter().any(|argument| [AUTOSTART, AFTER_UPDATE].contains(&argument.as_str()));
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
        check(&["--after-update", "--what-is-this"], StartedBy::Windows);
        check(&["--what-is-this"], StartedBy::Person);
    }
}
