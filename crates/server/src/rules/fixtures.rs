//! Packages for the tables of the rules.

use catalog::msi::{Metadata, Payload};
use catalog::{Listing, Platform, Scope, digest};
use jiff::Timestamp;

use crate::model::package::{Package, PackageId};
use crate::model::permission::Permission;

/// A published package; one name is one upgrade code, and the bytes are those of name, version and platform.
pub(super) fn package(name: &str, version: &str, platform: &str, requires: &str) -> Package {
    let digit = name.bytes().fold(0, |sum: u32, byte| sum * 31 % 9973 + u32::from(byte));
    let product_code = version.bytes().fold(0, |sum: u32, byte| sum * 31 % 9973 + u32::from(byte));
    let metadata = Metadata {
        product_name: name.to_owned(),
        product_version: version.to_owned(),
        upgrade_code: Some(format!("{{00000000-0000-0000-0000-{digit:012}}}")),
        product_code: format!("{{{product_code:08x}-0000-0000-0000-{digit:012}}}"),
        manufacturer: String::new(),
        language: "1033".to_owned(),
        platform: Platform::parse(platform).ok(),
        scope: Scope::Machine,
        code_page: 1252,
        signed: true,
        payload: Payload::Embedded,
    };
    let digests = digest::of(format!("{name} {version} {platform}").as_bytes(), |_| ()).unwrap();
    let file_name = format!("{}-{version}.msi", name.replace(' ', "-"));
    let product = catalog::listing::product(&metadata, &digests, &file_name, Listing::default()).unwrap();
    Package {
        id: PackageId(1),
        product,
        metadata,
        sha256: digests.sha256,
        size: digests.size,
        file_name,
        url: None,
        locale: None,
        branding: None,
        required: requires.split_whitespace().map(|one| Permission::parse(one).unwrap()).collect(),
        published_at: Timestamp::UNIX_EPOCH,
        published_by: "root".to_owned(),
        withdrawn_at: None,
    }
}

/// The package in one language.
pub(super) fn speaking(mut package: Package, locale: &str) -> Package {
    package.locale = catalog::Locale::parse(locale).ok();
    package
}

/// The package for one branding.
pub(super) fn branded(mut package: Package, branding: &str) -> Package {
    package.branding = branding.parse().ok();
    package
}

/// The package, withdrawn.
pub(super) fn withdrawn(mut package: Package) -> Package {
    package.withdrawn_at = Some(Timestamp::UNIX_EPOCH);
    package
}
