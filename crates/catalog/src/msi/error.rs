//! Why a file cannot be read as an MSI file.

use std::io;

use text::{Explain, Message, message};

/// Why a file cannot be read as an MSI file.
///
/// The sentences speak of "the file", for only the caller knows its name.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum MsiError {
    /// Something else: not a compound file, or one of another program.
    NotAnMsi,
    /// A Windows Installer patch (`.msp`).
    Patch,
    /// A Windows Installer transform (`.mst`).
    Transform,
    /// A merge module (`.msm`), which is a building block of MSI files.
    MergeModule,
    /// The file ends before what is to be read of it, as after a broken copy or download.
    Truncated,
    /// A part contradicts itself or the others.
    Damaged {
        /// The part.
        part: Part,
    },
    /// A part goes beyond its limit.
    TooLarge {
        /// The part.
        part: Part,
        /// The most that the part may have: bytes, or entries where the part is counted.
        limit: u64,
    },
    /// The property is absent or empty, and no package installs without it.
    PropertyMissing {
        /// The property's name.
        name: &'static str,
    },
    /// Strings are written in a code page that is not known here.
    CodePageUnknown {
        /// The code page's number.
        code_page: u32,
    },
    /// The operating system could not read the file.
    Io(#[from] io::Error),
}

/// A part of an MSI file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The table that says which sectors belong together.
    Allocation,
    /// The directory of streams.
    Directory,
    /// The list of strings and the strings themselves.
    Strings,
    /// The table of columns.
    Columns,
    /// The table of properties, or one of them.
    Properties,
    /// The tables of media and files.
    Files,
    /// The summary information.
    Summary,
}

impl Explain for MsiError {
    fn message(&self) -> Message {
        match self {
            Self::NotAnMsi => message!("msi-not-an-msi"),
            Self::Patch => message!("msi-patch"),
            Self::Transform => message!("msi-transform"),
            Self::MergeModule => message!("msi-merge-module"),
            Self::Truncated => message!("msi-truncated"),
            Self::Damaged { part } => message!("msi-damaged", part = part.message()),
            Self::TooLarge { part, limit } => {
                message!("msi-too-large", part = part.message(), limit = *limit)
            }
            Self::PropertyMissing { name } => message!("msi-property-missing", name = *name),
            Self::CodePageUnknown { code_page } => {
                message!("msi-code-page-unknown", number = code_page.to_string())
            }
            Self::Io(error) => message!("msi-not-readable", detail = error.to_string()),
        }
    }
}

impl Explain for Part {
    fn message(&self) -> Message {
        match self {
            Self::Allocation => message!("msi-part-allocation"),
            Self::Directory => message!("msi-part-directory"),
            Self::Strings => message!("msi-part-strings"),
            Self::Columns => message!("msi-part-columns"),
            Self::Properties => message!("msi-part-properties"),
            Self::Files => message!("msi-part-files"),
            Self::Summary => message!("msi-part-summary"),
        }
    }
}
