//! From what is offered and what is installed to what is to be done, and why. Pure.

mod context;
mod family;
mod item;
mod kind;
mod obstacle;
mod prepare;

use std::collections::BTreeMap;

use catalog::{Platform, Product, UpgradeCode, Urgency};
use text::{Explain, Message, message};

pub use self::item::{Choice, Item, Standing, State, Step};
pub use self::kind::{Kind, PACKAGE_NAME_LENGTH_MAX, is_plain_file_name};
pub use self::obstacle::{Obstacle, Rest};
pub use self::prepare::{Preparation, prepare};
use crate::guard::Held;
use crate::machine::Installed;

/// What is installed of each upgrade family.
pub type Inventory = BTreeMap<UpgradeCode, Vec<Installed>>;

/// What is to be done on this PC: important updates first, then optional ones, what cannot be installed, and the rest; each by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// One item for each offered product.
    pub items: Vec<Item>,
}

/// Which items of a plan a person wants installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// Each important one.
    Important,
    /// Each one.
    All,
    /// The one of this name or upgrade code; the case of letters does not matter.
    Named(String),
}

/// There is no offer of that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotOffered {
    /// The name or upgrade code.
    pub name: String,
}

impl Plan {
    /// Compares each offer with what is installed, on a PC that runs these platforms, its own first.
    #[must_use]
    pub fn new(products: Vec<Product>, inventory: &Inventory, platforms: &[Platform]) -> Self {
        let mut families: BTreeMap<UpgradeCode, Vec<Product>> = BTreeMap::new();
        for product in products {
            families.entry(product.upgrade_code).or_default().push(product);
        }
        let items: Vec<Item> = families
            .into_iter()
            .flat_map(|(code, entries)| {
                let installed = inventory.get(&code).cloned().unwrap_or_default();
                family::items(&entries, installed, platforms)
            })
            .collect();
        let mut plan = Self { items };
        plan.sort();
        plan
    }

    /// Holds back what failed before and is still offered in the same way; who chooses such an item by name gets it all the same.
    pub fn hold_back(&mut self, held: impl Fn(&Product) -> Option<Held>) {
        for item in &mut self.items {
            item.held = held(&item.product);
        }
        self.sort();
    }

    /// Puts in what else is in the way of single products; what is known to be in the way stays.
    pub fn block(&mut self, obstacle: impl Fn(&Item) -> Option<Obstacle>) {
        for item in &mut self.items {
            // What yields to a choice must not hide what does not.
            let firm = item.obstacle.filter(|known| !known.yields_to_a_choice());
            item.obstacle = firm.or_else(|| obstacle(item)).or(item.obstacle);
        }
        self.sort();
    }

    fn sort(&mut self) {
        self.items.sort_by_cached_key(|item| (item.rank(), item.product.name.to_lowercase()));
    }

    /// The items that can be installed or updated now, unattended too.
    pub fn ready(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.is_ready())
    }

    /// The items that a person wants: of a name all of that name, whatever their step; else those that are ready.
    ///
    /// Who names a product may have it though both versions would remain.
    ///
    /// # Errors
    /// [`NotOffered`] if nothing offered has the name.
    pub fn select(&self, selection: &Selection) -> Result<Vec<Item>, NotOffered> {
        match selection {
            Selection::All => Ok(self.ready().cloned().collect()),
            Selection::Important => {
                Ok(self.ready().filter(|item| item.urgency == Urgency::Important).cloned().collect())
            }
            Selection::Named(name) => {
                let code = UpgradeCode::parse(name).ok();
                let lower = name.trim().to_lowercase();
                let is_named = |item: &&Item| {
                    let product = &item.product;
                    let same_name = product.name.trim().to_lowercase() == lower;
                    item.rest.is_none() && (Some(product.upgrade_code) == code || same_name)
                };
                let found: Vec<Item> = self.items.iter().filter(is_named).map(Item::chosen_by_name).collect();
                if found.is_empty() { Err(NotOffered { name: name.clone() }) } else { Ok(found) }
            }
        }
    }
}

impl Explain for NotOffered {
    fn message(&self) -> Message {
        message!("plan-not-offered", name = &self.name)
    }
}

#[cfg(test)]
mod tests {
    use catalog::{Importance, Platform, Product, UpgradeCode};

    use super::{Held, Inventory, Plan, Selection, State, Step};
    use crate::examples::{installed, product};

    const PLATFORMS: [Platform; 2] = [Platform::X64, Platform::X86];

