//! The updater package: the MSI that people install the updater with.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asked::Asked;
use super::body;
use super::caller::Caller;
use crate::App;
use crate::actions::updater_package;
use crate::error::Result;
use crate::model::updater_package::UpdaterPackageLine;
use crate::rules::role::{Ability, Actor};

/// What people install the updater with.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct UpdaterPackageForm {
    /// The package; none if nobody has said which.
    package: Option<UpdaterPackageLine>,
}

/// Which package is to be the updater package.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WantedPackage {
    /// The product's name, its upgrade code, or the first digits of the SHA-256.
    #[schema(min_length = 1, max_length = 256)]
    package: String,
    /// The version, if there are several.
    #[schema(max_length = 64)]
    version: Option<String>,
}

fn form(app: &App, actor: &Actor) -> Result<UpdaterPackageForm> {
    Ok(UpdaterPackageForm { package: updater_package::show(app, actor)? })
}

/// Shows which package people install the updater with.
#[utoipa::path(
    get, path = "/api/v1/updater-package", operation_id = "showUpdaterPackage", tag = "updater",
    extensions(("x-scope" = json!("view"))),
    responses((status = 200, description = "the package, or that there is none", body = UpdaterPackageForm)),
)]
pub(super) async fn show(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    asked.one(&form(&app, &actor)?)
}

/// Makes a package the one that people install the updater with.
#[utoipa::path(
    put, path = "/api/v1/updater-package", operation_id = "setUpdaterPackage", tag = "updater",
    extensions(("x-scope" = json!("administer"))), request_body = WantedPackage,
    params(("If-Match" = String, Header, description = "the entity tag of what was seen, or `*`")),
    responses((status = 200, description = "the package", body = UpdaterPackageForm)),
)]
pub(super) async fn set(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    request: Request,
) -> Result<Response> {
    let wanted: WantedPackage = body::read(&actor, Ability::Administer, request).await?;
    let (app, package, version) = (&*app, wanted.package.as_str(), wanted.version.as_deref());
    let read = |actor| async move { form(app, &actor) };
    let act = |actor| async move {
        let set = updater_package::set(app, &actor, package, version).await;
        set.map_err(|error| error.at("/package"))
    };
    asked.change(app, &actor, read, act).await?;
    let package = app.snapshot.load().updater_package.as_deref().map(UpdaterPackageLine::from);
    asked.one(&UpdaterPackageForm { package })
}

/// Leaves no package the updater package; the package itself stays as it is.
#[utoipa::path(
    delete, path = "/api/v1/updater-package", operation_id = "unsetUpdaterPackage", tag = "updater",
    extensions(("x-scope" = json!("administer"))),
    params(("If-Match" = String, Header, description = "the entity tag of what was seen, or `*`")),
    responses((status = 204, description = "there is none")),
)]
pub(super) async fn unset(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
) -> Result<Response> {
    actor.require(Ability::Administer)?;
    let app = &*app;
    let read = |actor| async move { form(app, &actor) };
    let act = |actor| async move { updater_package::unset(app, &actor).await };
    asked.change(app, &actor, read, act).await?;
    Ok(asked.nothing())
}
