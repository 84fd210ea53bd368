//! What is installed, by Windows Installer's own database. Never by WMI's Win32_Product, which repairs what it lists.

use std::fs::File;
use std::io::BufReader;
use std::iter;
use std::ptr;

use catalog::{Platform, ProductCode, ProductVersion, UpgradeCode, msi};
use windows_sys::Win32::Foundation::{
    ERROR_BAD_CONFIGURATION, ERROR_NO_MORE_ITEMS, ERROR_SUCCESS, ERROR_UNKNOWN_PRODUCT,
    ERROR_UNKNOWN_PROPERTY,
};
use windows_sys::Win32::System::ApplicationInstallationAndServicing::{
    INSTALLPROPERTY_INSTALLEDPRODUCTNAME, INSTALLPROPERTY_LOCALPACKAGE, INSTALLPROPERTY_PACKAGENAME,
    INSTALLPROPERTY_PRODUCTNAME, INSTALLPROPERTY_PRODUCTSTATE, INSTALLPROPERTY_VERSION,
    INSTALLPROPERTY_VERSIONSTRING, MSICODE_PRODUCT, MSIINSTALLCONTEXT, MSIINSTALLCONTEXT_MACHINE,
    MSIINSTALLCONTEXT_USERMANAGED, MSIINSTALLCONTEXT_USERUNMANAGED, MsiEnumRelatedProductsW,
    MsiGetProductInfoExW, MsiSourceListGetInfoW,
};
use windows_sys::core::PCWSTR;

use super::wide::{self, ask_for_text};
use crate::machine::{Context, Installed, MachineError};

/// The most products of one upgrade family.
pub const RELATED_PRODUCTS_MAX: u32 = 1_000;
/// The most 16-bit units of a product's property.
pub const PROPERTY_LENGTH_MAX: usize = 32_768;

/// The units of a product code with braces, and a zero.
const CODE_LENGTH: usize = 39;
/// The state of a product that is installed; one that is only advertised has 1.
const STATE_INSTALLED: &str = "5";

/// Where a product can be, in the order that is asked: the machine first, for to the account of the system itself
/// everything on the machine looks like its own as well.
const CONTEXTS: [(MSIINSTALLCONTEXT, Context); 3] = [
    (MSIINSTALLCONTEXT_MACHINE, Context::Machine),
    (MSIINSTALLCONTEXT_USERMANAGED, Context::User),
    (MSIINSTALLCONTEXT_USERUNMANAGED, Context::User),
];

/// The installed products of an upgrade family, of the machine and of this person.
pub(super) fn installed(upgrade_code: UpgradeCode) -> Result<Vec<Installed>, MachineError> {
    let installed = || -> Result<Vec<Installed>, u32> {
        let mut found = Vec::new();
        for product_code in related(upgrade_code)? {
            found.append(&mut installations(product_code)?);
        }
        Ok(found)
    };
    installed().map_err(|code| MachineError::Database { code })
}

/// The products that name this upgrade code, installed or only advertised.
fn related(upgrade_code: UpgradeCode) -> Result<Vec<ProductCode>, u32> {
    let upgrade_code = code_units(&upgrade_code.to_string());
    let mut products = Vec::new();
    for index in 0..RELATED_PRODUCTS_MAX {
        let mut buffer = [0; CODE_LENGTH];
        // SAFETY: the code ends with a zero, and the buffer has the 39 units that the function writes.
        let answer = unsafe { MsiEnumRelatedProductsW(upgrade_code.as_ptr(), 0, index, buffer.as_mut_ptr()) };
        match answer {
            ERROR_SUCCESS => {
                let product =
                    ProductCode::parse(&wide::text(&buffer)).map_err(|_| ERROR_BAD_CONFIGURATION)?;
                if !products.contains(&product) {
                    products.push(product);
                }
            }
            ERROR_NO_MORE_ITEMS => return Ok(products),
            code => return Err(code),
        }
    }
    Err(ERROR_BAD_CONFIGURATION)
}

