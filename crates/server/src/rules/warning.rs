//! What an administrator ought to know about a package, though nothing speaks against publishing it.

use std::cmp::Ordering;
use std::sync::Arc;

use catalog::install_params::{NotFilled, Placeholder};
use catalog::msi::Metadata;
use catalog::{Product, ProductVersion, ReleaseDate, Scope};
use jiff::civil::Date;
use text::{Explain, Message, message};

use super::destination::Destination;
use super::inspection::{previous, scope_in_words};
use super::publication::rivals;
use crate::model::audience::Audience;
use crate::model::package::Package;

/// A package that may be published, and what is asked of its users.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'a> {
    /// The entry of update.xml as it would be.
    pub(crate) product: &'a Product,
    /// What the MSI says.
    pub(crate) metadata: &'a Metadata,
    /// Whom it is for: with just the permissions that a user would need.
    pub(crate) audience: Audience<'a>,
}

/// What an administrator ought to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Warning {
    /// A higher version is offered to those who would get it.
    Older {
        /// The higher one, in words.
        offered: String,
    },
    /// To Windows Installer, another package has the same version: only the fourth number differs.
    FourthFieldOnly {
        /// The version that is to be published.
        version: ProductVersion,
        /// The other.
        other: ProductVersion,
        /// The one that is offered from now on.
        offered: ProductVersion,
    },
    /// A placeholder in the install params has no value for some of those who may have it.
    NoValue {
        /// The placeholder.
        placeholder: Placeholder,
        /// Why not.
        reason: NotFilled,
        /// The properties that are left out for them.
        properties: String,
        /// How many they are.
        users: usize,
        /// Of how many.
        of: usize,
        /// The sources of their accounts.
        sources: String,
    },
    /// Another package has the very same version.
    SameVersion(ProductVersion),
    /// Another package of this name and manufacturer has another upgrade code.
    UpgradeCodeChanged {
        /// The other, in words.
        other: String,
    },
    /// The version before installs for everyone on a PC and this one for one person, or the other way round.
    ScopeChanged {
        /// The version before, in words.
        previous: String,
        /// Its scope.
        from: Scope,
        /// The scope now.
        to: Scope,
    },
    /// Another package with other bytes has the same ProductCode.
    ProductCodeKnown {
        /// The other, in words.
        other: String,
    },
    /// It is released in the future.
    ReleasedLater(Date),
    /// The version has a fourth number, and no other package is told from it by that.
    FourthField(ProductVersion),
    /// It stays elsewhere and is fetched by `http:`.
    FetchedPlain(String),
    /// It stays at an address that every PC takes for itself.
    FetchedFromItself(String),
    /// The file bears no digital signature.
    Unsigned,
}

impl Warning {
    /// Whether it speaks of the file alone, whatever else is published.
    pub(crate) fn is_about_the_file(&self) -> bool {
        matches!(self, Self::Unsigned | Self::FourthField(_))
    }
}

/// What the administrator ought to know who publishes a package today, beside the packages that are known.
pub(crate) fn warnings<'a>(
    new: Candidate<'_>,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
    today: Date,
) -> Vec<Warning> {
    let is_other = |package: &&Arc<Package>| Some(package.sha256) != new.product.sha256;
    let others: Vec<_> = packages.into_iter().filter(is_other).collect();
    let mut warnings = beside_offered(new, &others);
    let published = || others.iter().filter(|other| other.withdrawn_at.is_none());
    let code = new.product.upgrade_code;
    if !others.iter().any(|other| other.product.upgrade_code == code)
        && let Some(other) = published().find(|other| is_namesake(&other.metadata, new.metadata))
    {
        warnings.push(Warning::UpgradeCodeChanged { other: other.to_string() });
    }
    if let Some(previous) = previous(new.product, new.audience, others.iter().copied()) {
        let (from, to) = (previous.metadata.scope, new.metadata.scope);
        if matches!((from, to), (Scope::Machine, Scope::User) | (Scope::User, Scope::Machine)) {
            warnings.push(Warning::ScopeChanged { previous: previous.to_string(), from, to });
        }
    }
    let same_code = |other: &&&Arc<Package>| other.product.product_code == new.product.product_code;
    if let Some(other) = others.iter().find(same_code) {
        warnings.push(Warning::ProductCodeKnown { other: other.to_string() });
    }
    warnings.extend(about_the_way(&new.product.url));
    if let Some(ReleaseDate::Day(day)) = new.product.release_date
        && day > today
    {
        warnings.push(Warning::ReleasedLater(day));
    }
    let tells = |warning: &Warning| matches!(warning, Warning::FourthFieldOnly { .. });
    if new.product.version.has_fourth_field() && !warnings.iter().any(tells) {
        warnings.push(Warning::FourthField(new.product.version.clone()));
    }
    if !new.metadata.signed {
        warnings.push(Warning::Unsigned);
    }
    warnings
}

