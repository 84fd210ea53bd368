//! Examples of entries and of what they become.

use super::super::answer::Entry;
use super::super::outcome::Refusal;
use super::super::tests::settings;
use super::{GROUPS_MAX, account, attributes, bytes_of_guid, groups, locale, refusal};
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::source::{MailEncryption, MailServer, PermissionMapping, SourceAccount};
use crate::settings::LdapFlavour;

fn entry(attributes: &[(&str, &str)]) -> Entry {
    let mut entry = Entry { dn: "uid=anna,ou=people,dc=b".to_owned(), attributes: Vec::new() };
    for (name, value) in attributes {
        entry.attributes.push(((*name).to_owned(), value.split('|').map(Into::into).collect()));
    }
    entry
}

fn mapping() -> PermissionMapping {
    let permission = |name: &str| Permission::parse(name).unwrap();
    PermissionMapping::new([
        ("outlook".to_owned(), [permission("olox20"), permission("usm")].into()),
        ("cn=drive,ou=groups,dc=b".to_owned(), [permission("drive")].into()),
        ("staff".to_owned(), [permission("notifier")].into()),
    ])
}

fn read(attributes: &[(&str, &str)], rest: &str) -> Result<SourceAccount, String> {
    let (entry, settings) = (entry(attributes), settings(rest));
    let groups = groups(&entry, &settings);
    account(&entry, &groups, &Name::parse("Anna").unwrap(), &settings, &mapping())
}

const ANNA: [(&str, &str); 2] = [("uid", "anna"), ("entryUUID", "1-2-3")];

#[test]
fn an_entry_becomes_an_account() {
    let more = [
        ("cn", "Anna Müller|A. Müller"),
        ("MAIL", "anna@example.com"),
        ("preferredLanguage", "de-DE, en;q=0.8"),
        ("mailHost", "imap1.example.com"),
    ];
    let rest = "imap = { host = 'imap.example.com', host_attribute = 'mailHost', login_attribute = 'mail' }\n\
                smtp = { host = 'smtp.example.com', encryption = 'starttls' }";
    let anna = read(&[&ANNA[..], &more].concat(), rest).unwrap();
    assert_eq!((anna.key.as_str(), anna.name.as_str()), ("1-2-3", "anna"));
    assert_eq!(anna.profile.display_name.as_deref(), Some("Anna Müller"));
    assert_eq!(anna.profile.mail_address.as_deref(), Some("anna@example.com"));
    assert_eq!(anna.profile.locale.unwrap().to_string(), "de_DE");
    let imap = MailServer {
        host: "imap1.example.com".to_owned(),
        port: 993,
        encryption: MailEncryption::Tls,
        login: Some("anna@example.com".to_owned()),
    };
    assert_eq!(anna.profile.imap, Some(imap));
    let smtp = anna.profile.smtp.unwrap();
    assert_eq!((smtp.host.as_str(), smtp.login.as_deref()), ("smtp.example.com", Some("anna")));
}

#[test]
fn what_is_missing_costs_only_itself() {
    let anna = read(&ANNA, "imap = { host_attribute = 'mailHost' }").unwrap();
    assert_eq!(anna.profile, crate::model::source::Profile::default());
    assert!(anna.permissions.is_empty());
    let odd = [("cn", "|a\u{7}b"), ("mail", " "), ("preferredLanguage", "Deutsch")];
    assert_eq!(
        read(&[&ANNA[..], &odd].concat(), "").unwrap().profile,
        crate::model::source::Profile::default()
    );
    let long = "x".repeat(257);
    assert_eq!(read(&[ANNA[0], ANNA[1], ("cn", &long)], "").unwrap().profile.display_name, None);
}

#[test]
fn groups_and_attributes_are_words_for_permissions() {
    let check = |more: &[(&str, &str)], rest: &str, expected: &[&str]| {
        let permissions = read(&[&ANNA[..], more].concat(), rest).unwrap().permissions;
        let permissions: Vec<&str> = permissions.iter().map(Permission::as_str).collect();
        assert_eq!(permissions, expected, "{more:?}");
    };
    check(&[("memberOf", "cn=Outlook,ou=groups,dc=b")], "", &["olox20", "usm"]);
    check(&[("memberOf", "CN=Drive, OU=groups, DC=b")], "", &["drive"]);
    check(&[("memberOf", "cn=drive,ou=others,dc=b")], "", &[]);
    check(&[("memberOf", "cn=other,ou=outlook,dc=b")], "", &[]);
    check(&[("isMemberOf", "cn=outlook,dc=b")], "attributes = { groups = 'isMemberOf' }", &["olox20", "usm"]);
    check(
        &[("employeeType", "Staff|outlook")],
        "permission_attributes = ['employeeType']",
        &["notifier", "olox20", "usm"],
    );
    check(&[("employeeType", "Staff")], "", &[]);
    let many = vec!["cn=a"; GROUPS_MAX + 1].join("|");
    assert!(read(&[ANNA[0], ANNA[1], ("memberOf", &many)], "").unwrap_err().contains("1000"));
}

