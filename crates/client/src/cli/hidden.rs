//! The verbs by which other programs of OX Updater start `oxupdate`; people do not type them, and nobody reads what they say.

use std::ffi::OsString;

use super::exit::Exit;
use crate::elevation::{Calling, DEPUTY_VERB};

/// Runs a hidden verb; `None` if the arguments name none.
pub(super) fn run(arguments: &[OsString]) -> Option<Exit> {
    let words: Option<Vec<&str>> = arguments.iter().skip(1).map(|word| word.to_str()).collect();
    let words = words?;
    match words.first() {
        Some(&DEPUTY_VERB) => Some(follow(Calling::parse(&words))),
        _ => None,
    }
}

fn follow(calling: Option<Calling>) -> Exit {
    match calling {
        Some(calling) if calling.follow().is_ok() => Exit::Done,
        Some(_) => Exit::MachineFailed,
        None => Exit::Misuse,
    }
}
