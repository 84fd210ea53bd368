//! Accounts of sources: ask who knows them, and take over what a source tells of them.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Change, Part};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::identity::{GuardedSource, SourceError, Verdict};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::permission::Permissions;
use crate::model::phrase::Phrase;
use crate::model::source::{
    ALIASES_MAX, KeptAccount, Keys, SourceAccount, SourceName, SourceStanding, UsedAccount,
};
use crate::model::user::{NewAccount, PasswordKind, Role, User, UserId};
use crate::rules::role::{self, Ability};
use crate::rules::source_account::{Likeness, Taking, judge, likeness};

/// How long after a conflict about an account the audit says nothing of the next one: who keeps trying is no reason to write.
const CONFLICT_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// How old the note of a confirmation is at least before another one is written: polls are no reason to write.
const CONFIRMED_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// Asks a known user's source, or for a name that nobody has all sources in their order. `None`: nobody takes the password.
///
/// If a source gives no answer, those behind it are not believed: the name may be somebody else's there.
///
/// # Errors
/// [`Kind::SourceAway`], also where the settings do not name the source any more; [`Kind::Busy`].
pub(super) async fn verify(
    app: &App,
    known: Option<&User>,
    name: &Name,
    password: &str,
    address: IpAddr,
) -> Result<Option<Arc<User>>> {
    let asked: Vec<&GuardedSource> = match known.map(|user| &user.source) {
        None => app.sources.for_passwords().collect(),
        Some(None) => return Ok(None),
        Some(Some(own)) => {
            let source = app.sources.find(own);
            vec![source.ok_or_else(|| vanished(own))?]
        }
    };
    for source in asked {
        if let Verdict::Accepted(told) = source.verify(name, password).await.map_err(|error| away(&error))? {
            let taken = take(app, source.name(), Some(name), *told, address).await?;
            if let Some(user) = &taken {
                app.verified.remember_with_grace(user, password, source.grace());
            }
            return Ok(taken);
        }
    }
    Ok(None)
}

/// What a person is told while a source gives no answer; the log has been told why.
fn away(error: &SourceError) -> Error {
    if *error == SourceError::Busy { Kind::Busy.into() } else { Kind::SourceAway.into() }
}

fn vanished(source: &SourceName) -> Error {
    tracing::warn!(source = source.as_str(), "the settings do not name the source of an account");
    Kind::SourceAway.into()
}

/// Takes over what a source tells of an account that it has just vouched for; `typed` is the name that it took for it. `None` if a
/// name is somebody else's here, or one too many.
///
/// # Errors
/// If the database refuses.
pub(super) async fn take(
    app: &App,
    source: &SourceName,
    typed: Option<&Name>,
    told: SourceAccount,
    address: IpAddr,
) -> Result<Option<Arc<User>>> {
    if let Some(user) = unchanged(app, source, typed, &told).await? {
        return Ok(Some(user));
    }
    let actor = role::source(source.clone()).at(address);
    let mut change = Change::begin_with(app, &actor, Ability::Confirm).await?;
    let by_key = db::sources::by_key(change.rows(), source, &told.key).await?;
    let told_holder = db::sources::holder_of(change.rows(), &told.name).await?;
    let typed_holder = match typed {
        Some(typed) => db::sources::holder_of(change.rows(), typed).await?,
        None => by_key.map(|user| user.0).or(told_holder),
    };
    let likeness = likeness_of(app, &mut change, source, by_key, &told).await?;
    let user = match judge(by_key, typed_holder, told_holder, likeness) {
        Taking::Known(user) => {
            let deed = confirm(&mut change, user, &told).await?;
            commit(change, user, deed).await?;
            user
        }
        Taking::KnownByAnotherName(user) if has_too_many_names(&mut change, user).await? => {
            tracing::warn!(
                source = source.as_str(),
                user = typed.unwrap_or(&told.name).as_str(),
                "an account of a source has as many other names here as it may; one more is refused"
            );
            return Ok(None);
        }
        Taking::KnownByAnotherName(user) => {
            let confirmed = confirm(&mut change, user, &told).await?;
            let named = name_also(&mut change, user, typed).await?;
            if let (Some(deed), Some(_)) = (&confirmed, &named) {
                change.also(deed.clone());
            }
            commit(change, user, named.or(confirmed)).await?;
            user
        }
        Taking::New => {
            let user = make(&mut change, source, &told).await?;
            if typed.is_some_and(|typed| *typed != told.name)
                && let Some(deed) = name_also(&mut change, user, typed).await?
            {
                change.also(deed);
            }
            let deed = Deed::new("user.add", Phrase::user(user)).with(format!("from {source}"));
            change.commit(Part::User(user), deed).await?;
            user
        }
        Taking::Conflict => {
            tracing::warn!(
                source = source.as_str(),
                user = typed.unwrap_or(&told.name).as_str(),
                "a source vouches for a name that is another account's or a group's here; it is refused"
            );
            let holder = typed_holder.or(told_holder).map(UserId).or(by_key);
            note_conflict(app, change, holder).await?;
            return Ok(None);
        }
    };
    Ok(app.snapshot.load().users.by_id(user).cloned())
}

/// Whether an account that is known by its key may be another person's by now.
async fn likeness_of(
    app: &App,
    change: &mut Change<'_>,
    source: &SourceName,
    by_key: Option<UserId>,
    told: &SourceAccount,
) -> Result<Likeness> {
    let keys = app.sources.find(source).map_or(Keys::Lasting, GuardedSource::keys);
    let (Keys::Reused, Some(user)) = (keys, by_key) else { return Ok(Likeness::Alike) };
    let kept = db::sources::find(change.rows(), user).await?;
    let before = kept.as_ref().and_then(|kept| kept.profile.mail_address.as_deref());
    Ok(likeness(keys, before, told.profile.mail_address.as_deref()))
}

