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
