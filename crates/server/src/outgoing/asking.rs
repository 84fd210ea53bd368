//! One question to the web and its answer. Blocking: `Outgoing::ask` keeps it away from what answers others.

use std::error::Error as _;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::{Duration, Instant};

use ipnet::IpNet;
use ureq::config::ConfigBuilder;
use ureq::http::Response;
use ureq::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::typestate::AgentScope;
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::{Connector, RustlsConnector, TcpConnector};
use ureq::{Agent, BodyReader, Error};

use super::judging::{JudgedConnections, JudgedNames, judgement};
use super::{CONNECT_TIME_MAX, HEADERS_SIZE_MAX, LOOK_UP_TIME_MAX, OutgoingError, Patience, REDIRECTS_MAX};
use crate::rules::destination::Destination;

/// The name under which the server asks.
const USER_AGENT: &str = concat!("oxupdated/", env!("CARGO_PKG_VERSION"));

/// Asks, for as long as there is patience.
#[derive(Debug)]
pub(crate) struct Asking {
    agent: Agent,
    patience: Patience,
    begun_at: Instant,
}

/// The bytes of an answer, up to a limit.
pub(crate) struct Body {
    host: String,
    /// How many bytes there are, if the other end says.
    announced: Option<u64>,
    came: u64,
    size_max: u64,
    bytes: BodyReader<'static>,
}

/// What all requests have in common, whomever they ask and whomever they trust there.
pub(super) fn manners(trusted: RootCerts) -> ConfigBuilder<AgentScope> {
    let tls = TlsConfig::builder()
        .root_certs(trusted)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .user_agent(USER_AGENT)
        // Whatever the environment says: a proxy would look the name up by itself, and nobody would judge where it leads.
        .proxy(None)
        .http_status_as_error(false)
        // Nothing is sent on by itself: each step is judged here, or refused.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_response_header_size(HEADERS_SIZE_MAX)
}

impl Asking {
    pub(super) fn new(listed: &Arc<[IpNet]>, patience: Patience) -> Self {
        Self::with_names(DefaultResolver::default(), listed, patience)
    }

    /// The same, with names looked up elsewhere than in the system.
    pub(super) fn with_names(names: impl Resolver, listed: &Arc<[IpNet]>, patience: Patience) -> Self {
        let config = manners(RootCerts::PlatformVerifier)
            // No connection serves twice: each is judged.
            .max_idle_connections(0)
            .timeout_resolve(Some(LOOK_UP_TIME_MAX))
            .timeout_connect(Some(CONNECT_TIME_MAX))
            .timeout_per_read(Some(patience.silence))
            .timeout_per_write(Some(patience.silence))
            .timeout_recv_response(Some(patience.silence * 2))
            .build();
        let connector = JudgedConnections::new(Arc::clone(listed))
            .chain(TcpConnector::default())
            .chain(RustlsConnector::default());
        let agent = Agent::with_parts(config, connector, JudgedNames::new(names, Arc::clone(listed)));
        Self { agent, patience, begun_at: Instant::now() }
    }

    /// What can be shut down from elsewhere.
    pub(super) fn agent(&self) -> Agent {
        self.agent.clone()
    }

    /// Fetches a file of at most so many bytes.
    ///
    /// # Errors
    /// [`OutgoingError`]; what happens while it is read, the body says.
    pub(crate) fn get(&self, destination: &Destination, size_max: u64) -> Result<Body, OutgoingError> {
        let mut destination = destination.clone();
        for _ in 0..=REDIRECTS_MAX {
            let host = destination.host();
            let call = self.agent.get(destination.as_str()).header(ACCEPT_ENCODING, "identity");
            let call = call.config().timeout_global(Some(self.rest(&host)?)).build();
            let answer = call.call().map_err(|error| failure(&error, &host))?;
            let status = answer.status().as_u16();
            match status {
                200 => return body(answer, host, size_max),
                301 | 302 | 303 | 307 | 308 => destination = destination.next(header(&answer, LOCATION))?,
                _ => return Err(OutgoingError::Status { host, status }),
            }
        }
        Err(OutgoingError::SentOnTooOften { host: destination.host() })
    }

