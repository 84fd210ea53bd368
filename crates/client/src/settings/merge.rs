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
mod tests {
    use super::super::values::{Stored, Value, Values, Writer};
    use super::super::{Checking, InForce, Lock, Settings};
    use super::{proposal, read, saved};
    use crate::permitted::PlainHttp;
    use crate::web::ProxyChoice;

    const A: &str = "https://a.example";
    const B: &str = "https://b.example";
    const C: &str = "https://c.example";

    /// Values as `Name=text` or `Name:number`.
    fn values(all: &[&str]) -> Values {
        all.iter().fold(Values::default(), |values, one| match one.split_once('=') {
            Some((name, text)) => values.with_text(name, text),
            None => {
                let (name, number) = one.split_once(':').unwrap();
                values.with_number(name, number.parse().unwrap())
            }
        })
    }

    fn stored(policy: &[&str], person: &[&str], installer: &[&str]) -> Stored {
        Stored { policy: values(policy), person: values(person), installer: values(installer) }
    }

    #[test]
    fn a_policy_counts_before_the_person_and_the_person_before_the_installer() {
        let check = |policy: &[&str], person: &[&str], installer: &[&str], server, lock| {
            let in_force = InForce::of(&stored(policy, person, installer));
            let found = (in_force.settings.server.as_deref(), in_force.server_lock);
            assert_eq!(found, (server, lock), "{policy:?} {person:?} {installer:?}");
        };
        let (a, b, c) = (
            "ServerUrl=https://a.example",
            "ServerUrl=https://b.example",
            "UpdateServerUrl=https://c.example",
        );
        let (by_policy, by_installer) = (Some(Lock::Policy), Some(Lock::Installer));
        check(&[], &[], &[], None, None);
        check(&[], &[], &[c], Some(C), None);
        check(&[], &[b], &[c], Some(B), None);
        check(&[], &[b], &[c, "AllowUrlChange=1"], Some(B), None);
        check(&[], &[b], &[c, "AllowUrlChange=0"], Some(C), by_installer);
        check(&[], &[], &[c, "AllowUrlChange=0"], Some(C), by_installer);
        // There is nothing to hold.
        check(&[], &[b], &["AllowUrlChange=0"], Some(B), None);
        check(&[], &[], &["UpdateServerUrl=", "AllowUrlChange=0"], None, None);
        check(&[a], &[b], &[c], Some(A), by_policy);
        check(&[a, "AllowUrlChange:0"], &[b], &[c], Some(A), by_policy);
        check(&[a, "AllowUrlChange:1"], &[b], &[c], Some(B), None);
        check(&[a, "AllowUrlChange:1"], &[], &[c], Some(A), None);
        check(&["AllowUrlChange:0"], &[b], &[c], Some(C), by_policy);
        check(&["AllowUrlChange:0"], &[b], &[], Some(B), by_policy);
        check(&["AllowUrlChange:0"], &[], &[], None, None);
        check(&["AllowUrlChange:1"], &[b], &[c, "AllowUrlChange=0"], Some(B), None);
        // What cannot be used locks nothing.
        check(&["ServerUrl=not an address"], &[b], &[c], Some(B), None);
        check(&["ServerUrl:7"], &[b], &[c], Some(B), None);
        check(&["AllowUrlChange:2"], &[b], &[c], Some(B), None);
    }

    #[test]
    fn every_other_setting_is_the_policys_else_the_persons() {
        let check = |policy: &[&str], person: &[&str], expected: &InForce| {
            assert_eq!(InForce::of(&stored(policy, person, &[])), *expected, "{policy:?} {person:?}");
        };
        let usual = InForce::from(Settings::default());
        check(&[], &[], &usual);
        let (policy, other) = (
            [
                "Checking=Manual",
                "CheckIntervalHours:24",
                "Proxy=None",
                "Language=de-AT",
                "StartWithWindows:0",
            ],
            [
                "Checking=automatic",
                "CheckIntervalHours:1",
                "Proxy=http://p.example:8080",
                "Language=sv",
                "StartWithWindows:1",
            ],
        );
        let all = Settings {
            server: None,
            checking: Checking::Manual,
            interval_hours: 24,
            proxy: ProxyChoice::None,
            language: Some(text::Language::German),
            start_with_windows: false,
        };
        check(&[], &policy, &all.clone().into());
        let lock = Some(Lock::Policy);
        let locked = InForce {
            settings: all,
            server_lock: None,
            checking_lock: lock,
            interval_lock: lock,
            proxy_lock: lock,
            language_lock: lock,
            start_lock: lock,
        };
        check(&policy, &other, &locked);
        check(&["Language=system"], &["Language=sv"], &InForce { language_lock: lock, ..usual.clone() });
        for bad in [
            "Checking=often",
            "CheckIntervalHours:0",
            "CheckIntervalHours:169",
            "Proxy=",
            "Language=it",
            "StartWithWindows:2",
        ] {
            check(&[bad], &[], &usual);
        }
    }

