//! The processor that a package was built for.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

/// A package's platform, from the Template of its summary information.
///
/// Source: Microsoft, "Template Summary property": `Intel`, `x64`, `Arm64`, `Arm`, `Intel64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// 32-bit Intel.
    X86,
    /// 64-bit Intel and AMD.
    X64,
    /// 64-bit ARM.
    Arm64,
    /// 32-bit ARM.
    Arm,
    /// Intel's Itanium.
    Itanium,
}

/// A platform that Windows Installer does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct PlatformError(String);

impl Platform {
    const ALL: [Self; 5] = [Self::X86, Self::X64, Self::Arm64, Self::Arm, Self::Itanium];

    /// Reads the platform's name as update.xml writes it, in any case.
    ///
    /// # Errors
    /// [`PlatformError`] for an unknown name.
    pub fn parse(written: &str) -> Result<Self, PlatformError> {
        let written = written.trim();
        Self::ALL
            .into_iter()
            .find(|platform| platform.as_str().eq_ignore_ascii_case(written))
            .ok_or_else(|| PlatformError(written.chars().take(20).collect()))
    }

    /// The platform's name in update.xml.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::X86 => "x86",
            Self::X64 => "x64",
            Self::Arm64 => "arm64",
            Self::Arm => "arm",
            Self::Itanium => "itanium",
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl Explain for PlatformError {
    fn message(&self) -> Message {
        message!("platform-unknown", text = &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Platform;

    #[test]
    fn platforms_are_read_in_any_case_and_no_others() {
        for platform in Platform::ALL {
            assert_eq!(Platform::parse(&platform.to_string().to_uppercase()), Ok(platform));
        }
        for wrong in ["", "amd64", "intel", "x 64"] {
            assert!(Platform::parse(wrong).is_err(), "{wrong}");
        }
    }
}
