//! What a client still sends of a request that is answered already.
//!
//! Browsers read an answer only when they have sent all of a file. Were the connection closed before, they would say that it broke,
//! and never show the sentence that tells why the file was refused. So the rest is taken and thrown away, within a time.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::Request;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::header::EXPECT;
use tokio::runtime::Handle;
use tokio::time::timeout;

/// How long what is still sent is taken.
const DRAIN_TIME_MAX: Duration = Duration::from_secs(5);
/// The most bytes of it.
const DRAIN_SIZE_MAX: u64 = 1024 * 1024 * 1024;

/// A request's body of which the rest is taken where nobody reads it to its end.
pub(super) struct Drained {
    body: Option<Incoming>,
    wait: Wait,
}

/// Whether a client sends its body without being asked to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wait {
    None,
    /// It waits for a word, and sends nothing if the answer comes first.
    ForWord,
}

/// The request, with such a body.
pub(super) fn drained(request: Request<Incoming>) -> Request<Drained> {
    let wait = if request.headers().contains_key(EXPECT) { Wait::ForWord } else { Wait::None };
    request.map(|body| Drained { body: Some(body), wait })
}

impl Body for Drained {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        // Who begins to read gives the word.
        self.wait = Wait::None;
        let Some(body) = self.body.as_mut() else { return Poll::Ready(None) };
        let read = Pin::new(body).poll_frame(context);
        if let Poll::Ready(None | Some(Err(_))) = &read {
            self.body = None;
        }
        read
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint)
    }
}

impl Drop for Drained {
    fn drop(&mut self) {
        let Some(body) = self.body.take().filter(|body| !body.is_end_stream()) else { return };
        if self.wait == Wait::None
            && let Ok(handle) = Handle::try_current()
        {
            // It ends early if the client hangs up.
            handle.spawn(timeout(DRAIN_TIME_MAX, drain(body)));
        }
    }
}

async fn drain(mut body: Incoming) {
    let mut taken = 0;
    while taken < DRAIN_SIZE_MAX {
        let next = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        let Some(Ok(frame)) = next else { return };
        taken += frame.data_ref().map_or(0, |data| data.len() as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::{DRAIN_SIZE_MAX, DRAIN_TIME_MAX};
    use crate::reference::assert_says;

    #[test]
    fn the_limits_are_told() {
        let (seconds, size) = (DRAIN_TIME_MAX.as_secs(), DRAIN_SIZE_MAX / 1024 / 1024 / 1024);
        assert_says(
            "oxupdated.md",
            &format!("| what is still sent of a request that is answered | {seconds} seconds, {size} GB |"),
        );
    }
}
