//! Install params: the tail of an msiexec command line that a publisher may hand to the installer.
//!
//! It is read by msiexec's own quoting rules, not a shell's: blanks separate, quotes group, and inside quotes a doubled quote
//! is one quote; a backslash means nothing. Only what cannot change which package is installed, where its repair comes from, for whom
//! it installs, or whether Windows restarts is allowed; everything else is refused with the reason.
//! Sources: Microsoft, "msiexec", "Command-Line Options", "Standard Installer Command-Line Options", "Restrictions on Public Properties".

use std::fmt::{self, Write};
use std::iter::Peekable;
use std::str::Chars;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// The most characters of install params; a command line of Windows ends at 8,191.
pub const INSTALL_PARAMS_LENGTH_MAX: usize = 8_000;

/// How much of a refused part an error shows, in characters.
const SHOWN_LENGTH_MAX: usize = 60;

/// Properties that OX Updater sets itself, or that would turn the install into another one; refused in any case of letters.
const PROPERTIES_REFUSED: [&str; 16] = [
    "ACTION",
    "ADVERTISE",
    "ALLUSERS",
    "MSIINSTALLPERUSER",
    "MSINEWINSTANCE",
    "MSIPATCHREMOVE",
    "PATCH",
    "REBOOT",
    "REBOOTPROMPT",
    "REINSTALL",
    "REINSTALLMODE",
    "REMOVE",
    "SEQUENCE",
    "TRANSFORMS",
    "TRANSFORMSATSOURCE",
    "TRANSFORMSSECURE",
];

/// The letters of switches that name what to do; options may follow (`/fomus`). Each would replace the install that was verified.
const ACTION_LETTERS: [char; 6] = ['i', 'x', 'f', 'a', 'j', 'p'];
/// Switches that do the same in a word, beside `/package`.
const ACTION_WORDS: [&str; 2] = ["update", "uninstall"];
/// Switches about restarts other than `/norestart`.
const RESTARTS: [&str; 2] = ["forcerestart", "promptrestart"];

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
    /// A line break, a tab or another control character.
    ControlCharacter,
    /// More than [`INSTALL_PARAMS_LENGTH_MAX`] characters.
    TooLong,
}

impl InstallParams {
    /// Reads and judges install params.
    ///
    /// # Errors
    /// [`InstallParamsError`] for the first part that is not allowed.
    pub fn parse(written: &str) -> Result<Self, InstallParamsError> {
        if written.chars().count() > INSTALL_PARAMS_LENGTH_MAX {
            return Err(InstallParamsError::TooLong);
        }
        // Each quote either opens or closes; a doubled one does both.
        if !written.matches('"').count().is_multiple_of(2) {
            return Err(InstallParamsError::QuoteOpen);
        }
        let mut params = Vec::new();
        let (mut letters, mut part) =
            (written.trim().chars().peekable(), String::with_capacity(written.len()));
        while next_part(&mut letters, &mut part) {
            params.push(Param::parse(&part)?);
        }
        Self(params).within_length()
    }

    /// Adds a property whose value may hold anything but control characters.
    ///
    /// # Errors
    /// [`InstallParamsError`] if the name is not allowed, or the value holds a control character.
    pub fn with_property(mut self, name: &str, value: &str) -> Result<Self, InstallParamsError> {
        self.0.push(property(name, value)?);
        self.within_length()
    }

    /// Writing adds quotes, so what was short enough to read may be too long to write.
    fn within_length(self) -> Result<Self, InstallParamsError> {
        let mut length = Length(0);
        let is_short = write!(length, "{self}").is_ok() && length.0 <= INSTALL_PARAMS_LENGTH_MAX;
        if is_short { Ok(self) } else { Err(InstallParamsError::TooLong) }
    }

