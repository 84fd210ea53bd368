//! One offered product, as it stands on this PC. Pure.

use std::cmp::Ordering;

use catalog::{Presence, Product, Urgency};
use text::{Explain, Message, message};

use super::context::{Fit, fit};
use super::kind::Kind;
use super::obstacle::{Obstacle, Rest};
use crate::guard::Held;
use crate::machine::{Context, Installed};

/// One offered product, as it stands on this PC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The offer.
    pub product: Product,
    /// What is installed of it where the offer goes, the highest version first.
    pub installed: Vec<Installed>,
    /// For whom an update is installed; `None` for a first install, of which the package decides.
    pub target: Option<Context>,
    /// What kind of update it is; `None` as long as only the package itself can tell.
    pub kind: Option<Kind>,
    /// How that stands to the offer.
    pub state: State,
    /// How urgent the offer is here.
    pub urgency: Urgency,
    /// Why it cannot be installed; `None` if nothing is in the way.
    pub obstacle: Option<Obstacle>,
    /// Why it is not tried again unattended; `None` if nothing speaks against it.
    pub held: Option<Held>,
    /// Why this PC gets another entry of the product; `None` if it gets this one.
    pub rest: Option<Rest>,
    /// Who wants it.
    pub choice: Choice,
    in_both: InBoth,
}

/// Where a product is installed, and what of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) target: Option<Context>,
    pub(super) installed: Vec<Installed>,
}

/// Who wants an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Whoever takes all that is ready.
    ByRule,
    /// A person who named it, and may have what is not to be had without a word.
    ByName,
}

/// Whether a product is installed for everyone and for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InBoth {
    Yes,
    No,
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

