//! Reading: tolerant of what the originals and people write, exact about what is wrong and where.

use catalog::xml::{self, Unreadable};
use catalog::{Importance, Product, ReleaseDate};

use super::products::icon;
use super::{NEEDED, document, only_product, problems, reading};

/// As the original's server of 2009 sent it: no declaration, empty InfoUrl, Icon and Importance.
const SERVER_OF_2009: &str = "<Products>
<Product>
    <Name>OXtender for Microsoft Outlook</Name>
    <Version>6.12.2</Version>
    <UpgradeCode>{3BBB2D56-0B19-4C83-9266-307F49DF9DD6}</UpgradeCode>
    <MD5>0123456789abcdef0123456789abcdef</MD5>
    <ReleaseDate>21.09.2009</ReleaseDate>
    <URL>https://ox.example/ajax/updater/files/oxtender.msi</URL>
    <InfoUrl></InfoUrl>
    <Icon></Icon>
    <InstallParams>OXCREATEIMAPACCOUNT=\"true\" OXPROFILENAME=\"OXtender\"</InstallParams>
    <Importance></Importance>
</Product>
</Products>
";

/// The dialect of OX Drive: URL is an .exe, MSIURL the .msi; another order, no info link, the icon in lines.
const DRIVE: &str = "<Products>\r\n\t<Product>
\t\t<Name>OX Drive</Name><Version>1.5.0</Version>
\t\t<UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode>
\t\t<ReleaseDate>June 2015</ReleaseDate>
\t\t<URL>https://ox.example/OX%20Drive_v1.5.0.exe</URL><MD5>00000000000000000000000000000000</MD5>
\t\t<MSIURL>https://ox.example/OX%20Drive_v1.5.0.msi</MSIURL><MSIMD5>11111111111111111111111111111111</MSIMD5>
\t\t<Icon>ICON</Icon>
\t\t<InstallParams>OX_SERVERURL=\"https://ox.example\" OX_USERNAME=\"anna@1\"</InstallParams>
\t\t<Importance>200</Importance>
\t</Product>\r\n</Products>";

#[test]
fn the_servers_file_of_2009_is_read() {
    let reading = reading(SERVER_OF_2009);
    let [product] = reading.products.as_slice() else { panic!("{reading:?}") };
    assert_eq!(
        (product.name.as_str(), product.version.as_str()),
        ("OXtender for Microsoft Outlook", "6.12.2")
    );
    assert_eq!(product.release_date.as_ref().unwrap().to_string(), "21.09.2009");
    assert!(matches!(product.release_date, Some(ReleaseDate::Day(_))));
    assert_eq!((&product.info_url, &product.icon, product.importance), (&None, &None, Importance::Low));
    assert_eq!(product.install_params.properties().count(), 2);
    insta::assert_snapshot!(problems(SERVER_OF_2009), @"Line 2, OXtender for Microsoft Outlook: Importance is missing; it counts as 0 (low). Write 0, 100 or 200.");
}

#[test]
fn drives_file_is_read_and_its_msi_wins() {
    let base64 = icon(39).to_base64();
    let lines: Vec<&str> = base64.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
    let product = only_product(DRIVE.replace("ICON", &lines.join("\r\n")));
    assert_eq!(product.url, "https://ox.example/OX%20Drive_v1.5.0.msi");
    assert_eq!(product.md5.unwrap().to_string(), "1".repeat(32));
    assert_eq!(product.release_date, Some(ReleaseDate::Text("June 2015".to_owned())));
    assert_eq!((product.icon, product.importance), (Some(icon(39)), Importance::High));
}

