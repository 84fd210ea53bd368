//! An entry of a directory → the account that it is.

use catalog::Locale;

use super::answer::Entry;
use super::outcome::Refusal;
use super::words::words_of_group;
use crate::model::name::Name;
use crate::model::permission::Permissions;
use crate::model::source::{
    MailServer, PROFILE_TEXT_LENGTH_MAX, PermissionMapping, Profile, SOURCE_KEY_LENGTH_MAX, SourceAccount,
};
use crate::settings::{KEY_IS_DN, LdapFlavour, LdapGroups, LdapMailServer, LdapSettings, naming};

/// The attribute of Active Directory that tells accounts apart; 16 bytes.
pub(super) const GUID: &str = "objectGUID";
/// The most groups of one account; with more of them nobody knows what is left out.
pub(crate) const GROUPS_MAX: usize = 1000;

const ACCOUNT_CONTROL: &str = "userAccountControl";
const ACCOUNT_EXPIRES: &str = "accountExpires";
const LOCKED_TIME: &str = "pwdAccountLockedTime";

/// The bit `ACCOUNTDISABLE`, from Microsoft's “UserAccountControl property flags”.
const IS_DISABLED: i64 = 0x2;
/// What `pwdAccountLockedTime` says when only an administrator opens the account again: the Internet-Draft “Password Policy for LDAP Directories”.
const LOCKED_FOR_GOOD: &str = "000001010000Z";
/// Seconds from the first of January 1601, where Windows begins to count, to 1970.
const WINDOWS_EPOCH: i64 = 11_644_473_600;
/// Windows counts in units of 100 nanoseconds.
const WINDOWS_TICKS: i64 = 10_000_000;

/// The attributes that are asked for.
pub(super) fn attributes(settings: &LdapSettings) -> Vec<String> {
    let named = &settings.attributes;
    let mut attributes = vec![&named.name, &named.display_name, &named.mail_address, &named.locale];
    if named.key != KEY_IS_DN {
        attributes.push(&named.key);
    }
    if let LdapGroups::Listed(attribute) = &settings.groups {
        attributes.push(attribute);
    }
    attributes.extend(&settings.permission_attributes);
    for server in [&settings.imap, &settings.smtp].into_iter().flatten() {
        attributes.extend(&server.host_attribute);
        attributes.extend(&server.login_attribute);
    }
    let mut attributes: Vec<String> = attributes.into_iter().cloned().collect();
    let state: &[&str] = match settings.flavour {
        LdapFlavour::OpenLdap => &[LOCKED_TIME],
        LdapFlavour::ActiveDirectory => &[ACCOUNT_CONTROL, ACCOUNT_EXPIRES],
    };
    attributes.extend(state.iter().map(|attribute| (*attribute).to_owned()));
    attributes.extend(naming(&settings.filter).map(|(attribute, _)| attribute.to_owned()));
    attributes.sort_unstable();
    attributes.dedup();
    attributes
}

/// Why an entry may not sign in by what stands in it; `now` is in seconds since 1970.
///
/// A lock that ends by itself does not count: anybody can bring it about with wrong passwords.
pub(super) fn refusal(entry: &Entry, flavour: LdapFlavour, now: i64) -> Option<Refusal> {
    let number = |attribute: &str| entry.texts(attribute).next().and_then(|text| text.parse::<i64>().ok());
    match flavour {
        LdapFlavour::OpenLdap => {
            entry.texts(LOCKED_TIME).any(|time| time == LOCKED_FOR_GOOD).then_some(Refusal::Locked)
        }
        LdapFlavour::ActiveDirectory => {
            if number(ACCOUNT_CONTROL).is_some_and(|bits| bits & IS_DISABLED != 0) {
                return Some(Refusal::Disabled);
            }
            // 0 and the largest number: never.
            let ends = number(ACCOUNT_EXPIRES).filter(|ticks| ![0, i64::MAX].contains(ticks));
            let has_ended = ends.is_some_and(|ticks| ticks / WINDOWS_TICKS - WINDOWS_EPOCH <= now);
            has_ended.then_some(Refusal::AccountExpired)
        }
    }
}

/// The names of the groups that stand in an entry.
pub(super) fn groups<'a>(entry: &'a Entry, settings: &'a LdapSettings) -> Vec<String> {
    match &settings.groups {
        LdapGroups::Listed(attribute) => entry.texts(attribute).map(str::to_owned).collect(),
        LdapGroups::Searched { .. } => Vec::new(),
    }
}

