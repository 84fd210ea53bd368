//! The actor's own password: chosen in place of a one-time one, or changed.

use super::users::{end_access, forget, password_is_here};
use super::{Change, Part, sessions, sign_in};
use crate::App;
use crate::db;
use crate::error::{Kind, Result};
use crate::identity::Password;
use crate::model::secret::Secret;
use crate::model::session::{Stage, Step};
use crate::model::user::PasswordKind;
use crate::rules::role::{Ability, Actor};

/// Changes the actor's own password. Sessions and all tokens of the actor end but the session that this is done in, which goes on
/// under the token that is answered. The old password is asked for, unless the actor came in with a one-time one just now.
///
/// # Errors
/// [`Kind::OldPasswordWrong`], [`Kind::PasswordSame`], or why a text may not be a password.
pub(crate) async fn change(app: &App, actor: &Actor, old: &str, new: &str) -> Result<Secret> {
    let (user, session) = actor.at_step(Step::NewPassword)?;
    password_is_here(user)?;
    let password = Password::parse(new)?;
    if user.password_kind == PasswordKind::Own {
        sign_in::verify_own(app, actor, old).await?;
    }
    let hash = Some(std::sync::Arc::clone(&user.password_hash));
    if app.verifier.verify(new.to_owned(), hash).await? {
        return Err(Kind::PasswordSame.into());
    }
    let hash = app.verifier.hash(password).await?;
    let mut change = Change::begin_with(app, actor, Ability::Enter).await?;
    db::users::set_password(change.rows(), user.id, &hash, PasswordKind::Own).await?;
    end_access(&mut change, user.id, Some(session)).await?;
    let token = sessions::renew(&mut change, session, Stage::Open).await?;
    change.commit(Part::User(user.id), sessions::deed("user.own-password", user, "")).await?;
    forget(app, user.id, &user.name);
    Ok(token)
}
