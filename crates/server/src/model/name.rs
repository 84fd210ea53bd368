//! The name of a user or a group.

use std::fmt;
use std::hash::{Hash, Hasher};

use text::{Explain, Message, message};

/// The most characters of a name.
pub(crate) const NAME_LENGTH_MAX: usize = 128;

/// A name as it was written; two names that differ only in the case of letters are the same.
///
/// No other folding: what looks alike and is written with other characters is another name.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    written: String,
    key: String,
}

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum NameError {
    /// Nothing, or a blank at an end.
    Blank,
    /// More than [`NAME_LENGTH_MAX`] characters.
    TooLong,
    /// A colon: HTTP Basic ends the name there.
    Colon,
    /// A control character.
    ControlCharacter,
    /// One or two dots: browsers take those for folders, so the account would have no page.
    Dots,
}

impl Name {
    /// Judges a name.
    ///
    /// # Errors
    /// [`NameError`] says what cannot stand in one.
    pub(crate) fn parse(written: &str) -> Result<Self, NameError> {
        if written.is_empty() || written.trim() != written {
            return Err(NameError::Blank);
        }
        if written.chars().count() > NAME_LENGTH_MAX {
            return Err(NameError::TooLong);
        }
        if written.contains(':') {
            return Err(NameError::Colon);
        }
        if written.contains(char::is_control) {
            return Err(NameError::ControlCharacter);
        }
        Ok(Self { written: written.to_owned(), key: written.to_lowercase() })
    }

    /// Judges a name that somebody or something is about to be given.
    ///
    /// # Errors
    /// [`NameError`]; among others for names that accounts of old may have.
    pub(crate) fn parse_new(written: &str) -> Result<Self, NameError> {
        match written {
            "." | ".." => Err(NameError::Dots),
            written => Self::parse(written),
        }
    }

    /// The name as it was written.
    pub(crate) fn as_str(&self) -> &str {
        &self.written
    }

    /// What all writings of the name have in common.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<State: Hasher>(&self, state: &mut State) {
        self.key.hash(state);
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.written)
    }
}

impl Explain for NameError {
    fn message(&self) -> Message {
        match self {
            Self::Blank => message!("name-blank"),
            Self::TooLong => message!("name-too-long", characters = NAME_LENGTH_MAX),
            Self::Colon => message!("name-colon"),
            Self::ControlCharacter => message!("name-control-character"),
            Self::Dots => message!("name-dots"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME_LENGTH_MAX, Name, NameError};

    #[test]
    fn names_are_people_and_not_riddles() {
        let check = |written: &str, expected| assert_eq!(Name::parse(written).err(), expected, "{written:?}");
        check("anna", None);
        check("Jörg Müller", None);
        check("anna@1.example.com", None);
        check(&"ä".repeat(NAME_LENGTH_MAX), None);
        check(&"ä".repeat(NAME_LENGTH_MAX + 1), Some(NameError::TooLong));
        check("", Some(NameError::Blank));
        check(" anna", Some(NameError::Blank));
        check("anna\n", Some(NameError::Blank));
        check("an:na", Some(NameError::Colon));
        check("an\u{0}na", Some(NameError::ControlCharacter));
        check("an\u{85}na", Some(NameError::ControlCharacter));
        check("..", None);
        assert_eq!(Name::parse_new("..").err(), Some(NameError::Dots));
        assert_eq!(Name::parse_new(".").err(), Some(NameError::Dots));
        assert_eq!(Name::parse_new("...").err(), None);
    }

    #[test]
    fn the_case_of_letters_does_not_tell_names_apart() {
        let name = |written| Name::parse(written).unwrap();
        assert_eq!(name("ÄNNE"), name("änne"));
        assert_ne!(name("anna"), name("anne"));
        assert_eq!(name("Anna").to_string(), "Anna");
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("A *name* of a user or group has 1 to {NAME_LENGTH_MAX} characters");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
