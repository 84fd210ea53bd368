//! What a directory answers, read from bytes: RFC 4511, with definite lengths as its section 5.1 has them.
//!
//! The reader of the crate that writes the questions panics at what is malformed, and follows nesting as deep as it goes; before encryption has
//! begun anybody on the way could end this program with it. This one reads only what is asked for and calls everything else [`Malformed`].

/// The most bytes of one message.
pub(super) const MESSAGE_SIZE_MAX: usize = 1024 * 1024;

const INTEGER: u8 = 0x02;
const TEXT: u8 = 0x04;
const CHOICE: u8 = 0x0a;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const BIND_RESULT: u8 = 0x61;
const ENTRY: u8 = 0x64;
const SEARCH_RESULT: u8 = 0x65;
const REFERENCE: u8 = 0x73;
const EXTENDED_RESULT: u8 = 0x78;

/// A message that is none, or one that is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Malformed {
    /// It is no message of LDAP.
    #[error("no answer of LDAP")]
    Message,
    /// It has more than [`MESSAGE_SIZE_MAX`] bytes.
    #[error("an answer of more than {MESSAGE_SIZE_MAX} bytes")]
    TooLarge,
}

/// A message and the question that it answers; 0 for what was not asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) id: i32,
    pub(super) content: Content,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// How it ended that somebody signed in.
    Bind(Outcome),
    /// How a search ended.
    Search(Outcome),
    /// How another operation ended.
    Extended(Outcome),
    /// An entry that was found.
    Entry(Entry),
    /// Another directory would know more; it is not asked.
    Reference,
}

/// How an operation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The result code.
    pub(super) code: u32,
    /// What the directory says about it.
    pub(super) diagnostic: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// Its distinguished name.
    pub(super) dn: String,
    /// Names and values.
    pub(super) attributes: Vec<(String, Vec<Vec<u8>>)>,
}

impl Entry {
    /// The values of an attribute, whose name may be in any case.
    pub(super) fn values(&self, attribute: &str) -> &[Vec<u8>] {
        let named = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(attribute));
        named.map_or(&[], |(_, values)| values)
    }

    /// Those of them that are text.
    pub(super) fn texts<'a>(&'a self, attribute: &str) -> impl Iterator<Item = &'a str> {
        self.values(attribute).iter().filter_map(|value| std::str::from_utf8(value).ok())
    }
}

/// How many bytes the message takes that begins here; `None` while too few are here to tell.
///
/// # Errors
/// [`Malformed`] if it is no message or too large.
pub(super) fn length(begun: &[u8]) -> Result<Option<usize>, Malformed> {
    let Some((&tag, rest)) = begun.split_first() else { return Ok(None) };
    if tag != SEQUENCE {
        return Err(Malformed::Message);
    }
    let Some((head, size)) = length_of(rest)? else { return Ok(None) };
    let whole = size.saturating_add(head + 1);
    if whole > MESSAGE_SIZE_MAX { Err(Malformed::TooLarge) } else { Ok(Some(whole)) }
}

/// Reads a whole message. Controls behind it are not asked for, and passed over.
///
/// # Errors
/// [`Malformed::Message`].
pub(super) fn decode(message: &[u8]) -> Result<Answer, Malformed> {
    let mut outside = Elements(message);
    let mut inside = Elements(outside.of(SEQUENCE)?);
    let id = inside.number(INTEGER)?;
    let id = i32::try_from(id).map_err(|_| Malformed::Message)?;
    let (operation, content) = inside.next()?.ok_or(Malformed::Message)?;
    let mut content = Elements(content);
    let content = match operation {
        BIND_RESULT => Content::Bind(content.outcome()?),
        SEARCH_RESULT => Content::Search(content.outcome()?),
        EXTENDED_RESULT => Content::Extended(content.outcome()?),
        ENTRY => Content::Entry(content.entry()?),
        REFERENCE => Content::Reference,
        _ => return Err(Malformed::Message),
    };
    Ok(Answer { id, content })
}

/// The elements that stand one behind the other.
struct Elements<'a>(&'a [u8]);

