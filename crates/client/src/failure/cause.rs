//! Why an install failed: from Windows Installer's exit code and its verbose log to a cause. Pure.
//!
//! An install fails in an action, which the log ends with the return value 3. What was said last in front of that is the reason; what is said behind it belongs
//! to the undoing. Sources: Microsoft, "Windows Installer Error Messages", "MsiExec.exe and InstMsi.exe Error Messages", "Logging of Action Return
//! Values", "Logging of Reboot Requests", "Standard Actions Reference".

use std::collections::BTreeMap;

use catalog::report::OutcomeKind;
use serde::{Deserialize, Serialize};

use super::fields::{Fields, file_held};
use super::log::{Line, Log, parse};
use super::steps::is_standard;

/// The most characters of a name, a path or a package's text in a cause.
pub const NAME_LENGTH_MAX: usize = 300;

/// The return value of an action that failed. Wine writes 0.
const FATAL: u32 = 3;
const FATAL_IN_WINE: u32 = 0;

/// Why an install failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Cause {
    /// A file that was to be replaced is in use.
    FileInUse {
        /// Its path.
        file: Option<String>,
        /// The program that uses it.
        program: Option<String>,
    },
    /// A disk is full.
    DiskFull {
        /// Which, or where.
        disk: Option<String>,
    },
    /// Windows has to be restarted first.
    RestartPending,
    /// An earlier install was interrupted and stands in the way.
    InstallSuspended,
    /// A file that belongs to the package, or to the installed version, is not there.
    SourceMissing {
        /// Its name.
        file: Option<String>,
    },
    /// The package's file has another name than that of the installed version.
    OtherPackageName {
        /// The name that is asked for.
        file: Option<String>,
    },
    /// A part of the package is damaged.
    PackageDamaged,
    /// A folder or drive that the install needs cannot be reached.
    PlaceUnreachable {
        /// Which.
        place: Option<String>,
    },
    /// A program of the package could not be started.
    ProgramNotStarted,
    /// A program of the package started and failed.
    ProgramFailed,
    /// It can be done by an administrator only.
    NeedsAdministrator,
    /// Windows does not allow a file, folder or key to be changed.
    AccessDenied {
        /// Which.
        place: Option<String>,
    },
    /// A file could not be read or written.
    FileError {
        /// Which.
        file: Option<String>,
    },
    /// The package's own condition is not met.
    ConditionNotMet {
        /// What the package says about it.
        text: Option<String>,
    },
    /// A newer version is installed.
    NewerInstalled,
    /// The older version could not be removed.
    OldVersionStays,
    /// A service does not start.
    ServiceNotStarted {
        /// Its name as people see it.
        service: Option<String>,
    },
    /// A service does not stop, or cannot be changed.
    ServiceNotStopped {
        /// Its name as people see it.
        service: Option<String>,
    },
    /// A policy forbids it.
    Forbidden,
    /// Another install is running.
    AnotherInstall,
    /// The service of Windows that installs is not there.
    InstallerUnavailable,
    /// An action failed and said no reason.
    Unexplained,
}

impl Cause {
    /// Its name in JSON, in what is kept, and in docs/reference/oxupdate.md.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::FileInUse { .. } => "file-in-use",
            Self::DiskFull { .. } => "disk-full",
            Self::RestartPending => "restart-pending",
            Self::InstallSuspended => "install-suspended",
            Self::SourceMissing { .. } => "source-missing",
            Self::OtherPackageName { .. } => "other-package-name",
            Self::PackageDamaged => "package-damaged",
            Self::PlaceUnreachable { .. } => "place-unreachable",
            Self::ProgramNotStarted => "program-not-started",
            Self::ProgramFailed => "program-failed",
            Self::NeedsAdministrator => "needs-administrator",
            Self::AccessDenied { .. } => "access-denied",
            Self::FileError { .. } => "file-error",
            Self::ConditionNotMet { .. } => "condition-not-met",
            Self::NewerInstalled => "newer-installed",
            Self::OldVersionStays => "old-version-stays",
            Self::ServiceNotStarted { .. } => "service-not-started",
            Self::ServiceNotStopped { .. } => "service-not-stopped",
            Self::Forbidden => "forbidden",
            Self::AnotherInstall => "another-install",
            Self::InstallerUnavailable => "installer-unavailable",
            Self::Unexplained => "unexplained",
        }
    }

    /// What an install comes to that fails for it.
    #[must_use]
    pub fn outcome(&self) -> OutcomeKind {
        match self {
            Self::AnotherInstall => OutcomeKind::Busy,
            Self::Forbidden => OutcomeKind::Cancelled,
            _ => OutcomeKind::Failed,
        }
    }

    /// The file, folder, disk or service that it is about.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        match self {
            Self::FileInUse { file: about, .. }
            | Self::DiskFull { disk: about }
            | Self::SourceMissing { file: about }
            | Self::OtherPackageName { file: about }
            | Self::PlaceUnreachable { place: about }
            | Self::AccessDenied { place: about }
            | Self::FileError { file: about }
            | Self::ServiceNotStarted { service: about }
            | Self::ServiceNotStopped { service: about } => about.as_deref(),
            _ => None,
        }
    }
}

