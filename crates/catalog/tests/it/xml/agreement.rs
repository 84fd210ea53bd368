//! One reading, whatever way it takes: plain documents are read faster than others, and must not be read differently.

use catalog::xml::{self, Reading, Unreadable, write};
use proptest::prelude::*;

use super::products::{arbitrary, full};
use super::{NEEDED, document};

/// What may be wrong or odd in a document, put anywhere.
const ODDITIES: [&str; 44] = [
    "",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "<",
    ">",
    "&",
    ";",
    "&amp;",
    "&#13;",
    "&#x41;",
    "&#0;",
    "&nope;",
    "]]>",
    "]]",
    "<a/>",
    "<a>",
    "</a>",
    "<b c='d'/>",
    "<Name/>",
    "<Name>",
    "</Name>",
    "<Product>",
    "</Product>",
    "<Product/>",
    "</Products>",
    "<Products>",
    "<Importance>150</Importance>",
    "\u{0}",
    "\u{b}",
    "\u{85}",
    "\u{a0}",
    "\u{feff}",
    "\u{ffff}",
    "ä",
    "😀",
    "/",
    "=",
    "\"",
    "<!",
    "<?",
    "</",
];

/// A document that is read the slow way, with the same lines: a comment in its outermost element changes nothing else.
fn with_comment(document: &str) -> Option<String> {
    let start = document.find("<Products>")? + "<Products>".len();
    Some(format!("{}<!-- -->{}", &document[..start], &document[start..]))
}

/// A reading, with errors as far as they are the same in both ways; columns differ behind the comment.
fn read(document: &str) -> Result<Reading, Unreadable> {
    xml::read(document.as_bytes()).map_err(|error| match error {
        Unreadable::NotWellFormed { line, .. } => {
            Unreadable::NotWellFormed { line, column: 0, detail: String::new() }
        }
        other => other,
    })
}

fn documents() -> impl Strategy<Value = String> {
    let of_products = prop::collection::vec(arbitrary(), 1..3).prop_map(|products| write(&products));
    let long = NEEDED.replace("Drive", &"QUJD".repeat(60));
    let fixed = vec![
        document(NEEDED),
        document(&format!("{NEEDED}<Icon>{}</Icon>", "QUJD".repeat(300))),
        document(&format!("{long}<InfoUrl>x</InfoUrl>\n<Icon>?</Icon>")),
        write(&[full(), full()]),
        "<?xml version='1.0'?>\r\n<Products>\r\n</Products>".to_owned(),
    ];
    prop_oneof![of_products, prop::sample::select(fixed)]
}

/// Two products with line breaks, references, empty elements, an unknown one and a value that is wrong.
const PRODUCTS: &str = "<?xml version=\"1.0\"?>\r\n<Products>\r\n<Product><Name>A &amp; ä\r\nb</Name>\n<Version>1</Version><Icon />\
    <UpgradeCode>{F51277C0-B198-4932-BCD5-D37DAFC1CEFF}</UpgradeCode><URL>u</URL><x/><x>y</x></Product>\
    <product><Name>B</Name><URL></URL><InfoUrl>i</InfoUrl></product>\n</Products>\n";

#[test]
fn each_oddity_in_each_place_is_read_in_one_pass_as_by_the_tree() {
    let mut well_formed = 0;
    for (place, letter) in PRODUCTS.char_indices() {
        let (before, after) = PRODUCTS.split_at(place);
        for oddity in ODDITIES {
            for after in [after, &after[letter.len_utf8()..]] {
                let document = format!("{before}{oddity}{after}");
                let expected = xml::read_by_tree(document.as_bytes());
                well_formed += usize::from(expected.is_ok());
                assert_eq!(xml::read(document.as_bytes()), expected, "{document}");
            }
        }
    }
    assert!(well_formed > 1_000, "{well_formed} were well-formed");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_comment_changes_no_reading(
        document in documents(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(ODDITIES.to_vec()), 0..4_usize), 0..4),
    ) {
        let mut letters: Vec<char> = document.chars().collect();
        for (place, oddity, removed) in changes {
            let start = place.index(letters.len() + 1);
            let end = (start + removed).min(letters.len());
            letters.splice(start..end, oddity.chars());
        }
        let document: String = letters.into_iter().collect();
        if let Some(with_comment) = with_comment(&document) {
            prop_assert_eq!(read(&document), read(&with_comment), "{}", document);
        }
    }
}
