//! Editing: one product changes, every other byte stays.

use catalog::xml::{EditError, Limit, PRODUCTS_MAX, Several, Unreadable, put, remove, write};
use catalog::{Platform, Product, ProductVersion};
use proptest::prelude::*;

use super::products::{arbitrary, full};
use super::{NEEDED, document, only_product, reading};

/// What people make of an update.xml in the course of years.
const LIVED_IN: &str = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r
<!-- ours, please call 4711 before you change it -->\r
<PRODUCTS owner='me'>\r
\t<!-- outlook -->\r
\t<Product id=\"1\">\r
\t\t<Name>Connector</Name><version>6.2.0</version>\r
\t\t<UpgradeCode>3bbb2d56-0b19-4c83-9266-307f49df9dd6</UpgradeCode>\r
\t\t<MSIURL>a.msi</MSIURL><MSIMD5>11111111111111111111111111111111</MSIMD5>\r
\t\t<URL>a.exe</URL><MD5>22222222222222222222222222222222</MD5>\r
\t</Product>  \r
\r
\t<Product><Name>bad &#228;</Name><UpgradeCode>{3BBB2D...</UpgradeCode></Product>\r
  <Product><!-- Müller's -->\r
      <Name><![CDATA[Drive]]></Name><Version>1.5.0</Version><Unknown x='1'/>\r
      <UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode>\r
      <URL>drive.msi</URL><MD5>33333333333333333333333333333333</MD5></Product> <!-- behind -->\r
\t<!-- end -->\r
</PRODUCTS>\r
<!-- really -->";

/// The product of [`super::NEEDED`], of another family than [`full`].
fn drive() -> Product {
    only_product(document(NEEDED))
}

fn put_text(document: &str, product: &Product) -> (String, Vec<Product>) {
    let (bytes, put) =
        put(document.as_bytes(), product).unwrap_or_else(|error| panic!("{error}\n{document}"));
    (String::from_utf8(bytes).unwrap(), put.replaced)
}

fn remove_text(document: &str, which: &str) -> String {
    let (bytes, _) = remove(document.as_bytes(), which, Several::Refuse)
        .unwrap_or_else(|error| panic!("{which}: {error}\n{document}"));
    String::from_utf8(bytes).unwrap()
}

/// What stands between the parts of a text that are as they were: all up to `first`, and all from `last` on.
fn between<'text>(new: &'text str, old: &str, first: &str, last: &str) -> &'text str {
    let before = &old[..old.find(first).unwrap() + first.len()];
    let behind = &old[old.rfind(last).unwrap()..];
    new.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind)).unwrap_or_else(|| panic!("{new}"))
}

#[test]
fn a_product_of_the_family_is_replaced_in_its_place() {
    let (new, replaced) = put_text(LIVED_IN, &full());
    assert_eq!(replaced.len(), 1);
    assert_eq!((replaced[0].name.as_str(), replaced[0].version.as_str()), ("Connector", "6.2.0"));
    assert_eq!(reading(&new).products[0], full());
    let changed = between(&new, LIVED_IN, "<!-- outlook -->\r\n\t", "  \r\n\r\n\t<Product><Name>bad");
    assert!(changed.starts_with("<Product>\r\n\t\t<Name>Connector &amp; Friends"), "{changed}");
    assert!(changed.ends_with("</CloseFirst>\r\n\t</Product>"), "{changed}");
    assert!(!new.replace("\r\n", "").contains('\n'), "each line ends as the file's do");
}

#[test]
fn a_product_of_another_family_is_added_behind_all_others() {
    let other = Product { platform: Some(Platform::Arm64), ..full() };
    let (first, _) = put_text(LIVED_IN, &Product { platform: Some(Platform::X64), ..full() });
    let (new, replaced) = put_text(&first, &other);
    assert_eq!(replaced, []);
    assert_eq!(reading(&new).products.last(), Some(&other));
    let changed = between(&new, &first, "<!-- end -->", "\r\n</PRODUCTS>");
    assert!(changed.starts_with("\r\n  <Product>\r\n      <Name>"), "as the last product does: {changed}");
    assert!(changed.ends_with("\r\n  </Product>"), "{changed}");
}

#[test]
fn what_was_added_can_be_removed_without_a_trace() {
    for document in [
        LIVED_IN.replace("6.2.0", "6.2.0 bad"),
        "<Products>\n</Products>".to_owned(),
        "<Products>\r\n  <!-- none -->\r\n</Products>\r\n".to_owned(),
        write(&[drive()]),
        "<Products><Product><Name>one line</Name></Product></Products>".to_owned(),
    ] {
        let (with, _) = put_text(&document, &full());
        let code = full().product_code.unwrap().to_string();
        assert_eq!(remove_text(&with, &code), document);
    }
}

