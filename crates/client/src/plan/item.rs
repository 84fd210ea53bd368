//! One offered product, as it stands on this PC. Pure.

use std::cmp::Ordering;

use catalog::{Platform, Presence, Product, Urgency};
use text::{Explain, Message, message};

use crate::guard::Held;
use crate::machine::Installed;

/// The platforms that this PC runs, the best one first; an entry that does not say its own comes behind the first.
///
/// The client is a program for 64-bit Windows, so what it runs on runs these.
pub(super) const PLATFORMS: [Platform; 2] = [Platform::X64, Platform::X86];

/// One offered product, as it stands on this PC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The offer.
    pub product: Product,
    /// What is installed of its family, the highest version first.
    pub installed: Vec<Installed>,
    /// How that stands to the offer.
    pub state: State,
    /// How urgent the offer is here.
    pub urgency: Urgency,
    /// Why it cannot be installed; `None` if nothing is in the way.
    pub obstacle: Option<Obstacle>,
    /// Why it is not tried again unattended; `None` if nothing speaks against it.
    pub held: Option<Held>,
}

/// How what is installed stands to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No version is installed.
    NotInstalled,
    /// One version is installed.
    Once(Standing),
    /// More than one is installed, of which the highest counts.
    Several(Standing),
}

/// How an installed version stands to the offered one, as Windows Installer compares them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is older.
    Older,
    /// It is the same to Windows Installer, which ignores a fourth field.
    Same,
    /// It is newer.
    Newer,
}

/// Why an offer cannot be installed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It has neither MD5 nor SHA-256, so nothing could tell whether the package is the right one.
    DigestMissing,
    /// It is for a processor that this PC does not have.
    Platform(Platform),
    /// Its package is where the catalog may not send.
    PackagePlace,
    /// Its package would come by `http:` without a SHA-256 that could be relied on.
    PackageUnproven,
}

/// What is to be done about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Install it for the first time.
    Install,
    /// Install it over an older version.
    Update,
    /// Nothing, though there would be something to do: an obstacle is in the way.
    Blocked,
    /// Nothing unattended, because it failed before; who chooses it by name gets it.
    Held,
    /// Nothing.
    Nothing,
}

impl Item {
    pub(super) fn new(product: Product, mut installed: Vec<Installed>) -> Self {
        installed.sort_by(|one, other| other.version.compare_fully(&one.version));
        let state = state(&product, &installed);
        let presence = if installed.is_empty() { Presence::Absent } else { Presence::Installed };
        let urgency = product.importance.urgency(presence);
        let obstacle = obstacle(&product);
        Self { product, installed, state, urgency, obstacle, held: None }
    }

    /// What is to be done.
    #[must_use]
    pub fn step(&self) -> Step {
        match (self.state, self.obstacle) {
            (State::Once(standing) | State::Several(standing), _) if standing != Standing::Older => {
                Step::Nothing
            }
            (_, Some(_)) => Step::Blocked,
            _ if self.held.is_some() => Step::Held,
            (State::NotInstalled, None) => Step::Install,
            (State::Once(_) | State::Several(_), None) => Step::Update,
        }
    }

    /// Whether it can be installed or updated now.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        matches!(self.step(), Step::Install | Step::Update)
    }

    /// Whether only the fourth field tells the highest installed version from the offered one.
    #[must_use]
    pub fn differs_only_in_fourth_field(&self) -> bool {
        let highest = self.installed.first();
        highest.is_some_and(|highest| highest.version.differs_only_in_fourth_field(&self.product.version))
    }

    /// Why it stands as it does, in a sentence.
    #[must_use]
    pub fn reason(&self) -> Message {
        if self.step() == Step::Blocked
            && let Some(obstacle) = self.obstacle
        {
            return obstacle.message();
        }
        if self.step() == Step::Held
            && let Some(held) = self.held
        {
            return held.message();
        }
        match self.state {
            State::NotInstalled => match self.urgency {
                Urgency::Important => message!("plan-new-important"),
                Urgency::Optional => message!("plan-new-optional"),
            },
            State::Once(standing) => self.reason_for(standing),
            State::Several(standing) => {
                let versions: Vec<&str> = self.installed.iter().map(|one| one.version.as_str()).collect();
                message!(
                    "plan-several",
                    count = self.installed.len(),
                    versions = versions.join(", "),
                    reason = self.reason_for(standing)
                )
            }
        }
    }

    fn reason_for(&self, standing: Standing) -> Message {
        match (standing, self.urgency) {
            (Standing::Older, Urgency::Important) => message!("plan-older-important"),
            (Standing::Older, Urgency::Optional) => message!("plan-older-optional"),
            (Standing::Same, _) if self.differs_only_in_fourth_field() => {
                message!("plan-same-but-fourth-field", offered = self.product.version.as_str())
            }
            (Standing::Same, _) => message!("plan-same"),
            (Standing::Newer, _) => message!("plan-newer"),
        }
    }

    /// Where it stands in a plan; the lowest first.
    pub(super) fn rank(&self) -> u8 {
        match (self.step(), self.urgency) {
            (Step::Install | Step::Update, Urgency::Important) => 0,
            (Step::Install | Step::Update, Urgency::Optional) => 1,
            (Step::Held, _) => 2,
            (Step::Blocked, _) => 3,
            (Step::Nothing, _) => 4,
        }
    }
}