#[test]
fn values_are_found_by_name_in_any_case_and_place() {
    let check = |elements: &str, expected: fn(&Product) -> bool| {
        let product = only_product(document(&format!("{elements}{NEEDED}")));
        assert!(expected(&product), "{elements}: {product:?}");
        let product = only_product(document(&format!("{NEEDED}{elements}")).replace("<Name>", "<Name \n>"));
        assert!(expected(&product), "{elements} behind: {product:?}");
    };
    for name in ["InfoUrl", "InfoURL", "INFOURL", "infourl"] {
        let element = format!("<{name}>http://a.example/</{name}>");
        check(&element, |product| product.info_url.as_deref() == Some("http://a.example/"));
    }
    check("<sha256/><SHA256/>", |product| product.sha256.is_none());
    check("<Icon/><InfoUrl></InfoUrl><ReleaseDate> </ReleaseDate>", |product| product.icon.is_none());
    check("<Vendor>x</Vendor><Extra a='b'><Name>no</Name></Extra>", |product| product.name == "Drive");
    check("<?target data?><!-- <Name>no</Name> -->", |product| product.name == "Drive");
    check("<Description>  two\r\n lines </Description>", |product| {
        product.description.as_deref() == Some("two\n lines")
    });
    check("<Description>a<!-- hidden -->b<![CDATA[<&]]>c</Description>", |product| {
        product.description.as_deref() == Some("ab<&c")
    });
    check("<Description>&lt;&#228;&#xe4;&amp;amp;</Description>", |product| {
        product.description.as_deref() == Some("<ää&amp;")
    });
    check("<Description/><Description>second</Description>", |product| {
        product.description.as_deref() == Some("second")
    });
    check("<closefirst>OUTLOOK.EXE; lync.exe ;</closefirst>", |product| {
        product.close_first == ["OUTLOOK.EXE", "lync.exe"]
    });
    check("<ReleaseDate>2009-09-21</ReleaseDate>", |product| {
        product.release_date.as_ref().unwrap().to_string() == "21.09.2009"
    });
    check("<MSIMD5>22222222222222222222222222222222</MSIMD5>", |product| product.url == "drive.msi");
    check("<MSIURL/><MSIMD5/>", |product| product.url == "drive.msi");
}

/// Long runs of Base64 are most of a real file, and reading treats them apart; what they are part of must not matter.
#[test]
fn a_long_text_is_the_same_wherever_it_stands() {
    let long = "QUJD".repeat(200);
    let check = |written: &str, expected: &str| {
        let written = written.replace("LONG", &long);
        let product = only_product(document(&format!("<Description>{written}</Description>{NEEDED}")));
        assert_eq!(product.description, Some(expected.replace("LONG", &long)), "{written}");
    };
    check("LONG", "LONG");
    check("\n LONG\r\n", "LONG");
    check("LONG ä LONG", "LONG ä LONG");
    check("<!-- a -->LONG", "LONG");
    check("LONG<!-- a -->", "LONG");
    check("LONG<!-- a -->LONG", "LONGLONG");
    check("<!-- <b>LONG</b> -->c", "c");
    check("<!--LONG-->c", "c");
    check("<?x >LONG<?>c", "c");
    check("<b>LONG</b>c", "c");
    check("<![CDATA[LONG]]>", "LONG");
    check("<![CDATA[<b>LONG</b>]]>", "<b>LONG</b>");
    check("a<![CDATA[>LONG<]]>LONG", "a>LONG<LONG");
    check("<![CDATA[a]]>LONG<![CDATA[b]]>", "aLONGb");
    check("&gt;LONG&lt;", ">LONG<");
    check("<b a='>LONG'/>c", "c");
}

#[test]
fn namespaces_and_the_case_of_the_root_do_not_matter() {
    let plain = document(NEEDED);
    let product = only_product(&plain);
    for (from, to) in
        [("Product", "product"), ("Product", "PRODUCT"), ("<Products>", "<Products xmlns='urn:x'>")]
    {
        assert_eq!(only_product(plain.replace(from, to)), product, "{to}");
    }
    let prefixed = plain.replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    assert_eq!(only_product(prefixed.replace("<x:Products>", "<x:Products xmlns:x='urn:x'>")), product);
}

#[test]
fn the_encoding_is_found_by_its_bytes() {
    let text = document(&NEEDED.replace("Drive", "Dräive–😀"));
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let declared = |name: &str| format!("<?xml version=\"1.0\" encoding=\"{name}\"?>\n{text}");
    let check = |bytes: Vec<u8>| assert_eq!(only_product(&bytes).name, "Dräive–😀", "{:?}", &bytes[..40]);
    check(text.clone().into_bytes());
    check(declared("UTF-8").into_bytes());
    check(format!("\u{feff}{}", declared("utf-8")).into_bytes());
    check(declared("utf-16").into_bytes());
    for text in [&text, &declared("UTF-16")] {
        check(little(text));
        check(big(text));
        check(little(&format!("\u{feff}{text}")));
        check(big(&format!("\u{feff}{text}")));
    }
}

/// A product's elements on lines of their own: `Product` begins in line 4, Name is in line 5, Importance in line 10.
fn in_lines() -> String {
    document(NEEDED).replace("><", ">\n<").replace("<Products>\n", "<Products>\n<!-- a\n comment -->\n")
}

