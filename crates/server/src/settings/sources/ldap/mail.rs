//! The tables `imap` and `smtp` of a directory: servers for mail, said here or by attributes.

use serde::Deserialize;

use super::judgement::attribute;
use crate::model::source::MailEncryption;

/// A server for mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LdapMailServer {
    /// The host for all who have none of their own.
    pub(crate) host: Option<String>,
    /// The attribute with the person's own host.
    pub(crate) host_attribute: Option<String>,
    /// The port.
    pub(crate) port: u16,
    /// How what is sent is encrypted.
    pub(crate) encryption: MailEncryption,
    /// The attribute with the name to sign in there; without it the account's name.
    pub(crate) login_attribute: Option<String>,
}

/// A table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    host: Option<String>,
    host_attribute: Option<String>,
    port: Option<u16>,
    encryption: Option<MailEncryption>,
    login_attribute: Option<String>,
}

/// What a server for mail is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    Imap,
    Smtp,
}

impl Purpose {
    const fn key(self) -> &'static str {
        match self {
            Self::Imap => "imap",
            Self::Smtp => "smtp",
        }
    }

    /// RFC 8314, and RFC 3501 and RFC 6409 where it begins without encryption.
    const fn port(self, encryption: MailEncryption) -> u16 {
        match (self, encryption) {
            (Self::Imap, MailEncryption::Tls) => 993,
            (Self::Imap, _) => 143,
            (Self::Smtp, MailEncryption::Tls) => 465,
            (Self::Smtp, _) => 587,
        }
    }
}

impl Written {
    /// Judges a table.
    pub(super) fn judged(self, purpose: Purpose) -> Result<LdapMailServer, String> {
        let key = purpose.key();
        if self.host.is_none() && self.host_attribute.is_none() {
            return Err(format!("{key} has neither host nor host_attribute"));
        }
        let is_host =
            |host: &String| !host.is_empty() && !host.contains(|c: char| c.is_whitespace() || c == '/');
        if self.host.as_ref().is_some_and(|host| !is_host(host)) {
            return Err(format!("{key}.host is no host"));
        }
        if self.port == Some(0) {
            return Err(format!("{key}.port is 1 to 65535"));
        }
        for written in [&self.host_attribute, &self.login_attribute].into_iter().flatten() {
            attribute(key, written)?;
        }
        let encryption = self.encryption.unwrap_or(MailEncryption::Tls);
        Ok(LdapMailServer {
            host: self.host,
            host_attribute: self.host_attribute,
            port: self.port.unwrap_or(purpose.port(encryption)),
            encryption,
            login_attribute: self.login_attribute,
        })
    }
}
