//! Whether this server lives and can work: for load balancers and supervisors, which send a `Host` of their own.
//!
//! So these are answered before `guard`, and say a word and no more; the log says why something is not ready.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::App;
use crate::actions::readiness::is_ready;

/// `/healthz` and `/readyz`.
pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/healthz", get(health)).route("/readyz", get(readiness))
}

async fn health() -> Response {
    answer(StatusCode::OK, "ok\n")
}

async fn readiness(State(app): State<Arc<App>>) -> Response {
    if is_ready(&app).await {
        answer(StatusCode::OK, "ready\n")
    } else {
        answer(StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
    }
}

fn answer(status: StatusCode, word: &'static str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], word).into_response()
}
