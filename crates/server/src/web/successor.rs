//! The addresses of the original's successor, where the setting `successor_paths` has them: clients that know no others go on.
//!
//! They lead to the same products by the same rules; update.xml is written in the successor's dialect.
//! Source: the successor's constants have `v1` in the address of update.xml alone; a later client has it in all of them.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use axum::{Extension, Router};
use catalog::xml::Dialect;

use super::guard::Visitor;
use super::language::reading;
use super::signed_in::SignedIn;
use super::{installer, updates};
use crate::App;
use crate::actions::catalog::update_xml;
use crate::error::{Kind, Result};
use crate::settings::Settings;

/// What the addresses begin with.
const BEGINNINGS: [&str; 4] = [
    "/ajax/drive/client/windows/v1/",
    "/ajax/drive/client/windows/",
    "/appsuite/api/drive/client/windows/v1/",
    "/appsuite/api/drive/client/windows/",
];
/// What they end with.
const UPDATE_XML: &str = "update.xml";

/// The routes, if the setting wants them.
pub(super) fn routes(settings: &Settings) -> Router<Arc<App>> {
    if !settings.successor_paths {
        return Router::new();
    }
    BEGINNINGS.iter().fold(Router::new(), |router, beginning| {
        router
            .route(&format!("{beginning}{UPDATE_XML}"), get(catalog))
            .route(&format!("{beginning}download/{{name}}"), get(updates::file))
            .route(&format!("{beginning}download"), get(unnamed))
            .route(&format!("{beginning}download/"), get(unnamed))
            .route(&format!("{beginning}install"), get(installer::unnamed))
    })
}

/// Answers with the signed-in user's update.xml; the files that it names are beside it.
async fn catalog(
    State(app): State<Arc<App>>,
    Extension(visitor): Extension<Visitor>,
    SignedIn(actor): SignedIn,
    asked: HeaderMap,
    request: Request,
) -> Result<Response> {
    let beside = request.uri().path().strip_suffix(UPDATE_XML).unwrap_or_default();
    let files_path = format!("{beside}download/");
    let (reading, dialect) = (reading(&asked), Dialect::Successor);
    let answer =
        update_xml(&app, &actor, &visitor.server_url, &files_path, reading.as_ref(), dialect).await?;
    updates::sent(&answer, &asked)
}

/// Says that a file has to be named.
async fn unnamed(SignedIn(_): SignedIn) -> Result<Response> {
    Err(Kind::FileNotNamed.into())
}
