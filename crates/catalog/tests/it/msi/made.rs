//! Makes MSI files of every shape that the format allows, also such as no tool at hand would write.

use std::io::{Cursor, Write};

use cfb::{CompoundFile, Version};

/// The classes of the root storage, which tell the kinds of Windows Installer's files apart.
pub(super) const DATABASE: u128 = 0x000c1084_0000_0000_c000_000000000046;
pub(super) const TRANSFORM: u128 = 0x000c1082_0000_0000_c000_000000000046;
pub(super) const PATCH: u128 = 0x000c1086_0000_0000_c000_000000000046;

/// An MSI file to be made.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) class: u128,
    /// Sectors of 4096 bytes instead of 512.
    pub(super) large_sectors: bool,
    /// References to strings of three bytes instead of two.
    pub(super) long_references: bool,
    pub(super) code_page: u32,
    /// Strings before those of the tables, which move the others' numbers up.
    pub(super) other_strings: Vec<Vec<u8>>,
    pub(super) properties: Vec<(Vec<u8>, Vec<u8>)>,
    /// DiskId, LastSequence and Cabinet.
    pub(super) media: Vec<(i16, i16, &'static str)>,
    /// Attributes and Sequence.
    pub(super) files: Vec<(i16, i32)>,
    pub(super) other_tables: Vec<Table>,
    pub(super) other_streams: Vec<(String, Vec<u8>)>,
    pub(super) template: Option<&'static str>,
    pub(super) word_count: Option<i32>,
}

/// A table to be made: its name, its columns as Windows Installer writes their types, its rows.
#[derive(Clone)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: Vec<(&'static str, u16)>,
    pub(super) rows: Vec<Vec<Value>>,
}

#[derive(Clone)]
pub(super) enum Value {
    Text(Vec<u8>),
    Short(i16),
    Long(i32),
}

const KEY_TEXT: u16 = 0x2d48;
const TEXT: u16 = 0x1dff;
const SHORT: u16 = 0x0502;
const LONG: u16 = 0x0104;

impl Made {
    /// A sound package with little in it.
    pub(super) fn package() -> Self {
        let properties = [
            ("Manufacturer", "Example Works"),
            ("ProductCode", "{A2B6C7D8-1111-4222-8333-444455556666}"),
            ("ProductLanguage", "1033"),
            ("ProductName", "Example"),
            ("ProductVersion", "1.2.3"),
            ("UpgradeCode", "{B2B6C7D8-1111-4222-8333-444455556666}"),
        ];
        Self {
            class: DATABASE,
            large_sectors: false,
            long_references: false,
            code_page: 1252,
            other_strings: vec![],
            properties: properties.map(|(name, value)| (name.into(), value.into())).to_vec(),
            media: vec![(1, 1, "#example.cab")],
            files: vec![(0, 1)],
            other_tables: vec![],
            other_streams: vec![],
            template: Some("x64;1033"),
            word_count: Some(2),
        }
    }

    /// Sets, or with an empty value removes, a property.
    pub(super) fn property(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.properties.retain(|(known, _)| known != name.as_bytes());
        if !value.as_ref().is_empty() {
            self.properties.push((name.into(), value.as_ref().to_vec()));
        }
        self
    }

    fn tables(&self) -> Vec<Table> {
        let text = |text: &str| Value::Text(text.into());
        let property =
            |(name, value): &(Vec<u8>, Vec<u8>)| vec![Value::Text(name.clone()), Value::Text(value.clone())];
        let mut tables = vec![
            Table {
                name: "Property",
                columns: vec![("Property", KEY_TEXT), ("Value", TEXT)],
                rows: self.properties.iter().map(property).collect(),
            },
            Table {
                name: "Media",
                columns: vec![
                    ("DiskId", SHORT | 0x2000),
                    ("LastSequence", SHORT),
                    ("Cabinet", TEXT),
                    ("VolumeLabel", TEXT),
                ],
                rows: (self.media.iter())
                    .map(|(disk, last, cabinet)| {
                        vec![Value::Short(*disk), Value::Short(*last), text(cabinet), text("")]
                    })
                    .collect(),
            },
            Table {
                name: "File",
                columns: vec![
                    ("File", KEY_TEXT),
                    ("FileSize", LONG),
                    ("Attributes", SHORT | 0x1000),
                    ("Sequence", LONG),
                ],
                rows: (self.files.iter().zip(1..))
                    .map(|((attributes, sequence), number)| {
                        let name = Value::Text(format!("file{number}").into());
                        vec![name, Value::Long(-1), Value::Short(*attributes), Value::Long(*sequence)]
                    })
                    .collect(),
            },
        ];
        tables.retain(|table| !table.rows.is_empty());
        tables.extend(self.other_tables.iter().cloned());
        tables
    }

