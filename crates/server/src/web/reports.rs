//! What clients say about installs.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use bytes::Bytes;
use catalog::report::{REPORT_SIZE_MAX, Report};
use tokio::time::timeout;

use super::signed_in::SignedIn;
use crate::App;
use crate::actions::reports;
use crate::error::{Kind, Result};
use crate::model::report::Reception;

/// How long a report may take to arrive.
const BODY_TIME_MAX: Duration = Duration::from_secs(30);

/// Receives a report.
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    SignedIn(actor): SignedIn,
    request: Request,
) -> Result<StatusCode> {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
    if !media_type.trim().eq_ignore_ascii_case("application/json") {
        return Err(Kind::BodyNotJson.into());
    }
    let announced = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|length| length > REPORT_SIZE_MAX)
    {
        return Err(Kind::BodyTooLarge(REPORT_SIZE_MAX).into());
    }
    let body = whole(request.into_body()).await?;
    let report: Report = serde_json::from_slice(&body).map_err(|error| Kind::BodyWrong(error.to_string()))?;
    match reports::receive(&app, &actor, &report).await? {
        Reception::Stored => Ok(StatusCode::CREATED),
        Reception::KnownBefore => Ok(StatusCode::NO_CONTENT),
    }
}

async fn whole(body: Body) -> Result<Bytes> {
    match timeout(BODY_TIME_MAX, to_bytes(body, REPORT_SIZE_MAX)).await {
        Err(_) => Err(Kind::BodyLate.into()),
        // A body that broke off has nobody left to be told.
        Ok(Err(_)) => Err(Kind::BodyTooLarge(REPORT_SIZE_MAX).into()),
        Ok(Ok(body)) => Ok(body),
    }
}

#[cfg(test)]
mod tests {
    use super::{BODY_TIME_MAX, REPORT_SIZE_MAX};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let (size, seconds) = (REPORT_SIZE_MAX / 1024, BODY_TIME_MAX.as_secs());
        assert_says("oxupdated.md", &format!("| body of a report | {size} KB, {seconds} seconds |"));
        assert_says("http.md", &format!("| 408 | it did not arrive within {seconds} seconds |"));
        assert_says("http.md", &format!("| 413 | it is larger than {size} KB |"));
    }
}
