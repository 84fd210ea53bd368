//! Devices make themselves known.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use catalog::device::{ENROLMENT_SIZE_MAX, Enrolled, Enrolment};

use super::api::clients::{EnrolledForm, EnrolmentForm};
use super::body;
use super::signed_in::SignedIn;
use crate::App;
use crate::actions::devices;
use crate::error::{Error, Result};

/// Enrols a device, and answers with its token: the only time that the token is shown.
#[utoipa::path(
    post, path = "/api/v1/devices", operation_id = "enrolDevice", tag = "clients", security(("password" = [])),
    request_body(content = EnrolmentForm, description = "at most 4 KB"),
    responses(
        (status = 201, description = "it is enrolled; the token is shown this once", body = EnrolledForm),
        (status = 403, description = "a device token was sent: it takes the password"),
        (status = 429, description = "too many enrolments or wrong passwords; `Retry-After` says when to come again"),
    ),
)]
pub(super) async fn enrol(
    State(app): State<Arc<App>>,
    SignedIn(actor): SignedIn,
    request: Request,
) -> Result<Response> {
    devices::may_enrol(&actor)?;
    let enrolment: Enrolment = body::read(request, ENROLMENT_SIZE_MAX).await?;
    let token = devices::enrol(&app, &actor, enrolment).await?;
    let answer = serde_json::to_vec(&Enrolled { token }).map_err(Error::internal)?;
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "private, no-store")];
    Ok((StatusCode::CREATED, headers, answer).into_response())
}

#[cfg(test)]
mod tests {
    use catalog::device::{ENROLMENT_SIZE_MAX, TOKEN_LENGTH, TOKEN_PREFIX};

    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let size = ENROLMENT_SIZE_MAX / 1024;
        assert_says("oxupdated.md", &format!("| body of an enrolment | {size} KB, 30 seconds |"));
        assert_says("http.md", &format!("a JSON object of at most {size} KB"));
        let behind = TOKEN_LENGTH - TOKEN_PREFIX.len();
        assert_says("http.md", &format!("`{TOKEN_PREFIX}` and {behind} characters"));
    }
}
