//! The tables `[[source]]` of the settings file: where accounts come from, in the order in which they are asked.
//!
//! docs/reference/sources.md describes each key.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use text::{Explain, Message, message};

use super::SettingsError;
use crate::model::permission::{Permission, Permissions};
use crate::model::source::{PermissionMapping, SourceName};

mod ldap;
mod open_id_connect;
mod open_xchange;

pub(crate) use self::ldap::{
    DN_PLACE, KEY_IS_DN, LdapBind, LdapEncryption, LdapFlavour, LdapGroups, LdapMailServer, LdapSettings,
    NAME_PLACE, naming,
};
pub(crate) use self::open_id_connect::OpenIdConnectSettings;
pub(crate) use self::open_xchange::OpenXchangeSettings;

/// The key of the tables.
pub(super) const SOURCES_KEY: &str = "source";
/// The most sources.
pub(crate) const SOURCES_MAX: usize = 8;
/// How long a source may take for one answer, if nothing is said.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(5);
/// The longest that may be said.
pub(crate) const TIME_LIMIT_MAX: Duration = Duration::from_secs(30);
/// How long a password that was right still counts while its source is away, if nothing is said.
pub(crate) const GRACE: Duration = Duration::from_secs(8 * 60 * 60);
/// The longest that may be said.
pub(crate) const GRACE_MAX: Duration = Duration::from_secs(72 * 60 * 60);
/// After how long without its source's word an account's sessions and tokens end, if nothing is said.
pub(crate) const CONFIRMATION: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// The longest that may be said.
pub(crate) const CONFIRMATION_MAX: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// One source of accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceSettings {
    /// Its name, which accounts are bound to.
    pub(crate) name: SourceName,
    /// What it is, with its own settings.
    pub(crate) kind: SourceKind,
    /// How long it may take for one answer.
    pub(crate) time_limit: Duration,
    /// How long a password that was right still counts while the source is away; zero: not at all.
    pub(crate) grace: Duration,
    /// After how long without the source's word an account's sessions and tokens end.
    pub(crate) confirmation: Duration,
    /// What the source's words mean here.
    pub(crate) mapping: PermissionMapping,
}

/// The kinds of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SourceKind {
    /// This server's own accounts.
    Local,
    /// Open-Xchange, by its HTTP API.
    OpenXchange(OpenXchangeSettings),
    /// A directory.
    Ldap(Box<LdapSettings>),
    /// A provider of OpenID Connect.
    OpenIdConnect(OpenIdConnectSettings),
}

/// What all sources have.
#[derive(Deserialize)]
struct Head {
    kind: String,
    name: Option<SourceName>,
    /// Seconds.
    time_limit: Option<u64>,
    /// Hours.
    grace: Option<u64>,
    /// Days.
    confirmation: Option<u64>,
    #[serde(default)]
    permissions: BTreeMap<String, Vec<String>>,
}

const HEAD_KEYS: [&str; 6] = ["kind", "name", "time_limit", "grace", "confirmation", "permissions"];

/// The sources of a site that says nothing: its own accounts.
pub(super) fn only_local() -> Vec<SourceSettings> {
    local().into_iter().collect()
}

fn local() -> Option<SourceSettings> {
    read_source(&toml::Table::from_iter([("kind".to_owned(), "local".into())]), Path::new("")).ok()
}

