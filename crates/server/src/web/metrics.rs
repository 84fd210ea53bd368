//! Metrics for Prometheus, on a listener of their own: they are for who runs the server, and nobody else gets there.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use super::health;
use crate::App;
use crate::actions::measures::measure;
use crate::measures;

/// The most connections to metrics at a time; who comes then waits.
const CONNECTIONS_MAX: usize = 16;
/// How long a connection to metrics may last.
const CONNECTION_TIME_MAX: Duration = Duration::from_secs(30);
/// How long a connection waits that the system could not accept.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// How often what was measured is put in order, asked or not, so that it does not pile up.
const ORDER_EVERY: Duration = Duration::from_secs(5);
/// Source: prometheus.io, "Exposition formats".
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Tells metrics until `stop` ends.
pub(crate) async fn tell(
    app: Arc<App>,
    listener: TcpListener,
    handle: PrometheusHandle,
    stop: impl Future<Output = ()>,
) {
    let routes = Router::new()
        .route("/metrics", get(metrics))
        .with_state((Arc::clone(&app), handle.clone()))
        .merge(health::routes().with_state(app));
    let service = TowerToHyperService::new(routes);
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let mut due = interval(ORDER_EVERY);
    due.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = async {
                let place = Arc::clone(&places).acquire_owned().await;
                (listener.accept().await, place)
            } => accepted,
            _ = due.tick() => {
                handle.run_upkeep();
                continue;
            }
            () = &mut stop => break,
        };
        let (Ok((stream, _)), Ok(place)) = accepted else {
            sleep(ACCEPT_PAUSE).await;
            continue;
        };
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(CONNECTION_TIME_MAX).keep_alive(false);
        let connection = http.serve_connection(TokioIo::new(stream), service.clone());
        tokio::spawn(async move {
            let _place = place;
            let _ = timeout(CONNECTION_TIME_MAX, connection).await;
        });
    }
}

async fn metrics(State((app, handle)): State<(Arc<App>, PrometheusHandle)>) -> Response {
    measure(&app).await;
    ([(CONTENT_TYPE, TEXT)], handle.render()).into_response()
}

/// Counts a request under the route that it took.
pub(super) async fn count(request: Request, next: Next) -> Response {
    let began_at = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = name_of(request.method());
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    measures::request(route, method, response.status().as_u16(), began_at.elapsed());
    response
}

/// The methods that are told apart: a client may make up any number of others.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::{CONNECTION_TIME_MAX, CONNECTIONS_MAX};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let line = format!(
            "| connections to metrics | {CONNECTIONS_MAX}, {} seconds each; others wait |",
            CONNECTION_TIME_MAX.as_secs()
        );
        assert_says("oxupdated.md", &line);
    }
}
