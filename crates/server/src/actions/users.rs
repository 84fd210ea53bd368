//! Users: add, remove, enable, disable, give another role or another password, list.

use super::{Change, Effect, Part};
use crate::App;
use crate::db;
use crate::db::permissions::Holder;
use crate::error::{Error, Kind, Result};
use crate::identity::{Password, one_time_password};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::session::SessionId;
use crate::model::user::{PasswordKind, Role, Standing, UserId, UserLine};
use crate::rules::administrators;
use crate::rules::role::{Ability, Actor};

/// Adds a user.
///
/// # Errors
/// [`Kind::NameTaken`] if a user or a group has the name.
pub(crate) async fn add(app: &App, actor: &Actor, name: &str, password: Password, role: Role) -> Result<()> {
    actor.require(Ability::Administer)?;
    let name = Name::parse(name)?;
    let hash = app.verifier.hash(password).await?;
    let mut change = Change::begin(app, actor).await?;
    name_is_free(&mut change, &name).await?;
    let at = change.at;
    let user = db::users::insert(change.rows(), &name, &hash, at).await?;
    if role != Role::User {
        db::users::set_role(change.rows(), user, role).await?;
    }
    change.commit(Part::Users, deed("user.add", name.as_str(), role_said(role))).await
}

/// Ends all that a user is known again by: sessions but the one that this is done in, tokens of devices, API tokens.
pub(super) async fn end_access(change: &mut Change<'_>, user: UserId, but: Option<SessionId>) -> Result<()> {
    let at = change.at;
    db::devices::revoke_all(change.rows(), user, at).await?;
    db::sessions::end_all(change.rows(), user, but).await?;
    db::api_tokens::delete_all(change.rows(), user).await?;
    Ok(())
}

/// Makes sure that the site has an administrator without this user.
fn may_leave(app: &App, user: UserId) -> Result<()> {
    // The change that this is a part of has its turn: no other one is made meanwhile.
    Ok(administrators::may_leave(&app.snapshot.load().users, user)?)
}

/// Removes a user, with permissions, memberships, devices and reports.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn remove(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let name = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &name).await?;
    may_leave(app, user)?;
    db::users::delete(change.rows(), user).await?;
    change.commit(Part::UsersAndDevices, deed("user.remove", &name, "")).await?;
    app.verified.forget(user);
    Ok(())
}

/// Enables or disables a user; disabling ends the user's sessions and all tokens for good.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn set_standing(app: &App, actor: &Actor, name: &str, standing: Standing) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    let before = app.snapshot.load().users.by_id(user).map(|user| user.standing);
    if before == Some(standing) {
        return Ok(Effect::None);
    }
    if standing == Standing::Disabled {
        may_leave(app, user)?;
        end_access(&mut change, user, None).await?;
    }
    db::users::set_standing(change.rows(), user, standing).await?;
    let action = match standing {
        Standing::Enabled => "user.enable",
        Standing::Disabled => "user.disable",
    };
    change.commit(Part::UsersAndDevices, deed(action, &name, "")).await?;
    app.verified.forget(user);
    app.failures.forgive_everywhere(&written);
    Ok(Effect::Changed)
}

/// Gives a user another password; the one before counts no longer, nor do the user's sessions and tokens.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn set_password(app: &App, actor: &Actor, name: &str, password: Password) -> Result<()> {
    give_password(app, actor, name, password, PasswordKind::Own).await
}

/// Gives a user a one-time password, with which the user then chooses another one; it is in this answer and never shown again.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn reset(app: &App, actor: &Actor, name: &str) -> Result<Password> {
    let password = one_time_password().map_err(Error::internal)?;
    give_password(app, actor, name, password.clone(), PasswordKind::OneTime).await?;
    Ok(password)
}

async fn give_password(
    app: &App,
    actor: &Actor,
    name: &str,
    password: Password,
    kind: PasswordKind,
) -> Result<()> {
    actor.require(Ability::Administer)?;
    let written = Name::parse(name)?;
    let hash = app.verifier.hash(password).await?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    db::users::set_password(change.rows(), user, &hash, kind).await?;
    end_access(&mut change, user, None).await?;
    let action = match kind {
        PasswordKind::Own => "user.set-password",
        PasswordKind::OneTime => "user.reset",
    };
    change.commit(Part::UsersAndDevices, deed(action, &name, "")).await?;
    forget(app, user, &written);
    Ok(())
}

/// Gives a user another role; the user's sessions and tokens end, and what they opened with them.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn set_role(app: &App, actor: &Actor, name: &str, role: Role) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    let before = app.snapshot.load().users.by_id(user).map(|user| user.role);
    if before == Some(role) {
        return Ok(Effect::None);
    }
    may_leave(app, user)?;
    end_access(&mut change, user, None).await?;
    db::users::set_role(change.rows(), user, role).await?;
    change.commit(Part::UsersAndDevices, deed("user.set-role", &name, role.as_str())).await?;
    Ok(Effect::Changed)
}

/// Takes a user's second factor away, for who has lost both the app and the recovery codes; sessions and tokens end too.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn reset_second_factor(app: &App, actor: &Actor, name: &str) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    if db::second_factors::find(change.rows(), user).await?.is_none() {
        return Ok(Effect::None);
    }
    db::second_factors::clear(change.rows(), user).await?;
    end_access(&mut change, user, None).await?;
    change.commit(Part::UsersAndDevices, deed("user.reset-totp", &name, "")).await?;
    app.second_factors.forgive(user);
    Ok(Effect::Changed)
}

/// Forgets what was remembered of a user's password before it became another one.
pub(super) fn forget(app: &App, user: UserId, name: &Name) {
    app.verified.forget(user);
    app.failures.forgive_everywhere(name);
    app.second_factors.forgive(user);
}

/// Lists all users by name.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<UserLine>> {
    actor.require(Ability::View)?;
    Ok(db::users::list(&mut *app.database.read().await?).await?)
}

/// Finds a user of a change, and the name as it was given to the user: the case of letters may be another in `name`.
pub(super) async fn find(change: &mut Change<'_>, name: &Name) -> Result<(UserId, String)> {
    match db::permissions::holder(change.rows(), name).await? {
        Some((Holder::User(id), name)) => Ok((id, name)),
        _ => Err(Kind::UserUnknown(name.to_string()).into()),
    }
}

/// Makes sure that neither a user nor a group has a name.
pub(super) async fn name_is_free(change: &mut Change<'_>, name: &Name) -> Result<()> {
    match db::permissions::holder(change.rows(), name).await? {
        Some((_, taken)) => Err(Kind::NameTaken(taken).into()),
        None => Ok(()),
    }
}

/// A role as the audit says it; the usual one goes without saying.
fn role_said(role: Role) -> &'static str {
    if role == Role::User { "" } else { role.as_str() }
}

fn deed(action: &'static str, name: &str, detail: &str) -> Deed {
    Deed { action, subject: name.to_owned(), detail: detail.to_owned() }
}
