//! Tests of pre-configuration.

use std::sync::Arc;

use catalog::install_params::{Placeholder, Template};
use catalog::{InstallParams, Locale};
use proptest::prelude::*;
use text::{Explain, Language};

use super::{Account, left_out, origin, warnings};
use crate::model::name::Name;
use crate::model::source::{MailEncryption, MailServer, Profile, SourceName};
use crate::model::user::User;

fn server(host: &str, port: u16, encryption: MailEncryption, login: Option<&str>) -> Option<MailServer> {
    Some(MailServer { host: host.to_owned(), port, encryption, login: login.map(str::to_owned) })
}

/// A person of whom all is known.
fn anna() -> Profile {
    Profile {
        display_name: Some("Anna Example".to_owned()),
        mail_address: Some("anna@example.com".to_owned()),
        locale: Locale::parse("de_DE").ok(),
        imap: server("imap.example.com", 993, MailEncryption::Tls, Some("anna-in")),
        smtp: server("smtp.example.com", 587, MailEncryption::StartTls, Some("anna-out")),
    }
}

fn value(profile: &Profile, placeholder: Placeholder) -> Option<String> {
    let account = Account { server_url: "https://ox.example.com:8443/updates", user_name: "anna@1", profile };
    account.value_of(placeholder).map(std::borrow::Cow::into_owned)
}

#[test]
fn each_variable_has_the_value_that_the_table_says() {
    let page = crate::reference::page("preconfiguration.md");
    for placeholder in Placeholder::ALL {
        let value = value(&anna(), placeholder).unwrap();
        let start = format!("| `{}` | ", placeholder.as_str());
        let line = page.lines().find(|line| line.starts_with(&start));
        let line = line.unwrap_or_else(|| panic!("{start} is not in the table"));
        assert!(line.contains(&format!("| `{value}` |")), "{line}: {value}");
    }
    let rows = page.lines().filter(|line| line.starts_with("| `${")).count();
    assert_eq!(rows, Placeholder::ALL.len());
}

#[test]
fn mail_that_goes_is_not_mail_that_comes() {
    // The original put the host of SMTP in place of the host of IMAP.
    assert_ne!(value(&anna(), Placeholder::ImapHost), value(&anna(), Placeholder::SmtpHost));
    let without_smtp = Profile { smtp: None, ..anna() };
    assert_eq!(value(&without_smtp, Placeholder::ImapHost).as_deref(), Some("imap.example.com"));
    for placeholder in Placeholder::ALL {
        let is_of_smtp = placeholder.as_str().contains("SMTP");
        assert_eq!(value(&without_smtp, placeholder).is_none(), is_of_smtp, "{placeholder:?}");
    }
}

#[test]
fn encryption_and_login_have_the_forms_that_programs_take() {
    let check = |encryption, login, expected: [Option<&str>; 4]| {
        let profile = Profile { smtp: server("mail", 25, encryption, login), ..Profile::default() };
        let found = [
            Placeholder::SmtpEncryption,
            Placeholder::SmtpSsl,
            Placeholder::SmtpAuthentication,
            Placeholder::SmtpUserName,
        ]
        .map(|placeholder| value(&profile, placeholder));
        assert_eq!(found, expected.map(|text| text.map(str::to_owned)), "{encryption:?}");
    };
    check(MailEncryption::None, None, [Some("none"), Some("0"), Some("0"), None]);
    check(MailEncryption::StartTls, Some("a"), [Some("starttls"), Some("0"), Some("1"), Some("a")]);
    check(MailEncryption::Tls, Some("a"), [Some("tls"), Some("1"), Some("1"), Some("a")]);
}

#[test]
fn the_origin_has_neither_path_nor_less_than_the_port() {
    let check = |url: &str, expected: &str| assert_eq!(origin(url), expected);
    check("https://ox.example.com", "https://ox.example.com");
    check("https://ox.example.com:8443/a/b", "https://ox.example.com:8443");
    check("http://[::1]:80/", "http://[::1]:80");
    check("", "");
}

fn user(name: &str, source: Option<&str>, profile: Profile) -> User {
    User {
        name: Name::parse(name).unwrap(),
        source: source.map(|source| source.parse().unwrap()),
        profile: Arc::new(profile),
        ..User::example(1)
    }
}

