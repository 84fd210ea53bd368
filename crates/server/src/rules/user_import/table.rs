//! From the bytes of a CSV file to rows.

use csv::{ReaderBuilder, StringRecord};
use text::{Explain, Message, message};

use crate::model::name::{Name, NameError};
use crate::model::permission::{Permission, PermissionError};
use crate::model::user::{Role, Standing};
use crate::model::user_import::Wanted;

/// The most bytes of a file.
pub(crate) const FILE_SIZE_MAX: usize = 20 * 1024 * 1024;
/// The most rows of a file, without the heading.
pub(crate) const ROWS_MAX: usize = 100_000;
/// The most bytes of one line.
pub(crate) const LINE_SIZE_MAX: usize = 16 * 1024;
/// How much of a wrong text is told.
const SHOWN_MAX: usize = 64;

/// The columns, of which a file has the first and may have the others.
const COLUMNS: [&str; 5] = ["name", "role", "groups", "permissions", "standing"];
/// Columns that a list of users has as a file and that an import has no use for: such a file can be taken as it is.
const COLUMNS_OF_LISTS: [&str; 2] = ["password_state", "added"];
/// What columns with passwords are called: a file with one is refused whole, and nothing of it is kept.
const PASSWORD_COLUMNS: [&str; 8] =
    ["password", "passwords", "passwd", "pass", "pwd", "passwort", "kennwort", "secret"];
/// What stands between the groups and between the permissions of a cell.
const BETWEEN: char = '|';
/// Stands for none at all; an empty cell says nothing.
const NONE: &str = "-";

/// Why a file is refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum ImportError {
    /// More than [`FILE_SIZE_MAX`] bytes.
    TooLarge,
    /// More than [`ROWS_MAX`] rows.
    TooManyRows,
    /// A line with more than [`LINE_SIZE_MAX`] bytes.
    LineTooLong(usize),
    /// A line that is not UTF-8.
    NotUtf8(usize),
    /// A line with a NUL character.
    Nul(usize),
    /// No heading.
    Empty,
    /// No column `name`.
    NameMissing,
    /// A column that is none.
    ColumnUnknown(String),
    /// A column that is there twice.
    ColumnTwice(String),
    /// A column with passwords.
    PasswordColumn,
    /// It ended before it was whole.
    Cut,
    /// A quotation mark that does not end, or other text that is no CSV.
    NotCsv(u64),
}

/// Why a row is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RowError {
    /// More or fewer cells than the heading has.
    Cells { expected: usize, found: usize },
    /// A name that is none.
    Name(NameError),
    /// A role that is none.
    Role(String),
    /// A standing that is none.
    Standing(String),
    /// A permission that is none.
    Permission(PermissionError),
    /// A group that is not there.
    Group(String),
    /// A group has the name.
    IsGroup(String),
    /// The name is another name of this user's account.
    IsAlias(String),
    /// An earlier line has the name.
    Twice(u64),
    /// It would take an administrator's role or sign-in away.
    Administrator,
}

/// A row as it was read.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The line, from 1 on.
    pub(super) line: u64,
    /// What stands in the column `name`.
    pub(super) written: String,
    /// What it asks for.
    pub(super) asked: Result<(Name, Wanted), RowError>,
}

/// Reads the rows of a file.
///
/// # Errors
/// [`ImportError`] if the file cannot be used at all.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, ImportError> {
    let text = judge(bytes)?;
    let heading = text.lines().find(|line| !line.trim().is_empty()).ok_or(ImportError::Empty)?;
    let separator = if heading.contains(';') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let not_csv = |error: csv::Error| ImportError::NotCsv(error.position().map_or(1, csv::Position::line));
    let heading = records.next().ok_or(ImportError::Empty)?.map_err(not_csv)?;
    let columns = columns(&heading)?;
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(not_csv)?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() >= ROWS_MAX {
            return Err(ImportError::TooManyRows);
        }
        rows.push(row(line_of(&record, text), &columns, &record));
    }
    Ok(rows)
}

