//! What stands in a query besides the paging.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::Query;
use serde::de::DeserializeOwned;

use crate::App;
use crate::error::{Error, Kind};

/// Which items are asked for.
pub(super) struct Filter<Value>(pub(super) Value);

impl<Value: DeserializeOwned> FromRequestParts<Arc<App>> for Filter<Value> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Error> {
        let read = Query::from_request_parts(parts, app).await;
        let Query(value) = read.map_err(|error| Kind::QueryWrong(error.body_text()))?;
        Ok(Self(value))
    }
}
