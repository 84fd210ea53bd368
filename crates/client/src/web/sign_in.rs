//! Who is asking: a name and a password, or a device's token in its place, for one origin only.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ureq::http::header::HeaderValue;
use url::Url;

use super::WebError;
use crate::address::same_origin;

/// Who is asking: a name and a password, sent to one origin only, and never again once it was refused.
#[derive(Clone)]
pub struct SignIn {
    origin: Url,
    header: HeaderValue,
    refused: Arc<AtomicBool>,
    on_refusal: Option<Arc<dyn Fn() + Send + Sync>>,
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
        Ok(Self { origin: origin.clone(), header, refused: Arc::default(), on_refusal: None })
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

    pub(super) fn was_refused(&self) -> bool {
        self.refused.load(Ordering::SeqCst)
    }

    /// The server does not accept it: it is never sent again.
    pub(super) fn refuse(&self) {
        if !self.refused.swap(true, Ordering::SeqCst)
            && let Some(forget) = &self.on_refusal
        {
            forget();
        }
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("SignIn").field("origin", &self.origin.as_str()).finish_non_exhaustive()
    }
}