/// Where a product is installed: once, or for the machine and for this person too.
fn installations(product_code: ProductCode) -> Result<Vec<Installed>, u32> {
    let code = code_units(&product_code.to_string());
    let mut found = Vec::new();
    let mut packages: Vec<Option<String>> = Vec::new();
    for (place, context) in CONTEXTS {
        let product = Product { code: &code, place };
        if product.property(INSTALLPROPERTY_PRODUCTSTATE)?.as_deref() != Some(STATE_INSTALLED) {
            continue;
        }
        // Two contexts with one cached package are one installation seen twice.
        let package = product.property(INSTALLPROPERTY_LOCALPACKAGE)?;
        if package.is_some() && packages.contains(&package) {
            continue;
        }
        found.push(Installed {
            product_code,
            name: product.name()?,
            version: product.version()?,
            context,
            package_name: product.package_name(),
            platform: package.as_deref().and_then(platform),
        });
        packages.push(package);
    }
    Ok(found)
}

/// A product in one of the places where it can be installed.
struct Product<'a> {
    code: &'a [u16],
    place: MSIINSTALLCONTEXT,
}

impl Product<'_> {
    fn name(&self) -> Result<String, u32> {
        let name = self.property(INSTALLPROPERTY_INSTALLEDPRODUCTNAME)?.filter(|name| !name.is_empty());
        match name {
            Some(name) => Ok(name),
            None => Ok(self.property(INSTALLPROPERTY_PRODUCTNAME)?.unwrap_or_default()),
        }
    }

    /// The version as it was written, else as Windows Installer keeps it for itself.
    fn version(&self) -> Result<ProductVersion, u32> {
        let written = self.property(INSTALLPROPERTY_VERSIONSTRING)?;
        if let Some(Ok(version)) = written.map(|written| ProductVersion::parse(&written)) {
            return Ok(version);
        }
        let packed = self.property(INSTALLPROPERTY_VERSION)?.and_then(|packed| packed.trim().parse().ok());
        packed.and_then(unpack).ok_or(ERROR_BAD_CONFIGURATION)
    }

    /// The file name of the package that it was installed from, as its list of sources has it; `None` if it has none.
    fn package_name(&self) -> Option<String> {
        let name = ask_for_text(PROPERTY_LENGTH_MAX, |buffer, length| {
            // SAFETY: code and name end with a zero, no SID stands for this person, and the buffer has `length` units.
            unsafe {
                MsiSourceListGetInfoW(
                    self.code.as_ptr(),
                    ptr::null(),
                    self.place,
                    MSICODE_PRODUCT.cast_unsigned(),
                    INSTALLPROPERTY_PACKAGENAME,
                    buffer.as_mut_ptr(),
                    length,
                )
            }
        });
        name.ok().filter(|name| !name.is_empty())
    }

    /// A property; `None` if the product is not in this place or has no such property.
    fn property(&self, name: PCWSTR) -> Result<Option<String>, u32> {
        let answer = ask_for_text(PROPERTY_LENGTH_MAX, |buffer, length| {
            // SAFETY: code and name end with a zero, no SID stands for this person, and the buffer has `length` units.
            unsafe {
                MsiGetProductInfoExW(
                    self.code.as_ptr(),
                    ptr::null(),
                    self.place,
                    name,
                    buffer.as_mut_ptr(),
                    length,
                )
            }
        });
        match answer {
            Ok(value) => Ok(Some(value)),
            Err(ERROR_UNKNOWN_PRODUCT | ERROR_UNKNOWN_PROPERTY) => Ok(None),
            Err(code) => Err(code),
        }
    }
}

/// The platform of the package that Windows keeps of a product; `None` if it cannot be read.
fn platform(local_package: &str) -> Option<Platform> {
    msi::read(BufReader::new(File::open(local_package).ok()?)).ok()?.platform
}

/// The version in a number: 8 bits, 8 bits, 16 bits.
fn unpack(packed: u32) -> Option<ProductVersion> {
    let [major, minor, high, low] = packed.to_be_bytes();
    let build = u16::from_be_bytes([high, low]);
    ProductVersion::parse(&format!("{major}.{minor}.{build}")).ok()
}

fn code_units(code: &str) -> Vec<u16> {
    code.encode_utf16().chain(iter::once(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::unpack;

    #[test]
    fn a_packed_version_is_read() {
        let check = |packed, expected: &str| assert_eq!(unpack(packed).unwrap().to_string(), expected);
        check(0x0708_0004, "7.8.4");
        check(0xffff_ffff, "255.255.65535");
        check(0, "0.0.0");
    }
}
