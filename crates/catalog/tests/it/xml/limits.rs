//! Limits: each holds exactly, and no document makes reading take long.

use catalog::ICON_SIZE_MAX;
use catalog::xml::{
    self, DEPTH_MAX, DOCUMENT_SIZE_MAX, Limit, NAMESPACES_MAX, NODES_MAX, PRODUCTS_MAX, TAG_LENGTH_MAX,
    Unreadable,
};

use super::{NEEDED, document, problems, reading};

fn check(at_limit: &str, beyond: &str, limit: Limit) {
    let start = |text: &str| text.chars().take(60).collect::<String>();
    assert!(xml::read(at_limit.as_bytes()).is_ok(), "{}", start(at_limit));
    assert_eq!(xml::read(beyond.as_bytes()), Err(Unreadable::OverLimit(limit)), "{}", start(beyond));
}

#[test]
fn depth() {
    let nested = |depth: usize| document(&format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth)));
    // The outermost element is Products, and Product stands one deep.
    check(&nested(DEPTH_MAX - 1), &nested(DEPTH_MAX), Limit::Depth);
    check(&nested(DEPTH_MAX - 1), &nested(1_000_000), Limit::Depth);
    let with_empty = |depth: usize| nested(depth).replace("<a></a>", "<a><b/><b/></a>");
    check(&with_empty(DEPTH_MAX - 2), &with_empty(DEPTH_MAX - 1), Limit::Depth);
    let hidden = "<!-- <a> --><![CDATA[<a><a>]]><?x <a>?>".repeat(DEPTH_MAX);
    check(&document(&hidden), &document(&format!("{hidden}{}", "<a>".repeat(DEPTH_MAX))), Limit::Depth);
}

#[test]
fn tags() {
    let tag = |length: usize| document(&format!("<a b='{}'/>", "x".repeat(length - "<a b=''/>".len())));
    check(&tag(TAG_LENGTH_MAX), &tag(TAG_LENGTH_MAX + 1), Limit::TagLength);
    check(&tag(20), &tag(20).replace("xx", &">".repeat(TAG_LENGTH_MAX)), Limit::TagLength);
    let attributes: String = (0..1_000_000).map(|number| format!(" a{number}=''")).collect();
    check(&document("<a/>"), &document(&format!("<a{attributes}/>")), Limit::TagLength);
}

#[test]
fn namespaces() {
    let declared = |count: usize| {
        let elements: String = (0..count).map(|number| format!("<a xmlns:n{number}='urn:n'/>")).collect();
        document(&elements)
    };
    check(&declared(NAMESPACES_MAX), &declared(NAMESPACES_MAX + 1), Limit::Namespaces);
}

#[test]
fn products() {
    let products = |count: usize| format!("<Products>{}</Products>", "<Product/>".repeat(count));
    check(&products(PRODUCTS_MAX), &products(PRODUCTS_MAX + 1), Limit::Products);
    assert_eq!(reading(products(PRODUCTS_MAX)).problems.len(), PRODUCTS_MAX);
}

#[test]
fn nodes() {
    let elements = "<a/>".repeat(usize::try_from(NODES_MAX).unwrap());
    check(&document("<a/>"), &document(&elements), Limit::Nodes);
}

#[test]
fn size() {
    let mut bytes = b"<Products/>".to_vec();
    bytes.resize(DOCUMENT_SIZE_MAX, b' ');
    assert!(xml::read(&bytes).is_ok());
    bytes.push(b' ');
    assert_eq!(xml::read(&bytes), Err(Unreadable::TooLarge));
}

#[test]
fn icons() {
    let base64 = "AAAB".repeat(ICON_SIZE_MAX / 3 + 2);
    assert_eq!(
        problems(document(&format!("{NEEDED}<Icon>\n{base64}</Icon>"))),
        "Line 3, Drive: Icon is wrong. The icon is larger than 512 KB. Use an .ico file with fewer or smaller images."
    );
}

/// Each product has its problems against the order of lines; finding the lines must not start over for each.
#[test]
fn a_large_document_full_of_problems_is_read_in_one_go() {
    let icon = "?".repeat(4_000);
    let product = format!("<Product>\n<Icon>{icon}</Icon>\n<InfoUrl>x</InfoUrl>\n{NEEDED}\n</Product>\n");
    let reading = reading(format!("<Products>\n{}</Products>", product.repeat(PRODUCTS_MAX)));
    assert_eq!(reading.products.len(), PRODUCTS_MAX);
    let last = reading.problems.last().unwrap();
    let lines_of_one = product.lines().count();
    assert_eq!(usize::try_from(last.line).unwrap(), 1 + lines_of_one * (PRODUCTS_MAX - 1) + 3);
}