/// The action that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name in the package.
    pub name: String,
    /// Whose it is.
    pub owner: ActionOwner,
}

/// Whose action it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionOwner {
    /// One of those that each package may use.
    WindowsInstaller,
    /// A custom action.
    Package,
}

/// What is found in a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Why it failed.
    pub cause: Cause,
    /// The number of Windows Installer's message.
    pub number: Option<u16>,
    /// Where it failed.
    pub action: Option<Action>,
    /// The line of the log around which it happened.
    pub at: Option<usize>,
}

/// Finds why an install failed; `None` if neither the log nor the exit code tells more than that it did.
#[must_use]
pub fn find(exit_code: u32, log: &Log) -> Option<Found> {
    let seen = Seen::scan(log);
    let action = seen.failed.as_ref().map(|failed| failed.action.clone());
    let at = seen.failed.as_ref().map(|failed| failed.at);
    let said = seen.reason();
    if let Some((cause, number, at)) = said {
        return Some(Found { cause, number: Some(number), action, at: Some(at) });
    }
    if let Some(cause) = seen.refusal() {
        return Some(Found { cause, number: None, action, at });
    }
    if let Some(cause) = of_exit_code(exit_code) {
        return Some(Found { cause, number: None, action, at });
    }
    let cause = match (&seen.held, &action) {
        (Some(held), Some(action)) if action.owner == ActionOwner::WindowsInstaller => held.clone(),
        (_, Some(Action { owner: ActionOwner::Package, .. })) => Cause::ProgramFailed,
        (_, Some(_)) => Cause::Unexplained,
        (_, None) => return None,
    };
    Some(Found { cause, number: None, action, at })
}

/// What an exit code tells by itself, where the log tells nothing.
fn of_exit_code(code: u32) -> Option<Cause> {
    match code {
        1601 => Some(Cause::InstallerUnavailable),
        1604 => Some(Cause::InstallSuspended),
        1612 => Some(Cause::SourceMissing { file: None }),
        1618 => Some(Cause::AnotherInstall),
        1625 | 1643 | 1644 => Some(Cause::Forbidden),
        _ => None,
    }
}

/// Where it failed.
#[derive(Debug)]
struct Failed {
    action: Action,
    /// The line that begins it; 0 where that is not in the log.
    begun: usize,
    /// The line that ends it.
    at: usize,
}

