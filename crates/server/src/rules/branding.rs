//! What a branding may say of a product, and whether what its users are offered is what it asks for.

use std::cmp::Ordering;
use std::sync::Arc;

use catalog::{
    Icon, IconError, InstallParams, Listing, ListingError, Product, ProductVersion, UpgradeCode,
    VersionError, listing,
};
use text::{Explain, Message, message};

use super::catalog::offer;
use crate::model::audience::Audience;
use crate::model::branding::{
    BRANDED_PRODUCTS_MAX, BRANDING_NAME_LENGTH_MAX, BRANDINGS_MAX, BrandedChange, BrandedProduct,
    BrandingName, BrandingNameError,
};
use crate::model::package::Package;
use crate::model::permission::Permissions;

/// Why something about a branding is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) enum BrandingError {
    /// There is none of this name.
    Unknown(String),
    /// A listing names one that is not there.
    Missing(String),
    /// There is one of this name.
    Known(String),
    /// The name is none.
    Name(BrandingNameError),
    /// What people call it is empty, too long, or no line.
    ShownName,
    /// Packages are for it alone.
    InUse(String),
    /// A folder would be imported as a branding that is called otherwise: it may be another organisation's.
    FolderOfAnother {
        /// The folder.
        folder: String,
        /// The branding.
        name: String,
        /// What people call it.
        shown_name: String,
    },
    /// The package in a folder is one for others already: a package is known by its bytes, and is for one branding or for all.
    PackageOfAnother {
        /// The folder.
        folder: String,
        /// The package, in words.
        package: String,
        /// The other branding.
        branding: String,
    },
    /// The package in a folder is a draft that is for another branding, or for everybody.
    DraftOfAnother {
        /// The folder.
        folder: String,
        /// The draft.
        draft: i64,
    },
    /// There are as many as there may be.
    TooMany,
    /// It says something of as many products as it may.
    TooManyProducts,
    /// No package has this name or upgrade code, or several products do.
    ProductUnknown(String),
    /// What it says cannot stand in update.xml.
    Listing(ListingError),
    /// The icon is none.
    Icon(IconError),
    /// The lowest version is none.
    Version(VersionError),
}

/// What people are to call a branding.
///
/// # Errors
/// [`BrandingError::ShownName`].
pub(crate) fn shown_name(written: &str) -> Result<String, BrandingError> {
    let name = written.trim();
    let is_line = !name.is_empty() && !name.contains(char::is_control);
    if is_line && name.chars().count() <= BRANDING_NAME_LENGTH_MAX {
        Ok(name.to_owned())
    } else {
        Err(BrandingError::ShownName)
    }
}

/// What a branding says of a product, with what changes.
///
/// # Errors
/// What of it could not stand in update.xml.
pub(crate) fn changed(
    code: UpgradeCode,
    before: &BrandedProduct,
    change: &BrandedChange,
) -> Result<BrandedProduct, BrandingError> {
    let said = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let or_before = |new: &Option<String>, old: &Option<String>| new.as_ref().map_or(old.clone(), said);
    let icon = match change.icon.as_ref().map(said) {
        None => before.icon.clone(),
        Some(None) => None,
        Some(Some(icon)) => Some(Icon::from_base64(&icon).map_err(BrandingError::Icon)?),
    };
    let minimum_version = match change.minimum_version.as_ref().map(said) {
        None => before.minimum_version.clone(),
        Some(None) => None,
        Some(Some(version)) => Some(ProductVersion::parse(&version).map_err(BrandingError::Version)?),
    };
    let (name, info_url) =
        (or_before(&change.name, &before.name), or_before(&change.info_url, &before.info_url));
    let listing = Listing { name: name.clone(), info_url, icon, ..Listing::default() };
    let judged = listing::relist(&anything(code)?, "package.msi", listing).map_err(BrandingError::Listing)?;
    Ok(BrandedProduct {
        name: name.map(|_| judged.name),
        icon: judged.icon,
        info_url: judged.info_url,
        minimum_version,
    })
}

