//! Who is in on the pages, who has a step to take first, and whose session is over.

use core::net::IpAddr;
use core::time::Duration;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::role::{self, Actor};
use crate::model::session::{Session, Stage, Step};
use crate::model::user::{PasswordKind, Role, SecondFactor, User};

/// How long a session lasts at most, however much it is used.
pub(crate) const SESSION_TIME_MAX: Duration = Duration::from_secs(12 * 60 * 60);
/// How long someone has for the second factor.
pub(crate) const SECOND_FACTOR_TIME_MAX: Duration = Duration::from_secs(5 * 60);
/// The most sessions of one user; the one that was not used for longest goes.
pub(crate) const SESSIONS_PER_USER_MAX: u32 = 20;
/// How often at most it is written down that a session or an API token was used.
const USE_NOTED_EVERY: Duration = Duration::from_secs(60);

/// What someone with a session finds.
#[derive(Debug, Clone)]
pub(crate) enum Entrance {
    /// The pages, as far as the role goes.
    Open(Actor),
    /// The question for the second factor.
    SecondFactor(Actor),
    /// That another password has to be chosen.
    NewPassword(Actor),
    /// That a second factor has to be set up.
    SetUpSecondFactor(Actor),
}

impl Entrance {
    /// The same, with where it is asked from.
    pub(crate) fn at(self, address: Option<IpAddr>) -> Self {
        let Some(address) = address else { return self };
        match self {
            Self::Open(actor) => Self::Open(actor.at(address)),
            Self::SecondFactor(actor) => Self::SecondFactor(actor.at(address)),
            Self::NewPassword(actor) => Self::NewPassword(actor.at(address)),
            Self::SetUpSecondFactor(actor) => Self::SetUpSecondFactor(actor.at(address)),
        }
    }
}

/// What the settings say of sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Demands {
    /// How long a session of a role above user may lie idle.
    pub(crate) idle_max: Duration,
    /// Whether roles above user need a second factor.
    pub(crate) second_factor: SecondFactorDemand,
}

/// Whether roles above user need a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecondFactorDemand {
    /// Each account decides for itself.
    None,
    /// They do.
    AboveUser,
}

/// What the step of a user's session is, as the user is now; `None` for one who is in.
pub(crate) fn step(user: &User, stage: Stage, demands: Demands) -> Option<Step> {
    match (stage, user.password_kind, user.second_factor) {
        (Stage::SecondFactor, ..) => Some(Step::SecondFactor),
        (Stage::Open, PasswordKind::OneTime, _) => Some(Step::NewPassword),
        (Stage::Open, PasswordKind::Own, SecondFactor::None) if needs_second_factor(user, demands) => {
            Some(Step::SetUpSecondFactor)
        }
        (Stage::Open, PasswordKind::Own, _) => None,
    }
}

/// Whether an account cannot be without a second factor.
pub(crate) fn needs_second_factor(user: &User, demands: Demands) -> bool {
    demands.second_factor == SecondFactorDemand::AboveUser && user.role > Role::User
}

/// What a user with a session finds now; `None` if the session is over, or the user may not sign in.
pub(crate) fn entrance(
    user: &Arc<User>,
    session: &Session,
    demands: Demands,
    now: Timestamp,
) -> Option<Entrance> {
    if session.user != user.id || is_over(user.role, session, demands, now) {
        return None;
    }
    let user = Arc::clone(user);
    match step(&user, session.stage, demands) {
        None => role::in_session(user, session.id).map(Entrance::Open),
        Some(step) => {
            let actor = role::entering(user, session.id, step)?;
            Some(match step {
                Step::SecondFactor => Entrance::SecondFactor(actor),
                Step::NewPassword => Entrance::NewPassword(actor),
                Step::SetUpSecondFactor => Entrance::SetUpSecondFactor(actor),
            })
        }
    }
}

/// Whether a session has come to its end, or was idle for too long. Those of plain users may be idle to their end.
fn is_over(role: Role, session: &Session, demands: Demands, now: Timestamp) -> bool {
    let idle_max = if role > Role::User { demands.idle_max } else { SESSION_TIME_MAX };
    now >= session.ends_at || now >= after(session.used_at, idle_max)
}

/// When a session ends that reaches a stage now.
pub(crate) fn ends_at(stage: Stage, now: Timestamp) -> Timestamp {
    match stage {
        Stage::SecondFactor => after(now, SECOND_FACTOR_TIME_MAX),
        Stage::Open => after(now, SESSION_TIME_MAX),
    }
}

/// Whether a use has to be written down, the last one that is being so long ago.
pub(crate) fn is_use_to_be_noted(used_at: Option<Timestamp>, now: Timestamp) -> bool {
    used_at.is_none_or(|used_at| now >= after(used_at, USE_NOTED_EVERY))
}

