//! How far the versions of a product have come: each device counts once, by the highest version that it has.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use catalog::{Family, ProductVersion};
use text::{Message, message};

use crate::model::package::Package;
use crate::model::spread::{Installed, InstalledCount, Spread, VersionCount};

/// The most versions of a product that are told one by one; what fewer devices have is told together.
pub(crate) const SPREAD_VERSIONS_MAX: usize = 20;
/// For how many days the counts of each day are kept.
pub(crate) const SPREAD_DAYS_MAX: i64 = 730;

/// The spread of each family that is published here or was, by name.
pub(crate) fn spread<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    counts: Vec<InstalledCount>,
) -> Vec<Spread> {
    let mut families: BTreeMap<Family, Vec<&Arc<Package>>> = BTreeMap::new();
    for package in packages {
        families.entry(package.product.family()).or_default().push(package);
    }
    let mut by_family: HashMap<Family, Vec<InstalledCount>> = HashMap::new();
    for count in counts {
        by_family.entry(count.family).or_default().push(count);
    }
    let mut spreads: Vec<Spread> = families
        .into_iter()
        .filter_map(|(family, packages)| {
            let newest = packages.iter().max_by(|left, right| newness(left, right))?;
            let offered = packages.iter().filter(|package| package.withdrawn_at.is_none());
            let offered = offered.max_by(|left, right| newness(left, right));
            let versions = versions(&by_family.remove(&family).unwrap_or_default());
            Some(Spread {
                product: newest.product.name.clone(),
                upgrade_code: family.upgrade_code.to_string(),
                platform: family.platform.map(|platform| platform.to_string()),
                offered: offered.map(|package| package.product.version.to_string()),
                devices: versions.iter().map(|count| count.devices).sum(),
                versions,
            })
        })
        .collect();
    spreads.sort_by_cached_key(|spread| (spread.product.to_lowercase(), spread.platform.clone()));
    spreads
}

/// A product and its platform, as people speak of them.
pub(crate) fn named(spread: &Spread) -> Message {
    match &spread.platform {
        Some(platform) => message!("spread-product-platform", product = &spread.product, platform = platform),
        None => message!("spread-product", product = &spread.product),
    }
}

/// What is installed, in a word or two.
pub(crate) fn version_in_words(version: &Installed) -> Message {
    match version {
        Installed::Version(version) => message!("spread-version", version = version),
        Installed::Other => message!("spread-other"),
        Installed::Nothing => message!("spread-nothing"),
    }
}

fn newness(left: &Package, right: &Package) -> Ordering {
    left.product.version.compare_fully(&right.product.version)
}

/// Counts the devices of each version, the highest version first, then the rare ones together, then those without any.
fn versions(counts: &[InstalledCount]) -> Vec<VersionCount> {
    let mut nothing = 0_u32;
    let mut found: Vec<(ProductVersion, u32)> = Vec::new();
    for InstalledCount { versions, devices, .. } in counts {
        let parsed = versions.iter().filter_map(|version| ProductVersion::parse(version).ok());
        match parsed.max_by(ProductVersion::compare_fully) {
            Some(version) => found.push((version, *devices)),
            None => nothing = nothing.saturating_add(*devices),
        }
    }
    found.sort_by(|(left, _), (right, _)| {
        right.compare_fully(left).then_with(|| left.as_str().cmp(right.as_str()))
    });
    // “1.0” and “1.0.0” are one version.
    found.dedup_by(|(later, more), (kept, devices)| {
        let is_same = later.compare_fully(kept) == Ordering::Equal;
        if is_same {
            *devices = devices.saturating_add(*more);
        }
        is_same
    });
    let rare = rare(&found);
    let other: u32 = found.iter().filter(|(_, devices)| *devices < rare).map(|(_, devices)| devices).sum();
    let told = found.into_iter().filter(|(_, devices)| *devices >= rare).take(SPREAD_VERSIONS_MAX);
    let told = told.map(|(version, devices)| count(Installed::Version(version.to_string()), devices));
    let rest = [(Installed::Other, other), (Installed::Nothing, nothing)];
    let rest = rest.into_iter().filter(|(_, devices)| *devices > 0);
    told.chain(rest.map(|(installed, devices)| count(installed, devices))).collect()
}

