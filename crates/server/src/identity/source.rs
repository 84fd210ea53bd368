//! A source of accounts: who can say whether a name and a password are somebody's.

use std::fmt;

use futures_util::future::BoxFuture;

use crate::model::name::Name;
use crate::model::source::{Keys, SourceAccount, SourceName};

/// An answer that comes later, or why none comes.
pub(crate) type Answering<'a, Value> = BoxFuture<'a, Result<Value, SourceError>>;

/// Somebody else who knows accounts. What it is asked has a time limit and a circuit breaker around it: a source has neither.
///
/// Who cannot reach its other end, or cannot understand what that says, is a [`SourceError`], and never [`Verdict::Wrong`].
pub(crate) trait Source: fmt::Debug + Send + Sync {
    /// The name in the settings.
    fn name(&self) -> &SourceName;

    /// Whether a name and a password are an account's. Sources that take no passwords say [`Verdict::Wrong`].
    fn verify<'a>(&'a self, name: &'a Name, password: &'a str) -> Answering<'a, Verdict>;

    /// How it stands with an account that the source has told of before, asked without its password.
    fn look_up<'a>(&'a self, account: &'a KnownAccount) -> Answering<'a, LookUp>;

    /// How it gives the keys that it knows accounts by.
    fn keys(&self) -> Keys {
        Keys::Lasting
    }

    /// Whether it can be asked at all, without anybody's password; for `oxupdated doctor`.
    fn probe(&self) -> Answering<'_, ()>;
}

/// What a source says to a name and a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They are this account's, which may sign in.
    Accepted(Box<SourceAccount>),
    /// There is no such account, the password is another one, or the account is locked.
    Wrong,
}

/// An account by what a source knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownAccount {
    /// What the source knows it by.
    pub(crate) key: String,
    /// Its name here.
    pub(crate) name: Name,
}

/// How it stands with an account in its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LookUp {
    /// It is there and may sign in; this is what it is now.
    Present(Box<SourceAccount>),
    /// It is gone, or may not sign in any more.
    Gone,
    /// This source tells nothing without the account's password.
    CannotTell,
}

/// Why a source gave no answer. Each is a matter for the administrator, and none is about a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SourceError {
    /// It did not answer in time.
    #[error("no answer in time")]
    Late,
    /// It cannot be reached, or encryption fails.
    #[error("not reached: {0}")]
    NotReached(String),
    /// It answered that it cannot serve now, such as 503 or `busy`.
    #[error("it cannot serve: {0}")]
    Failing(String),
    /// What it answered makes no sense, or says two things.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// It does not let this server ask: the service account or the client secret is refused.
    #[error("this server is refused: {0}")]
    Refused(String),
    /// It failed a moment ago and is left alone for a while.
    #[error("it failed before, and is left alone for a while")]
    LeftAlone,
    /// As many others are being asked for as may be at a time.
    #[error("too many are being asked for")]
    Busy,
}
