//! A source for tests: accounts in memory, that answers, lies, is late or is away as it is told.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use tokio::time::sleep;

use super::source::{Answering, KnownAccount, LookUp, Source, SourceError, Verdict};
use crate::model::name::Name;
use crate::model::permission::Permission;
use crate::model::source::{Keys, Profile, SourceAccount, SourceName};

/// A source of accounts in memory.
#[derive(Debug)]
pub(crate) struct FakeSource {
    name: SourceName,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Passwords and accounts by the name that is typed.
    accounts: HashMap<String, (String, SourceAccount)>,
    failing: Option<SourceError>,
    takes: Duration,
    asked: usize,
    tells_without_password: bool,
    reuses_keys: bool,
}

impl FakeSource {
    /// A source without accounts.
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.parse().unwrap(), state: Mutex::default() }
    }

    /// Knows an account from now on by a name that is typed.
    pub(crate) fn add(&self, typed: &str, password: &str, account: SourceAccount) {
        self.state.lock().unwrap().accounts.insert(typed.to_owned(), (password.to_owned(), account));
    }

    /// Does not know a name any more.
    pub(crate) fn remove(&self, typed: &str) {
        self.state.lock().unwrap().accounts.remove(typed);
    }

    /// Fails from now on, or no more.
    pub(crate) fn fail(&self, error: impl Into<Option<SourceError>>) {
        self.state.lock().unwrap().failing = error.into();
    }

    /// Takes so long for each answer.
    pub(crate) fn take(&self, time: Duration) {
        self.state.lock().unwrap().takes = time;
    }

    /// Tells of accounts without their passwords from now on.
    pub(crate) fn tell_without_password(&self) {
        self.state.lock().unwrap().tells_without_password = true;
    }

    /// Gives keys that are free to other accounts from now on.
    pub(crate) fn reuse_keys(&self) {
        self.state.lock().unwrap().reuses_keys = true;
    }

    /// How many questions came.
    pub(crate) fn asked(&self) -> usize {
        self.state.lock().unwrap().asked
    }

    async fn answer<Answer>(&self, of: impl FnOnce(&State) -> Answer) -> Result<Answer, SourceError> {
        let takes = {
            let mut state = self.state.lock().unwrap();
            state.asked += 1;
            state.takes
        };
        if !takes.is_zero() {
            sleep(takes).await;
        }
        let state = self.state.lock().unwrap();
        state.failing.clone().map_or_else(|| Ok(of(&state)), Err)
    }
}

/// An account as a source tells of it.
pub(crate) fn told(key: &str, name: &str, permissions: &str) -> SourceAccount {
    SourceAccount {
        key: key.to_owned(),
        name: Name::parse(name).unwrap(),
        permissions: permissions.split_whitespace().map(|name| Permission::parse(name).unwrap()).collect(),
        profile: Profile { display_name: Some(format!("{name} Example")), ..Profile::default() },
    }
}

impl Source for FakeSource {
    fn name(&self) -> &SourceName {
        &self.name
    }

    fn keys(&self) -> Keys {
        if self.state.lock().unwrap().reuses_keys { Keys::Reused } else { Keys::Lasting }
    }

    fn verify<'a>(&'a self, name: &'a Name, password: &'a str) -> Answering<'a, Verdict> {
        Box::pin(self.answer(move |state| {
            let known = state.accounts.get(name.as_str()).filter(|(right, _)| right == password);
            known.map_or(Verdict::Wrong, |(_, account)| Verdict::Accepted(Box::new(account.clone())))
        }))
    }

    fn look_up<'a>(&'a self, account: &'a KnownAccount) -> Answering<'a, LookUp> {
        Box::pin(self.answer(move |state| {
            if !state.tells_without_password {
                return LookUp::CannotTell;
            }
            let known = state.accounts.values().find(|(_, known)| known.key == account.key);
            known.map_or(LookUp::Gone, |(_, known)| LookUp::Present(Box::new(known.clone())))
        }))
    }

    fn probe(&self) -> Answering<'_, ()> {
        Box::pin(self.answer(|_| ()))
    }
}
