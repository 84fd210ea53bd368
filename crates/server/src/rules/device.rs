//! Devices: how many a user has, which one makes room, and what is installed beside what is offered.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use catalog::check_in::CheckedProduct;
use catalog::{Family, ProductVersion};
use text::{Message, message};

use crate::model::device::{DeviceProduct, DeviceProductState, DeviceStanding, KnownDevice};
use crate::model::package::Package;

/// The most devices of one user; the one longest unseen makes room, revoked ones before others.
pub(crate) const DEVICES_PER_USER_MAX: usize = 50;

/// Which device of a user makes room before another one is enrolled; `None` if there is room.
pub(crate) fn making_room(known: &[KnownDevice]) -> Option<&KnownDevice> {
    let is_full = known.len() >= DEVICES_PER_USER_MAX;
    is_full.then(|| known.iter().min_by_key(|device| (device.standing, device.seen_at, device.id))).flatten()
}

/// What a device has of each product, beside what its user is offered: by name, and what is not offered last.
///
/// `published` are all packages, which give names to what is not offered.
pub(crate) fn products<'a>(
    told: Option<&[CheckedProduct]>,
    offered: &[&'a Arc<Package>],
    published: impl Iterator<Item = &'a Arc<Package>>,
) -> Vec<DeviceProduct> {
    let mut names: BTreeMap<Family, &str> = BTreeMap::new();
    for package in published {
        names.insert(package.product.family(), &package.product.name);
    }
    let told_of = |family: Family| {
        let is_it = |told: &&CheckedProduct| {
            (told.upgrade_code, told.platform) == (family.upgrade_code, family.platform)
        };
        told.and_then(|told| told.iter().find(is_it))
    };
    let beside = |family: Family, offered: Option<&ProductVersion>| {
        let told = told_of(family);
        let name = names.get(&family).map_or_else(|| family.upgrade_code.to_string(), ToString::to_string);
        DeviceProduct {
            product: name,
            upgrade_code: family.upgrade_code.to_string(),
            platform: family.platform.map(|platform| platform.to_string()),
            installed: told.map(|told| told.installed.clone()).unwrap_or_default(),
            offered: offered.map(ToString::to_string),
            state: state(told, offered),
        }
    };
    let mut products: Vec<DeviceProduct> = offered
        .iter()
        .map(|package| beside(package.product.family(), Some(&package.product.version)))
        .collect();
    let families: Vec<Family> = offered.iter().map(|package| package.product.family()).collect();
    let rest = told.unwrap_or_default().iter().filter(|told| !told.installed.is_empty());
    let rest = rest.map(|told| Family { upgrade_code: told.upgrade_code, platform: told.platform });
    products.extend(rest.filter(|family| !families.contains(family)).map(|family| beside(family, None)));
    products
}

/// How what is installed compares with what is offered, in words.
pub(crate) fn in_words(state: DeviceProductState) -> Message {
    match state {
        DeviceProductState::Current => message!("device-product-current"),
        DeviceProductState::Behind => message!("device-product-behind"),
        DeviceProductState::Missing => message!("device-product-missing"),
        DeviceProductState::Unknown => message!("device-product-unknown"),
        DeviceProductState::NotOffered => message!("device-product-not-offered"),
    }
}

/// Whether a device may sign in, in a word.
pub(crate) fn standing_in_words(standing: DeviceStanding) -> Message {
    match standing {
        DeviceStanding::Enrolled => message!("word-enrolled"),
        DeviceStanding::Revoked => message!("word-revoked"),
    }
}

