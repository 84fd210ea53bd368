//! API tokens: from one to an actor; create, list and revoke.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use super::{Change, Part, users};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::identity::new_secret;
use crate::model::api_token::{ApiTokenId, ApiTokenLine, Scope, TOKEN_PREFIX};
use crate::model::audit::Deed;
use crate::model::name::Name;
use crate::model::phrase::Phrase;
use crate::model::secret::{Secret, SecretKind};
use crate::model::user::UserId;
use crate::rules::api_token::{NewApiToken, judge};
use crate::rules::role::{self, Ability, Actor};

/// How many seconds lie at least between two notes that a token was used.
const USED_EVERY: i64 = 60;
/// The most characters of what is looked at as a token.
const WRITTEN_LENGTH_MAX: usize = 128;

/// Makes an actor of a program that sends a token from an address.
///
/// A token has 256 random bits, so wrong ones are neither counted nor slowed.
///
/// # Errors
/// [`Kind::TokenRefused`] for one that was never given, has ended or was revoked, or whose owner may not.
pub(crate) async fn find(app: &App, written: &str, address: IpAddr) -> Result<Actor> {
    if !written.starts_with(TOKEN_PREFIX) || written.len() > WRITTEN_LENGTH_MAX {
        return Err(Kind::TokenRefused.into());
    }
    let kept = db::api_tokens::find(&mut *app.database.read().await?, written).await?;
    let token = kept.ok_or(Kind::TokenRefused)?;
    let now = Timestamp::now();
    let owner = app.snapshot.load().users.by_id(token.user).cloned().filter(|_| now < token.expires_at);
    let actor = owner.and_then(|owner| role::by_api_token(owner, token.id, token.scopes));
    let actor = actor.ok_or(Kind::TokenRefused)?.at(address);
    let is_noted = token.used_at.is_some_and(|at| now.as_second() - at.as_second() < USED_EVERY);
    if !is_noted && let Err(error) = note(app, token.id, now).await {
        // What was asked for does not depend on it.
        tracing::warn!(%error, "the use of an API token was not noted");
    }
    Ok(actor)
}

async fn note(app: &App, token: ApiTokenId, at: Timestamp) -> std::result::Result<(), db::DatabaseError> {
    let mut writing = app.database.write().await?;
    db::api_tokens::set_used(&mut writing, token, at).await?;
    Ok(writing.commit().await?)
}

/// Makes a token for the actor, who is on the pages; it is in this answer and never shown again.
///
/// # Errors
/// [`Kind::NewApiToken`], or if the actor may not.
pub(crate) async fn create_own(app: &App, actor: &Actor, new: &NewApiToken) -> Result<Secret> {
    let (user, _) = actor.own_account()?;
    let change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    create(change, user.id, new).await
}

/// Makes a token for a user, by who is at the server's machine; it is in this answer and never shown again.
///
/// # Errors
/// [`Kind::UserUnknown`], [`Kind::NewApiToken`], or if the actor may not.
pub(crate) async fn create_for(app: &App, actor: &Actor, user: &str, new: &NewApiToken) -> Result<Secret> {
    let name = Name::parse(user)?;
    let mut change = Change::begin_with(app, actor, Ability::MakeTokens).await?;
    let (user, _) = users::find(&mut change, &name).await?;
    create(change, user, new).await
}

async fn create(mut change: Change<'_>, user: UserId, new: &NewApiToken) -> Result<Secret> {
    let owner = change.app.snapshot.load().users.by_id(user).cloned().ok_or(Kind::NotFound)?;
    let known = db::api_tokens::list(change.rows(), Some(user)).await?;
    judge(new, owner.role, known.len())?;
    let token = new_secret(SecretKind::ApiToken).map_err(Error::internal)?;
    let days = SignedDuration::from_hours(i64::from(new.days) * 24);
    let (at, ends_at) = (change.at, change.at.checked_add(days).map_err(Error::internal)?);
    db::api_tokens::insert(change.rows(), user, token.as_str(), new, (at, ends_at)).await?;
    let scopes: Vec<&str> = new.scopes.iter().map(Scope::as_str).collect();
    let detail = format!("{} ({}) until {}", new.name, scopes.join(", "), ends_at.strftime("%Y-%m-%d"));
    let deed = Deed::new("token.create", Phrase::user(owner.id)).with(detail);
    change.commit(Part::None, deed).await?;
    Ok(token)
}

