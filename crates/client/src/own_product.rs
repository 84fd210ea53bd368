//! What OX Updater itself is among the products of a catalog. Pure.

use catalog::UpgradeCode;

/// The upgrade code of OX Updater installed for everyone.
pub const FOR_EVERYONE: &str = "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}";
/// The upgrade code of OX Updater installed for one person.
pub const FOR_ONE_PERSON: &str = "{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A02}";

/// Whether a product is OX Updater itself.
#[must_use]
pub fn is_own(code: UpgradeCode) -> bool {
    [FOR_EVERYONE, FOR_ONE_PERSON].iter().any(|own| UpgradeCode::parse(own).ok() == Some(code))
}

#[cfg(test)]
mod tests {
    use catalog::UpgradeCode;

    use super::is_own;

    #[test]
    fn two_families_are_our_own() {
        let check = |code: &str, expected: bool| {
            assert_eq!(is_own(UpgradeCode::parse(code).unwrap()), expected, "{code}");
        };
        check("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A01}", true);
        check("6b0e6e4f-52a8-4e0b-9c0b-0d6c1b0a5a02", true);
        check("{6B0E6E4F-52A8-4E0B-9C0B-0D6C1B0A5A03}", false);
    }
}
