//! A real directory is asked: names, passwords, groups, and what became of accounts.

use super::super::Ldap;
use super::slapd::{BLIND, PASSWORD, PEOPLE, SERVICE, Slapd};
use super::source;
use crate::identity::{KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::source::SourceAccount;

async fn verify(source: &Ldap, name: &str, password: &str) -> Result<Verdict, SourceError> {
    source.verify(&Name::parse(name).unwrap(), password).await
}

async fn accepted(source: &Ldap, name: &str) -> SourceAccount {
    match verify(source, name, PASSWORD).await {
        Ok(Verdict::Accepted(account)) => *account,
        other => panic!("{name}: {other:?}"),
    }
}

async fn look_up(source: &Ldap, account: &SourceAccount) -> LookUp {
    let known = KnownAccount { key: account.key.clone(), name: account.name.clone() };
    source.look_up(&known).await.unwrap()
}

async fn permissions(source: &Ldap, name: &str) -> Vec<String> {
    accepted(source, name).await.permissions.iter().map(Permission::to_string).collect()
}

#[tokio::test]
async fn only_the_own_password_is_right() {
    let slapd = Slapd::start();
    let source = source(&slapd.settings(""));
    source.probe().await.unwrap();
    let anna = accepted(&source, "anna").await;
    assert_eq!((anna.name.as_str(), anna.key.len()), ("anna", 36));
    assert_eq!(anna.profile.display_name.as_deref(), Some("Anna Example"));
    assert_eq!(anna.profile.mail_address.as_deref(), Some("anna@example.com"));
    assert_eq!(anna.profile.locale.as_ref().map(ToString::to_string).as_deref(), Some("de_DE"));
    assert_eq!(accepted(&source, "ANNA").await, anna, "directories fold case");
    for (name, password) in [
        ("anna", "wrong"),
        // A directory says yes to this one, and means that it has checked nothing.
        ("anna", ""),
        ("nobody", PASSWORD),
        ("*", PASSWORD),
        ("a*", PASSWORD),
        ("anna)(uid=*", PASSWORD),
        ("*)(objectClass=*", PASSWORD),
        ("anna\\2a", PASSWORD),
        ("uid=anna,ou=people,dc=example,dc=com", PASSWORD),
        ("anna", "correct horse\0"),
    ] {
        assert_eq!(verify(&source, name, password).await, Ok(Verdict::Wrong), "{name:?} {password:?}");
    }
}

#[tokio::test]
async fn names_of_any_characters_are_only_themselves() {
    let slapd = Slapd::start();
    let source = source(&slapd.settings(""));
    for (number, name) in ["a*b", "(c)", "d\\e", "Jörg Müller", "f,ou=g", "h+i=j"].iter().enumerate() {
        slapd.add_person(&format!("cn={number},{PEOPLE}"), name);
        let dn = format!("cn={number},{PEOPLE}");
        slapd.set(&dn, "cn", &[&number.to_string()]);
        assert_eq!(accepted(&source, name).await.name.as_str(), *name);
    }
    assert_eq!(verify(&source, "aXb", PASSWORD).await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn a_name_that_the_directory_takes_for_another_is_no_way_to_try_more_passwords() {
    let slapd = Slapd::start();
    slapd.add_person(&format!("cn=0,{PEOPLE}"), "Jörg Müller");
    let by_uid = source(&slapd.settings(""));
    let direct = source(&slapd.settings(&format!("direct_bind = 'uid={{name}},{PEOPLE}'")));
    for name in ["ａnna", "𝐚nna", "ⓐnna", "an\u{ad}na"] {
        assert_eq!(verify(&by_uid, name, PASSWORD).await, Ok(Verdict::Wrong), "{name}");
        assert_eq!(verify(&direct, name, PASSWORD).await, Ok(Verdict::Wrong), "{name}");
    }
    for name in ["Jörg  Müller", "jo\u{308}rg müller"] {
        assert_eq!(verify(&by_uid, name, PASSWORD).await, Ok(Verdict::Wrong), "{name}");
    }
    assert_eq!(accepted(&by_uid, "JÖRG müller").await.name.as_str(), "Jörg Müller");
    assert_eq!(accepted(&direct, "Anna").await.name.as_str(), "anna");
    let by_mail = source(&slapd.settings("filter = '(|(uid={name})(mail={name}))'"));
    assert_eq!(accepted(&by_mail, "Anna@example.com").await.name.as_str(), "anna");
    assert_eq!(verify(&by_mail, "ａnna@example.com", PASSWORD).await, Ok(Verdict::Wrong));
    let inside = source(&slapd.settings("filter = '(mail={name}@example.com)'"));
    assert_eq!(accepted(&inside, "anna").await.name.as_str(), "anna");
    // The name is refused before the password is tried, so it does not matter which that is.
    slapd.set(&format!("uid=anna,{PEOPLE}"), "userPassword", &[]);
    assert_eq!(verify(&by_uid, "ａnna", "guess").await, Ok(Verdict::Wrong));
}

#[tokio::test]
async fn groups_are_asked_for_by_the_name_that_the_directory_has() {
    let slapd = Slapd::start();
    let attributes: [(&str, &[u8]); 4] =
        [("objectClass", b"posixGroup"), ("cn", b"Outlook"), ("gidNumber", b"7"), ("memberUid", b"anna")];
    slapd.add("cn=Outlook,ou=groups,dc=example,dc=com", &attributes);
    let source = source(&slapd.settings("group_base = 'ou=groups,dc=example,dc=com'"));
    for name in ["anna", "Anna"] {
        assert_eq!(permissions(&source, name).await, ["olox20", "usm"], "{name}");
    }
}

#[tokio::test]
async fn who_may_read_nothing_takes_nobody_for_gone() {
    let slapd = Slapd::start();
    let known_by = |key: &str| {
        let common = slapd.settings(&format!("attributes = {{ key = '{key}' }}"));
        (source(&common), source(&common.replace(SERVICE, BLIND)))
    };
    for key in ["entryUUID", "dn"] {
        let (source, blind) = known_by(key);
        let anna = accepted(&source, "anna").await;
        let known = KnownAccount { key: anna.key.clone(), name: anna.name.clone() };
        let answer = blind.look_up(&known).await;
        assert!(matches!(answer, Err(SourceError::NotUnderstood(_))), "{key}: {answer:?}");
        let answer = verify(&blind, "anna", PASSWORD).await;
        assert!(matches!(answer, Err(SourceError::NotUnderstood(_))), "{key}: {answer:?}");
        assert!(blind.probe().await.is_err());
    }
}

#[tokio::test]
async fn groups_give_permissions_and_take_them() {
    let slapd = Slapd::start();
    let anna = format!("uid=anna,{PEOPLE}");
    slapd.add_group("Outlook", &anna);
    let searched = "group_base = 'ou=groups,dc=example,dc=com'";
    let listed = source(&slapd.settings("permission_attributes = ['employeeType']"));
    let searched = source(&slapd.settings(searched));
    assert_eq!(permissions(&listed, "anna").await, ["notifier", "olox20", "usm"]);
    assert_eq!(permissions(&searched, "anna").await, ["olox20", "usm"]);
    assert!(permissions(&searched, "ben").await.is_empty());
    let known = accepted(&searched, "anna").await;
    slapd.set("cn=Outlook,ou=groups,dc=example,dc=com", "member", &[&format!("uid=ben,{PEOPLE}")]);
    assert_eq!(permissions(&listed, "anna").await, ["notifier"]);
    assert_eq!(permissions(&searched, "ben").await, ["olox20", "usm"]);
    let LookUp::Present(now) = look_up(&searched, &known).await else { panic!("anna is gone") };
    assert!(now.permissions.is_empty(), "{now:?}");
}

#[tokio::test]
async fn an_account_stays_itself_when_it_moves_and_is_gone_when_it_is() {
    let slapd = Slapd::start();
    let known_by = |key: &str| source(&slapd.settings(&format!("attributes = {{ key = '{key}' }}")));
    let (source, by_dn) = (known_by("entryUUID"), known_by("dn"));
    let (anna, placed) = (accepted(&source, "anna").await, accepted(&by_dn, "anna").await);
    assert_eq!(placed.key, format!("uid=anna,{PEOPLE}"));
    assert_eq!(look_up(&source, &anna).await, LookUp::Present(Box::new(anna.clone())));
    assert_eq!(look_up(&by_dn, &placed).await, LookUp::Present(Box::new(placed.clone())));
    slapd.rename(&format!("uid=anna,{PEOPLE}"), "uid=anna.new", Some("ou=left,dc=example,dc=com"));
    let LookUp::Present(moved) = look_up(&source, &anna).await else { panic!("anna is gone") };
    assert_eq!((moved.name.as_str(), &moved.key), ("anna.new", &anna.key));
    assert_eq!(look_up(&by_dn, &placed).await, LookUp::Gone);
    slapd.delete("uid=anna.new,ou=left,dc=example,dc=com");
    assert_eq!(look_up(&source, &anna).await, LookUp::Gone);
    // Who comes under the old name is somebody else.
    slapd.add_person(&format!("uid=anna,{PEOPLE}"), "anna");
    assert_ne!(accepted(&source, "anna").await.key, anna.key);
    assert_eq!(look_up(&source, &anna).await, LookUp::Gone);
}

#[tokio::test]
async fn who_is_disabled_is_wrong_and_gone() {
    let slapd = Slapd::start();
    let anna = format!("uid=anna,{PEOPLE}");
    let open = source(&slapd.settings("disabled_filter = '(employeeType=former)'"));
    let known = accepted(&open, "anna").await;
    slapd.set(&anna, "employeeType", &["former"]);
    assert_eq!(verify(&open, "anna", PASSWORD).await, Ok(Verdict::Wrong));
    assert_eq!(look_up(&open, &known).await, LookUp::Gone);
    slapd.set(&anna, "employeeType", &[]);
    assert_eq!(look_up(&open, &known).await, LookUp::Present(Box::new(known.clone())));
    slapd.set(&anna, "pwdAccountLockedTime", &["000001010000Z"]);
    assert_eq!(verify(&open, "anna", PASSWORD).await, Ok(Verdict::Wrong));
    assert_eq!(look_up(&open, &known).await, LookUp::Gone);
    slapd.set(&anna, "pwdAccountLockedTime", &[]);
    assert_eq!(verify(&open, "anna", PASSWORD).await, Ok(Verdict::Accepted(Box::new(known))));
}

#[tokio::test]
async fn entries_as_active_directory_has_them_are_read() {
    let slapd = Slapd::start();
    let carl = format!("cn=Carl,{PEOPLE}");
    let guid = [0x33, 0x22, 0x11, 0, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff];
    slapd.add(
        &carl,
        &[
            ("objectClass", b"user"),
            ("objectCategory", b"person"),
            ("cn", b"Carl"),
            ("sn", b"Carl"),
            ("displayName", b"Carl C."),
            ("sAMAccountName", b"carl"),
            ("userPrincipalName", b"carl@example.com"),
            ("userAccountControl", b"512"),
            ("objectGUID", &guid),
            ("userPassword", PASSWORD.as_bytes()),
        ],
    );
    let source = source(&slapd.settings("flavour = 'active-directory'"));
    let known = accepted(&source, "carl").await;
    assert_eq!(known.key, "00112233-4455-6677-8899-aabbccddeeff");
    assert_eq!(accepted(&source, "Carl@Example.com").await, known, "one account by two names");
    assert_eq!(look_up(&source, &known).await, LookUp::Present(Box::new(known.clone())));
    slapd.set(&carl, "accountExpires", &["116444736010000000"]);
    assert_eq!(verify(&source, "carl", PASSWORD).await, Ok(Verdict::Wrong));
    slapd.set(&carl, "accountExpires", &["9223372036854775807"]);
    assert_eq!(accepted(&source, "carl").await, known);
    slapd.set(&carl, "userAccountControl", &["514"]);
    assert_eq!(verify(&source, "carl", PASSWORD).await, Ok(Verdict::Wrong));
    assert_eq!(look_up(&source, &known).await, LookUp::Gone);
}

#[tokio::test]
async fn without_an_account_that_asks_people_sign_in_directly() {
    let slapd = Slapd::start();
    let direct = source(&slapd.settings(&format!("direct_bind = 'uid={{name}},{PEOPLE}'")));
    direct.probe().await.unwrap();
    let anna = accepted(&direct, "anna").await;
    assert_eq!(anna.profile.mail_address.as_deref(), Some("anna@example.com"));
    assert_eq!(look_up(&direct, &anna).await, LookUp::CannotTell);
    for (name, password) in
        [("anna", "wrong"), ("anna", ""), ("nobody", PASSWORD), ("anna,ou=people", PASSWORD)]
    {
        assert_eq!(verify(&direct, name, password).await, Ok(Verdict::Wrong), "{name} {password}");
    }
    // A filter that finds another entry than the one that has signed in makes nobody somebody else.
    let crossed =
        format!("direct_bind = 'uid={{name}},{PEOPLE}'\nfilter = '(|(employeeType={{name}})(uid=anna))'");
    slapd.set(&format!("uid=ben,{PEOPLE}"), "userPassword", &["another horse"]);
    let crossed = source(&slapd.settings(&crossed));
    assert!(matches!(verify(&crossed, "ben", "another horse").await, Err(SourceError::NotUnderstood(_))));
}

#[tokio::test]
async fn what_is_wrong_with_the_source_is_never_a_wrong_password() {
    let mut slapd = Slapd::start();
    let common = slapd.settings("");
    let with = |from: &str, to: &str| source(&common.replace(from, to));
    let kind = async |source: &Ldap| {
        let error = verify(source, "anna", PASSWORD).await.unwrap_err();
        assert!(source.probe().await.is_err(), "{error}");
        error
    };
    let refused = kind(&with(SERVICE, "cn=somebody,dc=example,dc=com")).await;
    assert!(matches!(&refused, SourceError::Refused(said) if said.contains("bind_dn")), "{refused}");
    let elsewhere = kind(&with("base = 'dc=example", "base = 'ou=none,dc=example")).await;
    assert!(matches!(elsewhere, SourceError::NotUnderstood(_)), "{elsewhere}");
    let outside = kind(&with("base = 'dc=example", "base = 'dc=other")).await;
    assert!(matches!(outside, SourceError::NotUnderstood(_)), "{outside}");
    let file = slapd.password_file();
    let unreadable = kind(&with(file.to_str().unwrap(), "/no/such/file")).await;
    assert!(
        matches!(&unreadable, SourceError::Refused(said) if said.contains("/no/such/file")),
        "{unreadable}"
    );
    let source = with("", "");
    slapd.add_person("uid=anna,ou=left,dc=example,dc=com", "anna");
    let two = verify(&source, "anna", PASSWORD).await.unwrap_err();
    assert!(matches!(&two, SourceError::NotUnderstood(said) if said.contains("more than one")), "{two}");
    std::fs::write(&file, "").unwrap();
    let empty = kind(&source).await;
    assert!(matches!(&empty, SourceError::Refused(said) if said.contains("empty")), "{empty}");
    slapd.end();
    let gone = kind(&source).await;
    assert!(matches!(gone, SourceError::NotReached(_)), "{gone}");
}
