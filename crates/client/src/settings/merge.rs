//! From what is written down, by whom, to the settings that count. Pure.
//!
//! A value that cannot be used counts as not there and locks nothing; who asks is told which it is.

use text::{Language, Message, message};

use super::values::{
    ALLOW_URL_CHANGE, CHECK_INTERVAL_HOURS, CHECKING, DECLINED_SERVER, INSTALLER_NAME, LANGUAGE, PROXY,
    SERVER_URL, START_WITH_WINDOWS, Stored, UPDATE_SERVER_URL, Value, Values, Writer,
};
use super::{Checking, INTERVAL_HOURS_MAX, INTERVAL_HOURS_MIN, InForce, Lock, Settings};
use crate::address::Address;
use crate::desk::Proposal;
use crate::permitted::{self, PlainHttp};
use crate::web::ProxyChoice;

/// A value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// Who wrote it down.
    pub writer: Writer,
    /// Its name.
    pub name: &'static str,
}

/// What was made of all that is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What counts.
    pub in_force: InForce,
    /// What cannot be used.
    pub unusable: Vec<Unusable>,
}

/// What one writer says.
#[derive(Debug, Clone, Default)]
struct Said {
    server: Option<String>,
    allow_url_change: Option<UrlChange>,
    checking: Option<Checking>,
    interval_hours: Option<u32>,
    proxy: Option<ProxyChoice>,
    language: Option<Option<Language>>,
    start_with_windows: Option<bool>,
}

/// Whether the person may take another server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UrlChange {
    Allowed,
    Refused,
}

/// Reads the values of one writer, and notes which cannot be used.
struct Reader<'a> {
    writer: Writer,
    values: &'a Values,
    unusable: &'a mut Vec<Unusable>,
}

impl Reader<'_> {
    fn read<T>(&mut self, name: &'static str, understand: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let value = self.values.value(name)?;
        let understood = understand(value);
        if understood.is_none() {
            self.unusable.push(Unusable { writer: self.writer, name });
        }
        understood
    }

    fn said(mut self) -> Said {
        let server = if self.writer == Writer::Installer { UPDATE_SERVER_URL } else { SERVER_URL };
        // An installer that was told nothing writes an empty text.
        let is_blank = matches!(self.values.value(server), Some(Value::Text(text)) if text.trim().is_empty());
        let server = if is_blank { None } else { self.read(server, address) };
        if self.writer == Writer::Installer {
            return Said {
                server,
                allow_url_change: self.read(ALLOW_URL_CHANGE, url_change),
                ..Said::default()
            };
        }
        Said {
            server,
            allow_url_change: match self.writer {
                Writer::Policy => self.read(ALLOW_URL_CHANGE, url_change),
                _ => None,
            },
            checking: self.read(CHECKING, checking),
            interval_hours: self.read(CHECK_INTERVAL_HOURS, interval_hours),
            proxy: self.read(PROXY, proxy),
            language: self.read(LANGUAGE, language),
            start_with_windows: self.read(START_WITH_WINDOWS, switch),
        }
    }
}

impl InForce {
    /// What counts of all that is written down.
    #[must_use]
    pub fn of(stored: &Stored) -> Self {
        read(stored).in_force
    }
}

/// Makes the settings that count of all that is written down.
#[must_use]
pub fn read(stored: &Stored) -> Reading {
    let mut unusable = Vec::new();
    let mut said = |writer, values| Reader { writer, values, unusable: &mut unusable }.said();
    let policy = said(Writer::Policy, &stored.policy);
    let person = said(Writer::Person, &stored.person);
    let installer = said(Writer::Installer, &stored.installer);
    let usual = Settings::default();
    let (server, server_lock) = server(&policy, &person, &installer);
    let (checking, checking_lock) = pick(policy.checking, person.checking, usual.checking);
    let (interval_hours, interval_lock) =
        pick(policy.interval_hours, person.interval_hours, usual.interval_hours);
    let (proxy, proxy_lock) = pick(policy.proxy, person.proxy, usual.proxy);
    let (language, language_lock) = pick(policy.language, person.language, usual.language);
    let (start_with_windows, start_lock) =
        pick(policy.start_with_windows, person.start_with_windows, usual.start_with_windows);
    let settings = Settings { server, checking, interval_hours, proxy, language, start_with_windows };
    let in_force = InForce {
        settings,
        server_lock,
        checking_lock,
        interval_lock,
        proxy_lock,
        language_lock,
        start_lock,
    };
    Reading { in_force, unusable }
}

fn pick<T>(policy: Option<T>, person: Option<T>, usual: T) -> (T, Option<Lock>) {
    match policy {
        Some(policy) => (policy, Some(Lock::Policy)),
        None => (person.unwrap_or(usual), None),
    }
}

/// The server, and who holds it. Where none is named, there is nothing to hold.
fn server(policy: &Said, person: &Said, installer: &Said) -> (Option<String>, Option<Lock>) {
    let lock = match (&policy.server, policy.allow_url_change, installer.allow_url_change) {
        (_, Some(UrlChange::Refused), _) | (Some(_), None, _) => Some(Lock::Policy),
        (None, None, Some(UrlChange::Refused)) if installer.server.is_some() => Some(Lock::Installer),
        _ => None,
    };
    let given = policy.server.clone().or_else(|| installer.server.clone());
    let server = match lock {
        Some(_) => given.or_else(|| person.server.clone()),
        None => person.server.clone().or(given),
    };
    let lock = lock.filter(|_| server.is_some());
    (server, lock)
}

