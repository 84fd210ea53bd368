//! The providers of OpenID Connect, as the pages lead people to them, and the sign-ins that are under way there.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use text::{Explain, Message, message};
use tokio::time::Instant;

use super::new_secret;
use super::open_id_connect::{Begun, Kept, OpenIdConnect};
use super::sources::Sources;
use crate::model::secret::{Secret, SecretHash, SecretKind};

/// How long a person may be with a provider.
pub(crate) const AWAY_MAX: Duration = Duration::from_secs(600);
/// The most sign-ins that are under way.
const UNDER_WAY_MAX: usize = 10_000;
/// The most sign-ins from one place that are under way.
const UNDER_WAY_AT_PLACE_MAX: usize = 500;

/// All providers, in the order of the settings.
#[derive(Debug, Default)]
pub(crate) struct Providers(Vec<Arc<OpenIdConnect>>);

impl Providers {
    /// Those among the sources, with what keeps them from doing harm.
    pub(crate) fn of(sources: &Sources) -> Self {
        Self(sources.providers().cloned().collect())
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &OpenIdConnect> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The provider of a source's name.
    pub(crate) fn find(&self, source: &str) -> Option<Arc<OpenIdConnect>> {
        self.0.iter().find(|provider| provider.source().as_str() == source).cloned()
    }
}

/// The sign-ins that are under way with providers. They die with the process.
#[derive(Debug, Default)]
pub(crate) struct SignInsUnderWay(Mutex<HashMap<SecretHash, UnderWay>>);

/// A sign-in that is under way.
#[derive(Debug)]
struct UnderWay {
    source: String,
    browser: SecretHash,
    place: IpAddr,
    ends_at: Instant,
    kept: Kept,
    next: Option<String>,
}

/// Why somebody was not signed in with a provider, as the person is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct ProviderError {
    /// What people know the provider by.
    pub(crate) title: String,
    /// What it is.
    pub(crate) problem: ProviderProblem,
}

/// What can keep somebody from being signed in with a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProviderProblem {
    /// There is no such sign-in: it took too long, was finished, or began in another browser.
    NotUnderWay,
    /// The person, or somebody for the person, has said no there.
    Denied,
    /// The provider does not sign people in here; the settings here or there are wrong.
    Refused,
    /// It gives no answer.
    Away,
    /// What it says is not to be believed.
    NotBelieved,
    /// The mail address, which is the name here, is not verified there.
    MailNotVerified,
    /// The account cannot be one here, or is disabled here.
    Account,
}

impl Explain for ProviderError {
    fn message(&self) -> Message {
        let name = self.title.as_str();
        match self.problem {
            ProviderProblem::NotUnderWay => {
                message!("error-provider-not-under-way", minutes = AWAY_MAX.as_secs() / 60)
            }
            ProviderProblem::Denied => message!("error-provider-denied", name = name),
            ProviderProblem::Refused => message!("error-provider-refused", name = name),
            ProviderProblem::Away => message!("error-provider-away", name = name),
            ProviderProblem::NotBelieved => message!("error-provider-not-believed", name = name),
            ProviderProblem::MailNotVerified => message!("error-provider-mail-not-verified", name = name),
            ProviderProblem::Account => message!("error-provider-account", name = name),
        }
    }
}

/// Too many sign-ins are under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany;

impl SignInsUnderWay {
    /// Remembers a sign-in that was begun. Answers with what the browser keeps, so that nobody else's brings the answer back.
    ///
    /// # Errors
    /// [`TooMany`].
    pub(crate) fn add(
        &self,
        source: &str,
        place: IpAddr,
        begun: Begun,
        next: Option<&str>,
    ) -> Result<Secret, TooMany> {
        let now = Instant::now();
        let mut all = self.all();
        all.retain(|_, under_way| now < under_way.ends_at);
        let at_place = all.values().filter(|under_way| under_way.place == place).count();
        if all.len() >= UNDER_WAY_MAX || at_place >= UNDER_WAY_AT_PLACE_MAX {
            return Err(TooMany);
        }
        let browser = new_secret(SecretKind::SignInUnderWay).map_err(|_| TooMany)?;
        let under_way = UnderWay {
            source: source.to_owned(),
            browser: browser.hash(),
            place,
            ends_at: now + AWAY_MAX,
            kept: begun.kept,
            next: next.map(str::to_owned),
        };
        all.insert(SecretHash::of(begun.state.secret()), under_way);
        Ok(browser)
    }

