//! Preconditions: whether an Open-Xchange server has what the connector and its plug-ins need.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::Asked;
use super::caller::Caller;
use super::place::Place;
use crate::App;
use crate::actions::preconditions;
use crate::error::Result;
use crate::model::precondition::{Precondition, ToldPlugIn, told};
use crate::rules::role::Ability;

/// What was found of an Open-Xchange server.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Preconditions {
    /// Whether the settings name a server to read.
    configured: bool,
    /// The connector and its plug-ins with their preconditions.
    plug_ins: Vec<ToldPlugIn>,
}

impl Preconditions {
    fn new(found: Option<&[Precondition]>, asked: &Asked) -> Self {
        let plug_ins = told(found.unwrap_or_default(), asked.language());
        Self { configured: found.is_some(), plug_ins }
    }
}

/// Tells whether the Open-Xchange server that the settings name has what the connector and its plug-ins need.
#[utoipa::path(
    get, path = "/api/v1/preconditions", operation_id = "showPreconditions", tag = "preconditions",
    extensions(("x-scope" = json!("administer"))),
    responses((status = 200, description = "the preconditions by plug-in", body = Preconditions)),
)]
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    let found = preconditions::show(&app, &actor).await?;
    asked.one(&Preconditions::new(found.as_deref(), &asked))
}

/// Tells the same with what one user needs: which plug-ins will be active for the user, and why not.
#[utoipa::path(
    get, path = "/api/v1/users/{name}/preconditions", operation_id = "showUserPreconditions", tag = "preconditions",
    extensions(("x-scope" = json!("administer"))),
    params(("name" = String, Path, description = "the user's name", max_length = 128)),
    responses((status = 200, description = "the preconditions by plug-in", body = Preconditions)),
)]
pub(super) async fn of_user(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Place(name): Place<String>,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let found = preconditions::of_user(&app, &actor, &name).await?;
    asked.one(&Preconditions::new(found.as_deref(), &asked))
}
