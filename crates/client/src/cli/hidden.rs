//! The verbs by which other programs of OX Updater start `oxupdate`; people do not type them, and nobody reads what they say.

use std::ffi::OsString;

use super::exit::Exit;
use crate::elevation::{Calling, DEPUTY_VERB};
use crate::self_update::{
    CARETAKER_VERB, COME_BACK_VERB, caretakers_charge, come_back_behind_installer, program_that_comes_back,
    take_care_of,
};

/// Runs a hidden verb; `None` if the arguments name none.
pub(super) fn run(arguments: &[OsString]) -> Option<Exit> {
    let words = arguments.get(1..)?;
    let verb = words.first()?;
    let ended = if verb == DEPUTY_VERB {
        let words: Option<Vec<&str>> = words.iter().map(|word| word.to_str()).collect();
        words.and_then(|words| Calling::parse(&words)).map(Calling::follow)
    } else if verb == CARETAKER_VERB {
        caretakers_charge(words).map(|charge| take_care_of(&charge))
    } else if verb == COME_BACK_VERB {
        program_that_comes_back(words).map(|program| come_back_behind_installer(&program))
    } else {
        return None;
    };
    Some(match ended {
        Some(Ok(())) => Exit::Done,
        Some(Err(_)) => Exit::MachineFailed,
        None => Exit::Misuse,
    })
}