    /// Sends JSON, and answers with the status of what came back; nobody reads the rest.
    ///
    /// # Errors
    /// [`OutgoingError`] if nothing came back.
    pub(crate) fn post(
        &self,
        destination: &Destination,
        headers: &[(&str, String)],
        json: &str,
    ) -> Result<u16, OutgoingError> {
        let host = destination.host();
        let call = self.agent.post(destination.as_str());
        let mut call = call.config().timeout_global(Some(self.rest(&host)?)).build();
        call = call.header(CONTENT_TYPE, "application/json");
        for (name, value) in headers {
            call = call.header(*name, value);
        }
        let answer = call.send(json).map_err(|error| failure(&error, &host))?;
        Ok(answer.status().as_u16())
    }

    /// How much of the patience is left.
    fn rest(&self, host: &str) -> Result<Duration, OutgoingError> {
        let rest = self.patience.whole.saturating_sub(self.begun_at.elapsed());
        if rest.is_zero() { Err(OutgoingError::Late { host: host.to_owned() }) } else { Ok(rest) }
    }
}

fn header(answer: &Response<ureq::Body>, name: ureq::http::HeaderName) -> &str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn body(answer: Response<ureq::Body>, host: String, size_max: u64) -> Result<Body, OutgoingError> {
    let packing = header(&answer, CONTENT_ENCODING);
    if !packing.is_empty() && !packing.eq_ignore_ascii_case("identity") {
        return Err(OutgoingError::Packed { host });
    }
    let announced = header(&answer, CONTENT_LENGTH).parse().ok();
    if announced.is_some_and(|announced| announced > size_max) {
        return Err(OutgoingError::TooLarge { size_max });
    }
    let bytes = answer.into_body().into_with_config().limit(u64::MAX).reader();
    Ok(Body { host, announced, came: 0, size_max, bytes })
}

impl Read for Body {
    /// Reads on. An error holds an [`OutgoingError`]; also the end is one, if it comes too early.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer).map_err(|error| self.broken(&error))?;
        self.came = self.came.saturating_add(count as u64);
        if self.came > self.size_max {
            return Err(io::Error::other(OutgoingError::TooLarge { size_max: self.size_max }));
        }
        let is_short = self.announced.is_some_and(|announced| self.came < announced);
        if count == 0 && is_short && !buffer.is_empty() {
            return Err(io::Error::other(OutgoingError::Cut { host: self.host.clone() }));
        }
        Ok(count)
    }
}

impl Body {
    fn broken(&self, error: &io::Error) -> io::Error {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
        let is_late = matches!(inner, Some(Error::Timeout(_)))
            || matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock);
        let host = self.host.clone();
        io::Error::other(if is_late { OutgoingError::Late { host } } else { OutgoingError::Cut { host } })
    }
}

/// Why no answer came.
pub(super) fn failure(error: &Error, host: &str) -> OutgoingError {
    let host = host.to_owned();
    if let Some(judgement) = judgement(error) {
        return judgement.clone().into();
    }
    match encryption(error) {
        Some(error @ (rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented)) => {
            return OutgoingError::Certificate { host, detail: error.to_string() };
        }
        Some(error) => return OutgoingError::NotUnderstood { host, detail: error.to_string() },
        None => {}
    }
    match error {
        Error::Timeout(_) => OutgoingError::Late { host },
        Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(..) => {
            OutgoingError::NotUnderstood { host, detail: error.to_string() }
        }
        Error::Io(inner) => OutgoingError::NotReached { host, detail: inner.to_string() },
        other => OutgoingError::NotReached { host, detail: other.to_string() },
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
