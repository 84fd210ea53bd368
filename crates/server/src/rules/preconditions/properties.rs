//! Java properties, as Open-Xchange's configuration is written, with the lines that they stand in.
//!
//! A pair is `key=value`, `key:value` or `key value`; a backslash at the end of a line goes on in the next; `\uXXXX` is a character;
//! other bytes are Latin-1. Source: the documentation of `java.util.Properties.load`. Java takes a file with a broken `\u` for
//! unreadable as a whole, and so do we: nothing of such a file counts.

use java_properties::{LineContent, PropertiesIter};

/// The pairs of one file, in the order of their lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Properties(Vec<Property>);

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Property {
    /// The line that it begins in, from 1 on.
    pub(crate) line: usize,
    /// The key.
    pub(crate) key: String,
    /// The value, as it is written.
    pub(crate) value: String,
}

/// A file that Java would not read either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: a broken \\u escape")]
pub(crate) struct PropertiesError {
    /// The line, from 1 on.
    pub(crate) line: usize,
}

impl Properties {
    /// Reads a file, and keeps what `is_wanted`: such files hold passwords too, which are nobody's business here.
    ///
    /// # Errors
    /// [`PropertiesError`] for an escape that means nothing.
    pub(crate) fn read(bytes: &[u8], is_wanted: impl Fn(&str) -> bool) -> Result<Self, PropertiesError> {
        let prepared = prepared(bytes)?;
        let mut pairs = Vec::new();
        for line in PropertiesIter::new(prepared.as_slice()) {
            let line = line.map_err(|error| PropertiesError { line: error.line_number().unwrap_or(1) })?;
            let number = line.line_number();
            if let LineContent::KVPair(key, value) = line.consume_content()
                && is_wanted(&key)
            {
                pairs.push(Property { line: number, key, value });
            }
        }
        Ok(Self(pairs))
    }

    /// The pair of this key; of several the last one counts.
    pub(crate) fn find(&self, key: &str) -> Option<&Property> {
        self.0.iter().rfind(|property| property.key == key)
    }
}

/// The same file with plain line ends and empty lines for comments, whose backslashes mean nothing.
fn prepared(bytes: &[u8]) -> Result<Vec<u8>, PropertiesError> {
    let mut prepared = Vec::with_capacity(bytes.len() + 1);
    let mut goes_on = false;
    for (number, line) in (1..).zip(lines(bytes)) {
        let begins_with = line.iter().find(|byte| !b" \t\x0c".contains(byte));
        if !goes_on && matches!(begins_with, Some(b'#' | b'!')) {
            prepared.push(b'\n');
            continue;
        }
        goes_on = line.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1;
        if !are_escapes_whole(line, goes_on) {
            return Err(PropertiesError { line: number });
        }
        prepared.extend_from_slice(line);
        prepared.push(b'\n');
    }
    Ok(prepared)
}

/// Lines that end with LF, CR or both, without these.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let bytes = rest?;
        let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            rest = None;
            return Some(bytes);
        };
        let width = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        rest = Some(&bytes[end + width..]);
        Some(&bytes[..end])
    })
}

/// Whether four hexadecimal digits follow each `\u`; where the line goes on, the last ones may follow there.
fn are_escapes_whole(line: &[u8], goes_on: bool) -> bool {
    let mut at = 0;
    while at < line.len() {
        if line[at] != b'\\' {
            at += 1;
            continue;
        }
        if line.get(at + 1) == Some(&b'u') {
            let digits = &line[at + 2..line.len().min(at + 6)];
            let is_cut = goes_on && at + 6 >= line.len();
            if !is_cut && (digits.len() < 4 || !digits.iter().all(u8::is_ascii_hexdigit)) {
                return false;
            }
        }
        at += 2;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::Properties;

    fn all(text: &[u8]) -> Result<Vec<(usize, String, String)>, usize> {
        let read = Properties::read(text, |_| true).map_err(|error| error.line)?;
        Ok(read.0.into_iter().map(|pair| (pair.line, pair.key, pair.value)).collect())
    }

    #[test]
    fn pairs_are_read_however_they_are_written() {
        let check = |text: &str, expected: &[(usize, &str, &str)]| {
            let read = all(text.as_bytes()).unwrap();
            let read: Vec<_> =
                read.iter().map(|(line, key, value)| (*line, key.as_str(), value.as_str())).collect();
            assert_eq!(read, expected, "{text:?}");
        };
        check("", &[]);
        check("A=TRUE", &[(1, "A", "TRUE")]);
        check("A: TRUE\nB TRUE\n", &[(1, "A", "TRUE"), (2, "B", "TRUE")]);
        check("  A \t = TRUE ", &[(1, "A", "TRUE ")]);
        check("A", &[(1, "A", "")]);
        check("A=\nB=2", &[(1, "A", ""), (2, "B", "2")]);
        check("A==b", &[(1, "A", "=b")]);
        check("a\\:b\\ c = d", &[(1, "a:b c", "d")]);
        check("# A=1\n! B=2\n\n\t# C=3\nD=4", &[(5, "D", "4")]);
        check("A=1\\\n  2\\\n#3\nB=4", &[(1, "A", "12#3"), (4, "B", "4")]);
        check("A=1\\\\\nB=2", &[(1, "A", "1\\"), (2, "B", "2")]);
        check("A=1\\", &[(1, "A", "1")]);
        check("A=1\rB=2\r\nC=3\n\nD=4", &[(1, "A", "1"), (2, "B", "2"), (3, "C", "3"), (5, "D", "4")]);
        check("A=\\u0041\\t\\u00e9", &[(1, "A", "A\té")]);
        check("A=\\u00\\\n  41", &[(1, "A", "A")]);
        check("A=\\\\u12", &[(1, "A", "\\u12")]);
        check("# C:\\users\nA=1", &[(2, "A", "1")]);
        check("# goes on \\\nA=1", &[(2, "A", "1")]);
    }

    #[test]
    fn other_bytes_are_latin_1() {
        assert_eq!(all(b"A=gr\xfcn").unwrap()[0].2, "grün");
    }

    #[test]
    fn a_broken_escape_spoils_the_file() {
        let check = |text: &str, line: usize| assert_eq!(all(text.as_bytes()), Err(line), "{text:?}");
        check("A=\\u12", 1);
        check("A=1\nB=\\u12G4", 2);
        check("A=\\u+041", 1);
        check("\\u=1", 1);
        check("A=\\u00\\\n  4", 1);
        check("A=\\uD83D", 1);
    }

    #[test]
    fn the_last_one_counts_and_only_what_is_wanted_is_kept() {
        let read = Properties::read(b"A=1\nsecret=x\nA=2", |key| key == "A")
            .unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.find("A").map(|pair| (pair.line, pair.value.as_str())), Some((3, "2")));
        assert_eq!((read.find("secret"), read.0.len()), (None, 2));
    }

    #[test]
    fn no_bytes_bring_the_reader_down() {
        let interesting = b"\\u=: \t\n\r#!A\x00\x0c\x80\xff\"";
        for first in interesting {
            for second in interesting {
                for third in interesting {
                    let _ = all(&[*first, *second, *third, b'=', *first, *second, *third]);
                }
            }
        }
    }
}
