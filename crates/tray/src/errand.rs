//! What the installer starts the program for, without anything to be seen: to end the one that runs, to start it behind a first install, and
//! to remove what it keeps for a person. docs/decisions/0021-one-source-for-two-installers.md says why the installer needs it.
//!
//! An errand may have an administrator's rights or be SYSTEM's. So it writes nothing, and what it starts has the rights of the person.

use client::self_update::Starter;

/// What the program was started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errand {
    /// End the program that runs, so that its file can be replaced; it comes back behind the installer.
    Quit,
    /// End the program that runs, which is removed.
    QuitForGood,
    /// Start for the first time, behind an install that a person looked on at.
    StartFirst,
    /// Remove what is kept for this person.
    RemoveSettings,
}

/// What is to be done after an errand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// The program starts and shows itself.
    Show,
    /// It ends.
    End,
}

impl Errand {
    /// The errand that the arguments name.
    pub(crate) fn of(arguments: impl IntoIterator<Item = String>) -> Option<Self> {
        arguments.into_iter().find_map(|argument| match argument.as_str() {
            "--quit" => Some(Self::Quit),
            "--quit-for-good" => Some(Self::QuitForGood),
            "--start-first" => Some(Self::StartFirst),
            "--remove-settings" => Some(Self::RemoveSettings),
            _ => None,
        })
    }

    /// Does it. What goes wrong is nobody's to mend here: the installer goes on, and Windows replaces at its next start what is in use.
    #[cfg(windows)]
    pub(crate) fn run(self) -> Then {
        use crate::windows::{Return, quit_other};
        match self {
            Self::Quit => quit_other(Return::BehindInstaller),
            Self::QuitForGood => quit_other(Return::Never),
            Self::StartFirst => {
                let program = std::env::current_exe();
                return then(
                    &program.and_then(|path| client::self_update::start_with_everyday_rights(&path)),
                );
            }
            Self::RemoveSettings => {
                let _ = client::leftovers::remove_settings();
            }
        }
        Then::End
    }
}

/// Whether this process goes on as the program. Where others start it, or it could not be started so, rather not at all: it starts with
/// Windows.
fn then(started: &std::io::Result<Starter>) -> Then {
    match started {
        Ok(Starter::Itself) => Then::Show,
        Ok(Starter::Shell | Starter::Nobody) | Err(_) => Then::End,
    }
}

#[cfg(test)]
mod tests {
    use client::self_update::Starter;

    use super::{Errand, Then, then};

    #[test]
    fn an_errand_is_named_by_an_argument() {
        let check = |arguments: &[&str], expected: Option<Errand>| {
            assert_eq!(Errand::of(arguments.iter().map(ToString::to_string)), expected, "{arguments:?}");
        };
        check(&[], None);
        check(&["--autostart"], None);
        check(&["--quit"], Some(Errand::Quit));
        check(&["--quit-for-good"], Some(Errand::QuitForGood));
        check(&["--start-first"], Some(Errand::StartFirst));
        check(&["--remove-settings"], Some(Errand::RemoveSettings));
    }

    #[test]
    fn only_who_has_the_rights_of_every_day_goes_on_as_the_program() {
        let check = |started: std::io::Result<Starter>, expected: Then| {
            let case = format!("{started:?}");
            assert_eq!(then(&started), expected, "{case}");
        };
        check(Ok(Starter::Itself), Then::Show);
        check(Ok(Starter::Shell), Then::End);
        check(Ok(Starter::Nobody), Then::End);
        check(Err(std::io::ErrorKind::NotFound.into()), Then::End);
    }
}
