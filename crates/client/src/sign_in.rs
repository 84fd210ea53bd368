//! Signing in: with the token that is kept for this PC, or with a password, which is given for a token where there are any.
//!
//! A password is kept only where the server gives no tokens and the person wants it. What a server refused once is not sent again until a person wants it.

use std::sync::Arc;

use text::{Explain, Message, message};
use url::Url;

use crate::address::Site;
use crate::browser_sign_in::BrowserSignInError;
use crate::credentials::{Account, Credentials, CredentialsError, forget_refused, forget_refused_password};
use crate::enrol::enrol;
use crate::server::ServerError;
use crate::state::{State, StateError};
use crate::web::{SignIn, Web, WebError};

/// Who gave a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// A person, just now: it is tried even if the server refused it before.
    Person,
    /// A file or the environment, perhaps again and again.
    Unattended,
}

/// Whether a password may be given for a token, which changes what the server and this PC keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enrolling {
    /// It may.
    Wanted,
    /// It may not, as in a dry run.
    Unwanted,
}

/// Where to sign in, and what that takes.
pub struct Reception<'a> {
    /// Makes the requests.
    pub web: &'a Web,
    /// The server.
    pub site: &'a Site,
    /// What is kept between two runs.
    pub state: &'a State,
    /// Where tokens are kept.
    pub credentials: Arc<dyn Credentials>,
    /// What the PC is called.
    pub computer_name: String,
    /// Whether a password may be given for a token.
    pub enrolling: Enrolling,
}

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum SignInError {
    /// The server refused just this before, and was not asked again.
    RefusedBefore,
    /// The server did not take part.
    Server(#[from] ServerError),
    /// The name or the password cannot be sent.
    Web(#[from] WebError),
    /// Tokens cannot be kept.
    Credentials(#[from] CredentialsError),
    /// Something cannot be written.
    State(#[from] StateError),
    /// It did not work with the browser.
    Browser(#[from] BrowserSignInError),
}

impl Reception<'_> {
    /// Who signed in last, if a token or a password is kept of them.
    #[must_use]
    pub fn last_user(&self) -> Option<String> {
        let user = self.state.last_user(&self.origin())?;
        let account = self.account(&user).ok()?;
        let token = self.credentials.find(&account).ok()?.map(drop);
        token.or_else(|| self.credentials.find_password(&account).ok()?.map(drop)).map(|()| user)
    }

    /// The sign-in with the password that is kept for a user; `None` if there is none. It is forgotten when the server refuses it.
    ///
    /// # Errors
    /// [`SignInError`]
    pub fn with_kept_password(&self, user: &str) -> Result<Option<SignIn>, SignInError> {
        let account = self.account(user)?;
        let Some(password) = self.credentials.find_password(&account)? else { return Ok(None) };
        let credentials = Arc::clone(&self.credentials);
        let sign_in = SignIn::new(&self.site.catalog, user, &password.0)?;
        Ok(Some(
            sign_in.on_refusal(move || forget_refused_password(credentials.as_ref(), &account, &password)),
        ))
    }

    /// Keeps a password that the server has just accepted, as the person wants; only where the server gave no token for it.
    ///
    /// # Errors
    /// [`SignInError`] if it cannot be kept.
    pub fn keep_password(&self, user: &str, password: &str) -> Result<(), SignInError> {
        let account = self.account(user)?;
        self.credentials.keep_password(&account, password)?;
        Ok(self.state.remember_user(&account.origin, user)?)
    }

    /// The sign-in with the token that is kept for a user; `None` if there is none. It is forgotten when the server refuses it.
    ///
    /// # Errors
    /// [`SignInError`]
    pub fn with_token(&self, user: &str) -> Result<Option<SignIn>, SignInError> {
        let account = self.account(user)?;
        let Some(token) = self.credentials.find(&account)? else { return Ok(None) };
        let credentials = Arc::clone(&self.credentials);
        let sign_in = SignIn::with_token(&self.site.catalog, user, &token)?;
        let sign_in = sign_in.on_refusal(move || forget_refused(credentials.as_ref(), &account, &token));
        Ok(Some(sign_in))
    }

    /// The sign-in with a password: from now on with a token, if the server gives one and this PC can keep it.
    ///
    /// # Errors
    /// [`SignInError::RefusedBefore`] if nobody but a file or the environment wants it again.
    pub fn with_password(&self, user: &str, password: &str, giver: Giver) -> Result<SignIn, SignInError> {
        let origin = self.origin();
        match giver {
            Giver::Unattended if self.state.was_refused(&origin, user, password) => {
                return Err(SignInError::RefusedBefore);
            }
            Giver::Unattended => {}
            Giver::Person => self.state.forget_refusal(&origin, user)?,
        }
        let (state, refused) = (self.state.clone(), (origin.clone(), user.to_owned(), password.to_owned()));
        let sign_in = SignIn::new(&self.site.catalog, user, password)?.on_refusal(move || {
            // What cannot be remembered is asked once more.
            let _ = state.remember_refusal(&refused.0, &refused.1, &refused.2);
        });
        let Some(api) = self.site.api.as_ref().filter(|_| self.enrolling == Enrolling::Wanted) else {
            return Ok(sign_in);
        };
        let account = self.account(user)?;
        if self.credentials.find(&account).is_err() {
            // As in a session from the network, which has no Credential Manager: a token could not be kept.
            return Ok(sign_in);
        }
        match enrol(self.web, &api.devices, &sign_in, account.device, &self.computer_name) {
            Ok(Some(token)) => {
                if self.credentials.keep(&account, &token).is_err() {
                    return Ok(sign_in);
                }
                self.state.remember_user(&origin, user)?;
                self.state.forget_refusal(&origin, user)?;
                // One that was kept before is needed no more.
                let _ = self.credentials.forget_password(&account);
                Ok(self.with_token(user)?.unwrap_or(sign_in))
            }
            // No tokens here, or none now: the password serves for this run alone.
            Ok(None) => {
                // It is only about whether a box is shown.
                let _ = self.state.remember_tokenless(&origin);
                Ok(sign_in)
            }
            Err(ServerError::Forbidden | ServerError::Status { .. } | ServerError::NotFound { .. }) => {
                Ok(sign_in)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Forgets the token and the password of a user, who signed in, and what was offered; answers whether there was any. Nobody is asked.
    ///
    /// # Errors
    /// [`SignInError`]
    pub fn sign_out(&self, user: &str) -> Result<SignedOut, SignInError> {
        let account = self.account(user)?;
        let was = self.credentials.find(&account)?;
        let was_password = self.credentials.find_password(&account)?;
        self.credentials.forget(&account)?;
        self.credentials.forget_password(&account)?;
        self.state.forget_user(&account.origin)?;
        self.forget_offers(Some(user))?;
        Ok(if was.is_some() || was_password.is_some() { SignedOut::Now } else { SignedOut::Before })
    }

    /// Forgets the password that is kept for a user, if there is one.
    ///
    /// # Errors
    /// [`SignInError`] if it cannot be forgotten.
    pub fn forget_kept_password(&self, user: &str) -> Result<(), SignInError> {
        Ok(self.credentials.forget_password(&self.account(user)?)?)
    }

    /// Whether a password could be kept here: the store can, and the server is known to give no tokens.
    #[must_use]
    pub fn could_keep_password(&self) -> bool {
        let is_tokenless = self.site.api.is_none() || self.state.is_tokenless(&self.origin());
        self.credentials.keeps_passwords() && is_tokenless
    }

    /// Forgets what this server offered to a user; to whomever, if nobody is named.
    ///
    /// # Errors
    /// [`StateError`] if it cannot be deleted.
    pub fn forget_offers(&self, user: Option<&str>) -> Result<(), StateError> {
        let here = self.site.catalog.origin();
        self.state.forget_offers(|owner| {
            let is_here = Url::parse(&owner.address).is_ok_and(|address| address.origin() == here);
            is_here && user.is_none_or(|user| owner.user.as_deref() == Some(user))
        })
    }

    fn origin(&self) -> String {
        self.site.catalog.origin().ascii_serialization()
    }

    pub(crate) fn account(&self, user: &str) -> Result<Account, StateError> {
        Ok(Account { device: self.state.device()?, origin: self.origin(), user: user.to_lowercase() })
    }
}

/// Whether there was anything to sign out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedOut {
    /// There was, and it is forgotten.
    Now,
    /// Nobody was signed in.
    Before,
}

impl Explain for SignInError {
    fn message(&self) -> Message {
        match self {
            Self::RefusedBefore => message!("sign-in-refused-before"),
            Self::Server(error) => error.message(),
            Self::Web(error) => error.message(),
            Self::Credentials(error) => error.message(),
            Self::State(error) => error.message(),
            Self::Browser(error) => error.message(),
        }
    }
}
