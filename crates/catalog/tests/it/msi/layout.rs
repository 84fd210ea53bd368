//! MSI files of every inner shape: sizes of sectors, of references, of strings; cut and fragmented ones.

use std::io::{Cursor, Write};

use catalog::msi::read;

use super::made::{Made, Table, Value, packed};
#[cfg(target_os = "linux")]
use super::opinions::compare_with_msiinfo;
use crate::fixtures;

/// Reads a made file, whose values must be those of any other shape.
fn check_alone(what: &str, bytes: &[u8]) {
    let expected = read(Cursor::new(Made::package().bytes())).unwrap();
    assert_eq!(
        read(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{what}: {error}")),
        expected,
        "{what}"
    );
}

/// As [`check_alone`]; msiinfo must read the same.
fn check(what: &str, bytes: &[u8]) {
    check_alone(what, bytes);
    #[cfg(target_os = "linux")]
    compare_with_msiinfo(&what.replace(' ', "-"), bytes);
}

#[test]
fn sectors_and_references_come_in_two_sizes() {
    for large_sectors in [false, true] {
        for long_references in [false, true] {
            let made = Made { large_sectors, long_references, ..Made::package() };
            check(&format!("large sectors {large_sectors} long references {long_references}"), &made.bytes());
        }
    }
}

#[test]
fn strings_may_be_many_and_long() {
    let mut made = Made::package();
    // A number that is free, one string beyond 65,535 bytes, and so many that references need three bytes.
    made.other_strings = vec![vec![], vec![b'x'; 70_000]];
    check("a long string", &made.bytes());
    made.long_references = true;
    made.other_strings.extend((0..70_000).map(|number| format!("string {number}").into_bytes()));
    check("many strings", &made.bytes());
}

#[test]
fn a_table_may_have_its_columns_in_any_order_and_more_of_them() {
    let mut made = Made::package();
    let text = |text: &[u8]| Value::Text(text.to_vec());
    let rows = std::mem::take(&mut made.properties);
    let rows = rows.into_iter().map(|(name, value)| {
        vec![Value::Long(7), Value::Text(value), Value::Short(-7), Value::Text(name), text(b"more")]
    });
    made.other_tables.push(Table {
        name: "Property",
        columns: vec![
            ("Number", 0x0104),
            ("Value", 0x0f00),
            ("Small", 0x0502),
            ("Property", 0x2d48),
            ("More", 0x0f00),
        ],
        rows: rows.collect(),
    });
    check_alone("columns in another order", &made.bytes());
}

#[test]
fn tables_may_be_large_and_streams_many() {
    let mut made = Made::package();
    for number in 0..600 {
        let name = format!("Binary.{number}");
        made.other_streams.push((name, vec![b'b'; 100 + 10 * number]));
        made = made.property(&format!("PROPERTY{number}"), format!("value {number}"));
    }
    check("large tables and many streams", &made.bytes());
}

#[test]
fn a_database_within_is_not_taken_for_the_package() {
    let inner = Made::package().property("ProductName", "Inner").bytes();
    let outer = Made::package().bytes();
    let mut inner = cfb::CompoundFile::open(Cursor::new(inner)).unwrap();
    let mut outer = cfb::CompoundFile::open(Cursor::new(outer)).unwrap();
    outer.create_storage("/1031").unwrap();
    let names: Vec<String> = inner.read_root_storage().map(|entry| entry.name().to_owned()).collect();
    for name in names {
        let mut bytes = vec![];
        std::io::copy(&mut inner.open_stream(&name).unwrap(), &mut bytes).unwrap();
        outer.create_stream(format!("/1031/{name}")).unwrap().write_all(&bytes).unwrap();
    }
    outer.flush().unwrap();
    check("a database within", &outer.into_inner().into_inner());
}

#[test]
fn streams_may_lie_in_pieces() {
    let mut file = cfb::CompoundFile::open(Cursor::new(Made::package().bytes())).unwrap();
    // Grow two streams in turn, so that the sectors of each lie between those of the other.
    let mut pool = vec![];
    let mut data = vec![];
    std::io::copy(&mut file.open_stream(packed("_StringPool")).unwrap(), &mut pool).unwrap();
    std::io::copy(&mut file.open_stream(packed("_StringData")).unwrap(), &mut data).unwrap();
    for round in 0..40 {
        pool.extend([1000_u16, 1].map(u16::to_le_bytes).concat().repeat(3));
        data.extend(vec![b'a' + (round % 26) as u8; 3000]);
        for (name, bytes) in [("_StringPool", &pool), ("_StringData", &data)] {
            file.open_stream(packed(name)).unwrap().write_all(bytes).unwrap();
        }
        let mut other = file.create_stream(format!("other {round}")).unwrap();
        other.write_all(&vec![b'o'; 5000]).unwrap();
    }
    file.remove_stream("other 3").unwrap();
    file.remove_stream("other 20").unwrap();
    file.flush().unwrap();
    check("streams in pieces", &file.into_inner().into_inner());
}

/// Some tools leave out what the last stream does not need of its last sector, others add something.
#[test]
fn a_size_need_not_be_whole_sectors() {
    let mut file = cfb::CompoundFile::open(Cursor::new(Made::package().bytes())).unwrap();
    file.create_stream("a cabinet").unwrap().write_all(&[1; 10 * 512 + 100]).unwrap();
    file.flush().unwrap();
    let whole = file.into_inner().into_inner();
    let unused = whole.iter().rev().take_while(|byte| **byte == 0).count();
    assert_eq!(unused, 412);
    check("a cut last sector", &whole[..whole.len() - unused]);
    check("one byte more", &[whole.as_slice(), &[0]].concat());
    check("a sector and a byte more", &[whole.as_slice(), &[0; 513]].concat());
    let odd = fixtures::bytes("odd-size.msi");
    assert_ne!(odd.len() % 512, 0);
    let expected = read(Cursor::new(fixtures::bytes("notes-1.0.0.msi"))).unwrap();
    assert_eq!(read(Cursor::new(odd)).unwrap(), expected);
}

/// A table of sectors whose last sector is filled with zeros instead of marks for free ones.
#[test]
fn zeros_at_the_end_of_the_table_of_sectors_are_harmless() {
    let mut bytes = Made::package().bytes();
    let sectors = bytes.len() / 512 - 1;
    let table = u32::from_le_bytes(bytes[76..80].try_into().unwrap()) as usize;
    let start = 512 * (table + 1);
    bytes[start + 4 * sectors..start + 512].fill(0);
    check("zeros at the end of the table", &bytes);
}
