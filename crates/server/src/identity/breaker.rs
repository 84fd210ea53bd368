//! When a source that failed is left alone: a pure state machine, for which the caller holds the clock.

use std::time::Duration;

use tokio::time::Instant;

/// After how many failures in a row a source is left alone.
pub(crate) const FAILURES_MAX: u32 = 3;
/// For how long it is left alone before it is tried once.
pub(crate) const REST: Duration = Duration::from_secs(30);

/// Counts failures in a row, and says whether to ask.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Breaker(State);

/// How it stands with a source, as far as asking goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is asked; so many questions in a row have failed.
    Asked(u32),
    /// It is left alone until then.
    Resting(Instant),
    /// It is being tried, and nobody else asks.
    Tried,
}

impl Default for State {
    fn default() -> Self {
        Self::Asked(0)
    }
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was answered, whatever the answer was.
    Answered,
    /// It was not.
    Failed,
    /// Nobody waited for the answer.
    GivenUp,
}

impl Breaker {
    /// Whether somebody may ask now. Who may has to say afterwards what became of it.
    pub(super) fn may_ask(&mut self, now: Instant) -> bool {
        match self.0 {
            State::Asked(_) => true,
            State::Resting(until) if until <= now => {
                self.0 = State::Tried;
                true
            }
            State::Resting(_) | State::Tried => false,
        }
    }

    /// Takes what became of a question.
    pub(super) fn take(&mut self, outcome: Outcome, now: Instant) {
        self.0 = match (self.0, outcome) {
            // One that was asked before the rest began says no less than a trial.
            (_, Outcome::Answered) => State::Asked(0),
            (State::Asked(failures), Outcome::Failed) if failures + 1 < FAILURES_MAX => {
                State::Asked(failures + 1)
            }
            (State::Asked(_) | State::Tried, Outcome::Failed) => State::Resting(now + REST),
            // The next one tries it.
            (State::Tried, Outcome::GivenUp) => State::Resting(now),
            (state, Outcome::Failed | Outcome::GivenUp) => state,
        };
    }

    /// Whether it is asked as usual.
    pub(super) fn is_asked(self) -> bool {
        matches!(self.0, State::Asked(_))
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::Instant;

    use super::{Breaker, FAILURES_MAX, Outcome, REST};
    use crate::reference::assert_says;

    #[tokio::test(start_paused = true)]
    async fn who_fails_is_left_alone_and_then_tried_once() {
        let begin = Instant::now();
        // Each letter is one step: `?` may ask, `!` may not; answered, failed, given up; `w` waits for the rest to end.
        let check = |steps: &str| {
            let (mut breaker, mut now) = (Breaker::default(), begin);
            for (place, step) in steps.chars().enumerate() {
                match step {
                    '?' | '!' => assert_eq!(breaker.may_ask(now), step == '?', "{steps} at {place}"),
                    'a' => breaker.take(Outcome::Answered, now),
                    'f' => breaker.take(Outcome::Failed, now),
                    'g' => breaker.take(Outcome::GivenUp, now),
                    _ => now += REST,
                }
            }
        };
        check("?f?f?");
        check("?f?f?f!!");
        check("?f?f?a?f?f?");
        check("?f?g?f?g?f!");
        check("???fff!ffw?");
        check("?f?f?fw?!!");
        check("?f?f?fw?a??");
        check("?f?f?fw?f!w?f!");
        check("?f?f?fw?g?!");
        check("????fffa??");
        let mut breaker = Breaker::default();
        (0..FAILURES_MAX).for_each(|_| breaker.take(Outcome::Failed, begin));
        assert!(!breaker.is_asked());
        let almost = begin + REST - std::time::Duration::from_millis(1);
        assert!(!breaker.may_ask(almost) && breaker.may_ask(begin + REST));
    }

    #[test]
    fn the_limits_are_told() {
        assert_says(
            "sources.md",
            &format!(
                "After {FAILURES_MAX} failures in a row it is left alone for {} seconds",
                REST.as_secs()
            ),
        );
    }
}
