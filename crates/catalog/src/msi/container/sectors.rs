//! The sectors of a compound file: pieces of equal size after the header, which counts as one.

use std::io::{self, Read, Seek, SeekFrom};

use super::super::little_endian::u16_at;
use super::super::{MsiError, Part};

/// The header's bytes; what follows up to the first sector's end is empty.
pub(super) const HEADER_SIZE: usize = 512;

/// The header's first bytes.
const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// Where the header tells the size of a sector, as a power of two.
const SHIFT_OFFSET: usize = 30;
/// Where the header tells the size of a sector within the small streams, as a power of two.
const SMALL_SHIFT_OFFSET: usize = 32;
/// The only size of those.
const SMALL_SHIFT: u16 = 6;

/// A file as sectors.
pub(super) struct Sectors<F> {
    file: F,
    file_size: u64,
    size: usize,
}

impl<F: Read + Seek> Sectors<F> {
    /// Takes a file if it begins as a compound file does; answers its header too.
    ///
    /// # Errors
    /// [`MsiError::NotAnMsi`], [`MsiError::Truncated`], [`MsiError::Damaged`] or [`MsiError::Io`].
    pub(super) fn open(mut file: F) -> Result<(Vec<u8>, Self), MsiError> {
        let file_size = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(0))?;
        let mut header = Vec::with_capacity(HEADER_SIZE);
        file.by_ref().take(HEADER_SIZE as u64).read_to_end(&mut header)?;
        if !header.starts_with(&SIGNATURE) {
            return Err(MsiError::NotAnMsi);
        }
        if header.len() < HEADER_SIZE {
            return Err(MsiError::Truncated);
        }
        let size = match (u16_at(&header, SHIFT_OFFSET), u16_at(&header, SMALL_SHIFT_OFFSET)) {
            (Some(9), Some(SMALL_SHIFT)) => 512,
            (Some(12), Some(SMALL_SHIFT)) => 4096,
            _ => return Err(MsiError::Damaged { part: Part::Allocation }),
        };
        Ok((header, Self { file, file_size, size }))
    }

    /// The bytes of a sector: 512 or 4096.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// How many sectors the file has, a cut one at its end included.
    pub(super) fn count(&self) -> usize {
        let size = self.size as u64;
        let sectors = self.file_size.div_ceil(size.max(1)).saturating_sub(1);
        usize::try_from(sectors).unwrap_or(usize::MAX)
    }

    /// Fills `bytes` from a sector on, through the sectors after it in the file.
    ///
    /// # Errors
    /// [`MsiError::Truncated`] if the file ends before that, else [`MsiError::Io`].
    pub(super) fn read(&mut self, first: u32, bytes: &mut [u8]) -> Result<(), MsiError> {
        let position = self.position(first);
        if position.saturating_add(bytes.len() as u64) > self.file_size {
            return Err(MsiError::Truncated);
        }
        self.file.seek(SeekFrom::Start(position))?;
        self.file.read_exact(bytes).map_err(|error| match error.kind() {
            // Someone cuts the file at this moment.
            io::ErrorKind::UnexpectedEof => MsiError::Truncated,
            _ => MsiError::Io(error),
        })
    }

    /// Where a sector begins in the file.
    fn position(&self, sector: u32) -> u64 {
        u64::from(sector).saturating_add(1).saturating_mul(self.size as u64)
    }
}

/// The sector that was read last, for reading much of it piece by piece.
#[derive(Default)]
pub(super) struct LastSector {
    number: Option<u32>,
    bytes: Vec<u8>,
}

impl LastSector {
    /// A sector's bytes, read only if it is another than before; fewer of them where the file ends within it.
    ///
    /// # Errors
    /// As [`Sectors::read`].
    pub(super) fn read<F: Read + Seek>(
        &mut self,
        number: u32,
        sectors: &mut Sectors<F>,
    ) -> Result<&[u8], MsiError> {
        if self.number != Some(number) {
            self.number = None;
            let there = sectors.file_size.saturating_sub(sectors.position(number));
            let there = usize::try_from(there).unwrap_or(usize::MAX).min(sectors.size);
            if there == 0 {
                return Err(MsiError::Truncated);
            }
            self.bytes.resize(there, 0);
            sectors.read(number, &mut self.bytes)?;
            self.number = Some(number);
        }
        Ok(&self.bytes)
    }
}
