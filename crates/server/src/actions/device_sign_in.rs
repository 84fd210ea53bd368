//! Signing a PC in by the browser: the PC asks, a person says yes or no, the PC gets its token. Source: RFC 8628.

use std::net::IpAddr;
use std::sync::Arc;

use catalog::device::Enrolment;
use catalog::device_authorization::{GrantedToken, Refusal, TOKEN_TYPE, UserCode};
use jiff::Timestamp;

use super::devices;
use crate::App;
use crate::error::{Kind, Result};
use crate::identity::Asking;
use crate::model::secret::Secret;
use crate::rules::role::Actor;

/// Lets a PC wait to be signed in. Answers with the code that it asks for its token with, and the one for people.
///
/// # Errors
/// [`Refusal::InvalidRequest`] for a computer's name that is none, and if too many wait.
pub(crate) fn begin(
    app: &App,
    enrolment: Enrolment,
    address: IpAddr,
) -> std::result::Result<(Secret, UserCode), Refusal> {
    enrolment.judge().map_err(|_| Refusal::InvalidRequest)?;
    app.device_authorizations.begin(Asking { enrolment, address, at: Timestamp::now() })
}

/// Gives a PC the token that somebody has granted, once: only now is it enrolled, with the limits and the line of the audit of any
/// enrolment. Whoever comes too late, or never, keeps the token that it had before.
///
/// # Errors
/// [`Refusal`]; after [`Refusal::TemporarilyUnavailable`] it may come again.
pub(crate) async fn take(app: &Arc<App>, device_code: &str) -> std::result::Result<GrantedToken, Refusal> {
    let fetch = app.device_authorizations.take(device_code)?;
    let user_name = fetch.actor().name().to_owned();
    match devices::enrol(app, fetch.actor(), fetch.asking().enrolment.clone()).await {
        Ok(access_token) => {
            fetch.done();
            Ok(GrantedToken { access_token, token_type: TOKEN_TYPE.to_owned(), user_name })
        }
        // Meanwhile the account was disabled, or its password changed.
        Err(error) if matches!(error.kind(), Kind::NotSignedIn) => {
            fetch.done();
            Err(Refusal::AccessDenied)
        }
        Err(error) => {
            tracing::warn!(user = user_name, %error, "a PC that may be signed in got no token yet");
            Err(Refusal::TemporarilyUnavailable)
        }
    }
}

/// The PC that the actor has typed the code of.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError).
pub(crate) fn find(app: &App, actor: &Actor, typed: &str) -> Result<(UserCode, Asking)> {
    let user = actor.enrolling_user()?;
    Ok(app.device_authorizations.find(user.id, typed)?)
}

/// Says yes: the PC gets a token of the actor's when it comes for it. Answers which PC it was.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError).
pub(crate) fn grant(app: &App, actor: &Actor, typed: &str) -> Result<Asking> {
    let user = actor.enrolling_user()?;
    Ok(app.device_authorizations.grant(user.id, actor.clone(), typed)?)
}

/// Says no. Answers which PC it was.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError).
pub(crate) fn refuse(app: &App, actor: &Actor, typed: &str) -> Result<Asking> {
    let user = actor.enrolling_user()?;
    Ok(app.device_authorizations.refuse(user.id, typed)?)
}