impl State {
    /// The state's name in JSON, such as `not-installed`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotInstalled => "not-installed",
            Self::Once(Standing::Older) => "older",
            Self::Once(Standing::Same) => "same",
            Self::Once(Standing::Newer) => "newer",
            Self::Several(_) => "several",
        }
    }
}

impl Step {
    /// The step's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Install => "install",
            Self::Update => "update",
            Self::Blocked => "blocked",
            Self::Held => "held",
            Self::Nothing => "nothing",
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
        }
    }
}

fn state(product: &Product, installed: &[Installed]) -> State {
    let Some(highest) = installed.first() else { return State::NotInstalled };
    let standing = match highest.version.compare(&product.version) {
        Ordering::Less => Standing::Older,
        Ordering::Equal => Standing::Same,
        Ordering::Greater => Standing::Newer,
    };
    if installed.len() == 1 { State::Once(standing) } else { State::Several(standing) }
}

fn obstacle(product: &Product) -> Option<Obstacle> {
    match product.platform {
        Some(platform) if !PLATFORMS.contains(&platform) => Some(Obstacle::Platform(platform)),
        _ => (product.md5.is_none() && product.sha256.is_none()).then_some(Obstacle::DigestMissing),
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Importance, Platform, Product, Urgency};

    use super::Step;
    use crate::examples::{installed, product};
    use crate::plan::{Inventory, Plan};

    fn plan(product: Product, versions: &[&str]) -> Plan {
        let installed = versions.iter().map(|version| installed(version)).collect();
        let inventory = Inventory::from([(product.upgrade_code, installed)]);
        Plan::new(vec![product], &inventory)
    }

    #[test]
    fn what_is_installed_decides_the_state_the_step_and_the_reason() {
        let check = |offered: &str, versions: &[&str], state: &str, step: Step, reason: &str| {
            let plan = plan(product("Notes", offered), versions);
            let [item] = plan.items.as_slice() else { panic!("{plan:?}") };
            assert_eq!((item.state.as_str(), item.step()), (state, step), "{offered} {versions:?}");
            assert_eq!(item.reason().to_string(), reason, "{offered} {versions:?}");
        };
        let may_stay = "Optional: the installed version may stay.";
        check("7.8.4", &[], "not-installed", Step::Install, "Optional: it is not installed on this PC.");
        check("7.8.4", &["6.2"], "older", Step::Update, may_stay);
        check("7.8.4", &["7.8.4"], "same", Step::Nothing, "This version is installed.");
        check("7.8.4", &["7.8.4.0"], "same", Step::Nothing, "This version is installed.");
        check(
            "6.2.0.30",
            &["6.2.0.29"],
            "same",
            Step::Nothing,
            "To Windows Installer this is the installed version, because 6.2.0.30 differs only in the fourth number.",
        );
        check("7.8.4", &["7.10"], "newer", Step::Nothing, "A newer version is installed.");
        check(
            "7.8.4",
            &["6.2", "7.0"],
            "several",
            Step::Update,
            "It is installed 2 times (7.0, 6.2). Optional: the installed version may stay.",
        );
        check(
            "7.8.4",
            &["6.2", "7.8.4"],
            "several",
            Step::Nothing,
            "It is installed 2 times (7.8.4, 6.2). This version is installed.",
        );
        check(
            "7.8.4",
            &["8.0", "6.2", "7.8.4"],
            "several",
            Step::Nothing,
            "It is installed 3 times (8.0, 7.8.4, 6.2). A newer version is installed.",
        );
    }

    #[test]
    fn urgency_follows_the_manual() {
        let check = |importance, versions: &[&str], urgency: Urgency, reason: &str| {
            let plan = plan(Product { importance, ..product("Notes", "7.8.4") }, versions);
            let item = &plan.items[0];
            assert_eq!(item.urgency, urgency, "{importance} {versions:?}");
            assert_eq!(item.reason().to_string(), reason, "{importance} {versions:?}");
        };
        let older = "Important, because an older version is installed.";
        check(Importance::Low, &["6.2"], Urgency::Optional, "Optional: the installed version may stay.");
        check(Importance::Medium, &[], Urgency::Optional, "Optional: it is not installed on this PC.");
        check(Importance::Medium, &["6.2"], Urgency::Important, older);
        check(Importance::High, &["6.2"], Urgency::Important, older);
        check(Importance::High, &[], Urgency::Important, "Important: every PC is to have it.");
    }

    #[test]
    fn what_cannot_be_installed_says_why_unless_there_is_nothing_to_do() {
        let unsure = Product { md5: None, sha256: None, ..product("Notes", "7.8.4") };
        let arm = Product { platform: Some(Platform::Arm64), ..product("Notes", "7.8.4") };
        let check = |offer: &Product, versions: &[&str], step: Step, reason: &str| {
            let plan = plan(offer.clone(), versions);
            assert_eq!(plan.items[0].step(), step, "{versions:?}");
            assert!(plan.items[0].reason().to_string().starts_with(reason), "{}", plan.items[0].reason());
            assert_eq!(plan.ready().count(), 0);
        };
        check(&unsure, &[], Step::Blocked, "It cannot be installed: it is offered without a checksum");
        check(&unsure, &["6.2"], Step::Blocked, "It cannot be installed: it is offered without a checksum");
        check(&unsure, &["7.8.4"], Step::Nothing, "This version is installed.");
        check(&arm, &[], Step::Blocked, "It is for PCs with another processor (arm64)");
    }
}