/// Notes in the audit that a source's word about a name was refused, unless it was noted a moment ago.
async fn note_conflict(app: &App, mut change: Change<'_>, holder: Option<UserId>) -> Result<()> {
    let subject = holder.filter(|id| app.snapshot.load().users.by_id(*id).is_some()).map(Phrase::user);
    let deed = Deed::new("user.conflict", subject.unwrap_or_default());
    let since = change.at - CONFLICT_EVERY;
    if db::audit::is_noted_since(change.rows(), &deed, since).await? {
        return Ok(());
    }
    change.commit(Part::None, deed).await
}

/// Takes over what a source tells without the password of an account that was asked for.
///
/// # Errors
/// If the database refuses.
pub(super) async fn told_again(app: &App, account: &UsedAccount, told: &SourceAccount) -> Result<()> {
    if unchanged(app, &account.source, None, told).await?.is_some() {
        return Ok(());
    }
    let actor = role::source(account.source.clone());
    let mut change = Change::begin_with(app, &actor, Ability::Confirm).await?;
    // Meanwhile it may have been removed.
    if db::sources::by_key(change.rows(), &account.source, &told.key).await? != Some(account.user) {
        return Ok(());
    }
    let deed = confirm(&mut change, account.user, told).await?;
    commit(change, account.user, deed).await
}

/// The user of an account of which a source tells nothing new, and told it not long ago: then nothing is written.
async fn unchanged(
    app: &App,
    source: &SourceName,
    typed: Option<&Name>,
    told: &SourceAccount,
) -> Result<Option<Arc<User>>> {
    let mut reading = app.database.read().await?;
    let Some(id) = db::sources::by_key(&mut reading, source, &told.key).await? else { return Ok(None) };
    let kept = db::sources::find(&mut reading, id).await?;
    drop(reading);
    let snapshot = app.snapshot.load();
    let is_same_name =
        typed.is_none_or(|typed| snapshot.users.by_sign_in_name(typed).is_some_and(|user| user.id == id));
    let is_unchanged = is_same_name
        && kept.is_some_and(|kept| is_as_told(&kept, told) && !is_to_be_noted(&kept, Timestamp::now()));
    Ok(snapshot.users.by_id(id).filter(|_| is_unchanged).cloned())
}

fn is_as_told(kept: &KeptAccount, told: &SourceAccount) -> bool {
    kept.standing == SourceStanding::Present
        && kept.permissions == told.permissions
        && kept.profile == told.profile
}

fn is_to_be_noted(kept: &KeptAccount, now: Timestamp) -> bool {
    kept.confirmed_at.is_none_or(|at| now.duration_since(at) >= CONFIRMED_EVERY)
}

/// Makes the account: a user and nothing more, whatever the source says.
async fn make(change: &mut Change<'_>, source: &SourceName, told: &SourceAccount) -> Result<UserId> {
    let account = NewAccount {
        name: &told.name,
        password_hash: "",
        password_kind: PasswordKind::Own,
        role: Role::User,
    };
    let at = change.at;
    let user = db::users::insert(change.rows(), &account, at).await?;
    db::sources::bind(change.rows(), user, source, &told.key).await?;
    db::sources::set_permissions(change.rows(), user, &told.permissions).await?;
    db::sources::set_profile(change.rows(), user, &told.profile).await?;
    db::sources::set_standing(change.rows(), user, SourceStanding::Present, Some(at)).await?;
    Ok(user)
}

/// Writes what a source tells anew. Answers what the audit says of it; nothing where only the time was noted.
async fn confirm(change: &mut Change<'_>, user: UserId, told: &SourceAccount) -> Result<Option<Deed>> {
    let at = change.at;
    let kept = db::sources::find(change.rows(), user).await?.ok_or(Kind::NotSignedIn)?;
    db::sources::set_standing(change.rows(), user, SourceStanding::Present, Some(at)).await?;
    if is_as_told(&kept, told) {
        return Ok(None);
    }
    let mut detail = Vec::new();
    if kept.standing == SourceStanding::Gone {
        detail.push("present".to_owned());
    }
    if kept.permissions != told.permissions {
        db::sources::set_permissions(change.rows(), user, &told.permissions).await?;
        detail.extend(difference("grant", &told.permissions, &kept.permissions));
        detail.extend(difference("revoke", &kept.permissions, &told.permissions));
    }
    if kept.profile != told.profile {
        db::sources::set_profile(change.rows(), user, &told.profile).await?;
        detail.push("profile".to_owned());
    }
    Ok(Some(Deed::new("user.confirm", Phrase::user(user)).with(detail.join(", "))))
}

fn difference<'a>(
    verb: &'static str,
    these: &'a Permissions,
    those: &'a Permissions,
) -> impl Iterator<Item = String> + 'a {
    these.difference(those).map(move |permission| format!("{verb} {permission}"))
}

async fn has_too_many_names(change: &mut Change<'_>, user: UserId) -> Result<bool> {
    Ok(db::sources::count_aliases(change.rows(), user).await? >= ALIASES_MAX)
}

/// Lets a user sign in with another name that nobody has.
async fn name_also(change: &mut Change<'_>, user: UserId, name: Option<&Name>) -> Result<Option<Deed>> {
    let Some(name) = name else { return Ok(None) };
    db::sources::insert_alias(change.rows(), user, name).await?;
    Ok(Some(Deed::new("user.alias", Phrase::user(user))))
}

async fn commit(change: Change<'_>, user: UserId, deed: Option<Deed>) -> Result<()> {
    match deed {
        Some(deed) => change.commit(Part::User(user), deed).await,
        None => change.commit_record().await,
    }
}

#[cfg(test)]
mod tests;
