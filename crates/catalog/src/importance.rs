//! How important an update is, by the manual's rule.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// What the publisher says about an update's weight; on the wire 0, 100 or 200.
///
/// Source: the update.xml manual, "Importance".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Importance {
    /// 0: always optional.
    #[default]
    Low,
    /// 100: important where the product was installed before, else optional.
    Medium,
    /// 200: always important.
    High,
}

/// What an importance means on one PC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// The person may well leave it.
    Optional,
    /// The person should take it.
    Important,
}

/// Whether some version of the product is on the PC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// A version of the product is installed.
    Installed,
    /// No version of the product is installed.
    Absent,
}

/// A value that is none of 0, 100 and 200.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct ImportanceError(String);

impl Importance {
    /// Reads the wire's number.
    ///
    /// # Errors
    /// [`ImportanceError`] for all but 0, 100 and 200; what an empty value means is for the reader of update.xml to say.
    pub fn from_wire(written: &str) -> Result<Self, ImportanceError> {
        match written.trim() {
            "0" => Ok(Self::Low),
            "100" => Ok(Self::Medium),
            "200" => Ok(Self::High),
            other => Err(ImportanceError(other.chars().take(20).collect())),
        }
    }

    /// The wire's number.
    #[must_use]
    pub fn to_wire(self) -> &'static str {
        match self {
            Self::Low => "0",
            Self::Medium => "100",
            Self::High => "200",
        }
    }

    /// What this importance means on a PC.
    #[must_use]
    pub fn urgency(self, presence: Presence) -> Urgency {
        match (self, presence) {
            (Self::High, _) | (Self::Medium, Presence::Installed) => Urgency::Important,
            (Self::Low, _) | (Self::Medium, Presence::Absent) => Urgency::Optional,
        }
    }
}

impl fmt::Display for Importance {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        })
    }
}

impl Explain for ImportanceError {
    fn message(&self) -> Message {
        message!("importance-unknown", text = &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Importance::{self, High, Low, Medium};
    use super::Presence::{Absent, Installed};
    use super::Urgency::{Important, Optional};

    #[test]
    fn the_manuals_rule() {
        let check = |importance: Importance, presence, urgency| {
            assert_eq!(importance.urgency(presence), urgency, "{importance} {presence:?}");
        };
        check(Low, Absent, Optional);
        check(Low, Installed, Optional);
        check(Medium, Absent, Optional);
        check(Medium, Installed, Important);
        check(High, Absent, Important);
        check(High, Installed, Important);
    }

    #[test]
    fn the_wire_has_three_numbers() {
        for importance in [Low, Medium, High] {
            assert_eq!(Importance::from_wire(importance.to_wire()), Ok(importance));
        }
        for wrong in ["", "50", "150", "201", "-1", "high", "0x64", "100.0"] {
            assert!(Importance::from_wire(wrong).is_err(), "{wrong}");
        }
    }
}
