//! From a name and a password, or a device token in its place, to an actor.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use catalog::device::DeviceToken;

use crate::App;
use crate::error::{Error, Kind, Result};
use crate::identity::{Attempt, PASSWORD_LENGTH_MAX, Pace};
use crate::measures;
use crate::model::device::TokenHash;
use crate::model::name::Name;
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
/// A name that nobody has costs the same work as a wrong password, and is refused with the same words. What is remembered,
/// right or wrong, is answered at once and counts as no attempt. Where an account is slowed, a right password still signs in; it
/// is only checked at a pace.
///
/// # Errors
/// [`Kind::NotSignedIn`], [`Kind::SignInTooOften`] after too many wrong passwords, or [`Kind::Busy`] if too many others are
/// signing in.
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
    let attempt = Attempt::new(&name, place(address));
    let known = user(app, &name);
    let turn = app.failures.turn(&attempt, &name, known.as_deref(), password).await;
    let turn = turn.map_err(|_| turned_away(app, &attempt))?;
    // Whoever was before us may have tried the same password.
    if let Some(answer) = remembered(app, &name, password) {
        return answer;
    }
    let pace = turn.pace().await.map_err(|_| turned_away(app, &attempt))?;
    let known = user(app, &name);
    let hash = known.as_ref().map(|user| Arc::clone(&user.password_hash));
    let fits = app.verifier.verify(password.to_owned(), hash).await?;
    let Some(then) = known.as_ref().filter(|user| fits && user.standing == Standing::Enabled) else {
        let wait = app.failures.remember(&attempt, &name, known.as_deref(), password);
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
    app.verified.remember(&now, password);
    Ok(now)
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
    app.snapshot.load().users.by_name(name).cloned()
}

fn refused() -> Error {
    Kind::NotSignedIn.into()
}

/// Signs a device in. A token has 256 random bits, so it needs no slow hash, and what begins as one is never tried as a password.
fn by_token(app: &App, name: &str, token: &str) -> Option<Actor> {
    let hash = TokenHash::of(&DeviceToken::parse(token).ok()?);
    let name = Name::parse(name).ok()?;
    let snapshot = app.snapshot.load();
    let user = snapshot.users.by_name(&name)?;
    let device = snapshot.devices.by_token(user.id, &hash)?;
    role::signed_in_by_device(Arc::clone(user), Arc::clone(device))
}
