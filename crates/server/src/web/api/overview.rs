//! What needs attention, and how far each product has come.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::asked::Asked;
use super::caller::Caller;
use crate::App;
use crate::actions::overview;
use crate::error::Result;
use crate::model::overview::Overview;

/// Tells what needs attention first, and how far each product has come.
#[utoipa::path(
    get, path = "/api/v1/overview", operation_id = "showOverview", tag = "overview",
    extensions(("x-scope" = json!("view"))),
    responses((status = 200, description = "the overview", body = Overview)),
)]
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    asked.one(&overview::show(&app, &actor).await?)
}
