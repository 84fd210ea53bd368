//! The compound file around an MSI database: a small file system of streams in one file.
//!
//! It differs from the crates for such files in three ways that matter here. It reads a sector of the allocation table only
//! where a stream runs through it, so a package of 500 MB costs hardly more than a small one; it keeps no more than named
//! limits allow; and it takes files whose size is not a multiple of their sectors' size.
//!
//! Source: Microsoft, "[MS-CFB] Compound File Binary File Format".

mod allocation;
mod directory;
mod name;
mod sectors;
mod small;

use std::io::{Read, Seek};

use self::allocation::Allocation;
use self::directory::{Directory, ENTRY_SIZE};
pub(super) use self::name::table_stream_name;
use self::sectors::{HEADER_SIZE, Sectors};
use self::small::{SMALL_STREAM_SIZE_MAX, SmallStreams};
use super::little_endian::{u32_at, u32s};
use super::{DIRECTORY_ENTRIES_MAX, MsiError, Part};

/// Where the fields of the header are.
mod field {
    /// How many sectors the allocation table has.
    pub(super) const ALLOCATION_SECTORS: usize = 44;
    /// The first sector of the directory.
    pub(super) const DIRECTORY_START: usize = 48;
    /// The bytes from which a stream has sectors of its own.
    pub(super) const SMALL_STREAM_CUTOFF: usize = 56;
    /// The first sector of the small streams' allocation table.
    pub(super) const SMALL_TABLE_START: usize = 60;
    /// The first sector of the list that continues [`LIST`].
    pub(super) const LIST_START: usize = 68;
    /// The first 109 sectors of the allocation table; they run to the header's end.
    pub(super) const LIST: usize = 76;
}

/// What the class of the root storage begins with: a transform, a database, a patch. The rest is [`CLASS_REST`].
const CLASS_TRANSFORM: u32 = 0x000c_1082;
const CLASS_DATABASE: u32 = 0x000c_1084;
const CLASS_PATCH: u32 = 0x000c_1086;
const CLASS_REST: [u8; 12] = [0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/// An open compound file of Windows Installer.
pub(super) struct Container<F> {
    allocation: Allocation<F>,
    directory: Directory,
    small_table_start: u32,
    small: Option<SmallStreams>,
}

impl<F: Read + Seek> Container<F> {
    /// Opens a compound file and reads its directory.
    ///
    /// # Errors
    /// [`MsiError`] says why it is no compound file, one of another kind, cut, damaged or too large.
    pub(super) fn open(file: F) -> Result<Self, MsiError> {
        let (header, sectors) = Sectors::open(file)?;
        let number = |offset| u32_at(&header, offset).unwrap_or_default();
        if u64::from(number(field::SMALL_STREAM_CUTOFF)) != SMALL_STREAM_SIZE_MAX.saturating_add(1) {
            return Err(MsiError::Damaged { part: Part::Allocation });
        }
        let wide_sizes = sectors.size() > HEADER_SIZE;
        let mut allocation = Allocation::open(
            sectors,
            u32s(header.get(field::LIST..).unwrap_or_default()),
            number(field::LIST_START),
            number(field::ALLOCATION_SECTORS) as usize,
        )?;
        let bytes = read_directory(&mut allocation, number(field::DIRECTORY_START))?;
        let directory = Directory::parse(&bytes, wide_sizes)?;
        check_class(&directory.class)?;
        let small_table_start = number(field::SMALL_TABLE_START);
        Ok(Self { allocation, directory, small_table_start, small: None })
    }

    /// Whether there is a stream of this name beside the database's tables.
    pub(super) fn has(&self, name: &str) -> bool {
        self.directory.stream(name).is_some()
    }

    /// Whether the file ends before sectors that belong to its streams.
    pub(super) fn is_truncated(&self) -> bool {
        self.allocation.is_truncated()
    }

    /// Reads a stream; `None` if there is none of that name.
    ///
    /// # Errors
    /// [`MsiError`] if it is larger than `size_max` bytes or cannot be read; the errors name it as `part`.
    pub(super) fn stream(
        &mut self,
        name: &str,
        size_max: u64,
        part: Part,
    ) -> Result<Option<Vec<u8>>, MsiError> {
        let Some(entry) = self.directory.stream(name) else {
            return Ok(None);
        };
        if entry.size > size_max {
            return Err(MsiError::TooLarge { part, limit: size_max });
        }
        if entry.size > SMALL_STREAM_SIZE_MAX {
            return self.allocation.stream(entry.start, entry.size, part).map(Some);
        }
        let mut small = match self.small.take() {
            Some(small) => small,
            None => {
                let root = &self.directory.root;
                SmallStreams::open(&mut self.allocation, self.small_table_start, root)?
            }
        };
        let bytes = small.stream(&mut self.allocation, entry.start, entry.size, part)?;
        self.small = Some(small);
        Ok(Some(bytes))
    }
}

fn read_directory<F: Read + Seek>(allocation: &mut Allocation<F>, start: u32) -> Result<Vec<u8>, MsiError> {
    let part = Part::Directory;
    let size_max = DIRECTORY_ENTRIES_MAX.saturating_mul(ENTRY_SIZE);
    let sectors_max = size_max.checked_div(allocation.sector_size()).unwrap_or_default();
    let chain = allocation.chain(start, sectors_max.saturating_add(1), part)?;
    if chain.len() > sectors_max {
        return Err(MsiError::TooLarge { part, limit: DIRECTORY_ENTRIES_MAX as u64 });
    }
    allocation.read(&chain, chain.len().saturating_mul(allocation.sector_size()))
}

fn check_class(class: &[u8; 16]) -> Result<(), MsiError> {
    if !class.ends_with(&CLASS_REST) {
        return Err(MsiError::NotAnMsi);
    }
    match u32_at(class, 0) {
        Some(CLASS_DATABASE) => Ok(()),
        Some(CLASS_PATCH) => Err(MsiError::Patch),
        Some(CLASS_TRANSFORM) => Err(MsiError::Transform),
        _ => Err(MsiError::NotAnMsi),
    }
}