/// How an installed version stands to the offered one, by all four fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is older.
    Older,
    /// It is the same.
    Same,
    /// It is newer.
    Newer,
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
    /// An offer for a place; `known` is what is in its way already.
    pub(super) fn new(product: Product, place: Place, known: Option<Obstacle>) -> Self {
        let state = state(&product, &place.installed);
        let presence = if place.installed.is_empty() { Presence::Absent } else { Presence::Installed };
        let urgency = product.importance.urgency(presence);
        let kind = kind(&product, &place);
        let obstacle = known.or_else(|| obstacle(&product, &place, kind));
        let Place { target, installed } = place;
        let (rest, choice, in_both, held) = (None, Choice::ByRule, InBoth::No, None);
        Self { product, installed, target, kind, state, urgency, obstacle, held, rest, choice, in_both }
    }

    /// An entry that this PC does not get, because it gets another one.
    pub(super) fn left_over(product: Product, installed: Vec<Installed>, rest: Rest) -> Self {
        Self { rest: Some(rest), ..Self::new(product, Place { target: None, installed }, None) }
    }

    /// The item as one of two, for everyone and for this person.
    pub(super) fn one_of_both(self) -> Self {
        Self { in_both: InBoth::Yes, ..self }
    }

    /// The item as a person wants it who named it: what yields to that is no obstacle any more.
    #[must_use]
    pub fn chosen_by_name(&self) -> Self {
        let obstacle = self.obstacle.filter(|obstacle| !obstacle.yields_to_a_choice());
        Self { choice: Choice::ByName, obstacle, ..self.clone() }
    }

    /// What is to be done.
    #[must_use]
    pub fn step(&self) -> Step {
        match (self.state, self.obstacle) {
            _ if self.rest.is_some() => Step::Nothing,
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
        if let Some(rest) = self.rest {
            return rest.message();
        }
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
        let reason = match self.state {
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
        };
        match (self.in_both, self.target) {
            (InBoth::Yes, Some(Context::Machine)) => message!("plan-in-both-machine", reason = reason),
            (InBoth::Yes, Some(Context::User)) => message!("plan-in-both-user", reason = reason),
            _ => reason,
        }
    }

    fn reason_for(&self, standing: Standing) -> Message {
        let reason = match (standing, self.urgency) {
            (Standing::Older, Urgency::Important) => message!("plan-older-important"),
            (Standing::Older, Urgency::Optional) => message!("plan-older-optional"),
            (Standing::Same, _) => message!("plan-same"),
            (Standing::Newer, _) => message!("plan-newer"),
        };
        match self.kind {
            Some(Kind::Unseen) if standing == Standing::Older => {
                message!("plan-fourth-field-unseen", reason = reason)
            }
            None if standing == Standing::Older && self.differs_only_in_fourth_field() => {
                message!("plan-fourth-field-open", reason = reason)
            }
            _ => reason,
        }
    }

    /// Where it stands in a plan; the lowest first.
    pub(super) fn rank(&self) -> u8 {
        match (self.step(), self.urgency) {
            (Step::Install | Step::Update, Urgency::Important) => 0,
            (Step::Install | Step::Update, Urgency::Optional) => 1,
            (Step::Held, _) => 2,
            (Step::Blocked, _) => 3,
            (Step::Nothing, _) if self.rest.is_none() => 4,
            (Step::Nothing, _) => 5,
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

fn state(product: &Product, installed: &[Installed]) -> State {
    let Some(highest) = installed.first() else { return State::NotInstalled };
    let standing = match highest.version.compare_fully(&product.version) {
        Ordering::Less => Standing::Older,
        Ordering::Equal => Standing::Same,
        Ordering::Greater => Standing::Newer,
    };
    if installed.len() == 1 { State::Once(standing) } else { State::Several(standing) }
}

/// Why an offer cannot be installed in a place, of what the offer itself tells.
fn obstacle(product: &Product, place: &Place, kind: Option<Kind>) -> Option<Obstacle> {
    if product.md5.is_none() && product.sha256.is_none() {
        return Some(Obstacle::DigestMissing);
    }
    place.target.filter(|_| leaves_both(product, place, kind)).map(Obstacle::BothRemain)
}

/// What kind of update an offer is in a place; `None` as long as only the package itself can tell.
pub(super) fn kind(product: &Product, place: &Place) -> Option<Kind> {
    if place.installed.is_empty() {
        return Some(Kind::First);
    }
    product.product_code.map(|code| Kind::of(code, &product.version, &place.installed))
}

/// Whether an offer would be installed beside what is installed in a place, as far as it tells.
pub(super) fn leaves_both(product: &Product, place: &Place, kind: Option<Kind>) -> bool {
    // An update in place follows what is installed.
    !kind.is_some_and(Kind::is_in_place) && fit(product.scope, place.target) == Fit::Elsewhere
}

#[cfg(test)]
mod tests {
    use catalog::{Importance, Platform, Product, Scope, Urgency};

    use super::Step;
    use crate::examples::{installed, product};
    use crate::machine::Context;
    use crate::plan::{Inventory, Plan};
    use crate::plan::{Kind, Obstacle};

    fn plan(product: Product, versions: &[&str]) -> Plan {
        let installed = versions.iter().map(|version| installed(version)).collect();
        let inventory = Inventory::from([(product.upgrade_code, installed)]);
        Plan::new(vec![product], &inventory, &[Platform::X64, Platform::X86])
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
        check("6.2.0.30", &["6.2.0.29"], "older", Step::Update, may_stay);
        check("6.2.0.29", &["6.2.0.30"], "newer", Step::Nothing, "A newer version is installed.");
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
    fn newer_in_the_fourth_field_only_says_what_windows_installer_makes_of_it() {
        let check = |code: Option<&str>, kind: Option<Kind>, reason: &str| {
            let product_code = code.map(|code| code.parse().unwrap());
            let plan = plan(Product { product_code, ..product("Notes", "1.0.0.2") }, &["1.0.0.1"]);
            let item = &plan.items[0];
            assert_eq!((item.kind, item.step()), (kind, Step::Update), "{code:?}");
            assert_eq!(item.reason().to_string(), reason, "{code:?}");
        };
        let own = installed("1.0").product_code.to_string();
        check(Some(&own), Some(Kind::Small), "Optional: the installed version may stay.");
        check(
            Some("{00000000-0000-0000-0000-0000000000FF}"),
            Some(Kind::Unseen),
            "Optional: the installed version may stay. Only its fourth number is higher, which Windows Installer does not see \
             as newer: afterwards both versions may be installed.",
        );
        check(
            None,
            None,
            "Optional: the installed version may stay. Only its fourth number is higher; if its package does not update the \
             installed version in place, both versions may be installed afterwards.",
        );
    }

    #[test]
    fn an_update_that_would_leave_both_is_for_who_names_it() {
        let offer = Product {
            scope: Some(Scope::User),
            product_code: "{00000000-0000-0000-0000-0000000000FF}".parse().ok(),
            ..product("Notes", "2.0")
        };
        let blocked = plan(offer.clone(), &["1.0"]);
        let item = &blocked.items[0];
        assert_eq!(
            (item.step(), item.obstacle),
            (Step::Blocked, Some(Obstacle::BothRemain(Context::Machine)))
        );
        let reason = item.reason().to_string();
        assert!(reason.contains("both would remain"), "{reason}");
        assert_eq!((item.chosen_by_name().step(), item.chosen_by_name().obstacle), (Step::Update, None));
        // An update in place goes where the product is, whatever the package says.
        let in_place = plan(Product { product_code: Some(installed("1.0").product_code), ..offer }, &["1.0"]);
        assert_eq!((in_place.items[0].step(), in_place.items[0].kind), (Step::Update, Some(Kind::Minor)));
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
