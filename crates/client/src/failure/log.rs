//! The bytes of a verbose log as lines, and what a line says in any language of Windows. Pure.
//!
//! Windows Installer writes its log in the language of Windows: „Aktion beendet um 9:14:03: InstallFiles. Rückgabewert 3.“ So nothing here looks for
//! words: an action is a name behind a time, a message is a number behind its label, and the installer's own notes are English everywhere.
//! Source: Microsoft, "Windows Installer Logging", "Logging of Action Return Values", "Windows Installer Error Messages".

/// The most characters of a line that are looked at; what is behind them is cut off.
pub const LINE_LENGTH_MAX: usize = 2_000;
/// The most fields of a note that are read.
pub const FIELDS_MAX: usize = 8;

/// How many of the first bytes decide in what encoding a log without a mark is written.
const SAMPLE_SIZE: usize = 512;
/// The numbers of Windows Installer's messages: those of the Error table, and its internal ones.
const NUMBERS: std::ops::RangeInclusive<u16> = 1000..=2999;
/// The most words of the label in front of a number: „Internal Error 2753.“
const LABEL_WORDS_MAX: usize = 3;

/// The lines of a log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// Each without its line break.
    pub lines: Vec<String>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// An action begins.
    Start(&'a str),
    /// An action has ended, with its return value; 3 is a fatal error.
    End(&'a str, u32),
    /// A message with a number, and its text.
    Message(u16, &'a str),
    /// The fields of a message, in no language: the first is its number.
    Note(u16, Vec<&'a str>),
    /// A message without a number about the product.
    Product(&'a str),
    /// A custom action answered with an error.
    CustomAction(&'a str),
    /// The Restart Manager names a program that holds files in use.
    HeldBy(&'a str),
    /// A property was set; its value is not looked at.
    Property(&'a str),
    /// Anything else.
    Other(&'a str),
}

impl Log {
    /// Reads a log's beginning and, where something between the two was left out, its end.
    #[must_use]
    pub fn read(head: &[u8], tail: Option<&[u8]>) -> Self {
        let is_wide = is_wide(head);
        let mut lines = lines(head, is_wide);
        if let Some(tail) = tail {
            // The two lines at the gap are cut.
            lines.pop();
            lines.extend(self::lines(tail, is_wide).into_iter().skip(1));
        }
        Self { lines }
    }
}

/// Whether a log is written in UTF-16 (little endian): by its mark, or by the zeros that Western letters leave.
fn is_wide(head: &[u8]) -> bool {
    if head.starts_with(&[0xFF, 0xFE]) {
        return true;
    }
    let sample = head.get(..SAMPLE_SIZE).unwrap_or(head);
    let zeros = sample.chunks_exact(2).filter(|unit| unit[1] == 0).count();
    !sample.is_empty() && zeros * 4 > sample.len()
}

fn lines(bytes: &[u8], is_wide: bool) -> Vec<String> {
    if is_wide {
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
        let text = String::from_utf16_lossy(&units);
        return text.split('\n').map(clean).collect();
    }
    bytes
        .split(|byte| *byte == b'\n')
        .map(|line| match std::str::from_utf8(line) {
            Ok(line) => clean(line),
            // An old code page: letters beyond ASCII are not read but shown, and Western ones are right so.
            Err(_) => clean(&line.iter().map(|byte| char::from(*byte)).collect::<String>()),
        })
        .collect()
}

/// A line without its end, its mark, and what could command a terminal.
fn clean(line: &str) -> String {
    let meant = |letter: &char| *letter != '\u{feff}' && (*letter == '\t' || !letter.is_control());
    line.chars().filter(meant).take(LINE_LENGTH_MAX).collect::<String>().trim_end().to_owned()
}

/// What a line says.
#[must_use]
pub fn parse(line: &str) -> Line<'_> {
    let body = body(line);
    let is_own = body.len() < line.len();
    if is_own {
        return own(body);
    }
    action(line)
        .or_else(|| message(line).map(|(number, text)| Line::Message(number, text)))
        .or_else(|| product(line))
        .or_else(|| custom_action(line))
        .unwrap_or(Line::Other(line))
}

/// What stands behind „MSI (s) (5C:A8) [09:14:03:120]: “, or the whole line.
pub(super) fn body(line: &str) -> &str {
    let behind = line.strip_prefix("MSI (").and_then(|rest| rest.split_once("]: "));
    behind.map_or(line, |(_, body)| body)
}

/// What the installer notes for itself, in English everywhere; only messages that it repeats are in the language of Windows.
fn own(body: &str) -> Line<'_> {
    if let Some(fields) = body.strip_prefix("Note: 1: ") {
        let fields = fields_of(fields);
        if let Some(number) = fields.first().and_then(|number| number.parse().ok()) {
            return Line::Note(number, fields);
        }
    }
    if let Some(change) = body.strip_prefix("PROPERTY CHANGE: ") {
        return Line::Property(change.split(' ').nth(1).unwrap_or_default());
    }
    if body.starts_with("RESTART MANAGER: ")
        && let Some((_, behind)) = body.split_once("friendly name '")
    {
        return Line::HeldBy(behind.split('\'').next().unwrap_or_default());
    }
    product(body).or_else(|| custom_action(body)).unwrap_or(Line::Other(body))
}

/// „1721 2: Run 3: C:\a.exe 4: “ as its fields, the number first.
fn fields_of(text: &str) -> Vec<&str> {
    let mut fields = Vec::new();
    let mut rest = text;
    for next in 2..=FIELDS_MAX {
        let Some((field, behind)) = rest.split_once(&format!(" {next}:")) else { break };
        fields.push(field.trim());
        rest = behind;
    }
    fields.push(rest.trim());
    fields
}

/// „Product: Notes -- Error 1721. …“ or „Produkt: Notes -- Dieses Programm …“.
fn product(text: &str) -> Option<Line<'_>> {
    let (before, behind) = text.split_once(" -- ")?;
    let (label, _) = before.split_once(": ")?;
    if label.is_empty() || !label.chars().all(char::is_alphabetic) {
        return None;
    }
    Some(message(behind).map_or(Line::Product(behind), |(number, text)| Line::Message(number, text)))
}

fn custom_action(text: &str) -> Option<Line<'_>> {
    let (name, behind) = text.strip_prefix("CustomAction ")?.split_once(" returned actual error code ")?;
    let code: u32 = behind.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()?;
    let counts = code != 0 && !behind.contains("translated to success");
    Some(if counts { Line::CustomAction(name) } else { Line::Other(text) })
}

/// „Error 1721. …“, „Fehler 1721.…“, „Info 1603. …“: a label of letters, a number, a full stop.
fn message(text: &str) -> Option<(u16, &str)> {
    let at = text.find(|letter: char| letter.is_ascii_digit())?;
    let label = text.get(..at)?.strip_suffix(' ')?;
    let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    if label.split(' ').count() > LABEL_WORDS_MAX || !label.split(' ').all(is_word) {
        return None;
    }
    let (number, behind) = text.get(at..)?.split_once('.')?;
    let number = number.trim_end().parse().ok().filter(|number| NUMBERS.contains(number))?;
    Some((number, behind.trim()))
}

/// „Action ended 9:14:03: InstallFiles. Return value 3.“: a time, a name, and at an end a number.
fn action(line: &str) -> Option<Line<'_>> {
    let behind = behind_time(line)?;
    let behind = behind.trim_start_matches([' ', '\u{a0}', ':']);
    let end = behind.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_.".contains(letter)));
    let (name, behind) = behind.split_at_checked(end.unwrap_or(behind.len()))?;
    let name =
        name.strip_suffix('.').filter(|name| name.starts_with(|letter: char| !letter.is_ascii_digit()))?;
    let behind = behind.trim();
    if behind.is_empty() {
        return Some(Line::Start(name));
    }
    let words = behind.strip_suffix('.').unwrap_or(behind);
    let value =
        words.rsplit(|letter: char| !letter.is_ascii_digit()).next().filter(|value| !value.is_empty())?;
    let is_label = |letter: char| !letter.is_ascii_digit();
    if !words.strip_suffix(value)?.chars().all(is_label) {
        return None;
    }
    value.parse().ok().map(|value| Line::End(name, value))
}

/// What stands behind the first time of day, if it stands near the beginning and behind words.
fn behind_time(line: &str) -> Option<&str> {
    let at = line.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = line.split_at_checked(at)?;
    if before.is_empty() || before.contains(['\\', '/', '=']) {
        return None;
    }
    let mut parts = rest.splitn(3, ':');
    let (hours, minutes, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let is_number =
        |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let (seconds, behind) = rest.split_at_checked(2)?;
    (is_number(hours) && is_number(minutes) && is_number(seconds)).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::Line::{CustomAction, End, HeldBy, Message, Note, Other, Product, Property, Start};
    use super::{LINE_LENGTH_MAX, Line, Log, parse};

    #[test]
    fn a_line_is_understood_in_any_language() {
        let check = |line: &str, expected: Line<'_>| assert_eq!(parse(line), expected, "{line}");
        check("Action start 9:14:03: InstallFiles.", Start("InstallFiles"));
        check("Action ended 9:14:03: InstallFiles. Return value 3.", End("InstallFiles", 3));
        check("Aktion gestartet um 09:14:03: CA.Run_x64.", Start("CA.Run_x64"));
        check("Aktion beendet um 09:14:03: CA.Run_x64. Rückgabewert 3.", End("CA.Run_x64", 3));
        check("Fin de l'action 09:14:03 : INSTALL. Valeur renvoyée : 1.", End("INSTALL", 1));
        check(
            "Action 9:14:03: InstallFiles. Copying new files",
            Other("Action 9:14:03: InstallFiles. Copying new files"),
        );
        check("Error 1721. There is a problem.", Message(1721, "There is a problem."));
        check("Fehler 1721.Es liegt ein Problem vor.", Message(1721, "Es liegt ein Problem vor."));
        check("Internal Error 2753. notes.exe", Message(2753, "notes.exe"));
        check(
            "Info 1603. The file C:\\a.dll is being held in use.",
            Message(1603, "The file C:\\a.dll is being held in use."),
        );
        check("Error 99. No number of the installer's.", Other("Error 99. No number of the installer's."));
        let own = "MSI (s) (5C:A8) [09:14:03:120]: ";
        check(&format!("{own}Product: A -- B -- Error 1920. Service."), Product("B -- Error 1920. Service."));
        check(&format!("{own}Produkt: Notizen -- Fehler 1920. Der Dienst."), Message(1920, "Der Dienst."));
        check(&format!("{own}Product: Notes -- Needs Windows 11."), Product("Needs Windows 11."));
        check(
            &format!("{own}Note: 1: 1721 2: Run 3: C:\\a b.exe 4: "),
            Note(1721, vec!["1721", "Run", "C:\\a b.exe", ""]),
        );
        check(&format!("{own}Note: 1: 1708 "), Note(1708, vec!["1708"]));
        check(
            &format!("{own}PROPERTY CHANGE: Adding NEWER property. Its value is 'secret'."),
            Property("NEWER"),
        );
        check(
            &format!(
                "{own}RESTART MANAGER: Detected that application with id 4, friendly name 'Microsoft Outlook', of type RmMainWindow and status 1 holds file[s] in use."
            ),
            HeldBy("Microsoft Outlook"),
        );
        check(
            "CustomAction Run returned actual error code 1603 (note this may not be 100% accurate)",
            CustomAction("Run"),
        );
        let ignored = "CustomAction Run returned actual error code 1603 but will be translated to success due to continue marking";
        check(ignored, Other(ignored));
        check("Property(S): TIME = 9:14:03: Secret. 3.", Other("Property(S): TIME = 9:14:03: Secret. 3."));
        check(
            "=== Logging started: 11/21/2026  9:14:03 ===",
            Other("=== Logging started: 11/21/2026  9:14:03 ==="),
        );
    }

    #[test]
    fn a_log_is_read_whatever_its_encoding() {
        let text = "Aktion beendet um 9:14:03: Prüfen.\r\nRückgabewert 3.\r\n";
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let western: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        let marked = [&[0xFF, 0xFE], wide(text).as_slice()].concat();
        let expected = ["Aktion beendet um 9:14:03: Prüfen.", "Rückgabewert 3.", ""];
        for bytes in [text.as_bytes().to_vec(), wide(text), marked, western] {
            assert_eq!(Log::read(&bytes, None).lines, expected, "{bytes:?}");
        }
        assert_eq!(Log::read(&[], None).lines, [""]);
    }

    #[test]
    fn the_lines_at_a_gap_are_left_out_and_long_ones_cut() {
        let log = Log::read(b"first\nsecond\ncut o", Some(b"ff\nlast but one\nlast"));
        assert_eq!(log.lines, ["first", "second", "last but one", "last"]);
        let long = "ä".repeat(LINE_LENGTH_MAX + 1);
        assert_eq!(Log::read(long.as_bytes(), None).lines, ["ä".repeat(LINE_LENGTH_MAX)]);
        assert_eq!(Log::read(b"a\x1b[2Jb", None).lines, ["a[2Jb"]);
    }
}
