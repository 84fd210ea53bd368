//! One connection to a directory: encrypted and verified before anything is said, one question at a time, an end to what is read.

use std::sync::Arc;

use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::answer::{Answer, Content, Entry, Malformed, Outcome, decode, length};
use super::outcome::{of_start_tls, trouble};
use super::request::{Request, RequestError, Search, encode};
use crate::identity::SourceError;
use crate::settings::{LdapEncryption, LdapSettings};

/// The most references to other directories that are passed over in one search.
const REFERENCES_MAX: usize = 100;

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<Any: AsyncRead + AsyncWrite + Send + Unpin> Stream for Any {}

/// A connection. Whoever drops it closes it; [`Connection::close`] says so to the other end first.
pub(super) struct Connection {
    stream: Box<dyn Stream>,
    read: Vec<u8>,
    id: i32,
}

/// What a search found.
pub(super) struct Found {
    /// The entries, at most as many as were asked for.
    pub(super) entries: Vec<Entry>,
    /// How it ended.
    pub(super) outcome: Outcome,
}

impl Connection {
    /// Connects, and encrypts as the settings say.
    ///
    /// # Errors
    /// [`SourceError::NotReached`] if it cannot connect, or the other end is not who it should be.
    pub(super) async fn open(
        settings: &LdapSettings,
        tls: Option<&Arc<ClientConfig>>,
    ) -> Result<Self, SourceError> {
        let (host, port) = (settings.host(), settings.port());
        let away = |error: std::io::Error| SourceError::NotReached(format!("{host}:{port}: {error}"));
        let mut stream = TcpStream::connect((host, port)).await.map_err(away)?;
        stream.set_nodelay(true).map_err(away)?;
        let Some(tls) = tls else { return Ok(Self::over(stream)) };
        if settings.encryption == LdapEncryption::StartTls {
            stream = start_tls(stream).await?;
        }
        let name = ServerName::try_from(host.to_owned())
            .map_err(|_| SourceError::NotReached(format!("{host} is no name that a certificate can have")))?;
        let encrypted = TlsConnector::from(Arc::clone(tls)).connect(name, stream).await.map_err(away)?;
        Ok(Self::over(encrypted))
    }

    fn over(stream: impl Stream + 'static) -> Self {
        Self { stream: Box::new(stream), read: Vec::new(), id: 0 }
    }

    /// Asks whether a password is an entry's.
    ///
    /// # Errors
    /// [`SourceError`] if no answer comes. An empty password is not sent, and is an error too.
    pub(super) async fn bind(&mut self, dn: &str, password: &str) -> Result<Outcome, SourceError> {
        self.send(&Request::Bind { dn, password }).await?;
        match self.answer().await? {
            Content::Bind(outcome) => Ok(outcome),
            _ => Err(not_understood(Malformed::Message)),
        }
    }

    /// Searches; references to other directories are passed over.
    ///
    /// # Errors
    /// [`SourceError`] if no answer comes, or more of it than was asked for.
    pub(super) async fn search(&mut self, search: &Search) -> Result<Found, SourceError> {
        self.send(&Request::Search(search)).await?;
        let (mut entries, mut references) = (Vec::new(), 0);
        loop {
            match self.answer().await? {
                Content::Entry(entry) if entries.len() < search.entries_max => entries.push(entry),
                Content::Reference if references < REFERENCES_MAX => references += 1,
                Content::Search(outcome) => return Ok(Found { entries, outcome }),
                Content::Entry(_) | Content::Reference => {
                    return Err(SourceError::NotUnderstood("more was found than was asked for".to_owned()));
                }
                _ => return Err(not_understood(Malformed::Message)),
            }
        }
    }

    /// Says goodbye and closes. That the other end is gone already harms nobody.
    pub(super) async fn close(mut self) {
        if self.send(&Request::Unbind).await.is_ok() {
            let _ = self.stream.shutdown().await;
        }
    }

    async fn send(&mut self, request: &Request<'_>) -> Result<(), SourceError> {
        self.id += 1;
        let bytes = encode(self.id, request)
            .map_err(|error: RequestError| SourceError::NotUnderstood(error.to_string()))?;
        self.stream.write_all(&bytes).await.map_err(broken)?;
        self.stream.flush().await.map_err(broken)
    }

    /// The next answer to the question that was put last.
    async fn answer(&mut self) -> Result<Content, SourceError> {
        let Answer { id, content } = read(&mut self.stream, &mut self.read).await?;
        match content {
            content if id == self.id => Ok(content),
            // RFC 4511, section 4.4: what nobody asked for is that the connection ends.
            Content::Extended(outcome) if id == 0 => Err(trouble(&outcome)),
            _ => Err(not_understood(Malformed::Message)),
        }
    }
}

/// Agrees on encryption. What stands behind the answer was sent by anybody and counts as a break.
async fn start_tls(mut stream: TcpStream) -> Result<TcpStream, SourceError> {
    let bytes =
        encode(1, &Request::StartTls).map_err(|error| SourceError::NotUnderstood(error.to_string()))?;
    stream.write_all(&bytes).await.map_err(broken)?;
    let mut rest = Vec::new();
    match read(&mut stream, &mut rest).await? {
        Answer { content: Content::Extended(outcome), .. } => of_start_tls(&outcome)?,
        _ => return Err(not_understood(Malformed::Message)),
    }
    if rest.is_empty() { Ok(stream) } else { Err(not_understood(Malformed::Message)) }
}

/// Reads the next message; `begun` is what was read too much.
async fn read(stream: &mut (impl AsyncRead + Unpin), begun: &mut Vec<u8>) -> Result<Answer, SourceError> {
    loop {
        if let Some(length) = length(begun).map_err(not_understood)?.filter(|length| *length <= begun.len()) {
            let message: Vec<u8> = begun.drain(..length).collect();
            return decode(&message).map_err(not_understood);
        }
        if stream.read_buf(begun).await.map_err(broken)? == 0 {
            return Err(SourceError::NotReached("the connection was closed".to_owned()));
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn broken(error: std::io::Error) -> SourceError {
    SourceError::NotReached(error.to_string())
}

fn not_understood(error: Malformed) -> SourceError {
    SourceError::NotUnderstood(error.to_string())
}
