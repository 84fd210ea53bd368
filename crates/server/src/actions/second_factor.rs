//! The second factor: give a code at sign-in, set it up, turn it off, make recovery codes.

use std::time::Duration;

use super::{Change, Part, sessions, sign_in};
use crate::App;
use crate::db;
use crate::error::{Error, Kind, Result};
use crate::identity::{Code, TotpSecret, digits, hash_of_typed};
use crate::model::secret::{Secret, SecretHash};
use crate::model::session::{Stage, Step};
use crate::model::user::{SecondFactor, UserId};
use crate::rules::entrance::needs_second_factor;
use crate::rules::role::{Ability, Actor};

/// How many recovery codes there are; each is good once.
pub(crate) const RECOVERY_CODES: usize = 10;

/// A second factor that was set up.
#[derive(Debug)]
pub(crate) struct TurnedOn {
    /// The session goes on under this token.
    pub(crate) token: Secret,
    /// Shown once.
    pub(crate) recovery_codes: Vec<Code>,
}

/// What the owner sees of a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    /// How many recovery codes are left; `None` where there is no second factor.
    pub(crate) recovery_codes: Option<u64>,
    /// Whether it can be turned off.
    pub(crate) may_be_turned_off: bool,
}

/// What a code was.
enum Used {
    App,
    /// With how many are left.
    RecoveryCode(u64),
}

/// Takes a code of an authenticator app, or a recovery code. The session goes on as an open one, under the token that is answered.
///
/// # Errors
/// [`Kind::CodeWrong`]; [`Kind::CodeTooOften`] after too many wrong ones, and then the person has to sign in again.
pub(crate) async fn confirm(app: &App, actor: &Actor, code: &str) -> Result<Secret> {
    let (user, session) = actor.at_step(Step::SecondFactor)?;
    // One at a time: each counts before the next.
    let mut change = Change::begin_with(app, actor, Ability::Enter).await?;
    let wait = app.second_factors.wait(user.id);
    if !wait.is_zero() {
        return Err(too_often(wait));
    }
    let Some(used) = take(&mut change, user.id, code).await? else {
        let wait = app.second_factors.count(user.id);
        if wait.is_zero() {
            return Err(Kind::CodeWrong.into());
        }
        tracing::warn!(user = user.name.as_str(), address = actor.address(), "too many wrong codes");
        db::sessions::end(change.rows(), user.id, session).await?;
        change.commit_record().await?;
        return Err(too_often(wait));
    };
    let token = sessions::renew(&mut change, session, Stage::Open).await?;
    let detail = match used {
        Used::App => String::new(),
        Used::RecoveryCode(left) => format!("recovery code, {left} left"),
    };
    sessions::commit_entry(change, user, Stage::Open, &detail).await?;
    app.second_factors.forgive(user.id);
    Ok(token)
}

/// Uses a code up, if it is one.
async fn take(change: &mut Change<'_>, user: UserId, typed: &str) -> Result<Option<Used>> {
    let Some(secret) = db::second_factors::find(change.rows(), user).await? else {
        return Err(Kind::SessionOver.into());
    };
    let Some(digits) = digits(typed) else {
        let code = hash_of_typed(typed);
        if !db::second_factors::take_recovery_code(change.rows(), user, code).await? {
            return Ok(None);
        }
        let left = db::second_factors::count_recovery_codes(change.rows(), user).await?;
        return Ok(Some(Used::RecoveryCode(left)));
    };
    let Some(step) = step_of(&TotpSecret::kept(secret), &digits, change)? else { return Ok(None) };
    let is_new = db::second_factors::take_step(change.rows(), user, step).await?;
    Ok(is_new.then_some(Used::App))
}

