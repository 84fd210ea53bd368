//! MSI files: what one says about itself, read without its payload.
//!
//! An MSI file is a compound file ([`container`]) whose streams are the tables of a small database ([`tables`]), a pool
//! of strings that the tables point into ([`strings`]), a property set ([`summary`]) and, mostly the largest part, the
//! cabinets with the files to install. Only what is asked for is read, so a package of any size is read in a moment.
//!
//! The file comes from anywhere: nothing here panics, loops without end, or keeps more than the limits below.
//!
//! Not here: hashing, writing, or judging a package; [`crate::listing`] and [`crate::product`] do the last.

#![deny(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::string_slice
)]

mod code_page;
mod container;
mod error;
mod little_endian;
mod payload;
mod strings;
mod summary;
mod tables;

use std::io::{Read, Seek};

pub use error::{MsiError, Part};
pub use payload::Payload;

use self::container::Container;
use self::tables::{Database, Table};
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
/// The most bytes of the summary information.
pub const SUMMARY_SIZE_MAX: u64 = 256 * 1024;
/// The most bytes of one property's value or one cabinet's name.
pub const VALUE_SIZE_MAX: usize = 64 * 1024;
/// The most media that a package may have; the numbers of media have 16 bits.
pub const MEDIA_MAX: usize = 32_767;

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
    /// The code page of the database's strings; 0 is neutral.
    pub code_page: u32,
    /// Whether the file bears a digital signature; whether that is valid or trusted is not looked at.
    pub signed: bool,
    /// Where the files to install are.
    pub payload: Payload,
}

/// Reads what an MSI file says about itself.
///
/// Reads a few hundred small pieces at most, from all over the file; none of the payload.
///
/// # Errors
/// [`MsiError`] says why the file is not an MSI file or cannot be read as one; the caller adds the file's name.
pub fn read(file: impl Read + Seek) -> Result<Metadata, MsiError> {
    let mut database = Database::open(Container::open(file)?)?;
    let properties = Properties::read(&mut database)?;
    let summary = summary::read(&mut database.container)?;
    Ok(Metadata {
        product_name: properties.required("ProductName")?,
        product_version: properties.required("ProductVersion")?,
        upgrade_code: properties.optional("UpgradeCode")?,
        product_code: properties.required("ProductCode")?,
        manufacturer: properties.optional("Manufacturer")?.unwrap_or_default(),
        language: properties.optional("ProductLanguage")?.unwrap_or_default(),
        platform: summary.template.as_deref().and_then(platform),
        scope: scope(properties.optional("ALLUSERS")?.as_deref()),
        code_page: database.strings.code_page(),
        signed: database.container.has(SIGNATURE_STREAM),
        payload: payload::read(&mut database, summary.word_count)?,
    })
}

/// The stream with the file's digital signature. Source: Microsoft, "Digital Signatures and Windows Installer".
const SIGNATURE_STREAM: &str = "\u{5}DigitalSignature";

/// The table of properties, with what is needed to understand it.
struct Properties {
    /// Keys and values, decoded.
    values: Vec<(String, Result<String, MsiError>)>,
}
