//! The summary information: a property set beside the database.
//!
//! Source: Microsoft, "[MS-OLEPS] Object Linking and Embedding (OLE) Property Set Data Structures".

use std::io::{Read, Seek};

use super::little_endian::{u16_at, u32_at};
use super::tables::Database;
use super::{MsiError, Part, SUMMARY_SIZE_MAX, code_page};

/// The stream's name.
const STREAM: &str = "\u{5}SummaryInformation";
/// The first two bytes.
const BYTE_ORDER: u16 = 0xfffe;
/// FMTID_SummaryInformation, {F29F85E0-4FF9-1068-AB91-08002B27B3D9}, at [`FORMAT_OFFSET`].
const FORMAT: [u8; 16] =
    [0xe0, 0x85, 0x9f, 0xf2, 0xf9, 0x4f, 0x68, 0x10, 0xab, 0x91, 0x08, 0x00, 0x2b, 0x27, 0xb3, 0xd9];
const FORMAT_OFFSET: usize = 28;
/// Where the offset of the set's only section stands.
const SECTION_OFFSET: usize = 44;
/// The most properties that are looked through; Windows Installer defines 19.
const PROPERTIES_MAX: u32 = 256;

/// The property with the processor and the languages.
const TEMPLATE: u32 = 7;
/// The property with flags about the source of the files.
const WORD_COUNT: u32 = 15;

const TYPE_I2: u32 = 2;
const TYPE_I4: u32 = 3;
const TYPE_STRING: u32 = 30;

/// What is needed of the summary information; `None` for what is absent.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    pub(super) template: Option<String>,
    pub(super) word_count: Option<u32>,
}

/// Reads the summary information; without one, all is absent.
///
/// # Errors
/// [`MsiError`] if it is damaged or too large.
pub(super) fn read<F: Read + Seek>(database: &mut Database<F>) -> Result<Summary, MsiError> {
    match database.container.stream(STREAM, SUMMARY_SIZE_MAX, Part::Summary)? {
        Some(bytes) => parse(&bytes).ok_or(MsiError::Damaged { part: Part::Summary }),
        None => Ok(Summary::default()),
    }
}

fn parse(bytes: &[u8]) -> Option<Summary> {
    let format = bytes.get(FORMAT_OFFSET..)?.first_chunk::<16>()?;
    if u16_at(bytes, 0)? != BYTE_ORDER || *format != FORMAT {
        return None;
    }
    let section = bytes.get(u32_at(bytes, SECTION_OFFSET)? as usize..)?;
    let count = u32_at(section, 4)?;
    if count > PROPERTIES_MAX {
        return None;
    }
    let mut summary = Summary::default();
    for index in 0..count as usize {
        let entry = section.get(index.checked_mul(8)?.checked_add(8)?..)?;
        let value = section.get(u32_at(entry, 4)? as usize..)?;
        match (u32_at(entry, 0)?, u32_at(value, 0)?) {
            (TEMPLATE, TYPE_STRING) => {
                let text = value.get(8..)?.get(..u32_at(value, 4)? as usize)?;
                // ASCII, whatever the code page.
                summary.template = code_page::decode(text, 0).ok();
            }
            (WORD_COUNT, TYPE_I2) => summary.word_count = u16_at(value, 4).map(u32::from),
            (WORD_COUNT, TYPE_I4) => summary.word_count = u32_at(value, 4),
            _ => {}
        }
    }
    Some(summary)
}

#[cfg(test)]
mod tests {
    use super::{FORMAT, Summary, parse};

    /// A property set with properties of given ids and raw values.
    fn property_set(properties: &[(u32, &[u8])]) -> Vec<u8> {
        let mut set = [&[0xfe, 0xff], [0; 26].as_slice(), &FORMAT, &48_u32.to_le_bytes()].concat();
        set.extend(0_u32.to_le_bytes());
        set.extend((properties.len() as u32).to_le_bytes());
        let mut offset = 8 + 8 * properties.len() as u32;
        for (id, value) in properties {
            set.extend(id.to_le_bytes());
            set.extend(offset.to_le_bytes());
            offset += value.len() as u32;
        }
        properties.iter().for_each(|(_, value)| set.extend(*value));
        set
    }

    #[test]
    fn template_and_word_count_are_found_among_others() {
        let bytes = property_set(&[
            (1, b"\x02\0\0\0\xe4\x04\0\0"),
            (7, b"\x1e\0\0\0\x09\0\0\0x64;1031\0\0\0\0"),
            (15, b"\x03\0\0\0\x0a\0\0\0"),
        ]);
        let expected = Summary { template: Some("x64;1031".to_owned()), word_count: Some(10) };
        assert_eq!(parse(&bytes), Some(expected));
        for length in 0..bytes.len() {
            assert_ne!(parse(&bytes[..length]), parse(&bytes), "cut to {length}");
        }
    }

    #[test]
    fn a_set_that_reaches_beyond_its_bytes_is_damaged() {
        let check = |bytes: &[u8]| assert_eq!(parse(bytes), None, "{bytes:x?}");
        check(b"");
        check(&property_set(&[])[..40]);
        check(&property_set(&[(7, b"\x1e\0\0\0\xff\xff\xff\xffx64")]));
        let mut elsewhere = property_set(&[]);
        elsewhere[44] = 0xff;
        check(&elsewhere);
        let mut endless = property_set(&[]);
        endless[52..56].fill(0xff);
        check(&endless);
        let mut other = property_set(&[]);
        other[30] = 0;
        check(&other);
    }
}
