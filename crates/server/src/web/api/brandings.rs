//! Brandings: other names, icons and packages for the users of some groups.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use super::paging::{Page, Paging};
use super::place::{Place, path_of};
use crate::App;
use crate::actions::brandings;
use crate::error::Result;
use crate::model::branding::{BrandedChange, BrandingLine};
use crate::rules::role::Ability;

/// A branding to add.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBranding {
    /// Its name.
    #[schema(min_length = 1, max_length = 64)]
    name: String,
    /// What people call it; its name unless it is given.
    #[schema(max_length = 64)]
    shown_name: Option<String>,
}

/// Lists brandings.
#[utoipa::path(
    get, path = "/api/v1/brandings", operation_id = "listBrandings", tag = "brandings",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "brandings by name", body = Page<BrandingLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let lines = brandings::list(&app, &actor).await?;
    asked.page(&paging.page_of(lines, |line| line.name.clone())?)
}

/// Adds a branding.
#[utoipa::path(
    post, path = "/api/v1/brandings", operation_id = "addBranding", tag = "brandings",
    extensions(("x-scope" = json!("administer"))), request_body = NewBranding,
    responses((status = 201, description = "the branding", body = BrandingLine)),
)]
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let NewBranding { name, shown_name } = body::read(&actor, Ability::Administer, request).await?;
    let added = brandings::add(&app, &actor, &name, shown_name.as_deref()).await;
    let name = added.map_err(|error| error.at("/name"))?;
    let line = brandings::show(&app, &actor, name.as_str()).await?;
    asked.created(&path_of("brandings", name.as_str()), &line)
}

/// Shows a branding.
#[utoipa::path(
    get, path = "/api/v1/brandings/{name}", operation_id = "showBranding", tag = "brandings",
    extensions(("x-scope" = json!("view"))),
    params(("name" = String, Path, description = "the branding's name", max_length = 64)),
    responses((status = 200, description = "the branding", body = BrandingLine)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    asked.one(&brandings::show(&app, &actor, &name).await?)
}

/// Removes a branding with what it says of products; its groups stay.
#[utoipa::path(
    delete, path = "/api/v1/brandings/{name}", operation_id = "removeBranding", tag = "brandings",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the branding's name", max_length = 64), ("If-Match" = String, Header, description = "the entity tag of the branding as it was seen, or `*`")),
    responses((status = 204, description = "it is removed")),
)]
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let (app, name) = (&*app, name.as_str());
    let read = |actor| async move { brandings::show(app, &actor, name).await };
    let act = |actor| async move { brandings::remove(app, &actor, name).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Shows a branding to the users of a group, in place of the one that the group has.
#[utoipa::path(
    put, path = "/api/v1/brandings/{name}/groups/{group}", operation_id = "assignBranding", tag = "brandings",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the branding's name", max_length = 64), ("group" = String, Path, description = "the group's name", max_length = 128)),
    responses((status = 204, description = "the users of the group see it")),
)]
pub(super) async fn assign(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((name, group)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    brandings::assign(&app, &actor, &name, &group).await?;
    Ok(asked.nothing())
}

/// Shows no branding to the users of a group any more, whichever it was.
#[utoipa::path(
    delete, path = "/api/v1/brandings/{name}/groups/{group}", operation_id = "unassignBranding", tag = "brandings",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the branding's name", max_length = 64), ("group" = String, Path, description = "the group's name", max_length = 128)),
    responses((status = 204, description = "the users of the group see no branding by it")),
)]
pub(super) async fn unassign(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((name, group)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    brandings::show(&app, &actor, &name).await?;
    brandings::unassign(&app, &actor, &group).await?;
    Ok(asked.nothing())
}

/// Says something of a product under a branding; a field that says nothing stays, an empty one is cleared.
#[utoipa::path(
    patch, path = "/api/v1/brandings/{name}/products/{product}", operation_id = "dressProduct", tag = "brandings",
    extensions(("x-scope" = json!("administer"))), request_body = BrandedChange,
    params(("name" = String, Path, description = "the branding's name", max_length = 64), ("product" = String, Path, description = "the product's upgrade code or name", max_length = 256), ("If-Match" = String, Header, description = "the entity tag of the branding as it was seen, or `*`")),
    responses((status = 200, description = "the branding", body = BrandingLine)),
)]
pub(super) async fn dress(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((name, product)): Place<(String, String)>,
    request: Request,
) -> Result<Response> {
    let change: BrandedChange = body::read(&actor, Ability::Administer, request).await?;
    let (app, name, product, change) = (&*app, name.as_str(), product.as_str(), &change);
    let read = |actor| async move { brandings::show(app, &actor, name).await };
    let act = |actor| async move { brandings::dress(app, &actor, name, product, change).await };
    asked.change(app, &actor, read, act).await?;
    asked.one(&brandings::show(app, &actor, name).await?)
}
