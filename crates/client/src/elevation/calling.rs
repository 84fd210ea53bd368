//! The deputy's process: with which words it is started, and what it does from there to its end.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use uuid::Uuid;

use super::wire::{News, Order, Talk};
use super::{Deputy, Line, Refusal};
use crate::clock::SystemClock;
use crate::machine::{
    self, EndsBehind, data_of_everyone, end_behind, has_administrators_rights, inherited_line, line_to_asker,
    step_aside,
};
use crate::state::{State, StateError};

/// The verb of `oxupdate` that makes it a deputy; people do not type it.
pub const DEPUTY_VERB: &str = "install-for-everyone";

/// How long a deputy that refuses at once stays for its word to be heard.
const REFUSAL_TIME_MAX: Duration = Duration::from_secs(5);

const PIPE: &str = "--pipe";
const ASIDE: &str = "--aside";
const INHERITED: &str = "--inherited";

/// Whether a deputy works from a copy of itself, because its own program is what is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepsAside {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// How a deputy was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calling {
    /// By who listens at the pipe of this name.
    By {
        /// The name.
        name: Uuid,
        /// Whether it is to step aside first.
        aside: StepsAside,
    },
    /// By a deputy that stepped aside, and left it the line.
    Inherited,
}

impl Calling {
    /// The words with which `oxupdate` is started so; none holds a blank or a quote.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![DEPUTY_VERB.to_owned()];
        match self {
            Self::By { name, aside } => {
                words.extend([PIPE.to_owned(), name.to_string()]);
                words.extend((*aside == StepsAside::Yes).then(|| ASIDE.to_owned()));
            }
            Self::Inherited => words.push(INHERITED.to_owned()),
        }
        words
    }

    /// Reads the words; `None` if they are no such call.
    #[must_use]
    pub fn parse(words: &[&str]) -> Option<Self> {
        let [DEPUTY_VERB, rest @ ..] = words else { return None };
        let by = |name: &str, aside| Some(Self::By { name: Uuid::try_parse(name).ok()?, aside });
        match rest {
            [PIPE, name] => by(name, StepsAside::No),
            [PIPE, name, ASIDE] => by(name, StepsAside::Yes),
            [INHERITED] => Some(Self::Inherited),
            _ => None,
        }
    }

    /// Is a deputy until it has ended.
    ///
    /// # Errors
    /// If it could not begin.
    pub fn follow(self) -> io::Result<()> {
        let unusable = |error: &dyn std::fmt::Display| io::Error::other(error.to_string());
        end_behind(EndsBehind::Caretakers);
        let folder = folder().ok_or(io::ErrorKind::Unsupported)?;
        // Nothing is listened to before the folder is known to be administrators' own; who asked is told if it is not.
        let state = match open(&folder, has_administrators_rights()) {
            Ok(state) => state,
            Err(refusal) => return refuse(self.line()?, refusal),
        };
        let line = match self {
            Self::By { name, aside: StepsAside::Yes } => match step_aside(name, &folder)? {
                Some(line) => line,
                None => return Ok(()),
            },
            _ => self.line()?,
        };
        let machine = machine::this_pc().map_err(|error| unusable(&error))?;
        Deputy { machine: machine.as_ref(), state: &state, clock: &SystemClock }.serve(line)
    }

    fn line(self) -> io::Result<Line> {
        match self {
            Self::By { name, .. } => line_to_asker(name),
            Self::Inherited => inherited_line(),
        }
    }
}

/// Where deputies keep what they install; only administrators can write in it. `None` where there are none.
pub(super) fn folder() -> Option<PathBuf> {
    Some(data_of_everyone()?.join("OX Updater"))
}

/// Opens the folder. Without an administrator's rights it is not even made: it would be a person's own, and no deputy would work in it any more.
fn open(folder: &Path, has_rights: bool) -> Result<State, Refusal> {
    if !has_rights {
        return Err(Refusal::Rights);
    }
    State::open(Some(folder)).map_err(|error| refusal(&error))
}

/// What is told of a folder that cannot be used.
fn refusal(error: &StateError) -> Refusal {
    match error {
        StateError::Unsafe { .. } => Refusal::Place,
        _ => Refusal::Folder,
    }
}

/// Says why nothing will be installed, and leaves a moment to hear it.
fn refuse(line: Line, refusal: Refusal) -> io::Result<()> {
    let mut talk = Talk::<Order>::begin(line.ears, line.voice)?;
    talk.say(&News::Refused(refusal))?;
    talk.hear(REFUSAL_TIME_MAX);
    Ok(())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Calling, StepsAside, open};
    use crate::elevation::Refusal;

    #[test]
    fn a_deputy_without_an_administrators_rights_makes_no_folder() {
        let place = tempfile::TempDir::new().unwrap();
        let folder = place.path().join("OX Updater");
        assert_eq!(open(&folder, false).err(), Some(Refusal::Rights));
        assert!(!folder.exists());
        assert!(open(&folder, true).is_ok());
        assert!(folder.exists());
    }

    #[test]
    fn a_deputy_is_called_in_three_ways_and_no_other() {
        let name = Uuid::from_u128(7);
        for calling in [
            Calling::By { name, aside: StepsAside::No },
            Calling::By { name, aside: StepsAside::Yes },
            Calling::Inherited,
        ] {
            let words = calling.words();
            assert!(words.iter().all(|word| !word.contains([' ', '"'])), "{words:?}");
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!(Calling::parse(&words), Some(calling));
        }
        let check = |line: &str| {
            let words: Vec<&str> = line.split(' ').collect();
            assert_eq!(Calling::parse(&words), None, "{line}");
        };
        check("");
        check("install --all");
        check("install-for-everyone");
        check("install-for-everyone --pipe");
        check(r"install-for-everyone --pipe ..\evil");
        check(r"install-for-everyone --pipe \\server\pipe\x");
        check("install-for-everyone --inherited more");
        check("install-for-everyone --pipe 00000000-0000-0000-0000-000000000007 --aside more");
    }
}