/// What clients will make of a package's address, where it stays elsewhere; docs/reference/oxupdate.md tells their rules.
fn about_the_way(url: &str) -> Option<Warning> {
    // One that is here has its file's name for a URL, which is no destination.
    let destination = Destination::parse(url).ok()?;
    if destination.is_each_ones_own() {
        return Some(Warning::FetchedFromItself(destination.host()));
    }
    (!destination.is_encrypted()).then(|| Warning::FetchedPlain(destination.host()))
}

/// How the version stands to those that whoever gets the package is offered.
fn beside_offered(new: Candidate<'_>, others: &[&Arc<Package>]) -> Vec<Warning> {
    let offered = rivals(new.product, new.audience, others.iter().copied());
    let own = &new.product.version;
    let mut warnings = Vec::new();
    for other in offered {
        let version = &other.product.version;
        if own.differs_only_in_fourth_field(version) {
            let is_lower = own.compare_fully(version) == Ordering::Less;
            let offered = if is_lower { version.clone() } else { own.clone() };
            let (version, other) = (own.clone(), version.clone());
            warnings.push(Warning::FourthFieldOnly { version, other, offered });
        } else if own.compare_fully(version) == Ordering::Equal {
            warnings.push(Warning::SameVersion(own.clone()));
        } else if own.compare_fully(version) == Ordering::Less {
            warnings.push(Warning::Older { offered: other.to_string() });
        }
    }
    warnings
}

/// Whether two packages call themselves the same product of the same manufacturer.
fn is_namesake(one: &Metadata, other: &Metadata) -> bool {
    Names::of(one) == Names::of(other)
}

/// The names that tell that two packages are of one product: its own and the manufacturer's, however they are spelt.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Names([String; 2]);

impl Names {
    /// The names that an MSI gives.
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self([&metadata.product_name, &metadata.manufacturer].map(|word| word.trim().to_lowercase()))
    }
}

