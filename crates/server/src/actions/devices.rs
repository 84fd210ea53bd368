//! Devices: enrol, revoke, forget.

use std::sync::Arc;
use std::time::Duration;

use catalog::device::{DeviceToken, Enrolment, TOKEN_BYTES};
use tracing::Instrument;
use uuid::Uuid;

use super::{Change, Effect, Part, last_seen, users};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::model::audit::Deed;
use crate::model::device::{DeviceStanding, KnownDevice, TokenHash};
use crate::model::name::Name;
use crate::model::phrase::Phrase;
use crate::model::user::{Standing, UserId};
use crate::rules::device::{DEVICES_PER_USER_MAX, making_room};
use crate::rules::role::{Ability, Actor};

/// Whether the actor may enrol a device at all.
///
/// # Errors
/// [`Kind::PasswordNeeded`] for who signed in with a device token.
pub(crate) fn may_enrol(actor: &Actor) -> Result<()> {
    actor.enrolling_user()?;
    Ok(())
}

/// Makes a device known to the server, and gives it a token; a token that it had before counts no longer.
///
/// # Errors
/// [`Kind::EnrolledTooOften`]; else if the computer's name is none, or the actor did not sign in with a password.
pub(crate) async fn enrol(app: &Arc<App>, actor: &Actor, enrolment: Enrolment) -> Result<DeviceToken> {
    let (app, actor) = (Arc::clone(app), actor.clone());
    // On its own: a client that hangs up in the middle leaves no change without its snapshot.
    let enrolling = async move { write_enrolment(&app, &actor, &enrolment).await };
    tokio::spawn(enrolling.in_current_span()).await.map_err(Error::internal)?
}

async fn write_enrolment(app: &App, actor: &Actor, enrolment: &Enrolment) -> Result<DeviceToken> {
    let user = actor.enrolling_user()?;
    enrolment.judge()?;
    let too_often = |wait: Duration| Kind::EnrolledTooOften { seconds: wait.as_secs() + 1 };
    app.enrolments.count(user.id).map_err(too_often)?;
    if app.snapshot.load().devices.count(user.id) >= DEVICES_PER_USER_MAX {
        // Which device is longest unseen is soon asked.
        last_seen::write(app).await?;
    }
    let mut random = [0; TOKEN_BYTES];
    getrandom::fill(&mut random).map_err(Error::internal)?;
    let token = DeviceToken::of(random);
    let mut change = Change::begin_with(app, actor, Ability::Enrol).await?;
    // While this waited for its turn, the password may have been changed: then it gives no token any more.
    let now = app.snapshot.load().users.by_id(user.id).cloned();
    let is_same =
        now.is_some_and(|now| now.standing == Standing::Enabled && now.password_hash == user.password_hash);
    if !is_same {
        return Err(Kind::NotSignedIn.into());
    }
    let known = db::devices::known(change.rows(), user.id).await?;
    let mut replaced = Phrase::default();
    if !known.iter().any(|known| known.device == enrolment.device)
        && let Some(leaving) = making_room(&known)
    {
        db::devices::delete(change.rows(), leaving.id).await?;
        replaced = Phrase::text(" <- ").then(Phrase::device(leaving.id));
    }
    let at = change.at;
    let device = db::devices::enrol(change.rows(), user.id, enrolment, &TokenHash::of(&token), at).await?;
    let detail = Phrase::device(device).then(replaced);
    let deed = Deed::new("device.enrol", Phrase::user(user.id)).with(detail);
    change.commit(Part::User(user.id), deed).await?;
    Ok(token)
}

/// Ends a device's token at the next request; the device stays in the lists.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::DeviceUnknown`].
pub(crate) async fn revoke(app: &App, actor: &Actor, user: &str, device: &str) -> Result<Effect> {
    let unknown = |user: &str| Kind::DeviceUnknown { user: user.to_owned(), device: device.to_owned() };
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = owner(&mut change, user).await?;
    let number = Uuid::parse_str(device).map_err(|_| unknown(&name))?;
    let known = db::devices::known(change.rows(), user).await?;
    let known = known.iter().find(|known| known.device == number).ok_or_else(|| unknown(&name))?;
    if known.standing == DeviceStanding::Revoked {
        return Ok(Effect::None);
    }
    let at = change.at;
    db::devices::revoke(change.rows(), known.id, at).await?;
    let deed = Deed::new("device.revoke", Phrase::user(user)).with(Phrase::device(known.id));
    change.commit(Part::User(user), deed).await?;
    Ok(Effect::Changed)
}

/// A device of the actor's own that can still sign in, as its owner knows it.
///
/// # Errors
/// [`Kind::NotFound`] if it is not there, another user's, or signed out already.
pub(crate) async fn own(app: &App, actor: &Actor, device: &str) -> Result<KnownDevice> {
    let (user, _) = actor.own_account()?;
    own_of(&mut *app.database.read().await?, user.id, device).await
}

/// Ends the token of a device of the actor's own at the next request, and gives the computer's name.
///
/// # Errors
/// [`Kind::NotFound`] as [`own`].
pub(crate) async fn revoke_own(app: &App, actor: &Actor, device: &str) -> Result<String> {
    let (user, _) = actor.own_account()?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    let own = own_of(change.rows(), user.id, device).await?;
    let at = change.at;
    db::devices::revoke(change.rows(), own.id, at).await?;
    let deed = Deed::new("device.revoke", Phrase::user(user.id)).with(Phrase::device(own.id));
    change.commit(Part::User(user.id), deed).await?;
    Ok(own.computer_name)
}

/// Finds whose devices are meant: a user's, or those that removed users have left behind.
async fn owner(change: &mut Change<'_>, name: &str) -> Result<(UserId, String)> {
    if name == UserId::NOBODYS_NAME {
        return Ok((UserId::NOBODY, name.to_owned()));
    }
    users::find(change, &Name::parse(name)?).await
}

async fn own_of(rows: &mut db::Connection, user: UserId, device: &str) -> Result<KnownDevice> {
    let number = Uuid::parse_str(device).map_err(|_| Kind::NotFound)?;
    let known = db::devices::known(rows, user).await?.into_iter();
    let mut own = known.filter(|known| known.device == number && known.standing == DeviceStanding::Enrolled);
    Ok(own.next().ok_or(Kind::NotFound)?)
}

/// Removes a device that was revoked from the lists, with its last check-in. Its reports stay with its user.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::DeviceUnknown`], [`Kind::DeviceEnrolled`].
pub(crate) async fn forget(app: &App, actor: &Actor, user: &str, device: &str) -> Result<()> {
    let unknown = |user: &str| Kind::DeviceUnknown { user: user.to_owned(), device: device.to_owned() };
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = owner(&mut change, user).await?;
    let number = Uuid::parse_str(device).map_err(|_| unknown(&name))?;
    let known = db::devices::known(change.rows(), user).await?;
    let known = known.iter().find(|known| known.device == number).ok_or_else(|| unknown(&name))?;
    if known.standing == DeviceStanding::Enrolled {
        return Err(Kind::DeviceEnrolled { user: name, device: device.to_owned() }.into());
    }
    db::devices::delete(change.rows(), known.id).await?;
    let deed = Deed::new("device.forget", Phrase::user(user)).with(Phrase::device(known.id));
    change.commit(Part::User(user), deed).await
}