    /// How much of the installer the publisher wants seen; the last such switch counts. `None` if no switch says.
    #[must_use]
    pub fn user_interface(&self) -> Option<UserInterface> {
        self.0.iter().rev().find_map(|param| match param {
            Param::UserInterface(switch) => user_interface(switch),
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

    /// The properties alone, as Windows Installer reads them from a command line.
    #[must_use]
    pub fn property_line(&self) -> String {
        let is_property = |param: &&Param| matches!(param, Param::Property { .. });
        let mut line = String::new();
        // Writing to a text cannot fail.
        let _ = write_joined(self.0.iter().filter(is_property), &mut line);
        line
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Param {
    fn parse(part: &str) -> Result<Self, InstallParamsError> {
        if let Some(switch) = part.strip_prefix(['/', '-']) {
            return parse_switch(part, switch);
        }
        let (name, value) =
            part.split_once('=').ok_or_else(|| InstallParamsError::NotUnderstood(shown(part)))?;
        property(name, value)
    }
}

fn parse_switch(part: &str, switch: &str) -> Result<Param, InstallParamsError> {
    let lower = switch.to_ascii_lowercase();
    if lower == "norestart" {
        return Ok(Param::NoRestart);
    }
    if user_interface(&lower).is_some() {
        return Ok(Param::UserInterface(lower));
    }
    Err(if RESTARTS.contains(&lower.as_str()) {
        InstallParamsError::Restart(shown(part))
    } else if lower.starts_with('l') {
        InstallParamsError::Log(shown(part))
    } else if lower.starts_with(ACTION_LETTERS) || ACTION_WORDS.contains(&lower.as_str()) {
        InstallParamsError::Action(shown(part))
    } else {
        InstallParamsError::SwitchUnknown(shown(part))
    })
}

/// What a switch in lower case, without its slash, says about the user interface.
fn user_interface(switch: &str) -> Option<UserInterface> {
    match switch {
        "quiet" => return Some(UserInterface::None),
        "passive" => return Some(UserInterface::Passive),
        _ => {}
    }
    let level = switch.strip_prefix('q')?;
    let modifiers = level.trim_start_matches(['n', 'b', 'r', 'f']);
    if modifiers.len() > 2 || !modifiers.chars().all(|modifier| "+-!".contains(modifier)) {
        return None;
    }
    match level.strip_suffix(modifiers)? {
        "" | "n" => Some(UserInterface::None),
        "b" => Some(UserInterface::Basic),
        "r" => Some(UserInterface::Reduced),
        "f" => Some(UserInterface::Full),
        _ => None,
    }
}

fn property(name: &str, value: &str) -> Result<Param, InstallParamsError> {
    if PROPERTIES_REFUSED.iter().any(|refused| refused.eq_ignore_ascii_case(name)) {
        return Err(InstallParamsError::PropertyRefused(shown(name)));
    }
    let starts_well = name.starts_with(|first: char| first.is_ascii_uppercase());
    let is_public =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || "_.".contains(letter);
    if !(starts_well && name.chars().all(is_public)) {
        return Err(InstallParamsError::PropertyNotPublic(shown(name)));
    }
    if value.chars().any(char::is_control) {
        return Err(InstallParamsError::ControlCharacter);
    }
    Ok(Param::Property { name: name.to_owned(), value: value.to_owned() })
}

/// Reads the next part, which ends before a blank outside quotes, and takes its quotes off; inside quotes two quotes are one.
fn next_part(letters: &mut Peekable<Chars<'_>>, part: &mut String) -> bool {
    let is_blank = |letter: &char| matches!(letter, ' ' | '\t' | '\r' | '\n');
    part.clear();
    while letters.next_if(is_blank).is_some() {}
    let is_there = letters.peek().is_some();
    let mut quoted = false;
    while let Some(letter) = letters.next_if(|letter| quoted || !is_blank(letter)) {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => part.push('"'),
            '"' => quoted = !quoted,
            _ => part.push(letter),
        }
    }
    is_there
}

/// Counts the characters that are written to it.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

fn write_joined<'a>(params: impl Iterator<Item = &'a Param>, to: &mut impl fmt::Write) -> fmt::Result {
    for (place, param) in params.enumerate() {
        let gap = if place == 0 { "" } else { " " };
        write!(to, "{gap}{param}")?;
    }
    Ok(())
}

fn shown(part: &str) -> String {
    part.chars().take(SHOWN_LENGTH_MAX).collect()
}

impl fmt::Display for Param {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UserInterface(switch) => write!(formatter, "/{switch}"),
            Self::NoRestart => formatter.write_str("/norestart"),
            Self::Property { name, value } => {
                write!(formatter, "{name}=\"")?;
                for (place, piece) in value.split('"').enumerate() {
                    formatter.write_str(if place == 0 { "" } else { "\"\"" })?;
                    formatter.write_str(piece)?;
                }
                formatter.write_char('"')
            }
        }
    }
}

impl fmt::Display for InstallParams {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_joined(self.0.iter(), formatter)
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
            Self::ControlCharacter => message!("install-params-control-character"),
            Self::TooLong => message!("install-params-too-long", characters = INSTALL_PARAMS_LENGTH_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{InstallParams, InstallParamsError as Error, UserInterface};

    #[test]
    fn what_is_allowed_is_read_and_written_in_one_form() {
        let check = |written: &str, shown: &str, user_interface: Option<UserInterface>| {
            let params = InstallParams::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(params.to_string(), shown, "{written}");
            assert_eq!(params.user_interface(), user_interface, "{written}");
            assert_eq!(InstallParams::parse(shown), Ok(params), "{written}");
        };
        check("", "", None);
        check("  /passive ", "/passive", Some(UserInterface::Passive));
        check("-Passive -NoRestart", "/passive /norestart", Some(UserInterface::Passive));
        check("/quiet", "/quiet", Some(UserInterface::None));
        check("/q", "/q", Some(UserInterface::None));
        check("/QN", "/qn", Some(UserInterface::None));
        check("/qn+", "/qn+", Some(UserInterface::None));
        check("/qb!-", "/qb!-", Some(UserInterface::Basic));
        check("/qr", "/qr", Some(UserInterface::Reduced));
        check("/qb /qf", "/qb /qf", Some(UserInterface::Full));
        check("\"/qn\"", "/qn", Some(UserInterface::None));
        check("/q\"n\"", "/qn", Some(UserInterface::None));
        check("OXURL=https://a.example/", "OXURL=\"https://a.example/\"", None);
        check("A=\"b c\"\tD.1_E=f\r\n", "A=\"b c\" D.1_E=\"f\"", None);
        check("A=b\" c \"d", "A=\"b c d\"", None);
        check("A=\"say \"\"hi\"\" & go\"", "A=\"say \"\"hi\"\" & go\"", None);
        check("A=", "A=\"\"", None);
        check("A=\"\"", "A=\"\"", None);
        check("A=\"\"\"\"", "A=\"\"\"\"", None);
        check("A=b=c", "A=\"b=c\"", None);
        check("A=\"C:\\dir\\\" B=Müller", "A=\"C:\\dir\\\" B=\"Müller\"", None);
        check("A=/x", "A=\"/x\"", None);
    }

    #[test]
    fn what_is_not_allowed_is_refused_with_the_reason() {
        let check = |written: &str, expected: fn(String) -> Error, part: &str| {
            assert_eq!(InstallParams::parse(written), Err(expected(part.to_owned())), "{written}");
        };
        for switch in [
            "/i",
            "/x",
            "/f",
            "/fa",
            "/FOMUS",
            "/a",
            "/j",
            "/jm",
            "/p",
            "/package",
            "/update",
            "/uninstall",
            "-i",
            "-X",
            "/I{0}",
            "/xfoo.msi",
        ] {
            check(switch, Error::Action, switch);
        }
        check("/pa\"ckage\"", Error::Action, "/package");
        check("\"/x\" {0}", Error::Action, "/x");
        for switch in ["/l", "/l*v", "/L*V", "/log", "-lv!"] {
            check(switch, Error::Log, switch);
        }
        check("/forcerestart", Error::Restart, "/forcerestart");
        check("-PromptRestart", Error::Restart, "-PromptRestart");
        for switch in
            ["/", "/z", "/qx", "/qnb", "/qn+++", "/t", "/n", "/g", "/?", "/help", "/y", "//qn", "/quietly"]
        {
            check(switch, Error::SwitchUnknown, switch);
        }
        for name in [
            "TRANSFORMS",
            "PATCH",
            "REINSTALL",
            "REINSTALLMODE",
            "REMOVE",
            "REBOOT",
            "ALLUSERS",
            "MSIINSTALLPERUSER",
        ] {
            check(&format!("{name}=1"), Error::PropertyRefused, name);
            check(&format!("{}=\"1\"", name.to_lowercase()), Error::PropertyRefused, &name.to_lowercase());
        }
        check("A=1 AL\"LUSE\"RS=2", Error::PropertyRefused, "ALLUSERS");
        check("\"REMOVE=ALL\"", Error::PropertyRefused, "REMOVE");
        for name in ["installdir", "InstallDir", "1A", "_A", ".A", "A-B", "Ä", "A B", ""] {
            check(&format!("\"{name}=1\""), Error::PropertyNotPublic, name);
        }
        check("setup.msi", Error::NotUnderstood, "setup.msi");
        check("A=1 & calc.exe", Error::NotUnderstood, "&");
        check("\"\"", Error::NotUnderstood, "");
        assert_eq!(InstallParams::parse("A=\"b"), Err(Error::QuoteOpen));
        assert_eq!(InstallParams::parse("A=\"b\nc\""), Err(Error::ControlCharacter));
        assert_eq!(InstallParams::parse("A=b\u{0}"), Err(Error::ControlCharacter));
        assert_eq!(InstallParams::parse(&"/q ".repeat(3_000)), Err(Error::TooLong));
        assert_eq!(InstallParams::parse(&"A= ".repeat(2_000)), Err(Error::TooLong), "with its quotes");
    }

    #[test]
    fn the_properties_alone_are_what_windows_installer_is_given() {
        let params = InstallParams::parse("/passive A=1 /norestart B=\"x \"\"y\"\"\"").unwrap();
        assert_eq!(params.property_line(), "A=\"1\" B=\"x \"\"y\"\"\"");
        assert_eq!(params.properties().collect::<Vec<_>>(), [("A", "1"), ("B", "x \"y\"")]);
    }

    proptest! {
        #[test]
        fn no_value_can_add_a_property_or_a_switch(value in "[^\\p{Cc}]{0,40}", next in "[^\\p{Cc}]{0,20}") {
            let params = InstallParams::default().with_property("A", &value).unwrap().with_property("B", &next).unwrap();
            let read = InstallParams::parse(&params.to_string()).unwrap();
            prop_assert_eq!(read.properties().collect::<Vec<_>>(), [("A", value.as_str()), ("B", next.as_str())]);
            prop_assert_eq!(read, params);
        }

        #[test]
        fn whatever_is_read_is_written_back(written in "[-/A-Zaqn =\"&ä]{0,30}") {
            if let Ok(params) = InstallParams::parse(&written) {
                prop_assert_eq!(InstallParams::parse(&params.to_string()), Ok(params));
            }
        }
    }
}
