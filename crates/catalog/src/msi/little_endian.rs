//! Numbers within bytes, the lowest byte first; `None` where the bytes end before the number does.

fn bytes_at<const SIZE: usize>(bytes: &[u8], offset: usize) -> Option<[u8; SIZE]> {
    bytes.get(offset..)?.first_chunk().copied()
}

/// The 16-bit number at an offset.
pub(super) fn u16_at(bytes: &[u8], offset: usize) -> Option<u16> {
    bytes_at(bytes, offset).map(u16::from_le_bytes)
}

/// The 32-bit number at an offset.
pub(super) fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    bytes_at(bytes, offset).map(u32::from_le_bytes)
}

/// The 64-bit number at an offset.
pub(super) fn u64_at(bytes: &[u8], offset: usize) -> Option<u64> {
    bytes_at(bytes, offset).map(u64::from_le_bytes)
}

/// All 16-bit numbers, without an odd byte at the end.
pub(super) fn u16s(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.as_chunks().0.iter().copied().map(u16::from_le_bytes)
}

/// All 32-bit numbers, without what is left over at the end.
pub(super) fn u32s(bytes: &[u8]) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator {
    bytes.as_chunks().0.iter().copied().map(u32::from_le_bytes)
}
