//! From a name and a password to an actor.

use std::sync::Arc;

use crate::App;
use crate::error::{Error, Kind, Result};
use crate::identity::PASSWORD_LENGTH_MAX;
use crate::model::name::Name;
use crate::rules::role::{self, Actor};

/// Signs a user in.
///
/// A name that nobody has costs the same work as a wrong password, and is refused with the same words.
///
/// # Errors
/// [`Kind::NotSignedIn`], or [`Kind::Busy`] if too many others are signing in.
pub(crate) async fn sign_in(app: &App, name: &str, password: &str) -> Result<Actor> {
    let refused = || Error::from(Kind::NotSignedIn);
    if password.chars().count() > PASSWORD_LENGTH_MAX {
        return Err(refused());
    }
    let name = Name::parse(name).map_err(|_| refused())?;
    let known = app.snapshot.load().users.by_name(&name).cloned();
    if let Some(user) = &known
        && app.verified.knows(user, password)
    {
        return role::signed_in(Arc::clone(user)).ok_or_else(refused);
    }
    let hash = known.as_ref().map(|user| Arc::clone(&user.password_hash));
    let fits = app.verifier.verify(password.to_owned(), hash).await?;
    let user = known.filter(|_| fits).ok_or_else(refused)?;
    // Much can happen in the time that Argon2 takes: only what the user is now counts.
    let now = app.snapshot.load().users.by_id(user.id).cloned().ok_or_else(refused)?;
    if now.password_hash != user.password_hash {
        return Err(refused());
    }
    let actor = role::signed_in(Arc::clone(&now)).ok_or_else(refused)?;
    app.verified.remember(&now, password);
    Ok(actor)
}
