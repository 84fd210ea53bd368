//! The source against a stand-in for the server.

use std::time::Duration;

use open_xchange::{Manner, Person};

use super::account::CAPABILITIES_MAX;
use super::answers::SESSION_LENGTH_MAX;
use super::cookies::{COOKIE_SIZE_MAX, COOKIES_MAX};
use super::visit::{CLIENT, SIGN_OUT_TRIES};
use crate::identity::source::{KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::source::{
    MailEncryption, MailServer, PROFILE_TEXT_LENGTH_MAX, PermissionMapping, Profile, SourceAccount,
};
use crate::outgoing::exchange::ANSWER_SIZE_MAX;
use crate::reference::{assert_says, grouped};
use crate::settings::OpenXchangeSettings;

/// The source of a stand-in; `authority` is what it trusts, as PEM, or nothing but what the system trusts.
fn source_of(url: &str, authority: &str, time_limit: Duration) -> super::OpenXchange {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authority).unwrap();
    let settings = OpenXchangeSettings {
        url: url.parse().unwrap(),
        public_url: None,
        certificate_authorities: (!authority.is_empty()).then(|| file.path().to_owned()),
        allow_plain_http: false,
    };
    let mapping = PermissionMapping::default();
    super::OpenXchange::new("ox".parse().unwrap(), &settings, &mapping, time_limit).unwrap()
}

fn patient(ox: &open_xchange::OpenXchange) -> super::OpenXchange {
    source_of(&ox.url(), ox.authority(), Duration::from_secs(30))
}

fn name(written: &str) -> Name {
    Name::parse(written).unwrap()
}

#[tokio::test]
async fn an_account_is_told_as_it_is_there() {
    let ox = open_xchange::OpenXchange::of([Person::new("anna", 4, "tiger").with(&["usm", "olox20"])]);
    let source = patient(&ox);
    let login = Some("anna@example.com".to_owned());
    let server = |port, encryption| {
        Some(MailServer { host: "mail.example.com".to_owned(), port, encryption, login: login.clone() })
    };
    let expected = SourceAccount {
        key: "1/4".to_owned(),
        name: name("anna@1"),
        permissions: ["usm", "olox20"].iter().map(|name| Permission::parse(name).unwrap()).collect(),
        profile: Profile {
            display_name: Some("anna of Example".to_owned()),
            mail_address: login.clone(),
            locale: catalog::Locale::parse("de_DE").ok(),
            imap: server(993, MailEncryption::Tls),
            smtp: server(587, MailEncryption::StartTls),
        },
    };
    let verdict = source.verify(&name("anna@1"), "tiger").await;
    assert_eq!(verdict, Ok(Verdict::Accepted(Box::new(expected))));
    assert_eq!(source.verify(&name("anna"), "lion").await, Ok(Verdict::Wrong));
    let asked = ox.asked("login").len();
    assert_eq!(source.verify(&name("anna"), "").await, Ok(Verdict::Wrong));
    assert_eq!(ox.asked("login").len(), asked, "an empty password was passed on");
    let known = KnownAccount { key: "1/4".to_owned(), name: name("anna") };
    assert_eq!(source.look_up(&known).await, Ok(LookUp::CannotTell));
}

#[tokio::test]
async fn whatever_is_typed_arrives_as_it_was_typed() {
    let password = "tïger&name=ben+%00 \"=;\u{1f42f}";
    let ox = open_xchange::OpenXchange::of([Person::new("änne+& =x", 4, password)]);
    let verdict = patient(&ox).verify(&name("änne+& =x"), password).await;
    assert!(matches!(verdict, Ok(Verdict::Accepted(_))), "{verdict:?}");
}

#[tokio::test]
async fn a_probe_says_whether_it_is_open_xchange() {
    let ox = open_xchange::OpenXchange::new();
    let source = patient(&ox);
    assert_eq!(source.probe().await, Ok(()));
    ox.misbehave("login", Manner::Page);
    assert!(matches!(source.probe().await, Err(SourceError::NotUnderstood(_))));
    ox.misbehave("login", Manner::SendOn(format!("{}/login?action=login", ox.url())));
    assert!(matches!(source.probe().await, Err(SourceError::NotUnderstood(_))));
    ox.misbehave("login", Manner::Status(503));
    assert!(matches!(source.probe().await, Err(SourceError::Failing(_))));
    ox.misbehave("login", Manner::Fault("LGI-0014", 3, "PERMISSION_DENIED"));
    assert!(matches!(source.probe().await, Err(SourceError::Refused(_))));
    ox.misbehave("login", Manner::Wait);
    let impatient = source_of(&ox.url(), "", Duration::from_millis(50));
    assert_eq!(impatient.probe().await, Err(SourceError::Late));
    ox.go_away();
    assert!(matches!(source.probe().await, Err(SourceError::NotReached(_))));
    assert!(ox.asked("login").iter().all(|asked| asked.field("name").is_empty()));
    assert_eq!(ox.begun(), 0);
}

#[tokio::test]
async fn a_password_goes_only_to_whom_a_trusted_authority_vouches_for() {
    let anna = || Person::new("anna", 4, "tiger");
    let ox = open_xchange::OpenXchange::secure("127.0.0.1");
    ox.add(anna());
    let verdict = patient(&ox).verify(&name("anna"), "tiger").await;
    assert!(matches!(verdict, Ok(Verdict::Accepted(_))), "{verdict:?}");
    let other_host = open_xchange::OpenXchange::secure("ox.example.com");
    other_host.add(anna());
    let stranger = open_xchange::OpenXchange::secure("127.0.0.1");
    stranger.add(anna());
    let long = Duration::from_secs(30);
    for (away, authority) in
        [(&other_host, other_host.authority()), (&stranger, ox.authority()), (&stranger, "")]
    {
        let said = source_of(&away.url(), authority, long).verify(&name("anna"), "tiger").await;
        assert!(matches!(said, Err(SourceError::NotReached(_))), "{said:?}");
        assert!(away.asked("login").is_empty(), "the password was sent");
    }
}

#[test]
fn a_file_of_authorities_has_to_be_one() {
    let new = |file: &str| {
        let settings = OpenXchangeSettings {
            url: "https://ox.example.com/ajax".parse().unwrap(),
            public_url: None,
            certificate_authorities: Some(file.into()),
            allow_plain_http: false,
        };
        let mapping = PermissionMapping::default();
        super::OpenXchange::new("ox".parse().unwrap(), &settings, &mapping, Duration::from_secs(1))
    };
    for file in ["/nowhere/ca.pem", "/dev/null"] {
        let error = new(file).unwrap_err();
        assert!(error.to_string().contains(file), "{error}");
    }
}

#[test]
fn the_limits_are_told() {
    let number = |number: usize| grouped(number as u64);
    for line in [
        format!("`client={CLIENT}`"),
        format!("ends the session, tried {SIGN_OUT_TRIES} times"),
        format!("An account has up to {} capabilities", number(CAPABILITIES_MAX)),
        format!("an id of up to {SESSION_LENGTH_MAX} characters"),
        format!("up to {COOKIES_MAX} cookies of up to {} bytes", number(COOKIE_SIZE_MAX)),
        format!("more than {} bytes, a redirect", grouped(ANSWER_SIZE_MAX)),
        format!("more than {PROFILE_TEXT_LENGTH_MAX} characters is left out"),
    ] {
        assert_says("sources.md", &line);
    }
}
