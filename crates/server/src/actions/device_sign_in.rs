//! Signing a PC in by the browser: the PC asks, a person says yes or no, the PC gets its token. Source: RFC 8628.

use std::net::IpAddr;
use std::sync::Arc;

use catalog::device::Enrolment;
use catalog::device_authorization::{GrantedToken, Refusal, UserCode};
use jiff::Timestamp;

use super::devices;
use crate::App;
use crate::error::Result;
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

/// Gives a PC the token that somebody has granted, once.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn take(app: &App, device_code: &str) -> std::result::Result<GrantedToken, Refusal> {
    app.device_authorizations.take(device_code)
}

/// The PC that the actor has typed the code of.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError).
pub(crate) fn find(app: &App, actor: &Actor, typed: &str) -> Result<(UserCode, Asking)> {
    let user = actor.enrolling_user()?;
    Ok(app.device_authorizations.find(user.id, typed)?)
}

/// Says yes: the PC is enrolled for the actor, with the limits and the line of the audit of any enrolment. Answers which PC it was.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError), and as [`devices::enrol`]; after the latter it may be tried again.
pub(crate) async fn grant(app: &Arc<App>, actor: &Actor, typed: &str) -> Result<Asking> {
    let user = actor.enrolling_user()?;
    let claim = app.device_authorizations.claim(user.id, typed)?;
    let asking = claim.asking().clone();
    let token = devices::enrol(app, actor, asking.enrolment.clone()).await?;
    claim.grant(token, actor.name());
    Ok(asking)
}

/// Says no. Answers which PC it was.
///
/// # Errors
/// [`DeviceCodeError`](crate::identity::DeviceCodeError).
pub(crate) fn refuse(app: &App, actor: &Actor, typed: &str) -> Result<Asking> {
    let user = actor.enrolling_user()?;
    Ok(app.device_authorizations.refuse(user.id, typed)?)
}
