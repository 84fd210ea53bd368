//! Fetching from the server of an existing site, which a person at this machine has named: its update.xml and its packages.
//!
//! The address is not judged, and may be private. Certificates are verified, nothing is sent on to another address, and name and
//! password go to the place of update.xml alone.

use std::fmt;
use std::io::{self, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ureq::Agent;
use ureq::tls::RootCerts;
use url::Url;

use super::asking::{failure, manners};
use super::{CONNECT_TIME_MAX, LOOK_UP_TIME_MAX, OutgoingError, Patience};

/// The server of an existing site. `Debug` shows no password.
#[derive(Clone)]
pub(crate) struct OldServer {
    agent: Agent,
    /// Who signs in where, as the header has it.
    sign_in: Option<(Url, String)>,
}

impl OldServer {
    /// Prepares for questions; `sign_in` is a name and a password, for this place and no other.
    pub(crate) fn new(place: Option<&Url>, sign_in: Option<(&str, &str)>) -> Self {
        let config = manners(RootCerts::PlatformVerifier)
            .timeout_resolve(Some(LOOK_UP_TIME_MAX))
            .timeout_connect(Some(CONNECT_TIME_MAX))
            .timeout_per_read(Some(Patience::PACKAGE.silence))
            .timeout_global(Some(Patience::PACKAGE.whole))
            .build();
        let header = |(name, password): (&str, &str)| {
            format!("Basic {}", STANDARD.encode(format!("{name}:{password}")))
        };
        let sign_in = place.cloned().zip(sign_in.map(header));
        Self { agent: config.new_agent(), sign_in }
    }

    /// Asks for what is at an address; at most `size_max` bytes and one more, which tells that there are too many. Blocking.
    ///
    /// # Errors
    /// If nobody answers, or with something else.
    pub(crate) fn get(&self, url: &Url, size_max: u64) -> Result<impl Read + use<>, OutgoingError> {
        let host = url.host_str().unwrap_or_default().to_owned();
        let mut request = self.agent.get(url.as_str());
        if let Some((place, header)) = &self.sign_in
            && place.origin() == url.origin()
        {
            request = request.header("Authorization", header);
        }
        let answer = request.call().map_err(|error| failure(&error, &host))?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Err(OutgoingError::Status { host, status });
        }
        let body = answer.into_body().into_with_config().limit(u64::MAX).reader();
        Ok(Bounded { bytes: body.take(size_max.saturating_add(1)), size_max, came: 0 })
    }
}

impl fmt::Debug for OldServer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OldServer").finish_non_exhaustive()
    }
}

/// Bytes that are refused once there are too many.
struct Bounded<Bytes> {
    bytes: io::Take<Bytes>,
    size_max: u64,
    came: u64,
}

impl<Bytes: Read> Read for Bounded<Bytes> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.came += count as u64;
        if self.came > self.size_max {
            return Err(io::Error::other(OutgoingError::TooLarge { size_max: self.size_max }));
        }
        Ok(count)
    }
}