fn after(at: Timestamp, time: Duration) -> Timestamp {
    let time = SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX);
    at.checked_add(time).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use core::time::Duration;
    use std::sync::Arc;

    use jiff::Timestamp;

    use super::{
        Demands, Entrance, SECOND_FACTOR_TIME_MAX, SESSION_TIME_MAX, SESSIONS_PER_USER_MAX,
        SecondFactorDemand, USE_NOTED_EVERY, ends_at, entrance, is_use_to_be_noted,
    };
    use crate::model::session::{Session, SessionId, Stage};
    use crate::model::user::{PasswordKind, Role, SecondFactor, Standing, User, UserId};
    use crate::reference::assert_says;

    const OPTIONAL: Demands =
        Demands { idle_max: Duration::from_secs(30 * 60), second_factor: SecondFactorDemand::None };
    const REQUIRED: Demands = Demands { second_factor: SecondFactorDemand::AboveUser, ..OPTIONAL };

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    /// A session that began at minute 0.
    fn session(stage: Stage, used_at: i64) -> Session {
        Session {
            id: SessionId(1),
            user: UserId(1),
            stage,
            begun_at: at(0),
            used_at: at(used_at),
            ends_at: ends_at(stage, at(0)),
        }
    }

    fn named(entrance: Option<&Entrance>) -> &'static str {
        match entrance {
            None => "over",
            Some(Entrance::Open(_)) => "open",
            Some(Entrance::SecondFactor(_)) => "second factor",
            Some(Entrance::NewPassword(_)) => "new password",
            Some(Entrance::SetUpSecondFactor(_)) => "set up",
        }
    }

    #[test]
    fn each_step_comes_in_its_turn() {
        let check = |user: User, stage, demands, expected| {
            let found = named(entrance(&Arc::new(user.clone()), &session(stage, 0), demands, at(1)).as_ref());
            assert_eq!(found, expected, "{user:?} {stage:?} {demands:?}");
        };
        let administrator = User { role: Role::Administrator, ..User::example(1) };
        let with_totp = User { second_factor: SecondFactor::Totp, ..administrator.clone() };
        let one_time = User { password_kind: PasswordKind::OneTime, ..with_totp.clone() };
        check(User::example(1), Stage::Open, OPTIONAL, "open");
        check(User::example(1), Stage::Open, REQUIRED, "open");
        check(administrator.clone(), Stage::Open, OPTIONAL, "open");
        check(administrator.clone(), Stage::Open, REQUIRED, "set up");
        check(with_totp.clone(), Stage::SecondFactor, OPTIONAL, "second factor");
        check(with_totp, Stage::Open, REQUIRED, "open");
        check(one_time.clone(), Stage::SecondFactor, REQUIRED, "second factor");
        check(one_time, Stage::Open, REQUIRED, "new password");
        let one_time = User { password_kind: PasswordKind::OneTime, ..administrator.clone() };
        check(one_time, Stage::Open, REQUIRED, "new password");
        check(User { standing: Standing::Disabled, ..administrator.clone() }, Stage::Open, OPTIONAL, "over");
        check(User { id: UserId(2), ..administrator }, Stage::Open, OPTIONAL, "over");
    }

    #[test]
    fn sessions_end() {
        let check = |role, stage, used_at, now, expected| {
            let user = Arc::new(User { role, ..User::example(1) });
            let found = named(entrance(&user, &session(stage, used_at), OPTIONAL, at(now)).as_ref());
            assert_eq!(found, expected, "{role:?} {stage:?} used at {used_at}, now {now}");
        };
        check(Role::Viewer, Stage::Open, 0, 29, "open");
        check(Role::Viewer, Stage::Open, 0, 30, "over");
        check(Role::Viewer, Stage::Open, 20, 49, "open");
        check(Role::Viewer, Stage::Open, 719, 719, "open");
        check(Role::Viewer, Stage::Open, 719, 720, "over");
        check(Role::User, Stage::Open, 0, 719, "open");
        check(Role::User, Stage::Open, 0, 720, "over");
        check(Role::User, Stage::SecondFactor, 0, 4, "second factor");
        check(Role::User, Stage::SecondFactor, 4, 5, "over");
    }

    #[test]
    fn a_use_is_noted_once_a_minute() {
        let check = |used_at: Option<i64>, now: i64, expected: bool| {
            let second = |second| Timestamp::from_second(second).unwrap();
            assert_eq!(is_use_to_be_noted(used_at.map(second), second(now)), expected, "{used_at:?} {now}");
        };
        check(None, 0, true);
        check(Some(0), 59, false);
        check(Some(0), 60, true);
        check(Some(100), 50, false);
    }

    #[test]
    fn the_limits_are_told() {
        let (hours, minutes) = (SESSION_TIME_MAX.as_secs() / 3_600, SECOND_FACTOR_TIME_MAX.as_secs() / 60);
        for line in [
            format!("| a session on the pages | {hours} hours;"),
            format!("| time for the second factor | {minutes} minutes |"),
            format!("| sessions of one user | {SESSIONS_PER_USER_MAX};"),
            format!("written down every {} seconds", USE_NOTED_EVERY.as_secs()),
        ] {
            assert_says("oxupdated.md", &line);
        }
    }
}
