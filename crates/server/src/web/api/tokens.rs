//! API tokens: a program's own one, and for administrators those of all programs.
//!
//! No token makes another one: that takes a person on the pages, or at the server's machine.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Asked;
use super::caller::Caller;
use super::filter::Filter;
use super::paging::{Page, Paging};
use super::place::Place;
use crate::App;
use crate::actions::api_tokens;
use crate::error::Result;
use crate::model::api_token::{ApiTokenId, ApiTokenLine};

/// Which tokens are listed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct TokenFilter {
    /// The name of the user whose tokens are asked for.
    #[param(max_length = 128)]
    user: Option<String>,
}

/// Tells what the token that is sent is for.
#[utoipa::path(
    get, path = "/api/v1/token", operation_id = "showOwnToken", tag = "tokens",
    responses((status = 200, description = "the token", body = ApiTokenLine)),
)]
pub(super) async fn own(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    asked.one(&api_tokens::own(&app, &actor).await?)
}

/// Revokes the token that is sent.
///
/// It takes no `If-Match`: whoever fears that a token is known to others must not have to try twice.
#[utoipa::path(
    delete, path = "/api/v1/token", operation_id = "revokeOwnToken", tag = "tokens",
    responses((status = 204, description = "the token counts no longer")),
)]
pub(super) async fn revoke_own(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    api_tokens::revoke_own(&app, &actor).await?;
    Ok(asked.nothing())
}

/// Lists the tokens of all users.
#[utoipa::path(
    get, path = "/api/v1/tokens", operation_id = "listTokens", tag = "tokens", extensions(("x-scope" = json!("administer"))), params(TokenFilter, Paging),
    responses((status = 200, description = "tokens, the oldest first", body = Page<ApiTokenLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<TokenFilter>,
    paging: Paging,
) -> Result<Response> {
    let tokens = api_tokens::list(&app, &actor, filter.user.as_deref()).await?;
    asked.page(&paging.page_of(tokens, |token| token.id)?)
}

/// Shows a token.
#[utoipa::path(
    get, path = "/api/v1/tokens/{id}", operation_id = "showToken", tag = "tokens", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the token's number")),
    responses((status = 200, description = "the token", body = ApiTokenLine)),
)]
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    asked.one(&api_tokens::one(&app, &actor, ApiTokenId(id)).await?)
}

/// Revokes a token.
#[utoipa::path(
    delete, path = "/api/v1/tokens/{id}", operation_id = "revokeToken", tag = "tokens", extensions(("x-scope" = json!("administer"))),
    params(("id" = i64, Path, description = "the token's number"), ("If-Match" = String, Header, description = "the entity tag of the token as it was seen, or `*`")),
    responses((status = 204, description = "the token counts no longer")),
)]
pub(super) async fn revoke(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(id): Place<i64>,
) -> Result<Response> {
    let (app, id) = (&*app, ApiTokenId(id));
    let read = |actor| async move { api_tokens::one(app, &actor, id).await };
    let act = |actor| async move { api_tokens::revoke(app, &actor, id).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}