#[test]
fn the_layout_is_the_files_own() {
    let check = |document: &str, expected: &str| {
        let (new, _) = put_text(document, &drive());
        assert_eq!(short(&new), expected, "{document:?}");
    };
    check("", "<Products>\n  <Product>\n    E\n  </Product>\n</Products>\n");
    check(" \r\n", "<Products>\n  <Product>\n    E\n  </Product>\n</Products>\n");
    check("<Products/>", "<Products>\n  <Product>\n    E\n  </Product>\n</Products>");
    check(
        "<x:products xmlns:x='urn:x' />",
        "<x:products xmlns:x='urn:x' >\n  <Product>\n    E\n  </Product>\n</x:products>",
    );
    check("<Products></Products>", "<Products>\n  <Product>\n    E\n  </Product>\n</Products>");
    check(
        "<Products>\r\n\r\n</Products>",
        "<Products>\r\n  <Product>\r\n    E\r\n  </Product>\r\n\r\n</Products>",
    );
    check(
        "<Products>\n<Product/>\n</Products >",
        "<Products>\n<Product/>\n<Product>\n  E\n</Product>\n</Products >",
    );
    check(
        "<Products>\n\t<Product/></Products>",
        "<Products>\n\t<Product/>\n\t<Product>\n\t\tE\n\t</Product>\n</Products>",
    );
    check("<Products><Product/> </Products>\n", "<Products><Product/><Product>E</Product> </Products>\n");
    check(
        "<Products>\n <Product><A/></Product>\n</Products>",
        "<Products>\n <Product><A/></Product>\n <Product>E</Product>\n</Products>",
    );
    check(
        "<Products><Product>\n <A/>\n</Product></Products>",
        "<Products><Product>\n <A/>\n</Product><Product>\n E\n</Product></Products>",
    );
}

/// A document whose new product's elements are shortened to one letter.
fn short(document: &str) -> String {
    let start = document.find("<Name>").unwrap();
    let end = document.find("</Importance>").unwrap() + "</Importance>".len();
    format!("{}E{}", &document[..start], &document[end..])
}

#[test]
fn whole_lines_are_removed_where_nothing_else_stands_on_them() {
    let check = |document: &str, expected: &str| assert_eq!(remove_text(document, "a"), expected);
    const A: &str = "<Product><Name>A</Name></Product>";
    check(&format!("<Products>\n  {A}\n</Products>"), "<Products>\n</Products>");
    check(&format!("<Products>\r\n  {A} \t\r\n\r\n</Products>"), "<Products>\r\n\r\n</Products>");
    check(&format!("<Products>{A}</Products>"), "<Products></Products>");
    check(&format!("<Products>\n  {A}<!-- b -->\n</Products>"), "<Products>\n  <!-- b -->\n</Products>");
    check(&format!("<Products>\n  <!-- b -->{A}\n</Products>"), "<Products>\n  <!-- b -->\n</Products>");
    check(
        &format!("<Products>\n<Product/>\n{A}\n<Product/>\n</Products>"),
        "<Products>\n<Product/>\n<Product/>\n</Products>",
    );
}

#[test]
fn a_product_is_removed_by_any_of_its_names_also_a_bad_one() {
    let check = |which: &str, gone: &str| {
        let new = remove_text(LIVED_IN, which);
        assert!(LIVED_IN.contains(gone) && !new.contains(gone), "{which}: {new}");
        let entries = |document: &str| document.matches("</Product>").count();
        assert_eq!(entries(&new), entries(LIVED_IN) - 1, "{which}");
    };
    check("Connector", "6.2.0");
    check("{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}", "6.2.0");
    check("drive", "1.5.0");
    check("f51277c0-b198-4932-bcd5-d37dafc1ceff", "1.5.0");
    check("BAD Ä", "bad &#228;");
    check("{3bbb2d...", "bad &#228;");
}