#[test]
fn who_lacks_a_value_is_counted_by_variable() {
    let local: SourceName = "local".parse().unwrap();
    let ox: SourceName = "ox".parse().unwrap();
    let check = |params: &str, users: &[User], sources: &[&SourceName], expected: &[&str]| {
        let params = InstallParams::parse(params).unwrap();
        let sources: Vec<_> = sources.iter().copied().cloned().collect();
        let told = warnings(&params, users, &sources);
        let said: Vec<_> = told.iter().map(|warning| warning.message().say(Language::English)).collect();
        assert_eq!(said.len(), expected.len(), "{params}: {said:?}");
        for (said, expected) in said.iter().zip(expected) {
            for part in expected.split('|') {
                assert!(said.contains(part), "{params}: {said} lacks {part}");
            }
        }
    };
    let (knows, own) = (user("anna", Some("ox"), anna()), user("ben", None, Profile::default()));
    let odd = user("eve", Some("ox"), Profile { display_name: Some("a\nb".to_owned()), ..anna() });
    let imap = "A=${OX_IMAPSERVER} B=${OX_IMAPSERVER}:${OX_IMAPPORT} C=${OX_USERNAME} D=${OX_URL}";
    check("/passive A=1", std::slice::from_ref(&own), &[&local], &[]);
    check("A=${OX_SERVERURL} B=${OX_USERNAME}", std::slice::from_ref(&own), &[&local], &[]);
    check(imap, std::slice::from_ref(&knows), &[&local, &ox], &[]);
    check(
        imap,
        &[knows.clone(), own.clone(), own.clone()],
        &[&local, &ox],
        &["${OX_IMAPSERVER}|A, B|2 of 3|local"],
    );
    check(
        "A=${OX_DISPLAYNAME}",
        &[knows.clone(), odd],
        &[&local, &ox],
        &["${OX_DISPLAYNAME}|1 of 2|ox|control"],
    );
    check("A=${OX_LOCALE}${OX_SMTPSSL}", &[own], &[&local], &["${OX_LOCALE}|1 of 1"]);
    check(imap, &[], &[&local], &["${OX_IMAPSERVER}|A, B|own accounts"]);
    check(imap, &[], &[&local, &ox], &[]);
}

#[test]
fn what_one_user_does_not_get_is_told() {
    let template = Template::named("oxtender-1").unwrap();
    let params = InstallParams::parse(template.install_params).unwrap();
    assert_eq!(left_out(&params, "anna", &anna()), []);
    let told: Vec<String> =
        left_out(&params, "anna", &Profile::default()).iter().map(|one| one.property.clone()).collect();
    assert_eq!(
        told,
        [
            "OXACCOUNTNAME",
            "OXDISPLAYNAME",
            "OXEMAILADDRESS",
            "OXIMAPPORT",
            "OXIMAPSERVER",
            "OXIMAPSSL",
            "OXIMAPUSERNAME",
            "OXSMTPAUTH",
            "OXSMTPPORT",
            "OXSMTPSERVER",
            "OXSMTPSSL"
        ]
    );
}

proptest! {
    #[test]
    fn no_profile_however_hostile_adds_a_property(name in any::<String>(), host in any::<String>()) {
        let profile = Profile {
            display_name: Some(name.clone()),
            mail_address: Some(name.clone()),
            imap: server(&host, 143, MailEncryption::None, Some(&name)),
            smtp: server(&host, 25, MailEncryption::None, Some(&name)),
            locale: None,
        };
        let params = InstallParams::parse(Template::named("oxtender-1").unwrap().install_params).unwrap();
        let account = Account { server_url: "https://a.example", user_name: "anna", profile: &profile };
        let filled = account.fill(&params).unwrap();
        let read = InstallParams::parse(&filled.params.to_string()).unwrap();
        let names: Vec<_> = read.properties().map(|(name, _)| name.to_owned()).collect();
        let kept = |name: &&str| !filled.left_out.iter().any(|left_out| left_out.property == **name);
        let expected: Vec<_> = params.properties().map(|(name, _)| name).filter(kept).map(str::to_owned).collect();
        prop_assert_eq!(names, expected);
        prop_assert_eq!(read.user_interface(), None);
    }
}

#[test]
fn the_templates_are_told() {
    for template in Template::ALL {
        let Template { name, title, upgrade_code, install_params } = template;
        let code = upgrade_code.map(|code| format!("{code} ")).unwrap_or_default();
        crate::reference::assert_says("preconfiguration.md", &format!("| `{name}` | {title} | {code}|"));
        crate::reference::assert_says(
            "preconfiguration.md",
            &format!("`{name}`:\n\n```\n{install_params}\n```"),
        );
    }
    let limit = Placeholder::ServerUrl.length_max();
    crate::reference::assert_says("preconfiguration.md", &format!("| a server's URL | {limit} |"));
    let limit = Placeholder::DisplayName.length_max();
    crate::reference::assert_says("preconfiguration.md", &format!("| any other text | {limit} |"));
    let limit = catalog::install_params::INSTALL_PARAMS_LENGTH_MAX;
    crate::reference::assert_says(
        "preconfiguration.md",
        &format!("| all install params with everything put in | {limit} |"),
    );
}