/// The server that the installer's name proposes: only where none is set, and not one that the person declined.
///
/// The name lies outside of what is signed; so nothing is sent there before a person agreed.
#[must_use]
pub fn proposal(stored: &Stored, plain: PlainHttp) -> Option<Proposal> {
    if InForce::of(stored).settings.server.is_some() {
        return None;
    }
    let Some(Value::Text(name)) = stored.installer.value(INSTALLER_NAME) else { return None };
    let address = catalog::installer_name::parse(name)?;
    if stored.person.value(DECLINED_SERVER) == Some(&Value::Text(address.clone())) {
        return None;
    }
    let Ok(Address::Web(site)) = Address::parse(&address) else { return None };
    permitted::ask(&site.catalog, plain).ok()?;
    let host = site.catalog.host_str()?;
    let host = site.catalog.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    Some(Proposal { address, host })
}

/// What the person's values become by what was saved: what is locked or was not changed stays as it was written.
#[must_use]
pub fn saved(stored: &Stored, wanted: &Settings) -> Values {
    let InForce { settings: before, .. } = InForce::of(stored);
    let locks = InForce::of(stored);
    let mut person = stored.person.clone();
    let mut put = |is_changed: bool, lock: Option<Lock>, name: &str, value: Option<Value>| {
        if is_changed && lock.is_none() {
            let values = std::mem::take(&mut person);
            person = match value {
                Some(value) => values.with(name, value),
                None => values.without(name),
            };
        }
    };
    let server = wanted.server.as_deref().map(str::trim).filter(|server| !server.is_empty());
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    put(server != before.server.as_deref(), locks.server_lock, SERVER_URL, server.and_then(text));
    put(wanted.checking != before.checking, locks.checking_lock, CHECKING, text(wanted.checking.as_str()));
    let hours = wanted.interval_hours.clamp(INTERVAL_HOURS_MIN, INTERVAL_HOURS_MAX);
    put(
        hours != before.interval_hours,
        locks.interval_lock,
        CHECK_INTERVAL_HOURS,
        Some(Value::Number(hours)),
    );
    let proxy = match &wanted.proxy {
        ProxyChoice::System => "system",
        ProxyChoice::None => "none",
        ProxyChoice::At(address) => address.trim(),
    };
    put(wanted.proxy != before.proxy, locks.proxy_lock, PROXY, text(proxy));
    let language = wanted.language.and_then(|language| text(language.tag()));
    put(wanted.language != before.language, locks.language_lock, LANGUAGE, language);
    let start = Some(Value::Number(u32::from(wanted.start_with_windows)));
    put(wanted.start_with_windows != before.start_with_windows, locks.start_lock, START_WITH_WINDOWS, start);
    person
}

impl Unusable {
    /// Which it is, and what it counts for.
    #[must_use]
    pub fn message(&self) -> Message {
        match self.writer {
            Writer::Policy => message!("settings-policy-unusable", name = self.name),
            Writer::Person => message!("settings-person-unusable", name = self.name),
            Writer::Installer => message!("settings-installer-unusable", name = self.name),
        }
    }
}

impl Checking {
    /// As it is written down.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Manual => "manual",
        }
    }
}

fn address(value: &Value) -> Option<String> {
    let Value::Text(text) = value else { return None };
    Address::parse(text).ok().map(|_| text.trim().to_owned())
}

/// A DWORD, or the text that an installer makes of it.
fn number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => text.trim().parse().ok(),
        Value::Other => None,
    }
}

fn switch(value: &Value) -> Option<bool> {
    match number(value)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

fn url_change(value: &Value) -> Option<UrlChange> {
    switch(value).map(|allowed| if allowed { UrlChange::Allowed } else { UrlChange::Refused })
}

fn interval_hours(value: &Value) -> Option<u32> {
    number(value).filter(|hours| (INTERVAL_HOURS_MIN..=INTERVAL_HOURS_MAX).contains(hours))
}

fn checking(value: &Value) -> Option<Checking> {
    let Value::Text(text) = value else { return None };
    [Checking::Automatic, Checking::Manual]
        .into_iter()
        .find(|one| text.trim().eq_ignore_ascii_case(one.as_str()))
}

fn proxy(value: &Value) -> Option<ProxyChoice> {
    let Value::Text(text) = value else { return None };
    let choice = ProxyChoice::of(&text.to_ascii_lowercase());
    match choice {
        ProxyChoice::At(_) => ProxyChoice::of(text).checked().ok(),
        other => Some(other),
    }
}

fn language(value: &Value) -> Option<Option<Language>> {
    let Value::Text(text) = value else { return None };
    if text.trim().eq_ignore_ascii_case("system") {
        return Some(None);
    }
    Language::from_tag(text.trim()).map(Some)
}

#[cfg(test)]
mod tests;