/// Reads the tables; `data` is what names of files without a folder are in.
///
/// This server's own accounts are asked first unless a table of the kind `local` says another place.
pub(super) fn read(
    value: toml::Value,
    file: &Path,
    data: &Path,
) -> Result<Vec<SourceSettings>, SettingsError> {
    let wrong =
        |number: usize, detail: Message| SettingsError::Source { file: file.to_owned(), number, detail };
    let toml::Value::Array(tables) = value else {
        return Err(wrong(1, message!("source-settings-table")));
    };
    if tables.len() > SOURCES_MAX {
        return Err(wrong(tables.len(), message!("source-settings-too-many", sources = SOURCES_MAX)));
    }
    let mut sources: Vec<SourceSettings> = Vec::new();
    for (number, table) in (1..).zip(tables) {
        let toml::Value::Table(table) = table else {
            return Err(wrong(number, message!("source-settings-table")));
        };
        let source = read_source(&table, data).map_err(|detail| wrong(number, detail))?;
        if sources.iter().any(|other| other.name == source.name) {
            return Err(wrong(number, message!("source-settings-name-taken", name = source.name.as_str())));
        }
        sources.push(source);
    }
    if !sources.iter().any(|source| source.kind == SourceKind::Local) {
        sources.splice(0..0, local());
    }
    Ok(sources)
}

fn read_source(table: &toml::Table, data: &Path) -> Result<SourceSettings, Message> {
    let text = |text: &str| message!("value-text", text = text);
    let say = |error: toml::de::Error| text(error.message().trim_end());
    let (head, rest): (toml::Table, toml::Table) =
        table.clone().into_iter().partition(|(key, _)| HEAD_KEYS.contains(&key.as_str()));
    let head: Head = head.try_into().map_err(say)?;
    let kind = match head.kind.as_str() {
        "local" if rest.is_empty() => SourceKind::Local,
        "local" => return Err(message!("source-settings-local")),
        "open-xchange" => SourceKind::OpenXchange(rest.try_into().map_err(say)?),
        "ldap" => SourceKind::Ldap(Box::new(rest.try_into().map_err(say)?)),
        "open-id-connect" => SourceKind::OpenIdConnect(rest.try_into().map_err(say)?),
        other => return Err(message!("source-settings-kind", kind = other)),
    };
    let kind = kind.settled(data).map_err(|detail| text(&detail))?;
    let name = head.name.map_or_else(
        || head.kind.parse().map_err(|_| message!("source-settings-kind", kind = head.kind.as_str())),
        Ok,
    )?;
    if (name.as_str() == SourceName::LOCAL) != (kind == SourceKind::Local) {
        return Err(message!("source-settings-name-local"));
    }
    let within = |key: &str, said: Option<u64>, unit: u64, default: Duration, max: Duration| {
        let value = said.map_or(default, |said| Duration::from_secs(said.saturating_mul(unit)));
        if value <= max {
            Ok(value)
        } else {
            Err(message!("source-settings-at-most", key = key, max = max.as_secs() / unit))
        }
    };
    let time_limit = within("time_limit", head.time_limit, 1, TIME_LIMIT, TIME_LIMIT_MAX)?;
    if time_limit.is_zero() {
        return Err(message!("source-settings-at-least", key = "time_limit"));
    }
    let confirmation =
        within("confirmation", head.confirmation, 24 * 60 * 60, CONFIRMATION, CONFIRMATION_MAX)?;
    if confirmation.is_zero() {
        return Err(message!("source-settings-at-least", key = "confirmation"));
    }
    let mut mapping: Vec<(String, Permissions)> = Vec::new();
    for (word, written) in head.permissions {
        let permissions = Permission::parse_all(&written).map_err(|error| error.message())?;
        mapping.push((word, permissions));
    }
    Ok(SourceSettings {
        name,
        kind,
        time_limit,
        grace: within("grace", head.grace, 60 * 60, GRACE, GRACE_MAX)?,
        confirmation,
        mapping: PermissionMapping::new(mapping),
    })
}

impl SourceKind {
    /// Judges what was written and finds the files that it names.
    fn settled(self, data: &Path) -> Result<Self, String> {
        Ok(match self {
            Self::Local => Self::Local,
            Self::OpenXchange(settings) => Self::OpenXchange(settings.settled(data)?),
            Self::Ldap(settings) => Self::Ldap(Box::new(settings.settled(data)?)),
            Self::OpenIdConnect(settings) => Self::OpenIdConnect(settings.settled(data)?),
        })
    }
}

