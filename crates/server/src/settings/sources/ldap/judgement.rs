//! What was written about a directory, judged: each reason names its key and the way out.

use ldap3::parse_filter;
use url::Url;

use super::mail::Purpose;
use super::{
    DN_PLACE, LdapAttributes, LdapBind, LdapEncryption, LdapFlavour, LdapGroups, LdapSettings, NAME_PLACE,
    Nesting, PERMISSION_ATTRIBUTES_MAX, Written, is_here, naming,
};

/// The most characters of a filter, a template or a distinguished name.
const TEXT_LENGTH_MAX: usize = 2048;

/// Judges a table and fills in what was left out.
///
/// # Errors
/// What is wrong, with its key.
pub(super) fn judged(written: Written) -> Result<LdapSettings, String> {
    let flavour = written.flavour;
    let encryption = encryption(&written)?;
    let bind = bind(&written)?;
    let groups = groups(&written)?;
    text("base", &written.base)?;
    let filter = written.filter.unwrap_or_else(|| flavour.filter().to_owned());
    check_filter("filter", &filter)?;
    if !filter.contains(NAME_PLACE) {
        return Err(format!("filter has no {NAME_PLACE}, so it would find the same account for every name"));
    }
    if naming(&filter).any(|(compared, _)| compared.contains([':', '~', '<', '>', '{'])) {
        // Accounts are looked up with `*` in the place of the name, which means “any” behind a plain `=` alone.
        return Err(format!(
            "filter compares {NAME_PLACE} otherwise than by a plain =, such as in (uid={NAME_PLACE}); \
             then nobody could be found again without a name"
        ));
    }
    if let Some(filter) = &written.disabled_filter {
        check_filter("disabled_filter", filter)?;
    }
    let named = written.attributes;
    let default = |said: Option<String>, default: &str| said.unwrap_or_else(|| default.to_owned());
    let attributes = LdapAttributes {
        name: default(named.name, flavour.name()),
        key: default(named.key, flavour.key()),
        display_name: default(named.display_name, flavour.display_name()),
        mail_address: default(named.mail_address, "mail"),
        locale: default(named.locale, "preferredLanguage"),
    };
    for (key, value) in [
        ("attributes.name", &attributes.name),
        ("attributes.key", &attributes.key),
        ("attributes.display_name", &attributes.display_name),
        ("attributes.mail_address", &attributes.mail_address),
        ("attributes.locale", &attributes.locale),
    ] {
        attribute(key, value)?;
    }
    if written.permission_attributes.len() > PERMISSION_ATTRIBUTES_MAX {
        return Err(format!("permission_attributes has {PERMISSION_ATTRIBUTES_MAX} attributes at most"));
    }
    for value in &written.permission_attributes {
        attribute("permission_attributes", value)?;
    }
    Ok(LdapSettings {
        encryption,
        certificate_authorities: written.certificate_authorities,
        bind,
        flavour,
        base: written.base,
        filter,
        disabled_filter: written.disabled_filter,
        groups,
        attributes,
        permission_attributes: written.permission_attributes,
        imap: written.imap.map(|table| table.judged(Purpose::Imap)).transpose()?,
        smtp: written.smtp.map(|table| table.judged(Purpose::Smtp)).transpose()?,
        url: written.url,
    })
}

/// Plain text goes to this machine alone unless somebody said otherwise.
fn encryption(written: &Written) -> Result<LdapEncryption, String> {
    check_url(&written.url)?;
    if written.url.scheme() == "ldaps" {
        return match written.start_tls {
            Some(true) => {
                Err("start_tls is for ldap://; what begins with ldaps:// is encrypted already".to_owned())
            }
            _ => Ok(LdapEncryption::Tls),
        };
    }
    if written.start_tls.unwrap_or(true) {
        return Ok(LdapEncryption::StartTls);
    }
    if written.allow_plain || is_here(&written.url) {
        return Ok(LdapEncryption::None);
    }
    Err("passwords would go over the network as they are: write ldaps://, or leave start_tls out, \
         or say allow_plain = true if the network is safe by other means"
        .to_owned())
}

