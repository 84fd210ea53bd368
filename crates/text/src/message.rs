//! One sentence to say: its id and what it speaks of. It becomes words only when the reader's language is known.

use std::fmt;

use crate::{Language, sentences};

/// A sentence that waits for a language.
///
/// `Display` says it in English, so that a `Message` serves as an error's text in logs and tests too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

/// What a sentence speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Words that are the same in every language: a name, a path, a version.
    Text(String),
    /// A number, which may decide the form of the words around it.
    Number(i64),
    /// A sentence or part of one, said in the same language as the sentence around it: a reason, for example.
    Message(Box<Message>),
}

/// What can tell a person about itself: each error of a library, each outcome.
pub trait Explain {
    /// The sentence that names the thing, the reason and the way out.
    fn message(&self) -> Message;
}

impl Message {
    /// A sentence by its id, as in the `.ftl` files; [`message!`](crate::message!) is the shorter way to write it.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// Adds what the sentence names `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// The sentence's id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The sentence's arguments by name.
    #[must_use]
    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }

    /// The sentence in a language; in English where the language lacks it, and its bare id where English lacks it too.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        sentences::say(self, language)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.say(Language::English))
    }
}

impl std::error::Error for Message {}

impl Explain for Message {
    fn message(&self) -> Message {
        self.clone()
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<std::path::Display<'_>> for Argument {
    fn from(path: std::path::Display<'_>) -> Self {
        Self::Text(path.to_string())
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

macro_rules! argument_from_number {
    ($($number:ty)*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
argument_from_number!(u16 u32 u64 usize i32 i64);

#[cfg(test)]
mod tests {
    use crate::{Language, Message, message};

    #[test]
    fn a_reason_inside_a_sentence_is_said_in_the_same_language() {
        let reason = message!("command-line-argument-unknown", argument = "--colour");
        let whole = message!("command-line-misuse", program = "oxcatalog", reason = reason);
        insta::assert_snapshot!(whole.say(Language::English), @"
        There is no argument “--colour” here.
        Type “oxcatalog --help” to see how it is used.
        ");
        insta::assert_snapshot!(whole.say(Language::German), @"
        Das Argument „--colour“ gibt es hier nicht.
        „oxcatalog --help“ zeigt die Verwendung.
        ");
    }

    #[test]
    fn an_unknown_sentence_shows_its_id() {
        assert_eq!(Message::new("no-such-sentence").to_string(), "no-such-sentence");
    }
}