/// From how many devices on a version is told by itself.
fn rare(found: &[(ProductVersion, u32)]) -> u32 {
    let mut sizes: Vec<u32> = found.iter().map(|(_, devices)| *devices).collect();
    sizes.sort_unstable_by(|left, right| right.cmp(left));
    sizes.get(SPREAD_VERSIONS_MAX).map_or(0, |devices| devices.saturating_add(1))
}

fn count(version: Installed, devices: u32) -> VersionCount {
    VersionCount { version, devices }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{SPREAD_DAYS_MAX, SPREAD_VERSIONS_MAX, spread, versions};
    use crate::model::spread::{Installed, InstalledCount};
    use crate::rules::fixtures::{package, withdrawn};

    fn counted(counts: &[(&str, u32)]) -> Vec<InstalledCount> {
        let family = package("Notes", "1.0.0", "x64", "").product.family();
        let count = |(versions, devices): &(&str, u32)| InstalledCount {
            family,
            versions: versions.split_whitespace().map(str::to_owned).collect(),
            devices: *devices,
        };
        counts.iter().map(count).collect()
    }

    fn told(counts: &[(&str, u32)]) -> String {
        let word = |version: Installed| match version {
            Installed::Version(version) => version,
            Installed::Other => "other".to_owned(),
            Installed::Nothing => "nothing".to_owned(),
        };
        let told = versions(&counted(counts));
        let words = told.into_iter().map(|count| format!("{}:{}", word(count.version), count.devices));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_device_counts_once_by_its_highest_version() {
        let check = |counts: &[(&str, u32)], expected: &str| assert_eq!(told(counts), expected, "{counts:?}");
        check(&[], "");
        check(&[("", 3)], "nothing:3");
        check(&[("1.0.0", 2), ("", 3), ("2.0.0", 5)], "2.0.0:5 1.0.0:2 nothing:3");
        check(&[("9.0.0", 1), ("10.0.0", 1)], "10.0.0:1 9.0.0:1");
        check(&[("1.0.0 2.0.0", 4), ("2.0.0", 1)], "2.0.0:5");
        check(&[("1.0", 4), ("1.0.0", 1)], "1.0:5");
        check(&[("1.0.0.1", 4), ("1.0.0.2", 1)], "1.0.0.2:1 1.0.0.1:4");
    }

    #[test]
    fn what_is_rare_is_told_together() {
        let max = SPREAD_VERSIONS_MAX as u32;
        let names: Vec<String> = (0..max + 5).map(|minor| format!("1.{minor}.0")).collect();
        let counts: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(1..).collect();
        let told = told(&counts);
        assert!(told.starts_with("1.24.0:25 1.23.0:24 ") && told.ends_with(" 1.5.0:6 other:15"), "{told}");
        let same: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 7)).collect();
        let total: u32 = versions(&counted(&same)).iter().map(|count| count.devices).sum();
        assert_eq!(total, 7 * (max + 5), "none is lost where all are as rare");
    }

    #[test]
    fn each_family_has_its_spread() {
        let packages = [
            package("Notes", "1.0.0", "x64", ""),
            package("Notes", "2.0.0", "x64", ""),
            withdrawn(package("Notes", "3.0.0", "x64", "")),
            package("Drive", "1.0.0", "x64", ""),
        ];
        let packages = packages.map(Arc::new);
        let told = spread(packages.iter(), counted(&[("2.0.0", 3), ("", 1)]));
        let shown: Vec<_> = told
            .iter()
            .map(|one| (one.product.as_str(), one.offered.as_deref(), one.devices, one.versions.len()))
            .collect();
        assert_eq!(shown, [("Drive", Some("1.0.0"), 0, 0), ("Notes", Some("2.0.0"), 4, 2)]);
    }

    #[test]
    fn the_limits_are_told() {
        let line = format!(
            "| counts of versions over devices | {SPREAD_DAYS_MAX} days, {SPREAD_VERSIONS_MAX} versions"
        );
        crate::reference::assert_says("oxupdated.md", &line);
    }
}
