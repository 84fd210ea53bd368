//! Requests on the web: trust, proxy, time limits, redirects, and to whom a sign-in may go.
//!
//! Not here: what is asked for and what the answers mean; that is `http.rs` and, for packages of a file's catalog, `share.rs`.

mod route;
mod trust;

use std::error::Error as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use text::{Explain, Message, message};
use ureq::http::header::{AUTHORIZATION, HeaderName, HeaderValue, LOCATION};
use ureq::http::{Response, StatusCode};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body, Error};
use url::Url;

pub use self::route::ProxyChoice;
use self::route::Route;
pub use self::trust::{CA_FILE_SIZE_MAX, Trust};
use crate::address::same_origin;
use crate::http::headers;
use crate::server::ServerError;

/// How long a connection may take to be made, its encryption included. Windows may take ten seconds to ask whether a certificate is revoked.
pub const CONNECT_TIME_MAX: Duration = Duration::from_secs(30);
/// How long a server may say nothing before it counts as gone.
pub const SILENCE_TIME_MAX: Duration = Duration::from_secs(60);
/// How often a server may send on to another address.
pub const REDIRECTS_MAX: usize = 5;
/// The most bytes of an answer's headers.
pub const HEADERS_SIZE_MAX: usize = 64 * 1024;
/// The name under which the client asks.
const USER_AGENT: &str = concat!("oxupdate/", env!("CARGO_PKG_VERSION"));

/// Who is asking: a name and a password, sent to one origin only.
#[derive(Clone)]
pub struct SignIn {
    origin: Url,
    header: HeaderValue,
}

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
}

/// A GET request.
pub(crate) struct Request<'a> {
    pub(crate) url: &'a Url,
    pub(crate) headers: Vec<(HeaderName, String)>,
    pub(crate) sign_in: Option<&'a SignIn>,
    /// How long all of it may take, the body included.
    pub(crate) time_max: Option<Duration>,
}

impl SignIn {
    /// A name and a password for the origin (scheme, host and port) of an address.
    ///
    /// # Errors
    /// [`WebError::Name`] if the name holds a colon or one of both a control character.
    pub fn new(origin: &Url, name: &str, password: &str) -> Result<Self, WebError> {
        if name.contains(':') || name.chars().chain(password.chars()).any(char::is_control) {
            return Err(WebError::Name);
        }
        let encoded = STANDARD.encode(format!("{name}:{password}"));
        let mut header = HeaderValue::from_str(&format!("Basic {encoded}")).map_err(|_| WebError::Name)?;
        header.set_sensitive(true);
        Ok(Self { origin: origin.clone(), header })
    }

    fn is_for(&self, url: &Url) -> bool {
        same_origin(&self.origin, url)
    }
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
        Ok(Self { agent, proxy: Route::new(proxy)? })
    }

    /// Asks, following redirects; any status that is none is an answer.
    pub(crate) fn get(&self, request: &Request<'_>) -> Result<Response<Body>, ServerError> {
        let mut url = request.url.clone();
        let mut sign_in = request.sign_in;
        for _ in 0..=REDIRECTS_MAX {
            sign_in = sign_in.filter(|sign_in| sign_in.is_for(&url));
            let mut call = self
                .agent
                .get(url.as_str())
                .config()
                .proxy(self.proxy.for_url(&url))
                .timeout_global(request.time_max)
                .build();
            for (name, value) in &request.headers {
                call = call.header(name, value);
            }
            if let Some(sign_in) = sign_in {
                call = call.header(AUTHORIZATION, &sign_in.header);
            }
            let answer = call.call().map_err(|error| not_reached(&error, &url))?;
            let Some(next) = next(&url, &answer)? else {
                return match answer.status().as_u16() {
                    200 | 206 | 304 | 416 => Ok(answer),
                    _ => Err(refusal(&answer, &url, request.sign_in, sign_in)),
                };
            };
            url = next;
        }
        Err(ServerError::Redirect { address: url.into() })
    }

    /// Sends JSON without following redirects; answers the status.
    pub(crate) fn post(
        &self,
        url: &Url,
        json: &[u8],
        sign_in: Option<&SignIn>,
        time_max: Duration,
    ) -> Result<StatusCode, ServerError> {
        let sent = sign_in.filter(|sign_in| sign_in.is_for(url));
        let mut call = self
            .agent
            .post(url.as_str())
            .config()
            .proxy(self.proxy.for_url(url))
            .timeout_global(Some(time_max))
            .build()
            .header("content-type", "application/json");
        if let Some(sent) = sent {
            call = call.header(AUTHORIZATION, &sent.header);
        }
        let answer = call.send(json).map_err(|error| not_reached(&error, url))?;
        let status = answer.status();
        if status.is_success() || [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED].contains(&status) {
            return Ok(status);
        }
        Err(refusal(&answer, url, sign_in, sent))
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
    let downgrade = url.scheme() == "https" && next.scheme() != "https";
    if location.is_empty() || !is_fetchable(&next) || downgrade {
        return Err(wrong());
    }
    Ok(Some(next))
}

/// Whether an address is one of the web without a name and a password in it, which would be sent to its host.
pub(crate) fn is_fetchable(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()
}

/// What a status means that is no answer to the question, of a sign-in that was at hand and of what was sent of it.
fn refusal(
    answer: &Response<Body>,
    url: &Url,
    at_hand: Option<&SignIn>,
    sent: Option<&SignIn>,
) -> ServerError {
    match answer.status().as_u16() {
        401 if sent.is_some() => ServerError::SignInRefused,
        401 if at_hand.is_none() => ServerError::SignInNeeded,
        // Of another host, which is not told.
        401 | 403 => ServerError::Forbidden,
        404 | 410 => ServerError::NotFound { address: url.to_string() },
        429 | 503 => ServerError::Busy { retry_after: headers::retry_after(answer.headers()) },
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
        _ => ServerError::Unreachable { host, detail },
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