    #[test]
    fn of_one_family_the_best_platform_and_its_highest_version_count() {
        let check = |offers: &[(&str, Option<Platform>)], version: &str, platform: Option<Platform>| {
            let offers = offers
                .iter()
                .map(|(version, platform)| Product { platform: *platform, ..product("Notes", version) });
            let plan = Plan::new(offers.collect(), &Inventory::new(), &PLATFORMS);
            let item = &plan.items[0];
            assert!(plan.items[1..].iter().all(|other| other.rest.is_some()), "{plan:?}");
            assert_eq!((item.product.version.as_str(), item.product.platform), (version, platform));
        };
        let (x64, x86, arm) = (Some(Platform::X64), Some(Platform::X86), Some(Platform::Arm64));
        check(&[("1.0", x86), ("1.0", x64)], "1.0", x64);
        check(&[("1.0", x64), ("2.0", x86)], "1.0", x64);
        check(&[("1.0", x86), ("1.0", None)], "1.0", None);
        check(&[("1.0", arm), ("1.0", x86)], "1.0", x86);
        check(&[("1.0", arm)], "1.0", arm);
        check(&[("1.0", x64), ("1.10", x64), ("1.9", x64)], "1.10", x64);
    }

    /// Four products of four families: two with an older version, of which one is important, a new one, and an installed one.
    fn four() -> Plan {
        let of = |family: u8, name: &str, importance| Product {
            upgrade_code: UpgradeCode::parse(&format!("{{0F5C2A10-6E0B-4D5A-8B3E-0000000000A{family}}}"))
                .unwrap(),
            importance,
            ..product(name, "2.0")
        };
        let products = vec![
            of(1, "Zebra", Importance::Low),
            of(2, "apple", Importance::Low),
            of(3, "Äpfel", Importance::Medium),
            of(4, "Birne", Importance::High),
        ];
        let codes: Vec<UpgradeCode> = products.iter().map(|product| product.upgrade_code).collect();
        let inventory = Inventory::from([
            (codes[1], vec![installed("1.0")]),
            (codes[2], vec![installed("1.0")]),
            (codes[3], vec![installed("2.0")]),
        ]);
        Plan::new(products, &inventory, &PLATFORMS)
    }

    #[test]
    fn important_ones_come_first_then_by_name() {
        let plan = four();
        let names: Vec<&str> = plan.items.iter().map(|item| item.product.name.as_str()).collect();
        assert_eq!(names, ["Äpfel", "apple", "Zebra", "Birne"]);
        assert_eq!(plan.items[2].state, State::NotInstalled);
    }

    #[test]
    fn what_is_held_back_goes_only_by_name() {
        let mut plan = four();
        plan.hold_back(|product| (product.name == "Äpfel").then_some(Held { days: 1 }));
        let names: Vec<&str> = plan.items.iter().map(|item| item.product.name.as_str()).collect();
        assert_eq!(names, ["apple", "Zebra", "Äpfel", "Birne"]);
        let item = &plan.items[2];
        assert_eq!((item.step(), item.is_ready()), (Step::Held, false));
        assert_eq!(
            item.reason().to_string(),
            "It failed yesterday, and is tried again when the publisher changes it, or when you choose it by name."
        );
        let count = |selection| plan.select(&selection).unwrap().len();
        assert_eq!((count(Selection::All), count(Selection::Important)), (2, 0));
        assert_eq!(count(Selection::Named("Äpfel".to_owned())), 1);
        plan.hold_back(|_| None);
        assert_eq!(plan.items[0].product.name, "Äpfel");
    }

    #[test]
    fn a_person_chooses_by_name_code_or_weight() {
        let plan = four();
        let check = |selection: Selection, expected: Option<&[&str]>| {
            let selected = plan.select(&selection).ok().unwrap_or_default();
            let names: Vec<&str> = selected.iter().map(|item| item.product.name.as_str()).collect();
            assert_eq!(names, expected.unwrap_or_default(), "{selection:?}");
            assert_eq!(selected.is_empty(), expected.is_none(), "{selection:?}");
        };
        let named = |name: &str| Selection::Named(name.to_owned());
        check(Selection::Important, Some(&["Äpfel"]));
        check(Selection::All, Some(&["Äpfel", "apple", "Zebra"]));
        check(named("ZEBRA "), Some(&["Zebra"]));
        check(named("äPFEL"), Some(&["Äpfel"]));
        check(named("birne"), Some(&["Birne"]));
        check(named("0f5c2a10-6e0b-4d5a-8b3e-0000000000a1"), Some(&["Zebra"]));
        check(named("Zeb"), None);
        check(named("{0F5C2A10-6E0B-4D5A-8B3E-0000000000FF}"), None);
    }
}
