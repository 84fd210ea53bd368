//! What is set on this PC, by whom, and what a person may change. Pure; `windows/` and `worker/` read and write it.
//!
//! An administrator's policy counts before what the person set, that before what the installer was told, and that before the default.

mod merge;
pub mod values;

use text::{Language, Message, message};

pub use self::merge::{Reading, Unusable, proposal, read, saved};
use crate::web::ProxyChoice;

/// How often a client looks by itself unless it is told otherwise, in hours.
pub const INTERVAL_HOURS_USUAL: u32 = 4;
/// The shortest time between two looks, in hours.
pub const INTERVAL_HOURS_MIN: u32 = 1;
/// The longest time between two looks, in hours: a week.
pub const INTERVAL_HOURS_MAX: u32 = 168;

/// The argument with which Windows starts OX Updater: then it ends itself if the person does not want that.
pub const AUTOSTART_ARGUMENT: &str = "--autostart";

/// What can be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where updates come from, as it was typed.
    pub server: Option<String>,
    /// Whether it looks by itself.
    pub checking: Checking,
    /// How often it looks by itself, in hours.
    pub interval_hours: u32,
    /// Through what requests go.
    pub proxy: ProxyChoice,
    /// The language; `None` for that of Windows.
    pub language: Option<Language>,
    /// Whether it starts with Windows.
    pub start_with_windows: bool,
}

/// Whether the client looks for updates by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Checking {
    /// It does.
    #[default]
    Automatic,
    /// Only when the person says so.
    Manual,
}

/// The settings that count, and which of them the person cannot change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// What counts.
    pub settings: Settings,
    /// Who holds the server's address.
    pub server_lock: Option<Lock>,
    /// Who holds whether it looks by itself.
    pub checking_lock: Option<Lock>,
    /// Who holds how often.
    pub interval_lock: Option<Lock>,
    /// Who holds the proxy.
    pub proxy_lock: Option<Lock>,
    /// Who holds the language.
    pub language_lock: Option<Lock>,
    /// Who holds whether it starts with Windows.
    pub start_lock: Option<Lock>,
}

/// Why a setting cannot be changed by the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lock {
    /// A policy of an administrator.
    Policy,
    /// OX Updater was installed with `ALLOWURLCHANGE=0`.
    Installer,
}

/// Whether OX Updater starts with Windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Autostart {
    /// It does.
    On,
    /// It does not.
    Off,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            server: None,
            checking: Checking::Automatic,
            interval_hours: INTERVAL_HOURS_USUAL,
            proxy: ProxyChoice::System,
            language: None,
            start_with_windows: true,
        }
    }
}

impl From<Settings> for InForce {
    fn from(settings: Settings) -> Self {
        Self {
            settings,
            server_lock: None,
            checking_lock: None,
            interval_lock: None,
            proxy_lock: None,
            language_lock: None,
            start_lock: None,
        }
    }
}

impl Lock {
    /// Why it cannot be changed.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Policy => message!("settings-locked-by-policy"),
            Self::Installer => message!("settings-locked-by-installer"),
        }
    }
}
