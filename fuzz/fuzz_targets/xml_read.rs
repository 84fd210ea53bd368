//! Whatever the bytes, `catalog::xml::read` answers, and what it read survives being written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reading) = catalog::xml::read(bytes) {
        let written = catalog::xml::write(&reading.products);
        let again = catalog::xml::read(written.as_bytes()).expect("what was written can be read");
        assert_eq!(again.products, reading.products, "{written}");
    }
});
