//! Sessions on the pages: begin, find, end, list.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Change, Part, sign_in};
use crate::App;
use crate::db;
use crate::db::sessions::Beginning;
use crate::error::{Error, Kind, Result};
use crate::identity::new_secret;
use crate::model::audit::Deed;
use crate::model::phrase::Phrase;
use crate::model::secret::{Secret, SecretKind};
use crate::model::session::{Session, SessionId, SessionLine, Stage};
use crate::model::user::{Role, SecondFactor, User};
use crate::rules::entrance::{
    Demands, Entrance, SESSIONS_PER_USER_MAX, SecondFactorDemand, ends_at, entrance, is_use_to_be_noted,
};
use crate::rules::role::{self, Ability, Actor};

/// What came of a sign-in on the pages.
#[derive(Debug)]
pub(crate) struct Begun {
    /// What the cookie holds from now on: never a token that was there before.
    pub(crate) token: Secret,
    /// What the user finds.
    pub(crate) entrance: Entrance,
}

/// Signs a user in on the pages. The tokens of devices are no passwords here.
///
/// # Errors
/// As [`sign_in::verify`].
pub(crate) async fn begin(app: &App, name: &str, password: &str, asked_from: IpAddr) -> Result<Begun> {
    let user = sign_in::verify(app, name, password, asked_from).await?;
    begin_for(app, user, asked_from).await
}

/// Begins a session for a user whom a source has just vouched for, on pages of its own ([`sign_in::confirmed_by`]). Call it where it
/// runs to its end.
///
/// # Errors
/// [`Kind::NotSignedIn`] for one who may not sign in.
pub(crate) async fn begin_for(app: &App, user: Arc<User>, asked_from: IpAddr) -> Result<Begun> {
    let actor = role::at_the_door(user).ok_or(Kind::NotSignedIn)?.at(asked_from);
    let token = new_secret(SecretKind::Session).map_err(Error::internal)?;
    let mut change = Change::begin_with(app, &actor, Ability::Enter).await?;
    let user = now(app, &actor)?;
    let stage = match user.second_factor {
        SecondFactor::None => Stage::Open,
        SecondFactor::Totp => Stage::SecondFactor,
    };
    let (at, ends_at) = (change.at, ends_at(stage, change.at));
    let address = actor.address();
    let beginning = Beginning { token_hash: token.hash(), stage, address: &address, at, ends_at };
    db::sessions::sweep(change.rows(), at).await?;
    let id = db::sessions::insert(change.rows(), user.id, beginning).await?;
    db::sessions::make_room(change.rows(), user.id, SESSIONS_PER_USER_MAX).await?;
    commit_entry(change, &user, stage, "").await?;
    let session = Session { id, user: user.id, stage, begun_at: at, used_at: at, ends_at };
    found(app, &user, &session, at)
        .map(|entrance| Begun { token, entrance: entrance.at(Some(asked_from)) })
        .ok_or_else(|| Kind::NotSignedIn.into())
}

/// Makes a step of signing in count. That someone is in who may do more than most is a line of the audit, and so is what else
/// there is to say.
pub(super) async fn commit_entry(change: Change<'_>, user: &User, stage: Stage, detail: &str) -> Result<()> {
    if stage == Stage::Open && (user.role > Role::User || !detail.is_empty()) {
        return change.commit(Part::None, deed("session.begin", user, detail)).await;
    }
    change.commit_record().await
}

/// Lets the actor's session go on from now under another token, which is answered.
///
/// # Errors
/// [`Kind::SessionOver`].
pub(super) async fn renew(change: &mut Change<'_>, session: SessionId, stage: Stage) -> Result<Secret> {
    let token = new_secret(SecretKind::Session).map_err(Error::internal)?;
    let (at, ends_at) = (change.at, ends_at(stage, change.at));
    let address = change.actor.address();
    let beginning = Beginning { token_hash: token.hash(), stage, address: &address, at, ends_at };
    if !db::sessions::renew(change.rows(), session, beginning).await? {
        return Err(Kind::SessionOver.into());
    }
    Ok(token)
}

