//! Requests on the web: trust, proxy, time limits, redirects, and to whom a sign-in may go.
//!
//! Not here: what is asked for and what the answers mean; that is `http.rs` and, for packages of a file's catalog, `share.rs`.

mod pace;
mod route;
mod sign_in;
mod trust;

use std::error::Error as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use text::{Explain, Message, message};
use ureq::http::header::{AUTHORIZATION, HeaderName, LOCATION};
use ureq::http::{Response, StatusCode};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body, Error};
use url::Url;

pub(crate) use self::pace::{Paced, TooSlow};
pub use self::pace::{RATE_MIN, RATE_TIME, Rate};
pub use self::route::ProxyChoice;
use self::route::Route;
pub use self::sign_in::SignIn;
pub use self::trust::{CA_FILE_SIZE_MAX, Trust};
use crate::address::ADDRESS_LENGTH_MAX;
use crate::http::headers;
use crate::permitted::{self, PlainHttp, Way, is_fetchable, way};
use crate::server::ServerError;

/// How long a connection may take to be made, its encryption included. Windows may take ten seconds to ask whether a certificate is revoked.
pub const CONNECT_TIME_MAX: Duration = Duration::from_secs(30);
/// How long a server may say nothing before it counts as gone.
pub const SILENCE_TIME_MAX: Duration = Duration::from_secs(60);
/// In how many times that silence the head of an answer has to be there, so that one that drips is given up too.
const HEAD_TIME_SILENCES: u32 = 2;
/// How often a server may send on to another address.
pub const REDIRECTS_MAX: usize = 5;
/// The most bytes of an answer's headers.
pub const HEADERS_SIZE_MAX: usize = 64 * 1024;
/// The most headers of an answer; the library's own limit.
pub const HEADERS_MAX: usize = 128;
/// The name under which the client asks.
const USER_AGENT: &str = concat!("oxupdate/", env!("CARGO_PKG_VERSION"));

/// Why no requests can be made at all.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum WebError {
    /// The file with certificates cannot be read.
    CaFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file with certificates holds none.
    CaFileEmpty {
        /// The file.
        path: PathBuf,
    },
    /// The proxy's address is none.
    Proxy {
        /// The address.
        address: String,
    },
    /// A colon in the name, which HTTP's Basic sign-in cannot carry, or a control character.
    Name,
}

/// Makes requests.
#[derive(Debug)]
pub struct Web {
    agent: Agent,
    proxy: Route,
    plain: PlainHttp,
    rate: Rate,
    silence: Duration,
}

/// A GET request.
pub(crate) struct Request<'a> {
    pub(crate) url: &'a Url,
    pub(crate) headers: Vec<(HeaderName, String)>,
    pub(crate) sign_in: Option<&'a SignIn>,
    /// Whether the address itself may be one of `http:` elsewhere; what it sends on to is judged anew.
    pub(crate) plain: PlainHttp,
    /// How long all of it may take, the body included.
    pub(crate) time_max: Option<Duration>,
}

/// An answer, and how it was found.
pub(crate) struct Found {
    pub(crate) answer: Response<Body>,
    /// The last address.
    pub(crate) url: Url,
    /// How well all of the way there is protected.
    pub(crate) way: Way,
}

impl Web {
    /// Prepares for requests; nothing is asked yet.
    ///
    /// # Errors
    /// [`WebError`] if the certificates or the proxy cannot be used.
    pub fn new(proxy: &ProxyChoice, trust: &Trust) -> Result<Self, WebError> {
        let tls = TlsConfig::builder()
            .root_certs(trust.roots()?)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let agent = Agent::config_builder()
            .tls_config(tls)
            .user_agent(USER_AGENT)
            .proxy(None)
            .http_status_as_error(false)
            // Each redirect is followed here, so that no sign-in goes along.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(HEADERS_SIZE_MAX)
            .timeout_connect(Some(CONNECT_TIME_MAX))
            .timeout_per_read(Some(SILENCE_TIME_MAX))
            .timeout_per_write(Some(SILENCE_TIME_MAX))
            .build()
            .new_agent();
        let (plain, rate) = (PlainHttp::default(), Rate::default());
        Ok(Self { agent, proxy: Route::new(proxy)?, plain, rate, silence: SILENCE_TIME_MAX })
    }

