//! The strings of an MSI database, which its tables point to by number.
//!
//! They stand in two streams: `_StringData` has all strings one after another, `_StringPool` their lengths. The pool
//! begins with the code page, whose highest bit says that references have three bytes instead of two. Then come four
//! bytes for each string: its length and how often it is used, both 0 for a number that is free. A length of 0 with a
//! use above 0 announces a string of more than 65,535 bytes, whose length are the four bytes that follow.
//! Source: what Windows Installer writes; Microsoft documents the format nowhere.

use super::little_endian::{u16s, u32_at};
use super::{MsiError, Part, VALUE_SIZE_MAX, code_page};

/// In the pool's first four bytes: references to strings have three bytes.
const LONG_REFERENCES: u32 = 0x8000_0000;
/// The bytes of the pool before the first string.
const HEADER_SIZE: usize = 4;

const DAMAGED: MsiError = MsiError::Damaged { part: Part::Strings };

/// All strings of a database, as bytes in its code page.
pub(super) struct Strings {
    code_page: u32,
    reference_size: usize,
    data: Vec<u8>,
    /// Where each string begins; the first has the number 1.
    starts: Vec<u32>,
}

impl Strings {
    /// Puts the pool and the data together.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the pool announces more than there is data.
    pub(super) fn new(pool: &[u8], data: Vec<u8>) -> Result<Self, MsiError> {
        let header = u32_at(pool, 0).unwrap_or_default();
        let entries = pool.get(HEADER_SIZE..).unwrap_or_default();
        let mut strings = Self {
            code_page: header & !LONG_REFERENCES,
            reference_size: if header & LONG_REFERENCES == 0 { 2 } else { 3 },
            data,
            starts: Vec::with_capacity(entries.len().div_ceil(4).saturating_add(1)),
        };
        let mut numbers = u16s(entries);
        let mut start = 0_u32;
        while let Some((length, uses)) = numbers.next().zip(numbers.next()) {
            strings.starts.push(start);
            let length = match (length, uses) {
                (0, 1..) => {
                    let (low, high) = numbers.next().zip(numbers.next()).ok_or(DAMAGED)?;
                    u32::from(low) | u32::from(high) << 16
                }
                (short, _) => u32::from(short),
            };
            start = start.checked_add(length).ok_or(DAMAGED)?;
        }
        if start as usize > strings.data.len() {
            return Err(DAMAGED);
        }
        strings.starts.push(start);
        Ok(strings)
    }

    /// The code page of all strings.
    pub(super) fn code_page(&self) -> u32 {
        self.code_page
    }

    /// The bytes of a reference to a string: 2 or 3.
    pub(super) fn reference_size(&self) -> usize {
        self.reference_size
    }

    /// The string with a number, as bytes; empty for 0, which stands for no string.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if there is no string with that number.
    pub(super) fn bytes(&self, number: u32) -> Result<&[u8], MsiError> {
        let Some(index) = number.checked_sub(1) else {
            return Ok(&[]);
        };
        match self.starts.get(index as usize..) {
            Some([start, end, ..]) => self.data.get(*start as usize..*end as usize).ok_or(DAMAGED),
            _ => Err(DAMAGED),
        }
    }

    /// The string with a number, as text.
    ///
    /// # Errors
    /// As [`Strings::bytes`]; also [`MsiError::TooLarge`] beyond [`VALUE_SIZE_MAX`] and [`MsiError::CodePageUnknown`].
    pub(super) fn text(&self, number: u32, part: Part) -> Result<String, MsiError> {
        let bytes = self.bytes(number)?;
        if bytes.len() > VALUE_SIZE_MAX {
            return Err(MsiError::TooLarge { part, limit: VALUE_SIZE_MAX as u64 });
        }
        code_page::decode(bytes, self.code_page)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MsiError, Part};
    use super::Strings;

    fn pool(header: u32, entries: &[(u16, u16)]) -> Vec<u8> {
        let mut pool = header.to_le_bytes().to_vec();
        for (length, uses) in entries {
            pool.extend(length.to_le_bytes());
            pool.extend(uses.to_le_bytes());
        }
        pool
    }

    #[test]
    fn strings_are_found_by_their_number() {
        let pool = pool(0x8000_04e4, &[(3, 1), (0, 0), (2, 9)]);
        let strings = Strings::new(&pool, b"one\xe4h".to_vec()).unwrap();
        assert_eq!((strings.code_page(), strings.reference_size()), (1252, 3));
        let check = |number, expected: &str| {
            assert_eq!(strings.text(number, Part::Properties).unwrap(), expected, "{number}");
        };
        check(0, "");
        check(1, "one");
        check(2, "");
        check(3, "äh");
        for number in [4, 5, u32::MAX] {
            assert!(matches!(strings.bytes(number), Err(MsiError::Damaged { part: Part::Strings })));
        }
    }

    #[test]
    fn a_long_string_takes_two_entries_and_one_number() {
        let long = vec![b'x'; 70_000];
        let data = [long.as_slice(), b"end"].concat();
        let strings = Strings::new(&pool(0, &[(0, 1), (0x1170, 1), (3, 1)]), data).unwrap();
        assert_eq!(strings.bytes(1).unwrap().len(), 70_000);
        assert_eq!(strings.bytes(2).unwrap(), b"end");
        assert!(matches!(
            strings.text(1, Part::Properties),
            Err(MsiError::TooLarge { part: Part::Properties, limit: 65_536 })
        ));
    }

    #[test]
    fn an_empty_pool_has_no_strings() {
        let strings = Strings::new(&[], vec![]).unwrap();
        assert_eq!((strings.code_page(), strings.reference_size()), (0, 2));
        assert!(strings.bytes(1).is_err());
    }

    #[test]
    fn lengths_beyond_the_data_are_damage() {
        let check = |entries: &[(u16, u16)], data: &[u8]| {
            let strings = Strings::new(&pool(0, entries), data.to_vec());
            assert!(
                matches!(strings, Err(MsiError::Damaged { part: Part::Strings })),
                "{entries:?} {data:?}"
            );
        };
        check(&[(4, 1)], b"one");
        check(&[(3, 1), (1, 1)], b"one");
        check(&[(0, 1)], b"");
        check(&[(0, 1), (0xffff, 0xffff), (0, 1), (0xffff, 0xffff)], b"one");
    }
}