/// What is said of a product with one change, beside another product that is good.
fn said_of(from: &str, to: &str) -> (String, usize) {
    let bad = in_lines().replacen(from, to, 1);
    assert_ne!(in_lines(), bad, "{from}");
    let other = NEEDED.replace("F51277C0", "00000000");
    let both = bad.replace("</Products>", &format!("<Product>{other}</Product></Products>"));
    (problems(&both), reading(&both).products.len())
}

#[test]
fn a_bad_product_is_left_out_with_line_and_reason_and_the_other_stays() {
    let check = |from: &str, to: &str, expected: &str| {
        let expected = format!("Line {expected} The product is left out.");
        assert_eq!(said_of(from, to), (expected, 1), "{to}");
    };
    check("<Name>Drive</Name>", "", "4, #1: Name is missing.");
    check("Drive", " \n ", "4, #1: Name is missing.");
    check("Drive", &"n".repeat(257), &format!("5, {}: Name is longer than 256 characters.", "n".repeat(256)));
    check("<Version>1.5.0</Version>", "<Version/>", "4, Drive: Version is missing.");
    check(
        "1.5.0",
        "v1.5",
        "6, Drive: Version is wrong. “v1.5” is not a version. A version is one to four numbers between dots, such as 7.8.4.",
    );
    check(
        "{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}",
        "{F5127...",
        "7, Drive: UpgradeCode is wrong. “{F5127...” is not a code of Windows Installer, which looks like {3BBB2D56-0B19-4C83-9266-307F49DF9DD6}.",
    );
    check(
        "900150",
        "x",
        "8, Drive: MD5 is wrong. This is not an MD5 digest, which has 32 hexadecimal digits.",
    );
    check("<URL>drive.msi</URL>", "<URL></URL>", "4, Drive: URL is missing.");
    check("drive.msi", &"u".repeat(2_049), "9, Drive: URL is longer than 2048 characters.");
    check(
        "<URL>",
        "<MSIURL>x.msi</MSIURL>\n<MSIMD5>1</MSIMD5><URL>",
        "10, Drive: MSIMD5 is wrong. This is not an MD5 digest, which has 32 hexadecimal digits.",
    );
    check(
        "<Importance>0",
        "<Importance>150",
        "10, Drive: Importance is wrong. “150” is not an importance. It is 0 (low), 100 (medium) or 200 (high).",
    );
    check(
        "<Importance>",
        "<InstallParams>/x</InstallParams>\n<Importance>",
        "10, Drive: InstallParams is wrong. “/x” would replace the install by another action. Leave it out: OX Updater installs the package itself.",
    );
    check(
        "<Importance>",
        "<Size>-1</Size><Importance>",
        "10, Drive: Size is wrong. The size is a number of bytes, such as 1048576.",
    );
    check(
        "<Importance>",
        "<CloseFirst>C:\\x.exe</CloseFirst><Importance>",
        "10, Drive: CloseFirst is wrong. Programs are named by their file names, such as OUTLOOK.EXE, with a semicolon between two, at most 16 of them.",
    );
    check(
        "<Importance>",
        "<Platform>z80</Platform><Importance>",
        "10, Drive: Platform is wrong. “z80” is not a platform. It is x86, x64, arm64, arm or itanium.",
    );
}

#[test]
fn what_only_informs_costs_no_product() {
    let check = |from: &str, to: &str, expected: &str| {
        assert_eq!(said_of(from, to), (format!("Line {expected}"), 2), "{to}");
    };
    let missing = "4, Drive: Importance is missing; it counts as 0 (low). Write 0, 100 or 200.";
    check("<Importance>0</Importance>", "", missing);
    check("<Importance>0</Importance>", "<Importance> </Importance>", missing);
    check(
        "<MD5>900150983cd24fb0d6963f7d28e17f72</MD5>",
        "<MD5></MD5>",
        "4, Drive: It has neither MD5 nor SHA256, so no client will install it. Add at least one of them.",
    );
    check(
        "<Importance>",
        "<InfoUrl>javascript:alert(1)</InfoUrl><Importance>",
        "10, Drive: InfoUrl does not begin with http:// or https://, so it is never opened.",
    );
    let blank = "10, Drive: InfoUrl is wrong. It holds a blank or a control character. Write a blank as %20.";
    check("<Importance>", "<InfoUrl>https://a.example/ &amp; calc</InfoUrl><Importance>", blank);
    let bare = "10, Drive: InfoUrl is wrong. The name of the server is missing after the two slashes.";
    check("<Importance>", "<InfoUrl>http:///a</InfoUrl><Importance>", bare);
    for hostile in
        [r"\\server\share", "file://server/share", "calc.exe", "ms-settings://x", " file:///c:/a.exe"]
    {
        check(
            "<Importance>",
            &format!("<InfoUrl>{hostile}</InfoUrl><Importance>"),
            "10, Drive: InfoUrl does not begin with http:// or https://, so it is never opened.",
        );
    }
    check(
        "<Importance>",
        "<Icon>AAAA</Icon><Importance>",
        "10, Drive: Icon is wrong. The icon is not an .ico file.",
    );
    check(
        "<Importance>",
        &format!("<ReleaseNotes>{}</ReleaseNotes><Importance>", "n".repeat(20_001)),
        "10, Drive: ReleaseNotes is longer than 20000 characters.",
    );
}

