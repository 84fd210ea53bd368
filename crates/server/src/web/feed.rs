//! A body on its way into an action, piece by piece. That it ended is said, so that one that broke off is never taken for a whole one.

use std::io::{self, ErrorKind};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::{self, Stream};
use tokio::io::AsyncRead;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_util::io::StreamReader;

/// How many pieces may wait for the disk; each is no larger than the buffer of a connection.
const PIECES_WAITING_MAX: usize = 8;
/// How long a sender may send no byte.
pub(super) const SILENCE_MAX: Duration = Duration::from_secs(60);

/// Where the pieces come in.
#[derive(Debug)]
pub(super) struct Feed(mpsc::Sender<Piece>);

#[derive(Debug)]
enum Piece {
    Bytes(Bytes),
    End,
    Late,
}

/// A feed, and what an action reads of it. Reading fails if the feed is dropped before its end.
pub(super) fn feed() -> (Feed, impl AsyncRead + Send + Unpin + 'static) {
    let (sending, receiving) = mpsc::channel(PIECES_WAITING_MAX);
    let pieces = stream::try_unfold(receiving, |mut receiving: mpsc::Receiver<Piece>| async move {
        match receiving.recv().await {
            Some(Piece::Bytes(bytes)) => Ok(Some((bytes, receiving))),
            Some(Piece::End) => Ok(None),
            Some(Piece::Late) => Err(io::Error::from(ErrorKind::TimedOut)),
            None => Err(io::Error::from(ErrorKind::UnexpectedEof)),
        }
    });
    (Feed(sending), StreamReader::new(Box::pin(pieces)))
}

impl Feed {
    /// Passes on what comes until its end, or until nobody wants more: whoever reads has refused it then.
    pub(super) async fn fill<Failure>(self, mut pieces: impl Stream<Item = Result<Bytes, Failure>> + Unpin) {
        loop {
            let piece = match timeout(SILENCE_MAX, pieces.next()).await {
                Err(_) => Piece::Late,
                Ok(Some(Ok(bytes))) => Piece::Bytes(bytes),
                Ok(None) => Piece::End,
                // Dropped without an end.
                Ok(Some(Err(_))) => return,
            };
            let is_last = !matches!(piece, Piece::Bytes(_));
            if self.0.send(piece).await.is_err() || is_last {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use bytes::Bytes;
    use futures_util::stream;
    use tokio::io::AsyncReadExt;

    use super::{SILENCE_MAX, feed};

    async fn read(pieces: Vec<Result<&'static str, ()>>) -> Result<String, ErrorKind> {
        let (feed, mut bytes) = feed();
        let pieces = stream::iter(pieces.into_iter().map(|piece| piece.map(Bytes::from)));
        let mut text = String::new();
        let (read, ()) = tokio::join!(bytes.read_to_string(&mut text), feed.fill(pieces));
        read.map(|_| text).map_err(|error| error.kind())
    }

    #[tokio::test]
    async fn what_broke_off_is_never_whole() {
        assert_eq!(read(vec![Ok("a"), Ok("b")]).await.as_deref(), Ok("ab"));
        assert_eq!(read(vec![]).await.as_deref(), Ok(""));
        assert_eq!(read(vec![Ok("a"), Err(())]).await, Err(ErrorKind::UnexpectedEof));
        let (feed, mut bytes) = feed();
        drop(feed);
        assert_eq!(bytes.read_u8().await.unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    #[tokio::test(start_paused = true)]
    async fn who_sends_nothing_is_not_waited_for_for_ever() {
        let (feed, mut bytes) = feed();
        let filling = feed.fill(stream::pending::<Result<Bytes, ()>>());
        let mut all = Vec::new();
        let (read, ()) = tokio::join!(bytes.read_to_end(&mut all), filling);
        assert_eq!(read.unwrap_err().kind(), ErrorKind::TimedOut);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| an upload that sends no byte | {} seconds |", SILENCE_MAX.as_secs());
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
