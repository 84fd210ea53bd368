//! The audit: who did what and when.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::phrase::Phrase;

/// What was done, before it is known by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed {
    /// The action, such as `user.add`.
    pub(crate) action: &'static str,
    /// What it was done to.
    pub(crate) subject: Phrase,
    /// What else there is to say; may be empty.
    pub(crate) detail: Phrase,
}

impl Deed {
    /// A deed of which there is nothing else to say.
    pub(crate) fn new(action: &'static str, subject: impl Into<Phrase>) -> Self {
        Self { action, subject: subject.into(), detail: Phrase::default() }
    }

    /// The deed, with what else there is to say.
    pub(crate) fn with(self, detail: impl Into<Phrase>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

/// Who did it, as the audit writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Doer<'a> {
    /// `operating-system`, `set-up`, `user`, `device`, `program` or `source`.
    pub(crate) kind: &'a str,
    /// Who: a mention of the user, or the name of an operator.
    pub(crate) who: &'a Phrase,
    /// From where; empty for someone at this machine.
    pub(crate) address: &'a str,
}

/// A line of the audit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct AuditLine {
    /// Its number; a later one has a higher one.
    pub(crate) id: i64,
    /// When, as RFC 3339 writes it.
    pub(crate) at: String,
    /// Who: `operating-system`, `set-up`, `user`, `device`, `program` or `source`.
    pub(crate) actor_kind: String,
    /// Who, by name.
    pub(crate) actor: String,
    /// From where; empty for someone at this machine.
    #[serde(default)]
    pub(crate) address: String,
    /// The action, such as `user.add`.
    pub(crate) action: String,
    /// What it was done to.
    pub(crate) subject: String,
    /// What else there is to say; may be empty.
    pub(crate) detail: String,
}