    /// The file's bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let tables = self.tables();
        let mut strings =
            Strings { strings: self.other_strings.clone(), long_references: self.long_references };
        let mut streams = self.other_streams.clone();
        let mut column_rows = vec![];
        let mut table_rows = vec![];
        for table in &tables {
            let name = || Value::Text(table.name.into());
            table_rows.push(vec![name()]);
            for ((column, kind), number) in table.columns.iter().zip(1..) {
                let kind = Value::Short(kind.cast_signed());
                column_rows.push(vec![name(), Value::Short(number), Value::Text((*column).into()), kind]);
            }
            streams.push((packed(table.name), strings.columns(&table.rows)));
        }
        streams.push((packed("_Columns"), strings.columns(&column_rows)));
        streams.push((packed("_Tables"), strings.columns(&table_rows)));
        streams.push((packed("_StringPool"), strings.pool(self.code_page)));
        streams.push((packed("_StringData"), strings.strings.concat()));
        if self.template.is_some() || self.word_count.is_some() {
            streams.push(("\u{5}SummaryInformation".to_owned(), self.summary()));
        }
        let version = if self.large_sectors { Version::V4 } else { Version::V3 };
        let mut file = CompoundFile::create_with_version(version, Cursor::new(vec![])).unwrap();
        file.set_storage_clsid("/", uuid::Uuid::from_u128(self.class)).unwrap();
        for (name, bytes) in streams {
            file.create_stream(name).unwrap().write_all(&bytes).unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    fn summary(&self) -> Vec<u8> {
        let mut values: Vec<(u32, Vec<u8>)> = vec![(1, [2, 1252].map(u32::to_le_bytes).concat())];
        if let Some(template) = self.template {
            let length = template.len() as u32 + 1;
            let mut value = [30, length].map(u32::to_le_bytes).concat();
            value.extend(template.bytes());
            value.resize(value.len() + 4 - template.len() % 4, 0);
            values.push((7, value));
        }
        if let Some(word_count) = self.word_count {
            values.push((15, [3, word_count.cast_unsigned()].map(u32::to_le_bytes).concat()));
        }
        let mut entries = vec![];
        let mut offset = 8 + 8 * values.len() as u32;
        for (id, value) in &values {
            entries.extend([*id, offset].map(u32::to_le_bytes).concat());
            offset += value.len() as u32;
        }
        let mut summary = vec![0xfe, 0xff, 0, 0, 5, 0, 2, 0];
        summary.extend([0; 16]);
        summary.extend(1_u32.to_le_bytes());
        summary.extend(uuid::uuid!("f29f85e0-4ff9-1068-ab91-08002b27b3d9").to_bytes_le());
        summary.extend([48, offset, values.len() as u32].map(u32::to_le_bytes).concat());
        summary.extend(entries);
        summary.extend(values.into_iter().flat_map(|(_, value)| value));
        summary
    }
}

struct Strings {
    strings: Vec<Vec<u8>>,
    long_references: bool,
}

impl Strings {
    fn number(&mut self, text: &[u8]) -> u32 {
        if text.is_empty() {
            return 0;
        }
        let known = self.strings.iter().position(|string| string == text);
        let index = known.unwrap_or_else(|| {
            self.strings.push(text.to_vec());
            self.strings.len() - 1
        });
        index as u32 + 1
    }

    /// A table's stream: column after column.
    fn columns(&mut self, rows: &[Vec<Value>]) -> Vec<u8> {
        let width = rows.first().map_or(0, Vec::len);
        let mut stream = vec![];
        for column in 0..width {
            for row in rows {
                match &row[column] {
                    Value::Text(text) => {
                        let number = self.number(text).to_le_bytes();
                        stream.extend(&number[..if self.long_references { 3 } else { 2 }]);
                    }
                    Value::Short(number) => stream.extend((number.cast_unsigned() ^ 0x8000).to_le_bytes()),
                    Value::Long(number) => {
                        stream.extend((number.cast_unsigned() ^ 0x8000_0000).to_le_bytes());
                    }
                }
            }
        }
        stream
    }

    fn pool(&self, code_page: u32) -> Vec<u8> {
        let flag = if self.long_references { 0x8000_0000 } else { 0 };
        let mut pool = (code_page | flag).to_le_bytes().to_vec();
        for string in &self.strings {
            match (u16::try_from(string.len()), string.len() as u32) {
                (Ok(0), _) => pool.extend([0; 4]),
                (Ok(length), _) => pool.extend([length, 1].map(u16::to_le_bytes).concat()),
                (Err(_), length) => {
                    pool.extend([0, 1].map(u16::to_le_bytes).concat());
                    pool.extend(length.to_le_bytes());
                }
            }
        }
        pool
    }
}

/// The name of the stream of a table, by the rule of the `msi` crate's documentation of the format.
pub(super) fn packed(table: &str) -> String {
    let digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";
    let digit = |character: char| digits.find(character).unwrap() as u32;
    let characters: Vec<char> = table.chars().collect();
    let units = characters.chunks(2).map(|pair| match pair {
        [first, second] => 0x3800 + (digit(*second) << 6) + digit(*first),
        rest => 0x4800 + digit(rest[0]),
    });
    std::iter::once(0x4840).chain(units).map(|unit| char::from_u32(unit).unwrap()).collect()
}
