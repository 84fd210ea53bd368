//! What each answer bears: the id of its request, and where this server encrypts, the word by which browsers keep to that.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::STRICT_TRANSPORT_SECURITY;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::guard::Peer;
use crate::App;
use crate::rules::peer::is_trusted;

/// Where the id of a request stands, in the request of a proxy and in each answer.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The most characters of an id that a proxy has given.
const REQUEST_ID_LENGTH_MAX: usize = 64;
/// How many random bytes an id of our own has.
const RANDOM_SIZE: usize = 8;
/// For 30 days a browser comes to this host by `https` alone: long enough to protect who comes now and then, and short enough
/// to find back from a certificate that could not be renewed. docs/decisions/0014 says more.
const STRICT: HeaderValue = HeaderValue::from_static("max-age=2592000");

/// What a request is called, in its answer and in each line of the log about it.
#[derive(Debug, Clone)]
pub(super) struct RequestId(HeaderValue);

impl RequestId {
    /// The id as text.
    pub(super) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    /// An id that nobody has.
    fn random() -> Self {
        let mut bytes = [0; RANDOM_SIZE];
        // Without randomness an id of zeros is better than no answer: nothing is kept safe by it.
        let _ = getrandom::fill(&mut bytes);
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(HeaderValue::from_str(&digits).unwrap_or(HeaderValue::from_static("0")))
    }

    /// The id that a request came with, if there is one and it is well formed.
    fn of(headers: &HeaderMap) -> Option<Self> {
        let mut written = headers.get_all(REQUEST_ID).iter();
        let (Some(id), None) = (written.next(), written.next()) else { return None };
        let is_allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
        let fits =
            !id.is_empty() && id.len() <= REQUEST_ID_LENGTH_MAX && id.as_bytes().iter().all(is_allowed);
        fits.then(|| Self(id.clone()))
    }
}

/// Gives a request its id before anything else sees it, and its answer the marks.
pub(super) async fn mark(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<Peer>().copied();
    let by_proxy = peer.is_some_and(|Peer(peer)| is_trusted(peer, &app.settings.trusted_proxies));
    let given = if by_proxy { RequestId::of(request.headers()) } else { None };
    let id = given.unwrap_or_else(RequestId::random);
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    response.headers_mut().insert(REQUEST_ID, id.0);
    if app.tls.is_some() {
        response.headers_mut().insert(STRICT_TRANSPORT_SECURITY, STRICT);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::{REQUEST_ID, REQUEST_ID_LENGTH_MAX, RequestId, STRICT};
    use crate::reference::assert_says;

    #[test]
    fn an_id_is_taken_over_if_it_is_one() {
        let check = |written: &[&str], expected: Option<&str>| {
            let mut headers = HeaderMap::new();
            for id in written {
                headers.append(REQUEST_ID, id.parse().unwrap());
            }
            let id = RequestId::of(&headers);
            assert_eq!(id.as_ref().map(RequestId::as_str), expected, "{written:?}");
        };
        check(&["5f0c-a1.B_2"], Some("5f0c-a1.B_2"));
        check(
            &["x".repeat(REQUEST_ID_LENGTH_MAX).as_str()],
            Some("x".repeat(REQUEST_ID_LENGTH_MAX).as_str()),
        );
        check(&["x".repeat(REQUEST_ID_LENGTH_MAX + 1).as_str()], None);
        check(&[], None);
        check(&[""], None);
        check(&["a b"], None);
        check(&["a\"b"], None);
        check(&["a", "b"], None);
    }

    #[test]
    fn ids_of_our_own_differ_and_are_well_formed() {
        let [one, other] = [RequestId::random(), RequestId::random()];
        assert_ne!(one.as_str(), other.as_str());
        let headers = HeaderMap::from_iter([(REQUEST_ID, one.0.clone())]);
        assert_eq!(RequestId::of(&headers).unwrap().as_str(), one.as_str());
    }

    #[test]
    fn the_marks_are_told() {
        assert_says("http.md", &format!("if it is 1 to {REQUEST_ID_LENGTH_MAX} of"));
        assert_says("http.md", &format!("`Strict-Transport-Security: {}`", STRICT.to_str().unwrap()));
    }
}