/// Lists the tokens of the actor, who is on the pages.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list_own(app: &App, actor: &Actor) -> Result<Vec<ApiTokenLine>> {
    let (user, _) = actor.own_account()?;
    Ok(db::api_tokens::list(&mut *app.database.read().await?, Some(user.id)).await?)
}

/// Revokes one of the tokens of the actor, who is on the pages.
///
/// # Errors
/// [`Kind::NotFound`] for one that is not the actor's.
pub(crate) async fn revoke_of_own(app: &App, actor: &Actor, token: ApiTokenId) -> Result<()> {
    let (user, _) = actor.own_account()?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    let known = db::api_tokens::list(change.rows(), Some(user.id)).await?;
    if !known.iter().any(|known| known.id == token.0) {
        return Err(Kind::NotFound.into());
    }
    end(change, token).await
}

/// Shows the token that a program sent.
///
/// # Errors
/// If the actor is no program.
pub(crate) async fn own(app: &App, actor: &Actor) -> Result<ApiTokenLine> {
    actor.require(Ability::OwnToken)?;
    let id = actor.token().ok_or(Kind::NotAllowed)?;
    Ok(db::api_tokens::one(&mut *app.database.read().await?, id).await?.ok_or(Kind::NotFound)?)
}

/// Lists the tokens of a user, or of all users.
///
/// # Errors
/// [`Kind::UserUnknown`], or if the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor, user: Option<&str>) -> Result<Vec<ApiTokenLine>> {
    actor.require(Ability::Administer)?;
    let user = match user {
        Some(name) => {
            let name = Name::parse(name)?;
            let user = app.snapshot.load().users.by_name(&name).map(|user| user.id);
            Some(user.ok_or_else(|| Kind::UserUnknown(name.to_string()))?)
        }
        None => None,
    };
    Ok(db::api_tokens::list(&mut *app.database.read().await?, user).await?)
}

/// Shows a token.
///
/// # Errors
/// [`Kind::NotFound`], also if the actor may not.
pub(crate) async fn one(app: &App, actor: &Actor, token: ApiTokenId) -> Result<ApiTokenLine> {
    actor.require(Ability::Administer)?;
    Ok(db::api_tokens::one(&mut *app.database.read().await?, token).await?.ok_or(Kind::NotFound)?)
}

/// Revokes a token: it counts no longer from the next request on.
///
/// # Errors
/// [`Kind::NotFound`], also if the actor may not.
pub(crate) async fn revoke(app: &App, actor: &Actor, token: ApiTokenId) -> Result<()> {
    end(Change::begin(app, actor).await?, token).await
}

/// Revokes the token that a program sent.
///
/// # Errors
/// If the actor is no program.
pub(crate) async fn revoke_own(app: &App, actor: &Actor) -> Result<()> {
    let token = actor.token().ok_or(Kind::NotAllowed)?;
    end(Change::begin_with(app, actor, Ability::OwnToken).await?, token).await
}

async fn end(mut change: Change<'_>, token: ApiTokenId) -> Result<()> {
    let line = db::api_tokens::one(change.rows(), token).await?.ok_or(Kind::NotFound)?;
    db::api_tokens::delete(change.rows(), token).await?;
    let owner = Name::parse(&line.user)?;
    let subject = match change.app.snapshot.load().users.by_name(&owner) {
        Some(user) => Phrase::user(user.id),
        None => Phrase::default(),
    };
    let deed = Deed::new("token.revoke", subject).with(line.name);
    change.commit(Part::None, deed).await
}
