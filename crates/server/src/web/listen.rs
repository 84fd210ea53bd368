//! Connections: accepted within limits, and ended well when the server stops.

use std::error::Error;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{HttpService, Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

use super::crowd::Crowd;
use super::drain::drained;
use super::guard::Peer;
use super::handshake::{HANDSHAKE_TIME_CROWDED_MAX, HANDSHAKE_TIME_MAX, encrypt};
use super::routes;
use crate::App;
use crate::measures;
use crate::rules::peer::is_trusted;

/// The most connections at a time; who comes then waits.
const CONNECTIONS_MAX: usize = 1_024;
/// How long the head of a request may take, and how long a connection may stay without one.
const HEAD_TIME_MAX: Duration = Duration::from_secs(30);
/// The same while more than half of all connections are taken.
const HEAD_TIME_CROWDED_MAX: Duration = Duration::from_secs(5);
/// How long a client may take no byte of an answer.
const STALL_TIME_MAX: Duration = Duration::from_secs(60);
/// How many bytes the buffer has at most that each direction of a connection has; `guard` holds heads to as many.
pub(super) const BUFFER_SIZE: usize = 32 * 1024;
/// The most headers of a request.
const HEADERS_MAX: usize = 100;
/// What a peer is told that has too many connections. It is thrown in without waiting, and may be lost.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
/// How long a connection waits that the system could not accept, such as for want of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// How long requests may go on when the server is asked to stop.
const STOP_TIME_MAX: Duration = Duration::from_secs(10);

/// Answers requests until `stop` ends, and lets those that are under way go on for a while.
pub(crate) async fn listen(app: Arc<App>, listener: TcpListener, stop: impl Future<Output = ()>) {
    let service = TowerToHyperService::new(routes(Arc::clone(&app)));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME_MAX);
    http.max_buf_size(BUFFER_SIZE).max_headers(HEADERS_MAX);
    let mut crowded = http.clone();
    crowded.header_read_timeout(HEAD_TIME_CROWDED_MAX);
    let crowd = Crowd::default();
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let (closing, open) = watch::channel(());
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, peer, place)) = accepted else { continue };
        let is_proxy = is_trusted(peer, &app.settings.trusted_proxies);
        let member = crowd.enter(peer).map(Some).or_else(|| is_proxy.then_some(None));
        let Some(member) = member else {
            tracing::debug!(%peer, "a peer has too many connections");
            let _ = stream.try_write(TOO_MANY);
            continue;
        };
        measures::connections(CONNECTIONS_MAX - places.available_permits());
        let is_crowded = places.available_permits() < CONNECTIONS_MAX / 2;
        let http = if is_crowded { crowded.clone() } else { http.clone() };
        let service = service.clone();
        let member = Arc::new(member);
        let asking = Arc::clone(&member);
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            asking.as_ref().as_ref().inspect(|member| member.asks());
            request.extensions_mut().insert(Peer(peer));
            service.call(drained(request))
        });
        let watcher = graceful.watcher();
        let Some(tls) = &app.tls else {
            spawn(serve(http, bounded(stream), service, watcher), (place, member));
            continue;
        };
        let time_max = if is_crowded { HANDSHAKE_TIME_CROWDED_MAX } else { HANDSHAKE_TIME_MAX };
        let (config, mut open) = (tls.config(), open.clone());
        let beginning = async move {
            let encrypted = tokio::select! {
                encrypted = encrypt(stream, config, time_max, bounded) => encrypted?,
                // Who has not asked yet when the server stops is not waited for.
                _ = open.changed() => return Ok(()),
            };
            serve(http, encrypted, service, watcher).await
        };
        spawn(beginning, (place, member));
    }
    drop(closing);
    drop(listener);
    if timeout(STOP_TIME_MAX, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off when the server stopped");
    }
}

/// A connection whose other end may not be slow for ever.
pub(super) type Bounded = Pin<Box<TimeoutStream<TcpStream>>>;

fn bounded(stream: TcpStream) -> Bounded {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(STALL_TIME_MAX));
    Box::pin(stream)
}

/// Answers the requests of one connection.
async fn serve<Answering>(
    http: http1::Builder,
    stream: impl AsyncRead + AsyncWrite + Unpin + 'static,
    service: Answering,
    watcher: Watcher,
) -> Result<(), Box<dyn Error + Send + Sync>>
where
    Answering: HttpService<Incoming, ResBody = Body>,
    Answering::Error: Into<Box<dyn Error + Send + Sync>>,
{
    Ok(watcher.watch(http.serve_connection(TokioIo::new(stream), service)).await?)
}

/// Lets a connection go on by itself; what it `holds` it holds to its end.
fn spawn(
    connection: impl Future<Output = Result<(), Box<dyn Error + Send + Sync>>> + Send + 'static,
    holds: impl Send + 'static,
) {
    tokio::spawn(async move {
        let _holds = holds;
        if let Err(error) = connection.await {
            tracing::debug!(error, "a connection ended early");
        }
    });
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, IpAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => {
            // Small answers go out at once.
            let _ = stream.set_nodelay(true);
            Some((stream, peer.ip(), place))
        }
        Err(error) => {
            tracing::warn!(%error, "a connection could not be accepted");
            sleep(ACCEPT_PAUSE).await;
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        BUFFER_SIZE, CONNECTIONS_MAX, HANDSHAKE_TIME_CROWDED_MAX, HANDSHAKE_TIME_MAX, HEAD_TIME_CROWDED_MAX,
        HEAD_TIME_MAX, HEADERS_MAX, STALL_TIME_MAX, STOP_TIME_MAX,
    };
    use crate::reference::{assert_says, grouped};

    #[test]
    fn the_limits_are_told() {
        assert_says("oxupdated.md", &format!("| connections | {};", grouped(CONNECTIONS_MAX as u64)));
        let (size, seconds) = (BUFFER_SIZE / 1024, HEAD_TIME_MAX.as_secs());
        assert_says(
            "oxupdated.md",
            &format!(
                "| head of a request | {size} KB, {HEADERS_MAX} headers, {seconds} seconds; {} when more than half of all connections are taken |",
                HEAD_TIME_CROWDED_MAX.as_secs()
            ),
        );
        let (seconds, crowded) = (HANDSHAKE_TIME_MAX.as_secs(), HANDSHAKE_TIME_CROWDED_MAX.as_secs());
        assert_says(
            "oxupdated.md",
            &format!(
                "| handshake of TLS | {seconds} seconds; {crowded} when more than half of all connections are taken |"
            ),
        );
        let seconds = STALL_TIME_MAX.as_secs();
        assert_says(
            "oxupdated.md",
            &format!("| a client that takes no byte of an answer | {seconds} seconds |"),
        );
        assert_says("oxupdated.md", &format!("those under way have {} seconds.", STOP_TIME_MAX.as_secs()));
    }
}
