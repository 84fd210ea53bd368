//! From a name and a password, or a device token in its place, to an actor.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use catalog::device::DeviceToken;
use tracing::Instrument;

use super::source_accounts;
use crate::App;
use crate::error::{Error, Kind, Result};
use crate::identity::{Asked, Attempt, PASSWORD_LENGTH_MAX, Pace, Recollection};
use crate::measures;
use crate::model::device::TokenHash;
use crate::model::name::Name;
use crate::model::source::{SourceAccount, SourceName};
use crate::model::user::{PasswordKind, Standing, User};
use crate::rules::peer::place;
use crate::rules::role::{self, Actor};

/// Signs a user in who asks from an address, by password or by the token of a device.
///
/// # Errors
/// As [`verify`]; [`Kind::PasswordOneTime`] for a password that is good for nothing but choosing another one.
pub(crate) async fn sign_in(app: &App, name: &str, password: &str, address: IpAddr) -> Result<Actor> {
    if DeviceToken::is_meant(password) {
        return by_token(app, name, password).map(|actor| actor.at(address)).ok_or_else(refused);
    }
    let user = verify(app, name, password, address).await?;
    if user.password_kind == PasswordKind::OneTime {
        return Err(Kind::PasswordOneTime.into());
    }
    role::signed_in(user).map(|actor| actor.at(address)).ok_or_else(refused)
}

/// Finds the user of a name and a password who asks from an address.
///
/// This server's own accounts are verified here; the account of a source by that source alone; a name that nobody has by the sources
/// in their order, and the first that accepts makes the account.
///
/// A name that nobody has costs the same work as a wrong password, and is refused with the same words. What is remembered,
/// right or wrong, is answered at once and counts as no attempt. Where an account is slowed, a right password still signs in; it
/// is only checked at a pace.
///
/// # Errors
/// [`Kind::NotSignedIn`], [`Kind::SignInTooOften`] after too many wrong passwords, [`Kind::SourceAway`] if who knows the account
/// gives no answer, or [`Kind::Busy`] if too many others are signing in.
pub(crate) async fn verify(app: &App, name: &str, password: &str, address: IpAddr) -> Result<Arc<User>> {
    let found = find(app, name, password, address).await;
    measures::sign_in(found.as_ref().err().map(Error::kind));
    found
}

async fn find(app: &App, name: &str, password: &str, address: IpAddr) -> Result<Arc<User>> {
    if password.chars().count() > PASSWORD_LENGTH_MAX {
        return Err(refused());
    }
    let name = Name::parse(name).map_err(|_| refused())?;
    if let Some(answer) = remembered(app, &name, password) {
        return answer;
    }
    let known = user(app, &name);
    let attempt = Attempt::new(&name, place(address)).asking(asked(app, known.as_deref()));
    let turn = app.failures.turn(&attempt, &name, known.as_deref(), password).await;
    let turn = turn.map_err(|_| turned_away(app, &attempt))?;
    // Whoever was before us may have tried the same password.
    if let Some(answer) = remembered(app, &name, password) {
        return answer;
    }
    let pace = turn.pace().await.map_err(|_| turned_away(app, &attempt))?;
    let known = user(app, &name);
    let hash = known.as_ref().map(|user| Arc::clone(&user.password_hash));
    // Also where a source is to say it: a name that nobody has costs what it costs without sources.
    let fits = app.verifier.verify(password.to_owned(), hash).await?;
    let asked = asked(app, known.as_deref());
    let found = match asked {
        Asked::Here => known.clone().filter(|_| fits),
        Asked::Elsewhere => elsewhere(app, &attempt, known.as_deref(), &name, password, address).await?,
    };
    let Some(then) = found.filter(|user| user.standing == Standing::Enabled) else {
        let wait = app.failures.remember(&attempt, &name, known.as_deref(), password, asked);
        if wait > Duration::ZERO && known.is_some() {
            tracing::warn!(user = name.as_str(), %address, seconds = wait.as_secs(), "too many wrong passwords");
        }
        return Err(match pace {
            Pace::Free => refused(),
            Pace::Slowed => too_often(wait),
        });
    };
    // Much can happen in the time that Argon2 takes: only what the user is now counts.
    let now = app.snapshot.load().users.by_id(then.id).cloned().ok_or_else(refused)?;
    if now.password_hash != then.password_hash || now.standing != then.standing {
        return Err(refused());
    }
    app.failures.forgive(&attempt);
    // What a source has confirmed was remembered when it did: while it is away, that is not longer ago each time.
    if asked == Asked::Here {
        app.verified.remember(&now, password);
    }
    Ok(now)
}

