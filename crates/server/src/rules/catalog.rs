//! What one user may have: per product family the highest version that the user's permissions allow.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use catalog::UpgradeCode;

use crate::model::audience::Audience;
use crate::model::package::{Package, PackageId};

/// Whether this audience may have the package at all: it is not withdrawn, and the audience has all that it requires.
///
/// A version that is not the highest may be had too, so that a download that has begun can be finished.
pub(crate) fn may_have(package: &Package, audience: Audience<'_>) -> bool {
    package.withdrawn_at.is_none() && package.required.is_subset(audience.permissions)
}

/// The packages that this audience is offered, in the order of their names; never two of one family.
pub(crate) fn offer<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    audience: Audience<'_>,
) -> Vec<&'a Arc<Package>> {
    highest(packages.into_iter().filter(|package| may_have(package, audience)))
}

/// The published packages that some user can be offered: one with just the permissions that the package requires.
///
/// The others stand back for a higher version that whoever may have them may have too.
pub(crate) fn offered_to_some<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
) -> HashSet<PackageId> {
    let published = packages.into_iter().filter(|package| package.withdrawn_at.is_none());
    let mut rivals: HashMap<UpgradeCode, Vec<&Arc<Package>>> = HashMap::new();
    for package in published {
        rivals.entry(package.product.upgrade_code).or_default().push(package);
    }
    let is_offered = |package: &Package, rivals: &[&Arc<Package>]| {
        offer(rivals.iter().copied(), package.audience()).iter().any(|other| other.id == package.id)
    };
    let offered = rivals.values().flat_map(|rivals| {
        rivals.iter().filter(|package| is_offered(package, rivals)).map(|package| package.id)
    });
    offered.collect()
}

fn highest<'a>(packages: impl Iterator<Item = &'a Arc<Package>>) -> Vec<&'a Arc<Package>> {
    let mut candidates: Vec<_> = packages.collect();
    candidates.sort_by(|left, right| {
        let families = left.product.upgrade_code.cmp(&right.product.upgrade_code);
        families.then_with(|| newness(right, left))
    });
    // Of one upgrade code, from the newest on: a package stands unless one that stands already would meet it on a PC.
    let mut standing: Vec<&Arc<Package>> = Vec::new();
    for candidate in candidates {
        let family = candidate.product.family();
        let rivals = standing.iter().rev();
        let mut rivals = rivals.take_while(|other| other.product.upgrade_code == family.upgrade_code);
        if !rivals.any(|other| other.product.family().meets(&family)) {
            standing.push(candidate);
        }
    }
    standing.sort_by_cached_key(|package| {
        (package.product.name.to_lowercase(), package.product.upgrade_code, package.product.platform)
    });
    standing
}