/// Makes sure of what no reader of CSV looks at.
fn judge(bytes: &[u8]) -> Result<&str, ImportError> {
    if bytes.len() > FILE_SIZE_MAX {
        return Err(ImportError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (line, content) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if content.len() > LINE_SIZE_MAX {
            return Err(ImportError::LineTooLong(line));
        }
        if content.contains(&0) {
            return Err(ImportError::Nul(line));
        }
        if std::str::from_utf8(content).is_err() {
            return Err(ImportError::NotUtf8(line));
        }
    }
    std::str::from_utf8(bytes).map_err(|_| ImportError::NotUtf8(1))
}

/// Which column of [`COLUMNS`] each cell of a row belongs to.
fn columns(heading: &StringRecord) -> Result<Vec<&'static str>, ImportError> {
    let mut columns = Vec::new();
    let written: Vec<String> = heading.iter().map(|cell| cell.trim().to_lowercase()).collect();
    // First of all: of a file with passwords nothing is told.
    if written.iter().any(|name| PASSWORD_COLUMNS.contains(&name.as_str())) {
        return Err(ImportError::PasswordColumn);
    }
    for name in written {
        let Some(column) = COLUMNS.into_iter().chain(COLUMNS_OF_LISTS).find(|column| *column == name) else {
            return Err(ImportError::ColumnUnknown(shown(&name)));
        };
        if columns.contains(&column) {
            return Err(ImportError::ColumnTwice(name));
        }
        columns.push(column);
    }
    if columns.contains(&"name") { Ok(columns) } else { Err(ImportError::NameMissing) }
}

/// The line on which a row begins; the reader counts from the empty lines before it.
fn line_of(record: &StringRecord, text: &str) -> u64 {
    let Some(position) = record.position() else { return 0 };
    let from = usize::try_from(position.byte()).unwrap_or(text.len());
    let before = text.as_bytes().get(from..).unwrap_or_default().iter();
    let empty = before.take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n').count();
    position.line() + empty as u64
}

fn row(line: u64, columns: &[&str], record: &StringRecord) -> Row {
    let cell = |name: &str| {
        let place = columns.iter().position(|column| *column == name)?;
        record.get(place).map(str::trim).filter(|cell| !cell.is_empty())
    };
    let written = cell("name").unwrap_or_default();
    let asked = if record.len() == columns.len() {
        asked(written, cell)
    } else {
        Err(RowError::Cells { expected: columns.len(), found: record.len() })
    };
    Row { line, written: shown(written), asked }
}

fn asked<'a>(written: &str, cell: impl Fn(&str) -> Option<&'a str>) -> Result<(Name, Wanted), RowError> {
    let name = Name::parse_new(written).map_err(RowError::Name)?;
    let role =
        cell("role").map(|role| Role::parse(&role.to_lowercase()).ok_or_else(|| RowError::Role(shown(role))));
    let standing = cell("standing").map(|standing| {
        Standing::parse(&standing.to_lowercase()).ok_or_else(|| RowError::Standing(shown(standing)))
    });
    let permissions = cell("permissions").map(|cell| listed(cell).map(Permission::parse).collect());
    let wanted = Wanted {
        role: role.transpose()?,
        standing: standing.transpose()?,
        groups: cell("groups").map(|cell| listed(cell).map(str::to_owned).collect()),
        permissions: permissions.transpose().map_err(RowError::Permission)?,
    };
    Ok((name, wanted))
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    let items = if cell == NONE { "" } else { cell };
    items.split(BETWEEN).map(str::trim).filter(|item| !item.is_empty())
}

/// As much of a text as a sentence bears, without what would break its line.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(SHOWN_MAX * 2).collect()
}

impl Explain for ImportError {
    fn message(&self) -> Message {
        match self {
            Self::TooLarge => message!("import-too-large", megabytes = FILE_SIZE_MAX / 1024 / 1024),
            Self::TooManyRows => message!("import-too-many-rows", rows = ROWS_MAX),
            Self::LineTooLong(line) => {
                message!("import-line-too-long", line = *line, kilobytes = LINE_SIZE_MAX / 1024)
            }
            Self::NotUtf8(line) => message!("import-not-utf8", line = *line),
            Self::Nul(line) => message!("import-nul", line = *line),
            Self::Empty => message!("import-empty"),
            Self::NameMissing => message!("import-name-missing"),
            Self::ColumnUnknown(column) => {
                message!("import-column-unknown", column = column, columns = COLUMNS.join(", "))
            }
            Self::ColumnTwice(column) => message!("import-column-twice", column = column),
            Self::PasswordColumn => message!("import-password-column"),
            Self::Cut => message!("import-cut"),
            Self::NotCsv(line) => message!("import-not-csv", line = *line),
        }
    }
}

