//! Groups: add, remove, put users in, take them out, list.

use super::{Change, Effect, Part, users};
use crate::App;
use crate::db;
use crate::db::permissions::Holder;
use crate::error::{Kind, Result};
use crate::model::audit::Deed;
use crate::model::group::{GroupSummary, WrittenGroupFilter};
use crate::model::name::Name;
use crate::model::phrase::Phrase;
use crate::model::slice::{Listed, Slice};
use crate::rules::role::{Ability, Actor};
use crate::rules::user_filter;

/// Adds a group.
///
/// # Errors
/// [`Kind::NameTaken`] if a user or a group has the name.
pub(crate) async fn add(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let name = Name::parse_new(name)?;
    let mut change = Change::begin(app, actor).await?;
    users::name_is_free(&mut change, &name).await?;
    let at = change.at;
    db::groups::insert(change.rows(), &name, at).await?;
    change.commit(Part::None, Deed::new("group.add", name.as_str())).await
}

/// Removes a group; its users stay, without the permissions that they had by it.
///
/// # Errors
/// [`Kind::GroupUnknown`].
pub(crate) async fn remove(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let name = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (group, name) = find(&mut change, &name).await?;
    let members = db::groups::member_ids(change.rows(), group).await?;
    db::groups::delete(change.rows(), group).await?;
    change.commit(Part::Users(members), Deed::new("group.remove", name)).await
}

/// Puts a user into a group.
///
/// # Errors
/// [`Kind::GroupUnknown`], [`Kind::UserUnknown`].
pub(crate) async fn join(app: &App, actor: &Actor, group: &str, user: &str) -> Result<Effect> {
    let (group_name, user_name) = (Name::parse(group)?, Name::parse(user)?);
    let mut change = Change::begin(app, actor).await?;
    let (group, group_name) = find(&mut change, &group_name).await?;
    let (user, _) = users::find(&mut change, &user_name).await?;
    if !db::groups::insert_member(change.rows(), group, user).await? {
        return Ok(Effect::None);
    }
    change.commit(Part::User(user), Deed::new("group.join", group_name).with(Phrase::user(user))).await?;
    Ok(Effect::Changed)
}

/// Takes a user out of a group.
///
/// # Errors
/// [`Kind::GroupUnknown`], [`Kind::UserUnknown`].
pub(crate) async fn leave(app: &App, actor: &Actor, group: &str, user: &str) -> Result<Effect> {
    let (group_name, user_name) = (Name::parse(group)?, Name::parse(user)?);
    let mut change = Change::begin(app, actor).await?;
    let (group, group_name) = find(&mut change, &group_name).await?;
    let (user, _) = users::find(&mut change, &user_name).await?;
    if !db::groups::delete_member(change.rows(), group, user).await? {
        return Ok(Effect::None);
    }
    change.commit(Part::User(user), Deed::new("group.leave", group_name).with(Phrase::user(user))).await?;
    Ok(Effect::Changed)
}

/// Lists groups by name.
///
/// # Errors
/// What the filter says.
pub(crate) async fn list(
    app: &App,
    actor: &Actor,
    written: &WrittenGroupFilter,
    slice: Slice,
) -> Result<Listed<GroupSummary>> {
    actor.require(Ability::View)?;
    let search = user_filter::text(&written.search)?;
    Ok(db::groups::list(&mut *app.database.read().await?, search, slice).await?)
}

/// Shows a group in short.
///
/// # Errors
/// [`Kind::GroupUnknown`].
pub(crate) async fn show(app: &App, actor: &Actor, name: &str) -> Result<GroupSummary> {
    actor.require(Ability::View)?;
    let name = Name::parse(name)?;
    let mut reading = app.database.read().await?;
    let unknown = || Kind::GroupUnknown(name.to_string());
    let Some((Holder::Group(id), _)) = db::permissions::holder(&mut reading, &name).await? else {
        return Err(unknown().into());
    };
    Ok(db::groups::find(&mut reading, id).await?.ok_or_else(unknown)?)
}

pub(super) async fn find(change: &mut Change<'_>, name: &Name) -> Result<(i64, String)> {
    match db::permissions::holder(change.rows(), name).await? {
        Some((Holder::Group(id), name)) => Ok((id, name)),
        _ => Err(Kind::GroupUnknown(name.to_string()).into()),
    }
}
