//! Who is in on the pages, and who has a step to take first. Stands in until sessions are kept: nobody is in.

use crate::rules::role::Actor;

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
