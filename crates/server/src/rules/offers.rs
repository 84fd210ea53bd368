//! What a change of the packages changes for users: who is offered something else, and what.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use catalog::UpgradeCode;
use text::{Message, message};

use super::catalog::offer;
use crate::model::audience::Audience;
use crate::model::package::{Package, PackageId};

/// Users to whom the same happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OfferChange {
    /// How many they are.
    pub(crate) users: usize,
    /// What they are offered now that they were not offered before, in words; nothing if something is only gone.
    pub(crate) offered: Vec<String>,
    /// What of it they are offered as before, in words.
    pub(crate) still: Vec<String>,
}

/// Compares what users are offered of one upgrade code before and after; who is offered the same is not told of.
///
/// Those who are offered something come first.
pub(crate) fn changes<'a>(
    upgrade_code: UpgradeCode,
    before: impl IntoIterator<Item = &'a Arc<Package>>,
    after: impl IntoIterator<Item = &'a Arc<Package>>,
    users: impl IntoIterator<Item = Audience<'a>>,
) -> Vec<OfferChange> {
    let is_of_it = |package: &&Arc<Package>| package.product.upgrade_code == upgrade_code;
    let before: Vec<_> = before.into_iter().filter(is_of_it).collect();
    let after: Vec<_> = after.into_iter().filter(is_of_it).collect();
    // Many users are alike.
    let mut by_audience: HashMap<Audience<'_>, usize> = HashMap::new();
    for audience in users {
        *by_audience.entry(audience).or_default() += 1;
    }
    let mut groups: BTreeMap<(bool, Vec<String>, Vec<String>), usize> = BTreeMap::new();
    for (audience, users) in by_audience {
        let (then, now) = (ids(&before, audience), offer(after.iter().copied(), audience));
        let is_same = now.len() == then.len() && now.iter().all(|package| then.contains(&package.id));
        if !is_same {
            let (still, news): (Vec<_>, Vec<_>) = now.iter().partition(|package| then.contains(&package.id));
            let in_words = |packages: Vec<&&Arc<Package>>| -> Vec<String> {
                packages.iter().map(ToString::to_string).collect()
            };
            let (offered, still) = (in_words(news), in_words(still));
            *groups.entry((offered.is_empty(), offered, still)).or_default() += users;
        }
    }
    let change = |((_, offered, still), users)| OfferChange { users, offered, still };
    groups.into_iter().map(change).collect()
}

/// Counts the users who are offered this package.
pub(crate) fn offered<'a>(
    id: PackageId,
    packages: &[Arc<Package>],
    users: impl IntoIterator<Item = Audience<'a>>,
) -> usize {
    let code = packages.iter().find(|package| package.id == id).map(|package| package.product.upgrade_code);
    let kin: Vec<_> = packages.iter().filter(|package| Some(package.product.upgrade_code) == code).collect();
    // Many users are alike.
    let mut known: HashMap<Audience<'_>, bool> = HashMap::new();
    let is_offered = |audience: &Audience<'a>| {
        *known.entry(*audience).or_insert_with(|| ids(&kin, *audience).contains(&id))
    };
    users.into_iter().filter(is_offered).count()
}

fn ids(packages: &[&Arc<Package>], audience: Audience<'_>) -> Vec<PackageId> {
    offer(packages.iter().copied(), audience).iter().map(|package| package.id).collect()
}

/// What it means for whom that a package is gone; a sentence for each group of users.
pub(crate) fn gone_in_words(changes: &[OfferChange]) -> Vec<Message> {
    if changes.is_empty() {
        return vec![message!("done-package-withdraw-no-change")];
    }
    let offered = |users: usize, offered: String| {
        message!("done-package-withdraw-offered", users = users, offered = offered)
    };
    let mut sentences = in_words(changes, offered);
    sentences.push(message!("done-package-withdraw-kept"));
    sentences
}

/// What it means for whom that a package took the place of another one; a sentence for each group of users.
pub(crate) fn replaced_in_words(changes: &[OfferChange]) -> Vec<Message> {
    in_words(changes, |users, offered| {
        message!("done-package-replace-offered", users = users, offered = offered)
    })
}

