//! What a provider of OpenID Connect says about a person, as an account. Pure.

use catalog::Locale;
use serde_json::{Map, Value};

use crate::model::name::Name;
use crate::model::permission::Permissions;
use crate::model::source::{PROFILE_TEXT_LENGTH_MAX, PermissionMapping, Profile, SourceAccount};

/// The most words of the claim for permissions that are looked at.
pub(crate) const WORDS_MAX: usize = 1_000;

/// Names and values of claims.
pub(super) type Claims = Map<String, Value>;

/// Which claims mean what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted<'a> {
    /// Who says it.
    pub(super) issuer: &'a str,
    /// The claim that is the name here.
    pub(super) name_claim: &'a str,
    /// What counts where the provider does not say whether a mail address is verified.
    pub(super) unsaid: Unsaid,
    /// The claim whose words the mapping gives a meaning.
    pub(super) groups_claim: Option<&'a str>,
    /// What those words mean.
    pub(super) mapping: &'a PermissionMapping,
}

/// What counts where the provider does not say whether a mail address is verified. It is never a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// It is nobody's.
    NotVerified,
    /// It is the person's, for the profile.
    Trusted,
}

/// Why claims are no account. The log tells it, for the administrator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ClaimsError {
    /// The provider does not say what its account is.
    #[error("the claim sub is missing")]
    SubjectMissing,
    /// The provider does not say the name.
    #[error("the claim {0}, which is to be the name, is missing or no text")]
    NameMissing(String),
    /// The name cannot be one here.
    #[error("the claim {0} is no name: {1}")]
    NameWrong(String, String),
    /// The name is a mail address that nobody has verified, and may be somebody else's.
    #[error(
        "the claim email is to be the name, and the provider does not say that it is verified (email_verified)"
    )]
    MailNotVerified,
}

/// Makes an account of claims.
///
/// A name that is a mail address counts only if the provider says that it is verified.
///
/// # Errors
/// [`ClaimsError`].
pub(super) fn account(claims: &Claims, wanted: &Wanted<'_>) -> Result<SourceAccount, ClaimsError> {
    let text = |claim: &str| claims.get(claim).and_then(Value::as_str).filter(|text| !text.is_empty());
    let subject = text("sub").ok_or(ClaimsError::SubjectMissing)?;
    let claim = wanted.name_claim;
    let said = claims.get("email_verified").map(is_yes);
    if claim == "email" && said != Some(true) {
        return Err(ClaimsError::MailNotVerified);
    }
    let is_theirs = said.unwrap_or(wanted.unsaid == Unsaid::Trusted);
    let written = found(claims, claim).and_then(Value::as_str).filter(|name| !name.is_empty());
    let written = written.ok_or_else(|| ClaimsError::NameMissing(claim.to_owned()))?;
    let name = Name::parse_new(written)
        .map_err(|error| ClaimsError::NameWrong(claim.to_owned(), error.to_string()))?;
    let short = |text: &str| text.chars().count() <= PROFILE_TEXT_LENGTH_MAX;
    let profile = Profile {
        display_name: text("name").filter(|text| short(text)).map(str::to_owned),
        mail_address: text("email").filter(|text| is_theirs && short(text)).map(str::to_owned),
        locale: text("locale").and_then(|tag| Locale::parse(tag).ok()),
        ..Profile::default()
    };
    Ok(SourceAccount {
        key: format!("{} {subject}", wanted.issuer),
        name,
        permissions: permissions(claims, wanted),
        profile,
    })
}

/// Whether a claim says yes; some providers write it as a text.
fn is_yes(claim: &Value) -> bool {
    match claim {
        Value::Bool(said) => *said,
        Value::String(said) => said.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

/// A claim by its name, or by the way to it, such as `realm_access.roles`.
fn found<'a>(claims: &'a Claims, path: &str) -> Option<&'a Value> {
    if let Some(value) = claims.get(path) {
        return Some(value);
    }
    let mut parts = path.split('.');
    let first = claims.get(parts.next()?)?;
    parts.try_fold(first, |value, part| value.as_object()?.get(part))
}

