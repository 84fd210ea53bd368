//! The tables of an MSI database.
//!
//! Each table is a stream that holds its first column for all rows, then its second, and so on. A string is a reference
//! into [`Strings`]; a number has two or four bytes and is stored with its highest bit turned over, so that 0 can stand for
//! no value. Which columns a table has says the table `_Columns`, whose own four columns are known beforehand.

use std::io::{Read, Seek};

use super::container::{Container, table_stream_name};
use super::little_endian::{u16_at, u32_at};
use super::strings::Strings;
use super::{COLUMNS_MAX, MsiError, Part, STRING_DATA_SIZE_MAX, STRING_POOL_SIZE_MAX, TABLE_SIZE_MAX};

/// In a column's type: a string or, without [`TYPE_SIZE`], an object with a stream of its own.
const TYPE_STRING: u16 = 0x0800;
/// In a column's type: the size; in bytes for a number, in characters for a string.
const TYPE_SIZE: u16 = 0x00ff;
/// In a column's type: the column is described at all.
const TYPE_VALID: u16 = 0x0100;
/// In a column's type: there may be no value.
const TYPE_NULLABLE: u16 = 0x1000;

/// An MSI database: its container, its strings and what its tables look like.
pub(super) struct Database<F> {
    pub(super) container: Container<F>,
    pub(super) strings: Strings,
    columns: Table,
}

/// One table.
pub(super) struct Table {
    part: Part,
    data: Vec<u8>,
    rows: usize,
    columns: Vec<Column>,
}

/// Where one column of a table is and what it holds.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// The string with the column's name; 0 where the name is known beforehand.
    name: u32,
    /// The bytes of the columns to its left, in one row.
    offset: usize,
    /// The bytes of each value: 2, 3 or 4.
    size: usize,
}

impl<F: Read + Seek> Database<F> {
    /// Reads the strings and the table of columns.
    ///
    /// # Errors
    /// [`MsiError`] if one of them is absent, damaged or too large.
    pub(super) fn open(mut container: Container<F>) -> Result<Self, MsiError> {
        let mut stream = |name, size_max| {
            container
                .stream(&table_stream_name(name), size_max, Part::Strings)?
                .ok_or(MsiError::Damaged { part: Part::Strings })
        };
        let pool = stream("_StringPool", STRING_POOL_SIZE_MAX)?;
        let data = stream("_StringData", STRING_DATA_SIZE_MAX)?;
        let strings = Strings::new(&pool, data)?;
        let reference = strings.reference_size();
        let sizes = [reference, 2, reference, 2].map(|size| (0, size));
        let columns = Table::read(&mut container, "_Columns", sizes, Part::Columns)?;
        Ok(Self { container, strings, columns })
    }

    /// Reads a table; `None` if the database has none of that name.
    ///
    /// # Errors
    /// [`MsiError`] if the table does not fit its description or is larger than [`TABLE_SIZE_MAX`].
    pub(super) fn table(&mut self, name: &str, part: Part) -> Result<Option<Table>, MsiError> {
        let described = self.describe(name)?;
        if described.is_empty() {
            return Ok(None);
        }
        Table::read(&mut self.container, name, described, part).map(Some)
    }

    /// The columns of a table from left to right, each with the string of its name and the size of its values.
    fn describe(&self, name: &str) -> Result<Vec<(u32, usize)>, MsiError> {
        let damaged = MsiError::Damaged { part: Part::Columns };
        let table = &self.columns;
        let &[of_table, number, column_name, kind] = table.columns.as_slice() else {
            return Err(damaged);
        };
        let mut found = Vec::new();
        for row in table.rows() {
            if self.strings.bytes(table.reference(row, of_table)?)? == name.as_bytes() {
                if found.len() == COLUMNS_MAX {
                    let limit = COLUMNS_MAX as u64;
                    return Err(MsiError::TooLarge { part: Part::Columns, limit });
                }
                let kind = u16::try_from(table.raw(row, kind)? ^ 0x8000).unwrap_or_default();
                let size = value_size(kind, self.strings.reference_size());
                found.push((table.number(row, number)?, (table.reference(row, column_name)?, size)));
            }
        }
        found.sort_by_key(|(number, _)| *number);
        if !found.iter().map(|(number, _)| *number).eq((1..).take(found.len()).map(Some)) {
            return Err(damaged);
        }
        Ok(found.into_iter().map(|(_, column)| column).collect())
    }
}

impl Table {
    /// Reads a table whose columns, each with the string of its name and the size of its values, are known.
    fn read<F: Read + Seek>(
        container: &mut Container<F>,
        name: &str,
        described: impl IntoIterator<Item = (u32, usize)>,
        part: Part,
    ) -> Result<Self, MsiError> {
        let mut row_size = 0_usize;
        let mut columns = Vec::new();
        for (name, size) in described {
            columns.push(Column { name, offset: row_size, size });
            row_size = row_size.saturating_add(size);
        }
        // A table without rows may have no stream.
        let data = container.stream(&table_stream_name(name), TABLE_SIZE_MAX, part)?.unwrap_or_default();
        let damaged = MsiError::Damaged { part };
        if data.len().checked_rem(row_size) != Some(0) {
            return Err(damaged);
        }
        let rows = data.len().checked_div(row_size).ok_or(damaged)?;
        Ok(Self { part, data, rows, columns })
    }