    #[test]
    fn what_cannot_be_used_is_told() {
        let read = read(&stored(
            &["ServerUrl=ftp://a.example", "Checking:1"],
            &["CheckIntervalHours:9999", "Proxy=none"],
            &["AllowUrlChange=maybe"],
        ));
        let told: Vec<_> = read.unusable.iter().map(|one| (one.writer, one.name)).collect();
        assert_eq!(
            told,
            [
                (Writer::Policy, "ServerUrl"),
                (Writer::Policy, "Checking"),
                (Writer::Person, "CheckIntervalHours"),
                (Writer::Installer, "AllowUrlChange"),
            ]
        );
        assert_eq!(
            read.unusable[0].message().to_string(),
            "The policy “ServerUrl” holds what cannot be used, so it counts as not set."
        );
    }

    #[test]
    fn a_server_is_proposed_only_where_none_is_set_and_none_was_declined() {
        let name = r"InstallerName=C:\Users\Anna\Downloads\OXUpdater-setup@updates.example.com_8443 (1).msi";
        let address = "https://updates.example.com:8443";
        let check = |policy: &[&str], person: &[&str], installer: &[&str], expected: Option<&str>| {
            let found = proposal(&stored(policy, person, installer), PlainHttp::ThisPcOnly);
            let found = found.map(|proposal| (proposal.address, proposal.host));
            let expected = expected.map(|host| (address.to_owned(), host.to_owned()));
            assert_eq!(found, expected, "{policy:?} {person:?} {installer:?}");
        };
        check(&[], &[], &[name], Some("updates.example.com:8443"));
        check(&[], &["DeclinedServer=https://other.example"], &[name], Some("updates.example.com:8443"));
        check(&[], &["DeclinedServer=https://updates.example.com:8443"], &[name], None);
        check(&[], &[], &[name, "UpdateServerUrl=https://c.example"], None);
        check(&[], &["ServerUrl=https://b.example"], &[name], None);
        check(&["ServerUrl=https://a.example"], &[], &[name], None);
        check(&[], &[], &["InstallerName=OXUpdater-1.0.0.msi"], None);
        check(&[], &[], &["InstallerName:7"], None);
        check(&[], &[], &[], None);
    }

    #[test]
    fn without_encryption_only_this_pc_itself_is_proposed_unless_a_policy_allows_it() {
        let check = |name: &str, plain, expected: bool| {
            let stored = stored(&[], &[], &[&format!("InstallerName={name}")]);
            assert_eq!(proposal(&stored, plain).is_some(), expected, "{name} {plain:?}");
        };
        check("OXUpdater-setup-http@updates.example.com.msi", PlainHttp::ThisPcOnly, false);
        check("OXUpdater-setup-http@updates.example.com.msi", PlainHttp::Everywhere, true);
        check("OXUpdater-setup-http@127.0.0.1_8080.msi", PlainHttp::ThisPcOnly, true);
    }

    #[test]
    fn what_is_saved_is_what_the_person_changed() {
        let check = |before: &Stored, change: &dyn Fn(&mut Settings), expected: Values| {
            let mut wanted = InForce::of(before).settings;
            change(&mut wanted);
            assert_eq!(saved(before, &wanted), expected, "{before:?}");
        };
        let fresh = stored(&[], &[], &["UpdateServerUrl=https://c.example"]);
        check(&fresh, &|_| {}, Values::default());
        check(
            &fresh,
            &|wanted| wanted.server = Some(" https://b.example ".to_owned()),
            values(&["ServerUrl=https://b.example"]),
        );
        check(&fresh, &|wanted| wanted.interval_hours = 7, values(&["CheckIntervalHours:7"]));
        check(&fresh, &|wanted| wanted.checking = Checking::Manual, values(&["Checking=manual"]));
        check(&fresh, &|wanted| wanted.start_with_windows = false, values(&["StartWithWindows:0"]));
        check(&fresh, &|wanted| wanted.proxy = ProxyChoice::None, values(&["Proxy=none"]));
        check(&fresh, &|wanted| wanted.language = Some(text::Language::Dutch), values(&["Language=nl"]));
        let set = stored(
            &["Checking=manual"],
            &["ServerUrl=https://b.example", "Language=nl", "Checking=automatic"],
            &[],
        );
        let kept = ["ServerUrl=https://b.example", "Checking=automatic"];
        check(&set, &|wanted| wanted.language = None, values(&kept));
        // What is locked stays as it was written.
        check(&set, &|wanted| wanted.checking = Checking::Automatic, set.person.clone());
        check(
            &set,
            &|wanted| wanted.server = Some("  ".to_owned()),
            values(&["Language=nl", "Checking=automatic"]),
        );
        let declined = Stored { person: values(&["DeclinedServer=https://x.example"]), ..Stored::default() };
        check(&declined, &|_| {}, declined.person.clone());
        assert_eq!(Value::Other, Value::from(serde_json::Value::Null));
    }
}
