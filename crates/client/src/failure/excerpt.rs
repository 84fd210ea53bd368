//! The few lines of a log that may be shown and copied. Pure.
//!
//! A log holds what people gave to installers: properties, command lines, whatever a custom action prints. So only lines whose kind is known are taken,
//! nothing that is assigned a value, and nothing behind the place where a command line could begin.

use super::cause::is_fatal_note;
use super::log::{LINE_LENGTH_MAX, Line, Log, body, parse};

/// The most lines of an excerpt.
pub const EXCERPT_LINES_MAX: usize = 8;
/// The most characters of one of its lines.
pub const EXCERPT_LINE_LENGTH_MAX: usize = 240;
/// How far from the failing line its lines are looked for.
const DISTANCE_MAX: usize = 40;
const _: () = assert!(EXCERPT_LINE_LENGTH_MAX < LINE_LENGTH_MAX);

/// The messages that name a command line at their end.
const WITH_COMMAND_LINE: std::ops::RangeInclusive<u16> = 1720..=1723;

/// The lines around a place that tell what happened there.
pub(super) fn excerpt(log: &Log, at: usize) -> Vec<String> {
    let last = at.saturating_add(2).min(log.lines.len().saturating_sub(1));
    let first = at.saturating_sub(DISTANCE_MAX);
    let mut lines = Vec::new();
    for line in log.lines.get(first..=last).unwrap_or_default().iter().rev().filter_map(|line| shown(line)) {
        if lines.len() == EXCERPT_LINES_MAX {
            break;
        }
        // A message is written as it is shown, and once more as it is logged.
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.reverse();
    lines
}

/// A line as it may be shown.
fn shown(line: &str) -> Option<String> {
    let body = body(line);
    let shown = match parse(line) {
        Line::Start(_) | Line::End(..) | Line::CustomAction(_) | Line::HeldBy(_) | Line::Product(_) => {
            body.to_owned()
        }
        Line::Message(number, text) if WITH_COMMAND_LINE.contains(&number) => {
            // The text, up to the end of its last sentence in front of the action, its place and its command line.
            let end = text.rfind(". ").map_or(0, |end| end + 1);
            let label = body.find(text).and_then(|at| body.get(..at))?;
            format!("{label}{}", text.get(..end).unwrap_or_default())
        }
        Line::Note(number, fields) if WITH_COMMAND_LINE.contains(&number) => {
            format!("Note: 1: {number} 2: {}", fields.get(1).unwrap_or(&""))
        }
        Line::Message(..) => body.to_owned(),
        Line::Note(number, _) if is_fatal_note(number) => body.to_owned(),
        Line::Note(..) | Line::Property(_) | Line::Other(_) => return None,
    };
    let shown: String = without_values(&shown).chars().take(EXCERPT_LINE_LENGTH_MAX).collect();
    (!shown.trim().is_empty()).then(|| shown.trim().to_owned())
}

/// The text up to the first value that is given to a name: nobody knows where it ends.
fn without_values(text: &str) -> String {
    text.split_once('=').map_or_else(|| text.to_owned(), |(before, _)| format!("{before}=…"))
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT_LINE_LENGTH_MAX, EXCERPT_LINES_MAX, excerpt, shown};
    use crate::failure::log::Log;

    #[test]
    fn what_could_be_private_is_never_shown() {
        let check =
            |line: &str, expected: Option<&str>| assert_eq!(shown(line).as_deref(), expected, "{line}");
        check("Property(S): PASSWORD = secret", None);
        check("Property(C): A = Error 1721. secret", None);
        check(
            "MSI (s) (5C:A8) [09:14:03:120]: PROPERTY CHANGE: Adding PASSWORD property. Its value is 'secret'.",
            None,
        );
        check("MSI (c) (5C:A8) [09:14:03:120]: Command Line: PASSWORD=secret CURRENTDIRECTORY=C:\\", None);
        check("******* CommandLine: /i notes.msi PASSWORD=secret", None);
        check("The custom action says secret", None);
        check(
            "MSI (s) (5C:A8) [09:14:03:120]: Note: 1: 1402 2: HKEY_CURRENT_USER\\Software\\secret 3: 2 ",
            None,
        );
        check(
            "Action ended 9:14:03: Run. Return value 3.",
            Some("Action ended 9:14:03: Run. Return value 3."),
        );
        check(
            "MSI (s) (5C:A8) [09:14:03:120]: Product: Notes -- Error 1722. A program did not finish. Ask them.  Action Run, location: C:\\a.exe, command: /p secret",
            Some("Product: Notes -- Error 1722. A program did not finish. Ask them."),
        );
        check("Fehler 1722. Aktion Run, Ort: C:\\a.exe, Befehl: /p geheim", Some("Fehler 1722."));
        check(
            "MSI (s) (5C:A8) [09:14:03:120]: Note: 1: 1722 2: Run 3: C:\\a.exe 4: /p secret",
            Some("Note: 1: 1722 2: Run"),
        );
        check(
            "Error 1920. Service 'A' failed: PASSWORD=\"a b\" secret",
            Some("Error 1920. Service 'A' failed: PASSWORD=…"),
        );
    }

    #[test]
    fn it_has_limits() {
        let line = |number: usize| format!("Error 1920. {number} {}", "a".repeat(1000));
        let log = Log { lines: (0..100).map(line).collect() };
        let lines = excerpt(&log, 50);
        assert_eq!(lines.len(), EXCERPT_LINES_MAX);
        assert!(lines.iter().all(|line| line.chars().count() == EXCERPT_LINE_LENGTH_MAX));
        assert!(lines[EXCERPT_LINES_MAX - 1].starts_with("Error 1920. 52 "));
        for at in [0, 99, 100, usize::MAX] {
            excerpt(&log, at);
            excerpt(&Log::default(), at);
        }
    }
}
