//! Text of the audit that mentions people and their PCs by number: their names leave it with them, though no line ever changes.

use super::device::DeviceId;
use super::user::UserId;

/// Who or what is mentioned in a [`Phrase`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Mention {
    /// A user.
    User(UserId),
    /// A device of a user.
    Device(DeviceId),
}

/// A text with mentions. It is kept as `{user:17} and {device:5}`, with every other opening brace doubled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Phrase(String);

impl Mention {
    /// What stands for it where its name is not known any more; the colon makes it a text that is no name.
    pub(crate) fn pseudonym(self) -> String {
        match self {
            Self::User(UserId(id)) => format!("user:{id}"),
            Self::Device(DeviceId(id)) => format!("device:{id}"),
        }
    }

    fn parse(written: &str) -> Option<Self> {
        let (kind, id) = written.split_once(':')?;
        let id = id.parse().ok()?;
        match kind {
            "user" => Some(Self::User(UserId(id))),
            "device" => Some(Self::Device(DeviceId(id))),
            _ => None,
        }
    }
}

/// A piece of a phrase.
enum Piece<'a> {
    Text(&'a str),
    Mention(Mention),
}

impl Phrase {
    /// A text without mentions. Never the name of a user or a computer: that would stay for ever.
    pub(crate) fn text(text: &str) -> Self {
        Self(text.replace('{', "{{"))
    }

    /// A mention of a user.
    pub(crate) fn user(id: UserId) -> Self {
        Self(format!("{{{}}}", Mention::User(id).pseudonym()))
    }

    /// A mention of a device.
    pub(crate) fn device(id: DeviceId) -> Self {
        Self(format!("{{{}}}", Mention::Device(id).pseudonym()))
    }

    /// This, and another behind it.
    pub(crate) fn then(mut self, other: impl Into<Self>) -> Self {
        self.0.push_str(&other.into().0);
        self
    }

    /// Takes a phrase as it was kept.
    pub(crate) fn kept(text: String) -> Self {
        Self(text)
    }

    /// The text to keep; also what a search for all that mentions somebody looks for.
    pub(crate) fn as_kept(&self) -> &str {
        &self.0
    }

    /// Who and what is mentioned.
    pub(crate) fn mentions(&self) -> impl Iterator<Item = Mention> {
        self.pieces().into_iter().filter_map(|piece| match piece {
            Piece::Mention(mention) => Some(mention),
            Piece::Text(_) => None,
        })
    }

    /// The text with names where they are known, else with pseudonyms.
    pub(crate) fn say(&self, name: impl Fn(Mention) -> Option<String>) -> String {
        let mut said = String::new();
        for piece in self.pieces() {
            match piece {
                Piece::Text(text) => said.push_str(text),
                Piece::Mention(mention) => {
                    said.push_str(&name(mention).unwrap_or_else(|| mention.pseudonym()));
                }
            }
        }
        said
    }

    fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            pieces.push(Piece::Text(before));
            let mention =
                behind.split_once('}').and_then(|(inner, after)| Some((Mention::parse(inner)?, after)));
            rest = if let Some((mention, after)) = mention {
                pieces.push(Piece::Mention(mention));
                after
            } else {
                pieces.push(Piece::Text("{"));
                behind.strip_prefix('{').unwrap_or(behind)
            };
        }
        pieces.push(Piece::Text(rest));
        pieces
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mention, Phrase};
    use crate::model::device::DeviceId;
    use crate::model::user::UserId;

    #[test]
    fn a_phrase_says_names_while_there_are_any() {
        let name = |mention| match mention {
            Mention::User(UserId(17)) => Some("Anna {user:18}".to_owned()),
            _ => None,
        };
        let check = |phrase: Phrase, expected: &str| {
            let kept = Phrase::kept(phrase.as_kept().to_owned());
            assert_eq!(kept.say(name), expected, "{phrase:?}");
        };
        check(Phrase::default(), "");
        check("plain".into(), "plain");
        check(Phrase::user(UserId(17)), "Anna {user:18}");
        check(Phrase::user(UserId(18)), "user:18");
        check(
            Phrase::device(DeviceId(5)).then(" <- ").then(Phrase::device(DeviceId(4))),
            "device:5 <- device:4",
        );
        for tricky in
            ["{user:17}", "{", "{{", "{{user:17}}", "}{", "a{b}c", "{user:}", "{group:1}", "{user:17"]
        {
            check(tricky.into(), tricky);
            check(Phrase::from(tricky).then(Phrase::user(UserId(17))), &format!("{tricky}Anna {{user:18}}"));
        }
    }

    #[test]
    fn mentions_are_found_and_texts_that_look_like_them_are_not() {
        let phrase = Phrase::from("{user:1}").then(Phrase::user(UserId(2))).then(Phrase::device(DeviceId(3)));
        let mentions: Vec<_> = phrase.mentions().collect();
        assert_eq!(mentions, [Mention::User(UserId(2)), Mention::Device(DeviceId(3))]);
    }
}
