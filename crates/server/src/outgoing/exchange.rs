//! Questions to a system that the settings name: Open-Xchange, a provider of OpenID Connect.
//!
//! An administrator of this machine has written the address down, so it is not judged, and may be private. Nothing else is softer:
//! certificates are verified, nothing is sent on to another address, no proxy of the environment is used, and all has a limit.

use std::fmt;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use tokio::task::spawn_blocking;
use ureq::tls::{Certificate, PemItem, RootCerts, parse_pem};
use ureq::{Agent, RequestExt};
use url::Url;

use super::OutgoingError;
use super::asking::{failure, manners};

/// The most bytes of an answer.
pub(crate) const ANSWER_SIZE_MAX: u64 = 1024 * 1024;

/// Asks one system.
#[derive(Debug, Clone)]
pub(crate) struct Exchange(Agent);

/// What is sent. `Debug` shows neither headers nor body, for passwords and cookies are in them.
#[derive(Clone)]
pub(crate) struct Question {
    /// `GET`, `POST`, `PUT`.
    pub(crate) method: String,
    /// Where to.
    pub(crate) url: Url,
    /// Names and values.
    pub(crate) headers: Vec<(String, String)>,
    /// The body; empty for none.
    pub(crate) body: Vec<u8>,
}

/// What came back, whatever its status. `Debug` shows the status alone.
#[derive(Clone)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// Names in small letters, and values; what is not text is left out.
    pub(crate) headers: Vec<(String, String)>,
    /// The body, of at most [`ANSWER_SIZE_MAX`] bytes.
    pub(crate) body: Vec<u8>,
}

impl Exchange {
    /// Prepares for questions, each of which takes `time_limit` at most; `authorities` is a PEM file of certificates that are trusted in the place
    /// of the system's.
    ///
    /// # Errors
    /// If the file cannot be read or holds no certificate: what is wrong with it.
    pub(crate) fn new(time_limit: Duration, authorities: Option<&Path>) -> Result<Self, String> {
        let roots = authorities.map_or(Ok(RootCerts::PlatformVerifier), roots)?;
        let config = manners(roots).timeout_global(Some(time_limit)).build();
        Ok(Self(config.new_agent()))
    }

    /// Sends a question and waits for the whole answer, away from what answers others.
    ///
    /// # Errors
    /// [`OutgoingError`] if there is none, or more of it than [`ANSWER_SIZE_MAX`].
    pub(crate) async fn send(&self, question: Question) -> Result<Answer, OutgoingError> {
        let agent = self.0.clone();
        spawn_blocking(move || send(&agent, question)).await.unwrap_or(Err(OutgoingError::Ended))
    }
}

fn roots(file: &Path) -> Result<RootCerts, String> {
    let unusable = |detail: String| format!("{}: {detail}", file.display());
    let pem = std::fs::read(file).map_err(|error| unusable(error.to_string()))?;
    let mut certificates: Vec<Certificate<'static>> = Vec::new();
    for item in parse_pem(&pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|error| unusable(error.to_string()))? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(unusable("no certificate is in it".to_owned()));
    }
    Ok(RootCerts::new_with_certs(&certificates))
}

fn send(agent: &Agent, question: Question) -> Result<Answer, OutgoingError> {
    let host = question.url.host_str().unwrap_or_default().to_owned();
    let not_understood = |detail: String| OutgoingError::NotUnderstood { host: host.clone(), detail };
    let mut request =
        ureq::http::Request::builder().method(question.method.as_str()).uri(question.url.as_str());
    for (name, value) in &question.headers {
        request = request.header(name, value);
    }
    let request = request.body(question.body).map_err(|error| not_understood(error.to_string()))?;
    let answer = request.with_agent(agent).run().map_err(|error| failure(&error, &host))?;
    let (head, body) = answer.into_parts();
    let mut bytes = Vec::new();
    let reading =
        body.into_with_config().limit(u64::MAX).reader().take(ANSWER_SIZE_MAX + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > ANSWER_SIZE_MAX {
        return Err(OutgoingError::TooLarge { size_max: ANSWER_SIZE_MAX });
    }
    if reading.is_err() {
        return Err(OutgoingError::Cut { host });
    }
    let text = |value: &ureq::http::HeaderValue| value.to_str().ok().map(str::to_owned);
    let headers =
        head.headers.iter().filter_map(|(name, value)| Some((name.as_str().to_owned(), text(value)?)));
    Ok(Answer { status: head.status.as_u16(), headers: headers.collect(), body: bytes })
}

impl fmt::Debug for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Question")
            .field("method", &self.method)
            .field("host", &self.url.host_str())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Answer").field("status", &self.status).finish_non_exhaustive()
    }
}
