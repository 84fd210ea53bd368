//! Reports: what clients said about installs. Clients send them by `web/reports.rs`.

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
use crate::actions::reports;
use crate::error::Result;
use crate::model::report::ReportLine;
use crate::model::report_filter::WrittenReportFilter;
use crate::model::slice::Slice;

/// Which reports are listed; what is absent leaves nothing out.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ReportFilter {
    /// The user, by name.
    #[param(max_length = 128)]
    user: Option<String>,
    /// The PC's number, or a part of the computer's name.
    #[param(max_length = 256)]
    device: Option<String>,
    /// The product: its upgrade code, or a part of its name.
    #[param(max_length = 256)]
    product: Option<String>,
    /// The product's platform, such as `x64`.
    #[param(max_length = 16)]
    platform: Option<String>,
    /// The version that was to be installed.
    #[param(max_length = 64)]
    version: Option<String>,
    /// An outcome, such as `installed`; or `failing`, which is each that calls for somebody's attention.
    #[param(max_length = 64)]
    outcome: Option<String>,
    /// The first day, or time, when the server received them.
    #[param(max_length = 64)]
    since: Option<String>,
    /// The last one.
    #[param(max_length = 64)]
    until: Option<String>,
}

/// Lists reports.
#[utoipa::path(
    get, path = "/api/v1/reports", operation_id = "listReports", tag = "reports",
    extensions(("x-scope" = json!("view"))), params(ReportFilter, Paging),
    responses((status = 200, description = "reports, the newest first", body = Page<ReportLine>)),
)]
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Caller(actor): Caller,
    asked: Asked,
    Filter(filter): Filter<ReportFilter>,
    paging: Paging,
) -> Result<Response> {
    let ReportFilter { user, device, product, platform, version, outcome, since, until } = filter;
    let mut filter =
        WrittenReportFilter { user, device, product, platform, version, outcome, since, until, before: None };
    let total = reports::list(&app, &actor, &filter, Slice::first(0)).await?.total;
    filter.before = paging.after()?;
    let listed = reports::list(&app, &actor, &filter, paging.slice()).await?;
    asked.page(&paging.page_of_more(listed.lines, |line| line.id, total)?)
}
