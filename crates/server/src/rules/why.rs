//! Why a person is offered what the person is offered. It asks [`super::catalog`], so it cannot say anything else than that does.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalog::{offer, versions};
use super::preconfiguration::left_out;
use crate::model::audience::Audience;
use crate::model::package::Package;
use crate::model::source::Profile;
use crate::model::why::{Holdings, Verdict, WhyPackage, WhyProduct};

/// Explains every package to a person, product by product in the order of their names.
pub(crate) fn explain<'a>(
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    audience: Audience<'_>,
    holdings: &Holdings,
    (name, profile): (&str, &Profile),
) -> Vec<WhyProduct> {
    let packages: Vec<_> = packages.into_iter().collect();
    let offered = offer(packages.iter().copied(), audience);
    let mut products: BTreeMap<String, Vec<&Arc<Package>>> = BTreeMap::new();
    for package in packages {
        products.entry(package.product.upgrade_code.to_string()).or_default().push(package);
    }
    let explained = products.into_iter().map(|(upgrade_code, mut packages)| {
        packages.sort_by(|left, right| {
            let (left_version, right_version) = (&left.product.version, &right.product.version);
            right_version.compare_fully(left_version).then_with(|| right.id.cmp(&left.id))
        });
        let product = packages.first().map(|newest| newest.product.name.clone()).unwrap_or_default();
        let one = |package: &Arc<Package>| {
            let why = one(package, &offered, audience, holdings);
            // What nobody gets is not told of.
            let params = Some(&package.product.install_params).filter(|_| why.verdict == Verdict::Offered);
            let left_out = params.map(|params| left_out(params, name, profile)).unwrap_or_default();
            WhyPackage { left_out, ..why }
        };
        let packages = packages.into_iter().map(one).collect();
        WhyProduct { name: product, upgrade_code, packages }
    });
    let mut explained: Vec<_> = explained.collect();
    explained.sort_by_cached_key(|product| product.name.to_lowercase());
    explained
}

fn one(
    package: &Package,
    offered: &[&Arc<Package>],
    audience: Audience<'_>,
    holdings: &Holdings,
) -> WhyPackage {
    let verdict = if package.withdrawn_at.is_some() {
        Verdict::Withdrawn
    } else if package.branding.is_some() && package.branding.as_ref() != audience.branding {
        Verdict::NotBranded
    } else if !package.required.is_subset(audience.permissions) {
        Verdict::Lacking
    } else if offered.iter().any(|other| other.id == package.id) {
        Verdict::Offered
    } else {
        let family = package.product.family();
        let rival = offered.iter().find(|other| {
            other.product.upgrade_code == family.upgrade_code && other.product.family().meets(&family)
        });
        in_place_of(package, rival.copied())
    };
    let locale = package.locale.as_ref().map(ToString::to_string);
    let branding = package.branding.as_ref().map(ToString::to_string);
    WhyPackage {
        locale,
        branding,
        id: package.short_id(),
        version: package.product.version.to_string(),
        platform: package.product.platform.map(|platform| platform.to_string()),
        verdict,
        requires: package.required.iter().map(|permission| holdings.why(permission)).collect(),
        left_out: Vec::new(),
    }
}

