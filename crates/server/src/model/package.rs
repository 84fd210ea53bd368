//! Packages: MSI files with what is said about them.

use std::fmt;

use catalog::msi::Metadata;
use catalog::{Digests, Listing, Locale, Product, Sha256};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::audience::Audience;
use super::branding::BrandingName;
use super::listing::WrittenListing;
use super::permission::Permissions;

/// How many hexadecimal digits of the SHA-256 name a package in lists and file names.
pub(crate) const ID_LENGTH: usize = 12;

/// Numbers a package, rising in the order of first publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PackageId(pub(crate) i64);

/// A package with its listing.
#[derive(Debug, Clone)]
pub(crate) struct Package {
    /// The package's number.
    pub(crate) id: PackageId,
    /// The entry of update.xml; its URL is the file's name alone, unless the bytes stay elsewhere.
    pub(crate) product: Product,
    /// What the MSI says.
    pub(crate) metadata: Metadata,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: Sha256,
    /// How many bytes there are.
    pub(crate) size: u64,
    /// The file's name on the wire, never used for other bytes.
    pub(crate) file_name: String,
    /// Where the bytes stay, if that is not here: clients fetch them there.
    pub(crate) url: Option<String>,
    /// The permissions that a user needs, all of them.
    pub(crate) required: Permissions,
    /// What it speaks, if it is made for one language.
    pub(crate) locale: Option<Locale>,
    /// The branding that alone is offered it, if it is for one.
    pub(crate) branding: Option<BrandingName>,
    /// When it was last published.
    pub(crate) published_at: Timestamp,
    /// Who published it.
    pub(crate) published_by: String,
    /// When it was withdrawn, if it is.
    pub(crate) withdrawn_at: Option<Timestamp>,
}

/// A package that is about to be published.
#[derive(Debug, Clone)]
pub(crate) struct NewPackage {
    /// What the MSI says.
    pub(crate) metadata: Metadata,
    /// What its bytes are known by.
    pub(crate) digests: Digests,
    /// What the administrator says.
    pub(crate) listing: Listing,
    /// The permissions that a user needs, all of them.
    pub(crate) required: Permissions,
    /// What it speaks, if it is made for one language.
    pub(crate) locale: Option<Locale>,
    /// The branding that alone is offered it, if it is for one.
    pub(crate) branding: Option<BrandingName>,
    /// The file's name on the wire.
    pub(crate) file_name: String,
    /// Where the bytes stay, if that is not here.
    pub(crate) url: Option<String>,
    /// Who publishes it.
    pub(crate) published_by: String,
}

/// Where a package stands between publishing and withdrawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PackageState {
    /// Offered to users who have what it requires and not what a higher version requires.
    Offered,
    /// Published, but whoever may have it is offered a higher version.
    Superseded,
    /// No longer offered.
    Withdrawn,
}

/// A package as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct PackageLine {
    /// The first digits of the SHA-256.
    pub(crate) id: String,
    /// The product's name.
    pub(crate) name: String,
    /// The version.
    pub(crate) version: String,
    /// The platform, where the package says.
    pub(crate) platform: Option<String>,
    /// Where the package stands.
    pub(crate) state: PackageState,
    /// The permissions that a user needs, all of them.
    pub(crate) requires_permissions: Vec<String>,
    /// What it speaks, if it is made for one language.
    #[serde(default)]
    pub(crate) locale: Option<String>,
    /// The branding that alone is offered it, if it is for one.
    #[serde(default)]
    pub(crate) branding: Option<String>,
    /// `low`, `medium` or `high`.
    pub(crate) importance: String,
    /// The upgrade code.
    pub(crate) upgrade_code: String,
    /// How many bytes there are.
    pub(crate) size: u64,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: String,
    /// The file's name on the wire.
    pub(crate) file_name: String,
    /// Where the bytes stay, if that is not here.
    #[serde(default)]
    pub(crate) url: Option<String>,
    /// When it was last published, as RFC 3339 writes it.
    pub(crate) published_at: String,
    /// Who published it.
    pub(crate) published_by: String,
}

/// A package with all that lists leave out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PackageDetails {
    /// What lists show.
    #[serde(flatten)]
    pub(crate) line: PackageLine,
    /// When it was withdrawn, as RFC 3339 writes it.
    pub(crate) withdrawn_at: Option<String>,
    /// The manufacturer, as the MSI says.
    pub(crate) manufacturer: String,
    /// The product code.
    pub(crate) product_code: String,
    /// The language, as the MSI says.
    pub(crate) language: String,
    /// `machine`, `user` or `either`.
    pub(crate) scope: String,
    /// Whether the file bears a digital signature.
    pub(crate) signed: bool,
    /// What the administrator says.
    pub(crate) listing: WrittenListing,
    /// How many users who can sign in may have it.
    pub(crate) users: usize,
    /// How many devices told last that this version is installed.
    pub(crate) devices: u64,
    /// How many reports there are about installs of this version.
    pub(crate) reports: u64,
    /// How many downloads are under way.
    pub(crate) downloads: usize,
}

impl Package {
    /// Whom it is for: somebody with just the permissions that it requires, who reads what it speaks and sees its branding.
    pub(crate) fn audience(&self) -> Audience<'_> {
        Audience {
            permissions: &self.required,
            locale: self.locale.as_ref(),
            branding: self.branding.as_ref(),
        }
    }

    /// The first digits of the SHA-256, by which people name the package.
    pub(crate) fn short_id(&self) -> String {
        self.sha256.to_string().chars().take(ID_LENGTH).collect()
    }
}

impl NewPackage {
    /// As [`Package::audience`].
    pub(crate) fn audience(&self) -> Audience<'_> {
        Audience {
            permissions: &self.required,
            locale: self.locale.as_ref(),
            branding: self.branding.as_ref(),
        }
    }
}

impl fmt::Display for Package {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let product = &self.product;
        write!(formatter, "{} {}", product.name, product.version)?;
        let platform = product.platform.map(|platform| platform.to_string());
        let locale = self.locale.as_ref().map(ToString::to_string);
        let branding = self.branding.as_ref().map(ToString::to_string);
        let told: Vec<String> = [platform, locale, branding].into_iter().flatten().collect();
        if told.is_empty() { Ok(()) } else { write!(formatter, " ({})", told.join(", ")) }
    }
}

/// A product as people speak of it: name, version, platform.
pub(crate) fn in_words(product: &Product) -> String {
    let platform = product.platform.map(|platform| format!(" ({platform})")).unwrap_or_default();
    format!("{} {}{platform}", product.name, product.version)
}
