//! For whom a package installs.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// For whom a package installs: everyone on the PC, one person, or whichever is asked for.
///
/// Source: Microsoft, "ALLUSERS property" and "Single Package Authoring".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Per machine: ALLUSERS is 1.
    Machine,
    /// Per user: ALLUSERS is absent or empty.
    User,
    /// Either: ALLUSERS is 2, and MSIINSTALLPERUSER decides.
    Either,
}

/// A scope that update.xml does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct ScopeError(String);

impl Scope {
    const ALL: [Self; 3] = [Self::Machine, Self::User, Self::Either];

    /// Reads the scope's name as update.xml writes it, in any case.
    ///
    /// # Errors
    /// [`ScopeError`] for an unknown name.
    pub fn parse(written: &str) -> Result<Self, ScopeError> {
        let written = written.trim();
        Self::ALL
            .into_iter()
            .find(|scope| scope.as_str().eq_ignore_ascii_case(written))
            .ok_or_else(|| ScopeError(written.chars().take(20).collect()))
    }

    /// The scope's name in update.xml.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::User => "user",
            Self::Either => "either",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Explain for ScopeError {
    fn message(&self) -> Message {
        message!("scope-unknown", text = &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn scopes_are_read_in_any_case_and_no_others() {
        for scope in Scope::ALL {
            assert_eq!(Scope::parse(&scope.to_string().to_uppercase()), Ok(scope));
        }
        for wrong in ["", "perMachine", "1", "both"] {
            assert!(Scope::parse(wrong).is_err(), "{wrong}");
        }
    }
}
