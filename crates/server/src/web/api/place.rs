//! What stands in a path, such as a number or a name. A place that nothing can have is answered as one that nothing has.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::App;
use crate::error::{Error, Kind};

/// The parts of a path that are not always the same.
pub(super) struct Place<Value>(pub(super) Value);

impl<Value: DeserializeOwned + Send> FromRequestParts<Arc<App>> for Place<Value> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Error> {
        let Path(value) = Path::from_request_parts(parts, app).await.map_err(|_| Kind::NotFound)?;
        Ok(Self(value))
    }
}