/// What was seen in a log up to the failure.
#[derive(Debug, Default)]
struct Seen<'a> {
    failed: Option<Failed>,
    /// Messages and notes with numbers, and their lines.
    numbered: Vec<(usize, u16, Fields<'a>)>,
    /// The last message without a number about the product.
    product: Option<(usize, &'a str)>,
    /// A property that says that a newer version is there.
    is_newer_found: bool,
    /// Who holds a file.
    held: Option<Cause>,
}

impl<'a> Seen<'a> {
    fn scan(log: &'a Log) -> Self {
        let mut seen = Self::default();
        let mut custom: Option<&str> = None;
        let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
        let mut first_zero: Option<(usize, &str)> = None;
        for (at, line) in log.lines.iter().enumerate() {
            match parse(line) {
                Line::Start(name) => {
                    (custom, first_zero) = (None, None);
                    begun.insert(name, at);
                }
                Line::End(name, FATAL) if seen.failed.is_none() => {
                    let begun = begun.get(name).copied().unwrap_or_default();
                    let action = action(custom.unwrap_or(name), custom);
                    seen.failed = Some(Failed { action, begun, at });
                }
                Line::End(name, value) => {
                    // Wine writes 0 where an action failed, and at each end from there to that of the whole; other zeros are not followed by one.
                    first_zero = (value == FATAL_IN_WINE).then(|| first_zero.unwrap_or((at, name)));
                    if let (WHOLE, None, Some((at, inner))) = (name, &seen.failed, first_zero)
                        && inner != WHOLE
                    {
                        let begun = begun.get(inner).copied().unwrap_or_default();
                        seen.failed = Some(Failed { action: action(inner, None), begun, at });
                    }
                }
                Line::CustomAction(name) => custom = Some(name),
                Line::Message(1603, text) => seen.hold(file_held(text)),
                Line::HeldBy(program) => seen.hold((None, Some(short(program)))),
                Line::Message(number, text) => seen.take(at, number, Fields::Text(text)),
                Line::Note(number, fields) => seen.take(at, number, Fields::Note(fields)),
                Line::Product(text) if seen.failed.is_none() => seen.product = Some((at, text)),
                Line::Property(name) => seen.is_newer_found |= is_of_newer(name),
                Line::Product(_) | Line::Other(_) => {}
            }
        }
        seen
    }

    /// What is said behind the failure belongs to the undoing.
    fn take(&mut self, at: usize, number: u16, fields: Fields<'a>) {
        if self.failed.is_none() {
            self.numbered.push((at, number, fields));
        }
    }

    fn hold(&mut self, (file, program): (Option<String>, Option<String>)) {
        if self.failed.is_some() {
            return;
        }
        let known = match self.held.take() {
            Some(Cause::FileInUse { file, program }) => (file, program),
            _ => (None, None),
        };
        self.held = Some(Cause::FileInUse { file: file.or(known.0), program: program.or(known.1) });
    }

    /// The reason that was given last in the action that failed, with its number and line.
    fn reason(&self) -> Option<(Cause, u16, usize)> {
        // What an earlier action complained about was overcome.
        let begun = self.failed.as_ref().map_or(0, |failed| failed.begun);
        let within = || self.numbered.iter().rev().filter(|(at, ..)| *at >= begun);
        let said = within().find_map(|(at, number, fields)| match fields {
            Fields::Text(_) => Some((*at, *number, of_number(*number, &self.known(*at, *number, fields))?)),
            Fields::Note(_) => None,
        });
        // Without a message only the installer's own notes are left, of which many mean no harm.
        let noted = || {
            let (at, number, fields) = within().find(|(_, number, _)| is_fatal_note(*number))?;
            Some((*at, *number, of_number(*number, fields)?))
        };
        let (at, number, cause) = said.or_else(noted)?;
        let cause = match (cause, &self.held) {
            (Cause::FileInUse { file, .. }, Some(Cause::FileInUse { file: held, program })) => {
                Cause::FileInUse { file: file.or_else(|| held.clone()), program: program.clone() }
            }
            (cause, _) => cause,
        };
        Some((cause, number, at))
    }

    /// The fields of a message: those of the note of the same number in front of it, which need no words, or what its text shows.
    fn known(&self, at: usize, number: u16, text: &Fields<'a>) -> Fields<'a> {
        let note = self.numbered.iter().rev().find(|(line, noted, fields)| {
            *noted == number
                && *line < at
                && at - line <= NOTE_DISTANCE_MAX
                && matches!(fields, Fields::Note(_))
        });
        note.map_or_else(|| text.clone(), |(_, _, fields)| fields.clone())
    }

    /// The package's own refusal.
    fn refusal(&self) -> Option<Cause> {
        let failed = self.failed.as_ref()?;
        let is_launch_condition = failed.action.name == "LaunchConditions";
        let text =
            self.product.filter(|(at, _)| failed.at - at <= NOTE_DISTANCE_MAX).map(|(_, text)| short(text));
        if !is_launch_condition && (text.is_none() || failed.action.owner == ActionOwner::WindowsInstaller) {
            return None;
        }
        Some(if self.is_newer_found { Cause::NewerInstalled } else { Cause::ConditionNotMet { text } })
    }
}

/// The action that all others of an install are part of.
const WHOLE: &str = "INSTALL";
/// How many lines a note may stand in front of its message, and a message in front of the end of its action.
const NOTE_DISTANCE_MAX: usize = 12;

fn action(name: &str, custom: Option<&str>) -> Action {
    let is_own = custom.is_none() && is_standard(name);
    Action {
        name: short(name),
        owner: if is_own { ActionOwner::WindowsInstaller } else { ActionOwner::Package },
    }
}

/// Whether a property is one that packages set when a newer version is there: the tools that make packages name it so.
fn is_of_newer(property: &str) -> bool {
    let property = property.to_ascii_uppercase();
    property.contains("DOWNGRADE") || property.contains("NEWER")
}

/// Notes that are never made in passing.
pub(super) fn is_fatal_note(number: u16) -> bool {
    matches!(number, 1306 | 1307 | 1310 | 1311 | 1316 | 1335 | 1601 | 1706 | 1714 | 1720..=1723 | 1730 | 1920..=1925)
}

/// What a message's number means.
fn of_number(number: u16, fields: &Fields<'_>) -> Option<Cause> {
    let first = || fields.name(2);
    Some(match number {
        1306 | 1611 => Cause::FileInUse { file: fields.path(2), program: None },
        1307 | 1711 => Cause::DiskFull { disk: fields.path(2) },
        1601 | 1605 => Cause::DiskFull { disk: first() },
        1308 | 1311 => Cause::SourceMissing { file: fields.path(2) },
        1612 | 1706 => Cause::SourceMissing { file: fields.note(3) },
        1316 => Cause::OtherPackageName { file: fields.path(2) },
        1304 | 1305 => of_system_error(fields.system_error(3), fields.path(2), number),
        1309 | 1310 | 1926 => of_system_error(fields.system_error(2), fields.path(3), number),
        1301 | 1312 | 1317 => of_system_error(fields.system_error(3), fields.path(2), number),
        1303 | 1315 | 1321 => Cause::AccessDenied { place: fields.path(2) },
        1403 | 1405 | 1406 => Cause::AccessDenied { place: fields.key(3) },
        1401 | 1402 | 1404 => Cause::AccessDenied { place: fields.key(2) },
        1314 | 1318 | 1319 | 1327 | 1606 => Cause::PlaceUnreachable { place: fields.place(2) },
        1328..=1330 | 1335 => Cause::PackageDamaged,
        1500 | 1502 | 1618 => Cause::AnotherInstall,
        1604 => Cause::ConditionNotMet { text: None },
        1610 | 1702 => Cause::RestartPending,
        1625 | 1718 | 1934 => Cause::Forbidden,
        1704 | 1705 => Cause::InstallSuspended,
        1714 => Cause::OldVersionStays,
        1719 => Cause::InstallerUnavailable,
        1721 | 1723 => Cause::ProgramNotStarted,
        1720 | 1722 => Cause::ProgramFailed,
        1730 | 1925 => Cause::NeedsAdministrator,
        1920 => Cause::ServiceNotStarted { service: first() },
        1921..=1923 => Cause::ServiceNotStopped { service: first() },
        _ => return None,
    })
}

/// What Windows' own error code means for a file. Source: Microsoft, "System Error Codes".
fn of_system_error(code: Option<u32>, path: Option<String>, number: u16) -> Cause {
    let is_source = matches!(number, 1305 | 1309);
    match code {
        Some(5 | 1314) => Cause::AccessDenied { place: path },
        Some(32 | 33 | 1224) => Cause::FileInUse { file: path, program: None },
        Some(39 | 112) => Cause::DiskFull { disk: path },
        Some(2 | 3) if is_source => Cause::SourceMissing { file: path },
        Some(23 | 1392) if is_source => Cause::PackageDamaged,
        Some(21 | 53 | 55 | 59 | 64 | 67) => Cause::PlaceUnreachable { place: path },
        _ => Cause::FileError { file: path },
    }
}

/// A name from a log, on one line and not too long.
pub(super) fn short(text: &str) -> String {
    text.trim().chars().take(NAME_LENGTH_MAX).collect()
}
