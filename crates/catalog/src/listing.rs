//! What the administrator says about a package, and how package and listing become a product.

use text::{Explain, Message, message};

use crate::msi::{Metadata, Payload};
use crate::product::{DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX, RELEASE_NOTES_LENGTH_MAX};
use crate::{
    AddressError, CodeError, Digests, Icon, Importance, InstallParams, Product, ProductCode, ProductVersion,
    ReleaseDate, UpgradeCode, VersionError, address,
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
    /// The MSI is cut off within its files.
    Truncated,
    /// An MSI without a product's name.
    NameMissing,
    /// The package's address is none.
    Url(AddressError),
    /// The address to read at is none.
    InfoUrl(AddressError),
    /// A text is longer than update.xml allows.
    TooLong {
        /// The element of update.xml.
        element: &'static str,
        /// The limit in characters.
        length_max: usize,
    },
    /// A text holds a control character, which update.xml cannot.
    ControlCharacter {
        /// The element of update.xml.
        element: &'static str,
    },
}

/// Makes the entry of update.xml from what the MSI says and what the administrator says.
///
/// Blanks around texts are taken off, and a text of blanks alone counts as none.
///
/// # Errors
/// [`ListingError`] if the package could not be offered, each with the mend.
pub fn product(
    metadata: &Metadata,
    digests: &Digests,
    url: &str,
    listing: Listing,
) -> Result<Product, ListingError> {
    match &metadata.payload {
        Payload::Embedded => {}
        Payload::Beside(cabinets) => return Err(ListingError::CabinetsBeside(cabinets.clone())),
        Payload::Loose => return Err(ListingError::FilesBeside),
        Payload::Truncated => return Err(ListingError::Truncated),
    }
    let upgrade_code = metadata.upgrade_code.as_deref().filter(|code| !code.trim().is_empty());
    let upgrade_code = upgrade_code.ok_or(ListingError::UpgradeCodeMissing)?;
    let facts = Product {
        name: metadata.product_name.clone(),
        version: ProductVersion::parse(&metadata.product_version).map_err(ListingError::Version)?,
        upgrade_code: UpgradeCode::parse(upgrade_code).map_err(ListingError::UpgradeCode)?,
        md5: Some(digests.md5),
        release_date: None,
        url: String::new(),
        info_url: None,
        icon: None,
        install_params: InstallParams::default(),
        importance: Importance::default(),
        sha256: Some(digests.sha256),
        size: Some(digests.size),
        product_code: Some(ProductCode::parse(&metadata.product_code).map_err(ListingError::ProductCode)?),
        platform: metadata.platform,
        scope: Some(metadata.scope),
        description: None,
        release_notes: None,
        requires: None,
        close_first: Vec::new(),
    };
    relist(&facts, url, listing)
}

/// Says anew of a product what the administrator says, and keeps what its package says.
///
/// Without a name in the listing the product's own stays. Texts are settled as by [`product`].
///
/// # Errors
/// [`ListingError`] for what is said wrongly.
pub fn relist(facts: &Product, url: &str, listing: Listing) -> Result<Product, ListingError> {
    let name = text("Name", listing.name, NAME_LENGTH_MAX)?;
    let own_name = || text("Name", Some(facts.name.clone()), NAME_LENGTH_MAX);
    let name = if name.is_some() { name } else { own_name()? };
    // A name is one line wherever it is shown.
    if name.as_ref().is_some_and(|name| name.contains(char::is_control)) {
        return Err(ListingError::ControlCharacter { element: "Name" });
    }
    let info_url = listing.info_url.filter(|url| !url.trim().is_empty());
    let release_date =
        text("ReleaseDate", listing.release_date.map(|date| date.to_string()), NAME_LENGTH_MAX)?;
    Ok(Product {
        name: name.ok_or(ListingError::NameMissing)?,
        release_date: release_date.as_deref().and_then(ReleaseDate::parse),
        url: address::package_url(url).map_err(ListingError::Url)?,
        info_url: info_url.map(|url| address::info_url(&url)).transpose().map_err(ListingError::InfoUrl)?,
        icon: listing.icon,
        install_params: listing.install_params,
        importance: listing.importance,
        description: text("Description", listing.description, DESCRIPTION_LENGTH_MAX)?,
        release_notes: text("ReleaseNotes", listing.release_notes, RELEASE_NOTES_LENGTH_MAX)?,
        requires: text("Requires", listing.requires, DESCRIPTION_LENGTH_MAX)?,
        close_first: listing.close_first,
        ..facts.clone()
    })
}