#[test]
fn problems_stand_in_the_order_of_lines_and_twins_are_told() {
    let many = format!(
        "<Products>\n<Product>\n<Icon>?</Icon>\n<InfoUrl>x</InfoUrl>\n{}</Product>\n<Product>\n{NEEDED}</Product>\n\
         <Product><Platform>x64</Platform>{NEEDED}</Product>\n</Products>",
        NEEDED.replace("<Importance>0</Importance>", "").replace("Drive", "Old Drive")
    );
    insta::assert_snapshot!(problems(many), @"
    Line 2, Old Drive: Importance is missing; it counts as 0 (low). Write 0, 100 or 200.
    Line 3, Old Drive: Icon is wrong. The icon is not written in Base64.
    Line 4, Old Drive: InfoUrl does not begin with http:// or https://, so it is never opened.
    Line 6, Drive: The product in line 2 has the same UpgradeCode and suits the same PCs. Remove one of the two.
    Line 8, Drive: The product in line 2 has the same UpgradeCode and suits the same PCs. Remove one of the two.
    ");
}

#[test]
fn products_of_other_platforms_are_no_twins() {
    let product = |platform: &str| format!("<Product>{NEEDED}<Platform>{platform}</Platform></Product>");
    let both = format!("<Products>{}{}</Products>", product("x86"), product("x64"));
    assert_eq!(problems(both), "");
}

#[test]
fn what_is_no_update_xml_is_refused_as_a_whole() {
    let check = |document: &[u8], expected: &str| {
        let error = xml::read(document).unwrap_err();
        assert_eq!(error.to_string(), expected, "{}", String::from_utf8_lossy(document));
    };
    for empty in [&b""[..], b" \r\n", b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFF\xFE \0"] {
        check(empty, "There is nothing in it.");
    }
    let encoding = "It is written neither in UTF-8 nor in UTF-16. Save it as UTF-8; where its first line names another encoding, write UTF-8 there too.";
    check(b"<Products>\xE4</Products>", encoding);
    check(b"\xFF\xFE<\0P", encoding);
    check(b"\xFF\xFE\x00\xD8<\0", encoding);
    check(b"<html/>", "It is not an update.xml: its outermost element is “html” and not “Products”.");
    let document_type = "It has a document type declaration (DOCTYPE), which no update.xml needs and which could hide something. Take it out.";
    check(b"<!DOCTYPE Products><Products/>", document_type);
    check(b"<?xml version='1.0'?>\n<!DOCTYPE p [<!ENTITY a 'b'>]><Products>&a;</Products>", document_type);
    for broken in [
        "<Products><Product></Products>",
        "<Products>\n<Product><Name>A & B</Name></Product></Products>",
        "<Products>&unknown;</Products>",
        "<Products>&#0;</Products>",
        "<Products>\u{1}</Products>",
        "<Products/>trailing",
        "<Products/><Products/>",
        "<Products>",
        "<Products><![CDATA[</Products>",
        "<Products><!-- </Products>",
        "no xml at all",
        "<?xml version='1.0'?>",
        " <?xml version='1.0'?><Products/>",
    ] {
        let error = xml::read(broken.as_bytes()).unwrap_err();
        assert!(matches!(error, Unreadable::NotWellFormed { .. }), "{broken}: {error:?}");
    }
    let line_and_column = "Line 2, column 18: this is not well-formed XML (malformed entity reference). Often an “&” has to be written as “&amp;”.";
    check(b"<Products>\n<Product><Name>A & B</Name></Product></Products>", line_and_column);
}

#[test]
fn no_products_are_no_problem() {
    for empty in
        ["<Products/>", "<Products></Products>", "<!-- none --><products>\n</products>\n<!-- yet -->"]
    {
        assert_eq!(reading(empty), xml::Reading::default(), "{empty}");
    }
}
