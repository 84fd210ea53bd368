//! A product: one entry of update.xml, one upgrade family as a person sees it.

use std::fmt;

use text::{Explain, Message, message};

use crate::{
    Icon, Importance, InstallParams, Md5, Platform, ProductCode, ProductVersion, ReleaseDate, Scope, Sha256,
    UpgradeCode,
};

/// The most characters of a product's name.
pub const NAME_LENGTH_MAX: usize = 256;
/// The most characters of a URL.
pub const URL_LENGTH_MAX: usize = 2_048;
/// The most characters of a description, and of what a product requires.
pub const DESCRIPTION_LENGTH_MAX: usize = 2_000;
/// The most characters of release notes.
pub const RELEASE_NOTES_LENGTH_MAX: usize = 20_000;
/// The most programs that may have to be closed before an install.
pub const CLOSE_FIRST_MAX: usize = 16;
/// The most characters of a program's name, such as `OUTLOOK.EXE`.
pub const PROGRAM_LENGTH_MAX: usize = 64;

/// One entry of update.xml.
///
/// The fields up to `importance` are the original's; the others are our own and optional, and old clients skip them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The name that a person sees.
    pub name: String,
    /// The version on offer.
    pub version: ProductVersion,
    /// What the versions of this product have in common.
    pub upgrade_code: UpgradeCode,
    /// MD5 of the package; the only digest that old clients know.
    pub md5: Option<Md5>,
    /// When it was released.
    pub release_date: Option<ReleaseDate>,
    /// Where the package is; may be relative to where update.xml was.
    pub url: String,
    /// Where a person finds more to read.
    pub info_url: Option<String>,
    /// The product's icon.
    pub icon: Option<Icon>,
    /// What the publisher hands to the installer.
    pub install_params: InstallParams,
    /// How important the update is.
    pub importance: Importance,
    /// SHA-256 of the package.
    pub sha256: Option<Sha256>,
    /// The package's size in bytes.
    pub size: Option<u64>,
    /// The product code of this version.
    pub product_code: Option<ProductCode>,
    /// The processor that the package was built for.
    pub platform: Option<Platform>,
    /// For whom the package installs.
    pub scope: Option<Scope>,
    /// What the product is, in a sentence or two of plain text.
    pub description: Option<String>,
    /// What is new in this version, plain text, line breaks kept.
    pub release_notes: Option<String>,
    /// Which versions of Windows and Outlook it needs, as text for a person.
    pub requires: Option<String>,
    /// Programs to close before the install, such as `OUTLOOK.EXE`.
    pub close_first: Vec<String>,
}

/// What tells product families apart: of one family, a PC is offered one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Family {
    /// What the versions have in common.
    pub upgrade_code: UpgradeCode,
    /// The platform; `None` where an entry does not say.
    pub platform: Option<Platform>,
}

impl Product {
    /// The family that this entry belongs to.
    #[must_use]
    pub fn family(&self) -> Family {
        Family { upgrade_code: self.upgrade_code, platform: self.platform }
    }
}

impl Family {
    /// Whether two entries would meet on one PC as the same product; an entry that does not say its platform meets each.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let same_platform = match (self.platform, other.platform) {
            (Some(own), Some(others)) => own == others,
            _ => true,
        };
        self.upgrade_code == other.upgrade_code && same_platform
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.upgrade_code)?;
        self.platform.map_or(Ok(()), |platform| write!(formatter, " {platform}"))
    }
}

/// Text that does not name programs by their file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct CloseFirstError;

impl Explain for CloseFirstError {
    fn message(&self) -> Message {
        message!("close-first-wrong", programs = CLOSE_FIRST_MAX)
    }
}

/// Reads the programs to close before an install: file names, with semicolons between them.
///
/// # Errors
/// [`CloseFirstError`] if one of them is more than a file's name, or they are more than [`CLOSE_FIRST_MAX`].
pub fn close_first(written: &str) -> Result<Vec<String>, CloseFirstError> {
    let names: Vec<String> =
        written.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let is_file_name = |name: &String| {
        name.chars().count() <= PROGRAM_LENGTH_MAX
            && !name.chars().any(|letter| letter.is_control() || "\\/:*?\"<>|".contains(letter))
    };
    if names.len() > CLOSE_FIRST_MAX || !names.iter().all(is_file_name) {
        return Err(CloseFirstError);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::Family;
    use crate::{Platform, UpgradeCode};

    #[test]
    fn families_meet_on_one_platform_or_where_none_is_said() {
        let family = |code: u8, platform| Family {
            upgrade_code: UpgradeCode::parse(&format!("{{00000000-0000-0000-0000-0000000000{code:02}}}"))
                .unwrap(),
            platform,
        };
        let check = |left: Family, right: Family, meets| {
            assert_eq!(left.meets(&right), meets, "{left} {right}");
            assert_eq!(right.meets(&left), meets, "{right} {left}");
        };
        check(family(1, Some(Platform::X64)), family(1, Some(Platform::X64)), true);
        check(family(1, Some(Platform::X64)), family(1, Some(Platform::X86)), false);
        check(family(1, Some(Platform::X64)), family(1, None), true);
        check(family(1, None), family(1, None), true);
        check(family(1, None), family(2, None), false);
    }
}