fn check_url(url: &Url) -> Result<(), String> {
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_short = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let has_host = url.host_str().is_some_and(|host| !host.is_empty());
    if matches!(url.scheme(), "ldap" | "ldaps") && is_plain && is_short && has_host && url.port() != Some(0) {
        return Ok(());
    }
    Err("url is ldaps://host, ldap://host, or either with a port".to_owned())
}

fn bind(written: &Written) -> Result<LdapBind, String> {
    match (&written.bind_dn, &written.bind_password_file, &written.direct_bind) {
        (Some(dn), Some(password_file), None) => {
            text("bind_dn", dn)?;
            Ok(LdapBind::Service { dn: dn.clone(), password_file: password_file.clone() })
        }
        (None, None, Some(template)) => {
            text("direct_bind", template)?;
            if template.matches(NAME_PLACE).count() != 1 {
                return Err(format!("direct_bind has {NAME_PLACE} once, where the typed name comes in"));
            }
            Ok(LdapBind::Direct(template.clone()))
        }
        (None, None, None) => {
            Err("bind_dn and bind_password_file are missing, or direct_bind in their place".to_owned())
        }
        (_, _, Some(_)) => Err("direct_bind stands alone, without bind_dn and bind_password_file".to_owned()),
        _ => Err("bind_dn and bind_password_file go together".to_owned()),
    }
}

fn groups(written: &Written) -> Result<LdapGroups, String> {
    let listed = written.attributes.groups.as_deref();
    let Some(base) = &written.group_base else {
        if written.group_filter.is_some() {
            return Err("group_filter needs group_base".to_owned());
        }
        if written.nested_groups {
            return Err("nested_groups needs group_base, below which groups are searched for".to_owned());
        }
        let listed = listed.unwrap_or("memberOf");
        attribute("attributes.groups", listed)?;
        return Ok(LdapGroups::Listed(listed.to_owned()));
    };
    if listed.is_some() {
        return Err("attributes.groups and group_base are two ways; take one".to_owned());
    }
    text("group_base", base)?;
    let nesting = if written.nested_groups { Nesting::Whole } else { Nesting::Direct };
    if nesting == Nesting::Whole && written.flavour != LdapFlavour::ActiveDirectory {
        return Err("nested_groups is for flavour = \"active-directory\"".to_owned());
    }
    if nesting == Nesting::Whole && written.group_filter.is_some() {
        return Err("nested_groups and group_filter are two ways; take one".to_owned());
    }
    let default = written.flavour.group_filter(nesting);
    let filter = written.group_filter.clone().unwrap_or_else(|| default.to_owned());
    check_filter("group_filter", &filter)?;
    if !filter.contains(DN_PLACE) && !filter.contains(NAME_PLACE) {
        return Err(format!("group_filter has neither {DN_PLACE} nor {NAME_PLACE}"));
    }
    Ok(LdapGroups::Searched { base: base.clone(), filter })
}

fn text(key: &str, value: &str) -> Result<(), String> {
    if value.trim().is_empty() || value.chars().count() > TEXT_LENGTH_MAX || value.contains(char::is_control)
    {
        return Err(format!("{key} has 1 to {TEXT_LENGTH_MAX} characters"));
    }
    Ok(())
}

/// A filter is one when it is one with names in its places.
fn check_filter(key: &str, filter: &str) -> Result<(), String> {
    text(key, filter)?;
    let example = filter.replace(NAME_PLACE, "example").replace(DN_PLACE, "cn=example");
    if !filter.starts_with('(') || parse_filter(&example).is_err() {
        return Err(format!("{key} is no filter such as (uid=example); RFC 4515 says how they are written"));
    }
    Ok(())
}

