//! Install params: the tail of an msiexec command line that a publisher may hand to the installer.
//!
//! It is read by msiexec's own quoting rules, not a shell's: blanks separate, quotes group, and inside quotes a doubled quote
//! is one quote; a backslash means nothing. Only what cannot change which package is installed, where its repair comes from, for whom
//! it installs, or whether Windows restarts is allowed; everything else is refused with the reason.
//! Sources: Microsoft, "msiexec", "Command-Line Options", "Standard Installer Command-Line Options", "Restrictions on Public Properties".

mod change;
mod fill;
mod parse;
mod placeholder;
mod template;
mod write;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

pub use self::fill::{Filled, LeftOut, NotFilled};
pub use self::placeholder::Placeholder;
pub use self::template::Template;

/// The most characters of install params; a command line of Windows ends at 8,191.
pub const INSTALL_PARAMS_LENGTH_MAX: usize = 8_000;

/// Switches and properties for the installer, each known to be harmless.
///
/// Shows as it is written into update.xml: a blank between parts, every property's value in quotes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InstallParams(Vec<Param>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Param {
    /// `/passive`, `/quiet`, `/q…`, in lower case without the slash.
    UserInterface(String),
    NoRestart,
    Property {
        name: String,
        value: String,
    },
}

/// How much of the installer a person is to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UserInterface {
    /// Nothing at all: `/quiet`, `/q`, `/qn`.
    None,
    /// A progress bar only, without questions: `/passive`.
    Passive,
    /// A progress bar and error messages: `/qb`.
    Basic,
    /// The package's dialogs without its wizard: `/qr`.
    Reduced,
    /// All of the package's dialogs: `/qf`.
    Full,
}

/// Why install params are refused. The text inside is the part in question, cut to a readable length.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum InstallParamsError {
    /// A quote is opened and never closed.
    QuoteOpen,
    /// A switch that names another action or package, such as `/x`.
    Action(String),
    /// A switch about a log; OX Updater always writes one, in a place of its own.
    Log(String),
    /// A switch about restarting; OX Updater never restarts by itself.
    Restart(String),
    /// A switch that is not known to be harmless.
    SwitchUnknown(String),
    /// A property that OX Updater sets itself, or that would make it another install.
    PropertyRefused(String),
    /// A property whose name is not one of public properties, `[A-Z][A-Z0-9_.]*`.
    PropertyNotPublic(String),
    /// Neither a switch nor a property.
    NotUnderstood(String),
    /// A line that was to be a property and is none.
    LineNotUnderstood(String),
    /// A line break, a tab or another control character.
    ControlCharacter,
    /// More than [`INSTALL_PARAMS_LENGTH_MAX`] characters.
    TooLong,
    /// `${…}` that nothing is put in place of.
    PlaceholderUnknown(String),
    /// `${…}` that asks for a password or something else that is secret.
    PlaceholderSecret(String),
}

impl InstallParams {
    /// Adds a property whose value may hold anything but control characters.
    ///
    /// # Errors
    /// [`InstallParamsError`] if the name is not allowed, or the value holds a control character.
    pub fn with_property(mut self, name: &str, value: &str) -> Result<Self, InstallParamsError> {
        self.0.push(parse::property(name, value)?);
        self.within_length()
    }

    /// How much of the installer the publisher wants seen; the last such switch counts. `None` if no switch says.
    #[must_use]
    pub fn user_interface(&self) -> Option<UserInterface> {
        self.0.iter().rev().find_map(|param| match param {
            Param::UserInterface(switch) => parse::user_interface(switch),
            _ => None,
        })
    }

    /// The properties in their order; where one stands twice, the later counts.
    pub fn properties(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|param| match param {
            Param::Property { name, value } => Some((name.as_str(), value.as_str())),
            _ => None,
        })
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for InstallParams {
    type Error = InstallParamsError;

    fn try_from(written: String) -> Result<Self, InstallParamsError> {
        Self::parse(&written)
    }
}

impl From<InstallParams> for String {
    fn from(params: InstallParams) -> Self {
        params.to_string()
    }
}

impl Explain for InstallParamsError {
    fn message(&self) -> Message {
        match self {
            Self::QuoteOpen => message!("install-params-quote-open"),
            Self::Action(part) => message!("install-params-action", part = part),
            Self::Log(part) => message!("install-params-log", part = part),
            Self::Restart(part) => message!("install-params-restart", part = part),
            Self::SwitchUnknown(part) => message!("install-params-switch-unknown", part = part),
            Self::PropertyRefused(name) => message!("install-params-property-refused", name = name),
            Self::PropertyNotPublic(name) => message!("install-params-property-not-public", name = name),
            Self::NotUnderstood(part) => message!("install-params-not-understood", part = part),
            Self::LineNotUnderstood(line) => message!("install-params-line-not-understood", line = line),
            Self::ControlCharacter => message!("install-params-control-character"),
            Self::PlaceholderUnknown(placeholder) => {
                let known = Placeholder::ALL.map(Placeholder::as_str).join(", ");
                message!("install-params-placeholder-unknown", placeholder = placeholder, known = known)
            }
            Self::PlaceholderSecret(placeholder) => {
                message!("install-params-placeholder-secret", placeholder = placeholder)
            }
            Self::TooLong => message!("install-params-too-long", characters = INSTALL_PARAMS_LENGTH_MAX),
        }
    }
}
