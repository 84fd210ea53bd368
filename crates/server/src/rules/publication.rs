//! How a package that is to be published stands to those that are.

use std::cmp::Ordering;
use std::sync::Arc;

use catalog::Product;
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};

use super::catalog::offer;
use super::fit::stands_beside;
use crate::model::audience::Audience;
use crate::model::package::{Package, in_words};

/// What to do with a version that is lower than one that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LowerVersion {
    /// Refuse it: most often it is a mistake.
    #[default]
    Refuse,
    /// Publish it: somebody means it.
    Publish,
}

/// A version that is lower than one that whoever gets it is offered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct LowerThanOffered {
    new: String,
    offered: String,
}

/// Judges whether a package may be published: whoever it is for, with just what it requires, must not be offered a higher version.
///
/// Others may be: a higher version for those who have more permissions is a stage of its own.
///
/// # Errors
/// [`LowerThanOffered`] names the highest version that is offered.
pub(crate) fn judge<'a>(
    new: &Product,
    audience: Audience<'_>,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    lower: LowerVersion,
) -> Result<(), LowerThanOffered> {
    let offered = rivals(new, audience, packages);
    let higher = offered
        .iter()
        .filter(|package| package.product.version.compare_fully(&new.version) == Ordering::Greater);
    let highest = higher.max_by(|left, right| left.product.version.compare_fully(&right.product.version));
    match (lower, highest) {
        (LowerVersion::Refuse, Some(offered)) => {
            Err(LowerThanOffered { new: in_words(new), offered: offered.to_string() })
        }
        _ => Ok(()),
    }
}

/// What somebody whom the new one is for is offered of the families that it meets; what gives way to the new one anyway, because
/// it is for another branding or in another language, is none of them.
pub(super) fn rivals<'a>(
    new: &Product,
    audience: Audience<'_>,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
) -> Vec<&'a Arc<Package>> {
    let meets = |package: &&Arc<Package>| package.product.family().meets(&new.family());
    let rivals = packages.into_iter().filter(|package| meets(package) && stands_beside(audience, package));
    offer(rivals, audience)
}

impl Explain for LowerThanOffered {
    fn message(&self) -> Message {
        message!("publication-lower-than-offered", new = &self.new, offered = &self.offered)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::Product;

    use super::{LowerVersion, judge};
    use crate::model::audience::Audience;
    use crate::model::package::Package;
    use crate::rules::fixtures::{branded, package, speaking, withdrawn};

    fn parts(new: &Package) -> (&Product, Audience<'_>) {
        (&new.product, new.audience())
    }

    #[test]
    fn a_lower_version_than_its_users_are_offered_needs_a_word() {
        let check = |what: &str, new: Package, others: &[Package], expected: Option<&str>| {
            let others: Vec<_> = others.iter().cloned().map(Arc::new).collect();
            let (product, audience) = parts(&new);
            let refused = judge(product, audience, &others, LowerVersion::Refuse).err();
            assert_eq!(refused.map(|error| error.offered).as_deref(), expected, "{what}");
            assert_eq!(judge(product, audience, &others, LowerVersion::Publish), Ok(()), "{what}");
        };
        let notes = |version, requires| package("Notes", version, "x64", requires);
        check("the first", notes("1.0.0", ""), &[], None);
        check("a higher one", notes("2.0.0", ""), &[notes("1.0.0", "")], None);
        check("a lower one", notes("1.0.0", ""), &[notes("2.0.0", "")], Some("Notes 2.0.0 (x64)"));
        check(
            "below the highest",
            notes("1.0.0", ""),
            &[notes("2.0.0", ""), notes("3.0.0", "")],
            Some("Notes 3.0.0 (x64)"),
        );
        check("numbers, not letters", notes("1.9.0", ""), &[notes("1.10.0", "")], Some("Notes 1.10.0 (x64)"));
        check("below a withdrawn one", notes("1.0.0", ""), &[withdrawn(notes("2.0.0", ""))], None);
        check("below a beta", notes("1.0.0", ""), &[notes("2.0.0", "beta")], None);
        check(
            "a beta below what all have",
            notes("1.0.0", "beta"),
            &[notes("2.0.0", "")],
            Some("Notes 2.0.0 (x64)"),
        );
        check(
            "a beta below a beta",
            notes("1.0.0", "a b"),
            &[notes("2.0.0", "a")],
            Some("Notes 2.0.0 (x64)"),
        );
        check("another audience", notes("1.0.0", "a"), &[notes("2.0.0", "b")], None);
        check("the same version", notes("1.0.0", ""), &[notes("1.0", "")], None);
        check(
            "a lower fourth field",
            notes("1.0.0.1", ""),
            &[notes("1.0.0.2", "")],
            Some("Notes 1.0.0.2 (x64)"),
        );
        check("a higher fourth field", notes("1.0.0.2", ""), &[notes("1.0.0.1", "")], None);
        check("another platform", package("Notes", "1.0.0", "x86", ""), &[notes("2.0.0", "")], None);
        check(
            "all platforms",
            package("Notes", "1.0.0", "", ""),
            &[notes("2.0.0", "")],
            Some("Notes 2.0.0 (x64)"),
        );
        let german = |version| speaking(notes(version, ""), "de_DE");
        check("another language", german("1.0.0"), &[speaking(notes("2.0.0", ""), "en_US")], None);
        check("the same language", german("1.0.0"), &[german("2.0.0")], Some("Notes 2.0.0 (x64, de_DE)"));
        check(
            "below one for any language",
            german("1.0.0"),
            &[notes("2.0.0", "")],
            Some("Notes 2.0.0 (x64)"),
        );
        check("one for any language below a German one", notes("1.0.0", ""), &[german("2.0.0")], None);
        check(
            "one for any language below what everybody gets",
            notes("1.0.0", ""),
            &[speaking(notes("2.0.0", ""), "en_US")],
            Some("Notes 2.0.0 (x64, en_US)"),
        );
        check("for a branding", branded(notes("1.0.0", ""), "acme"), &[notes("2.0.0", "")], None);
        check("below one of a branding", notes("1.0.0", ""), &[branded(notes("2.0.0", ""), "acme")], None);
        check("another product", package("Drive", "1.0.0", "x64", ""), &[notes("2.0.0", "")], None);
    }
}
