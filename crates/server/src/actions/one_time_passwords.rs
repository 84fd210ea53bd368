//! One-time passwords: users without a password, such as imported ones, are handed theirs out some at a time.

use super::{Change, Part};
use crate::App;
use crate::db;
use crate::error::{Error, Result};
use crate::identity::{Password, one_time_password};
use crate::model::audit::Deed;
use crate::model::phrase::Phrase;
use crate::model::slice::Slice;
use crate::model::user::{PasswordKind, PasswordState, UserId};
use crate::model::user_filter::WrittenUserFilter;
use crate::rules::role::{Ability, Actor};
use crate::rules::user_filter;

/// How many one-time passwords are handed out at a time: each is hashed as slowly as any other.
pub(crate) const HANDED_OUT_MAX: u32 = 200;

/// One-time passwords that were handed out; they are nowhere else.
#[derive(Debug, Clone)]
pub(crate) struct HandedOut {
    /// The names of the users, each with the password.
    pub(crate) passwords: Vec<(String, Password)>,
    /// How many more users there are without a password.
    pub(crate) left: u32,
}

/// Gives one-time passwords to users who have none, [`HANDED_OUT_MAX`] at a time, in the order of their names.
///
/// # Errors
/// What the filter says.
pub(crate) async fn hand_out(app: &App, actor: &Actor, filter: &WrittenUserFilter) -> Result<HandedOut> {
    actor.require(Ability::Administer)?;
    let mut filter = user_filter::read(filter)?;
    filter.password = Some(PasswordState::None);
    let slice = Slice::first(HANDED_OUT_MAX);
    let wanted = db::user_list::ids(&mut *app.database.read().await?, &filter, slice).await?;
    let mut hashed: Vec<(Password, String)> = Vec::new();
    while hashed.len() < wanted.len() {
        // Two at a time: people who sign in meanwhile find a turn too.
        hashed.extend(<[_; 2]>::from(tokio::try_join!(made(app), made(app))?));
    }
    let mut change = Change::begin(app, actor).await?;
    let snapshot = app.snapshot.load_full();
    let mut handed_out: Vec<(UserId, String, Password)> = Vec::new();
    for (id, (password, hash)) in wanted.into_iter().zip(hashed) {
        // Another administrator may have been quicker.
        let Some(user) =
            snapshot.users.by_id(id).filter(|user| user.password_hash.is_empty() && user.source.is_none())
        else {
            continue;
        };
        db::users::set_password(change.rows(), id, &hash, PasswordKind::OneTime).await?;
        change.also(Deed::new("user.reset", Phrase::user(id)));
        handed_out.push((id, user.name.to_string(), password));
    }
    let left = db::user_list::list(change.rows(), &filter, Slice::first(0)).await?.total;
    let passwords = handed_out.iter().map(|(_, name, password)| (name.clone(), password.clone())).collect();
    if handed_out.is_empty() {
        return Ok(HandedOut { passwords, left });
    }
    let detail = format!("{} users", handed_out.len());
    let ids = handed_out.into_iter().map(|(id, ..)| id).collect();
    change.commit(Part::Users(ids), Deed::new("user.hand-out", "").with(detail)).await?;
    Ok(HandedOut { passwords, left })
}

/// Makes a one-time password and its hash.
pub(super) async fn made(app: &App) -> Result<(Password, String)> {
    let password = one_time_password().map_err(Error::internal)?;
    let hash = app.verifier.hash(password.clone()).await?;
    Ok((password, hash))
}

#[cfg(test)]
mod tests {
    use super::HANDED_OUT_MAX;
    use crate::reference::assert_says;

    #[test]
    fn the_limit_is_told() {
        assert_says(
            "oxupdated.md",
            &format!("| one-time passwords that are handed out at a time | {HANDED_OUT_MAX} |"),
        );
    }
}
