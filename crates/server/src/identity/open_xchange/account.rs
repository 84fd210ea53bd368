//! What Open-Xchange tells about an account, as this server keeps it. Pure.
//!
//! Source: the public documentation of Open-Xchange's HTTP API, chapters “Capabilities”, “User” and “Mailaccount”.

use std::net::IpAddr;

use catalog::Locale;
use serde::Deserialize;
use serde_json::Value;

use super::answers::Begun;
use crate::identity::source::SourceError;
use crate::model::name::Name;
use crate::model::permission::{Permission, Permissions};
use crate::model::source::{
    MailEncryption, MailServer, PROFILE_TEXT_LENGTH_MAX, PermissionMapping, Profile, SourceAccount,
};

/// The most capabilities of an account.
pub(super) const CAPABILITIES_MAX: usize = 1000;
/// The two spellings of one permission: of the configuration and manuals, and of the capability.
const WEBDAV_XML: [&str; 2] = ["webdavxml", "webdav_xml"];
/// The number of the account's own mail account among its mail accounts.
pub(super) const OWN_MAIL_ACCOUNT: i64 = 0;

/// A capability.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Capability {
    id: String,
}

/// A user.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct User {
    id: u64,
    display_name: Option<String>,
    email1: Option<String>,
    locale: Option<String>,
}

/// A mail account; its password is not read.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct MailAccount {
    id: i64,
    login: Option<String>,
    primary_address: Option<String>,
    mail_server: Option<String>,
    mail_port: Option<i64>,
    mail_protocol: Option<String>,
    mail_secure: Option<bool>,
    mail_starttls: Option<bool>,
    transport_server: Option<String>,
    transport_port: Option<i64>,
    transport_protocol: Option<String>,
    transport_secure: Option<bool>,
    transport_starttls: Option<bool>,
    transport_login: Option<String>,
    /// `mail`, `custom` or `none`; the documentation calls it a number.
    transport_auth: Option<Value>,
}

/// Puts an account together from what was said about it in one session.
///
/// # Errors
/// [`SourceError::NotUnderstood`] if the answers are about different people, or tell more than any account has.
pub(super) fn account(
    name: &Name,
    begun: &Begun,
    capabilities: &[Capability],
    user: User,
    mail: Option<MailAccount>,
    mapping: &PermissionMapping,
) -> Result<SourceAccount, SourceError> {
    let lie = |what: &str| Err(SourceError::NotUnderstood(what.to_owned()));
    if user.id != begun.user_id {
        return lie("an answer about another user");
    }
    if mail.as_ref().is_some_and(|mail| mail.id != OWN_MAIL_ACCOUNT) {
        return lie("an answer about another mail account");
    }
    if capabilities.len() > CAPABILITIES_MAX {
        return lie("more capabilities than any account has");
    }
    let mail = mail.unwrap_or_default();
    let locale = user.locale.as_deref().or(begun.locale.as_deref());
    let profile = Profile {
        display_name: text(user.display_name),
        mail_address: address(mail.primary_address.clone()).or_else(|| address(user.email1)),
        locale: locale.and_then(|locale| Locale::parse(locale).ok()),
        imap: mail.imap(),
        smtp: mail.smtp(),
    };
    Ok(SourceAccount {
        key: format!("{}/{}", begun.context_id, begun.user_id),
        name: name.clone(),
        permissions: permissions(capabilities, mapping),
        profile,
    })
}

/// What capabilities mean: themselves, where they can be permissions, and what the settings say.
fn permissions(capabilities: &[Capability], mapping: &PermissionMapping) -> Permissions {
    let mut permissions = Permissions::new();
    for Capability { id } in capabilities {
        permissions.extend(Permission::parse(id).ok());
        permissions.extend(mapping.of(id).cloned());
    }
    if permissions.iter().any(|permission| WEBDAV_XML.contains(&permission.as_str())) {
        permissions.extend(WEBDAV_XML.iter().filter_map(|name| Permission::parse(name).ok()));
    }
    permissions
}

impl MailAccount {
    fn imap(&self) -> Option<MailServer> {
        self.mail_protocol.as_deref().filter(|protocol| is_protocol(protocol, "imap"))?;
        Some(MailServer {
            host: host(self.mail_server.as_deref()?)?,
            port: port(self.mail_port?)?,
            encryption: encryption(self.mail_secure, self.mail_starttls),
            login: text(self.login.clone()),
        })
    }

    fn smtp(&self) -> Option<MailServer> {
        self.transport_protocol.as_deref().filter(|protocol| is_protocol(protocol, "smtp"))?;
        let login = match self.transport_auth.as_ref().and_then(Value::as_str) {
            Some("none") => None,
            Some("mail") => text(self.login.clone()),
            _ => text(self.transport_login.clone()).or_else(|| text(self.login.clone())),
        };
        Some(MailServer {
            host: host(self.transport_server.as_deref()?)?,
            port: port(self.transport_port?)?,
            encryption: encryption(self.transport_secure, self.transport_starttls),
            login,
        })
    }
}

fn is_protocol(written: &str, protocol: &str) -> bool {
    let written = written.to_ascii_lowercase();
    written.strip_suffix('s').unwrap_or(&written) == protocol
}

fn encryption(secure: Option<bool>, starttls: Option<bool>) -> MailEncryption {
    match (secure, starttls) {
        (Some(true), _) => MailEncryption::Tls,
        (_, Some(true)) => MailEncryption::StartTls,
        _ => MailEncryption::None,
    }
}

/// A text of a profile: absent if it is empty, too long, or has control characters in it.
fn text(written: Option<String>) -> Option<String> {
    let written = written?;
    let trimmed = written.trim();
    let is_usable = !trimmed.is_empty()
        && trimmed.chars().count() <= PROFILE_TEXT_LENGTH_MAX
        && !trimmed.contains(char::is_control);
    is_usable.then(|| trimmed.to_owned())
}

fn address(written: Option<String>) -> Option<String> {
    text(written).filter(|address| {
        let (before, domain) = address.rsplit_once('@').unwrap_or_default();
        !before.is_empty() && !domain.is_empty() && !address.contains(char::is_whitespace)
    })
}

/// A host that a person's PC can reach: not the machine that Open-Xchange itself runs on.
fn host(written: &str) -> Option<String> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    let plain = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    let is_host =
        !plain.is_empty() && plain.len() <= PROFILE_TEXT_LENGTH_MAX && plain.bytes().all(is_allowed);
    let is_own = plain.eq_ignore_ascii_case("localhost")
        || plain.parse::<IpAddr>().is_ok_and(|address| address.is_loopback() || address.is_unspecified());
    let is_name = !plain.contains(':') || plain.parse::<IpAddr>().is_ok();
    (is_host && is_name && !is_own).then(|| plain.to_owned())
}

fn port(number: i64) -> Option<u16> {
    u16::try_from(number).ok().filter(|port| *port > 0)
}

#[cfg(test)]
mod tests;
