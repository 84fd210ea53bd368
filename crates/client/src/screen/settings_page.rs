//! The settings as they are shown.

use text::{Language, Message};

use super::Button;
use crate::settings::{Checking, Settings};
use crate::web::ProxyChoice;

/// The settings as they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsPage {
    /// Where updates come from.
    pub server: Field<String>,
    /// Whether it looks by itself.
    pub checking: Field<Checking>,
    /// How often it looks by itself, in hours.
    pub interval_hours: Field<u32>,
    /// Through what requests go.
    pub proxy: Field<ProxyChoice>,
    /// The language; `None` for that of Windows.
    pub language: Field<Option<Language>>,
    /// Whether it starts with Windows.
    pub start_with_windows: Field<bool>,
    /// What is wrong that belongs to no field, such as that they could not be kept.
    pub problem: Option<Message>,
    /// What can be pressed.
    pub buttons: Vec<Button>,
}

/// A setting as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Field<T> {
    /// Its value.
    pub value: T,
    /// Why it cannot be changed here; `None` if it can.
    pub lock: Option<Message>,
    /// What is wrong with what was to be saved.
    pub problem: Option<Message>,
}

/// The settings that a person can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SettingsField {
    /// Where updates come from.
    Server,
    /// Whether it looks by itself.
    Checking,
    /// How often.
    Interval,
    /// Through what requests go.
    Proxy,
    /// The language.
    Language,
    /// Whether it starts with Windows.
    StartWithWindows,
}

impl SettingsPage {
    /// What the fields hold, as it is saved.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            server: Some(self.server.value.clone()).filter(|server| !server.trim().is_empty()),
            checking: self.checking.value,
            interval_hours: self.interval_hours.value,
            proxy: self.proxy.value.clone(),
            language: self.language.value,
            start_with_windows: self.start_with_windows.value,
        }
    }
}
