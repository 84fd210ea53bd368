//! Reads an update.xml of 10,000 products beside a bare event scan of the same bytes, in turn, and prints the ratio.
//!
//! The scan does what no reader can do without: it looks at each byte once. `cargo xtask bench` runs this.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a bench looks at the clock")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run has nothing to say")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use catalog::{
    Icon, Importance, InstallParams, Md5, Product, ProductVersion, ReleaseDate, Sha256, UpgradeCode, xml,
};
use quick_xml::events::Event;

/// How many products the update.xml has.
const PRODUCTS: usize = 10_000;
/// How many bytes each icon has; most of a real update.xml is icons.
const ICON_SIZE: usize = 4_286;
/// How often both are run, in turn; the median counts.
const ROUNDS: usize = 9;

fn main() {
    let document = xml::write(&(0..PRODUCTS).map(product).collect::<Vec<_>>());
    let mut readings = Vec::new();
    let mut scans = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let reading = xml::read(black_box(document.as_bytes())).unwrap();
        readings.push(start.elapsed());
        assert_eq!((reading.products.len(), reading.problems.len()), (PRODUCTS, 0));
        let start = Instant::now();
        assert!(black_box(scan(&document)) > PRODUCTS);
        scans.push(start.elapsed());
    }
    let (reading, scan) = (median(readings), median(scans));
    println!(
        "reading {PRODUCTS} products ({} MB): {:.0} ms, bare scan {:.0} ms, ratio {:.2}",
        document.len() / 1_000_000,
        reading.as_secs_f64() * 1e3,
        scan.as_secs_f64() * 1e3,
        reading.as_secs_f64() / scan.as_secs_f64()
    );
}

fn scan(document: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(document);
    let mut events = 0;
    while !matches!(reader.read_event().unwrap(), Event::Eof) {
        events += 1;
    }
    events
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn product(number: usize) -> Product {
    Product {
        name: format!("Product {number} & more"),
        version: ProductVersion::parse(&format!("1.{}.{}", number % 200, number)).unwrap(),
        upgrade_code: UpgradeCode::parse(&format!("{{00000000-0000-0000-0000-{number:012}}}")).unwrap(),
        md5: Some(Md5::parse(&format!("{number:032x}")).unwrap()),
        release_date: ReleaseDate::parse("21.09.2009"),
        url: format!("https://updates.example.com/ajax/updater/files/product-{number}.msi"),
        info_url: Some(format!("https://www.example.com/product?number={number}&language=en")),
        icon: Some(icon()),
        install_params: InstallParams::parse("/passive OXURL=\"https://ox.example.com\"").unwrap(),
        importance: Importance::Medium,
        sha256: Some(Sha256::parse(&format!("{number:064x}")).unwrap()),
        size: Some(12_000_000),
        product_code: None,
        platform: None,
        scope: None,
        description: Some("What the product is, in a sentence or two.".to_owned()),
        release_notes: None,
        requires: None,
        close_first: Vec::new(),
    }
}

/// An icon with one image, whose bytes are no repetition of one letter in Base64.
fn icon() -> Icon {
    let mut bytes = vec![0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0];
    let image_size = u32::try_from(ICON_SIZE - 22).unwrap();
    bytes.extend(image_size.to_le_bytes());
    bytes.extend(22_u32.to_le_bytes());
    bytes.extend((0..image_size).map(|at| u8::try_from(at * 7 % 251).unwrap()));
    Icon::new(bytes).unwrap()
}
