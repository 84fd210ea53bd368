//! What has to be so on an Open-Xchange server before the connector and its plug-ins work, and whether it is.
//!
//! What is read of a server comes in as a [`Site`]; nothing here reads. What does not decide a question is told so, and never guessed.
//! docs/reference/preconditions.md has each precondition with the source of the fact.

mod configuration;
mod connector;
mod greeting;
mod mail_filter;
mod packages;
mod password_change;
mod people;
mod personal_data;
mod properties;
mod script;
mod version;

use text::{Explain, Message, message};

use self::configuration::Layout;
pub(crate) use self::configuration::{Configuration, FileRead, Files, is_wanted};
pub(crate) use self::greeting::{Greeting, Reading, read as read_greeting};
pub(crate) use self::mail_filter::sieve_address;
use self::packages::PackageState;
pub(crate) use self::packages::{Packages, PackagesUnknown};
pub(crate) use self::password_change::script_path;
pub(crate) use self::people::judge as judge_people;
pub(crate) use self::properties::Properties;
pub(crate) use self::script::{BEGINNING_LENGTH, ScriptSeen, interpreter};
use self::version::OpenXchangeVersion;
use crate::model::precondition::{Judgement, PlugIn, Precondition};
use crate::model::sieve_address::SieveAddress;

/// All that was read of an Open-Xchange server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    /// Its configuration.
    pub(crate) configuration: Configuration,
    /// Whether it is known to be this machine's own.
    pub(crate) machine: Machine,
    /// Its packages.
    pub(crate) packages: Result<Packages, PackagesUnknown>,
    /// The script that changes passwords, if the configuration names one.
    pub(crate) script: Option<ScriptSeen>,
    /// Its Sieve server.
    pub(crate) sieve: SieveTold,
}

/// Whose the folder is that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Machine {
    /// Its place says that it is this machine's.
    This,
    /// It may be a copy, or mounted from elsewhere.
    Unknown,
}

/// What a Sieve server told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SieveTold {
    /// None was asked, as whoever reads the server wished.
    NotWanted,
    /// None was asked; the reason.
    NotAsked(Message),
    /// This one was asked.
    Asked(SieveAddress, Result<Greeting, SieveTrouble>),
}

/// Why a Sieve server told nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum SieveTrouble {
    /// It cannot be reached; what the system says.
    NotReached(String),
    /// It did not greet in time.
    Silent,
    /// Its greeting does not end.
    TooLong,
    /// It hung up in the middle.
    HungUp,
    /// It will not serve, in its own words.
    Refused(String),
    /// It speaks something else.
    Foreign,
}

impl Explain for SieveTrouble {
    fn message(&self) -> Message {
        match self {
            Self::NotReached(detail) => message!("sieve-not-reached", detail = detail),
            Self::Silent => message!("sieve-silent"),
            Self::TooLong => message!("sieve-too-long"),
            Self::HungUp => message!("sieve-hung-up"),
            Self::Refused(words) => message!("sieve-refused", words = words),
            Self::Foreign => message!("sieve-foreign"),
        }
    }
}

impl Site {
    /// The version of Open-Xchange, as its packages have it.
    fn version(&self) -> Option<OpenXchangeVersion> {
        self.packages.as_ref().ok().and_then(Packages::version)
    }

    /// Whether the version is this one or later; `None`: who knows.
    fn is_at_least(&self, version: OpenXchangeVersion) -> Option<bool> {
        match self.version() {
            Some(own) => Some(own >= version),
            None if self.layout() == Ok(Layout::Groupware) && version >= OpenXchangeVersion::ONE_CORE => {
                Some(false)
            }
            None => None,
        }
    }

    fn layout(&self) -> Result<Layout, Message> {
        self.configuration.layout(self.version())
    }
}

/// What is so of the whole server, plug-in by plug-in.
pub(crate) fn judge(site: &Site) -> Vec<Precondition> {
    let mut preconditions = connector::judge(site);
    preconditions.extend(password_change::judge(site));
    preconditions.extend(personal_data::judge(site));
    preconditions.extend(mail_filter::judge(site));
    preconditions
}

/// A precondition of the whole server.
fn of_server(plug_in: PlugIn, id: &'static str, judgement: Judgement, found: Message) -> Precondition {
    Precondition { plug_in, id, user: None, judgement, found, place: None, advice: None }
}

impl Precondition {
    fn at(self, place: impl Into<String>) -> Self {
        Self { place: Some(place.into()), ..self }
    }

    fn advised(self, advice: Message) -> Self {
        Self { advice: Some(advice), ..self }
    }
}

/// The file of a place, which may end with a line.
fn file_of(place: &str) -> &str {
    match place.rsplit_once(':') {
        Some((file, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => file,
        _ => place,
    }
}

/// Why a property that stands nowhere may be set all the same: the file that it belongs in has to be there, and is not.
fn absent(site: &Site, key: &str, file: &str, is_there: bool) -> Option<Message> {
    let need_not_be_there = site.is_at_least(OpenXchangeVersion::LEAN) == Some(true);
    (!is_there && !need_not_be_there).then(|| message!("configuration-file-absent", file = file, key = key))
}

/// Whether a package is there that has to be.
fn package(site: &Site, plug_in: PlugIn, id: &'static str, name: &str) -> Precondition {
    let packages = match &site.packages {
        Ok(packages) => packages,
        Err(unknown) => return package_unknown(plug_in, id, name, unknown),
    };
    let (judgement, found) = match packages.state(name) {
        PackageState::There(version) => {
            (Judgement::Met, message!("precondition-package-there", package = name, version = version))
        }
        PackageState::ProvidedBy(by) => {
            (Judgement::Met, message!("precondition-package-provided", package = name, by = by))
        }
        PackageState::Half(status) => {
            (Judgement::NotMet, message!("precondition-package-half", package = name, status = status))
        }
        PackageState::Absent => (Judgement::NotMet, message!("precondition-package-absent", package = name)),
    };
    let found = of_server(plug_in, id, judgement, found).at(&packages.place);
    match judgement {
        Judgement::Met => found,
        _ => found.advised(message!("precondition-package-install", package = name)),
    }
}

fn package_unknown(plug_in: PlugIn, id: &'static str, name: &str, unknown: &PackagesUnknown) -> Precondition {
    let found = message!("precondition-package-unknown", package = name, reason = unknown.message());
    of_server(plug_in, id, Judgement::CannotTell, found).advised(message!("precondition-packages-name"))
}

#[cfg(test)]
mod tests;
