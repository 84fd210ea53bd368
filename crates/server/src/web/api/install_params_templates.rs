//! Templates of install params: what comes with the product, to be taken as it is or changed.

use axum::response::Response;

use super::asked::Asked;
use super::caller::Caller;
use super::paging::{Page, Paging};
use crate::actions::preconfiguration::{self, TemplateLine};
use crate::error::Result;

/// Lists templates of install params.
#[utoipa::path(
    get, path = "/api/v1/install-params-templates", operation_id = "listInstallParamsTemplates", tag = "packages",
    extensions(("x-scope" = json!("view"))), params(Paging),
    responses((status = 200, description = "templates by name", body = Page<TemplateLine>)),
)]
pub(super) async fn list(Caller(actor): Caller, asked: Asked, paging: Paging) -> Result<Response> {
    let mut lines = preconfiguration::templates(&actor)?;
    lines.sort_by_key(|line| line.name);
    asked.page(&paging.page_of(lines, |line: &TemplateLine| line.name.to_owned())?)
}