/// A product of which nothing is known, to be said something of.
fn anything(upgrade_code: UpgradeCode) -> Result<Product, BrandingError> {
    Ok(Product {
        name: "product".to_owned(),
        version: ProductVersion::parse("1.0.0").map_err(BrandingError::Version)?,
        upgrade_code,
        md5: None,
        release_date: None,
        url: String::new(),
        info_url: None,
        icon: None,
        install_params: InstallParams::default(),
        importance: catalog::Importance::default(),
        sha256: None,
        size: None,
        product_code: None,
        platform: None,
        scope: None,
        description: None,
        release_notes: None,
        requires: None,
        close_first: Vec::new(),
    })
}

/// What users of a branding are offered of a product though it is lower than the branding asks for; every permission is theirs.
pub(crate) fn below_minimum<'a>(
    branding: &BrandingName,
    code: UpgradeCode,
    minimum: &ProductVersion,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
) -> Vec<&'a Arc<Package>> {
    let kin: Vec<_> = packages.into_iter().filter(|package| package.product.upgrade_code == code).collect();
    let permissions: Permissions = kin.iter().flat_map(|package| &package.required).cloned().collect();
    let audience = Audience { branding: Some(branding), ..Audience::with(&permissions) };
    let is_lower = |package: &&Arc<Package>| package.product.version.compare_fully(minimum) == Ordering::Less;
    offer(kin, audience).into_iter().filter(is_lower).collect()
}

/// The product that a person means: by its upgrade code, or by the name that its packages have.
///
/// # Errors
/// [`BrandingError::ProductUnknown`] if it is none or not one.
pub(crate) fn product<'a>(
    asked: &str,
    packages: impl IntoIterator<Item = &'a Arc<Package>>,
) -> Result<UpgradeCode, BrandingError> {
    if let Ok(code) = UpgradeCode::parse(asked.trim()) {
        return Ok(code);
    }
    let wanted = asked.trim().to_lowercase();
    let mut named = packages.into_iter().filter(|package| {
        [&package.product.name, &package.metadata.product_name]
            .iter()
            .any(|name| name.to_lowercase() == wanted)
    });
    let unknown = || BrandingError::ProductUnknown(asked.to_owned());
    let code = named.next().ok_or_else(unknown)?.product.upgrade_code;
    if named.all(|package| package.product.upgrade_code == code) { Ok(code) } else { Err(unknown()) }
}

