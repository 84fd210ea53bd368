//! Why an offer cannot be installed here, and why of several entries of one product another one is taken. Pure.

use catalog::Platform;
use catalog::report::OutcomeKind;
use text::{Explain, Message, message};

use crate::machine::Context;

/// Why an offer cannot be installed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It has neither MD5 nor SHA-256, so nothing could tell whether the package is the right one.
    DigestMissing,
    /// It is for a processor that this PC does not have: Windows Installer would answer 1633.
    Platform(Platform),
    /// Its package is where the catalog may not send.
    PackagePlace,
    /// Its package would come by `http:` without a SHA-256 that could be relied on.
    PackageUnproven,
    /// The installed version is for another platform, in which it is updated.
    OtherPlatform {
        /// That of the package.
        offered: Platform,
        /// That of what is installed.
        installed: Platform,
    },
    /// The package cannot be installed where the product is, so that both versions would remain.
    BothRemain(Context),
    /// It is for one person, and this program runs with rights that are not the person's own.
    ForOnePerson,
    /// What the installed product says its package was called is no file name, and an update in place has to be called so.
    PackageName,
}

impl Obstacle {
    /// Whether a person who names the product may have it nevertheless.
    #[must_use]
    pub fn yields_to_a_choice(self) -> bool {
        matches!(self, Self::BothRemain(_))
    }

    /// What an attempt comes to.
    #[must_use]
    pub fn outcome(self) -> OutcomeKind {
        match self {
            Self::DigestMissing => OutcomeKind::VerificationFailed,
            Self::PackagePlace | Self::PackageUnproven => OutcomeKind::DownloadFailed,
            Self::Platform(_)
            | Self::OtherPlatform { .. }
            | Self::BothRemain(_)
            | Self::ForOnePerson
            | Self::PackageName => OutcomeKind::NotForThisPc,
        }
    }
}

impl Explain for Obstacle {
    fn message(&self) -> Message {
        match self {
            Self::DigestMissing => message!("plan-digest-missing"),
            Self::Platform(platform) => message!("plan-platform", platform = platform.as_str()),
            Self::PackagePlace => message!("plan-package-place"),
            Self::PackageUnproven => message!("plan-package-unproven"),
            Self::OtherPlatform { offered, installed } => {
                message!("plan-other-platform", offered = offered.as_str(), installed = installed.as_str())
            }
            Self::BothRemain(Context::Machine) => message!("plan-both-remain-machine"),
            Self::BothRemain(Context::User) => message!("plan-both-remain-user"),
            Self::ForOnePerson => message!("plan-for-one-person"),
            Self::PackageName => message!("plan-package-name"),
        }
    }
}

/// Why an entry is not the one that this PC gets of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// This PC does not run its platform.
    Platform(Platform),
    /// What is installed is for another platform, and an entry for that one updates it.
    Installed(Platform),
    /// What is installed is for another platform, for which there is no entry.
    OtherPlatform {
        /// That of the package.
        offered: Platform,
        /// That of what is installed.
        installed: Platform,
    },
    /// An entry for this platform suits the PC better.
    Better(Platform),
    /// Another entry suits better, or is of a higher version.
    Superseded,
}

impl Explain for Rest {
    fn message(&self) -> Message {
        match self {
            Self::Platform(platform) => message!("plan-platform", platform = platform.as_str()),
            Self::OtherPlatform { offered, installed } => {
                message!("plan-other-platform", offered = offered.as_str(), installed = installed.as_str())
            }
            Self::Installed(platform) => message!("plan-rest-installed", installed = platform.as_str()),
            Self::Better(platform) => message!("plan-rest-better", better = platform.as_str()),
            Self::Superseded => message!("plan-rest-superseded"),
        }
    }
}
