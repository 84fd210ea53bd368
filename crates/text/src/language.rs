//! The languages that OX Updater speaks, and which of them a person wants.

use std::fmt;

/// The environment variable that settles the language of a program, before the system's own setting: `en` or `de`.
#[cfg(feature = "command-line")]
pub const LANGUAGE_VARIABLE: &str = "OXUPDATER_LANGUAGE";

/// A language with a complete set of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, the language of every fall-back.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language's primary subtag (BCP 47), which is also the name of its folder of sentences.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Reads a language tag such as `de`, `de-AT`, `de_DE.UTF-8` or `en-US`; `None` for a language that is not spoken here.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.trim().to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" => Some(Self::English),
            "de" => Some(Self::German),
            _ => None,
        }
    }

    /// The first language spoken here among tags in the order of a person's preference, else English.
    pub fn preferred<Tag: AsRef<str>>(tags: impl IntoIterator<Item = Tag>) -> Self {
        tags.into_iter().find_map(|tag| Self::from_tag(tag.as_ref())).unwrap_or_default()
    }

    /// The language of the person who started this program: `OXUPDATER_LANGUAGE`, else what the system is set to.
    #[cfg(feature = "command-line")]
    #[must_use]
    pub fn of_this_person() -> Self {
        Self::preferred(std::env::var(LANGUAGE_VARIABLE).ok().into_iter().chain(sys_locale::get_locales()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German};

    #[test]
    fn tags_are_read_as_systems_and_browsers_write_them() {
        let check = |tag: &str, expected| assert_eq!(Language::from_tag(tag), expected, "{tag}");
        check("de", Some(German));
        check("de-AT", Some(German));
        check("DE_de.UTF-8", Some(German));
        check("en-US", Some(English));
        check("C.UTF-8", Some(English));
        check("fr-FR", None);
        check("deu", None);
        check("", None);
    }

    #[test]
    fn the_first_spoken_language_wins_and_english_is_the_fall_back() {
        let check = |tags: &[&str], expected| assert_eq!(Language::preferred(tags), expected, "{tags:?}");
        check(&["fr", "de-CH", "en"], German);
        check(&["fr", "nl"], English);
        check(&[], English);
    }
}
