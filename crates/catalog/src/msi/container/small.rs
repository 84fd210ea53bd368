//! The small streams of a compound file: they share one stream, cut into sectors of 64 bytes with a table of their own.

use std::io::{Read, Seek};

use super::super::little_endian::u32_at;
use super::super::{DIRECTORY_ENTRIES_MAX, MsiError, Part};
use super::allocation::{Allocation, ENTRY_SIZE, check_no_repetition, place};
use super::directory::Entry;
use super::sectors::LastSector;

/// The most bytes that a small stream has; a larger one has sectors of its own.
pub(super) const SMALL_STREAM_SIZE_MAX: u64 = 4095;

/// The bytes of a small sector.
const SMALL_SECTOR_SIZE: usize = 64;

/// Where the small streams are.
pub(super) struct SmallStreams {
    /// The sectors of their allocation table.
    table: Vec<u32>,
    /// The sectors of the stream that they share.
    shared: Vec<u32>,
    last_of_table: LastSector,
    last_of_shared: LastSector,
}

impl SmallStreams {
    /// Finds the sectors of the table and of the shared stream, which the root entry tells.
    ///
    /// # Errors
    /// As [`Allocation::chain`].
    pub(super) fn open<F: Read + Seek>(
        allocation: &mut Allocation<F>,
        table_start: u32,
        root: &Entry,
    ) -> Result<Self, MsiError> {
        // As many streams as there may be, each as large as it may be: no sound file has more.
        let size_max = SMALL_STREAM_SIZE_MAX.saturating_mul(DIRECTORY_ENTRIES_MAX as u64);
        let size = usize::try_from(root.size.min(size_max)).unwrap_or(usize::MAX);
        let sector_size = allocation.sector_size().max(1);
        let length_max = size.div_ceil(sector_size).min(allocation.sector_count());
        let shared = allocation.chain(root.start, length_max, Part::Directory)?;
        // Four bytes for each 64: a sixteenth.
        let table = allocation.chain(table_start, length_max.div_ceil(16), Part::Directory)?;
        let (last_of_table, last_of_shared) = Default::default();
        Ok(Self { table, shared, last_of_table, last_of_shared })
    }

    /// Reads a stream of known size.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the stream ends too early, runs in a circle or leaves what the small streams share;
    /// [`MsiError::Truncated`] or [`MsiError::Io`].
    pub(super) fn stream<F: Read + Seek>(
        &mut self,
        allocation: &mut Allocation<F>,
        start: u32,
        size: u64,
        part: Part,
    ) -> Result<Vec<u8>, MsiError> {
        let size = usize::try_from(size.min(SMALL_STREAM_SIZE_MAX)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(size);
        let mut chain = Vec::new();
        let mut sector = start;
        while bytes.len() < size {
            if !chain.is_empty() {
                sector = self.next(allocation, sector, part)?;
            }
            chain.push(sector);
            let wanted = size.saturating_sub(bytes.len()).min(SMALL_SECTOR_SIZE);
            bytes.extend_from_slice(self.piece(allocation, sector, wanted, part)?);
        }
        check_no_repetition(&chain, part)?;
        Ok(bytes)
    }

    /// The first bytes of a small sector.
    fn piece<F: Read + Seek>(
        &mut self,
        allocation: &mut Allocation<F>,
        sector: u32,
        size: usize,
        part: Part,
    ) -> Result<&[u8], MsiError> {
        let (index, offset) =
            place(sector, SMALL_SECTOR_SIZE, allocation.sector_size()).ok_or(MsiError::Damaged { part })?;
        let shared = *self.shared.get(index).ok_or(MsiError::Damaged { part })?;
        let bytes = self.last_of_shared.read(shared, allocation.sectors())?;
        bytes.get(offset..).and_then(|rest| rest.get(..size)).ok_or(MsiError::Truncated)
    }

    /// The entry of the table for a small sector.
    fn next<F: Read + Seek>(
        &mut self,
        allocation: &mut Allocation<F>,
        sector: u32,
        part: Part,
    ) -> Result<u32, MsiError> {
        let (index, offset) =
            place(sector, ENTRY_SIZE, allocation.sector_size()).ok_or(MsiError::Damaged { part })?;
        let table = *self.table.get(index).ok_or(MsiError::Damaged { part })?;
        let bytes = self.last_of_table.read(table, allocation.sectors())?;
        u32_at(bytes, offset).ok_or(MsiError::Truncated)
    }
}
