//! When the server is asked whether the person has consented, and when it is over. Pure. Sources: RFC 8628, sections 3.2 and 3.5.

use std::time::Duration;

use catalog::device_authorization::Refusal;

use super::BrowserSignInError;

/// The shortest time between two questions, whatever the server says.
pub const INTERVAL_MIN: Duration = Duration::from_secs(1);
/// The longest time between two questions to a server that does not answer, and that a server may ask for at first.
pub const INTERVAL_MAX: Duration = Duration::from_secs(60);
/// By how much longer each pause is after a server asked to be asked less often.
pub const SLOWER_BY: Duration = Duration::from_secs(5);
/// How long a person has at most, whatever the server says.
pub const LIFE_TIME_MAX: Duration = Duration::from_secs(30 * 60);

/// The questions of one sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Polling {
    /// The time between two questions that are answered.
    interval: Duration,
    /// How many questions in a row got no answer.
    away: u32,
    next_at: Duration,
    ends_at: Duration,
}

/// What is to be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing for so long.
    Pause(Duration),
    /// The next question.
    Ask,
    /// Nothing any more.
    Over,
}

impl Polling {
    /// Begins now, with what the server said, in seconds.
    pub(super) fn begin(now: Duration, expires_in: u64, interval: u64) -> Self {
        let interval = Duration::from_secs(interval).clamp(INTERVAL_MIN, INTERVAL_MAX);
        let life = Duration::from_secs(expires_in).min(LIFE_TIME_MAX);
        Self { interval, away: 0, next_at: now.saturating_add(interval), ends_at: now.saturating_add(life) }
    }

    /// What is to be done now.
    pub(super) fn next(&self, now: Duration) -> Next {
        if now >= self.ends_at {
            Next::Over
        } else if now >= self.next_at {
            Next::Ask
        } else {
            Next::Pause(self.next_at.min(self.ends_at).saturating_sub(now))
        }
    }

    /// Hears why there is no token.
    pub(super) fn refused(&mut self, now: Duration, refusal: Refusal) -> Result<(), BrowserSignInError> {
        match refusal {
            Refusal::AuthorizationPending => {}
            Refusal::SlowDown => self.interval = self.interval.saturating_add(SLOWER_BY),
            Refusal::TemporarilyUnavailable => {
                self.away(now, None);
                return Ok(());
            }
            Refusal::AccessDenied => return Err(BrowserSignInError::Denied),
            Refusal::ExpiredToken => return Err(BrowserSignInError::Expired),
            Refusal::InvalidGrant
            | Refusal::InvalidClient
            | Refusal::InvalidRequest
            | Refusal::UnsupportedGrantType => return Err(BrowserSignInError::NotUnderstood),
        }
        self.away = 0;
        self.next_at = now.saturating_add(self.interval);
        Ok(())
    }

