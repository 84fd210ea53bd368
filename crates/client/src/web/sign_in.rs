//! Who is asking: a name and a password, or a device's token in its place, for one origin only.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use catalog::device::DeviceToken;
use ureq::http::header::HeaderValue;
use url::Url;

use super::WebError;
use crate::address::same_origin;
use crate::server::ServerError;

/// Who is asking: a name and a password, sent to one origin only, and never again once it was refused.
#[derive(Clone)]
pub struct SignIn {
    origin: Url,
    header: HeaderValue,
    secret: Secret,
    refused: Arc<AtomicBool>,
    on_refusal: Option<Arc<dyn Fn() + Send + Sync>>,
}

/// What is sent beside the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secret {
    Password,
    Token,
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
        let (origin, secret) = (origin.clone(), Secret::Password);
        Ok(Self { origin, header, secret, refused: Arc::default(), on_refusal: None })
    }

    /// A name, and this PC's token in the password's place.
    ///
    /// # Errors
    /// [`WebError::Name`] as [`SignIn::new`].
    pub fn with_token(origin: &Url, name: &str, token: &DeviceToken) -> Result<Self, WebError> {
        Ok(Self { secret: Secret::Token, ..Self::new(origin, name, token.as_str())? })
    }

    /// Whether the server knows by it which PC asks.
    #[must_use]
    pub fn is_of_device(&self) -> bool {
        self.secret == Secret::Token
    }

    /// The same, with something to do at once when a server does not accept it.
    #[must_use]
    pub fn on_refusal(mut self, forget: impl Fn() + Send + Sync + 'static) -> Self {
        self.on_refusal = Some(Arc::new(forget));
        self
    }

    pub(super) fn header(&self) -> &HeaderValue {
        &self.header
    }

    pub(super) fn is_for(&self, url: &Url) -> bool {
        same_origin(&self.origin, url)
    }

    /// Stops what would send it again after it was refused.
    pub(super) fn check_not_refused(&self) -> Result<(), ServerError> {
        if self.refused.load(Ordering::SeqCst) { Err(self.refusal()) } else { Ok(()) }
    }

    fn refusal(&self) -> ServerError {
        match self.secret {
            Secret::Password => ServerError::SignInRefused,
            Secret::Token => ServerError::SignInEnded,
        }
    }

    /// The server does not accept it: it is never sent again.
    pub(super) fn refuse(&self) -> ServerError {
        if !self.refused.swap(true, Ordering::SeqCst)
            && let Some(forget) = &self.on_refusal
        {
            forget();
        }
        self.refusal()
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SignIn").field("origin", &self.origin.as_str()).finish_non_exhaustive()
    }
}