impl Explain for BrandingError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(name) => message!("branding-unknown", name = name),
            Self::Missing(name) => message!("branding-missing", name = name),
            Self::Known(name) => message!("branding-known", name = name),
            Self::Name(error) => error.message(),
            Self::ShownName => message!("branding-shown-name-wrong", characters = BRANDING_NAME_LENGTH_MAX),
            Self::InUse(name) => message!("branding-in-use", name = name),
            Self::FolderOfAnother { folder, name, shown_name } => {
                message!("branding-folder-of-another", folder = folder, name = name, shown = shown_name)
            }
            Self::PackageOfAnother { folder, package, branding } => {
                message!(
                    "branding-package-of-another",
                    folder = folder,
                    package = package,
                    branding = branding
                )
            }
            Self::DraftOfAnother { folder, draft } => {
                message!("branding-draft-of-another", folder = folder, draft = *draft)
            }
            Self::TooMany => message!("branding-too-many", count = BRANDINGS_MAX),
            Self::TooManyProducts => message!("branding-too-many-products", count = BRANDED_PRODUCTS_MAX),
            Self::ProductUnknown(asked) => message!("branding-product-unknown", asked = asked),
            Self::Listing(error) => error.message(),
            Self::Icon(error) => error.message(),
            Self::Version(error) => error.message(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{BrandingError, below_minimum, changed, product, shown_name};
    use crate::model::branding::{BrandedChange, BrandedProduct};
    use crate::model::package::Package;
    use crate::rules::fixtures::{branded, package, withdrawn};

    #[test]
    fn what_is_not_said_stays_and_what_is_empty_goes() {
        let code = package("Notes", "1.0.0", "", "").product.upgrade_code;
        let said = |name: &str, url: &str, version: &str| {
            let text = |text: &str| (text != "-").then(|| text.to_owned());
            let change = BrandedChange {
                name: text(name),
                info_url: text(url),
                minimum_version: text(version),
                icon: None,
            };
            move |before: &BrandedProduct| changed(code, before, &change)
        };
        let first =
            said(" Acme Notes ", "https://acme.example/", "1.2.0")(&BrandedProduct::default()).unwrap();
        assert_eq!(first.name.as_deref(), Some("Acme Notes"));
        assert_eq!(first.minimum_version.as_ref().map(ToString::to_string).as_deref(), Some("1.2.0"));
        assert_eq!(said("-", "-", "-")(&first).unwrap(), first);
        assert_eq!(said("", "", "")(&first).unwrap(), BrandedProduct::default());
        let wrong = |name: &str, url: &str, version: &str| said(name, url, version)(&first).unwrap_err();
        assert!(matches!(wrong("a\nb", "-", "-"), BrandingError::Listing(_)));
        assert!(matches!(wrong("-", "ftp://x", "-"), BrandingError::Listing(_)));
        assert!(matches!(wrong("-", "-", "new"), BrandingError::Version(_)));
        let icon = BrandedChange { icon: Some("AAAA".to_owned()), ..BrandedChange::default() };
        assert!(matches!(changed(code, &first, &icon), Err(BrandingError::Icon(_))));
    }

    #[test]
    fn what_a_branding_asks_for_is_held_against_what_its_users_are_offered() {
        let branding = "acme".parse().unwrap();
        let check = |packages: &[Package], minimum: &str, expected: &[&str]| {
            let packages: Vec<_> = packages.iter().cloned().map(Arc::new).collect();
            let code = packages[0].product.upgrade_code;
            let found = below_minimum(&branding, code, &minimum.parse_version(), &packages);
            assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{minimum}");
        };
        let notes = |version| package("Notes", version, "x64", "a");
        check(&[notes("1.0.0")], "1.0.0", &[]);
        check(&[notes("1.0.0")], "1.0.1", &["Notes 1.0.0 (x64)"]);
        check(&[notes("1.0.0"), notes("2.0.0")], "1.5.0", &[]);
        check(&[notes("1.0.0"), withdrawn(notes("2.0.0"))], "1.5.0", &["Notes 1.0.0 (x64)"]);
        check(&[branded(notes("1.0.0"), "acme"), notes("2.0.0")], "1.5.0", &["Notes 1.0.0 (x64, acme)"]);
        check(&[notes("2.0.0"), branded(notes("1.0.0"), "other")], "1.5.0", &[]);
    }

    trait ParseVersion {
        fn parse_version(&self) -> catalog::ProductVersion;
    }

    impl ParseVersion for str {
        fn parse_version(&self) -> catalog::ProductVersion {
            catalog::ProductVersion::parse(self).unwrap()
        }
    }

    #[test]
    fn a_product_is_meant_by_code_or_name() {
        let notes = Arc::new(package("Notes", "1.0.0", "", ""));
        let mut same_name = package("Drive", "1.0.0", "", "");
        same_name.product.name = "Notes".to_owned();
        let code = notes.product.upgrade_code;
        assert_eq!(product(" notes", [&notes]), Ok(code));
        assert_eq!(product(&code.to_string(), []), Ok(code));
        assert!(product("drive", [&notes]).is_err());
        assert!(product("Notes", [&notes, &Arc::new(same_name)]).is_err());
    }

    #[test]
    fn a_shown_name_is_a_line() {
        assert_eq!(shown_name(" Acme & Co ").as_deref(), Ok("Acme & Co"));
        for wrong in ["", "  ", "a\nb", &"a".repeat(65)] {
            assert_eq!(shown_name(wrong), Err(BrandingError::ShownName), "{wrong}");
        }
    }
}
