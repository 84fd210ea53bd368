//! What clients say about PCs.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use catalog::check_in::{CHECK_IN_SIZE_MAX, CheckIn};

use super::api::clients::CheckInForm;
use super::body;
use super::signed_in::SignedIn;
use crate::App;
use crate::actions::check_ins;
use crate::error::Result;

/// Receives a check-in.
#[utoipa::path(
    post, path = "/api/v1/check-ins", operation_id = "checkIn", tag = "clients", security(("password" = [])),
    request_body(content = CheckInForm, description = "at most 1 MB"),
    responses(
        (status = 204, description = "it is stored"),
        (status = 429, description = "too many wrong passwords; `Retry-After` says when to come again"),
    ),
)]
pub(super) async fn receive(
    State(app): State<Arc<App>>,
    SignedIn(actor): SignedIn,
    request: Request,
) -> Result<StatusCode> {
    let check_in: CheckIn = body::read(request, CHECK_IN_SIZE_MAX).await?;
    check_ins::receive(&app, &actor, &check_in).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[cfg(test)]
mod tests {
    use catalog::check_in::{
        CHECK_IN_PRODUCTS_MAX, CHECK_IN_SIZE_MAX, INSTALLED_VERSIONS_MAX, SYSTEM_VERSION_LENGTH_MAX,
    };
    use catalog::device::COMPUTER_NAME_LENGTH_MAX;

    use super::body::BODY_TIME_MAX;
    use crate::reference::{assert_says, grouped};

    #[test]
    fn the_limits_are_told() {
        let (size, seconds) = (CHECK_IN_SIZE_MAX / 1024 / 1024, BODY_TIME_MAX.as_secs());
        assert_says("oxupdated.md", &format!("| body of a check-in | {size} MB, {seconds} seconds |"));
        assert_says("http.md", &format!("a JSON object of at most {size} MB"));
        let products = grouped(CHECK_IN_PRODUCTS_MAX as u64);
        assert_says("http.md", &format!("at most {products} objects"));
        assert_says("http.md", &format!("at most {INSTALLED_VERSIONS_MAX} objects"));
        assert_says("http.md", &format!("1 to {SYSTEM_VERSION_LENGTH_MAX} characters"));
        assert_says("http.md", &format!("1 to {COMPUTER_NAME_LENGTH_MAX} characters"));
    }
}
