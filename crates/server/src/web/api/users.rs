//! Users: who signs in, what they may do, what they are offered and why.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use super::filter::Filter;
use super::paging::{Page, Paging};
use super::place::{Place, path_of};
use crate::App;
use crate::actions::users;
use crate::error::Result;
use crate::model::slice::Slice;
use crate::model::user::{Role, Standing, UserDetail, UserLine};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role::Ability;

/// Which users are listed; what is absent leaves nobody out.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct UserFilter {
    /// A part of the name.
    #[param(max_length = 256)]
    search: Option<String>,
    /// The role.
    #[param(max_length = 16)]
    role: Option<String>,
    /// `enabled` or `disabled`.
    #[param(max_length = 16)]
    standing: Option<String>,
    /// A group that the user is in.
    #[param(max_length = 128)]
    group: Option<String>,
    /// Permissions that the user has, all of them, directly or through a group; blanks or commas stand between them.
    #[param(max_length = 256)]
    permission: Option<String>,
    /// `own`, `one-time`, `none` or `source`.
    #[param(max_length = 16)]
    password: Option<String>,
    /// `set-up`, or `missing`: a role above user without one.
    #[param(max_length = 16)]
    second_factor: Option<String>,
    /// The name of the source that knows the account; `local` is this server itself.
    #[param(max_length = 32)]
    source: Option<String>,
}

/// A user to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewUser {
    /// The name to sign in with; no group has it either.
    #[schema(min_length = 1, max_length = 128)]
    name: String,
    /// What the user may do on the server itself.
    #[serde(default)]
    #[schema(default = "user")]
    role: Role,
    /// The groups to be in.
    #[serde(default)]
    #[schema(max_items = 1000)]
    groups: Vec<MemberName>,
    /// The permissions to hold directly.
    #[serde(default)]
    #[schema(max_items = 1000)]
    permissions: Vec<MemberName>,
}

/// The name of a group or a permission.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(max_length = 128)]
pub(super) struct MemberName(String);

/// A user that was added.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AddedUser {
    /// The name to sign in with.
    name: String,
    /// The password for the first sign-in, with which the user chooses another one. It is told only now.
    one_time_password: String,
}

/// A password that was made.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OneTimePassword {
    /// The password for the next sign-in, with which the user chooses another one. It is told only now.
    one_time_password: String,
}

/// A role to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedRole {
    /// What the user may do on the server itself.
    role: Role,
}

/// A standing to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedStanding {
    /// Whether the user may sign in.
    standing: Standing,
}

/// Lists users.
#[utoipa::path(
    get, path = "/api/v1/users", operation_id = "listUsers", tag = "users",
    extensions(("x-scope" = json!("view"))), params(UserFilter, Paging),
    responses((status = 200, description = "users by name", body = Page<UserLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<UserFilter>,
    paging: Paging,
) -> Result<Response> {
    let UserFilter { search, role, standing, group, permission, password, second_factor, source } = filter;
    let mut filter = WrittenUserFilter {
        search,
        role,
        standing,
        group,
        permission,
        password,
        second_factor,
        source,
        behind: None,
    };
    let total = users::list(&app, &actor, &filter, Slice::first(0)).await?.total;
    filter.behind = paging.after()?;
    let listed = users::list(&app, &actor, &filter, paging.slice()).await?;
    asked.page(&paging.page_of_more(listed.lines, |line| line.name.to_lowercase(), total)?)
}

/// Adds a user, and tells once the password for the first sign-in.
#[utoipa::path(
    post, path = "/api/v1/users", operation_id = "addUser", tag = "users",
    extensions(("x-scope" = json!("administer"))), request_body = NewUser,
    responses((status = 201, description = "the user", body = AddedUser)),
)]
pub(super) async fn add(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let NewUser { name, role, groups, permissions } =
        body::read(&actor, Ability::Administer, request).await?;
    let words = |names: Vec<MemberName>| names.into_iter().map(|MemberName(name)| name).collect();
    let new = users::NewUser { name, role, groups: words(groups), permissions: words(permissions) };
    let password = users::create(&app, &actor, &new).await?;
    let path = path_of("users", &new.name);
    asked.created(&path, &AddedUser { name: new.name, one_time_password: password.into() })
}

