//! What kind of update a package is to what is installed. Pure.
//!
//! Source: Microsoft, "Small Updates", "Minor Upgrades", "Major Upgrades" and "ProductVersion property".

use std::cmp::Ordering;

use catalog::{ProductCode, ProductVersion};
use serde::{Deserialize, Serialize};

use crate::machine::Installed;

/// The most characters of the file name of an installed product's package.
pub const PACKAGE_NAME_LENGTH_MAX: usize = 128;

/// Names that Windows keeps for devices, whatever follows after a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

/// What kind of update a package is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Nothing of its family is installed.
    First,
    /// The same ProductCode, and to Windows Installer the same version.
    Small,
    /// The same ProductCode and a higher version.
    Minor,
    /// Another ProductCode and a higher version.
    Major,
    /// Another ProductCode, and newer in the fourth field only, so that Windows Installer does not see it as newer.
    Unseen,
}

impl Kind {
    /// What kind a package is to what is installed, the highest version first.
    #[must_use]
    pub fn of(product_code: ProductCode, version: &ProductVersion, installed: &[Installed]) -> Self {
        let Some(highest) = installed.first() else { return Self::First };
        let same = same_product(product_code, installed);
        let is_same_version = same.unwrap_or(highest).version.compare(version) == Ordering::Equal;
        match (same, is_same_version) {
            (Some(_), true) => Self::Small,
            (Some(_), false) => Self::Minor,
            (None, true) => Self::Unseen,
            (None, false) => Self::Major,
        }
    }

    /// Whether it changes an installed product in place, in whatever context that is installed.
    #[must_use]
    pub fn is_in_place(self) -> bool {
        matches!(self, Self::Small | Self::Minor)
    }

    /// Whether only the fourth field of a version tells before from after.
    #[must_use]
    pub fn shows_in_fourth_field_only(self) -> bool {
        matches!(self, Self::Small | Self::Unseen)
    }

    /// The kind's name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::First => "first-install",
            Self::Small => "small-update",
            Self::Minor => "minor-update",
            Self::Major => "major-upgrade",
            Self::Unseen => "unseen-upgrade",
        }
    }
}

/// The installation with this product code.
pub(super) fn same_product(product_code: ProductCode, installed: &[Installed]) -> Option<&Installed> {
    installed.iter().find(|one| one.product_code == product_code)
}

/// Whether a text is nothing but a file name that Windows takes, so that no folder can be named by it.
#[must_use]
pub fn is_plain_file_name(name: &str) -> bool {
    let device = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = DEVICES.contains(&device.trim_end_matches(|last: char| last.is_ascii_digit()));
    let is_foreign = |letter: char| letter.is_control() || r#"\/:*?"<>|"#.contains(letter);
    !name.is_empty()
        && name.chars().count() <= PACKAGE_NAME_LENGTH_MAX
        && !name.contains(is_foreign)
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !is_device
}

#[cfg(test)]
mod tests {
    use catalog::{ProductCode, ProductVersion};

    use super::{Kind, PACKAGE_NAME_LENGTH_MAX, is_plain_file_name};
    use crate::examples::installed;

    #[test]
    fn product_code_and_version_tell_the_kind() {
        let check = |same_code: &[bool], versions: &[&str], offered: &str, expected: Kind| {
            let other = ProductCode::parse("{00000000-0000-0000-0000-0000000000FF}").unwrap();
            let own = installed("1.0").product_code;
            let there: Vec<_> = versions
                .iter()
                .zip(same_code)
                .map(|(version, same)| crate::machine::Installed {
                    product_code: if *same { own } else { other },
                    ..installed(version)
                })
                .collect();
            let kind = Kind::of(own, &ProductVersion::parse(offered).unwrap(), &there);
            assert_eq!(kind, expected, "{versions:?} {same_code:?} {offered}");
        };
        check(&[], &[], "1.0", Kind::First);
        check(&[true], &["1.0.0"], "1.0.1", Kind::Minor);
        check(&[true], &["1.0.0"], "2.0", Kind::Minor);
        check(&[true], &["1.0.0.1"], "1.0.0.2", Kind::Small);
        check(&[true], &["1.0.0"], "1.0.0.2", Kind::Small);
        check(&[true], &["1.0.0"], "1.0", Kind::Small);
        check(&[false], &["1.0.0"], "1.0.1", Kind::Major);
        check(&[false], &["1.0.0.1"], "1.0.0.2", Kind::Unseen);
        check(&[false, true], &["1.1", "1.0"], "1.2", Kind::Minor);
        check(&[false, true], &["1.1.0.1", "1.0"], "1.1.0.2", Kind::Minor);
        check(&[false, false], &["1.1.0.1", "1.0"], "1.1.0.2", Kind::Unseen);
    }

    #[test]
    fn a_package_name_from_the_registry_names_a_file_and_no_folder() {
        let check = |name: &str, expected: bool| assert_eq!(is_plain_file_name(name), expected, "{name:?}");
        for name in ["notes.msi", "Größe 1.0 (x64).MSI", "a.b.c.msi", "notes", ".notes.msi", "console.msi"]
        {
            check(name, true);
        }
        for name in [
            "",
            ".",
            "..",
            r"..\notes.msi",
            "a/b.msi",
            r"C:notes.msi",
            r"C:\notes.msi",
            r"\\server\share\a.msi",
            "a\0.msi",
            "a\n.msi",
            "notes.msi.",
            "notes.msi ",
            " notes.msi",
            "con.msi",
            "LPT1",
            "a|b.msi",
            "a?.msi",
            "a:stream",
        ] {
            check(name, false);
        }
        check(&"a".repeat(PACKAGE_NAME_LENGTH_MAX), true);
        check(&"a".repeat(PACKAGE_NAME_LENGTH_MAX + 1), false);
    }
}