fn in_words(changes: &[OfferChange], say_offered: impl Fn(usize, String) -> Message) -> Vec<Message> {
    let mut sentences = Vec::new();
    for OfferChange { users, offered, still } in changes {
        if !offered.is_empty() {
            sentences.push(say_offered(*users, offered.join(", ")));
        }
        if !still.is_empty() {
            sentences.push(message!(
                "done-package-withdraw-still",
                users = *users,
                offered = still.join(", ")
            ));
        } else if offered.is_empty() {
            sentences.push(message!("done-package-withdraw-nothing", users = *users));
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{changes, offered};
    use crate::model::audience::Audience;
    use crate::model::package::{Package, PackageId};
    use crate::model::permission::{Permission, Permissions};
    use crate::rules::fixtures::{package, withdrawn};

    fn in_words(offered: &[String], still: &[String]) -> String {
        let still = still.iter().map(|package| format!("still {package}"));
        offered.iter().cloned().chain(still).collect::<Vec<_>>().join(" + ")
    }

    #[test]
    fn who_has_a_higher_version_is_not_offered_a_lower_one() {
        let users: Vec<Permissions> = ["", "beta", "beta", "old", "old beta"]
            .map(|has| has.split_whitespace().map(|one| Permission::parse(one).unwrap()).collect())
            .into();
        let check = |packages: &[(&str, &str)], expected: usize| {
            let package = |(id, (version, requires)): (i64, &(&str, &str))| {
                let id = PackageId(id);
                Arc::new(Package { id, ..package("Notes", version, "x64", requires) })
            };
            let packages: Vec<_> = (0_i64..).zip(packages).map(package).collect();
            assert_eq!(offered(PackageId(0), &packages, users.iter().map(Audience::with)), expected);
        };
        check(&[("1.0.0", "")], 5);
        check(&[("1.0.0", ""), ("2.0.0", "")], 0);
        check(&[("1.0.0", ""), ("2.0.0", "beta")], 2);
        check(&[("1.0.0", "old"), ("2.0.0", "beta")], 1);
        check(&[("2.0.0", ""), ("1.0.0", "beta")], 5);
    }

    #[test]
    fn who_is_offered_something_else_is_counted() {
        let users: Vec<Permissions> = ["", "", "beta", "beta", "beta", "old", "old beta"]
            .map(|has| has.split_whitespace().map(|one| Permission::parse(one).unwrap()).collect())
            .into();
        let check = |what: &str, packages: &[(&str, &str, &str)], gone: usize, expected: &[(usize, &str)]| {
            let make = |is_after: bool| -> Vec<Arc<Package>> {
                let numbered = (0_i64..).zip(packages);
                let package = |(id, (version, platform, requires)): (i64, &(&str, &str, &str))| {
                    let package =
                        Package { id: PackageId(id), ..package("Notes", version, platform, requires) };
                    let is_gone = is_after && id == i64::try_from(gone).unwrap();
                    Arc::new(if is_gone { withdrawn(package) } else { package })
                };
                numbered.map(package).collect()
            };
            let (before, after) = (make(false), make(true));
            let found =
                changes(before[0].product.upgrade_code, &before, &after, users.iter().map(Audience::with));
            let found: Vec<_> =
                found.iter().map(|change| (change.users, in_words(&change.offered, &change.still))).collect();
            let found: Vec<_> = found.iter().map(|(users, offered)| (*users, offered.as_str())).collect();
            assert_eq!(found, expected, "{what}");
        };
        check("the only one", &[("1.0.0", "x64", "")], 0, &[(7, "")]);
        check(
            "the higher one",
            &[("1.0.0", "x64", ""), ("2.0.0", "x64", "")],
            1,
            &[(7, "Notes 1.0.0 (x64)")],
        );
        check("the lower one", &[("1.0.0", "x64", ""), ("2.0.0", "x64", "")], 0, &[]);
        check("for some", &[("1.0.0", "x64", ""), ("2.0.0", "x64", "beta")], 1, &[(4, "Notes 1.0.0 (x64)")]);
        check(
            "something for some, nothing for others",
            &[("1.0.0", "x64", "old"), ("2.0.0", "x64", "beta")],
            1,
            &[(1, "Notes 1.0.0 (x64)"), (3, "")],
        );
        check(
            "one for all platforms",
            &[("1.0.0", "x86", ""), ("1.5.0", "x64", ""), ("2.0.0", "", "")],
            2,
            &[(7, "Notes 1.0.0 (x86) + Notes 1.5.0 (x64)")],
        );
        check(
            "another platform stays",
            &[("1.0.0", "x64", ""), ("2.0.0", "x86", "")],
            0,
            &[(7, "still Notes 2.0.0 (x86)")],
        );
        check("nobody may have it", &[("1.0.0", "x64", "nobody")], 0, &[]);
    }
}