#[test]
fn which_product_is_meant_must_be_plain() {
    let twins = write(&[Product { platform: Some(Platform::X86), product_code: None, ..full() }, full()]);
    let refuse = |which: &str| remove(twins.as_bytes(), which, Several::Refuse).unwrap_err();
    assert_eq!(
        refuse("{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}").to_string(),
        "“{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}” is several products: Connector & Friends <7.8.4> 7.8.4, \
         Connector & Friends <7.8.4> 7.8.4 {12345678-0000-0000-0000-00000000000A}. \
         Give the ProductCode of one, or --all to remove them all. \
         One without a ProductCode can be taken out with a text editor."
    );
    for nobody in ["", " ", "Connector", "{00000000-0000-0000-0000-000000000000}", "x64"] {
        assert_eq!(refuse(nobody), EditError::NotFound { which: nobody.to_owned() });
    }
    let code = full().product_code.unwrap().to_string();
    let (bytes, entries) = remove(twins.as_bytes(), &code, Several::Refuse).unwrap();
    assert_eq!((only_product(bytes).platform, entries.len()), (Some(Platform::X86), 1));
    let (bytes, entries) = remove(twins.as_bytes(), &full().name, Several::All).unwrap();
    assert_eq!((bytes, entries.len()), (b"<Products>\n</Products>\n".to_vec(), 2));
}

#[test]
fn several_of_one_family_become_one() {
    let old = |version: &str, platform| Product {
        version: ProductVersion::parse(version).unwrap(),
        platform,
        ..full()
    };
    let document =
        write(&[old("1", None), drive(), old("2", Some(Platform::X64)), old("3", Some(Platform::X86))]);
    let (new, replaced) = put_text(&document, &full());
    assert_eq!(replaced, [old("1", None), old("2", Some(Platform::X64))]);
    assert_eq!(new, write(&[full(), drive(), old("3", Some(Platform::X86))]));
    let (same, _) = put_text(&new, &full());
    assert_eq!(same, new, "putting the same again changes nothing");
}

#[test]
fn every_encoding_stays_what_it_is() {
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let (expected, _) = put_text(LIVED_IN, &full());
    let bare = |text: &str| text.trim_start_matches('\u{feff}').to_owned();
    for encode in [&little as &dyn Fn(&str) -> Vec<u8>, &big] {
        assert_eq!(put(&encode(LIVED_IN), &full()).unwrap().0, encode(&expected));
        assert_eq!(put(&encode(&bare(LIVED_IN)), &full()).unwrap().0, encode(&bare(&expected)));
        let (removed, _) = remove(&encode(&expected), "drive", Several::Refuse).unwrap();
        assert_eq!(removed, encode(&remove_text(&expected, "drive")));
    }
}

#[test]
fn a_file_that_declares_a_small_encoding_gets_no_letters_beyond_it() {
    let document = "<?xml version='1.0' encoding='windows-1252'?>\n<Products/>";
    let (new, _) = put_text(document, &full());
    assert!(new.is_ascii() && new.contains("f&#252;r alle"), "{new}");
    assert_eq!(only_product(&new), full());
}

#[test]
fn what_cannot_be_edited_is_left_alone_with_the_reason() {
    let check = |document: &[u8], product: &Product, expected: EditError| {
        assert_eq!(put(document, product).unwrap_err(), expected);
    };
    check(b"<Products>\xE4</Products>", &full(), EditError::Unreadable(Unreadable::Encoding));
    check(b"<!DOCTYPE a><Products/>", &full(), EditError::Unreadable(Unreadable::DocumentType));
    let root = "html".to_owned();
    check(b"<html/>", &full(), EditError::Unreadable(Unreadable::NotProducts { root }));
    for name in ["a\u{1}b", " blank", ""] {
        check(b"<Products/>", &Product { name: name.to_owned(), ..full() }, EditError::NotFaithful);
        check(b"", &Product { name: name.to_owned(), ..full() }, EditError::NotFaithful);
    }
    let brim = format!("<Products>{}</Products>", "<Product/>".repeat(PRODUCTS_MAX));
    check(brim.as_bytes(), &full(), EditError::Outgrown(Unreadable::OverLimit(Limit::Products)));
    assert_eq!(remove(b"", "Drive", Several::Refuse), Err(EditError::Unreadable(Unreadable::Empty)));
}

proptest! {
    #[test]
    fn any_product_can_be_put_and_taken_out(product in arbitrary(), others in prop::collection::vec(arbitrary(), 0..3)) {
        let document = write(&others);
        let (with, replaced) = put_text(&document, &product);
        prop_assert!(reading(&with).products.contains(&product));
        prop_assert_eq!(reading(&with).products.len(), others.len() + 1 - replaced.len());
        for other in others.iter().filter(|other| !replaced.contains(other)) {
            prop_assert!(reading(&with).products.contains(other));
        }
        let (again, replaced) = put_text(&with, &product);
        prop_assert_eq!((again, replaced), (with, vec![product]));
    }
}
