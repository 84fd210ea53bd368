//! Which packages have to do with one another, found without comparing each with each.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use catalog::{ProductCode, UpgradeCode};

use super::warning::Names;
use crate::model::package::Package;

/// All packages, by what a warning about one may hold against another.
pub(crate) struct Kin<'a> {
    packages: Vec<&'a Arc<Package>>,
    by_upgrade_code: HashMap<UpgradeCode, Vec<usize>>,
    by_product_code: HashMap<Option<ProductCode>, Vec<usize>>,
    by_names: HashMap<Names, Vec<usize>>,
}

impl<'a> Kin<'a> {
    /// Goes through all packages once.
    pub(crate) fn of(packages: impl IntoIterator<Item = &'a Arc<Package>>) -> Self {
        let packages: Vec<_> = packages.into_iter().collect();
        let by_upgrade_code = places(&packages, |package| package.product.upgrade_code);
        let by_product_code = places(&packages, |package| package.product.product_code);
        let by_names = places(&packages, |package| Names::of(&package.metadata));
        Self { packages, by_upgrade_code, by_product_code, by_names }
    }

    /// The packages that a warning about this one may speak of, in their order; the package itself is one of them.
    pub(crate) fn beside(&self, package: &Package) -> Vec<&'a Arc<Package>> {
        let places = [
            self.by_upgrade_code.get(&package.product.upgrade_code),
            self.by_product_code.get(&package.product.product_code),
            self.by_names.get(&Names::of(&package.metadata)),
        ];
        let places: BTreeSet<usize> = places.into_iter().flatten().flatten().copied().collect();
        places.into_iter().filter_map(|place| self.packages.get(place).copied()).collect()
    }
}

fn places<Key: Eq + Hash>(
    packages: &[&Arc<Package>],
    key: impl Fn(&Package) -> Key,
) -> HashMap<Key, Vec<usize>> {
    let mut places: HashMap<Key, Vec<usize>> = HashMap::new();
    for (place, package) in packages.iter().enumerate() {
        places.entry(key(package)).or_default().push(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::Kin;
    use crate::rules::fixtures::{package, withdrawn};
    use crate::rules::warning::{Candidate, warnings};

    #[test]
    fn kin_are_told_of_as_all_are() {
        let mut renamed = package("Mail", "2.0.0", "x64", "");
        renamed.metadata.product_name = " NOTES".to_owned();
        let mut copied = package("Copy", "1.0.0", "x64", "");
        copied.product.product_code = package("Notes", "1.0.0", "x64", "").product.product_code;
        let all = [
            package("Notes", "2.0.0", "x64", ""),
            package("Notes", "1.0.0", "x64", ""),
            package("Notes", "1.0.0.1", "x86", "beta"),
            withdrawn(package("Notes", "3.0.0", "x64", "")),
            package("Drive", "1.0.0", "", ""),
            renamed,
            copied,
        ];
        let all: Vec<_> = all.into_iter().map(Arc::new).collect();
        let kin = Kin::of(&all);
        let today = date(2026, 11, 21);
        let mut told = 0;
        for one in &all {
            let candidate =
                || Candidate { product: &one.product, metadata: &one.metadata, audience: one.audience() };
            let expected = warnings(candidate(), &all, today);
            assert_eq!(warnings(candidate(), kin.beside(one), today), expected, "{one}");
            told += expected.len();
        }
        assert!(told > 3 && kin.beside(&all[4]).len() == 1);
    }
}