impl Explain for Warning {
    fn message(&self) -> Message {
        match self {
            Self::Older { offered } => message!("publication-older", offered = offered),
            Self::FourthFieldOnly { version, other, offered } => message!(
                "publication-fourth-field-only",
                version = version.as_str(),
                other = other.as_str(),
                offered = offered.as_str()
            ),
            Self::NoValue { placeholder, reason, properties, users, of, sources } => {
                let said = match (reason, of) {
                    (_, 0) => message!("publication-no-value-local"),
                    (NotFilled::Missing, _) => message!("publication-no-value"),
                    (NotFilled::ControlCharacter, _) => message!("publication-value-control-character"),
                    (NotFilled::TooLong, _) => message!("publication-value-too-long"),
                };
                said.with("variable", placeholder.as_str())
                    .with("properties", properties)
                    .with("users", *users)
                    .with("of", *of)
                    .with("sources", sources)
            }
            Self::SameVersion(version) => message!("publication-same-version", version = version.as_str()),
            Self::UpgradeCodeChanged { other } => message!("publication-upgrade-code-changed", other = other),
            Self::ScopeChanged { previous, from, to } => message!(
                "publication-scope-changed",
                previous = previous,
                from = scope_in_words(*from),
                to = scope_in_words(*to)
            ),
            Self::ProductCodeKnown { other } => message!("publication-product-code-known", other = other),
            Self::ReleasedLater(day) => {
                message!("publication-released-later", day = ReleaseDate::Day(*day).to_string())
            }
            Self::FourthField(version) => message!("publication-fourth-field", version = version.as_str()),
            Self::FetchedPlain(host) => message!("publication-fetched-plain", host = host),
            Self::FetchedFromItself(host) => message!("publication-fetched-from-itself", host = host),
            Self::Unsigned => message!("publication-unsigned"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use catalog::{ReleaseDate, Scope};
    use jiff::civil::date;

    use super::{Candidate, Warning, warnings};
    use crate::model::package::Package;
    use crate::rules::fixtures::{branded, package, speaking, withdrawn};

    fn changed(mut package: Package, change: impl Fn(&mut Package)) -> Package {
        change(&mut package);
        package
    }

    fn told(warning: &Warning) -> String {
        match warning {
            Warning::Older { offered } => format!("older than {offered}"),
            Warning::FourthFieldOnly { other, offered, .. } => {
                format!("fourth {other}, {offered} offered")
            }
            Warning::NoValue { placeholder, .. } => format!("no value for {}", placeholder.as_str()),
            Warning::SameVersion(version) => format!("same {version}"),
            Warning::UpgradeCodeChanged { other } => format!("other code than {other}"),
            Warning::ScopeChanged { previous, from, to } => {
                format!("{from} to {to} since {previous}")
            }
            Warning::ProductCodeKnown { other } => format!("product code of {other}"),
            Warning::ReleasedLater(day) => format!("later {day}"),
            Warning::FourthField(version) => format!("four numbers {version}"),
            Warning::FetchedPlain(host) => format!("by http from {host}"),
            Warning::FetchedFromItself(host) => format!("from itself at {host}"),
            Warning::Unsigned => "unsigned".to_owned(),
        }
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table of examples")]
    fn what_is_odd_is_told_and_published() {
        let check = |what: &str, new: &Package, others: &[Package], expected: &[&str]| {
            let others: Vec<_> = others.iter().cloned().map(Arc::new).collect();
            let candidate =
                Candidate { product: &new.product, metadata: &new.metadata, audience: new.audience() };
            let found: Vec<_> = warnings(candidate, &others, date(2026, 11, 21)).iter().map(told).collect();
            assert_eq!(found, expected, "{what}");
        };
        let notes = |version| package("Notes", version, "x64", "");
        check("nothing odd", &notes("2.0.0"), &[notes("1.0.0")], &[]);
        check("the first", &notes("1.0.0"), &[], &[]);
        check(
            "a higher fourth field",
            &notes("1.0.0.2"),
            &[notes("1.0.0.1")],
            &["fourth 1.0.0.1, 1.0.0.2 offered"],
        );
        check(
            "a lower fourth field",
            &notes("1.0.0"),
            &[notes("1.0.0.1")],
            &["fourth 1.0.0.1, 1.0.0.1 offered"],
        );
        check("four numbers", &notes("1.0.0.1"), &[], &["four numbers 1.0.0.1"]);
        check("the same version", &notes("1.0.0"), &[notes("1.0")], &["same 1.0.0"]);
        check(
            "in two languages",
            &speaking(notes("1.0.0"), "de_DE"),
            &[speaking(notes("1.0"), "en_US")],
            &[],
        );
        check("for two brandings", &branded(notes("1.0.0"), "acme"), &[branded(notes("1.0"), "other")], &[]);
        check("the same bytes", &notes("1.0.0"), &[notes("1.0.0")], &[]);
        check("a lower one", &notes("1.0.0"), &[notes("2.0.0")], &["older than Notes 2.0.0 (x64)"]);
        check("below a withdrawn one", &notes("1.0.0"), &[withdrawn(notes("2.0.0"))], &[]);

        for (url, expected) in [
            ("https://example.com/a.msi", None),
            ("http://10.0.0.1/a.msi", Some("by http from 10.0.0.1")),
            ("http://localhost:81/a.msi", Some("from itself at localhost:81")),
            ("https://127.0.0.1/a.msi", Some("from itself at 127.0.0.1")),
        ] {
            let there = changed(notes("1.0.0"), |package| url.clone_into(&mut package.product.url));
            check(url, &there, &[], &expected.into_iter().collect::<Vec<_>>());
        }
        let unsigned = changed(notes("1.0.0"), |package| package.metadata.signed = false);
        check("without a signature", &unsigned, &[], &["unsigned"]);
        let for_one = changed(notes("2.0.0"), |package| package.metadata.scope = Scope::User);
        let for_either = changed(notes("2.0.0"), |package| package.metadata.scope = Scope::Either);
        check(
            "for one person now",
            &for_one,
            &[notes("1.0.0")],
            &["machine to user since Notes 1.0.0 (x64)"],
        );
        check("for everyone now", &notes("3.0.0"), &[for_one], &["user to machine since Notes 2.0.0 (x64)"]);
        check("whichever is asked for", &for_either, &[notes("1.0.0")], &[]);

        let renamed = changed(package("Mail", "2.0.0", "x64", ""), |package| {
            package.metadata.product_name = "NOTES ".to_owned();
        });
        check("another upgrade code", &renamed, &[notes("1.0.0")], &["other code than Notes 1.0.0 (x64)"]);
        check("whose family is known", &renamed, &[notes("1.0.0"), package("Mail", "1.0.0", "x64", "")], &[]);
        check("of a product that is gone", &renamed, &[withdrawn(notes("1.0.0"))], &[]);
        let of_another = changed(renamed, |package| package.metadata.manufacturer = "Else".to_owned());
        check("of another manufacturer", &of_another, &[notes("1.0.0")], &[]);

        let in_place = changed(notes("1.1.0"), |package| {
            package.product.product_code = notes("1.0.0").product.product_code;
        });
        for known in [notes("1.0.0"), withdrawn(notes("1.0.0"))] {
            check("the same product code", &in_place, &[known], &["product code of Notes 1.0.0 (x64)"]);
        }

        let released = |year, month, day| {
            let mut package = notes("1.0.0");
            package.product.release_date = Some(ReleaseDate::Day(date(year, month, day)));
            package
        };
        check("today", &released(2026, 11, 21), &[], &[]);
        check("tomorrow", &released(2026, 11, 22), &[], &["later 2026-11-22"]);
        check("long ago", &released(2009, 9, 21), &[], &[]);
    }
}
