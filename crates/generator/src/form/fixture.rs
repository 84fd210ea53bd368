//! Products and packages for the tests of the form.

use catalog::msi::{Metadata, Payload};
use catalog::{Icon, Listing, Platform, Product, Scope, digest, listing};

/// A package's own words; `family` is a digit of its UpgradeCode.
pub(crate) fn metadata(name: &str, version: &str, family: char) -> Metadata {
    let code: String = std::iter::repeat_n(family, 12).collect();
    Metadata {
        product_name: name.to_owned(),
        product_version: version.to_owned(),
        upgrade_code: Some(format!("{{0F5C2A10-6E0B-4D5A-8B3E-{code}}}")),
        product_code: format!("{{0F5C2A10-6E0B-4D5A-8B3F-{code}}}"),
        manufacturer: "Open-Xchange".to_owned(),
        language: "1033".to_owned(),
        platform: Some(Platform::X64),
        scope: Scope::Machine,
        code_page: 1252,
        signed: false,
        payload: Payload::Embedded,
    }
}

/// The digests of a package with these words.
pub(crate) fn digests(name: &str, version: &str) -> catalog::Digests {
    digest::of(format!("{name} {version}").as_bytes(), |_| ()).unwrap()
}

/// A product as `oxcatalog add` makes it.
pub(crate) fn product(name: &str, version: &str, family: char, url: &str) -> Product {
    listing::product(&metadata(name, version, family), &digests(name, version), url, Listing::default())
        .unwrap()
}

/// An icon with one image.
pub(crate) fn icon() -> Icon {
    let mut bytes = vec![0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 32, 0, 41, 0, 0, 0, 22, 0, 0, 0];
    bytes.extend([7; 41]);
    Icon::new(bytes).unwrap()
}
