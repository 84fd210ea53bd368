//! The JSON of requests; what cannot be read is answered with the place in it.

use axum::extract::Request;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use crate::error::{Error, Kind, Result};
use crate::rules::role::{Ability, Actor};
use crate::web::body;

/// The most bytes of a request's JSON, where nothing else is said.
pub(super) const BODY_SIZE_MAX: usize = 64 * 1024;

/// The most bytes of what is said about a package: its texts, and its icon in Base64.
const LISTING_SIZE_MAX: usize = 1024 * 1024;

/// Reads a request's JSON of at most [`BODY_SIZE_MAX`], of somebody who has the ability that the action takes.
///
/// # Errors
/// If the actor lacks it, or the JSON is not announced as such, too large, late, or not what it should be.
pub(super) async fn read<Value: DeserializeOwned>(
    actor: &Actor,
    ability: Ability,
    request: Request,
) -> Result<Value> {
    // Before anything is said of the body: who may not do a thing is told that it does not exist.
    actor.require(ability)?;
    read_within(request, BODY_SIZE_MAX).await
}

/// Reads what is said about a package, with its icon.
///
/// # Errors
/// As [`read`].
pub(super) async fn read_listing<Value: DeserializeOwned>(
    actor: &Actor,
    ability: Ability,
    request: Request,
) -> Result<Value> {
    actor.require(ability)?;
    read_within(request, LISTING_SIZE_MAX).await
}

/// Reads a request's JSON of at most `size_max` bytes.
///
/// # Errors
/// As [`read`].
async fn read_within<Value: DeserializeOwned>(request: Request, size_max: usize) -> Result<Value> {
    parse(&body::read_json(request, size_max).await?)
}

fn parse<Value: DeserializeOwned>(body: &[u8]) -> Result<Value> {
    let wrong = |detail: String| Error::from(Kind::BodyWrong(detail));
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| wrong(error.inner().to_string()).at(pointer(error.path())))?;
    reader.end().map_err(|error| wrong(error.to_string()))?;
    Ok(value)
}

/// A path as RFC 6901 writes it; empty for the whole.
fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::{BODY_SIZE_MAX, LISTING_SIZE_MAX, parse};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Example {
        #[allow(dead_code, reason = "it is read to see where that fails")]
        names: Vec<String>,
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        let check = |body: &str, expected: Option<&str>| {
            let error = parse::<Example>(body.as_bytes()).err();
            assert_eq!(
                error.map(|error| error.pointer().unwrap_or("-").to_owned()).as_deref(),
                expected,
                "{body}"
            );
        };
        check(r#"{"names": ["a"]}"#, None);
        check(r#"{"names": ["a", 7]}"#, Some("/names/1"));
        check(r#"{"names": "a"}"#, Some("/names"));
        check(r#"{"names": [], "a/b": 1}"#, Some("/a~1b"));
        check("{}", Some(""));
        check(r#"{"names": []} more"#, Some("-"));
        check("\u{1}", Some(""));
    }

    #[test]
    fn the_limit_is_told() {
        let size = BODY_SIZE_MAX / 1024;
        crate::reference::assert_says("api.md", &format!("A body has at most {size} KB"));
        let size = LISTING_SIZE_MAX / 1024 / 1024;
        crate::reference::assert_says("api.md", &format!("what is said about a package at most {size} MB"));
        let size = crate::rules::user_import::FILE_SIZE_MAX / 1024 / 1024;
        crate::reference::assert_says("api.md", &format!("a CSV file of users at most {size} MB"));
    }
}
