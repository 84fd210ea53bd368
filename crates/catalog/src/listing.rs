//! What the administrator says about a package, and how package and listing become a product.

use text::{Explain, Message, message};

use crate::msi::{Metadata, Payload};
use crate::{
    CodeError, Digests, Icon, Importance, InstallParams, Product, ProductCode, ProductVersion, ReleaseDate,
    UpgradeCode, VersionError,
};

/// What the administrator says about a package: what an MSI file cannot know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The name to show in place of the MSI's own.
    pub name: Option<String>,
    /// Where a person finds more to read.
    pub info_url: Option<String>,
    /// The product's icon.
    pub icon: Option<Icon>,
    /// What is handed to the installer.
    pub install_params: InstallParams,
    /// How important the update is.
    pub importance: Importance,
    /// When it was released.
    pub release_date: Option<ReleaseDate>,
    /// What the product is.
    pub description: Option<String>,
    /// What is new in this version.
    pub release_notes: Option<String>,
    /// Which versions of Windows and Outlook it needs.
    pub requires: Option<String>,
    /// Programs to close before the install.
    pub close_first: Vec<String>,
}

/// Why a package cannot be offered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum ListingError {
    /// The MSI has no UpgradeCode, so that no installed version could be found by it.
    UpgradeCodeMissing,
    /// The MSI's UpgradeCode is none.
    UpgradeCode(CodeError),
    /// The MSI's ProductCode is none.
    ProductCode(CodeError),
    /// The MSI's ProductVersion is none.
    Version(VersionError),
    /// The payload lies in cabinets beside the MSI, which a client would not download.
    CabinetsBeside(Vec<String>),
    /// The payload lies in files beside the MSI.
    FilesBeside,
    /// An MSI without a product's name.
    NameMissing,
}

/// Makes the entry of update.xml from what the MSI says and what the administrator says.
///
/// # Errors
/// [`ListingError`] if the package could not be offered, each with the mend.
pub fn product(
    metadata: &Metadata,
    digests: &Digests,
    url: String,
    listing: Listing,
) -> Result<Product, ListingError> {
    match &metadata.payload {
        Payload::Embedded => {}
        Payload::Beside(cabinets) => return Err(ListingError::CabinetsBeside(cabinets.clone())),
        Payload::Loose => return Err(ListingError::FilesBeside),
    }
    let upgrade_code = metadata.upgrade_code.as_deref().filter(|code| !code.trim().is_empty());
    let upgrade_code = upgrade_code.ok_or(ListingError::UpgradeCodeMissing)?;
    let name = listing.name.unwrap_or_else(|| metadata.product_name.clone());
    if name.trim().is_empty() {
        return Err(ListingError::NameMissing);
    }
    Ok(Product {
        name,
        version: ProductVersion::parse(&metadata.product_version).map_err(ListingError::Version)?,
        upgrade_code: UpgradeCode::parse(upgrade_code).map_err(ListingError::UpgradeCode)?,
        md5: Some(digests.md5),
        release_date: listing.release_date,
        url,
        info_url: listing.info_url,
        icon: listing.icon,
        install_params: listing.install_params,
        importance: listing.importance,
        sha256: Some(digests.sha256),
        size: Some(digests.size),
        product_code: Some(ProductCode::parse(&metadata.product_code).map_err(ListingError::ProductCode)?),
        platform: metadata.platform,
        scope: Some(metadata.scope),
        description: listing.description,
        release_notes: listing.release_notes,
        requires: listing.requires,
        close_first: listing.close_first,
    })
}

impl Explain for ListingError {
    fn message(&self) -> Message {
        match self {
            Self::UpgradeCodeMissing => message!("listing-upgrade-code-missing"),
            Self::UpgradeCode(error) => message!("listing-upgrade-code-wrong", reason = error.message()),
            Self::ProductCode(error) => message!("listing-product-code-wrong", reason = error.message()),
            Self::Version(error) => message!("listing-version-wrong", reason = error.message()),
            Self::CabinetsBeside(cabinets) => {
                message!("listing-cabinets-beside", cabinets = cabinets.join(", "))
            }
            Self::FilesBeside => message!("listing-files-beside"),
            Self::NameMissing => message!("listing-name-missing"),
        }
    }
}
