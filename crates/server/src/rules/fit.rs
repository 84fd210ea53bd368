//! Which packages of one product suit a person: those for the person's branding first, then those in what the person reads.
//!
//! It says nothing of versions: among those that suit, the highest is offered (see [`super::catalog`]).

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use catalog::Locale;

use crate::model::audience::Audience;
use crate::model::package::Package;

/// How well what a package speaks suits a reader, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Just what the person reads.
    Exact,
    /// The same language of another place, or of no place.
    Language,
    /// It is not made for one language.
    Any,
    /// What everybody gets who has nothing better: `en_US`.
    Fallback,
    /// The same language as that.
    FallbackLanguage,
    /// Another language; better than nothing, and worse than all else.
    Other,
}

impl Fit {
    /// How what a package speaks suits a reader.
    pub(super) fn of(spoken: Option<&Locale>, reader: &Locale, fallback: &Locale) -> Self {
        match spoken {
            None => Self::Any,
            Some(spoken) if spoken == reader => Self::Exact,
            Some(spoken) if spoken.language() == reader.language() => Self::Language,
            Some(spoken) if spoken == fallback => Self::Fallback,
            Some(spoken) if spoken.language() == fallback.language() => Self::FallbackLanguage,
            Some(_) => Self::Other,
        }
    }

    /// Whether a package of this fit gives way to one of another fit, whatever their versions are.
    ///
    /// One that is not made for a language stands beside all but those in a language that the person does not read.
    fn gives_way_to(self, other: Self) -> bool {
        match (self, other) {
            (Self::Any, _) => false,
            (Self::Other, Self::Any) => true,
            (_, Self::Any) => false,
            _ => other < self,
        }
    }
}

/// All that what a person reads can decide, beside packages that speak these languages: whoever has the same is offered the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Heard {
    /// It is just what a package speaks.
    Exact(Locale),
    /// A package speaks the same language elsewhere.
    Language(String),
    /// No package speaks it.
    Nothing,
}

impl Heard {
    /// What becomes of what a person reads, or of the fallback.
    pub(crate) fn of(reading: Option<&Locale>, spoken: &HashSet<Locale>) -> Self {
        let fallback = Locale::fallback();
        let reader = reading.unwrap_or(&fallback);
        if spoken.contains(reader) {
            Self::Exact(reader.clone())
        } else if spoken.iter().any(|spoken| spoken.language() == reader.language()) {
            Self::Language(reader.language().to_owned())
        } else {
            Self::Nothing
        }
    }
}

/// Who reads, for as long as one question takes.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    audience: Audience<'a>,
    fallback: Locale,
}

impl<'a> Reader<'a> {
    /// Somebody of this audience.
    pub(super) fn of(audience: Audience<'a>) -> Self {
        Self { audience, fallback: Locale::fallback() }
    }

    fn fit(&self, package: &Package) -> Fit {
        let reader = self.audience.locale.unwrap_or(&self.fallback);
        Fit::of(package.locale.as_ref(), reader, &self.fallback)
    }

    /// Whether a package gives way to another one that would meet it on a PC.
    fn gives_way(&self, package: &Package, other: &Package) -> bool {
        match (&package.branding, &other.branding) {
            (None, Some(_)) => true,
            (Some(_), None) => false,
            _ => self.fit(package).gives_way_to(self.fit(other)),
        }
    }

    /// Which of two of the same version suits better: greater is better.
    pub(super) fn compare(&self, left: &Package, right: &Package) -> Ordering {
        if left.locale == right.locale {
            return Ordering::Equal;
        }
        self.fit(right).cmp(&self.fit(left))
    }

    /// Leaves out of the packages of one upgrade code, all of which the person may have, what gives way to another one.
    pub(super) fn retain(&self, packages: &mut Vec<&Arc<Package>>) {
        if packages.iter().all(|package| package.locale.is_none() && package.branding.is_none()) {
            return;
        }
        // Whatever their versions are, packages of one kind give way alike: thousands of versions are a few kinds.
        let mut kinds = HashMap::new();
        for package in packages.iter().copied() {
            let kind = (package.product.platform, &package.locale, &package.branding);
            kinds.entry(kind).or_insert(package);
        }
        let stays = |package: &Arc<Package>| {
            let family = package.product.family();
            !kinds
                .values()
                .any(|other| other.product.family().meets(&family) && self.gives_way(package, other))
        };
        let staying: HashMap<_, bool> = kinds.iter().map(|(kind, package)| (*kind, stays(package))).collect();
        packages.retain(|package| {
            let kind = (package.product.platform, &package.locale, &package.branding);
            staying.get(&kind).copied().unwrap_or(true)
        });
    }
}

