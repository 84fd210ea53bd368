//! What OX Updater itself is among the products of a catalog. Pure.

use catalog::UpgradeCode;

/// The upgrade code of OX Updater installed for everyone.
pub const FOR_EVERYONE: &str = "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}";
/// The upgrade code of OX Updater installed for one person.
pub const FOR_ONE_PERSON: &str = "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A02}";

/// Whether a product is OX Updater itself.
#[must_use]
pub fn is_own(code: UpgradeCode) -> bool {
    counterpart(code).is_some()
}

/// OX Updater for whom a product is not, which refuses to be installed beside it; `None` if the product is another one.
#[must_use]
pub fn counterpart(code: UpgradeCode) -> Option<UpgradeCode> {
    let own = [FOR_EVERYONE, FOR_ONE_PERSON].map(|own| UpgradeCode::parse(own).ok());
    match own {
        [for_everyone, for_one] if for_everyone == Some(code) => for_one,
        [for_everyone, for_one] if for_one == Some(code) => for_everyone,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use catalog::UpgradeCode;

    use super::{counterpart, is_own};

    #[test]
    fn two_families_are_our_own() {
        let check = |code: &str, other: Option<&str>| {
            let code = UpgradeCode::parse(code).unwrap();
            assert_eq!(is_own(code), other.is_some(), "{code}");
            assert_eq!(counterpart(code).map(|code| code.to_string()).as_deref(), other, "{code}");
        };
        check("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}", Some("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A02}"));
        check("6b0e6e4f-52a8-4e0b-9c0b-0d6c1b0a5a02", Some("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}"));
        check("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A03}", None);
    }
}
