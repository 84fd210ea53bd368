//! What a message of Windows Installer speaks of: its fields where they are noted, and otherwise what stands out of its text in any language. Pure.

use super::cause::short;

/// The most letters of a file name's extension.
const EXTENSION_LENGTH_MAX: usize = 5;

/// What a message speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fields<'a> {
    /// Its fields by number; the first is the message's number.
    Note(Vec<&'a str>),
    /// Its text, in the language of Windows.
    Text(&'a str),
}

impl Fields<'_> {
    /// A field that is noted.
    pub(super) fn note(&self, number: usize) -> Option<String> {
        match self {
            Self::Note(fields) => {
                fields.get(number - 1).map(|field| short(field)).filter(|field| !field.is_empty())
            }
            Self::Text(_) => None,
        }
    }

    /// A file or folder.
    pub(super) fn path(&self, number: usize) -> Option<String> {
        match self {
            Self::Note(_) => self.note(number),
            Self::Text(text) => path_in(text).map(|(path, _)| short(path)),
        }
    }

    /// A key of the registry.
    pub(super) fn key(&self, number: usize) -> Option<String> {
        match self {
            Self::Note(_) => self.note(number),
            Self::Text(text) => {
                let at = ["HKEY_", "UNKNOWN\\", "\\SOFTWARE"].into_iter().find_map(|root| text.find(root))?;
                text.get(at..)?.split([' ', '.']).next().map(short)
            }
        }
    }

    /// A name that stands in quotation marks.
    pub(super) fn name(&self, number: usize) -> Option<String> {
        match self {
            Self::Note(_) => self.note(number),
            Self::Text(text) => quoted_in(text).map(short),
        }
    }

    /// A path, a drive, or a name in quotation marks.
    pub(super) fn place(&self, number: usize) -> Option<String> {
        self.path(number).or_else(|| self.name(number))
    }

    /// Windows' own error code.
    pub(super) fn system_error(&self, number: usize) -> Option<u32> {
        match self {
            Self::Note(_) => self.note(number)?.parse().ok(),
            Self::Text(text) => {
                let behind = path_in(text).map_or(*text, |(_, behind)| behind);
                let mut numbers = behind.split(|letter: char| !letter.is_ascii_digit());
                numbers.find(|number| !number.is_empty())?.parse().ok()
            }
        }
    }
}

/// The file that is in use and the program that uses it, of message 1603: „…C:\a.dll … : Name: OUTLOOK, Id: 4711, …“.
pub(super) fn file_held(text: &str) -> (Option<String>, Option<String>) {
    let Some((path, behind)) = path_in(text) else { return (None, None) };
    let program = behind.split_once(", ").and_then(|(before, _)| before.rsplit_once(": "));
    (Some(short(path)), program.map(|(_, name)| short(name)).filter(|name| !name.is_empty()))
}

/// The first path in a text, and what stands behind it. A path may hold blanks: it ends with its extension, or in front of a quotation mark or a sentence's end.
fn path_in(text: &str) -> Option<(&str, &str)> {
    let drive = text.match_indices(":\\").map(|(at, _)| at).find(|at| {
        at.checked_sub(1).and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic)
    });
    let start = match (drive.map(|at| at - 1), text.find("\\\\")) {
        (Some(drive), Some(share)) => drive.min(share),
        (Some(start), None) | (None, Some(start)) => start,
        (None, None) => return None,
    };
    let path = text.get(start..)?;
    let hard = path.find(['\'', '"', '“', '”', '»', '\t', ';', '<', '|']).unwrap_or(path.len());
    let (path, _) = path.split_at_checked(hard)?;
    let end = path_end(path);
    text.get(start..start + end).map(|path| (path, text.get(start + end..).unwrap_or_default()))
}

/// Where a path ends that begins a text.
fn path_end(path: &str) -> usize {
    let ends = path.match_indices('.').find_map(|(at, _)| {
        let behind = path.get(at + 1..)?;
        let length = behind.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(behind.len());
        let after = behind.get(length..)?;
        let is_end =
            after.is_empty() || after.starts_with([' ', ',', ')']) || after == "." || after.starts_with(". ");
        // Without letters it is a sentence's end.
        ((1..=EXTENSION_LENGTH_MAX).contains(&length) && is_end).then_some(at + 1 + length)
    });
    let sentence =
        path.find(". ").or_else(|| path.find("  ")).unwrap_or_else(|| path.trim_end_matches('.').len());
    ends.map_or(sentence, |end| end.min(path.find("  ").unwrap_or(end)))
}

/// What stands in the first quotation marks of a text, whatever kind they are.
fn quoted_in(text: &str) -> Option<&str> {
    let (at, open) = text.char_indices().find(|(_, letter)| "'\"„“”«»‘‚".contains(*letter))?;
    let behind = text.get(at + open.len_utf8()..)?;
    let end = behind.find(['\'', '"', '“', '”', '«', '»', '’', '‘'])?;
    behind.get(..end).filter(|quoted| !quoted.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Fields, file_held, path_in, quoted_in};

    #[test]
    fn paths_stand_out_of_a_text_in_any_language() {
        let check = |text: &str, path: &str, code: Option<u32>| {
            assert_eq!(path_in(text).map(|(path, _)| path), Some(path), "{text}");
            assert_eq!(Fields::Text(text).system_error(9), code, "{text}");
        };
        check(
            r"Error writing to file: C:\Program Files\A b\n.dll.   System error 5.  Verify that you have access.",
            r"C:\Program Files\A b\n.dll",
            Some(5),
        );
        check(
            r"Fehler beim Schreiben in Datei: C:\Program Files\A b\n.dll.  Systemfehler 32. Stellen Sie sicher",
            r"C:\Program Files\A b\n.dll",
            Some(32),
        );
        check(
            r"Error reading from file: \\server\share\a.cab. System error code: 3",
            r"\\server\share\a.cab",
            Some(3),
        );
        check(r"The folder 'C:\Program Files\A 1.5' is not there.", r"C:\Program Files\A 1.5", None);
        check(r"Source file not found: C:\a.cab", r"C:\a.cab", None);
        check(r"Cannot reach D:\Data", r"D:\Data", None);
        assert_eq!(path_in("no path: at all"), None);
        assert_eq!(path_in(":\\"), None);
    }

    #[test]
    fn the_file_in_use_and_by_whom() {
        let check = |text: &str, file: Option<&str>, program: Option<&str>| {
            let (held, by) = file_held(text);
            assert_eq!((held.as_deref(), by.as_deref()), (file, program), "{text}");
        };
        let file = Some(r"C:\Program Files\OX\notes.dll");
        check(
            r"The file C:\Program Files\OX\notes.dll is being held in use by the following process: Name: OUTLOOK, Id: 4711, Window Title: 'a, b: c'. Close it.",
            file,
            Some("OUTLOOK"),
        );
        check(
            r"Die Datei C:\Program Files\OX\notes.dll wird von folgendem Prozess verwendet: Name: OUTLOOK, ID: 4711, Fenstertitel: '(noch nicht bestimmt)'.",
            file,
            Some("OUTLOOK"),
        );
        check(r"The file C:\Program Files\OX\notes.dll is being held in use.", file, None);
        check("nothing", None, None);
    }

    #[test]
    fn names_stand_in_quotation_marks() {
        assert_eq!(quoted_in("Service 'OX Sync' (oxsync) failed"), Some("OX Sync"));
        assert_eq!(quoted_in("Der Dienst „OX Sync“ (oxsync) konnte"), Some("OX Sync"));
        assert_eq!(quoted_in("nothing' here"), None);
        assert_eq!(quoted_in("''"), None);
    }
}