    /// The same, speaking `http:` with whom it is said.
    #[must_use]
    pub fn speaking(mut self, plain: PlainHttp) -> Self {
        self.plain = plain;
        self
    }

    /// The same, giving up bodies that are slower than said.
    #[must_use]
    pub fn at_rate(mut self, rate: Rate) -> Self {
        self.rate = rate;
        self
    }

    /// The same, giving up servers that say nothing for longer than said.
    #[must_use]
    pub fn bearing_silence(mut self, silence: Duration) -> Self {
        self.silence = silence;
        self
    }

    /// With whom `http:` is spoken.
    #[must_use]
    pub fn plain(&self) -> PlainHttp {
        self.plain
    }

    /// How slow a body may be.
    pub(crate) fn rate(&self) -> Rate {
        self.rate
    }

    /// Asks, following redirects; any status that is none is an answer.
    pub(crate) fn get(&self, request: &Request<'_>) -> Result<Found, ServerError> {
        permitted::ask(request.url, request.plain)?;
        let (mut url, mut found_by) = (request.url.clone(), way(request.url));
        let mut sign_in = request.sign_in;
        for _ in 0..=REDIRECTS_MAX {
            sign_in = sign_in.filter(|sign_in| sign_in.is_for(&url));
            sign_in.map_or(Ok(()), SignIn::check_not_refused)?;
            let mut call = self
                .agent
                .get(url.as_str())
                .config()
                .proxy(self.proxy.for_url(&url))
                .timeout_global(request.time_max)
                .timeout_per_read(Some(self.silence))
                .timeout_recv_response(Some(self.silence * HEAD_TIME_SILENCES))
                .build();
            for (name, value) in &request.headers {
                call = call.header(name, value);
            }
            if let Some(sign_in) = sign_in {
                call = call.header(AUTHORIZATION, sign_in.header());
            }
            let answer = call.call().map_err(|error| not_reached(&error, &url))?;
            let Some(next) = next(&url, &answer)? else {
                return match answer.status().as_u16() {
                    200 | 206 | 304 | 416 => Ok(Found { answer, url, way: found_by }),
                    _ => Err(refusal(&answer, &url, request.sign_in, sign_in)),
                };
            };
            permitted::redirect(&url, &next, self.plain)?;
            if way(&next) == Way::Open {
                found_by = Way::Open;
            }
            url = next;
        }
        Err(ServerError::Redirect { address: url.into() })
    }

    /// Sends JSON without following redirects; a success, or that there is no such thing here, is an answer.
    pub(crate) fn post(
        &self,
        url: &Url,
        json: &[u8],
        sign_in: Option<&SignIn>,
        time_max: Duration,
    ) -> Result<Response<Body>, ServerError> {
        let sent = sign_in.filter(|sign_in| sign_in.is_for(url));
        sent.map_or(Ok(()), SignIn::check_not_refused)?;
        let answer = self.send(url, ("application/json", json), sent, time_max)?;
        let status = answer.status();
        if status.is_success() || [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&status) {
            return Ok(answer);
        }
        Err(refusal(&answer, url, sign_in, sent))
    }

    /// Sends a form without following redirects, in nobody's name; a success, that the form is not accepted, or that there is no such thing
    /// here, is an answer.
    pub(crate) fn post_form(
        &self,
        url: &Url,
        form: &str,
        time_max: Duration,
    ) -> Result<Response<Body>, ServerError> {
        let answer =
            self.send(url, ("application/x-www-form-urlencoded", form.as_bytes()), None, time_max)?;
        match answer.status() {
            StatusCode::BAD_REQUEST
            | StatusCode::NOT_FOUND
            | StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::NOT_IMPLEMENTED => Ok(answer),
            status if status.is_success() => Ok(answer),
            _ => Err(refusal(&answer, url, None, None)),
        }
    }