/// The account that an entry is, with the distinguished names of its groups; `asked` is the name that was asked for.
///
/// # Errors
/// What is missing in the entry or is too much of it, in a few words.
pub(super) fn account(
    entry: &Entry,
    groups: &[String],
    asked: &Name,
    settings: &LdapSettings,
    mapping: &PermissionMapping,
) -> Result<SourceAccount, String> {
    if groups.len() > GROUPS_MAX {
        return Err(format!("more than {GROUPS_MAX} groups; group_filter can choose among them"));
    }
    let name = name(entry, asked, &settings.attributes.name)?;
    let groups = groups.iter().flat_map(|group| words_of_group(group));
    let said = settings.permission_attributes.iter().flat_map(|attribute| entry.texts(attribute));
    let words = groups.chain(said.map(str::to_owned));
    let permissions: Permissions =
        words.flat_map(|word| mapping.of(&word).cloned().collect::<Vec<_>>()).collect();
    let attributes = &settings.attributes;
    let mail = |server: &Option<LdapMailServer>| {
        server.as_ref().and_then(|server| mail_server(entry, server, name.as_str()))
    };
    let profile = Profile {
        display_name: text(entry, &attributes.display_name),
        mail_address: text(entry, &attributes.mail_address),
        locale: entry.texts(&attributes.locale).next().and_then(locale),
        imap: mail(&settings.imap),
        smtp: mail(&settings.smtp),
    };
    Ok(SourceAccount { key: key(entry, &attributes.key)?, name, permissions, profile })
}

/// Of several names the one that was asked for, else the first.
///
/// # Errors
/// There is none, in a few words.
pub(super) fn name(entry: &Entry, asked: &Name, attribute: &str) -> Result<Name, String> {
    let names: Vec<Name> =
        entry.texts(attribute).filter_map(|text| Name::parse_new(text.trim()).ok()).collect();
    let same = names.iter().find(|name| *name == asked).or_else(|| names.first());
    same.cloned().ok_or_else(|| format!("{} has no {attribute} that can be a name", entry.dn))
}

/// What the account is known by.
fn key(entry: &Entry, attribute: &str) -> Result<String, String> {
    if attribute == KEY_IS_DN {
        return short(entry.dn.clone(), &entry.dn);
    }
    let [value] = entry.values(attribute) else {
        return Err(format!("{} has not exactly one {attribute}", entry.dn));
    };
    if attribute.eq_ignore_ascii_case(GUID) {
        let bytes: [u8; 16] =
            value.as_slice().try_into().map_err(|_| format!("{attribute} has not 16 bytes"))?;
        return Ok(uuid::Uuid::from_bytes_le(bytes).to_string());
    }
    let text = std::str::from_utf8(value).map_err(|_| format!("{attribute} of {} is no text", entry.dn))?;
    short(text.to_owned(), &entry.dn)
}

fn short(key: String, dn: &str) -> Result<String, String> {
    if key.is_empty() || key.chars().count() > SOURCE_KEY_LENGTH_MAX {
        return Err(format!("what {dn} is known by has not 1 to {SOURCE_KEY_LENGTH_MAX} characters"));
    }
    Ok(key)
}

/// The bytes of a GUID in the order in which Active Directory keeps them.
pub(super) fn bytes_of_guid(text: &str) -> Option<[u8; 16]> {
    uuid::Uuid::parse_str(text).ok().map(|guid| guid.to_bytes_le())
}

fn text(entry: &Entry, attribute: &str) -> Option<String> {
    let is_short = |text: &&str| {
        !text.is_empty()
            && text.chars().count() <= PROFILE_TEXT_LENGTH_MAX
            && !text.contains(char::is_control)
    };
    entry.texts(attribute).map(str::trim).find(is_short).map(str::to_owned)
}

/// RFC 2798: `preferredLanguage` is written as HTTP's `Accept-Language`, such as `de-DE, en;q=0.8`.
fn locale(written: &str) -> Option<Locale> {
    let mut best: Option<(f32, Locale)> = None;
    for part in written.split(',') {
        let mut parts = part.split(';').map(str::trim);
        let locale = parts.next().and_then(|locale| Locale::parse(locale).ok());
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        if let Some(locale) = locale.filter(|_| best.as_ref().is_none_or(|(other, _)| weight > *other)) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

fn mail_server(entry: &Entry, server: &LdapMailServer, name: &str) -> Option<MailServer> {
    let own = server.host_attribute.as_ref().and_then(|attribute| text(entry, attribute));
    let host = own.or_else(|| server.host.clone())?;
    let login = match &server.login_attribute {
        Some(attribute) => text(entry, attribute),
        None => Some(name.to_owned()),
    };
    Some(MailServer { host, port: server.port, encryption: server.encryption, login })
}

#[cfg(test)]
mod tests;
