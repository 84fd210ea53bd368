//! From the bytes of a code page to text.

use oem_cp::code_table::DECODING_TABLE_CP_MAP;
use oem_cp::code_table_type::TableType;

use super::MsiError;

/// The code page that says nothing about the encoding.
const NEUTRAL: u32 = 0;
/// The wide encodings that tables of code pages list and that no MSI database has: UTF-16 in both orders.
const WIDE: [u16; 2] = [1200, 1201];

/// Turns bytes into text.
///
/// Under the neutral code page Windows Installer takes the code page of the PC it runs on, so nobody can know it from
/// the file. Bytes that are UTF-8 are read so, others as windows-1252, which is also what `msiinfo` takes unless the
/// user's locale tells it otherwise.
///
/// Text ends at a zero byte. A byte that means nothing in its code page becomes U+FFFD.
///
/// # Errors
/// [`MsiError::CodePageUnknown`] if there is more than ASCII in a code page that is not known here. Known are the ANSI
/// code pages, which Windows Installer allows, UTF-8, those of DOS, ISO 8859 and some of Apple's and Unix's.
pub(super) fn decode(bytes: &[u8], code_page: u32) -> Result<String, MsiError> {
    let bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    if let Ok(text) = str::from_utf8(bytes)
        && (code_page == NEUTRAL || text.is_ascii())
    {
        return Ok(text.to_owned());
    }
    let unknown = MsiError::CodePageUnknown { code_page };
    let number = match code_page {
        NEUTRAL => 1252,
        number => match u16::try_from(number) {
            Ok(number) if !WIDE.contains(&number) => number,
            _ => return Err(unknown),
        },
    };
    if let Some(encoding) = codepage::to_encoding_no_replacement(number) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    match DECODING_TABLE_CP_MAP.get(&number) {
        Some(TableType::Complete(table)) => Ok(bytes.iter().map(|byte| high(*byte, table)).collect()),
        Some(TableType::Incomplete(table)) => Ok(bytes
            .iter()
            .map(|byte| high(*byte, &table.map(|known| known.unwrap_or(char::REPLACEMENT_CHARACTER))))
            .collect()),
        None => Err(unknown),
    }
}

/// One byte of a code page whose lower half is ASCII.
fn high(byte: u8, upper_half: &[char; 128]) -> char {
    match byte.checked_sub(128) {
        None => char::from(byte),
        Some(index) => upper_half.get(usize::from(index)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

#[cfg(test)]
mod tests {
    use super::super::MsiError;
    use super::decode;

    #[test]
    fn bytes_become_text_by_their_code_page() {
        let check = |bytes: &[u8], code_page, expected: &str| {
            assert_eq!(decode(bytes, code_page).unwrap(), expected, "{bytes:x?} in {code_page}");
        };
        check(b"Notes", 0, "Notes");
        check("Größe".as_bytes(), 0, "Größe");
        check(b"Gr\xf6\xdfe", 0, "Größe");
        check(b"Gr\xf6\xdfe", 1252, "Größe");
        check("Größe".as_bytes(), 1252, "GrÃ¶ÃŸe");
        check("Größe 東京".as_bytes(), 65001, "Größe 東京");
        check(b"Gr\xf6", 65001, "Gr\u{fffd}");
        check(b"\xc7\xe0\xec\xe5\xf2\xea\xe8", 1251, "Заметки");
        check(b"\x83\x81\x83\x82", 932, "メモ");
        check(b"\xb1\xca\xbc\xc7", 936, "笔记");
        check(b"\xb3\xeb\xc6\xae", 949, "노트");
        check(b"\xb5\xa7\xb0\x4f", 950, "筆記");
        check(b"Zapisky \x9e", 1250, "Zapisky ž");
        check(b"Gr\x94\xe1e", 850, "Größe");
        check(b"Gr\x94\xe1e", 437, "Größe");
        check(b"\xd5", 857, "\u{fffd}");
        check(b"Notes\0 and more", 1252, "Notes");
        check(b"", 1252, "");
        check(b"plain", 12345, "plain");
    }

    #[test]
    fn an_unknown_code_page_is_said_only_where_it_matters() {
        let check = |code_page| {
            let error = decode(b"Gr\xf6\xdfe", code_page).unwrap_err();
            assert!(
                matches!(error, MsiError::CodePageUnknown { code_page: named } if named == code_page),
                "{error:?}"
            );
        };
        check(1200);
        check(1201);
        check(12345);
        check(500);
        check(65001 + 65536);
    }
}
