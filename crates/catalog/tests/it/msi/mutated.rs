//! Some thousand damaged files, always the same ones: each is read or refused, with bounded work.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use catalog::msi::read;

use super::made::Made;
use crate::fixtures;

/// How many damaged files are made from each sound one.
const MUTATIONS: u64 = 3_000;

/// Counts the bytes that are read.
///
/// Each buffer of the reader is as large as a stream, which is checked to be smaller than the file before and then filled
/// by reading, or holds a fixed number of bytes for each sector, string, entry or row in one; so the bytes that are read
/// bound the bytes that are kept.
struct Counting<'bytes> {
    file: Cursor<&'bytes [u8]>,
    read: u64,
}

impl Read for Counting<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(bytes)?;
        self.read += read as u64;
        Ok(read)
    }
}

impl Seek for Counting<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.file.seek(position)
    }
}

/// Numbers that look like chance and are always the same (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// Damages a file in one to four places, in one of the ways that find most.
fn damage(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    const VALUES: [u32; 10] =
        [0, 1, 2, 3, 0x7fff_ffff, 0x8000_0000, 0xffff_fffa, 0xffff_fffc, 0xffff_fffe, 0xffff_ffff];
    for _ in 0..=numbers.below(4) {
        let place = numbers.below(bytes.len());
        // Where nothing but table, directory or header is: the places that everything else hangs on.
        let structural = if numbers.below(2) == 0 { numbers.below(bytes.len().min(1024)) } else { place };
        let aligned = structural & !3;
        match numbers.below(6) {
            0 => bytes[place] ^= 1 << numbers.below(8),
            1 => bytes[structural] = numbers.below(256) as u8,
            2 if bytes.len() >= aligned + 4 => {
                bytes[aligned..aligned + 4].copy_from_slice(&VALUES[numbers.below(10)].to_le_bytes());
            }
            3 if bytes.len() >= aligned + 4 => {
                // A number that fits: a sector, an entry, a string.
                let number = numbers.below(64) as u32;
                bytes[aligned..aligned + 4].copy_from_slice(&number.to_le_bytes());
            }
            4 => {
                let length = numbers.below(200).min(bytes.len() - place);
                let from = numbers.below(bytes.len() - length + 1);
                bytes.copy_within(from..from + length, place);
            }
            _ if numbers.below(4) == 0 => bytes.truncate(place.max(1)),
            _ => {}
        }
    }
}

fn check(name: &str, sound: &[u8]) {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for mutation in 0..MUTATIONS {
        let mut bytes = sound.to_vec();
        damage(&mut bytes, &mut numbers);
        let mut counting = Counting { file: Cursor::new(&bytes), read: 0 };
        refused += u64::from(read(&mut counting).is_err());
        let bound = 8 * sound.len() as u64 + 64 * 1024;
        assert!(counting.read <= bound, "{name}, mutation {mutation}: {} bytes were read", counting.read);
    }
    assert!(refused > MUTATIONS / 10, "{name}: only {refused} of {MUTATIONS} were refused");
    assert!(refused < MUTATIONS, "{name}: none was read");
}

#[test]
fn damaged_fixtures_are_read_or_refused() {
    check("notes", &fixtures::bytes("notes-1.0.0.msi"));
    check("umlauts", &fixtures::bytes("umlauts-neutral.msi"));
    check("external cabinet", &fixtures::bytes("external-cabinet.msi"));
}

#[test]
fn damaged_made_files_are_read_or_refused() {
    check("small sectors", &Made::package().bytes());
    check("large sectors", &Made { large_sectors: true, long_references: true, ..Made::package() }.bytes());
}
