//! Why settings cannot be used.

use std::path::PathBuf;

use text::{Explain, Message, message};

use super::{SETTINGS, Setting};

/// Where a value was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In the code.
    Default,
    /// In a file.
    File(PathBuf),
    /// In this environment variable.
    Variable(String),
    /// At the command line.
    CommandLine,
}

/// Why settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum SettingsError {
    /// The file cannot be read.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The file is not TOML.
    NotToml {
        /// The file.
        file: PathBuf,
        /// What the reader says.
        detail: String,
    },
    /// The file has a key that is no setting.
    Unknown {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
    },
    /// A value does not suit its setting.
    Wrong {
        /// Where it was written.
        origin: Origin,
        /// The setting.
        setting: Setting,
        /// The value.
        value: String,
    },
    /// A table of a source of accounts.
    Source {
        /// The file.
        file: PathBuf,
        /// Which of the tables, from 1 on.
        number: usize,
        /// What is wrong with it.
        detail: Message,
    },
    /// Of two settings that go together one is given.
    Alone {
        /// The one.
        given: &'static str,
        /// The other.
        missing: &'static str,
    },
}

impl Explain for Origin {
    fn message(&self) -> Message {
        match self {
            Self::Default => message!("settings-origin-default"),
            Self::File(file) => message!("settings-origin-file", file = file.display()),
            Self::Variable(name) => message!("settings-origin-variable", name = name),
            Self::CommandLine => message!("settings-origin-command-line"),
        }
    }
}

impl Explain for SettingsError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { file, detail } => {
                message!("settings-unreadable", file = file.display(), detail = detail)
            }
            Self::NotToml { file, detail } => {
                message!("settings-not-toml", file = file.display(), detail = detail)
            }
            Self::Unknown { file, key } => {
                let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
                message!("settings-unknown", file = file.display(), key = key, names = names.join(", "))
            }
            Self::Source { file, number, detail } => {
                message!("settings-source", file = file.display(), number = *number, detail = detail.clone())
            }
            Self::Alone { given, missing } => {
                message!("settings-alone", given = *given, missing = *missing)
            }
            Self::Wrong { origin, setting, value } => {
                message!(
                    "settings-wrong",
                    origin = origin.message(),
                    name = setting.name,
                    value = value,
                    meaning = Message::new(setting.sentence)
                )
            }
        }
    }
}
