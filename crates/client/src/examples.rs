//! Products for the tables of examples beside the pure functions.

use catalog::{Importance, InstallParams, Md5, Product, ProductVersion, UpgradeCode};

use crate::machine::{Context, Installed};

const UPGRADE_CODE: &str = "{0F5C2A10-6E0B-4D5A-8B3E-0000000000A1}";
const PRODUCT_CODE: &str = "{0F5C2A10-6E0B-4D5A-8B3E-0000000000B1}";

/// An offer with an MD5 and everything else as plain as can be.
pub(crate) fn product(name: &str, version: &str) -> Product {
    Product {
        name: name.to_owned(),
        version: ProductVersion::parse(version).unwrap(),
        upgrade_code: UpgradeCode::parse(UPGRADE_CODE).unwrap(),
        md5: Md5::parse("900150983cd24fb0d6963f7d28e17f72").ok(),
        release_date: None,
        url: "notes.msi".to_owned(),
        info_url: None,
        icon: None,
        install_params: InstallParams::default(),
        importance: Importance::Low,
        sha256: None,
        size: None,
        product_code: PRODUCT_CODE.parse().ok(),
        platform: None,
        scope: None,
        description: None,
        release_notes: None,
        requires: None,
        close_first: Vec::new(),
    }
}

/// An installed version of [`product`].
pub(crate) fn installed(version: &str) -> Installed {
    Installed {
        product_code: PRODUCT_CODE.parse().unwrap(),
        name: "Notes".to_owned(),
        version: ProductVersion::parse(version).unwrap(),
        context: Context::Machine,
        package_name: None,
        platform: None,
    }
}
