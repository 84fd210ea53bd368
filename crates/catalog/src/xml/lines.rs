//! Finds the lines of positions, whatever their order, without counting from the beginning each time.

use std::cell::OnceCell;

use memchr::memchr_iter;

use super::abridge::Cuts;

/// The lines of a document.
pub(super) struct Lines<'a> {
    whole: &'a [u8],
    /// What the positions do not count.
    cuts: &'a Cuts<'a>,
    /// How many line breaks there are before each block; counted when the first line is asked for.
    before: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    const BLOCK_SIZE: usize = 64 * 1024;

    /// The lines of the whole document, for positions in what the cuts leave of it.
    pub(super) fn new(whole: &'a str, cuts: &'a Cuts<'a>) -> Self {
        Self { whole: whole.as_bytes(), cuts, before: OnceCell::new() }
    }

    /// The line of a position, from 1.
    pub(super) fn line_at(&self, position: usize) -> u32 {
        let position = self.cuts.in_whole(position);
        let before = self.before.get_or_init(|| self.count());
        let block = position / Self::BLOCK_SIZE;
        let inside = self.whole.get(block * Self::BLOCK_SIZE..position).unwrap_or_default();
        let breaks = before.get(block).copied().unwrap_or_default() + line_breaks(inside);
        u32::try_from(breaks + 1).unwrap_or(u32::MAX)
    }

    fn count(&self) -> Vec<usize> {
        let mut sum = 0;
        let blocks = self.whole.chunks(Self::BLOCK_SIZE).map(|block| {
            let before = sum;
            sum += line_breaks(block);
            before
        });
        blocks.collect()
    }
}

fn line_breaks(bytes: &[u8]) -> usize {
    memchr_iter(b'\n', bytes).count()
}
