//! What one user may have: per product family the highest version that the user's permissions allow, among those that suit
//! (see [`super::fit`]).

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use catalog::{Locale, UpgradeCode};

use super::fit::Reader;
use crate::model::audience::Audience;
use crate::model::package::{Package, PackageId};

/// Whether this audience may have the package at all: it is not withdrawn, not for another branding, and the audience has all that
/// it requires.
///
/// What is not offered because something else suits better may be had too, so that a download that has begun can be finished.
pub(crate) fn may_have(package: &Package, audience: Audience<'_>) -> bool {
    let is_branded_alike = package.branding.is_none() || package.branding.as_ref() == audience.branding;
    package.withdrawn_at.is_none() && is_branded_alike && package.required.is_subset(audience.permissions)
}

/// The packages that this audience is offered, in the order of their names; never two of one family.
pub(crate) fn offer<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    audience: Audience<'_>,
) -> Vec<&'a Arc<Package>> {
    highest(packages.into_iter().filter(|package| may_have(package, audience)), &Reader::of(audience))
}

/// The published packages that some user can be offered: one with just the permissions that the package requires, who sees its
/// branding and reads what it speaks; one that is not made for one language, by a reader of any.
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
        readers(package, rivals).into_iter().any(|locale| {
            let audience = Audience { locale, ..package.audience() };
            offer(rivals.iter().copied(), audience).iter().any(|other| other.id == package.id)
        })
    };
    let offered = rivals.values().flat_map(|rivals| {
        rivals.iter().filter(|package| is_offered(package, rivals)).map(|package| package.id)
    });
    offered.collect()
}

/// Whose reading may decide whether somebody is offered a package; `None` is somebody of whom nothing is known.
fn readers<'a>(package: &'a Package, rivals: &[&'a Arc<Package>]) -> HashSet<Option<&'a Locale>> {
    match &package.locale {
        Some(locale) => HashSet::from([Some(locale)]),
        None => rivals.iter().map(|rival| rival.locale.as_ref()).chain([None]).collect(),
    }
}

fn highest<'a>(
    packages: impl Iterator<Item = &'a Arc<Package>>,
    reader: &Reader<'_>,
) -> Vec<&'a Arc<Package>> {
    let mut allowed: Vec<_> = packages.collect();
    allowed.sort_by_key(|package| package.product.upgrade_code);
    let mut standing = Vec::new();
    for kin in allowed.chunk_by(|left, right| left.product.upgrade_code == right.product.upgrade_code) {
        let mut kin = kin.to_vec();
        reader.retain(&mut kin);
        kin.sort_by(|left, right| newness(right, left, reader));
        stand(kin, &mut standing);
    }
    standing.sort_by_cached_key(|package| {
        (package.product.name.to_lowercase(), package.product.upgrade_code, package.product.platform)
    });
    standing
}

/// Of one upgrade code, from the newest on: a package stands unless one that stands already would meet it on a PC.
fn stand<'a>(newest_first: Vec<&'a Arc<Package>>, standing: &mut Vec<&'a Arc<Package>>) {
    let first = standing.len();
    for candidate in newest_first {
        let family = candidate.product.family();
        let mut rivals = standing.iter().skip(first);
        if !rivals.any(|other| other.product.family().meets(&family)) {
            standing.push(candidate);
        }
    }
}

/// By Windows Installer's order, then by the fourth field, then by what suits the reader better, then by when it was published.
fn newness(left: &Package, right: &Package, reader: &Reader<'_>) -> Ordering {
    versions(left, right).then_with(|| reader.compare(left, right)).then_with(|| publication(left, right))
}

/// As for offers, whoever reads.
pub(super) fn newness_to_all(left: &Package, right: &Package) -> Ordering {
    versions(left, right).then_with(|| publication(left, right))
}

/// By Windows Installer's order, then by the fourth field.
pub(super) fn versions(left: &Package, right: &Package) -> Ordering {
    let (left, right) = (&left.product.version, &right.product.version);
    left.compare(right).then_with(|| left.compare_fully(right))
}

