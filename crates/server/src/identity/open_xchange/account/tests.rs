//! Examples of accounts.

use serde_json::{Value, json};

use super::{CAPABILITIES_MAX, Capability, MailAccount, User, account};
use crate::identity::open_xchange::answers::{Begun, SignIn, sign_in};
use crate::identity::source::SourceError;
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::source::{MailEncryption, PROFILE_TEXT_LENGTH_MAX, PermissionMapping, SourceAccount};
use crate::outgoing::exchange::Answer;

fn begun() -> Begun {
    let body = json!({"session": "e5", "user_id": 4, "context_id": 1, "locale": "fr_FR"}).to_string();
    match sign_in(&Answer { status: 200, headers: Vec::new(), body: body.into_bytes() }) {
        SignIn::Begun(begun) => begun,
        _ => panic!("no session"),
    }
}

fn capabilities(names: &[&str]) -> Vec<Capability> {
    names.iter().map(|name| Capability { id: (*name).to_owned() }).collect()
}

fn put_together(names: &[&str], user: Value, mail: Option<Value>) -> Result<SourceAccount, SourceError> {
    let user: User = serde_json::from_value(user).unwrap();
    let mail: Option<MailAccount> = mail.map(|mail| serde_json::from_value(mail).unwrap());
    let means =
        |word: &str, permission: &str| (word.to_owned(), [Permission::parse(permission).unwrap()].into());
    let mapping = PermissionMapping::new([means("active_sync", "phones"), means("Große Ablage", "archive")]);
    account(&Name::parse("anna@1").unwrap(), &begun(), &capabilities(names), user, mail, &mapping)
}

fn full_mail() -> Value {
    json!({
        "id": 0, "login": "anna@example.com", "password": "never read", "primary_address": "anna@example.com",
        "mail_server": "imap.example.com", "mail_port": 993, "mail_protocol": "imap", "mail_secure": true,
        "mail_starttls": false, "transport_server": "smtp.example.com", "transport_port": 587,
        "transport_protocol": "smtp", "transport_secure": false, "transport_starttls": true,
        "transport_login": null, "transport_auth": "mail",
    })
}

/// The mail account with some members in the place of others.
fn mail_with(members: &Value) -> Value {
    let mut mail = full_mail();
    for (name, value) in members.as_object().unwrap() {
        mail[name] = value.clone();
    }
    mail
}

#[test]
fn an_account_is_put_together_from_all_answers() {
    let user = json!({"id": 4, "display_name": " Anna Ärmel ", "email1": "a@example.org", "locale": "de_DE"});
    let found = put_together(&["olox20", "usm"], user, Some(full_mail())).unwrap();
    assert_eq!((found.key.as_str(), found.name.as_str()), ("1/4", "anna@1"));
    let profile = found.profile;
    assert_eq!(profile.display_name.as_deref(), Some("Anna Ärmel"));
    assert_eq!(profile.mail_address.as_deref(), Some("anna@example.com"));
    assert_eq!(profile.locale.unwrap().to_string(), "de_DE");
    let (imap, smtp) = (profile.imap.unwrap(), profile.smtp.unwrap());
    assert_eq!(
        (imap.host.as_str(), imap.port, imap.encryption),
        ("imap.example.com", 993, MailEncryption::Tls)
    );
    assert_eq!(
        (smtp.host.as_str(), smtp.port, smtp.encryption),
        ("smtp.example.com", 587, MailEncryption::StartTls)
    );
    assert_eq!(
        (imap.login.as_deref(), smtp.login.as_deref()),
        (Some("anna@example.com"), Some("anna@example.com"))
    );
}

#[test]
fn an_account_may_have_no_mail_and_no_name() {
    let found = put_together(&[], json!({"id": 4}), None).unwrap();
    assert!(found.permissions.is_empty());
    let profile = found.profile;
    assert_eq!(
        (profile.display_name, profile.mail_address, profile.imap, profile.smtp),
        (None, None, None, None)
    );
    assert_eq!(profile.locale.unwrap().to_string(), "fr_FR", "the sign-in said it");
    let found = put_together(&[], json!({"id": 4, "email1": "a@example.org"}), None).unwrap();
    assert_eq!(found.profile.mail_address.as_deref(), Some("a@example.org"));
}