/// What somebody with this cookie finds; `None` if it belongs to no session, or to one that is over.
///
/// # Errors
/// If the database refuses.
pub(crate) async fn find(app: &App, token: &str, address: IpAddr) -> Result<Option<Entrance>> {
    let Some(token) = Secret::parse(SecretKind::Session, token) else { return Ok(None) };
    let session = db::sessions::find(&mut *app.database.read().await?, token.hash()).await?;
    let Some(session) = session else { return Ok(None) };
    let Some(user) = app.snapshot.load().users.by_id(session.user).cloned() else { return Ok(None) };
    let now = Timestamp::now();
    let Some(entrance) = found(app, &user, &session, now) else { return Ok(None) };
    if is_use_to_be_noted(Some(session.used_at), now) {
        let mut writing = app.database.write().await?;
        let address = address.to_canonical().to_string();
        db::sessions::note_use(&mut writing, session.id, &address, now).await?;
        writing.commit().await.map_err(db::DatabaseError::from)?;
    }
    Ok(Some(entrance.at(Some(address))))
}

/// Ends the actor's own session, whether the actor is in yet or not.
///
/// # Errors
/// If the database refuses.
pub(crate) async fn end(app: &App, actor: &Actor) -> Result<()> {
    let (Some(user), Some(session)) = (actor.user(), actor.session()) else {
        return Err(Kind::NotAllowed.into());
    };
    let mut change = Change::begin_with(app, actor, Ability::Enter).await?;
    if !db::sessions::end(change.rows(), user.id, session).await? {
        return Ok(());
    }
    if user.role > Role::User {
        return change.commit(Part::None, deed("session.end", user, "")).await;
    }
    change.commit_record().await
}

/// Ends another session of the actor.
///
/// # Errors
/// [`Kind::NotFound`] if it is over, or was never the actor's.
pub(crate) async fn end_one(app: &App, actor: &Actor, session: i64) -> Result<()> {
    let (user, _) = actor.own_account()?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    if !db::sessions::end(change.rows(), user.id, SessionId(session)).await? {
        return Err(Kind::NotFound.into());
    }
    change.commit(Part::None, deed("session.end", user, "")).await
}

/// Ends all sessions of the actor but the one that this is asked in. Answers how many those were.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn end_others(app: &App, actor: &Actor) -> Result<u64> {
    let (user, session) = actor.own_account()?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    let ended = db::sessions::end_all(change.rows(), user.id, Some(session)).await?;
    if ended > 0 {
        change.commit(Part::None, deed("session.end-others", user, "")).await?;
    }
    Ok(ended)
}

/// Lists the actor's own sessions, the one that was used last first.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn list(app: &App, actor: &Actor) -> Result<Vec<SessionLine>> {
    let (user, _) = actor.own_account()?;
    let now = Timestamp::now();
    Ok(db::sessions::list(&mut *app.database.read().await?, user.id, now).await?)
}

/// The actor's user as it is now; call it within a change, so that it stays so.
pub(super) fn now(app: &App, actor: &Actor) -> Result<Arc<User>> {
    let user = actor.user().and_then(|user| app.snapshot.load().users.by_id(user.id).cloned());
    user.ok_or_else(|| Kind::NotSignedIn.into())
}

/// What a user with a session finds.
pub(super) fn found(app: &App, user: &Arc<User>, session: &Session, now: Timestamp) -> Option<Entrance> {
    entrance(user, session, demands(app), now)
}

/// What the settings ask of sessions.
pub(super) fn demands(app: &App) -> Demands {
    let second_factor = if app.settings.require_second_factor {
        SecondFactorDemand::AboveUser
    } else {
        SecondFactorDemand::None
    };
    Demands { idle_max: app.settings.session_idle_max, second_factor }
}

/// What someone has done to the own account.
pub(super) fn deed(action: &'static str, user: &User, detail: &str) -> Deed {
    Deed::new(action, Phrase::user(user.id)).with(detail)
}
