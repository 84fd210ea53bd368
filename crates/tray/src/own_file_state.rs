//! What has become of the program's own file, by what is seen of it. Pure.

use std::time::Duration;

/// How long the folder has to be quiet before a file in it counts as whole.
pub(crate) const QUIET: Duration = Duration::from_secs(3);

/// How long the file has to be away until it counts as removed: an installer removes the version before first, and brings the new one later.
pub(crate) const AWAY: Duration = Duration::from_secs(300);

/// How often it is looked for meanwhile; its folder may have gone too, and then nothing is heard of a new one.
pub(crate) const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Whether an installer says that the program is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Registered {
    /// It does.
    Yes,
    /// None does.
    No,
}

/// What has become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It is the one that was started.
    Same,
    /// Another one is in its place.
    Replaced,
    /// It is away, and may come back; to be looked at again.
    Away,
    /// It is gone for good.
    Removed,
}

/// What has become of a file that was known by `first`; `away` is how long it has been away.
pub(crate) fn state<M: PartialEq>(
    first: &M,
    now: Option<&M>,
    away: Duration,
    registered: Registered,
) -> State {
    match now {
        Some(now) if now == first => State::Same,
        Some(_) => State::Replaced,
        None if away >= AWAY && registered == Registered::No => State::Removed,
        None => State::Away,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{AWAY, QUIET, Registered, State, state};

    #[test]
    fn a_file_that_is_away_for_a_while_comes_back() {
        let check = |now: Option<u32>, away: Duration, registered: Registered, expected: State| {
            assert_eq!(
                state(&1, now.as_ref(), away, registered),
                expected,
                "{now:?} {away:?} {registered:?}"
            );
        };
        let none = Duration::ZERO;
        check(Some(1), none, Registered::Yes, State::Same);
        check(Some(1), none, Registered::No, State::Same);
        check(Some(2), none, Registered::Yes, State::Replaced);
        check(Some(2), none, Registered::No, State::Replaced);
        // Between the version before and the new one nothing is registered either.
        check(None, QUIET, Registered::No, State::Away);
        check(None, AWAY / 2, Registered::No, State::Away);
        check(None, AWAY, Registered::Yes, State::Away);
        check(None, AWAY, Registered::No, State::Removed);
    }
}