#[test]
fn a_name_and_a_key_are_needed() {
    let check = |attributes: &[(&str, &str)], rest: &str, expected: Result<(&str, &str), &str>| {
        let read = read(attributes, rest);
        match expected {
            Ok((key, name)) => {
                let account = read.unwrap();
                assert_eq!((account.key.as_str(), account.name.as_str()), (key, name));
            }
            Err(part) => assert!(read.as_ref().is_err_and(|said| said.contains(part)), "{read:?}"),
        }
    };
    check(&ANNA, "", Ok(("1-2-3", "anna")));
    check(&[("uid", "a1|ANNA"), ANNA[1]], "", Ok(("1-2-3", "ANNA")));
    check(&[("uid", "a1|a2"), ANNA[1]], "", Ok(("1-2-3", "a1")));
    check(&[("uid", "a:1"), ANNA[1]], "", Err("uid"));
    check(&[ANNA[1]], "", Err("uid"));
    check(&[ANNA[0]], "", Err("entryUUID"));
    check(&[ANNA[0], ("entryUUID", "1|2")], "", Err("entryUUID"));
    check(&[ANNA[0], ("entryUUID", &"x".repeat(513))], "", Err("512"));
    check(&[ANNA[0]], "attributes = { key = 'dn' }", Ok(("uid=anna,ou=people,dc=b", "anna")));
    check(&[("cn", "Anna"), ANNA[1]], "attributes = { name = 'cn' }", Ok(("1-2-3", "Anna")));
}

#[test]
fn a_guid_is_written_as_windows_writes_it_and_found_by_its_bytes() {
    let bytes: Vec<u8> =
        vec![0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
    let settings = settings("flavour = 'active-directory'");
    let mut anna = entry(&[("sAMAccountName", "anna")]);
    anna.attributes.push(("objectGUID".to_owned(), vec![bytes.clone()]));
    let asked = Name::parse("anna").unwrap();
    let key = account(&anna, &[], &asked, &settings, &mapping()).unwrap().key;
    assert_eq!(key, "00112233-4455-6677-8899-aabbccddeeff");
    assert_eq!(bytes_of_guid(&key).unwrap()[..], bytes);
    anna.attributes[1].1[0].pop();
    assert!(account(&anna, &[], &asked, &settings, &mapping()).unwrap_err().contains("16"));
}

#[test]
fn who_is_disabled_may_not_sign_in() {
    use LdapFlavour::{ActiveDirectory, OpenLdap};
    let now = 1_700_000_000;
    let ticks = |seconds: i64| ((seconds + 11_644_473_600) * 10_000_000).to_string();
    let check = |flavour, attribute: &str, value: &str, expected| {
        assert_eq!(refusal(&entry(&[(attribute, value)]), flavour, now), expected, "{attribute} {value}");
    };
    check(ActiveDirectory, "userAccountControl", "512", None);
    check(ActiveDirectory, "userAccountControl", "514", Some(Refusal::Disabled));
    check(ActiveDirectory, "userAccountControl", "66050", Some(Refusal::Disabled));
    check(ActiveDirectory, "accountExpires", "0", None);
    check(ActiveDirectory, "accountExpires", "9223372036854775807", None);
    check(ActiveDirectory, "accountExpires", &ticks(now + 1), None);
    check(ActiveDirectory, "accountExpires", &ticks(now), Some(Refusal::AccountExpired));
    check(ActiveDirectory, "pwdAccountLockedTime", "000001010000Z", None);
    check(OpenLdap, "pwdAccountLockedTime", "000001010000Z", Some(Refusal::Locked));
    check(OpenLdap, "pwdAccountLockedTime", "20231114221320Z", None);
    check(OpenLdap, "userAccountControl", "514", None);
    check(OpenLdap, "uid", "anna", None);
}

#[test]
fn languages_are_read_as_the_standard_writes_them() {
    let check = |written: &str, expected: Option<&str>| {
        assert_eq!(locale(written).map(|locale| locale.to_string()).as_deref(), expected, "{written}");
    };
    check("de", Some("de"));
    check("de_AT", Some("de_AT"));
    check("en;q=0.5, sv-SE;q=0.9, nl;q=0.1", Some("sv_SE"));
    check("fr, en", Some("fr"));
    check("*, es;q=0.1", Some("es"));
    check("Deutsch", None);
    check("", None);
}

#[test]
fn only_what_is_used_is_asked_for() {
    let open = attributes(&settings(""));
    let expected =
        ["cn", "entryUUID", "mail", "memberOf", "preferredLanguage", "pwdAccountLockedTime", "uid"];
    assert_eq!(open, expected);
    let rest = "flavour = 'active-directory'\nattributes = { key = 'dn' }\ngroup_base = 'dc=b'\n\
                permission_attributes = ['title']\nimap = { host_attribute = 'a', login_attribute = 'b' }";
    let active = attributes(&settings(rest));
    assert!(!active.iter().any(|attribute| ["dn", "memberOf", "objectGUID"].contains(&attribute.as_str())));
    for attribute in
        ["a", "b", "title", "userAccountControl", "accountExpires", "sAMAccountName", "userPrincipalName"]
    {
        assert!(active.contains(&attribute.to_owned()), "{attribute}");
    }
}

#[test]
fn the_limit_is_told() {
    crate::reference::assert_says("sources.md", &format!("| one account | {GROUPS_MAX} groups;"));
}