impl Explain for RowError {
    fn message(&self) -> Message {
        match self {
            Self::Cells { expected, found } => {
                message!("import-row-cells", expected = *expected, found = *found)
            }
            Self::Name(error) => error.message(),
            Self::Role(role) => message!("import-row-role", role = role),
            Self::Standing(standing) => message!("import-row-standing", standing = standing),
            Self::Permission(error) => error.message(),
            Self::Group(group) => message!("import-row-group", group = group),
            Self::IsAlias(user) => message!("import-row-is-alias", user = user),
            Self::IsGroup(group) => message!("import-row-is-group", group = group),
            Self::Twice(line) => message!("import-row-twice", line = *line),
            Self::Administrator => message!("import-row-administrator"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE_SIZE_MAX, ImportError, LINE_SIZE_MAX, ROWS_MAX, read};

    #[test]
    fn what_is_no_file_of_accounts_is_refused_whole() {
        let check = |file: &[u8], expected: ImportError| {
            assert_eq!(read(file).err(), Some(expected), "{:.60}", String::from_utf8_lossy(file));
        };
        check(b"", ImportError::Empty);
        check(b"\xef\xbb\xbf\r\n\r\n", ImportError::Empty);
        check(b"role\nuser", ImportError::NameMissing);
        check(b"name,shoe size\nanna,38", ImportError::ColumnUnknown("shoe size".to_owned()));
        check(b"name,Name\nanna,anna", ImportError::ColumnTwice("name".to_owned()));
        for column in ["password", "PASSWORD", " Passwort ", "kennwort"] {
            check(format!("name;nonsense;{column}\nanna;;x").as_bytes(), ImportError::PasswordColumn);
        }
        check(b"name\nanna\nben\xff", ImportError::NotUtf8(3));
        check(b"name\nan\0na", ImportError::Nul(2));
        check(format!("name\nanna\n\"{}\"", "x".repeat(1024 * 1024)).as_bytes(), ImportError::LineTooLong(3));
        check(&vec![b'\n'; FILE_SIZE_MAX + 1], ImportError::TooLarge);
        let rows =
            |count: usize| (0..count).fold("name\n".to_owned(), |file, row| file + &format!("u{row}\n"));
        check(rows(ROWS_MAX + 1).as_bytes(), ImportError::TooManyRows);
        assert_eq!(read(rows(ROWS_MAX).as_bytes()).unwrap().len(), ROWS_MAX);
        let long = format!("name,groups\nanna,{}", "x".repeat(LINE_SIZE_MAX - "anna,".len()));
        assert_eq!(read(long.as_bytes()).unwrap().len(), 1);
    }

    #[test]
    fn a_row_is_what_it_says_in_any_of_the_usual_forms() {
        let check = |file: &str, expected: &[(u64, &str)]| {
            let rows = read(file.as_bytes()).unwrap();
            let read: Vec<_> = rows.iter().map(|row| (row.line, row.written.as_str())).collect();
            assert_eq!(read, expected, "{file:?}");
            assert!(rows.iter().all(|row| row.asked.is_ok()), "{rows:?}");
        };
        check("name\nanna\n\nben", &[(2, "anna"), (4, "ben")]);
        check("\u{feff}Name;Role\r\nanna;viewer\r\n;\r\nben;", &[(2, "anna"), (4, "ben")]);
        check("role,name\nUSER, Jörg Müller ", &[(2, "Jörg Müller")]);
        check("name,groups\n\"Müller, Anna\",\"a | b\"", &[(2, "Müller, Anna")]);
        check("name\n\"say \"\"anna\"\"\"", &[(2, "say \"anna\"")]);
        let rows = read(b"name,role,groups,permissions,standing\nanna,,-,A|b,disabled").unwrap();
        let (_, wanted) = rows[0].asked.clone().unwrap();
        assert_eq!((wanted.role, wanted.groups), (None, Some(Vec::new())));
        assert_eq!(wanted.permissions.unwrap().len(), 2);
    }

    #[test]
    fn the_limits_are_told() {
        use crate::reference::{assert_says, grouped};
        let line = format!(
            "| file of an import | {} MB, {} rows, {} KB in a line |",
            FILE_SIZE_MAX / 1024 / 1024,
            grouped(ROWS_MAX as u64),
            LINE_SIZE_MAX / 1024
        );
        assert_says("oxupdated.md", &line);
    }
}
