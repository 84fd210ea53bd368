//! The directory of a compound file: which streams there are and where each begins.
//!
//! Entries form trees: each storage names one of its members, each member up to two others of the same storage. Only the
//! root storage's own streams count here; a storage within it is another database, such as a transform for a language.

use super::super::little_endian::{u16_at, u16s, u32_at, u64_at};
use super::super::{MsiError, Part};

/// The bytes of an entry.
pub(super) const ENTRY_SIZE: usize = 128;

/// Where the fields of an entry are; its name is at the beginning.
mod field {
    pub(super) const NAME_SIZE: usize = 64;
    pub(super) const KIND: usize = 66;
    pub(super) const LEFT: usize = 68;
    pub(super) const RIGHT: usize = 72;
    pub(super) const CHILD: usize = 76;
    pub(super) const CLASS: usize = 80;
    pub(super) const START: usize = 116;
    pub(super) const SIZE: usize = 120;
}

/// No entry.
const NONE: u32 = 0xffff_ffff;
const KIND_STORAGE: u8 = 1;
const KIND_STREAM: u8 = 2;

const DAMAGED: MsiError = MsiError::Damaged { part: Part::Directory };

/// The root storage.
pub(super) struct Directory {
    /// What kind of file this is.
    pub(super) class: [u8; 16],
    /// The stream that the small streams share.
    pub(super) root: Entry,
    streams: Vec<(Vec<u16>, Entry)>,
}

/// Where a stream begins and how large it is.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) start: u32,
    pub(super) size: u64,
}

impl Directory {
    /// Reads a directory; sizes have 32 bits unless they are wide.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the tree of the root's streams leaves the directory, is not a tree, or holds anything but
    /// storages and streams.
    pub(super) fn parse(bytes: &[u8], wide_sizes: bool) -> Result<Self, MsiError> {
        let (entries, _) = bytes.as_chunks::<ENTRY_SIZE>();
        let root = entries.first().ok_or(DAMAGED)?;
        let class = root.get(field::CLASS..).and_then(|rest| rest.first_chunk()).ok_or(DAMAGED)?;
        let mut seen = vec![false; entries.len()];
        let mut waiting = vec![u32_at(root, field::CHILD).ok_or(DAMAGED)?];
        let mut streams = Vec::new();
        while let Some(index) = waiting.pop() {
            if index == NONE {
                continue;
            }
            let entry = entries.get(index as usize).ok_or(DAMAGED)?;
            let seen = seen.get_mut(index as usize).ok_or(DAMAGED)?;
            if std::mem::replace(seen, true) {
                return Err(DAMAGED);
            }
            match entry.get(field::KIND) {
                Some(&KIND_STREAM) => streams.push((name(entry)?, place(entry, wide_sizes)?)),
                Some(&KIND_STORAGE) => {}
                _ => return Err(DAMAGED),
            }
            waiting.extend([field::LEFT, field::RIGHT].iter().filter_map(|side| u32_at(entry, *side)));
        }
        Ok(Self { class: *class, root: place(root, wide_sizes)?, streams })
    }

    /// The stream with a name.
    pub(super) fn stream(&self, name: &str) -> Option<Entry> {
        let (_, entry) =
            self.streams.iter().find(|(found, _)| name.encode_utf16().eq(found.iter().copied()))?;
        Some(*entry)
    }
}

/// An entry's name, without the zero at its end.
fn name(entry: &[u8]) -> Result<Vec<u16>, MsiError> {
    let size = usize::from(u16_at(entry, field::NAME_SIZE).ok_or(DAMAGED)?);
    let name = entry.get(..size.saturating_sub(2).min(field::NAME_SIZE)).ok_or(DAMAGED)?;
    Ok(u16s(name).collect())
}

fn place(entry: &[u8], wide_sizes: bool) -> Result<Entry, MsiError> {
    let start = u32_at(entry, field::START).ok_or(DAMAGED)?;
    // With small sectors the upper half may be anything.
    let size =
        if wide_sizes { u64_at(entry, field::SIZE) } else { u32_at(entry, field::SIZE).map(u64::from) };
    Ok(Entry { start, size: size.ok_or(DAMAGED)? })
}

#[cfg(test)]
mod tests {
    use super::{Directory, ENTRY_SIZE, NONE, field};

    /// An entry of a kind with a name, siblings and a child.
    fn entry(kind: u8, name: &str, [left, right, child]: [u32; 3]) -> [u8; ENTRY_SIZE] {
        let mut entry = [0; ENTRY_SIZE];
        for (place, unit) in entry.chunks_exact_mut(2).zip(name.encode_utf16()) {
            place.copy_from_slice(&unit.to_le_bytes());
        }
        entry[field::NAME_SIZE] = 2 * name.encode_utf16().count() as u8 + 2;
        entry[field::KIND] = kind;
        for (offset, value) in [(field::LEFT, left), (field::RIGHT, right), (field::CHILD, child)] {
            entry[offset..offset + 4].copy_from_slice(&value.to_le_bytes());
        }
        entry[field::SIZE..].fill(1);
        entry
    }

    #[test]
    fn only_the_streams_of_the_root_are_found() {
        let bytes = [
            entry(5, "Root Entry", [NONE, NONE, 2]),
            entry(2, "left", [NONE, NONE, NONE]),
            entry(2, "middle", [1, 3, NONE]),
            entry(1, "storage", [NONE, NONE, 4]),
            entry(2, "within", [NONE, NONE, NONE]),
        ]
        .concat();
        let directory = Directory::parse(&bytes, false).unwrap();
        let check = |name, expected| {
            assert_eq!(directory.stream(name).map(|entry| entry.size), expected, "{name}");
        };
        check("left", Some(0x0101_0101));
        check("middle", Some(0x0101_0101));
        check("storage", None);
        check("within", None);
        check("Left", None);
        let wide = Directory::parse(&bytes, true).unwrap();
        assert_eq!(wide.stream("left").unwrap().size, 0x0101_0101_0101_0101);
    }

    #[test]
    fn what_is_not_a_tree_is_damaged() {
        let check = |entries: &[[u8; ENTRY_SIZE]]| {
            assert!(Directory::parse(&entries.concat(), false).is_err(), "{entries:x?}");
        };
        check(&[]);
        check(&[entry(5, "Root Entry", [NONE, NONE, 1])]);
        check(&[entry(5, "Root Entry", [NONE, NONE, 1]), entry(2, "itself", [1, NONE, NONE])]);
        check(&[entry(5, "Root Entry", [NONE, NONE, 0])]);
        check(&[entry(5, "Root Entry", [NONE, NONE, 1]), entry(0, "free", [NONE, NONE, NONE])]);
    }
}