    fn send(
        &self,
        url: &Url,
        (content_type, bytes): (&str, &[u8]),
        sign_in: Option<&SignIn>,
        time_max: Duration,
    ) -> Result<Response<Body>, ServerError> {
        permitted::ask(url, self.plain)?;
        let mut call = self
            .agent
            .post(url.as_str())
            .config()
            .proxy(self.proxy.for_url(url))
            .timeout_global(Some(time_max))
            .build()
            .header("content-type", content_type);
        if let Some(sign_in) = sign_in {
            call = call.header(AUTHORIZATION, sign_in.header());
        }
        call.send(bytes).map_err(|error| not_reached(&error, url))
    }
}

/// Where an answer sends on to; `None` if it does not.
fn next(url: &Url, answer: &Response<Body>) -> Result<Option<Url>, ServerError> {
    if !matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let location =
        answer.headers().get(LOCATION).and_then(|location| location.to_str().ok()).unwrap_or_default();
    let wrong = || ServerError::Redirect { address: location.chars().take(100).collect() };
    let next = url.join(location).map_err(|_| wrong())?;
    if location.is_empty() || location.len() > ADDRESS_LENGTH_MAX || !is_fetchable(&next) {
        return Err(wrong());
    }
    Ok(Some(next))
}

/// What a status means that is no answer to the question, of a sign-in that was at hand and of what was sent of it.
fn refusal(
    answer: &Response<Body>,
    url: &Url,
    at_hand: Option<&SignIn>,
    sent: Option<&SignIn>,
) -> ServerError {
    match answer.status().as_u16() {
        401 if let Some(sent) = sent => sent.refuse(),
        401 if at_hand.is_none() => ServerError::SignInNeeded,
        // Of another host, which is not told.
        401 | 403 => ServerError::Forbidden,
        404 | 410 => ServerError::NotFound { address: url.to_string() },
        429 | 503 => {
            ServerError::Busy { retry_after: headers::retry_after(answer.headers(), SystemTime::now()) }
        }
        status => ServerError::Status { status },
    }
}

/// Why no answer came.
fn not_reached(error: &Error, url: &Url) -> ServerError {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let host = format!("{}{port}", url.host_str().unwrap_or_default());
    let detail = match error {
        Error::Io(inner) => inner.to_string(),
        other => other.to_string(),
    };
    match encryption(error) {
        Some(
            rustls::Error::InvalidCertificate(_)
            | rustls::Error::NoCertificatesPresented
            | rustls::Error::General(_)
            | rustls::Error::Other(_),
        ) => ServerError::Certificate { host, detail },
        // What came was no TLS at all.
        Some(rustls::Error::InvalidMessage(_)) => ServerError::NotEncrypted { host },
        _ => match error {
            Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(..) => {
                ServerError::NotUnderstood { host, detail }
            }
            _ => ServerError::Unreachable { host, detail },
        },
    }
}

/// What is wrong with the encryption, if that is it; rustls says so inside an error of reading or writing.
fn encryption(error: &Error) -> Option<&rustls::Error> {
    match error {
        Error::Rustls(error) => Some(error),
        Error::Io(error) => {
            let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
            inner.or_else(|| error.source().and_then(|source| source.downcast_ref::<rustls::Error>()))
        }
        _ => None,
    }
}

impl Explain for WebError {
    fn message(&self) -> Message {
        match self {
            Self::CaFile { path, source } => {
                message!("web-ca-file", path = path.display(), detail = source.to_string())
            }
            Self::CaFileEmpty { path } => message!("web-ca-file-empty", path = path.display()),
            Self::Proxy { address } => message!("web-proxy", address = address),
            Self::Name => message!("web-name"),
        }
    }
}
