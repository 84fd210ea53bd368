//! Programs that have to be closed before an install: what the person is asked, and how long is waited for an answer. Pure.
//!
//! Nothing is ever closed by OX Updater: a program may hold what a person has not saved.

use std::time::Duration;

use catalog::Product;
use text::{Message, message};

/// How often the person is asked at most about one install.
pub const ASKS_MAX: usize = 100_000;
/// How long `--wait-for-programs` waits for one update.
pub const WAIT_TIME_MAX: Duration = Duration::from_secs(4 * 60 * 60);
/// How long it waits before it looks again.
pub const WAIT_TIME_EACH: Duration = Duration::from_secs(2);

/// Office's programs, whose file names say less than their names.
const KNOWN: [(&str, &str); 5] = [
    ("WINWORD", "Word"),
    ("POWERPNT", "PowerPoint"),
    ("MSACCESS", "Access"),
    ("ONENOTE", "OneNote"),
    ("MSEDGE", "Edge"),
];

/// What the engine asks the person before it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// To close programs, and then to try again.
    CloseFirst {
        /// What is to be installed, with its version.
        product: String,
        /// What has to be closed.
        programs: Vec<Program>,
    },
}

/// What the person answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// To look again whether they are closed.
    TryAgain,
    /// To install at another time.
    NotNow,
    /// To stop here.
    Cancel,
}

/// A program that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Its file name, such as `OUTLOOK.EXE`.
    pub file: String,
}

impl Program {
    /// The program's name as a person knows it: `Outlook` for `OUTLOOK.EXE`.
    #[must_use]
    pub fn name(&self) -> String {
        let file = self.file.trim();
        let stem = match file.rsplit_once('.') {
            Some((stem, extension)) if extension.eq_ignore_ascii_case("exe") && !stem.is_empty() => stem,
            _ => file,
        };
        if let Some((_, name)) = KNOWN.iter().find(|(known, _)| known.eq_ignore_ascii_case(stem)) {
            return (*name).to_owned();
        }
        let is_loud = !stem.chars().any(char::is_lowercase);
        let stem = if is_loud { stem.to_lowercase() } else { stem.to_owned() };
        let mut letters = stem.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

impl Ask {
    /// The question about these programs, before a product is installed.
    #[must_use]
    pub fn close_first(product: &Product, files: &[String]) -> Self {
        let programs = files.iter().map(|file| Program { file: file.clone() }).collect();
        Self::CloseFirst { product: format!("{} {}", product.name, product.version), programs }
    }

    /// The question, which a face offers the answers Try again and Not now to.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self::CloseFirst { product, programs } = self;
        message!("close-first", product = product, programs = self.programs(), count = programs.len())
    }

    /// The names of the programs, one after the other.
    #[must_use]
    pub fn programs(&self) -> Message {
        let Self::CloseFirst { programs, .. } = self;
        let files: Vec<String> = programs.iter().map(|program| program.file.clone()).collect();
        names(&files)
    }
}

/// The names of programs as a person knows them, one after the other.
#[must_use]
pub fn names(files: &[String]) -> Message {
    let mut names: Vec<String> = files.iter().map(|file| Program { file: file.clone() }.name()).collect();
    let last = names.pop().unwrap_or_default();
    message!("close-first-programs", count = names.len(), others = names.join(", "), last = last)
}

/// How long to wait before the next look, after so long a time; `None` to give up.
#[must_use]
pub fn wait_after(waited: Duration) -> Option<Duration> {
    let left = WAIT_TIME_MAX.checked_sub(waited).filter(|left| !left.is_zero())?;
    Some(left.min(WAIT_TIME_EACH))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use text::Language;

    use super::{ASKS_MAX, Ask, Program, WAIT_TIME_EACH, WAIT_TIME_MAX, wait_after};
    use crate::examples::product;

    #[test]
    fn a_program_has_the_name_that_a_person_knows() {
        let check = |file: &str, expected: &str| {
            assert_eq!(Program { file: file.to_owned() }.name(), expected, "{file}");
        };
        check("OUTLOOK.EXE", "Outlook");
        check("outlook.exe", "Outlook");
        check("WinWord.exe", "Word");
        check("notepad++.exe", "Notepad++");
        check("FreeCAD.exe", "FreeCAD");
        check("ÄPFEL.EXE", "Äpfel");
        check("tool.v2.exe", "Tool.v2");
        check(".exe", ".exe");
        check("", "");
    }

    #[test]
    fn the_person_reads_what_to_close_and_why() {
        let check = |files: &[&str], english: &str, german: &str| {
            let files: Vec<String> = files.iter().map(ToString::to_string).collect();
            let message = Ask::close_first(&product("Notes", "7.8.4"), &files).message();
            assert_eq!(message.say(Language::English), english);
            assert_eq!(message.say(Language::German), german);
        };
        check(
            &["OUTLOOK.EXE"],
            "Notes 7.8.4 can be installed when Outlook is closed. Save your work there, close Outlook, then choose Try again.",
            "Notes 7.8.4 kann installiert werden, sobald Outlook geschlossen ist. Speichern Sie dort Ihre Arbeit, schließen Sie \
             Outlook und wählen Sie dann „Erneut versuchen“.",
        );
        check(
            &["OUTLOOK.EXE", "excel.exe", "winword.exe"],
            "Notes 7.8.4 can be installed when Outlook, Excel and Word are closed. Save your work there, close Outlook, Excel and \
             Word, then choose Try again.",
            "Notes 7.8.4 kann installiert werden, sobald Outlook, Excel und Word geschlossen sind. Speichern Sie dort Ihre Arbeit, \
             schließen Sie Outlook, Excel und Word und wählen Sie dann „Erneut versuchen“.",
        );
    }

    #[test]
    fn waiting_has_an_end() {
        let mut waited = Duration::ZERO;
        let mut looks = 0;
        while let Some(wait) = wait_after(waited) {
            waited += wait;
            looks += 1;
        }
        assert_eq!(waited, WAIT_TIME_MAX);
        assert!(looks < ASKS_MAX, "the waiting ends it, not the number of questions");
        assert_eq!(wait_after(WAIT_TIME_MAX - Duration::from_secs(1)), Some(Duration::from_secs(1)));
        assert_eq!(wait_after(Duration::ZERO), Some(WAIT_TIME_EACH));
    }
}
