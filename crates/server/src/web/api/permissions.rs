//! Permissions: what users and groups hold. A grant is there or not, so granting and revoking twice is as once.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::asked::Asked;
use super::caller::Caller;
use super::paging::{Page, Paging};
use super::place::Place;
use crate::App;
use crate::actions::permissions;
use crate::error::Result;
use crate::model::permission::Grant;
use crate::rules::role::Ability;

/// Lists what users and groups were granted themselves.
#[utoipa::path(
    get, path = "/api/v1/permissions", operation_id = "listPermissions", tag = "permissions",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "grants by holder", body = Page<Grant>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let grants = permissions::list(&app, &actor).await?;
    let key = |grant: &Grant| (grant.holder.to_lowercase(), grant.permission.clone());
    asked.page(&paging.page_of(grants, key)?)
}

/// Grants a permission to a user or a group.
#[utoipa::path(
    put, path = "/api/v1/permissions/{holder}/{permission}", operation_id = "grantPermission", tag = "permissions",
    extensions(("x-scope" = json!("administer"))),
    params(("holder" = String, Path, description = "the name of a user or a group", max_length = 128), ("permission" = String, Path, description = "the permission", max_length = 64)),
    responses((status = 204, description = "it is granted")),
)]
pub(super) async fn grant(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((holder, permission)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    permissions::grant(&app, &actor, &holder, &permission).await?;
    Ok(asked.nothing())
}

/// Revokes a permission that a user or a group was granted itself.
#[utoipa::path(
    delete, path = "/api/v1/permissions/{holder}/{permission}", operation_id = "revokePermission", tag = "permissions",
    extensions(("x-scope" = json!("administer"))),
    params(("holder" = String, Path, description = "the name of a user or a group", max_length = 128), ("permission" = String, Path, description = "the permission", max_length = 64)),
    responses((status = 204, description = "it is not granted")),
)]
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((holder, permission)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    permissions::revoke(&app, &actor, &holder, &permission).await?;
    Ok(asked.nothing())
}
