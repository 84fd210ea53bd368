//! The language that this person's Windows speaks.

use text::{LANGUAGE_VARIABLE, Language};
use windows_sys::Win32::Globalization::{GetUserPreferredUILanguages, MUI_LANGUAGE_NAME};

/// How many units the names of the languages take at most.
const NAMES_LENGTH_MAX: u32 = 4096;

/// The first language of this person that the program speaks; before all, the one that the environment names.
pub(crate) fn language() -> Language {
    let mut names = vec![0_u16; NAMES_LENGTH_MAX as usize];
    let (mut count, mut length) = (0, NAMES_LENGTH_MAX);
    // SAFETY: the buffer is as long as is said; the names come with a zero behind each.
    let told = unsafe {
        GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &raw mut count, names.as_mut_ptr(), &raw mut length)
    };
    let names = if told == 0 { &[][..] } else { &names[..(length as usize).min(names.len())] };
    let own = names.split(|unit| *unit == 0).filter(|name| !name.is_empty()).map(String::from_utf16_lossy);
    Language::preferred(std::env::var(LANGUAGE_VARIABLE).ok().into_iter().chain(own), &Language::ALL)
}
