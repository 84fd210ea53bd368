//! HTTP: the route table, every URL on one screen. docs/reference/http.md describes each for people.

mod api;
mod body;
mod check_ins;
mod conditions;
mod crowd;
mod csv;
mod device_authorization;
mod devices;
mod drain;
mod errors;
mod feed;
mod foreign_session;
mod guard;
mod handshake;
mod health;
mod installer;
mod language;
mod listen;
mod marks;
mod metrics;
mod pages;
mod reports;
mod signed_in;
mod successor;
mod updates;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::Response;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::get;
use tower_http::trace::TraceLayer;
use tracing::{Instrument, Span};

use self::marks::RequestId;
use crate::App;
use crate::error::Error;
pub(crate) use listen::listen;
pub(crate) use metrics::tell as tell_metrics;

fn routes(app: Arc<App>) -> Router {
    Router::new()
        .route("/ajax/updater/update.xml", get(updates::catalog))
        .route("/ajax/updater/files/{name}", get(updates::file))
        .merge(api::routes())
        .route("/ajax/updater/installer/", get(installer::unnamed))
        .route("/ajax/updater/installer/{name}", get(installer::named))
        .route("/appsuite/api/updater/installer/{name}", get(installer::named))
        .merge(successor::routes(&app.settings))
        .merge(pages::routes())
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::method_unknown)
        .layer(from_fn(to_the_end))
        .layer(from_fn(foreign_session::take_away))
        .layer(from_fn_with_state(Arc::clone(&app), guard::guard))
        .merge(health::routes())
        .layer(from_fn(errors::say))
        .layer(from_fn(pages::guarded))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(log))
        .layer(from_fn(metrics::count))
        .layer(from_fn_with_state(Arc::clone(&app), marks::mark))
        .with_state(app)
}

/// Lets a request that may change something run to its end though who asked has hung up: no change is left without its snapshot.
async fn to_the_end(request: Request, next: Next) -> axum::response::Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    let answered = tokio::spawn(next.run(request).in_current_span()).await;
    answered.unwrap_or_else(|error| Error::internal(error).into_response())
}

/// What all lines of the log about one request bear. Nothing of a request's headers, and no query, is ever logged.
fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().map(RequestId::as_str).unwrap_or_default();
    tracing::info_span!("request", id, method = %request.method(), path = request.uri().path(), user = tracing::field::Empty)
}

fn log<Body>(response: &Response<Body>, time: std::time::Duration, _: &Span) {
    tracing::info!(status = response.status().as_u16(), milliseconds = time.as_millis(), "answered");
}