fn permissions(claims: &Claims, wanted: &Wanted<'_>) -> Permissions {
    let words: Vec<&str> = match wanted.groups_claim.and_then(|claim| found(claims, claim)) {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).take(WORDS_MAX).collect(),
        _ => Vec::new(),
    };
    words.into_iter().flat_map(|word| wanted.mapping.of(word)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{ClaimsError, Unsaid, Wanted, account};
    use crate::model::permission::Permission;
    use crate::model::source::PermissionMapping;

    fn mapping() -> PermissionMapping {
        let permission = |name: &str| Permission::parse(name).unwrap();
        PermissionMapping::new([
            ("Outlook".to_owned(), [permission("olox20"), permission("usm")].into()),
            ("files".to_owned(), [permission("drive")].into()),
        ])
    }

    #[expect(clippy::needless_pass_by_value, reason = "the claims are written where they are read")]
    fn read(claims: Value, name_claim: &str, groups_claim: Option<&str>) -> Result<Value, ClaimsError> {
        read_with(Unsaid::NotVerified, &claims, name_claim, groups_claim)
    }

    fn read_with(
        unsaid: Unsaid,
        claims: &Value,
        name_claim: &str,
        groups_claim: Option<&str>,
    ) -> Result<Value, ClaimsError> {
        let mapping = mapping();
        let issuer = "https://id.example.com";
        let wanted = Wanted { issuer, name_claim, unsaid, groups_claim, mapping: &mapping };
        let account = account(claims.as_object().unwrap(), &wanted)?;
        let permissions: Vec<String> = account.permissions.iter().map(ToString::to_string).collect();
        Ok(json!({
            "key": account.key, "name": account.name.as_str(), "permissions": permissions,
            "display": account.profile.display_name, "mail": account.profile.mail_address,
            "locale": account.profile.locale.map(|locale| locale.to_string()),
        }))
    }

    #[test]
    fn an_account_is_what_the_claims_say() {
        let claims = json!({
            "sub": "24400320", "preferred_username": "anna", "name": "Anna Ahn", "email": "anna@example.com",
            "email_verified": true, "locale": "de-DE", "groups": ["OUTLOOK", "other", 7],
        });
        let expected = json!({
            "key": "https://id.example.com 24400320", "name": "anna", "permissions": ["olox20", "usm"],
            "display": "Anna Ahn", "mail": "anna@example.com", "locale": "de_DE",
        });
        assert_eq!(read(claims, "preferred_username", Some("groups")), Ok(expected));
        let least = read(json!({"sub": "1", "upn": "ben"}), "upn", None).unwrap();
        assert_eq!((&least["permissions"], &least["mail"]), (&json!([]), &Value::Null));
    }

    #[test]
    fn an_address_that_nobody_verified_is_nobodys() {
        let anna = Some("anna@example.com");
        let check = |verified: Value, profile: Option<&str>, trusted: Option<&str>, name: bool| {
            let mut claims = json!({"sub": "1", "preferred_username": "anna", "email": "anna@example.com"});
            if !verified.is_null() {
                claims["email_verified"] = verified.clone();
            }
            for (unsaid, expected) in [(Unsaid::NotVerified, profile), (Unsaid::Trusted, trusted)] {
                let read = |claim| read_with(unsaid, &claims, claim, None);
                let found = read("preferred_username").unwrap();
                assert_eq!(found["mail"].as_str(), expected, "{verified} {unsaid:?}");
                let named = read("email").map(|found| found["name"].as_str().map(str::to_owned));
                let expected =
                    if name { Ok(anna.map(str::to_owned)) } else { Err(ClaimsError::MailNotVerified) };
                assert_eq!(named, expected, "{verified} {unsaid:?}");
            }
        };
        check(Value::Null, None, anna, false);
        check(json!(true), anna, anna, true);
        check(json!("true"), anna, anna, true);
        check(json!(false), None, None, false);
        check(json!("false"), None, None, false);
        check(json!(0), None, None, false);
    }

    #[test]
    fn words_are_found_where_the_settings_say() {
        let check = |claims: Value, path: &str, expected: &[&str]| {
            let mut all = json!({"sub": "1", "preferred_username": "anna"});
            all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
            let read = read(all, "preferred_username", Some(path)).unwrap();
            assert_eq!(read["permissions"], json!(expected), "{claims} {path}");
        };
        check(json!({"groups": "files"}), "groups", &["drive"]);
        check(json!({"realm_access": {"roles": ["files"]}}), "realm_access.roles", &["drive"]);
        check(json!({"https://a.example/roles": ["files"]}), "https://a.example/roles", &["drive"]);
        check(json!({"groups": {"files": true}}), "groups", &[]);
        check(json!({"groups": null}), "groups", &[]);
        check(json!({"groups": "files"}), "roles", &[]);
        let late: Vec<String> =
            (0..1_000).map(|number| number.to_string()).chain(["files".to_owned()]).collect();
        check(json!({"groups": late}), "groups", &[]);
    }

    #[test]
    fn what_is_no_account_is_told() {
        let check = |claims: Value, expected: ClaimsError| {
            assert_eq!(read(claims.clone(), "preferred_username", None), Err(expected), "{claims}");
        };
        check(json!({"preferred_username": "anna"}), ClaimsError::SubjectMissing);
        check(json!({"sub": "", "preferred_username": "anna"}), ClaimsError::SubjectMissing);
        let missing = || ClaimsError::NameMissing("preferred_username".to_owned());
        check(json!({"sub": "1"}), missing());
        check(json!({"sub": "1", "preferred_username": ["anna"]}), missing());
        let wrong = read(json!({"sub": "1", "preferred_username": "a\nb"}), "preferred_username", None);
        assert!(matches!(wrong, Err(ClaimsError::NameWrong(..))), "{wrong:?}");
    }

    #[test]
    fn the_limit_is_told() {
        let words = crate::reference::grouped(super::WORDS_MAX as u64);
        crate::reference::assert_says("sources.md", &format!("at most {words} words"));
    }
}