    /// Hears nothing, or that the server wants not to be asked for so many seconds: each such pause is twice as long as the one before.
    pub(super) fn away(&mut self, now: Duration, retry_after: Option<u64>) {
        self.away = self.away.saturating_add(1);
        let doubled = self.interval.saturating_mul(2_u32.saturating_pow(self.away));
        // Who asked to be asked more seldom than that is not asked more often.
        let pause = doubled.min(INTERVAL_MAX.max(self.interval));
        let wanted = retry_after.map(Duration::from_secs).unwrap_or_default();
        self.next_at = now.saturating_add(pause.max(wanted));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use catalog::device_authorization::Refusal;
    use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

    use super::{INTERVAL_MAX, INTERVAL_MIN, LIFE_TIME_MAX, Next, Polling, SLOWER_BY};
    use crate::browser_sign_in::BrowserSignInError;

    const fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    #[test]
    fn the_server_says_how_often_it_is_asked_and_how_long() {
        let check = |expires_in: u64, interval: u64, at: u64, expected: Next| {
            let polling = Polling::begin(seconds(100), expires_in, interval);
            assert_eq!(polling.next(seconds(100 + at)), expected, "{expires_in} {interval} {at}");
        };
        check(600, 5, 0, Next::Pause(seconds(5)));
        check(600, 5, 3, Next::Pause(seconds(2)));
        check(600, 5, 5, Next::Ask);
        check(600, 5, 599, Next::Ask);
        check(600, 5, 600, Next::Over);
        check(3, 5, 0, Next::Pause(seconds(3)));
        check(0, 5, 0, Next::Over);
        check(600, 0, 0, Next::Pause(INTERVAL_MIN));
        check(u64::MAX, u64::MAX, 0, Next::Pause(INTERVAL_MAX));
        check(u64::MAX, 5, LIFE_TIME_MAX.as_secs(), Next::Over);
    }

    #[test]
    fn who_is_asked_too_often_is_asked_more_seldom_from_then_on() {
        let mut polling = Polling::begin(seconds(0), 600, 5);
        let mut pauses = Vec::new();
        for refusal in [
            Refusal::AuthorizationPending,
            Refusal::SlowDown,
            Refusal::AuthorizationPending,
            Refusal::SlowDown,
            Refusal::AuthorizationPending,
        ] {
            polling.refused(seconds(50), refusal).unwrap();
            let Next::Pause(pause) = polling.next(seconds(50)) else { panic!("{polling:?}") };
            pauses.push(pause.as_secs());
        }
        assert_eq!((pauses, SLOWER_BY.as_secs()), (vec![5, 10, 10, 15, 15], 5));
    }

    #[test]
    fn who_does_not_answer_is_left_alone_for_longer_and_longer() {
        let mut polling = Polling::begin(seconds(0), 600, 5);
        let mut pause = |retry_after| {
            polling.away(seconds(50), retry_after);
            let Next::Pause(pause) = polling.next(seconds(50)) else { panic!("{polling:?}") };
            pause.as_secs()
        };
        let pauses = [None, None, Some(30), None, None, Some(300)].map(&mut pause);
        assert_eq!(pauses, [10, 20, 40, 60, 60, 300]);
        polling.refused(seconds(50), Refusal::AuthorizationPending).unwrap();
        assert_eq!(polling.next(seconds(50)), Next::Pause(seconds(5)), "it answers again");
    }

    #[test]
    fn it_is_over_when_the_server_says_so() {
        let check = |refusal, expected: Option<BrowserSignInError>| {
            let mut polling = Polling::begin(seconds(0), 600, 5);
            assert_eq!(polling.refused(seconds(5), refusal).err(), expected, "{refusal:?}");
        };
        check(Refusal::AuthorizationPending, None);
        check(Refusal::SlowDown, None);
        check(Refusal::TemporarilyUnavailable, None);
        check(Refusal::AccessDenied, Some(BrowserSignInError::Denied));
        check(Refusal::ExpiredToken, Some(BrowserSignInError::Expired));
        check(Refusal::InvalidGrant, Some(BrowserSignInError::NotUnderstood));
        check(Refusal::InvalidClient, Some(BrowserSignInError::NotUnderstood));
        check(Refusal::InvalidRequest, Some(BrowserSignInError::NotUnderstood));
        check(Refusal::UnsupportedGrantType, Some(BrowserSignInError::NotUnderstood));
    }

    proptest! {
        /// Whatever the server says, it is asked at most once a second, and it ends.
        #[test]
        fn no_server_is_asked_without_a_pause_or_without_an_end(
            expires_in in any::<u64>(),
            interval in any::<u64>(),
            heard in proptest::collection::vec(
                prop_oneof![
                    Just(Some(Refusal::AuthorizationPending)),
                    Just(Some(Refusal::SlowDown)),
                    any::<Option<u64>>().prop_map(|_| None),
                ],
                1..50,
            ),
        ) {
            let mut now = seconds(0);
            let mut polling = Polling::begin(now, expires_in, interval);
            for (at, heard) in heard.into_iter().cycle().take(5_000).enumerate() {
                match polling.next(now) {
                    Next::Over => break,
                    Next::Pause(time) => {
                        assert!(!time.is_zero());
                        now += time;
                        continue;
                    }
                    Next::Ask => {}
                }
                match heard {
                    Some(refusal) => polling.refused(now, refusal).unwrap(),
                    None => polling.away(now, Some(at as u64)),
                }
                assert!(matches!(polling.next(now), Next::Pause(time) if time >= INTERVAL_MIN || now + time >= polling.ends_at));
            }
            assert_eq!(polling.next(now), Next::Over);
            assert!(now <= LIFE_TIME_MAX);
        }
    }
}
