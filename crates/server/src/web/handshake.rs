//! The beginning of an encrypted connection, within a time, before anything is known of who asks.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use text::{Language, message};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use super::listen::Bounded;
use crate::measures;

/// How long a handshake may take.
pub(super) const HANDSHAKE_TIME_MAX: Duration = Duration::from_secs(10);
/// The same while more than half of all connections are taken.
pub(super) const HANDSHAKE_TIME_CROWDED_MAX: Duration = Duration::from_secs(3);
/// What each handshake begins with. Source: RFC 8446, section 5.1.
const HANDSHAKE: u8 = 22;
/// How much is read of a request that came unencrypted, so that its sender gets to read the answer.
const PLAIN_READ_SIZE: usize = 8 * 1024;

/// Encrypts a connection. Who speaks plain HTTP is told so; `bound` wraps what goes out.
///
/// # Errors
/// If the handshake fails or takes too long.
pub(super) async fn encrypt(
    stream: TcpStream,
    config: Arc<ServerConfig>,
    time_max: Duration,
    bound: impl FnOnce(TcpStream) -> Bounded,
) -> io::Result<TlsStream<Bounded>> {
    let beginning = async {
        let mut first = [0];
        if stream.peek(&mut first).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if first != [HANDSHAKE] {
            refuse(stream).await?;
            return Err(io::Error::new(io::ErrorKind::InvalidData, "it does not speak TLS"));
        }
        TlsAcceptor::from(config).accept(bound(stream)).await
    };
    let begun = timeout(time_max, beginning).await.unwrap_or_else(|late| Err(late.into()));
    if begun.is_err() {
        measures::handshake_failed();
    }
    begun
}

/// Answers a request that is not encrypted, which can be no answer to what it asks.
async fn refuse(mut stream: TcpStream) -> io::Result<()> {
    let _ = stream.read(&mut [0; PLAIN_READ_SIZE]).await?;
    // Its language is not known: nothing of it is understood here.
    let sentence = message!("error-not-encrypted").say(Language::English) + "\n";
    let head = format!(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        sentence.len()
    );
    stream.write_all((head + &sentence).as_bytes()).await?;
    stream.shutdown().await
}
