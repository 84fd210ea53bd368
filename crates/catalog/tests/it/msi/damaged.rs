//! Files that are not sound MSI files, and what is said about each.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use catalog::msi::{Metadata, MsiError, Part, Payload, read};
use text::{Explain, Language};

use super::made::{DATABASE, Made, PATCH, TRANSFORM, Table, Value, packed};
#[cfg(target_os = "linux")]
use super::opinions::compare_with_msiinfo;
use crate::fixtures;

fn error(bytes: &[u8]) -> MsiError {
    read(Cursor::new(bytes)).expect_err("this file is not sound")
}

/// Changes one stream of a sound file.
fn with_stream(name: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut file = cfb::CompoundFile::open(Cursor::new(Made::package().bytes())).unwrap();
    let mut bytes = vec![];
    file.open_stream(name).unwrap().read_to_end(&mut bytes).unwrap();
    change(&mut bytes);
    file.create_stream(name).unwrap().write_all(&bytes).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// A sound file with other bytes at an offset of its header.
fn with_header(offset: usize, value: u32) -> Vec<u8> {
    let mut bytes = Made::package().bytes();
    bytes[offset..offset + 4].copy_from_slice(&value.to_le_bytes());
    bytes
}

#[test]
fn other_files_are_told_apart() {
    assert!(matches!(error(&fixtures::bytes("empty.msi")), MsiError::NotAnMsi));
    assert!(matches!(error(&fixtures::bytes("not-an-msi.msi")), MsiError::NotAnMsi));
    assert!(matches!(error(&fixtures::bytes("patch.msp")), MsiError::Patch));
    assert!(matches!(error(&fixtures::bytes("transform.mst")), MsiError::Transform));
    let of_class = |class| Made { class, ..Made::package() }.bytes();
    assert!(read(Cursor::new(of_class(DATABASE))).is_ok());
    assert!(matches!(error(&of_class(PATCH)), MsiError::Patch));
    assert!(matches!(error(&of_class(TRANSFORM)), MsiError::Transform));
    // A document of an older Word, say.
    assert!(matches!(error(&of_class(0x00020906_0000_0000_c000_000000000046)), MsiError::NotAnMsi));
    assert!(matches!(error(&of_class(0)), MsiError::NotAnMsi));
    assert!(matches!(error(b""), MsiError::NotAnMsi));
    assert!(matches!(error(b"MZ"), MsiError::NotAnMsi));
    assert!(matches!(error(&[b'x'; 5000]), MsiError::NotAnMsi));
    let mut module = Made::package();
    module.properties.clear();
    module.other_tables.push(Table {
        name: "ModuleSignature",
        columns: vec![("ModuleID", 0x2d48)],
        rows: vec![vec![Value::Text(b"Module".to_vec())]],
    });
    assert!(matches!(error(&module.bytes()), MsiError::MergeModule));
}

#[test]
fn a_truncated_file_is_said_to_be_truncated() {
    assert!(matches!(error(&fixtures::bytes("truncated.msi")), MsiError::Truncated));
    let mut made = Made::package();
    made.other_streams.push(("a cabinet".to_owned(), vec![1; 5000]));
    for whole in [fixtures::bytes("notes-1.0.0.msi"), made.bytes()] {
        let expected = read(Cursor::new(&whole)).unwrap();
        assert_eq!(expected.payload, Payload::Embedded);
        // Up to the last sector, which may be cut.
        for length in (8..whole.len() - 512).step_by(61) {
            match read(Cursor::new(&whole[..length])) {
                Err(MsiError::Truncated) => {}
                Err(error) => panic!("cut to {length} bytes: {error:?}"),
                Ok(metadata) => {
                    assert_eq!(metadata, Metadata { payload: Payload::Truncated, ..expected.clone() });
                }
            }
        }
    }
}

/// A file may be cut off behind all that tells what it is; msiinfo reads that too.
#[test]
fn a_truncated_payload_is_said_to_be_truncated() {
    let mut file = cfb::CompoundFile::open(Cursor::new(Made::package().bytes())).unwrap();
    // Neither is larger than what is left of the file: msiinfo sees that.
    for name in ["a cabinet", "another"] {
        file.create_stream(name).unwrap().write_all(&[1; 10_000]).unwrap();
    }
    file.flush().unwrap();
    let whole = file.into_inner().into_inner();
    let cut = &whole[..whole.len() - 5_100];
    assert_eq!(read(Cursor::new(&whole)).unwrap().payload, Payload::Embedded);
    assert_eq!(read(Cursor::new(cut)).unwrap().payload, Payload::Truncated);
    #[cfg(target_os = "linux")]
    compare_with_msiinfo("truncated-payload", cut);
}

#[test]
fn a_missing_property_is_named() {
    for missing in ["ProductName", "ProductVersion", "ProductCode"] {
        let error = error(&Made::package().property(missing, "").bytes());
        assert!(matches!(error, MsiError::PropertyMissing { name } if name == missing), "{error:?}");
    }
    let mut made = Made::package();
    made.properties.clear();
    assert!(matches!(error(&made.bytes()), MsiError::PropertyMissing { name: "ProductName" }));
}

#[test]
fn damage_is_named_by_its_part() {
    let check = |bytes: &[u8], expected| {
        let error = error(bytes);
        assert!(matches!(error, MsiError::Damaged { part } if part == expected), "{expected:?}: {error:?}");
    };
    // The header: the sizes of sectors, from where on streams are large, the list of the table's sectors.
    check(&with_header(30, 0x0006_000a), Part::Allocation);
    check(&with_header(30, 0x0007_0009), Part::Allocation);
    check(&with_header(56, 4097), Part::Allocation);
    check(&with_header(48, 0xffff_fffe), Part::Directory);
    check(&with_header(48, 0x0010_0000), Part::Directory);
    check(&with_header(44, 0), Part::Directory);
    check(&with_header(60, 0xffff_fffe), Part::Strings);
    // The streams.
    check(&with_stream(&packed("_StringPool"), |pool| pool[4] += 1), Part::Strings);
    check(&with_stream(&packed("_StringData"), |data| data.truncate(50)), Part::Strings);
    check(&with_stream(&packed("_Columns"), |columns| columns.truncate(7)), Part::Columns);
    check(&with_stream(&packed("_Columns"), |columns| columns.fill(0xff)), Part::Strings);
    check(&with_stream(&packed("Property"), |property| property.push(1)), Part::Properties);
    check(&with_stream(&packed("Property"), |property| property.fill(0xff)), Part::Strings);
    check(&with_stream(&packed("File"), |files| files.truncate(5)), Part::Files);
    check(&with_stream(&packed("Media"), |media| media.push(5)), Part::Files);
    check(&with_stream("\u{5}SummaryInformation", |summary| summary[0] = 0), Part::Summary);
    check(&with_stream("\u{5}SummaryInformation", |summary| summary.truncate(60)), Part::Summary);
}

#[test]
fn a_circle_in_the_table_of_sectors_is_damage() {
    let mut bytes = Made { large_sectors: true, ..Made::package() }.bytes();
    let directory = u32::from_le_bytes(bytes[48..52].try_into().unwrap());
    let table = u32::from_le_bytes(bytes[76..80].try_into().unwrap());
    let entry = 4096 * (table as usize + 1) + 4 * directory as usize;
    bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    assert!(matches!(error(&bytes), MsiError::Damaged { part: Part::Directory }));
}

#[test]
fn what_goes_beyond_a_limit_is_refused() {
    let check = |what: &str, bytes: &[u8], expected| {
        let error = error(bytes);
        assert!(matches!(error, MsiError::TooLarge { part, .. } if part == expected), "{what}: {error:?}");
    };
    let long = Made::package().property("ProductName", vec![b'x'; 65_537]);
    check("a long name", &long.bytes(), Part::Properties);
    let mut media = Made::package();
    media.media = (0..32_768).map(|_| (1, 1, "#a.cab")).collect();
    check("many media", &media.bytes(), Part::Files);
    let columns = |count| Made {
        other_tables: vec![Table {
            name: "ModuleSignature",
            columns: vec![("Column", 0x0502); count],
            rows: vec![],
        }],
        properties: vec![],
        ..Made::package()
    };
    check("many columns", &columns(256).bytes(), Part::Columns);
    assert!(matches!(error(&columns(255).bytes()), MsiError::MergeModule));
    // What is announced is refused before anything of it is kept.
    let announced = |name: &str, size: u32| {
        let mut bytes = Made::package().bytes();
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).chain([0, 0]).collect();
        let entry = bytes.windows(name.len()).position(|window| window == name).unwrap();
        bytes[entry + 120..entry + 124].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    check("a large pool", &announced(&packed("_StringPool"), 8 * 1024 * 1024 + 1), Part::Strings);
    check("many strings", &announced(&packed("_StringData"), u32::MAX), Part::Strings);
    check("a large table", &announced(&packed("Property"), 16 * 1024 * 1024 + 1), Part::Properties);
    check("a large summary", &announced("\u{5}SummaryInformation", 256 * 1024 + 1), Part::Summary);
    let error = error(&announced(&packed("_StringData"), 64 * 1024 * 1024));
    assert!(matches!(error, MsiError::Truncated), "{error:?}");
}

#[test]
fn a_code_page_that_is_not_known_is_named() {
    let made = Made { code_page: 12345, ..Made::package() };
    assert_eq!(read(Cursor::new(made.bytes())).unwrap().code_page, 12345, "ASCII is the same in each");
    let made = made.property("ProductName", b"Gr\xf6\xdfe");
    assert!(matches!(error(&made.bytes()), MsiError::CodePageUnknown { code_page: 12345 }));
}

/// A disk that fails.
struct Failing;

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is broken"))
    }
}

