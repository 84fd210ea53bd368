//! Writing: the original's form, and nothing lost between writing and reading.

use catalog::Product;
use catalog::xml::write;
use proptest::prelude::*;

use super::products::{arbitrary, full, icon};
use super::{NEEDED, document, only_product, reading};

#[test]
fn a_product_is_written_in_the_originals_order_then_our_own() {
    insta::assert_snapshot!(write(&[full()]), @"
    <Products>
      <Product>
        <Name>Connector &amp; Friends &lt;7.8.4&gt;</Name>
        <Version>7.8.4</Version>
        <UpgradeCode>{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}</UpgradeCode>
        <MD5>900150983cd24fb0d6963f7d28e17f72</MD5>
        <ReleaseDate>23.05.2017</ReleaseDate>
        <URL>https://updates.example/files/connector.msi?a=1&amp;b=2</URL>
        <InfoUrl>https://updates.example/connector</InfoUrl>
        <Icon>AAABAAEAEBAAAAEAIAADAAAAFgAAAAApUg==</Icon>
        <InstallParams>/passive OXURL=&quot;https://a.example&quot;</InstallParams>
        <Importance>100</Importance>
        <SHA256>ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad</SHA256>
        <Size>12345678</Size>
        <ProductCode>{12345678-0000-0000-0000-00000000000A}</ProductCode>
        <Platform>x64</Platform>
        <Scope>machine</Scope>
        <Description>Brings mail, tasks and appointments to Outlook – für alle.</Description>
        <ReleaseNotes>Faster.
    No more “]]&gt;” in titles.</ReleaseNotes>
        <Requires>Windows 10, Outlook 2016</Requires>
        <CloseFirst>OUTLOOK.EXE;lync.exe</CloseFirst>
      </Product>
    </Products>
    ");
}

#[test]
fn the_originals_elements_stand_even_when_empty_and_ours_do_not() {
    insta::assert_snapshot!(write(&[only_product(document(NEEDED))]), @"
    <Products>
      <Product>
        <Name>Drive</Name>
        <Version>1.5.0</Version>
        <UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode>
        <MD5>900150983cd24fb0d6963f7d28e17f72</MD5>
        <ReleaseDate></ReleaseDate>
        <URL>drive.msi</URL>
        <InfoUrl></InfoUrl>
        <Icon></Icon>
        <InstallParams></InstallParams>
        <Importance>0</Importance>
      </Product>
    </Products>
    ");
}

#[test]
fn a_catalog_without_products_is_one_too() {
    assert_eq!(write(&[]), "<Products>\n</Products>\n");
    assert!(reading(write(&[])).products.is_empty());
}

#[test]
fn awkward_texts_come_back() {
    for text in [
        "]]>",
        "<![CDATA[x]]>",
        "a & b &amp; c",
        "\"quoted\" 'twice'",
        "one\ntwo\n\n\tthree",
        "one\rtwo\r\nthree",
        "\u{85}x\u{7f}\u{9f}x",
        "\u{2028}x😀",
        "<!-- comment -->",
    ] {
        let text = text.trim();
        let product = Product { description: Some(text.to_owned()), ..full() };
        assert_eq!(only_product(write(std::slice::from_ref(&product))), product, "{text:?}");
    }
}

#[test]
fn what_xml_cannot_hold_is_replaced_and_blanks_around_do_not_count() {
    let check = |name: &str, expected: &str| {
        let product = Product { name: name.to_owned(), ..full() };
        assert_eq!(only_product(write(&[product])).name, expected);
    };
    check("a\u{0}b\u{1b}c\u{ffff}d\u{fffe}", "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}");
    check(" \t Drive\r\n", "Drive");
}

#[test]
fn a_large_icon_stays_on_one_line() {
    let xml = write(&[Product { icon: Some(icon(200)), ..full() }]);
    let line = xml.lines().find(|line| line.contains("<Icon>")).unwrap();
    assert!(line.ends_with("</Icon>"), "{line}");
}

proptest! {
    #[test]
    fn what_was_written_reads_as_what_it_was(products in prop::collection::vec(arbitrary(), 0..4)) {
        let written = write(&products);
        let read = reading(&written).products;
        prop_assert_eq!(&read, &products, "{}", &written);
        prop_assert_eq!(write(&read), written);
    }
}