/// A text as update.xml can hold it; every line break becomes one line feed.
fn text(
    element: &'static str,
    given: Option<String>,
    length_max: usize,
) -> Result<Option<String>, ListingError> {
    let Some(text) = given else { return Ok(None) };
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().count() > length_max {
        return Err(ListingError::TooLong { element, length_max });
    }
    let is_forbidden = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    if text.contains(|letter| is_forbidden(letter) || matches!(letter, '\u{fffe}' | '\u{ffff}')) {
        return Err(ListingError::ControlCharacter { element });
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
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
            Self::Truncated => message!("msi-truncated"),
            Self::NameMissing => message!("listing-name-missing"),
            Self::Url(error) => message!("listing-url-wrong", reason = error.message()),
            Self::InfoUrl(error) => message!("listing-info-url-wrong", reason = error.message()),
            Self::TooLong { element, length_max } => {
                message!("listing-text-too-long", element = *element, characters = *length_max)
            }
            Self::ControlCharacter { element } => {
                message!("listing-text-control-character", element = *element)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Listing, ListingError, product, relist};
    use crate::msi::{Metadata, Payload};
    use crate::{Digests, Importance, InstallParams, Platform, Product, Scope};

    fn metadata() -> Metadata {
        Metadata {
            product_name: "Connector for Microsoft Outlook".to_owned(),
            product_version: "7.8.4".to_owned(),
            upgrade_code: Some("{3bbb2d56-0b19-4c83-9266-307f49df9dd6}".to_owned()),
            product_code: "{12345678-0000-0000-0000-00000000000A}".to_owned(),
            manufacturer: "Open-Xchange".to_owned(),
            language: "1033".to_owned(),
            platform: Some(Platform::X64),
            scope: Scope::Machine,
            code_page: 1252,
            signed: true,
            payload: Payload::Embedded,
        }
    }

    fn digests() -> Digests {
        crate::digest::of(&b"the package"[..], |_| ()).unwrap()
    }

    #[test]
    fn the_msi_and_the_administrator_each_say_their_part() {
        let listing = Listing {
            importance: Importance::High,
            install_params: InstallParams::parse("/passive").unwrap(),
            ..Listing::default()
        };
        let product = product(&metadata(), &digests(), "https://a.example/x.msi", listing).unwrap();
        assert_eq!(product.name, "Connector for Microsoft Outlook");
        assert_eq!(product.version.to_string(), "7.8.4");
        assert_eq!(product.family().to_string(), "{3BBB2D56-0B19-4C83-9266-307F49DF9DD6} x64");
        assert_eq!((product.size, product.sha256), (Some(11), Some(digests().sha256)));
        assert_eq!((product.importance, product.scope), (Importance::High, Some(Scope::Machine)));
    }

    #[test]
    fn a_name_given_wins_over_the_msis() {
        let listing = Listing { name: Some("Outlook Connector".to_owned()), ..Listing::default() };
        let product = product(&metadata(), &digests(), "x.msi", listing).unwrap();
        assert_eq!(product.name, "Outlook Connector");
    }

    #[test]
    fn a_product_is_said_anew_and_keeps_what_its_package_says() {
        let before = product(&metadata(), &digests(), "x.msi", Listing::default()).unwrap();
        let after = relist(&before, "y.msi", Listing { name: Some("Y".to_owned()), ..Listing::default() });
        assert_eq!(after, Ok(Product { name: "Y".to_owned(), url: "y.msi".to_owned(), ..before.clone() }));
        assert_eq!(relist(&before, "x.msi", Listing::default()), Ok(before.clone()), "its own name stays");
        assert!(matches!(relist(&before, "C:\\x.msi", Listing::default()), Err(ListingError::Url(_))));
    }

    #[test]
    fn texts_are_settled_and_held_against_their_limits() {
        let make = |listing: Listing, url: &str| product(&metadata(), &digests(), url, listing);
        let listing = Listing {
            name: Some("  ".to_owned()),
            description: Some(" a\r\nb\rc ".to_owned()),
            info_url: Some(String::new()),
            ..Listing::default()
        };
        let settled = make(listing, " x.msi ").unwrap();
        assert_eq!(settled.name, "Connector for Microsoft Outlook");
        assert_eq!(settled.description.as_deref(), Some("a\nb\nc"));
        assert_eq!((settled.url.as_str(), settled.info_url), ("x.msi", None));

        let check = |listing: Listing, url: &str, expected: &str| {
            assert_eq!(make(listing, url).unwrap_err().to_string(), expected);
        };
        let name = |name: &str| Listing { name: Some(name.to_owned()), ..Listing::default() };
        check(name(&"n".repeat(257)), "x.msi", "Name is longer than 256 characters. Give a shorter one.");
        for wrong in ["a\u{1b}b", "a\nb", "a\r\nb", "a\tb"] {
            check(name(wrong), "x.msi", "Name holds a control character. Leave it out.");
        }
        check(
            Listing::default(),
            "",
            "The package's URL cannot be used. It is empty. Give the address of the package.",
        );
        let info = Listing { info_url: Some("a.example".to_owned()), ..Listing::default() };
        check(
            info,
            "x.msi",
            "The info URL cannot be used. It has to begin with http:// or https://, for only that is opened for a person.",
        );
    }

    #[test]
    fn what_could_not_be_offered_is_refused() {
        let check = |change: fn(&mut Metadata), expected: fn(&ListingError) -> bool| {
            let mut metadata = metadata();
            change(&mut metadata);
            let error = product(&metadata, &digests(), "x.msi", Listing::default()).unwrap_err();
            assert!(expected(&error), "{error:?}");
        };
        check(|msi| msi.upgrade_code = None, |error| matches!(error, ListingError::UpgradeCodeMissing));
        check(
            |msi| msi.upgrade_code = Some(" ".to_owned()),
            |error| matches!(error, ListingError::UpgradeCodeMissing),
        );
        check(
            |msi| msi.upgrade_code = Some("{1}".to_owned()),
            |error| matches!(error, ListingError::UpgradeCode(_)),
        );
        check(|msi| msi.product_code.clear(), |error| matches!(error, ListingError::ProductCode(_)));
        check(
            |msi| msi.product_version = "1.0b".to_owned(),
            |error| matches!(error, ListingError::Version(_)),
        );
        check(|msi| msi.product_name = "  ".to_owned(), |error| matches!(error, ListingError::NameMissing));
        check(|msi| msi.payload = Payload::Loose, |error| matches!(error, ListingError::FilesBeside));
        check(|msi| msi.payload = Payload::Truncated, |error| matches!(error, ListingError::Truncated));
        check(
            |msi| msi.payload = Payload::Beside(vec!["data.cab".to_owned()]),
            |error| matches!(error, ListingError::CabinetsBeside(cabinets) if cabinets.len() == 1),
        );
    }
}
