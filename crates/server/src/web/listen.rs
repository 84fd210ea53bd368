//! Connections: accepted within limits, and ended well when the server stops.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

use super::routes;
use crate::App;

/// The most connections at a time; who comes then waits.
const CONNECTIONS_MAX: usize = 1_024;
/// How long the head of a request may take, and how long a connection may stay without one.
const HEAD_TIME_MAX: Duration = Duration::from_secs(30);
/// How long a client may take no byte of an answer.
const STALL_TIME_MAX: Duration = Duration::from_secs(60);
/// The most bytes of a request's head, and of the buffer that each direction of a connection has.
const BUFFER_SIZE: usize = 32 * 1024;
/// How long a connection waits that the system could not accept, such as for want of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// How long requests may go on when the server is asked to stop.
const STOP_TIME_MAX: Duration = Duration::from_secs(10);

/// Answers requests until `stop` ends, and lets those that are under way go on for a while.
pub(crate) async fn listen(app: Arc<App>, listener: TcpListener, stop: impl Future<Output = ()>) {
    let service = TowerToHyperService::new(routes(app));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME_MAX).max_buf_size(BUFFER_SIZE);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, place)) = accepted else { continue };
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(STALL_TIME_MAX));
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service.clone());
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _place = place;
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    if timeout(STOP_TIME_MAX, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off when the server stopped");
    }
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => {
            // Small answers go out at once.
            let _ = stream.set_nodelay(true);
            Some((stream, place))
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
    use super::{BUFFER_SIZE, CONNECTIONS_MAX, HEAD_TIME_MAX, STALL_TIME_MAX, STOP_TIME_MAX};
    use crate::reference::{assert_says, grouped};

    #[test]
    fn the_limits_are_told() {
        assert_says("oxupdated.md", &format!("| connections | {};", grouped(CONNECTIONS_MAX as u64)));
        let (size, seconds) = (BUFFER_SIZE / 1024, HEAD_TIME_MAX.as_secs());
        assert_says("oxupdated.md", &format!("| head of a request | {size} KB, {seconds} seconds |"));
        let seconds = STALL_TIME_MAX.as_secs();
        assert_says(
            "oxupdated.md",
            &format!("| a client that takes no byte of an answer | {seconds} seconds |"),
        );
        assert_says("oxupdated.md", &format!("those under way have {} seconds.", STOP_TIME_MAX.as_secs()));
    }
}
