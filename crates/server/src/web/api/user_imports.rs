//! Imports of users: what a CSV file would do, row by row, and doing just that.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Asked;
use super::caller::Caller;
use super::filter::Filter;
use super::problem::Problem;
use crate::App;
use crate::actions::user_imports::{self, Applied};
use crate::error::{Kind, Result};
use crate::model::user_import::ImportPlan;
use crate::rules::role::{Ability, Actor};
use crate::rules::user_import::FILE_SIZE_MAX;
use crate::web::body;

/// Which dry run is meant.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PlanFilter {
    /// The `token` of the dry run; without one, what the file does now is done.
    #[param(max_length = 128)]
    plan: Option<String>,
}

/// Reads the file of somebody who may import one.
async fn file(actor: &Actor, request: Request) -> Result<Vec<u8>> {
    actor.require(Ability::Administer)?;
    let announced = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = announced.unwrap_or_default().split(';').next().unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("text/csv") {
        return Err(Kind::BodyNotCsv.into());
    }
    Ok(body::read_bytes(request, FILE_SIZE_MAX).await?.to_vec())
}

/// Tells what a CSV file of users would do, row by row, and changes nothing.
#[utoipa::path(
    post, path = "/api/v1/user-imports/dry-run", operation_id = "tryUserImport", tag = "users",
    extensions(("x-scope" = json!("administer"))),
    request_body(content = String, content_type = "text/csv", description = "the file, as the page of the import describes it"),
    responses((status = 200, description = "what the file would do", body = ImportPlan)),
)]
pub(super) async fn dry_run(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let file = file(&actor, request).await?;
    asked.once(&user_imports::dry_run(&app, &actor, file, asked.language()).await?)
}

/// Does what the dry run of the same CSV file has told, all of it or nothing. New users have no password before one is reset.
#[utoipa::path(
    post, path = "/api/v1/user-imports", operation_id = "importUsers", tag = "users",
    extensions(("x-scope" = json!("administer"))), params(PlanFilter),
    request_body(content = String, content_type = "text/csv", description = "the file, as the page of the import describes it"),
    responses(
        (status = 200, description = "what the file has done", body = ImportPlan),
        (status = 412, description = "the accounts have changed since the dry run, and nothing was done", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn apply(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<PlanFilter>,
    request: Request,
) -> Result<Response> {
    let file = file(&actor, request).await?;
    match user_imports::apply(&app, &actor, file, filter.plan.as_deref(), asked.language()).await? {
        Applied::Done(plan) => asked.once(&plan),
        Applied::Stale(_) => Err(Kind::ChangedMeanwhile.into()),
    }
}