impl Seek for Failing {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Ok(10_000)
    }
}

#[test]
fn a_failing_disk_is_not_blamed_on_the_file() {
    assert!(matches!(read(Failing), Err(MsiError::Io(_))));
}

#[test]
fn each_error_is_a_sentence_in_each_language() {
    let parts = [
        Part::Allocation,
        Part::Directory,
        Part::Strings,
        Part::Columns,
        Part::Properties,
        Part::Files,
        Part::Summary,
    ];
    let mut errors = vec![
        MsiError::NotAnMsi,
        MsiError::Patch,
        MsiError::Transform,
        MsiError::MergeModule,
        MsiError::Truncated,
        MsiError::PropertyMissing { name: "ProductCode" },
        MsiError::CodePageUnknown { code_page: 12345 },
        MsiError::Io(io::Error::other("the disk is broken")),
    ];
    errors.extend(parts.map(|part| MsiError::Damaged { part }));
    errors.extend(parts.map(|part| MsiError::TooLarge { part, limit: 65_536 }));
    for language in Language::ALL {
        for error in &errors {
            let said = error.message().say(language);
            assert!(said.ends_with('.') && !said.contains(['{', '}']), "{said}");
            assert!(!said.starts_with("msi-") && !said.contains("msi-part"), "{said}");
        }
    }
    insta::assert_snapshot!(
        MsiError::Damaged { part: Part::Strings },
        @"The MSI file is damaged: its list of texts cannot be understood. Copy or download it again, or ask its publisher for a sound one."
    );
}
