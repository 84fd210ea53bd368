//! The audit: who did what, when, from where.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Asked;
use super::caller::Caller;
use super::filter::Filter;
use super::paging::{Page, Paging};
use crate::App;
use crate::actions::audit;
use crate::error::Result;
use crate::model::audit::AuditLine;
use crate::model::audit_filter::WrittenAuditFilter;
use crate::model::slice::Slice;

/// Which lines are listed; what is absent leaves nothing out.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AuditFilter {
    /// A part of the name of who did it.
    #[param(max_length = 256)]
    actor: Option<String>,
    /// How the action begins, such as `user.` or `package.add`.
    #[param(max_length = 256)]
    action: Option<String>,
    /// A part of what it was done to, or of the details.
    #[param(max_length = 256)]
    subject: Option<String>,
    /// How the address begins from which it was done.
    #[param(max_length = 256)]
    address: Option<String>,
    /// The first day, or time.
    #[param(max_length = 64)]
    since: Option<String>,
    /// The last one.
    #[param(max_length = 64)]
    until: Option<String>,
}

/// Lists lines of the audit.
#[utoipa::path(
    get, path = "/api/v1/audit", operation_id = "listAudit", tag = "audit",
    extensions(("x-scope" = json!("audit"))), params(AuditFilter, Paging),
    responses((status = 200, description = "lines, the newest first", body = Page<AuditLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<AuditFilter>,
    paging: Paging,
) -> Result<Response> {
    let AuditFilter { actor: who, action, subject, address, since, until } = filter;
    let mut filter = WrittenAuditFilter { actor: who, action, subject, address, since, until, before: None };
    let total = audit::list(&app, &actor, &filter, Slice::first(0)).await?.total;
    filter.before = paging.after()?;
    let listed = audit::list(&app, &actor, &filter, paging.slice()).await?;
    asked.page(&paging.page_of_more(listed.lines, |line| line.id, total)?)
}
