//! What a Sieve server says of itself before anybody signs in: the greeting of ManageSieve.
//!
//! Capabilities come one a line, `"SIEVE" "fileinto vacation"`, until `OK`; a server that will not serve says `NO` or `BYE`.
//! A text stands between quotes, or behind its length: `{8}` and a line end. Source: RFC 5804, sections 1.2, 1.7 and 4.

/// What is known so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reading {
    /// The greeting goes on.
    More,
    /// It is whole.
    Whole(Greeting),
    /// The server will not serve, in its own words.
    Refused(String),
    /// This is no ManageSieve.
    Foreign,
}

/// A whole greeting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Greeting {
    /// The program, as it calls itself.
    pub(crate) implementation: Option<String>,
    /// The extensions of Sieve that it offers; `None`: it tells none at all.
    pub(crate) extensions: Option<Vec<String>>,
}

/// One thing on a line.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Text(String),
    Word(String),
}

/// A text and what is behind it; nothing where it has not ended yet, and an error where it is no text.
type Piece<'a> = Result<Option<(String, &'a [u8])>, ()>;

/// The most characters of the server's own words that are shown.
const WORDS_MAX: usize = 200;

impl Greeting {
    /// Whether an extension is offered; `None` where the server tells of no extensions.
    pub(crate) fn offers(&self, extension: &str) -> Option<bool> {
        let extensions = self.extensions.as_ref()?;
        Some(extensions.iter().any(|offered| offered.eq_ignore_ascii_case(extension)))
    }
}

/// Reads as much as has come.
pub(crate) fn read(bytes: &[u8]) -> Reading {
    let mut rest = bytes;
    let mut greeting = Greeting::default();
    loop {
        let line = match line(&mut rest) {
            Ok(Some(line)) => line,
            Ok(None) => return Reading::More,
            Err(()) => return Reading::Foreign,
        };
        let mut tokens = line.into_iter();
        match tokens.next() {
            Some(Token::Text(name)) => {
                let value = match tokens.next() {
                    Some(Token::Text(value)) => Some(value),
                    None => None,
                    Some(Token::Word(_)) => return Reading::Foreign,
                };
                if name.eq_ignore_ascii_case("SIEVE") {
                    let words = value.unwrap_or_default();
                    greeting.extensions = Some(words.split_whitespace().map(str::to_owned).collect());
                } else if name.eq_ignore_ascii_case("IMPLEMENTATION") {
                    greeting.implementation = value.map(|value| value.chars().take(WORDS_MAX).collect());
                }
            }
            Some(Token::Word(word)) if word.eq_ignore_ascii_case("OK") => return Reading::Whole(greeting),
            Some(Token::Word(word)) if ["NO", "BYE"].iter().any(|no| word.eq_ignore_ascii_case(no)) => {
                let said = tokens.filter_map(|token| match token {
                    Token::Text(text) => Some(text),
                    Token::Word(_) => None,
                });
                let said: Vec<String> = said.collect();
                let shown = if said.is_empty() { word } else { said.join(" ") };
                let is_shown = |letter: &char| !letter.is_control();
                return Reading::Refused(shown.chars().filter(is_shown).take(WORDS_MAX).collect());
            }
            _ => return Reading::Foreign,
        }
    }
}

/// Takes a line with all that belongs to it; nothing where it has not ended yet.
fn line(rest: &mut &[u8]) -> Result<Option<Vec<Token>>, ()> {
    let mut tokens = Vec::new();
    let mut left = *rest;
    loop {
        match left {
            [] | [b'\r'] => return Ok(None),
            [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..] => {
                *rest = behind;
                return Ok(Some(tokens));
            }
            [b' ', behind @ ..] => left = behind,
            [b'"', behind @ ..] => {
                let Some((text, behind)) = quoted(behind)? else { return Ok(None) };
                tokens.push(Token::Text(text));
                left = behind;
            }
            [b'{', behind @ ..] => {
                let Some((text, behind)) = literal(behind)? else { return Ok(None) };
                tokens.push(Token::Text(text));
                left = behind;
            }
            // A response code, such as (REFERRAL "sieve://…").
            [b'(', behind @ ..] => {
                let Some(end) = behind.iter().position(|byte| matches!(byte, b')' | b'\n')) else {
                    return Ok(None);
                };
                if behind[end] == b'\n' {
                    return Err(());
                }
                left = &behind[end + 1..];
            }
            [byte, ..] if byte.is_ascii_alphabetic() => {
                let end = left.iter().position(|byte| !byte.is_ascii_alphabetic());
                let Some(end) = end else { return if left.len() > 8 { Err(()) } else { Ok(None) } };
                tokens.push(Token::Word(String::from_utf8_lossy(&left[..end]).into_owned()));
                left = &left[end..];
            }
            _ => return Err(()),
        }
    }
}