fn state(told: Option<&CheckedProduct>, offered: Option<&ProductVersion>) -> DeviceProductState {
    let highest = told.and_then(|told| {
        let versions = told.installed.iter().map(|installed| &installed.version);
        versions.max_by(|left, right| left.compare_fully(right))
    });
    match (told, highest, offered) {
        (None, _, _) => DeviceProductState::Unknown,
        (_, _, None) => DeviceProductState::NotOffered,
        (_, None, _) => DeviceProductState::Missing,
        (_, Some(installed), Some(offered)) if installed.compare(offered) == Ordering::Less => {
            DeviceProductState::Behind
        }
        _ => DeviceProductState::Current,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::check_in::CheckedProduct;
    use serde_json::json;

    use jiff::Timestamp;
    use uuid::Uuid;

    use super::{DEVICES_PER_USER_MAX, making_room, products};
    use crate::model::device::DeviceStanding::{self, Enrolled, Revoked};
    use crate::model::device::{DeviceId, DeviceProductState, KnownDevice};
    use crate::rules::fixtures::package;

    fn device(id: i64, standing: DeviceStanding, seen_at: i64) -> KnownDevice {
        KnownDevice {
            id: DeviceId(id),
            device: Uuid::from_u128(id.unsigned_abs().into()),
            computer_name: format!("PC-{id}"),
            standing,
            seen_at: Timestamp::from_second(seen_at).unwrap(),
        }
    }

    #[test]
    fn the_one_that_is_missed_least_makes_room() {
        let check = |changed: &[KnownDevice], count: usize, expected: Option<i64>| {
            let mut known: Vec<_> = (0..count as i64).map(|id| device(id, Enrolled, 1_000)).collect();
            for device in changed {
                let place = device.id.0 as usize;
                known[place] = device.clone();
            }
            assert_eq!(making_room(&known).map(|device| device.id.0), expected);
        };
        let full = DEVICES_PER_USER_MAX;
        check(&[], full - 1, None);
        check(&[device(3, Revoked, 1)], full - 1, None);
        check(&[device(3, Enrolled, 999)], full, Some(3));
        check(&[device(3, Enrolled, 1), device(7, Revoked, 2_000)], full, Some(7));
        check(&[device(3, Revoked, 2), device(7, Revoked, 1)], full, Some(7));
        check(&[], full, Some(0));
        check(&[device(3, Enrolled, 999)], full + 1, Some(3));
    }

    #[test]
    fn what_is_installed_stands_beside_what_is_offered() {
        use DeviceProductState::{Behind, Current, Missing, NotOffered, Unknown};
        let check = |installed: Option<&[&str]>, offered: Option<&str>, expected: &[DeviceProductState]| {
            let known = Arc::new(package("Notes", "1.0.0", "x64", ""));
            let offer = offered.map(|version| Arc::new(package("Notes", version, "x64", "")));
            let versions = installed.map(|installed| {
                let one = |version: &&str| json!({"version": version, "context": "machine"});
                installed.iter().map(one).collect::<Vec<_>>()
            });
            let told: Option<Vec<CheckedProduct>> = versions.map(|versions| {
                let code = known.product.upgrade_code;
                let told =
                    json!([{"upgrade_code": code.to_string(), "platform": "x64", "installed": versions}]);
                serde_json::from_value(told).unwrap()
            });
            let offered_now: Vec<&Arc<_>> = offer.iter().collect();
            let found = products(told.as_deref(), &offered_now, [&known].into_iter());
            let states: Vec<_> = found.iter().map(|product| product.state).collect();
            assert_eq!(states, expected, "{installed:?} {offered:?}");
            assert!(found.iter().all(|product| product.product == "Notes"), "{found:?}");
        };
        check(None, None, &[]);
        check(None, Some("1.0.0"), &[Unknown]);
        check(Some(&[]), Some("1.0.0"), &[Missing]);
        check(Some(&[]), None, &[]);
        check(Some(&["1.0.0"]), None, &[NotOffered]);
        check(Some(&["1.0.0"]), Some("1.0.0"), &[Current]);
        check(Some(&["2.0.0"]), Some("1.0.0"), &[Current]);
        check(Some(&["1.0.0"]), Some("1.0.0.7"), &[Current]);
        check(Some(&["1.0.0"]), Some("1.0.1"), &[Behind]);
        check(Some(&["1.0.0", "1.0.1"]), Some("1.0.1"), &[Current]);
    }

    #[test]
    fn the_limit_is_told() {
        let line = format!("| devices of one user | {DEVICES_PER_USER_MAX};");
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
