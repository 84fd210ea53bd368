//! Whose account it is that a source tells of: one that is known, a new one, or somebody else's, which it never becomes.

use crate::model::user::UserId;

/// What becomes of an account that a source has just vouched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taking {
    /// It is this user's.
    Known(UserId),
    /// It is this user's, who has signed in with a name that nobody had.
    KnownByAnotherName(UserId),
    /// It is nobody's yet.
    New,
    /// Its name is somebody else's.
    Conflict,
}

/// Judges an account of a source: who has it by what the source knows it by (`by_key`), who has the name that was typed, and who has
/// the name that the source tells. Names are those of all users and groups, and the other names of users.
///
/// A name is never taken over: neither from this server's own account or another source's, nor from an account of the same source that
/// had it before and has another key.
pub(crate) fn judge(by_key: Option<UserId>, typed: Option<i64>, told: Option<i64>) -> Taking {
    match (by_key, typed, told) {
        (Some(user), None, _) => Taking::KnownByAnotherName(user),
        (Some(user), Some(holder), _) if user.0 == holder => Taking::Known(user),
        (None, None, None) => Taking::New,
        _ => Taking::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::{Taking, judge};
    use crate::model::user::UserId;

    #[test]
    fn nobody_takes_over_what_is_somebody_elses() {
        let check = |by_key: Option<i64>, typed, told, expected| {
            assert_eq!(judge(by_key.map(UserId), typed, told), expected, "{by_key:?} {typed:?} {told:?}");
        };
        check(None, None, None, Taking::New);
        check(Some(1), Some(1), Some(1), Taking::Known(UserId(1)));
        // By another name, such as anna for anna@1.
        check(Some(1), None, Some(1), Taking::KnownByAnotherName(UserId(1)));
        // The source has renamed the account.
        check(Some(1), None, None, Taking::KnownByAnotherName(UserId(1)));
        check(Some(1), Some(1), None, Taking::Known(UserId(1)));
        // The name that the source tells is somebody else's here: the account keeps the name that it has.
        check(Some(1), Some(1), Some(2), Taking::Known(UserId(1)));
        // A name that the source has given to another person, or that belongs to a group or another source's account.
        check(None, Some(2), Some(2), Taking::Conflict);
        check(None, Some(2), None, Taking::Conflict);
        check(None, None, Some(2), Taking::Conflict);
        check(Some(1), Some(2), Some(1), Taking::Conflict);
        check(Some(1), Some(2), Some(2), Taking::Conflict);
    }
}