    /// The rows' indices.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        0..self.rows
    }

    /// The column with a name.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if there is none.
    pub(super) fn column(&self, name: &str, strings: &Strings) -> Result<Column, MsiError> {
        for column in &self.columns {
            if strings.bytes(column.name)? == name.as_bytes() {
                return Ok(*column);
            }
        }
        Err(MsiError::Damaged { part: self.part })
    }

    /// A reference to a string; 0 for none.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the column holds no strings.
    pub(super) fn reference(&self, row: usize, column: Column) -> Result<u32, MsiError> {
        match column.size {
            2 | 3 => self.raw(row, column),
            _ => Err(MsiError::Damaged { part: self.part }),
        }
    }

    /// A number; `None` where there is no value.
    ///
    /// # Errors
    /// [`MsiError::Damaged`] if the column holds no numbers.
    pub(super) fn number(&self, row: usize, column: Column) -> Result<Option<i32>, MsiError> {
        let raw = self.raw(row, column)?;
        match (raw, column.size) {
            (0, _) => Ok(None),
            (raw, 2) => Ok(u16::try_from(raw).ok().map(|raw| i32::from((raw ^ 0x8000).cast_signed()))),
            (raw, 4) => Ok(Some((raw ^ 0x8000_0000).cast_signed())),
            _ => Err(MsiError::Damaged { part: self.part }),
        }
    }

    /// A value as it is stored.
    fn raw(&self, row: usize, column: Column) -> Result<u32, MsiError> {
        let place = || {
            let offset = column.offset.checked_mul(self.rows)?.checked_add(row.checked_mul(column.size)?)?;
            let low = u16_at(&self.data, offset).map(u32::from);
            match column.size {
                2 => low,
                3 => Some(low? | u32::from(*self.data.get(offset.checked_add(2)?)?) << 16),
                _ => u32_at(&self.data, offset),
            }
        };
        place().ok_or(MsiError::Damaged { part: self.part })
    }
}

/// The bytes that a value of a column's type takes in each row.
fn value_size(kind: u16, reference_size: usize) -> usize {
    if kind & !TYPE_NULLABLE == TYPE_STRING | TYPE_VALID {
        2 // an object: only whether there is one
    } else if kind & TYPE_STRING != 0 {
        reference_size
    } else if kind & TYPE_SIZE <= 2 {
        2
    } else {
        4
    }
}

#[cfg(test)]
mod tests {
    use super::super::strings::Strings;
    use super::{Column, Part, Table, value_size};

    #[test]
    fn the_type_of_a_column_tells_its_size() {
        let check = |kind, expected| assert_eq!(value_size(kind, 3), expected, "{kind:#x}");
        check(0x2d48, 3); // s72, a key
        check(0x0f00, 3); // l0
        check(0x1dff, 3); // S255
        check(0x0502, 2); // i2
        check(0x2502, 2); // i2, a key
        check(0x0104, 4); // i4
        check(0x1104, 4); // I4
        check(0x0900, 2); // v0
        check(0x1900, 2); // V0
    }

    #[test]
    fn values_are_read_column_by_column() {
        let [name, number, large] =
            [(0, 3), (3, 2), (5, 4)].map(|(offset, size)| Column { name: 0, offset, size });
        let mut data = vec![1, 0, 0, 2, 0, 1];
        data.extend([0x01, 0x80, 0x00, 0x00]);
        data.extend([0xff, 0xff, 0xff, 0x7f, 0x00, 0x00, 0x00, 0x00]);
        let table = Table { part: Part::Files, data, rows: 2, columns: vec![name, number, large] };
        assert_eq!(table.reference(0, name).unwrap(), 1);
        assert_eq!(table.reference(1, name).unwrap(), 0x01_0002);
        assert_eq!(table.number(0, number).unwrap(), Some(1));
        assert_eq!(table.number(1, number).unwrap(), None);
        assert_eq!(table.number(0, large).unwrap(), Some(-1));
        assert_eq!(table.number(1, large).unwrap(), None);
        assert!(table.reference(0, large).is_err());
        assert!(table.number(0, name).is_err());
        assert!(table.number(2, large).is_err());
    }

    #[test]
    fn a_column_is_found_by_its_name() {
        let strings = Strings::new(&[0, 0, 0, 0, 3, 0, 1, 0, 3, 0, 1, 0], b"KeyNot".to_vec()).unwrap();
        let columns = vec![Column { name: 1, offset: 0, size: 2 }];
        let table = Table { part: Part::Files, data: vec![], rows: 0, columns };
        assert_eq!(table.column("Key", &strings).unwrap().name, 1);
        assert!(table.column("Not", &strings).is_err());
        assert_eq!(table.rows(), 0..0);
    }
}
