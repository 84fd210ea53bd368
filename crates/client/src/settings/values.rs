//! The values that settings are written down in: their names, places and kinds, and what was read of them. docs/reference/policies.md
//! describes them, and a test compares the two.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::policy::{ALLOW_INSECURE_HTTP, DISABLE_KEPT_PASSWORD, DISABLE_REPORTING};

/// Where updates come from: as a policy, and as a person set it.
pub const SERVER_URL: &str = "ServerUrl";
/// Whether the person may take another server: as a policy, and as the installer was told.
pub const ALLOW_URL_CHANGE: &str = "AllowUrlChange";
/// Whether it looks by itself: `automatic` or `manual`.
pub const CHECKING: &str = "Checking";
/// How often it looks by itself, in hours.
pub const CHECK_INTERVAL_HOURS: &str = "CheckIntervalHours";
/// Through what requests go: `system`, `none` or an address.
pub const PROXY: &str = "Proxy";
/// The language: a tag such as `de`, or `system`.
pub const LANGUAGE: &str = "Language";
/// Whether it starts with Windows.
pub const START_WITH_WINDOWS: &str = "StartWithWindows";
/// The proposed server that the person did not want.
pub const DECLINED_SERVER: &str = "DeclinedServer";
/// Where updates come from, as the installer was told by `UPDATESERVERURL`.
pub const UPDATE_SERVER_URL: &str = "UpdateServerUrl";
/// The name that the installer was started under.
pub const INSTALLER_NAME: &str = "InstallerName";

/// The most values of one place that are read.
pub const VALUES_MAX: usize = 50;
/// The most characters of a value that is read.
pub const VALUE_LENGTH_MAX: usize = 4_096;

/// Who wrote a value down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Writer {
    /// An administrator, for all people of a PC.
    Policy,
    /// The person at the PC.
    Person,
    /// The installer of OX Updater.
    Installer,
}

/// How a value is kept in the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text: `REG_SZ`.
    Text,
    /// A number: `REG_DWORD`.
    Number,
}

/// Every value there is: who writes it, its name, and its kind.
pub const VALUES: &[(Writer, &str, Kind)] = &[
    (Writer::Policy, SERVER_URL, Kind::Text),
    (Writer::Policy, ALLOW_URL_CHANGE, Kind::Number),
    (Writer::Policy, CHECKING, Kind::Text),
    (Writer::Policy, CHECK_INTERVAL_HOURS, Kind::Number),
    (Writer::Policy, PROXY, Kind::Text),
    (Writer::Policy, LANGUAGE, Kind::Text),
    (Writer::Policy, START_WITH_WINDOWS, Kind::Number),
    (Writer::Policy, ALLOW_INSECURE_HTTP, Kind::Number),
    (Writer::Policy, DISABLE_REPORTING, Kind::Number),
    (Writer::Policy, DISABLE_KEPT_PASSWORD, Kind::Number),
    (Writer::Person, SERVER_URL, Kind::Text),
    (Writer::Person, CHECKING, Kind::Text),
    (Writer::Person, CHECK_INTERVAL_HOURS, Kind::Number),
    (Writer::Person, PROXY, Kind::Text),
    (Writer::Person, LANGUAGE, Kind::Text),
    (Writer::Person, START_WITH_WINDOWS, Kind::Number),
    (Writer::Person, DECLINED_SERVER, Kind::Text),
    (Writer::Installer, UPDATE_SERVER_URL, Kind::Text),
    (Writer::Installer, ALLOW_URL_CHANGE, Kind::Text),
    (Writer::Installer, INSTALLER_NAME, Kind::Text),
];

/// A value as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "serde_json::Value", into = "serde_json::Value")]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
    /// Something else, or more than is read.
    Other,
}

/// The values of one place, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(BTreeMap<String, Value>);

/// All that is written down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stored {
    /// By an administrator.
    pub policy: Values,
    /// By the person.
    pub person: Values,
    /// By the installer.
    pub installer: Values,
}

/// The names of the values that somebody writes.
pub fn names_of(writer: Writer) -> impl Iterator<Item = &'static str> {
    VALUES.iter().filter(move |(one, ..)| *one == writer).map(|(_, name, _)| *name)
}

impl Values {
    /// The values with one more, in place of one of its name.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// The values with a text.
    #[must_use]
    pub fn with_text(self, name: &str, text: &str) -> Self {
        self.with(name, Value::Text(text.to_owned()))
    }

    /// The values with a number.
    #[must_use]
    pub fn with_number(self, name: &str, number: u32) -> Self {
        self.with(name, Value::Number(number))
    }

    /// The values without one.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.remove(name);
        self
    }

    /// A value; `None` if there is none.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A number; `None` if there is none, or something else.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        match self.0.get(name) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

impl From<serde_json::Value> for Value {
    fn from(json: serde_json::Value) -> Self {
        match json {
            serde_json::Value::String(text) if text.len() <= VALUE_LENGTH_MAX => Self::Text(text),
            serde_json::Value::Number(number) => number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok())
                .map_or(Self::Other, Self::Number),
            _ => Self::Other,
        }
    }
}

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(text) => Self::String(text),
            Value::Number(number) => number.into(),
            Value::Other => Self::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Stored, VALUES, Value, Writer};

    const PAGE: &str = include_str!("../../../../docs/reference/policies.md");

    #[test]
    fn the_page_lists_every_value_and_no_other() {
        let mut listed = Vec::new();
        let mut writer = None;
        for line in PAGE.lines() {
            writer = match line {
                "## Policies" => Some(Writer::Policy),
                "## What the person sets" => Some(Writer::Person),
                "## What the installer writes" => Some(Writer::Installer),
                _ => writer,
            };
            let mut cells = line.split('|').map(str::trim);
            let (Some(name), Some(kind)) = (cells.nth(1), cells.next()) else { continue };
            let kind = match kind {
                "`REG_SZ`" => Kind::Text,
                "`REG_DWORD`" => Kind::Number,
                _ => continue,
            };
            listed.push((writer.unwrap(), name.trim_matches('`').to_owned(), kind));
        }
        let known: Vec<_> =
            VALUES.iter().map(|(writer, name, kind)| (*writer, (*name).to_owned(), *kind)).collect();
        assert_eq!(listed, known);
    }

    #[test]
    fn values_are_read_from_json_whatever_stands_there() {
        let read: Stored =
            serde_json::from_str(r#"{"person": {"A": "b", "C": 7, "D": -1, "E": [], "F": null}}"#).unwrap();
        let value = |name| read.person.value(name);
        assert_eq!(value("A"), Some(&Value::Text("b".to_owned())));
        assert_eq!(value("C"), Some(&Value::Number(7)));
        for other in ["D", "E", "F"] {
            assert_eq!(value(other), Some(&Value::Other), "{other}");
        }
        assert_eq!((value("G"), read.policy), (None, super::Values::default()));
    }
}