    /// Takes a sign-in that somebody comes back from, once: with the answer's state, and what the browser has kept.
    pub(crate) fn take(
        &self,
        source: &str,
        state: &str,
        browser: Option<&str>,
    ) -> Option<(Kept, Option<String>)> {
        let browser = Secret::parse(SecretKind::SignInUnderWay, browser?)?.hash();
        let state = SecretHash::of(state);
        let mut all = self.all();
        let is_theirs = |under_way: &UnderWay| {
            under_way.source == source && under_way.browser == browser && Instant::now() < under_way.ends_at
        };
        // What another browser brings stays for the one that it belongs to.
        if !all.get(&state).is_some_and(is_theirs) {
            return None;
        }
        all.remove(&state).map(|under_way| (under_way.kept, under_way.next))
    }

    fn all(&self) -> MutexGuard<'_, HashMap<SecretHash, UnderWay>> {
        // A thread that died while it held the lock left a whole map: each change is one call.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use tokio::time::advance;

    use super::{AWAY_MAX, SignInsUnderWay, TooMany, UNDER_WAY_AT_PLACE_MAX, UNDER_WAY_MAX};
    use crate::identity::open_id_connect::Begun;
    use crate::reference::{assert_says, grouped};

    fn place(number: usize) -> IpAddr {
        Ipv4Addr::from(number as u32).into()
    }

    #[tokio::test(start_paused = true)]
    async fn a_sign_in_comes_back_once_and_to_the_browser_that_it_began_in() {
        let all = SignInsUnderWay::default();
        let begin = |state: &str| all.add("id", place(1), Begun::example(state), Some("/account")).unwrap();
        let (mine, others) = (begin("one"), begin("two"));
        let take = |source: &str, state: &str, browser: Option<&str>| {
            all.take(source, state, browser).map(|(_, next)| next)
        };
        assert_eq!(take("id", "one", None), None);
        assert_eq!(take("id", "one", Some(others.as_str())), None, "another browser");
        assert_eq!(take("id", "two", Some(mine.as_str())), None, "another's answer");
        assert_eq!(take("other", "one", Some(mine.as_str())), None, "another provider");
        assert_eq!(take("id", "", Some(mine.as_str())), None);
        assert_eq!(take("id", "one", Some(mine.as_str())), Some(Some("/account".to_owned())));
        assert_eq!(take("id", "one", Some(mine.as_str())), None, "twice");
        advance(AWAY_MAX).await;
        assert_eq!(take("id", "two", Some(others.as_str())), None, "too late");
    }

    #[tokio::test(start_paused = true)]
    async fn the_memory_has_an_end() {
        let all = SignInsUnderWay::default();
        let begin = |number: usize, at: usize| {
            all.add("id", place(at), Begun::example(&number.to_string()), None).map(|_| ())
        };
        for number in 0..UNDER_WAY_MAX {
            assert_eq!(begin(number, number / UNDER_WAY_AT_PLACE_MAX), Ok(()));
            if number + 1 == UNDER_WAY_AT_PLACE_MAX {
                assert_eq!(begin(number, 0), Err(TooMany), "one place");
            }
        }
        assert_eq!(begin(UNDER_WAY_MAX, UNDER_WAY_MAX), Err(TooMany));
        advance(AWAY_MAX).await;
        assert_eq!(begin(UNDER_WAY_MAX, 0), Ok(()));
        assert_eq!(all.all().len(), 1);
    }

    #[test]
    fn the_limits_are_told() {
        let (all, minutes) = (grouped(UNDER_WAY_MAX as u64), AWAY_MAX.as_secs() / 60);
        assert_says(
            "oxupdated.md",
            &format!(
                "| sign-ins that are under way with providers of OpenID Connect | {all}, {UNDER_WAY_AT_PLACE_MAX} of one place, {minutes} minutes each |"
            ),
        );
    }
}
