//! MSI files: what one says about itself, read without its payload.
//!
//! An MSI file is a compound file (`container`) whose streams are the tables of a small database (`tables`), the
//! strings that the tables point to (`strings`), a property set (`summary`) and, mostly the largest part, the
//! cabinets with the files to install. Only what is asked for is read, so a package of any size is read in a moment.
//!
//! The file comes from anywhere: nothing here panics, loops without end, or keeps more than the limits below,
//! which together bound its memory to 200 MB, for a file made to reach them all; a package takes what its tables take.
//!
//! Not here: hashing, writing, or judging a package.

// In tests the compiler's own checks suffice.
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::string_slice
    )
)]

mod code_page;
mod container;
mod error;
mod little_endian;
mod payload;
mod properties;
mod strings;
mod summary;
mod tables;

use std::io::{Read, Seek};

pub use error::{MsiError, Part};
pub use payload::Payload;

use self::container::Container;
use self::properties::Properties;
use self::tables::Database;
use crate::{Platform, Scope};

/// The most entries that a file's directory may have: streams and storages, each 128 bytes.
pub const DIRECTORY_ENTRIES_MAX: usize = 65_536;
/// The most sectors that a file's allocation table may have; with the usual 512 bytes they suffice for 16 GB.
pub const ALLOCATION_SECTORS_MAX: usize = 262_144;
/// The most bytes of the list of strings: 4 for each string, at least.
pub const STRING_POOL_SIZE_MAX: u64 = 8 * 1024 * 1024;
/// The most bytes that all strings may have together.
pub const STRING_DATA_SIZE_MAX: u64 = 64 * 1024 * 1024;
/// The most bytes that one table may have.
pub const TABLE_SIZE_MAX: u64 = 16 * 1024 * 1024;
/// The most columns that one table may have; Windows Installer itself allows 32.
pub const COLUMNS_MAX: usize = 255;
/// The most bytes of the summary information.
pub const SUMMARY_SIZE_MAX: u64 = 256 * 1024;
/// The most bytes of one property's value or one cabinet's name.
pub const VALUE_SIZE_MAX: usize = 64 * 1024;
/// The most media that a package may have: their numbers are positive and have 16 bits.
pub const MEDIA_MAX: usize = 32_767;

/// The stream with the file's digital signature.
///
/// Source: Microsoft, "Digital Signatures and Windows Installer".
const SIGNATURE_STREAM: &str = "\u{5}DigitalSignature";

/// What an MSI file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// ProductName.
    pub product_name: String,
    /// ProductVersion as written.
    pub product_version: String,
    /// UpgradeCode as written; `None` if it is absent or empty.
    pub upgrade_code: Option<String>,
    /// ProductCode as written.
    pub product_code: String,
    /// Manufacturer; empty if it is absent.
    pub manufacturer: String,
    /// ProductLanguage as written, such as `1033`; empty if it is absent.
    pub language: String,
    /// The processor that the package is for; `None` if its summary information names none that is known.
    pub platform: Option<Platform>,
    /// For whom the package installs unless it is told otherwise.
    pub scope: Scope,
    /// The code page of the database's strings; 0 is neutral, 65001 is UTF-8.
    pub code_page: u32,
    /// Whether the file bears a digital signature; whether that is valid or trusted is not looked at.
    pub signed: bool,
    /// Where the files to install are.
    pub payload: Payload,
}

/// Reads what an MSI file says about itself.
///
/// Reads a few hundred small pieces from all over the file and none of the payload. A file's size need not be a multiple
/// of its sectors' size, for such packages exist. One that is cut off behind all that is read here is
/// [`Payload::Truncated`].
///
/// # Errors
/// [`MsiError`] says why the file is not an MSI file or cannot be read as one; the caller adds the file's name.
pub fn read(file: impl Read + Seek) -> Result<Metadata, MsiError> {
    let mut database = Database::open(Container::open(file)?)?;
    let properties = Properties::read(&mut database)?;
    let summary = summary::read(&mut database)?;
    Ok(Metadata {
        product_name: properties.required("ProductName", &database)?,
        product_version: properties.required("ProductVersion", &database)?,
        upgrade_code: properties.optional("UpgradeCode", &database)?,
        product_code: properties.required("ProductCode", &database)?,
        manufacturer: properties.optional("Manufacturer", &database)?.unwrap_or_default(),
        language: properties.optional("ProductLanguage", &database)?.unwrap_or_default(),
        platform: summary.template.as_deref().and_then(platform),
        scope: scope(properties.optional("ALLUSERS", &database)?.as_deref()),
        code_page: database.strings.code_page(),
        signed: database.container.has(SIGNATURE_STREAM),
        payload: payload::read(&mut database, summary.word_count)?,
    })
}

/// Reads ALLUSERS.
///
/// Absent or empty is per user, 1 is per machine, and 2 leaves it to the installation: per user if MSIINSTALLPERUSER is 1,
/// which a package may set too, else per machine for administrators. What else may be written there decides nothing.
/// Sources: Microsoft, "ALLUSERS property", "MSIINSTALLPERUSER property" and "Single Package Authoring".
fn scope(all_users: Option<&str>) -> Scope {
    match all_users {
        None => Scope::User,
        Some("1") => Scope::Machine,
        Some(_) => Scope::Either,
    }
}

/// Reads the first processor of a Template such as `x64;1033`; one that names no processor is for Intel.
///
/// Source: Microsoft, "Template Summary property". `AMD64` is an older word for `x64`.
fn platform(template: &str) -> Option<Platform> {
    let processors = template.split(';').next().unwrap_or_default();
    let first = processors.split(',').map(str::trim).find(|name| !name.is_empty());
    match first.unwrap_or("Intel").to_ascii_lowercase().as_str() {
        "intel" => Some(Platform::X86),
        "x64" | "amd64" => Some(Platform::X64),
        "arm64" => Some(Platform::Arm64),
        "arm" => Some(Platform::Arm),
        "intel64" => Some(Platform::Itanium),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{platform, scope};
    use crate::{Platform, Scope};

    #[test]
    fn the_template_tells_the_platform() {
        let check = |template, expected| assert_eq!(platform(template), expected, "{template}");
        check("Intel;1033", Some(Platform::X86));
        check(";1031", Some(Platform::X86));
        check("", Some(Platform::X86));
        check("x64;0", Some(Platform::X64));
        check("AMD64;1033", Some(Platform::X64));
        check("X64 , Intel64;1033,1031", Some(Platform::X64));
        check("Arm64;1033", Some(Platform::Arm64));
        check("Arm;", Some(Platform::Arm));
        check("Intel64", Some(Platform::Itanium));
        check("Alpha;1033", None);
    }

    #[test]
    fn allusers_tells_the_scope() {
        let check = |all_users, expected| assert_eq!(scope(all_users), expected, "{all_users:?}");
        check(None, Scope::User);
        check(Some("1"), Scope::Machine);
        check(Some("2"), Scope::Either);
        check(Some("[SOMETHING]"), Scope::Either);
    }
}
