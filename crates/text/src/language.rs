//! The languages that OX Updater speaks, and which of them a person wants.

use std::fmt;

/// The environment variable that settles the language of a program, before the system's own setting: a tag such as `de`.
#[cfg(feature = "command-line")]
pub const LANGUAGE_VARIABLE: &str = "OXUPDATER_LANGUAGE";

/// A language that some of the sentences are there in, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, the language of every fall-back.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Dutch.
    Dutch,
    /// Swedish.
    Swedish,
}

impl Language {
    /// Every language, English first: what is made for everybody speaks all of them.
    pub const ALL: [Self; 6] =
        [Self::English, Self::German, Self::French, Self::Spanish, Self::Dutch, Self::Swedish];

    /// The languages that every sentence is there in: what is made for administrators speaks these.
    pub const COMPLETE: [Self; 2] = [Self::English, Self::German];

    /// The language's primary subtag (BCP 47), which is also the name of its folder of sentences.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Dutch => "nl",
            Self::Swedish => "sv",
        }
    }

    /// What the people who speak it call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Dutch => "Nederlands",
            Self::Swedish => "Svenska",
        }
    }

    /// Reads a language tag such as `de`, `de-AT`, `de_DE.UTF-8` or `en-US`; `None` for a language that is not spoken here.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.trim().to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" => Some(Self::English),
            "de" => Some(Self::German),
            "fr" => Some(Self::French),
            "es" => Some(Self::Spanish),
            "nl" => Some(Self::Dutch),
            "sv" => Some(Self::Swedish),
            _ => None,
        }
    }

    /// The first of the languages `spoken` among tags in the order of a person's preference, else English.
    pub fn preferred<Tag: AsRef<str>>(tags: impl IntoIterator<Item = Tag>, spoken: &[Self]) -> Self {
        let language = |tag: Tag| Self::from_tag(tag.as_ref()).filter(|language| spoken.contains(language));
        tags.into_iter().find_map(language).unwrap_or_default()
    }

    /// The language of the person who started this program: `OXUPDATER_LANGUAGE`, else what the system is set to; one of those
    /// that the program speaks, as its sentences are there: [`Language::ALL`] or [`Language::COMPLETE`].
    #[cfg(feature = "command-line")]
    #[must_use]
    pub fn of_this_person(spoken: &[Self]) -> Self {
        Self::chosen_or_of_this_person(None, spoken)
    }

    /// The same, with a language that the person set before what the system is set to.
    #[cfg(feature = "command-line")]
    #[must_use]
    pub fn chosen_or_of_this_person(chosen: Option<Self>, spoken: &[Self]) -> Self {
        let chosen = chosen.map(|language| language.tag().to_owned());
        let tags = std::env::var(LANGUAGE_VARIABLE).ok().into_iter().chain(chosen);
        Self::preferred(tags.chain(sys_locale::get_locales()), spoken)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, Dutch, English, French, German, Spanish, Swedish};

    #[test]
    fn tags_are_read_as_systems_and_browsers_write_them() {
        let check = |tag: &str, expected| assert_eq!(Language::from_tag(tag), expected, "{tag}");
        check("de", Some(German));
        check("de-AT", Some(German));
        check("DE_de.UTF-8", Some(German));
        check("en-US", Some(English));
        check("C.UTF-8", Some(English));
        check("fr-FR", Some(French));
        check("es-419", Some(Spanish));
        check("nl-BE", Some(Dutch));
        check("sv_SE@euro", Some(Swedish));
        check("it", None);
        check("deu", None);
        check("", None);
    }

    #[test]
    fn each_language_is_read_from_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
    }

    #[test]
    fn the_first_language_that_is_spoken_wins_and_english_is_the_fall_back() {
        let check = |tags: &[&str], spoken: &[Language], expected| {
            assert_eq!(Language::preferred(tags, spoken), expected, "{tags:?} {spoken:?}");
        };
        check(&["fr", "de-CH", "en"], &Language::COMPLETE, German);
        check(&["fr", "de-CH", "en"], &Language::ALL, French);
        check(&["fr", "nl"], &Language::COMPLETE, English);
        check(&["it", "sv"], &Language::ALL, Swedish);
        check(&[], &Language::ALL, English);
    }
}