/// Judges an attribute's name: RFC 4512 has letters, digits, hyphens, numbers with dots, and options behind `;`.
pub(super) fn attribute(key: &str, written: &str) -> Result<(), String> {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ';');
    if (1..=128).contains(&written.len()) && written.chars().all(is_allowed) {
        return Ok(());
    }
    Err(format!("{key}: “{written}” is no attribute"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{
        LdapBind, LdapEncryption, LdapFlavour, LdapGroups, LdapSettings, PERMISSION_ATTRIBUTES_MAX,
    };
    use crate::model::source::MailEncryption;

    const SERVICE: &str = "bind_dn = 'cn=a,dc=b'\nbind_password_file = 'password'\n";

    fn read(url: &str, rest: &str) -> Result<LdapSettings, String> {
        let written = format!("url = '{url}'\nbase = 'dc=b'\n{rest}");
        let settings = toml::from_str::<LdapSettings>(&written);
        settings.map_err(|error| error.message().to_owned()).and_then(|read| read.settled(Path::new("/data")))
    }

    #[test]
    fn what_is_left_out_follows_from_the_flavour() {
        let open = read("ldaps://ldap.example.com", SERVICE).unwrap();
        assert_eq!(
            (open.host(), open.port(), open.encryption),
            ("ldap.example.com", 636, LdapEncryption::Tls)
        );
        assert_eq!((open.attributes.key.as_str(), open.attributes.name.as_str()), ("entryUUID", "uid"));
        assert_eq!(open.groups, LdapGroups::Listed("memberOf".to_owned()));
        let LdapBind::Service { password_file, .. } = &open.bind else { panic!("{open:?}") };
        assert_eq!(password_file, Path::new("/data/password"));
        let table = format!(
            "{SERVICE}flavour = 'active-directory'\ngroup_base = 'ou=groups,dc=b'\nnested_groups = true"
        );
        let active = read("ldap://[::1]:3268", &table).unwrap();
        assert_eq!(
            (active.host(), active.port(), active.encryption),
            ("::1", 3268, LdapEncryption::StartTls)
        );
        assert_eq!(active.attributes.key, "objectGUID");
        assert!(active.filter.contains("sAMAccountName={name}"));
        let LdapGroups::Searched { filter, .. } = &active.groups else { panic!("{active:?}") };
        assert!(filter.contains("1.2.840.113556.1.4.1941"), "{filter}");
        let table = format!(
            "{SERVICE}imap = {{ host = 'a.b' }}\nsmtp = {{ host_attribute = 'c', encryption = 'starttls' }}"
        );
        let mail = read("ldaps://a", &table).unwrap();
        assert_eq!(mail.imap.unwrap().port, 993);
        let smtp = mail.smtp.unwrap();
        assert_eq!((smtp.port, smtp.encryption), (587, MailEncryption::StartTls));
    }

    #[test]
    fn passwords_go_unencrypted_only_to_this_machine_or_where_it_was_said() {
        let check = |url: &str, rest: &str, expected: Option<LdapEncryption>| {
            let encryption = read(url, &format!("{SERVICE}{rest}")).ok().map(|read| read.encryption);
            assert_eq!(encryption, expected, "{url} {rest}");
        };
        check("ldaps://a.example", "", Some(LdapEncryption::Tls));
        check("ldaps://a.example", "start_tls = true", None);
        check("ldap://a.example", "", Some(LdapEncryption::StartTls));
        check("ldap://a.example", "start_tls = false", None);
        check("ldap://a.example", "allow_plain = true", Some(LdapEncryption::StartTls));
        check("ldap://a.example", "start_tls = false\nallow_plain = true", Some(LdapEncryption::None));
        check("ldap://127.0.0.1", "start_tls = false", Some(LdapEncryption::None));
        check("ldap://[::1]", "start_tls = false", Some(LdapEncryption::None));
        check("ldap://LOCALHOST", "start_tls = false", Some(LdapEncryption::None));
        check("ldap://localhost.example", "start_tls = false", None);
        check("ldap://127.0.0.1.example", "start_tls = false", None);
    }

    #[test]
    fn every_key_is_told() {
        // The reader itself names all that it knows.
        let known = |rest: &str| {
            let said = read("ldaps://a", &format!("{SERVICE}{rest}")).unwrap_err();
            let list = said.split_once("expected").unwrap().1.to_owned();
            list.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
        };
        let keys = known("colour = 1");
        assert!(keys.len() > 15, "{keys:?}");
        for key in keys.iter().filter(|key| !["imap", "smtp"].contains(&key.as_str())) {
            crate::reference::assert_says("sources.md", &format!("| `{key}` |"));
        }
        crate::reference::assert_says("sources.md", "| `imap`, `smtp` |");
        for key in known("attributes = { colour = 1 }") {
            crate::reference::assert_says("sources.md", &format!("| `attributes.{key}` |"));
        }
        for key in known("imap = { colour = 1 }") {
            crate::reference::assert_says("sources.md", &format!("`{key}`"));
        }
        for flavour in [LdapFlavour::OpenLdap, LdapFlavour::ActiveDirectory] {
            let settings = read("ldaps://a", &format!("{SERVICE}flavour = '{flavour}'")).unwrap();
            let attributes = &settings.attributes;
            let filter = settings.filter.replace('|', "\\|");
            for said in
                [&filter, &attributes.name, &attributes.key, &attributes.display_name, &attributes.locale]
            {
                crate::reference::assert_says("sources.md", &format!("| `{said}` |"));
            }
        }
        crate::reference::assert_says("sources.md", &format!("up to {PERMISSION_ATTRIBUTES_MAX} attributes"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let check = |url: &str, rest: &str, part: &str| {
            let said = read(url, rest).expect_err(rest);
            assert!(said.contains(part), "{rest}: {said}");
        };
        let with = |rest: &str| format!("{SERVICE}{rest}");
        for wrong in ["https://a", "ldap://", "ldap://u@a", "ldap://a/dc=b", "ldap://a?x", "ldap://a:0"] {
            check(wrong, SERVICE, "url");
        }
        check("ldaps://a", "", "direct_bind");
        check("ldaps://a", "bind_dn = 'cn=a'", "bind_password_file");
        check("ldaps://a", "bind_password_file = 'a'", "bind_dn");
        check("ldaps://a", &with("direct_bind = '{name}@b'"), "direct_bind");
        check("ldaps://a", "direct_bind = 'a@b'", "{name}");
        check("ldaps://a", "direct_bind = '{name}{name}'", "{name}");
        check("ldaps://a", "bind_dn = ''\nbind_password_file = 'a'", "bind_dn");
        check("ldaps://a", &with("filter = '(uid=a)'"), "{name}");
        check("ldaps://a", &with("filter = 'uid={name}'"), "filter");
        check("ldaps://a", &with("filter = '(uid={name}'"), "filter");
        for comparison in
            ["uid:={name}", "uid:dn:=a{name}", "uid:2.5.13.2:={name}", ":2.5.13.2:={name}", "uid~={name}"]
        {
            check("ldaps://a", &with(&format!("filter = '(&(uid={{name}})({comparison}))'")), "plain =");
        }
        assert!(read("ldaps://a", &with("filter = '(&(b:=c)(uid={name}))'")).is_ok());
        check("ldaps://a", &with("disabled_filter = '(a'"), "disabled_filter");
        check("ldaps://a", &with("group_filter = '(member={dn})'"), "group_base");
        check("ldaps://a", &with("group_base = 'a'\ngroup_filter = '(a=b)'"), "{dn}");
        check("ldaps://a", &with("nested_groups = true"), "group_base");
        check("ldaps://a", &with("nested_groups = true\ngroup_base = 'a'"), "active-directory");
        check("ldaps://a", &with("group_base = 'a'\nattributes = { groups = 'b' }"), "group_base");
        check("ldaps://a", &with("attributes = { name = 'a b' }"), "attributes.name");
        check("ldaps://a", &with("attributes = { colour = 'a' }"), "colour");
        check("ldaps://a", &with("permission_attributes = ['(']"), "permission_attributes");
        check("ldaps://a", &with(&format!("permission_attributes = {:?}", ["a"; 9])), "8");
        check("ldaps://a", &with("imap = {}"), "imap");
        check("ldaps://a", &with("smtp = { host = 'a/b' }"), "smtp.host");
        check("ldaps://a", &with("flavour = 'nis'"), "nis");
        check("ldaps://a", &with("colour = 1"), "colour");
    }
}
