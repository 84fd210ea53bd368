//! Whose account it is that a source tells of: one that is known, a new one, or somebody else's, which it never becomes.

use crate::model::source::Keys;
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

/// Whether an account that is known by a key and comes by a name that nobody has may be another person's by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// Nothing speaks for it.
    Alike,
    /// The source gives keys to others, and the mail address is another one too.
    Stranger,
}

/// Compares the mail address that an account had with the one that the source tells now. Letters in any case.
pub(crate) fn likeness(keys: Keys, before: Option<&str>, now: Option<&str>) -> Likeness {
    match (keys, before, now) {
        (Keys::Reused, Some(before), Some(now)) if before.to_lowercase() != now.to_lowercase() => {
            Likeness::Stranger
        }
        _ => Likeness::Alike,
    }
}

/// Judges an account of a source: who has it by what the source knows it by (`by_key`), who has the name that was typed, and who has
/// the name that the source tells. Names are those of all users and groups, and the other names of users.
///
/// A name is never taken over: neither from this server's own account or another source's, nor from an account of the same source that
/// had it before and has another key. Nor does a stranger take over an account by a key that was used before.
pub(crate) fn judge(
    by_key: Option<UserId>,
    typed: Option<i64>,
    told: Option<i64>,
    likeness: Likeness,
) -> Taking {
    match (by_key, typed, told) {
        (Some(user), None, told) if likeness == Likeness::Stranger && told != Some(user.0) => {
            Taking::Conflict
        }
        (Some(user), None, _) => Taking::KnownByAnotherName(user),
        (Some(user), Some(holder), _) if user.0 == holder => Taking::Known(user),
        (None, None, None) => Taking::New,
        _ => Taking::Conflict,
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Taking, judge, likeness};
    use crate::model::source::Keys;
    use crate::model::user::UserId;

    #[test]
    fn nobody_takes_over_what_is_somebody_elses() {
        let check = |by_key: Option<i64>, typed, told, expected| {
            let found = judge(by_key.map(UserId), typed, told, Likeness::Alike);
            assert_eq!(found, expected, "{by_key:?} {typed:?} {told:?}");
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

    #[test]
    fn a_key_that_is_used_again_makes_nobody_somebody_else() {
        let check = |keys, before: &str, now: &str, expected| {
            let (before, now) =
                (Some(before).filter(|text| !text.is_empty()), Some(now).filter(|text| !text.is_empty()));
            assert_eq!(likeness(keys, before, now), expected, "{before:?} {now:?}");
        };
        check(Keys::Reused, "anna@example.com", "Anna@Example.com", Likeness::Alike);
        check(Keys::Reused, "anna@example.com", "ben@example.com", Likeness::Stranger);
        check(Keys::Reused, "", "ben@example.com", Likeness::Alike);
        check(Keys::Reused, "anna@example.com", "", Likeness::Alike);
        check(Keys::Lasting, "anna@example.com", "anna@example.net", Likeness::Alike);
        let anna = Some(UserId(1));
        assert_eq!(judge(anna, None, None, Likeness::Stranger), Taking::Conflict);
        assert_eq!(judge(anna, None, Some(2), Likeness::Stranger), Taking::Conflict);
        assert_eq!(
            judge(anna, None, Some(1), Likeness::Stranger),
            Taking::KnownByAnotherName(UserId(1)),
            "the source calls it as ever"
        );
        // By a name that the account has here, nothing can tell them apart.
        assert_eq!(judge(anna, Some(1), None, Likeness::Stranger), Taking::Known(UserId(1)));
        assert_eq!(judge(None, None, None, Likeness::Stranger), Taking::New);
    }
}