#[test]
fn capabilities_are_permissions() {
    let check = |names: &[&str], expected: &[&str]| {
        let found = put_together(names, json!({"id": 4}), None).unwrap().permissions;
        let found: Vec<&str> = found.iter().map(Permission::as_str).collect();
        assert_eq!(found, expected, "{names:?}");
    };
    check(&["usm", "olox20", "edit_password", "drive"], &["drive", "edit_password", "olox20", "usm"]);
    check(&["webdav_xml"], &["webdav_xml", "webdavxml"]);
    check(&["WebDAVXML"], &["webdav_xml", "webdavxml"]);
    check(&["active_sync"], &["active_sync", "phones"]);
    // No permission could be called so; the settings say what it means.
    check(&["große ablage"], &["archive"]);
    check(&["", "a b", "usm"], &["usm"]);
}

#[test]
fn answers_about_somebody_else_are_not_believed() {
    let check = |names: &[&str], user: Value, mail: Value| {
        let error = put_together(names, user, Some(mail)).unwrap_err();
        assert!(matches!(error, SourceError::NotUnderstood(_)), "{error}");
    };
    check(&[], json!({"id": 5}), full_mail());
    check(&[], json!({"id": 4}), mail_with(&json!({"id": 7})));
    check(&["usm"; CAPABILITIES_MAX + 1], json!({"id": 4}), full_mail());
    assert!(put_together(&["usm"; CAPABILITIES_MAX], json!({"id": 4}), None).is_ok());
}

#[test]
fn what_is_unusable_of_a_profile_is_absent() {
    let long = "ä".repeat(PROFILE_TEXT_LENGTH_MAX + 1);
    for name in ["", "  ", "Anna\u{0}", "Anna\nBcc: x", &long] {
        let user = json!({"id": 4, "display_name": name});
        assert_eq!(put_together(&[], user, None).unwrap().profile.display_name, None, "{name:?}");
    }
    for address in ["", "anna", "@example.com", "anna@", "an na@example.com", &format!("{long}@example.com")]
    {
        let user = json!({"id": 4, "email1": address});
        assert_eq!(put_together(&[], user, None).unwrap().profile.mail_address, None, "{address:?}");
    }
    let user = json!({"id": 4, "locale": "german"});
    assert_eq!(put_together(&[], user, None).unwrap().profile.locale, None);
}

#[test]
fn servers_for_mail_are_those_that_a_pc_can_reach() {
    let check = |members: Value, expected: Option<&str>| {
        let profile = put_together(&[], json!({"id": 4}), Some(mail_with(&members))).unwrap().profile;
        let imap = profile.imap.map(|imap| format!("{}:{} {:?}", imap.host, imap.port, imap.encryption));
        assert_eq!(imap.as_deref(), expected, "{members}");
    };
    check(json!({}), Some("imap.example.com:993 Tls"));
    check(json!({"mail_secure": false}), Some("imap.example.com:993 None"));
    check(
        json!({"mail_secure": null, "mail_starttls": true, "mail_port": 143}),
        Some("imap.example.com:143 StartTls"),
    );
    check(json!({"mail_protocol": "imaps"}), Some("imap.example.com:993 Tls"));
    check(json!({"mail_server": "2001:db8::1"}), Some("2001:db8::1:993 Tls"));
    check(json!({"mail_server": "[2001:db8::1]"}), Some("2001:db8::1:993 Tls"));
    check(json!({"mail_protocol": "pop3"}), None);
    check(json!({"mail_protocol": null}), None);
    for port in [0, -1, 65_536, i64::MAX] {
        check(json!({"mail_port": port}), None);
    }
    for host in ["", "localhost", "LOCALHOST", "127.0.0.1", "::1", "0.0.0.0", "a b", "a/b", "a:b", "a\"b"] {
        check(json!({"mail_server": host}), None);
    }
}

#[test]
fn the_name_for_sending_mail_is_the_one_that_is_meant() {
    let check = |members: Value, expected: Option<&str>| {
        let profile = put_together(&[], json!({"id": 4}), Some(mail_with(&members))).unwrap().profile;
        assert_eq!(profile.smtp.unwrap().login.as_deref(), expected, "{members}");
    };
    check(json!({"transport_auth": "mail", "transport_login": "other"}), Some("anna@example.com"));
    check(json!({"transport_auth": "custom", "transport_login": "other"}), Some("other"));
    check(json!({"transport_auth": "none", "transport_login": "other"}), None);
    check(json!({"transport_auth": null, "transport_login": "other"}), Some("other"));
    check(json!({"transport_auth": null}), Some("anna@example.com"));
    check(json!({"transport_auth": 1, "transport_login": ""}), Some("anna@example.com"));
}
