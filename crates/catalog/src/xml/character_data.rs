//! Character data: the text between two tags, understood without a tree.
//!
//! It answers only where the answer is plain. Where a character is forbidden, a reference unknown or a line break doubtful, what
//! builds the tree decides.

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape_with};

/// How many bytes are looked at together.
const BLOCK_SIZE: usize = 32;

/// What text without a `<` means, without blanks around it; `None` if it may be no character data, or mean something else.
pub(super) fn meaning(written: &str) -> Option<Cow<'_, str>> {
    if is_simple(written) {
        return Some(Cow::Borrowed(written.trim()));
    }
    if !is_permitted(written) || written.contains("]]>") {
        return None;
    }
    let text = line_breaks_read(written.trim())?;
    if !text.contains('&') {
        return Some(text);
    }
    let meant = unescape_with(&text, resolve_xml_entity).ok()?;
    is_permitted(&meant).then(|| trimmed(meant.into_owned()).into())
}

fn trimmed(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
    text
}

/// The text with each line break being a line feed, as XML reads them.
fn line_breaks_read(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('\r') {
        return Some(Cow::Borrowed(text));
    }
    // Readers differ on a carriage return before a reference.
    if text.contains("\r&") {
        return None;
    }
    let mut read = String::with_capacity(text.len());
    let mut lines = text.split('\r');
    read.push_str(lines.next().unwrap_or_default());
    for line in lines {
        read.push('\n');
        read.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
    Some(Cow::Owned(read))
}

/// Whether each byte is a printable letter of ASCII that means itself, as in nine tenths of a document.
fn is_simple(text: &str) -> bool {
    // As a signed number, a byte beyond ASCII is below all others.
    !any(text, |byte| (byte.cast_signed() < b' '.cast_signed()) | (byte == b'&') | (byte == b']'))
}

/// Whether XML permits each of the characters.
fn is_permitted(text: &str) -> bool {
    let is_control = |byte| (byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r');
    !any(text, is_control) && (text.is_ascii() || !text.contains(['\u{fffe}', '\u{ffff}']))
}

/// Whether there is such a byte. If `is_one` knows no branch, the bytes of a block are looked at together.
fn any(text: &str, is_one: impl Fn(u8) -> bool) -> bool {
    let mut found = [0; BLOCK_SIZE];
    let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK_SIZE>();
    for block in blocks {
        for (found, &byte) in found.iter_mut().zip(block) {
            *found |= if is_one(byte) { u8::MAX } else { 0 };
        }
    }
    found != [0; BLOCK_SIZE] || rest.iter().any(|&byte| is_one(byte))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{BLOCK_SIZE, meaning};

    #[test]
    fn text_means_what_xml_makes_of_it() {
        let check =
            |written: &str, meant: &str| assert_eq!(meaning(written).as_deref(), Some(meant), "{written:?}");
        check("", "");
        check(" \t\r\n", "");
        check("  a b ", "a b");
        check("\u{a0}a\u{a0}", "a");
        check("a\r\nb\rc\nd\r", "a\nb\nc\nd");
        check("&#32;&lt;&gt;&amp;&quot;&apos;&#228;&#xE4; &amp;amp;&#x9;", "<>&\"'ää &amp;");
        check("a&#13;b&#13;\r\nc", "a\rb\r\nc");
        check("] ]> > äöü \u{fffd}\u{7f}\u{85}x", "] ]> > äöü \u{fffd}\u{7f}\u{85}x");
        assert!(matches!(meaning(" a "), Some(Cow::Borrowed("a"))));
    }

    #[test]
    fn what_is_forbidden_or_doubtful_has_no_meaning_here() {
        for part in [
            "\0",
            "\u{1}",
            "\u{c}",
            "\u{1f}",
            "\u{fffe}",
            "\u{ffff}",
            "]]>",
            "&",
            "&;",
            "&a;",
            "&nbsp;",
            "&AMP;",
            "&amp",
            "&#;",
            "&#x;",
            "&#X41;",
            "&#+65;",
            "&#x110000;",
            "&#xD800;",
            "&#0;",
            "&#1;",
            "&#xfffe;",
            "& amp;",
            "x\r&amp;",
        ] {
            for before in 0..=BLOCK_SIZE {
                let written = format!("{}{part}{}", "x".repeat(before), "x".repeat(2 * BLOCK_SIZE));
                assert_eq!(meaning(&written), None, "{written:?}");
            }
        }
    }
}
