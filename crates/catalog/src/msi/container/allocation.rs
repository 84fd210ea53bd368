//! The allocation table of a compound file: for each sector the one that follows it in its stream.
//!
//! The table is spread over sectors of its own, which a list in the header and further sectors names. The list is read
//! whole (4 bytes for each 64 KB of the file), the table only where it is asked.

use std::io::{Read, Seek};

use super::super::little_endian::{u32_at, u32s};
use super::super::{ALLOCATION_SECTORS_MAX, MsiError, Part};
use super::sectors::{LastSector, Sectors};

/// The highest number of a sector; what is above has a meaning of its own.
const SECTOR_MAX: u32 = 0xffff_fffa;
/// In the table: the sector is its stream's last.
const END: u32 = 0xffff_fffe;
/// The bytes of one entry of the table.
pub(super) const ENTRY_SIZE: usize = 4;

const DAMAGED: MsiError = MsiError::Damaged { part: Part::Allocation };

/// A compound file's sectors and which belong together.
pub(super) struct Allocation<F> {
    sectors: Sectors<F>,
    /// The sectors that hold the table.
    table: Vec<u32>,
    last: LastSector,
    is_truncated: bool,
}

impl<F: Read + Seek> Allocation<F> {
    /// Reads the list of the table's sectors, of which the header has the first and counts all.
    ///
    /// # Errors
    /// [`MsiError::Truncated`] if the list is not all there; [`MsiError::TooLarge`] beyond [`ALLOCATION_SECTORS_MAX`];
    /// [`MsiError::Damaged`] or [`MsiError::Io`].
    pub(super) fn open(
        mut sectors: Sectors<F>,
        listed: impl Iterator<Item = u32>,
        list_start: u32,
        count: usize,
    ) -> Result<Self, MsiError> {
        if count > sectors.count() {
            return Err(MsiError::Truncated);
        }
        if count > ALLOCATION_SECTORS_MAX {
            let limit = ALLOCATION_SECTORS_MAX as u64;
            return Err(MsiError::TooLarge { part: Part::Allocation, limit });
        }
        let mut table: Vec<u32> = listed.take(count).collect();
        let mut next = list_start;
        let mut bytes = vec![0; sectors.size()];
        while table.len() < count {
            if next > SECTOR_MAX {
                return Err(DAMAGED);
            }
            sectors.read(next, &mut bytes)?;
            let mut numbers = u32s(&bytes);
            next = numbers.next_back().ok_or(DAMAGED)?;
            table.extend(numbers.take(count.saturating_sub(table.len())));
        }
        let mut allocation = Self { sectors, table, last: LastSector::default(), is_truncated: false };
        allocation.is_truncated = match allocation.reaches_beyond_end() {
            Err(MsiError::Truncated) => true,
            answer => answer?,
        };
        Ok(allocation)
    }

    /// Whether the table gives sectors to streams that the file does not have.
    pub(super) fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// The bytes of a sector.
    pub(super) fn sector_size(&self) -> usize {
        self.sectors.size()
    }

    /// How many sectors the file has.
    pub(super) fn sector_count(&self) -> usize {
        self.sectors.count()
    }

    /// The sectors, for reading one of them.
    pub(super) fn sectors(&mut self) -> &mut Sectors<F> {
        &mut self.sectors
    }

    /// Follows the table from a sector on, for `length_max` sectors at most.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the chain runs in a circle or leaves the table.
    pub(super) fn chain(&mut self, start: u32, length_max: usize, part: Part) -> Result<Vec<u32>, MsiError> {
        let mut chain = Vec::new();
        let mut sector = start;
        while sector <= SECTOR_MAX && chain.len() < length_max {
            chain.push(sector);
            if chain.len() < length_max {
                sector = self.next(sector, part)?;
            }
        }
        check_no_repetition(&chain, part)?;
        Ok(chain)
    }

    /// Reads the first `size` bytes of a chain of sectors.
    ///
    /// # Errors
    /// As [`Sectors::read`].
    pub(super) fn read(&mut self, chain: &[u32], size: usize) -> Result<Vec<u8>, MsiError> {
        let mut bytes = vec![0; size];
        let mut rest = bytes.as_mut_slice();
        for run in chain.chunk_by(|sector, next| sector.checked_add(1) == Some(*next)) {
            let run_size = run.len().saturating_mul(self.sectors.size()).min(rest.len());
            let (piece, others) = rest.split_at_mut(run_size);
            if let Some(first) = run.first() {
                self.sectors.read(*first, piece)?;
            }
            rest = others;
        }
        Ok(bytes)
    }

    /// Reads a stream of known size.
    ///
    /// # Errors
    /// [`MsiError::Truncated`] if the file is smaller than that; [`MsiError::Damaged`] if the stream ends too early.
    pub(super) fn stream(&mut self, start: u32, size: u64, part: Part) -> Result<Vec<u8>, MsiError> {
        let size = usize::try_from(size).map_err(|_| MsiError::Truncated)?;
        let length = size.div_ceil(self.sectors.size().max(1));
        if length > self.sectors.count() {
            return Err(MsiError::Truncated);
        }
        let chain = self.chain(start, length, part)?;
        if chain.len() < length {
            return Err(MsiError::Damaged { part });
        }
        self.read(&chain, size)
    }

    /// The entry of the table for a sector.
    fn next(&mut self, sector: u32, part: Part) -> Result<u32, MsiError> {
        let damaged = || MsiError::Damaged { part };
        let (index, offset) = place(sector, ENTRY_SIZE, self.sectors.size()).ok_or_else(damaged)?;
        let table_sector = *self.table.get(index).ok_or_else(damaged)?;
        if table_sector > SECTOR_MAX {
            return Err(damaged());
        }
        u32_at(self.last.read(table_sector, &mut self.sectors)?, offset).ok_or(MsiError::Truncated)
    }

    /// Looks from the table's end for sectors that belong to a stream and lie beyond the file's end.
    ///
    /// Only the last entry or two of a sound file are looked at. Other marks beyond the end are harmless: some programs fill
    /// the table's last sector with zeros.
    fn reaches_beyond_end(&mut self) -> Result<bool, MsiError> {
        let entries_per_sector = self.sectors.size().checked_div(ENTRY_SIZE).unwrap_or_default();
        for (index, sector) in self.table.iter().enumerate().rev() {
            if *sector > SECTOR_MAX {
                continue;
            }
            let there = self.sectors.count().saturating_sub(index.saturating_mul(entries_per_sector));
            let mut beyond = u32s(self.last.read(*sector, &mut self.sectors)?).skip(there);
            if beyond.any(|entry| entry == END || (1..=SECTOR_MAX).contains(&entry)) {
                return Ok(true);
            }
            if there > 0 {
                break;
            }
        }
        Ok(false)
    }
}

/// Where a piece lies among pieces of one size that fill sectors: in which of those, and from which byte on.
pub(super) fn place(piece: u32, piece_size: usize, sector_size: usize) -> Option<(usize, usize)> {
    let position = (piece as usize).checked_mul(piece_size)?;
    Some((position.checked_div(sector_size)?, position.checked_rem(sector_size)?))
}

/// Refuses a chain that comes back to one of its sectors.
pub(super) fn check_no_repetition(chain: &[u32], part: Part) -> Result<(), MsiError> {
    let mut sorted = chain.to_vec();
    sorted.sort_unstable();
    if sorted.is_sorted_by(|sector, next| sector < next) { Ok(()) } else { Err(MsiError::Damaged { part }) }
}
