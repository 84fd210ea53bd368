//! Whatever the bytes, `catalog::xml::read` answers, by its short way as by its long one, and what it read survives being written
//! and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = catalog::xml::read(bytes);
    assert_eq!(reading, catalog::xml::read_by_tree(bytes), "{}", String::from_utf8_lossy(bytes));
    if let Ok(reading) = reading {
        let written = catalog::xml::write(&reading.products);
        let again = catalog::xml::read(written.as_bytes()).expect("what was written can be read");
        assert_eq!(again.products, reading.products, "{written}");
    }
});
