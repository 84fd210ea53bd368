//! For whom an update is installed: where the product is installed already, or that it cannot be. Pure.
//!
//! Source: Microsoft, "ALLUSERS property", "MSIINSTALLPERUSER property" and "Single Package Authoring": 1 is per machine, absent or
//! empty is per user, and of a package for either, 2 with MSIINSTALLPERUSER=1 is per user. An upgrade looks for older versions in its
//! own context only.

use catalog::Scope;

use crate::machine::Context;

/// Whether a package can be installed where the product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It can, or it is not known.
    Fits,
    /// It installs elsewhere, so that the installed version would remain beside it.
    Elsewhere,
}

/// Whether a package of a scope can be installed in a context; `None` stands for what is not known, or is all the same.
#[must_use]
pub(super) fn fit(scope: Option<Scope>, target: Option<Context>) -> Fit {
    match (scope, target) {
        (Some(Scope::Machine), Some(Context::User)) | (Some(Scope::User), Some(Context::Machine)) => {
            Fit::Elsewhere
        }
        _ => Fit::Fits,
    }
}

/// The properties by which a package of a scope is installed in a context; none where the package decides rightly by itself.
#[must_use]
pub(super) fn properties(scope: Scope, target: Option<Context>) -> &'static str {
    match (scope, target) {
        (Scope::Either, Some(Context::Machine)) => "ALLUSERS=1",
        (Scope::Either, Some(Context::User)) => "ALLUSERS=2 MSIINSTALLPERUSER=1",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use catalog::Scope::{self, Either};

    use super::Fit::{self, Elsewhere, Fits};
    use super::{fit, properties};
    use crate::machine::Context::{self, Machine, User};

    #[test]
    fn an_update_goes_where_the_product_is_or_says_that_it_cannot() {
        let check = |scope: Option<Scope>, target: Option<Context>, expected: Fit, line: &str| {
            assert_eq!(fit(scope, target), expected, "{scope:?} {target:?}");
            let properties = scope.map_or("", |scope| properties(scope, target));
            assert_eq!(properties, line, "{scope:?} {target:?}");
        };
        check(Some(Scope::Machine), Some(Machine), Fits, "");
        check(Some(Scope::Machine), Some(User), Elsewhere, "");
        check(Some(Scope::Machine), None, Fits, "");
        check(Some(Scope::User), Some(User), Fits, "");
        check(Some(Scope::User), Some(Machine), Elsewhere, "");
        check(Some(Scope::User), None, Fits, "");
        check(Some(Either), Some(Machine), Fits, "ALLUSERS=1");
        check(Some(Either), Some(User), Fits, "ALLUSERS=2 MSIINSTALLPERUSER=1");
        check(Some(Either), None, Fits, "");
        check(None, Some(Machine), Fits, "");
        check(None, Some(User), Fits, "");
    }
}
