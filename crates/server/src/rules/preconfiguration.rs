//! Pre-configuration: what is put in place of the placeholders in install params for one user, and who lacks a value.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use catalog::InstallParams;
use catalog::install_params::{Filled, LeftOut, NotFilled, Placeholder};
use text::{Message, message};

use super::warning::Warning;
use crate::model::source::{MailEncryption, MailServer, Profile, SourceName};
use crate::model::user::User;
use crate::model::why::LeftOutProperty;

/// A user as far as install params may tell of one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account<'a> {
    /// What this server's URLs begin with.
    pub(crate) server_url: &'a str,
    /// The name to sign in with.
    pub(crate) user_name: &'a str,
    /// What the account's source tells about the person.
    pub(crate) profile: &'a Profile,
}

impl<'a> Account<'a> {
    /// What is put in place of a placeholder, if there is anything.
    pub(crate) fn value_of(&self, placeholder: Placeholder) -> Option<Cow<'a, str>> {
        let Profile { display_name, mail_address, locale, imap, smtp } = self.profile;
        match placeholder {
            Placeholder::ServerUrl => Some(Cow::Borrowed(self.server_url)),
            Placeholder::Url => Some(Cow::Borrowed(origin(self.server_url))),
            Placeholder::UserName => Some(Cow::Borrowed(self.user_name)),
            Placeholder::DisplayName => display_name.as_deref().map(Cow::Borrowed),
            Placeholder::MailAddress => mail_address.as_deref().map(Cow::Borrowed),
            Placeholder::Locale => locale.as_ref().map(|locale| locale.to_string().into()),
            Placeholder::ImapHost => host(imap.as_ref()),
            Placeholder::ImapPort => port(imap.as_ref()),
            Placeholder::ImapEncryption => encryption(imap.as_ref()),
            Placeholder::ImapSsl => is_tls(imap.as_ref()),
            Placeholder::ImapUserName => login(imap.as_ref()),
            Placeholder::SmtpHost => host(smtp.as_ref()),
            Placeholder::SmtpPort => port(smtp.as_ref()),
            Placeholder::SmtpEncryption => encryption(smtp.as_ref()),
            Placeholder::SmtpSsl => is_tls(smtp.as_ref()),
            Placeholder::SmtpAuthentication => smtp.as_ref().map(|smtp| truth(smtp.login.is_some())),
            Placeholder::SmtpUserName => login(smtp.as_ref()),
        }
    }

    /// The install params as this user gets them; `None` if they became too long, which [`super::listing::read`] rules out.
    pub(crate) fn fill(&self, params: &InstallParams) -> Option<Filled> {
        params.filled(|placeholder| self.value_of(placeholder)).ok()
    }
}

fn host<'a>(server: Option<&'a MailServer>) -> Option<Cow<'a, str>> {
    server.map(|server| Cow::Borrowed(server.host.as_str()))
}

fn port<'a>(server: Option<&MailServer>) -> Option<Cow<'a, str>> {
    server.map(|server| Cow::Owned(server.port.to_string()))
}

fn login<'a>(server: Option<&'a MailServer>) -> Option<Cow<'a, str>> {
    server.and_then(|server| server.login.as_deref()).map(Cow::Borrowed)
}

fn encryption<'a>(server: Option<&MailServer>) -> Option<Cow<'a, str>> {
    let word = |encryption: MailEncryption| match encryption {
        MailEncryption::None => "none",
        MailEncryption::StartTls => "starttls",
        MailEncryption::Tls => "tls",
    };
    server.map(|server| Cow::Borrowed(word(server.encryption)))
}

/// Whether all is encrypted from the beginning, which is what the OXtender 1 calls SSL.
fn is_tls<'a>(server: Option<&MailServer>) -> Option<Cow<'a, str>> {
    server.map(|server| truth(server.encryption == MailEncryption::Tls))
}

/// Truth as the OXtender 1 takes it.
fn truth<'a>(is_so: bool) -> Cow<'a, str> {
    Cow::Borrowed(if is_so { "1" } else { "0" })
}

