//! Brandings: the look that an organisation gives to products, for the users of some groups.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use catalog::{Icon, Product, ProductVersion, UpgradeCode};
use serde::{Deserialize, Serialize};
use text::{Explain, Message, message};
use utoipa::ToSchema;

use super::package::Package;

/// The most characters of a branding's name, and of each other text of it.
pub(crate) const BRANDING_NAME_LENGTH_MAX: usize = 64;
/// The most brandings.
pub(crate) const BRANDINGS_MAX: usize = 1_000;
/// The most products that one branding dresses.
pub(crate) const BRANDED_PRODUCTS_MAX: usize = 1_000;

/// The name of a branding, such as `acme`: small letters, digits, hyphens, underscores and full stops.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct BrandingName(Arc<str>);

/// A text that is no name of a branding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub(crate) struct BrandingNameError(String);

impl BrandingName {
    /// The name as it is written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BrandingName {
    type Err = BrandingNameError;

    fn from_str(written: &str) -> Result<Self, BrandingNameError> {
        let name = written.trim().to_ascii_lowercase();
        let is_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_allowed = |byte: u8| is_word(byte) || b"-_.".contains(&byte);
        let starts_well = name.bytes().next().is_some_and(is_word);
        if starts_well && name.len() <= BRANDING_NAME_LENGTH_MAX && name.bytes().all(is_allowed) {
            Ok(Self(name.into()))
        } else {
            Err(BrandingNameError(written.chars().take(BRANDING_NAME_LENGTH_MAX).collect()))
        }
    }
}

impl TryFrom<String> for BrandingName {
    type Error = BrandingNameError;

    fn try_from(written: String) -> Result<Self, BrandingNameError> {
        written.parse()
    }
}

impl From<BrandingName> for String {
    fn from(name: BrandingName) -> Self {
        name.0.as_ref().to_owned()
    }
}

impl fmt::Display for BrandingName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Explain for BrandingNameError {
    fn message(&self) -> Message {
        message!("branding-name-wrong", text = &self.0, characters = BRANDING_NAME_LENGTH_MAX)
    }
}

/// What a branding says of a product in place of the listing's own words; what it is silent about stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct BrandedProduct {
    /// The name to show.
    pub(crate) name: Option<String>,
    /// The icon to show.
    pub(crate) icon: Option<Icon>,
    /// Where a person finds more to read.
    pub(crate) info_url: Option<String>,
    /// The lowest version that the branding's owner wants to see in use.
    pub(crate) minimum_version: Option<ProductVersion>,
}

/// A branding with what it says of products.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Branding {
    /// What people call it.
    pub(crate) shown_name: String,
    /// What it says of products.
    pub(crate) products: HashMap<UpgradeCode, BrandedProduct>,
}

/// All brandings, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Brandings(pub(crate) BTreeMap<BrandingName, Branding>);

impl Brandings {
    /// What a branding says of a product, if it says anything.
    pub(crate) fn of(&self, branding: Option<&BrandingName>, code: UpgradeCode) -> Option<&BrandedProduct> {
        self.0.get(branding?)?.products.get(&code)
    }

    /// The entry of update.xml as whoever has this branding sees it.
    pub(crate) fn dress(&self, branding: Option<&BrandingName>, product: Product) -> Product {
        let Some(said) = self.of(branding, product.upgrade_code) else { return product };
        Product {
            name: said.name.clone().unwrap_or(product.name),
            icon: said.icon.clone().or(product.icon),
            info_url: said.info_url.clone().or(product.info_url),
            ..product
        }
    }

    /// The package as whoever has this branding sees it.
    pub(crate) fn dressed(&self, branding: Option<&BrandingName>, package: &Arc<Package>) -> Arc<Package> {
        if self.of(branding, package.product.upgrade_code).is_none() {
            return Arc::clone(package);
        }
        let product = self.dress(branding, package.product.clone());
        Arc::new(Package { product, ..Package::clone(package) })
    }
}

/// A branding as lists show it, and all that there is to see of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct BrandingLine {
    /// Its name.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) shown_name: String,
    /// The groups whose users see it.
    pub(crate) groups: Vec<String>,
    /// What it says of products, by upgrade code.
    pub(crate) products: Vec<BrandedLine>,
    /// The packages that are for it alone, in words.
    pub(crate) packages: Vec<String>,
    /// When it was added, as RFC 3339 writes it.
    pub(crate) created_at: String,
}

/// What a branding says of one product, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct BrandedLine {
    /// The product's upgrade code.
    pub(crate) upgrade_code: String,
    /// What the product is called without the branding, where a package of it is known.
    pub(crate) product: Option<String>,
    /// The name to show.
    pub(crate) name: Option<String>,
    /// The bytes of the `.ico` file to show, in Base64.
    pub(crate) icon: Option<String>,
    /// Where a person finds more to read.
    pub(crate) info_url: Option<String>,
    /// The lowest version that the branding's owner wants to see in use.
    pub(crate) minimum_version: Option<String>,
    /// What users are offered though it is lower than that, in words.
    pub(crate) below_minimum: Vec<String>,
}

/// What is to be said of a product under a branding; a field that says nothing stays, an empty one is cleared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct BrandedChange {
    /// The name to show.
    #[schema(max_length = 256)]
    pub(crate) name: Option<String>,
    /// The bytes of an `.ico` file, in Base64.
    #[schema(max_length = 700000)]
    pub(crate) icon: Option<String>,
    /// Where a person finds more to read.
    #[schema(max_length = 2048)]
    pub(crate) info_url: Option<String>,
    /// The lowest version that the branding's owner wants to see in use.
    #[schema(max_length = 64)]
    pub(crate) minimum_version: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{BRANDING_NAME_LENGTH_MAX, BrandingName};

    #[test]
    fn a_branding_has_a_plain_name() {
        let check = |written: &str, expected: Option<&str>| {
            let name = written.parse::<BrandingName>().ok();
            assert_eq!(name.as_ref().map(BrandingName::as_str), expected, "{written:?}");
        };
        check("acme", Some("acme"));
        check(" ACME-2.0_b ", Some("acme-2.0_b"));
        check(&"a".repeat(BRANDING_NAME_LENGTH_MAX), Some(&"a".repeat(BRANDING_NAME_LENGTH_MAX)));
        check(&"a".repeat(BRANDING_NAME_LENGTH_MAX + 1), None);
        for wrong in ["", ".", "-a", "a b", "ä", "a/b", "a\n b"] {
            check(wrong, None);
        }
    }
}
