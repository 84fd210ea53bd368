//! Changes of what a program has seen: no change goes over another one that its program knows nothing of. Pure.

use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, Kind, Result};
use crate::web::conditions::is_another;

/// How many bytes of a representation's SHA-256 its entity tag shows.
const TAG_BYTES: usize = 16;

/// The strong entity tag of what a program gets.
///
/// # Errors
/// If it cannot be written.
pub(super) fn entity_tag(value: &impl Serialize) -> Result<String> {
    Ok(tag_of(&serde_json::to_vec(value).map_err(Error::internal)?))
}

/// The strong entity tag of JSON as it is sent.
pub(super) fn tag_of(json: &[u8]) -> String {
    let digits: String =
        Sha256::digest(json).iter().take(TAG_BYTES).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digits}\"")
}

/// Judges whether a change is of what the program has seen.
///
/// # Errors
/// [`Kind::PreconditionMissing`] if the program does not say what it has seen, [`Kind::ChangedMeanwhile`] if that is another one.
pub(super) fn judge(headers: &HeaderMap, entity_tag: &str) -> Result<()> {
    if !headers.contains_key(IF_MATCH) {
        return Err(Kind::PreconditionMissing.into());
    }
    if is_another(headers, entity_tag) { Err(Kind::ChangedMeanwhile.into()) } else { Ok(()) }
}

/// Whether a program says that it changes whatever is there.
pub(super) fn takes_whatever_is_there(headers: &HeaderMap) -> bool {
    headers.get(IF_MATCH).is_some_and(|value| value.as_bytes().trim_ascii() == b"*")
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, StatusCode};

    use super::{entity_tag, judge};

    #[test]
    fn a_change_is_of_what_was_seen() {
        let check = |condition: Option<&str>, expected: Option<StatusCode>| {
            let condition = condition.map(|value| ("if-match".parse().unwrap(), value.parse().unwrap()));
            let headers: HeaderMap = condition.into_iter().collect();
            let refused = judge(&headers, "\"a\"").err().map(|error| error.status());
            assert_eq!(refused, expected, "{headers:?}");
        };
        check(Some("\"a\""), None);
        check(Some("\"b\", \"a\""), None);
        check(Some("*"), None);
        check(Some("\"b\""), Some(StatusCode::PRECONDITION_FAILED));
        check(Some("W/\"a\""), Some(StatusCode::PRECONDITION_FAILED));
        check(Some(""), Some(StatusCode::PRECONDITION_FAILED));
        check(None, Some(StatusCode::PRECONDITION_REQUIRED));
    }

    #[test]
    fn a_tag_is_that_of_one_representation() {
        assert_eq!(entity_tag(&"a").unwrap(), entity_tag(&"a").unwrap());
        assert_ne!(entity_tag(&"a").unwrap(), entity_tag(&"b").unwrap());
        assert_eq!(entity_tag(&"a").unwrap().len(), 34);
    }
}
