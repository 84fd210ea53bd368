//! Whatever the bytes, `catalog::msi::read` answers, and reads no more of them than it has use for.
#![no_main]

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use libfuzzer_sys::fuzz_target;

/// Counts the bytes that are read.
struct Counting<'bytes>(Cursor<&'bytes [u8]>, usize);

impl Read for Counting<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(bytes)?;
        self.1 += read;
        Ok(read)
    }
}

impl Seek for Counting<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.0.seek(position)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut file = Counting(Cursor::new(bytes), 0);
    if let Ok(metadata) = catalog::msi::read(&mut file) {
        assert!(!metadata.product_name.is_empty());
        assert!(!metadata.product_code.is_empty());
    }
    assert!(file.1 <= 8 * bytes.len() + 64 * 1024, "{} bytes were read", file.1);
});
