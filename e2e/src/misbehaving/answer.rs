//! What a misbehaving server answers, byte by byte.

use std::io::{ErrorKind, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::Asked;

/// How long the server waits between two bytes that drip, for the client to lose its patience.
const DRIP_EVERY: Duration = Duration::from_millis(20);

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    head: String,
    body: Vec<u8>,
    /// How many bytes the head announces; `None` if it says nothing.
    announced: Option<usize>,
    then: Then,
}

/// What the server does behind the bytes of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// It closes the connection.
    Close,
    /// It says nothing more, and keeps the connection.
    Silence,
    /// It sends one byte after the other, slowly.
    Drip,
    /// The same, and before the head has ended.
    DripHead,
    /// It sends this again and again.
    Flood(Vec<u8>),
}

impl Answer {
    /// An answer without a body.
    #[must_use]
    pub fn status(status: u16) -> Self {
        let head = format!("HTTP/1.1 {status} Said\r\nconnection: close\r\n");
        Self { head, body: Vec::new(), announced: Some(0), then: Then::Close }
    }

    /// A body, whose length is announced.
    #[must_use]
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::status(200).with_body(body)
    }

    /// A file with an ETag, whole or from where the client wants to go on, as an honest server gives it.
    #[must_use]
    pub fn file(asked: &Asked, bytes: &[u8], etag: &str) -> Self {
        let same = asked.header("if-range").is_none_or(|validator| validator == etag);
        let first = asked
            .header("range")
            .filter(|_| same)
            .and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
        match first.and_then(|first| Some((first, bytes.get(first..)?))) {
            Some((first, rest)) => Self::status(206)
                .header("content-range", &format!("bytes {first}-{}/{}", bytes.len() - 1, bytes.len()))
                .with_body(rest),
            None => Self::ok(bytes),
        }
        .header("etag", etag)
    }

    /// Sends on to another address.
    #[must_use]
    pub fn redirect(to: &str) -> Self {
        Self::status(302).header("location", to)
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.head.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    /// Announces all of the body and sends so many bytes of it.
    #[must_use]
    pub fn cut(mut self, after: usize) -> Self {
        self.body.truncate(after);
        self
    }

    /// Says nothing of the body's length.
    #[must_use]
    pub fn unannounced(mut self) -> Self {
        self.announced = None;
        self
    }

    /// Does this behind the body.
    #[must_use]
    pub fn then(mut self, then: Then) -> Self {
        self.then = then;
        self
    }

    /// The same with a body, whose length is announced.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.announced = Some(self.body.len());
        self
    }

    /// Sends it; fails when the client has gone.
    pub(super) fn send(&self, stream: &mut impl Write, wire: &TcpStream) -> std::io::Result<()> {
        stream.write_all(self.head.as_bytes())?;
        // A flood without a body floods the head, which then never ends.
        let head_ends = match self.then {
            Then::Flood(_) => !self.body.is_empty(),
            Then::DripHead => false,
            Then::Close | Then::Silence | Then::Drip => true,
        };
        if head_ends {
            if let Some(length) = self.announced {
                stream.write_all(format!("content-length: {length}\r\n").as_bytes())?;
            }
            stream.write_all(b"\r\n")?;
        }
        stream.write_all(&self.body)?;
        stream.flush()?;
        match &self.then {
            Then::Close => Ok(()),
            Then::Silence => until_gone(wire),
            Then::Flood(bytes) => loop {
                stream.write_all(bytes)?;
            },
            Then::Drip | Then::DripHead => {
                wire.set_read_timeout(Some(DRIP_EVERY))?;
                while !is_gone(wire) {
                    stream.write_all(b"d")?;
                    stream.flush()?;
                }
                Ok(())
            }
        }
    }
}

/// Waits for the other end to go away.
fn until_gone(wire: &TcpStream) -> std::io::Result<()> {
    wire.set_read_timeout(None)?;
    while !is_gone(wire) {}
    Ok(())
}

/// Waits for the other end to go away, as long as the connection's time limit says.
fn is_gone(wire: &TcpStream) -> bool {
    match wire.peek(&mut [0]) {
        // A farewell that is encrypted is bytes, too.
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
    }
}
