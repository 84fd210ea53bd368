//! Signing in with the browser: the server gives a code, the person consents to it in the browser, and the PC fetches its token. Source: RFC 8628.
//!
//! No name and no password passes through this program. Who consents, and how, is between the person and the server.

mod asking;
mod invitation;
mod polling;

use std::fmt;
use std::time::Duration;

use catalog::device_authorization::GrantedToken;
use text::{Explain, Message, message};
use url::Url;

use self::asking::{Answer, ask, ask_for_token};
pub use self::invitation::Invitation;
pub use self::polling::{INTERVAL_MAX, INTERVAL_MIN, LIFE_TIME_MAX, SLOWER_BY};
use self::polling::{Next, Polling};
use crate::clock::Clock;
use crate::enrol::presentable;
use crate::server::ServerError;
use crate::sign_in::{Reception, SignInError};
use crate::web::SignIn;

/// How long one question to the server may take in all.
pub const QUESTION_TIME_MAX: Duration = Duration::from_secs(30);

/// Why nobody is signed in with the browser.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum BrowserSignInError {
    /// The server does not offer it, as older servers and other web servers.
    NotOffered,
    /// The page that the server names is none of its own.
    OtherPlace {
        /// The address of the page.
        address: String,
        /// The server, by its origin.
        server: String,
    },
    /// What the server says cannot be understood.
    NotUnderstood,
    /// The person said no.
    Denied,
    /// Nobody consented in time.
    Expired,
}

/// A sign-in that waits for the person's consent. It holds a secret, which `Debug` does not show.
pub struct Waiting {
    /// What the person is told.
    pub invitation: Invitation,
    device_code: String,
    questions: Url,
    polling: Polling,
}

/// How it stands with a sign-in by the browser.
pub enum Standing {
    /// The person has consented: this name signs in.
    SignedIn(String, SignIn),
    /// Nothing is to be asked before so much time has gone by.
    NotBefore(Duration),
}

impl Reception<'_> {
    /// Asks the server for a code with which a person can consent.
    ///
    /// # Errors
    /// [`SignInError`], also if a token could not be kept here.
    pub fn invite(&self, clock: &dyn Clock) -> Result<Waiting, SignInError> {
        let api = self.site.api.as_ref().ok_or(BrowserSignInError::NotOffered)?;
        // As in a session from the network: nobody is sent to the browser for nothing.
        let account = self.account("")?;
        self.credentials.find(&account)?;
        let name = presentable(&self.computer_name);
        let begun_at = clock.elapsed();
        let answer = ask(self.web, &api.device_authorization, account.device, &name)?;
        let mut questions = api.device_authorization.clone();
        questions.set_path(&format!("{}/token", questions.path()));
        Ok(Waiting {
            invitation: Invitation::of(&answer, &self.site.catalog)?,
            polling: Polling::begin(begun_at, answer.expires_in, answer.interval),
            device_code: answer.device_code,
            questions,
        })
    }

    /// Asks whether the person has consented, if it is time to; keeps the token that comes of it.
    ///
    /// # Errors
    /// [`SignInError`]: then it is over. A server that does not answer is asked again later.
    pub fn look_for_consent(
        &self,
        waiting: &mut Waiting,
        clock: &dyn Clock,
    ) -> Result<Standing, SignInError> {
        match waiting.polling.next(clock.elapsed()) {
            Next::Pause(time) => return Ok(Standing::NotBefore(time)),
            Next::Over => return Err(BrowserSignInError::Expired.into()),
            Next::Ask => {}
        }
        let answer = ask_for_token(self.web, &waiting.questions, &waiting.device_code);
        let now = clock.elapsed();
        match answer {
            Ok(Answer::Granted(granted)) => {
                let (user, sign_in) = self.keep(granted)?;
                return Ok(Standing::SignedIn(user, sign_in));
            }
            Ok(Answer::Refused(refusal)) => waiting.polling.refused(now, refusal)?,
            Ok(Answer::Nonsense) => return Err(BrowserSignInError::NotUnderstood.into()),
            Err(ServerError::Busy { retry_after }) => waiting.polling.away(now, retry_after),
            Err(error) if is_passing(&error) => waiting.polling.away(now, None),
            Err(error) => return Err(error.into()),
        }
        match waiting.polling.next(now) {
            Next::Over => Err(BrowserSignInError::Expired.into()),
            Next::Pause(time) => Ok(Standing::NotBefore(time)),
            Next::Ask => Ok(Standing::NotBefore(Duration::ZERO)),
        }
    }

    /// Keeps what was granted in place of what was kept before.
    fn keep(&self, granted: GrantedToken) -> Result<(String, SignIn), SignInError> {
        let GrantedToken { access_token, token_type, user_name: user } = granted;
        let knows_type = token_type.eq_ignore_ascii_case(catalog::device_authorization::TOKEN_TYPE);
        if !knows_type || user.is_empty() {
            return Err(BrowserSignInError::NotUnderstood.into());
        }
        // What cannot be sent is not kept either.
        SignIn::with_token(&self.site.catalog, &user, &access_token)?;
        let account = self.account(&user)?;
        self.credentials.keep(&account, &access_token)?;
        self.state.remember_user(&account.origin, &user)?;
        self.state.forget_refusal(&account.origin, &user)?;
        // One that was kept before is needed no more.
        let _ = self.credentials.forget_password(&account);
        let sign_in = self.with_token(&user)?.ok_or(BrowserSignInError::NotUnderstood)?;
        Ok((user, sign_in))
    }
}

/// Whether a server that answers so may answer otherwise before long.
fn is_passing(error: &ServerError) -> bool {
    match error {
        ServerError::Unreachable { .. } | ServerError::Broken { .. } | ServerError::TooSlow { .. } => true,
        ServerError::Status { status } => *status >= 500,
        _ => false,
    }
}

impl fmt::Debug for Waiting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Waiting").field("invitation", &self.invitation).finish_non_exhaustive()
    }
}

impl Explain for BrowserSignInError {
    fn message(&self) -> Message {
        match self {
            Self::NotOffered => message!("browser-sign-in-not-offered"),
            Self::OtherPlace { address, server } => {
                message!("browser-sign-in-other-place", address = address, server = server)
            }
            Self::NotUnderstood => message!("browser-sign-in-not-understood"),
            Self::Denied => message!("browser-sign-in-denied"),
            Self::Expired => message!("browser-sign-in-expired"),
        }
    }
}
