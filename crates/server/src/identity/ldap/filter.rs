//! Which entries are asked for: names come into filters and distinguished names without being able to change them.

use ldap3::{dn_escape, ldap_escape};

use super::account::{GUID, bytes_of_guid};
use crate::settings::{DN_PLACE, LdapSettings, NAME_PLACE};

/// The filter that finds the account of a name.
pub(super) fn of_name(settings: &LdapSettings, name: &str) -> String {
    without_disabled(settings, fill(&settings.filter, &[(NAME_PLACE, &ldap_escape(name))]))
}

/// The filter that finds an account by what it is known by, whatever its name has become.
///
/// What the filter for names says beside the name counts here too.
pub(super) fn of_key(settings: &LdapSettings, key: &str) -> String {
    let attribute = &settings.attributes.key;
    let value = match bytes_of_guid(key).filter(|_| attribute.eq_ignore_ascii_case(GUID)) {
        Some(bytes) => bytes.iter().map(|byte| format!("\\{byte:02x}")).collect(),
        None => ldap_escape(key).into_owned(),
    };
    without_disabled(settings, format!("(&({attribute}={value}){})", of_anybody(settings)))
}

/// The filter that fits every account that may sign in; for one whose entry is known.
pub(super) fn of_dn(settings: &LdapSettings) -> String {
    without_disabled(settings, of_anybody(settings))
}

/// The filter that finds the groups of an account.
pub(super) fn of_groups(filter: &str, dn: &str, name: &str) -> String {
    fill(filter, &[(DN_PLACE, &ldap_escape(dn)), (NAME_PLACE, &ldap_escape(name))])
}

/// What a person signs in with where no account of our own finds the entry: a distinguished name, or a login such as `anna@example.com`.
pub(super) fn login(template: &str, name: &str) -> String {
    if template.contains('=') {
        fill(template, &[(NAME_PLACE, &dn_escape(name))])
    } else {
        fill(template, &[(NAME_PLACE, name)])
    }
}

fn of_anybody(settings: &LdapSettings) -> String {
    fill(&settings.filter, &[(NAME_PLACE, "*")])
}

fn without_disabled(settings: &LdapSettings, filter: String) -> String {
    match &settings.disabled_filter {
        Some(disabled) => format!("(&{filter}(!{disabled}))"),
        None => filter,
    }
}

/// Puts values in their places, once: what comes in is not looked through again.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from_here) = rest.split_at(at);
        filled.push_str(before);
        let place = values.iter().find(|(place, _)| from_here.starts_with(place));
        let (written, behind) = match place {
            Some((place, value)) => (*value, from_here.get(place.len()..)),
            None => ("{", from_here.get(1..)),
        };
        filled.push_str(written);
        rest = behind.unwrap_or_default();
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use ldap3::parse_filter;

    use super::super::tests::settings;
    use super::{login, of_dn, of_groups, of_key, of_name};

    #[test]
    fn no_name_changes_a_filter() {
        let settings = settings("filter = '(&(a=b)(uid={name}))'");
        let check = |name: &str, expected: &str| {
            let filter = of_name(&settings, name);
            assert_eq!(filter, format!("(&(a=b)(uid={expected}))"), "{name:?}");
            assert!(parse_filter(&filter).is_ok(), "{filter}");
        };
        check("anna", "anna");
        check("Jörg Müller", "Jörg Müller");
        check("*", "\\2a");
        check("a*)(uid=*", "a\\2a\\29\\28uid=\\2a");
        check("anna)(|(uid=*", "anna\\29\\28|\\28uid=\\2a");
        check("a\\2a", "a\\5c2a");
        check("a\0b", "a\\00b");
        check("()", "\\28\\29");
        check("{dn}{name}{", "{dn}{name}{");
    }

    #[test]
    fn no_name_changes_a_distinguished_name() {
        let check = |template: &str, name: &str, expected: &str| {
            assert_eq!(login(template, name), expected, "{template} {name:?}");
        };
        let people = "uid={name},ou=people";
        check(people, "anna", "uid=anna,ou=people");
        check(people, "anna,ou=admins", "uid=anna\\2cou\\3dadmins,ou=people");
        check(people, "a+b=c", "uid=a\\2bb\\3dc,ou=people");
        check(people, "#a", "uid=\\23a,ou=people");
        check(people, "a\\", "uid=a\\5c,ou=people");
        check(people, "{name}", "uid={name},ou=people");
        check("{name}@example.com", "anna", "anna@example.com");
        check("EXAMPLE\\{name}", "anna", "EXAMPLE\\anna");
    }

    #[test]
    fn an_account_is_found_again_by_its_key_if_it_may_still_sign_in() {
        let open = settings("disabled_filter = '(locked=TRUE)'\nfilter = '(&(a=b)(uid={name}))'");
        let check = |key: &str, expected: &str| {
            assert_eq!(of_key(&open, key), expected);
            assert!(parse_filter(expected).is_ok(), "{expected}");
        };
        check("0a-1", "(&(&(entryUUID=0a-1)(&(a=b)(uid=*)))(!(locked=TRUE)))");
        check("*)", "(&(&(entryUUID=\\2a\\29)(&(a=b)(uid=*)))(!(locked=TRUE)))");
        assert_eq!(of_dn(&open), "(&(&(a=b)(uid=*))(!(locked=TRUE)))");
        assert_eq!(of_name(&open, "a"), "(&(&(a=b)(uid=a))(!(locked=TRUE)))");
        let active = settings("flavour = 'active-directory'\nfilter = '(cn={name})'");
        let expected =
            "(&(objectGUID=\\33\\22\\11\\00\\55\\44\\77\\66\\88\\99\\aa\\bb\\cc\\dd\\ee\\ff)(cn=*))";
        assert_eq!(of_key(&active, "00112233-4455-6677-8899-aabbccddeeff"), expected);
        assert_eq!(of_key(&active, "(x)"), "(&(objectGUID=\\28x\\29)(cn=*))");
    }

    #[test]
    fn groups_are_asked_for_by_names_that_change_nothing() {
        let filter = of_groups("(|(member={dn})(memberUid={name}))", "cn=a (b),o=*", "{dn}");
        assert_eq!(filter, "(|(member=cn=a \\28b\\29,o=\\2a)(memberUid={dn}))");
    }
}
