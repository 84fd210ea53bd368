//! Whether a name is written as the directory writes it.
//!
//! Directories take more for the same than this server does: wide letters, accents, blanks within (RFC 4518). Who guesses passwords is slowed by
//! name, so each other way to write a name would be a fresh start.

use ldap3::ldap_unescape;

use super::answer::Entry;
use super::filter::fill;
use crate::model::name::Name;
use crate::settings::{LdapSettings, NAME_PLACE, naming};

/// Whether an entry has a name as it was typed, but for the case of letters: as the account's name, or in an attribute that `filter` compares it with.
///
/// What `filter` compares with a `*` in it fits many names, and does not count.
pub(super) fn is_own(entry: &Entry, settings: &LdapSettings, typed: &Name) -> bool {
    let has = |attribute: &str, name: &str| {
        let name = name.to_lowercase();
        entry.texts(attribute).any(|text| text.trim().to_lowercase() == name)
    };
    let is_compared = |(attribute, value): (&str, &str)| {
        let value = Some(value).filter(|value| !value.contains('*')).map(ldap_unescape);
        let Some(Ok(value)) = value else { return false };
        has(attribute, &fill(&value, &[(NAME_PLACE, typed.as_str())]))
    };
    has(&settings.attributes.name, typed.as_str()) || naming(&settings.filter).any(is_compared)
}

#[cfg(test)]
mod tests {
    use super::super::answer::Entry;
    use super::super::tests::settings;
    use super::is_own;
    use crate::model::name::Name;

    #[test]
    fn a_name_is_written_as_the_directory_writes_it() {
        let check = |filter: &str, typed: &str, expected: bool| {
            let attribute = |name: &str, values: &[&str]| {
                (name.to_owned(), values.iter().map(|&value| value.into()).collect())
            };
            let entry = Entry {
                dn: "cn=a".to_owned(),
                attributes: vec![
                    attribute("uid", &["anna", "Jörg  Müller "]),
                    attribute("mail", &["Anna@Example.com"]),
                    attribute("proxy", &["smtp:anna2", "x(y"]),
                    attribute("cn", &["Anna Example"]),
                ],
            };
            let settings = settings(&format!("filter = '{filter}'"));
            assert_eq!(is_own(&entry, &settings, &Name::parse(typed).unwrap()), expected, "{filter} {typed}");
        };
        for typed in ["anna", "ANNA", "jörg  müller"] {
            check("(uid={name})", typed, true);
            check("(&(objectClass=a)(mail={name}))", typed, true);
        }
        for typed in ["ａnna", "𝐚nna", "ⓐnna", "ànna", "an na", "an\u{ad}na", "jörg müller", "joerg  müller"]
        {
            check("(uid={name})", typed, false);
            check("(|(uid={name})(mail={name})(cn=*{name}*))", typed, false);
        }
        check("(uid={name})", "anna@example.com", false);
        check("(|(uid={name})(mail={name}))", "anna@example.com", true);
        check("(|(uid={name})(MAIL={name}))", "anna@example.com", true);
        check("(mail={name}@example.com)", "anna", true);
        check("(proxy=smtp:{name})", "anna2", true);
        check("(proxy=smtp:{name})", "anna1", false);
        check("(proxy=x\\28{name})", "Y", true);
        check("(cn={name}*)", "anna e", false);
        check("(&(uid=anna)(cn={name}))", "anna example", true);
    }
}