/// A text up to its second quote, and what is behind.
fn quoted(bytes: &[u8]) -> Piece<'_> {
    let mut text = Vec::new();
    let mut at = 0;
    loop {
        match bytes.get(at..).unwrap_or_default() {
            [] | [b'\\'] => return Ok(None),
            [b'\\', byte, ..] => {
                text.push(*byte);
                at += 2;
            }
            [b'"', behind @ ..] => {
                return String::from_utf8(text).map(|text| Some((text, behind))).map_err(|_| ());
            }
            [b'\r' | b'\n' | 0, ..] => return Err(()),
            [byte, ..] => {
                text.push(*byte);
                at += 1;
            }
        }
    }
}

/// A text of a length that is told before it, and what is behind.
fn literal(bytes: &[u8]) -> Piece<'_> {
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
        return if bytes.len() > 16 { Err(()) } else { Ok(None) };
    };
    let head = std::str::from_utf8(&bytes[..end]).map_err(|_| ())?.trim_end_matches('\r');
    let length = head.strip_suffix('}').ok_or(())?;
    let length: usize = length.strip_suffix('+').unwrap_or(length).parse().map_err(|_| ())?;
    let behind = &bytes[end + 1..];
    let Some((text, behind)) = behind.split_at_checked(length) else { return Ok(None) };
    String::from_utf8(text.to_vec()).map(|text| Some((text, behind))).map_err(|_| ())
}

#[cfg(test)]
mod tests {
    use super::{Greeting, Reading, read};

    const DOVECOT: &str = "\"IMPLEMENTATION\" \"Dovecot Pigeonhole\"\r\n\"SIEVE\" \"fileinto reject vacation\"\r\n\
        \"NOTIFY\" \"mailto\"\r\n\"SASL\" \"PLAIN\"\r\n\"STARTTLS\"\r\n\"VERSION\" \"1.0\"\r\nOK \"Dovecot ready.\"\r\n";

    /// As Dovecot 2.3.19 of Debian 12 greets.
    const DEBIAN: &str = "\"IMPLEMENTATION\" \"Dovecot (Debian) Pigeonhole\"\r\n\"SIEVE\" \"fileinto reject envelope \
        encoded-character vacation subaddress comparator-i;ascii-numeric relational regex imap4flags copy include \
        variables body enotify environment mailbox date index ihave duplicate mime foreverypart extracttext\"\r\n\
        \"NOTIFY\" \"mailto\"\r\n\"SASL\" \"PLAIN\"\r\n\"VERSION\" \"1.0\"\r\nOK \"Dovecot (Debian) ready.\"\r\n";

    fn offers(text: &str) -> Option<bool> {
        match read(text.as_bytes()) {
            Reading::Whole(greeting) => greeting.offers("vacation"),
            other => panic!("{text:?}: {other:?}"),
        }
    }

    #[test]
    fn a_greeting_tells_what_is_offered() {
        let check = |text: &str, expected: Option<bool>| assert_eq!(offers(text), expected, "{text:?}");
        check(DOVECOT, Some(true));
        check(DEBIAN, Some(true));
        check(&DEBIAN.replace("vacation ", ""), Some(false));
        check("\"SIEVE\" \"fileinto vacation-seconds\"\r\nOK\r\n", Some(false));
        check("\"sieve\" {18}\r\nfileinto  VACATION\r\nok (TAG {3}) \"x\"\r\n", Some(true));
        check("\"SIEVE\" {8+}\r\nvacation\r\nOK\r\n", Some(true));
        check("\"SIEVE\" \"\"\nOK\n", Some(false));
        check("\"SIEVE\"\r\nOK\r\n", Some(false));
        check("\"IMPLEMENTATION\" \"a \\\"b\\\"\"\r\nOK\r\n", None);
    }

    #[test]
    fn a_greeting_may_come_in_pieces() {
        for cut in 0..DOVECOT.len() {
            assert_eq!(read(&DOVECOT.as_bytes()[..cut]), Reading::More, "{cut}");
        }
        let extensions = ["fileinto", "reject", "vacation"].map(str::to_owned).to_vec();
        let greeting =
            Greeting { implementation: Some("Dovecot Pigeonhole".to_owned()), extensions: Some(extensions) };
        assert_eq!(read(DOVECOT.as_bytes()), Reading::Whole(greeting));
    }

    #[test]
    fn what_is_no_greeting_is_told() {
        let check = |bytes: &[u8], expected: Reading| assert_eq!(read(bytes), expected, "{bytes:?}");
        check(b"", Reading::More);
        check(b"BYE \"Too busy\"\r\n", Reading::Refused("Too busy".to_owned()));
        check(b"BYE (REFERRAL \"sieve://b\") \"a\x1b[2J\"\r\n", Reading::Refused("a[2J".to_owned()));
        check(b"NO\r\n", Reading::Refused("NO".to_owned()));
        for foreign in [
            &b"* OK IMAP4rev1\r\n"[..],
            b"220 mail.example.com ESMTP\r\n",
            b"+OK POP3\r\n",
            b"HTTP/1.1 400 Bad Request\r\n\r\n",
            b"\x16\x03\x01\x00",
            b"\"SIEVE\" \"\xff\xfe\"\r\nOK\r\n",
            b"\"SIEVE\" vacation\r\n",
            b"\"SIEVE\" {99999999999999999999}\r\n",
            b"\r\n",
            b"aaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ] {
            check(foreign, Reading::Foreign);
        }
    }
}