impl<'a> Elements<'a> {
    /// The next one's tag and content.
    fn next(&mut self) -> Result<Option<(u8, &'a [u8])>, Malformed> {
        let Some((&tag, rest)) = self.0.split_first() else { return Ok(None) };
        let (head, size) = length_of(rest)?.ok_or(Malformed::Message)?;
        let end = head.checked_add(size).ok_or(Malformed::Message)?;
        let content = rest.get(head..end).ok_or(Malformed::Message)?;
        self.0 = rest.get(end..).unwrap_or_default();
        Ok(Some((tag, content)))
    }

    /// The content of the next one, which has this tag.
    fn of(&mut self, tag: u8) -> Result<&'a [u8], Malformed> {
        match self.next()? {
            Some((found, content)) if found == tag => Ok(content),
            _ => Err(Malformed::Message),
        }
    }

    fn number(&mut self, tag: u8) -> Result<u32, Malformed> {
        let bytes = self.of(tag)?;
        let is_small = matches!(bytes, [0..=0x7f] | [0..=0x7f, _] | [0..=0x7f, _, _] | [0..=0x7f, _, _, _]);
        if !is_small {
            return Err(Malformed::Message);
        }
        Ok(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    fn outcome(&mut self) -> Result<Outcome, Malformed> {
        let code = self.number(CHOICE)?;
        self.of(TEXT)?;
        let diagnostic = String::from_utf8_lossy(self.of(TEXT)?);
        let diagnostic = diagnostic.chars().filter(|c| !c.is_control()).take(512).collect();
        Ok(Outcome { code, diagnostic })
    }

    fn entry(&mut self) -> Result<Entry, Malformed> {
        let dn = text(self.of(TEXT)?)?;
        let mut attributes = Vec::new();
        let mut written = Elements(self.of(SEQUENCE)?);
        while !written.0.is_empty() {
            let mut attribute = Elements(written.of(SEQUENCE)?);
            let name = text(attribute.of(TEXT)?)?;
            let mut values = Vec::new();
            let mut set = Elements(attribute.of(SET)?);
            while !set.0.is_empty() {
                values.push(set.of(TEXT)?.to_vec());
            }
            attributes.push((name, values));
        }
        Ok(Entry { dn, attributes })
    }
}

fn text(bytes: &[u8]) -> Result<String, Malformed> {
    String::from_utf8(bytes.to_vec()).map_err(|_| Malformed::Message)
}

/// How many bytes tell the length that stands here, and what it is.
fn length_of(bytes: &[u8]) -> Result<Option<(usize, usize)>, Malformed> {
    let Some((&first, rest)) = bytes.split_first() else { return Ok(None) };
    if first < 0x80 {
        return Ok(Some((1, usize::from(first))));
    }
    let count = usize::from(first & 0x7f);
    // Without a number the length would be indefinite, which LDAP does not have.
    if count == 0 {
        return Err(Malformed::Message);
    }
    if count > 4 {
        return Err(Malformed::TooLarge);
    }
    let Some(bytes) = rest.get(..count) else { return Ok(None) };
    Ok(Some((count + 1, bytes.iter().fold(0, |size, byte| size << 8 | usize::from(*byte)))))
}

#[cfg(test)]
mod tests {
    use super::{Answer, Content, Entry, MESSAGE_SIZE_MAX, Malformed, Outcome, decode, length};

    /// An element as it is written.
    fn element(tag: u8, content: &[u8]) -> Vec<u8> {
        let size = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[tag, 0x82], &size[..], content].concat()
    }

    fn message(operation: &[u8]) -> Vec<u8> {
        element(0x30, &[&[2, 1, 7], operation].concat())
    }

    #[test]
    fn answers_are_read() {
        let check = |operation: &[u8], expected: Content| {
            let message = message(operation);
            assert_eq!(length(&message), Ok(Some(message.len())));
            assert_eq!(decode(&message), Ok(Answer { id: 7, content: expected }));
        };
        let wrong = Outcome { code: 49, diagnostic: "no".to_owned() };
        check(b"\x61\x09\x0a\x01\x31\x04\x00\x04\x02no", Content::Bind(wrong.clone()));
        check(b"\x65\x09\x0a\x01\x31\x04\x00\x04\x02no", Content::Search(wrong.clone()));
        check(b"\x78\x0b\x0a\x01\x31\x04\x00\x04\x02no\x8a\x00", Content::Extended(wrong));
        check(b"\x73\x03\x04\x01a", Content::Reference);
        // What is said about an error may be in no known characters; it counts all the same.
        let odd = Outcome { code: 49, diagnostic: "\u{fffd}".to_owned() };
        check(b"\x61\x08\x0a\x01\x31\x04\x00\x04\x01\xff", Content::Bind(odd));
        // Controls behind the operation.
        check(
            b"\x61\x07\x0a\x01\x00\x04\x00\x04\x00\xa0\x02\x30\x00",
            Content::Bind(Outcome { code: 0, diagnostic: String::new() }),
        );
        let content =
            [element(4, b"cn=a"), element(0x30, &element(0x30, b"\x04\x01B\x31\x05\x04\x00\x04\x01\xff"))];
        let entry =
            Entry { dn: "cn=a".to_owned(), attributes: vec![("B".to_owned(), vec![vec![], vec![255]])] };
        assert_eq!((entry.values("b").len(), entry.texts("b").count(), entry.values("c").len()), (2, 1, 0));
        check(&element(0x64, &content.concat()), Content::Entry(entry));
    }

    #[test]
    fn what_is_malformed_is_said_and_nothing_worse() {
        let check = |bytes: &[u8]| assert_eq!(decode(bytes), Err(Malformed::Message), "{bytes:?}");
        check(b"");
        check(b"\x30\x00");
        check(b"\x30\x03\x02\x01\x01");
        check(b"\x30\x80\x00\x00");
        check(&element(0x31, b"\x02\x01\x01"));
        for operation in [
            &b"\x61\x00"[..],
            b"\x61\x03\x0a\x01\x00",
            b"\x61\x05\x0a\x01\x00\x04\x00",
            b"\x61\x07\x02\x01\x00\x04\x00\x04\x00",
            b"\x61\x06\x0a\x00\x04\x00\x04\x00",
            b"\x61\x07\x0a\x01\x80\x04\x00\x04\x00",
            b"\x61\x7f\x0a\x01\x00\x04\x00\x04\x00",
            b"\x64\x00",
            b"\x64\x03\x04\x01\xff",
            b"\x64\x05\x04\x01a\x04\x00",
            b"\x64\x07\x04\x01a\x30\x02\x30\x00",
            b"\x79\x00",
            b"\x60\x00",
        ] {
            check(&message(operation));
        }
        for id in [&b"\x02\x00"[..], b"\x02\x01\x80", b"\x02\x05\x00\x00\x00\x00\x01", b"\x04\x01\x01"] {
            check(&element(0x30, &[id, b"\x73\x00"].concat()));
        }
        // Each beginning of a good message, and the message with each byte turned around, is read or refused, and ends.
        let good = message(b"\x64\x0c\x04\x01a\x30\x07\x30\x05\x04\x01b\x31\x00");
        for at in 0..good.len() {
            let mut turned = good.clone();
            turned[at] ^= 0xff;
            let _ = (decode(&good[..at]), decode(&turned), length(&turned));
        }
        // What is nested ten thousand times is not followed.
        let mut deep = vec![0x05, 0x00];
        for _ in 0..10_000 {
            deep = element(0x30, &deep);
        }
        check(&deep);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| one message of the directory | {} MiB |", MESSAGE_SIZE_MAX / 1024 / 1024);
        crate::reference::assert_says("sources.md", &line);
    }

    #[test]
    fn a_message_has_a_largest_size() {
        let check = |begun: &[u8], expected| assert_eq!(length(begun), expected, "{begun:?}");
        check(b"", Ok(None));
        check(b"\x30", Ok(None));
        check(b"\x30\x84\x00\x00", Ok(None));
        check(b"\x30\x05", Ok(Some(7)));
        check(b"\x30\x80", Err(Malformed::Message));
        check(b"HTTP/1.1", Err(Malformed::Message));
        check(b"\x30\x84\x00\x0f\xff\xfa", Ok(Some(MESSAGE_SIZE_MAX)));
        check(b"\x30\x84\x00\x0f\xff\xfb", Err(Malformed::TooLarge));
        check(b"\x30\x84\xff\xff\xff\xff", Err(Malformed::TooLarge));
        check(b"\x30\x88\xff", Err(Malformed::TooLarge));
    }
}
