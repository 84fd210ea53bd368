//! Exchanges parts of a document's text and leaves all other bytes as they are, whatever the encoding.

use std::ops::Range;

use super::document::{Decoded, Encoding, Unreadable, decode};

/// Encodings that can hold every character, as a declaration may name them.
const COMPLETE_ENCODINGS: [&str; 5] = ["UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE"];

/// A document with its bytes at hand.
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    decoded: Decoded<'a>,
}

/// New text for a part of the old one.
pub(super) struct Change {
    /// The part, as positions in the text.
    pub(super) range: Range<usize>,
    /// What stands there afterwards.
    pub(super) text: String,
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        Ok(Self { bytes, decoded: decode(bytes)? })
    }

    pub(super) fn text(&self) -> &str {
        &self.decoded.text
    }

    /// The document's bytes with changes, which do not overlap and are in their order.
    pub(super) fn with(&self, changes: &[Change]) -> Vec<u8> {
        let is_complete = self.is_complete();
        let mut changed = Vec::with_capacity(self.bytes.len());
        let (mut position, mut byte) = (0, 0);
        // The byte order mark is before the first position of the text and is copied with the first part.
        let mut mark_length = self.decoded.mark_length;
        for change in changes {
            let byte_start = byte + mark_length + self.size_of(position..change.range.start);
            changed.extend_from_slice(self.bytes.get(byte..byte_start).unwrap_or_default());
            self.encode(&change.text, is_complete, &mut changed);
            byte = byte_start + self.size_of(change.range.clone());
            position = change.range.end;
            mark_length = 0;
        }
        changed.extend_from_slice(self.bytes.get(byte..).unwrap_or_default());
        changed
    }

    /// How many bytes a part of the text has in the document.
    fn size_of(&self, range: Range<usize>) -> usize {
        match self.decoded.encoding {
            Encoding::Utf8 => range.len(),
            _ => 2 * self.text().get(range).unwrap_or_default().encode_utf16().count(),
        }
    }

    fn encode(&self, text: &str, is_complete: bool, bytes: &mut Vec<u8>) {
        let text: String = text
            .chars()
            .map(|letter| match letter {
                _ if is_complete || letter.is_ascii() => letter.to_string(),
                _ => format!("&#{};", u32::from(letter)),
            })
            .collect();
        match self.decoded.encoding {
            Encoding::Utf8 => bytes.extend_from_slice(text.as_bytes()),
            Encoding::Utf16LittleEndian => bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Encoding::Utf16BigEndian => bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
        }
    }

    /// Whether all characters can be written as themselves. A file of plain letters may declare an encoding that lacks
    /// some, such as `windows-1252`; other readers would go by that.
    fn is_complete(&self) -> bool {
        let Some((declaration, _)) = self.text().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"))
        else {
            return true;
        };
        let Some((_, encoding)) = declaration.split_once("encoding") else { return true };
        let encoding = encoding.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '=');
        let encoding = encoding.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default();
        COMPLETE_ENCODINGS.iter().any(|complete| complete.eq_ignore_ascii_case(encoding))
    }
}
