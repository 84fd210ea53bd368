//! What clients say about installs.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use catalog::report::{REPORT_SIZE_MAX, Report};

use super::api::clients::ReportForm;
use super::body;
use super::signed_in::SignedIn;
use crate::App;
use crate::actions::reports;
use crate::error::Result;
use crate::model::report::Reception;

/// Receives a report.
#[utoipa::path(
    post, path = "/api/v1/reports", operation_id = "report", tag = "clients", security(("password" = [])),
    request_body(content = ReportForm, description = "at most 16 KB"),
    responses(
        (status = 201, description = "it is stored"),
        (status = 204, description = "the same user sent it before"),
        (status = 429, description = "too many wrong passwords; `Retry-After` says when to come again"),
    ),
)]
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    SignedIn(actor): SignedIn,
    request: Request,
) -> Result<StatusCode> {
    let report: Report = body::read(request, REPORT_SIZE_MAX).await?;
    match reports::receive(&app, &actor, &report).await? {
        Reception::Stored => Ok(StatusCode::CREATED),
        Reception::KnownBefore => Ok(StatusCode::NO_CONTENT),
    }
}

#[cfg(test)]
mod tests {
    use super::REPORT_SIZE_MAX;
    use super::body::BODY_TIME_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let (size, seconds) = (REPORT_SIZE_MAX / 1024, BODY_TIME_MAX.as_secs());
        assert_says("oxupdated.md", &format!("| body of a report | {size} KB, {seconds} seconds |"));
        assert_says("http.md", &format!("| 408 | it did not arrive within {seconds} seconds |"));
        assert_says("http.md", &format!("| 413 | it is larger than {size} KB |"));
    }
}
