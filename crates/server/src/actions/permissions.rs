//! Permissions: grant, revoke, list.

use super::{Change, Effect, Part};
use crate::App;
use crate::db;
use crate::db::permissions::Holder;
use crate::error::{Kind, Result};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::permission::{Grant, Permission};
use crate::model::phrase::Phrase;
use crate::rules::role::{Ability, Actor};

/// Grants a permission to a user or a group.
///
/// # Errors
/// [`Kind::HolderUnknown`].
pub(crate) async fn grant(app: &App, actor: &Actor, holder: &str, permission: &str) -> Result<Effect> {
    let (name, permission) = (Name::parse(holder)?, Permission::parse(permission)?);
    let mut change = Change::begin(app, actor).await?;
    let (holder, name) = find(&mut change, &name).await?;
    if !db::permissions::insert(change.rows(), holder, &permission).await? {
        return Ok(Effect::None);
    }
    let part = touched(&mut change, holder).await?;
    change.commit(part, deed("permission.grant", holder, &name, &permission)).await?;
    Ok(Effect::Changed)
}

/// Revokes a permission of a user or a group.
///
/// # Errors
/// [`Kind::HolderUnknown`].
pub(crate) async fn revoke(app: &App, actor: &Actor, holder: &str, permission: &str) -> Result<Effect> {
    let (name, permission) = (Name::parse(holder)?, Permission::parse(permission)?);
    let mut change = Change::begin(app, actor).await?;
    let (holder, name) = find(&mut change, &name).await?;
    if !db::permissions::delete(change.rows(), holder, &permission).await? {
        return Ok(Effect::None);
    }
    let part = touched(&mut change, holder).await?;
    change.commit(part, deed("permission.revoke", holder, &name, &permission)).await?;
    Ok(Effect::Changed)
}

/// Lists what is granted, by holder.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<Grant>> {
    actor.require(Ability::View)?;
    Ok(db::permissions::list(&mut *app.database.read().await?).await?)
}

async fn find(change: &mut Change<'_>, name: &Name) -> Result<(Holder, String)> {
    match db::permissions::holder(change.rows(), name).await? {
        Some(found) => Ok(found),
        None => Err(Kind::HolderUnknown(name.to_string()).into()),
    }
}

/// The users whose permissions a change of a holder changes.
async fn touched(change: &mut Change<'_>, holder: Holder) -> Result<Part> {
    Ok(match holder {
        Holder::User(user) => Part::User(user),
        Holder::Group(group) => Part::Users(db::groups::member_ids(change.rows(), group).await?),
    })
}

fn deed(action: &'static str, holder: Holder, name: &str, permission: &Permission) -> Deed {
    let subject = match holder {
        Holder::User(user) => Phrase::user(user),
        Holder::Group(_) => Phrase::text(name),
    };
    Deed::new(action, subject).with(permission.as_str())
}
