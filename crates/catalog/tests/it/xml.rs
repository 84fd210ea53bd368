//! update.xml: read, written, edited, and as its reference page describes it.

mod agreement;
mod edit;
mod limits;
mod page;
mod products;
mod read;
mod write;

use catalog::Product;
use catalog::xml::{self, Reading};

/// The elements that no product can do without, and those whose absence is a problem.
const NEEDED: &str = "<Name>Drive</Name><Version>1.5.0</Version>\
    <UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode><MD5>900150983cd24fb0d6963f7d28e17f72</MD5>\
    <URL>drive.msi</URL><Importance>0</Importance>";

/// A document of one product with these elements.
fn document(elements: &str) -> String {
    format!("<Products>\n<Product>\n{elements}\n</Product>\n</Products>\n")
}

fn reading(document: impl AsRef<[u8]>) -> Reading {
    let document = document.as_ref();
    xml::read(document).unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(document)))
}

/// The one product of a document that has no problems.
fn only_product(document: impl AsRef<[u8]>) -> Product {
    let mut reading = reading(document);
    assert_eq!((reading.products.len(), reading.problems.as_slice()), (1, [].as_slice()));
    reading.products.remove(0)
}

/// The problems of a document, each as a line of text.
fn problems(document: impl AsRef<[u8]>) -> String {
    let lines: Vec<String> = reading(document).problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
