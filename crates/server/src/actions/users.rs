//! Users: add, remove, enable, disable, give another password, list.

use super::{Change, Effect, Part};
use crate::App;
use crate::db;
use crate::db::permissions::Holder;
use crate::error::{Kind, Result};
use crate::identity::Password;
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::user::{Standing, UserId, UserLine};
use crate::rules::role::{Ability, Actor};

/// Adds a user.
///
/// # Errors
/// [`Kind::NameTaken`] if a user or a group has the name.
pub(crate) async fn add(app: &App, actor: &Actor, name: &str, password: Password) -> Result<()> {
    actor.require(Ability::Administer)?;
    let name = Name::parse(name)?;
    let hash = app.verifier.hash(password).await?;
    let mut change = Change::begin(app, actor).await?;
    name_is_free(&mut change, &name).await?;
    let at = change.at;
    db::users::insert(change.rows(), &name, &hash, at).await?;
    change.commit(Part::Users, deed("user.add", name.as_str())).await
}

/// Removes a user, with permissions, memberships, devices and reports.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn remove(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let name = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &name).await?;
    db::users::delete(change.rows(), user).await?;
    change.commit(Part::UsersAndDevices, deed("user.remove", &name)).await?;
    app.verified.forget(user);
    Ok(())
}

/// Enables or disables a user; disabling ends the tokens of the user's devices for good.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn set_standing(app: &App, actor: &Actor, name: &str, standing: Standing) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    let before = app.snapshot.load().users.by_id(user).map(|user| user.standing);
    if before == Some(standing) {
        return Ok(Effect::None);
    }
    db::users::set_standing(change.rows(), user, standing).await?;
    if standing == Standing::Disabled {
        let at = change.at;
        db::devices::revoke_all(change.rows(), user, at).await?;
    }
    let action = match standing {
        Standing::Enabled => "user.enable",
        Standing::Disabled => "user.disable",
    };
    change.commit(Part::UsersAndDevices, deed(action, &name)).await?;
    app.verified.forget(user);
    app.failures.forgive_everywhere(&written);
    Ok(Effect::Changed)
}

/// Gives a user another password; the one before counts no longer, nor do the tokens of the user's devices.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn set_password(app: &App, actor: &Actor, name: &str, password: Password) -> Result<()> {
    actor.require(Ability::Administer)?;
    let written = Name::parse(name)?;
    let hash = app.verifier.hash(password).await?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &written).await?;
    db::users::set_password(change.rows(), user, &hash).await?;
    let at = change.at;
    db::devices::revoke_all(change.rows(), user, at).await?;
    change.commit(Part::UsersAndDevices, deed("user.set-password", &name)).await?;
    app.verified.forget(user);
    app.failures.forgive_everywhere(&written);
    Ok(())
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

fn deed(action: &'static str, name: &str) -> Deed {
    Deed { action, subject: name.to_owned(), detail: String::new() }
}
