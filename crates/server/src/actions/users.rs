//! Users: add, remove, enable, disable, give another role or another password, list.

use super::{Change, Effect, Part, groups, one_time_passwords};
use crate::App;
use crate::db;
use crate::db::permissions::Holder;
use crate::error::{Error, Kind, Result};
use crate::identity::{Password, one_time_password};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::phrase::Phrase;
use crate::model::session::SessionId;
use crate::model::slice::{Listed, Slice};
use crate::model::user::{
    NewAccount, PasswordKind, PasswordState, Role, SecondFactor, SourceDetail, Standing, User, UserDetail,
    UserId, UserLine,
};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role::{Ability, Actor};
use crate::rules::{administrators, user_filter, why};
use crate::settings::UserRemoval;

/// What a user is to have from the beginning.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewUser {
    /// The name to sign in with.
    pub(crate) name: String,
    /// What the user may do on the server itself.
    pub(crate) role: Role,
    /// The groups to be in.
    pub(crate) groups: Vec<String>,
    /// The permissions to hold directly.
    pub(crate) permissions: Vec<String>,
}

/// Adds a user with a password of its own.
///
/// # Errors
/// [`Kind::NameTaken`] if a user or a group has the name.
pub(crate) async fn add(app: &App, actor: &Actor, name: &str, password: Password, role: Role) -> Result<()> {
    actor.require(Ability::Administer)?;
    let name = Name::parse_new(name)?;
    let hash = app.verifier.hash(password).await?;
    let new = NewAccount { name: &name, password_hash: &hash, password_kind: PasswordKind::Own, role };
    let mut change = Change::begin(app, actor).await?;
    name_is_free(&mut change, &name).await?;
    let at = change.at;
    let user = db::users::insert(change.rows(), &new, at).await?;
    change.commit(Part::User(user), Deed::new("user.add", Phrase::user(user)).with(role_said(role))).await
}

/// Adds a user with all that it is to have, and gives it a one-time password.
///
/// # Errors
/// [`Kind::NameTaken`] if a user or a group has the name; [`Kind::GroupUnknown`].
pub(crate) async fn create(app: &App, actor: &Actor, new: &NewUser) -> Result<Password> {
    actor.require(Ability::Administer)?;
    let name = Name::parse_new(&new.name)?;
    let groups =
        new.groups.iter().map(|group| Name::parse(group)).collect::<std::result::Result<Vec<_>, _>>()?;
    let permissions = Permission::parse_all(&new.permissions)?;
    let (password, hash) = one_time_passwords::made(app).await?;
    let account = NewAccount {
        name: &name,
        password_hash: &hash,
        password_kind: PasswordKind::OneTime,
        role: new.role,
    };
    let mut change = Change::begin(app, actor).await?;
    name_is_free(&mut change, &name).await?;
    let at = change.at;
    let user = db::users::insert(change.rows(), &account, at).await?;
    let mut detail = vec![format!("role {}", new.role.as_str())];
    for group in groups {
        let (group, group_name) = groups::find(&mut change, &group).await?;
        db::groups::insert_member(change.rows(), group, user).await?;
        detail.push(format!("join {group_name}"));
    }
    for permission in &permissions {
        db::permissions::insert(change.rows(), Holder::User(user), permission).await?;
        detail.push(format!("grant {permission}"));
    }
    let deed = Deed::new("user.add", Phrase::user(user)).with(detail.join(", "));
    change.commit(Part::User(user), deed).await?;
    Ok(password)
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

/// Removes a user, with permissions and memberships; devices and reports go too, or stay as nobody's, as the setting says.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn remove(app: &App, actor: &Actor, name: &str) -> Result<()> {
    let name = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, name) = find(&mut change, &name).await?;
    may_leave(app, user)?;
    let at = change.at;
    db::removed_users::forget_deliveries(change.rows(), user).await?;
    if app.settings.on_user_removal == UserRemoval::Strip {
        db::removed_users::strip(change.rows(), user, at).await?;
    }
    let has_published = db::removed_users::forget_publisher(change.rows(), user, &name).await?;
    db::users::delete(change.rows(), user).await?;
    let part = if has_published { Part::UserAndPackages(user) } else { Part::User(user) };
    change.commit(part, Deed::new("user.remove", Phrase::user(user))).await?;
    app.verified.forget(user);
    // The removal counts in any case; where somebody reads at this moment, the log is emptied with a later change or at the end.
    match app.database.empty_log().await {
        Ok(true) => {}
        Ok(false) => tracing::info!("the database's log is in use and is emptied later"),
        Err(error) => tracing::warn!(%error, "the database's log cannot be emptied"),
    }
    Ok(())
}

/// Enables or disables a user; disabling ends the user's sessions and all tokens for good.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn set_standing(app: &App, actor: &Actor, name: &str, standing: Standing) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, _) = find(&mut change, &written).await?;
    // As it was set here; in the snapshot, who is gone in the account's source is disabled too.
    if db::users::standing(change.rows(), user).await? == Some(standing) {
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
    change.commit(Part::User(user), Deed::new(action, Phrase::user(user))).await?;
    app.verified.forget(user);
    app.failures.forgive_everywhere(&written);
    Ok(Effect::Changed)
}

/// Gives a user another password; the one before counts no longer, nor do the user's sessions and tokens.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::PasswordOfSource`].
pub(crate) async fn set_password(app: &App, actor: &Actor, name: &str, password: Password) -> Result<()> {
    give_password(app, actor, name, password, PasswordKind::Own).await
}