/// By Windows Installer's order, then by the fourth field, then by when it was published.
pub(super) fn newness(left: &Package, right: &Package) -> Ordering {
    let (left_version, right_version) = (&left.product.version, &right.product.version);
    left_version
        .compare(right_version)
        .then_with(|| left_version.compare_fully(right_version))
        .then_with(|| left.published_at.cmp(&right.published_at))
        .then_with(|| left.id.cmp(&right.id))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;

    use super::{may_have, offer, offered_to_some};
    use crate::model::audience::Audience;
    use crate::model::package::{Package, PackageId};
    use crate::model::permission::{Permission, Permissions};
    use crate::rules::fixtures::{package, withdrawn};

    fn permissions(names: &str) -> Permissions {
        names.split_whitespace().map(|name| Permission::parse(name).unwrap()).collect()
    }

    #[test]
    fn each_family_is_offered_once_by_the_highest_allowed_version() {
        let check = |what: &str, packages: &[Package], has: &str, expected: &[&str]| {
            let packages: Vec<Arc<Package>> = packages.iter().cloned().map(Arc::new).collect();
            let offered = offer(&packages, Audience::with(&permissions(has)));
            let offered: Vec<String> = offered.iter().map(ToString::to_string).collect();
            assert_eq!(offered, expected, "{what}");
        };
        let notes = |version| package("Notes", version, "x64", "");
        check("nothing published", &[], "a b", &[]);
        check("numbers, not letters", &[notes("1.10.0"), notes("1.9.0")], "", &["Notes 1.10.0 (x64)"]);
        check("the highest in any order", &[notes("2.0.0"), notes("1.0.0")], "", &["Notes 2.0.0 (x64)"]);
        check("the fourth field", &[notes("1.0.0.9"), notes("1.0.0.10")], "", &["Notes 1.0.0.10 (x64)"]);
        check(
            "a fourth field, other way",
            &[notes("1.0.0.10"), notes("1.0.0")],
            "",
            &["Notes 1.0.0.10 (x64)"],
        );
        check("withdrawn", &[notes("1.0.0"), withdrawn(notes("2.0.0"))], "", &["Notes 1.0.0 (x64)"]);
        check("all withdrawn", &[withdrawn(notes("2.0.0"))], "", &[]);

        let secret = |version| package("Notes", version, "x64", "a b");
        check("without the permissions", &[notes("1.0.0"), secret("2.0.0")], "", &["Notes 1.0.0 (x64)"]);
        check("with one of two", &[notes("1.0.0"), secret("2.0.0")], "a", &["Notes 1.0.0 (x64)"]);
        check("with all", &[notes("1.0.0"), secret("2.0.0")], "a b c", &["Notes 2.0.0 (x64)"]);
        check("nothing left", &[secret("2.0.0")], "b", &[]);

        let x86 = package("Notes", "1.0.0", "x86", "");
        check(
            "one for each platform",
            &[x86.clone(), notes("1.5.0")],
            "",
            &["Notes 1.0.0 (x86)", "Notes 1.5.0 (x64)"],
        );
        let any = |version| package("Notes", version, "", "");
        check(
            "a silent platform meets all",
            &[x86.clone(), notes("1.5.0"), any("2.0.0")],
            "",
            &["Notes 2.0.0"],
        );
        check(
            "and stands back for a higher one",
            &[x86, notes("3.0.0"), any("2.0.0")],
            "",
            &["Notes 1.0.0 (x86)", "Notes 3.0.0 (x64)"],
        );
        let drive = package("drive", "9.0.0", "x64", "");
        check("by name", &[notes("1.0.0"), drive], "", &["drive 9.0.0 (x64)", "Notes 1.0.0 (x64)"]);
    }

    #[test]
    fn a_lower_version_is_offered_while_someone_may_have_no_higher_one() {
        let check = |packages: &[(&str, &str)], expected: &[i64]| {
            let numbered = (0..).zip(packages).map(|(id, (version, requires))| {
                let package = package("Notes", version, "x64", requires);
                Arc::new(Package { id: PackageId(id), ..package })
            });
            let packages: Vec<_> = numbered.collect();
            let mut offered: Vec<i64> = offered_to_some(&packages).into_iter().map(|id| id.0).collect();
            offered.sort_unstable();
            assert_eq!(offered, expected, "{packages:?}");
        };
        check(&[], &[]);
        check(&[("1.0.0", ""), ("2.0.0", "")], &[1]);
        check(&[("1.0.0", ""), ("2.0.0", "a")], &[0, 1]);
        check(&[("1.0.0", "a"), ("2.0.0", "")], &[1]);
        check(&[("1.0.0", "a"), ("2.0.0", "b")], &[0, 1]);
        check(&[("1.0.0", "a b"), ("2.0.0", "b")], &[1]);
        check(&[("1.0.0", ""), ("2.0.0", "a"), ("3.0.0", "")], &[2]);
    }

    #[test]
    fn of_two_alike_the_later_published_is_offered() {
        let first = package("Notes", "1.0.0", "x64", "");
        let mut second = first.clone();
        second.product.name = "Notes again".to_owned();
        second.published_at = Timestamp::from_second(99).unwrap();
        let packages = [Arc::new(second), Arc::new(first)];
        assert_eq!(offer(&packages, Audience::with(&Permissions::new()))[0].product.name, "Notes again");
    }

    #[test]
    fn a_file_may_be_fetched_while_it_is_published_and_allowed() {
        let check = |package: Package, has: &str, expected| {
            assert_eq!(may_have(&package, Audience::with(&permissions(has))), expected, "{package} {has}");
        };
        check(package("Notes", "1.0.0", "x64", "a b"), "a b", true);
        check(package("Notes", "1.0.0", "x64", "a b"), "a", false);
        check(package("Notes", "1.0.0", "x64", ""), "", true);
        check(withdrawn(package("Notes", "1.0.0", "x64", "")), "", false);
    }
}