/// Scheme, host and port of a URL.
fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |end| end + "://".len());
    let end = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |end| host + end);
    url.get(..end).unwrap_or(url)
}

/// What there is to know about install params for these users: each placeholder that has no value for some of them.
///
/// Of users who have none of it nothing is known, so where there are none, it is told what this server's own accounts cannot have, if
/// these are the only ones.
pub(crate) fn warnings<'a>(
    params: &InstallParams,
    users: impl IntoIterator<Item = &'a User>,
    sources: &[SourceName],
) -> Vec<Warning> {
    if !params.placeholders().any(Placeholder::is_personal) {
        return Vec::new();
    }
    let mut lacking: BTreeMap<(Placeholder, NotFilled), Lacking> = BTreeMap::new();
    let mut count = 0;
    for user in users {
        count += 1;
        let source = user.source.as_ref().map_or(SourceName::LOCAL, SourceName::as_str);
        note(params, user.name.as_str(), &user.profile, source, &mut lacking);
    }
    let is_local = sources.iter().all(|source| source.as_str() == SourceName::LOCAL);
    if count == 0 && is_local {
        note(params, "anna", &Profile::default(), SourceName::LOCAL, &mut lacking);
    }
    let warning = |((placeholder, reason), lacking): ((Placeholder, NotFilled), Lacking)| {
        let joined = |words: BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(", ");
        Warning::NoValue {
            placeholder,
            reason,
            properties: joined(lacking.properties),
            users: if count == 0 { 0 } else { lacking.users },
            of: count,
            sources: joined(lacking.sources),
        }
    };
    lacking.into_iter().map(warning).collect()
}

/// Who lacks a value.
#[derive(Debug, Default)]
struct Lacking {
    users: usize,
    properties: BTreeSet<String>,
    sources: BTreeSet<String>,
}

fn note(
    params: &InstallParams,
    user_name: &str,
    profile: &Profile,
    source: &str,
    lacking: &mut BTreeMap<(Placeholder, NotFilled), Lacking>,
) {
    // Where this server is reached always has a value.
    let account = Account { server_url: "https://localhost", user_name, profile };
    let Some(filled) = account.fill(params) else { return };
    let mut counted = BTreeSet::new();
    for LeftOut { property, placeholder, reason } in filled.left_out {
        let key = (placeholder, reason);
        let lacking = lacking.entry(key).or_default();
        lacking.properties.insert(property);
        lacking.sources.insert(source.to_owned());
        lacking.users += usize::from(counted.insert(key));
    }
}

/// What a user does not get of a package's install params, and why.
pub(crate) fn left_out(params: &InstallParams, user_name: &str, profile: &Profile) -> Vec<LeftOutProperty> {
    let account = Account { server_url: "https://localhost", user_name, profile };
    let left_out = account.fill(params).map(|filled| filled.left_out).unwrap_or_default();
    left_out.into_iter().map(LeftOutProperty::of).collect()
}

impl LeftOutProperty {
    /// As it is told.
    pub(crate) fn of(left_out: LeftOut) -> Self {
        let reason = match left_out.reason {
            NotFilled::Missing => "missing",
            NotFilled::ControlCharacter => "control-character",
            NotFilled::TooLong => "too-long",
        };
        let variable = left_out.placeholder.as_str().to_owned();
        Self { property: left_out.property, variable, reason: reason.to_owned() }
    }

    /// That the user does not get the property, and why.
    pub(crate) fn in_words(&self) -> Message {
        let (property, variable) = (self.property.as_str(), self.variable.as_str());
        match self.reason.as_str() {
            "missing" => message!("left-out-missing", property = property, variable = variable),
            "too-long" => message!("left-out-too-long", property = property, variable = variable),
            _ => message!("left-out-control-character", property = property, variable = variable),
        }
    }
}

#[cfg(test)]
#[path = "preconfiguration_tests.rs"]
mod tests;