fn publication(left: &Package, right: &Package) -> Ordering {
    left.published_at.cmp(&right.published_at).then_with(|| left.id.cmp(&right.id))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::Locale;
    use jiff::Timestamp;

    use super::{may_have, offer, offered_to_some};
    use crate::model::audience::Audience;
    use crate::model::package::{Package, PackageId};
    use crate::model::permission::{Permission, Permissions};
    use crate::rules::fit::Fit;
    use crate::rules::fixtures::{branded, package, speaking, withdrawn};

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

    /// Who reads and sees this is offered these packages, in words.
    fn offered_to(packages: &[Package], reads: &str, sees: &str, has: &str) -> Vec<String> {
        let packages: Vec<_> = packages.iter().cloned().map(Arc::new).collect();
        let (permissions, locale, branding) =
            (permissions(has), Locale::parse(reads).ok(), sees.parse().ok());
        let audience =
            Audience { permissions: &permissions, locale: locale.as_ref(), branding: branding.as_ref() };
        offer(&packages, audience).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_a_person_reads_decides_before_the_version_does() {
        let notes = |version, locale| speaking(package("Notes", version, "x64", ""), locale);
        let check = |what: &str, packages: &[Package], reads: &str, expected: &[&str]| {
            assert_eq!(offered_to(packages, reads, "", ""), expected, "{what}");
        };
        let all = [notes("1.0.0", "de_DE"), notes("2.0.0", "en_US"), notes("3.0.0", "fr_FR")];
        check("the own", &all, "de_DE", &["Notes 1.0.0 (x64, de_DE)"]);
        check("of another place", &all, "de_AT", &["Notes 1.0.0 (x64, de_DE)"]);
        check("of no place", &all, "de", &["Notes 1.0.0 (x64, de_DE)"]);
        check("the fallback", &all, "sv_SE", &["Notes 2.0.0 (x64, en_US)"]);
        check("nothing known", &all, "", &["Notes 2.0.0 (x64, en_US)"]);
        check("another English", &all, "en_GB", &["Notes 2.0.0 (x64, en_US)"]);
        check("nothing that fits", &[notes("1.0.0", "fr_FR")], "de_DE", &["Notes 1.0.0 (x64, fr_FR)"]);
        check(
            "the highest of what does not fit",
            &[notes("1.0.0", "fr_FR"), notes("1.1.0", "es_ES")],
            "de_DE",
            &["Notes 1.1.0 (x64, es_ES)"],
        );
        check(
            "one for any language is newer",
            &[notes("1.0.0", "de_DE"), notes("2.0.0", "")],
            "de_DE",
            &["Notes 2.0.0 (x64)"],
        );
        check(
            "one for any language is older",
            &[notes("2.0.0", "de_DE"), notes("1.0.0", "")],
            "de_DE",
            &["Notes 2.0.0 (x64, de_DE)"],
        );
        check(
            "one for any language suits better than a foreign one",
            &[notes("2.0.0", "fr_FR"), notes("1.0.0", "")],
            "de_DE",
            &["Notes 1.0.0 (x64)"],
        );
        let alike = [notes("1.0.0", ""), notes("1.0.0", "de_DE"), notes("1.0.0", "en_US")];
        check("of one version the best", &alike, "de_DE", &["Notes 1.0.0 (x64, de_DE)"]);
        check("of one version the one for any", &alike, "sv_SE", &["Notes 1.0.0 (x64)"]);
        check("of one version the English one", &alike, "", &["Notes 1.0.0 (x64, en_US)"]);
        let x86 = speaking(package("Notes", "1.0.0", "x86", ""), "de_DE");
        check(
            "each platform for itself",
            &[x86, notes("2.0.0", "en_US")],
            "de_DE",
            &["Notes 1.0.0 (x86, de_DE)", "Notes 2.0.0 (x64, en_US)"],
        );
        check(
            "withdrawn",
            &[withdrawn(notes("1.0.0", "de_DE")), all[1].clone()],
            "de_DE",
            &["Notes 2.0.0 (x64, en_US)"],
        );
        let secret = speaking(package("Notes", "1.0.0", "x64", "a"), "de_DE");
        check("without the permission", &[secret, all[1].clone()], "de_DE", &["Notes 2.0.0 (x64, en_US)"]);
    }

    #[test]
    fn the_own_branding_comes_before_all_else() {
        let notes = |version, branding| branded(package("Notes", version, "x64", ""), branding);
        let check = |what: &str, packages: &[Package], sees: &str, expected: &[&str]| {
            assert_eq!(offered_to(packages, "de_DE", sees, ""), expected, "{what}");
        };
        let all = [notes("1.0.0", "acme"), notes("2.0.0", ""), notes("3.0.0", "other")];
        check("the own", &all, "acme", &["Notes 1.0.0 (x64, acme)"]);
        check("none", &all, "", &["Notes 2.0.0 (x64)"]);
        check("one without packages", &all, "third", &["Notes 2.0.0 (x64)"]);
        check("only foreign ones", &[notes("3.0.0", "other")], "acme", &[]);
        let german = speaking(notes("1.0.0", ""), "de_DE");
        check("before the language", &[notes("1.0.0", "acme"), german], "acme", &["Notes 1.0.0 (x64, acme)"]);
        let spoken = [speaking(notes("1.0.0", "acme"), "de_DE"), speaking(notes("2.0.0", "acme"), "en_US")];
        check("and the language within it", &spoken, "acme", &["Notes 1.0.0 (x64, de_DE, acme)"]);
        let secret = branded(package("Notes", "1.0.0", "x64", "a"), "acme");
        check("without the permission", &[secret, all[1].clone()], "acme", &["Notes 2.0.0 (x64)"]);
        check(
            "another platform",
            &[branded(package("Notes", "1.0.0", "x86", ""), "acme"), all[1].clone()],
            "acme",
            &["Notes 1.0.0 (x86, acme)", "Notes 2.0.0 (x64)"],
        );
    }

    /// All pairs of packages of these kinds, with a third one between them.
    fn sets() -> Vec<Vec<Package>> {
        let mut kinds = Vec::new();
        for version in ["1.0.0", "2.0.0"] {
            for platform in ["x64", ""] {
                for requires in ["", "a"] {
                    for locale in ["", "de_DE", "de_AT", "en_US", "en_GB", "fr_FR"] {
                        for branding in ["", "acme"] {
                            let package = package("Notes", version, platform, requires);
                            kinds.push(branded(speaking(package, locale), branding));
                        }
                    }
                }
            }
        }
        let mut sets = Vec::new();
        for first in 0..kinds.len() {
            for second in (first % 3..kinds.len()).step_by(3) {
                let third = (first * 7 + second * 5) % kinds.len();
                let three = [first, second, third].into_iter().zip(1_i64..);
                let numbered = three.map(|(kind, id)| Package { id: PackageId(id), ..kinds[kind].clone() });
                sets.push(numbered.collect());
            }
        }
        sets
    }

    /// Whether a person is offered something, and nothing of it in a language that does not suit.
    fn is_well_served(packages: &[Package], reads: &str, has: &str) -> bool {
        let fallback = Locale::fallback();
        let reader = Locale::parse(reads).unwrap_or(Locale::fallback());
        let spoken = |said: &String| {
            packages
                .iter()
                .find(|package| package.to_string() == *said)
                .and_then(|found| found.locale.clone())
        };
        let offered = offered_to(packages, reads, "acme", has);
        let suits = |said: &String| Fit::of(spoken(said).as_ref(), &reader, &fallback) != Fit::Other;
        !offered.is_empty() && offered.iter().all(suits)
    }

    #[test]
    fn a_package_for_others_changes_nothing() {
        let mut compared = 0;
        for packages in sets() {
            for (version, platform) in [("9.0.0", "x64"), ("9.0.0", ""), ("0.1.0", "x64")] {
                let one = package("Notes", version, platform, "");
                for (reads, has) in [("de_DE", ""), ("de_DE", "a"), ("en_US", "a"), ("", "")] {
                    let before = offered_to(&packages, reads, "acme", has);
                    let with = |one: Package| {
                        let more: Vec<_> = packages.iter().cloned().chain([one]).collect();
                        offered_to(&more, reads, "acme", has)
                    };
                    assert_eq!(with(branded(one.clone(), "other")), before, "{packages:?}");
                    // Whoever is offered something that suits is never offered Swedish in its place.
                    if is_well_served(&packages, reads, has) {
                        assert_eq!(with(speaking(one.clone(), "sv_SE")), before, "{packages:?} {reads}");
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 10_000, "{compared}");
    }

    #[test]
    fn what_is_offered_to_somebody_is_offered_to_some() {
        let mut compared = 0;
        for packages in sets().into_iter().step_by(5) {
            let all: Vec<_> = packages.iter().cloned().map(Arc::new).collect();
            let some = offered_to_some(&all);
            for reads in ["", "de_DE", "de_AT", "en_US", "fr_FR", "sv_SE"] {
                for sees in ["", "acme"] {
                    for has in ["", "a"] {
                        let (permissions, locale) = (permissions(has), Locale::parse(reads).ok());
                        let branding = sees.parse().ok();
                        let audience = Audience {
                            permissions: &permissions,
                            locale: locale.as_ref(),
                            branding: branding.as_ref(),
                        };
                        for package in offer(&all, audience) {
                            // Who may have more is offered what nobody with just its permissions is, now and then.
                            let is_plain = package.required.is_subset(&permissions);
                            assert!(is_plain && may_have(package, audience));
                            compared += usize::from(some.contains(&package.id));
                        }
                    }
                }
            }
        }
        assert!(compared > 10_000, "{compared}");
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
        check(speaking(package("Notes", "1.0.0", "x64", ""), "fr_FR"), "", true);
        check(branded(package("Notes", "1.0.0", "x64", ""), "acme"), "", false);
        check(withdrawn(package("Notes", "1.0.0", "x64", "")), "", false);
    }
}