fn step_of(secret: &TotpSecret, digits: &str, change: &Change<'_>) -> Result<Option<i64>> {
    let now = u64::try_from(change.at.as_second()).unwrap_or_default();
    let step = secret.step_of(digits, now).map_err(Error::internal)?;
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// What the actor's second factor looks like.
///
/// # Errors
/// If the actor may not.
pub(crate) async fn state(app: &App, actor: &Actor) -> Result<State> {
    let (user, _) = actor.own_account()?;
    let mut reading = app.database.read().await?;
    let recovery_codes = match user.second_factor {
        SecondFactor::None => None,
        SecondFactor::Totp => Some(db::second_factors::count_recovery_codes(&mut reading, user.id).await?),
    };
    Ok(State { recovery_codes, may_be_turned_off: !needs_second_factor(user, sessions::demands(app)) })
}

/// The secret to set a second factor up with; the same one until it is turned on, or for a quarter of an hour.
///
/// # Errors
/// [`Kind::SecondFactorThere`].
pub(crate) fn begin(app: &App, actor: &Actor) -> Result<TotpSecret> {
    let (user, session) = actor.at_step(Step::SetUpSecondFactor)?;
    if user.second_factor != SecondFactor::None {
        return Err(Kind::SecondFactorThere.into());
    }
    app.second_factors.begin(session).map_err(Error::internal)
}

/// Turns the second factor on that is being set up: the code shows that the app has it. Other sessions of the actor end.
///
/// # Errors
/// [`Kind::CodeWrong`], [`Kind::SetUpLate`].
pub(crate) async fn turn_on(app: &App, actor: &Actor, code: &str) -> Result<TurnedOn> {
    let (user, session) = actor.at_step(Step::SetUpSecondFactor)?;
    let secret = app.second_factors.pending(session).ok_or(Kind::SetUpLate)?;
    let recovery_codes = new_recovery_codes()?;
    let mut change = Change::begin_with(app, actor, Ability::Enter).await?;
    if db::second_factors::find(change.rows(), user.id).await?.is_some() {
        return Err(Kind::SecondFactorThere.into());
    }
    let digits = digits(code).ok_or(Kind::CodeWrong)?;
    let step = step_of(&secret, &digits, &change)?.ok_or(Kind::CodeWrong)?;
    db::second_factors::set(change.rows(), user.id, secret.as_bytes(), step).await?;
    db::second_factors::set_recovery_codes(change.rows(), user.id, &hashes(&recovery_codes)).await?;
    db::sessions::end_all(change.rows(), user.id, Some(session)).await?;
    let token = sessions::renew(&mut change, session, Stage::Open).await?;
    change.commit(Part::User(user.id), sessions::deed("second-factor.turn-on", user, "")).await?;
    app.second_factors.end(session);
    Ok(TurnedOn { token, recovery_codes })
}

/// Turns the actor's second factor off, by the actor's password.
///
/// # Errors
/// [`Kind::OldPasswordWrong`]; [`Kind::SecondFactorRequired`] where the settings say so.
pub(crate) async fn turn_off(app: &App, actor: &Actor, password: &str) -> Result<()> {
    let (user, _) = actor.own_account()?;
    if needs_second_factor(user, sessions::demands(app)) {
        return Err(Kind::SecondFactorRequired.into());
    }
    sign_in::verify_own(app, actor, password).await?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    db::second_factors::clear(change.rows(), user.id).await?;
    change.commit(Part::User(user.id), sessions::deed("second-factor.turn-off", user, "")).await?;
    app.second_factors.forgive(user.id);
    Ok(())
}

/// Makes other recovery codes, by the actor's password; those before count no longer.
///
/// # Errors
/// [`Kind::OldPasswordWrong`].
pub(crate) async fn renew_recovery_codes(app: &App, actor: &Actor, password: &str) -> Result<Vec<Code>> {
    let (user, _) = actor.own_account()?;
    sign_in::verify_own(app, actor, password).await?;
    let codes = new_recovery_codes()?;
    let mut change = Change::begin_with(app, actor, Ability::OwnAccount).await?;
    if db::second_factors::find(change.rows(), user.id).await?.is_none() {
        return Err(Kind::NotFound.into());
    }
    db::second_factors::set_recovery_codes(change.rows(), user.id, &hashes(&codes)).await?;
    change.commit(Part::None, sessions::deed("second-factor.recovery-codes", user, "")).await?;
    Ok(codes)
}

fn new_recovery_codes() -> Result<Vec<Code>> {
    (0..RECOVERY_CODES).map(|_| Code::new().map_err(Error::internal)).collect()
}

fn hashes(codes: &[Code]) -> Vec<SecretHash> {
    codes.iter().map(Code::hash).collect()
}

fn too_often(wait: Duration) -> Error {
    Kind::CodeTooOften { seconds: wait.as_secs() + 1 }.into()
}

#[cfg(test)]
mod tests {
    use super::RECOVERY_CODES;

    #[test]
    fn the_limit_is_told() {
        let line = format!("| recovery codes of one account | {RECOVERY_CODES} |");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