/// Who says whether a password is right: for this server's own accounts this server alone.
fn asked(app: &App, known: Option<&User>) -> Asked {
    match known {
        Some(user) if user.source.is_none() => Asked::Here,
        None if app.sources.is_empty() => Asked::Here,
        Some(_) | None => Asked::Elsewhere,
    }
}

/// Asks whoever else may know a name; while they are away, what they have confirmed before counts for its grace. A source that has too much
/// to do is not away: else whoever keeps it busy could sign in with a password that has been changed there.
async fn elsewhere(
    app: &App,
    attempt: &Attempt,
    known: Option<&User>,
    name: &Name,
    password: &str,
    address: IpAddr,
) -> Result<Option<Arc<User>>> {
    let error = match source_accounts::verify(app, known, name, password, address).await {
        Ok(found) => {
            if let (None, Some(user)) = (&found, known) {
                app.verified.refuse(user, password);
            }
            return Ok(found);
        }
        Err(error) => error,
    };
    let Some(user) = known.filter(|_| matches!(error.kind(), Kind::SourceAway)) else {
        return Err(error);
    };
    match app.verified.recall(user, password) {
        Some(Recollection::Fresh | Recollection::Old) => {
            Ok(app.snapshot.load().users.by_id(user.id).cloned())
        }
        // Who guesses at what is remembered is slowed as ever, though nobody says that it is wrong.
        Some(Recollection::Another) => {
            app.failures.count(attempt);
            Err(error)
        }
        None => Err(error),
    }
}

/// Takes the word of a source that has just signed a person in on pages of its own. Answers the person's user.
///
/// It runs to its end though who asked has hung up.
///
/// # Errors
/// [`Kind::NotSignedIn`] for an account that is disabled here, or whose name is somebody else's; [`Kind::SourceAway`] for one that cannot be an account,
/// or of a source that the settings do not name.
pub(crate) async fn confirmed_by(
    app: &Arc<App>,
    source: &SourceName,
    account: SourceAccount,
    address: IpAddr,
) -> Result<Arc<User>> {
    let (app, source) = (Arc::clone(app), source.clone());
    let confirming = async move {
        let source = app.sources.find(&source).ok_or(Kind::SourceAway)?;
        let account = source.judged(account).map_err(|_| Kind::SourceAway)?;
        let taken = source_accounts::take(&app, source.name(), None, account, address).await?;
        let user = taken.filter(|user| user.standing == Standing::Enabled).ok_or_else(refused);
        measures::sign_in(user.as_ref().err().map(Error::kind));
        user
    };
    tokio::spawn(confirming.in_current_span()).await.map_err(Error::internal)?
}

/// Makes sure that it is still the account's owner who sits there, by the password.
///
/// # Errors
/// [`Kind::OldPasswordWrong`], and as [`verify`].
pub(crate) async fn verify_own(app: &App, actor: &Actor, password: &str) -> Result<()> {
    let (Some(user), Some(address)) = (actor.user(), actor.peer()) else {
        return Err(Kind::NotAllowed.into());
    };
    match verify(app, user.name.as_str(), password, address).await {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.kind(), Kind::NotSignedIn) => Err(Kind::OldPasswordWrong.into()),
        Err(error) => Err(error),
    }
}

/// What is said to who found no turn.
fn turned_away(app: &App, attempt: &Attempt) -> Error {
    let wait = app.failures.wait(attempt);
    if wait.is_zero() { Kind::Busy.into() } else { too_often(wait) }
}

fn too_often(wait: Duration) -> Error {
    Kind::SignInTooOften { seconds: wait.as_secs() + 1 }.into()
}

/// The answer that memory gives.
fn remembered(app: &App, name: &Name, password: &str) -> Option<Result<Arc<User>>> {
    let known = user(app, name);
    if let Some(user) = known.as_ref().filter(|user| app.verified.knows(user, password)) {
        let may = user.standing == Standing::Enabled;
        return Some(if may { Ok(Arc::clone(user)) } else { Err(refused()) });
    }
    app.failures.knows(name, known.as_deref(), password).then(|| Err(refused()))
}

fn user(app: &App, name: &Name) -> Option<Arc<User>> {
    app.snapshot.load().users.by_sign_in_name(name).cloned()
}

fn refused() -> Error {
    Kind::NotSignedIn.into()
}

/// Signs a device in. A token has 256 random bits, so it needs no slow hash, and what begins as one is never tried as a password.
fn by_token(app: &App, name: &str, token: &str) -> Option<Actor> {
    let hash = TokenHash::of(&DeviceToken::parse(token).ok()?);
    let name = Name::parse(name).ok()?;
    let snapshot = app.snapshot.load();
    let user = snapshot.users.by_sign_in_name(&name)?;
    let device = snapshot.devices.by_token(user.id, &hash)?;
    role::signed_in_by_device(Arc::clone(user), Arc::clone(device))
}