/// Shows a user, what the user is offered, and why.
#[utoipa::path(
    get, path = "/api/v1/users/{name}", operation_id = "showUser", tag = "users",
    extensions(("x-scope" = json!("view"))),
    params(("name" = String, Path, description = "the user's name", max_length = 128)),
    responses((status = 200, description = "the user", body = UserDetail)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    asked.one(&users::show(&app, &actor, &name).await?)
}

/// Removes a user for good, with permissions, memberships and tokens.
#[utoipa::path(
    delete, path = "/api/v1/users/{name}", operation_id = "removeUser", tag = "users",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the user's name", max_length = 128), ("If-Match" = String, Header, description = "the entity tag of the user as it was seen, or `*`")),
    responses((status = 204, description = "the user is removed")),
)]
pub(super) async fn remove(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let (app, name) = (&*app, name.as_str());
    let read = |actor| async move { users::show(app, &actor, name).await };
    let act = |actor| async move { users::remove(app, &actor, name).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Gives a user another role; the user's sessions and tokens end.
#[utoipa::path(
    put, path = "/api/v1/users/{name}/role", operation_id = "setUserRole", tag = "users",
    extensions(("x-scope" = json!("administer"))), request_body = WantedRole,
    params(("name" = String, Path, description = "the user's name", max_length = 128), ("If-Match" = String, Header, description = "the entity tag of the user as it was seen, or `*`")),
    responses((status = 204, description = "the user has the role")),
)]
pub(super) async fn set_role(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
    request: Request,
) -> Result<Response> {
    let WantedRole { role } = body::read(&actor, Ability::Administer, request).await?;
    let (app, name) = (&*app, name.as_str());
    let read = |actor| async move { users::show(app, &actor, name).await };
    let act = |actor| async move { users::set_role(app, &actor, name, role).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Lets a user sign in again, or no longer; disabling ends sessions and tokens for good.
#[utoipa::path(
    put, path = "/api/v1/users/{name}/standing", operation_id = "setUserStanding", tag = "users",
    extensions(("x-scope" = json!("administer"))), request_body = WantedStanding,
    params(("name" = String, Path, description = "the user's name", max_length = 128), ("If-Match" = String, Header, description = "the entity tag of the user as it was seen, or `*`")),
    responses((status = 204, description = "the user has the standing")),
)]
pub(super) async fn set_standing(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
    request: Request,
) -> Result<Response> {
    let WantedStanding { standing } = body::read(&actor, Ability::Administer, request).await?;
    let (app, name) = (&*app, name.as_str());
    let read = |actor| async move { users::show(app, &actor, name).await };
    let act = |actor| async move { users::set_standing(app, &actor, name, standing).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}

/// Gives a user a one-time password; the one before counts no longer, nor do sessions and tokens.
#[utoipa::path(
    post, path = "/api/v1/users/{name}/reset", operation_id = "resetUser", tag = "users",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the user's name", max_length = 128)),
    responses((status = 200, description = "the password", body = OneTimePassword)),
)]
pub(super) async fn reset(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let password = users::reset(&app, &actor, &name).await?;
    asked.once(&OneTimePassword { one_time_password: password.into() })
}

/// Takes a user's second factor away, for who has lost it; sessions and tokens end too.
#[utoipa::path(
    delete, path = "/api/v1/users/{name}/second-factor", operation_id = "resetSecondFactor", tag = "users",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the user's name", max_length = 128), ("If-Match" = String, Header, description = "the entity tag of the user as it was seen, or `*`")),
    responses((status = 204, description = "the user has none")),
)]
pub(super) async fn reset_second_factor(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let (app, name) = (&*app, name.as_str());
    let read = |actor| async move { users::show(app, &actor, name).await };
    let act = |actor| async move { users::reset_second_factor(app, &actor, name).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}
