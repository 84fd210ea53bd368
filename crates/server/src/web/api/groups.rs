//! Groups: users who share permissions.

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
use crate::actions::{LINES_MAX, groups};
use crate::error::Result;
use crate::model::group::{GroupSummary, WrittenGroupFilter};
use crate::model::slice::Slice;
use crate::rules::role::Ability;

/// A group to add.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewGroup {
    /// The group's name; no user has it either.
    #[schema(min_length = 1, max_length = 128)]
    name: String,
}

/// Lists groups.
#[utoipa::path(
    get, path = "/api/v1/groups", operation_id = "listGroups", tag = "groups",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "groups by name", body = Page<GroupSummary>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    paging: Paging,
) -> Result<Response> {
    let groups = groups::list(&app, &actor, &WrittenGroupFilter::default(), Slice::first(LINES_MAX)).await?;
    asked.page(&paging.page_of(groups.lines, |group| group.name.to_lowercase())?)
}

/// Adds a group.
#[utoipa::path(
    post, path = "/api/v1/groups", operation_id = "addGroup", tag = "groups",
    extensions(("x-scope" = json!("administer"))), request_body = NewGroup,
    responses((status = 201, description = "the group", body = NewGroup)),
)]
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let NewGroup { name } = body::read(&actor, Ability::Administer, request).await?;
    groups::add(&app, &actor, &name).await.map_err(|error| error.at("/name"))?;
    asked.created(&path_of("groups", &name), &NewGroup { name: name.clone() })
}

/// Shows a group.
#[utoipa::path(
    get, path = "/api/v1/groups/{name}", operation_id = "showGroup", tag = "groups",
    extensions(("x-scope" = json!("view"))),
    params(("name" = String, Path, description = "the group's name", max_length = 128)),
    responses((status = 200, description = "the group", body = GroupSummary)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    asked.one(&groups::show(&app, &actor, &name).await?)
}

/// Removes a group; its users stay, without the permissions that they had by it.
#[utoipa::path(
    delete, path = "/api/v1/groups/{name}", operation_id = "removeGroup", tag = "groups",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the group's name", max_length = 128), ("If-Match" = String, Header, description = "the entity tag of the group as it was seen, or `*`")),
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
    let read = |actor| async move { groups::show(app, &actor, name).await };
    let act = |actor| async move { groups::remove(app, &actor, name).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Puts a user into a group, unless the user is in it.
#[utoipa::path(
    put, path = "/api/v1/groups/{name}/members/{user}", operation_id = "joinGroup", tag = "groups",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the group's name", max_length = 128), ("user" = String, Path, description = "the user's name", max_length = 128)),
    responses((status = 204, description = "the user is in it")),
)]
pub(super) async fn join(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((group, user)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    groups::join(&app, &actor, &group, &user).await?;
    Ok(asked.nothing())
}

/// Takes a user out of a group, unless the user is not in it.
#[utoipa::path(
    delete, path = "/api/v1/groups/{name}/members/{user}", operation_id = "leaveGroup", tag = "groups",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the group's name", max_length = 128), ("user" = String, Path, description = "the user's name", max_length = 128)),
    responses((status = 204, description = "the user is not in it")),
)]
pub(super) async fn leave(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place((group, user)): Place<(String, String)>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    groups::leave(&app, &actor, &group, &user).await?;
    Ok(asked.nothing())
}
