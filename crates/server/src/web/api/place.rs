//! What stands in a path, such as a number or a name. A place that nothing can have is answered as one that nothing has.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::App;
use crate::error::{Error, Kind};

/// The path of a thing with a name.
pub(super) fn path_of(noun: &str, name: &str) -> String {
    let mut url = url::Url::parse("http://localhost/api/v1").ok();
    if let Some(mut segments) = url.as_mut().and_then(|url| url.path_segments_mut().ok()) {
        segments.push(noun).push(name);
    }
    url.map(|url| url.path().to_owned()).unwrap_or_default()
}

/// The parts of a path that are not always the same.
pub(super) struct Place<Value>(pub(super) Value);

impl<Value: DeserializeOwned + Send> FromRequestParts<Arc<App>> for Place<Value> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Error> {
        let Path(value) = Path::from_request_parts(parts, app).await.map_err(|_| Kind::NotFound)?;
        Ok(Self(value))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_is_a_part_of_a_path() {
        let check = |name: &str, expected: &str| assert_eq!(super::path_of("users", name), expected);
        check("anna", "/api/v1/users/anna");
        check("Jörg / Müller?", "/api/v1/users/J%C3%B6rg%20%2F%20M%C3%BCller%3F");
    }
}