/// Why another package is offered in a package's place.
fn in_place_of(package: &Package, rival: Option<&Arc<Package>>) -> Verdict {
    let Some(rival) = rival else { return Verdict::Superseded(String::new()) };
    let by = rival.to_string();
    if rival.branding != package.branding {
        Verdict::OtherBranding(by)
    } else if rival.locale != package.locale && versions(rival, package) != Ordering::Greater {
        Verdict::OtherLocale(by)
    } else {
        Verdict::Superseded(by)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::Locale;

    use super::explain;
    use crate::model::audience::Audience;
    use crate::model::package::{Package, PackageId};
    use crate::model::permission::{Permission, Permissions};
    use crate::model::source::Profile;
    use crate::model::why::{Holdings, Verdict};
    use crate::rules::catalog::offer;
    use crate::rules::fixtures::{branded, package, speaking, withdrawn};

    fn permissions(names: &str) -> Permissions {
        names.split_whitespace().map(|name| Permission::parse(name).unwrap()).collect()
    }

    fn numbered(packages: Vec<Package>) -> Vec<Arc<Package>> {
        let packages = (1..).zip(packages);
        packages.map(|(id, package)| Arc::new(Package { id: PackageId(id), ..package })).collect()
    }

    fn holdings(direct: &str, group: &str) -> Holdings {
        Holdings {
            direct: permissions(direct),
            source: Permissions::new(),
            groups: [("outlook".to_owned(), permissions(group))].into(),
        }
    }

    #[test]
    fn each_package_has_a_verdict_and_each_permission_a_source() {
        let packages = numbered(vec![
            package("Notes", "1.0.0", "x64", ""),
            package("Notes", "2.0.0", "x64", "a b"),
            package("Notes", "3.0.0", "x64", "c"),
            withdrawn(package("Notes", "4.0.0", "x64", "")),
        ]);
        let check = |direct: &str, group: &str, expected: &[(&str, &str)]| {
            let explained = {
                let holdings = holdings(direct, group);
                let person = ("anna", &Profile::default());
                explain(&packages, Audience::with(&holdings.all()), &holdings, person)
            };
            let said: Vec<_> = explained[0]
                .packages
                .iter()
                .map(|package| {
                    let verdict = match &package.verdict {
                        Verdict::Offered => "offered".to_owned(),
                        Verdict::Superseded(by) => format!("superseded by {by}"),
                        Verdict::OtherLocale(by) => format!("speaks otherwise than {by}"),
                        Verdict::OtherBranding(by) => format!("looks otherwise than {by}"),
                        Verdict::NotBranded => "not branded".to_owned(),
                        Verdict::Lacking => "lacking".to_owned(),
                        Verdict::Withdrawn => "withdrawn".to_owned(),
                    };
                    let source = |one: &crate::model::why::WhyPermission| {
                        let direct = if one.direct { "!" } else { "" };
                        format!("{}{direct}{}", one.permission, one.groups.join(""))
                    };
                    (verdict, package.requires.iter().map(source).collect::<Vec<_>>().join(" "))
                })
                .collect();
            let said: Vec<_> = said.iter().map(|(verdict, why)| (verdict.as_str(), why.as_str())).collect();
            assert_eq!(said, expected, "{direct} {group}");
        };
        check("", "", &[("withdrawn", ""), ("lacking", "c"), ("lacking", "a b"), ("offered", "")]);
        check(
            "a",
            "b",
            &[
                ("withdrawn", ""),
                ("lacking", "c"),
                ("offered", "a! boutlook"),
                ("superseded by Notes 2.0.0 (x64)", ""),
            ],
        );
        check(
            "a b c",
            "c",
            &[
                ("withdrawn", ""),
                ("offered", "c!outlook"),
                ("superseded by Notes 3.0.0 (x64)", "a! b!"),
                ("superseded by Notes 3.0.0 (x64)", ""),
            ],
        );
    }

    #[test]
    fn language_and_branding_are_reasons() {
        let notes = |version| package("Notes", version, "x64", "");
        let packages = numbered(vec![
            speaking(notes("1.0.0"), "de_DE"),
            speaking(notes("2.0.0"), "en_US"),
            notes("0.9.0"),
            branded(notes("3.0.0"), "acme"),
        ]);
        let check = |reads: &str, sees: &str, expected: &[&str]| {
            let (holdings, locale, branding) =
                (holdings("", ""), Locale::parse(reads).ok(), sees.parse().ok());
            let all = holdings.all();
            let audience =
                Audience { permissions: &all, locale: locale.as_ref(), branding: branding.as_ref() };
            let verdicts =
                explain(&packages, audience, &holdings, ("anna", &Profile::default())).remove(0).packages;
            let verdicts: Vec<String> =
                verdicts.iter().map(|package| format!("{:?}", package.verdict)).collect();
            assert_eq!(verdicts, expected, "{reads} {sees}");
        };
        let german = "Notes 1.0.0 (x64, de_DE)";
        check(
            "de_DE",
            "",
            &[
                "NotBranded",
                &format!("OtherLocale({german:?})"),
                "Offered",
                &format!("Superseded({german:?})"),
            ],
        );
        let acme = "OtherBranding(\"Notes 3.0.0 (x64, acme)\")";
        check("de_DE", "acme", &["Offered", acme, acme, acme]);
    }

    #[test]
    fn it_never_disagrees_with_the_catalog() {
        // All sets of three packages of these, for all who hold some of three permissions.
        let kinds: Vec<Package> = ["1.0.0", "2.0.0", "2.0.0.5"]
            .into_iter()
            .flat_map(|version| {
                ["x64", "x86", ""].into_iter().flat_map(move |platform| {
                    ["", "a", "a b"]
                        .into_iter()
                        .map(move |requires| package("Notes", version, platform, requires))
                })
            })
            .collect();
        let mut compared = 0;
        for first in 0..kinds.len() {
            for second in 0..kinds.len() {
                let third = (first * 7 + second * 3) % kinds.len();
                let mut three: Vec<Package> =
                    [first, second, third].iter().map(|kind| kinds[*kind].clone()).collect();
                if first % 5 == 0 {
                    three[0] = withdrawn(three[0].clone());
                }
                let packages = numbered(three);
                for (direct, group) in [("", ""), ("a", ""), ("", "a"), ("a", "b"), ("b", "")] {
                    let holdings = holdings(direct, group);
                    let audience = holdings.all();
                    let person = ("anna", &Profile::default());
                    let explained = explain(&packages, Audience::with(&audience), &holdings, person);
                    let mut said: Vec<_> = explained
                        .iter()
                        .flat_map(|product| &product.packages)
                        .filter(|package| package.verdict == Verdict::Offered)
                        .map(|package| (package.id.clone(), package.version.clone()))
                        .collect();
                    let offered = holdings.all();
                    let offered = offer(&packages, Audience::with(&offered));
                    let mut offered: Vec<_> = offered
                        .iter()
                        .map(|package| (package.short_id(), package.product.version.to_string()))
                        .collect();
                    said.sort();
                    offered.sort();
                    assert_eq!(said, offered, "{packages:?}");
                    for package in explained.iter().flat_map(|product| &product.packages) {
                        let held = package.requires.iter().all(|why| why.direct || !why.groups.is_empty());
                        if package.verdict != Verdict::Withdrawn {
                            assert_eq!(held, package.verdict != Verdict::Lacking, "{package:?}");
                        }
                        assert_ne!(package.verdict, Verdict::Superseded(String::new()), "{package:?}");
                    }
                    compared += 1;
                }
            }
        }
        assert!(compared > 3_000);
    }
}
