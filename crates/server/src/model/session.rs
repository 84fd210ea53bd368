//! Sessions: someone who has come in on the pages, and is known again by a cookie.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::user::UserId;

/// Numbers a session; never used again after its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct SessionId(pub(crate) i64);

/// How far someone has come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The password was right; the second factor is still asked for.
    SecondFactor,
    /// All that was asked for was right.
    Open,
}

impl Stage {
    /// The stage's name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::SecondFactor => "second-factor",
            Self::Open => "open",
        }
    }

    /// Reads a stage's name.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        [Self::SecondFactor, Self::Open].into_iter().find(|stage| stage.as_str() == written)
    }
}

/// What is still asked of someone before the pages open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A code of the second factor.
    SecondFactor,
    /// Another password in place of a one-time one.
    NewPassword,
    /// To set a second factor up, where the settings require one.
    SetUpSecondFactor,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    /// The session's number.
    pub(crate) id: SessionId,
    /// Whose it is.
    pub(crate) user: UserId,
    /// How far the user has come in.
    pub(crate) stage: Stage,
    /// When it began.
    pub(crate) begun_at: Timestamp,
    /// When it was last used, to the minute.
    pub(crate) used_at: Timestamp,
    /// When it ends at the latest.
    pub(crate) ends_at: Timestamp,
}

/// A session as its user sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SessionLine {
    /// The session's number.
    pub(crate) id: i64,
    /// From where it was last used.
    pub(crate) address: String,
    /// When it began, as RFC 3339 writes it.
    pub(crate) begun_at: String,
    /// When it was last used, to the minute.
    pub(crate) used_at: String,
}
