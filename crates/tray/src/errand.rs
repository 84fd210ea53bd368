//! What the installer starts the program for, without anything to be seen: to end the one that runs, to start it behind an install or an update, and
//! to remove what it keeps for a person. docs/decisions/0021-one-source-for-two-installers.md says why the installer needs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long an update may take between the end of the program and its start: what is older was left by one that failed.
const UPDATE_TIME_MAX: Duration = Duration::from_secs(3600);

/// What the program was started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errand {
    /// End the program that runs, so that its file can be replaced.
    Quit,
    /// Start for the first time, behind an install that a person looked on at.
    StartFirst,
    /// Start again if an update ended the program.
    StartAgain,
    /// Remove what is kept for this person.
    RemoveSettings,
}

/// What is to be done after an errand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// The program starts and shows itself.
    Show,
    /// The program starts as it does with Windows.
    Start,
    /// It ends.
    End,
}

impl Errand {
    /// The errand that the arguments name.
    pub(crate) fn of(arguments: impl IntoIterator<Item = String>) -> Option<Self> {
        arguments.into_iter().find_map(|argument| match argument.as_str() {
            "--quit" => Some(Self::Quit),
            "--start-first" => Some(Self::StartFirst),
            "--start-again" => Some(Self::StartAgain),
            "--remove-settings" => Some(Self::RemoveSettings),
            _ => None,
        })
    }

    /// Does it. What goes wrong is nobody's to mend here: the installer goes on, and Windows replaces at its next start what is in use.
    #[cfg(windows)]
    pub(crate) fn run(self) -> Then {
        let note = note();
        match self {
            Self::Quit => {
                if crate::windows::quit_other() {
                    let _ = fs::write(&note, "");
                }
                Then::End
            }
            Self::StartFirst => with_everyday_rights(Then::Show),
            Self::StartAgain => with_everyday_rights(taken(&note, SystemTime::now())),
            Self::RemoveSettings => {
                let _ = client::leftovers::remove_settings();
                Then::End
            }
        }
    }
}

/// What is left to do where the program is not to run with an administrator's rights: with them, the person's shell starts it instead.
#[cfg(windows)]
fn with_everyday_rights(then: Then) -> Then {
    let start = || client::self_update::start_with_everyday_rights(&std::env::current_exe()?);
    match then {
        // With these rights rather not at all; it starts with Windows.
        Then::Show | Then::Start => {
            if start().unwrap_or(true) {
                Then::End
            } else {
                then
            }
        }
        Then::End => Then::End,
    }
}

/// Where is noted that the program was ended for an update; of this person alone.
fn note() -> PathBuf {
    std::env::temp_dir().join("OXUpdater.start-again")
}

/// Whether there is such a note, which is taken away.
fn taken(note: &Path, now: SystemTime) -> Then {
    let written = fs::metadata(note).and_then(|file| file.modified());
    let is_new = written.is_ok_and(|at| now.duration_since(at).is_ok_and(|age| age <= UPDATE_TIME_MAX));
    if fs::remove_file(note).is_ok() && is_new { Then::Start } else { Then::End }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use super::{Errand, Then, taken};

    #[test]
    fn an_errand_is_named_by_an_argument() {
        let check = |arguments: &[&str], expected: Option<Errand>| {
            assert_eq!(Errand::of(arguments.iter().map(ToString::to_string)), expected, "{arguments:?}");
        };
        check(&[], None);
        check(&["--autostart"], None);
        check(&["--quit"], Some(Errand::Quit));
        check(&["--start-first"], Some(Errand::StartFirst));
        check(&["--start-again"], Some(Errand::StartAgain));
        check(&["--remove-settings"], Some(Errand::RemoveSettings));
    }

    #[test]
    fn it_starts_again_once_and_only_soon_after_it_was_ended() {
        let folder = tempfile::tempdir().unwrap();
        let note = folder.path().join("note");
        let check = |written: bool, after: u64, expected: Then| {
            if written {
                fs::write(&note, "").unwrap();
            }
            // A disk's clock may be behind by some milliseconds.
            let now = SystemTime::now() + Duration::from_secs(after);
            assert_eq!(taken(&note, now), expected, "{written} {after}");
            assert!(!note.exists());
        };
        check(true, 60, Then::Start);
        check(false, 60, Then::End);
        check(true, 4_000, Then::End);
    }
}
