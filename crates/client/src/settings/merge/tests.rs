//! What counts of what is written down, example by example.

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
    let (a, b, c) =
        ("ServerUrl=https://a.example", "ServerUrl=https://b.example", "UpdateServerUrl=https://c.example");
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
        ["Checking=Manual", "CheckIntervalHours:24", "Proxy=None", "Language=de-AT", "StartWithWindows:0"],
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