/// A file that settings name; without a folder it is in the data folder.
fn in_data(data: &Path, file: Option<PathBuf>) -> Option<PathBuf> {
    file.map(|file| data.join(file))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use super::{
        CONFIRMATION, CONFIRMATION_MAX, GRACE, GRACE_MAX, SOURCES_MAX, SourceKind, SourceSettings,
        TIME_LIMIT, TIME_LIMIT_MAX,
    };
    use crate::model::source::ALIASES_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let row = |key: &str, default: Duration, max: Duration, unit: u64| {
            let (default, max) = (default.as_secs() / unit, max.as_secs() / unit);
            assert_says("sources.md", &format!("| {default} | {max} |"));
            assert_says("sources.md", &format!("{key} = {default} "));
        };
        row("time_limit", TIME_LIMIT, TIME_LIMIT_MAX, 1);
        row("grace", GRACE, GRACE_MAX, 60 * 60);
        row("confirmation", CONFIRMATION, CONFIRMATION_MAX, 24 * 60 * 60);
        assert_says("sources.md", &format!("There may be {SOURCES_MAX} sources."));
        assert_says("sources.md", &format!("may have up to {ALIASES_MAX} other names"));
        let days = CONFIRMATION.as_secs() / (24 * 60 * 60);
        assert_says("sources.md", &format!("their sessions and tokens end {days} days after"));
    }

    fn read(written: &str) -> Result<Vec<SourceSettings>, String> {
        let mut table: toml::Table = written.parse().unwrap();
        let value = table.remove("source").unwrap();
        super::read(value, Path::new("oxupdated.toml"), Path::new("/data")).map_err(|error| error.to_string())
    }

    #[test]
    fn sources_stand_in_the_order_of_the_file_with_the_own_accounts_first() {
        let written = "[[source]]\nkind = 'open-xchange'\nname = 'ox'\nurl = 'https://ox.example.com/ajax'\n\
                       permissions = { drive = ['drive', 'usm'] }\ngrace = 0";
        let sources = read(written).unwrap();
        let names: Vec<&str> = sources.iter().map(|source| source.name.as_str()).collect();
        assert_eq!(names, ["local", "ox"]);
        assert_eq!((sources[0].grace, sources[0].time_limit), (GRACE, TIME_LIMIT));
        assert!(sources[1].grace.is_zero() && matches!(sources[1].kind, SourceKind::OpenXchange(_)));
        assert_eq!(sources[1].mapping.of("DRIVE").count(), 2);
        let written = format!("{written}\n[[source]]\nkind = 'local'");
        let names: Vec<String> =
            read(&written).unwrap().iter().map(|source| source.name.to_string()).collect();
        assert_eq!(names, ["ox", "local"]);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let check = |written: &str, part: &str| {
            let said = read(written).expect_err(written);
            assert!(said.contains("oxupdated.toml") && said.contains(part), "{written}: {said}");
        };
        let ox = "[[source]]\nkind = 'open-xchange'\nurl = 'https://ox.example.com/ajax'\n";
        check("source = 1", "[[source]]");
        check("source = [1]", "[[source]]");
        check("[[source]]\nkind = 'nis'", "nis");
        check("[[source]]\nname = 'a'", "kind");
        check("[[source]]\nkind = 'local'\nurl = 'x'", "local");
        check("[[source]]\nkind = 'local'\nname = 'x'", "local");
        check(&format!("{ox}name = 'local'"), "local");
        check(&format!("{ox}name = 'A'"), "name");
        check(&format!("{ox}colour = 1"), "colour");
        check(&format!("{ox}time_limit = 0"), "time_limit");
        check(&format!("{ox}time_limit = 31"), "time_limit");
        check(&format!("{ox}grace = 73"), "grace");
        check(&format!("{ox}confirmation = 0"), "confirmation");
        check(&format!("{ox}permissions = {{ a = ['b c'] }}"), "b c");
        check(&format!("{ox}{ox}"), "open-xchange");
        check(&ox.repeat(9), "8");
    }
}