/// Whether a package that is to be published is held against another one: both are for the same people.
pub(super) fn stands_beside(new: Audience<'_>, other: &Package) -> bool {
    let fallback = Locale::fallback();
    let is_spoken_alike = match (new.locale, &other.locale) {
        (_, None) => true,
        (Some(own), Some(others)) => own == others,
        // Of those in one language, only what everybody gets is.
        (None, Some(others)) => others.language() == fallback.language(),
    };
    new.branding == other.branding.as_ref() && is_spoken_alike
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use catalog::Locale;

    use super::{Fit, Heard};

    #[test]
    fn what_a_package_speaks_suits_a_reader_more_or_less() {
        let check = |reader: &str, spoken: &str, expected: Fit| {
            let locale = |written: &str| Locale::parse(written).ok();
            let reader = locale(reader).unwrap();
            let fit = Fit::of(locale(spoken).as_ref(), &reader, &Locale::fallback());
            assert_eq!(fit, expected, "{reader} {spoken}");
        };
        check("de_DE", "de_DE", Fit::Exact);
        check("de_DE", "de_AT", Fit::Language);
        check("de_DE", "de", Fit::Language);
        check("de", "de_DE", Fit::Language);
        check("de_DE", "", Fit::Any);
        check("de_DE", "en_US", Fit::Fallback);
        check("de_DE", "en_GB", Fit::FallbackLanguage);
        check("de_DE", "fr_FR", Fit::Other);
        check("en_US", "en_US", Fit::Exact);
        check("en_GB", "en_US", Fit::Language);
    }

    #[test]
    fn only_what_suits_less_gives_way() {
        use Fit::{Any, Exact, Fallback, FallbackLanguage, Language, Other};
        let all = [Exact, Language, Any, Fallback, FallbackLanguage, Other];
        let check = |fit: Fit, expected: &[Fit]| {
            let winning: Vec<Fit> = all.into_iter().filter(|other| fit.gives_way_to(*other)).collect();
            assert_eq!(winning, expected, "{fit:?}");
        };
        check(Exact, &[]);
        check(Language, &[Exact]);
        check(Any, &[]);
        check(Fallback, &[Exact, Language]);
        check(FallbackLanguage, &[Exact, Language, Fallback]);
        check(Other, &[Exact, Language, Any, Fallback, FallbackLanguage]);
    }

    fn locales(written: &str) -> Vec<Locale> {
        written.split_whitespace().map(|written| Locale::parse(written).unwrap()).collect()
    }

    #[test]
    fn of_what_people_read_only_what_packages_speak_is_heard() {
        let spoken: HashSet<Locale> = locales("de_DE de fr_FR en_GB").into_iter().collect();
        let check = |reads: &str, expected: Heard| {
            assert_eq!(Heard::of(Locale::parse(reads).ok().as_ref(), &spoken), expected, "{reads:?}");
        };
        let language = |written: &str| Heard::Language(written.to_owned());
        check("de_DE", Heard::Exact(Locale::parse("de_DE").unwrap()));
        check("de", Heard::Exact(Locale::parse("de").unwrap()));
        check("de_AT", language("de"));
        check("fr", language("fr"));
        check("", language("en"));
        for unknown in ["sv_SE", "fi", "tlh_QQ"] {
            check(unknown, Heard::Nothing);
        }
        assert_eq!(Heard::of(None, &HashSet::new()), Heard::Nothing);
    }

    #[test]
    fn who_is_heard_alike_is_suited_alike() {
        let fallback = Locale::fallback();
        let readers = locales("de_DE de_AT de fr_FR fr en_US en_GB en sv_SE fi tlh_QQ");
        let mut compared = 0;
        for spoken in ["", "de", "de_DE", "de de_DE fr_FR", "en_US", "en_GB sv_FI", "en fr de_CH en_US"] {
            let spoken: HashSet<Locale> = locales(spoken).into_iter().collect();
            for (left, right) in
                readers.iter().flat_map(|left| readers.iter().map(move |right| (left, right)))
            {
                if Heard::of(Some(left), &spoken) == Heard::of(Some(right), &spoken) {
                    for one in spoken.iter().map(Some).chain([None]) {
                        assert_eq!(
                            Fit::of(one, left, &fallback),
                            Fit::of(one, right, &fallback),
                            "{left} {right}"
                        );
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 100, "{compared}");
    }
}