/// Gives a user a one-time password, with which the user then chooses another one; it is in this answer and never shown again.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::PasswordOfSource`].
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
    let (user, _) = find(&mut change, &written).await?;
    // The change has its turn: nobody makes it another account meanwhile.
    if let Some(user) = app.snapshot.load().users.by_id(user) {
        password_is_here(user)?;
    }
    db::users::set_password(change.rows(), user, &hash, kind).await?;
    end_access(&mut change, user, None).await?;
    let action = match kind {
        PasswordKind::Own => "user.set-password",
        PasswordKind::OneTime => "user.reset",
    };
    change.commit(Part::User(user), Deed::new(action, Phrase::user(user))).await?;
    forget(app, user, &written);
    Ok(())
}

/// Makes sure that an account's password is kept here, and not by its source.
pub(super) fn password_is_here(user: &User) -> Result<()> {
    match &user.source {
        None => Ok(()),
        Some(source) => {
            Err(Kind::PasswordOfSource { user: user.name.to_string(), source: source.to_string() }.into())
        }
    }
}

/// Gives a user another role; the user's sessions and tokens end, and what they opened with them.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::LastAdministrator`].
pub(crate) async fn set_role(app: &App, actor: &Actor, name: &str, role: Role) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, _) = find(&mut change, &written).await?;
    let before = app.snapshot.load().users.by_id(user).map(|user| user.role);
    if before == Some(role) {
        return Ok(Effect::None);
    }
    may_leave(app, user)?;
    end_access(&mut change, user, None).await?;
    db::users::set_role(change.rows(), user, role).await?;
    change
        .commit(Part::User(user), Deed::new("user.set-role", Phrase::user(user)).with(role.as_str()))
        .await?;
    Ok(Effect::Changed)
}

/// Takes a user's second factor away, for who has lost both the app and the recovery codes; sessions and tokens end too.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn reset_second_factor(app: &App, actor: &Actor, name: &str) -> Result<Effect> {
    let written = Name::parse(name)?;
    let mut change = Change::begin(app, actor).await?;
    let (user, _) = find(&mut change, &written).await?;
    if db::second_factors::find(change.rows(), user).await?.is_none() {
        return Ok(Effect::None);
    }
    db::second_factors::clear(change.rows(), user).await?;
    end_access(&mut change, user, None).await?;
    change.commit(Part::User(user), Deed::new("user.reset-totp", Phrase::user(user))).await?;
    app.second_factors.forgive(user);
    Ok(Effect::Changed)
}

/// Forgets what was remembered of a user's password before it became another one.
pub(super) fn forget(app: &App, user: UserId, name: &Name) {
    app.verified.forget(user);
    app.failures.forgive_everywhere(name);
    app.second_factors.forgive(user);
}

/// Shows all that there is to see of a user, with what the user is offered and why.
///
/// # Errors
/// [`Kind::UserUnknown`].
pub(crate) async fn show(app: &App, actor: &Actor, name: &str) -> Result<UserDetail> {
    actor.require(Ability::View)?;
    let name = Name::parse(name)?;
    let snapshot = app.snapshot.load_full();
    let user = snapshot.users.by_name(&name).ok_or_else(|| Kind::UserUnknown(name.to_string()))?;
    let mut reading = app.database.read().await?;
    let source = db::sources::find(&mut reading, user.id).await?;
    let holdings = db::user_detail::holdings(&mut reading, user.id).await?;
    let brandings = db::brandings::of_user(&mut reading, user.id).await?;
    let packages: Vec<_> = snapshot
        .packages
        .iter()
        .map(|package| snapshot.brandings.dressed(user.branding.as_ref(), package))
        .collect();
    let (created_at, devices, reports) = db::user_detail::counts(&mut reading, user.id).await?;
    Ok(UserDetail {
        name: user.name.to_string(),
        standing: db::users::standing(&mut reading, user.id).await?.unwrap_or(user.standing),
        role: user.role,
        password: PasswordState::of(&user.password_hash, user.password_kind, user.source.as_ref()),
        second_factor: user.second_factor == SecondFactor::Totp,
        created_at: created_at.to_string(),
        source: source.map(|kept| SourceDetail {
            name: kept.source.into(),
            key: kept.key,
            standing: kept.standing,
            confirmed_at: kept.confirmed_at.map(|at| at.to_string()),
            aliases: user.aliases.to_vec(),
            profile: kept.profile,
        }),
        groups: holdings.groups.keys().cloned().collect(),
        own_permissions: holdings.direct.iter().map(ToString::to_string).collect(),
        permissions: holdings.all().iter().map(|permission| holdings.why(permission)).collect(),
        devices,
        reports,
        locale: user.profile.locale.as_ref().map(ToString::to_string),
        branding: user.branding.as_ref().map(ToString::to_string),
        other_brandings: brandings.iter().skip(1).map(ToString::to_string).collect(),
        products: {
            let person = (user.name.as_str(), user.profile.as_ref());
            why::explain(&packages, user.audience(), &holdings, person)
        },
    })
}

/// Lists users by name.
///
/// # Errors
/// What the filter says.
pub(crate) async fn list(
    app: &App,
    actor: &Actor,
    written: &WrittenUserFilter,
    slice: Slice,
) -> Result<Listed<UserLine>> {
    actor.require(Ability::View)?;
    let filter = user_filter::read(written)?;
    Ok(db::user_list::list(&mut *app.database.read().await?, &filter, slice).await?)
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
        None => match db::sources::user_of_alias(change.rows(), name).await? {
            Some(taken) => Err(Kind::NameTaken(taken).into()),
            None => Ok(()),
        },
    }
}

/// A role as the audit says it; the usual one goes without saying.
fn role_said(role: Role) -> &'static str {
    if role == Role::User { "" } else { role.as_str() }
}
