//! How a run of `oxupdate` ends. docs/reference/oxupdate.md lists the codes, and a test compares the two.

use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use crate::address::AddressError;
use crate::browser_sign_in::BrowserSignInError;
use crate::machine::MachineError;
use crate::permitted::NotPermitted;
use crate::plan::NotOffered;
use crate::provider::ProviderError;
use crate::server::ServerError;
use crate::sign_in::SignInError;
use crate::state::StateError;
use crate::updater::CheckError;
use crate::web::WebError;

macro_rules! exits {
    ($($(#[$doc:meta])* $name:ident = $code:literal $word:literal,)*) => {
        /// How a run ends.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Exit {
            $($(#[$doc])* $name = $code,)*
        }

        impl Exit {
            /// Every way, by code.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The way's name in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

exits! {
    /// Nothing was to be done, or all of it was done.
    Done = 0 "done",
    /// The arguments were not understood, or do not fit together.
    Misuse = 2 "misuse",
    /// `check` found updates.
    UpdatesReady = 10 "updates-ready",
    /// The server does not answer, or the connection broke.
    ServerUnreachable = 20 "server-unreachable",
    /// The server's certificate is not trusted.
    ServerNotTrusted = 21 "server-not-trusted",
    /// The server does not accept the name and password, or wants some.
    SignIn = 22 "sign-in",
    /// The server does not give it to this person.
    Forbidden = 23 "forbidden",
    /// There is no update.xml at the address.
    NotFound = 24 "not-found",
    /// The update.xml cannot be read.
    CatalogUnreadable = 25 "catalog-unreadable",
    /// The server is busy, or answers with an error.
    ServerFailed = 26 "server-failed",
    /// The address is one of `http:`, or leads there.
    InsecureAddress = 27 "insecure-address",
    /// No product of the name is offered.
    NotOffered = 30 "not-offered",
    /// The package could not be downloaded.
    DownloadFailed = 40 "download-failed",
    /// The package is not what was offered; it was not installed.
    VerificationFailed = 41 "verification-failed",
    /// The installer failed.
    InstallFailed = 42 "install-failed",
    /// The person, or an administrator's policy, stopped it.
    Cancelled = 43 "cancelled",
    /// Windows Installer was busy with another install.
    WindowsBusy = 44 "windows-busy",
    /// The package does not suit this PC.
    NotForThisPc = 45 "not-for-this-pc",
    /// Windows Installer said success, and the version is not installed.
    NotReallyInstalled = 46 "not-really-installed",
    /// Programs were open that have to be closed first.
    ProgramsOpen = 47 "programs-open",
    /// Windows did not say what is installed.
    MachineFailed = 50 "machine-failed",
    /// Another `oxupdate` installs on this PC.
    AlreadyInstalling = 51 "already-installing",
    /// This is not Windows, and `--dry-run` was not given.
    NotWindows = 52 "not-windows",
    /// A file of the client's own could not be read or written.
    StateUnusable = 53 "state-unusable",
}

/// What stopped a run, and how that ends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How the run ends.
    pub exit: Exit,
    /// What to tell the person.
    pub message: Message,
}

impl Failure {
    /// The arguments do not lead to work.
    pub(super) fn misuse(message: Message) -> Self {
        Self { exit: Exit::Misuse, message }
    }
}

impl From<OutcomeKind> for Exit {
    fn from(kind: OutcomeKind) -> Self {
        match kind {
            OutcomeKind::Installed | OutcomeKind::InstalledNeedsRestart => Self::Done,
            OutcomeKind::NotReallyInstalled => Self::NotReallyInstalled,
            OutcomeKind::Cancelled => Self::Cancelled,
            OutcomeKind::Busy => Self::WindowsBusy,
            OutcomeKind::ProgramsOpen => Self::ProgramsOpen,
            OutcomeKind::NotForThisPc => Self::NotForThisPc,
            OutcomeKind::Failed => Self::InstallFailed,
            OutcomeKind::DownloadFailed => Self::DownloadFailed,
            OutcomeKind::VerificationFailed => Self::VerificationFailed,
        }
    }
}

impl From<&ServerError> for Exit {
    fn from(error: &ServerError) -> Self {
        match error {
            ServerError::Unreachable { .. }
            | ServerError::NotEncrypted { .. }
            | ServerError::TooSlow { .. }
            | ServerError::Broken { .. } => Self::ServerUnreachable,
            ServerError::Certificate { .. } => Self::ServerNotTrusted,
            ServerError::SignInNeeded | ServerError::SignInRefused | ServerError::SignInEnded => Self::SignIn,
            ServerError::Cancelled => Self::Cancelled,
            ServerError::Forbidden => Self::Forbidden,
            ServerError::NotFound { .. } => Self::NotFound,
            ServerError::TooLarge { .. } => Self::CatalogUnreadable,
            ServerError::NotPermitted(reason) => Self::from(reason),
            ServerError::Redirect { .. }
            | ServerError::NotUnderstood { .. }
            | ServerError::Busy { .. }
            | ServerError::Status { .. } => Self::ServerFailed,
        }
    }
}

impl From<&NotPermitted> for Exit {
    fn from(reason: &NotPermitted) -> Self {
        match reason {
            NotPermitted::Plain { .. } | NotPermitted::Down { .. } | NotPermitted::Unproven { .. } => {
                Self::InsecureAddress
            }
            NotPermitted::Place { .. } => Self::ServerFailed,
        }
    }
}

macro_rules! failures {
    ($($error:ty => $exit:expr,)*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                let exit: fn(&$error) -> Exit = $exit;
                Self { exit: exit(&error), message: error.message() }
            }
        }
    )*};
}
failures! {
    AddressError => |_| Exit::Misuse,
    WebError => |_| Exit::Misuse,
    NotPermitted => |reason| Exit::from(reason),
    NotOffered => |_| Exit::NotOffered,
    MachineError => |error| match error {
        MachineError::NotWindows => Exit::NotWindows,
        _ => Exit::MachineFailed,
    },
    StateError => |error| match error {
        StateError::Locked | StateError::LockedByOther => Exit::AlreadyInstalling,
        StateError::NoPlace | StateError::Unusable { .. } | StateError::Unsafe { .. } => Exit::StateUnusable,
    },
}

impl From<ProviderError> for Failure {
    fn from(error: ProviderError) -> Self {
        match error {
            ProviderError::Address(error) => error.into(),
            ProviderError::Web(error) => error.into(),
            ProviderError::NotPermitted(reason) => reason.into(),
        }
    }
}

impl From<ServerError> for Failure {
    fn from(error: ServerError) -> Self {
        let message = match &error {
            // Here people sign in by an argument.
            ServerError::SignInNeeded => message!("cli-sign-in-needed"),
            other => other.message(),
        };
        Self { exit: Exit::from(&error), message }
    }
}

impl From<SignInError> for Failure {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::RefusedBefore => Self { exit: Exit::SignIn, message: error.message() },
            SignInError::Server(error) => error.into(),
            SignInError::Web(error) => error.into(),
            SignInError::State(error) => error.into(),
            SignInError::Browser(ref reason) => {
                let exit = match reason {
                    BrowserSignInError::NotUnderstood | BrowserSignInError::OtherPlace { .. } => {
                        Exit::ServerFailed
                    }
                    BrowserSignInError::NotOffered
                    | BrowserSignInError::Denied
                    | BrowserSignInError::Expired => Exit::SignIn,
                };
                Self { exit, message: error.message() }
            }
            SignInError::Credentials(_) => Self { exit: Exit::StateUnusable, message: error.message() },
        }
    }
}

impl From<CheckError> for Failure {
    fn from(error: CheckError) -> Self {
        let exit = match error {
            CheckError::Server(error) => return error.into(),
            CheckError::Catalog(_) | CheckError::WebPage { .. } => Exit::CatalogUnreadable,
            CheckError::Machine(_) => Exit::MachineFailed,
            CheckError::State(_) => Exit::StateUnusable,
        };
        Self { exit, message: error.message() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Exit;

    const PAGE: &str = include_str!("../../../../docs/reference/oxupdate.md");

    #[test]
    fn the_page_lists_every_exit_code() {
        let listed: BTreeMap<u8, &str> = PAGE
            .lines()
            .filter_map(|line| {
                let mut cells = line.split('|').map(str::trim);
                let code = cells.nth(1)?.parse().ok()?;
                Some((code, cells.next()?.trim_matches('`')))
            })
            .collect();
        let known: BTreeMap<u8, &str> = Exit::ALL.iter().map(|exit| (*exit as u8, exit.as_str())).collect();
        assert_eq!(listed, known);
    }
}
